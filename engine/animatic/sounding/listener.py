"""The listener: who stands where the camera stands and goes where it goes."""

from functools import lru_cache

import numpy as np

from engine.animatic.camera import view_at
from engine.animatic.motion import whereabouts
from engine.animatic.scene import Scene, Subject
from engine.animatic.sounding.ear import faintness, sides
from engine.animatic.sounding.shots import Key
from engine.animatic.sounding.voice import Envelope, Event, sampled

HEIGHT = 1000
STEP = 0.05


def heard_from(scene: Scene, subject: Subject, t: float) -> tuple[float, float, float]:
    """Where a subject is as the camera hears it at t: metres right, up and ahead of it."""
    x, y, z = whereabouts.position(subject, scene, t)
    view = view_at(scene, t, round(HEIGHT * scene.aspect), HEIGHT)
    return x - view.x, y - view.y, z - view.z


def course(scene: Scene, subject: Subject) -> Envelope:
    """The same over time: seconds (n,) to metres (n, 3)."""
    known = lru_cache(maxsize=4096)(lambda t: heard_from(scene, subject, t))
    axes = [sampled(lambda t, axis=axis: known(t)[axis], STEP) for axis in range(3)]
    return lambda t: np.stack([axis(t) for axis in axes], axis=-1)


def event_at(
    scene: Scene, subject: Subject, moment: float, key: Key, loud: float, reach: float = 8.0
) -> Event:
    """A sound that a subject makes at a moment: as loud as `loud` up to `reach` metres away,
    fainter beyond, from the side where the subject is."""
    x, y, z = heard_from(scene, subject, moment)
    far = float(faintness((x * x + y * y + z * z) ** 0.5, reach)) ** 0.8
    return Event(moment, key, loud * far * sides(x, z))

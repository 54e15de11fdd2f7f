"""The listener: who stands where the camera stands and goes where it goes."""

import numpy as np

from engine.animatic.camera import view_at
from engine.animatic.motion import whereabouts
from engine.animatic.scene import Scene, Subject
from engine.animatic.sounding.voice import Envelope, sampled

HEIGHT = 1000
STEP = 0.05


def heard_from(scene: Scene, subject: Subject, t: float) -> tuple[float, float, float]:
    """Where a subject is as the camera hears it at t: metres right, up and ahead of it."""
    x, y, z = whereabouts.position(subject, scene, t)
    view = view_at(scene, t, round(HEIGHT * scene.aspect), HEIGHT)
    return x - view.x, y - view.y, z - view.z


def course(scene: Scene, subject: Subject) -> Envelope:
    """The same over time: seconds (n,) to metres (n, 3)."""
    axes = [sampled(lambda t, axis=axis: heard_from(scene, subject, t)[axis], STEP)
            for axis in range(3)]  # fmt: skip
    return lambda t: np.stack([axis(t) for axis in axes], axis=-1)

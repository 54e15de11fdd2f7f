"""The listener: who stands where the camera stands, looks where it looks and goes where it goes."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np

from engine.animatic.camera import view_at
from engine.animatic.motion import whereabouts
from engine.animatic.motion.path import Point
from engine.animatic.scene import Scene, Subject
from engine.animatic.sounding.ear import SPEED_OF_SOUND, faintness, sides
from engine.animatic.sounding.shots import Key
from engine.animatic.sounding.voice import Envelope, Event, Passing, sampled
from engine.animatic.view import NEAREST

HEIGHT = 1000
STEP = 0.05
PASSING = 0.6
"""Metres a second from which on a lasting call is heard to go by."""


class Heard(NamedTuple):
    """Where something is to the ear: `across` the picture to the right, in frame heights of a
    normal lens, and metres `away`."""

    across: float
    away: float


def heard_from(scene: Scene, subject: Subject, t: float) -> Heard:
    """Where a subject is to the ear at t."""
    return heard_at(scene, whereabouts.position(subject, scene, t), t)


def heard_at(scene: Scene, place: Point, t: float) -> Heard:
    """Where a point of the world is to the ear at t: on the side on which the picture shows it,
    so pans and long lenses count, and as far away as it is."""
    x, y, z = place
    view = view_at(scene, t, round(HEIGHT * scene.aspect), HEIGHT)
    ahead = z - view.z
    across = (x - view.x) * view.focal * view.zoom / max(ahead, NEAREST) - view.pan
    return Heard(across, ((x - view.x) ** 2 + (y - view.y) ** 2 + ahead**2) ** 0.5)


def course(scene: Scene, subject: Subject) -> Envelope:
    """The same over time: seconds (n,) to (n, 2), across and away."""
    known = lru_cache(maxsize=4096)(lambda t: heard_from(scene, subject, t))
    axes = [sampled(lambda t, axis=axis: known(t)[axis], STEP) for axis in (0, 1)]
    return lambda t: np.stack([axis(t) for axis in axes], axis=-1)


def nearness(place: Envelope, reach: float) -> Envelope:
    """Loudness left and right along a course, 1 up to `reach` metres away."""

    def envelope(t: np.ndarray) -> np.ndarray:
        at = place(t)
        return sides(at[:, 0]) * faintness(at[:, 1], reach)[:, None]

    return envelope


def event_at(
    scene: Scene, subject: Subject, moment: float, key: Key, loud: float, reach: float = 8.0
) -> Event:
    """A sound that a subject makes at a moment: as loud as `loud` up to `reach` metres away,
    fainter beyond, from the side where the subject is."""
    return event_from(heard_from(scene, subject, moment), moment, key, loud, reach)


def event_from(heard: Heard, moment: float, key: object, loud: float, reach: float = 8.0) -> Event:
    """The same from any place."""
    far = float(faintness(heard.away, reach)) ** 0.8
    return Event(moment, key, loud * far * sides(heard.across))


def passing_at(
    scene: Scene, subject: Subject, moment: float, key: Key, loud: float, reach: float = 8.0
) -> Event:
    """A lasting call of a subject: while it goes by, side and loudness follow it, and its pitch
    is bent by Doppler. It starts at its moment wherever the subject is."""
    event = event_at(scene, subject, moment, key, loud, reach)
    before, after = (heard_from(scene, subject, moment + late) for late in (0.0, 0.5))
    steady = abs(after.away - before.away) + abs(after.across - before.across) * after.away
    if steady < 0.5 * PASSING:
        return event
    place = course(scene, subject)

    def gains(t: np.ndarray) -> np.ndarray:
        at = place(t)
        return loud * sides(at[:, 0]) * (faintness(at[:, 1], reach) ** 0.8)[:, None]

    def late(t: np.ndarray) -> np.ndarray:
        return (place(t)[:, 1] - before.away) / SPEED_OF_SOUND

    return Event(moment, key, event.gains, Passing(gains, late))

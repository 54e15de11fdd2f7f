"""Ferris wheels: how far they have turned, and how their cabins hang."""

from math import cos, sin, tau

from engine.animatic.motion.wind import gust
from engine.animatic.scene import Scene, Subject

TURN_SECONDS = 48.0
"""One turn; a big wheel's rim goes at walking pace or a little faster."""


def wheel_share(subject: Subject, t: float) -> float:
    """Turns since the start, from 0 up."""
    return subject.heading * t / TURN_SECONDS + subject.variety


def hung(index: int, cabins: int, subject: Subject, t: float, radius: float) -> tuple[float, float]:
    """Where a cabin hangs, from the axle."""
    angle = tau * (wheel_share(subject, t) + index / cabins)
    return radius * sin(angle), radius * cos(angle)


def cabin_swing(index: int, subject: Subject, scene: Scene, t: float) -> float:
    """Radians that a cabin swings in the wind."""
    return 0.09 * gust(scene, t) * sin(1.9 * t + 2.4 * index + tau * subject.variety)

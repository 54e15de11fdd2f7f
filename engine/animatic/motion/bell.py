"""Bells: they swing as pendulums and are struck at the end of every swing."""

from math import cos, tau

from engine.animatic.motion.cycles import repeats
from engine.animatic.scene import Scene, Subject

SWING_PERIOD = 2.4
WIDEST = 0.62
"""Radians of a bell at the end of its swing."""


def rings(subject: Subject, scene: Scene) -> bool:
    """Whether a bell rings: asked to, or heard in the scene."""
    return subject.act in ("ring", "swing", "shake") or "bell" in scene.sounds


def swing(subject: Subject, scene: Scene, t: float) -> float:
    """Radians that a bell hangs to the right at t; it starts from rest at Subject.since."""
    if not rings(subject, scene) or t < subject.since:
        return 0.0
    return WIDEST * cos(tau * (t - subject.since) / SWING_PERIOD)


def strokes(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which the clapper strikes."""
    if not rings(subject, scene):
        return []
    return repeats(subject.since, SWING_PERIOD / 2, max(start, subject.since), stop)

"""The way that a subject goes over the ground, and how high it is above it."""

from engine.animatic.scene import Scene, Subject

Point = tuple[float, float, float]

ALOFT = 58.0
"""Metres that all that flies is higher where the camera looks over the clouds."""


def travelled(subject: Subject, t: float) -> float:
    """Metres along its heading since t = 0 (signed by time alone, not by heading)."""
    return subject.speed * t


def along(subject: Subject, t: float) -> float:
    """How far to the right a subject is that goes its way evenly."""
    return subject.x + subject.heading * travelled(subject, t)


def go(subject: Subject, scene: Scene, t: float) -> Point:
    """On the ground, going evenly."""
    return along(subject, t), 0.0, subject.z


def stand(subject: Subject, scene: Scene, t: float) -> Point:
    """On the ground, where it always was."""
    return subject.x, 0.0, subject.z


def aloft(scene: Scene) -> float:
    """How much higher all that flies is in this scene."""
    return ALOFT if scene.place == "sky" else 0.0

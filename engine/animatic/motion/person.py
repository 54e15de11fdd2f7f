"""People on foot: what others ask of their gait and size."""

from engine.animatic.motion.people.body import PERSON_HEIGHT, body_of
from engine.animatic.motion.people.events import footfalls, happenings
from engine.animatic.motion.people.stride import STANCE, Foot, foot, gait, runs, step_length
from engine.animatic.scene import Subject

__all__ = [
    "PERSON_HEIGHT", "STANCE", "Foot", "foot", "footfalls", "gait", "happenings", "person_height",
    "runs", "step_length",
]  # fmt: skip


def person_height(subject: Subject) -> float:
    """Metres from sole to crown."""
    return body_of(subject).height

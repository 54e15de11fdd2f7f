"""Marks: what is drawn on a thing's front: writing, clock hands, a picture, a lit screen."""

from engine.animatic.motion.prop import Pose
from engine.animatic.paint.subjects.figure import Figure
from engine.animatic.scene import Subject


def paint_marks(fig: Figure, subject: Subject, now: Pose, tilt: float) -> None:
    """Whatever the build's figure names as its `mark`."""

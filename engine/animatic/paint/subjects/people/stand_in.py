"""Stand-ins: whoever moves on a person's joints with another body - robots and skeletons."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from math import cos, degrees, sin

from PySide6.QtGui import QColor

from engine.animatic.motion.people.acts import joints_at, posture_of
from engine.animatic.motion.people.body import body_of
from engine.animatic.paint.subjects.figure import figure
from engine.animatic.paint.subjects.people.canvas import Canvas
from engine.animatic.paint.subjects.people.look import look_of
from engine.animatic.paint.subjects.person import shadow
from engine.animatic.paint.subjects.shape import Point, curve
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage

FALL = 0.05
"""How much lower the nearer foot stands in the picture."""


@contextmanager
def stand_in(stage: Stage, subject: Subject) -> Iterator[Canvas]:
    """A canvas in the subject's own heights, over its shadow unless it stands on a carrier."""
    body = body_of(subject)
    posture = posture_of(subject, stage.scene, stage.t)
    joints = joints_at(subject, stage.scene, stage.t)
    own = body.height / subject.scale
    with figure(stage, subject) as fig:
        if subject.carrier < 0:
            shadow(fig, joints, own, posture.rise * own)
        fig.painter.scale(own, own)
        look = look_of(subject, stage.scene)
        yield Canvas(fig, look, body, joints, posture, fig.scale * own, FALL, stage.t)


@contextmanager
def on_head(c: Canvas) -> Iterator[None]:
    """Within, the origin is the middle of the head, which is one unit high to either side."""
    painter = c.fig.painter
    painter.save()
    painter.translate(*c.at(c.joints.head))
    painter.rotate(-degrees(c.joints.head_roll + 0.6 * c.posture.nod * cos(c.joints.head_yaw)))
    painter.scale(c.body.head, c.body.head)
    try:
        yield
    finally:
        painter.restore()


def fingers(
    c: Canvas, arm: tuple[Point, Point], spreads: Sequence[float], reach: float, colour: QColor,
    width: float,
) -> None:  # fmt: skip
    """Straight fingers from a hand, each turned from the forearm's way (elbow to hand) by an angle
    in radians; `reach` is a part of the forearm."""
    (ex, ey), (x, y) = arm
    dx, dy = reach * (x - ex), reach * (y - ey)
    for turn in spreads:
        tip = (x + dx * cos(turn) - dy * sin(turn), y + dx * sin(turn) + dy * cos(turn))
        c.line(curve([(x, y), tip]), colour, width)

"""A skeleton: a person's joints as bones, friendly enough for children."""

from math import cos, sin

from PySide6.QtGui import QColor

from engine.animatic.motion.whereabouts import position
from engine.animatic.paint.subjects.people.canvas import Canvas, darker
from engine.animatic.paint.subjects.people.garments import Trunk
from engine.animatic.paint.subjects.people.stand_in import fingers, on_head, stand_in
from engine.animatic.paint.subjects.shape import Point, blob, curve, ellipse
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage

BONE, HOLLOW = QColor("#ece4d0"), QColor("#241f1c")


def paint(stage: Stage, subject: Subject) -> None:
    """Far limbs, spine and ribs, skull, near limbs."""
    x, _, z = position(subject, stage.scene, stage.t)
    if not stage.view.sees(x, z, 2.0 * max(subject.scale, 0.4)):
        return
    with stand_in(stage, subject) as c:
        _arm(c, 1, darker(BONE, 0.3))
        _leg(c, 1, darker(BONE, 0.3))
        _leg(c, 0, BONE)
        _trunk(c)
        with on_head(c):
            _skull(c)
        _arm(c, 0, BONE)


def _bone(c: Canvas, start: Point, end: Point, width: float, colour: QColor) -> None:
    """A shaft with a knob at either end."""
    lit = c.lit(colour, 0.1, 0.2, 0.95)
    c.line(curve([start, end]), lit, width)
    for x, y in (start, end):
        c.fill(ellipse(x, y, 0.85 * width, 0.85 * width), lit)


def _arm(c: Canvas, side: int, colour: QColor) -> None:
    points = [c.at(p[side]) for p in (c.joints.shoulders, c.joints.elbows, c.joints.hands)]
    _bone(c, points[0], points[1], 0.02, colour)
    _bone(c, points[1], points[2], 0.018, colour)
    fingers(c, (points[1], points[2]), (-0.35, 0.0, 0.35), 0.3, c.lit(colour), 0.01)


def _leg(c: Canvas, side: int, colour: QColor) -> None:
    hip, knee, ankle, heel, toe = (
        c.at(p[side])
        for p in (c.joints.sockets, c.joints.knees, c.joints.ankles, c.joints.heels, c.joints.toes)
    )
    _bone(c, hip, knee, 0.026, colour)
    _bone(c, knee, ankle, 0.022, colour)
    c.line(curve([heel, ankle, (toe[0], toe[1] + 0.012)]), c.lit(colour), 0.02)


def _trunk(c: Canvas) -> None:
    trunk, seen = Trunk(c), abs(sin(c.joints.chest_yaw))
    bone = c.lit(BONE, 0, 0.2)
    c.line(
        curve([trunk.spot(-0.05, 0), trunk.spot(0.5, -0.015 * c.ahead), trunk.spot(1.05, 0)]),
        bone,
        0.024,
    )
    wide = 0.055 + 0.045 * seen
    for i in range(5):
        up, half = 0.92 - 0.12 * i, wide * (0.75 + 0.3 * min(i, 2) / 2 - 0.08 * max(i - 2, 0))
        rib = curve(
            [
                trunk.spot(up - 0.07, -half),
                trunk.spot(up + 0.02, 0.25 * half * c.ahead),
                trunk.spot(up - 0.07, half),
            ]
        )
        c.line(rib, bone, 0.013)
    c.line(
        curve([c.at(c.joints.shoulders[1]), trunk.spot(1.0, 0), c.at(c.joints.shoulders[0])]),
        bone,
        0.016,
    )
    pelvis = blob(
        [
            trunk.spot(0.1, -0.9 * wide),
            trunk.spot(0.03, 0),
            trunk.spot(0.1, 0.9 * wide),
            trunk.spot(-0.08, 0.6 * wide),
            trunk.spot(-0.12, 0),
            trunk.spot(-0.08, -0.6 * wide),
        ]
    )
    c.fill(pelvis, bone)


def _skull(c: Canvas) -> None:
    side, seen = cos(c.joints.head_yaw), sin(c.joints.head_yaw)
    drop = 0.12 + 0.25 * c.posture.mouth
    jaw = blob(
        [
            (0.3 * side - 0.45, -0.45),
            (0.3 * side + 0.45, -0.45),
            (0.35 * side + 0.36, -0.85 - drop),
            (0.35 * side - 0.36, -0.85 - drop),
        ]
    )
    c.edged(jaw, c.lit(darker(BONE, 0.1)), 0.05)
    c.edged(
        blob(
            [
                (-0.85, 0.2),
                (-0.6, 0.85),
                (0, 1.05),
                (0.6, 0.85),
                (0.85, 0.2),
                (0.5 + 0.1 * side, -0.5),
                (-0.5 + 0.1 * side, -0.5),
            ]
        ),
        c.fig.ball(BONE, 0, 0.25, 0.95),
        0.06,
    )
    if seen > -0.4:
        hollow = c.lit(HOLLOW)
        for way in (1, -1):
            angle = c.joints.head_yaw + 0.45 * way
            if sin(angle) > 0.05:
                c.fill(
                    ellipse(0.8 * cos(angle), 0.08, 0.25 * (0.4 + 0.6 * sin(angle)), 0.27), hollow
                )
        c.fill(
            blob([(0.86 * side, -0.1), (0.86 * side - 0.1, -0.32), (0.86 * side + 0.1, -0.32)]),
            hollow,
        )
        for i in range(4):
            x = 0.62 * side + (i - 1.5) * 0.16
            c.line(curve([(x, -0.5), (x, -0.66)]), hollow, 0.045)

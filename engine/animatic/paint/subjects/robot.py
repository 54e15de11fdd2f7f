"""A robot: a person's joints in metal, with lit eyes and a lamp on its chest."""

from math import cos, sin, tau

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainterPath

from engine.animatic.light import mixed
from engine.animatic.motion.people.acts import act_of
from engine.animatic.motion.people.holding import held_by
from engine.animatic.motion.whereabouts import position
from engine.animatic.paint.subjects.figure import wanted
from engine.animatic.paint.subjects.people import hand_held, surroundings
from engine.animatic.paint.subjects.people.canvas import Canvas, darker, lighter
from engine.animatic.paint.subjects.people.garments import Trunk
from engine.animatic.paint.subjects.people.limbs import capsule
from engine.animatic.paint.subjects.people.stand_in import fingers, on_head, stand_in
from engine.animatic.paint.subjects.shape import Point, blob, box, curve, ellipse
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage

SHELLS = ("#c9d2d8", "#d98b3a", "#6fa3a8", "#b8554a", "#8fa06a")
EYES = QColor("#7fe3ff")


def paint(stage: Stage, subject: Subject) -> None:
    """From the far arm to the near one, as a person is painted."""
    x, _, z = position(subject, stage.scene, stage.t)
    if not stage.view.sees(x, z, 2.4 * max(subject.scale, 0.4)):
        return
    act = act_of(subject, stage.t)
    shell = wanted(subject.colour, SHELLS[int(subject.variety * 97) % len(SHELLS)])
    with stand_in(stage, subject) as c:
        surroundings.below(c, subject, act)
        _robot(c, shell, held_by(subject, stage.scene, act))


def _robot(c: Canvas, shell: QColor, thing: str) -> None:
    depths = [
        c.joints.hands[side][2] + c.joints.elbows[side][2] - 2 * c.joints.neck[2] for side in (0, 1)
    ]
    far = 0 if depths[0] < depths[1] else 1
    if depths[far] < 0.05:
        _arm(c, far, darker(shell, 0.25))
    for side in sorted((0, 1), key=lambda one: c.joints.knees[one][2]):
        _leg(c, side, shell if side == 0 else darker(shell, 0.2))
    _chest(c, shell)
    c.line(curve([c.at(c.joints.neck), c.at(c.joints.head)]), c.lit(QColor("#4a525c")), 0.04)
    with on_head(c):
        _head(c, shell)
    if depths[far] >= 0.05:
        _arm(c, far, shell)
    if thing:
        hand_held.paint(c, thing)
    _arm(c, 1 - far, shell)


def _joint(c: Canvas, at: Point, radius: float) -> None:
    c.fill(ellipse(*at, radius, radius), c.lit(QColor("#4a525c"), 0, 0.2))


def _bar(c: Canvas, start: Point, end: Point, wide: float, narrow: float, colour: QColor) -> None:
    path = QPainterPath()
    capsule(path, start, end, wide, narrow)
    c.edged(path, c.along(colour, start, end), 0.006)


def _leg(c: Canvas, side: int, colour: QColor) -> None:
    hip, knee, ankle = (c.at(p[side]) for p in (c.joints.sockets, c.joints.knees, c.joints.ankles))
    _bar(c, hip, knee, 0.085, 0.07, darker(colour, 0.25))
    _bar(c, knee, ankle, 0.08, 0.095, colour)
    _joint(c, knee, 0.042)
    heel, toe = c.at(c.joints.heels[side]), c.at(c.joints.toes[side])
    foot = QPainterPath()
    foot.setFillRule(Qt.FillRule.WindingFill)
    capsule(foot, (heel[0], heel[1] + 0.024), (toe[0], toe[1] + 0.022), 0.05, 0.044)
    c.edged(foot, c.lit(darker(colour, 0.35), 0, 0.3), 0.005)


def _arm(c: Canvas, side: int, colour: QColor) -> None:
    shoulder, elbow, hand = (
        c.at(p[side]) for p in (c.joints.shoulders, c.joints.elbows, c.joints.hands)
    )
    _bar(c, shoulder, elbow, 0.05, 0.046, darker(colour, 0.3))
    _bar(c, elbow, hand, 0.056, 0.07, colour)
    _joint(c, elbow, 0.034)
    c.fill(ellipse(shoulder[0], shoulder[1], 0.05, 0.05), c.fig.ball(colour, *shoulder, 0.05))
    fingers(c, (elbow, hand), (-0.5, 0.5), 0.28, c.lit(QColor("#4a525c"), 0, 0.3), 0.018)


def _chest(c: Canvas, shell: QColor) -> None:
    trunk = Trunk(c)
    turned = abs(sin(c.joints.chest_yaw))
    wide, waist = 0.085 + 0.055 * turned, 0.06 + 0.025 * turned
    pelvis = blob(
        [
            trunk.spot(0.12, -waist),
            trunk.spot(0.12, waist),
            trunk.spot(-0.14, 0.8 * waist),
            trunk.spot(-0.14, -0.8 * waist),
        ]
    )
    c.fill(pelvis, c.lit(darker(shell, 0.4)))
    body = blob(
        [
            trunk.spot(1.02, -0.7 * wide),
            trunk.spot(1.02, 0.7 * wide),
            trunk.spot(0.9, wide),
            trunk.spot(0.35, 0.92 * wide),
            trunk.spot(0.16, 0.7 * wide),
            trunk.spot(0.16, -0.7 * wide),
            trunk.spot(0.35, -0.92 * wide),
            trunk.spot(0.9, -wide),
        ]
    )
    c.edged(body, c.across(shell, trunk.spot(0.6, -wide), trunk.spot(0.6, wide)), 0.008)
    if sin(c.joints.chest_yaw) > -0.2 and c.pixels > 40:
        x = 0.07 * c.ahead
        panel = [
            trunk.spot(u, x + v * (0.3 + 0.7 * turned))
            for u, v in ((0.8, -0.06), (0.8, 0.06), (0.48, 0.05), (0.48, -0.05))
        ]
        c.fill(blob(panel), c.lit(lighter(shell, 0.35), 0, 0.2))
        beat = 0.55 + 0.45 * sin(tau * c.t / 1.6)
        spot = trunk.spot(0.64, x)
        c.fill(
            ellipse(*spot, 0.022 * (0.5 + 0.5 * turned), 0.022),
            c.fig.seen(mixed(QColor("#b3402f"), QColor("#ffb09a"), beat)),
        )


def _head(c: Canvas, shell: QColor) -> None:
    c.line(curve([(0, 0.8), (0, 1.35)]), c.lit(QColor("#4a525c")), 0.09)
    c.fill(ellipse(0, 1.4, 0.14, 0.14), c.fig.seen(QColor("#ff8a6a")))
    c.edged(box(-0.95, -0.72, 1.9, 1.55, 0.45), c.across(shell, (-0.95, 0), (0.95, 0)), 0.06)
    seen = sin(c.joints.head_yaw)
    if seen > -0.35:
        side = cos(c.joints.head_yaw)
        half = 0.42 + 0.3 * max(seen, 0.0)
        x = 0.5 * side
        c.fill(box(x - half, -0.28, 2 * half, 0.72, 0.3), c.lit(QColor("#161b22"), 0, 0.2))
        blink = 0.12 if (c.t + 1.3) % 3.7 < 0.12 else 1.0
        for way in (1, -1):
            eye = 0.84 * cos(c.joints.head_yaw + 0.42 * way)
            if abs(eye - x) < half - 0.05:
                c.fill(ellipse(eye, 0.1, 0.13, 0.15 * blink), c.fig.seen(EYES))
        smile = curve([(x - 0.16, -0.12), (x, -0.18), (x + 0.16, -0.12)])
        c.line(smile, c.fig.seen(EYES), 0.05)
    for way in (1, -1):
        ear = 0.9 * cos(c.joints.head_yaw + 1.5 * way)
        if sin(c.joints.head_yaw + 1.5 * way) > -0.3:
            c.fill(ellipse(ear, 0.02, 0.14, 0.24), c.lit(QColor("#4a525c"), 0, 0.2))

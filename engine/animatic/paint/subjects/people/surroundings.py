"""Surroundings that an act brings along: a chair, a blanket, skates, a board, a bicycle, foam."""

from math import cos, sin, tau

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainterPath

from engine.animatic.light import faded
from engine.animatic.motion.people.rests import seated
from engine.animatic.motion.people.sports import PEDAL, SWIM, pedal_angle
from engine.animatic.motion.people.travel import UNDER_WATER
from engine.animatic.paint.subjects.people.canvas import Canvas, darker, lighter
from engine.animatic.paint.subjects.shape import Point, blob, box, curve, ellipse, limb
from engine.animatic.scene import Subject

WOOD = QColor("#8a5f38")
SITTING = frozenset(("sit", "read", "eat", "drink", "type", "write", "play"))


def below(c: Canvas, subject: Subject, act: str) -> None:
    """What is behind or under the body."""
    scene = c.fig.stage.scene
    if act in SITTING and c.joints.hips[1] > 0.2 and seated(subject, scene) == "chair" and _bent(c):
        _chair(c, "old" in subject.traits or scene.place == "library")
    elif act == "sleep" and subject.carrier < 0:
        _mat(c)
    elif act == "surf":
        _board(c, 0.62, 0.0)
    elif act == "cycle":
        _bicycle(c, subject, near=False)
    elif act == "swing":
        _ropes(c)
    elif act == "paint_act":
        _easel(c)


def above(c: Canvas, subject: Subject, act: str) -> None:
    """What is before the body."""
    if act == "sleep":
        _blanket(c)
    elif act == "swim" and c.fig.stage.scene.place not in UNDER_WATER:
        _foam(c, subject)
    elif act == "skate":
        _blades(c, 0.16, 0.014, QColor("#c9d2da"))
    elif act == "ski":
        _blades(c, 0.95, 0.012, c.look.accent)
    elif act == "cycle":
        _bicycle(c, subject, near=True)


def _bent(c: Canvas) -> bool:
    return c.joints.hips[1] < 0.45


def _chair(c: Canvas, soft: bool) -> None:
    x, seat = c.joints.hips[0], c.joints.hips[1] - 0.055
    if soft:
        cloth = QColor("#7a3b35")
        back = blob(
            [
                (x - 0.26, 0.04),
                (x - 0.27, 0.3),
                (x - 0.22, 0.66),
                (x - 0.06, 0.72),
                (x + 0.12, 0.66),
                (x + 0.16, 0.3),
                (x + 0.18, 0.04),
            ]
        )
        c.edged(back, c.across(cloth, (x - 0.26, 0), (x + 0.18, 0)), 0.008)
        c.edged(
            box(x - 0.22, 0.05, 0.48, seat - 0.02, 0.04),
            c.across(lighter(cloth, 0.1), (x - 0.22, 0), (x + 0.26, 0)),
            0.008,
        )
        for leg in (x - 0.2, x + 0.2):
            c.fill(box(leg - 0.015, 0.0, 0.03, 0.06), c.lit(darker(WOOD, 0.4)))
        return
    for leg in (x - 0.12, x + 0.13):
        c.line(
            curve([(leg, seat), (leg + (0.012 if leg > x else -0.012), 0.0)]),
            c.lit(darker(WOOD, 0.2)),
            0.02,
        )
    c.line(curve([(x - 0.125, seat), (x - 0.16, seat + 0.3)]), c.lit(WOOD), 0.022)
    c.line(curve([(x - 0.155, seat + 0.27), (x - 0.03, seat + 0.3)]), c.lit(WOOD), 0.04)
    c.edged(box(x - 0.15, seat - 0.022, 0.31, 0.03, 0.01), c.lit(WOOD, 0, 0.5, 0.8), 0.005)


def _mat(c: Canvas) -> None:
    """A mattress and a pillow under the head."""
    head, feet = c.at(c.joints.head), c.at(c.joints.ankles[0])
    left, right = min(head[0], feet[0]) - 0.12, max(head[0], feet[0]) + 0.08
    c.edged(box(left, -0.02, right - left, 0.055, 0.02), c.lit(QColor("#d8d0c2"), 0, 0.4), 0.006)
    c.edged(
        blob(
            [
                (head[0] - 0.13, 0.035),
                (head[0] - 0.1, 0.085),
                (head[0] + 0.08, 0.09),
                (head[0] + 0.12, 0.04),
                (head[0], 0.03),
            ]
        ),
        c.lit(QColor("#f3efe7"), 0, 0.5),
        0.006,
    )


def _blanket(c: Canvas) -> None:
    """Over the body from the chest down; it rises and sinks with the breath."""
    neck, feet = c.at(c.joints.neck), c.at(c.joints.toes[0])
    toward = 1.0 if feet[0] > neck[0] else -1.0
    x0, x1 = neck[0] + toward * 0.1, feet[0] + toward * 0.05
    breath = 0.012 * c.posture.swing
    colour = c.look.accent
    path = QPainterPath(QPointF(x0, 0.0))
    path.cubicTo(
        x0, 0.19 + breath, x0 + toward * 0.08, 0.2 + breath, x0 + toward * 0.2, 0.185 + breath
    )
    path.cubicTo(x0 + toward * 0.36, 0.17, x1 - toward * 0.34, 0.2, x1 - toward * 0.2, 0.165)
    path.cubicTo(x1 - toward * 0.1, 0.15, x1 - toward * 0.06, 0.235, x1 + toward * 0.02, 0.19)
    path.cubicTo(x1 + toward * 0.06, 0.15, x1 + toward * 0.05, 0.05, x1 + toward * 0.05, -0.01)
    path.closeSubpath()
    c.edged(path, c.along(colour, (0, 0.16), (0, 0.0)), 0.008)
    fold = curve([(x0 + toward * 0.02, 0.02), (x0 + toward * 0.03, 0.165 + breath)])
    c.line(fold, c.lit(lighter(colour, 0.5), 0, 0.3), 0.035)
    dark = faded(c.lit(darker(colour, 0.6)), 0.3)
    for part in (0.35, 0.6, 0.8):
        x = x0 + (x1 - x0) * part
        c.line(
            curve([(x, 0.15), (x + toward * 0.02, 0.08), (x + toward * 0.05, 0.01)]), dark, 0.006
        )


def _board(c: Canvas, half: float, y: float) -> None:
    path = blob(
        [
            (-half, y + 0.02),
            (0, y + 0.035),
            (half * 0.9, y + 0.04),
            (half * 1.05, y + 0.085),
            (half * 0.8, y + 0.01),
            (0, y - 0.005),
        ]
    )
    c.edged(path, c.across(c.look.accent, (-half, y), (half, y)), 0.006)
    foam = faded(c.fig.seen(QColor("#ffffff")), 0.55)
    for i in range(6):
        a = sin(5.3 * c.t + 2.1 * i)
        c.fill(
            ellipse(-half - 0.08 * i + 0.03 * a, y - 0.02, 0.09 + 0.02 * a, 0.02 + 0.012 * abs(a)),
            foam,
        )


def _blades(c: Canvas, length: float, thick: float, colour: QColor) -> None:
    for side in (1, 0):
        heel, toe = c.at(c.joints.heels[side]), c.at(c.joints.toes[side])
        mid = ((heel[0] + toe[0]) / 2, min(heel[1], toe[1]) - thick * 0.4)
        half = length / 2
        tip = (mid[0] + half, mid[1] + (0.04 if length > 0.5 else 0.0))
        c.line(
            curve([(mid[0] - half, mid[1]), (mid[0] + 0.75 * half, mid[1]), tip]),
            c.lit(colour, 0, 0.4),
            thick,
        )


def _foam(c: Canvas, subject: Subject) -> None:
    """White water where the arms enter and behind the feet."""
    c.fig.painter.setClipping(False)
    light = c.fig.seen(QColor("#ffffff"))
    stroke = (c.t - subject.since) / SWIM * tau
    for i in range(9):
        part = i / 8
        x = -0.85 + 1.55 * part
        beat = 0.5 + 0.5 * sin(3 * stroke + 2.4 * i)
        edge = 1.0 if i in (0, 1, 8) else 0.45
        c.fill(
            ellipse(x + 0.02 * sin(3.1 * c.t + i), -0.015, 0.1, 0.014 + 0.022 * beat * edge),
            faded(light, 0.5 * (0.5 + 0.5 * edge)),
        )
    for i in range(7):
        up = (1.9 * c.t + 0.37 * i) % 1.0
        x, y = -0.82 - 0.12 * up + 0.02 * i, 0.16 * (up - up * up) * 4 * (0.3 + 0.1 * (i % 4))
        c.fill(ellipse(x, y, 0.012, 0.012), faded(light, 0.7 * (1 - up)))


def _ropes(c: Canvas) -> None:
    """The swing: its seat, ropes and the beam's height are where the body hangs."""
    hips, angle = c.at(c.joints.hips), c.posture.swing
    up = (sin(-angle), cos(-angle))
    length = 2.0 / c.body.height
    top = (hips[0] + up[0] * length, hips[1] + up[1] * length)
    for dx in (-0.02, 0.05):
        c.line(
            curve([(hips[0] + dx, hips[1] - 0.04), (top[0] + dx, top[1])]),
            c.lit(QColor("#c9b48a")),
            0.01,
        )
    c.line(
        curve([(hips[0] - 0.08, hips[1] - 0.055), (hips[0] + 0.12, hips[1] - 0.045)]),
        c.lit(WOOD),
        0.022,
    )


def _easel(c: Canvas) -> None:
    wood = c.lit(WOOD)
    for foot, top in ((0.42, 0.56), (0.8, 0.62), (0.66, 0.6)):
        c.line(curve([(foot, 0.0), (top, 1.02)]), wood, 0.016)
    painter = c.fig.painter
    painter.save()
    painter.translate(0.58, 0.42)
    painter.rotate(-4)
    c.edged(box(-0.17, 0.0, 0.36, 0.46), c.lit(QColor("#f5f0e4"), -0.3, 0.1), 0.006)
    c.fill(box(-0.15, 0.02, 0.32, 0.2), c.lit(QColor("#7fa06a")))
    c.fill(box(-0.15, 0.22, 0.32, 0.22), c.lit(QColor("#9cc4dc")))
    c.fill(ellipse(0.06, 0.33, 0.045, 0.045), c.lit(QColor("#f2c230")))
    c.line(
        curve([(-0.15, 0.22), (-0.05, 0.3), (0.05, 0.23), (0.17, 0.28)]),
        c.lit(QColor("#4f7a5a")),
        0.03,
    )
    painter.restore()


def _bicycle(c: Canvas, subject: Subject, near: bool) -> None:
    """Wheels that roll without slipping, a frame, pedals under the feet."""
    k = 1.72 / c.body.height / 1.72
    r = 0.34 * k * 1.0
    crank, back, front = (0.03, 0.165), (-0.3, r), (0.34, r)
    angle = pedal_angle(subject, c.t)
    metal = c.lit(c.look.accent, 0, 0.3)
    if near:
        end = (crank[0] + PEDAL * cos(angle), crank[1] - PEDAL * sin(angle))
        c.line(curve([crank, end]), c.lit(QColor("#c9d2da")), 0.013)
        return
    for x, y in (back, front):
        _wheel(c, (x, y), r, 2.4 * angle)
    saddle, head = (-0.13, 0.52), (0.22, 0.55)
    for a, b in (
        (back, crank),
        (crank, saddle),
        (crank, head),
        (saddle, head),
        (back, saddle),
        (head, front),
    ):
        c.line(curve([a, b]), metal, 0.02)
    c.line(curve([head, (0.2, 0.62), (0.27, 0.63)]), c.lit(QColor("#23262e")), 0.018)
    c.fill(limb((-0.2, 0.535), (-0.08, 0.53), 0.035, 0.022), c.lit(QColor("#23262e"), 0, 0.4))
    end = (crank[0] - PEDAL * cos(angle), crank[1] + PEDAL * sin(angle))
    c.line(curve([crank, end]), c.lit(darker(QColor("#c9d2da"), 0.3)), 0.013)
    c.line(ellipse(*crank, 0.045, 0.045), c.lit(QColor("#8a929c")), 0.012)


def _wheel(c: Canvas, at: Point, r: float, angle: float) -> None:
    c.line(ellipse(*at, r * 0.95, r * 0.95), c.lit(QColor("#23262b")), 0.022)
    spokes = QPainterPath()
    for i in range(8):
        a = -angle + tau * i / 8
        spokes.moveTo(*at)
        spokes.lineTo(at[0] + 0.9 * r * cos(a), at[1] + 0.9 * r * sin(a))
    c.line(spokes, faded(c.lit(QColor("#c9d2da")), 0.75), 0.004)

"""Tools: what work is done with, in the hands of whoever works."""

from math import atan2, cos, degrees, sin

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainterPath

from engine.animatic.light import faded
from engine.animatic.paint.subjects.people.canvas import Canvas, lighter
from engine.animatic.paint.subjects.shape import Point, blob, box, curve, ellipse, limb, polygon

WOOD, IRON = QColor("#8a5f38"), QColor("#9aa3ad")


def _middle(c: Canvas) -> Point:
    """Between the hands."""
    a, b = c.at(c.joints.hands[0]), c.at(c.joints.hands[1])
    return (a[0] + b[0]) / 2, (a[1] + b[1]) / 2


def rod(c: Canvas, hand: Point) -> None:
    bend = 0.08 * c.posture.swing
    tip = (hand[0] + 0.95, hand[1] + 0.62 - bend)
    rod = QPainterPath(QPointF(hand[0] - 0.12, hand[1] - 0.09))
    rod.quadTo(QPointF(hand[0] + 0.5, hand[1] + 0.42), QPointF(*tip))
    c.line(rod, c.lit(QColor("#6a4a2c")), 0.011)
    line = QPainterPath(QPointF(*tip))
    line.quadTo(QPointF(tip[0] + 0.1, tip[1] - 0.5), QPointF(tip[0] + 0.12, -0.12))
    c.line(line, faded(c.lit(QColor("#e8e8e4")), 0.7), 0.003)
    bob = 0.012 * sin(2.3 * c.t) - 0.12 - 0.03 * c.posture.swing
    c.fill(ellipse(tip[0] + 0.12, bob, 0.018, 0.02), c.lit(QColor("#d1372f"), 0, 0.3))


def tool(c: Canvas, hand: Point) -> None:
    elbow = c.at(c.joints.elbows[0])
    angle = atan2(hand[1] - elbow[1], hand[0] - elbow[0]) + 0.9
    end = (hand[0] + 0.2 * cos(angle), hand[1] + 0.2 * sin(angle))
    c.line(
        curve([(hand[0] - 0.05 * cos(angle), hand[1] - 0.05 * sin(angle)), end]), c.lit(WOOD), 0.018
    )
    painter = c.fig.painter
    painter.save()
    painter.translate(*end)
    painter.rotate(degrees(angle))
    c.edged(box(-0.022, -0.055, 0.044, 0.11, 0.008), c.lit(IRON, 0.2, 0.4), 0.004)
    painter.restore()


def long_tool(c: Canvas, hand: Point, head: str) -> None:
    other = c.at(c.joints.hands[1])
    dx, dy = hand[0] - other[0], hand[1] - other[1]
    size = max((dx * dx + dy * dy) ** 0.5, 1e-3)
    ux, uy = (dx / size, dy / size) if dy < 0 else (0.5, -0.87)
    end = (hand[0] + 0.34 * ux, hand[1] + 0.34 * uy)
    c.line(curve([(other[0] - 0.1 * ux, other[1] - 0.1 * uy), end]), c.lit(WOOD), 0.016)
    tip = (end[0] + 0.11 * ux, end[1] + 0.11 * uy)
    wide = 0.05 if head == "spade" else 0.075
    c.fill(
        polygon(
            [
                (end[0] - wide * uy, end[1] + wide * ux),
                (end[0] + wide * uy, end[1] - wide * ux),
                tip,
            ]
        ),
        c.lit(IRON if head == "spade" else QColor("#d9b25f"), 0, 0.3),
    )


def watering_can(c: Canvas, hand: Point) -> None:
    x, y = hand[0] + 0.02, hand[1] - 0.07
    colour = QColor("#4f8f86")
    c.line(
        curve([(x - 0.07, y + 0.02), (x - 0.04, y + 0.085), (x + 0.05, y + 0.06)]),
        c.lit(colour),
        0.012,
    )
    c.edged(
        polygon(
            [(x - 0.07, y + 0.05), (x + 0.06, y + 0.03), (x + 0.05, y - 0.09), (x - 0.07, y - 0.07)]
        ),
        c.across(colour, (x - 0.08, y), (x + 0.07, y)),
        0.005,
    )
    spout = (x + 0.2, y + 0.015)
    c.line(curve([(x + 0.05, y - 0.06), spout]), c.lit(colour), 0.016)
    c.fill(ellipse(spout[0] + 0.006, spout[1], 0.02, 0.028), c.lit(lighter(colour, 0.2)))
    for i in range(12):
        fallen = (1.9 * c.t + i / 12) % 1.0
        drop = (
            spout[0] + 0.02 + (0.14 + 0.02 * (i % 4)) * fallen,
            spout[1] - 0.42 * fallen * fallen + 0.01 * (i % 3),
        )
        c.fill(ellipse(*drop, 0.005, 0.009), faded(c.lit(QColor("#bfe3f2"), 0, 0.5), 0.8))


def brush(c: Canvas, hand: Point) -> None:
    c.line(
        curve([(hand[0] - 0.03, hand[1] - 0.02), (hand[0] + 0.11, hand[1] + 0.05)]),
        c.lit(WOOD),
        0.009,
    )
    c.fill(ellipse(hand[0] + 0.118, hand[1] + 0.054, 0.013, 0.009), c.lit(c.look.accent))
    x, y = c.at(c.joints.hands[1])
    c.edged(
        blob(
            [(x - 0.05, y + 0.01), (x + 0.03, y + 0.05), (x + 0.11, y + 0.02), (x + 0.06, y - 0.03)]
        ),
        c.lit(QColor("#b98a57"), 0, 0.4),
        0.004,
    )
    for i, colour in enumerate(("#d1372f", "#f2c230", "#2f6fc4", "#3f9b55")):
        c.fill(
            ellipse(x - 0.01 + 0.028 * i, y + 0.018 + 0.01 * (i % 2), 0.01, 0.007),
            c.lit(QColor(colour), 0, 0.3),
        )


def pan(c: Canvas, hand: Point) -> None:
    x, y = c.at(c.joints.hands[1])
    middle = (hand[0] + 0.03, hand[1] - 0.1)
    c.line(curve([(x, y), (middle[0] - 0.1, middle[1])]), c.lit(QColor("#23262e")), 0.016)
    c.edged(
        blob(
            [
                (middle[0] - 0.12, middle[1] + 0.02),
                (middle[0] + 0.12, middle[1] + 0.02),
                (middle[0] + 0.09, middle[1] - 0.03),
                (middle[0] - 0.09, middle[1] - 0.03),
            ]
        ),
        c.lit(QColor("#34383f"), 0, 0.3),
        0.005,
    )
    c.line(curve([hand, (middle[0] + 0.01, middle[1] + 0.01)]), c.lit(WOOD), 0.011)
    for i in range(3):
        rise = (0.5 * c.t + i / 3) % 1.0
        at = (
            middle[0] - 0.06 + 0.06 * i + 0.015 * sin(4 * c.t + i),
            middle[1] + 0.05 + 0.16 * rise,
        )
        c.fill(
            ellipse(*at, 0.018 + 0.02 * rise, 0.026),
            faded(c.fig.seen(QColor("#ffffff")), 0.16 * (1 - rise)),
        )


def laptop(c: Canvas, hand: Point) -> None:
    x, y = _middle(c)
    c.fill(
        polygon(
            [(x - 0.09, y - 0.02), (x + 0.1, y - 0.02), (x + 0.08, y - 0.04), (x - 0.11, y - 0.04)]
        ),
        c.lit(QColor("#8a929c"), 0, 0.5),
    )
    c.edged(
        polygon(
            [(x + 0.06, y - 0.02), (x + 0.1, y - 0.02), (x + 0.15, y + 0.12), (x + 0.12, y + 0.12)]
        ),
        c.lit(QColor("#b6bec6")),
        0.004,
    )


def camera(c: Canvas, hand: Point) -> None:
    x, y = _middle(c)
    c.edged(box(x - 0.05, y - 0.02, 0.1, 0.065, 0.01), c.lit(QColor("#2b2e35"), 0, 0.2), 0.004)
    c.fill(
        ellipse(x + 0.02 * cos(c.joints.head_yaw), y + 0.01, 0.024, 0.024),
        c.lit(QColor("#6f8a9c"), 0, 0.4),
    )


def poles(c: Canvas, hand: Point) -> None:
    for x, y in (c.at(h) for h in c.joints.hands):
        c.line(
            curve([(x, y + 0.03), (x - 0.28, max(y - 0.4, 0.0))]), c.lit(QColor("#3a3f4a")), 0.01
        )


def oars(c: Canvas, hand: Point) -> None:
    x, y = _middle(c)
    end = (x - 0.5, y - 0.38)
    c.line(curve([(x + 0.05, y + 0.03), end]), c.lit(WOOD), 0.018)
    c.fill(limb(end, (end[0] - 0.16, end[1] - 0.1), 0.05, 0.06), c.lit(WOOD, 0, 0.3))

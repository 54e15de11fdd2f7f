"""Hand-held things: umbrellas, books, tools and toys, painted where the near hand is."""

from collections.abc import Callable
from math import atan2, cos, degrees, sin, tau

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainterPath

from engine.animatic.light import faded, mixed
from engine.animatic.motion.people.sports import KICK, RELEASE, THROW
from engine.animatic.motion.wind import gust
from engine.animatic.paint.lamps import shine
from engine.animatic.paint.people.canvas import Canvas, darker, lighter
from engine.animatic.paint.subjects.shape import Point, blob, box, curve, ellipse, limb, polygon

WOOD, IRON, GOLD = QColor("#8a5f38"), QColor("#9aa3ad"), QColor("#e0b84a")
LIT = frozenset(("lantern", "torch"))


def paint(c: Canvas, thing: str) -> None:
    """The thing in the near hand."""
    if thing in THINGS:
        THINGS[thing](c, c.at(c.joints.hands[0]))


def _middle(c: Canvas) -> Point:
    """Between the hands."""
    a, b = c.at(c.joints.hands[0]), c.at(c.joints.hands[1])
    return (a[0] + b[0]) / 2, (a[1] + b[1]) / 2


def _umbrella(c: Canvas, hand: Point) -> None:
    """A canopy over the head, tilted into the wind."""
    x, y = hand
    tip = (x - 0.03, y + 0.5)
    painter = c.fig.painter
    c.line(curve([(x + 0.004, y - 0.06), tip]), c.lit(QColor("#6a6a74")), 0.009)
    colour = c.look.accent
    painter.save()
    painter.translate(*tip)
    painter.rotate(3.0 + 2.0 * sin(1.7 * c.t) + 5.0 * gust(c.fig.stage.scene, c.t))
    canopy = QPainterPath(QPointF(-0.33, -0.17))
    canopy.cubicTo(-0.29, 0.0, -0.12, 0.03, 0, 0.035)
    canopy.cubicTo(0.12, 0.03, 0.29, 0.0, 0.33, -0.17)
    for at in (0.165, 0.0, -0.165, -0.33):
        canopy.quadTo(QPointF(at + 0.082, -0.125), QPointF(at, -0.17))
    c.edged(canopy, c.across(colour, (-0.34, 0), (0.34, 0)), 0.008)
    ribs = QPainterPath()
    for at in (-0.165, 0.0, 0.165):
        ribs.moveTo(0, 0.033)
        ribs.quadTo(QPointF(0.9 * at, 0.0), QPointF(at, -0.17))
    c.line(ribs, faded(c.lit(QColor("#0d0f16")), 0.35), 0.005)
    painter.restore()


def _book(c: Canvas, hand: Point) -> None:
    x, y = _middle(c)
    wide = 0.075 + 0.03 * abs(sin(c.joints.chest_yaw))
    cover = polygon([(x - wide, y + 0.05), (x, y + 0.025), (x + wide, y + 0.05), (x + wide, y - 0.04), (x, y - 0.065), (x - wide, y - 0.04)])  # fmt: skip
    c.edged(cover, c.lit(c.look.accent, 0, -0.1), 0.005)
    c.line(curve([(x, y + 0.025), (x, y - 0.062)]), c.lit(darker(c.look.accent, 0.5)), 0.008)
    c.line(curve([(x - wide, y + 0.055), (x, y + 0.03), (x + wide, y + 0.055)]), c.lit(QColor("#f5efe0"), 0, 0.6), 0.014)


def _cup(c: Canvas, hand: Point) -> None:
    x, y = hand[0] + 0.02, hand[1] + 0.005
    c.line(ellipse(x + 0.03, y + 0.005, 0.014, 0.018), c.lit(QColor("#f1efe9")), 0.008)
    c.edged(polygon([(x - 0.026, y + 0.035), (x + 0.026, y + 0.035), (x + 0.02, y - 0.03), (x - 0.02, y - 0.03)]), c.across(QColor("#f1efe9"), (x - 0.03, y), (x + 0.03, y)), 0.004)  # fmt: skip
    if c.pixels > 150:
        for i in range(2):
            rise = (0.4 * c.t + 0.5 * i) % 1.0
            wisp = curve([(x + 0.008 * sin(5 * c.t + i), y + 0.04 + 0.05 * rise), (x - 0.008 + 0.012 * sin(3 * c.t + i), y + 0.075 + 0.07 * rise)])
            c.line(wisp, faded(c.fig.seen(QColor("#ffffff")), 0.3 * (1 - rise)), 0.012)


def _food(c: Canvas, hand: Point) -> None:
    x, y = hand[0] + 0.02, hand[1] + 0.02
    c.fill(blob([(x - 0.04, y), (x, y + 0.032), (x + 0.04, y), (x + 0.03, y - 0.016), (x - 0.03, y - 0.016)]), c.lit(QColor("#d79a4e"), 0, 0.3))
    c.line(curve([(x - 0.036, y - 0.004), (x + 0.036, y - 0.004)]), c.lit(QColor("#7da04a")), 0.009)


def _stick(c: Canvas, hand: Point, low: float, high: float, lean: float, width: float, colour: QColor) -> Point:
    """A rod through the hand; its upper end is returned."""
    x, y = hand
    top = (x + high * sin(lean), y + high * cos(lean))
    foot = (x - low * sin(lean), y - low * cos(lean))
    c.line(curve([foot, top]), c.lit(colour, 0.2, 0.1), width)
    return top


def _cane(c: Canvas, hand: Point) -> None:
    x, y = hand
    ground = max(y, 0.05)
    c.line(curve([(x + 0.03, 0.0), (x, ground)]), c.lit(WOOD), 0.016)
    c.line(curve([(x, ground), (x - 0.005, ground + 0.03), (x - 0.03, ground + 0.03)]), c.lit(WOOD), 0.018)


def _staff(c: Canvas, hand: Point) -> None:
    top = _stick(c, hand, max(hand[1], 0.0), 0.42, 0.03, 0.018, WOOD)
    if "stars" in c.look.extras:
        c.fill(ellipse(*top, 0.035, 0.035), c.fig.seen(QColor("#8fd6ff")))
    elif c.look.hat == "crown":
        c.fill(ellipse(*top, 0.03, 0.03), c.lit(GOLD, 0, 0.4))
    else:
        c.line(curve([top, (top[0] + 0.03, top[1] + 0.03), (top[0] + 0.05, top[1])]), c.lit(WOOD), 0.016)


def _sword(c: Canvas, hand: Point) -> None:
    x, y = hand
    tip = (x + 0.32, y + 0.36)
    c.fill(polygon([(x + 0.02, y + 0.035), tip, (x + 0.04, y + 0.018)]), c.lit(QColor("#d7dde3"), 0.3, 0.6))
    c.line(curve([(x - 0.01, y + 0.05), (x + 0.055, y - 0.005)]), c.lit(GOLD), 0.014)
    c.line(curve([(x - 0.02, y - 0.02), (x + 0.02, y + 0.025)]), c.lit(QColor("#4a3222")), 0.016)


def _flag(c: Canvas, hand: Point) -> None:
    top = _stick(c, hand, 0.12, 0.5, 0.1, 0.014, WOOD)
    wind = 0.35 + gust(c.fig.stage.scene, c.t)
    up, down = [], []
    for i in range(6):
        part = i / 5
        wave = 0.03 * wind * part * sin(7.0 * c.t - 5.0 * part)
        up.append((top[0] - 0.42 * part, top[1] + wave - 0.05 * part * (1.2 - wind)))
        down.append((top[0] - 0.02 - 0.42 * part, top[1] - 0.24 + wave - 0.06 * part * (1.2 - wind)))
    path = curve(up)
    path.lineTo(QPointF(*down[-1]))
    curve(down[::-1], path)
    path.closeSubpath()
    c.edged(path, c.across(c.look.accent, up[-1], up[0]), 0.006)


def _kite(c: Canvas, hand: Point) -> None:
    """High up on its line, swinging in the wind, with a tail."""
    a, b = sin(0.9 * c.t + c.look.top.greenF() * 9), sin(1.7 * c.t + 2.0)
    x, y = hand[0] + 1.15 + 0.22 * a, hand[1] + 1.75 + 0.12 * b
    line = QPainterPath(QPointF(*hand))
    line.quadTo(QPointF(hand[0] + 0.75, hand[1] + 0.6), QPointF(x, y))
    c.line(line, faded(c.lit(QColor("#f2efe6")), 0.8), 0.004)
    painter = c.fig.painter
    painter.save()
    painter.translate(x, y)
    painter.rotate(-35 + 10 * a)
    colour = QColor(("#d1372f", "#f2c230", "#2f6fc4", "#3f9b55")[int(c.look.top.redF() * 97) % 4])
    c.edged(polygon([(0, 0.26), (0.17, 0.06), (0, -0.3), (-0.17, 0.06)]), c.lit(colour, 0, 0.2), 0.008)
    c.fill(polygon([(0, 0.26), (0.17, 0.06), (0, 0.06)]), c.lit(lighter(colour, 0.45), 0, 0.3))
    c.fill(polygon([(0, -0.3), (-0.17, 0.06), (0, 0.06)]), c.lit(lighter(colour, 0.45), 0, 0.3))
    tail = [(0.05 * sin(4 * c.t - 1.3 * i) * i * 0.5, -0.3 - 0.11 * i) for i in range(6)]
    c.line(curve(tail), c.lit(colour), 0.007)
    for point in tail[1:]:
        c.fill(ellipse(*point, 0.032, 0.014), c.lit(lighter(colour, 0.3)))
    painter.restore()


def _balloon(c: Canvas, hand: Point) -> None:
    sway = 0.05 * sin(1.3 * c.t + 3.0 * hand[0]) + 0.1 * gust(c.fig.stage.scene, c.t)
    x, y = hand[0] - sway, hand[1] + 0.55
    line = QPainterPath(QPointF(*hand))
    line.quadTo(QPointF(hand[0], y - 0.25), QPointF(x, y - 0.13))
    c.line(line, faded(c.lit(QColor("#efe9dc")), 0.8), 0.004)
    c.edged(ellipse(x, y, 0.11, 0.13), c.fig.ball(c.look.accent, x, y, 0.13), 0.006)
    c.fill(ellipse(x - 0.04, y + 0.05, 0.02, 0.032), faded(c.fig.seen(QColor("#ffffff")), 0.5))


def _lantern(c: Canvas, hand: Point) -> None:
    x, y = hand[0], hand[1] - 0.13 + 0.006 * c.posture.swing
    glow = 0.9 + 0.1 * sin(9 * c.t) * sin(5.3 * c.t)
    c.line(curve([(x - 0.03, y + 0.06), (x, y + 0.13), (x + 0.03, y + 0.06)]), c.lit(GOLD), 0.007)
    c.fill(polygon([(x - 0.042, y + 0.05), (x + 0.042, y + 0.05), (x + 0.034, y - 0.07), (x - 0.034, y - 0.07)]), c.fig.seen(mixed(QColor("#ffb347"), QColor("#fff2c4"), 0.5 * glow)))  # fmt: skip
    c.line(curve([(x, y + 0.05), (x, y - 0.07)]), c.lit(darker(GOLD, 0.3)), 0.007)
    for row, wide in ((0.055, 0.05), (-0.072, 0.042)):
        c.line(curve([(x - wide, y + row), (x + wide, y + row)]), c.lit(GOLD, 0, 0.4), 0.016)
    c.fill(polygon([(x - 0.034, y + 0.06), (x, y + 0.1), (x + 0.034, y + 0.06)]), c.lit(GOLD, 0, 0.5))


def _torch(c: Canvas, hand: Point) -> None:
    top = _stick(c, hand, 0.12, 0.16, 0.08, 0.022, WOOD)
    for size, colour in ((1.0, "#ff8a2a"), (0.62, "#ffd35a"), (0.3, "#fff3c8")):
        a = 0.02 * sin(13 * c.t) * size
        flame = blob([(top[0] - 0.045 * size, top[1] + 0.03), (top[0] + a, top[1] + 0.19 * size + 0.03), (top[0] + 0.045 * size, top[1] + 0.03), (top[0], top[1])])
        c.fill(flame, c.fig.seen(QColor(colour)))


def _rod(c: Canvas, hand: Point) -> None:
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


def _tool(c: Canvas, hand: Point) -> None:
    elbow = c.at(c.joints.elbows[0])
    angle = atan2(hand[1] - elbow[1], hand[0] - elbow[0]) + 0.9
    end = (hand[0] + 0.2 * cos(angle), hand[1] + 0.2 * sin(angle))
    c.line(curve([(hand[0] - 0.05 * cos(angle), hand[1] - 0.05 * sin(angle)), end]), c.lit(WOOD), 0.018)
    painter = c.fig.painter
    painter.save()
    painter.translate(*end)
    painter.rotate(degrees(angle))
    c.edged(box(-0.022, -0.055, 0.044, 0.11, 0.008), c.lit(IRON, 0.2, 0.4), 0.004)
    painter.restore()


def _long_tool(c: Canvas, hand: Point, head: str) -> None:
    other = c.at(c.joints.hands[1])
    dx, dy = hand[0] - other[0], hand[1] - other[1]
    size = max((dx * dx + dy * dy) ** 0.5, 1e-3)
    ux, uy = (dx / size, dy / size) if dy < 0 else (0.5, -0.87)
    end = (hand[0] + 0.34 * ux, hand[1] + 0.34 * uy)
    c.line(curve([(other[0] - 0.1 * ux, other[1] - 0.1 * uy), end]), c.lit(WOOD), 0.016)
    tip = (end[0] + 0.11 * ux, end[1] + 0.11 * uy)
    wide = 0.05 if head == "spade" else 0.075
    c.fill(polygon([(end[0] - wide * uy, end[1] + wide * ux), (end[0] + wide * uy, end[1] - wide * ux), tip]), c.lit(IRON if head == "spade" else QColor("#d9b25f"), 0, 0.3))


def _watering_can(c: Canvas, hand: Point) -> None:
    x, y = hand[0] + 0.02, hand[1] - 0.07
    colour = QColor("#4f8f86")
    c.line(curve([(x - 0.07, y + 0.02), (x - 0.04, y + 0.085), (x + 0.05, y + 0.06)]), c.lit(colour), 0.012)
    c.edged(polygon([(x - 0.07, y + 0.05), (x + 0.06, y + 0.03), (x + 0.05, y - 0.09), (x - 0.07, y - 0.07)]), c.across(colour, (x - 0.08, y), (x + 0.07, y)), 0.005)
    spout = (x + 0.2, y + 0.015)
    c.line(curve([(x + 0.05, y - 0.06), spout]), c.lit(colour), 0.016)
    c.fill(ellipse(spout[0] + 0.006, spout[1], 0.02, 0.028), c.lit(lighter(colour, 0.2)))
    for i in range(12):
        fallen = (1.9 * c.t + i / 12) % 1.0
        drop = (spout[0] + 0.02 + (0.14 + 0.02 * (i % 4)) * fallen, spout[1] - 0.42 * fallen * fallen + 0.01 * (i % 3))
        c.fill(ellipse(*drop, 0.005, 0.009), faded(c.lit(QColor("#bfe3f2"), 0, 0.5), 0.8))


def _brush(c: Canvas, hand: Point) -> None:
    c.line(curve([(hand[0] - 0.03, hand[1] - 0.02), (hand[0] + 0.11, hand[1] + 0.05)]), c.lit(WOOD), 0.009)
    c.fill(ellipse(hand[0] + 0.118, hand[1] + 0.054, 0.013, 0.009), c.lit(c.look.accent))
    x, y = c.at(c.joints.hands[1])
    c.edged(blob([(x - 0.05, y + 0.01), (x + 0.03, y + 0.05), (x + 0.11, y + 0.02), (x + 0.06, y - 0.03)]), c.lit(QColor("#b98a57"), 0, 0.4), 0.004)
    for i, colour in enumerate(("#d1372f", "#f2c230", "#2f6fc4", "#3f9b55")):
        c.fill(ellipse(x - 0.01 + 0.028 * i, y + 0.018 + 0.01 * (i % 2), 0.01, 0.007), c.lit(QColor(colour), 0, 0.3))


def _pan(c: Canvas, hand: Point) -> None:
    x, y = c.at(c.joints.hands[1])
    middle = (hand[0] + 0.03, hand[1] - 0.1)
    c.line(curve([(x, y), (middle[0] - 0.1, middle[1])]), c.lit(QColor("#23262e")), 0.016)
    c.edged(blob([(middle[0] - 0.12, middle[1] + 0.02), (middle[0] + 0.12, middle[1] + 0.02), (middle[0] + 0.09, middle[1] - 0.03), (middle[0] - 0.09, middle[1] - 0.03)]), c.lit(QColor("#34383f"), 0, 0.3), 0.005)  # fmt: skip
    c.line(curve([hand, (middle[0] + 0.01, middle[1] + 0.01)]), c.lit(WOOD), 0.011)
    for i in range(3):
        rise = (0.5 * c.t + i / 3) % 1.0
        at = (middle[0] - 0.06 + 0.06 * i + 0.015 * sin(4 * c.t + i), middle[1] + 0.05 + 0.16 * rise)
        c.fill(ellipse(*at, 0.018 + 0.02 * rise, 0.026), faded(c.fig.seen(QColor("#ffffff")), 0.16 * (1 - rise)))


def _microphone(c: Canvas, hand: Point) -> None:
    head = c.at(c.joints.head)
    dx, dy = head[0] - hand[0], head[1] - hand[1]
    end = (hand[0] + 0.25 * dx, hand[1] + 0.25 * dy)
    c.line(curve([hand, end]), c.lit(QColor("#23262e")), 0.014)
    c.fill(ellipse(*end, 0.021, 0.021), c.fig.ball(QColor("#8a929c"), *end, 0.021))


def _phone(c: Canvas, hand: Point) -> None:
    x, y = hand[0] + 0.012, hand[1] + 0.03
    c.fill(box(x - 0.018, y - 0.04, 0.036, 0.075, 0.006), c.lit(QColor("#1a1c22")))
    c.fill(box(x - 0.014, y - 0.034, 0.028, 0.062, 0.003), c.fig.seen(QColor("#bfe0ff")))


def _basket(c: Canvas, hand: Point) -> None:
    x, y = hand[0], hand[1] - 0.13
    straw = QColor("#b98a4a")
    c.line(curve([(x - 0.085, y + 0.02), (x, y + 0.15), (x + 0.085, y + 0.02)]), c.lit(straw), 0.012)
    for i, colour in enumerate(("#c8342b", "#7da04a", "#e0a52e")):
        c.fill(ellipse(x - 0.05 + 0.05 * i, y + 0.03, 0.034, 0.032), c.lit(QColor(colour), 0, 0.4))
    c.edged(polygon([(x - 0.1, y + 0.025), (x + 0.1, y + 0.025), (x + 0.075, y - 0.08), (x - 0.075, y - 0.08)]), c.across(straw, (x - 0.1, y), (x + 0.1, y)), 0.005)
    c.line(curve([(x - 0.09, y - 0.025), (x + 0.09, y - 0.025)]), faded(c.lit(darker(straw, 0.5)), 0.5), 0.006)


def _case(c: Canvas, hand: Point) -> None:
    x, y = hand[0], hand[1] - 0.05
    tall = min(0.15, max(y - 0.02, 0.08))
    leather = QColor("#5d4230")
    c.line(curve([(x - 0.03, y), (x, y + 0.035), (x + 0.03, y)]), c.lit(leather), 0.01)
    c.edged(box(x - 0.11, y - tall, 0.22, tall, 0.012), c.across(leather, (x - 0.11, y), (x + 0.11, y)), 0.005)
    c.line(curve([(x - 0.1, y - 0.06), (x + 0.1, y - 0.06)]), faded(c.lit(darker(leather, 0.5)), 0.6), 0.006)


def _flowers(c: Canvas, hand: Point) -> None:
    x, y = _middle(c)
    for i in range(5):
        a = -0.7 + 0.35 * i
        end = (x + 0.12 * sin(a), y + 0.1 + 0.05 * cos(a))
        c.line(curve([(x, y - 0.05), end]), c.lit(QColor("#4f8a48")), 0.007)
        c.fill(ellipse(*end, 0.034, 0.032), c.lit(QColor(("#e0527a", "#f2c230", "#d1433a", "#f3ece4", "#b86ad0")[i]), 0, 0.3))
    c.fill(polygon([(x - 0.045, y + 0.04), (x + 0.045, y + 0.04), (x, y - 0.08)]), c.lit(QColor("#efe6d2")))


def _ball(c: Canvas, hand: Point) -> None:
    x, y = _middle(c)
    c.edged(ellipse(x + 0.03, y + 0.02, 0.062, 0.062), c.fig.ball(c.look.accent, x + 0.03, y + 0.02, 0.062), 0.005)


def _laptop(c: Canvas, hand: Point) -> None:
    x, y = _middle(c)
    c.fill(polygon([(x - 0.09, y - 0.02), (x + 0.1, y - 0.02), (x + 0.08, y - 0.04), (x - 0.11, y - 0.04)]), c.lit(QColor("#8a929c"), 0, 0.5))
    c.edged(polygon([(x + 0.06, y - 0.02), (x + 0.1, y - 0.02), (x + 0.15, y + 0.12), (x + 0.12, y + 0.12)]), c.lit(QColor("#b6bec6")), 0.004)


def _wand(c: Canvas, hand: Point) -> None:
    top = _stick(c, hand, 0.03, 0.18, 0.6, 0.009, WOOD)
    c.fill(ellipse(*top, 0.02, 0.02), c.fig.seen(QColor("#fff2a8")))


def _camera(c: Canvas, hand: Point) -> None:
    x, y = _middle(c)
    c.edged(box(x - 0.05, y - 0.02, 0.1, 0.065, 0.01), c.lit(QColor("#2b2e35"), 0, 0.2), 0.004)
    c.fill(ellipse(x + 0.02 * cos(c.joints.head_yaw), y + 0.01, 0.024, 0.024), c.lit(QColor("#6f8a9c"), 0, 0.4))


def _gift(c: Canvas, hand: Point) -> None:
    x, y = _middle(c)
    c.edged(box(x - 0.07, y - 0.05, 0.14, 0.12, 0.006), c.across(c.look.accent, (x - 0.07, y), (x + 0.07, y)), 0.005)
    c.line(curve([(x, y + 0.07), (x, y - 0.05)]), c.lit(GOLD), 0.018)
    c.line(curve([(x - 0.03, y + 0.1), (x, y + 0.07), (x + 0.03, y + 0.1)]), c.lit(GOLD), 0.014)


def _ice_cream(c: Canvas, hand: Point) -> None:
    x, y = hand[0] + 0.01, hand[1] + 0.03
    c.fill(polygon([(x - 0.024, y + 0.02), (x + 0.024, y + 0.02), (x, y - 0.06)]), c.lit(QColor("#d9a55a")))
    c.fill(ellipse(x, y + 0.035, 0.03, 0.028), c.lit(QColor("#f3a9b8"), 0, 0.4))


def _guitar(c: Canvas, hand: Point) -> None:
    """Across the body, its neck towards the far hand."""
    grip, hips = c.at(c.joints.hands[1]), hand
    wood = QColor("#b5712f")
    dx, dy = grip[0] - hips[0], grip[1] - hips[1]
    size = max((dx * dx + dy * dy) ** 0.5, 1e-3)
    ux, uy = dx / size, dy / size
    head = (grip[0] + 0.1 * ux, grip[1] + 0.1 * uy)
    painter = c.fig.painter
    c.line(curve([hips, head]), c.lit(QColor("#5a3a20")), 0.026)
    painter.save()
    painter.translate(hips[0] - 0.01 * ux, hips[1] - 0.01 * uy)
    painter.rotate(degrees(atan2(uy, ux)))
    body = blob([(-0.15, 0.0), (-0.12, 0.1), (-0.02, 0.105), (0.04, 0.065), (0.1, 0.08), (0.14, 0.0), (0.1, -0.08), (0.04, -0.065), (-0.02, -0.105), (-0.12, -0.1)])  # fmt: skip
    c.edged(body, c.across(wood, (0, -0.1), (0, 0.1)), 0.006)
    c.fill(ellipse(0.02, 0, 0.03, 0.03), c.lit(QColor("#2a1a10")))
    c.line(curve([(-0.1, -0.02), (-0.1, 0.02)]), c.lit(QColor("#2a1a10")), 0.012)
    painter.restore()


def _poles(c: Canvas, hand: Point) -> None:
    for x, y in (c.at(h) for h in c.joints.hands):
        c.line(curve([(x, y + 0.03), (x - 0.28, max(y - 0.4, 0.0))]), c.lit(QColor("#3a3f4a")), 0.01)


def _oars(c: Canvas, hand: Point) -> None:
    x, y = _middle(c)
    end = (x - 0.5, y - 0.38)
    c.line(curve([(x + 0.05, y + 0.03), end]), c.lit(WOOD), 0.018)
    c.fill(limb(end, (end[0] - 0.16, end[1] - 0.1), 0.05, 0.06), c.lit(WOOD, 0, 0.3))


def flying_ball(c: Canvas, act: str, s: float) -> None:
    """The ball that a throw or kick sends off, on its parabola until it is out of reach."""
    height = c.body.height
    if act == "throw":
        phase, off = s % THROW, RELEASE
        if phase < off:
            _one_ball(c, c.at(c.joints.hands[0]), 0.035, 0.0)
            return
        start, speed = (0.2, 0.95), (7.5, 3.6)
    else:
        phase, off = s % KICK, 0.86
        start, speed = (0.2, 0.065), (8.5, 4.2)
        if phase < off:
            _one_ball(c, start, 0.065, 0.0)
            return
    aloft = phase - off
    x = start[0] + speed[0] * aloft / height
    y = start[1] + (speed[1] * aloft - 4.905 * aloft * aloft) / height
    if y > 0.0:
        _one_ball(c, (x, y), 0.035 if act == "throw" else 0.065, 9.0 * aloft)


def _one_ball(c: Canvas, at: Point, radius: float, spin: float) -> None:
    colour = QColor("#f4f2ec")
    c.edged(ellipse(*at, radius, radius), c.fig.ball(colour, *at, radius), 0.004)
    if c.pixels > 60:
        for i in range(3):
            a = spin + tau * i / 3
            spot = (at[0] + 0.5 * radius * cos(a), at[1] + 0.5 * radius * sin(a))
            c.fill(ellipse(*spot, 0.28 * radius, 0.28 * radius), c.lit(QColor("#2a2c33")))


def glow(c: Canvas, thing: str) -> None:
    """Light round a lantern or torch, laid over everything near it."""
    if thing not in LIT or c.fig.stage.light.lamps < 0.1:
        return
    x, y = c.at(c.joints.hands[0])
    rect = c.fig.painter.transform().mapRect(ellipse(x, y, 0.55, 0.55).boundingRect())
    painter = c.fig.painter
    painter.save()
    painter.resetTransform()
    shine(c.fig.stage, QColor("#ffb860"), rect, 0.75 * c.fig.stage.light.lamps)
    painter.restore()


THINGS: dict[str, Callable[[Canvas, Point], None]] = {
    "umbrella": _umbrella, "book": _book, "cup": _cup, "food": _food, "cane": _cane,
    "staff": _staff, "sword": _sword, "flag": _flag, "kite": _kite, "balloon": _balloon,
    "lantern": _lantern, "torch": _torch, "rod": _rod, "hammer": _tool, "watering_can": _watering_can,
    "brush": _brush, "spoon": _pan, "microphone": _microphone, "phone": _phone, "basket": _basket,
    "bag": _case, "suitcase": _case, "briefcase": _case, "flowers": _flowers, "ball": _ball,
    "laptop": _laptop, "pen": _brush, "wand": _wand, "camera": _camera, "gift": _gift,
    "ice_cream": _ice_cream, "guitar": _guitar, "poles": _poles, "oars": _oars,
    "spade": lambda c, hand: _long_tool(c, hand, "spade"),
    "broom": lambda c, hand: _long_tool(c, hand, "broom"),
}  # fmt: skip

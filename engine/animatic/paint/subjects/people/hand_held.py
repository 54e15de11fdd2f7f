"""Hand-held things: umbrellas, books, tools and toys, painted where the near hand is."""

from collections.abc import Callable
from math import cos, sin

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainterPath

from engine.animatic.light import faded, mixed
from engine.animatic.motion.wind import gust
from engine.animatic.paint.lamps import shine
from engine.animatic.paint.subjects.people import playthings, tools
from engine.animatic.paint.subjects.people.canvas import Canvas, darker
from engine.animatic.paint.subjects.shape import Point, blob, box, curve, ellipse, polygon

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
    wide = 0.095 + 0.035 * abs(sin(c.joints.chest_yaw))
    cover = polygon(
        [
            (x - wide, y + 0.05),
            (x, y + 0.025),
            (x + wide, y + 0.05),
            (x + wide, y - 0.04),
            (x, y - 0.065),
            (x - wide, y - 0.04),
        ]
    )
    c.edged(cover, c.lit(c.look.accent, 0, -0.1), 0.005)
    c.line(curve([(x, y + 0.025), (x, y - 0.062)]), c.lit(darker(c.look.accent, 0.5)), 0.008)
    c.line(
        curve([(x - wide, y + 0.055), (x, y + 0.03), (x + wide, y + 0.055)]),
        c.lit(QColor("#f5efe0"), 0, 0.6),
        0.014,
    )


def _cup(c: Canvas, hand: Point) -> None:
    x, y = hand[0] + 0.02, hand[1] + 0.005
    c.line(ellipse(x + 0.03, y + 0.005, 0.014, 0.018), c.lit(QColor("#f1efe9")), 0.008)
    c.edged(
        polygon(
            [
                (x - 0.026, y + 0.035),
                (x + 0.026, y + 0.035),
                (x + 0.02, y - 0.03),
                (x - 0.02, y - 0.03),
            ]
        ),
        c.across(QColor("#f1efe9"), (x - 0.03, y), (x + 0.03, y)),
        0.004,
    )
    if c.pixels > 150:
        for i in range(2):
            rise = (0.4 * c.t + 0.5 * i) % 1.0
            wisp = curve(
                [
                    (x + 0.008 * sin(5 * c.t + i), y + 0.04 + 0.05 * rise),
                    (x - 0.008 + 0.012 * sin(3 * c.t + i), y + 0.075 + 0.07 * rise),
                ]
            )
            c.line(wisp, faded(c.fig.seen(QColor("#ffffff")), 0.3 * (1 - rise)), 0.012)


def _food(c: Canvas, hand: Point) -> None:
    x, y = hand[0] + 0.02, hand[1] + 0.02
    c.fill(
        blob(
            [
                (x - 0.04, y),
                (x, y + 0.032),
                (x + 0.04, y),
                (x + 0.03, y - 0.016),
                (x - 0.03, y - 0.016),
            ]
        ),
        c.lit(QColor("#d79a4e"), 0, 0.3),
    )
    c.line(curve([(x - 0.036, y - 0.004), (x + 0.036, y - 0.004)]), c.lit(QColor("#7da04a")), 0.009)


def _stick(
    c: Canvas, hand: Point, low: float, high: float, lean: float, width: float, colour: QColor
) -> Point:
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
    c.line(
        curve([(x, ground), (x - 0.005, ground + 0.03), (x - 0.03, ground + 0.03)]),
        c.lit(WOOD),
        0.018,
    )


def _staff(c: Canvas, hand: Point) -> None:
    top = _stick(c, hand, max(hand[1], 0.0), 0.42, 0.03, 0.018, WOOD)
    if "stars" in c.look.extras:
        c.fill(ellipse(*top, 0.035, 0.035), c.fig.seen(QColor("#8fd6ff")))
    elif c.look.hat == "crown":
        c.fill(ellipse(*top, 0.03, 0.03), c.lit(GOLD, 0, 0.4))
    else:
        c.line(
            curve([top, (top[0] + 0.03, top[1] + 0.03), (top[0] + 0.05, top[1])]),
            c.lit(WOOD),
            0.016,
        )


def _sword(c: Canvas, hand: Point) -> None:
    x, y = hand
    tip = (x + 0.32, y + 0.36)
    c.fill(
        polygon([(x + 0.02, y + 0.035), tip, (x + 0.04, y + 0.018)]),
        c.lit(QColor("#d7dde3"), 0.3, 0.6),
    )
    c.line(curve([(x - 0.01, y + 0.05), (x + 0.055, y - 0.005)]), c.lit(GOLD), 0.014)
    c.line(curve([(x - 0.02, y - 0.02), (x + 0.02, y + 0.025)]), c.lit(QColor("#4a3222")), 0.016)


def _lantern(c: Canvas, hand: Point) -> None:
    x, y = hand[0], hand[1] - 0.13 + 0.006 * c.posture.swing
    glow = 0.9 + 0.1 * sin(9 * c.t) * sin(5.3 * c.t)
    c.line(curve([(x - 0.03, y + 0.06), (x, y + 0.13), (x + 0.03, y + 0.06)]), c.lit(GOLD), 0.007)
    c.fill(
        polygon(
            [
                (x - 0.042, y + 0.05),
                (x + 0.042, y + 0.05),
                (x + 0.034, y - 0.07),
                (x - 0.034, y - 0.07),
            ]
        ),
        c.fig.seen(mixed(QColor("#ffb347"), QColor("#fff2c4"), 0.5 * glow)),
    )
    c.line(curve([(x, y + 0.05), (x, y - 0.07)]), c.lit(darker(GOLD, 0.3)), 0.007)
    for row, wide in ((0.055, 0.05), (-0.072, 0.042)):
        c.line(curve([(x - wide, y + row), (x + wide, y + row)]), c.lit(GOLD, 0, 0.4), 0.016)
    c.fill(
        polygon([(x - 0.034, y + 0.06), (x, y + 0.1), (x + 0.034, y + 0.06)]), c.lit(GOLD, 0, 0.5)
    )


def _torch(c: Canvas, hand: Point) -> None:
    top = _stick(c, hand, 0.12, 0.16, 0.08, 0.022, WOOD)
    for size, colour in ((1.0, "#ff8a2a"), (0.62, "#ffd35a"), (0.3, "#fff3c8")):
        a = 0.02 * sin(13 * c.t) * size
        flame = blob(
            [
                (top[0] - 0.045 * size, top[1] + 0.03),
                (top[0] + a, top[1] + 0.19 * size + 0.03),
                (top[0] + 0.045 * size, top[1] + 0.03),
                (top[0], top[1]),
            ]
        )
        c.fill(flame, c.fig.seen(QColor(colour)))


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
    c.line(
        curve([(x - 0.085, y + 0.02), (x, y + 0.15), (x + 0.085, y + 0.02)]), c.lit(straw), 0.012
    )
    for i, colour in enumerate(("#c8342b", "#7da04a", "#e0a52e")):
        c.fill(ellipse(x - 0.05 + 0.05 * i, y + 0.03, 0.034, 0.032), c.lit(QColor(colour), 0, 0.4))
    c.edged(
        polygon(
            [
                (x - 0.1, y + 0.025),
                (x + 0.1, y + 0.025),
                (x + 0.075, y - 0.08),
                (x - 0.075, y - 0.08),
            ]
        ),
        c.across(straw, (x - 0.1, y), (x + 0.1, y)),
        0.005,
    )
    c.line(
        curve([(x - 0.09, y - 0.025), (x + 0.09, y - 0.025)]),
        faded(c.lit(darker(straw, 0.5)), 0.5),
        0.006,
    )


def _case(c: Canvas, hand: Point) -> None:
    x, y = hand[0], hand[1] - 0.05
    tall = min(0.15, max(y - 0.02, 0.08))
    leather = QColor("#5d4230")
    c.line(curve([(x - 0.03, y), (x, y + 0.035), (x + 0.03, y)]), c.lit(leather), 0.01)
    c.edged(
        box(x - 0.11, y - tall, 0.22, tall, 0.012),
        c.across(leather, (x - 0.11, y), (x + 0.11, y)),
        0.005,
    )
    c.line(
        curve([(x - 0.1, y - 0.06), (x + 0.1, y - 0.06)]),
        faded(c.lit(darker(leather, 0.5)), 0.6),
        0.006,
    )


def _wand(c: Canvas, hand: Point) -> None:
    top = _stick(c, hand, 0.03, 0.18, 0.6, 0.009, WOOD)
    c.fill(ellipse(*top, 0.02, 0.02), c.fig.seen(QColor("#fff2a8")))


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
    "umbrella": _umbrella,
    "book": _book,
    "cup": _cup,
    "food": _food,
    "cane": _cane,
    "staff": _staff,
    "sword": _sword,
    "flag": playthings.flag,
    "kite": playthings.kite,
    "balloon": playthings.balloon,
    "lantern": _lantern,
    "torch": _torch,
    "rod": tools.rod,
    "hammer": tools.tool,
    "watering_can": tools.watering_can,
    "brush": tools.brush,
    "spoon": tools.pan,
    "microphone": _microphone,
    "phone": _phone,
    "basket": _basket,
    "bag": _case,
    "suitcase": _case,
    "briefcase": _case,
    "flowers": playthings.flowers,
    "ball": playthings.ball,
    "laptop": tools.laptop,
    "pen": tools.brush,
    "wand": _wand,
    "camera": tools.camera,
    "gift": playthings.gift,
    "ice_cream": playthings.ice_cream,
    "guitar": playthings.guitar,
    "violin": playthings.violin,
    "poles": tools.poles,
    "oars": tools.oars,
    "spade": lambda c, hand: tools.long_tool(c, hand, "spade"),
    "broom": lambda c, hand: tools.long_tool(c, hand, "broom"),
}

"""House fronts of a street: shop, awning, windows, cornice and roof, in metres, y up."""

from dataclasses import dataclass
from random import Random

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF

from engine.animatic.light import faded, mixed, multiplied
from engine.animatic.scene import snow_lies
from engine.animatic.stage import Stage

WALLS = ("#c9a27e", "#a9604f", "#d9c9a6", "#8fa0a3", "#b0805f", "#e0d2ba", "#86917c", "#c98d69",
         "#9c7f8c")  # fmt: skip
SHOPS = ("#2f4a46", "#5a2f2c", "#2c3a55", "#3b3330", "#4f5a38", "#6b3f2a")
AWNINGS = ("#b8402f", "#2f6b58", "#c9942f", "#3a5a8c", "#8c3f5a")
NEONS = ("#ff4f8b", "#38d6ff", "#ffb43a", "#7dff9a", "#b07bff", "#ff5a3c")
SHOP_LIGHT, ROOM_LIGHT = QColor("#ffcf86"), QColor("#ffc873")
SHOP_HEIGHT, FLOOR = 3.7, 3.0
HIGHEST = 24.0


@dataclass(frozen=True, slots=True)
class Neon:
    """A sign: where its middle is, its colour and shape, whether it flickers."""

    x: float
    y: float
    colour: QColor
    shape: int
    broken: bool


@dataclass(frozen=True, slots=True)
class House:
    """One front: `side` of the side street it belongs to, left edge `x`, sizes in metres."""

    side: int
    x: float
    width: float
    floors: int
    wall: QColor
    shop: QColor
    awning: QColor | None
    mansard: bool
    shutters: bool
    balconies: bool
    number: int
    neon: Neon | None

    @property
    def middle(self) -> float:
        """x of its middle."""
        return self.x + self.width / 2

    @property
    def height(self) -> float:
        """Metres from the pavement to the cornice."""
        return SHOP_HEIGHT + FLOOR * self.floors + 0.5


def house(chance: Random, side: int, distance: float, number: int) -> House:
    """A house that begins `distance` metres from the middle of the side street."""
    width = chance.uniform(6.2, 9.4)
    x = distance if side > 0 else -distance - width
    awning = QColor(chance.choice(AWNINGS)) if chance.random() < 0.7 else None
    floors = chance.choice((2, 3, 3, 4))
    sign = None
    if chance.random() < 0.75:
        spot = x + width * chance.uniform(0.2, 0.8)
        colour = QColor(chance.choice(NEONS))
        sign = Neon(spot, 5.6 + chance.uniform(-0.3, 1.4), colour, chance.randrange(4), number == 1)
    return House(
        side, x, width, floors, QColor(chance.choice(WALLS)), QColor(chance.choice(SHOPS)), awning,
        chance.random() < 0.4, chance.random() < 0.4, chance.random() < 0.4, number, sign,
    )  # fmt: skip


def paint(stage: Stage, painter: QPainter, one: House, z: float) -> None:
    """The whole front, lit by the scene."""
    chance = stage.chance(f"front/{one.side}/{one.number}")
    _wall(stage, painter, one, z)
    for floor in range(one.floors):
        _floor(stage, painter, one, floor, chance, z)
    _cornice(stage, painter, one, z)
    _shop(stage, painter, one, chance, z)
    if one.neon is not None:
        _sign(stage, painter, one.neon, z)


def _tone(stage: Stage, colour: QColor, facing: float, z: float) -> QColor:
    """A front faces us: in the evening it stands in its own shade."""
    low_sun = stage.light.sun_y > -0.2
    return stage.light.lit(colour, facing * (0.55 if low_sun else 1.0), z)


def _wall(stage: Stage, painter: QPainter, one: House, z: float) -> None:
    shade = QLinearGradient(0, one.height, 0, 0)
    shade.setColorAt(0, _tone(stage, one.wall, 0.8, z))
    shade.setColorAt(0.6, _tone(stage, one.wall, 0.66, z))
    shade.setColorAt(1, _tone(stage, mixed(one.wall, QColor("#4d4540"), 0.35), 0.45, z))
    painter.fillRect(QRectF(one.x, 0, one.width, one.height), shade)
    course = faded(_tone(stage, QColor("#3a2f2a"), 0.3, z), 0.10)
    y = SHOP_HEIGHT
    while y < one.height:
        painter.fillRect(QRectF(one.x, y, one.width, 0.035), course)
        y += 0.34
    quoin = faded(_tone(stage, mixed(one.wall, QColor("#fff6e6"), 0.4), 0.8, z), 0.7)
    for x in (one.x, one.x + one.width - 0.28):
        painter.fillRect(QRectF(x, SHOP_HEIGHT, 0.28, one.height - SHOP_HEIGHT), quoin)
    edge = one.x if one.side > 0 else one.x + one.width - 0.08
    painter.fillRect(QRectF(edge, 0, 0.08, one.height), faded(QColor("#0c0d12"), 0.35))


# Windows --------------------------------------------------------------------------------------


def _floor(
    stage: Stage, painter: QPainter, one: House, floor: int, chance: Random, z: float
) -> None:
    number = max(round(one.width / 2.3), 2)
    step, low = one.width / number, SHOP_HEIGHT + 0.75 + FLOOR * floor
    for i in range(number):
        x = one.x + step * (i + 0.5)
        _window(stage, painter, one, (x, low), chance, z)
    if one.balconies and floor % 2 == 1:
        _balcony(stage, painter, one, low, z)


def _window(
    stage: Stage, painter: QPainter, one: House, foot: tuple[float, float], chance: Random, z: float
) -> None:
    (x, y), wide, high = foot, 1.05, 1.75
    light = stage.light
    trim = _tone(stage, mixed(one.wall, QColor("#fbf4e6"), 0.6), 0.85, z)
    painter.fillRect(QRectF(x - wide / 2 - 0.12, y - 0.14, wide + 0.24, high + 0.26), trim)
    lit = chance.random() < 0.55 * light.lamps
    glow = mixed(ROOM_LIGHT, QColor("#fff0d0"), chance.random() * 0.6)
    dark = _tone(stage, QColor("#2f3f4e"), 0.35, z)
    pane = QLinearGradient(x - wide / 2, y + high, x + wide / 2, y)
    if lit:
        pane.setColorAt(0, mixed(glow, QColor("#b8763a"), 0.25))
        pane.setColorAt(1, glow)
    else:
        pane.setColorAt(0, mixed(dark, light.middle, 0.35 if not light.night else 0.12))
        pane.setColorAt(0.5, dark)
        pane.setColorAt(1, mixed(dark, light.horizon, 0.25 if not light.night else 0.1))
    painter.fillRect(QRectF(x - wide / 2, y, wide, high), pane)
    if lit and chance.random() < 0.6:
        curtain = faded(QColor("#7a4a2c"), 0.45)
        for side in (-wide / 2, wide / 2 - 0.24):
            painter.fillRect(QRectF(x + side, y, 0.24, high), curtain)
    bar = _tone(stage, QColor("#efe8da"), 0.7, z)
    painter.fillRect(QRectF(x - 0.03, y, 0.06, high), bar)
    painter.fillRect(QRectF(x - wide / 2, y + 1.1, wide, 0.06), bar)
    shadow = faded(QColor("#0a0c12"), 0.28)
    painter.fillRect(QRectF(x - wide / 2, y + high - 0.12, wide, 0.12), shadow)
    _sill(stage, painter, one, foot, chance, z)


def _sill(
    stage: Stage, painter: QPainter, one: House, foot: tuple[float, float], chance: Random, z: float
) -> None:
    (x, y), wide = foot, 1.05
    sill = _tone(stage, QColor("#d9d2c4"), 0.9, z)
    painter.fillRect(QRectF(x - wide / 2 - 0.2, y - 0.2, wide + 0.4, 0.1), sill)
    if one.shutters:
        wood = _tone(stage, mixed(one.shop, QColor("#4f7a6a"), 0.4), 0.6, z)
        slat = faded(QColor("#0a0c12"), 0.2)
        for left in (x - wide / 2 - 0.62, x + wide / 2 + 0.12):
            painter.fillRect(QRectF(left, y - 0.06, 0.5, 1.86), wood)
            for i in range(8):
                painter.fillRect(QRectF(left + 0.06, y + 0.06 + 0.21 * i, 0.38, 0.05), slat)
    elif chance.random() < 0.3:
        _flowers(stage, painter, x, y, chance, z)


def _flowers(stage: Stage, painter: QPainter, x: float, y: float, chance: Random, z: float) -> None:
    painter.setPen(QPen(QColor(0, 0, 0, 0)))
    painter.fillRect(QRectF(x - 0.55, y - 0.22, 1.1, 0.2), _tone(stage, QColor("#7a4a33"), 0.6, z))
    for i in range(14):
        colour = (
            QColor("#4f7a3c") if i < 8 else QColor(chance.choice(("#d8485c", "#f2c14a", "#e88ab0")))
        )
        painter.setBrush(_tone(stage, colour, 0.8, z))
        spot = QPointF(x + chance.uniform(-0.5, 0.5), y + chance.uniform(-0.05, 0.18))
        painter.drawEllipse(spot, 0.1, 0.09)


def _balcony(stage: Stage, painter: QPainter, one: House, low: float, z: float) -> None:
    left, wide = one.x + 0.7, one.width - 1.4
    slab = _tone(stage, QColor("#c9c1b2"), 0.85, z)
    painter.fillRect(QRectF(left, low - 0.32, wide, 0.16), slab)
    painter.fillRect(QRectF(left, low - 0.62, wide, 0.3), faded(QColor("#0a0c12"), 0.22))
    iron = QPainterPath()
    for i in range(int(wide / 0.16) + 1):
        iron.addRect(QRectF(left + 0.16 * i, low - 0.16, 0.03, 0.85))
    iron.addRect(QRectF(left, low + 0.66, wide, 0.06))
    painter.fillPath(iron, _tone(stage, QColor("#24272c"), 0.4, z))


# Roof and shop --------------------------------------------------------------------------------


def _cornice(stage: Stage, painter: QPainter, one: House, z: float) -> None:
    top = one.height
    stone = _tone(stage, mixed(one.wall, QColor("#fff4e0"), 0.55), 0.95, z)
    painter.fillRect(QRectF(one.x, top - 0.75, one.width, 0.3), faded(QColor("#0a0c12"), 0.25))
    painter.fillRect(QRectF(one.x - 0.1, top - 0.45, one.width + 0.2, 0.45), stone)
    snow = snow_lies(stage.scene)
    if one.mansard:
        _mansard(stage, painter, one, top, z)
    elif snow:
        white = stage.light.lit(QColor("#eef3fb"), 0.75, z)
        painter.fillRect(QRectF(one.x - 0.12, top, one.width + 0.24, 0.16), white)
    for x in (one.x + 0.18 * one.width, one.x + 0.78 * one.width):
        high = 2.9 if one.mansard else 1.0
        brick = _tone(stage, QColor("#8a5140"), 0.55, z)
        painter.fillRect(QRectF(x, top, 0.7, high), brick)
        painter.fillRect(QRectF(x - 0.08, top + high, 0.86, 0.14), stone)


def _mansard(stage: Stage, painter: QPainter, one: House, top: float, z: float) -> None:
    white = snow_lies(stage.scene)
    slate = QColor("#dfe6f0") if white else QColor("#545c69")
    shade = QLinearGradient(0, top + 2.3, 0, top)
    shade.setColorAt(0, _tone(stage, slate, 0.9, z))
    shade.setColorAt(1, _tone(stage, slate, 0.5, z))
    x, w = one.x, one.width
    corners = [(x, top), (x + 0.35, top + 2.3), (x + w - 0.35, top + 2.3), (x + w, top)]
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
    painter.fillPath(path, shade)
    for part in (0.3, 0.7):
        spot = x + part * w
        painter.fillRect(
            QRectF(spot - 0.55, top + 0.3, 1.1, 1.4), _tone(stage, QColor("#d8d0c0"), 0.8, z)
        )
        painter.fillRect(
            QRectF(spot - 0.38, top + 0.42, 0.76, 1.1), _tone(stage, QColor("#2f3f4e"), 0.4, z)
        )


def _shop(stage: Stage, painter: QPainter, one: House, chance: Random, z: float) -> None:
    frame = _tone(stage, one.shop, 0.55, z)
    painter.fillRect(QRectF(one.x + 0.1, 0, one.width - 0.2, SHOP_HEIGHT - 0.15), frame)
    band = _tone(stage, mixed(one.shop, QColor("#f2e6c8"), 0.12), 0.75, z)
    painter.fillRect(QRectF(one.x + 0.1, 2.95, one.width - 0.2, 0.6), band)
    door_left = chance.random() < 0.5
    door = one.x + 0.5 if door_left else one.x + one.width - 1.7
    left = one.x + (1.95 if door_left else 0.45)
    _display(stage, painter, QRectF(left, 0.55, one.width - 2.4, 2.25), chance, z)
    _display(stage, painter, QRectF(door, 0.05, 1.2, 2.75), chance, z, plain=True)
    _lettering(stage, painter, one, chance, z)
    if one.awning is not None:
        _awning(stage, painter, one, QRectF(left - 0.2, 1.95, one.width - 2.0, 1.0), z)


def _display(
    stage: Stage, painter: QPainter, pane: QRectF, chance: Random, z: float, plain: bool = False
) -> None:
    """A shop window: goods in warm light after dark, the street's mirror by day."""
    light = stage.light
    inside = mixed(_tone(stage, QColor("#3a4148"), 0.4, z), SHOP_LIGHT, 0.15 + 0.8 * light.lamps)
    shade = QLinearGradient(pane.left(), pane.bottom(), pane.right(), pane.top())
    shade.setColorAt(0, mixed(inside, light.middle, 0.35 * (1 - light.lamps)))
    shade.setColorAt(0.5, inside)
    shade.setColorAt(1, mixed(inside, QColor("#8a5a30"), 0.4))
    painter.fillRect(pane, shade)
    if not plain:
        goods = mixed(inside, QColor("#3b2a22"), 0.55)
        x = pane.left() + 0.2
        while x < pane.right() - 0.5:
            wide, high = chance.uniform(0.25, 0.6), chance.uniform(0.3, 1.15)
            colour = mixed(goods, QColor(chance.choice(AWNINGS)), 0.35)
            painter.fillRect(QRectF(x, pane.top(), wide, high), colour)
            x += wide + chance.uniform(0.1, 0.4)
    streak = QPainterPath()
    for part in (0.12, 0.2):
        x = pane.left() + part * pane.width() + 0.5
        corners = [
            (x, pane.top()),
            (x + 0.8, pane.bottom()),
            (x + 0.98, pane.bottom()),
            (x + 0.18, pane.top()),
        ]
        streak.addPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
    painter.save()
    painter.setClipRect(pane)
    painter.fillPath(streak, faded(QColor("white"), 0.13))
    painter.restore()


def _lettering(stage: Stage, painter: QPainter, one: House, chance: Random, z: float) -> None:
    """The name over the shop, too far to read: strokes of even height."""
    gold = _tone(stage, QColor("#e8c98a"), 0.85, z)
    if stage.light.lamps > 0.3:
        gold = mixed(gold, QColor("#ffe0a0"), 0.5 * stage.light.lamps)
    x, end = one.middle - 0.28 * one.width, one.middle + 0.28 * one.width
    while x < end:
        wide = chance.uniform(0.1, 0.26)
        painter.fillRect(QRectF(x, 3.1, wide, chance.choice((0.24, 0.24, 0.32))), gold)
        x += wide + chance.choice((0.07, 0.07, 0.24))


def _awning(stage: Stage, painter: QPainter, one: House, over: QRectF, z: float) -> None:
    """Striped cloth over the shop window, with a scalloped edge and a shadow below."""
    cloth, cream = one.awning or QColor("white"), QColor("#f3ead6")
    left, low, wide, high = over.left(), over.top(), over.width(), over.height()
    painter.fillRect(QRectF(left, low - 0.55, wide, 0.6), faded(QColor("#0a0c12"), 0.3))
    number = max(int(wide / 0.45), 4)
    for i in range(number):
        part, after = i / number, (i + 1) / number
        top = (left + 0.25 + (wide - 0.5) * part, left + 0.25 + (wide - 0.5) * after)
        foot = (left + wide * part, left + wide * after)
        stripe = QPainterPath(QPointF(top[0], low + high))
        stripe.lineTo(top[1], low + high)
        stripe.lineTo(foot[1], low)
        stripe.cubicTo(foot[1], low - 0.26, foot[0], low - 0.26, foot[0], low)
        stripe.closeSubpath()
        shade = QLinearGradient(0, low + high, 0, low - 0.2)
        colour = cream if i % 2 else cloth
        shade.setColorAt(0, _tone(stage, colour, 1.0, z))
        shade.setColorAt(0.8, _tone(stage, colour, 0.7, z))
        shade.setColorAt(1, _tone(stage, multiplied(colour, QColor("#c0b8b8")), 0.5, z))
        painter.fillPath(stripe, shade)


def _sign(stage: Stage, painter: QPainter, sign: Neon, z: float) -> None:
    """A neon tube bent to a simple shape, on a dark board; grey glass by day."""
    board = _tone(stage, QColor("#20232a"), 0.4, z)
    painter.fillRect(QRectF(sign.x - 0.62, sign.y - 0.95, 1.24, 1.9), board)
    tube = _tube(sign)
    light = stage.light
    colour = mixed(_tone(stage, QColor("#d8d2cc"), 0.6, z), sign.colour, 0.25 + 0.75 * light.lamps)
    if light.night:
        for wide, alpha in ((0.34, 0.22), (0.2, 0.4)):
            painter.strokePath(tube, QPen(faded(sign.colour, alpha), wide))
    painter.strokePath(tube, QPen(mixed(colour, QColor("white"), 0.45 * light.lamps), 0.09))


def _tube(sign: Neon) -> QPainterPath:
    x, y, path = sign.x, sign.y, QPainterPath()
    match sign.shape:
        case 0:
            path.addEllipse(QPointF(x, y + 0.25), 0.38, 0.38)
            path.moveTo(x - 0.4, y - 0.5)
            path.lineTo(x + 0.4, y - 0.5)
        case 1:
            for i in range(3):
                path.moveTo(x - 0.38, y + 0.55 - 0.5 * i)
                path.lineTo(x, y + 0.3 - 0.5 * i)
                path.lineTo(x + 0.38, y + 0.55 - 0.5 * i)
        case 2:
            path.moveTo(x - 0.4, y + 0.7)
            path.lineTo(x + 0.4, y + 0.7)
            path.lineTo(x, y)
            path.lineTo(x - 0.4, y + 0.7)
            path.moveTo(x, y)
            path.lineTo(x, y - 0.65)
            path.moveTo(x - 0.3, y - 0.68)
            path.lineTo(x + 0.3, y - 0.68)
        case _:
            path.addRoundedRect(QRectF(x - 0.38, y - 0.1, 0.6, 0.7), 0.12, 0.12)
            path.addEllipse(QPointF(x + 0.3, y + 0.25), 0.16, 0.2)
            path.moveTo(x - 0.4, y - 0.55)
            path.cubicTo(x - 0.1, y - 0.35, x + 0.1, y - 0.75, x + 0.4, y - 0.55)
    return path

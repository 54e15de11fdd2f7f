"""Outlooks: what a window shows of the hour and the weather outside, and its panes."""

from math import ceil, log2, sin, tau

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainterPath, QPen

from engine.animatic.light import faded, mixed
from engine.animatic.paint.easel import painting
from engine.animatic.paint.lamps import Glow
from engine.animatic.paint.surface import blank
from engine.animatic.scene import snow_lies
from engine.animatic.stage import Stage

FRAME = QColor("#efe7d8")
DROPS = 0.5
"""Height of a pane with drops on it when it is painted, as a part of the frame's."""


def paint_window(
    stage: Stage, pane: QRectF, name: str, look: str = "hills", frame: QColor = FRAME
) -> None:
    """A window over a rectangle of the frame: outside, weather on the glass, sash bars.

    `look` is hills, town or garden; `name` keeps windows of one room apart."""
    painter = stage.painter
    painter.save()
    painter.setClipRect(pane, Qt.ClipOperation.IntersectClip)
    _sky(stage, pane)
    _land(stage, pane, look)
    _weather(stage, pane, name)
    painter.restore()
    _bars(stage, pane, frame)


def daylight(stage: Stage) -> float:
    """How bright it is outside, 0 to 1."""
    return min(max(1.25 * stage.light.horizon.lightnessF() - 0.2, 0.05), 1.0)


def _sky(stage: Stage, pane: QRectF) -> None:
    light = stage.light
    sky = QLinearGradient(pane.topLeft(), pane.bottomLeft())
    sky.setColorAt(0, mixed(light.zenith, light.middle, 0.55))
    sky.setColorAt(0.45, light.middle)
    sky.setColorAt(0.8, light.horizon)
    stage.painter.fillRect(pane, sky)
    if light.night and not stage.scene.weather:
        chance = stage.chance("window stars")
        stage.painter.setPen(QPen(QColor(255, 255, 255, 190), max(0.004 * pane.height(), 0.8)))
        for _ in range(26):
            x, y = chance.random(), 0.6 * chance.random()
            spot = QPointF(pane.x() + x * pane.width(), pane.y() + y * pane.height())
            stage.painter.drawPoint(spot)


def _land(stage: Stage, pane: QRectF, look: str) -> None:
    """What stands outside, in three depths of haze."""
    light, chance = stage.light, stage.chance("outlook")
    bare = {"town": QColor("#6d7284"), "garden": QColor("#3f6a34")}.get(look, QColor("#5a7a52"))
    if snow_lies(stage.scene):
        bare = mixed(bare, QColor("#dfe8f4"), 0.6)
    lit = 0.25 + 0.6 * daylight(stage)
    for layer in range(3):
        colour = mixed(mixed(QColor("#0b1020"), bare, lit), light.horizon, 0.62 - 0.27 * layer)
        low = pane.bottom() - (0.34 - 0.1 * layer) * pane.height()
        path = QPainterPath(QPointF(pane.left(), pane.bottom() + 1))
        if look == "town":
            _roofs(path, pane, low, chance)
        else:
            phase = chance.uniform(0, tau)
            for i in range(25):
                x = i / 24
                wave = sin(4.1 * x + phase) + 0.5 * sin(
                    (9 + 9 * (look == "garden")) * x + 2 * phase
                )
                path.lineTo(pane.left() + x * pane.width(), low + 0.07 * wave * pane.height())
        path.lineTo(pane.right(), pane.bottom() + 1)
        stage.painter.fillPath(path, colour)
    if look == "town" and light.lamps > 0.4:
        _town_lights(stage, pane)


def _roofs(path: QPainterPath, pane: QRectF, low: float, chance: object) -> None:
    x = 0.0
    while x < 1.0:
        wide, up = chance.uniform(0.07, 0.17), chance.uniform(-0.16, 0.08) * pane.height()
        path.lineTo(pane.left() + x * pane.width(), low + up)
        path.lineTo(pane.left() + (x + wide) * pane.width(), low + up)
        x += wide


def _town_lights(stage: Stage, pane: QRectF) -> None:
    chance = stage.chance("town lights")
    size = 0.012 * pane.height()
    for _ in range(46):
        x, y = chance.random(), 0.68 + 0.3 * chance.random()
        colour = QColor(chance.choice(("#ffcf86", "#ffe4b0", "#ff9d5c", "#bfd8ff")))
        swell = 0.65 + 0.35 * sin(tau * (stage.t / chance.uniform(3, 9) + chance.random()))
        spot = QRectF(pane.x() + x * pane.width(), pane.y() + y * pane.height(), size, 1.4 * size)
        stage.painter.fillRect(spot, faded(colour, swell * stage.light.lamps))


# Weather --------------------------------------------------------------------------------------


def _weather(stage: Stage, pane: QRectF, name: str) -> None:
    weather = stage.scene.weather
    if "fog" in weather:
        stage.painter.fillRect(pane, faded(stage.light.horizon, 0.55))
    if "snow" in weather:
        _flakes(stage, pane, name)
    if "rain" in weather or "storm" in weather:
        _falling(stage, pane, name)
        paint_drops(stage, pane, name, 26)
    for flash in stage.scene.flashes:
        age = stage.t - flash.seconds
        if 0.0 <= age < 0.6:
            glow = flash.strength * (1.0 - age / 0.6) ** 2
            stage.painter.fillRect(pane, faded(QColor("#dfe8ff"), 0.85 * glow))


def _flakes(stage: Stage, pane: QRectF, name: str) -> None:
    chance = stage.chance(f"flakes {name}")
    stage.painter.setPen(Qt.PenStyle.NoPen)
    stage.painter.setBrush(QColor(255, 255, 255, 215))
    for _ in range(round(30 + 60 * stage.scene.heaviness)):
        pace, size = chance.uniform(0.14, 0.3), chance.uniform(0.004, 0.011) * pane.height()
        y = (chance.random() + pace * stage.t) % 1.0
        x = (chance.random() + 0.03 * sin(1.3 * stage.t + 9 * pace) - 0.05 * stage.t) % 1.0
        spot = QPointF(pane.x() + x * pane.width(), pane.y() + y * pane.height())
        stage.painter.drawEllipse(spot, size, size)


def _falling(stage: Stage, pane: QRectF, name: str) -> None:
    chance, lines = stage.chance(f"falling {name}"), []
    for _ in range(round(30 + 60 * stage.scene.heaviness)):
        pace, long = chance.uniform(1.4, 2.2), chance.uniform(0.06, 0.12) * pane.height()
        y = pane.y() + (chance.random() + pace * stage.t) % 1.0 * pane.height()
        x = pane.x() + chance.random() * pane.width()
        lines.append(QLineF(x, y, x + 0.1 * long, y - long))
    colour = faded(mixed(stage.light.horizon, QColor("#ffffff"), 0.5), 0.4)
    stage.painter.setPen(QPen(colour, max(0.0025 * pane.height(), 0.7)))
    stage.painter.drawLines(lines)


def paint_drops(stage: Stage, pane: QRectF, name: str, number: int) -> None:
    """Drops that hang on the glass, and some that run down it in starts, each with its trail."""
    chance, painter, tall = stage.chance(f"drops {name}"), stage.painter, pane.height()
    shape = round(2 * log2(pane.width() / pane.height())) / 2
    hanging = stage.wardrobe.keep(
        ("drops", name, shape), lambda: _hanging(stage, 2.0**shape, name, 4 * number)
    )
    painter.drawImage(pane, hanging)
    bright = _bright(stage)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(bright)
    for _ in range(number):
        pace, x, phase = chance.uniform(0.05, 0.16), chance.random(), chance.random()
        fallen = phase + pace * stage.t + 0.02 * sin(2.1 * stage.t + 7 * phase)
        y = 1.15 * (fallen % 1.0)
        size = chance.uniform(0.007, 0.012) * tall
        left = pane.x() + (x + 0.012 * sin(19 * y + 9 * phase)) * pane.width()
        trail = QLinearGradient(0, pane.y() + (y - 0.3) * tall, 0, pane.y() + y * tall)
        trail.setColorAt(0, faded(bright, 0))
        trail.setColorAt(1, faded(bright, 0.4))
        painter.fillRect(
            QRectF(left - 0.35 * size, pane.y() + (y - 0.3) * tall, 0.7 * size, 0.3 * tall), trail
        )
        painter.drawEllipse(QPointF(left, pane.y() + y * tall), 0.8 * size, 1.3 * size)


def _bright(stage: Stage) -> QColor:
    return faded(mixed(stage.light.horizon, QColor("#ffffff"), 0.45), 0.75)


def _hanging(stage: Stage, aspect: float, name: str, number: int) -> QImage:
    """Drops that keep where they are, over a whole pane of about this shape."""
    tall = DROPS * stage.height
    wide = tall * aspect
    image, chance = blank(ceil(wide), ceil(tall)), stage.chance(f"hanging {name}")
    bright = _bright(stage)
    dark = faded(mixed(stage.light.middle, QColor("#101828"), 0.5), 0.5)
    with painting(image) as painter:
        painter.setPen(Qt.PenStyle.NoPen)
        for _ in range(number):
            spot = QPointF(chance.random() * wide, chance.random() * tall)
            size = chance.uniform(0.003, 0.008) * tall
            painter.setBrush(dark)
            painter.drawEllipse(spot, size, 1.2 * size)
            painter.setBrush(bright)
            painter.drawEllipse(spot + QPointF(-0.25 * size, 0.3 * size), 0.5 * size, 0.5 * size)
    return image


def _bars(stage: Stage, pane: QRectF, frame: QColor) -> None:
    """The frame, a cross of sash bars and a sill."""
    painter, thick = stage.painter, 0.035 * min(pane.width(), pane.height())
    tone = mixed(stage.light.lit(frame, 0.5), QColor("#1a1620"), 0.15 * (1 - daylight(stage)))
    dark = mixed(tone, QColor("#1a1620"), 0.3)
    x, y, w, h = pane.x(), pane.y(), pane.width(), pane.height()
    for bar in ((x - thick, y - thick, w + 2 * thick, 1.6 * thick), (x - thick, y, 1.6 * thick, h),
                (x + w - 0.6 * thick, y, 1.6 * thick, h), (x + w / 2 - thick / 2, y, thick, h),
                (x, y + 0.42 * h, w, thick)):  # fmt: skip
        painter.fillRect(QRectF(*bar), tone)
    painter.fillRect(QRectF(x - 3 * thick, y + h - 0.4 * thick, w + 6 * thick, 2 * thick), tone)
    painter.fillRect(QRectF(x - 3 * thick, y + h + 1.6 * thick, w + 6 * thick, 0.7 * thick), dark)


def window_glow(stage: Stage, pane: QRectF) -> Glow:
    """The daylight that a window spreads about it."""
    reach, middle = 0.9 * max(pane.width(), pane.height()), pane.center()
    spot = QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach)
    return Glow(stage.light.horizon, spot, 0.32 * daylight(stage))

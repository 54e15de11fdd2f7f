"""Other worlds: grey, red and strange ground under a sky of its own; and space itself."""

from math import sin, tau

import cv2
import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPen, QRadialGradient

from engine.animatic.camera import beyond
from engine.animatic.light import faded, mixed
from engine.animatic.paint.lamps import shine
from engine.animatic.paint.noise import layered, steps
from engine.animatic.paint.places import country
from engine.animatic.paint.props import show
from engine.animatic.paint.scenery import SHAPES
from engine.animatic.paint.sky import FAR_OFF, sun_at
from engine.animatic.paint.slab import Paint, Piece
from engine.animatic.paint.surface import bgr, opaque
from engine.animatic.stage import Stage
from engine.animatic.view import View

NEBULA_ROWS = 180
PALETTES = (
    ("#2a1a5e", "#b0418f", "#3fb7d6"),
    ("#12284f", "#2f7fb8", "#f0b060"),
    ("#3a1030", "#d9513f", "#f2c46a"),
    ("#102a3a", "#2fa08a", "#a86ad8"),
)


def surface(stage: Stage) -> None:
    """Sky, hills, cratered ground and stones."""
    _own_sky(stage)
    country.paint_far(stage)
    country.paint_ground(stage, marks=_craters(stage))
    country.paint_near(stage)
    show(stage, country.props_of(stage), SHAPES, calm=True)


def space(stage: Stage) -> None:
    """Nebula, stars near and far, and a slow drift through them."""
    _nebula(stage)
    _stars(stage, 1.0)
    _near_stars(stage)


def _own_sky(stage: Stage) -> None:
    light, painter = stage.light, stage.painter
    horizon = stage.view.horizon_y()
    sky = QLinearGradient(0, horizon - 1.0 * stage.height, 0, horizon + 2)
    sky.setColorAt(0, light.zenith)
    sky.setColorAt(0.55, light.middle)
    sky.setColorAt(1, light.horizon)
    painter.fillRect(0, 0, stage.width, stage.height, sky)
    if light.night or light.horizon.lightnessF() < 0.25:
        _stars(stage, 1.0)
    moons = country.wanted(stage, "moons")
    for text in filter(None, moons.split(";")):
        x, y, size, colour = text.split()
        _planet(stage, QPointF(float(x), float(y)), float(size), QColor(colour))
    if country.wanted(stage, "light") == "vacuum" or not light.night:
        _sun(stage)


def _sun(stage: Stage) -> None:
    light, centre = stage.light, sun_at(stage)
    reach = 0.3 * stage.height
    spot = QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach)
    shine(stage, light.glow, spot, 0.9)
    stage.painter.save()
    stage.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    stage.painter.setPen(QColor(0, 0, 0, 0))
    stage.painter.setBrush(mixed(light.glow, QColor("#ffffff"), 0.8))
    stage.painter.drawEllipse(centre, 0.022 * stage.height, 0.022 * stage.height)
    stage.painter.restore()


def _planet(stage: Stage, place: QPointF, size: float, colour: QColor) -> None:
    """A world in the sky, lit from the sun's side, sunk in the air's colour by day."""
    light, painter = stage.light, stage.painter
    x = place.x() * stage.width - stage.view.pan * stage.height
    y = stage.view.horizon_y() - place.y() * stage.height
    radius = size * stage.height
    side = 0.45 if light.sun_x > place.x() else -0.45
    ball = QRadialGradient(QPointF(x + side * radius, y - 0.35 * radius), 1.75 * radius)
    veil = light.middle
    ball.setColorAt(0, mixed(mixed(colour, QColor("#ffffff"), 0.45), veil, 0.25))
    ball.setColorAt(0.5, mixed(colour, veil, 0.4))
    ball.setColorAt(0.95, mixed(mixed(colour, veil, 0.85), QColor("#05060c"), 0.12))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(0, 0, 0, 0))
    painter.setBrush(ball)
    painter.drawEllipse(QPointF(x, y), radius, radius)
    painter.restore()


def _craters(stage: Stage) -> Paint | None:
    """Bowls in the ground: dark on the sun's side, bright beyond, a pale rim."""
    count = int(float(country.wanted(stage, "craters", "0")))
    if not count:
        return None
    chance, light = stage.chance("craters"), stage.light
    base = QColor(country.wanted(stage, "high", "#a8a8a8"))
    bright = light.lit(mixed(base, QColor("#ffffff"), 0.2), 1.0)
    dark = mixed(light.lit(base, 0.1), QColor("#000000"), 0.4)
    side = 1.0 if light.sun_x > 0.5 else -1.0
    spots = sorted(
        (4.5 * 16.0 ** chance.random(), chance.uniform(-1, 1), chance.uniform(0.5, 2.4))
        for _ in range(count)
    )

    def paint(piece: Piece) -> None:
        painter = piece.painter
        painter.setPen(Qt.PenStyle.NoPen)
        for z, across, size in reversed(spots):
            middle = QPointF(across * z * 1.1 * stage.scene.aspect, z)
            bowl = QLinearGradient(middle.x() - side * size, 0, middle.x() + side * size, 0)
            bowl.setColorAt(0, faded(bright, 0.95))
            bowl.setColorAt(0.45, faded(mixed(bright, dark, 0.6), 0.95))
            bowl.setColorAt(1, faded(dark, 0.95))
            painter.setBrush(faded(bright, 0.55))
            painter.drawEllipse(middle + QPointF(0, 0.12 * size), 1.13 * size, 1.18 * size)
            painter.setBrush(bowl)
            painter.drawEllipse(middle, size, size)

    return paint


# Stars ----------------------------------------------------------------------------------------


def _stars(stage: Stage, share: float) -> None:
    """Stars of a few sizes over the whole frame; the bright ones twinkle hardly at all."""
    chance, painter = stage.chance("cosmos"), stage.painter
    wide = stage.width / stage.height + 2 * beyond(stage.scene, FAR_OFF, stage.width, stage.height)
    painter.save()
    for group in range(8):
        size = (0.9 + 0.35 * group) * stage.height / 1080
        colour = QColor(("#ffffff", "#cfdcff", "#ffe9cf", "#ffd0c0")[group % 4])
        glint = 0.85 + 0.15 * sin(tau * (stage.t * (0.1 + 0.05 * group) + 0.3 * group))
        painter.setPen(
            QPen(faded(colour, (0.4 + 0.075 * group) * glint * share), max(1.6 * size, 0.9))
        )
        points = []
        for _ in range(round((70 - 8 * group) * wide / 1.8)):
            x = (
                chance.random() * wide - (wide - stage.width / stage.height) / 2 - stage.view.pan
            ) * stage.height
            points.append(
                QPointF(
                    x, chance.random() * 1.2 * stage.height - (0.1 - stage.view.tilt) * stage.height
                )
            )
        painter.drawPoints(points)
    painter.restore()


def _near_stars(stage: Stage) -> None:
    """Dust that passes as we drift: points in space that come round again."""
    chance, painter = stage.chance("near stars"), stage.painter
    view = View(stage.width, stage.height, x=stage.view.x, y=0.0, horizon=0.5, pan=stage.view.pan)
    painter.save()
    for _ in range(110):
        z = 4.0 + (chance.uniform(0, 40) - 0.7 * stage.t - stage.view.z) % 40.0
        x, y = chance.uniform(-30, 30), chance.uniform(-18, 18)
        near = (1.0 - z / 44.0) ** 1.5
        painter.setPen(
            QPen(faded(QColor("#e6eeff"), 0.75 * near), max(0.03 * stage.height / z, 0.8))
        )
        painter.drawPoint(view.project(x, y, z))
    for i in range(5):
        x, y = chance.random() * stage.width, chance.random() * stage.height
        size = chance.uniform(0.02, 0.05) * stage.height * (0.9 + 0.1 * sin(1.3 * stage.t + i))
        shine(stage, QColor("#cfe0ff"), QRectF(x - size, y - size, 2 * size, 2 * size), 0.8)
    painter.restore()


def _nebula(stage: Stage) -> None:
    plate = stage.wardrobe.keep("nebula", lambda: _clouds(stage))
    aside = beyond(stage.scene, FAR_OFF, stage.width, stage.height) * stage.height
    place = QRectF(-aside, -0.1 * stage.height, stage.width + 2 * aside, 1.2 * stage.height)
    place.translate(-stage.view.pan * stage.height, stage.view.tilt * stage.height)
    stage.painter.fillRect(0, 0, stage.width, stage.height, QColor("#03040c"))
    stage.painter.drawImage(place, plate)


def _clouds(stage: Stage) -> QImage:
    """Glowing gas in three colours with dark lanes, brightest along a band."""
    chance = stage.chance("nebula")
    tall = NEBULA_ROWS
    wide = -(-round(tall * stage.scene.aspect * 1.1) // 64) * 64
    dark, warm, cool = (bgr(QColor(one)) for one in chance.choice(PALETTES))
    gas = layered(chance, tall, wide, 64, 6, 1, 0.55)
    other = layered(chance, tall, wide, 64, 5, 1, 0.55)
    lanes = layered(chance, tall, wide, 32, 5, 1, 0.6)
    x = np.linspace(-1, 1, wide, dtype=np.float32)[None, :]
    y = np.linspace(-1, 1, tall, dtype=np.float32)[:, None]
    tilt = chance.choice((-0.45, 0.45))
    band = np.exp(-(((y - tilt * x + 0.5 * (other - 0.5)) / 0.55) ** 2))
    glow = band * steps(0.32, 0.75, gas) * (1.0 - 0.75 * steps(0.5, 0.68, lanes))
    colour = np.float32([0.045, 0.022, 0.018]) + dark * (0.5 * band)[..., None]
    mix = steps(0.38, 0.62, other)[..., None]
    colour = colour + (warm * (1 - mix) + cool * mix) * glow[..., None] * 0.9
    colour = colour + (glow**3)[..., None] * np.float32([0.5, 0.45, 0.5])
    return opaque(np.clip(cv2.GaussianBlur(colour, (0, 0), 0.8) * 255, 0, 255).astype(np.uint8))

"""Street lamps: post, lantern, its glow in the air and its pool of light on the ground."""

from dataclasses import dataclass
from math import atan2, ceil, degrees, hypot

import cv2
import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF, QRadialGradient

from engine.animatic.light import faded, mixed
from engine.animatic.paint.easel import painting
from engine.animatic.paint.surface import bgr, blank, canvas, pixels, smooth, translucent
from engine.animatic.stage import Stage

WARM = QColor("#ffd08a")
IRON = QColor("#2f343c")
VAST = 400
"""Pixels from which on a halo is worked out at a quarter of its size."""


@dataclass(frozen=True, slots=True)
class Lamp:
    """A lamp's foot and height, metres; its arm reaches `arm` metres to the right."""

    x: float
    z: float
    height: float = 6.0
    arm: float = 0.0


def pools(stage: Stage, lamps: list[Lamp]) -> None:
    """Light on the ground below the lamps; paint before what stands there."""
    if stage.light.lamps < 0.05:
        return
    for lamp in lamps:
        scale = stage.view.pixels_per_metre(lamp.z)
        x = stage.view.project(lamp.x + lamp.arm, 0, lamp.z).x()
        near = stage.view.ground_y(max(lamp.z - 4.5, stage.view.z + 1.2))
        far = stage.view.ground_y(lamp.z + 4.5)
        spot = QRectF(x - 6 * scale, far, 12 * scale, near - far)
        _draw(stage, spot, 0.5 * stage.light.lamps)


def paint(stage: Stage, lamps: list[Lamp]) -> None:
    """Posts and lanterns, the far ones first, each with its glow."""
    for lamp in sorted(lamps, key=lambda one: -one.z):
        if stage.view.sees(lamp.x, lamp.z, 4.0):
            _post(stage, lamp)
            _glow(stage, lamp)


def _post(stage: Stage, lamp: Lamp) -> None:
    painter, scale = stage.painter, stage.view.pixels_per_metre(lamp.z)
    painter.save()
    smooth(painter)
    painter.translate(stage.view.project(lamp.x, 0, lamp.z))
    painter.scale(scale, -scale)
    iron = stage.light.lit(IRON, 0.35, lamp.z)
    pen = QPen(iron, max(0.1, 1.0 / scale))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    top = QPointF(0, lamp.height)
    painter.drawLine(QPointF(0, 0), top)
    if lamp.arm:
        painter.drawLine(top, QPointF(lamp.arm, lamp.height + 0.1))
    painter.fillRect(QRectF(-0.13, 0, 0.26, 0.55), iron)
    glass = mixed(stage.light.lit(QColor("#cfd6d8"), 0.5, lamp.z), WARM, stage.light.lamps)
    _lantern(painter, QPointF(lamp.arm, lamp.height), glass, iron)
    painter.restore()


def _lantern(painter: QPainter, foot: QPointF, glass: QColor, iron: QColor) -> None:
    """Four panes that widen upwards, under a cap with a knob."""
    painter.translate(foot)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(glass)
    painter.drawPolygon(_corners([(-0.13, 0.0), (-0.23, 0.48), (0.23, 0.48), (0.13, 0.0)]))
    painter.setBrush(iron)
    painter.drawPolygon(_corners([(-0.29, 0.48), (-0.08, 0.68), (0.08, 0.68), (0.29, 0.48)]))
    painter.drawEllipse(QPointF(0, 0.72), 0.06, 0.07)
    painter.drawRect(QRectF(-0.16, -0.06, 0.32, 0.07))
    painter.setPen(QPen(iron, 0.04))
    for x in (-1, 0, 1):
        painter.drawLine(QPointF(0.13 * x, 0.0), QPointF(0.23 * x, 0.48))


def _corners(points: list[tuple[float, float]]) -> QPolygonF:
    return QPolygonF([QPointF(*point) for point in points])


def _glow(stage: Stage, lamp: Lamp) -> None:
    if stage.light.lamps < 0.05:
        return
    damp = 1.5 if {"rain", "fog", "snow", "storm"} & set(stage.scene.weather) else 1.0
    centre = stage.view.project(lamp.x + lamp.arm, lamp.height + 0.25, lamp.z)
    reach = 2.6 * damp * stage.view.pixels_per_metre(lamp.z)
    spot = QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach)
    _draw(stage, spot, 0.85 * stage.light.lamps)


def halo(colour: QColor) -> QImage:
    """A soft round light, bright in the middle: 128 by 128 pixels."""
    image = blank(128, 128)
    light = QRadialGradient(64, 64, 64)
    light.setColorAt(0, faded(mixed(colour, QColor("white"), 0.55), 0.95))
    light.setColorAt(0.1, faded(colour, 0.6))
    light.setColorAt(0.32, faded(colour, 0.22))
    light.setColorAt(0.65, faded(colour, 0.06))
    light.setColorAt(1, faded(colour, 0))
    with painting(image) as painter:
        painter.fillRect(image.rect(), light)
    return image


def shine(stage: Stage, colour: QColor, spot: QRectF, strength: float) -> None:
    """Draw a halo of this colour over a rectangle of the frame, adding light to what is there."""
    image = stage.wardrobe.keep(("halo", colour.name()), lambda: halo(colour))
    painter = stage.painter
    plain = painter.transform().isIdentity() and not painter.hasClipping()
    if plain and min(spot.width(), spot.height()) > VAST:
        _brighten(canvas(stage), pixels(image), spot, min(strength, 1.0))
        return
    painter.save()
    smooth(painter)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Screen)
    painter.setOpacity(min(strength, 1.0))
    painter.drawImage(spot, image)
    painter.restore()


def _brighten(frame: np.ndarray, light: np.ndarray, spot: QRectF, strength: float) -> None:
    """Screen a light onto what it reaches: uint8 BGRA. It is so soft that a quarter of its pixels
    across and down are enough to work out."""
    rows, columns = frame.shape[:2]
    left, top = max(int(spot.left()), 0), max(int(spot.top()), 0)
    wide = min(ceil(spot.right()), columns) - left
    tall = min(ceil(spot.bottom()), rows) - top
    if wide < 1 or tall < 1:
        return
    small = -(-wide // 4), -(-tall // 4)
    across, down = light.shape[1] / spot.width(), light.shape[0] / spot.height()
    back = np.array(
        [[4 * across, 0, (left + 2.0 - spot.left()) * across - 0.5],
         [0, 4 * down, (top + 2.0 - spot.top()) * down - 0.5]]
    )  # fmt: skip
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    seen = cv2.convertScaleAbs(cv2.warpAffine(light, back, small, flags=flags), alpha=strength)
    dark = cv2.resize(cv2.bitwise_not(seen), (4 * small[0], 4 * small[1]))[:tall, :wide]
    part = frame[top : top + tall, left : left + wide]
    cv2.bitwise_not(part, dst=part)
    cv2.multiply(part, dark, dst=part, scale=1 / 255)
    cv2.bitwise_not(part, dst=part)


def beam(
    stage: Stage, colour: QColor, ends: tuple[QPointF, QPointF], wide: float, strength: float
) -> None:
    """A cone of light in the air from the first end to the second, where it is `wide` pixels
    across; soft at its edges, fading as it goes."""
    near, far = ends
    cone = stage.wardrobe.keep(("cone", colour.name()), lambda: _cone(colour))
    reach = hypot(far.x() - near.x(), far.y() - near.y())
    painter = stage.painter
    painter.save()
    painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform)
    painter.setOpacity(painter.opacity() * min(strength, 1.0))
    painter.translate(near)
    painter.rotate(degrees(atan2(far.y() - near.y(), far.x() - near.x())))
    painter.drawImage(QRectF(0, -wide / 2, reach, wide), cone)
    painter.restore()


def _cone(colour: QColor) -> QImage:
    """A beam from left to right: wider and weaker as it goes, bright along its middle."""
    along = np.linspace(0.0, 1.0, 256, dtype=np.float32)[None, :]
    aside = np.linspace(-1.0, 1.0, 96, dtype=np.float32)[:, None]
    spread = 0.06 + 0.94 * along
    core = np.exp(-((aside / (0.42 * spread)) ** 2))
    alpha = 0.8 * core * (1.0 - along) ** 1.5 * np.clip(3.0 * (1.0 - abs(aside)), 0.0, 1.0)
    return translucent(bgr(colour) * np.ones((96, 256, 1), np.float32), alpha)


def _draw(stage: Stage, spot: QRectF, strength: float) -> None:
    shine(stage, WARM, spot, strength)

"""Synthwave: night in magenta and cyan, a striped sun, a glowing grid on the ground, scan lines."""

from math import pi

import cv2
import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainterPath, QPen

from engine.animatic.light import faded
from engine.animatic.paint.grade import saturated
from engine.animatic.paint.sky import sun_at
from engine.animatic.paint.styles.paper import laid_down, taken, texture
from engine.animatic.paint.styles.tones import toned
from engine.animatic.setting import setting_of
from engine.animatic.stage import Stage

TONES = (
    (0.0, "#0a0420"),
    (0.22, "#2a0f5e"),
    (0.45, "#8a1f9c"),
    (0.66, "#ff3fa4"),
    (0.85, "#ff9e6b"),
    (1.0, "#fff2c4"),
)
SKY = ((0.0, "#0d0630"), (0.4, "#3a1078"), (0.72, "#c0267e"), (1.0, "#ff8a5c"))
SPACING = 2.0
"""Metres between lines of the grid, times a power of two that suits the camera's height."""


def paint_sky(stage: Stage) -> None:
    """The sky of the style, stars of the scene's own left out, and its sun."""
    view = stage.view
    horizon = view.horizon_y()
    shade = QLinearGradient(QPointF(0, horizon - 0.75 * stage.height), QPointF(0, horizon))
    for part, colour in SKY:
        shade.setColorAt(part, QColor(colour))
    stage.painter.fillRect(QRectF(0, 0, stage.width, max(horizon, 0.0) + 2), shade)
    _sun(stage)


def _sun(stage: Stage) -> None:
    """A large disc from yellow to pink, cut by bands that widen downwards."""
    radius = 0.2 * min(stage.height, stage.width) * stage.view.zoom
    centre = QPointF(sun_at(stage).x(), stage.view.horizon_y() - 0.62 * radius)
    disc = QPainterPath()
    disc.addEllipse(centre, radius, radius)
    for number in range(7):
        top = centre.y() + radius * (0.02 + 0.15 * number)
        cut = QPainterPath()
        cut.addRect(QRectF(centre.x() - radius, top, 2 * radius, radius * (0.03 + 0.016 * number)))
        disc = disc.subtracted(cut)
    shade = QLinearGradient(centre - QPointF(0, radius), centre + QPointF(0, radius))
    shade.setColorAt(0.0, QColor("#fff27a"))
    shade.setColorAt(0.5, QColor("#ff9a4d"))
    shade.setColorAt(1.0, QColor("#ff2f92"))
    stage.painter.fillPath(disc, shade)


def paint_ground(stage: Stage) -> None:
    """A grid of light on the ground that comes towards the camera as it goes."""
    view, painter = stage.view, stage.painter
    horizon = view.horizon_y()
    if horizon >= stage.height - 2 or not setting_of(stage.scene.place).open_air:
        return
    step = SPACING * 2.0 ** round(np.log2(max(view.y, 0.4) / 2.0))
    painter.save()
    painter.setClipRect(QRectF(0, horizon, stage.width, stage.height - horizon))
    dim = QLinearGradient(QPointF(0, horizon), QPointF(0, stage.height))
    dim.setColorAt(0.0, faded(QColor("#1a0638"), 0.35))
    dim.setColorAt(1.0, faded(QColor("#0a0220"), 0.78))
    painter.fillRect(QRectF(0, horizon, stage.width, stage.height), dim)
    painter.setRenderHint(painter.RenderHint.Antialiasing)
    lines = _grid(stage, step)
    for width, alpha in ((7.0, 0.16), (1.7, 0.9)):
        pen = QPen(faded(QColor("#37e8ff"), alpha), width * stage.height / 1080)
        painter.setPen(pen)
        painter.drawLines(lines)
    painter.restore()


def _grid(stage: Stage, step: float) -> list[QLineF]:
    view = stage.view
    near = view.z + max(view.depth_at(stage.height + 2.0) - view.z, 0.8)
    far = view.z + 60.0 * step
    lines, z = [], step * np.ceil(near / step)
    while z < far:
        y = view.ground_y(z)
        lines.append(QLineF(0, y, stage.width, y))
        z += step * (1.0 if z - view.z < 20.0 * step else 3.0)
    half = 0.5 * stage.width / stage.height
    reach = half * (0.5 * far) / view.focal
    first = int(np.floor((view.x - reach) / step))
    for number in range(first, first + min(int(2 * reach / step) + 2, 140)):
        x = number * step
        lines.append(QLineF(view.project(x, 0, far), view.project(x, 0, near)))
    return lines


def paint(stage: Stage) -> None:
    """Magenta and cyan tones over the colours, glow, scan lines."""
    sheet = _darkened(taken(stage))
    grey = cv2.cvtColor(sheet, cv2.COLOR_BGR2GRAY)
    neon = cv2.addWeighted(toned(grey, TONES), 0.5, saturated(sheet, 1.5), 0.56, 0.0)
    bright = cv2.subtract(neon, 92)
    small = cv2.resize(
        bright, (bright.shape[1] // 4, bright.shape[0] // 4), interpolation=cv2.INTER_AREA
    )
    glow = cv2.blur(cv2.blur(small, (15, 15)), (15, 15))
    glow = cv2.resize(glow, (neon.shape[1], neon.shape[0]), interpolation=cv2.INTER_LINEAR)
    laid_down(stage, cv2.addWeighted(neon, 1.0, glow, 1.1, 0.0), texture(stage, "scan", _scan))


def _darkened(sheet: np.ndarray) -> np.ndarray:
    """A bright picture as dark as an evening, so that what glows can glow."""
    level = float(cv2.mean(cv2.cvtColor(sheet, cv2.COLOR_BGR2GRAY))[0])
    return cv2.convertScaleAbs(sheet, alpha=min(88.0 / max(level, 1.0), 1.0))


def _scan(size: tuple[int, int]) -> np.ndarray:
    """Every third row of a 540-row screen is darker."""
    rows = np.arange(size[1], dtype=np.float32)[:, None] * (540.0 / min(size))
    wave = 0.5 + 0.5 * np.cos(2.0 * pi * rows / 4.0)
    return np.broadcast_to(1.03 - 0.14 * wave, (size[1], size[0])).astype(np.float32)

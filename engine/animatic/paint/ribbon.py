"""Ribbons: lines of even width through many points, gathered in a mask and laid on in one go.

Stroking or filling such long flat shapes with QPainter costs ten times as much.
"""

from dataclasses import dataclass
from math import ceil, floor

import cv2
import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from engine.animatic.paint.surface import over

SHIFT = 4
"""Bits of a pixel that OpenCV is told."""


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A line through points of the frame in pixels, which must turn gently; 0 to 1 opaque."""

    points: list[QPointF]
    wide: float
    alpha: float = 1.0


def paint_ribbons(painter: QPainter, ribbons: list[Ribbon], colour: QColor) -> None:
    """Paint lines of one colour on a painter that has not been moved; where they cross, the last
    one counts."""
    shapes = [(_outline(one), round(255 * min(one.alpha, 1.0))) for one in ribbons]
    if not shapes:
        return
    device = painter.device()
    low = np.min([shape.min(axis=0) for shape, _ in shapes], axis=0)
    high = np.max([shape.max(axis=0) for shape, _ in shapes], axis=0)
    left, top = max(floor(low[0]) - 1, 0), max(floor(low[1]) - 1, 0)
    right = min(ceil(high[0]) + 2, device.width())
    bottom = min(ceil(high[1]) + 2, device.height())
    if right <= left or bottom <= top:
        return
    mask = np.zeros((bottom - top, right - left), np.uint8)
    for shape, value in shapes:
        corners = np.round((shape - (left + 0.5, top + 0.5)) * 2**SHIFT).astype(np.int32)
        cv2.fillPoly(mask, [corners], value, cv2.LINE_AA, SHIFT)
    painter.drawImage(left, top, over(_table(colour)[mask].view(np.uint8), see_through=True))


def fill_ribbon(painter: QPainter, ribbon: Ribbon, colour: QColor) -> None:
    """Paint one line by the painter itself, which is cheaper for lines that rise steeply: a mask
    would be as high as they are."""
    outline = QPolygonF([QPointF(x, y) for x, y in _outline(ribbon).tolist()])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(outline, Qt.FillRule.WindingFill)


def _outline(ribbon: Ribbon) -> np.ndarray:
    """Both sides of a ribbon, there and back: float64 (points, 2)."""
    line = np.array([(point.x(), point.y()) for point in ribbon.points])
    along = np.gradient(line, axis=0)
    long = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-6)
    aside = np.stack([-along[:, 1], along[:, 0]], axis=1) * (ribbon.wide / 2 / long)[:, None]
    return np.concatenate([line - aside, (line + aside)[::-1]])


def _table(colour: QColor) -> np.ndarray:
    """The colour at every alpha, premultiplied: uint32 (256, 1), the bytes BGRA."""
    parts = np.array([colour.blue(), colour.green(), colour.red(), 255], np.uint32)
    alpha = np.arange(256, dtype=np.uint32)[:, None]
    return ((parts * alpha + 127) // 255).astype(np.uint8).view(np.uint32)

"""Arabesque: jewel colours in flat areas between lines of gold, framed by bands of girih stars."""

import cv2
import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPainterPath, QPen

from engine.animatic.light import faded
from engine.animatic.paint.easel import painting
from engine.animatic.paint.grade import saturated
from engine.animatic.paint.styles.girih import rosette, star, stars_and_crosses
from engine.animatic.paint.styles.lines import evened, outlines
from engine.animatic.paint.styles.paper import fibre, laid_down, lay_over, taken, texture
from engine.animatic.paint.styles.tones import (
    covered,
    curve,
    flattened,
    in_palette,
    nearest_table,
)
from engine.animatic.paint.surface import blank
from engine.animatic.stage import Stage

JEWELS = (
    "#0b1d3f", "#123a73", "#1c62a8", "#3f97c9", "#9bd0d8", "#0d4a4a", "#14807a", "#53b59a",
    "#1d5a34", "#5d9440", "#b9c765", "#6b1326", "#a8202f", "#d6553c", "#ea9a4a", "#f3cf7a",
    "#f8ecc9", "#3f1d4a", "#7a3a7d", "#c07fa6", "#2b1a18", "#704526", "#b98a55", "#e3d3b4",
)  # fmt: skip
GOLD, BAND = "#e2b450", 0.078
RICH = curve([(0.0, 0.06), (0.3, 0.34), (0.7, 0.8), (1.0, 1.0)])


def paint(stage: Stage) -> None:
    """Jewel colours, gold lines, and the frame."""
    sheet = evened(taken(stage), 92.0)
    flat = saturated(cv2.LUT(flattened(sheet, 5), RICH), 1.35)
    jewels = in_palette(flat, nearest_table(JEWELS))
    flat = cv2.addWeighted(cv2.medianBlur(jewels, 3), 0.6, flat, 0.4, 0.0)
    line = cv2.dilate(outlines(sheet, 18, 6.0), np.ones((2, 2), np.uint8))
    laid_down(stage, covered(flat, GOLD, line), texture(stage, "fibre", fibre(0.06)))
    lay_over(stage, "girih", lambda: _frame(stage))


def _frame(stage: Stage) -> QImage:
    """A band of stars along the edges, rosettes in its corners, a veil of stars over the sky."""
    image = blank(stage.width, stage.height)
    unit = min(stage.width, stage.height)
    band = BAND * unit
    whole = QRectF(0, 0, stage.width, stage.height)
    inner = whole.adjusted(band, band, -band, -band)
    with painting(image) as painter:
        _veil(painter, inner, unit)
        ring = QPainterPath()
        ring.addRect(whole)
        ring.addRect(inner)
        painter.fillPath(ring, QColor("#0d2a55"))
        painter.setClipPath(ring)
        stars = stars_and_crosses(whole, band, inner.adjusted(band, band, -band, -band))
        painter.fillPath(stars, QColor("#14706e"))
        _gold(painter, stars, unit, 0.0019)
        painter.setClipping(False)
        for x in (band / 2, stage.width - band / 2):
            for y in (band / 2, stage.height - band / 2):
                _corner(painter, QPointF(x, y), 0.5 * band, unit)
        for inset, wide in ((0.02, 0.0022), (0.98, 0.0045), (1.12, 0.0014)):
            edge = QPainterPath()
            edge.addRect(whole.adjusted(inset * band, inset * band, -inset * band, -inset * band))
            _gold(painter, edge, unit, wide)
    return image


def _veil(painter: QPainter, area: QRectF, unit: float) -> None:
    """Stars over the upper part, fading downwards."""
    fade = QLinearGradient(0, area.top(), 0, area.top() + 0.5 * area.height())
    fade.setColorAt(0.0, faded(QColor("#ffe6a6"), 0.34))
    fade.setColorAt(1.0, faded(QColor("#ffe6a6"), 0.0))
    painter.setPen(QPen(fade, 0.0016 * unit))
    painter.drawPath(stars_and_crosses(area, 0.15 * unit))


def _corner(painter: QPainter, centre: QPointF, radius: float, unit: float) -> None:
    square = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    painter.fillRect(square, QColor("#6b1326"))
    painter.fillPath(star(centre, 0.9 * radius), QColor("#123a73"))
    _gold(painter, rosette(centre, 0.9 * radius), unit, 0.002)


def _gold(painter: QPainter, path: QPainterPath, unit: float, wide: float) -> None:
    """A line of gold leaf: dark below, bright above."""
    painter.strokePath(path, QPen(QColor("#6d4713"), max(1.5 * wide * unit, 1.0)))
    painter.strokePath(path, QPen(QColor("#f0cb6a"), max(0.9 * wide * unit, 0.6)))

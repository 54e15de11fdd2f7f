"""Ukiyo-e: a woodblock print with an indigo key block, graded skies and the grain of the wood."""

import cv2
import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPen

from engine.animatic.paint.easel import painting
from engine.animatic.paint.grade import saturated
from engine.animatic.paint.styles.lines import outlines
from engine.animatic.paint.styles.paper import laid_down, lay_over, size_of, taken, texture, wood
from engine.animatic.paint.styles.tones import (
    covered,
    curve,
    flattened,
    in_palette,
    inked,
    nearest_table,
    plain,
    posterised,
)
from engine.animatic.paint.surface import blank
from engine.animatic.stage import Stage

INKS = (
    "#1b2a4a", "#2d4a78", "#4f79a4", "#8fb0bf", "#c5d3c8", "#efe3c6", "#f6eedb", "#e3c795",
    "#d09a5e", "#b9523c", "#8d3430", "#e0876a", "#efb9a0", "#5e7a52", "#8fa06a", "#bcc490",
    "#3a4638", "#6a5a46", "#9c8764", "#2a2730",
)  # fmt: skip
FADED = curve([(0.0, 0.14), (0.3, 0.4), (0.65, 0.76), (1.0, 0.98)])


def paint(stage: Stage) -> None:
    """Flat inks, a bokashi at the top, the key block's lines, paper and wood, a cartouche."""
    sheet = taken(stage)
    mean = float(cv2.mean(cv2.cvtColor(sheet, cv2.COLOR_BGR2GRAY))[0])
    lifted = cv2.convertScaleAbs(sheet, alpha=min(max(105.0 / max(mean, 30.0), 1.0), 1.7))
    flat = posterised(cv2.LUT(flattened(lifted, 5), FADED), 8, 0.2)
    inks = cv2.medianBlur(in_palette(saturated(flat, 1.35), nearest_table(INKS)), 3)
    print_ = cv2.addWeighted(inks, 0.8, cv2.blur(flat, (5, 5)), 0.2, 0.0)
    print_ = covered(print_, "#1f3763", stage.wardrobe.keep("bokashi", lambda: _bokashi(stage)))
    line = outlines(sheet, 15, 8.0)
    print_ = inked(print_, "#182340", line)
    paper = cv2.addWeighted(print_, 0.94, plain(sheet.shape, "#efe0bd"), 0.06, 0.0)
    laid_down(stage, paper, texture(stage, "wood", wood(0.07)))
    lay_over(stage, "cartouche", lambda: _cartouche(stage))


def _bokashi(stage: Stage) -> np.ndarray:
    """Ink wiped off the block by hand, darkest along the top edge: uint8 (height, width)."""
    size = size_of(stage)
    y = np.linspace(0.0, 1.0, size[1], dtype=np.float32)[:, None]
    cover = 0.85 * np.clip(1.0 - y / 0.24, 0.0, 1.0) ** 1.4
    return np.ascontiguousarray(np.broadcast_to((255.0 * cover).astype(np.uint8), size[::-1]))


def _cartouche(stage: Stage) -> QImage:
    """A bare margin, and a red slip with strokes of writing in the upper right."""
    image = blank(stage.width, stage.height)
    unit = min(stage.width, stage.height)
    with painting(image) as painter:
        rim = 0.022 * unit
        painter.setPen(QPen(QColor("#efe3c8"), 2 * rim))
        painter.drawRect(QRectF(0, 0, stage.width, stage.height))
        painter.setPen(QPen(QColor("#182340"), 0.0022 * unit))
        painter.drawRect(QRectF(rim, rim, stage.width - 2 * rim, stage.height - 2 * rim))
        slip = QRectF(stage.width - 0.125 * unit, 0.06 * unit, 0.06 * unit, 0.21 * unit)
        painter.fillRect(slip, QColor(184, 62, 48, 235))
        painter.setPen(QPen(QColor("#f6eedb"), 0.005 * unit))
        for number, (wide, lean) in enumerate(
            ((0.5, 0.0), (0.34, 0.1), (0.52, -0.05), (0.4, 0.08))
        ):
            y = slip.top() + (0.16 + 0.23 * number) * slip.height()
            left, right = (slip.center().x() + side * wide * slip.width() / 2 for side in (-1, 1))
            slant = lean * slip.width()
            painter.drawLine(
                QRectF(left, y, right - left, slant).topLeft(),
                QRectF(left, y, right - left, slant).bottomRight(),
            )
            middle = QRectF(
                slip.center().x(), y - 0.05 * slip.height(), slant, 0.12 * slip.height()
            )
            painter.drawLine(middle.topLeft(), middle.bottomRight())
    return image

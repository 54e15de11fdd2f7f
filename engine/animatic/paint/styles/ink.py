"""Ink: washes of grey and brush lines on rice paper, with a red seal, as in sumi-e."""

from random import Random

import cv2
import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPen

from engine.animatic.paint.easel import painting
from engine.animatic.paint.grade import saturated
from engine.animatic.paint.styles.lines import (
    contours,
    evened,
    outlines,
    soft_grey,
    wandered,
)
from engine.animatic.paint.styles.paper import (
    fibre,
    field,
    laid_down,
    lay_over,
    size_of,
    taken,
    texture,
)
from engine.animatic.paint.styles.tones import curve, flattened, inked, toned
from engine.animatic.paint.surface import blank
from engine.animatic.stage import Stage

WASH = curve(
    [(0, 0), (0.1, 0.08), (0.2, 0.3), (0.34, 0.44), (0.46, 0.66), (0.6, 0.8), (0.75, 0.97), (1, 1)]
)
LIFTED = curve([(0.0, 0.0), (0.25, 0.4), (0.6, 0.8), (1.0, 1.0)])
TONES = ((0.0, "#17181c"), (0.3, "#4a4d54"), (0.62, "#a9aaa6"), (0.85, "#e2ded0"), (1.0, "#f5f0e2"))


def paint(stage: Stage) -> None:
    """Few washes with a trace of the colours, lines that swell, paper, seal."""
    sheet = wandered(stage, taken(stage), 1.6)
    flat = flattened(sheet, 7)
    plain = cv2.cvtColor(evened(flat, 132.0), cv2.COLOR_BGR2GRAY)
    grey = cv2.LUT(cv2.addWeighted(plain, 0.7, cv2.equalizeHist(plain), 0.3, 4.0), WASH)
    pooled = cv2.subtract(cv2.blur(grey, (13, 13)), grey)
    grey = cv2.subtract(grey, pooled)
    grey = cv2.add(grey, stage.wardrobe.keep("bloom", lambda: _bloom(stage)))
    wash = cv2.addWeighted(toned(grey, TONES), 0.9, saturated(flat, 0.9), 0.1, 4.0)
    press = stage.wardrobe.keep("brush", lambda: _press(stage))
    line = contours(soft_grey(cv2.LUT(sheet, LIFTED)), 2.0, 15.0)
    line = cv2.max(line, cv2.blur(outlines(sheet, 16, 6.0), (2, 2)))
    line = cv2.convertScaleAbs(cv2.subtract(line, press), alpha=1.7)
    laid_down(stage, inked(wash, "#121216", line), texture(stage, "rice", fibre(0.1)))
    lay_over(stage, "seal", lambda: _seal(stage))


def _bloom(stage: Stage) -> np.ndarray:
    """Where water has pushed the ink aside: uint8 (height, width), up to 26."""
    soft = field(Random("ink bloom"), size_of(stage), 135, 32, 4, 0.6)
    return np.clip((soft - 0.42) * 90.0, 0, 26).astype(np.uint8)


def _press(stage: Stage) -> np.ndarray:
    """How lightly the brush is held, and how dry it is: uint8 (height, width)."""
    light = field(Random("brush"), size_of(stage), 135, 16, 3, 0.6)
    dry = field(Random("dry"), size_of(stage), 540, 4, 2, 0.9, wide=4)
    return np.clip(260.0 * (light - 0.4) + 130.0 * (dry - 0.45), 0, 190).astype(np.uint8)


def _seal(stage: Stage) -> QImage:
    """A red seal in the lower left corner."""
    image = blank(stage.width, stage.height)
    side = 0.062 * min(stage.width, stage.height)
    box = QRectF(0.9 * side, stage.height - 1.9 * side, side, side)
    with painting(image) as painter:
        painter.setPen(QPen(QColor("#00000000")))
        painter.setBrush(QColor(178, 34, 30, 215))
        painter.drawRoundedRect(box, 0.12 * side, 0.12 * side)
        painter.setPen(QPen(QColor("#f5ead8"), 0.07 * side))
        for x, y, wide, tall in ((0.2, 0.2, 0.6, 0.0), (0.5, 0.2, 0.0, 0.6), (0.25, 0.5, 0.5, 0.0),
                                 (0.2, 0.8, 0.6, 0.0), (0.25, 0.36, 0.0, 0.3)):  # fmt: skip
            left, top = box.left() + x * side, box.top() + y * side
            painter.drawLine(
                QRectF(left, top, wide * side, tall * side).topLeft(),
                QRectF(left, top, wide * side, tall * side).bottomRight(),
            )
    return image

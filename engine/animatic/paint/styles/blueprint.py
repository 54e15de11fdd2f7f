"""Blueprint: white lines on blue paper with a grid, measures along the edges and a title block."""

from random import Random

import cv2
import numpy as np
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QImage, QPen

from engine.animatic.light import faded
from engine.animatic.paint.easel import painting
from engine.animatic.paint.styles import measures
from engine.animatic.paint.styles.lines import (
    contours,
    evened,
    hatched,
    hatching,
    outlines,
    soft_grey,
)
from engine.animatic.paint.styles.paper import (
    SHORT,
    field,
    laid_down,
    lay_over,
    size_of,
    taken,
    texture,
    tooth,
)
from engine.animatic.paint.styles.tones import chalked, curve
from engine.animatic.paint.surface import blank, opaque, pixels
from engine.animatic.stage import Stage

DARK = curve([(0.0, 0.75), (0.3, 0.45), (0.6, 0.1), (1.0, 0.0)])
LINE = "#e9f2ff"
MARGIN = 0.035


def paint(stage: Stage) -> None:
    """Faint tones and hatching in blue, drawn edges in white, and the sheet's own marks."""
    sheet = taken(stage)
    grey = soft_grey(sheet)
    clear = evened(sheet)
    paper = stage.wardrobe.keep("blue", lambda: _paper(stage))
    tone = cv2.cvtColor(cv2.convertScaleAbs(grey, alpha=0.07), cv2.COLOR_GRAY2BGR)
    base = cv2.add(paper, tone)
    strokes = hatched(cv2.LUT(grey, DARK), hatching(stage, 0.785, 7.0, "drawn"), 1.2)
    base = chalked(base, LINE, cv2.convertScaleAbs(strokes, alpha=0.2))
    line = cv2.max(outlines(clear, 9, 7.0), contours(soft_grey(clear), 1.1, 8.0))
    drawn = chalked(base, LINE, cv2.convertScaleAbs(line, alpha=0.92))
    laid_down(stage, drawn, texture(stage, "blue tooth", tooth(0.06)))
    lay_over(stage, "marks", lambda: _marks(stage))
    measures.paint(stage, LINE)


def _paper(stage: Stage) -> np.ndarray:
    """Prussian blue, unevenly printed: uint8 BGR."""
    size = size_of(stage)
    uneven = 1.0 + 0.28 * (field(Random("blueprint"), size, 135, 64, 3) - 0.5)
    colour = np.array([122.0, 62.0, 20.0], np.float32)
    paper = np.clip(uneven[..., None] * colour, 0, 255).astype(np.uint8)
    image = opaque(paper)
    with painting(image) as painter:
        for every, alpha in ((SHORT / 36, 0.1), (SHORT / 9, 0.22)):
            painter.setPen(QPen(faded(QColor(LINE), alpha), 0.8))
            painter.drawLines(_grid(size, every))
    return pixels(image)[..., :3].copy()


def _marks(stage: Stage) -> QImage:
    image = blank(stage.width, stage.height)
    unit = min(stage.width, stage.height)
    with painting(image) as painter:
        painter.setPen(QPen(faded(QColor(LINE), 0.85), max(1.6 * unit / 1080, 0.8)))
        inset = MARGIN * unit
        frame = QRectF(inset, inset, stage.width - 2 * inset, stage.height - 2 * inset)
        painter.drawRect(frame)
        painter.drawLines(_ticks(frame, unit))
        block = QRectF(
            frame.right() - 0.34 * unit, frame.bottom() - 0.1 * unit, 0.34 * unit, 0.1 * unit
        )
        painter.fillRect(block, faded(QColor("#123f78"), 0.75))
        painter.drawRect(block)
        painter.drawLines(_columns(block))
    return image


def _grid(size: tuple[int, int], every: float) -> list[QLineF]:
    across = [QLineF(i * every, 0, i * every, size[1]) for i in range(int(size[0] / every) + 1)]
    down = [QLineF(0, i * every, size[0], i * every) for i in range(int(size[1] / every) + 1)]
    return across + down


def _ticks(frame: QRectF, unit: float) -> list[QLineF]:
    """Measures along the top and left edges, every fifth one longer."""
    ticks, step = [], unit / 54
    for i in range(int(frame.width() / step)):
        x, long = frame.left() + i * step, (0.016 if i % 5 == 0 else 0.008) * unit
        ticks.append(QLineF(x, frame.top(), x, frame.top() + long))
    for i in range(int(frame.height() / step)):
        y, long = frame.top() + i * step, (0.016 if i % 5 == 0 else 0.008) * unit
        ticks.append(QLineF(frame.left(), y, frame.left() + long, y))
    return ticks


def _columns(block: QRectF) -> list[QLineF]:
    """The title block's fields, with strokes where words would be."""
    middle, left = block.center().y(), block.left() + 0.62 * block.width()
    lines = [QLineF(block.left(), middle, block.right(), middle)]
    lines.append(QLineF(left, block.top(), left, block.bottom()))
    for x, y, long in (
        (0.06, 0.25, 0.45),
        (0.06, 0.75, 0.3),
        (0.68, 0.25, 0.24),
        (0.68, 0.75, 0.18),
    ):
        top = block.top() + y * block.height()
        start = block.left() + x * block.width()
        lines.append(QLineF(start, top, start + long * block.width(), top))
    return lines

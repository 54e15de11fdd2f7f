"""Grading: the finished picture in the colours of the scene's mood, and of a photo handed in."""

import cv2
import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from engine.animatic.moods import MOODS, Grade
from engine.animatic.paint.surface import bgr, blank, canvas, over, pixels
from engine.animatic.palette import Palette, palette_of
from engine.animatic.stage import Stage

PALETTE = 0.5
"""How much of every colour a photo handed in as palette gives."""


def paint(stage: Stage) -> None:
    """The palette's hues, then the mood."""
    palette, grade = palette_of(stage.scene), MOODS.get(stage.scene.mood)
    if palette is not None:
        _tint(stage, palette)
    if grade is not None:
        _grade(stage, grade)


def _tint(stage: Stage, palette: Palette) -> None:
    """Every colour on its way to the one that the photo has at its lightness."""
    frame = canvas(stage)
    hues = stage.wardrobe.keep("palette", palette.table)
    grey = cv2.cvtColor(cv2.cvtColor(frame, cv2.COLOR_BGRA2GRAY), cv2.COLOR_GRAY2BGRA)
    cv2.LUT(grey, hues, dst=grey)
    cv2.addWeighted(frame, 1.0 - PALETTE, grey, PALETTE, 0.0, dst=frame)


def _grade(stage: Stage, grade: Grade) -> None:
    """Glow, colours weaker or stronger, then black, grey and white moved, darker corners."""
    frame = canvas(stage)
    if grade.glow:
        _glow(stage, grade.glow)
    colours = cv2.cvtColor(frame, cv2.COLOR_BGRA2BGR)
    if grade.strength != 1.0:
        colours = saturated(colours, grade.strength)
    curves = stage.wardrobe.keep("grade", lambda: np.ascontiguousarray(table(grade)[..., :3]))
    cv2.cvtColor(cv2.LUT(colours, curves), cv2.COLOR_BGR2BGRA, dst=frame)
    if grade.dim:
        stage.painter.drawImage(
            0, 0, stage.wardrobe.keep("dim", lambda: _corners(stage, grade.dim))
        )


def saturated(sheet: np.ndarray, much: float) -> np.ndarray:
    """More (above 1) or less of every colour at the same brightness: uint8 BGR."""
    grey = np.array([0.114, 0.587, 0.299], np.float32)
    matrix = np.eye(3, dtype=np.float32) * much + np.tile(grey, (3, 1)) * (1.0 - much)
    return cv2.transform(sheet, matrix)


def table(grade: Grade) -> np.ndarray:
    """Curves through what black, grey and white become: uint8 (1, 256, 4) BGRA."""
    x = np.linspace(0.0, 1.0, 256)[:, None]
    low, middle, high = (bgr(QColor(one)) for one in (grade.black, grade.grey, grade.white))
    middle = middle + (0.5 - 128 / 255)
    curve = (
        low * (2 * (x - 0.5) * (x - 1)) + middle * (4 * x * (1 - x)) + high * (2 * x * (x - 0.5))
    )
    levels = np.clip(curve * 255.0 + 0.5, 0, 255).astype(np.uint8)
    return np.concatenate([levels, np.full((256, 1), 255, np.uint8)], axis=1)[None]


def _glow(stage: Stage, much: float) -> None:
    """Light from what is bright spreads over what is near it."""
    frame, painter = canvas(stage), stage.painter
    size = (max(frame.shape[1] // 8, 2), max(frame.shape[0] // 8, 2))
    # By two at first: a mean over eight by eight pixels takes four times as long.
    half = cv2.resize(frame, (4 * size[0], 4 * size[1]), interpolation=cv2.INTER_LINEAR)
    small = cv2.subtract(cv2.resize(half, size, interpolation=cv2.INTER_AREA), (120, 120, 120, 0))
    side = max(3, round(0.09 * min(size)) | 1)
    small = cv2.blur(cv2.blur(small, (side, side)), (side, side))
    painter.save()
    painter.setCompositionMode(painter.CompositionMode.CompositionMode_Plus)
    painter.setOpacity(much)
    painter.drawImage(QRectF(0, 0, stage.width, stage.height), over(small))
    painter.restore()


def _corners(stage: Stage, dark: float) -> QImage:
    x = np.linspace(-1.0, 1.0, stage.width, dtype=np.float32)[None, :]
    y = np.linspace(-1.0, 1.0, stage.height, dtype=np.float32)[:, None]
    away = np.clip((np.sqrt(x * x + y * y) - 0.45) / 0.97, 0.0, 1.0)
    image = blank(stage.width, stage.height)
    pixels(image)[..., 3] = (255.0 * dark * away * away + 0.5).astype(np.uint8)
    return image

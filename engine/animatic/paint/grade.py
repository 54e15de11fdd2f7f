"""Grading: the finished picture in the colours of the scene's mood."""

import cv2
import numpy as np
from PySide6.QtGui import QColor

from engine.animatic.moods import MOODS, Grade
from engine.animatic.paint.surface import bgr, canvas
from engine.animatic.stage import Stage


def paint(stage: Stage) -> None:
    """Colours weaker or stronger, then black, grey and white moved, glow, darker corners."""
    grade = MOODS.get(stage.scene.mood)
    if grade is None:
        return
    frame = canvas(stage)
    if grade.glow:
        _glow(frame, grade.glow)
    if grade.strength != 1.0:
        grey = cv2.cvtColor(cv2.cvtColor(frame, cv2.COLOR_BGRA2GRAY), cv2.COLOR_GRAY2BGRA)
        cv2.addWeighted(frame, grade.strength, grey, 1.0 - grade.strength, 0.0, dst=frame)
    cv2.LUT(frame, stage.wardrobe.keep("grade", lambda: table(grade)), dst=frame)
    if grade.dim:
        shade = stage.wardrobe.keep("dim", lambda: _corners(stage, grade.dim))
        cv2.multiply(frame, shade, dst=frame, scale=1.0 / 255.0)


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


def _glow(frame: np.ndarray, much: float) -> None:
    """Light from what is bright spreads over what is near it."""
    size = (max(frame.shape[1] // 8, 2), max(frame.shape[0] // 8, 2))
    small = cv2.subtract(cv2.resize(frame, size, interpolation=cv2.INTER_AREA), (120, 120, 120, 0))
    side = max(3, round(0.09 * min(size)) | 1)
    small = cv2.blur(cv2.blur(small, (side, side)), (side, side))
    soft = cv2.resize(small, frame.shape[1::-1], interpolation=cv2.INTER_LINEAR)
    cv2.addWeighted(frame, 1.0, soft, much, 0.0, dst=frame)


def _corners(stage: Stage, dark: float) -> np.ndarray:
    x = np.linspace(-1.0, 1.0, stage.width, dtype=np.float32)[None, :]
    y = np.linspace(-1.0, 1.0, stage.height, dtype=np.float32)[:, None]
    away = np.clip((np.sqrt(x * x + y * y) - 0.45) / 0.97, 0.0, 1.0)
    level = (255.0 * (1.0 - dark * away * away)).astype(np.uint8)
    return cv2.merge([level, level, level, np.full_like(level, 255)])

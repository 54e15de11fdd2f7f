"""Claymation: every colour a rounded body of soft clay with fingerprints, under a studio lamp, on
twos."""

from random import Random

import cv2
import numpy as np

from engine.animatic.paint.grade import saturated
from engine.animatic.paint.styles.paper import field, laid_down, size_of, taken, vignette
from engine.animatic.paint.styles.tones import flattened, posterised
from engine.animatic.stage import Stage

ROUND = 22.0
"""Sheet pixels from its edge over which a body bulges."""
BULGE = (np.sqrt(1.0 - (1.0 - np.clip(np.arange(256) / ROUND, 0, 1)) ** 2) * 200).astype(np.uint8)


def paint(stage: Stage) -> None:
    """Flat colours, each a bulging body lit from the upper left, thumbed and wet with light."""
    sheet = taken(stage)
    flat = saturated(posterised(flattened(sheet, 7), 8, 0.45), 1.3)
    form = cv2.subtract(_bodies(flat), stage.wardrobe.keep("prints", lambda: _prints(stage)))
    relief = cv2.filter2D(cv2.blur(form, (5, 5)), cv2.CV_8U, LAMP, delta=128)
    wide = cv2.cvtColor(relief, cv2.COLOR_GRAY2BGR)
    clay = cv2.addWeighted(flat, 0.96, wide, 1.0, -124.0)
    clay = cv2.add(clay, cv2.convertScaleAbs(cv2.subtract(wide, 168), alpha=1.2))
    shade = stage.wardrobe.keep("lamp", lambda: _lamp(stage))
    laid_down(stage, cv2.multiply(clay, shade, scale=1.0 / 200.0))


def _bodies(flat: np.ndarray) -> np.ndarray:
    """How high the clay stands: it bulges away from every edge of colour. uint8, up to 200."""
    edge = cv2.morphologyEx(flat, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
    step = cv2.max(cv2.max(edge[..., 0], edge[..., 1]), edge[..., 2])
    inside = cv2.threshold(step, 44, 255, cv2.THRESH_BINARY_INV)[1]
    away = cv2.distanceTransform(inside, cv2.DIST_L2, 3, dstType=cv2.CV_32F)
    return cv2.blur(cv2.LUT(cv2.convertScaleAbs(away), BULGE), (5, 5))


LAMP = np.array(
    [
        [-1, -1, -1, 0, 0],
        [-1, -1, 0, 0, 0],
        [-1, 0, 0, 0, 1],
        [0, 0, 0, 1, 1],
        [0, 0, 1, 1, 1],
    ],
    np.float32,
) * -0.15  # fmt: skip


def _prints(stage: Stage) -> np.ndarray:
    """Thumb prints and dents in the clay: uint8 (height, width)."""
    size = size_of(stage)
    whorl = field(Random("thumb"), size, 135, 32, 2)
    where = np.clip(field(Random("where"), size, 68, 16, 2) * 6 - 2.9, 0, 1)
    lines = (0.5 + 0.5 * np.sin(2.0 * np.pi * 24.0 * whorl)) * where
    dents = field(Random("dents"), size, 270, 32, 3, 0.6) - 0.3
    return np.clip(9.0 * lines + 70.0 * np.clip(dents, 0, 1), 0, 80).astype(np.uint8)


def _lamp(stage: Stage) -> np.ndarray:
    size = size_of(stage)
    level = np.clip(210.0 * vignette(size, 0.42, 0.5), 0, 255).astype(np.float32)
    warm = level[..., None] * np.array([0.93, 1.0, 1.05], np.float32)
    return np.clip(warm, 0, 255).astype(np.uint8)

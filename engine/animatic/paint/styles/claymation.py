"""Claymation: rounded forms of soft clay with fingerprints, under a studio lamp, on twos."""

from random import Random

import cv2
import numpy as np

from engine.animatic.paint.styles.paper import field, laid_down, size_of, taken, vignette
from engine.animatic.paint.styles.tones import flattened, posterised, saturated
from engine.animatic.stage import Stage


def paint(stage: Stage) -> None:
    """Flat colours swollen into rounded bodies, lit from the upper left, with thumb marks."""
    sheet = taken(stage)
    flat = saturated(posterised(flattened(sheet, 8), 9, 0.6), 1.28)
    form = cv2.cvtColor(flat, cv2.COLOR_BGR2GRAY)
    edge = cv2.morphologyEx(form, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
    dent = cv2.blur(cv2.blur(cv2.convertScaleAbs(edge, alpha=1.6), (9, 9)), (9, 9))
    prints = stage.wardrobe.keep("prints", lambda: _prints(stage))
    body = cv2.subtract(prints, dent)
    relief = cv2.filter2D(body, cv2.CV_8U, LAMP, delta=128)
    relief = cv2.cvtColor(cv2.blur(relief, (3, 3)), cv2.COLOR_GRAY2BGR)
    clay = cv2.addWeighted(cv2.blur(flat, (3, 3)), 0.95, relief, 1.0, -122.0)
    shade = stage.wardrobe.keep("lamp", lambda: _lamp(stage))
    laid_down(stage, cv2.multiply(clay, shade, scale=1.0 / 200.0))


LAMP = np.array(
    [
        [-1, -1, -1, 0, 0],
        [-1, -1, 0, 0, 0],
        [-1, 0, 0, 0, 1],
        [0, 0, 0, 1, 1],
        [0, 0, 1, 1, 1],
    ],
    np.float32,
) * -0.34  # fmt: skip


def _prints(stage: Stage) -> np.ndarray:
    """Thumb prints and dents in the clay: uint8 (height, width) about 150."""
    size = size_of(stage)
    whorl = field(Random("thumb"), size, 135, 32, 2)
    lines = np.sin(2.0 * np.pi * 30.0 * whorl) * np.clip(
        field(Random("where"), size, 68, 16, 2) * 5 - 2.6, 0, 1
    )
    dents = field(Random("dents"), size, 270, 32, 3, 0.6) - 0.5
    return np.clip(150.0 + 2.6 * lines + 40.0 * dents, 0, 255).astype(np.uint8)


def _lamp(stage: Stage) -> np.ndarray:
    size = size_of(stage)
    level = np.clip(208.0 * vignette(size, 0.34, 0.5), 0, 255).astype(np.float32)
    warm = level[..., None] * np.array([0.95, 1.0, 1.04], np.float32)
    return np.clip(warm, 0, 255).astype(np.uint8)

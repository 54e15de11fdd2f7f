"""Crayon: thick wax in strong colours that skips the hollows of rough paper, drawn by a child."""

from random import Random

import cv2
import numpy as np

from engine.animatic.paint.grade import saturated
from engine.animatic.paint.styles.lines import hatching, outlines, wandered
from engine.animatic.paint.styles.paper import field, laid_down, size_of, taken, texture, tooth
from engine.animatic.paint.styles.tones import (
    covered,
    curve,
    flattened,
    inked,
    plain,
    posterised,
)
from engine.animatic.stage import Stage

WAX = curve([(0.0, 0.12), (0.3, 0.42), (0.6, 0.75), (1.0, 1.0)])


def paint(stage: Stage) -> None:
    """Flat colours rubbed in strokes, bare paper between, wobbly thick outlines."""
    sheet = wandered(stage, taken(stage), 3.0)
    flat = saturated(cv2.LUT(posterised(flattened(sheet, 9), 7, 0.3), WAX), 1.9)
    wax = stage.wardrobe.keep("wax", lambda: _wax(stage))
    rubbed = covered(plain(sheet.shape, "#fdf8ec"), flat, wax)
    line = cv2.dilate(outlines(sheet, 34, 6.0), np.ones((4, 4), np.uint8))
    line = cv2.multiply(cv2.blur(line, (2, 2)), wax, scale=1.0 / 235.0)
    laid_down(stage, inked(rubbed, "#2b2436", line), texture(stage, "rough", tooth(0.12)))


def _wax(stage: Stage) -> np.ndarray:
    """How much wax the paper has taken: uint8 (height, width)."""
    rough = field(Random("wax"), size_of(stage), 540, 4, 2, 0.9) - 0.5
    press = field(Random("press"), size_of(stage), 135, 32, 3) - 0.5
    bare = np.clip(hatching(stage, 0.85, 9.0, "wax") / 255.0 - 0.45, 0, 1)
    skipped = np.clip(rough - 0.02, 0, 1) * np.clip(0.8 - 3.0 * press, 0.2, 2.0)
    cover = 1.0 - 0.75 * bare - 1.2 * skipped
    return np.clip(cover * 255.0, 30, 255).astype(np.uint8)

"""Pastel: soft chalk strokes that leave the grain of a dark paper in sight."""

from random import Random

import cv2
import numpy as np

from engine.animatic.paint.grade import saturated
from engine.animatic.paint.styles.lines import hatching, wandered
from engine.animatic.paint.styles.paper import field, laid_down, size_of, taken, texture, tooth
from engine.animatic.paint.styles.tones import covered, curve, flattened, plain
from engine.animatic.stage import Stage

CHALK = curve([(0.0, 0.1), (0.25, 0.42), (0.55, 0.8), (1.0, 1.0)])


def paint(stage: Stage) -> None:
    """Soft dabs in lifted colours, smudged one into the next, over dark paper."""
    sheet = wandered(stage, taken(stage), 2.6)
    soft = cv2.addWeighted(flattened(sheet, 4), 0.8, cv2.blur(sheet, (5, 5)), 0.2, 0.0)
    chalk = saturated(cv2.LUT(soft, CHALK), 1.4)
    paper = plain(sheet.shape, "#2e2b38")
    held = stage.wardrobe.keep("held", lambda: _held(stage))
    laid_down(stage, covered(paper, chalk, held), texture(stage, "pastel", tooth(0.1)))


def _held(stage: Stage) -> np.ndarray:
    """How much chalk stays on each spot: uint8 (height, width)."""
    rough = field(Random("pastel"), size_of(stage), 540, 4, 2, 0.9) - 0.5
    strokes = 1.0 - hatching(stage, 0.95, 11.0, "pastel") / 255.0
    broad = field(Random("rubbed"), size_of(stage), 135, 32, 3) - 0.5
    cover = 0.74 + 0.36 * strokes + 0.22 * broad - 1.1 * np.clip(rough, 0, 1)
    return np.clip(cover * 255.0, 84, 250).astype(np.uint8)

"""Gouache: matt flat paint with soft dry-brush edges, as in a picture book."""

from random import Random

import cv2
import numpy as np

from engine.animatic.paint.grade import saturated
from engine.animatic.paint.styles.lines import wandered
from engine.animatic.paint.styles.paper import field, laid_down, size_of, taken, texture, tooth
from engine.animatic.paint.styles.tones import curve, flattened, posterised
from engine.animatic.stage import Stage

MATT = curve([(0.0, 0.09), (0.3, 0.35), (0.55, 0.66), (0.8, 0.92), (1.0, 1.0)])


def paint(stage: Stage) -> None:
    """Flat areas with uneven edges and uneven paint in them."""
    sheet = wandered(stage, taken(stage), 2.4)
    flat = posterised(flattened(sheet, 6), 8, 0.18)
    brush = stage.wardrobe.keep("dry brush", lambda: _brush(stage))
    flat = cv2.multiply(saturated(cv2.LUT(flat, MATT), 1.45), brush, scale=1.0 / 200.0)
    laid_down(stage, flat, texture(stage, "gouache", tooth(0.05)))


def _brush(stage: Stage) -> np.ndarray:
    """Where the paint is thinner, in broad strokes: uint8 BGR about 200."""
    broad = field(Random("gouache"), size_of(stage), 270, 16, 4, 0.65, wide=4) - 0.5
    level = np.clip(200.0 * (1.0 + 0.34 * broad), 0, 255).astype(np.uint8)
    return cv2.cvtColor(level, cv2.COLOR_GRAY2BGR)

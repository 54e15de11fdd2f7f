"""Isometric: seen from high up through a long lens, in clean flat tones, as a model on a table."""

import cv2
import numpy as np

from engine.animatic.paint.styles.lines import outlines
from engine.animatic.paint.styles.paper import laid_down, size_of, taken, vignette
from engine.animatic.paint.styles.tones import covered, curve, flattened, posterised, saturated
from engine.animatic.stage import Stage

CLEAN = curve([(0.0, 0.1), (0.3, 0.4), (0.7, 0.82), (1.0, 1.0)])


def paint(stage: Stage) -> None:
    """Crisp flat colour with pale edges, as if of moulded plastic, and soft corners."""
    sheet = taken(stage)
    flat = cv2.LUT(posterised(flattened(sheet, 6), 10, 0.25), CLEAN)
    flat = saturated(flat, 1.3)
    edge = cv2.convertScaleAbs(outlines(sheet, 30, 4.0), alpha=0.4)
    flat = covered(flat, "#ffffff", edge)
    shade = stage.wardrobe.keep("table", lambda: _table(stage))
    laid_down(stage, cv2.multiply(flat, shade, scale=1.0 / 200.0))


def _table(stage: Stage) -> np.ndarray:
    level = np.clip(202.0 * vignette(size_of(stage), 0.18), 0, 255).astype(np.uint8)
    return cv2.cvtColor(level, cv2.COLOR_GRAY2BGR)

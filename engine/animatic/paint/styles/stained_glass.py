"""Stained glass: panes of glowing colour between lines of lead."""

from random import Random

import cv2
import numpy as np

from engine.animatic.paint.grade import saturated
from engine.animatic.paint.styles.cells import Cells, panes
from engine.animatic.paint.styles.lines import outlines
from engine.animatic.paint.styles.paper import field, laid_down, size_of, taken, texture, vignette
from engine.animatic.paint.styles.tones import flattened, inked
from engine.animatic.stage import Stage

GAP = 38.0


def paint(stage: Stage) -> None:
    """Colours of panes mixed with what they show, light through uneven glass, lead round both."""
    sheet = taken(stage)
    glass = stage.wardrobe.keep("panes", lambda: _panes(stage))
    uneven = stage.wardrobe.keep("glass", lambda: _uneven(stage, len(glass.spots)))
    colours = np.clip(glass.filled(sheet, 23) * uneven, 0, 255).astype(np.uint8)
    mixed = cv2.addWeighted(glass.shown(colours), 0.42, flattened(sheet, 6), 0.68, 4.0)
    rich = saturated(mixed, 1.9)
    glow = cv2.add(rich, cv2.convertScaleAbs(cv2.blur(rich, (41, 41)), alpha=0.22))
    lead = stage.wardrobe.keep("lead", lambda: _lead(glass))
    drawn = cv2.dilate(outlines(sheet, 30, 6.0), np.ones((2, 2), np.uint8))
    leaded = inked(glow, "#15141a", cv2.max(lead, drawn))
    laid_down(stage, leaded, texture(stage, "glass", _glass))


def _panes(stage: Stage) -> Cells:
    return panes(Random(f"{stage.scene.seed}/panes"), size_of(stage), GAP, 0.42)


def _uneven(stage: Stage, count: int) -> np.ndarray:
    random = np.random.default_rng(stage.chance("panes").getrandbits(64))
    return (0.82 + 0.36 * random.random((count, 1)) + 0.1 * random.random((count, 3))).astype(
        np.float32
    )


def _lead(glass: Cells) -> np.ndarray:
    return cv2.blur(cv2.dilate(glass.seams, np.ones((3, 3), np.uint8)), (2, 2))


def _glass(size: tuple[int, int]) -> np.ndarray:
    ripple = field(Random("glass"), size, 270, 32, 4, 0.6, wide=2) - 0.5
    return (1.03 + 0.45 * ripple) * vignette(size, 0.3)

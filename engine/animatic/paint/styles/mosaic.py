"""Mosaic: small stones of uneven colour set in pale mortar."""

from random import Random

import cv2
import numpy as np

from engine.animatic.paint.grade import saturated
from engine.animatic.paint.styles.cells import Cells, panes
from engine.animatic.paint.styles.paper import field, laid_down, size_of, taken, texture
from engine.animatic.paint.styles.tones import covered
from engine.animatic.stage import Stage

GAP = 11.0


def paint(stage: Stage) -> None:
    """A colour a stone, bevelled by its neighbours' mortar."""
    stones = stage.wardrobe.keep("stones", lambda: _stones(stage))
    uneven = stage.wardrobe.keep("uneven", lambda: _uneven(stage, len(stones.spots)))
    colours = stones.filled(saturated(taken(stage), 1.3), 5).astype(np.float32) + uneven
    laid = stones.shown(np.clip(colours, 0, 255).astype(np.uint8))
    laid = covered(laid, "#cfc6b4", stage.wardrobe.keep("mortar", lambda: _mortar(stones)))
    laid_down(stage, laid, texture(stage, "stone", _stone))


def _stones(stage: Stage) -> Cells:
    return panes(Random(f"{stage.scene.seed}/stones"), size_of(stage), GAP, 0.22)


def _uneven(stage: Stage, count: int) -> np.ndarray:
    random = np.random.default_rng(stage.chance("stones").getrandbits(64))
    return (
        22.0 * (random.random((count, 1)) - 0.5) + 8.0 * (random.random((count, 3)) - 0.5)
    ).astype(np.float32)


def _mortar(stones: Cells) -> np.ndarray:
    return cv2.convertScaleAbs(cv2.blur(stones.seams, (2, 2)), alpha=0.75)


def _stone(size: tuple[int, int]) -> np.ndarray:
    return 1.0 + 0.16 * (field(Random("stone"), size, 540, 8, 3, 0.8) - 0.5)

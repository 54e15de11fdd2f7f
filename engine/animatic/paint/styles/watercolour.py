"""Watercolour: washes that bleed into one another and dry dark at their edges, over a light pencil
drawing, on rough white paper."""

from collections.abc import Callable

import cv2
import numpy as np
from PySide6.QtGui import QImage

from engine.animatic.paint.grade import saturated
from engine.animatic.paint.noise import grain, steps
from engine.animatic.paint.styles.lines import outlines, wandered
from engine.animatic.paint.styles.paper import field, laid_down, lay_over, size_of, taken, texture
from engine.animatic.paint.styles.tones import covered, curve, flattened, inked
from engine.animatic.paint.surface import blank, pixels
from engine.animatic.stage import Stage

PIGMENT = curve([(0.0, 0.95), (0.12, 0.84), (0.4, 0.5), (0.66, 0.18), (0.85, 0.0), (1.0, 0.0)])
"""How much pigment a level takes: the paper shines through, there is no black."""
BLEED = 4


def paint(stage: Stage) -> None:
    """Washes, wet into wet here and there, then granulation, pencil, paper and its bare rim."""
    sheet = taken(stage)
    wash = _wet_edges(flattened(wandered(stage, sheet, 2.6), 7))
    wet = stage.wardrobe.keep("wet", lambda: _wet(stage))
    wash = covered(wash, _bled(wash), wet)
    pigment = cv2.LUT(saturated(wash, 1.28), PIGMENT)
    density = stage.wardrobe.keep("density", lambda: _density(stage))
    painted = cv2.bitwise_not(cv2.multiply(pigment, density, scale=1.0 / 128.0))
    pencil = cv2.convertScaleAbs(outlines(sheet, 22, 4.0), alpha=0.5)
    laid_down(stage, inked(painted, "#4a4652", pencil), texture(stage, "rag", _rag(stage)))
    lay_over(stage, "rim", lambda: _rim(stage))


def _wet_edges(wash: np.ndarray) -> np.ndarray:
    """Pigment gathers where a wash ends: the darker side of an edge gets darker still."""
    rim = cv2.subtract(cv2.blur(wash, (9, 9)), wash)
    return cv2.subtract(wash, cv2.multiply(rim, rim, scale=1.0 / 13.0))


def _bled(wash: np.ndarray) -> np.ndarray:
    """The washes run into one another."""
    size = (wash.shape[1] // BLEED, wash.shape[0] // BLEED)
    small = cv2.resize(wash, size, interpolation=cv2.INTER_AREA)
    small = cv2.blur(cv2.blur(small, (5, 5)), (5, 5))
    return cv2.resize(small, wash.shape[1::-1], interpolation=cv2.INTER_LINEAR)


def _wet(stage: Stage) -> np.ndarray:
    """Where the paper was still wet: uint8 (height, width)."""
    patch = field(stage.chance("wet"), size_of(stage), 180, 32, 4, 0.6)
    return (230.0 * steps(0.56, 0.7, patch)).astype(np.uint8)


def _density(stage: Stage) -> np.ndarray:
    """How much pigment settles where, 128 for all of it: blooms with hard fronts, brush loads.
    uint8 BGR."""
    size = size_of(stage)
    bloom = field(stage.chance("bloom"), size, 180, 32, 5, 0.6) - 0.5
    load = field(stage.chance("load"), size, 135, 64, 3, 0.5, wide=2) - 0.5
    front = np.abs(field(stage.chance("backrun"), size, 180, 64, 4, 0.5) - 0.5)
    level = 1.0 + 0.5 * bloom + 0.55 * load + 0.1 * steps(0.016, 0.0, front)
    return cv2.cvtColor(np.clip(level * 128.0, 0, 255).astype(np.uint8), cv2.COLOR_GRAY2BGR)


def _rag(stage: Stage) -> Callable[[tuple[int, int]], np.ndarray]:
    """Cold-pressed paper: bumps lit from the upper left, pigment in its hollows."""

    def make(size: tuple[int, int]) -> np.ndarray:
        bumps = field(stage.chance("rag"), size, 540, 8, 3, 0.7)
        relief = bumps - np.roll(bumps, (1, 1), (0, 1))
        speck = grain(stage.chance("granules"), size[1], size[0]) - 0.5
        return 1.0 + 0.4 * np.clip(relief, -0.12, 0.05) + 0.12 * (bumps - 0.5) + 0.07 * speck

    return make


def _rim(stage: Stage) -> QImage:
    """Bare paper round the painting, where the brush stopped unevenly."""
    size = (stage.width, stage.height)
    ragged = field(stage.chance("margin"), size, 270, 32, 6, 0.62) - 0.5
    unit = 270.0 / min(size)
    y = (np.arange(size[1], dtype=np.float32)[:, None] + 0.5) * unit
    x = (np.arange(size[0], dtype=np.float32)[None, :] + 0.5) * unit
    sides = np.minimum(np.minimum(x, unit * size[0] - x), np.minimum(y, unit * size[1] - y))
    cover = steps(7.0, 5.8, sides + 17.0 * ragged)[..., None]
    image = blank(*size)
    pixels(image)[...] = cover * np.array([240.0, 248.0, 252.0, 255.0], np.float32)
    return image

"""Low poly: a mesh of triangles of one colour each, and bodies cut into facets."""

from random import Random

import cv2
import numpy as np

from engine.animatic.paint.grade import saturated
from engine.animatic.paint.styles.cells import Cells, triangles
from engine.animatic.paint.styles.paper import laid_down, size_of, taken
from engine.animatic.paint.styles.tones import flattened, posterised
from engine.animatic.stage import Stage

COARSE, FINE = 40.0, 17.0
"""Width of the triangles where little happens, and of the facets where there is more to see."""
ROUGH = 6
"""How far a triangle may be from what it covers, in levels, before true outlines take over."""


def paint(stage: Stage) -> None:
    """One colour a triangle; what has a shape keeps its outline, and is cut into facets."""
    sheet = taken(stage)
    large, facing = stage.wardrobe.keep("large", lambda: _mesh(stage, "large", COARSE, 0.3))
    facets = stage.wardrobe.keep("facets", lambda: _facets(stage))
    coarse = large.filled(sheet, 9)
    off = cv2.absdiff(large.shown(coarse), sheet)
    off = cv2.max(cv2.max(off[..., 0], off[..., 1]), off[..., 2])
    rough = large.filled(cv2.cvtColor(cv2.blur(off, (29, 29)), cv2.COLOR_GRAY2BGR), 1)[:, 0] > ROUGH
    poly = large.shown(_lit(coarse, facing))
    shaped = cv2.multiply(posterised(flattened(sheet, 9), 12, 0.5), facets, scale=1.0 / 128.0)
    cv2.copyTo(shaped, np.take(rough.astype(np.uint8), large.labels), poly)
    laid_down(stage, saturated(poly, 1.3))


def _mesh(stage: Stage, name: str, gap: float, strength: float) -> tuple[Cells, np.ndarray]:
    """A mesh, and how bright each of its triangles is: it faces the light more or less."""
    mesh = triangles(Random(f"{stage.scene.seed}/{name}"), size_of(stage), gap)
    random = np.random.default_rng(stage.chance(name).getrandbits(64))
    return mesh, 1.0 + strength * (random.random((len(mesh.spots), 1), np.float32) - 0.5)


def _facets(stage: Stage) -> np.ndarray:
    """How bright a small facet is at each pixel, 128 in the middle: uint8 (height, width, 3)."""
    mesh, facing = _mesh(stage, "facets", FINE, 0.36)
    return mesh.shown(np.repeat((128.0 * facing).astype(np.uint8), 3, axis=1))


def _lit(colours: np.ndarray, facing: np.ndarray) -> np.ndarray:
    return np.clip(colours * facing + 0.5, 0, 255).astype(np.uint8)

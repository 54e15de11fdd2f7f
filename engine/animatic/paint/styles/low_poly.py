"""Low poly: the picture over a mesh of triangles, each of one colour and turned a little."""

from random import Random

import cv2
import numpy as np

from engine.animatic.paint.grade import saturated
from engine.animatic.paint.styles.cells import Cells, triangles
from engine.animatic.paint.styles.paper import laid_down, size_of, taken
from engine.animatic.stage import Stage

COARSE, FINE = 44.0, 9.0
"""Width of the triangles where little happens, and where there is more to see."""
ROUGH = 14
"""How far a large triangle may be from what it covers, in levels, before small ones take over."""


def paint(stage: Stage) -> None:
    """One colour a triangle, each a little brighter or darker than its neighbour."""
    sheet = taken(stage)
    large, facing = stage.wardrobe.keep("large", lambda: _mesh(stage, "large", COARSE))
    small, turned = stage.wardrobe.keep("small", lambda: _mesh(stage, "small", FINE))
    coarse = large.filled(sheet, 9)
    off = cv2.absdiff(large.shown(coarse), sheet)
    off = cv2.max(cv2.max(off[..., 0], off[..., 1]), off[..., 2])
    rough = large.filled(cv2.cvtColor(cv2.blur(off, (13, 13)), cv2.COLOR_GRAY2BGR), 1)[:, 0] > ROUGH
    facets = large.shown(_lit(coarse, facing))
    fine = small.shown(_lit(small.filled(sheet, 5), turned))
    cv2.copyTo(fine, np.take(rough.astype(np.uint8), large.labels), facets)
    laid_down(stage, saturated(facets, 1.3))


def _mesh(stage: Stage, name: str, gap: float) -> tuple[Cells, np.ndarray]:
    """A mesh, and how bright each of its triangles is: it faces the light more or less."""
    mesh = triangles(Random(f"{stage.scene.seed}/{name}"), size_of(stage), gap)
    random = np.random.default_rng(stage.chance(name).getrandbits(64))
    strength = 0.3 if gap == COARSE else 0.2
    facing = 1.0 + strength * (random.random((len(mesh.spots), 1), np.float32) - 0.5)
    return mesh, facing


def _lit(colours: np.ndarray, facing: np.ndarray) -> np.ndarray:
    return np.clip(colours * facing + 0.5, 0, 255).astype(np.uint8)

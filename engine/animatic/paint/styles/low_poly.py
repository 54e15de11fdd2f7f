"""Low poly: the picture over a mesh of triangles, each of one colour and turned a little."""

from random import Random

import cv2
import numpy as np

from engine.animatic.paint.styles.cells import Cells, triangles
from engine.animatic.paint.styles.sheet import laid_down, size_of, taken
from engine.animatic.paint.styles.tones import saturated
from engine.animatic.stage import Stage

GAP = 15.0


def paint(stage: Stage) -> None:
    """One colour a triangle, each a little brighter or darker than its neighbour."""
    mesh = stage.wardrobe.keep("mesh", lambda: _mesh(stage))
    facing = stage.wardrobe.keep("facing", lambda: _facing(stage, len(mesh.spots)))
    sheet = taken(stage)
    colours = mesh.filled(sheet, 7).astype(np.float32) * facing[:, None]
    facets = mesh.shown(np.clip(colours + 0.5, 0, 255).astype(np.uint8))
    laid_down(stage, saturated(cv2.blur(facets, (2, 2)), 1.18))


def _mesh(stage: Stage) -> Cells:
    return triangles(Random(f"{stage.scene.seed}/mesh"), size_of(stage), GAP)


def _facing(stage: Stage, count: int) -> np.ndarray:
    """How bright each triangle is: it faces the light more or less."""
    random = np.random.default_rng(stage.chance("facing").getrandbits(64))
    return (0.9 + 0.2 * random.random(count)).astype(np.float32)

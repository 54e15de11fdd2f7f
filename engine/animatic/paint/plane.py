"""The plane y = 0 as the camera sees it: where its pixels lie, and textures laid on it."""

from dataclasses import dataclass
from math import ceil, floor

import cv2
import numpy as np

from engine.animatic.stage import Stage

TILE = 256
"""Texels along each side of a texture, which repeats both ways."""
CALM = (0.4, 2.6)
"""Most texels that a half-size pixel steps across and down: beyond, moving water shimmers."""
GLITTER = (1.1, 3.6)
"""The same for sparkles and foam, which may be livelier."""
CRISP = (1.1, 4.0)
"""The same for ground, which keeps still."""


@dataclass(frozen=True, slots=True)
class Surface:
    """The half-size pixels of the plane in the frame: per row, float32 (rows, 1): depth in metres,
    pixels a metre, and share of the way from the horizon to the bottom of a still frame."""

    top: int
    rows: int
    columns: int
    depth: np.ndarray
    scale: np.ndarray
    near: np.ndarray


def surface_of(stage: Stage) -> Surface | None:
    """The part of the frame below the horizon; None when there is none."""
    view = stage.view
    top = max(0, floor(view.horizon_y()))
    if top >= view.height - 1:
        return None
    rows, columns = ceil((view.height - top) / 2), ceil(view.width / 2)
    below = np.arange(rows, dtype=np.float32)[:, None] * 2 + 1 + top - view.horizon_y()
    below = np.maximum(below, 0.6)
    depth = view.y * view.focal * view.height / below
    scale = below / (2 * view.y)
    return Surface(top, rows, columns, depth, scale, below / view.height)


def laid(
    stage: Stage,
    surface: Surface,
    tile: np.ndarray,
    metre: float,
    right: float,
    near: float,
    most: tuple[float, float] = CALM,
) -> np.ndarray:
    """The tile laid on the plane, `metre` metres a texel, moved `right` and `near` by texels.

    Far away true perspective would pack more texels into a pixel than can be shown; the steps are
    held below `most` there, which leaves the long streaks that the eye expects.
    """
    view = stage.view
    below = surface.near * view.height
    true_down = 2.0 * surface.depth / (below * metre)
    kept = most[1] / (true_down + most[1])
    bend = np.sqrt(true_down * below * below / most[1])
    down = 0.5 * most[1] * bend * np.arctan(bend / below) + view.z / metre * kept + near
    true_across = 1.0 / (surface.scale * metre)
    step = true_across * most[0] / (true_across + most[0])
    middle = (view.width / 2 - view.pan * view.height) / 2
    column = np.arange(surface.columns, dtype=np.float32)[None, :] + 0.5 - middle
    across = (column + view.x * surface.scale) * step + right
    return _wrapped(tile, across, np.broadcast_to(down, across.shape))


def _wrapped(tile: np.ndarray, across: np.ndarray, down: np.ndarray) -> np.ndarray:
    """The tile at these texels, repeating. (OpenCV's own wrapping border is five times slower.)"""
    across = across - np.floor(across / TILE) * TILE
    down = down - np.floor(down / TILE) * TILE
    return cv2.remap(tile, across.astype(np.float32), down.astype(np.float32), cv2.INTER_LINEAR)


def places(stage: Stage, surface: Surface) -> tuple[np.ndarray, np.ndarray]:
    """World x (rows, columns) and z (rows, 1) of the plane's pixels."""
    view = stage.view
    middle = (view.width / 2 - view.pan * view.height) / 2
    column = np.arange(surface.columns, dtype=np.float32)[None, :] + 0.5 - middle
    return column / surface.scale + view.x, surface.depth + view.z

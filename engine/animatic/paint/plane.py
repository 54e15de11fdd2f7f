"""The plane y = 0 as the camera sees it: where its pixels lie, and textures laid on it."""

from dataclasses import dataclass
from math import ceil, floor

import cv2
import numpy as np

from engine.animatic.camera import view_at
from engine.animatic.stage import Stage

TILE = 256
"""Texels along each side of a texture, which repeats both ways."""
CALM = (0.5, 3.2)
"""Most texels across and down in a 360th of half a frame height: beyond, moving water shimmers."""
GLITTER = (1.4, 4.4)
"""The same for sparkles and foam, which may be livelier."""
CRISP = (1.3, 4.8)
"""The same for ground, which keeps still."""
SHEAR = 45.0
"""Texels that far rows may lag behind near ones before they are laid anew."""


@dataclass(frozen=True, slots=True)
class Surface:
    """The half-size pixels of the plane in the frame: per row, float32 (rows, 1): depth in metres,
    pixels a metre, and share of the way from the horizon to the bottom of a still frame. It is
    `columns` wide from half-size column `first` on, each `every` half-size columns wide."""

    top: int
    rows: int
    columns: int
    depth: np.ndarray
    scale: np.ndarray
    near: np.ndarray
    first: int = 0
    every: int = 1


def surface_of(stage: Stage) -> Surface | None:
    """The part of the frame below the horizon; None when there is none."""
    view = stage.view
    top = max(0, floor(view.horizon_y()))
    if top >= view.height - 1:
        return None
    rows, columns = ceil((view.height - top) / 2), ceil(view.width / 2)
    below = np.arange(rows, dtype=np.float32)[:, None] * 2 + 1 + top - view.horizon_y()
    below = np.maximum(below, 0.6)
    depth = view.y * view.focal * view.zoom * view.height / below
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
    held below `most` there, which leaves the long streaks that the eye expects. When the camera
    goes, such rows must pass more slowly than near ones, which shears the texture: two layers
    take turns, each laid anew while it can't be seen.
    """
    view = stage.view
    below = surface.near * view.height
    unit = 720.0 / view.height
    most_across, most_down = most[0] * unit, most[1] * unit
    true_down = 2.0 * surface.depth / (below * metre)
    true_across = 1.0 / (surface.scale * metre)
    bend = np.sqrt(true_down * below * below / most_down)
    down = 0.5 * most_down * bend * np.arctan(bend / below) + near
    step = true_across * most_across / (true_across + most_across)
    across = _columns(stage, surface) * step + right
    kept_down, kept_across = most_down / (true_down + most_down), step / true_across
    layers = [
        _wrapped(
            tile,
            across + (x + (view.x - x) * kept_across) / metre,
            down + (z + (view.z - z) * kept_down) / metre,
        )
        for x, z in _standpoints(stage, metre)
    ]
    if len(layers) == 1:
        return layers[0]
    part = _turn(stage, metre)[1]
    return cv2.addWeighted(layers[0], part, layers[1], 1.0 - part, 0.0)


def _turn(stage: Stage, metre: float) -> tuple[float, float]:
    """Seconds from one laying to the next of the same layer, 0 for a camera that doesn't go; and
    how much of the first layer shows now."""
    ends = [_standpoint(stage, part * stage.scene.seconds) for part in (0.0, 1.0)]
    speed = sum(abs(b - a) for a, b in zip(*ends, strict=True)) / stage.scene.seconds
    if speed < 1e-3:
        return 0.0, 1.0
    turn = SHEAR * metre / (1.3 * speed)
    return turn, 1.0 - abs(2.0 * (stage.t / turn - floor(stage.t / turn)) - 1.0)


def _standpoints(stage: Stage, metre: float) -> list[tuple[float, float]]:
    """Where the camera stood, (x, z) in metres, when each layer was laid."""
    turn, _ = _turn(stage, metre)
    if turn == 0.0:
        return [(0.0, 0.0)]
    count = floor(stage.t / turn)
    other = count + (0.5 if stage.t / turn - count >= 0.5 else -0.5)
    return [_standpoint(stage, count * turn), _standpoint(stage, other * turn)]


def _standpoint(stage: Stage, t: float) -> tuple[float, float]:
    view = view_at(stage.scene, t, stage.width, stage.height)
    return view.x, view.z


def _columns(stage: Stage, surface: Surface) -> np.ndarray:
    """Half-size pixels to the right of the vanishing point, float32 (1, columns)."""
    middle = (stage.width / 2 - stage.view.pan * stage.height) / 2
    column = np.arange(surface.columns, dtype=np.float32)[None, :] + 0.5
    return surface.first + surface.every * column - middle


def _wrapped(tile: np.ndarray, across: np.ndarray, down: np.ndarray) -> np.ndarray:
    """The tile at these texels, repeating. (OpenCV's own wrapping border is five times slower.)"""
    across = (across - np.floor(across / TILE) * TILE).astype(np.float32)
    down = (down - np.floor(down / TILE) * TILE).astype(np.float32)
    down = np.ascontiguousarray(np.broadcast_to(down, across.shape))
    return cv2.remap(tile, across, down, cv2.INTER_LINEAR)


def places(stage: Stage, surface: Surface) -> tuple[np.ndarray, np.ndarray]:
    """World x (rows, columns) and z (rows, 1) of the plane's pixels."""
    view = stage.view
    return _columns(stage, surface) / surface.scale + view.x, surface.depth + view.z

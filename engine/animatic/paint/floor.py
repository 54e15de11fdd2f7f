"""The floor of a landscape: a textured plane from the camera's feet to the horizon."""

from dataclasses import replace
from math import floor, inf

import cv2
import numpy as np

from engine.animatic.paint.noise import layered
from engine.animatic.paint.plane import CRISP, TILE, Surface, laid, surface_of
from engine.animatic.paint.surface import bgra, canvas
from engine.animatic.stage import Stage


def paint_floor(
    stage: Stage,
    tile: np.ndarray,
    metres: tuple[float, float],
    table: np.ndarray,
    until: float = inf,
    moved: tuple[float, float] = (0.0, 0.0),
    over: np.ndarray | None = None,
) -> None:
    """Lay a texture on the plane, at two sizes of `metres` a texel, coloured by a table of 256
    lit colours, uint8 (1, 256, 4) BGRA from low to high texture values, and seen through haze.

    It reaches from the camera to `until` metres of depth. The larger texture is `moved` right and
    towards the camera by texels, as gusts go over a field; it may be a texture of its own, `over`.
    """
    surface = _near_part(stage, surface_of(stage), until)
    if surface is None:
        return
    fine = laid(stage, surface, tile, metres[0], 0.0, 0.0, CRISP)
    large = tile if over is None else over
    coarse = laid(stage, surface, large, metres[1], 31.0 + moved[0], 57.0 + moved[1], CRISP)
    value = cv2.addWeighted(fine, 0.6, coarse, 0.4, 0.0)
    colours = cv2.LUT(cv2.cvtColor(value, cv2.COLOR_GRAY2BGRA), table)
    air = 1.0 - np.exp(-surface.depth / np.float32(stage.light.visibility))
    share = np.broadcast_to(air, value.shape).astype(np.float32)
    haze = np.empty_like(colours)
    haze[...] = bgra(stage.light.haze)
    colours = cv2.blendLinear(colours, haze, 1.0 - share, share)
    part = canvas(stage)[surface.top :]
    cv2.resize(colours, (part.shape[1], part.shape[0]), dst=part, interpolation=cv2.INTER_LINEAR)


def _near_part(stage: Stage, surface: Surface | None, until: float) -> Surface | None:
    """The rows of the plane that lie no farther than `until`."""
    if surface is None or until == inf:
        return surface
    row = max(floor(stage.view.ground_y(until)), surface.top)
    skipped = (row - surface.top) // 2
    if surface.rows - skipped < 2:
        return None
    rows = slice(skipped, None)
    return replace(
        surface,
        top=surface.top + 2 * skipped,
        rows=surface.rows - skipped,
        depth=surface.depth[rows],
        scale=surface.scale[rows],
        near=surface.near[rows],
    )


def mottled_tile(stage: Stage, name: str, cell: int = 32, octaves: int = 5) -> np.ndarray:
    """A soft texture that repeats both ways: uint8 (TILE + 1, TILE + 1)."""

    def make() -> np.ndarray:
        whole = layered(stage.chance(name), TILE * 2, TILE, cell, octaves, gain=0.72)
        part = np.linspace(0.0, 1.0, TILE, dtype=np.float32)[:, None]
        both = whole[:TILE] * part + whole[TILE:] * (1.0 - part)
        both = (both - both.mean()) / both.std()
        tile = np.pad(128.0 + 46.0 * both, ((0, 1), (0, 1)), mode="wrap")
        return np.clip(tile, 0, 255).astype(np.uint8)

    return stage.wardrobe.keep(("floor", name), make)

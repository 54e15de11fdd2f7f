"""The floor of a landscape: a textured plane from the camera's feet to the horizon."""

from dataclasses import replace
from math import ceil, floor, inf, log2
from random import Random

import cv2
import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from engine.animatic.light import faded, mixed
from engine.animatic.paint.noise import layered
from engine.animatic.paint.plane import CRISP, TILE, Surface, laid, surface_of
from engine.animatic.paint.slab import Paint, Piece, lay, words
from engine.animatic.paint.surface import bgra, canvas
from engine.animatic.stage import Stage

DENSE = (1.8, 4.5)
"""Texels of a texture to a piece's own, across and along, beyond which it is taken larger."""


def paint_floor(
    stage: Stage,
    tile: np.ndarray,
    metres: tuple[float, float],
    table: np.ndarray,
    until: float = inf,
    moved: tuple[float, float] = (0.0, 0.0),
    over: np.ndarray | None = None,
    marks: Paint | None = None,
) -> None:
    """Lay a texture on the plane, at two sizes of `metres` a texel, coloured by a table of 256
    lit colours, uint8 (1, 256, 4) BGRA from low to high texture values, and seen through haze.

    It reaches from the camera to `until` metres of depth. The larger texture is `moved` right and
    towards the camera by texels, as gusts go over a field; it may be a texture of its own, `over`.
    On ground that keeps still `marks` paints what lies on it, in metres.
    """
    if over is None and moved == (0.0, 0.0):
        _still(stage, tile, metres, table, until, marks)
        return
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


def _still(
    stage: Stage,
    tile: np.ndarray,
    metres: tuple[float, float],
    table: np.ndarray,
    until: float,
    marks: Paint | None,
) -> None:
    """Ground that is painted once, piece by piece."""
    colours = np.ascontiguousarray(table).view(np.uint32).ravel()

    def paint(piece: Piece) -> None:
        fine = mottled(piece, tile, metres[0])
        coarse = mottled(piece, tile, metres[1])
        value = cv2.addWeighted(fine, 0.6, coarse, 0.4, 0.0)
        np.take(colours, value, out=words(piece))
        if marks is not None:
            marks(piece)

    lay(stage, f"floor {metres} {table.tobytes().hex()}", paint, until)


def mottled(piece: Piece, tile: np.ndarray, metre: float) -> np.ndarray:
    """A texture on a piece of ground, `metre` metres a texel: uint8 (rows, columns). Where its
    texels would be too fine for the piece it is taken larger; between two such sizes both are
    mixed, so that no one sees where one piece ends and a coarser one begins."""
    across, along = (texel / (most * metre) for texel, most in zip(piece.texel, DENSE, strict=True))
    times = max(log2(max(along, 1.0)), log2(max(across, 1.0)))
    whole, part = floor(times), times - floor(times)
    one = _tiled(piece, tile, metre, whole)
    if part < 0.02:
        return one
    return cv2.addWeighted(one, 1.0 - part, _tiled(piece, tile, metre, whole + 1), part, 0.0)


def _tiled(piece: Piece, tile: np.ndarray, metre: float, doubled: int) -> np.ndarray:
    """The texture on a piece, its texels doubled so many times; not so often from left to right,
    where the eye sees the ground less foreshortened."""
    rows, columns = words(piece).shape
    needed = max(ceil(log2(piece.texel[0] / (DENSE[0] * metre))), 0)
    right, far = metre * 2.0 ** max(needed, doubled - 2), metre * 2.0**doubled
    across, along = piece.texel[0] / right, piece.texel[1] / far
    u, v = piece.metres.left() / right % TILE, piece.metres.top() / far % TILE
    times = ceil((v + rows * along + 2) / TILE), ceil((u + columns * across + 2) / TILE)
    wide = np.tile(tile[:TILE, :TILE], times)
    matrix = np.array([[across, 0.0, u], [0.0, -along, v + (rows - 1) * along]])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    return cv2.warpAffine(wide, matrix, (columns, rows), flags=flags)


def joints(piece: Piece, colour: QColor, across: float, along: float, wide: float = 0.014) -> None:
    """Lines between slabs or tiles: one every `across` metres from left to right and every `along`
    metres away from us (0 for none), where a piece is fine enough to show them."""
    whole, painter = piece.metres, piece.painter
    if across > 3.0 * piece.texel[0]:
        for number in range(ceil(whole.left() / across), floor(whole.right() / across) + 1):
            x = number * across - wide / 2
            painter.fillRect(QRectF(x, whole.top(), wide, whole.height()), colour)
    if along > 3.0 * piece.texel[1]:
        for number in range(ceil(whole.top() / along), floor(whole.bottom() / along) + 1):
            z = number * along - wide / 2
            painter.fillRect(QRectF(whole.left(), z, whole.width(), wide), colour)


def planks(piece: Piece, colour: QColor, chance: Random, wide: float = 0.24) -> None:
    """Boards that run away from us, each with its own tone, grain and ends."""
    whole, painter = piece.metres, piece.painter
    first, last = floor(whole.left() / wide), floor(whole.right() / wide)
    seed = chance.random()
    dark = mixed(colour, QColor("#140c08"), 0.55)
    for number in range(first, last + 1):
        own = Random(f"{seed}/{number}")
        x, long, start = number * wide, own.uniform(7.0, 11.0) * wide, own.uniform(0.0, 9.0)
        painter.fillRect(
            QRectF(x, whole.top(), wide, whole.height()), faded(dark, 0.05 + 0.2 * own.random())
        )
        for grain in range(3):
            at = x + own.uniform(0.1, 0.85) * wide
            line = QRectF(at, whole.top(), 0.02 * wide * (1 + grain), whole.height())
            painter.fillRect(line, faded(dark, own.uniform(0.05, 0.16)))
        z = start + ceil((whole.top() - start) / long) * long
        while z < whole.bottom():
            painter.fillRect(QRectF(x, z, wide, 0.03 * wide), faded(dark, 0.6))
            z += long
        painter.fillRect(QRectF(x, whole.top(), 0.035 * wide, whole.height()), faded(dark, 0.7))


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

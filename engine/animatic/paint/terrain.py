"""Terrain: heights over a plain, seen in perspective, lit, and kept as one wide picture a range."""

from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt

import cv2
import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from engine.animatic.camera import beyond, standing, views
from engine.animatic.light import Light
from engine.animatic.paint.noise import layered, steps
from engine.animatic.paint.surface import bgr, pixels, translucent
from engine.animatic.stage import Stage

FINEST = 720
"""Most rows a frame height has in a range's picture; larger frames show it enlarged."""
TEXELS = 256

Field = np.ndarray
"""float32 (slices, columns): a value for each depth slice and each column of the picture."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a range is made of at its sampled points: world places and heights in metres, the part
    of the light that falls on it, 0 to 1, and slope (rise over run)."""

    x: Field
    z: Field
    height: Field
    facing: Field
    slope: Field


@dataclass(frozen=True, slots=True)
class Range:
    """A stretch of land between two depths, in metres. `height(x, z)` gives metres,
    `colour(ground)` the bare colours, float32 (slices, columns, 3) BGR. `mist` thickens the haze
    towards the foot, 0 to 1; the lowest `fade` frame heights melt into what lies in front; light
    is smoothed over `soft` pixels, which near land needs; land `afloat` shows only what rises out
    of the sea. It moves with the camera as a flat
    picture at depth `nominal`."""

    name: str
    nearest: float
    farthest: float
    nominal: float
    height: Callable[[Field, Field], Field]
    colour: Callable[[Ground], np.ndarray]
    slices: int = 90
    mist: float = 0.0
    fade: float = 0.0
    soft: float = 0.0
    afloat: bool = False


@dataclass(frozen=True, slots=True)
class Plate:
    """A painted range: its picture and where it lies at rest, in pixels of the frame."""

    image: QImage
    place: QRectF


def paint_range(stage: Stage, land: Range) -> None:
    """Paint a range where the camera sees it."""
    plate = stage.wardrobe.keep(("range", land.name), lambda: _plate(stage, land))
    if plate is None:
        return
    view = stage.view
    grow = view.zoom * land.nominal / max(land.nominal - view.z, 0.1 * land.nominal)
    scale = view.pixels_per_metre(land.nominal)
    middle = view.width / 2 - view.pan * view.height - view.x * scale
    foot = view.horizon_y() + (view.y - _rest_height(stage)) * scale
    x = middle + (plate.place.x() - view.width / 2) * grow
    y = foot + plate.place.y() * grow
    where = QRectF(x, y, plate.place.width() * grow, plate.place.height() * grow)
    if where.top() < view.height:
        stage.painter.drawImage(where, plate.image)


def noise_tile(stage: Stage) -> np.ndarray:
    """Smooth chance that repeats both ways: float32 (TEXELS + 3, TEXELS + 3), 0 to 1. All ranges
    share it, each at places and sizes of its own."""

    def make() -> np.ndarray:
        whole = layered(stage.chance("relief"), TEXELS * 2, TEXELS, 16, 2)
        part = np.linspace(0.0, 1.0, TEXELS, dtype=np.float32)[:, None]
        both = whole[:TEXELS] * part + whole[TEXELS:] * (1.0 - part)
        spread = np.sqrt(part**2 + (1.0 - part) ** 2)
        return np.pad(0.5 + (both - 0.5) / spread, ((1, 2), (1, 2)), mode="wrap")

    return stage.wardrobe.keep("relief", make)


def sampled(tile: np.ndarray, x: Field, z: Field, size: float) -> Field:
    """The tile's value at world places, one of its bumps being about `size` metres wide."""
    across = x * np.float32(16.0 / size)
    down = z * np.float32(16.0 / size)
    across = across - np.floor(across / TEXELS) * TEXELS + 1.0
    down = down - np.floor(down / TEXELS) * TEXELS + 1.0
    across, down = np.broadcast_arrays(across.astype(np.float32), down.astype(np.float32))
    return cv2.remap(
        tile, np.ascontiguousarray(across), np.ascontiguousarray(down), cv2.INTER_CUBIC
    )


def blended(one: np.ndarray, other: np.ndarray, part: Field | float) -> np.ndarray:
    """`part` of the other colour, the rest of the one: float32 (slices, columns, 3) BGR, which lies
    in memory channel by channel: numpy is several times as fast along long rows."""
    share = np.asarray(part, np.float32)[None]
    first, second = (_channels(colour) for colour in (one, other))
    return np.moveaxis(first * (1.0 - share) + second * share, 0, -1)


def _channels(colour: np.ndarray) -> np.ndarray:
    return colour[:, None, None] if colour.ndim == 1 else np.moveaxis(colour, -1, 0)


def sun_direction(light: Light) -> tuple[float, float, float]:
    """Where light comes from: right, up, away from the camera; length 1. The sun in the frame is
    behind the land, which would leave every face dark: the key comes from its side instead."""
    side = 1.0 if light.sun_x >= 0.5 else -1.0
    x, y, z = side * 0.85, 0.32 + 0.9 * max(-light.sun_y, 0.0), -0.42
    length = sqrt(x * x + y * y + z * z)
    return x / length, y / length, z / length


def contrast(facing: Field | float) -> Field:
    """How much of the key shows on a face turned to the light by `facing`: a painter's curve that
    parts light from shadow more clearly than Lambert's law."""
    return steps(0.12, 0.8, np.asarray(facing, np.float32))


def lit_bgra(light: Light, bare: QColor, facing: float) -> np.ndarray:
    """A colour of the ground in the light, as ranges have it: float32 (4,) BGRA, 0 to 255."""
    part = float(contrast(facing))
    shine = bgr(light.ambient) * (0.86 - 0.6 * part) + bgr(light.key) * (1.02 * part)
    return np.append(np.clip(bgr(bare) * shine, 0.0, 1.0) * 255.0, 255.0).astype(np.float32)


# Painting a plate -----------------------------------------------------------------------------


def _rest_height(stage: Stage) -> float:
    return standing(stage.scene, stage.width, stage.height).y


def _plate(stage: Stage, land: Range) -> Plate | None:
    ground, rows = _looked_at(stage, land)
    colours = _lit(stage, land, ground)
    covered = np.minimum.accumulate(rows, axis=0)
    top = int(np.floor(covered[-1].min())) - 1
    bottom = int(np.ceil(min(rows[0].max() + 2, lowest(stage, land.nominal) * _per_height(stage))))
    if bottom <= top + 1:
        return None
    nearest, part = _seen_slices(covered, top, bottom)
    columns = np.arange(rows.shape[1])[None, :]
    here = nearest * rows.shape[1] + columns
    after = np.minimum(nearest + 1, land.slices - 1) * rows.shape[1] + columns
    shown = [c.take(here) * (1.0 - part) + c.take(after) * part for c in colours]
    line = np.arange(top, bottom, dtype=np.float32)[:, None]
    alpha = np.clip(line - covered[-1][None, :] + 0.5, 0.0, 1.0)
    if land.fade:
        foot = rows[0][None, :] - line
        alpha = alpha * np.clip(foot / (land.fade * _per_height(stage)), 0.0, 1.0)
    if land.afloat:
        height = ground.height.take(here) * (1.0 - part) + ground.height.take(after) * part
        alpha = alpha * np.clip(0.5 + 1.5 * cv2.blur(height, (9, 1)), 0.0, 1.0)
    step = stage.height / _per_height(stage)
    place = QRectF(
        -_beside(stage, land) * stage.height,
        top * step,
        rows.shape[1] * step,
        (bottom - top) * step,
    )
    picture = translucent(np.moveaxis(np.stack(shown), 0, -1), alpha)
    # Takes the stairs off crests in front of other crests, which have no alpha to soften them.
    cv2.GaussianBlur(pixels(picture), (3, 3), 0.6, dst=pixels(picture))
    return Plate(picture, place)


def _per_height(stage: Stage) -> int:
    return min(FINEST, stage.height)


def _beside(stage: Stage, land: Range) -> float:
    return beyond(stage.scene, land.nominal, stage.width, stage.height)


def lowest(stage: Stage, z: float) -> float:
    """How far below the horizon of the resting frame the shot can look at this depth, in frame
    heights."""
    rest = standing(stage.scene, stage.width, stage.height)
    low = max(0.62, 1.1 - rest.horizon)
    for view in views(stage.scene, stage.width, stage.height):
        grow = view.zoom * z / max(z - view.z, 0.1 * z)
        risen = (view.y - rest.y) * rest.focal / z
        low = max(low, (1.02 - view.horizon - view.tilt) / grow - risen)
    return low


def _looked_at(stage: Stage, land: Range) -> tuple[Ground, Field]:
    """The range sampled along the lines of sight, nearest slice first, and the picture rows (from
    the horizon down) at which the samples appear."""
    view, tall = stage.view, _per_height(stage)
    # Two at least: a picture of a single pixel still has slopes.
    columns = max(2, round((stage.width / stage.height + 2 * _beside(stage, land)) * tall))
    depths = np.geomspace(land.nearest, land.farthest, land.slices).astype(np.float32)[:, None]
    aside = (np.arange(columns, dtype=np.float32) + 0.5 - columns / 2)[None, :]
    z = np.broadcast_to(depths, (land.slices, columns))
    x = aside * depths / np.float32(view.focal * tall)
    height = land.height(x, z).astype(np.float32)
    across = np.gradient(height, axis=1) / (depths / np.float32(view.focal * tall))
    away = _risen(height) / _risen(depths) - across * x / z
    if land.soft:
        # OpenCV samples to a 32nd of a texel: enlarged, the steps would show as corduroy.
        wide = land.soft * tall / FINEST
        across, away = (cv2.GaussianBlur(one, (0, 0), wide, sigmaY=1.2) for one in (across, away))
    sx, sy, sz = sun_direction(stage.light)
    slope = np.sqrt(across * across + away * away)
    facing = (sy - across * sx - away * sz) / np.sqrt(1.0 + slope * slope)
    rows = (np.float32(_rest_height(stage)) - height) * np.float32(view.focal * tall) / depths
    return Ground(x, z, height, np.clip(facing, 0.0, 1.0), slope), rows


def _risen(field: Field) -> Field:
    """Difference to the nearer slice. (A central one would show the dark side of a crest from
    the front.)"""
    differences = np.diff(field, axis=0)
    return np.concatenate([differences[:1], differences], axis=0)


def _lit(stage: Stage, land: Range, ground: Ground) -> list[Field]:
    """The range's blue, green and red in the light, seen through the air."""
    light = stage.light
    bare = np.moveaxis(land.colour(ground), -1, 0)
    facing = contrast(ground.facing)
    dim, bright = 0.86 - 0.6 * facing, 1.02 * facing
    air = 1.0 - np.exp(-ground.z / np.float32(light.visibility))
    tall = max(float(ground.height.max()), 1.0)
    if "fog" in stage.scene.weather:
        air = air * (1.0 - 0.5 * steps(0.25, 0.8, ground.height / tall))
    if land.mist:
        low = np.clip(1.0 - ground.height / (0.75 * tall), 0.0, 1.0)
        air = 1.0 - (1.0 - air) * (1.0 - land.mist * low * low * steps(70.0, 500.0, ground.z))
    tones = zip(bare, bgr(light.ambient), bgr(light.key), bgr(light.haze), strict=True)
    seen = []
    for colour, ambient, key, haze in tones:
        lit = colour * (ambient * dim + key * bright)
        seen.append(lit + (haze - lit) * air)
    return seen


def _seen_slices(covered: Field, top: int, bottom: int) -> tuple[np.ndarray, np.ndarray]:
    """For each row and column of the picture the slice before the one that is seen, and how far
    the seen point lies between the two, 0 to 1."""
    slices, columns = covered.shape
    tall = bottom - top
    levels = np.clip(np.ceil(covered).astype(np.int64) - top, 0, tall)
    flat = levels * columns + np.arange(columns)[None, :]
    counts = np.bincount(flat.ravel(), minlength=(tall + 1) * columns).reshape(tall + 1, columns)
    later = counts[::-1].cumsum(axis=0)[::-1]
    nearest = np.clip(later[1:] - 1, 0, slices - 1)
    picked = np.arange(columns)[None, :]
    low = covered[nearest, picked]
    high = covered[np.minimum(nearest + 1, slices - 1), picked]
    line = np.arange(top, bottom, dtype=np.float32)[:, None]
    part = np.clip((low - line) / np.maximum(low - high, 1e-3), 0.0, 1.0)
    return nearest, part

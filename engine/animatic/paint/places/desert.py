"""The desert: dunes with a lit and a dark side, a rippled floor, sand smoking off the crests."""

from math import cos, sin

import numpy as np
from PySide6.QtGui import QColor, QImage

from engine.animatic.light import mixed
from engine.animatic.motion import wind
from engine.animatic.paint.drift import paint_drifting
from engine.animatic.paint.floor import paint_floor
from engine.animatic.paint.noise import layered, steps
from engine.animatic.paint.places.land import lit_table
from engine.animatic.paint.plane import TILE
from engine.animatic.paint.surface import bgr, translucent
from engine.animatic.paint.terrain import (
    Field,
    Ground,
    Range,
    blended,
    contrast,
    noise_tile,
    paint_range,
    sampled,
)
from engine.animatic.paint.tufts import paint_tufts
from engine.animatic.stage import Stage

SAND, PALE, SHADE = QColor("#e3a862"), QColor("#fcd090"), QColor("#d6843f")
SHADED = np.array([-0.22, -0.06, 0.2], np.float32)
"""How much more or less blue, green and red there is in the shade."""
DUNES = ((1500.0, 4200.0, 300.0, 900.0), (420.0, 1300.0, 105.0, 330.0), (66.0, 380.0, 26.0, 110.0))
"""Nearest and farthest depth, height and distance from crest to crest, in metres."""


def paint(stage: Stage) -> None:
    """Dunes, the floor, stones and dry shrubs, and the sand in the wind."""
    paint_range(stage, _dunes(stage, 0))
    table = stage.wardrobe.keep("sand", lambda: lit_table(stage.light, SHADE, PALE))
    paint_floor(
        stage, stage.wardrobe.keep("sand tile", lambda: _rippled(stage)), (0.026, 0.1), table
    )
    for number in (1, 2):
        paint_range(stage, _dunes(stage, number))
        _blown(stage, number)
    paint_tufts(stage, 70)
    _blown(stage, 3)


def _dunes(stage: Stage, number: int) -> Range:
    nearest, farthest, tall, length = DUNES[number]
    tile = noise_tile(stage)
    chance = stage.chance(f"dunes {number}")
    shift, turn = chance.uniform(0.0, 9000.0), chance.uniform(0.45, 0.85)
    side = -1.0 if stage.light.sun_x >= 0.5 else 1.0

    def height(x: Field, z: Field) -> Field:
        x, bend = x + np.float32(shift), sampled(tile, x + shift, z, length * 2.1)
        along = (side * x * cos(turn) + z * sin(turn)) / length + 2.6 * (bend - 0.5)
        part = along - np.floor(along)
        rise = np.clip(part / 0.62, 0.0, 1.0)
        fall = np.clip((1.0 - part) / 0.38, 0.0, 1.0)
        size = steps(0.25, 0.8, sampled(tile, x, z, length * 1.4))
        foot = steps(nearest, nearest + 0.35 * (farthest - nearest), z)
        return foot * tall * (0.2 + size) * _crest(rise * rise * (1.6 - 0.6 * rise), fall)

    def colour(ground: Ground) -> np.ndarray:
        tint = sampled(tile, ground.x, ground.z, length * 0.7)
        shadow = 1.0 - contrast(ground.facing)
        bare = np.moveaxis(blended(bgr(SAND), bgr(PALE), 0.5 * tint), -1, 0)
        shaded = [c * (1.0 + shadow * by) for c, by in zip(bare, SHADED, strict=True)]
        return np.moveaxis(np.stack(shaded), 0, -1)

    name = f"dunes {number}"
    return Range(
        name, nearest, farthest, nearest, height, colour, 240, 0.15, 0.012, (0.0, 1.5, 3.0)[number]
    )


def _crest(rise: Field, fall: Field) -> Field:
    """The lower of two slopes, their edge rounded a little (Quilez's polynomial minimum): a sharp
    one would show the slices as teeth."""
    part = np.clip(0.5 + (fall - rise) / 0.36, 0.0, 1.0)
    return fall + (rise - fall) * part - 0.18 * part * (1.0 - part)


def _rippled(stage: Stage) -> np.ndarray:
    """Wind ripples that repeat both ways: uint8 (TILE + 1, TILE + 1)."""
    line = np.arange(TILE, dtype=np.float32) * np.float32(2 * np.pi / TILE)
    x, z = line[None, :], line[:, None]
    bend = 1.1 * np.sin(x + 0.6 * np.sin(z)) + 0.5 * np.sin(3 * x - z) + 0.3 * np.sin(5 * x + 2 * z)
    crest = np.sin(14 * z + bend * 1.6) + 0.45 * np.sin(23 * z - 2 * x + 2.2 * bend)
    patch = np.sin(2 * x + z) * np.sin(x - 2 * z)
    tile = 128.0 + 26.0 * crest * (0.7 + 0.5 * patch) + 16.0 * patch
    return np.clip(np.pad(tile, ((0, 1), (0, 1)), mode="wrap"), 0, 255).astype(np.uint8)


def _blown(stage: Stage, number: int) -> None:
    """Sand that streams over the ground in the gusts."""
    depth = (0.0, 300.0, 90.0, 18.0)[number]
    strip = stage.wardrobe.keep("blown sand", lambda: _streams(stage))
    gust = wind.gust(stage.scene, stage.t)
    scale = stage.view.focal * stage.view.zoom / depth
    travelled = 9.0 * (0.3 + stage.scene.wind) * stage.t
    tall = (0.05 + 0.025 * number) * stage.height
    top = stage.view.ground_y(depth) - 0.75 * tall
    stage.painter.save()
    stage.painter.setOpacity(min(0.25 + 0.9 * gust, 1.0) * (0.8 if number < 3 else 0.6))
    right = 0.37 * number + stage.view.pan + (stage.view.x - travelled) * scale
    paint_drifting(stage, strip, right, top, tall)
    stage.painter.restore()


def _streams(stage: Stage) -> QImage:
    rows, columns = 48, 1024
    rags = layered(stage.chance("blown"), rows, columns, 16, 4, 8, 0.6)
    gaps = layered(stage.chance("lulls"), rows, columns, 32, 2, 8)
    place = (np.arange(rows, dtype=np.float32) + 0.5)[:, None] / rows
    edge = steps(0.0, 0.55, place) * steps(1.0, 0.8, place)
    cover = steps(0.42, 0.85, rags) * steps(0.4, 0.7, gaps) * edge * 0.75
    colour = stage.light.lit(mixed(PALE, QColor("#ffffff"), 0.15), 0.75)
    return translucent(np.broadcast_to(bgr(colour), (rows, columns, 3)), cover)

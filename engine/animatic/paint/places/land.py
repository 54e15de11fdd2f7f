"""Mountains and hills: ranges behind each other that sink into the haze, over a meadow."""

from collections.abc import Callable

import numpy as np
from PySide6.QtGui import QColor

from engine.animatic.light import Light, mixed
from engine.animatic.paint.floor import mottled_tile, paint_floor
from engine.animatic.paint.noise import steps
from engine.animatic.paint.surface import bgr
from engine.animatic.paint.terrain import (
    Field,
    Ground,
    Range,
    blended,
    lit_bgra,
    noise_tile,
    paint_range,
    sampled,
    sun_direction,
)
from engine.animatic.paint.tufts import paint_tufts
from engine.animatic.scene import snow_lies
from engine.animatic.stage import Stage

ROCK, SCREE, SNOW = QColor("#5d5a66"), QColor("#8a8286"), QColor("#f4f7fb")
PINE, GRASS, STRAW = QColor("#35523f"), QColor("#7d9c4c"), QColor("#b7a95c")


def mountains(stage: Stage) -> None:
    """Two ranges of peaks, wooded foothills and a meadow in front."""
    for far in (True, False):
        paint_range(stage, _peaks(stage, far))
    paint_meadow(stage)
    paint_range(stage, _foothills(stage, 0))
    paint_range(stage, _foothills(stage, 1))


def shore(stage: Stage) -> None:
    """Peaks over the wooded far shore of a lake."""
    for far in (True, False):
        paint_range(stage, _peaks(stage, far))
    paint_range(stage, _foothills(stage, 0))
    paint_range(stage, _bank(stage))


def hills(stage: Stage) -> None:
    """Rolling green hills with hedges and copses."""
    paint_range(stage, _blue_hills(stage))
    paint_meadow(stage)
    for number in (0, 1, 2):
        paint_range(stage, _green_hills(stage, number))


def paint_meadow(stage: Stage) -> None:
    """Short grass with patches of straw; under snow, white with soft drifts."""
    tile = mottled_tile(stage, "meadow")
    table = stage.wardrobe.keep("meadow colours", lambda: _meadow_colours(stage))
    paint_floor(stage, tile, (0.014, 0.16), table)
    paint_tufts(stage)


def _meadow_colours(stage: Stage) -> np.ndarray:
    low, high = mixed(GRASS, PINE, 0.22), mixed(GRASS, STRAW, 0.3)
    if snowy(stage):
        low, high = QColor("#e9eef6"), SNOW
    return lit_table(stage.light, low, high)


def lit_table(light: Light, low: QColor, high: QColor, relief: float = 1.0) -> np.ndarray:
    """256 colours of level ground, from a low to a high one: uint8 (1, 256, 4) BGRA. Less
    `relief` than 1 makes it flatter."""
    up = sun_direction(light)[1]
    dark = lit_bgra(light, low, up - 0.08 * relief)
    bright = lit_bgra(light, high, up + 0.1 * relief)
    part = steps(0.1, 0.9, np.linspace(0.0, 1.0, 256, dtype=np.float32))[:, None]
    return (dark * (1.0 - part) + bright * part).astype(np.uint8).reshape(1, 256, 4)


def snowy(stage: Stage) -> bool:
    """Whether snow lies on the ground."""
    return snow_lies(stage.scene)


def paint_range_named(stage: Stage, name: str) -> None:
    """One of the ranges of this part of the world, for places that look out on it."""
    match name:
        case "peaks":
            paint_range(stage, _peaks(stage, far=True))
        case "mountains":
            paint_range(stage, _peaks(stage, far=False))
        case "foothills":
            paint_range(stage, _foothills(stage, 0))
        case "woods":
            paint_range(stage, _foothills(stage, 1))
        case "blue":
            paint_range(stage, _blue_hills(stage))
        case "green":
            paint_range(stage, _green_hills(stage, 0))
        case "copses":
            paint_range(stage, _green_hills(stage, 1))
        case "rises":
            paint_range(stage, _green_hills(stage, 2))
        case _:
            paint_range(stage, rise(stage, name))


def rise(stage: Stage, text: str) -> Range:
    """Rolling land from 'start end tall size colour colour [roughness]', metres: its hollows have
    the first colour, its heights the second; `roughness` in metres is trees or stones on it."""
    fields = text.split()
    start, end, tall, size = map(float, fields[:4])
    low, high = QColor(fields[4]), QColor(fields[5])
    rough = float(fields[6]) if fields[6:] else 0.0
    tile = noise_tile(stage)
    shift = stage.chance(f"rise {text}").uniform(0.0, 9000.0)

    def height(x: Field, z: Field) -> Field:
        up = steps(start, start + 0.5 * (end - start), z)
        shape = up * tall * rolling(tile, x + shift, z, size, 3)
        if not rough:
            return shape
        bumps = np.abs(2.0 * sampled(tile, x, z, 1.6 * rough) - 1.0)
        return shape + steps(start, 1.1 * start, z) * rough * (0.35 + bumps)

    def colour(ground: Ground) -> np.ndarray:
        part = sampled(tile, ground.x, ground.z, 0.6 * size)
        bare = blended(bgr(low), bgr(high), steps(0.3, 0.7, part))
        return blended(bare, bgr(SNOW), 0.85) if snowy(stage) else bare

    return Range(f"rise {text}", start, end, start, height, colour, 70, 0.3, 0.012)


# Shapes ---------------------------------------------------------------------------------------


def ridged(tile: np.ndarray, x: Field, z: Field, size: float, octaves: int) -> Field:
    """Sharp ridges, 0 to about 1 (Musgrave's ridged multifractal: detail grows on the heights)."""
    total = np.zeros(np.broadcast(x, z).shape, np.float32)
    weight, detail = np.float32(0.62), np.float32(1.0)
    for _ in range(octaves):
        fold = 1.0 - np.abs(2.0 * sampled(tile, x, z, size) - 1.0) * 1.7
        fold = np.clip(fold, 0.0, 1.0) ** 2
        total += weight * detail * fold
        detail = np.clip(fold * 1.6, 0.15, 1.0)
        weight *= np.float32(0.44)
        size *= 0.45
        x, z = x + 0.31 * size, z - 0.27 * size
    return total


def rolling(tile: np.ndarray, x: Field, z: Field, size: float, octaves: int) -> Field:
    """Soft hills, 0 to 1."""
    total = np.zeros(np.broadcast(x, z).shape, np.float32)
    weight, sum_of_weights = 1.0, 0.0
    for _ in range(octaves):
        total += np.float32(weight) * sampled(tile, x, z, size)
        sum_of_weights += weight
        weight *= 0.42
        size *= 0.45
        x, z = x + 0.37 * size, z + 0.21 * size
    return np.clip(total / np.float32(sum_of_weights), 0.0, 1.0)


def _peaks(stage: Stage, far: bool) -> Range:
    tile = noise_tile(stage)
    start, end, tall, size = (9000, 18000, 6000, 9500) if far else (3600, 8600, 2300, 4200)
    hero = stage.chance("peaks").choice((-0.42, 0.42)) * stage.width / stage.height / 1.78

    def height(x: Field, z: Field, shift: float | None = None) -> Field:
        shift = chosen if shift is None else shift
        rise = steps(start, start + 0.4 * (end - start), z)
        broad = rolling(tile, x + shift, z, size * 2.2, 2)
        near_hero = np.exp(-(((x / z - hero) / 0.3) ** 2))
        ridges = 0.16 + 0.84 * ridged(tile, x + shift, z, size, 5)
        return tall * rise * (0.16 + 0.75 * broad + 0.34 * near_hero) * ridges - 20.0

    chosen = stage.wardrobe.keep(
        ("peaks", far), lambda: _best_shift(stage, height, start, end, 0.36 if far else 0.28)
    )

    def colour(ground: Ground) -> np.ndarray:
        patches = sampled(tile, ground.x, ground.z, size / 14)
        rock = blended(bgr(ROCK), bgr(SCREE), patches)
        low = 0.1 if snowy(stage) else 0.34
        line = tall * (low + 0.16 * (patches - 0.5))
        white = steps(line, line + 0.1 * tall, ground.height) * steps(2.3, 1.1, ground.slope)
        wood = steps(0.3 * tall, 0.12 * tall, ground.height) * steps(1.4, 0.7, ground.slope)
        rock = blended(rock, bgr(mixed(PINE, ROCK, 0.3)), wood)
        return blended(rock, bgr(SNOW), white)

    return Range("far peaks" if far else "peaks", start, end, start, height, colour, 110, 0.55)


def _best_shift(
    stage: Stage,
    height: Callable[[Field, Field, float], Field],
    start: float,
    end: float,
    wanted: float,
) -> float:
    """Of a few stretches of the range the one whose skyline rises to about `wanted` frame heights
    in the frame: a stretch without a summit makes no picture."""
    chance = stage.chance(f"peaks {start}")
    depths = np.geomspace(start, end, 20, dtype=np.float32)[:, None]
    across = np.linspace(-0.45, 0.45, 72, dtype=np.float32)[None, :] * stage.width / stage.height
    misses: list[tuple[float, float]] = []
    for _ in range(9):
        shift = chance.uniform(0.0, 40000.0)
        line = (height(across * depths, depths * np.ones_like(across), shift) / depths).max(axis=0)
        miss = abs(float(line.max()) - wanted) + abs(float(line.mean()) - 0.5 * wanted)
        misses.append((miss, shift))
    return min(misses)[1]


def _foothills(stage: Stage, number: int) -> Range:
    tile = noise_tile(stage)
    start, end, tall = ((900, 2300, 300), (240, 700, 62))[number]
    shift = stage.chance(f"foothills {number}").uniform(0, 9000)

    def height(x: Field, z: Field) -> Field:
        rise = steps(start, start + 0.5 * (end - start), z)
        wooded = steps(start, 1.12 * start, z) * _trees(tile, x, z, tall)
        return rise * tall * rolling(tile, x + shift, z, tall * 5.0, 4) + wooded

    def colour(ground: Ground) -> np.ndarray:
        clearing = steps(0.55, 0.7, sampled(tile, ground.x, ground.z, tall * 2.5))
        green = blended(bgr(PINE), bgr(mixed(PINE, GRASS, 0.7)), clearing)
        if snowy(stage):
            green = blended(green, bgr(SNOW), 0.35 + 0.5 * clearing)
        return green

    return Range(
        f"foothills {number}", start, end, start, height, colour, 90, 0.35, (0.012, 0.0)[number]
    )


def _bank(stage: Stage) -> Range:
    """A low shore right at the water, with a pale line of stones."""
    tile = noise_tile(stage)
    shift = stage.chance("bank").uniform(0, 9000)

    def height(x: Field, z: Field) -> Field:
        rise = steps(330.0, 560.0, z)
        low = rise * 34.0 * rolling(tile, x + shift, z, 190.0, 3)
        return low + steps(338.0, 350.0, z) * _trees(tile, x, z, 45.0)

    def colour(ground: Ground) -> np.ndarray:
        stones = steps(344.0, 336.0, ground.z)
        green = blended(bgr(PINE), bgr(mixed(PINE, GRASS, 0.5)), steps(0.4, 0.7, ground.facing))
        if snowy(stage):
            green = blended(green, bgr(SNOW), 0.45)
        return blended(green, bgr(SCREE), stones)

    return Range("bank", 330.0, 620.0, 330.0, height, colour, 80, 0.25)


def _trees(tile: np.ndarray, x: Field, z: Field, tall: float) -> Field:
    """Tree tops as a fine roughness of a wooded slope."""
    wood = steps(0.66, 0.5, sampled(tile, x, z, tall * 2.5))
    return wood * (4.0 + 9.0 * np.abs(2.0 * sampled(tile, x, z, 8.0) - 1.0))


def _blue_hills(stage: Stage) -> Range:
    tile = noise_tile(stage)
    shift = stage.chance("blue hills").uniform(0, 9000)

    def height(x: Field, z: Field) -> Field:
        return steps(2600, 5200, z) * 620.0 * rolling(tile, x + shift, z, 2400.0, 4)

    def colour(ground: Ground) -> np.ndarray:
        wood = sampled(tile, ground.x, ground.z, 260.0)
        return blended(bgr(PINE), bgr(GRASS), steps(0.35, 0.7, wood))

    return Range("blue hills", 2600, 7000, 2600, height, colour, 70, 0.5)


def _green_hills(stage: Stage, number: int) -> Range:
    tile = noise_tile(stage)
    start, end, tall = ((800, 2200, 480), (250, 760, 140), (36, 220, 15))[number]
    shift = stage.chance(f"green hills {number}").uniform(0, 9000)

    def height(x: Field, z: Field) -> Field:
        rise = steps(start, start + 0.6 * (end - start), z)
        shape = steps(0.2, 0.95, rolling(tile, x + shift, z, tall * 7.0, 3))
        shape *= 0.55 + 1.9 * (x / z) ** 2 / (1.0 + (x / z) ** 2)
        return rise * tall * shape + (_copses(tile, x, z, tall) if number < 2 else 0.0)

    def colour(ground: Ground) -> np.ndarray:
        field = sampled(tile, ground.x, ground.z, tall * 4.0)
        fresh = blended(bgr(GRASS), bgr(STRAW), 0.6 * steps(0.5, 0.62, field))
        fresh = blended(fresh, bgr(mixed(GRASS, PINE, 0.4)), 0.8 * steps(0.46, 0.38, field))
        if snowy(stage):
            fresh = blended(fresh, bgr(SNOW), 0.93)
        hedge = steps(0.014, 0.005, np.abs(sampled(tile, ground.x, ground.z, tall * 3.0) - 0.5))
        fresh = blended(fresh, bgr(PINE), 0.8 * hedge * steps(90.0, 160.0, ground.z))
        if number == 2:
            return fresh
        wooded = steps(1.2, 3.0, _copses(tile, ground.x, ground.z, tall))
        return blended(fresh, bgr(PINE), wooded)

    return Range(
        f"green hills {number}",
        start,
        end,
        start,
        height,
        colour,
        90,
        0.3,
        0.016,
        (0.0, 0.0, 3.0)[number],
    )


def _copses(tile: np.ndarray, x: Field, z: Field, tall: float) -> Field:
    """Clumps of round trees."""
    here = steps(0.63, 0.7, sampled(tile, x, z, tall * 0.8))
    return here * (3.0 + 6.0 * np.abs(2.0 * sampled(tile, x, z, 7.0) - 1.0))

"""Above the clouds: their tops to the horizon, like snow-covered hills of light."""

import numpy as np
from PySide6.QtGui import QColor

from engine.animatic.camera import standing, views
from engine.animatic.light import mixed
from engine.animatic.paint.noise import steps
from engine.animatic.paint.surface import bgr
from engine.animatic.paint.terrain import (
    Field,
    Ground,
    Range,
    lowest,
    noise_tile,
    paint_range,
    sampled,
)
from engine.animatic.stage import Stage

BANDS = ((1500.0, 9000.0, 120.0, 900.0), (420.0, 1900.0, 46.0, 330.0), (120.0, 520.0, 22.0, 120.0))
"""Nearest and farthest depth, height and width of the billows, in metres."""


def paint(stage: Stage) -> None:
    """Three bands of billows, each in front of the last."""
    for number in range(len(BANDS)):
        paint_range(stage, _billows(stage, number))


def _billows(stage: Stage, number: int) -> Range:
    nearest, farthest, tall, size = BANDS[number]
    rest = standing(stage.scene, stage.width, stage.height)
    if number == len(BANDS) - 1:
        nearest = min(nearest, 0.97 * rest.y * rest.focal / lowest(stage, nearest))
    risen = max(view.y for view in views(stage.scene, stage.width, stage.height)) / rest.y
    # Seen from higher up, nearer bands part from those behind: these reach on below them.
    first = nearest / risen**2 if number < len(BANDS) - 1 else nearest
    tile = noise_tile(stage)
    shift = stage.chance(f"billows {number}").uniform(0.0, 9000.0)

    def height(x: Field, z: Field) -> Field:
        x = x + np.float32(shift)
        broad = steps(0.3, 0.75, sampled(tile, x, z, size * 2.4))
        puffs = np.zeros_like(broad)
        for part, weight in ((1.0, 0.8), (0.6, 0.9), (0.36, 1.0)):
            puff = sampled(tile, x + 31.0 * part * size, z + 17.0 * part * size, part * size)
            puffs = np.maximum(puffs, weight * np.sqrt(steps(0.3, 0.86, puff) + 0.01))
        foot = steps(nearest * 0.95, nearest + 0.3 * (farthest - nearest), z)
        return tall * foot * (0.25 + broad) * (0.15 + 0.85 * puffs)

    def colour(ground: Ground) -> np.ndarray:
        white = bgr(mixed(QColor("#ffffff"), stage.light.horizon, 0.12))
        low = bgr(mixed(QColor("#b9c4d8"), stage.light.middle, 0.3))
        part = steps(0.1, 0.9, ground.height / np.float32(tall))[..., None]
        return low + (white - low) * part

    name = f"billows {number}"
    return Range(name, first, farthest, nearest, height, colour, 150, 0.3, 0.0, 4.0)

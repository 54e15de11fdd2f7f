"""Paper: the sheet a style works on, a copy of the picture at a working size, and the papers,
canvases and boards that it is laid on in the end."""

from collections.abc import Callable
from random import Random

import cv2
import numpy as np
from PySide6.QtGui import QImage

from engine.animatic.paint.noise import grain, layered
from engine.animatic.paint.surface import canvas, pixels
from engine.animatic.stage import Stage

SHORT = 540
"""Pixels along the shorter side of a sheet."""


def sheet_of(width: int, height: int, short: int = SHORT) -> tuple[int, int]:
    """Width and height in pixels of the sheet for a frame."""
    scale = short / min(width, height)
    return round(width * scale), round(height * scale)


def size_of(stage: Stage, short: int = SHORT) -> tuple[int, int]:
    """Width and height of a sheet in pixels."""
    return sheet_of(stage.width, stage.height, short)


def beneath(stage: Stage) -> np.ndarray:
    """The picture to be finished, which may be smaller than the frame: uint8 (h, w, 4) BGRA."""
    return canvas(stage) if stage.beneath is None else pixels(stage.beneath)


def taken(stage: Stage, short: int = SHORT) -> np.ndarray:
    """The picture on a sheet: uint8 (height, width, 3) BGR."""
    frame = beneath(stage)
    size = size_of(stage, short)
    if frame.shape[1::-1] != size:
        way = cv2.INTER_AREA if size[1] < frame.shape[0] else cv2.INTER_LINEAR
        if size[1] * 2 == frame.shape[0]:
            way = cv2.INTER_LINEAR  # Halving by two is the same and four times as fast.
        frame = cv2.resize(frame, size, interpolation=way)
    return cv2.cvtColor(frame, cv2.COLOR_BGRA2BGR)


def laid_down(stage: Stage, sheet: np.ndarray, texture: np.ndarray | None = None) -> None:
    """Put a BGR sheet back into the frame, darkened by a texture that is 200 where it is plain."""
    frame = canvas(stage)
    size = (frame.shape[1], frame.shape[0])
    if (sheet.shape[1], sheet.shape[0]) != size:
        sheet = cv2.resize(sheet, size, interpolation=cv2.INTER_LINEAR)
    if texture is not None:
        sheet = cv2.multiply(sheet, texture, scale=1.0 / 200.0)
    cv2.cvtColor(sheet, cv2.COLOR_BGR2BGRA, dst=frame)


def lay_over(stage: Stage, name: str, make: Callable[[], QImage]) -> None:
    """Draw a picture as large as the frame that is mostly empty: made once, cut into tiles, and
    only those with something on them are kept and drawn."""

    def tiles() -> list[tuple[int, int, QImage]]:
        whole = make()
        alpha = pixels(whole)[..., 3]
        step = max(-(-min(stage.width, stage.height) // TILES), 1)
        found = []
        for top in range(0, stage.height, step):
            for left in range(0, stage.width, step):
                if alpha[top : top + step, left : left + step].any():
                    found.append((left, top, whole.copy(left, top, step, step)))
        return found

    for left, top, tile in stage.wardrobe.keep(("laid over", name), tiles):
        stage.painter.drawImage(left, top, tile)


TILES = 12
"""Tiles along the shorter side of a frame."""


def field(
    chance: Random, size: tuple[int, int], rows: int, cell: int, octaves: int, gain: float = 0.5,
    wide: int = 1,
) -> np.ndarray:  # fmt: skip
    """Noise over a sheet, `rows` of its cells' pixels along the shorter side, the same at every
    size: float32, mean 0.5."""
    down = round(rows * size[1] / min(size))
    across = round(rows * size[0] / min(size))
    step = cell * wide
    made = layered(chance, down, -(-across // step) * step, cell, octaves, wide, gain)
    way = cv2.INTER_AREA if size[1] < down else cv2.INTER_CUBIC
    return cv2.resize(np.ascontiguousarray(made[:, :across]), size, interpolation=way)


def texture(stage: Stage, name: str, make: Callable[[tuple[int, int]], np.ndarray]) -> np.ndarray:
    """A texture over the frame, kept: `make(size)` gives float32 about 1, the result is uint8 of
    three equal channels, 200 for 1."""

    def made() -> np.ndarray:
        level = np.clip(make((stage.width, stage.height)) * 200.0 + 0.5, 0.0, 255.0)
        return cv2.cvtColor(level.astype(np.uint8), cv2.COLOR_GRAY2BGR)

    return stage.wardrobe.keep(("texture", name), made)


def tooth(strength: float = 0.12) -> Callable[[tuple[int, int]], np.ndarray]:
    """Drawing paper: fine bumps lit from the upper left, and a breath of mottling."""

    def make(size: tuple[int, int]) -> np.ndarray:
        bumps = field(Random("tooth"), size, 540, 4, 2, 0.8)
        mottled = field(Random("mottle"), size, 135, 32, 3)
        relief = bumps - np.roll(bumps, (1, 1), (0, 1))
        return 1.0 + strength * (2.2 * relief + 0.5 * (mottled - 0.5))

    return make


def weave(strength: float = 0.1) -> Callable[[tuple[int, int]], np.ndarray]:
    """Canvas: threads over and under one another."""

    def make(size: tuple[int, int]) -> np.ndarray:
        unit = min(size) / 1080
        x = np.arange(size[0], dtype=np.float32)[None, :] / (5.0 * unit)
        y = np.arange(size[1], dtype=np.float32)[:, None] / (5.0 * unit)
        threads = np.sin(np.pi * x) * np.sin(np.pi * y)
        threads = threads * min(max(2.0 * unit - 0.4, 0.0), 1.0)
        uneven = field(Random("weave"), size, 540, 8, 3, 0.7) - 0.5
        return 1.0 + strength * (0.45 * threads + 1.1 * uneven)

    return make


def fibre(strength: float = 0.1) -> Callable[[tuple[int, int]], np.ndarray]:
    """Handmade paper: fibres of every length in two directions."""

    def make(size: tuple[int, int]) -> np.ndarray:
        along = field(Random("fibre along"), size, 540, 4, 2, 0.7, wide=8)
        speck = field(Random("fibre speck"), size, 540, 8, 4, 0.75)
        return 1.0 + strength * (1.3 * (along - 0.5) + 1.5 * (speck - 0.5))

    return make


def wood(strength: float = 0.1) -> Callable[[tuple[int, int]], np.ndarray]:
    """The grain of a printing block: long lines that bend round a few knots."""

    def make(size: tuple[int, int]) -> np.ndarray:
        bend = field(Random("wood bend"), size, 135, 32, 3, wide=4)
        y = np.linspace(0.0, 1.0, size[1], dtype=np.float32)[:, None]
        rings = np.sin(2.0 * np.pi * (26.0 * y + 5.0 * bend))
        fine = field(Random("wood fine"), size, 540, 4, 2, 0.8, wide=16) - 0.5
        return 1.0 + strength * (0.35 * rings + 1.4 * fine)

    return make


def film_grain(stage: Stage, strength: float, beat: float = 12.0) -> np.ndarray:
    """Grain of film that changes `beat` times a second: uint8 BGR, 200 where it is plain."""

    def make() -> np.ndarray:
        tall, wide = stage.height + 61, stage.width + 89
        speck = 1.0 + strength * (grain(Random("film"), tall, wide) - 0.5)
        speck = cv2.GaussianBlur(speck, (0, 0), 0.6 * max(stage.height / 1080, 0.4))
        level = np.clip(speck * 200.0, 0.0, 255.0).astype(np.uint8)
        return cv2.cvtColor(level, cv2.COLOR_GRAY2BGR)

    whole = stage.wardrobe.keep("film grain", make)
    chance = Random(f"film/{int(stage.t * beat)}")
    top, left = chance.randrange(61), chance.randrange(89)
    return whole[top : top + stage.height, left : left + stage.width]


def vignette(size: tuple[int, int], dark: float, start: float = 0.6) -> np.ndarray:
    """1 in the middle, 1 - dark in the corners: float32."""
    x = np.linspace(-1.0, 1.0, size[0], dtype=np.float32)[None, :]
    y = np.linspace(-1.0, 1.0, size[1], dtype=np.float32)[:, None]
    away = np.clip((np.sqrt(x * x + y * y) - start) / (1.42 - start), 0.0, 1.0)
    return 1.0 - dark * away * away * (3.0 - 2.0 * away)

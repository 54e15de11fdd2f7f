"""Film grain and vignette, the parts that several looks share."""

from functools import lru_cache
from random import Random

import cv2
import numpy as np

REFERENCE_HEIGHT = 1080
ROOM_TO_MOVE = 256
STEP = 4
WIDEST = 6000


def grained(grey: np.ndarray, amount: float, seed: int) -> np.ndarray:
    """uint8 (h, w) with grain of about 40 * amount levels, least in blacks and whites."""
    height, width = grey.shape
    base, room = _bed(round(amount * 100))
    speckle = cv2.multiply(noise(width, height, seed), cv2.LUT(grey, room), scale=1 / 255)
    return cv2.add(cv2.LUT(grey, base), speckle)


def noise(width: int, height: int, seed: int) -> np.ndarray:
    """uint8 (h, w) of noise around 128, spread about 40: one sheet, laid elsewhere every time.

    A small picture's noise is the noise of the large one made small, hence whole steps.
    """
    sheet = _sheet(width, height)
    chance = Random(seed)
    scale = height / REFERENCE_HEIGHT
    x = round(chance.randrange(0, ROOM_TO_MOVE, STEP) * scale)
    y = round(chance.randrange(0, ROOM_TO_MOVE, STEP) * scale)
    return sheet[y : y + height, x : x + width]


@lru_cache(maxsize=8)
def vignette(width: int, height: int, depth: float, light: int = 255) -> np.ndarray:
    """uint8 (h, w): `light` in the middle, down to light * (1 - depth) in the corners."""
    across = (2 * np.arange(width, dtype=np.float32) + 1) / width - 1
    down = (2 * np.arange(height, dtype=np.float32) + 1) / height - 1
    distance = (across[None, :] ** 2 + down[:, None] ** 2) / 2
    return np.round(light * (1 - depth * distance**1.4)).astype(np.uint8)


@lru_cache(maxsize=4)
def _sheet(width: int, height: int) -> np.ndarray:
    """uint8 noise for pictures of this size with room to move; a pixel of grain at 1080 lines."""
    scale = height / REFERENCE_HEIGHT
    wanted = round(width / scale) + ROOM_TO_MOVE
    across, down = min(wanted, WIDEST), REFERENCE_HEIGHT + ROOM_TO_MOVE
    white = np.random.default_rng(7).standard_normal((down, across), dtype=np.float32)
    clumped = cv2.GaussianBlur(white, (0, 0), 0.75)
    clumped *= 40 / clumped.std()
    size = round(across * scale) + 1, round(down * scale) + 1
    scaled = cv2.resize(clumped, size, interpolation=cv2.INTER_AREA)
    sheet = np.clip(np.round(scaled + 128), 0, 255).astype(np.uint8)
    # Only a picture that is far wider than high repeats its grain.
    repeats = -(-(round(wanted * scale) + 1) // size[0])
    return np.tile(sheet, (1, repeats))


@lru_cache(maxsize=8)
def _bed(percent: int) -> tuple[np.ndarray, np.ndarray]:
    """Two tables of 256: the level below the grain, and how much grain a level takes.

    Noise is counted up from 0, so the bed lies lower by its mean; near black there is only as
    much grain as there is light to take it from.
    """
    level = np.arange(256.0)
    wanted = 2.55 * percent * (0.3 + 0.7 * np.sin(np.pi * level / 255) ** 0.8)
    room = np.round(np.minimum(wanted, np.minimum(level * 255 / 128, 255)))
    base = np.round(level - 128 * room / 255)
    return np.clip(base, 0, 255).astype(np.uint8), room.astype(np.uint8)

"""Pixel art: large square pixels in few colours, with an ordered dither between them."""

import cv2
import numpy as np

from engine.animatic.paint.styles.tones import saturated
from engine.animatic.paint.surface import canvas
from engine.animatic.stage import Stage

ROWS = 180
LEVELS = 7
BAYER = (
    np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], np.float32) / 16.0
    - 15.0 / 32.0
)
"""The order in which the pixels of a square of four by four change colour (Bayer 1973)."""


def paint(stage: Stage) -> None:
    """Square pixels, six steps a channel, a dither, and crisp edges."""
    small = downscaled(stage, ROWS)
    step = 255.0 / (LEVELS - 1)
    mixed = dithered(saturated(small, 1.3), 0.8 * step)
    enlarged(stage, cv2.LUT(mixed, _steps(LEVELS)))


def downscaled(stage: Stage, rows: int) -> np.ndarray:
    """The picture in large pixels, a whole number of the frame's to each: uint8 BGR."""
    side = max(1, round(min(stage.width, stage.height) / rows))
    size = (-(-stage.width // side), -(-stage.height // side))
    small = cv2.resize(canvas(stage), size, interpolation=cv2.INTER_AREA)
    sharp = cv2.cvtColor(small, cv2.COLOR_BGRA2BGR)
    return cv2.addWeighted(sharp, 1.5, cv2.blur(sharp, (3, 3)), -0.5, 0.0)


def dithered(small: np.ndarray, by: float) -> np.ndarray:
    """Brighter and darker by up to half of `by` in the order of the dither."""
    tall, wide = small.shape[:2]
    tiled = np.tile(BAYER * by, (-(-tall // 4), -(-wide // 4)))[:tall, :wide]
    return np.clip(small + tiled[..., None], 0, 255).astype(np.uint8)


def enlarged(stage: Stage, small: np.ndarray) -> None:
    """Large pixels with crisp edges over the whole frame."""
    frame = canvas(stage)
    side = -(-frame.shape[0] // small.shape[0])
    bgra = cv2.cvtColor(small, cv2.COLOR_BGR2BGRA)
    size = (bgra.shape[1] * side, bgra.shape[0] * side)
    large = cv2.resize(bgra, size, interpolation=cv2.INTER_NEAREST)
    frame[...] = large[: frame.shape[0], : frame.shape[1]]


def _steps(levels: int) -> np.ndarray:
    step = 255.0 / (levels - 1)
    return (np.round(np.arange(256) / step) * step).astype(np.uint8)

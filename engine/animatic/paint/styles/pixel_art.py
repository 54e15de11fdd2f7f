"""Pixel art: large square pixels in a palette of 32 colours, dithered, with drawn edges."""

import cv2
import numpy as np

from engine.animatic.paint.grade import saturated
from engine.animatic.paint.styles.paper import beneath
from engine.animatic.paint.styles.tones import in_palette, nearest_table
from engine.animatic.paint.surface import canvas
from engine.animatic.stage import Stage

ROWS = 144
PALETTE = (
    "#181425", "#262b44", "#3a4466", "#5a6988", "#8b9bb4", "#c0cbdc", "#ffffff", "#ead4aa",
    "#e8b796", "#e4a672", "#c28569", "#b86f50", "#be4a2f", "#733e39", "#3e2731", "#a22633",
    "#e43b44", "#f77622", "#feae34", "#fee761", "#63c74d", "#3e8948", "#265c42", "#193c3e",
    "#124e89", "#0099db", "#2ce8f5", "#68386c", "#b55088", "#f6757a", "#7fb6e8", "#a9c26a",
)  # fmt: skip
BAYER = (
    np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], np.float32) / 16.0
    - 15.0 / 32.0
)
"""The order in which the pixels of a square of four by four change colour (Bayer 1973)."""


def paint(stage: Stage) -> None:
    """Few colours, a dither between them, edges a pixel wide, crisp squares."""
    small = downscaled(stage, ROWS)
    drawn = in_palette(dithered(saturated(small, 1.25), 20.0), nearest_table(PALETTE))
    enlarged(stage, cv2.subtract(drawn, _edges(small)))


def _edges(small: np.ndarray) -> np.ndarray:
    """How much darker the dark side of an edge is drawn: uint8 (height, width, 3)."""
    grey = cv2.cvtColor(small, cv2.COLOR_BGR2GRAY)
    step = cv2.subtract(cv2.dilate(grey, np.ones((3, 3), np.uint8)), grey)
    edge = cv2.threshold(step, 52, 46, cv2.THRESH_BINARY)[1]
    return cv2.cvtColor(edge, cv2.COLOR_GRAY2BGR)


def downscaled(stage: Stage, rows: int) -> np.ndarray:
    """The picture in large pixels, a whole number of the frame's to each: uint8 BGR."""
    side = max(1, round(min(stage.width, stage.height) / rows))
    size = (-(-stage.width // side), -(-stage.height // side))
    small = cv2.resize(beneath(stage), size, interpolation=cv2.INTER_AREA)
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

"""Chalkboard: white and coloured chalk on a wiped board, broken by the board's grain."""

from random import Random

import cv2
import numpy as np

from engine.animatic.paint.styles.lines import (
    evened,
    hatched,
    hatching,
    outlines,
    soft_grey,
    wandered,
)
from engine.animatic.paint.styles.sheet import field, laid_down, size_of, taken, vignette
from engine.animatic.paint.styles.tones import curve, flattened, plain, saturated
from engine.animatic.stage import Stage

BRIGHT = curve([(0.0, 0.0), (0.2, 0.22), (0.45, 0.5), (0.75, 0.8), (1.0, 1.0)])
CHALKS = curve([(0.0, 0.35), (0.4, 0.72), (1.0, 1.0)])


def paint(stage: Stage) -> None:
    """Chalk strokes where it is bright, chalk lines at edges, dust everywhere."""
    sheet = wandered(stage, taken(stage), 1.0)
    grain = stage.wardrobe.keep("chalk grain", lambda: _grain(stage))
    bright = cv2.LUT(soft_grey(evened(sheet, 110.0)), BRIGHT)
    fill = cv2.max(
        hatched(bright, hatching(stage, 0.6, 5.5), 1.6),
        hatched(cv2.subtract(bright, 120), hatching(stage, 2.3, 6.0), 1.2),
    )
    line = cv2.dilate(outlines(sheet, 20, 7.0), np.ones((2, 2), np.uint8))
    chalk = cv2.max(cv2.convertScaleAbs(fill, alpha=0.95), line)
    chalk = cv2.multiply(chalk, grain, scale=1.0 / 255.0)
    colours = saturated(cv2.LUT(flattened(sheet, 6), CHALKS), 1.3)
    colours = cv2.addWeighted(colours, 0.82, plain(sheet.shape, "#ffffff"), 0.18, 0.0)
    board = stage.wardrobe.keep("board", lambda: _board(stage))
    wide = cv2.cvtColor(chalk, cv2.COLOR_GRAY2BGR)
    laid_down(stage, cv2.add(board, cv2.multiply(colours, wide, scale=1.0 / 235.0)))


def _grain(stage: Stage) -> np.ndarray:
    """Where chalk holds on the board: uint8 (height, width)."""
    rough = field(Random("chalk"), size_of(stage), 540, 4, 2, 0.9)
    return np.clip((rough - 0.28) * 700.0, 40, 255).astype(np.uint8)


def _board(stage: Stage) -> np.ndarray:
    """A slate with the clouds of a wet sponge."""
    size = size_of(stage)
    wiped = field(Random("wiped"), size, 135, 64, 4, 0.55, wide=2) - 0.5
    level = (1.0 + 0.5 * wiped)[..., None] * vignette(size, 0.35)[..., None]
    colour = np.array([52.0, 56.0, 40.0], np.float32)
    return np.clip(level * colour + 16.0 * wiped[..., None], 0, 255).astype(np.uint8)

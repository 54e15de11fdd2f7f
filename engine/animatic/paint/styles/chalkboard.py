"""Chalkboard: white and coloured chalk on a wiped board, broken by the board's grain."""

from random import Random

import cv2
import numpy as np

from engine.animatic.paint.grade import saturated
from engine.animatic.paint.styles.lines import (
    evened,
    hatched,
    hatching,
    outlines,
    soft_grey,
    wandered,
)
from engine.animatic.paint.styles.paper import field, laid_down, size_of, taken, vignette
from engine.animatic.paint.styles.tones import curve, flattened
from engine.animatic.stage import Stage

BRIGHT = curve([(0.0, 0.0), (0.2, 0.22), (0.45, 0.5), (0.75, 0.8), (1.0, 1.0)])
CHALKS = curve([(0.0, 0.35), (0.4, 0.72), (1.0, 1.0)])


def paint(stage: Stage) -> None:
    """Chalk rubbed flat with a hand, strokes over it where it is bright, firm lines at edges."""
    sheet = wandered(stage, taken(stage), 1.0)
    grain = stage.wardrobe.keep("chalk grain", lambda: _grain(stage))
    clear = evened(sheet, 110.0)
    bright = cv2.LUT(soft_grey(clear), BRIGHT)
    strokes = hatched(bright, hatching(stage, 0.6, 9.0), 1.1)
    fill = cv2.addWeighted(bright, 0.36, strokes, 0.62, 0.0)
    line = cv2.dilate(outlines(clear, 12, 9.0), np.ones((2, 2), np.uint8))
    chalk = cv2.multiply(cv2.max(fill, line), grain, scale=1.0 / 255.0)
    colours = saturated(cv2.LUT(flattened(clear, 6), CHALKS), 2.2)
    colours = cv2.add(
        colours, cv2.cvtColor(cv2.convertScaleAbs(line, alpha=0.5), cv2.COLOR_GRAY2BGR)
    )
    board = stage.wardrobe.keep("board", lambda: _board(stage))
    wide = cv2.cvtColor(chalk, cv2.COLOR_GRAY2BGR)
    laid_down(stage, cv2.add(board, cv2.multiply(colours, wide, scale=1.0 / 255.0)))


def _grain(stage: Stage) -> np.ndarray:
    """Where chalk holds on the board: uint8 (height, width)."""
    rough = field(Random("chalk"), size_of(stage), 540, 4, 2, 0.9)
    return np.clip((rough - 0.1) * 620.0, 120, 255).astype(np.uint8)


def _board(stage: Stage) -> np.ndarray:
    """A slate with the clouds of a wet sponge."""
    size = size_of(stage)
    wiped = field(Random("wiped"), size, 135, 64, 4, 0.55, wide=2) - 0.5
    level = (1.0 + 0.5 * wiped)[..., None] * vignette(size, 0.35)[..., None]
    colour = np.array([46.0, 54.0, 34.0], np.float32)
    return np.clip(level * colour + 10.0 * wiped[..., None], 0, 255).astype(np.uint8)

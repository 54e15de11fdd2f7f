"""Halftone: a comic page, colours printed as dots of cyan, magenta and yellow under black ink."""

import cv2
import numpy as np

from engine.animatic.paint.grade import saturated
from engine.animatic.paint.styles.lines import contours, evened, outlines, soft_grey
from engine.animatic.paint.styles.paper import fibre, laid_down, taken, texture
from engine.animatic.paint.styles.tones import curve, flattened, inked, posterised
from engine.animatic.stage import Stage

ANGLES = (0.0, 1.309, 0.262)
"""How the screens of the blue, green and red channels (yellow, magenta, cyan) are turned."""
PITCH = 8.5
"""Distance between dots in pixels of a frame 1080 high."""
PUNCH = curve([(0.0, 0.0), (0.2, 0.16), (0.5, 0.6), (0.75, 0.9), (1.0, 1.0)])
BLACK = curve([(0.0, 1.0), (0.1, 1.0), (0.2, 0.3), (0.3, 0.0), (1.0, 0.0)])


def paint(stage: Stage) -> None:
    """Flat colours, dots, ink."""
    sheet = evened(taken(stage), 96.0)
    flat = saturated(cv2.LUT(posterised(flattened(sheet, 6), 8, 0.3), PUNCH), 1.35)
    size = (stage.width, stage.height)
    large = cv2.resize(flat, size, interpolation=cv2.INTER_LINEAR)
    screens = stage.wardrobe.keep("screens", lambda: _screens(stage))
    dots = cv2.convertScaleAbs(cv2.subtract(large, screens), alpha=4.0)
    mixed = cv2.addWeighted(dots, 0.62, large, 0.42, 0.0)
    grey = soft_grey(sheet)
    line = cv2.max(outlines(sheet, 24, 6.0), contours(grey, 1.6, 9.0))
    line = cv2.max(line, cv2.LUT(grey, BLACK) if float(cv2.mean(grey)[0]) > 60 else line)
    drawn = cv2.resize(line, size, interpolation=cv2.INTER_LINEAR)
    laid_down(stage, inked(mixed, "#0e0d14", drawn), texture(stage, "pulp", fibre(0.06)))


def _screens(stage: Stage) -> np.ndarray:
    """How bright a channel must be to leave a spot of paper bare: uint8 (height, width, 3)."""
    pitch = max(PITCH * min(stage.width, stage.height) / 1080, 3.0)
    x = np.arange(stage.width, dtype=np.float32)[None, :] * np.float32(2.0 * np.pi / pitch)
    y = np.arange(stage.height, dtype=np.float32)[:, None] * np.float32(2.0 * np.pi / pitch)
    screens = []
    for angle in ANGLES:
        across = np.cos(angle) * x + np.sin(angle) * y
        down = np.cos(angle) * y - np.sin(angle) * x
        screens.append(np.clip(120.0 + 62.0 * (np.cos(across) + np.cos(down)), 0, 235))
    return np.dstack(screens).astype(np.uint8)

"""Paper cut: sheets of coloured paper in layers, the darker in front, each with its soft shadow."""

import cv2
import numpy as np

from engine.animatic.paint.styles.lines import evened
from engine.animatic.paint.styles.paper import fibre, laid_down, taken, texture
from engine.animatic.paint.styles.tones import flattened, saturated, stepped
from engine.animatic.stage import Stage

LEVELS = 7


def paint(stage: Stage) -> None:
    """Flat layers by brightness, lit cut edges, shadows that fall to the lower right."""
    sheet = cv2.medianBlur(evened(taken(stage), 84.0), 5)
    ycc = cv2.cvtColor(flattened(sheet, 4), cv2.COLOR_BGR2YCrCb)
    step = cv2.LUT(ycc[..., 0], stepped(LEVELS, 0.02))
    step = cv2.medianBlur(step, 5)
    ycc[..., 0] = step
    for channel in (1, 2):
        ycc[..., channel] = cv2.LUT(cv2.medianBlur(ycc[..., channel], 5), stepped(24, 0.1))
    flat = saturated(cv2.cvtColor(ycc, cv2.COLOR_YCrCb2BGR), 1.2)
    shaded = cv2.subtract(flat, cv2.cvtColor(_shadow(step), cv2.COLOR_GRAY2BGR))
    lit = cv2.add(shaded, cv2.cvtColor(_edges(step), cv2.COLOR_GRAY2BGR))
    laid_down(stage, lit, texture(stage, "fibre", fibre(0.13)))


def _shadow(step: np.ndarray) -> np.ndarray:
    """How much darker a layer lies in the shadow of the darker ones above it."""
    above = cv2.blur(cv2.erode(_moved(step, 5, 7), BRUSH), (11, 11))
    return cv2.convertScaleAbs(cv2.subtract(cv2.subtract(step, above), 4), alpha=0.85)


def _edges(step: np.ndarray) -> np.ndarray:
    """The cut edge of the upper sheet catches light on its upper left."""
    return cv2.convertScaleAbs(cv2.subtract(_moved(step, 1, 1), step), alpha=0.5)


BRUSH = np.ones((3, 3), np.uint8)


def _moved(step: np.ndarray, right: int, down: int) -> np.ndarray:
    """The layers moved right and down, their edges drawn out."""
    rim = cv2.copyMakeBorder(step, down, 0, right, 0, cv2.BORDER_REPLICATE)
    return rim[: step.shape[0], : step.shape[1]]

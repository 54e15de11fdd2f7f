"""Paper cut: sheets of coloured paper in layers, the darker and the redder in front, each with its
bright cut edge and the shadow that it throws on the next."""

import cv2
import numpy as np

from engine.animatic.paint.grade import saturated
from engine.animatic.paint.styles.lines import evened
from engine.animatic.paint.styles.paper import fibre, laid_down, taken, texture
from engine.animatic.paint.styles.tones import flattened, stepped
from engine.animatic.stage import Stage

LEVELS = 6
REDDEST = 7
"""Steps of redness."""


def paint(stage: Stage) -> None:
    """Flat layers by brightness and redness, lit cut edges, shadows to the lower right."""
    sheet = flattened(evened(taken(stage), 92.0), 5)
    light, red, blue = cv2.split(cv2.cvtColor(sheet, cv2.COLOR_BGR2YCrCb))
    step = cv2.medianBlur(cv2.LUT(light, stepped(LEVELS, 0.02)), 5)
    tint = cv2.medianBlur(cv2.LUT(red, stepped(4 * REDDEST, 0.05)), 5)
    flat = cv2.merge((step, tint, cv2.LUT(cv2.medianBlur(blue, 5), stepped(24, 0.1))))
    flat = saturated(cv2.cvtColor(flat, cv2.COLOR_YCrCb2BGR), 1.35)
    front = cv2.addWeighted(tint, 1.5, step, -1.0, 20.0)
    shaded = cv2.multiply(flat, _shadow(front), scale=1.0 / 255.0)
    lit = cv2.add(shaded, _edges(front))
    laid_down(stage, lit, texture(stage, "fibre", fibre(0.1)))


def _shadow(front: np.ndarray) -> np.ndarray:
    """What is left of the light in the shadow of the layers in front: uint8 BGR."""
    near = cv2.blur(_moved(front, 4, 6), (5, 5))
    far = cv2.blur(_moved(front, 10, 14), (19, 19))
    deep = cv2.addWeighted(cv2.subtract(near, front), 1.3, cv2.subtract(far, front), 1.1, -8.0)
    left = cv2.bitwise_not(cv2.min(deep, 150))
    return cv2.cvtColor(left, cv2.COLOR_GRAY2BGR)


def _edges(front: np.ndarray) -> np.ndarray:
    """The cut edge of the upper sheet catches light on its upper left: uint8 BGR."""
    edge = cv2.min(cv2.convertScaleAbs(cv2.subtract(front, _moved(front, 1, 1)), alpha=1.6), 90)
    return cv2.cvtColor(edge, cv2.COLOR_GRAY2BGR)


def _moved(front: np.ndarray, right: int, down: int) -> np.ndarray:
    """The layers moved right and down, their edges drawn out."""
    rim = cv2.copyMakeBorder(front, down, 0, right, 0, cv2.BORDER_REPLICATE)
    return rim[: front.shape[0], : front.shape[1]]

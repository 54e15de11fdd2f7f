"""Oil: thick dabs laid along the forms, their ridges lit, on canvas."""

from random import Random

import cv2
import numpy as np

from engine.animatic.paint.grade import saturated
from engine.animatic.paint.styles.lines import wandered
from engine.animatic.paint.styles.paper import field, laid_down, size_of, taken, texture, weave
from engine.animatic.paint.styles.tones import flattened
from engine.animatic.stage import Stage


def paint(stage: Stage) -> None:
    """Large dabs, smaller ones where there is detail, and relief from both."""
    sheet = taken(stage)
    bristles = stage.wardrobe.keep("bristles", lambda: _bristles(stage))
    loose = wandered(stage, sheet, 5.0)
    large, small = flattened(loose, 15), flattened(cv2.addWeighted(sheet, 0.7, loose, 0.3, 0), 4)
    detail = cv2.convertScaleAbs(cv2.absdiff(large, small), alpha=4.5)
    dabs = _mixed(large, small, cv2.blur(detail, (7, 7)))
    thick = cv2.multiply(cv2.cvtColor(dabs, cv2.COLOR_BGR2GRAY), bristles, scale=1.0 / 128.0)
    relief = cv2.filter2D(thick, cv2.CV_8U, RELIEF, delta=128)
    relief = cv2.cvtColor(relief, cv2.COLOR_GRAY2BGR)
    lit = cv2.addWeighted(saturated(dabs, 1.35), 1.0, relief, 0.95, -121.0)
    laid_down(stage, lit, texture(stage, "canvas", weave(0.08)))


RELIEF = np.array([[1.0, 0.6, 0.0], [0.6, 0.0, -0.6], [0.0, -0.6, -1.0]], np.float32)


def _mixed(one: np.ndarray, other: np.ndarray, part: np.ndarray) -> np.ndarray:
    kept = cv2.multiply(one, cv2.bitwise_not(part), scale=1.0 / 255.0)
    return cv2.add(kept, cv2.multiply(other, part, scale=1.0 / 255.0))


def _bristles(stage: Stage) -> np.ndarray:
    """The furrows that a brush leaves, about 128: uint8 (height, width)."""
    size = size_of(stage)
    bend = field(Random("stroke bend"), size, 135, 32, 2) - 0.5
    x = np.arange(size[0], dtype=np.float32)[None, :]
    y = np.arange(size[1], dtype=np.float32)[:, None]
    hair = field(Random("hair"), size, 540, 4, 2, 0.8, wide=8)
    maps = (x + 70.0 * bend, y + 60.0 * np.roll(bend, 97, 1))
    bent = cv2.remap(hair, *maps, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101)
    return np.clip(128.0 + 46.0 * (bent - 0.5), 0, 255).astype(np.uint8)

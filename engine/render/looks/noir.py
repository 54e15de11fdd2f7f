"""Noir: silver-black monochrome as through an orange filter, deep blacks, visible grain."""

from functools import lru_cache

import cv2
import numpy as np

from engine.render.looks.grain import grained, vignette

RED_SHARE = 0.42
GRAIN = 0.26
VIGNETTE = 0.55


def noir(colours: np.ndarray, seed: int) -> np.ndarray:
    """uint8 (h, w, 3) BGR to monochrome BGR."""
    height, width = colours.shape[:2]
    plain = cv2.cvtColor(colours, cv2.COLOR_BGR2GRAY)
    red = cv2.extractChannel(colours, 2)
    filtered = cv2.addWeighted(plain, 1 - RED_SHARE, red, RED_SHARE, 0)
    toned = cv2.LUT(filtered, _tone())
    shaded = cv2.multiply(toned, vignette(width, height, VIGNETTE), scale=1 / 255)
    return cv2.applyColorMap(grained(shaded, GRAIN, seed), _silver())


@lru_cache(maxsize=1)
def _tone() -> np.ndarray:
    """A steep curve around a dark middle: shadows close, lights glow, nothing clips."""
    level = np.arange(256) / 255
    steep = 1 / (1 + np.exp(-8.5 * (level - 0.43)))
    curve = (steep - steep[0]) / (steep[-1] - steep[0])
    return np.round(255 * (0.77 * curve + 0.23 * level**1.1)).astype(np.uint8)


@lru_cache(maxsize=1)
def _silver() -> np.ndarray:
    """Grey to BGR (256, 1, 3): shadows a little cold, lights a little warm, like toned paper."""
    level = np.arange(256) / 255
    tint = 4 * level * (1 - level)
    blue = 255 * level + 12 * tint * (1 - level) - 5 * tint * level
    green = 255 * level + 2 * tint
    red = 255 * level + 7 * tint * level
    table = np.stack([blue, green, red], axis=1)
    return np.clip(np.round(table), 0, 255).astype(np.uint8).reshape(256, 1, 3)

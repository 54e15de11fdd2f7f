"""Golden print: a warm film print with soft blacks and a red-orange glow around the lights."""

from functools import lru_cache

import cv2
import numpy as np

from engine.render.looks.grain import noise, vignette
from engine.render.looks.reduced import reduced

GLOW_HEIGHT = 270
FAR_GLOW_HEIGHT = 68
GLOW_REACH = 0.016
VIGNETTE = 0.30
GRAIN = 0.09
LIGHT = 240


def golden(colours: np.ndarray, seed: int) -> np.ndarray:
    """uint8 (h, w, 3) BGR in and out."""
    height, width = colours.shape[:2]
    printed = cv2.LUT(colours, _print())
    glow = cv2.resize(_halation(colours), (width, height), interpolation=cv2.INTER_LINEAR)
    shade = vignette(width, height, VIGNETTE, LIGHT)
    veil = cv2.addWeighted(shade, 1.0, noise(width, height, seed), GRAIN, -128 * GRAIN)
    veils = cv2.cvtColor(veil, cv2.COLOR_GRAY2BGR)
    cv2.add(printed, glow, dst=printed)
    return cv2.multiply(printed, veils, dst=printed, scale=1 / LIGHT)


def _halation(colours: np.ndarray) -> np.ndarray:
    """The light that a film's base throws back around highlights, small."""
    small = reduced(colours, GLOW_HEIGHT)
    light = cv2.LUT(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY), _highlights())
    height, width = light.shape
    near = cv2.GaussianBlur(light, (0, 0), max(0.5, GLOW_REACH * height))
    tiny = reduced(light, FAR_GLOW_HEIGHT)
    far = cv2.GaussianBlur(tiny, (0, 0), max(0.8, 3.5 * GLOW_REACH * tiny.shape[0]))
    wide = cv2.resize(far, (width, height), interpolation=cv2.INTER_LINEAR)
    return cv2.applyColorMap(cv2.addWeighted(near, 0.6, wide, 0.6, 0), _ember())


@lru_cache(maxsize=1)
def _print() -> np.ndarray:
    """One curve a channel (256, 1, 3): lifted warm blacks, golden lights, blues held back."""
    level = np.arange(256) / 255
    soft = np.clip(level - 0.16 * np.sin(2 * np.pi * level) / np.pi, 0, 1)
    red = 0.055 + 0.945 * soft**0.86
    green = 0.040 + 0.905 * soft**0.97
    blue = 0.062 + 0.700 * soft**1.16
    table = np.stack([blue, green, red], axis=1)
    return np.clip(np.round(255 * table), 0, 255).astype(np.uint8).reshape(256, 1, 3)


@lru_cache(maxsize=1)
def _highlights() -> np.ndarray:
    level = np.arange(256) / 255
    return np.round(255 * np.clip((level - 0.58) / 0.42, 0, 1) ** 1.5).astype(np.uint8)


@lru_cache(maxsize=1)
def _ember() -> np.ndarray:
    """Glow (256, 1, 3) BGR: red first, orange where it is strong."""
    level = np.arange(256) / 255
    table = np.stack([18 * level**2, 62 * level**1.3, 118 * level], axis=1)
    return np.round(table).astype(np.uint8).reshape(256, 1, 3)

"""Noir: hard black and white with deep shadows, slats of light across the wall, and film grain."""

import cv2
import numpy as np

from engine.animatic.paint.styles.paper import film_grain, laid_down, size_of, taken, vignette
from engine.animatic.paint.styles.tones import curve, toned
from engine.animatic.setting import setting_of
from engine.animatic.stage import Stage

HARD = curve([(0.0, 0.0), (0.22, 0.04), (0.45, 0.3), (0.62, 0.72), (0.8, 0.93), (1.0, 1.0)])
SILVER = ((0.0, "#050609"), (0.3, "#2a2d33"), (0.65, "#9a9c9e"), (1.0, "#f7f5ee"))


def paint(stage: Stage) -> None:
    """Reds go dark and blues darker, as on old stock; glow round lights; blinds; grain."""
    sheet = taken(stage)
    grey = cv2.transform(sheet, np.array([[0.1, 0.5, 0.46]], np.float32))
    level = float(cv2.mean(grey)[0])
    grey = cv2.convertScaleAbs(grey, alpha=min(max(128.0 / max(level, 24.0), 0.9), 2.0))
    hard = cv2.LUT(grey, HARD)
    small = cv2.resize(cv2.subtract(hard, 120), None, fx=0.25, fy=0.25)
    glow = cv2.resize(cv2.blur(cv2.blur(small, (13, 13)), (13, 13)), grey.shape[::-1])
    lit = cv2.addWeighted(hard, 1.0, glow, 0.7, 0.0)
    shade = stage.wardrobe.keep("slats", lambda: _slats(stage))
    lit = cv2.multiply(lit, shade, scale=1.0 / 200.0)
    laid_down(stage, toned(lit, SILVER), film_grain(stage, 0.14))


def _slats(stage: Stage) -> np.ndarray:
    """Light through a blind falls slanting across, softest at its ends: uint8, 200 is plain."""
    size = size_of(stage)
    x = np.linspace(-1.0, 1.0, size[0], dtype=np.float32)[None, :]
    y = np.linspace(-1.0, 1.0, size[1], dtype=np.float32)[:, None]
    across = 5.5 * (y + 0.28 * x)
    bars = 1.0 / (1.0 + np.exp(-7.0 * np.sin(2.0 * np.pi * across)))
    window = np.exp(-(((x + 0.25) / 0.75) ** 4)) * np.exp(-(((y + 0.1) / 0.7) ** 4))
    strength = 0.1 if setting_of(stage.scene.place).open_air else 0.45
    level = 0.92 + strength * window * (bars - 0.5)
    return np.clip(225.0 * level * vignette(size, 0.55, 0.45), 0, 255).astype(np.uint8)

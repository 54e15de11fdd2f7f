"""Comic ink: flat strong colours in a few steps, dots in the half-shadows, black contours."""

from functools import lru_cache

import cv2
import numpy as np

from engine.render.looks.reduced import reduced

REFERENCE_HEIGHT = 1080
INK_HEIGHT = 540
FLATTENED_HEIGHT = 270
STEPS = 6
DOT_PITCH = 11.0
SATURATION = 1.45


def comic(colours: np.ndarray, seed: int) -> np.ndarray:
    """uint8 (h, w, 3) BGR in and out; nothing in it changes with the seed."""
    height, width = colours.shape[:2]
    drawn = reduced(colours, INK_HEIGHT)
    flat = cv2.resize(_flattened(drawn), (width, height), interpolation=cv2.INTER_CUBIC)
    steps = _stepped(flat)
    cv2.subtract(steps, _dots(steps), dst=steps)
    ink = cv2.resize(_ink(drawn), (width, height), interpolation=cv2.INTER_CUBIC)
    return cv2.multiply(steps, cv2.cvtColor(ink, cv2.COLOR_GRAY2BGR), dst=steps, scale=1 / 255)


def _flattened(colours: np.ndarray) -> np.ndarray:
    """Small, strong in colour and without texture, the borders kept."""
    smooth = cv2.bilateralFilter(reduced(colours, FLATTENED_HEIGHT), 6, 40, 4)
    grey = cv2.cvtColor(cv2.cvtColor(smooth, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    return cv2.addWeighted(smooth, SATURATION, grey, 1 - SATURATION, 4)


def _stepped(colours: np.ndarray) -> np.ndarray:
    """The same hues with their lightness in a few steps; stepping each colour alone would tint
    every grey."""
    light = cv2.cvtColor(colours, cv2.COLOR_BGR2GRAY)
    step = cv2.LUT(light, _steps())
    lifted = cv2.add(colours, cv2.cvtColor(cv2.subtract(step, light), cv2.COLOR_GRAY2BGR))
    lowered = cv2.cvtColor(cv2.subtract(light, step), cv2.COLOR_GRAY2BGR)
    return cv2.subtract(lifted, lowered, dst=lifted)


def _ink(colours: np.ndarray) -> np.ndarray:
    """uint8, 0 where a line is drawn and 255 on paper: a difference of two blurs, hardened."""
    grey = cv2.cvtColor(colours, cv2.COLOR_BGR2GRAY)
    scale = grey.shape[0] / INK_HEIGHT
    fine = cv2.GaussianBlur(grey, (0, 0), max(0.4, 0.7 * scale))
    broad = cv2.GaussianBlur(grey, (0, 0), max(0.8, 1.8 * scale))
    return cv2.LUT(cv2.subtract(broad, fine), _hardened())


def _dots(steps: np.ndarray) -> np.ndarray:
    """What the printed dots take away, most in the half-shadows."""
    height, width = steps.shape[:2]
    room = cv2.LUT(cv2.cvtColor(steps, cv2.COLOR_BGR2GRAY), _half_shadow())
    dots = cv2.multiply(_screen(width, height), room, scale=1 / 255)
    return cv2.cvtColor(dots, cv2.COLOR_GRAY2BGR)


@lru_cache(maxsize=4)
def _screen(width: int, height: int) -> np.ndarray:
    """uint8 (h, w): round dots in rows at 45 degrees; grey where pixels are too few for dots."""
    pitch = DOT_PITCH * height / REFERENCE_HEIGHT
    turn = np.pi * np.sqrt(2) / pitch
    x = (np.arange(width, dtype=np.float32)[None, :] + 0.5) * turn
    y = (np.arange(height, dtype=np.float32)[:, None] + 0.5) * turn
    wave = (np.cos(x + y) + np.cos(x - y)) / 2
    softness = min(8.0, 0.75 * pitch)
    dots = 255 / (1 + np.exp(-softness * (wave - 0.28)))
    presence = min(1.0, max(0.0, (pitch - 2) / 2))
    return np.round(dots.mean() + presence * (dots - dots.mean())).astype(np.uint8)


@lru_cache(maxsize=1)
def _steps() -> np.ndarray:
    """Levels in a few steps, with short ramps between them so that borders stay smooth."""
    level = np.arange(256) / 255 * STEPS
    whole, rest = np.floor(level), level - np.floor(level)
    ramp = 1 / (1 + np.exp(-16 * (rest - 0.5)))
    lifted = np.clip((whole + ramp) / STEPS, 0, 1) ** 0.92
    return np.round(255 * lifted).astype(np.uint8)


@lru_cache(maxsize=1)
def _half_shadow() -> np.ndarray:
    level = np.arange(256) / 255
    return np.round(52 * np.exp(-(((level - 0.36) / 0.17) ** 2))).astype(np.uint8)


@lru_cache(maxsize=1)
def _hardened() -> np.ndarray:
    edge = np.arange(256)
    return np.round(255 * (1 - np.clip((edge - 4) / 7, 0, 1))).astype(np.uint8)

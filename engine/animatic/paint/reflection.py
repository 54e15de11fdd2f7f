"""Reflections in a river and on wet ground, taken from what is already painted above."""

from math import tau

import cv2
import numpy as np

from engine.animatic.light import Light, multiplied
from engine.animatic.paint.surface import bgr, canvas
from engine.animatic.stage import Stage

WHITE_LEVEL = 255.0


def river(stage: Stage, top: float, bottom: float, stretch: float = 2.4) -> None:
    """Water between two pixel rows: the picture above `top` upside down, rippled and darkened.

    `stretch` rows above are squeezed into one row of water, so that a narrow band of water still
    shows the lights of high towers.
    """
    picture = canvas(stage)
    first, last = max(int(top), 1), min(int(bottom + 1), stage.height)
    if last - first < 2:
        return
    rows = np.arange(last - first, dtype=np.float32)
    source_y, shift = _ripples(stage, rows, stretch, first)
    columns = np.arange(stage.width, dtype=np.float32)[None, :]
    across = columns + shift[:, None] + _chop(stage, rows, columns)
    above = np.ascontiguousarray(picture[: first + 1])
    down = np.broadcast_to(source_y[:, None], across.shape)
    mirrored = cv2.remap(
        above, across, np.ascontiguousarray(down), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT
    )
    picture[first:last] = _watered(stage, mirrored)


def _ripples(
    stage: Stage, rows: np.ndarray, stretch: float, first: int
) -> tuple[np.ndarray, np.ndarray]:
    """The row that each row of water mirrors, and how far it is pushed aside, both in pixels."""
    part, t, size = rows / max(len(rows), 1), stage.t, stage.height / 1080
    wave = np.sin(tau * (3.5 * np.sqrt(part + 0.02) * 4 - 0.55 * t))
    wave += 0.6 * np.sin(tau * (29.0 * np.sqrt(part + 0.02) + 0.8 * t))
    height = stretch * rows + size * wave * (1.5 + 9.0 * part)
    shift = size * wave * (1.0 + 5.0 * part)
    return np.clip(first - 1 - height, 0, first).astype(np.float32), shift.astype(np.float32)


def _chop(stage: Stage, rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """Small waves that break the mirrored lines unevenly across the water."""
    part, size = rows[:, None] / max(len(rows), 1), stage.height / 1080
    long = np.sin(columns / (38.0 * size) + 19.0 * part - 1.7 * stage.t)
    return (size * (0.5 + 3.5 * part) * long).astype(np.float32)


def _watered(stage: Stage, mirrored: np.ndarray) -> np.ndarray:
    """The mirrored picture as water shows it: dimmer, and tinted by the light around."""
    tint = stage.wardrobe.keep(
        ("water", mirrored.shape), lambda: np.full(mirrored.shape, _tint(stage.light), np.uint8)
    )
    return cv2.addWeighted(mirrored, 0.78, tint, 0.22, 0.0)


def _tint(light: Light) -> list[int]:
    blue, green, red = bgr(multiplied(light.middle, light.ambient)) * WHITE_LEVEL
    return [int(blue), int(green), int(red), 255]


def wet(stage: Stage, top: float, strength: float = 0.4) -> None:
    """Wet ground from a pixel row down: long soft streaks of what stands above it."""
    picture = canvas(stage)
    first = min(max(int(top), 2), stage.height - 2)
    depth = stage.height - first
    above = picture[max(first - int(1.6 * depth), 0) : first]
    small = (max(stage.width // 4, 2), max(depth // 8, 2))
    # Every third row is enough of a picture that is blurred along the streaks anyway.
    mirrored = cv2.resize(above[::3], small, interpolation=cv2.INTER_AREA)[::-1]
    mirrored = cv2.GaussianBlur(mirrored, (1, 5), 0.1, sigmaY=1.2)
    mirrored = _shaken(stage, mirrored)
    whole = cv2.resize(mirrored, (stage.width, depth), interpolation=cv2.INTER_LINEAR)
    ground = picture[first:]
    picture[first:] = cv2.addWeighted(ground, 1.0 - 0.55 * strength, whole, strength, 0.0)


def _shaken(stage: Stage, small: np.ndarray) -> np.ndarray:
    """Streaks waver a little, as rain stirs the film of water."""
    rows, columns = small.shape[:2]
    part = np.arange(rows, dtype=np.float32)[:, None] / rows
    wave = np.sin(31.0 * part + 2.3 * stage.t) + np.sin(57.0 * part - 3.9 * stage.t)
    across = np.arange(columns, dtype=np.float32)[None, :] + 0.004 * columns * part * wave
    down = np.broadcast_to(np.arange(rows, dtype=np.float32)[:, None], across.shape)
    return cv2.remap(
        small, across, np.ascontiguousarray(down), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT
    )

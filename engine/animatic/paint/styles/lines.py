"""Lines: where a hand would draw the edges of things, and the strokes with which it fills tones."""

from random import Random

import cv2
import numpy as np

from engine.animatic.paint.styles.paper import field, size_of
from engine.animatic.stage import Stage


def soft_grey(sheet: np.ndarray) -> np.ndarray:
    """How bright the sheet is, without its finest detail: uint8."""
    return cv2.blur(cv2.cvtColor(sheet, cv2.COLOR_BGR2GRAY), (3, 3))


def evened(sheet: np.ndarray, mean: float = 120.0) -> np.ndarray:
    """A dark picture as light as a day's: the same hand has the same ink at night."""
    level = float(cv2.mean(cv2.cvtColor(sheet, cv2.COLOR_BGR2GRAY))[0])
    return cv2.convertScaleAbs(sheet, alpha=min(max(mean / max(level, 20.0), 1.0), 2.4))


def outlines(sheet: np.ndarray, faintest: int = 26, gain: float = 6.0) -> np.ndarray:
    """Edges of colour as even lines about two pixels wide: uint8, 255 where the line is full.
    `faintest` is the smallest step of a channel that counts."""
    smooth = cv2.medianBlur(sheet, 3)
    edge = cv2.morphologyEx(smooth, cv2.MORPH_GRADIENT, CROSS)
    strongest = cv2.max(cv2.max(edge[..., 0], edge[..., 1]), edge[..., 2])
    return cv2.convertScaleAbs(cv2.subtract(strongest, faintest), alpha=gain)


CROSS = cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3))


def contours(grey: np.ndarray, wide: float = 1.6, gain: float = 14.0) -> np.ndarray:
    """Lines that swell along the dark side of edges, by the difference of two blurs (Winnemoeller,
    Kyprianidis and Olsen 2012): uint8, 255 where the line is full."""
    near = cv2.GaussianBlur(grey, (0, 0), wide)
    side = round(5.4 * wide) | 1
    wider = cv2.blur(grey, (side, side))
    return cv2.convertScaleAbs(cv2.subtract(cv2.subtract(wider, near), 2), alpha=gain)


def hatching(stage: Stage, angle: float, gap: float, name: str = "") -> np.ndarray:
    """Strokes of a hand in one direction over a whole sheet, kept: uint8, how much darkness a spot
    needs before a stroke shows there, 0 in the middle of a stroke."""

    def make() -> np.ndarray:
        size = size_of(stage)
        x = np.arange(size[0], dtype=np.float32)[None, :]
        y = np.arange(size[1], dtype=np.float32)[:, None]
        bend = field(Random(f"bend {angle}"), size, 135, 32, 2) - 0.5
        press = field(Random(f"press {angle}"), size, 540, 16, 4, 0.7) - 0.5
        across = (x * np.sin(angle) + y * np.cos(angle)) / gap + 1.6 * bend
        wave = 0.5 + 0.5 * np.cos(2.0 * np.pi * across)
        return np.clip(255.0 * (1.0 - wave) + 170.0 * press, 0.0, 255.0).astype(np.uint8)

    return stage.wardrobe.keep(("hatching", name, angle, gap), make)


def hatched(dark: np.ndarray, strokes: np.ndarray, gain: float = 3.0) -> np.ndarray:
    """Where strokes show in this darkness: uint8, 255 for full strokes."""
    return cv2.convertScaleAbs(cv2.subtract(dark, strokes), alpha=gain)


def wandering(stage: Stage, by: float, name: str = "hand") -> tuple[np.ndarray, np.ndarray]:
    """Where each pixel of a sheet takes its colour from when a hand draws it: off by up to `by`
    pixels. Kept, for cv2.remap."""

    def make() -> tuple[np.ndarray, np.ndarray]:
        size = size_of(stage)
        x = np.arange(size[0], dtype=np.float32)[None, :]
        y = np.arange(size[1], dtype=np.float32)[:, None]
        off = [field(Random(f"{name} {axis}"), size, 180, 16, 3, 0.6) - 0.5 for axis in (0, 1)]
        maps = (x + 4.0 * by * off[0], y + 4.0 * by * off[1])
        return cv2.convertMaps(maps[0], maps[1], cv2.CV_16SC2)

    return stage.wardrobe.keep(("wandering", name, by), make)


def wandered(stage: Stage, sheet: np.ndarray, by: float) -> np.ndarray:
    """The sheet drawn by a hand."""
    across, down = wandering(stage, by)
    return cv2.remap(sheet, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101)

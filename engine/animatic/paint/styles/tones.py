"""Tones: flat areas, few colours, and colours mapped to other colours, through tables."""

from collections.abc import Sequence
from functools import lru_cache

import cv2
import numpy as np
from PySide6.QtGui import QColor

from engine.animatic.paint.styles.paper import SHORT, laid_down, taken
from engine.animatic.paint.surface import bgr
from engine.animatic.paint.tone import ramp
from engine.animatic.stage import Stage


def flattened(sheet: np.ndarray, reach: int) -> np.ndarray:
    """Dabs with crisp edges: each pixel takes the mean of the calmest of four neighbouring squares
    (Kuwahara, Hachimura, Eiho and Kinoshita 1976)."""
    step = max(reach // 2, 1)
    side, rim = 2 * step + 1, (step, step, step, step, cv2.BORDER_REPLICATE)
    way = cv2.COLOR_BGR2GRAY if sheet.shape[2] == 3 else cv2.COLOR_BGRA2GRAY
    grey = cv2.cvtColor(sheet, way)
    mean = cv2.copyMakeBorder(cv2.blur(sheet, (side, side)), *rim)
    unrest = cv2.absdiff(grey, cv2.blur(grey, (side, side)))
    unrest = cv2.copyMakeBorder(cv2.blur(unrest, (side, side)), *rim)
    height, width = grey.shape
    squares = [
        np.s_[down : down + height, right : right + width]
        for down in (0, 2 * step)
        for right in (0, 2 * step)
    ]
    best, least = mean[squares[0]].copy(), unrest[squares[0]].copy()
    for square in squares[1:]:
        cv2.copyTo(mean[square], cv2.compare(unrest[square], least, cv2.CMP_LT), best)
        cv2.min(unrest[square], least, dst=least)
    return best


def simplify(stage: Stage, reach: int) -> None:
    """Large plain dabs of what is painted so far, so that subjects stand out from their world."""
    laid_down(stage, flattened(taken(stage, SHORT // 2), reach))


def stepped(levels: int, soft: float = 0.1) -> np.ndarray:
    """A table of 256 that flattens a channel to so many levels, with a short slope between."""
    value = np.arange(256, dtype=np.float32) / 255.0 * (levels - 1)
    low = np.floor(value)
    part = np.clip((value - low - 0.5) / max(soft, 1e-3) + 0.5, 0.0, 1.0)
    return np.clip((low + part) * 255.0 / (levels - 1), 0, 255).astype(np.uint8)


def posterised(sheet: np.ndarray, levels: int, soft: float = 0.12) -> np.ndarray:
    """Few steps of brightness; hue stays as it is."""
    ycc = cv2.cvtColor(sheet, cv2.COLOR_BGR2YCrCb)
    cv2.insertChannel(cv2.LUT(cv2.extractChannel(ycc, 0), stepped(levels, soft)), ycc, 0)
    return cv2.cvtColor(ycc, cv2.COLOR_YCrCb2BGR)


def curve(points: Sequence[tuple[float, float]]) -> np.ndarray:
    """A table of 256 through points (from, to), 0 to 1."""
    x, y = zip(*points, strict=True)
    line = np.interp(np.linspace(0.0, 1.0, 256), x, y)
    return np.clip(line * 255.0 + 0.5, 0, 255).astype(np.uint8)


def toned(grey: np.ndarray, stops: Sequence[tuple[float, str]]) -> np.ndarray:
    """Brightness mapped to the colours of a ramp: uint8 BGR."""
    return cv2.LUT(cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR), ramp_table(tuple(stops)))


@lru_cache(maxsize=32)
def ramp_table(stops: tuple[tuple[float, str], ...]) -> np.ndarray:
    """A ramp as a table of 256 for three channels."""
    places = [(place, QColor(colour)) for place, colour in stops]
    colours = np.clip(ramp(places, np.linspace(0.0, 1.0, 256)), 0.0, 1.0)
    return (colours * 255.0 + 0.5).astype(np.uint8).reshape(1, 256, 3)


def plain(shape: tuple[int, ...], colour: str) -> np.ndarray:
    """A sheet of one colour, to be read only."""
    return _plain(shape[0], shape[1], colour)


@lru_cache(maxsize=8)
def _plain(height: int, width: int, colour: str) -> np.ndarray:
    shape = (height, width)
    sheet = np.empty((*shape[:2], 3), np.uint8)
    sheet[...] = np.round(bgr(QColor(colour)) * 255.0).astype(np.uint8)
    sheet.flags.writeable = False
    return sheet


def covered(sheet: np.ndarray, over: np.ndarray | str, cover: np.ndarray) -> np.ndarray:
    """Another sheet or colour over this one where `cover` (uint8) says so."""
    if isinstance(over, str):
        over = plain(sheet.shape, over)
    wide = cv2.cvtColor(cover, cv2.COLOR_GRAY2BGR)
    kept = cv2.multiply(sheet, cv2.bitwise_not(wide), scale=1.0 / 255.0)
    return cv2.add(kept, cv2.multiply(over, wide, scale=1.0 / 255.0))


def inked(sheet: np.ndarray, colour: str, line: np.ndarray) -> np.ndarray:
    """Dark lines over a sheet where `line` (uint8) is bright: nothing gets darker than their
    colour. It costs a sixth of `covered`."""
    wide = cv2.cvtColor(line, cv2.COLOR_GRAY2BGR)
    return cv2.max(cv2.subtract(sheet, wide), plain(sheet.shape, colour))


def chalked(sheet: np.ndarray, colour: str, line: np.ndarray) -> np.ndarray:
    """Bright lines over a dark sheet: nothing gets brighter than their colour."""
    wide = cv2.cvtColor(line, cv2.COLOR_GRAY2BGR)
    return cv2.min(cv2.add(sheet, wide), plain(sheet.shape, colour))


@lru_cache(maxsize=8)
def nearest_table(colours: tuple[str, ...]) -> np.ndarray:
    """For every colour of 5 bits a channel the nearest of a palette, as the eye sees distance:
    uint8 (128, 256, 3) BGR, the colour blue + 32 * green + 1024 * red counted row by row."""
    palette = np.array([bgr(QColor(one)) * 255.0 for one in colours], np.float32)
    line = (np.arange(32, dtype=np.float32) + 0.5) * 8.0
    red, green, blue = np.meshgrid(line, line, line, indexing="ij")
    grid = np.stack([blue.ravel(), green.ravel(), red.ravel()], axis=1)
    lab = [
        cv2.cvtColor((one / 255.0)[None].astype(np.float32), cv2.COLOR_BGR2LAB)[0]
        for one in (grid, palette)
    ]
    away = ((lab[0][:, None, :] - lab[1][None, :, :]) ** 2).sum(axis=2)
    return palette[away.argmin(axis=1)].astype(np.uint8).reshape(128, 256, 3)


def in_palette(sheet: np.ndarray, table: np.ndarray) -> np.ndarray:
    """Every pixel in the nearest colour of a palette's table."""
    # The two bytes of a 15-bit colour are column and row of the table.
    place = cv2.cvtColor(sheet, cv2.COLOR_BGR2BGR555).astype(np.int16)
    return cv2.remap(table, place, None, cv2.INTER_NEAREST)

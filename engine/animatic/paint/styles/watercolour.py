"""Watercolour: painted anew with wet edges, granulating pigment and white paper."""

from random import Random

import cv2
import numpy as np
from PySide6.QtGui import QImage

from engine.animatic.paint.noise import layered, steps
from engine.animatic.paint.styles.tones import flattened
from engine.animatic.paint.surface import canvas, pixels
from engine.animatic.stage import Stage


def paint(stage: Stage) -> None:
    """Washes: flat areas that wander over drawn edges, dark where they dried, on rough paper."""
    frame = canvas(stage)
    height, width = frame.shape[:2]
    small = (max(width // 2, 2), max(height // 2, 2))
    half = cv2.resize(frame, small, interpolation=cv2.INTER_AREA)
    across, down = stage.wardrobe.keep("wander", lambda: _wander(small))
    wash = cv2.remap(half, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101)
    wash = flattened(wash, max(3, round(small[1] / 100)))
    wash = cv2.blur(wash, (3, 3))
    wash = _wet_edges(wash, max(3, round(small[1] / 60) | 1))
    thin = cv2.LUT(wash, stage.wardrobe.keep("thinned", _thinned))
    pigment = cv2.resize(thin, (width, height), interpolation=cv2.INTER_LINEAR)
    density = stage.wardrobe.keep("density", lambda: _density(stage))
    cv2.multiply(pigment, density, dst=pigment, scale=1.0 / 128.0)
    paper = stage.wardrobe.keep("paper", lambda: _paper(stage))
    cv2.subtract(paper, pigment, dst=frame)
    stage.painter.drawImage(0, 0, stage.wardrobe.keep("margin", lambda: _margin(stage)))


def _wander(small: tuple[int, int]) -> tuple[np.ndarray, np.ndarray]:
    """Where each half-size pixel takes its colour from: edges drawn by a hand."""
    width, height = small
    maps = []
    for axis in (0, 1):
        field = _textured(Random(f"wander {axis}"), small, 180, 16, 4, 0.6) - 0.5
        line = np.arange(width if axis == 0 else height, dtype=np.float32)
        base = line[None, :] if axis == 0 else line[:, None]
        maps.append((base + field * (0.02 * height)).astype(np.float32))
    return maps[0], maps[1]


def _textured(
    chance: Random, size: tuple[int, int], rows: int, cell: int, octaves: int, gain: float
) -> np.ndarray:
    """Noise over a whole picture of this width and height, the same at every size."""
    columns = round(rows * size[0] / size[1])
    field = layered(chance, rows, -(-columns // cell) * cell, cell, octaves, 1, gain)
    way = cv2.INTER_AREA if size[1] < rows else cv2.INTER_CUBIC
    return cv2.resize(np.ascontiguousarray(field[:, :columns]), size, interpolation=way)


def _wet_edges(wash: np.ndarray, side: int) -> np.ndarray:
    """Pigment gathers where a wash ends: the darker side of an edge gets darker still."""
    rim = cv2.subtract(cv2.blur(wash, (side, side)), wash)
    return cv2.subtract(wash, cv2.multiply(rim, rim, scale=1.0 / 26.0))


def _thinned() -> np.ndarray:
    """How much pigment a level takes: the paper shines through, there is no black."""
    level = np.linspace(0.0, 1.0, 256)
    return 255 - (np.clip(0.1 + 0.9 * level**0.8, 0.0, 1.0) * 255.0).astype(np.uint8)


def _density(stage: Stage) -> np.ndarray:
    """How much pigment settles where, 128 for all of it: blooms, backruns and the grain that
    gathers in the paper's hollows. uint8 (height, width, 4)."""
    size = (stage.width, stage.height)
    bloom = _textured(stage.chance("bloom"), size, 180, 32, 5, 0.6) - 0.5
    tooth = _textured(stage.chance("tooth"), size, 1080, 4, 3, 0.7) - 0.5
    backrun = np.abs(_textured(stage.chance("backrun"), size, 180, 64, 4, 0.5) - 0.5)
    field = (
        1.0
        + 0.5 * bloom
        + 0.3 * tooth
        + 0.07 * steps(0.03, 0.0, backrun) * steps(0.5, 0.62, bloom + 0.5)
    )
    return _grey(field * 128.0)


def _paper(stage: Stage) -> np.ndarray:
    """Cold-pressed paper in light from the upper left: uint8 (height, width, 4)."""
    size = (stage.width, stage.height)
    tooth = _textured(stage.chance("tooth"), size, 1080, 4, 3, 0.7)
    relief = tooth - np.roll(tooth, (1, 1), (0, 1))
    paper = _grey(252.0 + 26.0 * np.clip(relief, -0.25, 0.1))
    paper[..., 0] = cv2.subtract(paper[..., 0], 7)
    return paper


def _grey(field: np.ndarray) -> np.ndarray:
    level = np.clip(field + 0.5, 0.0, 255.0).astype(np.uint8)
    return cv2.merge([level, level, level, np.full_like(level, 255)])


def _margin(stage: Stage) -> QImage:
    """Bare paper round the painting, where the brush stopped unevenly."""
    size = (stage.width, stage.height)
    ragged = _textured(stage.chance("margin"), size, 270, 32, 6, 0.62) - 0.5
    y = (np.arange(size[1], dtype=np.float32)[:, None] + 0.5) * (270.0 / size[1])
    x = (np.arange(size[0], dtype=np.float32)[None, :] + 0.5) * (270.0 / size[1])
    wide = 270.0 * size[0] / size[1]
    inside = np.minimum(np.minimum(x, wide - x), np.minimum(y, 270.0 - y)) + 17.0 * ragged
    cover = steps(7.0, 5.8, inside)
    image = QImage(stage.width, stage.height, QImage.Format.Format_ARGB32_Premultiplied)
    memory = pixels(image)
    alpha = np.clip(cover, 0, 1)[..., None]
    memory[..., :3] = alpha * np.array([240.0, 248.0, 252.0], np.float32)
    memory[..., 3:] = alpha * 255.0
    return image

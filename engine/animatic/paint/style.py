"""Style: the last hand on a picture. Illustration gets a breath of grain and darker corners;
watercolour is painted anew with wet edges, granulating pigment and white paper."""

import cv2
import numpy as np
from PySide6.QtGui import QImage

from engine.animatic.paint.canvas import canvas, pixels
from engine.animatic.paint.noise import grain, layered, steps
from engine.animatic.stage import Stage


def paint(stage: Stage) -> None:
    """Finish the picture in the scene's style."""
    if stage.scene.style == "watercolour":
        _watercolour(stage)
    else:
        finish = stage.wardrobe.keep("finish", lambda: _finish(stage))
        stage.painter.drawImage(0, 0, finish)


def _finish(stage: Stage) -> QImage:
    """Corners darkened by a ninth and grain of one or two levels, which also hides banding."""
    height, width = stage.height, stage.width
    y = np.linspace(-1.0, 1.0, height, dtype=np.float32)[:, None]
    x = np.linspace(-1.0, 1.0, width, dtype=np.float32)[None, :]
    dark = 30.0 * steps(0.55, 1.5, np.sqrt(x * x + y * y)) + 2.2
    speck = (grain(stage.chance("grain"), height, width) - 0.5) * 5.0
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    memory = pixels(image)
    light = np.clip(speck, 0.0, None)
    memory[..., :3] = np.floor(light + 0.5).astype(np.uint8)[..., None]
    memory[..., 3] = np.clip(np.floor(dark - np.minimum(speck, 0.0) + light + 0.5), 0, 255)
    return image


# Watercolour ----------------------------------------------------------------------------------


def _watercolour(stage: Stage) -> None:
    """Washes: flat soft areas that wander over drawn edges, dark where they dried, on paper."""
    frame = canvas(stage)
    height, width = frame.shape[:2]
    small = (max(width // 2, 2), max(height // 2, 2))
    half = cv2.resize(frame, small, interpolation=cv2.INTER_AREA)[..., :3]
    across, down = stage.wardrobe.keep("wander", lambda: _wander(stage, small))
    wash = cv2.remap(half, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101)
    size = max(3, round(small[1] / 110) | 1)
    wash = cv2.medianBlur(np.ascontiguousarray(wash), min(size, 5))
    wash = cv2.medianBlur(wash, 5) if size > 5 else wash
    wash = _wet_edges(stage, wash, size)
    wash = cv2.LUT(wash, stage.wardrobe.keep("thinned", _thinned))
    whole = cv2.cvtColor(
        cv2.resize(wash, (width, height), interpolation=cv2.INTER_LINEAR), cv2.COLOR_BGR2BGRA
    )
    paper = stage.wardrobe.keep("paper", lambda: _paper(stage))
    cv2.multiply(whole, paper, dst=frame, scale=1.0 / 255.0)
    margin = stage.wardrobe.keep("margin", lambda: _margin(stage))
    stage.painter.drawImage(0, 0, margin)


def _wander(stage: Stage, small: tuple[int, int]) -> tuple[np.ndarray, np.ndarray]:
    """Where each half-size pixel takes its colour from: edges drawn by a hand."""
    width, height = small
    maps = []
    for axis, name in enumerate(("wander across", "wander down")):
        rows = 180
        columns = -(-round(rows * width / height) // 32) * 32
        coarse = layered(stage.chance(name), rows, columns, 32, 5, 1, 0.62) - 0.5
        field = cv2.resize(coarse[:, : round(rows * width / height)], small)
        line = np.arange(width if axis == 0 else height, dtype=np.float32)
        base = line[None, :] if axis == 0 else line[:, None]
        maps.append((base + field * (0.024 * height)).astype(np.float32))
    return maps[0], maps[1]


def _wet_edges(stage: Stage, wash: np.ndarray, size: int) -> np.ndarray:
    """Pigment gathers where a wash ends: darken beside edges, inside the darker area."""
    soft = cv2.blur(wash, (2 * size + 3, 2 * size + 3))
    rim = cv2.subtract(soft, wash)
    return cv2.subtract(wash, cv2.multiply(rim, rim, scale=1.0 / 40.0))


def _thinned() -> np.ndarray:
    """Colours let the paper shine through: no black, highlights nearly white."""
    level = np.linspace(0.0, 1.0, 256)
    curve = 0.13 + 0.87 * level**0.82
    return (np.clip(curve, 0, 1) * 255).astype(np.uint8)


def _paper(stage: Stage) -> np.ndarray:
    """Cold-pressed paper with blooms of pigment: uint8 (height, width, 4), 255 is untouched."""
    rows = 540
    columns = -(-round(rows * stage.width / stage.height) // 64) * 64
    tooth = layered(stage.chance("tooth"), rows, columns, 4, 2, 1, 0.8)
    bloom = layered(stage.chance("bloom"), rows, columns, 64, 5, 1, 0.65)
    tooth = cv2.GaussianBlur(tooth, (0, 0), 0.8)
    relief = (tooth - np.roll(np.roll(tooth, 1, 0), 1, 1)) * 0.22
    field = 0.985 + relief + 0.3 * (bloom - 0.5) + 0.05 * (tooth - 0.5)
    field = cv2.resize(
        field[:, : round(rows * stage.width / stage.height)], (stage.width, stage.height)
    )
    tint = np.array([0.965, 0.99, 1.0], np.float32)
    paper = np.full((stage.height, stage.width, 4), 255, np.uint8)
    paper[..., :3] = np.clip(field[..., None] * tint * 255.0, 0, 255)
    return paper


def _margin(stage: Stage) -> QImage:
    """Bare paper round the painting, where the brush stopped unevenly."""
    rows = 270
    columns = round(rows * stage.width / stage.height)
    ragged = layered(stage.chance("margin"), rows, -(-columns // 64) * 64, 32, 6, 1, 0.68)
    y = np.minimum(np.arange(rows) + 0.5, rows - np.arange(rows) - 0.5)[:, None]
    x = np.minimum(np.arange(columns) + 0.5, columns - np.arange(columns) - 0.5)[None, :]
    inside = np.minimum(x, y).astype(np.float32) + 26.0 * (ragged[:, :columns] - 0.5)
    cover = cv2.resize(steps(7.5, 5.5, inside), (stage.width, stage.height))
    image = QImage(stage.width, stage.height, QImage.Format.Format_ARGB32_Premultiplied)
    memory = pixels(image)
    alpha = np.clip(cover, 0, 1)[..., None]
    memory[..., :3] = alpha * np.array([240.0, 248.0, 252.0], np.float32)
    memory[..., 3:] = alpha * 255.0
    return image

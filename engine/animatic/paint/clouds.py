"""Clouds: heaps lit from the sun's side, veils of ice, and the closed ceiling of bad weather. Each
layer is one strip, painted once, that repeats from left to right and drifts with the wind."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import cv2
import numpy as np
from PySide6.QtGui import QColor, QImage

from engine.animatic.light import Light, mixed
from engine.animatic.lighting import overcast
from engine.animatic.paint.drift import centred, paint_drifting, paint_small
from engine.animatic.paint.noise import layered, steps
from engine.animatic.paint.surface import bgr, pixels, translucent
from engine.animatic.stage import Stage

FINE, COARSE = 288, 144
"""Rows of a strip in a frame height: for heaps with their edges, and for soft clouds."""
REPEAT = 40 / 9
"""Frame heights after which a strip repeats: 1280 and 640 columns."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A strip of clouds between two heights above the horizon, in frame heights; `speed` in frame
    heights a second in a wind of 1; `detail` rows in a frame height."""

    name: str
    top: float
    bottom: float
    speed: float
    make: Callable[[Stage, "Layer"], QImage]
    detail: int = COARSE

    @property
    def rows(self) -> int:
        """Rows of the strip."""
        return round((self.top - self.bottom) * self.detail)

    @property
    def columns(self) -> int:
        """Columns of the strip."""
        return round(REPEAT * self.detail)


def paint(stage: Stage) -> None:
    """The clouds of the scene's weather, high ones first."""
    layers = _layers(stage)

    def drift(soft: Stage) -> None:
        for layer in layers:
            _drift(soft, layer)

    fewer = 2 if any(layer.detail == FINE for layer in layers) else 4
    if len(layers) < 2:
        drift(stage)
        return
    lowest = stage.view.horizon_y() / stage.height + 0.02 * stage.view.zoom
    paint_small(stage, fewer, drift, min(lowest, 1.0))


def _layers(stage: Stage) -> tuple[Layer, ...]:
    weather = stage.scene.weather
    if stage.scene.place == "sky" and not overcast(weather):
        far = Layer("crests", 0.075, -0.02, 0.004, _heaps, FINE)
        return (Layer("veil", 0.95, 0.2, 0.006, _veil), far)
    if "storm" in weather:
        return (
            Layer("storm ceiling", 1.1, 0.0, 0.012, _ceiling),
            Layer("shelf", 0.42, 0.02, 0.018, _scud),
            Layer("scud", 0.95, 0.12, 0.05, _scud),
        )
    if overcast(weather):
        ceiling = Layer("ceiling", 1.1, 0.0, 0.012, _ceiling)
        return (ceiling, Layer("scud", 0.95, 0.15, 0.03, _scud))
    if "fog" in weather:
        return ()
    if "clouds" in weather:
        return (
            Layer("veil", 0.95, 0.2, 0.006, _veil),
            Layer("far heaps", 0.2, 0.03, 0.008, _heaps, FINE),
            Layer("heaps", 0.62, 0.12, 0.022, _heaps, FINE),
        )
    if stage.scene.clear or stage.light.night:
        return ()
    return (Layer("veil", 0.8, 0.12, 0.006, _veil),)


def _drift(stage: Stage, layer: Layer) -> None:
    """Paint the part of a strip that is over the frame now."""
    strip = stage.wardrobe.keep(("clouds", layer.name), lambda: layer.make(stage, layer))
    wind = 0.25 + stage.scene.wind
    right = centred(stage, -layer.speed * wind * stage.t)
    tall = stage.view.zoom * stage.height
    top = stage.view.horizon_y() - layer.top * tall
    paint_drifting(stage, strip, right, top, (layer.top - layer.bottom) * tall)


# Colours --------------------------------------------------------------------------------------


def _tints(light: Light, heavy: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Bright, middle and dark colours of a cloud, BGR; `heavy` 0 to 1 takes light from it."""
    white = mixed(light.key, light.glow, 0.5)
    bright = mixed(white, light.middle, 0.8 * heavy + (0.5 if light.night else 0.0))
    middle = mixed(mixed(light.ambient, light.horizon, 0.45), bright, 0.25)
    dark = mixed(light.ambient, light.middle, 0.5)
    dark = mixed(dark, QColor("#10131c"), 0.62 * heavy + (0.1 if light.night else 0.0))
    return bgr(bright), bgr(middle), bgr(dark)


def _hazed(stage: Stage, layer: Layer, colours: np.ndarray) -> np.ndarray:
    """Clouds near the horizon are far and take on its colour."""
    up = layer.top - (np.arange(layer.rows, dtype=np.float32) + 0.5) / layer.detail
    part = (0.75 * np.exp(-np.abs(up) / 0.1))[:, None, None]
    return colours + (bgr(stage.light.horizon) - colours) * part


# Veils and ceilings ---------------------------------------------------------------------------


def _veil(stage: Stage, layer: Layer) -> QImage:
    """High thin ice, combed by the wind."""
    rows = layer.rows
    comb = layered(stage.chance("comb"), rows, layer.columns, 16, 4, 8, 0.6)
    patch = layered(stage.chance("patch"), rows, layer.columns, 32, 3, 5)
    edge = _soft_edges(rows, 0.35)
    cloudy = "clouds" in stage.scene.weather
    cover = steps(0.34, 0.8, comb) * steps(0.36, 0.75, patch) * edge * (0.75 if cloudy else 0.5)
    bright, middle, _ = _tints(stage.light, 0.0)
    colours = middle + (bright - middle) * comb[..., None]
    return translucent(np.broadcast_to(colours, (rows, layer.columns, 3)), cover)


def _ceiling(stage: Stage, layer: Layer) -> QImage:
    """A closed deck seen from below in perspective: dark bellies and pale gaps."""
    rows = layer.rows
    deck = layered(stage.chance("deck"), 256, layer.columns, 16, 4, 2, 0.6)
    up = layer.top - (np.arange(rows, dtype=np.float32) + 0.5) / layer.detail
    away = 1.0 / (np.maximum(up, 0.0) + 0.16)
    row = np.clip(away * 36.0, 0, 255)[:, None] * np.ones((1, layer.columns), np.float32)
    column = np.arange(layer.columns, dtype=np.float32)[None, :] * np.ones((rows, 1), np.float32)
    seen = cv2.remap(deck, column, row.astype(np.float32), cv2.INTER_CUBIC)
    storm = "storm" in stage.scene.weather
    thick = steps(0.3, 0.72, seen)[..., None]
    bright, middle, dark = _tints(stage.light, 0.95 if storm else 0.35)
    dark = dark if storm else middle + 0.6 * (dark - middle)
    colours = np.where(
        thick < 0.5,
        bright + (middle - bright) * thick * 2,
        middle + (dark - middle) * (thick * 2 - 1),
    )
    cover = (
        (0.82 if storm else 0.7)
        * steps(0.0, 0.12, up)[:, None]
        * np.ones((1, layer.columns), np.float32)
    )
    return translucent(_hazed(stage, layer, colours), cover)


def _scud(stage: Stage, layer: Layer) -> QImage:
    """Torn dark rags under the ceiling."""
    rows = layer.rows
    rags = layered(stage.chance(layer.name), rows, layer.columns, 16, 4, 4, 0.62)
    cover = steps(0.44, 0.82, rags) * _soft_edges(rows, 0.45)
    storm = "storm" in stage.scene.weather
    _, middle, dark = _tints(stage.light, 0.9 if storm else 0.1)
    colours = middle + (dark - middle) * steps(0.5, 0.85, rags)[..., None]
    return translucent(_hazed(stage, layer, colours), cover * (0.75 if storm else 0.42))


def _soft_edges(rows: int, part: float) -> np.ndarray:
    """1 in the middle rows, falling to 0 at the top and bottom over this part of them."""
    place = (np.arange(rows, dtype=np.float32) + 0.5) / rows
    return (steps(0.0, part, place) * steps(1.0, 1.0 - part, place))[:, None]


# Heaps ----------------------------------------------------------------------------------------


def _heaps(stage: Stage, layer: Layer) -> QImage:
    """Cumulus: heaps of round puffs on flat feet, bright where they face the sun."""
    chance = stage.chance(layer.name)
    bulk, rise = _heaped(chance, layer)
    detail = layered(chance, layer.rows, layer.columns, 32, 5, 1, 0.62) - 0.5
    body = bulk + detail * np.minimum(bulk + 3.0, 16.0) * 1.3
    cover = steps(0.0, 5.0, body)
    storm = "storm" in stage.scene.weather
    light = _facing(stage, np.maximum(body, 0.0)) * (0.45 + 0.55 * rise)
    light = light * steps(-0.1, 0.45, rise + 0.25 * detail)
    bright, middle, dark = _tints(stage.light, 0.85 if storm else 0.0)
    part = np.clip(light, 0.0, 1.0)[..., None]
    colours = np.where(
        part < 0.5, dark + (middle - dark) * part * 2, middle + (bright - middle) * (part * 2 - 1)
    )
    picture = translucent(_hazed(stage, layer, colours), cover * (0.9 if storm else 0.96))
    return picture if stage.height < 1.5 * FINE else _doubled(picture)


def _doubled(picture: QImage) -> QImage:
    """Twice as many rows and columns, with smooth edges, for large frames."""
    size = (2 * picture.width(), 2 * picture.height())
    large = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    memory = cv2.resize(pixels(picture), size, interpolation=cv2.INTER_CUBIC)
    colours = np.minimum(memory[..., :3], memory[..., 3:])
    pixels(large)[...] = np.concatenate([colours, memory[..., 3:]], axis=2)
    return large


def _heaped(chance: Random, layer: Layer) -> tuple[np.ndarray, np.ndarray]:
    """How far the heaps bulge towards us, in pixels, and how high above its foot each point is, 0
    to 1: float32 (rows, columns)."""
    far, tall, wide = layer.rows < 0.3 * layer.detail, layer.rows, layer.columns
    margin = wide // 4
    bulk = np.full((tall, wide + 2 * margin), -30.0, np.float32)
    rise = np.zeros_like(bulk)
    number, puffs = (10, 16) if far else (6, 36)
    for heap in range(number):
        size = tall * (chance.uniform(0.3, 0.62) if far else chance.uniform(0.26, 0.5))
        middle = margin + (heap + chance.uniform(0.15, 0.85)) * wide / number
        foot = tall * (chance.uniform(0.72, 0.96) if far else chance.uniform(0.5, 0.97))
        _heap(chance, bulk, rise, middle, foot, size, puffs)
    return _folded(bulk, rise, margin)


def _folded(bulk: np.ndarray, rise: np.ndarray, margin: int) -> tuple[np.ndarray, np.ndarray]:
    """What was painted beyond the sides comes in again at the other side."""
    wide = bulk.shape[1] - 2 * margin
    inner = slice(margin, margin + wide)
    for outside, back in ((slice(0, margin), wide), (slice(margin + wide, None), -wide)):
        start = (outside.start or 0) + back
        place = slice(start, start + margin)
        higher = bulk[:, outside] > bulk[:, place]
        rise[:, place] = np.where(higher, rise[:, outside], rise[:, place])
        bulk[:, place] = np.maximum(bulk[:, outside], bulk[:, place])
    return bulk[:, inner], rise[:, inner]


def _heap(
    chance: Random,
    bulk: np.ndarray,
    rise: np.ndarray,
    middle: float,
    foot: float,
    size: float,
    puffs: int,
) -> None:
    """One heap: large puffs low in the middle, small ones on top and at the sides."""
    wide = size * chance.uniform(1.0, 1.7)
    for _ in range(puffs):
        aside = min(max(chance.gauss(0.0, 0.42), -0.92), 0.92)
        crown = max(0.0, 1.0 - (abs(aside) / 1.05) ** 1.6)
        up = chance.random() ** 0.8 * crown * size * 0.8
        radius = size * chance.uniform(0.13, 0.3) * (0.55 + 0.6 * crown)
        _puff(bulk, rise, middle + aside * wide, foot - up - radius * 0.4, radius, foot, size)


def _puff(
    bulk: np.ndarray, rise: np.ndarray, x: float, y: float, radius: float, foot: float, size: float
) -> None:
    """Lay one ball over what is there, cut off at the heap's foot."""
    reach = int(radius * 1.4) + 2
    part = np.s_[
        max(0, int(y) - reach) : max(0, int(y) + reach),
        max(0, int(x) - reach) : max(0, int(x) + reach),
    ]
    there = bulk[part]
    if there.size == 0:
        return
    rows = np.arange(part[0].start, part[0].start + there.shape[0], dtype=np.float32)[:, None]
    columns = np.arange(part[1].start, part[1].start + there.shape[1], dtype=np.float32)[None, :]
    square = ((columns - x) ** 2 + (rows - y) ** 2) * np.float32(1.0 / (radius * radius))
    ball = radius * np.where(square < 1.0, np.sqrt(np.abs(1.0 - square)), 0.55 * (1.0 - square))
    ball = ball - np.maximum(rows - foot + 0.16 * size, 0.0) ** 1.5 * np.float32(9.0 / size)
    above = np.clip((foot - rows) / size, 0.0, 1.0).astype(np.float32)
    rise[part] = np.where(ball > there, above, rise[part])
    bulk[part] = np.maximum(there, ball)


def _facing(stage: Stage, body: np.ndarray) -> np.ndarray:
    """How much each point of a bulging surface faces the sun, 0 to 1."""
    soft = cv2.GaussianBlur(np.concatenate([body, body], axis=1), (0, 0), 1.6)[:, : body.shape[1]]
    across = cv2.Sobel(soft, cv2.CV_32F, 1, 0, ksize=3) / 8.0
    down = cv2.Sobel(soft, cv2.CV_32F, 0, 1, ksize=3) / 8.0
    side = 0.75 if stage.light.sun_x >= 0.5 else -0.75
    up = 0.62
    length = np.sqrt(1.0 + across * across + down * down)
    return np.clip(0.42 + 0.62 * (-across * side - down * -up) / length, 0.0, 1.0)

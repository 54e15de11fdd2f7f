"""Weather in front of everything: rain, snow and fog in depth, lightning and its light."""

from math import exp, floor, tau

import cv2
import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QPainterPath,
    QPen,
    QPolygonF,
    QRadialGradient,
)

from engine.animatic.light import faded, mixed
from engine.animatic.paint.drift import paint_drifting
from engine.animatic.paint.noise import layered, steps
from engine.animatic.paint.surface import bgr, canvas, translucent
from engine.animatic.scene import Flash
from engine.animatic.stage import Stage

GOLDEN = 0.6180339887
"""Steps of the golden ratio spread points evenly for ever."""

RAIN_SPEED, SHUTTER = 8.5, 1 / 40
RAIN = ((26.0, 480, 0.42), (11.0, 230, 0.5), (4.5, 80, 0.42))
"""Depth in metres, drops in a frame as wide as high, and how much a drop covers."""

SNOW = ((26.0, 620, 0.8), (12.0, 260, 0.9), (5.5, 95, 0.9), (2.6, 16, 0.55))
SNOW_SPEED, FLAKE = 1.15, 0.03


def paint_behind(stage: Stage) -> None:
    """What stands in the sky: bolts of lightning."""
    for flash in stage.scene.flashes:
        if 0.0 <= stage.t - flash.seconds < 0.5:
            _bolt(stage, flash)


def paint(stage: Stage) -> None:
    """Fog, rain and snow over the finished scene, then the light of the lightning."""
    weather = stage.scene.weather
    if "fog" in weather:
        _fog(stage)
    if "rain" in weather or "storm" in weather:
        _splashes(stage)
        for depth, drops, cover in RAIN:
            _rain(stage, depth, drops, cover)
    if "snow" in weather:
        for depth, flakes, cover in SNOW:
            _snow(stage, depth, flakes, cover)
    _flash(stage)


# Fog ------------------------------------------------------------------------------------------


def fog_bank(stage: Stage, depth: float, tall: float, cover: float) -> None:
    """A bank of fog `tall` metres high that lies on the ground at this depth and drifts."""
    strip = stage.wardrobe.keep("fog", lambda: _fog_strip(stage))
    scale = stage.view.pixels_per_metre(depth)
    middle = stage.view.x - (0.5 + 1.6 * stage.scene.wind) * stage.t + 13.7 * depth
    right = middle * scale / stage.height - 0.5 * stage.width / stage.height
    top = stage.view.ground_y(depth) - 0.7 * tall * scale
    stage.painter.save()
    stage.painter.setOpacity(min(cover * (0.5 + stage.scene.heaviness), 1.0))
    paint_drifting(stage, strip, right + stage.view.pan, top, tall * scale)
    stage.painter.restore()


def _fog(stage: Stage) -> None:
    """Banks in front of the subjects, the nearest thin and large."""
    for depth, tall, cover in ((60.0, 26.0, 0.5), (22.0, 11.0, 0.42), (8.0, 5.5, 0.3)):
        fog_bank(stage, depth, tall, cover)


def _fog_strip(stage: Stage) -> QImage:
    rows, columns = 96, 512
    cloud = layered(stage.chance("fog"), rows, columns, 32, 4, 4, 0.5)
    place = (np.arange(rows, dtype=np.float32) + 0.5)[:, None] / rows
    edge = steps(0.0, 0.62, place) * steps(1.0, 0.75, place)
    cover = (0.35 + 0.65 * steps(0.35, 0.7, cloud)) * edge
    colour = bgr(mixed(stage.light.haze, stage.light.horizon, 0.35))
    return translucent(np.broadcast_to(colour, (rows, columns, 3)), cover)


# Rain -----------------------------------------------------------------------------------------


def _rain(stage: Stage, depth: float, drops: int, cover: float) -> None:
    """Streaks as long as a drop falls while the shutter is open."""
    scale = stage.view.focal * stage.view.zoom * stage.height / depth
    number = round(drops * (0.35 + 1.1 * stage.scene.heaviness) * stage.width / stage.height)
    slant = 0.08 + 0.5 * stage.scene.wind
    x, y = _fallen(stage, f"rain {depth}", number, RAIN_SPEED * scale, slant)
    length = RAIN_SPEED * SHUTTER * scale
    lines = [
        QLineF(a, b, a - slant * length, b - length)
        for a, b in zip(x.tolist(), y.tolist(), strict=True)
    ]
    colour = mixed(stage.light.horizon, QColor("#ffffff"), 0.3)
    pen = QPen(faded(colour, cover), max(0.006 * scale, 0.9 * stage.height / 1080))
    # A flat cap: round ones take twenty times as long where a line is wider than a pixel.
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    stage.painter.save()
    stage.painter.setPen(pen)
    stage.painter.drawLines(lines)
    stage.painter.restore()


def _fallen(
    stage: Stage, name: str, number: int, speed: float, slant: float
) -> tuple[np.ndarray, np.ndarray]:
    """Where `number` falling things are now, in pixels, falling `speed` pixels a second and
    `slant` pixels aside for each pixel down. Each comes back at another place when it is out."""
    random = np.random.default_rng(stage.chance(name).getrandbits(64))
    start, phase = random.random(number), random.random(number)
    pace = 0.85 + 0.3 * random.random(number)
    tall = 1.15 * stage.height
    fallen = phase + pace * (speed / tall) * stage.t
    part = fallen - np.floor(fallen)
    wide = stage.width + slant * tall
    across = start + GOLDEN * np.floor(fallen) - stage.view.pan * stage.height / wide
    x = (across - np.floor(across)) * wide - slant * tall * (1.0 - part)
    return x, part * tall


def _splashes(stage: Stage) -> None:
    """Crowns and rings where drops meet the ground or the water."""
    if stage.scene.place in ("sky", "forest"):
        return
    wet = stage.scene.place in ("sea", "lake")
    life = 0.7 if wet else 0.32
    number = round((150 if wet else 110) * (0.35 + stage.scene.heaviness))
    chance = stage.chance("splashes")
    colour = mixed(stage.light.horizon, QColor("#ffffff"), 0.35)
    stage.painter.save()
    stage.painter.setBrush(Qt.BrushStyle.NoBrush)
    for _ in range(number):
        beat = stage.t / life + chance.random()
        z = stage.view.z + 3.2 * exp(2.0 * _share(chance.random() + GOLDEN * floor(beat)))
        x = stage.view.x + (_share(chance.random() + 0.7548 * floor(beat)) - 0.5) * 2.2 * z
        _ring(stage, x, z, beat % 1.0, colour, 0.16 if wet else 0.07)
    stage.painter.restore()


def _share(value: float) -> float:
    return value - floor(value)


def _ring(stage: Stage, x: float, z: float, age: float, colour: QColor, reach: float) -> None:
    view = stage.view
    centre = view.project(x, 0.0, z)
    if not 0 <= centre.x() <= stage.width or centre.y() > stage.height:
        return
    radius = reach * (0.15 + age) * view.pixels_per_metre(z)
    flat = min(view.y / (z - view.z) * 1.3, 0.6)
    pen = QPen(faded(colour, 0.55 * (1.0 - age)), max(0.06 * radius, 0.6 * stage.height / 1080))
    stage.painter.setPen(pen)
    stage.painter.drawEllipse(centre, radius, radius * flat)


# Snow -----------------------------------------------------------------------------------------


def _snow(stage: Stage, depth: float, flakes: int, cover: float) -> None:
    """Flakes that sway as they sink; the nearest are large and out of focus."""
    scale = stage.view.focal * stage.view.zoom * stage.height / depth
    number = round(flakes * (0.4 + 1.2 * stage.scene.heaviness) * stage.width / stage.height)
    slant = 0.15 + 1.6 * stage.scene.wind
    x, y = _fallen(stage, f"snow {depth}", number, SNOW_SPEED * scale, slant)
    random = np.random.default_rng(stage.chance(f"sway {depth}").getrandbits(64))
    beat, phase = 0.25 + 0.35 * random.random(number), random.random(number)
    size = FLAKE * scale * (0.6 + 0.8 * random.random(number))
    x = x + 0.14 * scale * np.sin(tau * (beat * stage.t + phase))
    colour = mixed(mixed(stage.light.key, stage.light.haze, 0.35), QColor("#ffffff"), 0.45)
    if depth > 9.0:
        _points(stage, x, y, float(np.mean(size)), faded(colour, cover))
    else:
        _discs(stage, x, y, size, faded(colour, cover), depth)


def _points(stage: Stage, x: np.ndarray, y: np.ndarray, size: float, colour: QColor) -> None:
    pen = QPen(colour, max(size, 0.9 * stage.height / 1080))
    # A flat cap: round ones take twenty times as long where a line is wider than a pixel.
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    stage.painter.save()
    stage.painter.setPen(pen)
    spots = [QPointF(a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True)]
    stage.painter.drawPoints(QPolygonF(spots))
    stage.painter.restore()


def _discs(
    stage: Stage, x: np.ndarray, y: np.ndarray, size: np.ndarray, colour: QColor, depth: float
) -> None:
    soft = 0.75 if depth < 4.0 else 0.35
    flake = stage.wardrobe.keep(("flake", soft), lambda: _flake(colour, soft))
    for a, b, side in zip(x.tolist(), y.tolist(), size.tolist(), strict=True):
        stage.painter.drawImage(QRectF(a - side, b - side, 2 * side, 2 * side), flake)


def _flake(colour: QColor, soft: float) -> QImage:
    """A round flake with a soft edge, 48 pixels wide."""
    line = (np.arange(48, dtype=np.float32) + 0.5) / 24.0 - 1.0
    away = np.sqrt(line[None, :] ** 2 + line[:, None] ** 2)
    cover = steps(1.0, 1.0 - soft, away) * np.float32(colour.alphaF())
    return translucent(np.broadcast_to(bgr(colour), (48, 48, 3)), cover)


# Lightning ------------------------------------------------------------------------------------


def brightness(flash: Flash, t: float) -> float:
    """How bright a stroke is at t, 0 to 1: two pulses within a fifth of a second, then a glow."""
    age = t - flash.seconds
    if not 0.0 <= age < 1.2:
        return 0.0
    first = exp(-age / 0.07)
    second = 0.85 * exp(-(age - 0.13) / 0.12) if age >= 0.13 else 0.0
    return flash.strength * min(max(first, second), 1.0)


def _flash(stage: Stage) -> None:
    """The whole frame in the light of the lightning: brighter, bluer, most of all near it."""
    power = sum(brightness(flash, stage.t) for flash in stage.scene.flashes)
    if power < 0.01:
        return
    frame = canvas(stage)
    cv2.convertScaleAbs(frame, dst=frame, alpha=1.0 + 0.6 * min(power, 1.0), beta=24.0 * power)
    painter = stage.painter
    painter.save()
    painter.setCompositionMode(painter.CompositionMode.CompositionMode_Plus)
    for flash in stage.scene.flashes:
        shine = brightness(flash, stage.t)
        if shine > 0.01:
            top = QPointF(flash.x * stage.width, 0.1 * stage.height)
            glow = QRadialGradient(top, 0.75 * stage.height)
            glow.setColorAt(0.0, faded(QColor("#9fb4ff"), 0.3 * shine))
            glow.setColorAt(1.0, faded(QColor("#9fb4ff"), 0.0))
            painter.fillRect(0, 0, stage.width, stage.height, QBrush(glow))
    painter.restore()


def _bolt(stage: Stage, flash: Flash) -> None:
    """The stroke itself, with its branches, from the clouds to the horizon."""
    shine = brightness(flash, stage.t)
    painter = stage.painter
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    path = stage.wardrobe.keep(("bolt", flash.seed), lambda: _stroke_path(stage, flash))
    painter.translate(flash.x * stage.width - stage.view.pan * stage.height, stage.view.horizon_y())
    painter.scale(stage.height, stage.height)
    for width, alpha in ((0.042, 0.08), (0.018, 0.18), (0.007, 0.45), (0.0028, 1.0)):
        pen = QPen(faded(QColor("#cfd8ff" if width > 0.005 else "#ffffff"), alpha * shine), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)
    painter.restore()


def _stroke_path(stage: Stage, flash: Flash) -> QPainterPath:
    """A bolt in frame heights, from above the frame down to 0, the horizon."""
    chance = stage.chance(f"bolt {flash.seed}")
    path = QPainterPath()
    x, y = chance.uniform(-0.12, 0.12), -stage.view.horizon - 0.05
    path.moveTo(x, y)
    while y < 0.0:
        down = chance.uniform(0.02, 0.055)
        x, y = x * 0.93 + chance.gauss(0.0, 0.028), min(y + down, 0.0)
        path.lineTo(x, y)
        if chance.random() < 0.2:
            _branch(path, x, y, chance.choice((-1.0, 1.0)), chance.getrandbits(30), stage)
            path.moveTo(x, y)
    return path


def _branch(path: QPainterPath, x: float, y: float, side: float, seed: int, stage: Stage) -> None:
    chance = stage.chance(f"branch {seed}")
    for _ in range(chance.randrange(3, 7)):
        x += side * abs(chance.gauss(0.018, 0.012))
        y += chance.uniform(0.008, 0.03)
        path.lineTo(x, min(y, 0.0))

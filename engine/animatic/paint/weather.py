"""Weather in front of everything: rain, snow and fog in depth, lightning and its light."""

from math import exp, tau

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
from engine.animatic.paint import heat
from engine.animatic.paint.drift import paint_drifting, paint_small
from engine.animatic.paint.noise import layered, steps
from engine.animatic.paint.surface import bgr, canvas, translucent
from engine.animatic.scene import Flash
from engine.animatic.stage import Stage

GOLDEN = 0.6180339887
"""Steps of the golden ratio spread points evenly for ever."""

RAIN_SPEED, SHUTTER = 8.5, 1 / 40
RAIN = ((26.0, 480, 0.42), (11.0, 230, 0.5), (4.5, 80, 0.42))
"""Depth in metres, drops in a frame as wide as high, and how much a drop covers."""

AFLOAT = frozenset(
    {"sky", "sea", "lake", "river", "nile", "bay", "swamp", "harbour", "underwater", "coral_reef",
     "cave", "space", "bridge_place"}
)  # fmt: skip
"""Places where no snow can gather at our feet."""
BANK = 0.07
"""How high it gathers at most, in frame heights."""

AGES = 6
"""Steps in which the rings of a splash fade."""

SNOW = ((26.0, 520, 0.85), (12.0, 230, 0.9), (5.5, 95, 0.9), (2.6, 16, 0.55))
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
        _gathered(stage)
    heat.paint(stage)
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

    def banks(soft: Stage) -> None:
        for depth, tall, cover in ((60.0, 26.0, 0.5), (22.0, 11.0, 0.42), (8.0, 5.5, 0.3)):
            fog_bank(soft, depth, tall, cover)

    paint_small(stage, 4, banks)


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
    seen = (x > 0.0) & (x < stage.width + slant * length)
    ends = (x[seen], y[seen], x[seen] - slant * length, y[seen] - length)
    lines = [QLineF(*end) for end in zip(*(one.tolist() for one in ends), strict=True)]
    colour = mixed(stage.light.horizon, QColor("#ffffff"), 0.3)
    pen = QPen(faded(colour, cover), max(0.006 * scale, 0.9 * stage.height / 1080))
    # A flat cap: round ones take twenty times as long where a line is wider than a pixel.
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    stage.painter.save()
    # Steps in a far streak a pixel wide are too faint and fast to see.
    stage.painter.setRenderHint(stage.painter.RenderHint.Antialiasing, pen.widthF() > 1.6)
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
    life, reach = (0.7, 0.16) if wet else (0.32, 0.075)
    number = round((150 if wet else 110) * (0.35 + stage.scene.heaviness))
    x, y, scale, age = _hits(stage, number, life)
    flat = np.minimum(scale * stage.view.y / (stage.view.focal * stage.height) * 1.3, 0.6)
    colour = mixed(stage.light.horizon, QColor("#ffffff"), 0.35)
    painter = stage.painter
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for step in range(AGES):
        now = (age * AGES).astype(int) == step
        radius = reach * (0.15 + age[now]) * scale[now]
        wide = max(0.05 * float(np.mean(radius)) if radius.size else 0.0, 0.7 * stage.height / 1080)
        painter.setPen(QPen(faded(colour, 0.6 * (1.0 - (step + 0.5) / AGES)), wide))
        for spot in zip(x[now], y[now], radius, radius * flat[now], strict=True):
            painter.drawEllipse(QPointF(spot[0], spot[1]), spot[2], spot[3])
    near = (age < 0.5) & (scale > 0.04 * stage.height)
    _crowns(stage, x[near], y[near], 1.5 * reach * scale[near], 2.0 * age[near], colour)
    painter.restore()


def _hits(
    stage: Stage, number: int, life: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Where drops have hit the ground in the frame: x and y in pixels, pixels a metre, and age, 0
    to 1. Each comes back at another place."""
    random = np.random.default_rng(stage.chance("splashes").getrandbits(64))
    beat = stage.t / life + random.random(number)
    turn = np.floor(beat)
    far, aside = random.random(number) + GOLDEN * turn, random.random(number) + 0.7548 * turn
    depth = 3.2 * np.exp(2.0 * (far - np.floor(far)))
    view = stage.view
    scale = view.focal * view.zoom * view.height / depth
    x = 0.5 * view.width - view.pan * view.height
    x = x + (aside - np.floor(aside) - 0.5) * 2.2 * depth * scale
    y = view.horizon_y() + view.y * scale
    seen = (x >= 0) & (x <= view.width) & (y <= view.height)
    return x[seen], y[seen], scale[seen], (beat - turn)[seen]


def _crowns(
    stage: Stage, x: np.ndarray, y: np.ndarray, tall: np.ndarray, age: np.ndarray, colour: QColor
) -> None:
    """Drops that leap up and apart where rain hits the ground near us."""
    lines = []
    for side in (-0.5, 0.1, 0.55):
        top, low = tall * age * (1.6 - 1.2 * age), tall * age * (1.3 - 1.25 * age)
        ends = (x + side * top, y - top, x + 0.8 * side * low, y - np.maximum(low, 0.0))
        lines += [QLineF(*end) for end in zip(*(one.tolist() for one in ends), strict=True)]
    pen = QPen(faded(colour, 0.7), max(0.0018 * stage.height, 0.7))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    stage.painter.setPen(pen)
    stage.painter.drawLines(lines)


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
    stage.painter.setRenderHint(stage.painter.RenderHint.Antialiasing, pen.widthF() > 1.6)
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


def _gathered(stage: Stage) -> None:
    """A bank of snow at the foot of the picture, which grows as long as it snows."""
    if stage.scene.place in AFLOAT:
        return
    part = min(max(stage.t / stage.scene.seconds, 0.0), 1.0)
    rise = BANK * (0.25 + 0.75 * part) * (0.4 + 0.9 * stage.scene.heaviness)
    strip = stage.wardrobe.keep("bank", lambda: _bank(stage))
    view = stage.view
    right = view.x * view.focal * view.zoom / 2.2 + view.pan
    tall = 2.0 * BANK * stage.height
    paint_drifting(stage, strip, right, stage.height * (1.0 - rise), tall)


def _bank(stage: Stage) -> QImage:
    """Heaped snow with a soft upper edge, blue in its shade; it repeats."""
    rows, columns = 96, 1792
    crest = layered(stage.chance("bank"), 4, columns, 4, 2, 32)[:1]
    y = (np.arange(rows, dtype=np.float32)[:, None] + 0.5) / rows
    depth = y - 0.5 * crest
    rough = layered(stage.chance("bank shade"), rows, columns, 32, 4, 2) - 0.5
    cover = steps(0.0, 0.05, depth)
    white = bgr(mixed(mixed(stage.light.key, stage.light.haze, 0.3), QColor("#ffffff"), 0.35))
    shade = bgr(mixed(stage.light.ambient, stage.light.haze, 0.45))
    part = np.clip(0.12 + 0.55 * steps(0.1, 0.7, depth) + 0.7 * rough, 0.0, 1.0)[..., None]
    return translucent(white + (shade - white) * part, cover)


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

"""The sky: a colour script from zenith to horizon, the sun or moon with its glow, the stars."""

from math import exp, sin, sqrt, tau

import cv2
import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPen, QRadialGradient

from engine.animatic.camera import beyond
from engine.animatic.light import Light, faded, mixed
from engine.animatic.lighting import overcast
from engine.animatic.paint.noise import grain, layered, steps
from engine.animatic.paint.surface import bgr, opaque, translucent
from engine.animatic.paint.tone import ramp
from engine.animatic.stage import Stage

ROWS = 160
"""Rows of the coarse sky from which the plate is made; a frame height has about 120."""
FINE = 256
"""Steps between two levels while the sky is made."""
GRAIN = 384
"""Pixels along a side of a tile of grain."""
ABOVE, BELOW = 1.15, 0.12
"""How far the plate reaches above and below the horizon, in frame heights."""
MOON_RADIUS = 0.043
TERMINATOR = {"full": 2.0, "gibbous": 0.55, "half": 0.0, "crescent": -0.66}
"""How far left of the moon's middle the edge of its night lies, in radii."""
FAR_OFF = 1e6


def paint(stage: Stage) -> None:
    """The whole sky, down to a little below the horizon."""
    plate = stage.wardrobe.keep("sky", lambda: _plate(stage))
    _show(stage, plate)
    if stage.light.night:
        _stars(stage)
    if not overcast(stage.scene.weather):
        _disc(stage)


def _show(stage: Stage, plate: QImage) -> None:
    """The plate where the camera sees it, larger when it zooms."""
    zoom, tall = stage.view.zoom, stage.height
    half = stage.width / 2 + _aside(stage) * tall
    left = stage.width / 2 - stage.view.pan * tall - zoom * half
    top = round(stage.view.horizon_y() - zoom * ABOVE * tall)
    if zoom == 1.0:
        stage.painter.drawImage(round(left), top, plate)
    else:
        size = QRectF(left, top, zoom * plate.width(), zoom * plate.height())
        stage.painter.drawImage(size, plate)
    _fill_beyond(stage, top, top + round(zoom * plate.height()))


def _aside(stage: Stage) -> float:
    """How far the plate reaches beyond both sides of the frame, in frame heights."""
    return beyond(stage.scene, FAR_OFF, stage.width, stage.height)


def sun_at(stage: Stage) -> QPointF:
    """Where the middle of the sun or moon is in the frame, in pixels."""
    view, light = stage.view, stage.light
    sun_x, sun_y = stage.sun or (light.sun_x, light.sun_y)
    middle = 0.5 * view.width - view.pan * view.height
    across = middle + (sun_x - 0.5) * view.width * view.zoom
    return QPointF(across, view.horizon_y() + sun_y * view.height * view.zoom)


def _fill_beyond(stage: Stage, top: int, bottom: int) -> None:
    """Plain colour where a steep camera sees past the plate."""
    if top > 0:
        stage.painter.fillRect(0, 0, stage.width, top, stage.light.zenith)
    if bottom < stage.height:
        below = QRectF(0, bottom, stage.width, stage.height - bottom)
        stage.painter.fillRect(below, stage.light.haze)


# The plate ------------------------------------------------------------------------------------


def _plate(stage: Stage) -> QImage:
    """The sky that never changes, as one picture: gradient, glow, milky way, a breath of grain."""
    up, across = _coordinates(stage)
    colours = _gradient(stage.light, up[:, 0])[:, None, :].repeat(across.shape[1], axis=1)
    colours = _away(stage, colours, up, across)
    colours = _glow(stage, colours, up, across)
    if stage.light.night and not stage.scene.weather:
        colours = _milky_way(stage, colours, up, across)
    wide = round(stage.width + 2 * _aside(stage) * stage.height)
    tall = round((ABOVE + BELOW) * stage.height)
    coarse = np.clip(colours * (255.0 * FINE), 0.0, 65535.0).astype(np.uint16)
    return opaque(_grained(stage, cv2.resize(coarse, (wide, tall), interpolation=cv2.INTER_CUBIC)))


def _grained(stage: Stage, full: np.ndarray) -> np.ndarray:
    """Fine levels with grain, in tiles, that hides the bands between whole ones: uint8."""
    speck = (grain(stage.chance("sky grain"), GRAIN, GRAIN) * (1.6 * FINE)).astype(np.uint16)
    speck = np.tile(cv2.merge((speck, speck, speck)), (1, -(-full.shape[1] // GRAIN), 1))
    speck = np.ascontiguousarray(speck[:, : full.shape[1]])
    levels = np.empty(full.shape, np.uint8)
    for top in range(0, full.shape[0], GRAIN):
        part = full[top : top + GRAIN]
        grainy = cv2.add(part, speck[: part.shape[0]])
        cv2.convertScaleAbs(grainy, dst=levels[top : top + GRAIN], alpha=1 / FINE, beta=-0.8)
    return levels


def _coordinates(stage: Stage) -> tuple[np.ndarray, np.ndarray]:
    """Frame heights above the horizon and from the frame's left edge, for the coarse sky."""
    aside = _aside(stage)
    wide = stage.width / stage.height + 2 * aside
    columns = round(ROWS * wide / (ABOVE + BELOW))
    up = ABOVE - (np.arange(ROWS, dtype=np.float32) + 0.5) * ((ABOVE + BELOW) / ROWS)
    side = (np.arange(columns, dtype=np.float32) + 0.5) * (wide / columns) - aside
    grid = np.meshgrid(up, side, indexing="ij")
    return grid[0], grid[1]


def _gradient(light: Light, up: np.ndarray) -> np.ndarray:
    """One column of the sky, (rows, 3) BGR 0 to 1."""
    low = mixed(light.horizon, light.middle, 0.42)
    stops = [
        (-0.15, mixed(light.horizon, light.haze, 0.5)),
        (0.0, light.horizon),
        (0.1, low),
        (0.27, light.middle),
        (0.52, mixed(light.middle, light.zenith, 0.62)),
        (0.95, light.zenith),
        (1.2, light.zenith),
    ]
    return ramp(stops, up)


def _away(stage: Stage, colours: np.ndarray, up: np.ndarray, across: np.ndarray) -> np.ndarray:
    """Away from the sun the sky is a little deeper and cooler; broad brush marks keep it alive."""
    aspect = stage.width / stage.height
    away = np.abs(across - stage.light.sun_x * aspect) / max(aspect, 1.0)
    deep = 0.22 * steps(0.1, 1.1, away) * np.clip(1.1 - up, 0.3, 1.0)
    colours = colours + (bgr(stage.light.zenith) - colours) * deep[..., None]
    columns = -(-colours.shape[1] // 128) * 128
    strokes = layered(stage.chance("sky strokes"), ROWS, columns, 32, 4, 4)[:, : colours.shape[1]]
    return colours * (1.0 + 0.05 * (strokes - 0.5))[..., None]


def _glow(stage: Stage, colours: np.ndarray, up: np.ndarray, across: np.ndarray) -> np.ndarray:
    """Light scattered round the sun or moon, and along the horizon when it is low."""
    light = stage.light
    low = 1.0 if light.sun_y > -0.2 else 0.0
    dx = across - light.sun_x * stage.width / stage.height
    dy = up + light.sun_y
    distance = np.sqrt(dx * dx + (dy * (1.0 + 0.5 * low)) ** 2)
    veil = 0.4 if overcast(stage.scene.weather) or "fog" in stage.scene.weather else 1.0
    tight, wide = (0.5, 0.22) if light.night else (0.62, 0.4)
    tight *= 0.0 if stage.scene.turns else 1.0
    halo = veil * tight * np.exp(-distance / 0.085) + wide * np.exp(-distance / (0.26 + 0.14 * low))
    band = 0.55 * low * np.exp(-np.abs(up) / 0.1) * np.exp(-((dx / 0.75) ** 2))
    part = np.clip(1.0 - (1.0 - np.clip(halo, 0, 1)) * (1.0 - band), 0.0, 1.0)
    return colours + (bgr(light.glow) - colours) * part[..., None] * (0.55 if light.night else 0.9)


def _milky_way(stage: Stage, colours: np.ndarray, up: np.ndarray, across: np.ndarray) -> np.ndarray:
    """A faint slanting band of star clouds with dark lanes in it."""
    side = stage.chance("milky way").choice((-1.0, 1.0))
    aspect = stage.width / stage.height
    along = (across - aspect * 0.42) * side * 0.82 + (up - 0.45) * 0.57
    off = (up - 0.45) * 0.82 - (across - aspect * 0.42) * side * 0.57
    columns = -(-colours.shape[1] // 64) * 64
    clouds = layered(stage.chance("star clouds"), ROWS, columns, 16, 4)[:, : colours.shape[1]]
    lanes = layered(stage.chance("dark lanes"), ROWS, columns, 16, 4)[:, : colours.shape[1]]
    band = np.exp(-((off / 0.2) ** 2)) * (0.25 + steps(0.3, 0.75, clouds))
    band *= steps(-1.5, 0.3, 0.9 - abs(along)) * steps(0.0, 0.45, up)
    band *= 1.0 - 0.8 * np.exp(-((off / 0.07) ** 2)) * steps(0.42, 0.62, lanes)
    dust = np.array([0.62, 0.5, 0.47], np.float32)
    return colours + band[..., None] * dust * 0.2


# Stars ----------------------------------------------------------------------------------------


def _stars(stage: Stage) -> None:
    """Points of a few sizes and tints; the bright ones twinkle slowly."""
    if overcast(stage.scene.weather):
        return
    show = 0.35 if "fog" in stage.scene.weather else 0.6 if stage.scene.weather else 1.0
    painter = stage.painter
    painter.save()
    pen = QPen(Qt.GlobalColor.white)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    for points, width, colour, beat, phase in stage.wardrobe.keep("stars", lambda: _sown(stage)):
        shine = 0.78 + 0.22 * sin(tau * (stage.t * beat + phase))
        pen.setWidthF(max(width * stage.height, 0.8))
        pen.setColor(faded(colour, colour.alphaF() * shine * show))
        painter.setPen(pen)
        painter.drawPoints(_placed(stage, points))
    painter.restore()


def _placed(stage: Stage, points: list[tuple[float, float]]) -> list[QPointF]:
    view, horizon = stage.view, stage.view.horizon_y()
    tall = view.zoom * view.height
    side = 0.5 * view.width * (1.0 - view.zoom) - view.pan * view.height
    return [QPointF(side + x * tall, horizon - y * tall) for x, y in points]


def _sown(stage: Stage) -> list[tuple[list[tuple[float, float]], float, QColor, float, float]]:
    """Groups of stars (points in frame heights, width, colour, twinkle beat and phase); fewer
    near the horizon, where the air is thick."""
    chance, aside = stage.chance("stars"), _aside(stage)
    wide = stage.width / stage.height + 2 * aside
    tints = [QColor("#ffffff"), QColor("#cfdcff"), QColor("#ffe9cf")]
    groups = []
    for group in range(30):
        bright = group / 29
        count = round((34 - 31 * bright**0.6) * wide / 1.8)
        colour = faded(tints[group % 3], 0.25 + 0.65 * bright)
        spots = [
            (-aside + chance.random() * wide, 0.05 + 1.05 * sqrt(chance.random()))
            for _ in range(count)
        ]
        beat = 0.12 + 0.3 * chance.random()
        groups.append((spots, 0.0011 + 0.0022 * bright**3, colour, beat, chance.random()))
    return groups


# Sun and moon ---------------------------------------------------------------------------------


def _disc(stage: Stage) -> None:
    if stage.scene.turns:
        _moving_glow(stage)
    if stage.light.night:
        _moon(stage)
    else:
        _sun(stage)


def _moving_glow(stage: Stage) -> None:
    """The light close round the sun or moon where it moves, which the plate leaves out."""
    centre, reach = sun_at(stage), 0.34 * stage.height * stage.view.zoom
    strength = 0.28 if stage.light.night else 0.56
    glow = QRadialGradient(centre, reach)
    for part in (0.0, 0.1, 0.25, 0.45, 0.7):
        glow.setColorAt(part, faded(stage.light.glow, strength * exp(-4.0 * part)))
    glow.setColorAt(1.0, faded(stage.light.glow, 0.0))
    stage.painter.fillRect(_around(centre, reach), QBrush(glow))


def _sun(stage: Stage) -> None:
    """High up a small blinding disc; low down a large one with a warm lower edge."""
    light, centre = stage.light, sun_at(stage)
    low = light.sun_y > -0.2
    radius = stage.height * stage.view.zoom * (0.05 if low else 0.028)
    dim = 0.55 if "fog" in stage.scene.weather else 1.0
    reach = radius * (3.4 if low else 5.0)
    halo = QRadialGradient(centre, reach)
    core = mixed(light.glow, QColor("#ffffff"), 0.35 if low else 0.9)
    edge = radius / reach
    halo.setColorAt(0.0, faded(core, 0.98 * dim))
    halo.setColorAt(edge * 0.93, faded(mixed(core, light.glow, 0.5), 0.95 * dim))
    halo.setColorAt(edge * 1.05, faded(light.glow, 0.42 * dim))
    halo.setColorAt(edge * 1.05 + 0.25 * (1 - edge), faded(light.glow, 0.17 * dim))
    halo.setColorAt(1.0, faded(light.glow, 0.0))
    stage.painter.fillRect(_around(centre, reach), QBrush(halo))


def _moon(stage: Stage) -> None:
    """A full moon with its seas, in a soft halo."""
    centre, radius = sun_at(stage), MOON_RADIUS * stage.height * stage.view.zoom
    dim = 0.5 if stage.scene.weather else 1.0
    halo = QRadialGradient(centre, radius * 5.5)
    for place, alpha in ((0.0, 0.4), (0.18, 0.32), (0.36, 0.13), (0.65, 0.04), (1.0, 0.0)):
        halo.setColorAt(place, faded(stage.light.glow, alpha * dim))
    stage.painter.fillRect(_around(centre, radius * 5.5), QBrush(halo))
    face = stage.wardrobe.keep("moon", lambda: _moon_face(stage, MOON_RADIUS * stage.height))
    stage.painter.save()
    stage.painter.setOpacity(0.55 if "fog" in stage.scene.weather else 1.0)
    stage.painter.drawImage(_around(centre, radius * 1.1), face)
    stage.painter.restore()


def _moon_face(stage: Stage, radius: float) -> QImage:
    """The moon's disc, twice as large as shown, with a rim of a tenth of its radius round it."""
    side = max(16, round(radius * 4.4))
    line = (np.arange(side, dtype=np.float32) + 0.5) / side * 2.2 - 1.1
    x, y = line[None, :], line[:, None]
    away = np.sqrt(x * x + y * y)
    field = cv2.resize(layered(stage.chance("moon"), 64, 64, 16, 4), (side, side))
    seas = steps(
        0.45, 0.62, field + 0.1 * np.cos(2.2 * (x + 0.25)) * np.cos(1.8 * (y + 0.2)) - 0.02
    )
    shine = (1.0 - 0.15 * seas) * (1.0 - 0.13 * np.clip(away, 0, 1) ** 3) * (0.95 + 0.1 * field)
    tint = np.array([0.9, 0.97, 1.0], np.float32)
    edge = steps(1.0 + 2.2 / side, 1.0 - 2.2 / side, away)
    # The night side keeps a breath of light thrown back by the earth.
    lit = steps(-0.08, 0.08, x + TERMINATOR[stage.scene.moon] * np.sqrt(np.maximum(1.0 - y * y, 0)))
    shine = shine * (0.1 + 0.9 * lit)
    edge = edge * (0.12 + 0.88 * lit)
    return translucent(np.clip(shine[..., None] * tint * 1.02, 0, 1), edge)


def _around(centre: QPointF, reach: float) -> QRectF:
    return QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach)

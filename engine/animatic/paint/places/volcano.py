"""A volcano that is always alive: glow, rivers of lava, thrown embers, the rising column of ash."""

from math import cos, sin, sqrt, tau

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from engine.animatic.light import faded, mixed
from engine.animatic.paint.lamps import Glow, shine_all
from engine.animatic.paint.noise import steps
from engine.animatic.paint.places import country, sea
from engine.animatic.paint.places.land import SNOW, rolling, snowy
from engine.animatic.paint.places.river import near_bank
from engine.animatic.paint.plate import flat
from engine.animatic.paint.puffs import Puff, puff_all
from engine.animatic.paint.surface import bgr
from engine.animatic.paint.terrain import (
    Field,
    Ground,
    Range,
    blended,
    noise_tile,
    paint_range,
    sampled,
)
from engine.animatic.stage import Stage

CONE_Z, TALL, CRATER, FOOT = 2600.0, 900.0, 120.0, 1500.0
"""Depth of the crater, its height, and the radii of crater and foot, in metres."""
SHORE = 13.0
"""Metres: where the land at our feet ends."""
GRAVITY = 9.81
EMBERS, PUFFS, STEAMS = 70, 34, 5


def paint(stage: Stage) -> None:
    """Ash behind, the cone with its lava, the sea that it reaches, dark ground in front."""
    middle = _aside(stage)
    _ash(stage, middle)
    paint_range(stage, _cone(stage, middle))
    _lava(stage, middle)
    _glow(stage, middle)
    _embers(stage, middle)
    near = near_bank(stage.scene, SHORE)
    sea.paint(stage, 0.35, near - 0.3)
    _steam(stage, middle)
    country.paint_ground(stage, near)
    country.paint_props(stage)


def _aside(stage: Stage) -> float:
    """The crater's x in metres: off the middle, away from the sun."""
    side = -1.0 if stage.light.sun_x > 0.5 else 1.0
    return side * 0.13 * stage.scene.aspect * CONE_Z


def _crater(stage: Stage, middle: float) -> QPointF:
    return stage.view.project(middle, 0.9 * TALL, CONE_Z)


def _slope(away: np.ndarray | float) -> np.ndarray | float:
    """Height at a distance from the crater's axis: steeper towards the top."""
    part = np.clip((FOOT - away) / (FOOT - CRATER), 0.0, 1.0)
    return TALL * (0.35 * part + 0.65 * part**2.4)


def _cone(stage: Stage, middle: float) -> Range:
    tile = noise_tile(stage)

    def height(x: Field, z: Field) -> Field:
        dx, dz = x - np.float32(middle), z - np.float32(CONE_Z)
        away = np.sqrt(dx * dx + dz * dz)
        gullies = np.sin(np.arctan2(dz, dx) * 23.0 + 5.0 * sampled(tile, x, z, 500.0))
        rough = 26.0 * gullies * steps(CRATER, 700.0, away) + 60.0 * (
            rolling(tile, x, z, 240.0, 3) - 0.5
        )
        bowl = 130.0 * steps(CRATER, 0.3 * CRATER, away)
        return _slope(away) - bowl + rough * steps(FOOT, 0.6 * FOOT, away)

    def colour(ground: Ground) -> np.ndarray:
        part = sampled(tile, ground.x, ground.z, 300.0)
        rock = blended(bgr(QColor("#4a4042")), bgr(QColor("#6d5d58")), part)
        if snowy(stage):
            rock = rock * 0.4 + bgr(SNOW) * 0.6
        return rock

    return Range("volcano", 1100.0, 3300.0, CONE_Z, height, colour, 130, 0.25, 0.0, 1.0)


# Lava -----------------------------------------------------------------------------------------


def _lava(stage: Stage, middle: float) -> None:
    """Streams that wind down the flank; bright clots travel along them."""
    streams = stage.wardrobe.keep("streams", lambda: _streams(stage, middle))
    flat(stage, "lava", CONE_Z, lambda there: _beds(there, streams))
    painter = stage.painter
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, line in enumerate(streams):
        wide = _wide(stage, number)
        hot = QPen(faded(QColor("#fff0a8"), 0.9 + 0.1 * sin(1.7 * stage.t + number)), 0.55 * wide)
        hot.setDashPattern([3.0, 7.0, 1.5, 5.0])
        hot.setDashOffset(-(5.0 + number) * stage.t)
        painter.strokePath(_path(stage, line), hot)
    painter.restore()


def _wide(stage: Stage, number: int) -> float:
    """Pixels across a stream."""
    return (9.0 - 1.6 * number) * stage.view.pixels_per_metre(CONE_Z) / 0.415


def _path(stage: Stage, line: list[tuple[float, float, float]]) -> QPainterPath:
    path = QPainterPath(stage.view.project(*line[0]))
    for point in line[1:]:
        path.lineTo(stage.view.project(*point))
    return path


def _beds(stage: Stage, streams: list[list[tuple[float, float, float]]]) -> None:
    """The streams' glow, crust and core, which keep still."""
    for number, line in enumerate(streams):
        path, wide = _path(stage, line), _wide(stage, number)
        for width, colour, alpha in (
            (3.2, "#ff4a12", 0.28),
            (1.5, "#ff5a18", 0.9),
            (0.8, "#ffa030", 0.95),
        ):
            pen = QPen(faded(QColor(colour), alpha), width * wide)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            stage.painter.strokePath(path, pen)


def _streams(stage: Stage, middle: float) -> list[list[tuple[float, float, float]]]:
    """Lines down the near flank: (x, y, z) in metres."""
    chance, made = stage.chance("streams"), []
    for angle in (-1.75, -1.2, -2.25):
        line, phase = [], chance.uniform(0, tau)
        for i in range(26):
            part = i / 25
            away = 0.75 * CRATER + part * (0.96 * FOOT - 0.75 * CRATER)
            turn = angle + 0.12 * sin(6 * part + phase) * (0.3 + part)
            x, z = middle + away * cos(turn), CONE_Z + away * sin(turn)
            line.append((x, float(_slope(away)) * 0.98, z))
        made.append(line)
    return made


def _steam(stage: Stage, middle: float) -> None:
    """White clouds where lava runs into the sea, lit from below."""
    streams = stage.wardrobe.keep("streams", lambda: _streams(stage, middle))
    glows: list[Glow] = []
    steam: list[Puff] = []
    for number, line in enumerate(streams):
        x, _, z = line[-1]
        at = stage.view.project(x, 0.0, z)
        reach = stage.view.pixels_per_metre(z)
        spot = QRectF(at.x() - 130 * reach, at.y() - 60 * reach, 260 * reach, 120 * reach)
        glows.append(Glow(QColor("#ff6a22"), spot, 0.8))
        for i in range(STEAMS):
            age = (stage.t / 7.0 + i / STEAMS + 0.37 * number) % 1.0
            colour = mixed(
                stage.light.lit(QColor("#d8d4d6"), 0.7), QColor("#ff8a4c"), 0.35 - 0.3 * age
            )
            lifted = stage.view.project(x + (90.0 * stage.scene.wind + 30.0) * age, 150.0 * age, z)
            steam.append(Puff(colour, lifted, (26.0 + 60.0 * age) * reach, 0.5 * (1.0 - age)))
    shine_all(stage, glows)
    puff_all(stage, steam)


def _glow(stage: Stage, middle: float) -> None:
    crater = _crater(stage, middle)
    beat = 0.8 + 0.12 * sin(2.3 * stage.t) + 0.08 * sin(5.9 * stage.t)
    glows = []
    for reach, strength in ((0.16, 0.95), (0.42, 0.6)):
        size = reach * stage.height
        spot = QRectF(crater.x() - size, crater.y() - 1.1 * size, 2 * size, 2 * size)
        glows.append(Glow(QColor("#ff6a22"), spot, strength * beat))
    shine_all(stage, glows)


def _embers(stage: Stage, middle: float) -> None:
    """Clots thrown from the crater: each flies as gravity has it, cools, and is thrown again."""
    chance, painter = stage.chance("embers"), stage.painter
    painter.save()
    for _ in range(EMBERS):
        life, phase = chance.uniform(7.0, 13.0), chance.random()
        beat = stage.t / life + phase
        age = (beat % 1.0) * life
        up, aside = chance.uniform(45.0, 110.0), chance.uniform(-34.0, 34.0)
        x, y = middle + aside * age, 0.88 * TALL + up * age - 0.5 * GRAVITY * age * age
        if y < float(_slope(abs(aside * age))) * 0.9:
            continue
        cool = age / life
        colour = mixed(QColor("#ffe08a"), QColor("#d8320e"), min(1.4 * cool, 1.0))
        width = chance.uniform(3.0, 7.0) * stage.height / 1080
        painter.setPen(
            QPen(
                faded(colour, 1.0 - 0.6 * cool),
                max(width, 1.0),
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.RoundCap,
            )
        )
        painter.drawPoint(stage.view.project(x, y, CONE_Z))
    painter.restore()


# Ash ------------------------------------------------------------------------------------------


def _ash(stage: Stage, middle: float) -> None:
    """A plume of hot ash: it rises ever more slowly, widens as it draws in air, and drifts off."""
    chance, light = stage.chance("ash"), stage.light
    puffs = []
    for _ in range(PUFFS):
        life, phase = 30.0, chance.random()
        age = ((stage.t / life + phase) % 1.0) * life
        puffs.append((age, chance.uniform(-1, 1), chance.random()))
    bright = mixed(light.lit(QColor("#8a8084"), 0.7), light.horizon, 0.25)
    dark = mixed(light.lit(QColor("#4a4448"), 0.2), light.middle, 0.15)
    cloud = []
    for age, aside, tone in sorted(puffs, reverse=True):
        up = 215.0 * sqrt(age)
        wide = 110.0 + 0.36 * up
        drift = (4.0 + 16.0 * stage.scene.wind) * age
        spot = stage.view.project(middle + drift + 0.55 * aside * wide, 0.86 * TALL + up, CONE_Z)
        reach = wide * stage.view.pixels_per_metre(CONE_Z)
        fade = min(age / 1.5, 1.0) * (1.0 - age / 30.0) ** 0.5
        hot = max(1.0 - age / 5.0, 0.0)
        top = mixed(mixed(bright, dark, 0.75 * tone), QColor("#ff7a34"), 0.6 * hot)
        cloud.append(Puff(top, spot, reach, 0.95 * fade))
    puff_all(stage, cloud)

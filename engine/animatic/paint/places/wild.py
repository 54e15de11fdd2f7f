"""Wild places: canyons, valleys and cliffs between walls of rock, a waterfall, the jungle."""

from math import sin, sqrt, tau

import cv2
import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QRadialGradient

from engine.animatic.light import faded, mixed
from engine.animatic.paint import strip
from engine.animatic.paint.noise import layered, steps
from engine.animatic.paint.places import country, sea
from engine.animatic.paint.places.forest import shafts
from engine.animatic.paint.places.land import SNOW, rolling, snowy
from engine.animatic.paint.plate import flat
from engine.animatic.paint.props import show
from engine.animatic.paint.puffs import Puff, puff_all
from engine.animatic.paint.scenery import SHAPES
from engine.animatic.paint.subjects.shape import polygon
from engine.animatic.paint.surface import bgr, translucent
from engine.animatic.paint.terrain import (
    Field,
    Ground,
    Range,
    blended,
    noise_tile,
    paint_range,
    sampled,
)
from engine.animatic.paint.weather import fog_bank
from engine.animatic.stage import Stage

GRAVITY = 9.81
FALL_Z = 34.0
"""Depth of the rock over which the water falls."""
BANK = 7.8
"""Depth where the near bank ends."""


def walled(stage: Stage) -> None:
    """Walls of rock or green slopes to one or both sides, over ground or the sea."""
    country.paint_far(stage)
    if country.wanted(stage, "sea"):
        sea.paint(stage, 0.9)
    else:
        country.paint_ground(stage)
    for text in filter(None, country.wanted(stage, "walls").split(";")):
        paint_range(stage, wall(stage, text))
    country.paint_near(stage)
    country.paint_props(stage)


def wall(stage: Stage, text: str) -> Range:
    """A wall from 'start end gap tall run low high layers side': it begins `gap` metres beside
    the middle, rises `tall` over `run` metres, in so many layers of rock (0: smooth slopes);
    side is -1, 1 or 0 for both."""
    fields = text.split()
    start, end, gap, tall, run = map(float, fields[:5])
    low, high = QColor(fields[5]), QColor(fields[6])
    layers, side = int(fields[7]), int(fields[8])
    tile = noise_tile(stage)
    afloat = bool(country.wanted(stage, "sea"))
    shift = stage.chance(f"wall {text}").uniform(0.0, 5000.0)

    def height(x: Field, z: Field) -> Field:
        bend = (sampled(tile, 0 * x + shift, z, 5.0 * run) - 0.5) * 0.9 * gap
        away = np.abs(x - bend) if side == 0 else side * (x - bend)
        rough = (rolling(tile, x + shift, z, 1.6 * run, 4) - 0.5) * 1.5 * run
        part = np.clip((away - gap + rough) / run, 0.0, 1.0)
        if layers:
            level = part * layers
            part = (np.floor(level) + steps(0.55, 1.0, level - np.floor(level))) / layers
        tops = 0.75 + 0.5 * sampled(tile, x, z + shift, 3.0 * run)
        rock = tall * part * tops * steps(0.6 * start, 1.05 * start, z)
        return rock - 0.3

    def colour(ground: Ground) -> np.ndarray:
        waver = sampled(tile, ground.x, ground.z, 1.2 * run)
        if layers:
            bands = 0.5 + 0.5 * np.sin(ground.height * (tau * 1.7 * layers / tall) + 3.0 * waver)
            part = 0.65 * bands + 0.35 * waver
        else:
            part = steps(0.3, 0.75, waver) * steps(1.6, 0.6, ground.slope)
        bare = blended(bgr(low), bgr(high), part)
        if snowy(stage):
            bare = blended(bare, bgr(SNOW), 0.85 * steps(1.4, 0.5, ground.slope))
        return bare

    return Range(f"wall {text}", start, end, start, height, colour, 120, 0.25, 0.006, 1.5, afloat)


# Waterfall ------------------------------------------------------------------------------------


def waterfall(stage: Stage) -> None:
    """A rock face with falling sheets, mist at their foot, a pool that carries it to us."""
    country.paint_far(stage)
    metres = QRectF(-0.75 * FALL_Z * max(stage.scene.aspect, 1.0) - 12, -0.5, 0, 24.0)
    metres.setWidth(-2 * metres.left())
    cliff = strip.kept(
        stage, "cliff", FALL_Z, metres, lambda painter: _face(stage, painter, metres)
    )
    strip.show(stage, cliff)
    show(stage, country.props_of(stage, "behind"), SHAPES)
    for number, (x, wide, high) in enumerate(
        ((-1.5, 7.0, 15.0), (8.5, 2.2, 14.0), (-10.0, 1.7, 14.5))
    ):
        _sheet(stage, number, x, wide, high)
    sea.paint(stage, 0.35, BANK - 0.3, sunlit=False)
    strip_foot = stage.view.ground_y(FALL_Z)
    _foam(stage, strip_foot)
    country.paint_ground(stage, BANK)
    _mist(stage)
    show(stage, [one for one in country.props_of(stage) if one.z < BANK], SHAPES)


def _face(stage: Stage, painter: QPainter, metres: QRectF) -> None:
    """Columns of dark wet rock with ledges, moss on top."""
    chance, light = stage.chance("face"), stage.light
    behind = light.lit(QColor("#3a4042"), 0.25, FALL_Z)
    painter.fillRect(QRectF(metres.left(), -0.5, metres.width(), 14.4), behind)
    x = metres.left()
    while x < metres.right():
        wide = chance.uniform(0.8, 2.2)
        middle = abs(x + 1.5)
        top = (
            14.6
            + 0.22 * max(middle - 4, 0)
            + chance.uniform(-0.4, 1.4) * (1 if middle > 5 else 0.2)
        )
        tone = mixed(QColor("#5a5f62"), QColor("#7d7a70"), chance.random())
        facing = chance.uniform(0.15, 0.7)
        shade = QLinearGradient(0, top, 0, 0)
        shade.setColorAt(0, light.lit(tone, facing, FALL_Z))
        shade.setColorAt(1, light.lit(mixed(tone, QColor("#20282c"), 0.6), 0.6 * facing, FALL_Z))
        lean = chance.uniform(-0.3, 0.3)
        column = [(x - 0.1, -0.5), (x + lean, top), (x + wide * 0.5, top + chance.uniform(0, 0.5)),
                  (x + wide + lean, top - 0.2), (x + wide + 0.2, -0.5)]  # fmt: skip
        painter.fillPath(polygon(column), shade)
        for _ in range(3):
            y = chance.uniform(1.0, top - 1)
            ledge = [(x, y), (x + wide, y + 0.1), (x + wide, y - 0.35), (x, y - 0.25)]
            painter.fillPath(polygon(ledge), faded(light.lit(QColor("#8d9486"), 0.9, FALL_Z), 0.5))
        green = (
            QColor("#e8eef6")
            if snowy(stage)
            else QColor(chance.choice(("#4f7a3c", "#6a9348", "#3f6a38")))
        )
        painter.setPen(QColor(0, 0, 0, 0))
        for _ in range(5):
            painter.setBrush(
                light.lit(mixed(green, QColor("#1f3524"), 0.4 * chance.random()), 0.7, FALL_Z)
            )
            size = chance.uniform(0.4, 1.1)
            painter.drawEllipse(
                QPointF(x + chance.random() * wide, top + 0.2 + chance.uniform(-0.2, 0.5)),
                size,
                0.7 * size,
            )
        x += wide


def _sheet(stage: Stage, number: int, x: float, wide: float, high: float) -> None:
    """Falling water: its streaks drop freely from the edge, so they stretch as they gain speed."""
    streaks = stage.wardrobe.keep(("streaks", number), lambda: _streaks(stage, number))
    rows, columns = 150, 48
    down = np.linspace(0.02, 1.0, rows, dtype=np.float32)[:, None]
    since = np.sqrt(2.0 * high * down / GRAVITY)
    texel = (130.0 * (stage.t - since)) % 256.0
    aside = np.arange(columns, dtype=np.float32)[None, :] * np.ones_like(down)
    aside += 1.2 * np.sin(5.0 * down + 3.0 * stage.t) * down
    cover = cv2.remap(
        streaks,
        aside,
        np.ascontiguousarray(texel * np.ones_like(aside)),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    side = np.linspace(-1, 1, columns, dtype=np.float32)[None, :]
    edge = steps(1.0, 0.72, np.abs(side) + 0.12 * np.sin(9 * down + number))
    alpha = (0.35 + 0.65 * cover) * edge * (0.9 - 0.25 * down)
    light = stage.light
    white = bgr(
        light.far(mixed(mixed(light.key, light.ambient, 0.4), QColor("#ffffff"), 0.3), FALL_Z)
    )
    blue = bgr(light.lit(QColor("#86b8c4"), 0.4, FALL_Z))
    colours = blue + (white - blue) * cover[..., None]
    picture = translucent(colours, alpha)
    scale = stage.view.pixels_per_metre(FALL_Z - 0.3)
    corner = stage.view.project(x - wide / 2, high, FALL_Z - 0.3)
    stage.painter.drawImage(QRectF(corner.x(), corner.y(), wide * scale, high * scale), picture)


def _streaks(stage: Stage, number: int) -> np.ndarray:
    """Strands of water, repeating downwards: float32 (258, 48)."""
    field = layered(stage.chance(f"streaks {number}"), 48, 256, 4, 2, 8, 0.6).T
    field = steps(0.3, 0.7, field)
    return np.ascontiguousarray(np.pad(field, ((0, 2), (0, 0)), mode="wrap"))


def _foam(stage: Stage, row: float) -> None:
    """White water where the sheets strike the pool."""
    light = stage.light
    white = mixed(mixed(light.key, light.ambient, 0.3), QColor("#ffffff"), 0.4)
    for x, wide in ((-1.5, 9.5), (8.5, 3.6), (-10.0, 3.0)):
        for i in range(4):
            age = (0.45 * stage.t + i / 4) % 1.0
            spot = stage.view.project(x, 0, FALL_Z - 1.0 - 7.0 * age)
            half = (0.5 + 0.5 * age) * wide * stage.view.pixels_per_metre(FALL_Z - 7 * age)
            flat = 0.09 * half
            ring = QRadialGradient(QPointF(0, 0), half)
            ring.setColorAt(0, faded(white, 0.6 * (1 - age)))
            ring.setColorAt(0.7, faded(white, 0.4 * (1 - age)))
            ring.setColorAt(1, faded(white, 0))
            stage.painter.save()
            stage.painter.translate(spot)
            stage.painter.scale(1.0, flat / half)
            stage.painter.fillRect(QRectF(-half, -half, 2 * half, 2 * half), ring)
            stage.painter.restore()


def _mist(stage: Stage) -> None:
    """Spray rises where the water strikes and hangs there."""
    light = stage.light
    white = mixed(mixed(light.key, light.haze, 0.4), QColor("#ffffff"), 0.4)
    cloud = []
    for i in range(16):
        age = (stage.t / 3.2 + i * 0.618) % 1.0
        x = -1.5 + 4.5 * sin(2.4 * i) + 1.2 * age * sin(i + stage.t * 0.3)
        spot = stage.view.project(x, 0.4 + 3.4 * sqrt(age), FALL_Z - 1.5)
        reach = (1.2 + 3.2 * age) * stage.view.pixels_per_metre(FALL_Z)
        cloud.append(Puff(white, spot, reach, 0.32 * (1 - age) * min(6 * age, 1.0)))
    puff_all(stage, cloud)


# Jungle ---------------------------------------------------------------------------------------


def jungle(stage: Stage) -> None:
    """Green behind green: crowns in the haze, mist, great leaves close by, lianas, light."""
    country.paint_far(stage)
    country.paint_ground(stage)
    props = country.props_of(stage)
    far = [one for one in props if one.z > 26.0]
    middle = [one for one in props if 12.0 < one.z <= 26.0]
    near = [one for one in props if one.z <= 12.0]
    flat(stage, "far trees", 36.0, lambda there: show(there, far, SHAPES, calm=True))
    fog_bank(stage, 26.0, 9.0, 0.4)
    show(stage, middle, SHAPES)
    fog_bank(stage, 12.0, 3.2, 0.25)
    shafts(stage)
    show(stage, near, SHAPES)

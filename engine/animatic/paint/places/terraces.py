"""Terraces: steps of flooded rice that hold pieces of the sky, at the foot of stepped hills."""

from math import exp, tau

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPen, QPolygonF

from engine.animatic.camera import standing, views
from engine.animatic.light import faded, mixed
from engine.animatic.paint import plate
from engine.animatic.paint.noise import steps
from engine.animatic.paint.places import country
from engine.animatic.paint.places.land import rolling, snowy
from engine.animatic.paint.props import show
from engine.animatic.paint.scenery import SHAPES
from engine.animatic.paint.surface import bgr
from engine.animatic.paint.terrain import Field, Ground, Range, noise_tile, paint_range
from engine.animatic.stage import Stage

FIELDS, STEP, RISER = 120.0, 1.28, 3.0
"""Metres to the farthest flooded field, how much nearer each next one is, and how high the steps
of the hillside are in metres."""
PLANTED, SMALL, POINTS = 45.0, 36.0, 65
"""Metres up to which rice is seen to stand in the water, and up to which steps move each by
themselves; points along the edge of a step."""


def paint(stage: Stage) -> None:
    """Steps of flooded rice that hold pieces of the sky, up to the foot of stepped hills."""
    country.paint_far(stage)
    paint_range(stage, _stepped(stage))
    _flood(stage)
    country.paint_props(stage, "behind")
    shot = views(stage.scene, stage.width, stage.height)
    risen = max(view.y for view in shot) / standing(stage.scene, stage.width, stage.height).y
    depths = [FIELDS / STEP**number for number in range(17)]
    far = [number for number, z in enumerate(depths) if z > SMALL]
    plate.flat(stage, "far terraces", 1.6 * SMALL, lambda there: _terraces(there, far, risen))
    for number, z in enumerate(depths):
        if z <= SMALL and z - stage.view.z > 1.0:
            plate.flat(
                stage, f"terrace {number}", z, lambda there, i=number: _terraces(there, [i], risen)
            )
    show(stage, country.props_of(stage), SHAPES)


def _flood(stage: Stage) -> None:
    """Water under all fields: what shows where they part."""
    top = stage.view.ground_y(1.3 * FIELDS)
    where = QRectF(0, top, stage.width, max(stage.height - top, 0.0))
    stage.painter.fillRect(where, _sky_below(stage, FIELDS, 0.0))


def _stepped(stage: Stage) -> Range:
    """A hillside cut into steps; their treads lean to us a little, or we'd see their edges only."""
    tile = noise_tile(stage)
    shift = stage.chance("stepped").uniform(0.0, 9000.0)

    def slope(x: Field, z: Field) -> Field:
        up = steps(70.0, 360.0, z) * (0.35 + 0.65 * steps(0.05, 0.75, np.abs(x / z)))
        return up * (18.0 + 62.0 * rolling(tile, x + shift, z, 300.0, 2))

    def height(x: Field, z: Field) -> Field:
        risen = slope(x, z) / RISER
        part = risen - np.floor(risen)
        return RISER * (np.floor(risen) + 0.45 * part + 0.55 * steps(0.62, 0.82, part))

    def colour(ground: Ground) -> np.ndarray:
        risen = slope(ground.x, ground.z) / RISER
        part, field = risen - np.floor(risen), np.floor(risen) * 0.618 % 1.0
        wet = steps(0.45, 0.4, field) * steps(0.62, 0.55, part) * (ground.height > 0.3)
        bank = (
            bgr(QColor("#3f7030"))
            + (bgr(QColor("#a9c456")) - bgr(QColor("#3f7030")))
            * (steps(1.0, 0.62, part) * (0.55 + 0.45 * field))[..., None]
        )
        sky = bgr(mixed(stage.light.horizon, stage.light.middle, 0.4))
        return bank + (sky - bank) * (0.85 * wet)[..., None]

    return Range("stepped", 70.0, 420.0, 110.0, height, colour, 150, 0.2, 0.006)


def _terraces(stage: Stage, numbers: list[int], risen: float) -> None:
    """Of some steps the grassy bank and the water at its foot. It reaches on below the next bank,
    since they part where the camera goes aside or becomes `risen` times as high as it was."""
    for number in numbers:
        z = FIELDS / STEP**number
        level, lower, near = _level(z), _level(z / STEP), z / (1.0 + 0.6 * risen)
        lip, foot = (_edge(stage, z, one, number) for one in (level, lower))
        _water(stage, foot, _edge(stage, near, lower, number + 1), z / STEP, number)
        _bank(stage, lip, foot, z)


def _level(z: float) -> float:
    """How high the water of the step lies that begins at this depth, metres: below our eyes."""
    return 3.0 * (1.0 - exp(-z / 30.0))


def _edge(stage: Stage, z: float, lift: float, number: int) -> np.ndarray:
    """The line along which a step meets the next, from left to right, in pixels, float64
    (POINTS, 2): it bends much as its neighbours do."""
    view, first = stage.view, stage.chance("contours").uniform(0.0, tau)
    half = (0.5 * view.width + abs(view.pan) * view.height) / view.pixels_per_metre(1.4 * z)
    x = np.linspace(-half, half, POINTS)
    bend = 0.1 * np.sin(3.1 * x / z + first + 0.7 * number)
    bend += 0.045 * np.sin(8.3 * x / z + 2.0 * first + 1.9 * number)
    metre = view.pixels_per_metre(z) / (1.0 + bend)
    across = view.width / 2 - view.pan * view.height + x * metre
    return np.stack([across, view.horizon_y() + (view.y - lift) * metre], axis=1)


def _water(stage: Stage, back: np.ndarray, front: np.ndarray, z: float, number: int) -> None:
    """Still water shows the sky: pale far off, deeper at our feet; rice stands in some of it."""
    light, view, painter = stage.light, stage.view, stage.painter
    tone = 0.1 * stage.chance(f"water {number}").random()
    _fill(stage, back, front, _sky_below(stage, z, tone))
    deep = np.array([0.0, 0.035 * view.pixels_per_metre(z)])
    _fill(stage, back, back + 3.0 * deep, faded(light.far(QColor("#1d3a26"), z), 0.24))
    if number % 3 != 1 and z < PLANTED:
        painter.save()
        _seedlings(stage, back, front, z, number)
        painter.restore()


def _sky_below(stage: Stage, z: float, tone: float) -> QLinearGradient:
    """The mirrored sky from the horizon down, darkened by the ground under it."""
    light, view = stage.light, stage.view
    top = view.horizon_y()
    sky = QLinearGradient(0, top, 0, top + 0.62 * view.focal * view.pixels_per_metre(1.0 + view.z))
    for place, colour in ((0.0, light.horizon), (0.3, light.middle), (1.0, light.zenith)):
        sky.setColorAt(place, light.far(mixed(colour, QColor("#16343a"), tone + 0.12 * place), z))
    return sky


def _seedlings(stage: Stage, back: np.ndarray, front: np.ndarray, z: float, number: int) -> None:
    """Young rice in lines along the step, each with its image below it."""
    painter, chance = stage.painter, np.random.default_rng(number)
    unit = stage.view.pixels_per_metre(z)
    green = stage.light.lit(QColor("#dfe8ee" if snowy(stage) else "#7fae45"), 0.8, z)
    for line in range(3):
        part = (line + 0.7) / 4.6
        feet = back + (front - back) * part
        feet = np.repeat(feet, 2, axis=0) + chance.uniform(-0.3, 0.3, (2 * POINTS, 2)) * unit
        tall = chance.uniform(0.1, 0.2, 2 * POINTS) * unit
        lean = chance.uniform(-0.05, 0.05, 2 * POINTS) * unit
        for up, alpha in ((-0.6, 0.3), (1.0, 1.0)):
            tips = np.stack([feet[:, 0] + lean, feet[:, 1] - up * tall], axis=1)
            ends = np.concatenate([feet, tips], axis=1).tolist()
            painter.setPen(QPen(faded(green, alpha), max(0.025 * unit, 0.7)))
            painter.drawLines([QLineF(*end) for end in ends])


def _bank(stage: Stage, lip: np.ndarray, foot: np.ndarray, z: float) -> None:
    """The grassy front of a step: bright along its lip, dark at its foot."""
    light = stage.light
    colours = ("#f4f8fc", "#cfdae6") if snowy(stage) else ("#8fb84a", "#3d6a2c")
    bright, dark = (
        light.lit(QColor(one), part, z) for one, part in zip(colours, (0.9, 0.35), strict=True)
    )
    parts = np.linspace(0.0, 1.0, 4 if z < SMALL else 2).tolist()
    for part, after in zip(parts, parts[1:], strict=False):
        upper, lower = (lip + (foot - lip) * one for one in (part, after))
        _fill(stage, upper, lower, mixed(bright, dark, part))
    high = max(0.1 * float((foot - lip)[:, 1].max()), 0.7)
    rim = QColor("#ffffff" if snowy(stage) else "#c3d873")
    _fill(stage, lip - [0.0, high], lip, light.lit(rim, 1.0, z))


def _fill(
    stage: Stage, upper: np.ndarray, lower: np.ndarray, brush: QBrush | QColor | QLinearGradient
) -> None:
    """Fill what lies between two lines that run from left to right."""
    corners = np.concatenate([upper, lower[::-1]]).tolist()
    stage.painter.setPen(Qt.PenStyle.NoPen)
    stage.painter.setBrush(brush)
    stage.painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))

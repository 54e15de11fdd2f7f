"""Fields: corn that bends in travelling gusts, rows of flowers, terraces of water and rice."""

from dataclasses import replace
from math import exp, sin, tau

import cv2
import numpy as np
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPen, QPolygonF

from engine.animatic.camera import standing, views
from engine.animatic.light import faded, mixed
from engine.animatic.motion import wind
from engine.animatic.paint import plate
from engine.animatic.paint.floor import mottled_tile, paint_floor
from engine.animatic.paint.noise import steps
from engine.animatic.paint.places import country
from engine.animatic.paint.places.land import rolling, snowy
from engine.animatic.paint.props import Prop, show
from engine.animatic.paint.scenery import SHAPES
from engine.animatic.paint.surface import bgr, bgra, canvas
from engine.animatic.paint.terrain import Field, Ground, Range, noise_tile, paint_range
from engine.animatic.stage import Stage
from engine.animatic.view import View

GUST_TEXELS = 26.0
"""Texels a second by which a gust's light and shade go over the corn in a wind of 1."""
SUBPIXEL = 4
"""Bits of a pixel's parts in which corners are given to OpenCV."""
PIECES = 9
"""Pieces a row is painted in, each of its own tone."""
FURROW = 150.0
"""Metres: how far rows reach."""
OVER = 1.4
"""Metres from which eyes look over the crop."""
FIELDS, STEP, RISER = 120.0, 1.22, 3.0
"""Metres to the farthest flooded field, how much nearer each next one is, and how high the steps
of the hillside are in metres."""
PLANTED, SMALL, POINTS = 45.0, 36.0, 65
"""Metres up to which rice is seen to stand in the water, and up to which steps move each by
themselves; points along the edge of a step."""


def corn(stage: Stage) -> None:
    """A dense standing crop; waves of light pass over it with the wind."""
    country.paint_far(stage)
    tile = mottled_tile(stage, "corn", 16)
    pace = GUST_TEXELS * (0.25 + stage.scene.wind) * stage.t
    table = country.colours(stage, "low", "high")
    paint_floor(stage, tile, (0.012, 0.12), table, moved=(pace, 0.6 * pace))
    country.paint_near(stage)
    country.paint_props(stage, "behind")
    country.paint_props(stage)
    show(stage, stage.wardrobe.keep("stands", lambda: _stands(stage)), SHAPES)


def _stands(stage: Stage) -> list[Prop]:
    """The crop near the camera, all the way that it goes: stands close behind one another, low
    ones before a subject; the farthest first."""
    chance, name, made = stage.chance("stands"), country.wanted(stage, "crop", "wheat"), []
    for z in _lines(stage, 1.8, 1.0, 15.0):
        left, right = _seen(stage, z)
        x = left - chance.uniform(0.0, 2.0)
        while x < right:
            where, size = z + chance.uniform(-0.3, 0.3), chance.uniform(0.9, 1.1)
            one = Prop(name, x, where, size, chance.randrange(9))
            low = country.hides(stage, one)
            made.append(replace(one, size=0.4 * size) if low else _unhidden(stage, one))
            x += chance.uniform(0.7, 1.0) if low else chance.uniform(2.1, 2.8)
    return sorted(made, key=lambda prop: -prop.z)


def _unhidden(stage: Stage, one: Prop) -> Prop:
    """Of a stand behind others its heads, for eyes above them; all of it in line with a subject,
    before which it is low."""
    if min(view.y for view in views(stage.scene, stage.width, stage.height)) < OVER:
        return one
    for subject in stage.scene.subjects:
        if abs(one.x / one.z - subject.x / max(subject.z, 0.5)) < 4.5 / one.z:
            return one
    return replace(one, kind=f"{one.kind}_heads")


def _lines(stage: Stage, nearest: float, step: float, farthest: float) -> list[float]:
    """Depths of lines across the view: `step` metres apart where the camera comes near them, and
    wider beyond, to `farthest` metres from where it ends."""
    shot = views(stage.scene, stage.width, stage.height)
    first, last = min(view.z for view in shot), max(view.z for view in shot)
    z, depths = first + nearest, []
    while z < last + farthest:
        depths.append(z)
        z += max(step, 0.14 * (z - last))
    return depths


def _seen(stage: Stage, z: float) -> tuple[float, float]:
    """The leftmost and the rightmost x, in metres, that the shot shows at this depth."""
    ends = [0.0]
    for view in views(stage.scene, stage.width, stage.height):
        if z - view.z > 0.8:
            middle, scale = view.width / 2 - view.pan * view.height, view.pixels_per_metre(z)
            ends += [view.x - middle / scale, view.x + (view.width - middle) / scale]
    return min(ends) - 0.6, max(ends) + 0.6


def rows(stage: Stage) -> None:
    """Rows of flowers that run away from us, each its own colour, with paths of earth between."""
    country.paint_far(stage)
    country.paint_ground(stage)
    country.paint_near(stage)
    country.paint_props(stage, "behind")
    names = country.wanted(stage, "crops").split()
    hues = [QColor(one) for one in country.wanted(stage, "hues").split()]
    apart = float(country.wanted(stage, "apart", "0.9"))
    _strips(stage, hues, apart)
    plants = stage.wardrobe.keep("plants", lambda: _plants(stage, names, apart))
    show(stage, plants, SHAPES)


def _strips(stage: Stage, hues: list[QColor], apart: float) -> None:
    """Each row as strips of colour, pale with haze towards the horizon. (OpenCV fills hundreds of
    slim quads ten times faster than a QPainter does.)"""
    view, picture = stage.view, canvas(stage)
    number = min(int(0.25 * view.width / view.height * FURROW / view.focal / apart), 70)
    middle = round(view.x / apart)
    near = view.z + max(view.y * view.focal / (1.05 - view.horizon - view.tilt), 1.0)
    edge = 0.5 * view.width / view.height + abs(view.pan) + 0.05
    depths = np.geomspace(near, FURROW, PIECES + 1)
    for far, close in zip(depths[:0:-1], depths[-2::-1], strict=True):
        tones = [_tone(stage, hue, 0.5 * (far + close)) for hue in hues]
        for i in range(middle - number, middle + number + 1):
            x = apart * (i + 0.5)
            if view.z + (abs(x - view.x) - apart) * view.focal / edge < far:
                corners = _corners(view, x, 0.3 * apart, (close, far))
                tone = tones[i // 3 % len(hues)]
                cv2.fillConvexPoly(picture, corners, tone, cv2.LINE_AA, SUBPIXEL)


def _corners(view: View, x: float, half: float, depths: tuple[float, float]) -> np.ndarray:
    """Four corners of a piece of a row, in parts of a pixel as OpenCV wants them."""
    close, far = depths
    ends = ((x - half, close), (x - half, far), (x + half, far), (x + half, close))
    spots = [view.project(px, 0.0, z) for px, z in ends]
    return np.array([(p.x() * 2**SUBPIXEL, p.y() * 2**SUBPIXEL) for p in spots]).astype(np.int32)


def _tone(stage: Stage, hue: QColor, z: float) -> tuple[float, ...]:
    """A row's colour at a depth, BGRA; light runs over it with the wind."""
    lift = 0.12 * wind.gust(stage.scene, stage.t) * (0.5 + 0.5 * sin(0.25 * z + 2.2 * stage.t))
    seen = mixed(hue, QColor("#eef3fa"), 0.8) if snowy(stage) else hue
    green = mixed(seen, QColor("#3f5a36"), 0.34 * min(8.0 / z, 1.0) + 0.08)
    return tuple(float(part) for part in bgra(stage.light.lit(green, 0.75 + lift, z)))


def _plants(stage: Stage, names: list[str], apart: float) -> list[Prop]:
    """The near plants of every row, standing close."""
    chance, made = stage.chance("rows"), []
    rest = standing(stage.scene, stage.width, stage.height)
    z = rest.y * rest.focal / (1.08 - rest.horizon)
    while z < 11.0:
        half = 0.75 * stage.scene.aspect * z / rest.focal + 1.0
        number = int(half / apart) + 1
        for i in range(-number, number):
            name = names[i // 3 % len(names)]
            x = apart * (i + 0.5) + chance.uniform(-0.06, 0.06)
            made.append(Prop(name, x, z, chance.uniform(0.85, 1.1), chance.randrange(9)))
        z *= 1.15
    return made[::-1]


# Terraces -------------------------------------------------------------------------------------


def terraces(stage: Stage) -> None:
    """Steps of flooded rice that hold pieces of the sky, up to the foot of stepped hills."""
    country.paint_far(stage)
    paint_range(stage, _stepped(stage))
    country.paint_props(stage, "behind")
    shot = views(stage.scene, stage.width, stage.height)
    risen = max(view.y for view in shot) / standing(stage.scene, stage.width, stage.height).y
    depths = [FIELDS / STEP**number for number in range(21)]
    far = [number for number, z in enumerate(depths) if z > SMALL]
    plate.flat(stage, "far terraces", SMALL, lambda there: _terraces(there, far, risen))
    for number, z in enumerate(depths):
        if z <= SMALL and z - stage.view.z > 1.0:
            plate.flat(
                stage, f"terrace {number}", z, lambda there, i=number: _terraces(there, [i], risen)
            )
    show(stage, country.props_of(stage), SHAPES)


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
    top = view.horizon_y()
    sky = QLinearGradient(0, top, 0, top + 0.62 * view.focal * view.pixels_per_metre(1.0))
    tone = 0.1 * stage.chance(f"water {number}").random()
    for place, colour in ((0.0, light.horizon), (0.3, light.middle), (1.0, light.zenith)):
        sky.setColorAt(place, light.far(mixed(colour, QColor("#16343a"), tone + 0.12 * place), z))
    _fill(stage, back, front, sky)
    deep = np.array([0.0, 0.035 * view.pixels_per_metre(z)])
    for times, alpha in ((4.0, 0.14), (2.0, 0.24)):
        _fill(stage, back, back + times * deep, faded(light.far(QColor("#1d3a26"), z), alpha))
    if number % 3 != 1 and z < PLANTED:
        painter.save()
        _seedlings(stage, back, front, z, number)
        painter.restore()


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
    parts = np.linspace(0.0, 1.0, 5 if z < SMALL else 2).tolist()
    for part, after in zip(parts, parts[1:], strict=False):
        upper, lower = (lip + (foot - lip) * one for one in (part, after))
        _fill(stage, upper, lower, mixed(bright, dark, part))
    high = max(0.1 * float((foot - lip)[:, 1].max()), 0.7)
    rim = QColor("#ffffff" if snowy(stage) else "#c3d873")
    _fill(stage, lip - [0.0, high], lip, light.lit(rim, 1.0, z))


def _fill(stage: Stage, upper: np.ndarray, lower: np.ndarray, brush: QBrush | QColor) -> None:
    """Fill what lies between two lines that run from left to right."""
    corners = np.concatenate([upper, lower[::-1]]).tolist()
    stage.painter.setPen(Qt.PenStyle.NoPen)
    stage.painter.setBrush(brush)
    stage.painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))

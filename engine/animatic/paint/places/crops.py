"""Fields: corn that bends in travelling gusts, rows of flowers, terraces of water and rice."""

from math import sin, tau

import cv2
import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QLinearGradient, QPainterPath

from engine.animatic.camera import standing
from engine.animatic.light import faded, mixed
from engine.animatic.motion import wind
from engine.animatic.paint.floor import mottled_tile, paint_floor
from engine.animatic.paint.places import country
from engine.animatic.paint.places.land import snowy
from engine.animatic.paint.props import Prop, show
from engine.animatic.paint.scenery import SHAPES
from engine.animatic.paint.surface import bgra, canvas
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


def corn(stage: Stage) -> None:
    """A dense standing crop; waves of light pass over it with the wind."""
    country.paint_far(stage)
    tile = mottled_tile(stage, "corn", 16)
    pace = GUST_TEXELS * (0.25 + stage.scene.wind) * stage.t
    table = country.colours(stage, "low", "high")
    paint_floor(stage, tile, (0.012, 0.12), table, moved=(pace, 0.6 * pace))
    country.paint_near(stage)
    country.paint_props(stage, "behind")
    show(stage, country.props_of(stage), SHAPES)


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
    """Steps of flooded rice that hold pieces of the sky, up the valley's sides."""
    country.paint_far(stage)
    country.paint_ground(stage)
    country.paint_props(stage, "behind")
    depth, number = 150.0, 0
    stage.painter.save()
    stage.painter.setRenderHint(stage.painter.RenderHint.Antialiasing)
    while depth > 3.0:
        _terrace(stage, depth, 0.8 * depth, number)
        depth, number = 0.8 * depth, number + 1
    stage.painter.restore()
    show(stage, country.props_of(stage), SHAPES)


def _terrace(stage: Stage, far: float, near: float, number: int) -> None:
    """One step: its grassy bank in front, water behind it, as high as it is far."""
    light, view = stage.light, stage.view
    chance = stage.chance(f"terrace {number}")
    phases = [chance.uniform(0, tau) for _ in range(3)]

    def edge(z: float, lift: float) -> list[QPointF]:
        half = 0.8 * z * stage.scene.aspect / view.focal
        xs = [view.x - half + half * i / 12 for i in range(25)]
        bends = [z * (1 + 0.09 * sin(4.0 * x / z + phases[0]) + 0.05 * sin(9 * x / z + phases[1]))
                 for x in xs]  # fmt: skip
        return [view.project(x, lift, b) for x, b in zip(xs, bends, strict=True)]

    rise = 0.035 * near * min(near / 60.0, 1.0)
    back, front, foot = edge(far, rise), edge(near, rise), edge(near, 0.45 * rise - 0.25)
    water = QLinearGradient(0, back[12].y(), 0, front[12].y() + 1)
    ripple = 0.06 * sin(0.8 * stage.t + number)
    water.setColorAt(0, light.far(mixed(light.horizon, light.middle, 0.25 + ripple), near))
    water.setColorAt(1, light.far(mixed(light.middle, light.zenith, 0.3), 0.5 * near))
    stage.painter.fillPath(_between(back, front), water)
    green = light.lit(QColor("#e6edf4" if snowy(stage) else "#6f9a3c"), 0.75, near)
    stage.painter.fillPath(_between(front, foot), green)
    lip = [QPointF(p.x(), p.y() - max(0.012 * (view.height - p.y()) * 0.2, 0.8)) for p in front]
    bright = QColor("#ffffff" if snowy(stage) else "#b5cc66")
    stage.painter.fillPath(_between(lip, front), faded(light.lit(bright, 1.0, near), 0.9))


def _between(upper: list[QPointF], lower: list[QPointF]) -> QPainterPath:
    path = QPainterPath(upper[0])
    for point in [*upper[1:], *lower[::-1]]:
        path.lineTo(point)
    path.closeSubpath()
    return path

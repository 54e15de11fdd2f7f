"""Fields: corn that bends in travelling gusts, rows of flowers, terraces of water and rice."""

from math import sin, tau

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
from engine.animatic.stage import Stage
from engine.animatic.view import View

GUST_TEXELS = 26.0
"""Texels a second by which a gust's light and shade go over the corn in a wind of 1."""
FURROW = 95.0
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
    """Each row as a strip of colour, pale with haze towards the horizon."""
    view, painter = stage.view, stage.painter
    wide = 0.5 * view.width / view.height * FURROW / view.focal * 0.5
    number = min(int(wide / apart), 52)
    middle = round(view.x / apart)
    near = view.z + max(view.y * view.focal / (1.05 - view.horizon - view.tilt), 1.0)
    strips = [QPainterPath() for _ in hues]
    edge = 0.5 * view.width / view.height + abs(view.pan) + 0.05
    for i in range(middle - number, middle + number + 1):
        x = apart * (i + 0.5)
        entering = view.z + (abs(x - view.x) - apart) * view.focal / edge
        if entering < FURROW:
            row = _row(view, x, 0.3 * apart, max(near, entering))
            strips[i // 3 % len(hues)].addPath(row)
    painter.save()
    painter.setRenderHint(painter.RenderHint.Antialiasing)
    for hue, path in zip(hues, strips, strict=True):
        seen = mixed(hue, QColor("#eef3fa"), 0.8) if snowy(stage) else hue
        painter.fillPath(path, _shade(stage, seen))
    painter.restore()


def _row(view: View, x: float, half: float, near: float) -> QPainterPath:
    path = QPainterPath(view.project(x - half, 0, near))
    for px, z in ((x - half, FURROW), (x + half, FURROW), (x + half, near)):
        path.lineTo(view.project(px, 0.0, z))
    path.closeSubpath()
    return path


def _shade(stage: Stage, hue: QColor) -> QLinearGradient:
    view, light = stage.view, stage.light
    top, bottom = view.ground_y(FURROW), float(view.height)
    shade = QLinearGradient(QPointF(0, top), QPointF(0, bottom))
    lift = 0.12 * wind.gust(stage.scene, stage.t)
    for part in (0.0, 0.06, 0.15, 0.35, 1.0):
        z = view.depth_at(top + part * (bottom - top) + 1.0)
        wave = 0.5 + 0.5 * sin(0.25 * z + 2.2 * stage.t)
        bare = mixed(hue, QColor("#3f5a36"), 0.12 + 0.3 * part)
        shade.setColorAt(part, light.lit(bare, 0.75 + lift * wave, z))
    return shade


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

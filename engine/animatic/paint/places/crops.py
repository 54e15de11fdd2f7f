"""Fields: corn that bends in travelling gusts, and rows of flowers."""

from dataclasses import replace
from math import ceil, floor, pi

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from engine.animatic.camera import standing, views
from engine.animatic.light import mixed
from engine.animatic.motion import wind
from engine.animatic.paint.drift import paint_drifting
from engine.animatic.paint.floor import mottled_tile, paint_floor
from engine.animatic.paint.noise import layered, steps
from engine.animatic.paint.places import country
from engine.animatic.paint.places.land import snowy
from engine.animatic.paint.props import Prop, show
from engine.animatic.paint.scenery import SHAPES
from engine.animatic.paint.slab import Piece
from engine.animatic.paint.surface import bgr, translucent
from engine.animatic.stage import Stage

FULL = 8.0
"""Metres: how far plants are told apart from their row."""
OVER = 1.4
"""Metres from which eyes look over the crop."""


def corn(stage: Stage) -> None:
    """A dense standing crop; waves of light pass over it with the wind."""
    country.paint_far(stage)
    table = country.colours(stage, "low", "high")
    paint_floor(stage, mottled_tile(stage, "corn", 16), (0.012, 0.12), table)
    _gusts(stage)
    country.paint_near(stage)
    country.paint_props(stage, "behind")
    country.paint_props(stage)
    stands = stage.wardrobe.keep("stands", lambda: _stands(stage))
    show(stage, [_unhidden(stage, one) for one in stands if one.z > stage.view.z], SHAPES)


def _gusts(stage: Stage) -> None:
    """Bands of light that run over the far crop where gusts bend it."""
    strip = stage.wardrobe.keep("gusts", lambda: _waves(stage))
    top, low = stage.view.ground_y(140.0), stage.view.ground_y(9.0 + stage.view.z)
    pace = (0.02 + 0.06 * stage.scene.wind) * stage.t
    right = stage.view.pan + 0.02 * stage.view.x - pace
    stage.painter.save()
    stage.painter.setOpacity(min(0.35 + 0.8 * wind.gust(stage.scene, stage.t), 0.9))
    paint_drifting(stage, strip, right, top, low - top)
    stage.painter.restore()


def _waves(stage: Stage) -> QImage:
    rows, columns = 24, 1024
    field = layered(stage.chance("gusts"), rows, columns, 8, 3, 16)
    place = (np.arange(rows, dtype=np.float32) + 0.5)[:, None] / rows
    cover = 0.4 * steps(0.5, 0.75, field) * np.sin(pi * place)
    colour = stage.light.lit(QColor(country.wanted(stage, "high", "#f0cf7a")), 1.0)
    return translucent(np.broadcast_to(bgr(colour), (rows, columns, 3)), cover)


def _stands(stage: Stage) -> list[Prop]:
    """The crop near the camera, all the way that it goes: stands close behind one another, low
    ones before a subject; the farthest first."""
    chance, name = stage.chance("stands"), country.wanted(stage, "crop", "wheat")
    made: list[Prop] = []
    for z in _lines(stage, 1.8, 1.0, 15.0):
        left, right = _seen(stage, z)
        x = left - chance.uniform(0.0, 2.0)
        while x < right:
            where, size = z + chance.uniform(-0.3, 0.3), chance.uniform(0.9, 1.1)
            turned = chance.random() < 0.5
            one = Prop(name, x, where, size, chance.randrange(9), turned)
            low = country.hides(stage, one)
            made.append(replace(one, size=0.4 * size) if low else one)
            x += chance.uniform(0.7, 1.0) if low else chance.uniform(2.1, 2.8)
    return sorted(made, key=lambda prop: -prop.z)


def _unhidden(stage: Stage, one: Prop) -> Prop:
    """Of a stand behind others its heads, for eyes above them; all of it close by and in line with
    a subject, before which it is low."""
    if one.z - stage.view.z < 3.4 or stage.view.y < OVER:
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
    z = first + nearest
    depths: list[float] = []
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
    tones = stage.wardrobe.keep("row tones", lambda: _tones(stage))
    apart = float(country.wanted(stage, "apart", "0.9"))
    country.paint_ground(stage, marks=lambda piece: _strips(piece, tones, apart))
    country.paint_near(stage)
    country.paint_props(stage, "behind")
    names = country.wanted(stage, "crops").split()
    plants = stage.wardrobe.keep("plants", lambda: _plants(stage, names, apart))
    show(stage, [_grown(stage, one) for one in plants if one.z - stage.view.z < FULL], SHAPES)


def _strips(piece: Piece, tones: list[tuple[QColor, ...]], apart: float) -> None:
    """Each row on a piece of the ground as strips of colour: leaves at its sides, light on top."""
    metres, painter = piece.metres, piece.painter
    shares = (0.3, 0.22, 0.1) if piece.texel[0] < 0.2 * apart else (0.3, 0.22)
    top, high = metres.top(), metres.height()
    for i in range(floor(metres.left() / apart) - 1, ceil(metres.right() / apart) + 1):
        for half, tone in zip(shares, tones[i // 3 % len(tones)], strict=False):
            strip = QRectF(apart * (i + 0.5 - half), top, 2 * half * apart, high)
            painter.fillRect(strip, tone)


def _tones(stage: Stage) -> list[tuple[QColor, ...]]:
    """Of every hue the leaves of a row, its flowers and the light on them."""
    made: list[tuple[QColor, ...]] = []
    for hue in (QColor(one) for one in country.wanted(stage, "hues").split()):
        seen = mixed(hue, QColor("#eef3fa"), 0.8) if snowy(stage) else hue
        colours = ((mixed(seen, QColor("#3f5a36"), 0.62), 0.6), (seen, 0.72), (seen, 0.86))
        made.append(tuple(stage.light.lit(colour, facing) for colour, facing in colours))
    return made


def _plants(stage: Stage, names: list[str], apart: float) -> list[Prop]:
    """The near plants of every row all the way that the camera goes, the farthest first."""
    chance = stage.chance("rows")
    made: list[Prop] = []
    rest = standing(stage.scene, stage.width, stage.height)
    nearest = rest.y * rest.focal / (1.08 - rest.horizon)
    for z in _lines(stage, nearest, 0.2 * nearest, FULL):
        left, right = _seen(stage, z)
        for i in range(floor(left / apart), ceil(right / apart)):
            x = apart * (i + 0.5) + chance.uniform(-0.06, 0.06)
            size = chance.uniform(0.85, 1.1)
            made.append(Prop(names[i // 3 % len(names)], x, z, size, chance.randrange(9)))
    return made[::-1]


def _grown(stage: Stage, one: Prop) -> Prop:
    """A plant as it is shown now: those at the edge of what is told apart rise from their row."""
    part = min((FULL - one.z + stage.view.z) / (0.3 * FULL), 1.0)
    return one if part >= 1.0 else replace(one, size=one.size * (0.35 + 0.65 * part))

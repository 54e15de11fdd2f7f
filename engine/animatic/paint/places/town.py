"""Towns: squares, alleys, villages and quays, from houses and stalls that the setting lists."""

from math import ceil, floor, sin, tau
from random import Random

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen

from engine.animatic.build import build_of
from engine.animatic.light import faded, mixed
from engine.animatic.motion import wind
from engine.animatic.paint import lamps, reflection, skyline
from engine.animatic.paint.floor import joints
from engine.animatic.paint.lamps import WARM, Glow, Lamp, shine_all
from engine.animatic.paint.places import city, country, sea
from engine.animatic.paint.places.land import snowy
from engine.animatic.paint.props import Prop, show
from engine.animatic.paint.puffs import Puff, puff_all
from engine.animatic.paint.scenery import SHAPES
from engine.animatic.paint.slab import Paint, Piece
from engine.animatic.stage import Stage

GLOWING = {
    "stall": (1.9, 2.0),
    "cottage": (1.7, 5.0),
    "mud_house": (3.5, 4.0),
    "townhouse": (2.0, 6.0),
}
"""Height of the warm light of a lit house or stall, and its reach, in metres."""


def paint(stage: Stage) -> None:
    """Ground, joints of the paving, houses with their glow, lamps, smoke; rain mirrors them."""
    country.paint_far(stage)
    size = float(country.wanted(stage, "paving", "0"))
    country.paint_ground(stage, marks=paving(stage, size) if size else None)
    country.paint_near(stage)
    props = country.props_of(stage)
    row = lamps_of(stage)
    lamps.pools(stage, row)
    show(stage, props, SHAPES)
    _warmth(stage, props)
    _smoke(stage, props)
    lamps.paint(stage, row)
    _strings(stage)
    if country.wanted(stage, "paving") and {"rain", "storm"} & set(stage.scene.weather):
        reflection.wet(stage, stage.view.ground_y(16.0), 0.4)


def lamps_of(stage: Stage) -> list[Lamp]:
    """The street lamps that the set lists as 'x z height'."""
    made = []
    for text in filter(None, country.wanted(stage, "lamps").split(";")):
        x, z, high = map(float, text.split())
        if not any(abs(one.x - x) < 1.0 and abs(one.z - z) < 1.0 for one in stage.scene.subjects):
            made.append(Lamp(x, z, high))
    return made


def paving(stage: Stage, size: float) -> Paint:
    """Slabs `size` metres wide, no two quite of one tone, and the joints between them."""
    joint = mixed(stage.light.lit(QColor("#6a6058"), 0.3), QColor("#18141a"), 0.2)
    seed = stage.chance("paving").random()

    def paint(piece: Piece) -> None:
        whole, painter = piece.metres, piece.painter
        if size > 6.0 * piece.texel[1]:
            for i in range(floor(whole.left() / size), ceil(whole.right() / size)):
                for j in range(floor(whole.top() / size), ceil(whole.bottom() / size)):
                    tone = Random(f"{seed}/{i}/{j}").uniform(-0.07, 0.07)
                    shade = QColor(0, 0, 0) if tone < 0 else QColor(255, 255, 255)
                    where = QRectF(i * size, j * size, size, size)
                    painter.fillRect(where, faded(shade, abs(tone)))
        joints(piece, faded(joint, 0.5), size, size, 0.018 * size)

    return paint


def _warmth(stage: Stage, props: list[Prop]) -> None:
    """The glow of lit windows and lanterns in the evening air."""
    if stage.light.lamps < 0.2:
        return
    glows = []
    for prop in props:
        if prop.kind in GLOWING:
            high, reach = GLOWING[prop.kind]
            centre = stage.view.project(prop.x, high * prop.size, prop.z)
            far = reach * prop.size * stage.view.pixels_per_metre(prop.z)
            spot = QRectF(centre.x() - far, centre.y() - far, 2 * far, 2 * far)
            if spot.right() > 0 and spot.left() < stage.width:
                glows.append(Glow(WARM, spot, 0.42 * stage.light.lamps))
    shine_all(stage, glows)


def _smoke(stage: Stage, props: list[Prop]) -> None:
    """Chimney smoke: puffs that rise, widen, thin out and lean with the wind."""
    light = stage.light
    colour = mixed(light.lit(QColor("#d8d4d0"), 0.5), light.horizon, 0.3)
    drift = 0.4 + 1.6 * wind.gust(stage.scene, stage.t)
    for number, prop in enumerate(one for one in props if one.kind == "cottage"):
        side, smoke = -1.0 if prop.flip else 1.0, []
        for i in range(7):
            age = (stage.t / 6.0 + i / 7 + 0.37 * number) % 1.0
            x = (
                prop.x
                + prop.size * (side * 2.1 + 0.25 * sin(tau * (age + 0.2 * i)))
                + 4.5 * drift * age * age
            )
            y = prop.size * (6.9 + 6.5 * age**0.8)
            spot = stage.view.project(x, y, prop.z)
            reach = prop.size * (0.4 + 1.5 * age) * stage.view.pixels_per_metre(prop.z)
            alpha = 0.5 * min(8 * age, 1.0) * (1.0 - age)
            smoke.append(Puff(light.far(colour, prop.z), spot, reach, alpha))
        puff_all(stage, smoke)


def _strings(stage: Stage) -> None:
    """Lanterns or bulbs on lines across the way, 'half z height' each; they swing a little."""
    gust, glows = wind.gust(stage.scene, stage.t), []
    for number, text in enumerate(filter(None, country.wanted(stage, "strings").split(";"))):
        half, z, high = map(float, text.split())
        if z - stage.view.z < 2.0:
            continue
        scale, painter = stage.view.pixels_per_metre(z), stage.painter
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        for i in range(21):
            x = half * (i / 10 - 1)
            spot = stage.view.project(x, high - 0.7 * (1 - (x / half) ** 2), z)
            path.lineTo(spot) if i else path.moveTo(spot)
        painter.strokePath(
            path, QPen(stage.light.lit(QColor("#3a3028"), 0.3, z), max(0.02 * scale, 0.8))
        )
        for i in range(1, 10):
            x = half * (i / 5 - 1)
            swing = 0.12 * gust * sin(1.7 * stage.t + i + number)
            hook = stage.view.project(x + swing, high - 0.7 * (1 - (x / half) ** 2) - 0.28, z)
            colour = QColor(("#ffb84a", "#ff7a5a", "#5ad0c0", "#ffd98a")[(i + number) % 4])
            lit = mixed(
                stage.light.lit(colour, 0.7, z),
                mixed(colour, QColor("#ffffff"), 0.3),
                stage.light.lamps,
            )
            painter.setPen(QColor(0, 0, 0, 0))
            painter.setBrush(lit)
            painter.drawEllipse(hook, 0.17 * scale, 0.22 * scale)
            reach = 0.8 * scale
            spot = QRectF(hook.x() - reach, hook.y() - reach, 2 * reach, 2 * reach)
            glows.append(Glow(colour, spot, 0.7 * stage.light.lamps))
        painter.restore()
    shine_all(stage, glows)


AFLOAT = ("float", "ride", "swim")
"""Ways of getting about on the water."""


# By the water ---------------------------------------------------------------------------------


def _edge(stage: Stage) -> float:
    """How far the quay's stone reaches, in metres: under who stands there, before what floats."""
    near = [one for one in stage.scene.subjects if one.z < 20]
    afloat = [one.z for one in near if build_of(one.kind).way in AFLOAT]
    ashore = [one.z + 1.5 for one in near if build_of(one.kind).way not in AFLOAT]
    return min([max([8.0, *ashore]), *(max(z - 2.0, 4.0) for z in afloat)])


def quay(stage: Stage) -> None:
    """A harbour: cranes and yachts over the water, the quay's stone at our feet."""
    country.paint_far(stage)
    behind = country.props_of(stage, "behind")
    show(stage, behind, SHAPES)
    edge = _edge(stage)
    sea.paint(stage, 0.35, edge - 0.3)
    show(stage, behind, SHAPES)
    show(stage, country.props_of(stage, "afloat"), SHAPES, calm=True)
    country.paint_ground(stage, edge, paving(stage, 1.1))
    view = stage.view
    row, scale = view.ground_y(edge), view.pixels_per_metre(edge)
    stone = stage.light.lit(QColor("#eef2f8" if snowy(stage) else "#b8ae9c"), 0.8, edge)
    stage.painter.fillRect(QRectF(0, row - 0.06 * scale, stage.width, 0.22 * scale), stone)
    dark = faded(stage.light.lit(QColor("#2a2830"), 0.2, edge), 0.6)
    stage.painter.fillRect(QRectF(0, row + 0.16 * scale, stage.width, 0.05 * scale), dark)
    posts = [Prop("bollard", 3.4 * i - 1.7, edge - 0.5) for i in range(-6, 7)]
    row_of_lamps = [Lamp(11.0 * i + 4.0, edge - 0.8, 5.2) for i in range(-2, 3)]
    lamps.pools(stage, row_of_lamps)
    show(stage, [*posts, *country.props_of(stage)], SHAPES, calm=True)
    lamps.paint(stage, row_of_lamps)
    if {"rain", "storm"} & set(stage.scene.weather):
        reflection.wet(stage, row + 0.2 * scale, 0.35)


# Above the town -------------------------------------------------------------------------------


def rooftop(stage: Stage) -> None:
    """A flat roof over the city: towers around, a parapet, tanks and vents, strings of bulbs."""
    for row in city.ROWS:
        skyline.show(stage, row)
        if stage.light.lamps > 0.2:
            city.twinkle(stage, row)
            city.warnings(stage, row)
    edge = max([11.0, *(one.z + 1.2 for one in stage.scene.subjects if one.z < 40)])
    view, light, painter = stage.view, stage.light, stage.painter
    _streets_below(stage, view.ground_y(edge))
    country.paint_ground(stage, edge, paving(stage, 1.6))
    wall, scale = QColor("#a59a8c"), view.pixels_per_metre(edge)
    top, foot = view.project(0, 1.0, edge).y(), view.ground_y(edge)
    shade = QLinearGradient(0, top, 0, foot)
    shade.setColorAt(0, light.lit(wall, 0.7, edge))
    shade.setColorAt(1, light.lit(wall, 0.3, edge))
    painter.fillRect(QRectF(0, top, stage.width, foot - top + 1), shade)
    cap = light.lit(QColor("#f0f4fa" if snowy(stage) else "#cfc6b6"), 0.9, edge)
    painter.fillRect(QRectF(0, top - 0.08 * scale, stage.width, 0.14 * scale), cap)
    show(stage, country.props_of(stage), SHAPES, calm=True)
    _strings(stage)


def _streets_below(stage: Stage, bottom: float) -> None:
    """Between the far towers and the parapet: the haze and lights of the streets."""
    top = stage.view.horizon_y()
    haze = QLinearGradient(0, top - 0.02 * stage.height, 0, bottom)
    tone = mixed(stage.light.haze, QColor("#ff9d4d"), 0.35 * stage.light.lamps)
    haze.setColorAt(0, faded(tone, 0.0))
    haze.setColorAt(0.3, faded(tone, 0.9))
    haze.setColorAt(1, mixed(tone, QColor("#10121c"), 0.4))
    stage.painter.fillRect(
        QRectF(0, top - 0.02 * stage.height, stage.width, bottom - top + 0.02 * stage.height), haze
    )

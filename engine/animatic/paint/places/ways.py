"""Ways: roads, rails, bridges and crossings that run from our feet to the vanishing point."""

from math import ceil, cosh, floor
from random import Random

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen

from engine.animatic.build import build_of
from engine.animatic.light import faded, mixed
from engine.animatic.paint import lamps, reflection, skyline, strip
from engine.animatic.paint.lamps import Lamp
from engine.animatic.paint.places import city, country, sea
from engine.animatic.paint.places.land import snowy
from engine.animatic.paint.places.town import lamps_of
from engine.animatic.paint.props import Prop, show
from engine.animatic.paint.ribbon import Ribbon, fill_ribbon
from engine.animatic.paint.scenery import SHAPES
from engine.animatic.paint.slab import Paint, Piece
from engine.animatic.stage import Stage

END = 420.0
"""Metres: where roads and rails are lost to the eye."""
ASPHALT, LINE, STEEL = QColor("#55585f"), QColor("#ece6d4"), QColor("#8d949c")
WORN = QColor("#7a7b7e")
DECK = 6.0
"""Half the width of a bridge, in metres."""


def stripe(
    stage: Stage, xs: tuple[float, float], zs: tuple[float, float], y: float = 0.0
) -> QPainterPath:
    """A rectangle that lies at height y, cut off before the camera."""
    near = max(zs[0], stage.view.z + 0.8)
    path = QPainterPath()
    if zs[1] <= near:
        return path
    corners = [(xs[0], near), (xs[1], near), (xs[1], zs[1]), (xs[0], zs[1])]
    for i, (x, z) in enumerate(corners):
        spot = stage.view.project(x, y, z)
        path.lineTo(spot) if i else path.moveTo(spot)
    path.closeSubpath()
    return path


def _surfaced(stage: Stage, colour: QColor, y: float = 0.0) -> QLinearGradient:
    """A colour that pales into the distance, snowed over if it snows."""
    light, view = stage.light, stage.view
    colour = mixed(colour, QColor("#e6edf5"), 0.6) if snowy(stage) else colour
    top = view.horizon_y()
    shade = QLinearGradient(0, top, 0, stage.height)
    for part in (0.02, 0.08, 0.25, 1.0):
        z = view.depth_at(top + part * (stage.height - top)) - view.z
        shade.setColorAt(part, light.lit(colour, 0.6, z))
    return shade


def coat(stage: Stage, colour: QColor) -> QColor:
    """The colour of what lies on the ground, snowed over if it snows; air comes by itself."""
    colour = mixed(colour, QColor("#e6edf5"), 0.6) if snowy(stage) else colour
    return stage.light.lit(colour, 0.6)


def road(stage: Stage) -> None:
    """A highway with its lines and signs: across the frame for whoever drives along it, else to
    the horizon."""
    lane = _lane(stage)
    country.paint_far(stage)
    country.paint_ground(stage, marks=_road_across(stage, lane) if lane else _road_ahead(stage))
    country.paint_near(stage)
    props = [one for one in country.props_of(stage) if not lane or not _blocks(one.z, lane)]
    show(stage, props, SHAPES)
    if {"rain", "storm"} & set(stage.scene.weather):
        reflection.wet(stage, stage.view.ground_y(40.0), 0.35)


def _lane(stage: Stage) -> tuple[float, float] | None:
    """From which depth to which a road across the frame lies: under all that drive on it."""
    depths = [
        one.z
        for one in stage.scene.subjects
        if one.carrier < 0 and build_of(one.kind).way == "drive"
    ]
    return (max(min(depths) - 3.2, 1.0), max(depths) + 3.0) if depths else None


def _blocks(z: float, lane: tuple[float, float]) -> bool:
    """Whether what stands at this depth would stand on the road or hide who drives there."""
    return 0.45 * lane[0] < z < lane[1] + 1.5


def _road_across(stage: Stage, lane: tuple[float, float]) -> Paint:
    """Asphalt from side to side, its edges' lines, and dashes that pass as the camera goes."""
    near, far = lane

    def paint(piece: Piece) -> None:
        left, wide = piece.metres.left(), piece.metres.width()

        def strip_of(colour: QColor, low: float, high: float) -> None:
            piece.painter.fillRect(QRectF(left, low, wide, high - low), colour)

        strip_of(coat(stage, QColor("#8d8474")), near - 0.8, far + 0.8)
        strip_of(coat(stage, ASPHALT), near, far)
        for z in (near + 0.3 * (far - near), near + 0.75 * (far - near)):
            strip_of(faded(coat(stage, WORN), 0.3), z - 0.5, z + 0.5)
        for z in (near + 0.45, far - 0.45):
            strip_of(coat(stage, LINE), z - 0.09, z + 0.09)
        middle, x = 0.5 * (near + far), 9.0 * floor(left / 9.0)
        while x < left + wide:
            dash = QRectF(x, middle - 0.08, 3.4, 0.16)
            piece.painter.fillRect(dash, coat(stage, QColor("#f2c83c")))
            x += 9.0

    return paint


def _road_ahead(stage: Stage) -> Paint:
    """Asphalt to the horizon, worn where wheels run, its edges' lines, and dashes."""
    middle, half = 1.8, 5.4

    def paint(piece: Piece) -> None:
        near, long = piece.metres.top(), piece.metres.height()

        def along(colour: QColor, x: float, wide: float) -> None:
            piece.painter.fillRect(QRectF(x - wide / 2, near, wide, long), colour)

        along(coat(stage, QColor("#8d8474")), middle, 2 * half + 1.8)
        along(coat(stage, ASPHALT), middle, 2 * half)
        for x in (-3.7, -1.9, 1.9, 3.7):
            along(faded(coat(stage, WORN), 0.22), middle + x, 0.6)
        for x in (middle - half + 0.35, middle + half - 0.35):
            along(coat(stage, LINE), x, 0.16)
        z = 9.0 * floor(near / 9.0) - 4.0
        while z < near + long:
            dash = QRectF(middle - 0.09, z, 0.18, 3.4)
            piece.painter.fillRect(dash, coat(stage, QColor("#f2c83c")))
            z += 9.0

    return paint


def railway(stage: Stage) -> None:
    """Two tracks on their sleepers, masts with wires, a signal, a platform."""
    country.paint_far(stage)
    country.paint_ground(stage, marks=_tracks(stage))
    painter = stage.painter
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for middle in (0.0, 4.4):
        _rails(stage, middle)
    _platform(stage)
    painter.restore()
    show(stage, country.props_of(stage, "behind"), SHAPES)
    masts = [Prop("rail_mast", 8.0, z) for z in (150.0, 100.0, 64.0, 38.0, 20.0)]
    _wires(stage, masts)
    show(stage, sorted([*masts, *country.props_of(stage)], key=lambda one: -one.z), SHAPES)
    row = lamps_of(stage)
    lamps.pools(stage, row)
    lamps.paint(stage, row)


def _tracks(stage: Stage) -> Paint:
    """Two beds of broken stone with their sleepers and the shadows of the rails."""
    seed = stage.chance("ballast").random()
    bed, far = coat(stage, QColor("#7d756e")), coat(stage, QColor("#625850"))
    old, new = QColor("#54453a"), QColor("#2e2620")
    sleepers = [coat(stage, mixed(old, new, 0.1 * part)) for part in range(5)]
    dark = coat(stage, QColor("#3a3230"))
    stones = [faded(coat(stage, QColor(one)), 0.7) for one in ("#a59c94", "#544e4a", "#8d857e")]

    def paint(piece: Piece) -> None:
        painter, whole = piece.painter, piece.metres
        near, long = whole.top(), whole.height()
        painter.fillRect(QRectF(-2.6, near, 9.4, long), bed)
        if piece.texel[1] > 0.4:
            for x in (-1.25, 3.15):
                painter.fillRect(QRectF(x, near, 2.5, long), far)
        else:
            for number in range(floor(near / 0.7), ceil(whole.bottom() / 0.7)):
                own = Random(f"{seed}/{number}")
                for x in (-1.25, 3.15):
                    painter.fillRect(QRectF(x, 0.7 * number, 2.5, 0.26), own.choice(sleepers))
                if piece.texel[1] < 0.03:
                    _stones(painter, stones, own, number)
        for x in (-0.72, 0.72, 3.68, 5.12):
            painter.fillRect(QRectF(x - 0.07, near, 0.14, long), dark)

    return paint


def _stones(painter: QPainter, colours: list[QColor], chance: Random, number: int) -> None:
    """Light and dark stones about one sleeper."""
    for _ in range(14):
        size = chance.uniform(0.04, 0.1)
        spot = QRectF(chance.uniform(-2.6, 6.7), 0.7 * (number + chance.random()), size, size)
        painter.fillRect(spot, chance.choice(colours))


def _rails(stage: Stage, middle: float) -> None:
    """The bright heads of two rails, a hand above the ground."""
    shine_ = mixed(stage.light.lit(STEEL, 0.9), stage.light.horizon, 0.45)
    for x in (middle - 0.72, middle + 0.72):
        stage.painter.fillPath(stripe(stage, (x - 0.045, x + 0.045), (0, END), 0.12), shine_)


def _platform(stage: Stage) -> None:
    """The platform at our left: its edge, a yellow line, its face."""
    painter, high = stage.painter, 0.55
    if stage.view.y < 0.8:
        return
    face = QPainterPath(stage.view.project(-2.6, 0, END))
    near = stage.view.z + 0.8
    for x, y, z in ((-2.6, high, END), (-2.6, high, near), (-2.6, 0, near)):
        face.lineTo(stage.view.project(x, y, z))
    painter.fillPath(face, _surfaced(stage, QColor("#6a6460")))
    painter.fillPath(
        stripe(stage, (-60.0, -2.6), (0, END), high), _surfaced(stage, QColor("#b5ada0"))
    )
    painter.fillPath(
        stripe(stage, (-3.4, -3.15), (0, END), high), _surfaced(stage, QColor("#f0c23c"))
    )


def _wires(stage: Stage, masts: list[Prop]) -> None:
    wire = stage.light.lit(QColor("#2c2e34"), 0.2, 30.0)
    painter = stage.painter
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(faded(wire, 0.8), stage.height / 700))
    for x in (0.2, 4.6):
        path = QPainterPath(stage.view.project(x, 6.1, 300.0))
        for i in range(24, -1, -1):
            z = stage.view.z + 1.5 + (150.0 - 1.5) * (i / 24) ** 2
            path.lineTo(stage.view.project(x, 6.1, z))
        painter.drawPath(path)
    painter.restore()


# Bridge ---------------------------------------------------------------------------------------


def bridge(stage: Stage) -> None:
    """A suspension bridge to walk on: deck, railings, towers and cables, the river and a city."""
    for row in city.ROWS[:2]:
        skyline.show(stage, row)
        if stage.light.lamps > 0.2:
            city.twinkle(stage, row)
    sea.paint(stage, 0.3, _uncovered(stage))
    painter = stage.painter
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for z in (150.0, 62.0):
        metres = QRectF(-8.0, -2.0, 16.0, 37.0)
        kept = strip.kept(stage, f"tower {z}", z, metres, lambda one, z=z: _tower(stage, one, z))
        strip.show(stage, kept)
    painter.fillPath(stripe(stage, (-DECK, DECK), (0, 260.0)), _surfaced(stage, QColor("#8d8880")))
    painter.fillPath(stripe(stage, (-3.6, 3.6), (0, 260.0)), _surfaced(stage, ASPHALT))
    dashes = QPainterPath()
    for i in range(28):
        dashes.addPath(stripe(stage, (-0.08, 0.08), (8.0 * i, 8.0 * i + 3.0)))
    painter.fillPath(dashes, _surfaced(stage, LINE))
    for side in (-1, 1):
        _cables(stage, side)
        _rail(stage, side)
    painter.restore()
    row_of_lamps = [
        Lamp(side * 4.6, z, 5.6) for z in (110.0, 70.0, 44.0, 26.0, 14.0) for side in (-1, 1)
    ]
    lamps.pools(stage, row_of_lamps)
    lamps.paint(stage, row_of_lamps)
    if {"rain", "storm"} & set(stage.scene.weather):
        reflection.wet(stage, stage.view.ground_y(40.0), 0.4)


def _uncovered(stage: Stage) -> float:
    """From which depth on the river shows beside the deck."""
    view = stage.view
    unit, aside = view.focal * view.zoom * view.height, view.pan * view.height
    left = (DECK + view.x) * unit / max(view.width / 2 - aside, 1.0)
    right = (DECK - view.x) * unit / max(view.width / 2 + aside, 1.0)
    return view.z + max(0.98 * min(left, right), 0.0)


def _tower(stage: Stage, painter: QPainter, z: float) -> None:
    """Two legs, lit on the sun's side, and what ties them."""
    steel, bright = stage.light.lit(QColor("#a8483a"), 0.5, z), faded(stage.light.key, 0.5)
    edge = 0.5 if stage.light.sun_x > 0.5 else -0.8
    for x in (-6.4, 6.4):
        painter.fillRect(QRectF(x - 0.8, -2.0, 1.6, 36.0), steel)
        painter.fillRect(QRectF(x + edge, -2.0, 0.3, 36.0), bright)
    for y in (8.0, 20.0, 32.0):
        painter.fillRect(QRectF(-6.4, y - 1.3, 12.8, 1.3), steel)


def _cables(stage: Stage, side: int) -> None:
    """The main cable hangs as a catenary between the towers; hangers carry the deck."""
    view = stage.view
    steel = stage.light.lit(QColor("#8f4034"), 0.4, 30.0)
    for near, far, lowest in ((62.0, 150.0, 106.0), (-10.0, 62.0, 12.0)):
        cable, first = [], max(near, view.z + 1.2)
        for i in range(31):
            z = first + (far - first) * i / 30
            y = 3.4 + 14.0 * (cosh((z - lowest) / 25.0) - 1.0) / (cosh(44.0 / 25.0) - 1.0)
            cable.append(view.project(side * 6.2, min(y, 33.0), z))
            if i % 3 == 1:
                foot = view.project(side * 6.2, 0.0, z).y()
                _upright(stage, cable[-1], foot, stage.height / 700, faded(steel, 0.7))
        fill_ribbon(stage.painter, Ribbon(cable, stage.height / 150), steel)


def _upright(stage: Stage, top: QPointF, foot: float, wide: float, colour: QColor) -> None:
    """A post or rope that stands straight up."""
    if top.x() + wide >= 0 and top.x() - wide <= stage.width:
        # Whole pixels: a smooth edge would cost ten times as much.
        across, left = max(round(wide), 1), round(top.x() - wide / 2)
        high = round(top.y())
        stage.painter.fillRect(QRect(left, high, across, round(foot) - high), colour)


def _rail(stage: Stage, side: int) -> None:
    view, x = stage.view, side * 5.9
    iron = stage.light.lit(QColor("#7a3a30"), 0.5, 10.0)
    z = ceil(view.z + 1.2)
    while z < 90:
        _upright(stage, view.project(x, 1.1, z), view.ground_y(z), stage.height / 500, iron)
        z += 2 if z < 30 else 6
    for y, wide in ((1.1, 200), (0.6, 420)):
        ends = [view.project(x, y, z) for z in (view.z + 0.9, 250.0)]
        fill_ribbon(stage.painter, Ribbon(ends, stage.height / wide), iron)

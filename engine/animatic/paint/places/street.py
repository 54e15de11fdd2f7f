"""A street corner: house fronts on both sides of a street that runs away from us.

The road in front runs across the frame, where cars and people pass; behind it the houses stand,
and between them a side street leads to its vanishing point.
"""

from dataclasses import dataclass, replace
from math import ceil, floor, sin, tau

import cv2
import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPainterPath, QPolygonF

from engine.animatic.build import build_of
from engine.animatic.camera import standing
from engine.animatic.light import faded, mixed
from engine.animatic.paint import facade, lamps, reflection, strip
from engine.animatic.paint.easel import painting
from engine.animatic.paint.facade import House, Neon
from engine.animatic.paint.lamps import Glow, Lamp, shine_all
from engine.animatic.paint.places.land import snowy
from engine.animatic.paint.places.town import paving
from engine.animatic.paint.slab import Paint, Piece, lay
from engine.animatic.paint.subjects import car, person
from engine.animatic.paint.surface import blank, over, pixels
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage
from engine.animatic.view import View

HOUSES_Z, GAP = 21.0, 6.4
"""Depth of the fronts, and half the width of the side street between its house fronts, metres."""

NEAREST_KERB = 2.4
"""Metres: the near kerb is never closer."""
PAVED, END = 2.6, 150.0
"""Metres of pavement before the houses, and the depth where the side street ends."""

FLANK, FINER = 17.0, 1.4
"""Metres that the tallest house down the side street is high; how much finer than the resting frame
those houses are painted."""

ASPHALT, STONE, LINE = QColor("#565a62"), QColor("#a49d94"), QColor("#e6e0d0")
ON_THE_ROAD = frozenset({"car", "person"})


@dataclass(frozen=True, slots=True)
class Layout:
    """Depths of this street: `front` of the houses, `kerb` of their pavement, `near` kerb."""

    front: float
    kerb: float
    near: float


def paint(stage: Stage) -> None:
    """Sky's end, side street, fronts, ground, lamps, those who pass; then rain's mirror."""
    layout = layout_of(stage)
    houses = stage.wardrobe.keep("houses", lambda: _houses(stage, layout))
    stage.painter.save()
    stage.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    lay(stage, "street", _ground(stage, layout))
    _side_street(stage, layout)
    for side in (-1, 1):
        _fronts(stage, layout, side, houses)
    row = _lamps(stage, layout)
    lamps.pools(stage, row)
    _window_light(stage, layout, houses)
    stage.painter.restore()
    _standing(stage, layout, row)
    _neon(stage, layout, houses)
    if {"rain", "storm"} & set(stage.scene.weather):
        reflection.wet(stage, stage.view.ground_y(layout.kerb), 0.5)


def layout_of(stage: Stage) -> Layout:
    """The houses stand behind everything that drives or walks past, the near kerb before all that
    drives."""
    standing = [one.z for one in stage.scene.subjects if one.kind in ON_THE_ROAD and one.z < 60]
    front = max([HOUSES_Z, *(z + PAVED + 1.5 for z in standing)])
    driven = [one.z - 1.6 for one in stage.scene.subjects if build_of(one.kind).way == "drive"]
    near = min([0.42 * front, *(max(z, NEAREST_KERB) for z in driven)])
    return Layout(front, front - PAVED, near)


# Houses ---------------------------------------------------------------------------------------


def _houses(stage: Stage, layout: Layout) -> list[House]:
    """Both rows of fronts, from the corner outwards."""
    far = strip.reach(stage, layout.front, 12.0)
    made: list[House] = []
    for side in (-1, 1):
        chance, x, number = stage.chance(f"houses/{side}"), GAP, 0
        while x < far:
            house = facade.house(chance, side, x, number)
            made.append(house)
            x += house.width
            number += 1
    return made


def _fronts(stage: Stage, layout: Layout, side: int, houses: list[House]) -> None:
    """The fronts of one side, painted once."""
    far = strip.reach(stage, layout.front, 12.0) + 12.0
    left = GAP - 1.0 if side > 0 else -far
    high = min(strip.top(stage, layout.front), facade.HIGHEST)
    metres = QRectF(left, -0.2, far - GAP + 1.0, high + 0.2)

    def draw(painter: QPainter) -> None:
        for house in houses:
            if house.side == side:
                facade.paint(stage, painter, house, layout.front)

    shown = strip.kept(stage, f"fronts {side}", layout.front, metres, draw)
    strip.show(stage, shown)


def _side_street(stage: Stage, layout: Layout) -> None:
    """What closes the side street, and the flanks of its houses on both sides."""
    _vanishing(stage)
    for side in (-1, 1):
        flank = stage.wardrobe.keep(
            ("flank", side, stage.width), lambda side=side: _flank_of(stage, layout, side)
        )
        _show_flank(stage, layout, side, flank)


@dataclass(frozen=True, slots=True)
class Flank:
    """One side of the side street as the resting camera sees it: premultiplied, with the corners
    of its plane in the picture's pixels."""

    image: QImage
    corners: np.ndarray


def _plane(view: View, layout: Layout, side: int) -> np.ndarray:
    """Where four corners of a side of the side street lie: float32 (4, 2) pixels."""
    corners = [(0.0, layout.front), (FLANK, layout.front), (FLANK, END), (0.0, END)]
    spots = [view.project(side * GAP, y, z) for y, z in corners]
    return np.array([[one.x(), one.y()] for one in spots], np.float32)


def _flank_of(stage: Stage, layout: Layout, side: int) -> Flank:
    """Paint the houses of one side, the farthest first."""
    rest = standing(stage.scene, stage.width, stage.height)
    view = replace(rest, width=round(FINER * rest.width), height=round(FINER * rest.height))
    corners = _plane(view, layout, side)
    left, top = corners.min(axis=0)
    right, bottom = corners.max(axis=0)
    image = blank(ceil(right - left) + 2, ceil(bottom - top) + 2)
    blocks = [one for one in _blocks(stage, layout) if one[0] == side]
    with painting(image) as painter:
        painter.translate(1.0 - left, 1.0 - top)
        for block in sorted(blocks, key=lambda one: -one[1]):
            _flank(replace(stage, painter=painter, view=view), *block)
    return Flank(image, corners - np.float32([left - 1.0, top - 1.0]))


def _show_flank(stage: Stage, layout: Layout, side: int, flank: Flank) -> None:
    """Lay a flank into the frame: from one view of a plane to another leads a homography."""
    if stage.view.z > layout.front - 1.0:
        return
    corners = _plane(stage.view, layout, side)
    left, top = np.maximum(np.floor(corners.min(axis=0)), 0).astype(int)
    right, bottom = np.ceil(corners.max(axis=0)).astype(int)
    wide, tall = min(right, stage.width) - left, min(bottom, stage.height) - top
    if wide < 1 or tall < 1:
        return
    matrix = cv2.getPerspectiveTransform(flank.corners, corners - np.float32([left, top]))
    shown = cv2.warpPerspective(pixels(flank.image), matrix, (int(wide), int(tall)))
    stage.painter.drawImage(int(left), int(top), over(shown, see_through=True))


Block = tuple[int, float, float, float, QColor]


def _blocks(stage: Stage, layout: Layout) -> list[Block]:
    """Side, depth of near and far end, height and colour of each house down the side street."""
    made: list[Block] = []
    for side in (-1, 1):
        chance, z = stage.chance(f"blocks/{side}"), layout.front + 0.05
        while z < END:
            deep = chance.uniform(9.0, 15.0) * (1 + (z - layout.front) / 90)
            height = chance.uniform(8.5, 15.5)
            made.append((side, z, z + deep, height, QColor(chance.choice(facade.WALLS))))
            z += deep
    return made


def _vanishing(stage: Stage) -> None:
    """A pale tower and gable close the side street, almost lost in the air."""
    light, view = stage.light, stage.view
    colour = mixed(light.lit(QColor("#8d8791"), 0.4), mixed(light.haze, light.horizon, 0.5), 0.62)
    outline = [
        (-GAP, 0.0), (-GAP, 9.5), (-2.6, 9.5), (-2.6, 16.0), (-1.3, 22.5), (0.0, 16.0), (0.0, 11.0),
        (3.0, 13.5), (GAP, 11.0), (GAP, 0.0),
    ]  # fmt: skip
    path = QPainterPath()
    path.addPolygon(QPolygonF([view.project(x, y, END) for x, y in outline]))
    path.closeSubpath()
    stage.painter.fillPath(path, colour)


def _flank(stage: Stage, side: int, near: float, far: float, height: float, wall: QColor) -> None:
    """One wall seen from the side: rows of windows that shrink towards the end."""
    light, view = stage.light, stage.view
    near, x = max(near, view.z + 0.8), side * GAP
    if far <= near:
        return
    sunward = (light.sun_x - 0.5) * side < 0
    facing, air = (0.75 if sunward else 0.22), 3.0 * near
    base = light.lit(wall, facing, air)
    shade = QLinearGradient(view.project(x, 0, near), view.project(x, 0, far))
    shade.setColorAt(0, base)
    shade.setColorAt(1, light.lit(wall, 0.85 * facing, 3.0 * far))
    stage.painter.fillPath(_wall(view, x, (near, far), (0.0, height)), shade)
    shop = light.lit(mixed(wall, QColor("#2c2a2c"), 0.6), facing, air)
    stage.painter.fillPath(_wall(view, x, (near, far), (0.0, 3.4)), shop)
    cornice = light.lit(mixed(wall, QColor("#f2ead8"), 0.5), min(facing + 0.2, 1.0), air)
    stage.painter.fillPath(_wall(view, x, (near, far), (height - 0.35, height)), cornice)
    _flank_windows(stage, side, near, far, height)


def _wall(
    view: View, x: float, depths: tuple[float, float], heights: tuple[float, float]
) -> QPainterPath:
    path = QPainterPath()
    (near, far), (low, high) = depths, heights
    corners = [(low, near), (high, near), (high, far), (low, far)]
    path.addPolygon(QPolygonF([view.project(x, y, z) for y, z in corners]))
    path.closeSubpath()
    return path


def _flank_windows(stage: Stage, side: int, near: float, far: float, height: float) -> None:
    chance = stage.chance(f"flank/{side}/{far:.2f}")
    light, view, x = stage.light, stage.view, side * GAP
    dark, lit = QPainterPath(), QPainterPath()
    step, floors = 2.6, int((height - 4.2) / 2.9)
    for i in range(int((far - near) / step)):
        z = near + (i + 0.3) * step
        shop = lit if chance.random() < 0.75 * light.lamps else dark
        shop.addPath(_wall(view, x, (z, z + 1.5), (0.8, 2.7)))
        for j in range(floors):
            low = 4.2 + 2.9 * j
            into = lit if chance.random() < 0.4 * light.lamps else dark
            into.addPath(_wall(view, x, (z, z + 1.1), (low, low + 1.6)))
    stage.painter.fillPath(dark, light.lit(QColor("#34424f"), 0.3, 3.0 * near))
    stage.painter.fillPath(lit, light.far(QColor("#ffcf86"), near))


# Ground ---------------------------------------------------------------------------------------


def _ground(stage: Stage, layout: Layout) -> Paint:
    """Asphalt with its crossing and dashes, pavements on both sides, the side street's mouth."""
    light = stage.light
    black, stone = _snowed(stage, light.lit(ASPHALT, 0.5)), _snowed(stage, light.lit(STONE, 0.58))
    inner = GAP - 2.2
    slabs = paving(stage, 1.2)

    def paint(piece: Piece) -> None:
        painter, whole = piece.painter, piece.metres
        left, wide = whole.left(), whole.width()
        painter.fillRect(whole, black)
        for z in (0.42, 0.72):
            worn = QRectF(left, layout.near + z * (layout.kerb - layout.near) - 0.5, wide, 1.0)
            painter.fillRect(worn, faded(light.lit(QColor("#7a7b7e"), 0.5), 0.16))
        painter.fillRect(QRectF(left, layout.kerb, wide, PAVED), stone)
        for x in (-GAP, inner):
            painter.fillRect(QRectF(x, layout.kerb, GAP - inner, END - layout.kerb), stone)
        painter.fillRect(QRectF(-inner, layout.kerb - 0.1, 2 * inner, PAVED + 8.0), black)
        if whole.top() < layout.near:
            painter.save()
            near = QRectF(left, whole.top(), wide, layout.near - whole.top())
            painter.setClipRect(near)
            painter.fillRect(near, stone)
            slabs(piece)
            painter.restore()
        for z in (layout.kerb, layout.near):
            _kerb(stage, painter, left, wide, z)
        _markings(stage, layout, piece)

    return paint


def _snowed(stage: Stage, colour: QColor) -> QColor:
    if not snowy(stage):
        return colour
    return mixed(colour, stage.light.lit(QColor("#eaf0f8"), 0.6), 0.65)


def _kerb(stage: Stage, painter: QPainter, left: float, wide: float, z: float) -> None:
    """A pale edge and the gutter's shadow before it."""
    colour = _snowed(stage, stage.light.lit(QColor("#cfc8ba"), 0.65))
    painter.fillRect(QRectF(left, z - 0.12, wide, 0.3), colour)
    dark = faded(stage.light.lit(QColor("#2a2a2e"), 0.2), 0.6)
    painter.fillRect(QRectF(left, z - 0.34, wide, 0.22), dark)


def _markings(stage: Stage, layout: Layout, piece: Piece) -> None:
    """A zebra crossing at the mouth of the side street, and dashes along the road."""
    white = faded(stage.light.lit(LINE, 0.6), 0.7)
    for i in range(7):
        bar = QRectF(-GAP + 2.6 + 1.25 * i, layout.kerb - 3.2, 0.6, 2.6)
        piece.painter.fillRect(bar, white)
    middle = (layout.near + layout.kerb) / 2 - 1.2
    x = 4.0 * floor(piece.metres.left() / 4.0)
    while x < piece.metres.right():
        piece.painter.fillRect(QRectF(x, middle - 0.08, 1.9, 0.16), white)
        x += 4.0


# What stands and shines -----------------------------------------------------------------------


def _lamps(stage: Stage, layout: Layout) -> list[Lamp]:
    along = [Lamp(side * x, layout.kerb + 0.3, 5.6) for side in (-1, 1) for x in (6.9, 18.0, 29.0)]
    away = [
        Lamp(side * (GAP - 1.9), z, 5.6)
        for side in (-1, 1)
        for z in (layout.front + 14, layout.front + 34, layout.front + 64)
    ]
    return along + away


def _standing(stage: Stage, layout: Layout, row: list[Lamp]) -> None:
    """Those who walk along the far pavement, parked cars, lamps; behind the scene's subjects."""
    lamps.paint(stage, [lamp for lamp in row if lamp.z > layout.front])
    for walker in _walkers(stage, layout):
        person.paint(stage, walker)
    lamps.paint(stage, [lamp for lamp in row if lamp.z <= layout.front])
    for parked in _parked(stage, layout):
        car.paint_parked(stage, parked)


def _walkers(stage: Stage, layout: Layout) -> list[Subject]:
    chance, half = stage.chance("walkers"), strip.reach(stage, layout.front, 0.0)
    if "person" in stage.scene.without:
        return []
    number = 3 if {"rain", "storm", "snow"} & set(stage.scene.weather) else 4
    made = []
    for _ in range(number):
        heading = chance.choice((-1, 1))
        x, z = chance.uniform(-half, half), layout.front - chance.uniform(0.6, PAVED - 0.7)
        pace = chance.uniform(0.9, 1.45)
        made.append(Subject("person", x, z, heading, pace, "", chance.random()))
    return sorted(made, key=lambda one: -one.z)


def _parked(stage: Stage, layout: Layout) -> list[Subject]:
    if "car" in stage.scene.without:
        return []
    chance = stage.chance("parked")
    places = [(-15.5, 1), (12.5, -1), (19.5, -1), (-24.0, 1)]
    z = layout.kerb - 1.1
    return [Subject("car", x, z, way, 0.0, "", chance.random()) for x, way in places]


def _window_light(stage: Stage, layout: Layout, houses: list[House]) -> None:
    """Shop windows throw their light on the pavement before them."""
    if stage.light.lamps < 0.15:
        return
    view, glows = stage.view, []
    for house in houses:
        x = view.project(house.middle, 0, layout.front).x()
        wide = 0.75 * house.width * view.pixels_per_metre(layout.front)
        if not -wide < x < stage.width + wide:
            continue
        top, low = view.ground_y(layout.front + 1.0), view.ground_y(layout.kerb - 2.2)
        spot = QRectF(x - wide, top, 2 * wide, low - top)
        glows.append(Glow(facade.SHOP_LIGHT, spot, 0.55 * stage.light.lamps))
    shine_all(stage, glows)


def _neon(stage: Stage, layout: Layout, houses: list[House]) -> None:
    """The glow of the signs; one of them has a bad contact."""
    if not stage.light.night:
        return
    glows = []
    for sign in [one.neon for one in houses if one.neon is not None]:
        power = _flicker(sign, stage.t)
        centre = stage.view.project(sign.x, sign.y, layout.front)
        reach = 3.1 * stage.view.pixels_per_metre(layout.front)
        spot = QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach)
        if spot.right() > 0 and spot.left() < stage.width:
            glows.append(Glow(sign.colour, spot, 0.6 * power))
    shine_all(stage, glows)


def _flicker(sign: Neon, t: float) -> float:
    if not sign.broken:
        return 0.92 + 0.08 * sin(tau * 1.3 * t)
    beat = sin(tau * 0.37 * t + sign.x) + sin(tau * 1.7 * t) + sin(tau * 4.3 * t)
    return 0.25 if beat > 1.5 else 1.0

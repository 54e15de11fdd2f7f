"""A street corner: house fronts on both sides of a street that runs away from us.

The road in front runs across the frame, where cars and people pass; behind it the houses stand,
and between them a side street leads to its vanishing point.
"""

from dataclasses import dataclass
from math import sin, tau

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPolygonF

from engine.animatic.light import faded, mixed, multiplied
from engine.animatic.paint import facade, lamps, reflection, strip
from engine.animatic.paint.facade import House, Neon
from engine.animatic.paint.lamps import Lamp, shine
from engine.animatic.paint.subjects import car, person
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage
from engine.animatic.view import View

HOUSES_Z, GAP = 21.0, 6.4
"""Depth of the fronts, and half the width of the side street between its house fronts, metres."""

PAVED, END = 2.6, 150.0
"""Metres of pavement before the houses, and the depth where the side street ends."""

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
    _ground(stage, layout)
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
    """The houses stand behind everything that drives or walks past."""
    standing = [one.z for one in stage.scene.subjects if one.kind in ON_THE_ROAD and one.z < 60]
    front = max([HOUSES_Z, *(z + PAVED + 1.5 for z in standing)])
    return Layout(front, front - PAVED, 0.42 * front)


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
    """The flanks of the houses down the side street, the farthest first, in perspective."""
    blocks = stage.wardrobe.keep("blocks", lambda: _blocks(stage, layout))
    _vanishing(stage)
    for block in sorted(blocks, key=lambda one: -one[1]):
        _flank(stage, *block)


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


def _ground(stage: Stage, layout: Layout) -> None:
    view, light, painter = stage.view, stage.light, stage.painter
    horizon = view.horizon_y()
    _band(stage, horizon, stage.height + 1.0, ASPHALT, 0.55)
    for side in (-1, 1):
        walk = _floor(stage, (side * (GAP - 2.2), side * GAP), (layout.kerb, END))
        painter.fillPath(walk, _snowed(stage, light.lit(STONE, 0.55, 40)))
    _band(stage, view.ground_y(layout.front), view.ground_y(layout.kerb), STONE, 0.62)
    mouth = _floor(stage, (-GAP + 2.2, GAP - 2.2), (layout.kerb - 0.1, layout.front + 8))
    painter.fillPath(mouth, _snowed(stage, light.lit(ASPHALT, 0.55, 20)))
    _kerb(stage, layout.kerb)
    _markings(stage, layout)
    _band(stage, view.ground_y(layout.near), stage.height + 1.0, STONE, 0.5)
    _kerb(stage, layout.near)
    _joints(stage, layout)


def _snowed(stage: Stage, colour: QColor) -> QColor:
    if "snow" not in stage.scene.weather:
        return colour
    return mixed(colour, stage.light.lit(QColor("#eaf0f8"), 0.6), 0.65)


def _band(stage: Stage, top: float, bottom: float, colour: QColor, facing: float) -> None:
    if bottom <= top or top > stage.height:
        return
    light = stage.light
    shade = QLinearGradient(QPointF(0, top), QPointF(0, bottom))
    shade.setColorAt(0, _snowed(stage, light.lit(colour, facing, 50)))
    near = multiplied(light.lit(colour, 0.75 * facing), QColor("#c2c2ca"))
    shade.setColorAt(1, _snowed(stage, near))
    stage.painter.fillRect(QRectF(0, top, stage.width, bottom - top + 1), shade)


def _floor(stage: Stage, xs: tuple[float, float], zs: tuple[float, float]) -> QPainterPath:
    """A rectangle on the ground, cut off before the camera."""
    near = max(zs[0], stage.view.z + 0.8)
    corners = [(xs[0], near), (xs[1], near), (xs[1], zs[1]), (xs[0], zs[1])]
    path = QPainterPath()
    path.addPolygon(QPolygonF([stage.view.project(x, 0, z) for x, z in corners]))
    path.closeSubpath()
    return path


def _kerb(stage: Stage, z: float) -> None:
    if z - stage.view.z < 0.8:
        return
    y, scale = stage.view.ground_y(z), stage.view.pixels_per_metre(z)
    colour = _snowed(stage, stage.light.lit(QColor("#cfc8ba"), 0.65, z))
    stage.painter.fillRect(QRectF(0, y - 0.05 * scale, stage.width, 0.13 * scale), colour)
    dark = faded(stage.light.lit(QColor("#2a2a2e"), 0.2, z), 0.6)
    stage.painter.fillRect(QRectF(0, y + 0.08 * scale, stage.width, 0.05 * scale), dark)


def _markings(stage: Stage, layout: Layout) -> None:
    """A zebra crossing at the mouth of the side street, and dashes along the road."""
    paint_ = faded(stage.light.lit(LINE, 0.6, 15), 0.7)
    stripes = QPainterPath()
    for i in range(7):
        x = -GAP + 2.6 + 1.25 * i
        stripes.addPath(_floor(stage, (x, x + 0.6), (layout.kerb - 3.2, layout.kerb - 0.6)))
    middle = (layout.near + layout.kerb) / 2 - 1.2
    for i in range(-12, 13):
        x = 4.0 * i + stage.view.x - stage.view.x % 4.0
        stripes.addPath(_floor(stage, (x, x + 1.9), (middle - 0.08, middle + 0.08)))
    stage.painter.fillPath(stripes, paint_)


def _joints(stage: Stage, layout: Layout) -> None:
    """Joints between the slabs of the near pavement."""
    near, far = max(stage.view.z + 1.2, 1.6), layout.near
    if far <= near:
        return
    lines = QPainterPath()
    start = stage.view.x - stage.view.x % 1.2
    for i in range(-14, 15):
        lines.moveTo(stage.view.project(start + 1.2 * i, 0, near))
        lines.lineTo(stage.view.project(start + 1.2 * i, 0, far))
    z = far - 0.4
    while z > near:
        y = stage.view.ground_y(z)
        lines.moveTo(0, y)
        lines.lineTo(stage.width, y)
        z -= 1.2
    stage.painter.setPen(faded(stage.light.lit(QColor("#4c4843"), 0.4), 0.35))
    stage.painter.drawPath(lines)


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
    number = 4 if {"rain", "storm", "snow"} & set(stage.scene.weather) else 6
    made = []
    for _ in range(number):
        heading = chance.choice((-1, 1))
        x, z = chance.uniform(-half, half), layout.front - chance.uniform(0.6, PAVED - 0.7)
        pace = chance.uniform(0.9, 1.45)
        made.append(Subject("person", x, z, heading, pace, "", chance.random()))
    return sorted(made, key=lambda one: -one.z)


def _parked(stage: Stage, layout: Layout) -> list[Subject]:
    chance = stage.chance("parked")
    places = [(-15.5, 1), (12.5, -1), (19.5, -1), (-24.0, 1)]
    z = layout.kerb - 1.1
    return [Subject("car", x, z, way, 0.0, "", chance.random()) for x, way in places]


def _window_light(stage: Stage, layout: Layout, houses: list[House]) -> None:
    """Shop windows throw their light on the pavement before them."""
    if stage.light.lamps < 0.15:
        return
    view = stage.view
    for house in houses:
        x = view.project(house.middle, 0, layout.front).x()
        wide = 0.75 * house.width * view.pixels_per_metre(layout.front)
        if not -wide < x < stage.width + wide:
            continue
        top, low = view.ground_y(layout.front + 1.0), view.ground_y(layout.kerb - 2.2)
        spot = QRectF(x - wide, top, 2 * wide, low - top)
        shine(stage, facade.SHOP_LIGHT, spot, 0.55 * stage.light.lamps)


def _neon(stage: Stage, layout: Layout, houses: list[House]) -> None:
    """The glow of the signs; one of them has a bad contact."""
    if not stage.light.night:
        return
    for sign in [one.neon for one in houses if one.neon is not None]:
        power = _flicker(sign, stage.t)
        centre = stage.view.project(sign.x, sign.y, layout.front)
        reach = 3.1 * stage.view.pixels_per_metre(layout.front)
        spot = QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach)
        if spot.right() > 0 and spot.left() < stage.width:
            shine(stage, sign.colour, spot, 0.6 * power)


def _flicker(sign: Neon, t: float) -> float:
    if not sign.broken:
        return 0.92 + 0.08 * sin(tau * 1.3 * t)
    beat = sin(tau * 0.37 * t + sign.x) + sin(tau * 1.7 * t) + sin(tau * 4.3 * t)
    return 0.25 if beat > 1.5 else 1.0

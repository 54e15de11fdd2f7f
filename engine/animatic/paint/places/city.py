"""A city over a river: three rows of towers in the haze, the water, a quay with lamps in front."""

from math import ceil, floor, sin, tau

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen, QPolygonF

from engine.animatic.light import faded, mixed, multiplied
from engine.animatic.paint import lamps, plate, reflection, skyline
from engine.animatic.paint.lamps import Lamp, shine
from engine.animatic.paint.skyline import Row, buildings, mast_top, panes
from engine.animatic.scene import Scene, snow_lies
from engine.animatic.stage import Stage

ROWS = (
    Row("far", 1250.0, 500.0, 70.0, 62.0, 9.0, (0.58, 0.93)),
    Row("middle", 620.0, 235.0, 42.0, 36.0, 5.4, (0.24, 0.82)),
    Row("front", 270.0, 56.0, 12.0, 19.0, 3.3, (0.05, 0.6)),
)
FAR_BANK, NEAR_QUAY = 255.0, 9.0
LAMP_EVERY = 13.0
WARNING = QColor("#ff4436")
BLINK_SECONDS = 1.8
ON_THE_ROAD = frozenset({"car", "person", "tree", "rocket", "lighthouse"})


def paint(stage: Stage) -> None:
    """From the far towers to the pavement at our feet."""
    stage.painter.save()
    for row in ROWS:
        skyline.show(stage, row)
        if stage.light.lamps > 0.2:
            twinkle(stage, row)
            warnings(stage, row)
    plate.flat(stage, "bank", FAR_BANK, _bank)
    stage.painter.restore()
    quay = quay_depth(stage.scene)
    reflection.river(stage, stage.view.ground_y(FAR_BANK), stage.view.ground_y(quay))
    stage.painter.save()
    _pavement(stage, quay)
    row_of_lamps = _lamps(stage, quay)
    lamps.pools(stage, row_of_lamps)
    if quay - stage.view.z > 0.5:
        plate.flat(stage, "railing", quay, lambda there: _railing(there, quay))
    lamps.paint(stage, row_of_lamps)
    stage.painter.restore()
    if {"rain", "storm"} & set(stage.scene.weather):
        reflection.wet(stage, stage.view.ground_y(quay - 0.2), 0.42)


def quay_depth(scene: Scene) -> float:
    """How far off the river begins: at our feet, or behind all that stands on the road."""
    standing = [one.z for one in scene.subjects if one.kind in ON_THE_ROAD and one.z < 120]
    return max([NEAR_QUAY, *(z + 5.0 for z in standing)])


# Lights ---------------------------------------------------------------------------------------


def twinkle(stage: Stage, row: Row) -> None:
    """A few windows go on and off, each in its own slow rhythm."""
    painter, scale = stage.painter, stage.view.pixels_per_metre(row.z)
    for pane, colour, period, phase in stage.wardrobe.keep(
        ("twinkle", row.name), lambda: _twinklers(stage, row)
    ):
        on = min(max(4.0 * sin(tau * (stage.t / period + phase)), -1.0), 1.0)
        if on > -0.99:
            corner = stage.view.project(pane.x(), pane.y() + pane.height(), row.z)
            size = QRectF(corner.x(), corner.y(), pane.width() * scale, pane.height() * scale)
            painter.fillRect(size, faded(colour, stage.light.lamps * (0.5 + 0.5 * on)))


def _twinklers(stage: Stage, row: Row) -> list[tuple[QRectF, QColor, float, float]]:
    chance, chosen = stage.chance(f"twinkle/{row.name}"), []
    for one in buildings(stage, row):
        windows = panes(row, one)
        for _ in range(2 if windows else 0):
            colour = skyline.through_air(stage, row, QColor(chance.choice(skyline.GLOWS)), 0.5)
            pane = chance.choice(windows)
            chosen.append((pane, colour, chance.uniform(5.0, 17.0), chance.random()))
    return chosen


def warnings(stage: Stage, row: Row) -> None:
    """Red lights on the masts swell and fade, not all together."""
    for i, one in enumerate(buildings_with_masts(stage, row)):
        swell = max(sin(tau * (stage.t / BLINK_SECONDS + 0.37 * i)), 0.0) ** 2
        centre = stage.view.project(*one, row.z)
        reach = 0.011 * stage.height
        spot = QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach)
        if swell > 0.02 and spot.right() > 0 and spot.left() < stage.width:
            shine(stage, WARNING, spot, swell * stage.light.lamps)


def buildings_with_masts(stage: Stage, row: Row) -> list[tuple[float, float]]:
    """Where a row's warning lights are, metres."""
    return stage.wardrobe.keep(
        ("masts", row.name),
        lambda: [top for one in buildings(stage, row) if (top := mast_top(one)) is not None],
    )


# Ground ---------------------------------------------------------------------------------------


def _bank(stage: Stage) -> None:
    """The far bank: a dark wall of stone, and the lights of the road along it."""
    light, view = stage.light, stage.view
    top, foot = view.project(0, 2.0, FAR_BANK).y(), view.ground_y(FAR_BANK) + 1
    wall = light.lit(QColor("#6b675f"), 0.25, FAR_BANK)
    stage.painter.fillRect(QRectF(0, top, stage.width, foot - top), wall)
    if light.lamps < 0.2:
        return
    for i in _across(stage, FAR_BANK, 13.0):
        centre = view.project(13.0 * i, 5.0, FAR_BANK)
        reach = 4.0 * view.pixels_per_metre(FAR_BANK)
        spot = QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach)
        shine(stage, lamps.WARM, spot, 0.9 * light.lamps)


def _across(stage: Stage, z: float, every: float) -> range:
    """Whole numbers n for which n * every lies in the frame at depth z, with a margin."""
    half = (stage.width / 2 + abs(stage.view.pan) * stage.height) / stage.view.pixels_per_metre(z)
    middle = stage.view.x
    return range(floor((middle - half) / every) - 1, ceil((middle + half) / every) + 2)


def _pavement(stage: Stage, quay: float) -> None:
    """Stone slabs by the water; where cars or people need it, a road before them."""
    view, kerb = stage.view, max(quay - 4.0, 0.6 * quay)
    stone, road = QColor("#a39c92"), QColor("#5d6068")
    if quay <= NEAR_QUAY:
        _ground(stage, view.ground_y(quay), stage.height + 1.0, stone, 0.7)
        _slabs(stage, quay, 3.0)
        return
    _ground(stage, view.ground_y(quay), view.ground_y(kerb), stone, 0.7)
    _slabs(stage, quay, kerb)
    _ground(stage, view.ground_y(kerb), stage.height + 1.0, road, 0.5)
    edge = stage.light.lit(QColor("#c9c2b4"), 0.6, 20)
    high = 0.14 * view.pixels_per_metre(kerb)
    stage.painter.fillRect(QRectF(0, view.ground_y(kerb) - 0.3 * high, stage.width, high), edge)
    for i in _across(stage, 0.55 * kerb, 6.0):
        _dash(stage, 6.0 * i, 0.55 * kerb)


def _slabs(stage: Stage, far: float, near: float) -> None:
    """Joints of the paving, running away from us and across."""
    painter, view = stage.painter, stage.view
    near = max(near, view.z + 1.5)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(faded(stage.light.lit(QColor("#57524c"), 0.4), 0.4), stage.height / 900))
    for i in _across(stage, far, 1.4):
        painter.drawLine(view.project(1.4 * i, 0, far), view.project(1.4 * i, 0, near))
    z = far
    while z > near:
        y = view.ground_y(z)
        painter.drawLine(QPointF(0, y), QPointF(stage.width, y))
        z -= 0.9


def _dash(stage: Stage, x: float, z: float) -> None:
    corners = [(x, z + 0.15), (x + 2.6, z + 0.15), (x + 2.6, z - 0.15), (x, z - 0.15)]
    spots = [stage.view.project(px, 0, max(pz, stage.view.z + 1.0)) for px, pz in corners]
    stage.painter.setBrush(faded(stage.light.lit(QColor("#e8e2d2"), 0.6, 15), 0.75))
    pen = stage.painter.pen()
    stage.painter.setPen(QColor(0, 0, 0, 0))
    stage.painter.drawPolygon(QPolygonF(spots))
    stage.painter.setPen(pen)


def _ground(stage: Stage, top: float, bottom: float, colour: QColor, facing: float) -> None:
    light = stage.light
    if bottom <= top:
        return
    shade = QLinearGradient(QPointF(0, top), QPointF(0, bottom))
    far = light.lit(colour, facing, 60)
    near = multiplied(light.lit(colour, 0.7 * facing), QColor("#b8b8c0"))
    if snow_lies(stage.scene):
        far, near = (mixed(one, light.lit(QColor("#eef3fa"), 0.6), 0.7) for one in (far, near))
    shade.setColorAt(0, far)
    shade.setColorAt(1, near)
    stage.painter.fillRect(QRectF(0, top, stage.width, bottom - top + 1), shade)


def _lamps(stage: Stage, quay: float) -> list[Lamp]:
    z = quay - 0.5
    return [Lamp(LAMP_EVERY * i - 4.6, z, 5.2) for i in _across(stage, z, LAMP_EVERY)]


def _railing(stage: Stage, quay: float) -> None:
    """Iron railing along the water: thin bars between posts on a stone kerb."""
    view, light, painter = stage.view, stage.light, stage.painter
    scale, foot = view.pixels_per_metre(quay), view.ground_y(quay)
    iron = light.lit(QColor("#2f343c"), 0.3, quay)
    stone = light.lit(QColor("#b3a996"), 0.75, quay)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(QRectF(0, foot - 0.12 * scale, stage.width, 0.14 * scale), stone)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if scale > 40:
        for i in _across(stage, quay, 0.16):
            x = view.project(0.16 * i, 0, quay).x()
            painter.fillRect(QRectF(x, foot - scale, 0.022 * scale, 0.88 * scale), faded(iron, 0.9))
    for i in _across(stage, quay, 1.92):
        x = view.project(1.92 * i, 0, quay).x()
        painter.fillRect(QRectF(x, foot - 1.1 * scale, 0.07 * scale, scale), iron)
    for height, thick in ((1.04, 0.07), (0.86, 0.03), (0.24, 0.035)):
        painter.fillRect(QRectF(0, foot - height * scale, stage.width, thick * scale), iron)
    glint = faded(light.key, 0.25 if light.night else 0.5)
    painter.fillRect(QRectF(0, foot - 1.04 * scale, stage.width, 0.014 * scale), glint)

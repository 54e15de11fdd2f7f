"""Skylines: rows of buildings at one depth, painted once as a wide strip, in metres."""

from dataclasses import dataclass
from math import exp
from random import Random

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF

from engine.animatic.light import faded, mixed, multiplied
from engine.animatic.paint import strip
from engine.animatic.scene import snow_lies
from engine.animatic.stage import Stage

WALLS = ("#8d99a8", "#a9a49a", "#bda88e", "#7c8898", "#c6bbaa", "#6d7d91", "#a2836d", "#5f7f9c")
GLOWS = ("#ffd489", "#ffe4b0", "#ffc56a", "#fff1d6", "#cfe3ff")
LOW_ROOFS = ("flat", "tanks", "crown", "flat", "dome")
TALL_ROOFS = ("steps", "mast", "flat", "spire", "slant", "mast", "tanks", "steps")
GROUND = -4.0


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a skyline: its depth, how tall and wide its buildings are, and the distance of
    its windows, all in metres. `air` is how much haze lies before it on a clear day, 0 to 1, and at
    most on a foggy one."""

    name: str
    z: float
    tall: float
    low: float
    wide: float
    pitch: float
    air: tuple[float, float]

    @property
    def top(self) -> float:
        """Nothing of the row is higher than this."""
        return 1.75 * self.tall


@dataclass(frozen=True, slots=True)
class Building:
    """A tower: left edge `x`, sizes in metres, and `side`, the part of its front that is its
    flank (negative on the left)."""

    x: float
    width: float
    height: float
    roof: str
    wall: QColor
    windows: str
    side: float
    number: int


def buildings(stage: Stage, row: Row) -> list[Building]:
    """The buildings of a row, from left to right, wide enough for every camera move."""
    chance, half = stage.chance(f"skyline/{row.name}"), reach(stage, row)
    centre = chance.uniform(-0.35, 0.35) * row.z
    x, number, made = -half, 0, []
    while x < half:
        width = row.wide * chance.uniform(0.6, 1.5)
        crowd = 0.35 + 0.65 * exp(-(((x - centre) / (0.42 * row.z)) ** 2))
        height = row.low + (row.tall - row.low) * crowd * chance.random() ** 1.3
        made.append(_building(chance, x, width, height, row, number))
        x += width * chance.uniform(0.82, 1.12)
        number += 1
    return made


def reach(stage: Stage, row: Row) -> float:
    """Metres to either side of the middle that the camera can come to see."""
    return strip.reach(stage, row.z, 40.0)


def _building(
    chance: Random, x: float, width: float, height: float, row: Row, number: int
) -> Building:
    tall = height > 0.5 * row.tall
    roof = chance.choice(TALL_ROOFS if tall else LOW_ROOFS)
    wall = QColor(chance.choice(WALLS))
    styles = ("glass", "bands", "columns", "glass", "grid") if tall else ("grid", "bands", "grid")
    windows = chance.choice(styles)
    side = chance.uniform(0.16, 0.3) * (1 if x < 0 else -1)
    return Building(x, width, height, roof, wall, windows, side, number)


def show(stage: Stage, row: Row) -> None:
    """Draw a row where the camera sees it."""
    half = reach(stage, row) + 2 * row.wide
    metres = QRectF(-half, GROUND, 2 * half, row.top - GROUND)

    def paint(painter: QPainter) -> None:
        for one in sorted(buildings(stage, row), key=lambda b: -b.height):
            _paint_building(stage, painter, row, one)
        _haze(stage, painter, row, metres)
        if row.name == "front":
            _trees(stage, painter, half)

    strip.show(stage, strip.kept(stage, f"skyline {row.name}", row.z, metres, paint))


# One building ---------------------------------------------------------------------------------


def _paint_building(stage: Stage, painter: QPainter, row: Row, one: Building) -> None:
    front, flank = _faces(stage, row, one)
    shade = QLinearGradient(0, one.height, 0, 0)
    shade.setColorAt(0, front)
    shade.setColorAt(1, mixed(front, seen(stage, row, QColor("#3a3f4a"), 0.1), 0.3))
    painter.fillRect(QRectF(one.x, GROUND, one.width, one.height - GROUND), shade)
    _roof(stage, painter, row, one, front, flank)
    edge = one.width * abs(one.side)
    left = one.x + one.width - edge if one.side > 0 else one.x
    painter.fillRect(QRectF(left, GROUND, edge, one.height - GROUND), flank)
    _windows(stage, painter, row, one)
    _edge_light(stage, painter, row, one)


def seen(stage: Stage, row: Row, colour: QColor, facing: float) -> QColor:
    """A wall's colour by how it faces the light, through the air before its row."""
    return through_air(stage, row, stage.light.lit(colour, facing))


def through_air(stage: Stage, row: Row, colour: QColor, share: float = 1.0) -> QColor:
    """A colour behind `share` of the air before a row; even in fog a shape remains."""
    clear, thick = row.air
    lost = 1.0 - (1.0 - clear) * exp(-row.z / stage.light.visibility)
    return mixed(colour, stage.light.haze, min(lost, thick) * share)


def _faces(stage: Stage, row: Row, one: Building) -> tuple[QColor, QColor]:
    """Front and flank: the flank is bright if it turns to the sun."""
    light = stage.light
    sunward = (light.sun_x - 0.5) * one.side > 0
    low_sun = light.sun_y > -0.2
    front = 0.3 if low_sun else 0.72
    flank = 0.85 if sunward else (0.05 if low_sun else 0.25)
    return seen(stage, row, one.wall, front), seen(stage, row, one.wall, flank)


def _edge_light(stage: Stage, painter: QPainter, row: Row, one: Building) -> None:
    """A thin line of light down the edge that faces a low sun, and along the roof."""
    light = stage.light
    if light.night or light.sun_y < -0.2:
        return
    x = one.x + (one.width if light.sun_x > 0.5 else 0.0)
    colour = faded(through_air(stage, row, light.key), 0.7)
    painter.setPen(QPen(colour, 0.0016 * row.z))
    painter.drawLine(QPointF(x, 0), QPointF(x, one.height))
    painter.drawLine(QPointF(one.x, one.height), QPointF(one.x + one.width, one.height))


def _roof(
    stage: Stage, painter: QPainter, row: Row, one: Building, front: QColor, flank: QColor
) -> None:
    x, w, h = one.x, one.width, one.height
    dark = seen(stage, row, QColor("#4a4d55"), 0.35)
    match one.roof:
        case "tanks":
            painter.fillRect(QRectF(x + 0.15 * w, h, 0.22 * w, 0.1 * w), dark)
            painter.fillRect(QRectF(x + 0.62 * w, h, 0.16 * w, 0.16 * w), flank)
        case "steps":
            for i in (1, 2):
                inset, low = 0.14 * i * w, h + 0.16 * (i - 1) * w
                painter.fillRect(QRectF(x + inset, low, w - 2 * inset, 0.17 * w), front)
                painter.fillRect(QRectF(x + w - inset - 0.12 * w, low, 0.12 * w, 0.17 * w), flank)
        case "spire":
            for i in (1, 2, 3):
                inset, low = 0.12 * i * w, h + 0.22 * (i - 1) * w
                painter.fillRect(QRectF(x + inset, low, w - 2 * inset, 0.23 * w), front)
                painter.fillRect(QRectF(x + w - inset - 0.1 * w, low, 0.1 * w, 0.23 * w), flank)
            _mast(painter, x + 0.5 * w, h + 0.66 * w, 0.95 * w, dark, row)
        case "slant":
            _fill(painter, [(x, h), (x, h + 0.05 * w), (x + w, h + 0.32 * w), (x + w, h)], front)
        case "dome":
            dome = QPainterPath()
            dome.addEllipse(QPointF(x + 0.5 * w, h), 0.3 * w, 0.3 * w)
            painter.fillPath(dome, front)
            _mast(painter, x + 0.5 * w, h + 0.28 * w, 0.3 * w, dark, row)
        case "mast":
            painter.fillRect(QRectF(x + 0.3 * w, h, 0.4 * w, 0.14 * w), flank)
            _mast(painter, x + 0.5 * w, h + 0.12 * w, 1.0 * w, dark, row)
        case "crown":
            for i in range(4):
                painter.fillRect(QRectF(x + (0.06 + 0.24 * i) * w, h, 0.14 * w, 0.12 * w), front)


def mast_top(one: Building) -> tuple[float, float] | None:
    """Where a tall building carries an aircraft warning light, if it does."""
    height = {"spire": 1.6, "mast": 1.12, "dome": 0.58}.get(one.roof)
    return None if height is None else (one.x + one.width / 2, one.height + height * one.width)


def _mast(painter: QPainter, x: float, low: float, height: float, colour: QColor, row: Row) -> None:
    thick = 0.0022 * row.z
    _fill(painter, [(x - thick, low), (x, low + height), (x + thick, low)], colour)


def _fill(painter: QPainter, points: list[tuple[float, float]], colour: QColor) -> None:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(*point) for point in points]))
    painter.fillPath(path, colour)


def _trees(stage: Stage, painter: QPainter, half: float) -> None:
    """A line of round crowns along the bank, before the front row."""
    chance, x = stage.chance("bank"), -half
    leaves = QColor("#d8dfe6") if snow_lies(stage.scene) else QColor("#46603f")
    painter.setPen(Qt.PenStyle.NoPen)
    while x < half:
        size = chance.uniform(1.6, 3.3)
        for lift, wide, facing in ((0.0, 1.0, 0.15), (0.35, 0.6, 0.5)):
            painter.setBrush(stage.light.lit(leaves, facing, 600))
            painter.drawEllipse(
                QPointF(x, 1.3 + (1 + lift) * size), wide * size, 1.15 * wide * size
            )
        x += chance.choice((1.1, 1.5, 2.0, 5.5)) * size


# Windows --------------------------------------------------------------------------------------


def panes(row: Row, one: Building) -> list[QRectF]:
    """The windows of a building's front, row by row from the roof down."""
    pitch, edge = row.pitch, one.width * abs(one.side)
    left = one.x + (edge if one.side < 0 else 0.0)
    across = max(int((one.width - edge) / pitch), 1)
    step = (one.width - edge) / across
    floors = int((one.height - 0.8 * pitch) / pitch)
    size = {
        "grid": (0.52, 0.56),
        "bands": (0.92, 0.42),
        "columns": (0.46, 0.86),
        "glass": (0.9, 0.84),
    }[one.windows]
    return [
        QRectF(
            left + (i + 0.5 - size[0] / 2) * step,
            one.height - (j + 1) * pitch,
            size[0] * step,
            size[1] * pitch,
        )
        for j in range(floors)
        for i in range(across)
    ]


def _windows(stage: Stage, painter: QPainter, row: Row, one: Building) -> None:
    chance = stage.chance(f"windows/{row.name}/{one.number}")
    light = stage.light
    if one.windows == "glass":
        _mirror_sky(stage, painter, row, one)
    glass = mixed(one.wall, QColor("#2a4663"), 0.5)
    dark = seen(stage, row, glass, 0.2 if light.sun_y > -0.2 else 0.5)
    sky = mixed(dark, through_air(stage, row, light.horizon), 0.08 if light.night else 0.28)
    share = 0.55 * light.lamps * chance.uniform(0.35, 1.15)
    floors_lit = chance.random() < 0.3
    glows = [through_air(stage, row, QColor(glow), 0.5) for glow in GLOWS]
    last, busy = None, 0.0
    for pane in panes(row, one):
        if floors_lit and pane.y() != last:
            last, busy = pane.y(), chance.choice((0.1, 0.4, 1.7))
        lit = chance.random() < share * (busy if floors_lit else 1.0)
        if lit:
            glow = chance.choice(glows)
            painter.fillRect(pane, mixed(dark, glow, chance.uniform(0.55, 1.0)))
            continue
        tone = chance.random()
        if one.windows != "glass":
            painter.fillRect(pane, mixed(dark, sky, tone))


def _mirror_sky(stage: Stage, painter: QPainter, row: Row, one: Building) -> None:
    """A glass front: the sky from zenith to horizon, and thin lines between the floors."""
    light, edge = stage.light, one.width * abs(one.side)
    left = one.x + (edge if one.side < 0 else 0.0)
    tint = QColor("#3c566f")
    sky = QLinearGradient(0, one.height, 0, 0.1 * one.height)
    for place, colour in ((0, light.middle), (0.75, light.horizon), (1, light.haze)):
        sky.setColorAt(
            place, through_air(stage, row, mixed(multiplied(tint, light.ambient), colour, 0.5))
        )
    painter.fillRect(QRectF(left, GROUND, one.width - edge, one.height - GROUND), sky)
    line = faded(seen(stage, row, QColor("#2b3c50"), 0.2), 0.35)
    y = one.height - row.pitch
    while y > 0:
        painter.fillRect(QRectF(left, y, one.width - edge, 0.13 * row.pitch), line)
        y -= row.pitch


# Air ------------------------------------------------------------------------------------------


def _haze(stage: Stage, painter: QPainter, row: Row, metres: QRectF) -> None:
    """Mist gathers at the foot of a row; it lies on the buildings, not on the sky between."""
    light = stage.light
    thick = {"far": 0.85, "middle": 0.6, "front": 0.25}[row.name]
    foot = QLinearGradient(0, 0.72 * row.tall, 0, 0)
    glow = mixed(light.haze, QColor("#ff9d4d"), 0.3 * light.lamps if light.night else 0.0)
    foot.setColorAt(0, faded(glow, 0))
    foot.setColorAt(0.55, faded(glow, 0.4 * thick))
    foot.setColorAt(1, faded(glow, thick))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
    painter.fillRect(metres, foot)

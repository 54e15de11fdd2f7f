"""Coats of four-legged animals: stripes, spots, patches and pale bellies on a body's silhouette."""

from collections.abc import Callable
from math import pi, sin
from random import Random

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainterPath, QPolygonF

from engine.animatic.light import faded, mixed
from engine.animatic.motion.beast import Beast
from engine.animatic.motion.posture import Skeleton, Spot
from engine.animatic.paint.subjects.figure import Figure
from engine.animatic.paint.subjects.form import whole
from engine.animatic.paint.subjects.shape import blob, ribbon

CORNERS = [(sin(pi * i / 3), sin(pi * i / 3 + pi / 2)) for i in range(6)]
"""Of a hexagon about the origin."""
Body = Callable[[float, float], Spot]


def paint_coat(
    fig: Figure, beast: Beast, bones: Skeleton, silhouette: QPainterPath, chance: Random
) -> None:
    """What the coat shows over its colour, inside the silhouette."""
    if beast.belly:
        _belly(fig, beast, bones, silhouette)
    if not beast.pattern:
        return
    fig.painter.save()
    fig.clip(silhouette)
    mark = fig.lit(QColor(beast.mark or "#2a2220"), 0.1, 0.2, 0.97)
    match beast.pattern:
        case "stripes" | "tiger":
            for one in _stripes(beast, bones, chance):
                fig.fill(one, mark)
        case "spots":
            fig.fill(_spots(beast, bones, chance, 46, 0.026), faded(mark, 0.9))
        case "giraffe":
            for one in _tiles(beast, bones, chance):
                fig.fill(one, mark)
        case "patches":
            fig.fill(_patches(beast, bones, chance), mark)
        case "panda":
            fig.fill(_band(beast, bones), mark)
        case "scales":
            _scales(fig, beast, bones)
    fig.painter.restore()


def _belly(fig: Figure, beast: Beast, bones: Skeleton, silhouette: QPainterPath) -> None:
    low, high = bones.at(0.0, 1.0 - beast.chest - 0.02), bones.at(0.0, 1.0 - 0.52 * beast.chest)
    shade = QLinearGradient(QPointF(*low), QPointF(*high))
    pale = fig.lit(QColor(beast.belly), 0.0, -0.35, 0.9)
    shade.setColorAt(0, faded(pale, 0.95))
    shade.setColorAt(0.4, faded(pale, 0.75))
    shade.setColorAt(1, faded(pale, 0.0))
    fig.fill(silhouette, shade)


def _line_down(
    body: Body, x: float, top: float, low: float, bend: float, wide: float
) -> QPainterPath:
    middle = (top + low) / 2
    points = [body(x, top), body(x + bend, middle), body(x + 0.4 * bend, low)]
    return ribbon(points, [wide, 0.85 * wide, 0.08 * wide])


def _stripes(beast: Beast, bones: Skeleton, chance: Random) -> list[QPainterPath]:
    """Down the flanks, around the neck, across the legs; a tiger's are thinner and broken."""
    path: list[QPainterPath] = []
    tiger = beast.pattern == "tiger"
    number, half = (17 if tiger else 13), beast.length / 2
    for i in range(number):
        x = -half - 0.14 + (beast.length + 0.26) * i / (number - 1)
        slant = 0.1 * (0.4 - i / number)
        low = 1.0 - beast.chest * chance.uniform(0.62, 0.9 if tiger else 0.98)
        wide = chance.uniform(0.02, 0.034) if tiger else 0.045
        path.append(_line_down(bones.at, x, 1.06, low, slant + chance.uniform(-0.02, 0.02), wide))
    neck = _neck_stripes(beast, bones, 4 if tiger else 8)
    return path + neck + _leg_stripes(bones, 0.5 if tiger else 0.75)


def _neck_stripes(beast: Beast, bones: Skeleton, number: int) -> list[QPainterPath]:
    path: list[QPainterPath] = []
    (bx, by), (px, py) = bones.chest, bones.poll
    dx, dy = px - bx, py - by
    for i in range(number):
        part = 0.12 + 0.85 * i / number
        wide = beast.neck_base + part * (beast.neck_top - beast.neck_base)
        nx, ny = -dy / max(beast.neck_length, 0.05), dx / max(beast.neck_length, 0.05)
        x, y = bx + part * dx, by + part * dy
        path.append(
            ribbon(
                [
                    (x + 0.6 * wide * nx, y + 0.6 * wide * ny),
                    (x, y),
                    (x - 0.42 * wide * nx, y - 0.42 * wide * ny),
                ],
                [0.045, 0.036, 0.01],
            )
        )
    return path


def _leg_stripes(bones: Skeleton, share: float) -> list[QPainterPath]:
    path: list[QPainterPath] = []
    for leg in bones.legs[2:]:
        for (ax, ay), (bx, by), number in ((leg.top, leg.middle, 4), (leg.middle, leg.low, 5)):
            for i in range(number):
                part = (i + 0.4) / number
                if part > share + 0.2:
                    continue
                x, y = ax + part * (bx - ax), ay + part * (by - ay)
                path.append(
                    ribbon(
                        [(x - 0.14, y + 0.03), (x, y), (x + 0.14, y + 0.03)], [0.03, 0.024, 0.012]
                    )
                )
    return path


def _spots(beast: Beast, bones: Skeleton, chance: Random, number: int, size: float) -> QPainterPath:
    path = QPainterPath()
    for i in range(number):
        x = (beast.length / 2 + 0.12) * (2.0 * ((i * 0.618) % 1.0) - 1.0)
        y = 1.0 - beast.chest * chance.uniform(0.06, 0.85)
        own = size * chance.uniform(0.6, 1.1)
        path.addEllipse(QPointF(*bones.at(x, y)), own, own)
    return path


def _tiles(beast: Beast, bones: Skeleton, chance: Random) -> list[QPainterPath]:
    """A giraffe's net: brown tiles with pale lines between, smaller up the neck."""
    path: list[QPainterPath] = []
    half = beast.length / 2
    step = 0.098
    for row in range(6):
        tiles = []
        for column in range(11):
            x = -half - 0.16 + step * 1.06 * (column + 0.5 * (row % 2)) - 0.02
            tiles.append(_tile(bones.at(x, 1.04 - step * row * 0.92), 0.43 * step, chance))
        path.append(whole(*tiles))
    path += _neck_tiles(beast, bones, chance)
    for leg in bones.legs[2:]:
        tiles = []
        for i in range(6):
            x = leg.top[0] + (leg.middle[0] - leg.top[0]) * i / 5
            y = leg.top[1] + (leg.middle[1] - leg.top[1]) * i / 5
            tiles.append(_tile((x + 0.03, y), 0.036, chance))
            tiles.append(_tile((x - 0.05, y - 0.03), 0.03, chance))
        path.append(whole(*tiles))
    return path


def _neck_tiles(beast: Beast, bones: Skeleton, chance: Random) -> list[QPainterPath]:
    """Rows across the neck, each half a tile on from the last, from its foot to the poll."""
    path: list[QPainterPath] = []
    (bx, by), (px, py) = bones.chest, bones.poll
    long = max(beast.neck_length, 0.1)
    ux, uy = (px - bx) / long, (py - by) / long
    gone, row = 0.14 * long, 0
    while gone < 0.96 * long:
        part = gone / long
        wide = beast.neck_base + part * (beast.neck_top - beast.neck_base)
        step = max(0.3 * wide, 0.05)
        bow = 0.2 * long * part * (1.0 - part)
        tiles = []
        for side in (-1.5, -0.5, 0.5, 1.5) if row % 2 else (-2.0, -1.0, 0.0, 1.0, 2.0):
            aside = side * step + bow
            spot = (bx + gone * ux - aside * uy, by + gone * uy + aside * ux)
            tiles.append(_tile(spot, 0.46 * step, chance))
        path.append(whole(*tiles))
        gone, row = gone + 0.88 * step, row + 1
    return path


def _tile(spot: Spot, size: float, chance: Random) -> QPainterPath:
    path, (x, y) = QPainterPath(), spot
    reach = [size * (0.92 + 0.22 * chance.random()) for _ in CORNERS]
    corners = [
        QPointF(x + far * across, y + far * up)
        for far, (across, up) in zip(reach, CORNERS, strict=True)
    ]
    path.addPolygon(QPolygonF([*corners, corners[0]]))
    return path


def _patches(beast: Beast, bones: Skeleton, chance: Random) -> QPainterPath:
    """A cow's large islands."""
    path, half = QPainterPath(), beast.length / 2
    for x, y, size in (
        (-0.8, 0.16, 0.22),
        (-0.1, 0.2, 0.2),
        (0.75, 0.2, 0.22),
        (0.3, 0.75, 0.12),
        (-0.5, 0.7, 0.11),
    ):
        middle = (x * half, 1.0 - y * beast.chest)
        points = []
        for i in range(9):
            reach = size * chance.uniform(0.72, 1.15)
            points.append(
                bones.at(
                    middle[0] + 1.2 * reach * sin(2 * pi * i / 9),
                    middle[1] + reach * sin(2 * pi * i / 9 + pi / 2),
                )
            )
        path.addPath(blob(points))
    return path


def _band(beast: Beast, bones: Skeleton) -> QPainterPath:
    """A panda's black shoulders and limbs."""
    half = beast.length / 2
    shoulder = [
        bones.at(half - 0.2, 1.2),
        bones.at(half + 0.1, 1.2),
        bones.at(half + 0.12, 0.7),
        bones.at(half + 0.2, 0.2),
        bones.at(half - 0.26, 0.2),
        bones.at(half - 0.14, 0.7),
    ]
    path = blob(shoulder)
    for leg in bones.legs[2:]:
        line = [leg.middle, leg.low, (leg.foot[0] + 0.05, leg.foot[1] - 0.1)]
        path.addPath(ribbon(line, [0.6, 0.5, 0.6]))
    path.setFillRule(Qt.FillRule.WindingFill)
    return path


def _scales(fig: Figure, beast: Beast, bones: Skeleton) -> None:
    tone = faded(fig.lit(mixed(QColor(beast.coat), QColor("black"), 0.45)), 0.5)
    for row in range(5):
        path = QPainterPath()
        for column in range(14):
            x = -beast.length / 2 - 0.1 + (beast.length + 0.2) * (column + 0.5 * (row % 2)) / 14
            spot = QPointF(*bones.at(x, 1.0 - beast.chest * (0.08 + 0.16 * row)))
            path.moveTo(spot.x() - 0.028, spot.y() + 0.002)
            path.quadTo(QPointF(spot.x(), spot.y() - 0.046), QPointF(spot.x() + 0.028, spot.y()))
            path.quadTo(QPointF(spot.x(), spot.y() - 0.028), QPointF(spot.x() - 0.028, spot.y()))
        fig.fill(path, tone)

"""A forest: rows of trees that pale with distance, mist between them, shafts of light, tall trunks.

The middle of the foreground stays open: that is where subjects are.
"""

from dataclasses import dataclass
from math import ceil, exp, log, sin, sqrt, tau
from random import Random

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QRadialGradient,
    QTransform,
)

from engine.animatic.hours import main_hour
from engine.animatic.light import faded, mixed
from engine.animatic.lighting import overcast
from engine.animatic.motion.wind import gust
from engine.animatic.paint import strip
from engine.animatic.paint.easel import painting, used_part
from engine.animatic.paint.floor import mottled_tile, paint_floor
from engine.animatic.paint.lamps import Ray, add_rays
from engine.animatic.paint.places.land import lit_table
from engine.animatic.paint.props import through_air
from engine.animatic.paint.strip import Strip
from engine.animatic.paint.subjects.figure import FRONT, Figure
from engine.animatic.paint.subjects.shape import ribbon, sliver
from engine.animatic.paint.subjects.tree import BARK, LEAVES, grow
from engine.animatic.paint.surface import bgr, blank, translucent
from engine.animatic.paint.tufts import paint_tufts
from engine.animatic.paint.weather import fog_bank
from engine.animatic.scene import snow_lies
from engine.animatic.stage import Stage

GROWN = 9.2
"""Metres that a tree painter's tree is tall before it is scaled."""


@dataclass(frozen=True, slots=True)
class Rank:
    """A row of trees: depth, shortest and tallest tree, metres between trunks, how much haze
    lies before it on a clear day and at most, and how much mist lies at its feet."""

    name: str
    z: float
    low: float
    tall: float
    apart: float
    air: tuple[float, float]
    mist: float


WALL = Rank("wall", 190.0, 26.0, 44.0, 4.4, (0.8, 0.95), 0.5)
RANKS = (
    Rank("far", 105.0, 20.0, 33.0, 3.9, (0.58, 0.92), 0.8),
    Rank("middle", 58.0, 16.0, 27.0, 4.6, (0.32, 0.84), 0.65),
    Rank("near", 32.0, 14.0, 23.0, 5.0, (0.1, 0.66), 0.4),
)
EYE = 1.7
BOUNDS = QRectF(-4.6, -10.6, 9.2, 11.2)
"""Where a tree painter paints, metres, y down: the foot of the tree is the origin."""

TRUNK_Z = (13.5, 16.5, 19.0)


def paint(stage: Stage) -> None:
    """Ground, the rows from far to near with mist and light between, then the trunks beside us."""
    tile = mottled_tile(stage, "forest")
    paint_floor(stage, tile, (0.015, 0.15), stage.wardrobe.keep("moss", lambda: _moss(stage)))
    for rank in RANKS:
        _rank(stage, rank)
        _mist(stage, rank)
    paint_tufts(stage)
    shafts(stage)
    _trunks(stage)


def _moss(stage: Stage) -> np.ndarray:
    snow = snow_lies(stage.scene)
    low, high = ("#a9b6cc", "#f4f7fc") if snow else ("#33402a", "#7d8a4a")
    return lit_table(stage.light, QColor(low), QColor(high))


# Trees ----------------------------------------------------------------------------------------


def _rank(stage: Stage, rank: Rank) -> None:
    """A row of trees; the nearest in two parts, for it is open in the middle."""
    half = strip.reach(stage, rank.z, 8.0)
    high = min(strip.top(stage, rank.z), rank.tall * 1.1)
    for side in (-1, 1) if rank.name == "near" else (0,):
        metres = QRectF(-half, -0.6, 2 * half, high + 0.6)
        if side:
            metres = QRectF(min(0.0, side * half), -0.6, half, high + 0.6)

        def draw(painter: QPainter) -> None:
            if rank.name == "far":
                _backdrop(stage, painter, half)
            _plant(stage, painter, rank, half)

        strip.show(stage, strip.kept(stage, f"forest {rank.name} {side}", rank.z, metres, draw))


def _plant(stage: Stage, painter: QPainter, rank: Rank, half: float) -> None:
    chance, x = stage.chance(f"forest/{rank.name}"), -half
    while x < half:
        if not _open(rank, x):
            _tree(stage, painter, rank, chance, x)
        x += rank.apart * chance.uniform(0.45, 1.45)


def _backdrop(stage: Stage, painter: QPainter, half: float) -> None:
    """The wall of trees behind the far rank: so far off that it shares its strip."""
    near, far = RANKS[0].z, WALL.z
    painter.save()
    painter.translate(0.0, EYE * (1.0 - near / far))
    painter.scale(near / far, near / far)
    _plant(stage, painter, WALL, half * far / near)
    painter.restore()


def _open(rank: Rank, x: float) -> bool:
    """The nearest row leaves a clearing in the middle."""
    return rank.name == "near" and abs(x) < 0.26 * rank.z


def _tree(stage: Stage, painter: QPainter, rank: Rank, chance: Random, x: float) -> None:
    """One of a few grown trees, stretched and sometimes turned about."""
    size = chance.uniform(rank.low, rank.tall) / GROWN
    leafy = "snow" not in stage.scene.weather and chance.random() < 0.16
    number = chance.randrange(2 if leafy else 5)
    picture = stage.wardrobe.keep(
        ("grown", rank.name, leafy, number), lambda: _grown(stage, rank, leafy, number)
    )
    sunk = 0.9 * size if rank.z > 80 else 0.0
    painter.save()
    painter.translate(x, chance.uniform(-0.3, 0.1) - sunk)
    painter.scale(size * chance.uniform(0.68, 0.92), -size)
    painter.drawImage(BOUNDS, picture)
    painter.restore()


def _grown(stage: Stage, rank: Rank, leafy: bool, number: int) -> QImage:
    """A tree as it looks in this rank, as large as the tallest needs."""
    near = RANKS[-1]
    key = ("grown", leafy, number)
    image = stage.wardrobe.keep(key, lambda: _large(stage, near, leafy, number))
    part = near.z / rank.z * rank.tall / near.tall
    small = image
    if part < 0.8:
        small = image.scaled(
            ceil(image.width() * part),
            ceil(image.height() * part),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    return through_air(stage, small, _air(stage, rank))


def _large(stage: Stage, rank: Rank, leafy: bool, number: int) -> QImage:
    fine = 1.04 * stage.view.focal * stage.height / rank.z * rank.tall / GROWN
    image = blank(ceil(BOUNDS.width() * fine), ceil(BOUNDS.height() * fine))
    chance = stage.chance(f"grown/{leafy}/{number}")
    colour = QColor(LEAVES[number % len(LEAVES)])
    with painting(image) as painter:
        painter.scale(image.width() / BOUNDS.width(), -image.height() / BOUNDS.height())
        painter.translate(-BOUNDS.left(), BOUNDS.top())
        fig = Figure(stage, painter, 0.0, fine, 1, _sun(stage, 0.0))
        for part in ("back", "trunk", "front"):
            grow(fig, chance, "round" if leafy else "pine", part, colour)
    return image


def _air(stage: Stage, rank: Rank) -> float:
    """The depth whose haze the row is painted with: more than its own on a clear day."""
    clear, thick = rank.air
    lost = min(1.0 - (1.0 - clear) * exp(-rank.z / stage.light.visibility), thick)
    return -stage.light.visibility * log(1.0 - lost)


def _sun(stage: Stage, across: float) -> tuple[float, float, float]:
    """The direction of the light for a tree that stands `across` (x by depth) the view."""
    dx = (stage.light.sun_x - 0.5) * stage.scene.aspect - across
    dy = max(-stage.light.sun_y, 0.25)
    length, front = sqrt(dx * dx + dy * dy), FRONT[main_hour(stage.scene.hour)]
    side = sqrt(1.0 - front * front)
    return side * dx / length, side * dy / length, front


# Air ------------------------------------------------------------------------------------------


def _mist(stage: Stage, rank: Rank) -> None:
    """Mist lies at the trees' feet: more at dawn and in fog, hardly any at noon."""
    much = {"dawn": 1.0, "day": 0.3, "sunset": 0.6, "night": 0.6}[main_hour(stage.scene.hour)]
    if {"fog", "rain"} & set(stage.scene.weather):
        much = min(much + 0.5, 1.0)
    cover = 0.85 * rank.mist * much
    if cover > 0.2:
        fog_bank(stage, rank.z - 4.0, 0.2 * rank.z, cover)


def shafts(stage: Stage) -> None:
    """Light falls between the crowns in beams that wander as the leaves move."""
    light = stage.light
    strength = {"dawn": 0.7, "day": 0.42, "sunset": 0.6, "night": 0.14}
    if overcast(stage.scene.weather):
        return
    much = strength[main_hour(stage.scene.hour)]
    chance, wind = stage.chance("shafts"), gust(stage.scene, stage.t)
    slant = -50.0 * (light.sun_x - 0.5) - (12.0 if light.sun_x > 0.5 else -12.0)
    rays: list[Ray] = []
    size = stage.height
    for i in range(6):
        place = (i + chance.uniform(0.1, 0.9)) / 6 * 1.3 - 0.15
        pace, wide = chance.uniform(5.0, 9.0), chance.uniform(0.1, 0.22)
        swell = 0.6 + 0.4 * sin(tau * stage.t / pace + 2.1 * i) * min(0.5 + wind, 1.0)
        foot = stage.view.horizon_y() + (0.1 + 0.14 * (i % 3)) * size
        spot = QPointF(place * stage.width - stage.view.pan * size, foot)
        rays.append(shaft(stage, spot, (wide, 0.95), -slant, much * swell))
    add_rays(stage, rays)


def shaft(
    stage: Stage, foot: QPointF, size: tuple[float, float], turned: float, strength: float
) -> Ray:
    """A beam that ends at a pixel of the frame, as wide and long in frame heights, turned by
    degrees clockwise."""
    picture = stage.wardrobe.keep("shaft", lambda: shaft_picture(stage))
    wide, long = (one * stage.height for one in size)
    where = QTransform.fromScale(wide / picture.width(), long / picture.height())
    where *= QTransform.fromTranslate(-wide / 2, -long) * QTransform().rotate(turned)
    where *= QTransform.fromTranslate(foot.x(), foot.y())
    return Ray(picture, where, min(max(strength, 0.0), 1.0))


def shaft_picture(stage: Stage) -> QImage:
    """A beam of light from top to bottom: soft at its sides, sinking into nothing at its foot."""
    across = np.linspace(-1.0, 1.0, 48, dtype=np.float32)[None, :]
    down = np.linspace(0.0, 1.0, 192, dtype=np.float32)[:, None]
    side = np.clip(1.0 - across * across, 0.0, 1.0) ** 1.6
    fade = np.clip((down - 0.2) / 0.4, 0.0, 1.0) * np.clip((1.0 - down) / 0.55, 0.0, 1.0) ** 1.3
    colour = bgr(mixed(stage.light.glow, stage.light.key, 0.4))
    return translucent(colour * np.ones((192, 48, 1), np.float32), 0.75 * side * fade)


# Trunks ---------------------------------------------------------------------------------------


def _trunks(stage: Stage) -> None:
    """Old trunks left and right of us that reach out of the frame."""
    for place in stage.wardrobe.keep("trunks", lambda: _places(stage)):
        if stage.view.sees(place[0], place[1], 2.5):
            key = ("trunk parts", place[2])
            for part in stage.wardrobe.keep(key, lambda at=place: _parts(stage, at)):
                strip.show(stage, part)


def _parts(stage: Stage, place: tuple[float, float, int]) -> list[Strip]:
    """A slim stem and the wide undergrowth at its foot: together they would be mostly empty."""
    x, z, number = place
    high = strip.top(stage, z) + 0.5
    metres = QRectF(x - 2.6, -0.7, 5.2, high + 0.7)
    whole = strip.kept(
        stage, f"trunk {number}", z, metres, lambda painter: _trunk(stage, painter, place, high)
    )
    fine = whole.image.height() / whole.metres.height()
    foot = ceil(min(1.3, 0.5 * whole.metres.height()) * fine)
    cut, wide = whole.image.height() - foot, whole.image.width()
    return [
        _cut(whole, QRect(0, 0, wide, cut + 2), fine),
        _cut(whole, QRect(0, cut, wide, foot), fine),
    ]


def _cut(whole: Strip, part: QRect, fine: float) -> Strip:
    """A part of a strip's picture, in its pixels, as a strip of its own."""
    used = used_part(whole.image.copy(part)).translated(part.topLeft()).intersected(part)
    left = whole.metres.left() + used.left() / fine
    low = whole.metres.bottom() - (used.bottom() + 1) / fine
    metres = QRectF(left, low, used.width() / fine, used.height() / fine)
    return Strip(whole.image.copy(used), metres, whole.z)


def _places(stage: Stage) -> list[tuple[float, float, int]]:
    """Farthest first; none where subjects stand."""
    chance, made = stage.chance("trunks"), []
    edge = 0.5 * stage.scene.aspect / stage.view.focal
    for number in range(10):
        z = TRUNK_Z[number % 3] + chance.uniform(-1.0, 1.0)
        side = -1 if number % 2 else 1
        out = edge * z * (0.62 + 0.34 * (number // 2)) * chance.uniform(0.92, 1.08)
        made.append((side * out, z, number))
    return sorted(made, key=lambda place: -place[1])


def _trunk(stage: Stage, painter: QPainter, place: tuple[float, float, int], top: float) -> None:
    """Bark with ridges, lit from the sun's side; moss or snow on the windward side."""
    x, z, number = place
    chance, light = stage.chance(f"trunk/{number}"), stage.light
    half, lean = chance.uniform(0.3, 0.48), chance.uniform(-0.3, 0.3)
    _root_shadow(painter, x)
    line = [(x, -0.12), (x, 0.12), (x, 0.7), (x + 0.3 * lean, 0.4 * top), (x + lean, top + 0.5)]
    widths = [4.2 * half, 3.0 * half, 2.1 * half, 1.8 * half, 1.4 * half]
    shape = ribbon(line, widths)
    sx, sy, sz = _sun(stage, x / z)
    shade = QLinearGradient(x - half, 0, x + half, 0)
    for i in range(7):
        nx = -0.95 + 1.9 * i / 6
        facing = 0.5 + 0.5 * (nx * sx + sqrt(1 - nx * nx) * sz)
        shade.setColorAt(i / 6, light.lit(mixed(BARK, QColor("#3b3a38"), 0.45), 0.9 * facing, z))
    painter.fillPath(shape, shade)
    painter.setClipPath(shape)
    _bark(stage, painter, chance, (x, half, lean, top), z)
    if snow_lies(stage.scene):
        white = faded(light.lit(QColor("#eef3fb"), 0.7, z), 0.85)
        side = 1 if chance.random() < 0.5 else -1
        edge = [(px + side * half * 0.95, py) for px, py in line]
        painter.fillPath(ribbon(edge, [0.5 * half] * 5), white)
    painter.setClipping(False)
    _ferns(stage, painter, chance, x, z)


def _root_shadow(painter: QPainter, x: float) -> None:
    painter.save()
    painter.translate(x, -0.1)
    painter.scale(1.0, 0.2)
    dark = QRadialGradient(QPointF(0, 0), 2.3)
    dark.setColorAt(0, QColor(8, 12, 10, 150))
    dark.setColorAt(1, QColor(8, 12, 10, 0))
    painter.setPen(QColor(0, 0, 0, 0))
    painter.setBrush(QBrush(dark))
    painter.drawEllipse(QPointF(0, 0), 2.3, 2.3)
    painter.restore()


def _ferns(stage: Stage, painter: QPainter, chance: Random, x: float, z: float) -> None:
    """Fronds that hide where the trunk meets the ground; a few stalks in the snow."""
    snow = snow_lies(stage.scene)
    for i in range(7 if snow else 24):
        foot = x + chance.uniform(-1.25, 1.25)
        low, tall = chance.uniform(-0.5, -0.1), chance.uniform(0.45, 0.95)
        lean = chance.uniform(-0.6, 0.6)
        colour = QColor("#8a7650") if snow else mixed(QColor("#3f5f2e"), QColor("#86a24c"), i / 23)
        leaf = ribbon(
            [(foot, low), (foot + 0.35 * lean, low + 0.7 * tall), (foot + lean, low + 0.85 * tall)],
            [0.05, 0.13 if not snow else 0.04, 0.01],
        )
        painter.fillPath(leaf, stage.light.lit(colour, 0.25 + 0.4 * i / 24, z))


def _bark(
    stage: Stage, painter: QPainter, chance: Random, trunk: tuple[float, float, float, float],
    z: float,
) -> None:  # fmt: skip
    x, half, lean, top = trunk
    dark = faded(stage.light.lit(QColor("#1d1713"), 0.2, z), 0.4)
    bright = faded(stage.light.lit(QColor("#a58a66"), 0.8, z), 0.3)
    ridges = QPainterPath(), QPainterPath()
    for path in ridges:
        path.setFillRule(Qt.FillRule.WindingFill)
    for i in range(int(11 * top)):
        y, aside = chance.uniform(-0.2, top), chance.uniform(-0.95, 0.95)
        long, thin = chance.uniform(0.25, 0.9), chance.uniform(0.012, 0.035)
        at = x + lean * (max(y, 0.0) / top) ** 1.6 + aside * half * 0.95
        bend = 0.05 * sin(3.0 * y + 5 * aside)
        line = [(at, y), (at + bend, y + long / 2), (at, y + long)]
        ridges[0 if i % 3 else 1].addPath(sliver(line, [0.2 * thin, 1.6 * thin, 0.2 * thin]))
    painter.fillPath(ridges[0], dark)
    painter.fillPath(ridges[1], bright)

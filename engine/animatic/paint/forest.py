"""A forest: rows of trees that pale with distance, mist between them, shafts of light, tall trunks.

The middle of the foreground stays open: that is where subjects are.
"""

from dataclasses import dataclass
from math import exp, log, sin, sqrt, tau
from random import Random

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath

from engine.animatic.light import faded, mixed
from engine.animatic.lighting import overcast
from engine.animatic.motion import gust
from engine.animatic.paint import strip
from engine.animatic.paint.floor import mottled_tile, paint_floor
from engine.animatic.paint.lamps import beam
from engine.animatic.paint.land import lit_table
from engine.animatic.paint.subjects.figure import FRONT, Figure
from engine.animatic.paint.subjects.shape import ribbon
from engine.animatic.paint.subjects.tree import BARK, LEAVES, grow
from engine.animatic.paint.tufts import paint_tufts
from engine.animatic.paint.weather import fog_bank
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


RANKS = (
    Rank("far", 120.0, 17.0, 29.0, 4.6, (0.62, 0.93), 0.9),
    Rank("middle", 62.0, 15.0, 25.0, 5.6, (0.36, 0.84), 0.7),
    Rank("near", 33.0, 13.0, 21.0, 6.8, (0.12, 0.66), 0.45),
)
TRUNK_Z = (13.5, 16.5, 19.0)


def paint(stage: Stage) -> None:
    """Ground, the rows from far to near with mist and light between, then the trunks beside us."""
    tile = mottled_tile(stage, "forest", 24)
    paint_floor(stage, tile, (0.02, 0.2), stage.wardrobe.keep("moss", lambda: _moss(stage)))
    for rank in RANKS:
        _rank(stage, rank)
        _mist(stage, rank)
        if rank.name == "middle":
            _shafts(stage, 1.0)
    paint_tufts(stage)
    _trunks(stage)
    _shafts(stage, 0.45)


def _moss(stage: Stage) -> object:
    snow = "snow" in stage.scene.weather
    low, high = ("#a9b6cc", "#f4f7fc") if snow else ("#33402a", "#7d8a4a")
    return lit_table(stage.light, QColor(low), QColor(high))


# Trees ----------------------------------------------------------------------------------------


def _rank(stage: Stage, rank: Rank) -> None:
    half = strip.reach(stage, rank.z, 8.0)
    high = min(strip.top(stage, rank.z), rank.tall * 1.1)
    metres = QRectF(-half, -0.6, 2 * half, high + 0.6)

    def draw(painter: QPainter) -> None:
        chance, x = stage.chance(f"forest/{rank.name}"), -half
        while x < half:
            if not _open(rank, x):
                _tree(stage, painter, rank, chance, x)
            x += rank.apart * chance.uniform(0.45, 1.45)

    strip.show(stage, strip.kept(stage, f"forest {rank.name}", rank.z, metres, draw))


def _open(rank: Rank, x: float) -> bool:
    """The nearest row leaves a clearing in the middle."""
    return rank.name == "near" and abs(x) < 0.26 * rank.z


def _tree(stage: Stage, painter: QPainter, rank: Rank, chance: Random, x: float) -> None:
    size = chance.uniform(rank.low, rank.tall) / GROWN
    leafy = "snow" not in stage.scene.weather and chance.random() < 0.22
    kind, seed = ("round" if leafy else "pine"), chance.random()
    colour = QColor(chance.choice(LEAVES))
    painter.save()
    painter.translate(x, chance.uniform(-0.3, 0.1))
    wide = size * chance.uniform(0.72, 0.95)
    painter.scale(wide if kind == "pine" else size, size)
    scale = stage.view.focal * stage.height / rank.z * size
    fig = Figure(stage, painter, _air(stage, rank), scale, 1, _sun(stage, x / rank.z))
    for part in ("back", "trunk", "front"):
        grow(fig, Random(f"{seed}/{part}"), kind, part, colour)
    painter.restore()


def _air(stage: Stage, rank: Rank) -> float:
    """The depth whose haze the row is painted with: more than its own on a clear day."""
    clear, thick = rank.air
    lost = min(1.0 - (1.0 - clear) * exp(-rank.z / stage.light.visibility), thick)
    return -stage.light.visibility * log(1.0 - lost)


def _sun(stage: Stage, across: float) -> tuple[float, float, float]:
    """The direction of the light for a tree that stands `across` (x by depth) the view."""
    dx = (stage.light.sun_x - 0.5) * stage.scene.aspect - across
    dy = max(-stage.light.sun_y, 0.25)
    length, front = sqrt(dx * dx + dy * dy), FRONT[stage.scene.hour]
    side = sqrt(1.0 - front * front)
    return side * dx / length, side * dy / length, front


# Air ------------------------------------------------------------------------------------------


def _mist(stage: Stage, rank: Rank) -> None:
    """Mist lies at the trees' feet: more at dawn and in fog, hardly any at noon."""
    much = {"dawn": 1.0, "day": 0.3, "sunset": 0.6, "night": 0.6}[stage.scene.hour]
    if {"fog", "rain"} & set(stage.scene.weather):
        much = min(much + 0.5, 1.0)
    fog_bank(stage, rank.z - 4.0, 0.2 * rank.z, 0.85 * rank.mist * much)


def _shafts(stage: Stage, share: float) -> None:
    """Light falls between the crowns in beams that wander as the leaves move."""
    light = stage.light
    strength = {"dawn": 0.55, "day": 0.3, "sunset": 0.45, "night": 0.1}[stage.scene.hour]
    if overcast(stage.scene.weather):
        return
    chance = stage.chance("shafts")
    source = QPointF(light.sun_x * stage.width, stage.view.horizon_y() - 0.62 * stage.height)
    wind = gust(stage.scene, stage.t)
    for i in range(5):
        aim, pace, wide = (
            chance.uniform(-0.9, 0.5),
            chance.uniform(5.0, 9.0),
            chance.uniform(0.1, 0.2),
        )
        swell = 0.62 + 0.38 * sin(tau * stage.t / pace + 2.1 * i) * (0.6 + wind)
        slant = (aim if light.sun_x > 0.5 else -aim) * 0.9
        far = QPointF(
            source.x() + slant * stage.height,
            stage.view.horizon_y() + 0.34 * stage.height,
        )
        painter = stage.painter
        painter.save()
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Screen)
        beam(
            stage, light.glow, (source, far), wide * stage.height, strength * share * max(swell, 0)
        )
        painter.restore()


# Trunks ---------------------------------------------------------------------------------------


def _trunks(stage: Stage) -> None:
    """Old trunks left and right of us that reach out of the frame."""
    for place in stage.wardrobe.keep("trunks", lambda: _places(stage)):
        x, z, number = place
        if not stage.view.sees(x, z, 2.5):
            continue
        high = strip.top(stage, z) + 0.5
        metres = QRectF(x - 1.8, -0.45, 3.6, high + 0.45)
        shown = strip.kept(
            stage, f"trunk {number}", z, metres,
            lambda painter, at=place, top=high: _trunk(stage, painter, at, top),
        )  # fmt: skip
        strip.show(stage, shown)


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
    line = [(x, -0.3), (x, 0.35), (x + 0.3 * lean, 0.4 * top), (x + lean, top + 0.5)]
    widths = [3.1 * half, 2.1 * half, 1.8 * half, 1.4 * half]
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
    if "snow" in stage.scene.weather:
        white = faded(light.lit(QColor("#eef3fb"), 0.7, z), 0.85)
        side = 1 if chance.random() < 0.5 else -1
        edge = [(px + side * half * 0.95, py) for px, py in line]
        painter.fillPath(ribbon(edge, [0.5 * half] * 4), white)
    painter.setClipping(False)


def _bark(
    stage: Stage, painter: QPainter, chance: Random, trunk: tuple[float, float, float, float],
    z: float,
) -> None:  # fmt: skip
    x, half, lean, top = trunk
    dark = faded(stage.light.lit(QColor("#1d1713"), 0.2, z), 0.4)
    bright = faded(stage.light.lit(QColor("#a58a66"), 0.8, z), 0.3)
    for i in range(int(11 * top)):
        y, aside = chance.uniform(-0.2, top), chance.uniform(-0.95, 0.95)
        long, thin = chance.uniform(0.25, 0.9), chance.uniform(0.012, 0.035)
        at = x + lean * (max(y, 0.0) / top) ** 1.6 + aside * half * 0.95
        bend = 0.05 * sin(3.0 * y + 5 * aside)
        ridge = QPainterPath(ribbon([(at, y), (at + bend, y + long / 2), (at, y + long)],
                                    [0.2 * thin, 1.6 * thin, 0.2 * thin]))  # fmt: skip
        painter.fillPath(ridge, dark if i % 3 else bright)

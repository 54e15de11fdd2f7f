"""Waterside: boats far away, what stands in harbours, what grows on the floor of the sea."""

# ruff: noqa: E501 - a part of a thing reads best on one line.

from functools import partial
from math import cos, pi, sin
from random import Random

from PySide6.QtGui import QColor

from engine.animatic.light import mixed
from engine.animatic.paint.props import Shape
from engine.animatic.paint.scenery.boxes import parts, shadow
from engine.animatic.paint.subjects.figure import Figure
from engine.animatic.paint.subjects.shape import blob, ellipse, polygon, ribbon


def _felucca(fig: Figure, chance: Random) -> None:
    """A Nile boat: low hull, one long slanting yard with a tall white sail."""
    hull = polygon([(-4.2, 0.9), (-3.4, 0.0), (3.2, 0.0), (4.4, 1.2), (3.6, 0.8), (-3.4, 0.6)])
    fig.fill(ribbon([(0.6, 0.5), (0.6, 6.2)], [0.2, 0.12]), fig.lit(QColor("#5b4330")))
    sail = polygon([(-3.4, 1.2), (0.5, 7.0), (2.6, 11.2), (3.2, 1.4)])
    fig.edged(sail, fig.lit(QColor("#f4ecd8"), 0.3, 0.2, 0.8), 0.08)
    fig.fill(ribbon([(-3.6, 0.9), (2.8, 11.5)], [0.14, 0.08]), fig.lit(QColor("#5b4330")))
    fig.edged(hull, fig.lit(QColor("#8c5a3a"), 0, 0.1, 0.8), 0.06)


def _moored(fig: Figure, chance: Random) -> None:
    """A small fishing boat at rest."""
    colour = chance.choice(("#2f6f9e", "#c8473a", "#e9e2d2", "#3f8a6a"))
    hull = polygon([(-2.6, 1.0), (-2.1, 0.0), (1.9, 0.0), (2.9, 1.3), (2.0, 0.85), (-2.0, 0.75)])
    fig.edged(hull, fig.lit(QColor(colour), 0, 0, 1), 0.05)
    parts(fig, "b -1.2 .75 1.2 1.1 #efe8da; b -1.35 1.8 1.5 .12 #7a4a34; d -1 1.15 .7 .4 #26394a")
    fig.fill(ribbon([(0.5, 0.8), (0.5, 4.6)], [0.1, 0.05]), fig.lit(QColor("#7a6248")))


def _masts(fig: Figure, chance: Random) -> None:
    """Sailing yachts moored side by side, their sails down."""
    for _ in range(4):
        x, tall = chance.uniform(-5.0, 5.0), chance.uniform(8.0, 12.0)
        hull = polygon([(x - 3, 1.1), (x - 2.6, 0), (x + 2.4, 0), (x + 3.4, 1.3)])
        fig.edged(hull, fig.lit(QColor("#f0ede6"), 0, 0, 1), 0.05)
        parts(fig, f"b {x - 1.6} 1.1 2.4 .6 #dfe3e6; d {x - 1.2} 1.25 1.6 .3 #2a3a4c")
        mast = fig.lit(QColor("#c9c6c0"), 0.4, 0.1, 0.8)
        fig.fill(ribbon([(x + 0.4, 1.0), (x + 0.4, tall)], [0.14, 0.08]), mast)
        fig.fill(ribbon([(x + 0.4, 2.2), (x - 2.6, 2.1)], [0.3, 0.22]), fig.lit(QColor("#5d7fae")))
        for end in (-2.8, 3.1):
            fig.stroke(ribbon([(x + 0.4, tall), (x + end, 1.2)], [0.02, 0.02]), mast, 0.02)


def _crane(fig: Figure, chance: Random) -> None:
    """A harbour crane for containers."""
    red = fig.lit(QColor(chance.choice(("#b8463a", "#d9862f", "#3d6f9e"))), 0, 0, 1)
    for x in (-6.0, 6.0):
        fig.edged(ribbon([(x, 0), (0.75 * x, 26)], [1.3, 1.0]), red, 0.1)
    for line in ([(-5, 9), (5, 9)], [(-18, 27), (24, 27)], [(-4, 26), (0, 40)], [(4, 26), (0, 40)],
                 [(0, 40), (22, 27.5)], [(0, 40), (-16, 27.5)]):  # fmt: skip
        fig.fill(ribbon(line, [0.9, 0.7] if line[0][1] != 40 else [0.3, 0.3]), red)
    parts(fig, "b 10 24 3 2.6 #d8d4c8")
    fig.stroke(ribbon([(14, 27), (14, 15)], [0.1, 0.1]), fig.lit(QColor("#33343a")), 0.15)


def _containers(fig: Figure, chance: Random) -> None:
    for level in range(3):
        for i in range(4 - level):
            x = -7.5 + 4.0 * i + level * 1.2
            colour = chance.choice(("#a8433a", "#3a6a94", "#c08a35", "#4f7d5c", "#7c7f86"))
            parts(fig, f"b {x} {2.5 * level} 3.9 2.45 {colour}")


def _bollard(fig: Figure, chance: Random) -> None:
    shadow(fig, 0.5)
    parts(fig, "b -.2 0 .4 .5 #3a3d44; r -.28 .45 .56 .2 #4a4e57")


def _barrels(fig: Figure, chance: Random) -> None:
    shadow(fig, 1.1)
    for x in (-0.45, 0.4):
        fig.fill(blob([(x - 0.3, 0), (x - 0.38, 0.45), (x - 0.3, 0.9), (x + 0.3, 0.9),
                       (x + 0.38, 0.45), (x + 0.3, 0)]), fig.round(QColor("#8a6038"), x - 0.4, x + 0.4))  # fmt: skip
        for y in (0.15, 0.72):
            fig.fill(
                ribbon([(x - 0.35, y), (x + 0.35, y)], [0.06, 0.06]), fig.lit(QColor("#4a4640"))
            )


def _islet(fig: Figure, chance: Random) -> None:
    """A low island: a strip of sand and a green back."""
    back = blob([(-11, 0.2), (-8, 1.8), (-3, 3.4), (3, 4.0), (8, 2.2), (11, 0.2)])
    fig.edged(back, fig.lit(QColor("#4f7f42"), 0, 0.3, 0.7), 0.1)
    fig.edged(
        polygon([(-13, 0), (-10, 0.7), (10, 0.8), (13.5, 0)]),
        fig.lit(QColor("#ecd6a4"), 0, 0.7, 0.5),
        0.05,
    )


def _iceberg(fig: Figure, chance: Random) -> None:
    """A block of ice: bright planes, blue clefts, green where it meets the water."""
    peaks = [(-4.0, 0.0), (-3.6, chance.uniform(1.2, 2.2)), (-1.8, chance.uniform(2.6, 4.0)),
             (-0.4, chance.uniform(2.2, 3.0)), (1.2, chance.uniform(3.4, 5.2)),
             (2.8, chance.uniform(1.6, 2.4)), (4.2, 0.0)]  # fmt: skip
    fig.edged(polygon(peaks), fig.lit(QColor("#cfe6f4"), 0, 0.2, 0.8), 0.06)
    side = 1 if fig.sun[0] >= 0 else -1
    for i in range(1, 6):
        (x, y), low = peaks[i], 0.25 * peaks[i][1]
        facet = [(x, y), (x + 0.9 * side, low), (x - 0.2 * side, 0.3 * low)]
        fig.fill(polygon(facet), fig.lit(QColor("#f6fbff"), 0.7 * side, 0.5, 0.5))
        fig.fill(
            polygon([(x, y), (x - 0.2 * side, 0.3 * low), (x - 0.8 * side, low)]),
            fig.lit(QColor("#8cc0e0"), -0.6 * side, 0, 0.6),
        )
    fig.fill(
        polygon([(-4.1, 0), (-3.8, 0.3), (4.0, 0.3), (4.3, 0)]),
        fig.lit(QColor("#6fc4d0"), 0, 0.3, 0.7),
    )


# On the floor of the sea ----------------------------------------------------------------------


def _kelp(fig: Figure, chance: Random) -> None:
    """Long blades that stand in the water."""
    for _ in range(6):
        x, tall, bend = (
            chance.uniform(-0.5, 0.5),
            chance.uniform(1.4, 3.4),
            chance.uniform(-0.3, 0.3),
        )
        line = [(x + bend * sin(1.4 * j), tall * j / 6) for j in range(7)]
        tint = mixed(QColor("#2f6b3c"), QColor("#9aa63c"), chance.random() * 0.7)
        fig.edged(
            ribbon(line, [0.05, 0.13, 0.16, 0.15, 0.12, 0.08, 0.01]),
            fig.lit(tint, 0, 0.3, 0.6),
            0.02,
        )


def _fan(colour: str, fig: Figure, chance: Random) -> None:
    """A sea fan: branches in one plane."""
    base = fig.lit(QColor(colour), 0, 0.2, 0.8)
    for i in range(11):
        angle = pi * (0.1 + 0.8 * i / 10)
        long = 1.2 + 0.3 * sin(i * 2.1)
        tip = (long * cos(angle), 0.2 + long * sin(angle))
        fig.fill(ribbon([(0, 0), (0.4 * tip[0], 0.5 * tip[1]), tip], [0.12, 0.07, 0.04]), base)
        for j in range(1, 6):
            part, side = j / 6, 1 if j % 2 else -1
            foot = (part * tip[0], part * tip[1])
            end = (foot[0] + 0.26 * cos(angle + side), foot[1] + 0.26 * sin(angle + side))
            fig.fill(ribbon([foot, end], [0.05, 0.02]), base)


def _brain(colour: str, fig: Figure, chance: Random) -> None:
    """A round coral with furrows."""
    shadow(fig, 0.9, 0.4)
    fig.fill(ellipse(0, 0.32, 0.8, 0.55), fig.ball(QColor(colour), 0, 0.32, 0.8))
    for i in range(6):
        y = 0.08 + 0.13 * i
        half = 0.74 * (1 - ((y - 0.32) / 0.6) ** 2) ** 0.5 if abs(y - 0.32) < 0.55 else 0.1
        line = [(half * (j / 5 - 1), y + 0.05 * sin(3.0 * j + i)) for j in range(11)]
        fig.stroke(
            ribbon(line, [0.02] * 11), fig.lit(mixed(QColor(colour), QColor("#2a1530"), 0.5)), 0.025
        )


def _tubes(colour: str, fig: Figure, chance: Random) -> None:
    shadow(fig, 0.8, 0.4)
    for i in range(7):
        x, tall = (i - 3) * 0.2 + chance.uniform(-0.05, 0.05), chance.uniform(0.5, 1.3)
        lean = 0.12 * (i - 3)
        fig.fill(ribbon([(x, 0), (x + lean, tall)], [0.16, 0.24]),
                 fig.round(QColor(colour), x - 0.15, x + 0.25))  # fmt: skip
        fig.fill(
            ellipse(x + lean, tall, 0.12, 0.05),
            fig.lit(mixed(QColor(colour), QColor("#180a1c"), 0.65)),
        )


def _staghorn(colour: str, fig: Figure, chance: Random) -> None:
    shadow(fig, 0.9, 0.4)
    for i in range(9):
        angle = pi * (0.1 + 0.8 * i / 8)
        _horn(fig, chance, (0.0, 0.0), angle, 0.55, 0.13, 2, QColor(colour))


def _horn(
    fig: Figure, chance: Random, foot: tuple[float, float], angle: float, long: float, wide: float,
    more: int, colour: QColor,
) -> None:  # fmt: skip
    tip = (foot[0] + long * cos(angle), foot[1] + long * sin(angle))
    tint = mixed(colour, QColor("#ffffff"), 0.0 if more else 0.35)
    fig.fill(ribbon([foot, tip], [wide, 0.7 * wide]), fig.lit(tint, 0.5 * cos(angle), 0.4, 0.6))
    for turn in (-0.5, 0.45) if more else ():
        _horn(fig, chance, tip, angle + turn * chance.uniform(0.7, 1.3), 0.7 * long, 0.75 * wide,
              more - 1, colour)  # fmt: skip


def _anemone(colour: str, fig: Figure, chance: Random) -> None:
    parts(fig, "r -.3 -.05 .6 .3 #a8505a")
    for i in range(24):
        angle = pi * (i + chance.random()) / 24
        tip = (0.6 * cos(angle), 0.25 + 0.45 * sin(angle))
        fig.fill(
            ribbon([(0.2 * cos(angle), 0.2), tip], [0.07, 0.06]),
            fig.lit(QColor(colour), cos(angle), 0.4, 0.5),
        )
        fig.fill(
            ellipse(*tip, 0.04, 0.04),
            fig.lit(mixed(QColor(colour), QColor("#ffffff"), 0.5), 0, 0.5, 0.6),
        )


WIDE = (-1.8, -0.2, 3.6, 2.4)

SHAPES: dict[str, Shape] = {
    "felucca": Shape((-5.5, -0.3, 11.0, 12.5), _felucca, 0.0, 1),
    "moored_boat": Shape((-3.4, -0.2, 6.8, 5.4), _moored, 0.0, 4),
    "yachts": Shape((-9.0, -0.2, 18.0, 13.5), _masts, 0.0, 3),
    "harbour_crane": Shape((-19.0, -0.3, 45.0, 42.0), _crane, 0.0, 2),
    "containers": Shape((-8.0, -0.3, 17.0, 8.4), _containers, 0.0, 3),
    "bollard": Shape((-0.6, -0.15, 1.2, 0.9), _bollard, 0.0, 1),
    "barrels": Shape((-1.2, -0.2, 2.4, 1.3), _barrels, 0.0, 1),
    "islet": Shape((-14.0, -0.1, 28.0, 5.0), _islet, 0.0, 1),
    "iceberg": Shape((-4.5, -0.1, 9.0, 5.6), _iceberg, 0.0, 4),
    "kelp": Shape((-1.2, -0.1, 2.4, 3.8), _kelp, 0.16, 4),
    "fan_pink": Shape(WIDE, partial(_fan, "#e0568c"), 0.05, 1),
    "fan_violet": Shape(WIDE, partial(_fan, "#8a5ad0"), 0.05, 1),
    "brain_coral": Shape(WIDE, partial(_brain, "#e0a45a"), 0.0, 1),
    "green_coral": Shape(WIDE, partial(_brain, "#7fb06a"), 0.0, 1),
    "tube_coral": Shape(WIDE, partial(_tubes, "#f0913c"), 0.0, 2),
    "purple_tubes": Shape(WIDE, partial(_tubes, "#b066c8"), 0.0, 2),
    "staghorn": Shape(WIDE, partial(_staghorn, "#e86a5a"), 0.0, 2),
    "blue_staghorn": Shape(WIDE, partial(_staghorn, "#6a8ce0"), 0.0, 2),
    "anemone": Shape((-0.9, -0.2, 1.8, 1.2), partial(_anemone, "#f2b0c0"), 0.14, 2),
}

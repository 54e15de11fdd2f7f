"""Built: houses, walls and what people put up out of doors."""

# ruff: noqa: E501 - a part of a thing reads best on one line.

from random import Random

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainterPath

from engine.animatic.light import mixed
from engine.animatic.paint.props import Shape
from engine.animatic.paint.scenery.boxes import parts, shadow
from engine.animatic.paint.scenery.greenery import SNOW, snowy
from engine.animatic.paint.subjects.figure import Figure
from engine.animatic.paint.subjects.shape import ellipse, polygon, ribbon

WARM = "#ffc873"


def _cottage(fig: Figure, chance: Random) -> None:
    """A gabled house with a chimney, shutters and a door."""
    shadow(fig, 5.5, 0.35)
    wall = chance.choice(("#e8dcc4", "#d9c8a8", "#c9b49a", "#e3d5cb", "#b9c0b4"))
    roof = chance.choice(("#8a4a38", "#6d4436", "#a05a40", "#5b5148"))
    tint = QColor(roof) if not snowy(fig) else mixed(QColor(roof), SNOW, 0.88)
    parts(fig, f"b 1.7 4.2 .8 2.6 #8b6a58; b 1.6 6.7 1 .2 #6b5044; b -4.2 0 8.4 3.4 {wall}")
    parts(fig, f"b -4.2 0 8.4 .35 {'#8d857a'}")
    slope = polygon([(-4.8, 3.2), (-3.0, 6.2), (3.0, 6.2), (4.8, 3.2)])
    fig.edged(slope, fig.lit(tint, 0.2, 0.55, 0.6), 0.06)
    for i in range(1, 6):
        y, part = 3.2 + 0.5 * i, i / 6
        half = 4.8 - 1.8 * part
        fig.stroke(
            ribbon([(-half, y), (half, y)], [0.02, 0.02]),
            fig.lit(mixed(tint, QColor("#1c1414"), 0.3)),
            0.03,
        )
    for x in (-3.2, -1.4, 1.9):
        parts(fig, f"b {x - 0.12} 1.1 1.34 1.5 #f2ead8; w {x} 1.2 1.1 1.3 {WARM}; b {x + 0.5} 1.2 .07 1.3 #f2ead8; "
                   f"b {x} 1.8 1.1 .06 #f2ead8; b {x - 0.42} 1.1 .32 1.5 #4f6b5e; b {x + 1.22} 1.1 .32 1.5 #4f6b5e")  # fmt: skip
    parts(fig, f"b .2 0 1.1 2.2 #6a4530; e 1.05 1 .12 .12 #d8b04a; w .45 1.5 .6 .5 {WARM}")


def _barn(fig: Figure, chance: Random) -> None:
    shadow(fig, 8.0, 0.35)
    parts(fig, "b -6 0 12 5 #9c3f34")
    tint = mixed(QColor("#5a4a46"), SNOW, 0.85) if snowy(fig) else QColor("#5a4a46")
    fig.edged(
        polygon([(-6.5, 4.8), (-4.6, 7.6), (0, 9.2), (4.6, 7.6), (6.5, 4.8)]),
        fig.lit(QColor("#9c3f34"), 0, 0.2, 0.9),
        0.08,
    )
    fig.fill(
        ribbon([(-6.6, 4.8), (-4.6, 7.7), (0, 9.3), (4.6, 7.7), (6.6, 4.8)], [0.4] * 5),
        fig.lit(tint, 0, 0.8, 0.4),
    )
    parts(
        fig,
        "b -1.9 0 3.8 3.6 #f0e8dc; b -1.7 0 3.4 3.4 #7d3129; b -.06 0 .12 3.4 #f0e8dc; d -.8 5.6 1.6 1.5 #2a1c1c",
    )
    for x in (-4.6, 3.6):
        parts(fig, f"b {x - 0.1} 1.9 1.2 1.2 #f0e8dc; w {x} 2 1 1 {WARM}")


def _mud_house(fig: Figure, chance: Random) -> None:
    """A flat-roofed Arab house with a wooden bay."""
    wall = chance.choice(("#dcb98a", "#e8cfa4", "#c9a274", "#efdcbc"))
    wide, tall = chance.uniform(3.0, 4.4), chance.uniform(4.5, 8.5)
    parts(
        fig,
        f"b {-wide} 0 {2 * wide} {tall} {wall}; b {-wide - 0.1} {tall} {2 * wide + 0.2} .35 {wall}",
    )
    for i in range(int(2 * wide / 0.8)):
        parts(fig, f"b {-wide + 0.8 * i} {tall + 0.35} .45 .35 {wall}")
    arched(fig, 0.0, 0.0, 0.75, 2.2, "#5a3d28")
    for level in range(int((tall - 2.6) / 2.1)):
        for x in (-0.6 * wide, 0.55 * wide):
            y = 2.9 + 2.1 * level
            window(fig, x, y, 0.42, 1.25)
    if chance.random() < 0.6:
        x = 0.05 * wide
        parts(fig, f"b {x - 0.8} 2.9 1.6 1.9 #6d4a30; b {x - 0.9} 4.8 1.8 .2 #4f3522")
        for i in range(5):
            parts(fig, f"w {x - 0.7 + 0.29 * i} 3.3 .18 1.2 {WARM}")


def arched(fig: Figure, x: float, y: float, half: float, tall: float, colour: str) -> None:
    """A pointed arch filled with a colour."""
    fig.fill(pointed(x, y, half, tall), fig.lit(QColor(colour)))


def window(fig: Figure, x: float, y: float, half: float, tall: float) -> None:
    """A pointed window, lit at night."""
    fig.fill(pointed(x, y - 0.1, half + 0.12, tall + 0.22), fig.lit(QColor("#f3e6cc"), 0, 0.3, 0.9))
    dark = fig.lit(QColor("#2e3a46"))
    fig.fill(pointed(x, y, half, tall), mixed(dark, QColor(WARM), 0.85 * fig.stage.light.lamps))


def pointed(x: float, y: float, half: float, tall: float) -> QPainterPath:
    """The outline of a pointed arch that stands on y."""
    path, spring = QPainterPath(QPointF(x - half, y)), y + tall - 1.1 * half
    path.lineTo(x - half, spring)
    path.quadTo(QPointF(x - half, y + tall - 0.25 * half), QPointF(x, y + tall))
    path.quadTo(QPointF(x + half, y + tall - 0.25 * half), QPointF(x + half, spring))
    path.lineTo(x + half, y)
    path.closeSubpath()
    return path


def _dome(fig: Figure, chance: Random) -> None:
    """A mosque's dome with a crescent."""
    parts(fig, "b -7 0 14 6 #e6d3b0; b -7.2 6 14.4 .5 #efdfc2; b -4.6 6.4 9.2 1.8 #e0caa4")
    dome = QPainterPath(QPointF(-4.6, 8.2))
    dome.cubicTo(QPointF(-5.4, 12.0), QPointF(-1.6, 14.2), QPointF(0, 15.6))
    dome.cubicTo(QPointF(1.6, 14.2), QPointF(5.4, 12.0), QPointF(4.6, 8.2))
    fig.edged(dome, fig.ball(QColor("#4f9a94"), 0, 10.5, 5.0), 0.1)
    fig.fill(ribbon([(0, 15.4), (0, 17.2)], [0.16, 0.06]), fig.lit(QColor("#e0b84a"), 0, 0.6, 0.6))
    fig.fill(ellipse(0, 17.4, 0.4, 0.4), fig.lit(QColor("#e0b84a"), 0, 0.6, 0.6))
    for i in range(5):
        window(fig, -5.2 + 2.6 * i, 1.6, 0.6, 2.8)


def _minaret(fig: Figure, chance: Random) -> None:
    parts(
        fig,
        "b -1.5 0 3 13 #e4cda6; b -2 13 4 .6 #efdfc2; b -1.1 13.6 2.2 5 #e4cda6; b -1.6 18.6 3.2 .5 #efdfc2; b -.8 19.1 1.6 2.2 #e4cda6",
    )
    cap = QPainterPath(QPointF(-0.9, 21.3))
    cap.cubicTo(QPointF(-1.1, 23.0), QPointF(-0.3, 23.8), QPointF(0, 25.4))
    cap.cubicTo(QPointF(0.3, 23.8), QPointF(1.1, 23.0), QPointF(0.9, 21.3))
    fig.edged(cap, fig.lit(QColor("#4f9a94"), 0.3, 0.4, 0.8), 0.05)
    for y in (4.0, 9.0, 15.0):
        window(fig, 0, y, 0.3, 1.6)


def _church(fig: Figure, chance: Random) -> None:
    """A village church with a steeple."""
    parts(fig, "b -1.8 0 3.6 9 #e6ddcc; b 1.8 0 8 5 #e0d5c0")
    tint = mixed(QColor("#5c4a48"), SNOW, 0.8) if snowy(fig) else QColor("#5c4a48")
    fig.edged(polygon([(-2.1, 9), (0, 17), (2.1, 9)]), fig.lit(tint, 0.3, 0.4, 0.8), 0.06)
    fig.edged(polygon([(1.8, 5), (3.2, 8), (9, 8), (10.2, 5)]), fig.lit(tint, 0, 0.6, 0.6), 0.06)
    for x in (3.2, 5.6, 8.0):
        window(fig, x, 1.4, 0.4, 2.4)
    window(fig, 0, 6.0, 0.4, 1.8)
    arched(fig, 0, 0, 0.7, 2.6, "#5a3d28")


def _townhouse(fig: Figure, chance: Random) -> None:
    """A tall front on a square, with an arcade at its foot."""
    wall = chance.choice(("#e0b98c", "#d99f80", "#e6d3a8", "#c9b0a0", "#dcc6b4", "#b8c0b8"))
    floors = chance.choice((2, 3, 3))
    tall = 4.4 + 3.0 * floors
    parts(fig, f"b -5 0 10 {tall} {wall}; b -5.2 {tall} 10.4 .5 #efe4d0; b -5 4.1 10 .25 #efe4d0")
    tint = mixed(QColor("#96543e"), SNOW, 0.85) if snowy(fig) else QColor("#96543e")
    fig.edged(
        polygon([(-5.2, tall + 0.5), (-4.2, tall + 2.4), (4.2, tall + 2.4), (5.2, tall + 0.5)]),
        fig.lit(tint, 0, 0.6, 0.6),
        0.06,
    )
    for i in range(3):
        x = -3.3 + 3.3 * i
        fig.fill(pointed(x, 0, 1.3, 3.6), fig.lit(QColor("#5b4638")))
        parts(fig, f"w {x - 0.9} .2 1.8 2.4 {WARM}")
        for level in range(floors):
            y = 5.0 + 3.0 * level
            parts(fig, f"b {x - 0.72} {y - 0.15} 1.44 2 #f3ead8; w {x - 0.55} {y} 1.1 1.7 {WARM}; "
                       f"b {x - 0.04} {y} .08 1.7 #f3ead8; b {x - 1.1} {y} .36 1.7 #5f7f74; b {x + 0.74} {y} .36 1.7 #5f7f74")  # fmt: skip


def _fence(fig: Figure, chance: Random) -> None:
    for i in range(4):
        parts(fig, f"b {-2.4 + 1.6 * i} 0 .14 1.15 #a58a68")
    parts(fig, "b -2.5 .35 5 .12 #b39a78; b -2.5 .78 5 .12 #b39a78")


def _bale(fig: Figure, chance: Random) -> None:
    shadow(fig, 0.9, 0.5)
    fig.fill(ellipse(0, 0.65, 0.68, 0.65), fig.ball(QColor("#d8ae58"), 0, 0.65, 0.7))
    for i in range(1, 5):
        fig.stroke(ellipse(0.02, 0.65, 0.13 * i, 0.12 * i), fig.lit(QColor("#a87c34")), 0.025)


def _bench(fig: Figure, chance: Random) -> None:
    shadow(fig, 1.1)
    parts(
        fig,
        "b -.8 0 .1 .45 #33363c; b .7 0 .1 .45 #33363c; b -.95 .42 1.9 .1 #8a5f3c; b -.95 .62 1.9 .12 #946743; b -.95 .82 1.9 .12 #946743; b -.8 .45 .08 .55 #33363c; b .72 .45 .08 .55 #33363c",
    )


def _stall(fig: Figure, chance: Random) -> None:
    """A market stall: a striped awning, heaps of fruit and spices, a lantern."""
    shadow(fig, 2.0, 0.5)
    colour = chance.choice(("#b8402f", "#2f7f74", "#c9942f", "#6a4a8c"))
    parts(
        fig,
        "b -1.6 0 3.2 .85 #7a5336; b -1.7 .8 3.4 .14 #96693f; b -1.6 .8 .1 1.6 #5f422c; b 1.5 .8 .1 1.6 #5f422c",
    )
    for i in range(7):
        x, heap = (
            -1.4 + 0.47 * i,
            chance.choice(
                ("#d9482f", "#f0a52c", "#e8cf3c", "#7a9e3c", "#b5651d", "#8c3b57", "#f4ecd6")
            ),
        )
        parts(fig, f"h {x - 0.24} .92 .48 {chance.uniform(0.22, 0.4)} {heap}")
    for i in range(8):
        x, tint = -1.9 + 0.475 * i, colour if i % 2 else "#f0e4cc"
        fig.fill(
            polygon([(0.86 * x, 2.75), (x, 2.25), (x + 0.475, 2.25), (0.86 * (x + 0.475), 2.75)]),
            fig.lit(QColor(tint), 0, 0.5, 0.7),
        )
        parts(fig, f"e {x} 2.14 .475 .24 {tint}")
    parts(fig, "l -.12 1.72 .24 .34 #ffcf70")


def _carpets(fig: Figure, chance: Random) -> None:
    """Carpets that hang from a line, each with its own border and diamonds."""
    fig.stroke(ribbon([(-2.2, 2.6), (2.2, 2.6)], [0.03, 0.03]), fig.lit(QColor("#4a3a2c")), 0.04)
    for i in range(3):
        x, main, other = (
            -2.0 + 1.4 * i,
            chance.choice(("#9c2f35", "#28446e", "#7a3d24")),
            chance.choice(("#e0b45a", "#e8d8b4")),
        )
        parts(
            fig,
            f"b {x} .5 1.15 2.1 {main}; b {x + 0.1} .62 .95 .08 {other}; b {x + 0.1} 2.4 .95 .08 {other}; b {x + 0.08} .62 .07 1.86 {other}; b {x + 1.0} .62 .07 1.86 {other}",
        )
        for j in range(3):
            y = 1.0 + 0.55 * j
            fig.fill(
                polygon([(x + 0.3, y), (x + 0.57, y + 0.24), (x + 0.85, y), (x + 0.57, y - 0.24)]),
                fig.lit(QColor(other)),
            )
            fig.fill(
                polygon([(x + 0.43, y), (x + 0.57, y + 0.12), (x + 0.71, y), (x + 0.57, y - 0.12)]),
                fig.lit(QColor(main)),
            )


def _swing(fig: Figure, chance: Random) -> None:
    shadow(fig, 2.2, 0.3)
    for x in (-1.8, 1.8):
        fig.fill(ribbon([(x - 0.5, 0), (x, 2.6)], [0.1, 0.1]), fig.lit(QColor("#d8483a")))
        fig.fill(ribbon([(x + 0.5, 0), (x, 2.6)], [0.1, 0.1]), fig.lit(QColor("#c03f34")))
    parts(fig, "b -1.9 2.55 3.8 .13 #3f7fb8")
    for x in (-0.95, 0.95):
        parts(
            fig,
            f"b {x - 0.24} .6 .02 2 #55585e; b {x + 0.22} .6 .02 2 #55585e; b {x - 0.32} .55 .64 .08 #f0b428",
        )


def _slide(fig: Figure, chance: Random) -> None:
    shadow(fig, 2.2, 0.3)
    parts(
        fig,
        "b -1.5 0 .1 2.7 #3f7fb8; b -.7 0 .1 2.7 #3f7fb8; b -1.55 1.7 1 .12 #f0b428; t -1.75 2.6 1.3 .7 #d8483a",
    )
    for i in range(5):
        parts(fig, f"b -1.4 {0.3 + 0.3 * i} .75 .06 #f0b428")
    fig.edged(
        ribbon([(-0.7, 1.8), (0.4, 1.0), (1.2, 0.35), (1.9, 0.25)], [0.35, 0.32, 0.32, 0.28]),
        fig.lit(QColor("#49a86a"), 0.3, 0.6, 0.6),
        0.03,
    )


def _seesaw(fig: Figure, chance: Random) -> None:
    shadow(fig, 1.6, 0.3)
    parts(fig, "t -.3 0 .6 .6 #3f7fb8")
    fig.fill(
        ribbon([(-1.6, 0.25), (1.6, 0.9)], [0.12, 0.12]), fig.lit(QColor("#f0b428"), 0, 0.5, 0.8)
    )
    parts(fig, "b -1.4 .3 .07 .4 #d8483a; b 1.3 .85 .07 .4 #d8483a")


def _goal(fig: Figure, chance: Random) -> None:
    """A football goal with its net."""
    net = fig.lit(QColor("#e8eef2"), 0, 0, 1)
    for i in range(25):
        x = -3.66 + 0.305 * i
        fig.stroke(
            ribbon([(0.9 * x, 0.0), (x, 2.44)], [0.01, 0.01]),
            mixed(net, QColor("#4d7a46"), 0.4),
            0.015,
        )
    for i in range(8):
        fig.stroke(
            ribbon([(-3.6, 0.305 * i), (3.6, 0.305 * i)], [0.01, 0.01]),
            mixed(net, QColor("#4d7a46"), 0.4),
            0.015,
        )
    parts(fig, "b -3.78 0 .13 2.5 #ffffff; b 3.65 0 .13 2.5 #ffffff; b -3.78 2.42 7.56 .13 #ffffff")


def _well(fig: Figure, chance: Random) -> None:
    shadow(fig, 3.4, 0.35)
    parts(
        fig,
        "r -3 0 6 .7 #b8b0a4; b -2.8 .5 5.6 .18 #cfc8bc; b -.3 .6 .6 1.8 #b8b0a4; h -1.4 2.2 2.8 -.5 #c8c0b2; b -.15 2.2 .3 .9 #b8b0a4; r -.6 2.9 1.2 .2 #c8c0b2",
    )
    for side in (-1, 1):
        arc = [(0, 3.1), (0.6 * side, 3.5), (1.3 * side, 2.7), (1.6 * side, 0.8)]
        fig.stroke(
            ribbon(arc, [0.03, 0.05, 0.08, 0.12]), fig.lit(QColor("#d8f0fa"), 0, 0.7, 0.7), 0.05
        )


def _roof(fig: Figure, chance: Random) -> None:
    """What stands on flat roofs: a water tank, ducts, an aerial."""
    shadow(fig, 2.4, 0.4)
    parts(
        fig,
        "b -1.9 0 .15 1.3 #4a4c52; b -.3 0 .15 1.3 #4a4c52; b -2.1 1.2 2.2 1.9 #8a6a50; t -2.2 3.1 2.4 .9 #6d5340; b .8 0 1.5 1 #9aa0a6; d .95 .2 1.2 .6 #3d4248; b 2.5 0 .06 3 #4a4c52; b 2.1 2.6 .9 .05 #4a4c52; b 2.2 2.2 .7 .05 #4a4c52",
    )


def _vent(fig: Figure, chance: Random) -> None:
    shadow(fig, 0.7, 0.4)
    parts(fig, "b -.4 0 .8 .9 #a8adb2; d -.3 .25 .6 .45 #4a4f55; b -.5 .88 1 .12 #8f949a")


def _mast(fig: Figure, chance: Random) -> None:
    """A railway's mast with its arm."""
    parts(fig, "b -.12 0 .24 7.4 #6a6f76; b -3.2 6.2 3.2 .1 #6a6f76")
    fig.stroke(ribbon([(0, 7.2), (-3.0, 6.3)], [0.05, 0.05]), fig.lit(QColor("#6a6f76")), 0.06)


def _signal(fig: Figure, chance: Random) -> None:
    parts(
        fig,
        "b -.08 0 .16 4.4 #5a5e64; r -.35 3.3 .7 1.5 #22252a; s -.17 4.3 .34 .34 #4a1a18; s -.17 3.5 .34 .34 #3ce07a",
    )


def _sign(fig: Figure, chance: Random) -> None:
    parts(
        fig,
        "b -.06 0 .12 2.4 #80858a; b .9 0 .12 2.4 #80858a; b -.5 2.1 2 1.1 #1f6b4a; b -.4 2.75 1.8 .1 #e6f0ea; b -.4 2.4 1.2 .1 #e6f0ea",
    )


def _ruin(fig: Figure, chance: Random) -> None:
    """A broken column."""
    shadow(fig, 1.0)
    parts(fig, "b -.7 0 1.4 .35 #c8bca4")
    fig.fill(
        polygon([(-0.5, 0.35), (-0.45, 3.2), (-0.1, 3.6), (0.2, 3.1), (0.45, 3.3), (0.5, 0.35)]),
        fig.round(QColor("#d2c6ae"), -0.5, 0.5),
    )


SHAPES: dict[str, Shape] = {
    "cottage": Shape((-6.0, -0.7, 12.0, 8.2), _cottage, 0.0, 5),
    "barn": Shape((-8.5, -1.0, 17.0, 11.0), _barn, 0.0, 1),
    "mud_house": Shape((-5.0, -0.1, 10.0, 10.0), _mud_house, 0.0, 6),
    "dome": Shape((-8.0, -0.1, 16.0, 18.2), _dome, 0.0, 1),
    "minaret": Shape((-2.4, -0.1, 4.8, 26.0), _minaret, 0.0, 1),
    "church": Shape((-2.8, -0.1, 14.0, 17.4), _church, 0.0, 1),
    "townhouse": Shape((-5.6, -0.1, 11.2, 16.5), _townhouse, 0.0, 5),
    "fence": Shape((-2.6, -0.05, 5.2, 1.3), _fence, 0.0, 1),
    "bale": Shape((-1.0, -0.15, 2.0, 1.6), _bale, 0.0, 1),
    "bench": Shape((-1.2, -0.15, 2.4, 1.3), _bench, 0.0, 1),
    "stall": Shape((-2.2, -0.3, 4.4, 3.2), _stall, 0.0, 5),
    "carpets": Shape((-2.3, 0.4, 4.6, 2.4), _carpets, 0.0, 4),
    "swing": Shape((-2.6, -0.3, 5.2, 3.1), _swing, 0.0, 1),
    "slide": Shape((-2.4, -0.3, 4.8, 3.7), _slide, 0.0, 1),
    "seesaw": Shape((-1.9, -0.2, 3.8, 1.6), _seesaw, 0.0, 1),
    "goal": Shape((-4.0, -0.05, 8.0, 2.7), _goal, 0.0, 1),
    "fountain_basin": Shape((-3.6, -0.5, 7.2, 4.3), _well, 0.0, 1),
    "roof_tank": Shape((-2.6, -0.3, 5.8, 4.4), _roof, 0.0, 1),
    "vent": Shape((-0.8, -0.1, 1.6, 1.2), _vent, 0.0, 1),
    "rail_mast": Shape((-3.4, 0.0, 3.8, 7.6), _mast, 0.0, 1),
    "signal": Shape((-0.5, 0.0, 1.0, 5.0), _signal, 0.0, 1),
    "road_sign": Shape((-0.6, 0.0, 2.2, 3.4), _sign, 0.0, 1),
    "column": Shape((-1.1, -0.15, 2.2, 3.9), _ruin, 0.0, 1),
}

"""Furniture: what stands and hangs in rooms, each written as plain parts (see boxes)."""

# ruff: noqa: E501 - a part of a thing reads best on one line.

from functools import partial
from random import Random

from PySide6.QtGui import QColor

from engine.animatic.light import mixed
from engine.animatic.paint.props import Shape
from engine.animatic.paint.scenery.boxes import parts, shadow
from engine.animatic.paint.scenery.built import pointed
from engine.animatic.paint.subjects.figure import Figure
from engine.animatic.paint.subjects.shape import ellipse, polygon, ribbon

SPINES = (
    "#8c3b35",
    "#2f5a6e",
    "#c9a04a",
    "#4f6b46",
    "#5a4468",
    "#b5653c",
    "#e0d2b4",
    "#2f3a52",
    "#93684a",
)


def _boxes(text: str, reach: float, fig: Figure, chance: Random) -> None:
    """Plain parts on a shadow that reaches so far to either side."""
    if reach:
        shadow(fig, reach, 0.5)
    parts(fig, text)


def _books(fig: Figure, chance: Random, x: float, y: float, wide: float, tall: float) -> None:
    """A shelf's load: spines of all heights, one or two leaning."""
    end = x + wide
    while x < end - 0.03:
        thick, high = chance.uniform(0.025, 0.06), tall * chance.uniform(0.68, 0.94)
        if chance.random() < 0.06:
            x += 0.08
            continue
        thick = min(thick, end - x)
        parts(fig, f"b {x} {y} {thick} {high} {chance.choice(SPINES)}")
        x += thick + 0.004


def _bookshelf(wide: float, shelves: int, fig: Figure, chance: Random) -> None:
    tall = 0.42 * shelves + 0.14
    shadow(fig, 0.7 * wide, 0.45)
    parts(
        fig,
        f"b {-wide / 2} 0 {wide} {tall} #6b4830; d {-wide / 2 + 0.05} .08 {wide - 0.1} {tall - 0.14} #2c1d16",
    )
    for i in range(shelves):
        y = 0.1 + 0.42 * i
        _books(fig, chance, -wide / 2 + 0.06, y, wide - 0.12, 0.37)
        parts(fig, f"b {-wide / 2 + 0.03} {y - 0.03} {wide - 0.06} .035 #7d5638")
    parts(fig, f"b {-wide / 2 - 0.05} {tall} {wide + 0.1} .09 #7d5638")


def _plant(fig: Figure, chance: Random) -> None:
    shadow(fig, 0.45)
    for i in range(11):
        x = (i - 5) * 0.11
        tip = (
            1.15 * x + chance.uniform(-0.05, 0.05),
            1.2 - 0.7 * abs(x) + chance.uniform(-0.1, 0.1),
        )
        leaf = ribbon(
            [(0.1 * x, 0.4), (0.7 * x, 0.4 + 0.7 * (tip[1] - 0.4)), tip], [0.03, 0.15, 0.01]
        )
        fig.fill(leaf, fig.lit(mixed(QColor("#2f6138"), QColor("#7fae55"), i / 11), x, 0.5, 0.6))
    fig.fill(
        polygon([(-0.22, 0.45), (-0.16, 0), (0.16, 0), (0.22, 0.45)]),
        fig.round(QColor("#b5674a"), -0.22, 0.22),
    )


def _armour(fig: Figure, chance: Random) -> None:
    shadow(fig, 0.5)
    parts(
        fig,
        "r -.24 .05 .2 .85 #9aa3ad; r .04 .05 .2 .85 #9aa3ad; r -.32 .85 .64 .75 #aab4be; r -.48 1 .18 .6 #9aa3ad; r .3 1 .18 .6 #9aa3ad; e -.19 1.55 .38 .42 #b4bec8; d -.14 1.72 .28 .05 #22262c; b .42 .05 .05 2.1 #6b4a30; t .36 2.1 .17 .35 #b4bec8",
    )


def _banner(colour: str, fig: Figure, chance: Random) -> None:
    cloth = polygon([(-0.6, 0.5), (-0.6, 3.0), (0.6, 3.0), (0.6, 0.5), (0.0, 0.0)])
    fig.fill(cloth, fig.round(QColor(colour), -0.75, 0.75))
    parts(fig, "b -.7 2.95 1.4 .09 #b8923c; e -.28 1.5 .56 .7 #e0b84a; b -.05 1.2 .1 1.3 #e0b84a")


def _easel(colour: int, fig: Figure, chance: Random) -> None:
    """A framed picture: a small landscape or portrait of a few strokes."""
    parts(fig, "b -.8 -.06 1.6 1.24 #b8923c; b -.7 .03 1.4 1.06 #efe6d4")
    sky, land, sun = (
        ("#e9b48a", "#5d6a7a", "#f7e2a8"),
        ("#86b4cc", "#4c7050", "#f4f0dc"),
        ("#3a4468", "#26304a", "#f2e6b8"),
    )[colour]
    parts(
        fig,
        f"b -.64 .09 1.28 .94 {sky}; e .12 .55 .26 .26 {sun}; h -.64 .09 .9 .42 {land}; h -.1 .09 .74 .3 {land}",
    )


def _fireplace(fig: Figure, chance: Random) -> None:
    parts(
        fig,
        "b -1 0 2 1.35 #b8aa98; b -1.15 1.3 2.3 .14 #8a6a4c; d -.62 0 1.24 .92 #1c1210; e -.5 .02 1 .3 #5a2a14; s -.3 .08 .25 .38 #ff8c2e; s -.08 .08 .22 .5 #ffb84a; s .12 .08 .2 .34 #ff7a2a; s -.02 .1 .1 .26 #ffe9a0; b -.4 .04 .8 .1 #4a2f20",
    )


def _arch_window(fig: Figure, chance: Random) -> None:
    light = fig.stage.light
    fig.fill(pointed(0, 0, 0.75, 3.2), fig.lit(QColor("#8d857c")))
    fig.fill(pointed(0, 0.12, 0.6, 2.92), mixed(light.horizon, light.middle, 0.3))
    for y in (0.8, 1.5, 2.2):
        parts(fig, f"b -.6 {y} 1.2 .05 #6a625a")
    parts(fig, "b -.03 .12 .06 2.7 #6a625a")


def _stained(fig: Figure, chance: Random) -> None:
    """A small rose of coloured glass."""
    for i in range(6):
        colour = QColor(chance.choice(("#c8393f", "#2f6fb8", "#e0b23c", "#3f9b6a")))
        fig.fill(
            ellipse(0.3 * (i % 3 - 1), 0.4 * (i // 3) + 0.3, 0.14, 0.18),
            mixed(colour, fig.stage.light.horizon, 0.3),
        )


def _pots(fig: Figure, chance: Random) -> None:
    """A staging with rows of pots in leaf."""
    shadow(fig, 1.6, 0.5)
    parts(
        fig,
        "b -1.5 .7 3 .08 #a58a68; b -1.4 0 .08 .7 #8a7052; b 1.32 0 .08 .7 #8a7052; b -1.4 .3 2.8 .05 #8a7052",
    )
    for i in range(8):
        x, tall = -1.3 + 0.37 * i, chance.uniform(0.25, 0.6)
        fig.fill(
            polygon([(x - 0.12, 1.0), (x - 0.09, 0.78), (x + 0.09, 0.78), (x + 0.12, 1.0)]),
            fig.lit(QColor("#b5674a")),
        )
        for j in range(6):
            lean = (j - 2.5) * 0.07
            fig.fill(ribbon([(x, 0.98), (x + lean, 0.98 + 0.7 * tall), (x + 1.6 * lean, 0.98 + tall)], [0.02, 0.07, 0.01]),
                     fig.lit(mixed(QColor("#336b3a"), QColor("#93bb5c"), j / 6), lean * 4, 0.4, 0.7))  # fmt: skip
        if i % 3 == 0:
            parts(
                fig,
                f"e {x - 0.08} {0.95 + tall} .16 .16 {chance.choice(('#e86a8a', '#f2c84a', '#f6f0f0', '#b06ad0'))}",
            )


def _loaves(fig: Figure, chance: Random) -> None:
    """A baker's shelves."""
    shadow(fig, 1.4, 0.4)
    parts(fig, "b -1.3 0 2.6 2.1 #8a6440; d -1.2 .1 2.4 1.9 #4a3222")
    for level in range(4):
        y = 0.15 + 0.48 * level
        parts(fig, f"b -1.22 {y - 0.05} 2.44 .05 #a87c50")
        for i in range(6):
            x, tint = -1.1 + 0.38 * i, chance.choice(("#c98a45", "#d9a055", "#b5733a", "#e0b06a"))
            parts(
                fig,
                f"r {x} {y} .32 {chance.uniform(0.16, 0.26)} {tint}; b {x + 0.1} {y + 0.12} .12 .02 #f0d8a8",
            )


def _tools(fig: Figure, chance: Random) -> None:
    """A board on the wall where tools hang."""
    parts(fig, "b -1.4 0 2.8 1.3 #a58a68")
    for i in range(9):
        x, long = -1.2 + 0.28 * i, chance.uniform(0.4, 0.75)
        parts(
            fig,
            f"b {x} {1.1 - long} .06 {long} #6b4830; b {x - 0.07} {1.05} .2 .14 {chance.choice(('#8f979e', '#c8453a', '#3f6f9e'))}",
        )


def _lanterns(fig: Figure, chance: Random) -> None:
    """Three hanging lanterns; the foot is where they hang from."""
    for x, long, tint in ((-0.5, 0.9, "#ffb84a"), (0.1, 1.5, "#5ad0c0"), (0.6, 0.7, "#ff7a5a")):
        parts(
            fig,
            f"b {x - 0.01} {-long} .02 {long} #3a2c20; l {x - 0.13} {-long - 0.4} .26 .36 {tint}; t {x - 0.16} {-long - 0.06} .32 .16 #6b4a28; b {x - 0.12} {-long - 0.46} .24 .06 #6b4a28",
        )


def _curtain(fig: Figure, chance: Random) -> None:
    """Heavy folds of stage velvet."""
    for i in range(7):
        x = -1.05 + 0.3 * i
        fig.fill(
            ribbon([(x, 0), (x + 0.03, 2.2), (x, 5.0)], [0.36, 0.3, 0.3]),
            fig.round(QColor("#9c1f2e"), x - 0.17, x + 0.17),
        )


def _s(text: str, bounds: tuple[float, float, float, float], reach: float = 0.0) -> Shape:
    return Shape(bounds, partial(_boxes, text, reach), 0.0, 1)


SHAPES: dict[str, Shape] = {
    "sofa": _s(
        "r -1.1 .12 2.2 .85 #5f7f8c; r -1.25 .1 .35 .68 #557482; r .9 .1 .35 .68 #557482; r -.92 .32 .92 .28 #6f93a0; r 0 .32 .92 .28 #6f93a0; r -.8 .5 .45 .4 #d9a05a; r .45 .5 .4 .38 #c8685a; b -1 0 .08 .14 #4a3424; b .95 0 .08 .14 #4a3424",
        (-1.5, -0.2, 3.0, 1.3),
        1.5,
    ),
    "armchair": _s(
        "r -.5 .12 1 .95 #b5714a; r -.62 .1 .28 .62 #a3643f; r .34 .1 .28 .62 #a3643f; r -.36 .34 .72 .24 #c98560; b -.45 0 .07 .14 #4a3424; b .4 0 .07 .14 #4a3424",
        (-0.9, -0.15, 1.8, 1.35),
        0.8,
    ),
    "coffee_table": _s(
        "b -.6 .36 1.2 .07 #8a6040; b -.52 0 .06 .36 #6b4830; b .46 0 .06 .36 #6b4830; r -.1 .43 .2 .16 #e8e0d0; b .2 .43 .3 .05 #2f5a6e",
        (-0.9, -0.15, 1.8, 0.9),
        0.8,
    ),
    "table": _s(
        "b -.85 .7 1.7 .08 #96693f; b -.75 0 .08 .7 #7a5336; b .67 0 .08 .7 #7a5336; r -.3 .78 .24 .12 #f0ead8; e .1 .8 .2 .2 #c8453a; e .25 .78 .16 .16 #e8b43c",
        (-1.1, -0.2, 2.2, 1.4),
        1.1,
    ),
    "chair": _s(
        "b -.2 .42 .42 .06 #8a5f3c; b -.2 0 .05 .45 #6b4830; b .17 0 .05 .45 #6b4830; b -.2 .48 .05 .5 #7a5336; b .17 .48 .05 .5 #7a5336; b -.2 .78 .42 .2 #8a5f3c",
        (-0.4, -0.1, 0.8, 1.2),
        0.35,
    ),
    "bed": _s(
        "b -1.1 .1 2.2 1.15 #7a5336; r -1 .2 2 .45 #ece4d6; r -1 .15 2 .36 #6a86a8; r -.85 .56 .72 .28 #f6f1e6; r .12 .56 .72 .28 #f6f1e6; b -1.05 0 .1 .2 #5f402a; b .95 0 .1 .2 #5f402a",
        (-1.5, -0.2, 3.0, 1.6),
        1.5,
    ),
    "nightstand": _s(
        "b -.28 0 .56 .55 #8a6040; b -.22 .3 .44 .18 #9c7050; e -.03 .36 .06 .05 #d8b04a; b -.02 .55 .04 .22 #8a7a5a; l -.16 .74 .32 .26 #ffe0a0",
        (-0.5, -0.1, 1.0, 1.2),
        0.4,
    ),
    "wardrobe": _s(
        "b -.75 0 1.5 2.1 #8a6546; b -.7 .1 .68 1.9 #96704e; b .02 .1 .68 1.9 #96704e; e -.1 1 .06 .1 #d8b04a; e .05 1 .06 .1 #d8b04a; b -.8 2.08 1.6 .1 #7a5336",
        (-1.0, -0.15, 2.0, 2.5),
        0.9,
    ),
    "bookshelf": Shape((-0.9, -0.15, 1.8, 2.6), partial(_bookshelf, 1.2, 5), 0.0, 4),
    "tall_shelf": Shape((-1.2, -0.2, 2.4, 4.4), partial(_bookshelf, 1.7, 9), 0.0, 5),
    "floor_lamp": _s(
        "e -.16 0 .32 .06 #4a4238; b -.02 .03 .04 1.5 #6a5c48; l -.2 1.42 .4 .34 #ffdf9c",
        (-0.5, -0.1, 1.0, 2.0),
        0.3,
    ),
    "desk_lamp": _s(
        "b -.02 0 .04 .3 #b8923c; l -.18 .28 .36 .14 #7fc08a; e -.1 -.01 .2 .05 #b8923c",
        (-0.3, -0.05, 0.6, 0.6),
    ),
    "pendant": _s(
        "b -.01 -.9 .02 .9 #3a342c; l -.24 -1.2 .48 .32 #ffd58a; t -.24 -.96 .48 .2 #3f4a44",
        (-0.4, -1.4, 0.8, 1.5),
    ),
    "tv": _s(
        "b -.9 0 1.8 .42 #6b4a34; r -.8 .48 1.6 .92 #14161a; s -.75 .53 1.5 .82 #2a4a66; s -.75 .53 1.5 .3 #3f7a86",
        (-1.1, -0.1, 2.2, 1.6),
        1.1,
    ),
    "plant": Shape((-0.8, -0.1, 1.6, 1.5), _plant, 0.0, 2),
    "painting": Shape((-0.9, -0.1, 1.8, 1.4), partial(_easel, 0), 0.0, 1),
    "landscape": Shape((-0.9, -0.1, 1.8, 1.4), partial(_easel, 1), 0.0, 1),
    "nocturne": Shape((-0.9, -0.1, 1.8, 1.4), partial(_easel, 2), 0.0, 1),
    "fireplace": Shape((-1.3, -0.1, 2.6, 1.7), _fireplace, 0.0, 1),
    "kitchen_row": _s(
        "b -2 0 4 .86 #e4dccb; b -2.05 .86 4.1 .07 #8a6a4c; b -1.95 .08 .62 .7 #eee7d8; b -1.28 .08 .62 .7 #eee7d8; b .66 .08 .62 .7 #eee7d8; b 1.33 .08 .62 .7 #eee7d8; b -.6 .05 1.2 .8 #aeb4b8; d -.45 .15 .9 .5 #22262a; b -2 1.75 1.2 .75 #e4dccb; b .8 1.75 1.2 .75 #e4dccb; b -.5 1.7 1 .3 #c0c5c8; t -.6 1.98 1.2 .5 #c0c5c8; r -1.7 .93 .3 .26 #c8453a; e -1.2 .93 .2 .2 #e8b43c; r .95 .93 .22 .3 #5f8a6e; r 1.35 .93 .3 .18 #ded4c0; r -.3 .93 .34 .2 #3f4a52",
        (-2.3, -0.2, 4.6, 2.9),
        2.3,
    ),
    "fridge": _s(
        "r -.4 0 .8 1.85 #dfe6e6; b -.38 1.15 .76 .02 #a8b0b2; b .26 1.25 .04 .4 #90989c; b .26 .6 .04 .4 #90989c; b -.2 1.4 .12 .14 #e8b43c; b .02 1.5 .12 .1 #c8685a",
        (-0.6, -0.1, 1.2, 2.1),
        0.55,
    ),
    "counter": _s(
        "b -2 0 4 1.02 #6b4a34; b -1.9 .1 3.8 .78 #7d5840; b -2.1 1.02 4.2 .08 #b58a5c; r -1.5 1.1 .8 .62 #b8bec2; d -1.35 1.2 .5 .22 #2a2e32; e -1.4 1.68 .2 .1 #3a3e42; r .3 1.1 .9 .4 #d6e6ea; r .4 1.13 .25 .14 #d99a55; r .72 1.13 .25 .16 #e8c8a0",
        (-2.3, -0.2, 4.6, 2.1),
        2.3,
    ),
    "cafe_table": _s(
        "e -.42 .7 .84 .1 #a87850; b -.03 .05 .06 .68 #33302e; e -.22 0 .44 .07 #33302e; r -.12 .76 .14 .12 #f4efe4; r .12 .76 .1 .2 #c8685a",
        (-0.7, -0.1, 1.4, 1.2),
        0.5,
    ),
    "stool": _s(
        "e -.18 .64 .36 .1 #8a5f3c; b -.14 0 .04 .66 #5f4230; b .1 0 .04 .66 #5f4230; b -.12 .28 .24 .03 #5f4230",
        (-0.3, -0.1, 0.6, 0.9),
        0.28,
    ),
    "loaves": Shape((-1.5, -0.2, 3.0, 2.5), _loaves, 0.0, 2),
    "oven": _s(
        "b -1.4 0 2.8 2.2 #a5694c; b -1.4 2.1 2.8 .2 #8a5640; h -.85 .7 1.7 1 #5a3424; h -.7 .72 1.4 .8 #2a1410; h -.6 .72 1.2 .56 #ff7a24; s -.4 .72 .8 .16 #ffc450; b -.9 .6 1.8 .12 #7a4a36; b -.5 2.3 1 1.6 #94604a",
        (-1.7, -0.2, 3.4, 4.2),
        1.6,
    ),
    "blackboard": _s(
        "b -2 0 4 1.5 #8a6040; b -1.92 .08 3.84 1.34 #2c4a40; b -1.6 1.1 1 .03 #dfe8e0; b -1.6 .9 1.4 .03 #dfe8e0; b -1.6 .7 .8 .03 #dfe8e0; e .4 .5 .6 .6 #dfe8e0; e .43 .53 .54 .54 #2c4a40; t 1.15 .4 .6 .7 #dfe8e0; t 1.2 .43 .5 .58 #2c4a40; b -1.9 -.04 3.8 .08 #9c7050",
        (-2.2, -0.1, 4.4, 1.8),
    ),
    "school_desk": _s(
        "b -.55 .66 1.1 .06 #c89a62; b -.5 0 .05 .66 #6a7078; b .45 0 .05 .66 #6a7078; b -.5 .45 1 .2 #a87c50; b -.25 .72 .3 .04 #f0ead8; b .15 .72 .24 .07 #3f6f9e",
        (-0.8, -0.15, 1.6, 1.0),
        0.7,
    ),
    "map": _s(
        "b -.9 0 1.8 1.1 #efe6d0; b -.84 .06 1.68 .98 #a8cbd8; r -.7 .45 .5 .45 #8fae6a; r -.55 .12 .24 .4 #a5b86a; r -.1 .35 .3 .5 #c8b070; r .1 .55 .6 .34 #9cb070; r .4 .15 .26 .2 #c8a860",
        (-1.0, -0.1, 2.0, 1.3),
    ),
    "office_desk": _s(
        "b -.9 .68 1.8 .05 #d8d2c6; b -.85 0 .05 .7 #9a9ea2; b .8 0 .05 .7 #9a9ea2; b .4 .1 .4 .58 #c8c4ba; r -.45 .85 .8 .5 #1c1e22; s -.42 .88 .74 .44 #5f9ac0; s -.38 1.15 .4 .03 #dcecf4; s -.38 1.05 .56 .03 #dcecf4; b -.06 .73 .1 .14 #55595e; b -.4 .73 .6 .025 #3a3d42",
        (-1.2, -0.2, 2.4, 1.7),
        1.1,
    ),
    "office_chair": _s(
        "r -.24 .44 .48 .12 #33373e; r -.22 .6 .44 .52 #3d424a; b -.02 .1 .04 .36 #55595e; b -.24 .04 .48 .06 #55595e",
        (-0.4, -0.1, 0.8, 1.4),
        0.35,
    ),
    "plinth": _s(
        "b -.45 0 .9 1.05 #eae6de; b -.5 1 1 .08 #f4f1ea; r -.14 1.08 .28 .3 #b58a5a; e -.2 1.3 .4 .42 #c89c68; e -.1 1.65 .2 .2 #b58a5a",
        (-0.7, -0.15, 1.4, 2.1),
        0.6,
    ),
    "bust": _s(
        "b -.35 0 .7 1.1 #dcd6cc; r -.28 1.1 .56 .3 #f2eee6; b -.09 1.32 .18 .2 #e6e0d6; e -.17 1.42 .34 .44 #f4f0e8; h -.19 1.68 .38 .2 #e0dacf",
        (-0.6, -0.15, 1.2, 2.1),
        0.5,
    ),
    "museum_bench": _s(
        "b -.8 .36 1.6 .12 #33302e; b -.65 0 .1 .36 #4a4640; b .55 0 .1 .36 #4a4640",
        (-1.0, -0.1, 2.0, 0.7),
        0.9,
    ),
    "throne": _s(
        "b -.9 0 1.8 .25 #8a8178; b -.7 .25 1.4 .2 #9c938a; b -.5 .45 1 .5 #8c6a2c; b -.45 .9 .9 1.3 #a0281f; b -.58 .45 .14 1.9 #c89a3c; b .44 .45 .14 1.9 #c89a3c; t -.6 2.2 1.2 .6 #c89a3c; e -.1 2.4 .2 .2 #c8393f; r -.42 .9 .84 .16 #b8322a; b -.7 .95 .3 .1 #c89a3c; b .4 .95 .3 .1 #c89a3c",
        (-1.2, -0.2, 2.4, 3.2),
        1.1,
    ),
    "banner_red": Shape((-0.8, -0.1, 1.6, 3.3), partial(_banner, "#9c2630"), 0.0, 1),
    "banner_blue": Shape((-0.8, -0.1, 1.6, 3.3), partial(_banner, "#28507e"), 0.0, 1),
    "armour": Shape((-0.7, -0.1, 1.4, 2.7), _armour, 0.0, 1),
    "pillar": _s(
        "b -.55 0 1.1 .4 #8d857c; b -.4 .4 .8 5.2 #a39a90; b -.28 .4 .12 5.2 #b4aca2; b -.5 5.5 1 .4 #8d857c",
        (-0.7, -0.15, 1.4, 6.2),
        0.7,
    ),
    "wall_torch": _s(
        "b -.04 -.3 .08 .4 #4a3424; e -.1 .06 .2 .1 #3a2c24; s -.09 .1 .18 .3 #ff9a34; s -.05 .12 .1 .2 #ffe08a",
        (-0.3, -0.4, 0.6, 1.0),
    ),
    "arch_window": Shape((-0.9, -0.1, 1.8, 3.5), _arch_window, 0.0, 1),
    "workbench": _s(
        "b -1.4 .8 2.8 .12 #a87c50; b -1.3 0 .14 .8 #7a5336; b 1.16 0 .14 .8 #7a5336; b -1.2 .25 2.4 .06 #8a6040; r -.9 .92 .5 .22 #c8453a; b .1 .92 .7 .08 #c9a46c; r .95 .92 .25 .34 #55606a; b -.3 .92 .3 .16 #8f979e",
        (-1.7, -0.2, 3.4, 1.5),
        1.6,
    ),
    "tools": Shape((-1.6, -0.1, 3.2, 1.5), _tools, 0.0, 1),
    "drawers": _s(
        "b -.5 0 1 1 #b8453a; b -.45 .7 .9 .22 #c8554a; b -.45 .4 .9 .22 #c8554a; b -.45 .1 .9 .22 #c8554a; b -.2 .79 .4 .04 #d8dce0; b -.2 .49 .4 .04 #d8dce0; b -.2 .19 .4 .04 #d8dce0",
        (-0.7, -0.1, 1.4, 1.2),
        0.6,
    ),
    "pots": Shape((-1.8, -0.2, 3.6, 2.0), _pots, 0.0, 3),
    "lanterns": Shape((-0.9, -2.1, 1.8, 2.2), _lanterns, 0.0, 1),
    "curtain": Shape((-1.3, -0.1, 2.6, 5.2), _curtain, 0.0, 1),
    "clock": _s(
        "e -.22 -.22 .44 .44 #3a3430; e -.18 -.18 .36 .36 #f4efe2; b -.01 0 .02 .14 #2a2622; b 0 -.01 .1 .02 #2a2622",
        (-0.3, -0.3, 0.6, 0.6),
    ),
    "speaker": _s(
        "b -.4 0 .8 1.5 #1c1a20; e -.28 .15 .56 .56 #33303a; e -.18 .95 .36 .36 #33303a",
        (-0.6, -0.1, 1.2, 1.7),
        0.6,
    ),
    "light_stand": _s(
        "b -.02 0 .04 2.4 #22242a; b -.4 0 .8 .05 #22242a; r -.5 2 1 .8 #2a2c32; s -.44 2.06 .88 .68 #fbfaf4",
        (-0.7, -0.1, 1.4, 3.0),
        0.5,
    ),
}
"""Feet are on the floor, except for what hangs: there it is the lower edge or the hook."""

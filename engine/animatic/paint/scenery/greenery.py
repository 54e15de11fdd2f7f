"""Greenery: trees, bushes, crops and flowers that stand about in places."""

# ruff: noqa: E501 - a part of a thing reads best on one line.

from functools import partial
from math import cos, pi, sin
from random import Random

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath

from engine.animatic.light import faded, mixed
from engine.animatic.paint.props import Shape
from engine.animatic.paint.scenery.boxes import parts, shadow
from engine.animatic.paint.subjects.figure import Figure
from engine.animatic.paint.subjects.shape import blob, ellipse, polygon, ribbon, sliver
from engine.animatic.paint.subjects.tree import LEAVES, grow
from engine.animatic.scene import snow_lies

SNOW = QColor("#eef3fb")
TONES = 4
"""How many shades a plant's pieces are painted in."""


def snowy(fig: Figure) -> bool:
    """Whether snow lies on what grows."""
    return snow_lies(fig.stage.scene)


class Tones:
    """Pieces of a plant gathered by how bright they are, so that the bright lie over the dark."""

    def __init__(self) -> None:
        self._pieces: list[list[QPainterPath]] = [[] for _ in range(TONES)]

    def add(self, tone: int, path: QPainterPath) -> None:
        self._pieces[tone].append(path)

    def fill(self, fig: Figure, dark: QColor, bright: QColor) -> None:
        """Paint the dark pieces first, one by one: a path of hundreds that cross takes Qt ten times
        as long."""
        for tone, pieces in enumerate(self._pieces):
            part = tone / (TONES - 1)
            brush = fig.lit(mixed(dark, bright, part), 0.0, 0.3, 0.35 + 0.55 * part)
            for piece in pieces:
                fig.fill(piece, brush)


def _tree(kind: str, colours: tuple[str, ...], fig: Figure, chance: Random) -> None:
    shadow(fig, 2.8, 0.4)
    colour = QColor(chance.choice(colours))
    if snowy(fig):
        colour = mixed(colour, SNOW, 0.7)
    for part in ("back", "trunk", "front"):
        grow(fig, chance, kind, part, colour)


def _acacia(fig: Figure, chance: Random) -> None:
    """A flat umbrella of leaves on forked stems."""
    shadow(fig, 4.0, 0.35)
    bark = fig.round(QColor("#6e5238"), -0.3, 0.3)
    tops = [(-3.0, 5.4), (-1.1, 5.9), (1.0, 5.8), (3.1, 5.3)]
    for x, y in tops:
        line = [(0, -0.1), (0.06 * x, 1.7), (0.45 * x, 3.8), (x, y)]
        fig.fill(ribbon(line, [0.5, 0.34, 0.2, 0.08]), bark)
    for layer in range(3):
        green = mixed(QColor("#55702f"), QColor("#9aa648"), 0.5 * layer)
        for _ in range(13 - 2 * layer):
            x = chance.uniform(-4.1, 4.1) * (1 - 0.13 * layer)
            y = 5.3 + 0.33 * layer + 0.45 * cos(0.36 * x) + chance.uniform(-0.1, 0.1)
            wide = chance.uniform(0.7, 1.25)
            clump = blob([(x + wide * cos(a) * chance.uniform(0.85, 1.1),
                           y + 0.34 * sin(a) * chance.uniform(0.8, 1.2))
                          for a in (0.0, 0.8, 1.57, 2.4, pi, 4.0, 5.3)])  # fmt: skip
            fig.edged(clump, fig.lit(green, 0.1 * x, 0.2 + 0.35 * layer, 0.5), 0.03)


def _birch(fig: Figure, chance: Random) -> None:
    shadow(fig, 1.6, 0.35)
    bark = fig.round(QColor("#e2ddd2"), -0.2, 0.2)
    fig.fill(ribbon([(0, -0.1), (0.1, 3.0), (-0.1, 8.0)], [0.4, 0.28, 0.1]), bark)
    for _ in range(12):
        y = chance.uniform(0.2, 6.0)
        mark = chance.uniform(-0.15, 0.02)
        fig.fill(ellipse(mark + 0.05, y, 0.09, 0.03), fig.lit(QColor("#33302e")))
    green = QColor(chance.choice(("#8aa84a", "#a3b455")))
    _leaves(fig, chance, (0.0, 6.2), (1.5, 3.0), green, 46, 0.3)


def _leaves(
    fig: Figure, chance: Random, centre: tuple[float, float], size: tuple[float, float],
    colour: QColor, number: int, leaf: float,
) -> None:  # fmt: skip
    """A loose heap of leaf masses, brighter towards the light."""
    colour = mixed(colour, SNOW, 0.75) if snowy(fig) else colour
    for i in range(number):
        angle, far = 2.39996 * i, ((i + 0.5) / number) ** 0.5
        far = far if i % 2 else far * 0.8
        nx, ny = far * cos(angle), far * sin(angle)
        dark = mixed(colour, QColor("#17301f"), 0.35 * (1 - i / number))
        tint = fig.lit(dark, 0.8 * nx, 0.8 * ny, 0.6)
        x, y = centre[0] + size[0] * nx, centre[1] + size[1] * ny
        wide = leaf * chance.uniform(0.7, 1.3)
        fig.fill(blob([(x + wide * cos(a) * chance.uniform(0.7, 1.2),
                        y + 0.8 * wide * sin(a) * chance.uniform(0.7, 1.2))
                       for a in (0, 1.05, 2.1, 3.15, 4.2, 5.2)]), tint)  # fmt: skip


def _bush(fig: Figure, chance: Random) -> None:
    shadow(fig, 1.2, 0.4)
    _leaves(fig, chance, (0, 0.62), (0.95, 0.6), QColor(chance.choice(LEAVES)), 34, 0.26)


def _hedge(fig: Figure, chance: Random) -> None:
    shadow(fig, 2.0, 0.4)
    parts(fig, "b -1.9 0 3.8 1 #3f6136")
    _leaves(fig, chance, (0, 0.55), (1.95, 0.6), QColor("#557a3e"), 70, 0.2)


def _blades(
    colours: tuple[str, str], tall: float, number: int, ear: str, fig: Figure, chance: Random
) -> None:
    """Grass or corn: blades that lean apart, with ears if there are any."""
    dark, bright = QColor(colours[0]), QColor(colours[1])
    if snowy(fig):
        dark, bright = QColor("#8a7a58"), QColor("#d8cfb6")
    blades, ears = Tones(), Tones()
    for i in range(number):
        foot, lean = chance.gauss(0, 0.16), chance.gauss(0, 0.1)
        high, tone = tall * chance.uniform(0.7, 1.0), i * TONES // number
        root = (foot, 0.02 - 0.06 * chance.random())
        line = [root, (foot + 0.3 * lean, 0.55 * high), (foot + lean, high)]
        blades.add(tone, ribbon(line, [0.022, 0.018, 0.006]))
        if ear and chance.random() < 0.75:
            ears.add(tone, _ear(line[2], lean))
    blades.fill(fig, dark, bright)
    if ear:
        ears.fill(fig, mixed(QColor(ear), dark, 0.45), QColor(ear))


def _bed(colours: tuple[str, str], ear: str, fig: Figure, chance: Random) -> None:
    """A stand of ripe corn some metres wide, thin at its sides so that stands close up."""
    dark, bright = QColor(colours[0]), QColor(colours[1])
    if snowy(fig):
        dark, bright = QColor("#8a7a58"), QColor("#d8cfb6")
    blades, ears, number = Tones(), Tones(), 100
    for i in range(number):
        foot, lean = chance.triangular(-1.75, 1.75), chance.gauss(0, 0.09)
        high, tone = chance.uniform(0.72, 1.0), i * TONES // number
        line = [(foot, -0.04), (foot + 0.3 * lean, 0.55 * high), (foot + lean, high)]
        blades.add(tone, sliver(line, [0.022, 0.018, 0.008]))
        leaf = foot + 0.3 * lean, chance.uniform(0.25, 0.6) * high
        side = chance.choice((-1, 1)) * chance.uniform(0.1, 0.2)
        droop = [leaf, (leaf[0] + 0.6 * side, leaf[1] + 0.12), (leaf[0] + side, leaf[1] - 0.02)]
        blades.add(tone, ribbon(droop, [0.016, 0.018, 0.004]))
        if chance.random() < 0.85:
            ears.add(tone, _ear(line[2], lean))
    blades.fill(fig, dark, bright)
    ears.fill(fig, mixed(QColor(ear), dark, 0.45), QColor(ear))


def _ear(top: tuple[float, float], lean: float) -> QPainterPath:
    """A slim ear that nods the way its stalk leans, ending in its beard."""
    x, y = top
    line = [(x, y - 0.08), (x + 0.1 * lean, y - 0.03), (x + 0.35 * lean, y + 0.04),
            (x + 0.7 * lean, y + 0.1), (x + 1.1 * lean, y + 0.16)]  # fmt: skip
    return sliver(line, [0.012, 0.036, 0.034, 0.012, 0.002])


def _flowers(colours: tuple[str, ...], tall: float, fig: Figure, chance: Random) -> None:
    """A clump of small round flowers on stalks."""
    _blades(("#4b7038", "#93ad52"), 0.8 * tall, 12, "", fig, chance)
    stalks, hearts = QPainterPath(), QPainterPath()
    heads: list[tuple[QPainterPath, QColor]] = []
    for _ in range(7):
        x, y = chance.gauss(0, 0.17), tall * chance.uniform(0.55, 1.0)
        stalks.addPath(ribbon([(0.6 * x, 0.0), (x, y)], [0.014, 0.012]))
        colour, size = QColor(chance.choice(colours)), chance.uniform(0.035, 0.055)
        head = QPainterPath()
        head.setFillRule(Qt.FillRule.WindingFill)
        for i in range(5):
            angle = 2 * pi * i / 5 + y * 9
            middle = QPointF(x + size * cos(angle), y + 0.7 * size * sin(angle))
            head.addEllipse(middle, size, 0.75 * size)
        heads.append((head, colour))
        hearts.addEllipse(QPointF(x, y), 0.5 * size, 0.4 * size)
    fig.fill(stalks, fig.lit(QColor("#5c8040")))
    for head, colour in heads:
        fig.fill(head, fig.lit(mixed(colour, QColor("#3a1430"), 0.16), 0.0, 0.2, 0.6))
        fig.painter.translate(-0.006, 0.014)
        fig.fill(head, fig.lit(colour, 0.0, 0.6, 0.6))
        fig.painter.translate(0.006, -0.014)
    fig.fill(hearts, fig.lit(QColor("#f2c84a"), 0, 0.6, 0.6))


def _tulip(colour: str, fig: Figure, chance: Random) -> None:
    """A handful of tulips of one colour."""
    leaves, stalks, cups = QPainterPath(), QPainterPath(), [QPainterPath() for _ in range(3)]
    for path in (leaves, *cups):
        path.setFillRule(Qt.FillRule.WindingFill)
    for i in range(6):
        x, tall = (i - 2.5) * 0.085 + chance.uniform(-0.02, 0.02), chance.uniform(0.36, 0.46)
        leaf = [(x, 0), (x + 0.05, 0.15), (x + 0.1 * (1 if i % 2 else -1), 0.27)]
        leaves.addPath(ribbon(leaf, [0.02, 0.045, 0.004]))
        stalks.addPath(ribbon([(x, 0), (x, tall)], [0.016, 0.014]))
        for cup, side in zip(cups, (-1, 1, 0), strict=True):
            right, left = x + 0.036 * (side + 0.9), x + 0.036 * (side - 0.9)
            foot, tip = (x + 0.022 * side, tall - 0.01), (x + 0.026 * side, tall + 0.115)
            cup.addPath(blob([foot, (right, tall + 0.05), tip, (left, tall + 0.05)]))
    fig.fill(leaves, fig.lit(QColor("#6f9a58")))
    fig.fill(stalks, fig.lit(QColor("#7aa35c")))
    for cup, side, shade in zip(cups, (-1, 1, 0), (0.25, 0.1, 0.0), strict=True):
        petal = mixed(QColor(colour), QColor("#30101c"), shade)
        fig.fill(cup, fig.lit(petal, 0.5 * side, 0.4, 0.8))


def _lavender(fig: Figure, chance: Random) -> None:
    """A rounded cushion of spikes."""
    fig.fill(ellipse(0, 0.16, 0.42, 0.2), fig.lit(QColor("#5f6f52"), 0, 0.0, 0.5))
    stalks, spikes = QPainterPath(), Tones()
    for i in range(34):
        angle = pi * (i + chance.random()) / 34
        x, y = 0.5 * cos(angle) * chance.uniform(0.3, 1.0), 0.26 + 0.3 * sin(angle)
        stalks.addPath(ribbon([(0.35 * x, 0.12), (x, y)], [0.012, 0.01]))
        spike = [(x, y - 0.05), (1.04 * x, y + 0.02), (1.08 * x, y + 0.1)]
        spikes.add(chance.randrange(TONES), ribbon(spike, [0.02, 0.042, 0.01]))
    fig.fill(stalks, fig.lit(QColor("#7d8c66")))
    spikes.fill(fig, QColor("#6a4cab"), QColor("#8f6cd2"))


def _sunflower(fig: Figure, chance: Random) -> None:
    for i in range(3):
        x, tall = (i - 1) * 0.32 + chance.uniform(-0.06, 0.06), chance.uniform(1.35, 1.75)
        fig.fill(ribbon([(x, 0), (x, tall)], [0.05, 0.035]), fig.lit(QColor("#5f8a3e")))
        for side in (-1, 1):
            y = tall * (0.45 + 0.15 * side)
            leaf = [(x, y), (x + 0.15 * side, y + 0.08), (x + 0.32 * side, y - 0.04)]
            fig.fill(ribbon(leaf, [0.03, 0.15, 0.01]), fig.lit(QColor("#6c9a45"), 0, 0.6, 0.5))
        for j in range(16):
            angle = 2 * pi * j / 16
            tip = (x + 0.21 * cos(angle), tall + 0.21 * sin(angle))
            fig.fill(ribbon([(x, tall), ((x + tip[0]) / 2, (tall + tip[1]) / 2), tip],
                            [0.03, 0.08, 0.01]),
                     fig.lit(QColor("#f4bf2a"), 0.4 * cos(angle), 0.4 * sin(angle), 0.9))  # fmt: skip
        fig.fill(ellipse(x, tall, 0.11, 0.11), fig.ball(QColor("#5b3a20"), x, tall, 0.11))


def _reeds(fig: Figure, chance: Random) -> None:
    _blades(("#4d6a3c", "#a2a858"), 1.9, 26, "", fig, chance)
    for _ in range(5):
        x, tall = chance.gauss(0, 0.2), chance.uniform(1.5, 2.1)
        fig.fill(ribbon([(0.6 * x, 0), (x, tall)], [0.02, 0.015]), fig.lit(QColor("#7d7a45")))
        fig.fill(ribbon([(x, tall - 0.3), (x, tall - 0.05)], [0.07, 0.07]),
                 fig.lit(QColor("#5a3d28"), 0.2, 0.2, 0.8))  # fmt: skip


def _fern(fig: Figure, chance: Random) -> None:
    """Fronds that arch outwards, with leaflets."""
    for i in range(9):
        angle = pi * (0.12 + 0.76 * (i + chance.random() * 0.5) / 9)
        long = chance.uniform(0.8, 1.15)
        tint = fig.lit(mixed(QColor("#2f5a34"), QColor("#78a04a"), i / 9), cos(angle), 0.5, 0.5)
        frond = QPainterPath()
        frond.setFillRule(Qt.FillRule.WindingFill)
        for j in range(3, 16):
            part = j / 16
            x = long * part * cos(angle)
            y = long * part * sin(angle) - 0.35 * part * part * long
            size = 0.2 * sin(pi * part**0.7) + 0.02
            for side in (-1, 1):
                tip = (x + side * size * sin(angle), y - side * 0.4 * size * cos(angle) - 0.05)
                frond.addPath(polygon([(x, y), tip, (x + 0.05 * cos(angle), y + 0.03)]))
        fig.fill(frond, tint)


def _broadleaf(fig: Figure, chance: Random) -> None:
    """Banana-like leaves that shine where the light comes through."""
    for i in range(7):
        angle = pi * (0.14 + 0.72 * (i + 0.5) / 7) + chance.uniform(-0.15, 0.15)
        long, droop = chance.uniform(1.7, 2.6), chance.uniform(0.5, 1.0)
        line = [(0.0, 0.0)]
        for part in (0.35, 0.7, 1.0):
            line.append((long * part * cos(angle) * 0.9,
                         long * part * sin(angle) - droop * part * part * abs(cos(angle))))  # fmt: skip
        green = mixed(QColor("#24572f"), QColor("#6fae4a"), chance.random() * 0.8)
        leaf = ribbon(line, [0.05, 0.46, 0.5, 0.02])
        fig.edged(leaf, fig.lit(green, 0.6 * cos(angle), 0.6 * sin(angle), 0.5), 0.03)
        fig.stroke(
            ribbon(line, [0.02, 0.03, 0.02, 0.01]),
            fig.lit(mixed(green, QColor("#d8ecae"), 0.5)),
            0.02,
        )


def _vines(fig: Figure, chance: Random) -> None:
    """Lianas that hang from above; the foot is their upper end."""
    for _ in range(5):
        x, long = chance.uniform(-1.2, 1.2), chance.uniform(2.5, 7.5)
        line = [(x, 0.0), (x + chance.uniform(-0.3, 0.3), -0.5 * long), (x, -long)]
        tint = fig.lit(QColor("#2c4a2a"), 0, 0, 0.6)
        fig.fill(ribbon(line, [0.09, 0.06, 0.03]), tint)
        for j in range(int(long * 4)):
            y, side = -long * chance.random(), chance.choice((-1, 1))
            leaf = [(x, y), (x + side * 0.14, y - 0.06), (x + side * 0.22, y - 0.2)]
            fig.fill(ribbon(leaf, [0.02, 0.12, 0.01]),
                     fig.lit(mixed(QColor("#3d6b36"), QColor("#82a84e"), j % 5 / 5)))  # fmt: skip


def _bare(fig: Figure, chance: Random) -> None:
    """A dead tree."""
    shadow(fig, 1.8, 0.4)
    _branch(fig, chance, (0.0, -0.1), pi / 2, 2.4, 0.5, 4)


def _branch(
    fig: Figure, chance: Random, foot: tuple[float, float], angle: float, long: float, wide: float,
    depth: int,
) -> None:  # fmt: skip
    bend = angle + chance.uniform(-0.25, 0.25)
    tip = (foot[0] + long * cos(bend), foot[1] + long * sin(bend))
    middle = ((foot[0] + tip[0]) / 2 + 0.1 * long * sin(angle), (foot[1] + tip[1]) / 2)
    bark = fig.lit(QColor("#5a4c42"), -0.3, 0.1, 0.7)
    fig.edged(ribbon([foot, middle, tip], [wide, 0.8 * wide, 0.6 * wide]), bark, 0.03)
    for turn in (-0.6, 0.5) if depth else ():
        aim = bend + turn * chance.uniform(0.7, 1.3)
        _branch(fig, chance, tip, aim, 0.7 * long, 0.55 * wide, depth - 1)


def _cabbages(fig: Figure, chance: Random) -> None:
    for i in range(4):
        x = (i - 1.5) * 0.5 + chance.uniform(-0.05, 0.05)
        fig.fill(ellipse(x, 0.06, 0.26, 0.1), fig.lit(QColor("#4f7a44"), 0, 0.1, 0.5))
        for j in range(5):
            angle = pi * (j + 0.5) / 5
            fig.fill(ellipse(x + 0.12 * cos(angle), 0.11 + 0.07 * sin(angle), 0.13, 0.11),
                     fig.lit(mixed(QColor("#5f9150"), QColor("#a9c77c"), j % 3 / 3),
                             0.5 * cos(angle), 0.5, 0.5))  # fmt: skip


def _lilies(fig: Figure, chance: Random) -> None:
    """Leaves that lie on water, one with a flower."""
    for i in range(7):
        x, y = chance.uniform(-1.1, 1.1), chance.uniform(-0.12, 0.12)
        size = chance.uniform(0.2, 0.38)
        pad = QPainterPath(QPointF(x, y))
        pad.arcTo(QRectF(x - size, y - 0.2 * size, 2 * size, 0.4 * size), 60, 320)
        pad.closeSubpath()
        fig.fill(pad, fig.lit(mixed(QColor("#3f7040"), QColor("#7ea552"), i / 7), 0, 0.8, 0.2))
        if i == 3:
            _flower(fig, x, y + 0.04)


def _flower(fig: Figure, x: float, y: float) -> None:
    for i in range(7):
        angle = pi * i / 6
        tip = (x + 0.15 * cos(angle), y + 0.13 * sin(angle) + 0.03)
        fig.fill(ribbon([(x, y), ((x + tip[0]) / 2, (y + tip[1]) / 2), tip], [0.03, 0.07, 0.01]),
                 fig.lit(QColor("#f3c3d6"), cos(angle), 0.6, 0.5))  # fmt: skip


def _rock(colour: str, fig: Figure, chance: Random) -> None:
    """A boulder: a lit top, a dark side, cracks."""
    shadow(fig, 1.25, 0.5)
    outline = [(cos(a) * chance.uniform(0.8, 1.1), max(0.75 * sin(a) * chance.uniform(0.8, 1.1), -0.06))
               for a in (0.0, 0.5, 1.0, 1.6, 2.1, 2.7, pi, 4.0, 5.4)]  # fmt: skip
    base = QColor(colour)
    fig.edged(polygon(outline), fig.lit(base, 0, -0.1, 0.8), 0.03)
    side = 1 if fig.sun[0] >= 0 else -1
    top = [(x * 0.8 + 0.12 * side, y * 0.86 + 0.1) for x, y in outline[1:6]]
    top += [(0.35 * side, 0.34), (-0.2 * side, 0.42)]
    tint = mixed(base, SNOW, 0.8) if snowy(fig) else base
    fig.fill(polygon(top), fig.lit(tint, 0.6 * side, 0.8, 0.4))
    crack = ribbon([(-0.3, 0.5), (-0.1, 0.25), (-0.2, 0.0)], [0.02, 0.03, 0.01])
    fig.fill(crack, faded(fig.lit(QColor("#1c1a20")), 0.5))


def _cactus(fig: Figure, chance: Random) -> None:
    shadow(fig, 0.8, 0.4)
    green = fig.round(QColor("#557a48"), -0.3, 0.3)
    for line in (
        [(0, 0), (0, 2.6)],
        [(0, 1.1), (-0.7, 1.2), (-0.75, 2.0)],
        [(0, 0.8), (0.65, 0.9), (0.7, 1.5)],
    ):
        fig.fill(ribbon(line, [0.42, 0.34, 0.3][: len(line)]), green)
        fig.fill(ellipse(line[-1][0], line[-1][1], 0.17, 0.2), green)


def _mushrooms(fig: Figure, chance: Random) -> None:
    for _ in range(3):
        x, tall = chance.uniform(-0.2, 0.2), chance.uniform(0.1, 0.2)
        fig.fill(ribbon([(x, 0), (x, tall)], [0.05, 0.035]), fig.lit(QColor("#e8dfcc")))
        parts(fig, f"h {x - 0.09} {tall - 0.02} 0.18 0.1 #b0452f")


GREENS = ("#5d8a3a", "#6f9440", "#4c7a3c", "#7f9a45")
TREE = (-4.6, -0.6, 9.2, 11.2)
MIXED = ("#e8d44f", "#f2f0e6", "#e06a8a", "#9a7ad8", "#e8583f")

SHAPES: dict[str, Shape] = {
    "oak": Shape(TREE, partial(_tree, "round", GREENS), 0.012),
    "poplar": Shape(TREE, partial(_tree, "poplar", GREENS), 0.02),
    "pine": Shape(TREE, partial(_tree, "pine", GREENS), 0.012),
    "palm": Shape((-4.0, -0.5, 9.0, 11.5), partial(_tree, "palm", GREENS), 0.03),
    "blossom": Shape(TREE, partial(_tree, "round", ("#f2b8c8", "#f6d0d8")), 0.012),
    "orange_tree": Shape(TREE, partial(_tree, "round", ("#47753a", "#5b8236")), 0.01),
    "acacia": Shape((-5.6, -0.5, 11.2, 8.0), _acacia, 0.012),
    "birch": Shape((-2.2, -0.4, 4.4, 10.2), _birch, 0.03),
    "bush": Shape((-1.5, -0.2, 3.0, 1.8), _bush, 0.03),
    "hedge": Shape((-2.3, -0.3, 4.6, 1.7), _hedge, 0.0),
    "wheat": Shape((-1.9, -0.08, 3.8, 1.25), partial(_bed, ("#a8792c", "#eccb6c"), "#e2b453"), 0.2, 2),
    "wheat_heads": Shape((-1.9, 0.5, 3.8, 0.67), partial(_bed, ("#a8792c", "#eccb6c"), "#e2b453"), 0.2, 2),
    "rice": Shape((-0.7, -0.05, 1.4, 0.9), partial(_blades, ("#3f7a34", "#a6cc5a"), 0.62, 26, ""), 0.3),
    "gold_grass": Shape((-0.7, -0.05, 1.4, 1.2), partial(_blades, ("#8a6a2c", "#e6c274"), 0.8, 26, "#d9b066"), 0.34, 3),
    "grass": Shape((-0.6, -0.05, 1.2, 0.7), partial(_blades, ("#47722f", "#a8c25c"), 0.5, 24, ""), 0.3, 3),
    "dune_grass": Shape((-0.7, -0.05, 1.4, 1.1), partial(_blades, ("#7d8250", "#d3cc8c"), 0.8, 24, ""), 0.34),
    "flowers": Shape((-0.6, -0.05, 1.2, 0.7), partial(_flowers, MIXED, 0.45), 0.25, 3),
    "poppies": Shape((-0.6, -0.05, 1.2, 0.8), partial(_flowers, ("#e2402c", "#d9331f"), 0.55), 0.28, 2),
    "daisies": Shape((-0.6, -0.05, 1.2, 0.6), partial(_flowers, ("#fbf8f0",), 0.35), 0.25, 2),
    "tulip_red": Shape((-0.4, -0.02, 0.8, 0.65), partial(_tulip, "#d8273a"), 0.2),
    "tulip_yellow": Shape((-0.4, -0.02, 0.8, 0.65), partial(_tulip, "#f4c81f"), 0.2),
    "tulip_pink": Shape((-0.4, -0.02, 0.8, 0.65), partial(_tulip, "#ee7fae"), 0.2),
    "tulip_white": Shape((-0.4, -0.02, 0.8, 0.65), partial(_tulip, "#f6f0e6"), 0.2),
    "tulip_purple": Shape((-0.4, -0.02, 0.8, 0.65), partial(_tulip, "#7b3f9e"), 0.2),
    "lavender": Shape((-0.7, -0.05, 1.4, 0.85), _lavender, 0.1),
    "sunflower": Shape((-0.8, -0.05, 1.6, 2.1), _sunflower, 0.08),
    "reeds": Shape((-1.0, -0.05, 2.0, 2.4), _reeds, 0.12),
    "fern": Shape((-1.3, -0.1, 2.6, 1.4), _fern, 0.1),
    "broadleaf": Shape((-2.8, -0.4, 5.6, 3.2), _broadleaf, 0.06),
    "vines": Shape((-1.7, -8.0, 3.4, 8.2), _vines, -0.02),
    "bare_tree": Shape((-4.5, -0.4, 9.0, 9.5), _bare, 0.01),
    "cabbages": Shape((-1.3, -0.05, 2.6, 0.45), _cabbages),
    "lilies": Shape((-1.6, -0.25, 3.2, 0.6), _lilies),
    "rock": Shape((-1.4, -0.3, 2.8, 1.4), partial(_rock, "#8b8782"), 0.0, 4),
    "red_rock": Shape((-1.4, -0.3, 2.8, 1.4), partial(_rock, "#b56a44"), 0.0, 4),
    "black_rock": Shape((-1.4, -0.3, 2.8, 1.4), partial(_rock, "#453f44"), 0.0, 4),
    "grey_rock": Shape((-1.4, -0.3, 2.8, 1.4), partial(_rock, "#9a9a9c"), 0.0, 4),
    "ice": Shape((-1.4, -0.3, 2.8, 1.4), partial(_rock, "#bfe2f2"), 0.0, 4),
    "cactus": Shape((-1.1, -0.2, 2.2, 3.0), _cactus),
    "mushrooms": Shape((-0.4, -0.05, 0.8, 0.4), _mushrooms),
}  # fmt: skip

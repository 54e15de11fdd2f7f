"""Plants with stems: flowers that open, bamboo, wheat, grass, bushes and vines in the wind."""

from collections.abc import Callable
from functools import partial
from math import atan2, cos, degrees, pi, sin, sqrt, tau

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainterPath, QRadialGradient

from engine.animatic.build import Build, build_of
from engine.animatic.light import faded, mixed
from engine.animatic.motion.plant import bend, bloom, deflection
from engine.animatic.motion.whereabouts import position
from engine.animatic.paint.subjects.figure import Figure, figure, wanted
from engine.animatic.paint.subjects.shape import Point, blob, curve, ellipse, ribbon
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage

GREEN = QColor("#4f8a3c")


def paint(stage: Stage, subject: Subject) -> None:
    """Its stems from the far one to the near one, over a soft shadow."""
    x, _, z = position(subject, stage.scene, stage.t)
    build = build_of(subject.kind)
    if not stage.view.sees(x, z, 1.4 * max(build.width, build.height) * subject.scale):
        return
    with figure(stage, subject) as fig:
        _shadow(fig, 0.42 * build.width)
        FORMS[str(build.trait("form", "flower"))](fig, subject, build)


def _shadow(fig: Figure, wide: float) -> None:
    shade = QRadialGradient(QPointF(0, 0), wide)
    shade.setColorAt(0, QColor(10, 16, 14, 100))
    shade.setColorAt(1, QColor(10, 16, 14, 0))
    fig.painter.save()
    fig.painter.scale(1.0, 0.2)
    fig.fill(ellipse(0, 0, wide, wide), QBrush(shade))
    fig.painter.restore()


def _stem(
    fig: Figure, subject: Subject, foot: float, tall: float, number: int, stiff: float
) -> list[Point]:
    """Points along a bent stem, its length kept."""
    lean = bend(subject, fig.stage.scene, fig.stage.t, number, stiff) * fig.heading
    lean += 0.12 * sin(2.1 * number)
    rise = sqrt(max(1.0 - 0.6 * lean * lean, 0.4))
    return [(foot + tall * lean * deflection(i / 8), tall * rise * i / 8) for i in range(9)]


def _leaf(fig: Figure, foot: Point, angle: float, long: float, wide: float, colour: QColor) -> None:
    c, s = cos(angle), sin(angle)
    spots = []
    for along, aside in ((0, 0), (0.35, 0.5), (0.72, 0.32), (1, 0), (0.7, -0.3), (0.35, -0.42)):
        droop = -0.22 * long * along * along
        x, y = long * along * c - wide * aside * s, long * along * s + wide * aside * c
        spots.append((foot[0] + x, foot[1] + y + droop))
    path = curve(spots + spots[:1])
    shade = QLinearGradient(QPointF(*spots[1]), QPointF(*spots[5]))
    shade.setColorAt(0, fig.lit(colour, 0.2, 0.8, 0.5))
    shade.setColorAt(1, fig.lit(mixed(colour, QColor("#16301c"), 0.3), -0.1, -0.3, 0.8))
    fig.edged(path, shade, 0.012 * long)
    rib = curve(
        [spots[0], ((spots[1][0] + spots[5][0]) / 2, (spots[1][1] + spots[5][1]) / 2), spots[3]]
    )
    fig.stroke(rib, faded(fig.lit(mixed(colour, QColor("white"), 0.4)), 0.6), 0.02 * long)


# Flowers --------------------------------------------------------------------------------------


def _flower(fig: Figure, subject: Subject, build: Build) -> None:
    grown, opened = bloom(subject, fig.stage.scene, fig.stage.t)
    part = 0.18 if build.trait("floats", False) else 0.86
    tall = part * build.height * max(grown, 0.04)
    line = _stem(fig, subject, 0.0, tall, 0, 1.0)
    thick = 0.022 * build.height
    green = mixed(GREEN, QColor("#7fae4a"), 0.3)
    if not build.trait("floats", False):
        fig.edged(
            ribbon(line, [thick] * 9),
            fig.round(green, line[4][0] - thick, line[4][0] + thick),
            0.2 * thick,
        )
        for i, side in ((2, 1), (4, -1)):
            angle = pi / 2 - side * 0.85 + 0.1 * sin(1.3 * fig.stage.t + i)
            _leaf(fig, line[i], angle, 0.3 * tall, 0.13 * tall, green)
    fig.painter.save()
    fig.painter.translate(*line[8])
    fig.painter.rotate(-40.0 * (line[8][0] - line[7][0]) / max(tall / 8, 1e-6))
    radius = float(build.trait("bloom", 0.2)) * (0.25 + 0.75 * opened) * (0.4 + 0.6 * grown)
    if grown < 1.0 or 0.15 < opened < 1.0:
        _head(fig, subject, build, radius, opened)
    else:
        box = QRectF(-1.7 * radius, -1.7 * radius, 3.4 * radius, 3.4 * radius)
        key = ("flower", subject, opened)
        fig.sprite(key, box, lambda own: _head(own, subject, build, radius, opened))
    fig.painter.restore()


def _turned(
    fig: Figure, at: Point, angle: float, key: object, box: QRectF, paint: Callable[[Figure], None]
) -> None:
    """Something kept, with its origin at a point, turned anticlockwise by an angle in radians."""
    fig.painter.save()
    fig.painter.translate(*at)
    fig.painter.rotate(degrees(angle))
    fig.sprite(key, box, paint)
    fig.painter.restore()


def _head(fig: Figure, subject: Subject, build: Build, radius: float, opened: float) -> None:
    """Rings of petals from the back to the front, each a little smaller, darker inside."""
    petal = wanted(subject.colour, str(build.trait("petals", "#e0557a")))
    rings, number = int(build.trait("rings", 2)), int(build.trait("number", 9))
    cup = float(build.trait("cup", 0.0))
    for ring in range(rings):
        size = radius * (1.0 - 0.75 * ring / max(rings, 1) * float(build.trait("tight", 0.5)))
        for i in sorted(range(number), key=lambda k: -sin(pi / 2 + tau * k / number)):
            angle = tau * (i + 0.5 * (ring % 2)) / number + 0.3 * subject.variety
            _petal(fig, angle, size, petal, cup + (1.0 - opened) * 1.2, ring / max(rings, 1), build)
    heart = float(build.trait("heart", 0.3)) * radius
    if heart:
        middle = QColor(str(build.trait("middle", "#f0c23a")))
        fig.fill(ellipse(0, 0, heart, 0.8 * heart), QBrush(fig.ball(middle, 0, 0, heart)))
        for k in range(34):
            far = heart * 0.92 * sqrt((k + 0.5) / 34)
            spot = (far * cos(2.39996 * k), 0.8 * far * sin(2.39996 * k))
            fig.fill(
                ellipse(*spot, 0.07 * heart, 0.06 * heart),
                faded(fig.lit(mixed(middle, QColor("black"), 0.35)), 0.7),
            )


def _petal(
    fig: Figure, angle: float, size: float, colour: QColor, cup: float, inner: float, build: Build
) -> None:
    """One petal: a cupped flower shows its petals raised and drawn in."""
    raise_by = min(cup, 1.4)
    c, s = cos(angle) * (1.0 - 0.55 * min(raise_by, 1.0)), sin(angle) * 0.8
    s = s * (1.0 - 0.5 * min(raise_by, 1.0)) + 0.75 * min(raise_by, 1.0)
    long, wide = size, size * float(build.trait("broad", 0.55))
    norm = max((c * c + s * s) ** 0.5, 0.2)
    ux, uy = c / norm, s / norm
    reach = long * max(norm, 0.45)
    path = QPainterPath(QPointF(0, 0))

    def at(along: float, aside: float) -> QPointF:
        x, y = reach * along, wide * aside
        return QPointF(x * ux - y * uy, x * uy + y * ux)

    path.cubicTo(at(0.25, 0.55), at(0.8, 0.75), at(1.0, 0.08))
    path.cubicTo(at(1.03, 0.0), at(1.03, 0.0), at(1.0, -0.08))
    path.cubicTo(at(0.8, -0.75), at(0.25, -0.55), at(0, 0))
    shade = QLinearGradient(QPointF(0, 0), at(1, 0))
    deep = mixed(colour, QColor("#5a1030"), 0.3 + 0.18 * inner)
    shade.setColorAt(0, fig.lit(deep, 0, -0.2, 0.9))
    shade.setColorAt(0.6, fig.lit(mixed(colour, deep, 0.3 * inner), 0.6 * ux, 0.6 * uy, 0.6))
    shade.setColorAt(1, fig.lit(mixed(colour, QColor("white"), 0.22), 0.7 * ux, 0.7 * uy, 0.4))
    fig.edged(path, shade, 0.03 * size)
    fig.stroke(path, faded(fig.lit(deep), 0.35), 0.012 * size)


# Others ---------------------------------------------------------------------------------------


def _bamboo(fig: Figure, subject: Subject, build: Build) -> None:
    """Jointed canes that bend as one, with fans of narrow leaves at the joints."""
    for number in range(5):
        foot = (number - 2) * 0.19 * build.width + 0.04 * sin(9.0 * number)
        tall = build.height * (0.78 + 0.22 * abs(cos(1.7 * number)))
        line = _stem(fig, subject, foot, tall, number, 1.6)
        wide = 0.019 * build.height * (0.75 + 0.25 * (number % 2))
        green = mixed(QColor("#5f8f3f"), QColor("#a8b85a"), 0.25 * (number % 3))
        fig.edged(
            ribbon(line, [wide * (1 - 0.05 * i) for i in range(9)]),
            fig.round(green, foot - wide, foot + wide),
            0.2 * wide,
        )
        rings = QPainterPath()
        for x, y in line[1:]:
            rings.moveTo(x - 0.62 * wide, y)
            rings.lineTo(x + 0.62 * wide, y)
        fig.stroke(rings, fig.lit(QColor("#d9dfae"), 0, 0.6, 0.8), 0.22 * wide)
        for i in range(4, 9):
            for side in (-1, 1):
                flutter = 0.16 * sin(3.1 * fig.stage.t + i + number)
                _fan(fig, subject, build, line[i], side, flutter, green)


def _fan(
    fig: Figure, subject: Subject, build: Build, at: Point, side: int, turn: float, green: QColor
) -> None:
    """Three narrow leaves from a joint."""
    long, wide = 0.12 * build.height, 0.022 * build.height

    def leaves(own: Figure) -> None:
        for j in range(3):
            _leaf(own, (0.0, 0.0), pi / 2 - side * (1.25 + 0.3 * j), long, wide, green)

    box = QRectF(-1.2 * long, -1.4 * long, 2.4 * long, 2.8 * long)
    _turned(fig, at, turn, ("fan", subject, side, green.rgba()), box, leaves)


def _wheat(fig: Figure, subject: Subject, build: Build) -> None:
    """Stalks with bearded ears."""
    gold = wanted(subject.colour, "#d9b04a")
    for number in range(11):
        foot = (number - 5) * 0.08 * build.width
        line = _stem(
            fig, subject, foot, build.height * (0.8 + 0.1 * sin(2.7 * number)), number, 0.7
        )
        fig.stroke(curve(line), fig.lit(mixed(gold, GREEN, 0.25)), 0.012 * build.height)
        (ax, ay), (bx, by) = line[7], line[8]
        turn = atan2(by - ay, bx - ax) - pi / 2
        tall = build.height
        box = QRectF(-0.1 * tall, -0.05 * tall, 0.2 * tall, 0.4 * tall)
        _turned(fig, (bx, by), turn, ("ear", subject), box, partial(_ear, tall=tall, gold=gold))


def _ear(fig: Figure, tall: float, gold: QColor) -> None:
    """Two rows of grains with their beards, upright."""
    for k in range(7):
        for side in (-1, 1):
            x, y = 0.014 * tall * side, 0.024 * tall * k
            grain = ellipse(x, y, 0.011 * tall, 0.02 * tall)
            fig.fill(grain, fig.lit(gold, 0.4 * side, 0.4, 0.8))
            beard = curve([(x, y), (x + 0.02 * side * tall, y + 0.09 * tall)])
            fig.stroke(beard, faded(fig.lit(gold, 0, 0.7, 0.6), 0.7), 0.003 * tall)


def _grass(fig: Figure, subject: Subject, build: Build) -> None:
    for number in range(26):
        foot = build.width * 0.36 * sin(12.9898 * number)
        tall = build.height * (0.55 + 0.45 * abs(sin(4.1 * number)))
        line = _stem(fig, subject, foot, tall, number, 0.6)
        colour = mixed(
            wanted(subject.colour, "#5f9440"), QColor("#a8b85a"), 0.5 * abs(cos(2.9 * number))
        )
        wide = 0.03 * build.height
        fig.fill(
            ribbon(line, [wide * (1 - i / 8.2) for i in range(9)]),
            fig.lit(colour, 0.5 * sin(number), 0.5, 0.7),
        )


TWIGS = 13


def _bush(fig: Figure, subject: Subject, build: Build) -> None:
    """A mound of twigs full of leaves, each turned to its own side."""
    wide, tall = build.width, build.height
    colour = wanted(subject.colour, "#4c7a3c")
    dome = [(0.4 * wide * cos(pi * k / 8), 0.66 * tall * sin(pi * k / 8)) for k in range(9)]
    inside = mixed(colour, QColor("#0e1f18"), 0.68)
    fig.fill(blob(dome[::-1]), fig.lit(inside, 0.0, 0.3, 0.6))
    for i in range(TWIGS):
        far, angle = sqrt((i + 0.5) / TWIGS), pi * ((i * 0.618) % 1.0)
        x, y = 0.4 * wide * far * cos(angle), 0.68 * tall * far * sin(angle) + 0.08 * tall
        lean = bend(subject, fig.stage.scene, fig.stage.t, i % 5, 2.0) * fig.heading
        turn = 0.05 * sin(2.6 * fig.stage.t + 2.4 * i) - 0.3 * lean
        box = QRectF(-0.5 * tall, -0.5 * tall, tall, tall)
        tone = mixed(colour, QColor("#1c3526"), 0.5 * (1 - y / tall))
        key = ("twig", subject, i)
        leaves = partial(_twig, angle=angle, tall=tall, colour=tone, number=i)
        _turned(fig, (x + 0.5 * y * lean, y), turn, key, box, leaves)


def _twig(fig: Figure, angle: float, tall: float, colour: QColor, number: int) -> None:
    """Leaves about a point, the upper ones lighter."""
    for k in range(9):
        far, around = 0.17 * tall * sqrt((k + 0.5) / 9), 2.39996 * (k + number)
        x, y = far * cos(around), far * sin(around)
        turn = angle + 0.6 * sin(3.0 * (9 * number + k))
        tone = mixed(colour, QColor("#1c3526"), 0.25 - 0.9 * y / tall)
        _leaf(fig, (x, y), turn, 0.17 * tall, 0.09 * tall, tone)


def _vine(fig: Figure, subject: Subject, build: Build) -> None:
    """A stem that hangs or climbs in waves, leaves to either side."""
    grown, _ = bloom(subject, fig.stage.scene, fig.stage.t)
    number = max(int(22 * grown), 2)
    sway = bend(subject, fig.stage.scene, fig.stage.t, 0, 2.0)
    line = [
        (0.22 * build.width * sin(0.75 * i) + sway * 0.02 * i, build.height * i / 22)
        for i in range(number)
    ]
    fig.stroke(curve(line), fig.lit(QColor("#5a6a34")), 0.016 * build.height)
    for i in range(1, number):
        side = 1 if i % 2 else -1
        flutter = 0.1 * sin(2.2 * fig.stage.t + i)
        _leaf(
            fig,
            line[i],
            pi / 2 - side * 1.2 + flutter,
            0.1 * build.height,
            0.07 * build.height,
            mixed(GREEN, QColor("#8fae4a"), 0.4 * (i % 3) / 2),
        )


FORMS: dict[str, Callable[[Figure, Subject, Build], None]] = {
    "flower": _flower, "bamboo": _bamboo, "wheat": _wheat, "grass": _grass, "bush": _bush,
    "vine": _vine,
}  # fmt: skip

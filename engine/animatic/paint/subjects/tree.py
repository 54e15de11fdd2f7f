"""Trees that sway: round crowns, poplars, pines, and palms where it is hot."""

from functools import partial
from itertools import pairwise
from math import cos, pi, sin, sqrt, tau
from random import Random

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainterPath, QRadialGradient

from engine.animatic.light import faded, mixed
from engine.animatic.motion.tree import tree_sway
from engine.animatic.paint.season import foliage
from engine.animatic.paint.subjects.figure import Figure, figure, wanted
from engine.animatic.paint.subjects.shape import Point, curve, ellipse, ribbon
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage

BARK = QColor("#6b4c33")
LEAVES = ("#5d8a3a", "#6f9440", "#4c7a3c", "#7f9a45")
HEIGHT = 8.0


def paint(stage: Stage, subject: Subject) -> None:
    """Shadow, trunk, and the crown in a far and a near half that sway a little apart."""
    if not stage.view.sees(subject.x, subject.z, 9.0):
        return
    sway = tree_sway(subject, stage.scene, stage.t)
    later = tree_sway(subject, stage.scene, stage.t - 0.35)
    with figure(stage, subject) as fig:
        shadow(fig)
        size = 0.82 + 0.36 * (subject.variety * 5.3 % 1.0)
        fig.painter.scale(size, size)
        bounds = QRectF(-6.0, -0.5, 12.0, 13.5)
        for part, lean in (("back", later), ("trunk", 0.5 * sway), ("front", sway)):
            fig.painter.save()
            fig.painter.shear(subject.heading * lean, 0.0)
            fig.sprite((part, subject), bounds, partial(_part, subject, part))
            fig.painter.restore()


def species(scene_place: str, weather: tuple[str, ...], variety: float) -> str:
    """Palms by the sea and in the desert, pines in snow and mountains, else by variety."""
    if scene_place in ("sea", "desert"):
        return "palm"
    if "snow" in weather or scene_place in ("mountains", "forest"):
        return "pine"
    return "round" if variety < 0.55 else "poplar" if variety < 0.8 else "pine"


def _part(subject: Subject, part: str, fig: Figure) -> None:
    scene = fig.stage.scene
    kind = species(scene.place, scene.weather, subject.variety)
    chance = fig.stage.chance(f"tree/{subject.x}/{subject.z}/{part}")
    colour = wanted(subject.colour, LEAVES[int(subject.variety * 3.99)])
    if kind in ("round", "poplar") and not subject.colour:
        colour = foliage(scene.season, colour, subject.variety)
    grow(fig, chance, kind, part, colour)


def grow(fig: Figure, chance: Random, kind: str, part: str, colour: QColor) -> None:
    """Paint one `part` of a tree (back, trunk, front) about nine metres tall at the origin."""
    match kind:
        case "palm":
            _palm(fig, chance, part, colour)
        case "pine":
            _pine(fig, chance, part)
        case "poplar":
            _leafy(fig, chance, part, colour, (0.0, 6.3), (1.45, 4.6))
        case _:
            _leafy(fig, chance, part, colour, (0.0, 5.9), (3.3, 2.9))


def shadow(fig: Figure) -> None:
    """A soft shadow of a crown nine metres tall."""
    shade = QRadialGradient(QPointF(0, 0), 2.6)
    shade.setColorAt(0, QColor(10, 16, 14, 80))
    shade.setColorAt(1, QColor(10, 16, 14, 0))
    fig.painter.save()
    fig.painter.scale(1.0, 0.12)
    fig.fill(ellipse(0, 0, 2.6, 2.6), QBrush(shade))
    fig.painter.restore()


# Broad leaves ---------------------------------------------------------------------------------


def _leafy(
    fig: Figure, chance: Random, part: str, colour: QColor, centre: Point, size: Point
) -> None:
    if part == "trunk":
        _trunk(fig, chance, centre, size)
        return
    behind = part == "back"
    clumps = _clumps(chance, centre, size, 16 if behind else 21)
    for x, y, radius in clumps:
        _clump(fig, chance, (x, y), radius, _shade(fig, colour, (x, y), centre, size, behind))


def _clumps(
    chance: Random, centre: Point, size: Point, number: int
) -> list[tuple[float, float, float]]:
    """Clumps fill the crown evenly (sunflower spiral), the high ones painted last."""
    made = []
    for i in range(number):
        reach, angle = sqrt((i + 0.4) / number), 2.39996 * i + chance.uniform(-0.25, 0.25)
        x = centre[0] + 0.82 * size[0] * reach * cos(angle)
        y = centre[1] + 0.82 * size[1] * reach * sin(angle)
        made.append((x, y, (0.3 + 0.14 * chance.random()) * min(size) * 1.05))
    return sorted(made, key=lambda clump: clump[1] - 0.3 * abs(clump[0]))


def _shade(
    fig: Figure, colour: QColor, spot: Point, centre: Point, size: Point, behind: bool
) -> QColor:
    """A clump's colour by which way its part of the crown turns; the far half is in shade."""
    nx, ny = (spot[0] - centre[0]) / size[0], (spot[1] - centre[1]) / size[1]
    nz = sqrt(max(1.0 - nx * nx - ny * ny, 0.05))
    base = mixed(colour, QColor("#20403a"), 0.45 if behind else 0.12 * (1 - ny))
    return (
        fig.lit(base, 0.9 * nx, 0.9 * ny, 0.5 * nz)
        if not behind
        else fig.lit(base, nx, ny - 0.6, 0)
    )


def _clump(fig: Figure, chance: Random, spot: Point, radius: float, colour: QColor) -> None:
    """A mass of leaves with a ragged edge, and lighter leaves where the sun strikes it."""
    dark = mixed(colour, fig.stage.light.ambient, 0.25)
    shade = QRadialGradient(
        QPointF(spot[0] + 0.4 * radius * fig.sun[0], spot[1] + 0.5 * radius), 1.5 * radius
    )
    lit = mixed(colour, fig.glint, 0.14)
    shade.setColorAt(0, lit)
    shade.setColorAt(0.6, colour)
    shade.setColorAt(1, dark)
    sunny = spot[0] * fig.sun[0] + (spot[1] - 6.0) * fig.sun[1] > 0.8
    fig.edged(_ragged(chance, spot, radius), QBrush(shade), 0.03 if sunny else 0.0)
    specks, any_of, aside = QPainterPath(), chance.random, 0.2 * radius * fig.sun[0]
    for _ in range(7):
        angle, far = 0.1 + (pi - 0.2) * any_of(), (0.2 + 0.65 * any_of()) * radius
        x, y = spot[0] + far * cos(angle) + aside, spot[1] + far * sin(angle)
        wide, high = 0.07 + 0.08 * any_of(), 0.05 + 0.04 * any_of()
        specks.addEllipse(x - wide, y - high, 2.0 * wide, 2.0 * high)
    fig.fill(specks, faded(mixed(lit, fig.glint, 0.22), 0.75))


def _ragged(chance: Random, spot: Point, radius: float) -> QPainterPath:
    """A scalloped outline: one bow of leaves after another around the clump."""
    number, any_of, (x, y), rim = 13, chance.random, spot, 0.86 * radius
    edge = [tau * i / number - 0.12 + 0.24 * any_of() for i in range(number)]
    edge.append(edge[0] + tau)
    path = QPainterPath(QPointF(x + rim * cos(edge[0]), y + 0.93 * rim * sin(edge[0])))
    for before, after in pairwise(edge):
        bow, middle = radius * (1.14 + 0.2 * any_of()), (before + after) / 2
        path.quadTo(
            x + bow * cos(middle),
            y + 0.93 * bow * sin(middle),
            x + rim * cos(after),
            y + 0.93 * rim * sin(after),
        )
    return path


def _trunk(fig: Figure, chance: Random, centre: Point, size: Point) -> None:
    bark = fig.round(BARK, -0.35, 0.35)
    bend = chance.uniform(-0.2, 0.2)
    fig.fill(ribbon([(0, -0.15), (0.0, 0.25), (bend, 2.0), (0, 4.4)], [1.0, 0.58, 0.42, 0.2]), bark)
    for side in (-1, 1, -1, 1):
        start = chance.uniform(1.9, 3.2)
        end = (side * size[0] * chance.uniform(0.4, 0.7), centre[1] + chance.uniform(-1.2, 0.6))
        elbow = (0.45 * end[0], start + 0.4 * (end[1] - start))
        fig.fill(ribbon([(bend, start), elbow, end], [0.26, 0.17, 0.06]), bark)


# Pine -----------------------------------------------------------------------------------------


def _pine(fig: Figure, chance: Random, part: str) -> None:
    if part == "trunk":
        fig.fill(
            ribbon([(0, -0.15), (0, 4.0), (0, 9.0)], [0.5, 0.34, 0.1]), fig.round(BARK, -0.3, 0.3)
        )
        return
    snowy = "snow" in fig.stage.scene.weather
    tiers = 8
    for i in range(tiers):
        low = 1.3 + 7.4 * i / tiers
        half = 2.35 * (1 - i / tiers) ** 0.85 + 0.25
        _tier(fig, chance, low, half, part == "back", snowy)


def _tier(fig: Figure, chance: Random, low: float, half: float, behind: bool, snowy: bool) -> None:
    """One whorl of branches: drooping tips, a dark underside, snow on top if it snows."""
    tips = 9 if half > 1 else 7
    points: list[Point] = [(0.0, low + 1.9)]
    for i in range(tips):
        part = 2 * i / (tips - 1) - 1
        droop = 0.34 * part * part + chance.uniform(-0.1, 0.1)
        points.append((half * part * chance.uniform(0.9, 1.05), low - droop))
        points.append((half * (part + 0.6 / tips), low - droop + 0.34))
    points = points[:-1]
    path = QPainterPath(QPointF(*points[0]))
    for x, y in points[1:]:
        path.lineTo(x, y)
    path.closeSubpath()
    green = QColor("#2c5443") if behind else QColor("#3c6b4c")
    shade = QLinearGradient(-half, 0, half, 0)
    for i in range(5):
        nx = -0.9 + 0.45 * i
        shade.setColorAt(i / 4, fig.lit(green, nx, 0.25, 0.35))
    dim = fig.lit(mixed(green, QColor("#12241f"), 0.4), 0, -0.5, 0.5)
    fig.edged(path, dim if behind else shade, 0.03 if behind else 0.05)
    if behind:
        return
    under = QLinearGradient(0, low + 0.9, 0, low - 0.35)
    under.setColorAt(0, faded(QColor("#0d1c1a"), 0.0))
    under.setColorAt(1, faded(QColor("#0d1c1a"), 0.38))
    fig.fill(path, under)
    if snowy:
        _snow(fig, chance, low, half)


def _snow(fig: Figure, chance: Random, low: float, half: float) -> None:
    white = fig.lit(QColor("#eef3fb"), 0.1, 0.8, 0.5)
    for side in (-1, 1):
        points = [(side * 0.08, low + 1.2), (side * 0.45 * half, low + 0.42),
                  (side * 0.93 * half, low - 0.16)]  # fmt: skip
        widths = [0.16, 0.3 * chance.uniform(0.8, 1.2), 0.1]
        fig.fill(ribbon(points, widths), white)


# Palm -----------------------------------------------------------------------------------------


def _palm(fig: Figure, chance: Random, part: str, colour: QColor) -> None:
    top = (0.9, 7.3)
    if part == "trunk":
        line = [(0, -0.1), (0.12, 1.6), (0.38, 4.2), top]
        fig.fill(ribbon(line, [0.62, 0.4, 0.32, 0.26]), fig.round(QColor("#8a6a48"), -0.2, 0.7))
        rings = QPainterPath()
        for i in range(1, 17):
            x, y = 0.9 * (i / 17) ** 1.7, 7.3 * i / 17
            rings.moveTo(x - 0.19, y)
            rings.quadTo(QPointF(x, y - 0.09), QPointF(x + 0.19, y + 0.03))
        fig.stroke(rings, faded(fig.lit(QColor("#4a3422")), 0.5), 0.05)
        return
    green = mixed(colour, QColor("#4d8a4a"), 0.5)
    number, behind = (6, True) if part == "back" else (7, False)
    for i in range(number):
        angle = pi * (i + 0.5 + chance.uniform(-0.2, 0.2)) / number - (0.15 if behind else -0.05)
        _frond(fig, chance, top, angle, green, behind)


def _frond(
    fig: Figure, chance: Random, top: Point, angle: float, green: QColor, behind: bool
) -> None:
    """A rib that arches and droops, with leaflets hanging from it."""
    length = chance.uniform(3.0, 3.7) * (0.9 if behind else 1.0)
    rib = []
    for i in range(9):
        part = i / 8
        sink = 2.5 * part * part * (0.55 + 0.45 * abs(cos(angle)))
        x = top[0] + length * part * cos(angle) * (1.0 - 0.12 * part)
        rib.append((x, top[1] + length * part * sin(angle) * 0.8 - sink + 0.25 * part))
    facing = fig.lit(green, 0.5 * cos(angle), 0.6 * sin(angle), 0.4)
    colour = mixed(facing, fig.lit(QColor("#1c3526"), 0, -0.5, 0.5), 0.55 if behind else 0.05)
    leaflets = QPainterPath()
    leaflets.setFillRule(Qt.FillRule.WindingFill)
    line = curve(rib)
    for i in range(3, 30):
        part = i / 30
        spot, hang = (
            line.pointAtPercent(part),
            1.25 * sin(pi * part**0.75) * chance.uniform(0.85, 1.1),
        )
        x, y, ahead = spot.x(), spot.y(), 0.45 * cos(angle) * hang
        for side in (1.0, 0.55):
            tip_y = y - hang * 0.62 * side + (1 - side) * 0.5 * hang
            leaflets.moveTo(x - 0.05, y)
            leaflets.quadTo(x + 0.6 * ahead, y + 0.02, x + ahead * side, tip_y)
            leaflets.quadTo(x + 0.1 * ahead, y - 0.2 * hang, x + 0.05, y)
    fig.fill(leaflets, colour)
    fig.stroke(line, mixed(colour, fig.glint, 0.25), 0.05)

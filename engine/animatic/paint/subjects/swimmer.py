"""Fish, sharks, dolphins and whales: a body along a swinging spine, fins, and splashes."""

from math import cos, degrees, pi, sin, tau

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainterPath

from engine.animatic.light import faded, mixed
from engine.animatic.motion import sea_life
from engine.animatic.motion.sea_life import Swimmer, swimmer_of
from engine.animatic.motion.water import GRAVITY, wave_height
from engine.animatic.motion.whereabouts import position
from engine.animatic.paint.subjects.figure import Figure, figure, wanted
from engine.animatic.paint.subjects.form import eye, mass, patch, whole
from engine.animatic.paint.subjects.shape import Point, curve, ellipse, ribbon
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage

WIDTHS = {
    "fish": (0.1, 0.62, 0.95, 1.0, 0.9, 0.7, 0.45, 0.26, 0.2),
    "shark": (0.12, 0.62, 0.92, 1.0, 0.9, 0.68, 0.42, 0.22, 0.14),
    "dolphin": (0.14, 0.66, 0.92, 1.0, 0.92, 0.72, 0.46, 0.26, 0.14),
    "whale": (0.16, 0.86, 1.0, 1.0, 0.9, 0.7, 0.44, 0.24, 0.14),
}
"""How thick each body is from nose to tail, as parts of its depth."""


def paint(stage: Stage, subject: Subject) -> None:
    """The swimmer or its school, what the water hides hidden, and the splashes it makes."""
    x, _, z = position(subject, stage.scene, stage.t)
    body = swimmer_of(subject)
    size = body.long * subject.scale
    if not stage.view.sees(x, z, 12.0 * size):
        return
    if subject.colour:
        body = replace(body, coat=wanted(subject.colour, body.coat).name(), fin="")
    school = sea_life.school(subject, stage.scene)
    deep = float(sea_life.submerged(stage.scene))
    for ahead, up, away, own in sorted(school, key=lambda one: -one[2]):
        _one(stage, subject, body, (ahead * size, deep * up * size, away * size), own)
    if sea_life.leaps(subject, stage.scene):
        _splashes(stage, subject, size)


def _one(stage: Stage, subject: Subject, body: Swimmer, off: Point, own: float) -> None:
    size, t = body.long * subject.scale, stage.t - 1.7 * own
    single = off == (0.0, 0.0, 0.0)
    x, y, z = position(subject, stage.scene, stage.t if single else t)
    if not single:
        x = position(subject, stage.scene, stage.t)[0]
    place = (x + subject.heading * off[0], y + off[1], max(z + off[2], 0.6))
    with figure(stage, subject, at=place) as fig:
        painter = fig.painter
        if not sea_life.submerged(stage.scene):
            clip = QPainterPath()
            level = wave_height(stage.scene, place[0], place[2], stage.t) - place[1]
            clip.addRect(QRectF(-4 * size, level - 0.01 * size, 8 * size, 9 * size))
            painter.setClipPath(clip)
        painter.scale(size, size)
        painter.rotate(degrees(sea_life.pitch(subject, stage.scene, t)))
        own_fig = Figure(stage, painter, place[2], fig.scale * size, fig.heading, fig.sun)
        _body(own_fig, body, subject, t)
    if body.shape == "shark" and not sea_life.submerged(stage.scene):
        with figure(
            stage, subject, at=(place[0], place[1] - body.float_at * size, place[2])
        ) as fig:
            fig.painter.scale(size, size)
            _wake(fig, stage.t)


def spine(subject: Subject, t: float, arch: float) -> list[Point]:
    """Nine points from the nose (x = 0.5) to the root of the tail fin (x = -0.42)."""
    line = []
    for i in range(9):
        part = i / 8
        x = 0.5 - 0.92 * part
        line.append((x, sea_life.bend(subject, t, part) - arch * (x * x - 0.08)))
    return line


def _body(fig: Figure, body: Swimmer, subject: Subject, t: float) -> None:
    air = sea_life.leaps(subject, fig.stage.scene)
    arch = 0.35 if air and body.shape == "dolphin" else 0.12 if air else 0.0
    line = spine(subject, t, arch)
    thick = [body.deep * part for part in WIDTHS[body.shape]]
    outline = ribbon(line, thick)
    turn = cos(tau * (body.rate * t + subject.variety - 0.85))
    fin = QColor(body.fin or mixed(QColor(body.coat), QColor("black"), 0.15).name())
    upright = body.shape in ("fish", "shark")
    _tail(fig, body, line, fin, turn, upright)
    _back_fins(fig, body, line, fin)
    if body.shape == "dolphin":
        beak = patch([(0.44, 0.05), (0.56, 0.025), (0.6, 0.0), (0.56, -0.03), (0.42, -0.06)])
        outline = whole(outline, beak)
    mass(fig, outline, QColor(body.coat), 0.8 * body.deep, 0.04)
    _shades(fig, body, line, outline)
    flap = 0.06 * sin(tau * 0.6 * body.rate * t)
    flipper = [
        (0.24, -0.22 * body.deep),
        (0.02, -0.62 * body.deep + flap),
        (-0.05, -0.6 * body.deep + flap),
        (0.1, -0.28 * body.deep),
    ]
    mass(fig, patch(flipper), fin, 0.1, 0.05)
    _face(fig, body)


def _tail(
    fig: Figure, body: Swimmer, line: list[Point], fin: QColor, turn: float, upright: bool
) -> None:
    """A fish's fin stands and swings towards us; a whale's flukes lie and beat up and down."""
    x, y = line[-1]
    if upright:
        reach = 0.14 + 0.08 * abs(turn)
        high = 0.75 * body.deep + (0.12 if body.shape == "shark" else 0.03)
        low = 0.6 * high if body.shape == "shark" else high
        points = [
            (x + 0.04, y + 0.03),
            (x - reach, y + high),
            (x - reach - 0.03, y + 0.9 * high),
            (x - 0.5 * reach, y),
            (x - reach, y - 0.9 * low),
            (x - 0.9 * reach, y - low),
            (x + 0.04, y - 0.03),
        ]
    else:
        lift = 0.13 * turn
        points = [
            (x + 0.06, y + 0.03),
            (x - 0.1, y + 0.07 + lift),
            (x - 0.2, y + 0.1 + 1.5 * lift),
            (x - 0.16, y + 0.02 + lift),
            (x - 0.19, y - 0.05 + lift),
            (x - 0.08, y - 0.04 + 0.5 * lift),
            (x + 0.06, y - 0.03),
        ]
    mass(fig, patch(points), fin, 0.1, 0.05)


def _back_fins(fig: Figure, body: Swimmer, line: list[Point], fin: QColor) -> None:
    d = body.deep
    y = 0.42 * d + line[4][1]
    match body.shape:
        case "fish":
            points = [
                (0.22, y - 0.02),
                (0.1, y + 0.4 * d),
                (-0.16, y + 0.34 * d),
                (-0.24, y - 0.1 * d),
                (0, y - 0.2 * d),
            ]
            under = [(-0.02, -0.36 * d), (-0.12, -0.8 * d), (-0.24, -0.62 * d), (-0.2, -0.2 * d)]
            mass(fig, patch(under), fin, 0.1, 0.05)
        case "whale":
            points = [(-0.14, y - 0.08 * d), (-0.24, y + 0.12 * d), (-0.26, y - 0.14 * d)]
        case _:
            points = [
                (0.1, y - 0.04),
                (-0.02, y + 0.8 * d),
                (-0.07, y + 0.86 * d),
                (-0.08, y + 0.3 * d),
                (-0.12, y - 0.1),
            ]
    mass(fig, patch(points), fin, 0.1, 0.05)


def _shades(fig: Figure, body: Swimmer, line: list[Point], outline: QPainterPath) -> None:
    """Countershading below, and bands or scales."""
    painter = fig.painter
    painter.save()
    fig.clip(outline)
    d = body.deep
    if body.belly:
        under = [(x, y - 0.1 * d) for x, y in line] + [(-0.5, -1.0), (0.7, -1.0)]
        pale = fig.lit(QColor(body.belly), 0.0, -0.3, 0.95)
        path = QPainterPath(QPointF(0.7, -0.1 * d))
        for point in under:
            path.lineTo(*point)
        path.closeSubpath()
        fig.fill(path, faded(pale, 0.9))
    if body.mark:
        for x in (0.22, -0.06, -0.32):
            band = ribbon([(x, 0.6 * d), (x - 0.02, 0.0), (x, -0.6 * d)], [0.09, 0.1, 0.08])
            fig.fill(band, fig.lit(QColor(body.mark), 0.1, 0.2, 0.95))
    if body.shape == "whale" and fig.scale > 60:
        folds = QPainterPath()
        for i in range(5):
            y = -0.2 * d - 0.06 * d * i
            folds.moveTo(0.5, y)
            folds.quadTo(QPointF(0.3, y - 0.05 * d), QPointF(0.02, y + 0.02 * d))
        fig.stroke(folds, faded(fig.lit(QColor("#5a6a78")), 0.6), 0.005)
    painter.restore()


def _face(fig: Figure, body: Swimmer) -> None:
    d, dark = body.deep, QColor("#12151a")
    match body.shape:
        case "fish":
            fig.fill(ellipse(0.35, 0.1 * d, 0.05, 0.05), fig.lit(QColor("#f4f2ea")))
            eye(fig, 0.355, 0.1 * d, 0.034, dark)
            gill = curve([(0.25, 0.26 * d), (0.21, 0.0), (0.25, -0.26 * d)])
            fig.stroke(
                gill, faded(fig.lit(mixed(QColor(body.coat), QColor("black"), 0.5)), 0.6), 0.012
            )
        case "shark":
            eye(fig, 0.38, 0.1 * d, 0.016, dark)
            for i in range(4):
                x = 0.24 - 0.03 * i
                fig.stroke(
                    curve([(x, 0.18 * d), (x - 0.015, -0.16 * d)]), faded(fig.lit(dark), 0.5), 0.006
                )
            fig.stroke(
                curve([(0.45, -0.14 * d), (0.38, -0.24 * d), (0.34, -0.2 * d)]),
                fig.lit(dark),
                0.008,
            )
        case "dolphin":
            eye(fig, 0.37, 0.0, 0.014, dark)
            fig.stroke(
                curve([(0.59, -0.01), (0.46, -0.04), (0.4, -0.03)]),
                faded(fig.lit(dark), 0.7),
                0.006,
            )
        case _:
            eye(fig, 0.3, -0.1 * d, 0.01, dark)
            fig.stroke(
                curve([(0.5, -0.06 * d), (0.38, -0.2 * d), (0.31, -0.18 * d)]),
                faded(fig.lit(dark), 0.6),
                0.006,
            )


# Splashes -------------------------------------------------------------------------------------

LASTS, DROPS = 1.5, 110


def _splashes(stage: Stage, subject: Subject, size: float) -> None:
    """Drops thrown up where the body broke the surface, foam that spreads, a whale's breath."""
    t, scene = stage.t, stage.scene
    for moment in sea_life.splashes(subject, scene, t - LASTS, t + 1e-9):
        x, _, z = position(subject, scene, moment)
        level = wave_height(scene, x, z, t)
        with figure(stage, subject, at=(x, level, z)) as fig:
            _splash(fig, t - moment, size, f"splash/{subject.x}/{moment:.3f}")
    for moment in sea_life.spouts(subject, scene, t - 1.8, t + 1e-9):
        x, _, z = position(subject, scene, moment)
        with figure(stage, subject, at=(x, wave_height(scene, x, z, t), z)) as fig:
            _spout(fig, t - moment, size)


def _splash(fig: Figure, late: float, size: float, name: str) -> None:
    chance = fig.stage.chance(name)
    white = mixed(fig.lit(QColor("#f2f8fa"), 0.0, 0.7, 0.6), fig.seen(QColor("white")), 0.6)
    fade = 1.0 - late / LASTS
    spread = size * (0.22 + 0.42 * late)
    fig.fill(ellipse(0, 0, spread, 0.13 * spread), faded(white, 0.4 * fade * fade))
    drops = QPainterPath()
    for _ in range(DROPS):
        rise = (
            chance.uniform(0.8, 1.0) ** 2
            * chance.uniform(0.4, 1.0)
            * (2.2 * GRAVITY * 0.36 * size) ** 0.5
        )
        aside, start = chance.uniform(-0.75, 0.75) * rise, chance.uniform(-0.16, 0.16) * size
        y = rise * late - 0.5 * GRAVITY * late * late
        radius = size * chance.uniform(0.002, 0.009)
        if y > 0:
            drops.addEllipse(QPointF(start + aside * late, y), radius, 1.35 * radius)
    fig.fill(drops, faded(white, 0.85 * min(1.0, 2.0 * fade)))
    crown = max(1.0 - late / 0.55, 0.0)
    if crown > 0:
        high = 0.24 * size * sin(pi * min(late / 0.5, 1.0))
        for side in (-1, 1):
            sheet = ribbon(
                [
                    (0.1 * side * size, 0),
                    (0.16 * side * size, 0.6 * high),
                    (0.24 * side * size, high),
                ],
                [0.09 * size, 0.06 * size, 0.01 * size],
            )
            fig.fill(sheet, faded(white, 0.6 * crown))


def _spout(fig: Figure, late: float, size: float) -> None:
    """A whale's breath: a plume that rises and is blown apart."""
    white = fig.lit(QColor("#eef4f8"), 0.0, 0.6, 0.7)
    for i in range(9):
        part = i / 8
        rise = size * 0.5 * part * (1.0 - (1.0 - min(late / 0.7, 1.0)) ** 2)
        wide = size * (0.015 + 0.06 * part * (0.4 + late))
        alpha = 0.5 * max(1.0 - late / 1.8, 0.0) * (1.0 - 0.5 * part)
        fig.fill(
            ellipse(0.2 * size + 0.05 * size * sin(2.4 * i), 0.1 * size + rise, wide, 1.3 * wide),
            faded(white, alpha),
        )


def _wake(fig: Figure, t: float) -> None:
    white = fig.lit(QColor("#eef6f8"), 0, 0.8, 0.5)
    for side in (-1, 1):
        line = QPainterPath(QPointF(0.02, 0.0))
        line.quadTo(QPointF(-0.5, 0.03 * side), QPointF(-1.3, 0.1 * side + 0.01 * sin(3 * t)))
        fig.stroke(line, faded(white, 0.45), 0.012)

"""Fire: flames with a dark foot and a bright heart, sparks, smoke, and the light they throw."""

from math import cos, pi, sin, tau

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainterPath, QRadialGradient

from engine.animatic.build import build_of
from engine.animatic.light import faded
from engine.animatic.motion.fire import Flame, flame, life, smoke_line
from engine.animatic.motion.prop import Pose
from engine.animatic.paint.subjects.figure import Figure
from engine.animatic.paint.subjects.marks import glow, spread
from engine.animatic.paint.subjects.shape import curve, ellipse, ribbon
from engine.animatic.scene import Subject

WARM = QColor("#ffb45a")


def paint_flames(fig: Figure, subject: Subject, now: Pose, tilt: float) -> None:
    """The figure's `flames` (x,y of each foot), each `flame` metres tall, and their light."""
    figure = build_of(subject.kind).figure
    tall = float(figure.get("flame", 0.05))
    fat = float(figure.get("fat", 0.34))
    spots = [tuple(map(float, p.split(","))) for p in str(figure.get("flames", "0,0")).split()]
    alive = life(subject, fig.stage.t)
    _glow(fig, subject, spots, tall, alive)
    for number, (x, y) in enumerate(spots):
        one = flame(subject, fig.stage.scene, fig.stage.t, fat * tall, number)
        if one.strength > 0.02:
            draw_flame(fig, x, y, tall * (1.0 + 0.25 * sin(3.1 * number)), fat, one)
        _smoke(fig, subject, x, y, tall)
    if figure.get("sparks"):
        _sparks(fig, subject, tall, alive)


def _glow(fig: Figure, subject: Subject, spots: list, tall: float, alive: float) -> None:  # type: ignore[type-arg]
    if alive < 0.02:
        return
    dark = 0.22 + 0.65 * fig.stage.light.lamps
    breath = flame(subject, fig.stage.scene, fig.stage.t, 0.1 * tall).tall
    x = sum(p[0] for p in spots) / len(spots)
    y = sum(p[1] for p in spots) / len(spots)
    fig.painter.translate(x, 0)
    wide = tall * (9.0 if len(spots) > 2 else 6.0) * (0.55 + 0.45 * fig.stage.light.lamps)
    spread(
        fig,
        glow(fig, WARM, y + 0.5 * tall, wide * (0.92 + 0.08 * breath), dark * alive),
        glow(fig, QColor("#ffe2a8"), y + 0.5 * tall, 1.6 * tall, 0.7 * alive),
    )
    fig.painter.translate(-x, 0)


def draw_flame(fig: Figure, x: float, y: float, tall: float, fat: float, one: Flame) -> None:
    """Three nested tongues, orange to white, over a blue foot."""
    for size, wide, low, high, alpha in (
        (1.0, 1.0, "#ff8a1f", "#ff5a14", 0.85),
        (0.78, 0.72, "#ffc23f", "#ff9a2a", 0.9),
        (0.52, 0.44, "#fffbe6", "#ffe9a0", 0.95),
    ):
        height = tall * size * one.tall
        path = _tongue(x, y, height, fat * tall * wide, one.lean * fig.heading)
        shade = QLinearGradient(0, y, 0, y + height)
        shade.setColorAt(0.0, faded(QColor("#4a7ad0"), 0.35 * alpha))
        shade.setColorAt(0.22, faded(QColor(low), alpha))
        shade.setColorAt(0.75, faded(QColor(high), 0.9 * alpha))
        shade.setColorAt(1.0, faded(QColor(high), 0.15))
        fig.fill(path, shade)


def _tongue(x: float, y: float, tall: float, wide: float, lean: float) -> QPainterPath:
    tip = QPointF(x + lean * tall, y + tall)
    path = QPainterPath(QPointF(x, y - 0.03 * tall))
    path.cubicTo(
        QPointF(x + 0.62 * wide, y),
        QPointF(x + 0.62 * wide + 0.3 * lean * tall, y + 0.42 * tall),
        tip,
    )
    path.cubicTo(
        QPointF(x - 0.62 * wide + 0.3 * lean * tall, y + 0.42 * tall), QPointF(x - 0.62 * wide, y),
        QPointF(x, y - 0.03 * tall),
    )  # fmt: skip
    return path


def _smoke(fig: Figure, subject: Subject, x: float, y: float, tall: float) -> None:
    if subject.act != "go_out":
        return
    line = smoke_line(subject, fig.stage.scene, fig.stage.t, 2.2 * tall)
    colour = fig.stage.light.lit(QColor("#c9ccd2"), 0.6)
    for (ax, ay, aw, fade), (bx, by, bw, _) in zip(line, line[1:], strict=False):
        strand = ribbon([(x + ax, y + ay), (x + bx, y + by)], [aw, bw])
        fig.fill(strand, faded(colour, 0.5 * fade))


def _sparks(fig: Figure, subject: Subject, tall: float, alive: float) -> None:
    """Embers that rise with the hot air and die, each on its own curl."""
    for i in range(26):
        life_time = 1.1 + 0.9 * (i * 0.618 % 1.0)
        turn = fig.stage.t / life_time + i * 0.377
        age, serial = turn % 1.0, int(turn) * 31 + i
        side = ((serial * 0.754877) % 1.0) - 0.5
        x = tall * (0.4 * side + 0.5 * side * age + 0.12 * sin(7 * age + serial))
        y = tall * (0.3 + 1.9 * age)
        size = 0.014 * tall * (1.0 - 0.6 * age)
        fig.fill(ellipse(x, y, size, size), faded(QColor("#ffc46a"), alive * (1.0 - age) ** 0.7))


def paint_plume(fig: Figure, subject: Subject, now: Pose, tilt: float) -> None:
    """A column of smoke: puffs that rise, widen, roll and thin."""
    tall, t = build_of(subject.kind).height, fig.stage.t
    for i in range(26):
        turn = t / 5.0 + i / 26 + subject.variety
        age, serial = turn % 1.0, int(turn) * 26 + i
        side = ((serial * 0.754877) % 1.0) - 0.5
        wide = tall * (0.05 + 0.16 * age)
        x = tall * (0.5 * age * age * fig.stage.scene.wind + 0.16 * side * (0.4 + age))
        y = tall * 0.95 * age**0.8
        alpha = 0.55 * min(age / 0.08, 1.0) * (1.0 - age)
        puff = QRadialGradient(QPointF(x + 0.3 * wide * fig.sun[0], y + 0.35 * wide), 1.35 * wide)
        grey = QColor("#8d8a88")
        puff.setColorAt(0, faded(fig.lit(grey, fig.sun[0], 0.8, 0.4), alpha))
        puff.setColorAt(0.55, faded(fig.lit(grey, 0, -0.2, 0.6), 0.8 * alpha))
        puff.setColorAt(1, faded(fig.lit(grey, 0, -0.6, 0.5), 0.0))
        fig.fill(ellipse(x, y, wide, 0.92 * wide), QBrush(puff))


def paint_splash(fig: Figure, subject: Subject, now: Pose, tilt: float) -> None:
    """Drops on their parabolas and a crown that opens, again and again."""
    size = build_of(subject.kind).height
    age = (fig.stage.t - subject.since) % 1.6
    water = fig.stage.light.lit(QColor("#d8ecf6"), 0.8)
    for i in range(46):
        angle = tau * (i * 0.618 % 1.0)
        push = 0.5 + 0.5 * (i * 0.7548 % 1.0)
        up = (4.4 * size) ** 0.5 * 2.0 * push
        x = cos(angle) * (0.1 * size + 0.7 * size * (1.2 - push) * age)
        y = up * age - 4.9 * age * age + 0.08 * size * sin(angle)
        if y > -0.05 * size:
            r = size * (0.028 - 0.008 * push)
            fig.fill(ellipse(x, y, r, r * 1.3), faded(water, 0.9))
    ring = 0.2 * size + 0.7 * size * age
    fig.stroke(ellipse(0, 0, ring, 0.16 * ring), faded(water, max(0.7 - 0.5 * age, 0)), 0.02 * size)
    crown = [
        (
            ring * 0.5 * cos(pi * k / 12),
            0.3 * size * max(sin(2.0 * age), 0.0) * (0.7 + 0.3 * (k % 2)),
        )
        for k in range(13)
    ]
    if age < 0.9:
        fig.stroke(curve(crown), faded(water, 0.5 * (1 - age)), 0.03 * size)

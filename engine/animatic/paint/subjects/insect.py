"""Insects and their like: butterfly, bee, dragonfly, firefly, ladybug, ant, spider, snail."""

from math import cos, degrees, pi, sin, tau

from msgspec.structs import replace
from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QRadialGradient

from engine.animatic.light import faded, mixed
from engine.animatic.motion import insect as flight
from engine.animatic.motion.insect import Insect, insect_of
from engine.animatic.motion.whereabouts import position
from engine.animatic.paint.subjects.figure import Figure, figure, wanted
from engine.animatic.paint.subjects.form import eye, ground_shadow, mass, patch
from engine.animatic.paint.subjects.shape import Point, curve, ellipse, ribbon
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage


def paint(stage: Stage, subject: Subject) -> None:
    """The creature, or its swarm, in lengths of its body."""
    body = insect_of(subject)
    size = body.long * subject.scale
    if subject.colour:
        body = replace(body, coat=wanted(subject.colour, body.coat).name())
    number = subject.members or int(body.number)
    x, y, z = position(subject, stage.scene, stage.t)
    if not stage.view.sees(x, z, (6.0 + 3.0 * number) * size):
        return
    for i in range(number):
        one = replace(subject, variety=(subject.variety + 0.618 * i) % 1.0) if i else subject
        px, py, pz = position(one, stage.scene, stage.t)
        px += size * (3.0 * sin(2.4 * i) * i**0.5 if i else 0.0)
        py += size * (
            1.6 * cos(3.9 * i) * i**0.5 if i and body.shape not in flight.WALKERS else 0.0
        )
        with figure(stage, subject, at=(px, py, max(pz, 0.55))) as fig:
            fig.painter.scale(size, size)
            if body.shape in flight.WALKERS and body.shape != "ladybug":
                ground_shadow(fig, 0.5, 0.0)
            else:
                fig.painter.rotate(degrees(flight.banking(one, stage.scene, stage.t)))
            own = Figure(stage, fig.painter, pz, fig.scale * size, fig.heading, fig.sun)
            SHAPES[body.shape](own, body, one, stage.t)


def _antennae(fig: Figure, x: float, y: float, tone: QColor, long: float = 0.3) -> None:
    for lean in (0.0, 0.1):
        line = curve(
            [(x, y), (x + 0.5 * long - lean, y + 0.6 * long), (x + long - lean, y + 0.9 * long)]
        )
        fig.stroke(line, tone, 0.018)
        fig.fill(ellipse(x + long - lean, y + 0.9 * long, 0.025, 0.025), tone)


def _butterfly(fig: Figure, body: Insect, subject: Subject, t: float) -> None:
    """Two pairs of wings that turn about the body: seen wide when open, narrow when they close,
    fore and hind wings a little apart in time."""
    fore, hind = flight.wing_angle(subject, t), flight.wing_angle(subject, t - 0.02)
    dark = fig.lit(QColor(body.mark), 0.0, 0.2, 0.9)
    painter = fig.painter
    for far in (1, 0):
        for shape, closing, pivot in ((HIND, hind, (-0.05, 0.0)), (FORE, fore, (0.1, 0.03))):
            spread = 1.0 - 0.88 * closing
            painter.save()
            painter.translate(*pivot)
            painter.shear(-0.25 if far else 0.18, 0.0)
            painter.scale(1.0, (0.28 + 0.85 * closing if not far else 0.2 + 0.95 * closing) + 0.001)
            painter.rotate((-16.0 if far else 14.0) * spread)
            coat = mixed(QColor(body.coat), QColor(body.mark), 0.28 * far)
            path = patch(shape)
            mass(fig, path, coat, 0.5, 0.04)
            fig.stroke(path, dark, 0.06)
            inner = patch([(0.62 * x, 0.62 * y) for x, y in shape])
            fig.fill(inner, faded(fig.lit(mixed(QColor(body.coat), QColor("#fff2b0"), 0.4)), 0.55))
            for x, y in shape[2:5]:
                fig.fill(ellipse(0.86 * x, 0.86 * y, 0.035, 0.035), fig.lit(QColor("#fbf4e4")))
            painter.restore()
    trunk = ribbon([(-0.32, -0.03), (0.0, 0.0), (0.22, 0.05)], [0.03, 0.09, 0.07])
    fig.fill(trunk, dark)
    fig.fill(ellipse(0.25, 0.06, 0.05, 0.05), dark)
    _antennae(fig, 0.27, 0.08, dark)


FORE: list[Point] = [
    (0.0, 0.0),
    (0.16, 0.36),
    (0.42, 0.78),
    (0.3, 0.92),
    (-0.02, 0.82),
    (-0.2, 0.52),
    (-0.14, 0.16),
]
HIND: list[Point] = [
    (0.02, 0.0),
    (-0.06, 0.34),
    (-0.26, 0.6),
    (-0.5, 0.62),
    (-0.62, 0.42),
    (-0.48, 0.16),
    (-0.2, -0.02),
]


def _glassy(fig: Figure, root: Point, long: float, wide: float, angle: float, blur: float) -> None:
    """A clear wing that beats too fast to be seen: a fan of pale light."""
    glass = fig.lit(QColor("#e6f0f6"), 0.0, 0.5, 0.8)
    for turn, alpha in ((-blur, 0.22), (0.0, 0.38), (blur, 0.22)):
        way = angle + turn
        c, s = cos(way), sin(way)
        shape = [
            (0.0, 0.0),
            (0.4 * long, 0.5 * wide),
            (long, 0.25 * wide),
            (0.96 * long, -0.3 * wide),
            (0.4 * long, -0.35 * wide),
        ]
        path = patch([(root[0] + x * c - y * s, root[1] + x * s + y * c) for x, y in shape])
        fig.fill(path, faded(glass, alpha))
    c, s = cos(angle), sin(angle)
    vein = curve([root, (root[0] + long * c, root[1] + long * s)])
    fig.stroke(vein, faded(fig.lit(QColor("#40505c")), 0.5), 0.01)


def _bee(fig: Figure, body: Insect, subject: Subject, t: float) -> None:
    beat = sin(tau * 11.0 * t)
    for lean in (0.35, 0.0):
        _glassy(fig, (0.0, 0.2), 0.62 - 0.2 * lean, 0.3, 1.75 + lean + 0.25 * beat, 0.3)
    dark = QColor(body.mark)
    tail = patch(
        [
            (0.02, 0.18),
            (-0.22, 0.24),
            (-0.48, 0.12),
            (-0.58, -0.02),
            (-0.4, -0.18),
            (-0.1, -0.18),
            (0.04, -0.1),
        ]
    )
    mass(fig, tail, QColor(body.coat), 0.36, 0.05)
    fig.painter.save()
    fig.clip(tail)
    for x in (-0.16, -0.32, -0.47):
        fig.fill(
            ribbon([(x + 0.03, 0.3), (x - 0.02, 0.0), (x + 0.02, -0.3)], [0.08, 0.09, 0.08]),
            fig.lit(dark),
        )
    fig.painter.restore()
    mass(fig, ellipse(0.12, 0.03, 0.19, 0.19), mixed(QColor(body.coat), dark, 0.35), 0.3, 0.05)
    mass(fig, ellipse(0.34, 0.0, 0.12, 0.13), mixed(dark, QColor("#5a4630"), 0.3), 0.2, 0.05)
    eye(fig, 0.39, 0.03, 0.05, QColor("#0d0b0a"))
    _antennae(fig, 0.4, 0.1, fig.lit(dark), 0.16)
    for i in range(3):
        x = 0.02 + 0.09 * i
        fig.stroke(curve([(x, -0.12), (x - 0.06, -0.24), (x - 0.02, -0.32)]), fig.lit(dark), 0.022)


def _dragonfly(fig: Figure, body: Insect, subject: Subject, t: float) -> None:
    beat = 0.3 * sin(tau * 8.0 * t)
    _glassy(fig, (0.2, 0.06), 0.66, 0.16, 1.9 + beat, 0.14)
    _glassy(fig, (0.12, 0.06), 0.62, 0.18, 2.2 - beat, 0.14)
    tail = ribbon([(0.22, 0.0), (0.0, 0.02), (-0.4, 0.03), (-0.72, 0.0)], [0.14, 0.1, 0.055, 0.05])
    mass(fig, tail, QColor(body.coat), 0.1, 0.06)
    for i in range(6):
        x = -0.1 - 0.1 * i
        fig.stroke(curve([(x, 0.05), (x, -0.01)]), fig.lit(QColor(body.mark)), 0.012)
    mass(fig, ellipse(0.24, 0.02, 0.12, 0.1), QColor(body.coat), 0.15, 0.05)
    mass(fig, ellipse(0.38, 0.04, 0.08, 0.08), QColor("#2f8f86"), 0.1, 0.05)
    _glassy(fig, (0.22, 0.04), 0.7, 0.17, -1.05 - beat, 0.14)
    _glassy(fig, (0.14, 0.04), 0.62, 0.19, -1.4 + beat, 0.14)


def _firefly(fig: Figure, body: Insect, subject: Subject, t: float) -> None:
    """Mostly its light, a soft ball of yellow green."""
    shine = flight.glow(subject, t) * (1.0 if fig.stage.light.night else 0.55)
    dark = QColor(body.mark)
    if fig.scale > 14:
        _glassy(fig, (0.0, 0.1), 0.5, 0.24, 1.8, 0.3)
        fig.fill(
            ribbon([(0.36, 0.02), (0.0, 0.0), (-0.3, -0.03)], [0.12, 0.2, 0.14]), fig.lit(dark)
        )
    reach = 1.0 + 3.2 * shine
    ball = QRadialGradient(QPointF(-0.3, -0.04), reach)
    colour = QColor(body.coat)
    ball.setColorAt(0.0, faded(mixed(colour, QColor("white"), 0.7), 0.1 + 0.9 * shine))
    ball.setColorAt(0.12, faded(colour, 0.75 * shine))
    ball.setColorAt(0.4, faded(colour, 0.2 * shine))
    ball.setColorAt(1.0, faded(colour, 0.0))
    fig.fill(ellipse(-0.3, -0.04, reach, reach), QBrush(ball))


def _ladybug(fig: Figure, body: Insect, subject: Subject, t: float) -> None:
    flying = flight.aloft_share(subject, t) > 0.1
    dark = QColor(body.mark)
    _crawling_legs(fig, dark, subject, t, 3, 0.2)
    fig.painter.translate(0, 0.06)
    mass(fig, ellipse(0.4, 0.2, 0.14, 0.15), dark, 0.2, 0.05)
    fig.fill(ellipse(0.45, 0.26, 0.035, 0.04), fig.lit(QColor("#f6f2e8")))
    if flying:
        _glassy(fig, (0.1, 0.3), 0.8, 0.3, 2.2 + 0.3 * sin(60 * t), 0.3)
        fig.painter.rotate(-14.0)
    dome = patch(
        [(0.36, 0.08), (0.32, 0.36), (0.04, 0.54), (-0.3, 0.44), (-0.5, 0.1), (-0.1, 0.04)]
    )
    mass(fig, dome, QColor(body.coat), 0.5, 0.04)
    for x, y, r in (
        (0.16, 0.34, 0.07),
        (-0.1, 0.42, 0.06),
        (-0.06, 0.2, 0.085),
        (-0.32, 0.26, 0.065),
        (0.22, 0.14, 0.05),
    ):
        fig.fill(ellipse(x, y, r, r), fig.lit(dark))
    _antennae(fig, 0.48, 0.28, fig.lit(dark), 0.14)


def _crawling_legs(
    fig: Figure, tone: QColor, subject: Subject, t: float, pairs: int, reach: float
) -> None:
    """Tripods: every second leg steps while the others stand."""
    phase = flight.legs_phase(subject, t)
    for i in range(pairs):
        for far in (1, 0):
            turn = phase + pi * (i + far)
            x = 0.28 * (2 * i / max(pairs - 1, 1) - 1)
            foot = (x * 1.9 + 0.1 * cos(turn), max(0.09 * sin(turn), 0.0))
            knee = (0.6 * x + 0.4 * foot[0], 0.5 * reach + 0.2 + 0.3 * foot[1])
            leg = curve([(x, reach), knee, foot])
            fig.stroke(leg, fig.lit(mixed(tone, QColor("#555"), 0.25 * far)), 0.04)


def _ant(fig: Figure, body: Insect, subject: Subject, t: float) -> None:
    coat = QColor(body.coat)
    _crawling_legs(fig, coat, subject, t, 3, 0.22)
    for x, y, rx, ry in (
        (-0.34, 0.26, 0.2, 0.15),
        (0.0, 0.24, 0.13, 0.09),
        (0.3, 0.27, 0.13, 0.12),
    ):
        mass(fig, ellipse(x, y, rx, ry), coat, 0.2, 0.06)
    eye(fig, 0.35, 0.3, 0.025, QColor("#f0e8da"))
    _antennae(fig, 0.4, 0.32, fig.lit(coat), 0.2)


def _spider(fig: Figure, body: Insect, subject: Subject, t: float) -> None:
    coat, phase = QColor(body.coat), flight.legs_phase(subject, t)
    for far in (1, 0):
        for i in range(4):
            turn = phase + pi * (i + far)
            x = 0.75 * (i - 1.5) + 0.08 * cos(turn)
            foot = (x, max(0.08 * sin(turn), 0.0))
            knee = (0.55 * x, 0.62 - 0.05 * abs(i - 1.5) + 0.06 * far)
            tone = mixed(coat, QColor("black"), 0.4 * far)
            fig.fill(
                ribbon([(0.1 * (i - 1.5) + 0.12, 0.3), knee, foot], [0.06, 0.05, 0.015]),
                fig.lit(tone),
            )
    mass(fig, ellipse(-0.26, 0.36, 0.32, 0.26), coat, 0.4, 0.05)
    fig.fill(
        patch([(-0.26, 0.5), (-0.2, 0.4), (-0.26, 0.3), (-0.32, 0.4)]), fig.lit(QColor(body.mark))
    )
    mass(fig, ellipse(0.14, 0.32, 0.19, 0.15), coat, 0.25, 0.05)
    for x in (0.22, 0.29):
        eye(fig, x, 0.37, 0.03, QColor("#f3efe4"))


def _snail(fig: Figure, body: Insect, subject: Subject, t: float) -> None:
    """A foot that ripples along, and a shell that winds in a spiral."""
    flesh, slow = QColor(body.wing or "#c9a878"), sin(1.2 * t + subject.variety)
    foot = patch(
        [
            (-0.56, 0.0),
            (-0.3, 0.09),
            (0.1, 0.12),
            (0.36, 0.22),
            (0.46, 0.34),
            (0.58, 0.32),
            (0.58, 0.18),
            (0.5, 0.03 + 0.01 * slow),
            (0.3, 0.0),
        ]
    )
    for lean in (0.0, 0.07):
        tip = (0.62 + lean + 0.02 * slow, 0.54)
        fig.stroke(curve([(0.5, 0.3), tip]), fig.lit(mixed(flesh, QColor("black"), lean)), 0.03)
        fig.fill(ellipse(*tip, 0.03, 0.03), fig.lit(QColor("#2a2018")))
    mass(fig, foot, flesh, 0.18, 0.05)
    mass(fig, ellipse(-0.08, 0.34, 0.31, 0.29), QColor(body.coat), 0.45, 0.05)
    line = [
        (
            -0.08 + (0.27 - 0.026 * i) * cos(0.75 * i - 0.9),
            0.34 + (0.25 - 0.024 * i) * sin(0.75 * i - 0.9),
        )
        for i in range(11)
    ]
    fig.stroke(curve(line), faded(fig.lit(QColor(body.mark)), 0.8), 0.034)


SHAPES = {
    "butterfly": _butterfly,
    "bee": _bee,
    "dragonfly": _dragonfly,
    "firefly": _firefly,
    "ladybug": _ladybug,
    "ant": _ant,
    "spider": _spider,
    "snail": _snail,
}

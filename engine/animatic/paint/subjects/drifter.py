"""What pulses, paddles or crawls: jellyfish, octopus, turtle, seahorse, crab, starfish."""

from math import cos, pi, radians, sin, tau

from msgspec.structs import replace
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainterPath

from engine.animatic.light import faded, mixed
from engine.animatic.motion import sea_life
from engine.animatic.motion.sea_life import Swimmer, swimmer_of
from engine.animatic.motion.whereabouts import position
from engine.animatic.paint.subjects.figure import Figure, figure, wanted
from engine.animatic.paint.subjects.form import eye, ground_shadow, mass, patch, whole
from engine.animatic.paint.subjects.shape import Point, curve, ellipse, ribbon
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage


def paint(stage: Stage, subject: Subject) -> None:
    """The animal in lengths of its body, about its middle."""
    x, _, z = position(subject, stage.scene, stage.t)
    body = swimmer_of(subject)
    size = body.long * subject.scale
    if not stage.view.sees(x, z, 3.0 * size):
        return
    if subject.colour:
        body = replace(body, coat=wanted(subject.colour, body.coat).name())
    with figure(stage, subject) as fig:
        fig.painter.scale(size, size)
        own = Figure(stage, fig.painter, z, fig.scale * size, fig.heading, fig.sun)
        pulse = sea_life.pulse(subject, stage.t)
        SHAPES[body.shape](own, body, subject, stage.t, pulse)


def _jellyfish(fig: Figure, body: Swimmer, subject: Subject, t: float, pulse: float) -> None:
    """A glassy bell that draws together, frilled arms and long threads that follow late."""
    coat, wide, high = QColor(body.coat), 0.5 - 0.13 * pulse, 0.42 + 0.08 * pulse
    for i in range(9):
        x = wide * (2 * i / 8 - 1) * 0.86
        line = [
            (x * (1 - 0.1 * k) + 0.05 * k * sin(1.6 * t - 0.8 * k + i), -0.26 * k) for k in range(6)
        ]
        fig.stroke(curve(line), faded(fig.lit(mixed(coat, QColor("white"), 0.4)), 0.55), 0.014)
    for i in range(4):
        x = 0.3 * (2 * i / 3 - 1) * wide
        line = [(x + 0.06 * k * sin(1.9 * t - 0.9 * k + 2 * i), 0.04 - 0.2 * k) for k in range(5)]
        fig.fill(ribbon(line, [0.1, 0.13, 0.1, 0.07, 0.01]), faded(fig.lit(QColor(body.fin)), 0.7))
    bell = [
        (wide, -0.02),
        (0.92 * wide, 0.5 * high),
        (0.5 * wide, 0.92 * high),
        (0, high),
        (-0.5 * wide, 0.92 * high),
        (-0.92 * wide, 0.5 * high),
        (-wide, -0.02),
        (-0.5 * wide, 0.05),
        (0, 0.02),
        (0.5 * wide, 0.05),
    ]
    path = patch(bell)
    fig.painter.setOpacity(0.82)
    mass(fig, path, coat, 0.5, 0.05)
    fig.painter.setOpacity(1.0)
    fig.fill(
        ellipse(0, 0.24 * high, 0.5 * wide, 0.3 * high), faded(fig.lit(QColor(body.fin)), 0.45)
    )
    fig.stroke(path, faded(fig.seen(QColor(body.fin)), 0.7), 0.018)


def _octopus(fig: Figure, body: Swimmer, subject: Subject, t: float, pulse: float) -> None:
    coat = QColor(body.coat)
    for i in (0, 7, 1, 6, 2, 5, 3, 4):
        spread = (i - 3.5) / 3.5
        way = radians(-90.0 + spread * (78.0 - 44.0 * pulse))
        points: list[Point] = [(0.14 * spread, 0.0)]
        for k in range(7):
            curl = 0.3 * k * sin(1.3 * t - 0.7 * k + 1.1 * i) * 0.55 + 0.13 * k * spread
            x, y = points[-1]
            points.append((x + 0.125 * cos(way + curl), y + 0.125 * sin(way + curl)))
        widths = [0.17 - 0.022 * k for k in range(8)]
        tone = mixed(coat, QColor("black"), 0.3 if i in (0, 7, 1, 6) else 0.05)
        mass(fig, ribbon(points, widths), tone, 0.14, 0.05)
        for x, y in points[2:6]:
            fig.fill(ellipse(x, y, 0.022, 0.022), fig.lit(QColor(body.fin)))
    swell = 1.0 + 0.1 * (1 - pulse)
    head = [
        (0.22, 0.0),
        (0.27 * swell, 0.26),
        (0.2 * swell, 0.52),
        (-0.04, 0.62 * swell),
        (-0.27 * swell, 0.5),
        (-0.3 * swell, 0.24),
        (-0.22, 0.0),
        (0, -0.08),
    ]
    mass(fig, patch(head), coat, 0.4, 0.05)
    for x in (0.16, -0.1):
        fig.fill(ellipse(x, 0.1, 0.07, 0.06), fig.lit(QColor("#f4efe2")))
        eye(fig, x + 0.015, 0.1, 0.04, QColor("#16110f"))


def _turtle(fig: Figure, body: Swimmer, subject: Subject, t: float, pulse: float) -> None:
    """Fore flippers fly through the water; the shell rides between them."""
    beat = sin(tau * (body.rate * t + subject.variety))
    skin = QColor(body.fin)
    fig.painter.rotate(4.0 * beat)
    for far in (1, 0):
        tone = mixed(skin, QColor("black"), 0.35 * far)
        lift = 0.34 * beat * (0.8 if far else 1.0) - 0.1
        front = [
            (0.26, 0.02),
            (0.2 - 0.1 * lift, 0.5 * lift - 0.06),
            (-0.06 - 0.1 * abs(beat), 1.1 * lift - 0.1),
            (-0.02, 0.9 * lift - 0.16),
            (0.14, -0.1),
        ]
        rear = [(-0.32, -0.04), (-0.5, -0.08 - 0.05 * beat), (-0.56, -0.15), (-0.36, -0.13)]
        if far:
            mass(fig, patch(front), tone, 0.1, 0.05)
        else:
            mass(fig, patch(rear), tone, 0.08, 0.05)
            _shell(fig, body)
            mass(fig, patch(front), tone, 0.1, 0.05)
    head = [(0.36, 0.06), (0.5, 0.14), (0.6, 0.11), (0.63, 0.04), (0.56, -0.02), (0.4, -0.06)]
    mass(fig, patch(head), skin, 0.12, 0.05)
    eye(fig, 0.55, 0.08, 0.018, QColor("#14110f"))


def _shell(fig: Figure, body: Swimmer) -> None:
    shell = patch(
        [
            (0.42, 0.0),
            (0.32, 0.17),
            (0.05, 0.25),
            (-0.25, 0.18),
            (-0.46, -0.02),
            (-0.3, -0.08),
            (0.3, -0.08),
        ]
    )
    under = patch([(0.4, 0.0), (0.2, -0.15), (-0.2, -0.14), (-0.42, -0.03)])
    fig.fill(under, fig.lit(QColor(body.belly), 0, -0.5, 0.8))
    mass(fig, shell, QColor(body.coat), 0.3, 0.05)
    seams = QPainterPath()
    for x in (-0.26, -0.08, 0.1, 0.26):
        seams.moveTo(x, 0.2 - abs(x) * 0.3)
        seams.lineTo(x + 0.03, 0.06)
        seams.lineTo(x - 0.02, -0.07)
    seams.moveTo(-0.4, 0.06)
    seams.quadTo(QPointF(0, 0.1), QPointF(0.38, 0.06))
    fig.stroke(seams, faded(fig.lit(QColor(body.mark)), 0.8), 0.018)


def _seahorse(fig: Figure, body: Swimmer, subject: Subject, t: float, pulse: float) -> None:
    coat, sway = QColor(body.coat), 0.02 * sin(1.2 * t)
    tail = [
        (-0.02, -0.12),
        (-0.05, -0.34),
        (0.04, -0.48),
        (0.16, -0.44),
        (0.16, -0.33),
        (0.08, -0.32),
    ]
    line = [(0.06, 0.42), (-0.02, 0.3), (0.02 + sway, 0.12), *tail]
    fin = patch([(-0.1, 0.12), (-0.26 - 0.02 * sin(19 * t), 0.08), (-0.25, -0.04), (-0.09, -0.02)])
    fig.fill(fin, faded(fig.lit(QColor(body.fin)), 0.85))
    form = ribbon(line, [0.1, 0.15, 0.26, 0.2, 0.13, 0.09, 0.06, 0.04, 0.015])
    snout = ribbon([(0.04, 0.44), (0.18, 0.4), (0.32, 0.36)], [0.17, 0.07, 0.06])
    crown = patch([(-0.02, 0.48), (-0.04, 0.58), (0.03, 0.54), (0.08, 0.6), (0.1, 0.48)])
    mass(fig, whole(form, snout, crown), coat, 0.2, 0.05)
    for i in range(8):
        y = 0.24 - 0.07 * i
        ring = curve([(-0.1 + 0.006 * i, y), (0.02, y - 0.02), (0.12 - 0.012 * i, y + 0.01)])
        fig.stroke(ring, faded(fig.lit(mixed(coat, QColor("black"), 0.4)), 0.4), 0.01)
    eye(fig, 0.09, 0.45, 0.025, QColor("#14110f"))


def _crab(fig: Figure, body: Swimmer, subject: Subject, t: float, pulse: float) -> None:
    coat = QColor(body.coat)
    ground_shadow(fig, 0.6, 0.0)
    going = 1.0 if subject.speed > 0 else 0.1
    for side in (-1, 1):
        for i in range(4):
            swing = 0.05 * going * sin(tau * body.rate * t + pi * i + side)
            knee = (side * (0.42 + 0.05 * i), 0.3 - 0.02 * i + max(swing, 0.0))
            foot = (side * (0.5 + 0.07 * i) + swing, max(0.8 * swing, 0.0))
            leg = ribbon([(side * 0.24, 0.2), knee, foot], [0.07, 0.055, 0.015])
            mass(fig, leg, mixed(coat, QColor("black"), 0.1 * i), 0.05, 0.05)
        lift = 0.06 * sin(1.9 * t + side)
        arm = ribbon(
            [(side * 0.26, 0.26), (side * 0.46, 0.38), (side * 0.42, 0.56 + lift)],
            [0.08, 0.09, 0.1],
        )
        claw = patch(
            [
                (side * 0.34, 0.52 + lift),
                (side * 0.32, 0.7 + lift),
                (side * 0.4, 0.8 + lift),
                (side * 0.42, 0.68 + lift),
                (side * 0.5, 0.76 + lift),
                (side * 0.54, 0.64 + lift),
                (side * 0.48, 0.52 + lift),
            ]
        )
        mass(fig, whole(arm, claw), QColor(body.fin), 0.12, 0.05)
    shell = patch(
        [(0.36, 0.26), (0.24, 0.38), (-0.24, 0.38), (-0.36, 0.26), (-0.2, 0.12), (0.2, 0.12)]
    )
    mass(fig, shell, coat, 0.22, 0.05)
    for x in (-0.09, 0.09):
        fig.fill(ribbon([(x, 0.36), (x, 0.46)], [0.03, 0.03]), fig.lit(coat))
        eye(fig, x, 0.47, 0.034, QColor("#14110f"))


def _starfish(fig: Figure, body: Swimmer, subject: Subject, t: float, pulse: float) -> None:
    ground_shadow(fig, 0.5, 0.0)
    points = []
    for i in range(20):
        angle = pi / 2 + tau * i / 20
        reach = (0.52, 0.38, 0.24, 0.38)[i % 4] + 0.008 * sin(1.1 * t + i)
        points.append((reach * cos(angle), 0.26 + 0.52 * reach * sin(angle)))
    mass(fig, patch(points), QColor(body.coat), 0.3, 0.05)
    for i in range(5):
        angle = pi / 2 + tau * i / 5
        for k in range(1, 5):
            x, y = 0.09 * k * cos(angle), 0.26 + 0.047 * k * sin(angle)
            fig.fill(ellipse(x, y, 0.024 - 0.003 * k, 0.016), fig.lit(QColor(body.fin)))


SHAPES = {
    "jellyfish": _jellyfish,
    "octopus": _octopus,
    "sea_turtle": _turtle,
    "seahorse": _seahorse,
    "crab": _crab,
    "starfish": _starfish,
}

"""Reptiles and frogs close to the ground: snake, lizard, crocodile, turtle, frog."""

from math import cos, pi, sin, tau

from msgspec.structs import replace
from PySide6.QtGui import QColor

from engine.animatic.light import faded, mixed
from engine.animatic.motion.insect import (
    Insect,
    crawl,
    first_hop,
    hop_seconds,
    insect_of,
    legs_phase,
)
from engine.animatic.motion.whereabouts import position
from engine.animatic.paint.subjects.figure import Figure, figure, wanted
from engine.animatic.paint.subjects.form import eye, ground_shadow, mass, patch, whole
from engine.animatic.paint.subjects.shape import Point, curve, ellipse, ribbon
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage


def paint(stage: Stage, subject: Subject) -> None:
    """The animal in lengths of its body, over its shadow."""
    body = insect_of(subject)
    size = body.long * subject.scale
    x, y, z = position(subject, stage.scene, stage.t)
    if not stage.view.sees(x, z, 1.6 * size):
        return
    if subject.colour:
        body = replace(body, coat=wanted(subject.colour, body.coat).name())
    with figure(stage, subject) as fig:
        fig.painter.scale(size, size)
        ground_shadow(fig, 0.45, y / size)
        own = Figure(stage, fig.painter, z, fig.scale * size, fig.heading, fig.sun)
        SHAPES[body.shape](own, body, subject, stage.t)


def _snake(fig: Figure, body: Insect, subject: Subject, t: float) -> None:
    """It follows its own path: every part of it goes where the head has been."""
    phase = legs_phase(subject, t) * 0.5
    line: list[Point] = []
    for i in range(19):
        part = i / 18
        low = 0.03 + 0.035 * sin(9.0 * part + phase) * (0.4 + 0.6 * part)
        rise = 0.17 * max(0.0, 1.0 - part / 0.2) ** 1.4
        line.append((0.5 - part, low + rise))
    widths = [0.045, 0.05] + [0.062 * (1.0 - (i / 18) ** 2.4) + 0.006 for i in range(2, 19)]
    form = ribbon(line, widths)
    mass(fig, form, QColor(body.coat), 0.05, 0.08)
    mark = fig.lit(QColor(body.mark), 0, 0.4, 0.9)
    for i in range(2, 17):
        fig.fill(ellipse(line[i][0], line[i][1] + 0.008, 0.012, 0.3 * widths[i]), mark)
    hx, hy = line[0]
    head = patch(
        [
            (hx - 0.03, hy + 0.02),
            (hx + 0.02, hy + 0.035),
            (hx + 0.085, hy + 0.005),
            (hx + 0.02, hy - 0.025),
            (hx - 0.03, hy - 0.02),
        ]
    )
    mass(fig, head, QColor(body.coat), 0.05, 0.06)
    eye(fig, hx + 0.025, hy + 0.012, 0.009, QColor("#1a1410"))
    if (1.3 * t) % 1.0 < 0.35:
        tongue = curve([(hx + 0.08, hy), (hx + 0.12, hy - 0.005), (hx + 0.145, hy + 0.006)])
        fig.stroke(tongue, fig.lit(QColor("#c4303a")), 0.006)


def _sprawling(
    fig: Figure, body: Insect, subject: Subject, t: float, far: int, high: float
) -> None:
    """Legs out to the sides, stepping across the diagonal."""
    phase = legs_phase(subject, t)
    for i, x in enumerate((0.18, -0.12)):
        turn = phase + pi * (i + far)
        foot = (x + 0.06 * cos(turn) + 0.02, max(0.03 * sin(turn), 0.0))
        knee = (x - 0.035, 0.6 * high)
        tone = mixed(QColor(body.coat), QColor("#101410"), 0.35 * far)
        toe = (foot[0] + 0.05, foot[1] + 0.008)
        mass(
            fig,
            ribbon([(x, high), knee, (foot[0], foot[1] + 0.015), toe], [0.06, 0.045, 0.03, 0.02]),
            tone,
            0.04,
            0.05,
        )


def _lizard(fig: Figure, body: Insect, subject: Subject, t: float) -> None:
    """A long low body that bends from side to side against its steps; a crocodile's is armoured."""
    heavy = body.shape == "crocodile"
    deep, high = (0.105, 0.095) if heavy else (0.075, 0.075)
    sway = 0.012 * sin(legs_phase(subject, t))
    _sprawling(fig, body, subject, t, 1, high)
    line = [
        (0.28, high + 0.015),
        (0.2, high),
        (0.02, high + 0.005),
        (-0.16, high),
        (-0.3, 0.8 * high + sway),
        (-0.46, 0.5 * high - sway),
        (-0.62, 0.03 + sway),
    ]
    trunk = ribbon(
        line, [0.8 * deep, deep, 1.15 * deep, 0.95 * deep, 0.6 * deep, 0.34 * deep, 0.01]
    )
    long = 0.3 if heavy else 0.17
    head = [
        (0.24, high + 0.5 * deep),
        (0.32, high + 0.62 * deep),
        (0.38, high + 0.3 * deep),
        (0.28 + long, high + 0.16 * deep),
        (0.29 + long, high - 0.1 * deep),
        (0.34, high - 0.3 * deep),
        (0.24, high - 0.4 * deep),
    ]
    form = whole(trunk, patch(head))
    mass(fig, form, QColor(body.coat), 0.8 * deep, 0.06)
    painter = fig.painter
    painter.save()
    fig.clip(form)
    pale = ribbon([(x, y - 0.5 * deep) for x, y in line[:5]], [0.4 * deep] * 5)
    fig.fill(pale, faded(fig.lit(QColor(body.wing or "#d9d2a0"), 0, -0.4, 0.9), 0.8))
    painter.restore()
    for i in range(13):
        x = 0.2 - 0.058 * i
        y = (
            high
            + 0.52 * deep * (1.0 if i < 7 else 1.0 - 0.11 * (i - 6))
            - (0.0 if i < 6 else 0.006 * (i - 5))
        )
        if heavy:
            fig.fill(
                patch([(x - 0.02, y - 0.01), (x, y + 0.028), (x + 0.02, y - 0.01)]),
                fig.lit(QColor(body.mark)),
            )
        else:
            fig.fill(ellipse(x, y - 0.02, 0.012, 0.01), fig.lit(QColor(body.mark)))
    jaw = curve([(0.28 + long, high), (0.4, high - 0.02), (0.33, high + 0.01)])
    fig.stroke(jaw, faded(fig.lit(QColor("#16180f")), 0.7), 0.006)
    eye(fig, 0.335, high + 0.5 * deep, 0.014, QColor("#e0b83a"))
    eye(fig, 0.337, high + 0.5 * deep, 0.007, QColor("#0d0d0a"))
    _sprawling(fig, body, subject, t, 0, high)


def _turtle(fig: Figure, body: Insect, subject: Subject, t: float) -> None:
    skin, phase = QColor(body.wing or "#9aa56a"), legs_phase(subject, t) * 0.6
    for far in (1, 0):
        for i, x in enumerate((0.24, -0.24)):
            turn = phase + pi * (i + far)
            foot = (x + 0.07 * cos(turn), max(0.05 * sin(turn), 0.0))
            leg = ribbon(
                [(x, 0.2), (foot[0], foot[1] + 0.05), (foot[0] + 0.03, foot[1] + 0.015)],
                [0.15, 0.13, 0.1],
            )
            mass(fig, leg, mixed(skin, QColor("black"), 0.35 * far), 0.1, 0.05)
        if far:
            nod = 0.015 * sin(2 * phase)
            neck = ribbon([(0.26, 0.2), (0.4, 0.28 + nod), (0.48, 0.34 + nod)], [0.14, 0.11, 0.12])
            head = patch(
                [
                    (0.42, 0.4 + nod),
                    (0.52, 0.43 + nod),
                    (0.61, 0.36 + nod),
                    (0.58, 0.29 + nod),
                    (0.46, 0.27 + nod),
                ]
            )
            mass(fig, whole(neck, head), skin, 0.1, 0.05)
            eye(fig, 0.54, 0.375 + nod, 0.02, QColor("#16130f"))
            fig.fill(ribbon([(-0.36, 0.16), (-0.48, 0.1)], [0.07, 0.01]), fig.lit(skin))
    dome = patch(
        [(0.4, 0.17), (0.32, 0.38), (0.06, 0.52), (-0.22, 0.44), (-0.42, 0.17), (0.0, 0.13)]
    )
    mass(fig, dome, QColor(body.coat), 0.4, 0.04)
    for x, y, r in ((-0.24, 0.3, 0.09), (0.0, 0.36, 0.11), (0.22, 0.28, 0.085)):
        plate = patch(
            [(x + r * cos(tau * i / 6), y + 0.95 * r * sin(tau * i / 6)) for i in range(6)]
        )
        fig.stroke(plate, faded(fig.lit(QColor(body.mark)), 0.8), 0.018)
    fig.stroke(curve([(0.41, 0.18), (0.0, 0.15), (-0.42, 0.18)]), fig.lit(QColor(body.mark)), 0.03)


def _frog(fig: Figure, body: Insect, subject: Subject, t: float) -> None:
    """Folded legs that stretch out behind in a leap; the throat swells as it breathes."""
    coat, air = QColor(body.coat), crawl(subject, fig.stage.scene, t)[1] > 0.0
    late = max((t - first_hop(subject)) % 1.9 / hop_seconds(subject), 0.0) if air else 0.0
    out = sin(pi * min(late, 1.0)) ** 0.6 if air else 0.0
    if air:
        fig.painter.translate(0, 0.16)
        fig.painter.rotate(38.0 * (0.5 - late))
    for far in (1, 0):
        tone = mixed(coat, QColor("#0e1a0c"), 0.35 * far)
        knee = (-0.02 - 0.42 * out, 0.3 - 0.16 * out)
        heel = (-0.38 - 0.4 * out, 0.05 - 0.02 * out)
        toe = (-0.05 - 0.92 * out, 0.02 - 0.06 * out)
        leg = whole(
            ribbon([(-0.26, 0.2), knee], [0.2, 0.15]),
            ribbon([knee, heel], [0.14, 0.07]),
            ribbon([heel, toe], [0.06, 0.08]),
        )
        arm = ribbon(
            [(0.18, 0.2), (0.12 + 0.12 * out, 0.09), (0.24 + 0.16 * out, 0.015)],
            [0.11, 0.075, 0.07],
        )
        if far:
            mass(fig, leg, tone, 0.12, 0.05)
            mass(fig, arm, tone, 0.08, 0.05)
            _frog_body(fig, body, t)
        else:
            mass(fig, arm, tone, 0.08, 0.05)
            mass(fig, leg, tone, 0.14, 0.05)


def _frog_body(fig: Figure, body: Insect, t: float) -> None:
    coat = QColor(body.coat)
    trunk = [
        (-0.4, 0.1),
        (-0.3, 0.26),
        (-0.02, 0.4),
        (0.2, 0.46),
        (0.42, 0.38),
        (0.48, 0.3),
        (0.38, 0.2),
        (0.2, 0.1),
        (-0.2, 0.05),
    ]
    form = patch(trunk)
    swell = 0.02 + 0.02 * sin(5.0 * t)
    fig.fill(
        ellipse(0.3, 0.2, 0.13 + swell, 0.1 + swell),
        fig.lit(QColor(body.wing or "#e6ecb8"), 0.2, -0.2, 0.9),
    )
    mass(fig, form, coat, 0.3, 0.05)
    for x, y, r in ((-0.16, 0.27, 0.045), (0.0, 0.34, 0.035), (-0.27, 0.18, 0.03)):
        fig.fill(ellipse(x, y, r, 0.8 * r), faded(fig.lit(QColor(body.mark)), 0.8))
    fig.stroke(
        curve([(0.48, 0.29), (0.36, 0.25), (0.24, 0.27)]),
        faded(fig.lit(QColor("#22301a")), 0.8),
        0.014,
    )
    mass(fig, ellipse(0.24, 0.46, 0.085, 0.085), coat, 0.1, 0.05)
    fig.fill(ellipse(0.255, 0.47, 0.06, 0.06), fig.lit(QColor("#e8c84a")))
    eye(fig, 0.262, 0.47, 0.034, QColor("#12100c"))


SHAPES = {
    "snake": _snake,
    "lizard": _lizard,
    "crocodile": _lizard,
    "turtle": _turtle,
    "frog": _frog,
}

"""A scarecrow: straw in old clothes on a cross of poles, moved by nothing but the wind."""

from math import cos, sin

from PySide6.QtGui import QColor

from engine.animatic.light import faded
from engine.animatic.motion.whereabouts import position
from engine.animatic.motion.wind import gust
from engine.animatic.paint.subjects.figure import Figure, figure, wanted
from engine.animatic.paint.subjects.person import round_shadow
from engine.animatic.paint.subjects.shape import blob, box, curve, ellipse, limb
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage

STRAW, SACK, WOOD = QColor("#dcb858"), QColor("#d8bd8a"), QColor("#6d4d30")


def paint(stage: Stage, subject: Subject) -> None:
    """Pole, trousers, shirt with straw at the cuffs, head with a hat."""
    x, _, z = position(subject, stage.scene, stage.t)
    if not stage.view.sees(x, z, 1.4 * max(subject.scale, 0.4)):
        return
    wind = gust(stage.scene, stage.t)
    with figure(stage, subject, lean=1.6 * wind * sin(1.9 * stage.t + 7 * subject.variety)) as fig:
        round_shadow(fig, 0.4)
        fig.fill(box(-0.035, 0.0, 0.07, 1.6), fig.round(WOOD, -0.035, 0.035))
        _clothes(fig, subject, wind, stage.t)
        _head(fig, subject)


def _clothes(fig: Figure, subject: Subject, wind: float, t: float) -> None:
    shirt = wanted(subject.colour, ("#b5482f", "#4a6f8f", "#7a6a3a")[int(subject.variety * 97) % 3])
    flap = 0.06 * wind * sin(5.1 * t)
    for side in (-1, 1):
        leg = blob(
            [(0.0, 0.92), (side * 0.17, 0.92), (side * 0.2 + flap, 0.42), (side * 0.06 + flap, 0.4)]
        )
        fig.edged(leg, fig.lit(QColor("#4a5a78"), 0.2 * side, 0), 0.012)
        _tuft(fig, side * 0.13 + flap, 0.41, -1.57)
        hang = 0.05 * wind * sin(4.3 * t + side)
        sleeve = limb((side * 0.14, 1.36), (side * 0.72, 1.33 + hang), 0.2, 0.15)
        _tuft(fig, side * 0.74, 1.33 + hang, 0.0 if side > 0 else 3.14)
        fig.edged(sleeve, fig.lit(shirt, 0.1 * side, 0.3), 0.012)
    trunk = blob(
        [
            (-0.2, 1.44),
            (0.2, 1.44),
            (0.23, 1.2),
            (0.24 + flap, 0.84),
            (0.0, 0.8),
            (-0.24 + flap, 0.84),
            (-0.23, 1.2),
        ]
    )
    fig.edged(trunk, fig.round(shirt, -0.24, 0.24), 0.012)
    fig.fill(box(0.02, 1.05, 0.13, 0.12), fig.lit(QColor("#e0c48a"), 0, 0.1))
    fig.stroke(curve([(-0.24, 0.92), (0, 0.88), (0.24, 0.92)]), fig.lit(QColor("#c9a75a")), 0.03)


def _tuft(fig: Figure, x: float, y: float, angle: float) -> None:
    straw = fig.lit(STRAW, 0, 0.3)
    for spread in (-0.6, -0.2, 0.25, 0.6):
        end = (x + 0.13 * cos(angle + spread), y + 0.13 * sin(angle + spread))
        fig.stroke(curve([(x, y), end]), straw, 0.02)


def _head(fig: Figure, subject: Subject) -> None:
    fig.edged(ellipse(0, 1.62, 0.17, 0.19), fig.ball(SACK, 0, 1.62, 0.19), 0.012)
    dark = fig.lit(QColor("#2a1f18"))
    for x in (-0.03, 0.1):
        fig.fill(ellipse(x, 1.65, 0.022, 0.026), dark)
    fig.stroke(curve([(-0.06, 1.55), (0.04, 1.53), (0.13, 1.56)]), dark, 0.014)
    for i in range(4):
        x = -0.05 + 0.055 * i
        fig.stroke(curve([(x, 1.565), (x, 1.525)]), faded(dark, 0.8), 0.009)
    for i in range(5):
        x = -0.14 + 0.07 * i
        fig.stroke(curve([(x, 1.76), (1.5 * x, 1.66 - 0.03 * (i % 2))]), fig.lit(STRAW), 0.018)
    hat = QColor("#b98a3e")
    fig.edged(
        blob([(-0.36, 1.74), (0, 1.83), (0.36, 1.74), (0, 1.71)]), fig.lit(hat, 0, 0.4), 0.012
    )
    fig.edged(
        blob([(-0.18, 1.78), (-0.12, 2.0), (0.05, 2.06), (0.16, 1.96), (0.18, 1.78)]),
        fig.round(hat, -0.18, 0.18),
        0.012,
    )
    fig.stroke(curve([(-0.17, 1.82), (0, 1.79), (0.18, 1.82)]), fig.lit(QColor("#7a3328")), 0.04)

"""A snowman: three balls of snow with hat, scarf, carrot and coal; it can be built and can melt."""

from math import sin, tau

from PySide6.QtGui import QColor

from engine.animatic.motion.cycles import smooth
from engine.animatic.motion.whereabouts import position
from engine.animatic.motion.wind import gust
from engine.animatic.paint.subjects.figure import Figure, figure, wanted
from engine.animatic.paint.subjects.person import round_shadow
from engine.animatic.paint.subjects.shape import blob, box, curve, ellipse, polygon, ribbon
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage

SNOW, COAL = QColor("#f4f7fb"), QColor("#23242a")
BALLS = ((0.42, 0.5), (1.08, 0.37), (1.58, 0.26))
"""Height of the middle and radius of each ball, metres."""


def paint(stage: Stage, subject: Subject) -> None:
    """From the ground up, as much of it as stands at this moment."""
    x, _, z = position(subject, stage.scene, stage.t)
    if not stage.view.sees(x, z, 1.3 * max(subject.scale, 0.4)):
        return
    built, left = _stages(subject, stage.scene.seconds, stage.t)
    with figure(stage, subject) as fig:
        round_shadow(fig, 0.62)
        if left < 1.0:
            puddle = ellipse(0, 0.0, 0.5 + 0.4 * (1 - left), 0.06)
            fig.fill(puddle, fig.lit(QColor("#b9d3e2"), 0, 0.5))
        fig.painter.scale(1.0 + 0.15 * (1 - left), 0.15 + 0.85 * left)
        _body(fig, subject, built, stage.t)


def _stages(subject: Subject, seconds: float, t: float) -> tuple[float, float]:
    """How much is built (0 to 4: three balls, then the rest) and how much has not melted."""
    part = (t - subject.since) / max(0.85 * (seconds - subject.since), 1.0)
    if subject.act in ("build", "grow"):
        return min(max(0.6 + 3.6 * part, 0.6), 4.0), 1.0
    if subject.act == "melt" and t > subject.since:
        return 4.0, 1.0 - 0.8 * smooth(part)
    return 4.0, 1.0


def _body(fig: Figure, subject: Subject, built: float, t: float) -> None:
    done = smooth(built - 3.0)
    if done > 0.0:
        _arm(fig, -1, done, subject, t)
        _arm(fig, 1, done, subject, t)
    for i, (y, radius) in enumerate(BALLS):
        grown = smooth(built - i)
        if grown > 0.02:
            r, foot = radius * (0.3 + 0.7 * grown), y - radius
            middle = foot + r
            fig.edged(ellipse(0, middle, r, 0.97 * r), fig.ball(SNOW, 0, middle, r), 0.02)
    if done > 0.0:
        fig.painter.setOpacity(done)
        _details(fig, subject, t)
        fig.painter.setOpacity(1.0)


def _arm(fig: Figure, side: int, done: float, subject: Subject, t: float) -> None:
    wave = (
        0.22 * sin(tau * t / 0.8) if side > 0 and subject.act in ("wave", "dance", "cheer") else 0.0
    )
    up = 0.32 + (0.25 if wave else 0.0) + 0.02 * sin(1.3 * t)
    hand = (side * (0.34 + 0.46 * done + 0.5 * wave), 1.12 + up)
    wood = fig.lit(QColor("#5d4028"))
    fig.stroke(curve([(side * 0.3, 1.14), (side * 0.56, 1.26), hand]), wood, 0.036)
    for dx, dy in ((0.1, 0.1), (0.13, 0.0), (0.0, 0.13)):
        fig.stroke(curve([hand, (hand[0] + side * dx, hand[1] + dy)]), wood, 0.022)


def _details(fig: Figure, subject: Subject, t: float) -> None:
    coal = fig.lit(COAL, 0, 0.3)
    for y in (0.98, 1.13, 1.27):
        fig.fill(ellipse(0.14, y, 0.034, 0.036), coal)
    for x in (-0.02, 0.17):
        fig.fill(ellipse(x, 1.66, 0.03, 0.035), coal)
    for i in range(5):
        x = -0.05 + 0.065 * i
        fig.fill(ellipse(x, 1.475 + 0.008 * (i - 2) ** 2, 0.017, 0.017), coal)
    fig.edged(
        polygon([(0.06, 1.61), (0.06, 1.55), (0.36, 1.57)]),
        fig.lit(QColor("#ea7a2c"), 0.2, 0.3),
        0.01,
    )
    cloth = wanted(subject.colour, ("#c8342b", "#2f6fc4", "#3f9b55")[int(subject.variety * 97) % 3])
    fig.stroke(curve([(-0.24, 1.4), (0.0, 1.34), (0.25, 1.4)]), fig.lit(cloth, 0, 0.2), 0.1)
    wag = 0.1 * gust(fig.stage.scene, t) * (1 + 0.5 * sin(3.7 * t))
    tail = ribbon([(-0.12, 1.38), (-0.17 - wag, 1.2), (-0.19 - 2 * wag, 1.02)], [0.09, 0.09, 0.1])
    fig.fill(tail, fig.lit(cloth, -0.1, 0.0))
    felt = QColor("#2b2a30")
    fig.edged(
        blob([(-0.32, 1.79), (0, 1.83), (0.32, 1.79), (0, 1.75)]), fig.lit(felt, 0, 0.5), 0.012
    )
    fig.edged(box(-0.2, 1.79, 0.4, 0.32, 0.03), fig.round(felt, -0.2, 0.2), 0.012)
    fig.fill(box(-0.2, 1.81, 0.4, 0.06), fig.lit(cloth, 0, 0.2))

"""Trees of a species: crowns as of any tree, and what falls from them: petals, leaves, nothing."""

from functools import partial
from math import cos, pi, sin, tau
from random import Random

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from engine.animatic.build import build_of
from engine.animatic.light import mixed
from engine.animatic.motion.prop import pose
from engine.animatic.motion.tree import tree_sway
from engine.animatic.motion.whereabouts import position
from engine.animatic.motion.wind import gust
from engine.animatic.paint.subjects import tree
from engine.animatic.paint.subjects.figure import Figure, figure, wanted
from engine.animatic.paint.subjects.shape import ellipse, ribbon
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage


def paint(stage: Stage, subject: Subject) -> None:
    """Its crown in two halves about its trunk, swaying, and what it sheds."""
    x, _, z = position(subject, stage.scene, stage.t)
    build = build_of(subject.kind)
    if not stage.view.sees(x, z, 1.3 * build.height * subject.scale):
        return
    sway = tree_sway(subject, stage.scene, stage.t)
    later = tree_sway(subject, stage.scene, stage.t - 0.35)
    grown = pose(subject, stage.scene, stage.t).grown
    size = build.height / 9.0 * (0.1 + 0.9 * grown)
    with figure(stage, subject) as fig:
        fig.painter.scale(size, size)
        tree.shadow(fig)
        for part, lean in (("back", later), ("trunk", 0.5 * sway), ("front", sway)):
            fig.painter.save()
            fig.painter.shear(subject.heading * lean, 0.0)
            bounds = QRectF(-7.0, -0.5, 14.0, 13.5)
            fig.sprite(("species", part, subject), bounds, partial(_part, subject, part))
            fig.painter.restore()
        _shed(fig, subject)


def _part(subject: Subject, part: str, fig: Figure) -> None:
    figure_of = build_of(subject.kind).figure
    form = str(figure_of.get("form", "round"))
    chance = fig.stage.chance(f"species/{subject.x}/{subject.z}/{part}")
    colour = wanted(subject.colour, str(figure_of.get("leaves", "#5d8a3a")))
    if form == "dead":
        if part == "trunk":
            _branches(fig, chance, (0.0, -0.1), pi / 2, 3.3, 0.62, 6)
        return
    tree.grow(fig, chance, form, part, colour)
    if part == "trunk" and figure_of.get("bark"):
        _bark(fig, chance, QColor(str(figure_of["bark"])))


def _branches(
    fig: Figure, chance: Random, foot: tuple[float, float], angle: float, long: float,
    wide: float, left: int,
) -> None:  # fmt: skip
    """A bough that forks until it is a twig, each fork as thick as the two after it together
    (Leonardo's rule: the squares add up)."""
    tip = (foot[0] + long * cos(angle), foot[1] + long * sin(angle))
    middle = ((foot[0] + tip[0]) / 2 + chance.uniform(-0.08, 0.08) * long, (foot[1] + tip[1]) / 2)
    wood = fig.round(QColor("#6a584c"), foot[0] - 0.4, foot[0] + 0.5)
    fig.fill(ribbon([foot, middle, tip], [wide, 0.86 * wide, 0.72 * wide]), wood)
    if not left:
        return
    for side in (-1, 1):
        turn = angle + side * chance.uniform(0.3, 0.62)
        _branches(fig, chance, tip, turn, long * chance.uniform(0.6, 0.78), 0.7 * wide, left - 1)


def _bark(fig: Figure, chance: Random, colour: QColor) -> None:
    """A pale trunk with dark marks, as of a birch."""
    fig.fill(
        ribbon([(0, -0.1), (0.05, 2.2), (0, 5.2)], [0.5, 0.36, 0.16]), fig.round(colour, -0.3, 0.3)
    )
    dark = fig.lit(QColor("#3a3634"))
    for _ in range(16):
        y, x = chance.uniform(0.1, 4.6), chance.uniform(-0.12, 0.06)
        fig.fill(ellipse(x, y, chance.uniform(0.04, 0.12), 0.025), dark)


def _shed(fig: Figure, subject: Subject) -> None:
    """Petals or leaves that come loose one by one, flutter down and drift with the wind."""
    sheds = str(build_of(subject.kind).trait("sheds", ""))
    if not sheds:
        return
    scene, t = fig.stage.scene, fig.stage.t
    for i in range(34):
        span = 5.5 + 2.5 * (i * 0.618 % 1.0)
        turn = t / span + i * 0.7548 + subject.variety
        age, serial = turn % 1.0, int(turn) * 37 + i
        start = ((serial * 0.569) % 1.0) * 2 - 1
        y = (7.5 - 2.5 * abs(start)) * (1.0 - age)
        x = 2.9 * start + 0.5 * sin(5.0 * age + serial) + 3.5 * age * gust(scene, t)
        flip = abs(cos(tau * (1.3 * age * span / 3.0 + 0.37 * serial)))
        colour = mixed(QColor(sheds), QColor("#fff4e4"), 0.3 * ((serial * 0.31) % 1.0))
        fig.fill(ellipse(x, y, 0.09, 0.03 + 0.05 * flip), fig.lit(colour, 0.2, flip, 0.6))

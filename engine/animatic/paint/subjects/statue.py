"""A statue: a person turned to stone or bronze on a pedestal."""

from dataclasses import replace
from functools import lru_cache, partial

from msgspec.structs import replace as altered
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from engine.animatic.light import mixed
from engine.animatic.motion.people.acts import joints_at, posture_of
from engine.animatic.motion.whereabouts import position
from engine.animatic.paint.subjects.figure import Figure, figure, wanted
from engine.animatic.paint.subjects.people.look import Look, look_of
from engine.animatic.paint.subjects.person import put, round_shadow
from engine.animatic.paint.subjects.shape import box
from engine.animatic.scene import Scene, Subject
from engine.animatic.stage import Stage

HIGH = 1.15
"""Metres of the pedestal."""
POSES = ("stand", "wave", "look_up", "hold")
STONES = ("#b9b4a8", "#8f978f", "#7d9a86", "#a89878")


def paint(stage: Stage, subject: Subject) -> None:
    """The pedestal, then the figure on it, the same at every moment."""
    x, _, z = position(subject, stage.scene, stage.t)
    if not stage.view.sees(x, z, 2.2 * max(subject.scale, 0.4)):
        return
    with figure(stage, subject) as fig:
        bounds = QRectF(-1.5, -0.25, 3.0, 4.4)
        fig.sprite(("statue", subject), bounds, partial(_standing, subject, stage.scene))


def _standing(subject: Subject, scene: Scene, fig: Figure) -> None:
    act = subject.act or POSES[int(subject.variety * 97) % len(POSES)]
    still = altered(subject, kind="person", act=act, speed=0.0, since=-1.3, carrier=-1)
    stone = wanted(subject.colour, STONES[int(subject.variety * 53) % len(STONES)])
    round_shadow(fig, 0.95)
    _pedestal(fig, stone)
    fig.painter.translate(0.0, HIGH)
    posture, joints = posture_of(still, scene, 0.0), joints_at(still, scene, 0.0)
    put(
        replace(fig, stage=replace(fig.stage, t=0.0)),
        still,
        _carved(still, scene, stone.name()),
        posture,
        joints,
    )


@lru_cache(maxsize=32)
def _carved(subject: Subject, scene: Scene, stone: str) -> Look:
    """All in one material; clothes a little darker than skin."""
    look, base = look_of(subject, scene), QColor(stone)
    dark, pale = mixed(base, QColor("#2a2c30"), 0.18), mixed(base, QColor("#ffffff"), 0.1)
    colours = {
        "skin": pale,
        "hair": dark,
        "top": base,
        "below": dark,
        "shoes": dark,
        "accent": base,
        "brim": dark,
    }
    return replace(
        look, **colours, lower="robe" if look.lower in ("trousers", "shorts") else look.lower
    )


def _pedestal(fig: Figure, stone: QColor) -> None:
    fig.edged(box(-0.62, 0.0, 1.24, 0.18), fig.round(stone, -0.62, 0.62), 0.015)
    fig.edged(
        box(-0.48, 0.18, 0.96, HIGH - 0.3),
        fig.round(mixed(stone, QColor("#ffffff"), 0.06), -0.48, 0.48),
        0.015,
    )
    fig.edged(box(-0.58, HIGH - 0.14, 1.16, 0.14), fig.round(stone, -0.58, 0.58), 0.015)
    fig.fill(
        box(-0.26, 0.45, 0.52, 0.3, 0.02), fig.lit(mixed(stone, QColor("#2a2c30"), 0.25), 0, 0.1)
    )

"""Props: things made of solid parts, lit from where the scene's light stands."""

from dataclasses import replace
from math import atan2, pi

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QRadialGradient

from engine.animatic.build import build_of
from engine.animatic.camera import standing
from engine.animatic.motion.prop import Pose, hanging, place, pose
from engine.animatic.motion.whereabouts import position
from engine.animatic.paint.subjects import fire, marks
from engine.animatic.paint.subjects.figure import Figure, figure
from engine.animatic.paint.subjects.mesh import (
    Mesh,
    Print,
    printed,
    put_print,
    shadow_colour,
    turned,
)
from engine.animatic.paint.subjects.parts import all_round, model, yaw_of
from engine.animatic.paint.subjects.shape import ellipse
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage

SHINY_GROUND = ("table_top", "windowsill", "void", "stage", "studio", "museum")
FLATTEST, STEEPEST = 0.06, 0.5

MARKS = {
    **marks.MARKS,
    "flames": fire.paint_flames, "plume": fire.paint_plume, "splash": fire.paint_splash,
}  # fmt: skip


def paint(stage: Stage, subject: Subject) -> None:
    """Its shadow, its mirror image on a polished table, then itself as it moves."""
    x, _, z = position(subject, stage.scene, stage.t)
    build = build_of(subject.kind)
    reach = 2.2 * max(build.width, build.height) * subject.scale
    if not stage.view.sees(x, z, reach):
        return
    now = pose(subject, stage.scene, stage.t)
    if now.grown < 0.01:
        return
    _grounded(stage, subject, now)
    with figure(stage, subject) as fig:
        _put(fig, subject, now)


def tilt_of(stage: Stage, subject: Subject) -> float:
    """Radians by which a camera at rest looks down on it in the middle of the shot."""
    rest = standing(stage.scene, stage.width, stage.height)
    _, y, z = position(subject, stage.scene, stage.scene.seconds / 2)
    high = rest.y - y - 0.5 * build_of(subject.kind).height * subject.scale
    return min(max(atan2(high, max(z, 0.5)), FLATTEST), STEEPEST)


def _grounded(stage: Stage, subject: Subject, now: Pose) -> None:
    """What lies on the ground below it: a shadow that softens and pales as it rises."""
    build = build_of(subject.kind)
    if build.trait("aloft", False):
        return
    x, y, z = position(subject, stage.scene, stage.t)
    lift = place(subject, stage.scene, stage.t)[1]
    wide = 0.5 * float(build.trait("foot", 0.85 * build.width)) * now.grown
    with figure(stage, subject, at=(x, y - lift, z)) as fig:
        high = min(lift / (4.0 * build.height * subject.scale), 1.0)
        if high < 0.05 and stage.scene.place in SHINY_GROUND and not _turning(subject, now):
            fig.painter.setOpacity(0.16)
            put_print(fig, _still(fig, subject, now), mirrored=True)
            fig.painter.setOpacity(1.0)
        _shadow(fig, subject, wide * (1.0 + 0.8 * high), 0.62 * (1.0 - high) ** 1.5)


def _shadow(fig: Figure, subject: Subject, wide: float, dark: float) -> None:
    if dark < 0.02:
        return
    tilt = tilt_of(fig.stage, subject)
    shade = QRadialGradient(QPointF(0, 0), 1.0)
    for at, part in ((0.0, 1.0), (0.55, 0.75), (0.8, 0.3), (1.0, 0.0)):
        shade.setColorAt(at, shadow_colour(fig, dark * part))
    fig.painter.save()
    fig.painter.translate(-0.18 * wide * fig.sun[0], 0.0)
    fig.painter.scale(1.25 * wide, max(1.25 * wide * tilt, 0.05 * wide))
    fig.fill(ellipse(0, 0, 1, 1), QBrush(shade))
    fig.painter.restore()


def _turning(subject: Subject, now: Pose) -> bool:
    return bool(now.pitch or now.yaw and not all_round(subject.kind))


def _put(fig: Figure, subject: Subject, now: Pose) -> None:
    """The thing itself: painted once and kept while it only moves, anew while it turns."""
    build, painter = build_of(subject.kind), fig.painter
    painter.save()
    middle = float(build.trait("round", 0.5 * build.height))
    if build.trait("round", 0.0) and now.roll:
        painter.translate(0, middle)
        painter.scale(1.0 + 0.6 * (1.0 - now.squash), now.squash)
        painter.translate(0, -middle * (2.0 - now.squash))
        put_print(fig, _rolled(fig, subject, now, middle))
        painter.restore()
        return
    if now.roll:
        pivot = hanging(subject) / subject.scale if now.roll and subject.act == "swing" else middle
        pivot = build.height if subject.act == "swing" else pivot
        painter.translate(0, pivot)
        painter.rotate(-now.roll * 180 / pi * fig.heading)
        painter.translate(0, -pivot)
    painter.scale(now.grown, now.grown * now.squash)
    prints = _turned(fig, subject, now) if _turning(subject, now) else _still(fig, subject, now)
    put_print(fig, prints)
    mark = MARKS.get(str(build.trait("mark", "")))
    if mark is not None:
        mark(fig, subject, now, tilt_of(fig.stage, subject))
    painter.restore()


def _still(fig: Figure, subject: Subject, now: Pose) -> list[Print]:
    """Kept in sizes half an octave apart and in steps of opening."""
    step = round(16 * now.opened)
    fine = 2.0 ** (np.ceil(2 * np.log2(max(fig.scale, 1e-3))) / 2)
    name = ("prop", subject, step, float(fine), fig.heading)
    turn = turned(yaw_of(subject.kind) * fig.heading)
    tilt = tilt_of(fig.stage, subject)
    return fig.stage.wardrobe.keep(
        name,
        lambda: printed(fig, _mesh(subject, step / 16, float(fine), 64), turn, tilt, float(fine)),
    )


def _turned(fig: Figure, subject: Subject, now: Pose) -> list[Print]:
    yaw = (yaw_of(subject.kind) + now.yaw) * fig.heading
    turn = turned(yaw, pitch=now.pitch)
    mesh = _mesh(subject, now.opened, fig.scale, 30)
    return printed(fig, mesh, turn, tilt_of(fig.stage, subject), fig.scale)


def _rolled(fig: Figure, subject: Subject, now: Pose, middle: float) -> list[Print]:
    """A ball turned about its middle, so that the light on it stays where it is."""
    mesh = _mesh(subject, 0.0, fig.scale, 28)
    turn = turned(0.5, now.roll, 0.35)
    up = np.array([0, middle, 0], np.float32)
    about = replace(mesh, corners=mesh.corners - up)
    prints = printed(fig, about, turn, 0.0, fig.scale)
    return [
        Print(p.image, QPointF(p.origin.x(), p.origin.y() + middle * p.scale), p.scale)
        for p in prints
    ]


def _mesh(subject: Subject, opened: float, scale: float, fine: int) -> Mesh:
    small = scale * build_of(subject.kind).height < 60
    return model(
        subject.kind, subject.colour, round(opened * 16) / 16, fine // 2 if small else fine
    )

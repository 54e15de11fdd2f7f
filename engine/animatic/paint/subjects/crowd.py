"""A crowd: many people seen from afar, standing in rows, swaying, cheering with raised arms."""

from math import sin, tau
from random import Random

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from engine.animatic.light import mixed
from engine.animatic.motion.people.crowd import Face, crowd_of, lift_of
from engine.animatic.motion.whereabouts import position
from engine.animatic.paint.easel import painting
from engine.animatic.paint.subjects.figure import wanted
from engine.animatic.paint.subjects.shape import blob, ellipse, limb
from engine.animatic.paint.surface import blank
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage

SHIRTS = ("#b9472f", "#31557a", "#d9a43a", "#3f6b52", "#7a4a63", "#d8d2c4", "#2f3440", "#c86a8a")
SKINS = ("#f0c6a0", "#d9a074", "#a9724c", "#75492f")


def paint(stage: Stage, subject: Subject) -> None:
    """Back rows first; everybody is a small picture that is kept."""
    for face in crowd_of(subject, stage.scene):
        _one(stage, subject, face)


def _one(stage: Stage, subject: Subject, face: Face) -> None:
    x, y, z = position(subject, stage.scene, stage.t)
    x, z = x + face.x * subject.scale, z + face.z * subject.scale
    if not stage.view.sees(x, z, 0.8):
        return
    up = lift_of(face, subject, stage.scene, stage.t)
    scale = stage.view.pixels_per_metre(z) * face.size * subject.scale
    at = stage.view.project(x, y + 0.07 * max(up, 0.0), z)
    fine = 24 if scale < 24 else 60 if scale < 60 else 120
    pose = 0 if up < 0.35 else 1 if face.variety < 0.4 else 2
    # Kept pictures must not depend on who asked first: the air is taken in steps of 20 metres.
    away = 20.0 * round(z / 20)
    key = ("crowd", face.clothes, face.skin, pose, fine, subject.colour, away)
    image = stage.wardrobe.keep(key, lambda: _drawn(stage, subject, face, pose, fine, away))
    wide, tall = image.width() / fine * scale, image.height() / fine * scale
    sway = 0.03 * scale * sin(tau * stage.t / 2.4 + 7 * face.variety)
    stage.painter.drawImage(QRectF(at.x() - wide / 2 + sway, at.y() - tall, wide, tall), image)


def _drawn(stage: Stage, subject: Subject, face: Face, pose: int, fine: int, z: float) -> QImage:
    image = blank(round(1.1 * fine), round(2.25 * fine))
    light = stage.light
    shirt = wanted(subject.colour, SHIRTS[face.clothes])
    skin, dark = QColor(SKINS[face.skin]), QColor("#2a2d36")
    with painting(image) as painter:
        painter.translate(0.55 * fine, 2.25 * fine)
        painter.scale(fine, -fine)
        chance = Random(f"crowd/{face.clothes}/{face.skin}")
        cloth = light.lit(shirt, 0.45, z)
        for side in (-1, 1):
            leg = limb((0.09 * side, 0.85), (0.11 * side, 0.04), 0.19, 0.13)
            painter.fillPath(leg, light.lit(dark, 0.3, z))
        painter.fillPath(blob([(-0.22, 1.42), (0.22, 1.42), (0.2, 0.8), (-0.2, 0.8)]), cloth)
        for side in (-1, 1):
            raised = pose == 2 or (pose == 1 and side > 0)
            elbow = (0.36 * side, 1.55) if raised else (0.3 * side, 1.08)
            hand = (0.32 * side, 1.92) if raised else (0.24 * side, 0.82)
            painter.fillPath(
                limb((0.2 * side, 1.36), elbow, 0.13, 0.1),
                light.lit(mixed(shirt, dark, 0.12), 0.4, z),
            )
            painter.fillPath(limb(elbow, hand, 0.1, 0.09), light.lit(skin, 0.45, z))
        painter.fillPath(ellipse(0, 1.6, 0.115, 0.14), light.lit(skin, 0.5, z))
        hair = QColor(("#2b2019", "#4d3322", "#1c1a1d", "#8a6a3f")[chance.randrange(4)])
        painter.fillPath(ellipse(0, 1.67, 0.125, 0.09), light.lit(hair, 0.5, z))
    return image

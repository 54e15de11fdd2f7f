"""A traffic light on its post: three hooded lamps that take turns."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainterPath

from engine.animatic.light import mixed
from engine.animatic.motion.traffic_light import phase
from engine.animatic.paint.subjects.building import glow, shadow
from engine.animatic.paint.subjects.figure import Figure, figure
from engine.animatic.paint.subjects.shape import box, ellipse
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage

LAMPS = (("red", 3.78, "#ff4232"), ("amber", 3.4, "#ffb52e"), ("green", 3.02, "#3ee87a"))


def paint(stage: Stage, subject: Subject) -> None:
    """The post and its housing stay; the lamps burn by turns."""
    if not stage.view.sees(subject.x, subject.z, 2.0):
        return
    with figure(stage, subject) as fig:
        shadow(fig, 0.5, 0.4)
        fig.sprite(("traffic light", subject), QRectF(-0.8, -0.2, 1.6, 4.6), _post)
        burning = phase(subject, stage.t).split()
        for name, y, colour in LAMPS:
            _lamp(fig, y, QColor(colour), name in burning)


def _post(fig: Figure) -> None:
    iron = QColor("#2c3036")
    fig.fill(box(-0.07, 0, 0.14, 2.9), fig.round(iron, -0.07, 0.07))
    fig.fill(box(-0.14, 0, 0.28, 0.3, 0.05), fig.round(iron, -0.14, 0.14))
    fig.edged(box(-0.36, 2.72, 0.72, 1.38, 0.14), fig.lit(QColor("#e9e4d6")), 0.02)
    fig.edged(box(-0.3, 2.78, 0.6, 1.26, 0.12), fig.lit(QColor("#1c2024"), 0.1, 0.1, 0.95), 0.02)


def _lamp(fig: Figure, y: float, colour: QColor, burns: bool) -> None:
    glass = fig.lit(mixed(colour, QColor("#101316"), 0.72))
    fig.fill(ellipse(0, y, 0.14, 0.14), colour if burns else glass)
    if burns:
        fig.fill(ellipse(0, y, 0.085, 0.085), mixed(colour, QColor("white"), 0.55))
        glow(fig, (0, y), 0.55, colour, 0.45 + 0.45 * fig.stage.light.lamps)
    hood = QPainterPath()
    hood.arcMoveTo(QRectF(-0.16, y - 0.16, 0.32, 0.32), 200)
    hood.arcTo(QRectF(-0.16, y - 0.16, 0.32, 0.32), 200, 140)
    fig.stroke(hood, fig.lit(QColor("#0f1114")), 0.035)

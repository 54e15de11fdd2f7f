"""A ghost: a pale sheet that hovers, sways and looks about."""

from math import sin, tau

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QLinearGradient, QPainterPath

from engine.animatic.light import faded, mixed
from engine.animatic.motion.whereabouts import position
from engine.animatic.paint.subjects.figure import Figure, figure, wanted
from engine.animatic.paint.subjects.shape import blob, curve, ellipse
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage


def paint(stage: Stage, subject: Subject) -> None:
    """The sheet, its small arms and its face; one can nearly see through it."""
    x, _, z = position(subject, stage.scene, stage.t)
    if not stage.view.sees(x, z, 1.6 * max(subject.scale, 0.4)):
        return
    t, own = stage.t, tau * subject.variety
    hover = 0.42 + 0.13 * sin(tau * t / 2.9 + own)
    with figure(stage, subject, lean=4.0 * sin(tau * t / 4.3 + own)) as fig:
        fig.painter.translate(0.0, hover)
        _sheet(fig, subject, t, own)
        _face(fig, subject, t, own)


def _sheet(fig: Figure, subject: Subject, t: float, own: float) -> None:
    trail = -0.16 * min(subject.speed, 2.0)
    path = QPainterPath(QPointF(-0.4, 0.9))
    path.cubicTo(-0.42, 1.5, -0.2, 1.62, 0.0, 1.62)
    path.cubicTo(0.22, 1.62, 0.42, 1.5, 0.4, 0.9)
    hem = [
        (
            0.46 - 0.184 * i + trail * (1 + 0.3 * (i % 2)),
            0.09 * (i % 2) + 0.05 * sin(3.1 * t + 1.3 * i + own),
        )
        for i in range(6)
    ]
    path.cubicTo(0.42, 0.5, 0.45, 0.3, *hem[0])
    for (ax, ay), (bx, by) in zip(hem, hem[1:], strict=False):
        path.quadTo(QPointF((ax + bx) / 2, min(ay, by) - 0.06), QPointF(bx, by))
    path.cubicTo(-0.48, 0.3, -0.42, 0.5, -0.4, 0.9)
    white = wanted(subject.colour, "#f2f5fb")
    glow = mixed(fig.lit(white, 0, 0.3, 0.95), fig.seen(white), 0.45)
    brush = QLinearGradient(0, 1.6, 0, -0.1)
    brush.setColorAt(0.0, faded(glow, 0.95))
    brush.setColorAt(0.6, faded(mixed(glow, QColor("#8fb0e0"), 0.15), 0.8))
    brush.setColorAt(1.0, faded(mixed(glow, QColor("#7aa0e0"), 0.3), 0.12))
    fig.fill(path, brush)
    lift = 0.08 * sin(tau * t / 2.1 + own)
    for side in (-1, 1):
        raised = 0.35 if subject.act in ("wave", "cheer", "dance") and side > 0 else 0.0
        wag = 0.1 * sin(tau * t / 0.7) * bool(raised)
        arm = blob(
            [
                (0.34 * side, 1.05),
                (0.6 * side, 0.98 + lift * side + raised + wag),
                (0.62 * side, 0.88 + lift * side + raised + wag),
                (0.36 * side, 0.84),
            ]
        )
        fig.fill(arm, faded(glow, 0.9))
    folds = faded(mixed(glow, QColor("#3a4a78"), 0.5), 0.22)
    for x in (-0.2, 0.05, 0.24):
        fig.stroke(curve([(0.9 * x, 0.85), (x + 0.02, 0.5), (x + 0.6 * trail, 0.2)]), folds, 0.02)


def _face(fig: Figure, subject: Subject, t: float, own: float) -> None:
    look = 0.05 * sin(0.7 * t + own) + 0.08
    dark = QColor(28, 32, 52, 225)
    blink = 0.15 if (t + own) % 3.9 < 0.13 else 1.0
    for side in (-1, 1):
        fig.fill(ellipse(look + 0.12 * side, 1.28, 0.05, 0.085 * blink), dark)
        fig.fill(ellipse(look + 0.19 * side, 1.13, 0.05, 0.03), QColor(240, 130, 150, 70))
    fig.fill(ellipse(look, 1.1, 0.045, 0.05 + 0.015 * sin(1.9 * t)), dark)

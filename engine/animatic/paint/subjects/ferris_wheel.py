"""A ferris wheel: a turning lattice with hanging cabins, strings of lights along it at night."""

from functools import partial
from math import cos, degrees, sin, tau

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainterPath

from engine.animatic.build import build_of
from engine.animatic.light import faded, mixed
from engine.animatic.motion.ferris_wheel import cabin_swing, hung, wheel_share
from engine.animatic.paint.subjects.building import glow, shadow
from engine.animatic.paint.subjects.figure import Figure, figure
from engine.animatic.paint.subjects.shape import box, ellipse, polygon
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage

AXLE = 24.0
PAINTS = ("#d8453a", "#e9b13c", "#3f8fc0", "#58a05c", "#e07fa6")
BULBS = ("#ffd37a", "#ff7ab8", "#7ad0ff")
STEEL = QColor("#eceff2")


def paint(stage: Stage, subject: Subject) -> None:
    """The far leg, the wheel and its cabins, the near leg."""
    build = build_of(subject.kind)
    if not stage.view.sees(subject.x, subject.z, 0.6 * build.width * subject.scale):
        return
    radius, cabins = float(build.figure["radius"]), int(float(build.figure["cabins"]))
    with figure(stage, subject) as fig:
        shadow(fig, 0.3 * build.width, 0.4)
        fig.painter.save()
        fig.painter.translate(0, AXLE)
        fig.painter.rotate(-degrees(tau * wheel_share(subject, stage.t)) * subject.heading)
        reach = 1.1 * radius
        bounds = QRectF(-reach, -reach, 2 * reach, 2 * reach)
        # Light on thin steel hardly depends on where it points, so one picture turns.
        fig.sprite(("ferris wheel", cabins), bounds, partial(_wheel, radius, cabins))
        fig.painter.restore()
        _bulbs(fig, subject, radius)
        for index in range(cabins):
            _cabin(fig, subject, index, hung(index, cabins, subject, stage.t, radius))
        fig.sprite(("ferris legs",), QRectF(-14, -1, 28, 27), _legs)
        glow(fig, (0, AXLE), 4.0, QColor(BULBS[0]), 0.7 * stage.light.lamps)


def _wheel(radius: float, cabins: int, fig: Figure) -> None:
    lines = QPainterPath()
    for i in range(2 * cabins):
        a = tau * i / (2 * cabins)
        b = tau * (i + 1) / (2 * cabins)
        inner, outer = (0.9 * radius, radius) if i % 2 else (radius, 0.9 * radius)
        lines.moveTo(inner * sin(a), inner * cos(a))
        lines.lineTo(outer * sin(b), outer * cos(b))
        if not i % 2:
            lines.moveTo(0, 0)
            lines.lineTo(0.9 * radius * sin(a), 0.9 * radius * cos(a))
    steel = fig.lit(STEEL, 0, 0.3, 0.9)
    fig.stroke(lines, faded(steel, 0.85), 0.11)
    for share, width in ((1.0, 0.3), (0.9, 0.2), (0.45, 0.14)):
        fig.stroke(ellipse(0, 0, share * radius, share * radius), steel, width)
    fig.fill(ellipse(0, 0, 1.3, 1.3), fig.lit(QColor("#c8443a"), 0, 0.2, 0.95))


def _legs(fig: Figure) -> None:
    for foot in (-11.0, 11.0):
        lean = 0.4 if foot < 0 else -0.4
        leg = polygon([(foot - 0.6, 0), (-0.5, AXLE), (0.5, AXLE), (foot + 0.6, 0)])
        fig.edged(leg, fig.lit(STEEL, lean, 0.2, 0.9), 0.1)
    fig.fill(box(-13, -0.2, 26, 1.2, 0.3), fig.lit(QColor("#8b8f96"), 0, 0.2, 0.95))
    fig.fill(ellipse(0, AXLE, 0.9, 0.9), fig.lit(QColor("#f2d27a"), 0.1, 0.4, 0.9))


def _bulbs(fig: Figure, subject: Subject, radius: float) -> None:
    """Lights that run along the rim and spokes."""
    lamps = fig.stage.light.lamps
    if lamps < 0.1:
        return
    turn = tau * wheel_share(subject, fig.stage.t)
    size = max(0.16, 1.1 / fig.scale)
    paths = [QPainterPath() for _ in BULBS]
    for i in range(72):
        a = turn + tau * i / 72
        paths[i % 3].addEllipse(QPointF(radius * sin(a), AXLE + radius * cos(a)), size, size)
        if i % 9 == 0:
            for step in range(1, 6):
                r = radius * step / 6.5
                spot = QPointF(r * sin(a), AXLE + r * cos(a))
                paths[(i // 9 + step) % 3].addEllipse(spot, size, size)
    for index, path in enumerate(paths):
        pulse = 0.65 + 0.35 * sin(3.0 * fig.stage.t + tau * index / 3)
        fig.fill(path, faded(QColor(BULBS[index]), lamps * pulse))


def _cabin(fig: Figure, subject: Subject, index: int, at: tuple[float, float]) -> None:
    fig.painter.save()
    fig.painter.translate(at[0], AXLE + at[1])
    fig.painter.rotate(degrees(cabin_swing(index, subject, fig.stage.scene, fig.stage.t)))
    colour = PAINTS[index % len(PAINTS)]
    bounds = QRectF(-1.4, -3.2, 2.8, 3.4)
    fig.sprite(("cabin", subject, colour), bounds, partial(_closed, colour=QColor(colour)))
    fig.painter.restore()


def _closed(fig: Figure, colour: QColor) -> None:
    fig.fill(polygon([(-0.12, 0), (-1.2, -0.9), (1.2, -0.9), (0.12, 0)]), fig.lit(STEEL, 0, 0.5))
    fig.edged(box(-1.25, -3.0, 2.5, 2.1, 0.5), fig.lit(colour, 0.1, 0.1, 0.95), 0.1)
    lamps = fig.stage.light.lamps
    pane = mixed(fig.lit(QColor("#31465c")), fig.seen(QColor("#ffdf9a")), lamps)
    fig.fill(box(-1.0, -2.0, 2.0, 0.85, 0.2), pane)

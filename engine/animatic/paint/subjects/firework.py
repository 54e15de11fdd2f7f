"""Fireworks: rockets, bursts of sparks with trails, their light in the sky and on water."""

from math import exp

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from engine.animatic.light import faded, mixed
from engine.animatic.motion.burst import (
    DRAG,
    SPARK_SECONDS,
    Burst,
    bursts,
    directions,
    flight,
    rocket_at,
)
from engine.animatic.motion.whereabouts import position
from engine.animatic.paint.lamps import Glow, shine_all
from engine.animatic.scene import Subject
from engine.animatic.setting import setting_of
from engine.animatic.stage import Stage

SPARKS = 70


def paint(stage: Stage, subject: Subject) -> None:
    """Every burst that is in the sky now, and below it again where water mirrors it."""
    x, y, z = position(subject, stage.scene, stage.t)
    if not stage.view.sees(x, z, 70.0 * subject.scale):
        return
    painter = stage.painter
    painter.save()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Screen)
    glows: list[Glow] = []
    for burst in bursts(subject, stage.scene):
        _rocket(stage, subject, burst, (x, y, z))
        age = stage.t - burst.seconds
        if 0.0 <= age < SPARK_SECONDS:
            glows.append(_burst(stage, subject, burst, (x, y, z), age, 1.0))
            if setting_of(stage.scene.place).water:
                glows.append(_burst(stage, subject, burst, (x, y, z), age, -0.45))
    painter.restore()
    shine_all(stage, glows)


def _spot(
    stage: Stage, subject: Subject, foot: tuple[float, float, float], x: float, y: float, up: float
) -> QPointF:
    return stage.view.project(
        foot[0] + subject.scale * x, foot[1] + subject.scale * y * up, foot[2]
    )


def _rocket(stage: Stage, subject: Subject, burst: Burst, foot: tuple[float, float, float]) -> None:
    now, before = rocket_at(burst, stage.t), rocket_at(burst, stage.t - 0.12)
    if now is None:
        return
    end = _spot(stage, subject, foot, *now, 1.0)
    start = _spot(stage, subject, foot, *(before or (now[0], now[1] - 2.0)), 1.0)
    _line(stage, [start, end], QColor("#ffdca0"), 0.8, 0.0022 * stage.height)


def _burst(
    stage: Stage, subject: Subject, burst: Burst, foot: tuple[float, float, float],
    age: float, up: float,
) -> Glow:  # fmt: skip
    """Trails from where sparks were a moment ago to where they are; the flash that lights them."""
    left = 1.0 - age / SPARK_SECONDS
    colour = mixed(QColor("#fff6e0"), QColor(burst.colour), min(age / 0.25, 1.0))
    strength = left**0.8 * (1.0 if up > 0 else 0.35)
    paths = (QPainterPath(), QPainterPath())
    dots = QPainterPath()
    size = max(0.0026 * stage.height, 0.7)
    scale = subject.scale * stage.view.pixels_per_metre(foot[2])
    middle = _spot(stage, subject, foot, burst.x, burst.y, up)
    # All sparks are slowed alike, so one flight tells how far each has come.
    ages = [max(age - back * (0.4 + left), 0.0) for back in (0.34, 0.17, 0.0)]
    flown = [(flight(1.0, 0.0, DRAG, one), scale * burst.size) for one in ages]
    steps = [(far * gone, -up * far * gone, -up * scale * sunk) for (gone, sunk), far in flown]
    for i, (dx, dy, own) in enumerate(directions(burst.seed, SPARKS)):
        line = [
            QPointF(middle.x() + own * dx * wide, middle.y() + own * dy * high + sunk)
            for wide, high, sunk in steps
        ]
        paths[0].moveTo(line[0])
        paths[0].lineTo(line[1])
        paths[1].moveTo(line[1])
        paths[1].lineTo(line[2])
        if left > 0.45 or (int(stage.t * 24) * 7 + i * 3) % 5 < 3:
            dots.addEllipse(line[2], size, size)
    for path, alpha in zip(paths, (0.3, 0.75), strict=True):
        _stroke(stage, path, faded(colour, alpha * strength), 0.8 * size)
    stage.painter.fillPath(dots, faded(mixed(colour, QColor("white"), 0.5), strength))
    reach = 34.0 * scale
    glow = (0.6 * exp(-age / 0.35) + 0.16 * left) * (1.0 if up > 0 else 0.4)
    spot = QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach)
    return Glow(QColor(burst.colour), spot, glow)


def _line(stage: Stage, spots: list[QPointF], colour: QColor, alpha: float, width: float) -> None:
    path = QPainterPath(spots[0])
    for spot in spots[1:]:
        path.lineTo(spot)
    _stroke(stage, path, faded(colour, alpha), width)


def _stroke(stage: Stage, path: QPainterPath, colour: QColor, width: float) -> None:
    pen = QPen(colour, max(width, 0.7))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    stage.painter.strokePath(path, pen)

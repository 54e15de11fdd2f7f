"""A cave: frames of rock behind each other, teeth of stone, daylight at the far mouth, a pool."""

from math import cos, pi, sin, tau

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QRadialGradient,
)

from engine.animatic.light import faded, mixed
from engine.animatic.paint.lamps import beam, shine
from engine.animatic.paint.places import country
from engine.animatic.paint.props import show
from engine.animatic.paint.scenery import SHAPES
from engine.animatic.stage import Stage

RINGS = (34.0, 22.0, 14.0, 9.0, 5.6)
ROCK = QColor("#6a6470")
CRYSTALS = ("#6ad8ff", "#b07bff", "#7dffc0")


def paint(stage: Stage) -> None:
    """The mouth's light, rings of rock from far to near, floor, crystals and the beam."""
    light, painter = stage.light, stage.painter
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    mouth = stage.view.project(0.0, 3.2, 44.0)
    glow = QRadialGradient(mouth, 0.5 * stage.height)
    outside = mixed(light.horizon, QColor("#ffffff"), 0.25)
    glow.setColorAt(0, outside)
    glow.setColorAt(0.25, mixed(outside, light.middle, 0.35))
    glow.setColorAt(1, QColor("#0a0d16"))
    painter.fillRect(0, 0, stage.width, stage.height, glow)
    country.paint_ground(stage, 44.0)
    for number, z in enumerate(RINGS):
        if z - stage.view.z > 1.5:
            _ring(stage, number, z, mouth)
            _crystals(stage, number, z)
    painter.restore()
    show(stage, country.props_of(stage), SHAPES, calm=True)
    _dusk(stage, mouth)
    _beam(stage, mouth)
    _drops(stage)


def _ring(stage: Stage, number: int, z: float, mouth: QPointF) -> None:
    """A wall with a hole through which we see on; its inner edge catches the light."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    foot = stage.view.ground_y(z) + 0.06 * stage.view.pixels_per_metre(z)
    path.addRect(QRectF(-10, -10, stage.width + 20, foot + 10))
    hole = stage.wardrobe.keep(("hole", number), lambda: _hole(stage, number, z))
    points = [stage.view.project(x, y, z) for x, y in hole]
    edge = QPainterPath(points[0])
    for point in points[1:]:
        edge.lineTo(point)
    edge.closeSubpath()
    above = QPainterPath()
    above.addRect(QRectF(-9e3, -9e3, 2e4, foot + 9e3))
    path.addPath(edge.intersected(above))
    near = number / (len(RINGS) - 1)
    bright = mixed(stage.light.horizon, QColor("#ffffff"), 0.1)
    rock = mixed(stage.light.lit(ROCK, 0.6), bright, 0.12 + 0.4 * (1.0 - near) ** 1.3)
    tone = mixed(rock, QColor("#0b0d16"), 0.12 + 0.5 * near)
    stage.painter.fillPath(path, tone)


def _dusk(stage: Stage, mouth: QPointF) -> None:
    """Away from the mouth it grows dark."""
    shade = QRadialGradient(mouth, 0.95 * max(stage.height, 0.6 * stage.width))
    shade.setColorAt(0.25, QColor(8, 9, 15, 0))
    shade.setColorAt(1, QColor(8, 9, 15, 205))
    stage.painter.fillRect(0, 0, stage.width, stage.height, shade)


def _hole(stage: Stage, number: int, z: float) -> list[tuple[float, float]]:
    """The outline in metres: an arch with stalactites above and rubble below."""
    chance = stage.chance(f"hole {number}")
    half, tall = 0.2 * z * stage.scene.aspect**0.8 + 1.0 + 0.6 * number, 0.27 * z + 1.9
    points = []
    for i in range(72):
        angle = tau * i / 72
        c, s = cos(angle), sin(angle)
        x = half * (1 + 0.1 * chance.uniform(-1, 1)) * (1 if c > 0 else -1) * abs(c) ** 0.8
        if s >= 0:
            y = tall * abs(s) ** 0.7 * (1 + 0.05 * chance.uniform(-1, 1))
            if i % 3 == 1 and s > 0.35:
                y -= chance.uniform(0.1, 0.42) * tall * (0.3 + 0.7 * chance.random())
        else:
            y = -0.4 - 1.6 * abs(s)
            if abs(c) > 0.8:
                y += chance.uniform(0.2, 0.9)
        points.append((x, y))
    return points


def _crystals(stage: Stage, number: int, z: float) -> None:
    """Clusters that glow softly in the dark corners."""
    chance, view, painter = stage.chance(f"crystals {number}"), stage.view, stage.painter
    if number in (0, 4):
        return
    for _ in range(2):
        side = chance.choice((-1, 1))
        x = side * (0.2 * z * stage.scene.aspect**0.8 + chance.uniform(0.7, 1.6) + 0.6 * number)
        colour, y = QColor(chance.choice(CRYSTALS)), chance.uniform(-0.2, 0.8)
        swell = 0.75 + 0.25 * sin(0.9 * stage.t + 3 * x)
        scale = view.pixels_per_metre(z)
        foot = view.project(x, y, z)
        for i in range(5):
            angle = pi / 2 + (i - 2) * 0.32
            long, thin = chance.uniform(0.4, 0.9) * scale, 0.09 * scale
            tip = foot + QPointF(long * cos(angle), -long * sin(angle))
            path = QPainterPath(foot + QPointF(-thin, 0))
            path.lineTo(tip)
            path.lineTo(foot + QPointF(thin, 0))
            path.closeSubpath()
            fill = QLinearGradient(foot, tip)
            fill.setColorAt(0, mixed(colour, QColor("#101828"), 0.5))
            fill.setColorAt(1, mixed(colour, QColor("#ffffff"), 0.35 * swell))
            painter.fillPath(path, fill)
        reach = 1.9 * scale
        shine(
            stage,
            colour,
            QRectF(foot.x() - reach, foot.y() - reach, 2 * reach, 2 * reach),
            0.55 * swell,
        )


def _beam(stage: Stage, mouth: QPointF) -> None:
    """Light from the mouth that spreads towards us, and its gloss on the wet floor."""
    painter = stage.painter
    painter.save()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Screen)
    colour = mixed(stage.light.horizon, stage.light.glow, 0.5)
    bright = min(max(stage.light.horizon.lightnessF(), 0.3), 1.0)
    foot = QPointF(mouth.x() + 0.12 * stage.width, 1.02 * stage.height)
    beam(stage, colour, (mouth, foot), 0.8 * stage.height, 0.34 * bright)
    gloss = QRectF(
        mouth.x() - 0.3 * stage.width, stage.view.horizon_y(), 0.6 * stage.width, 0.4 * stage.height
    )
    shine(stage, colour, gloss, 0.4 * bright)
    painter.restore()


def _drops(stage: Stage) -> None:
    """Water falls from the roof, drop by drop (free fall), with a ring where it lands."""
    chance, view, painter = stage.chance("drips"), stage.view, stage.painter
    colour = mixed(stage.light.glow, QColor("#9fc8e0"), 0.4)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for _ in range(7):
        x, z, top = chance.uniform(-2.4, 2.4), chance.uniform(5.0, 12.0), chance.uniform(2.5, 3.6)
        beat = chance.uniform(1.6, 3.4)
        age = (stage.t + beat * chance.random()) % beat
        y, fall = top - 0.5 * 9.81 * age * age, (2 * top / 9.81) ** 0.5
        scale = view.pixels_per_metre(z)
        if y > 0:
            painter.strokePath(
                _streak(view.project(x, y, z), 0.05 * scale * (1 + 3 * age)),
                QPen(faded(colour, 0.8), max(0.014 * scale, 0.8)),
            )
        elif age - fall < 0.7:
            part = (age - fall) / 0.7
            painter.setPen(QPen(faded(colour, 0.7 * (1 - part)), max(0.012 * scale, 0.7)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(view.project(x, 0, z), 0.3 * part * scale, 0.07 * part * scale)
    painter.restore()


def _streak(foot: QPointF, long: float) -> QPainterPath:
    path = QPainterPath(foot)
    path.lineTo(foot - QPointF(0, long))
    return path

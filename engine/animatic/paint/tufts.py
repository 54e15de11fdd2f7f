"""Tufts: grass, dry shrubs and stones close to the camera, which carry the sense of its moving."""

from dataclasses import dataclass
from math import cos, exp, log, pi, sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QTransform

from engine.animatic.camera import view_at
from engine.animatic.light import mixed
from engine.animatic.motion import wind
from engine.animatic.paint.surface import blank, smooth
from engine.animatic.stage import Stage

SIDE = 96
"""Pixels of a tuft's picture, which stands on the middle of its lower edge."""
VARIANTS = 3
NEAREST, FARTHEST = 2.6, 34.0


@dataclass(frozen=True, slots=True)
class Tuft:
    """One tuft: where it stands, how tall it is in metres, and which picture it shows."""

    x: float
    z: float
    tall: float
    variant: int


def paint_tufts(stage: Stage, count: int = 170) -> None:
    """Tufts over the floor, farthest first, swaying with the gusts; snow covers most of them."""
    if "snow" in stage.scene.weather:
        count //= 5
    painter = stage.painter
    painter.save()
    gust = 0.0 if stage.scene.place == "desert" else wind.gust(stage.scene, stage.t)
    for tuft in stage.wardrobe.keep("tufts", lambda: _sown(stage, count)):
        if stage.view.sees(tuft.x, tuft.z, tuft.tall):
            _paint_tuft(stage, tuft, gust)
    painter.restore()


def _paint_tuft(stage: Stage, tuft: Tuft, gust: float) -> None:
    foot = stage.view.project(tuft.x, 0.0, tuft.z)
    if foot.y() - tuft.tall * stage.view.pixels_per_metre(tuft.z) > stage.height:
        return
    scale = tuft.tall * stage.view.pixels_per_metre(tuft.z) / SIDE
    lean = -0.35 * gust * (1.0 + 0.35 * sin(2.1 * stage.t + 0.8 * tuft.x + 0.5 * tuft.z))
    near = min(1, int(2 * log(tuft.z / NEAREST) / log(FARTHEST / NEAREST)))
    key = ("tuft", tuft.variant, near)
    picture = stage.wardrobe.keep(key, lambda: _picture(stage, tuft.variant, near))
    stage.painter.setTransform(QTransform(scale, 0, lean * scale, scale, foot.x(), foot.y()))
    stage.painter.drawImage(QPointF(-SIDE / 2, -SIDE), picture)


def _sown(stage: Stage, count: int) -> list[Tuft]:
    """In clumps of five, even in the logarithm of depth from where the camera starts and from
    where it ends, so that the frame is covered evenly all the way."""
    ends = [view_at(stage.scene, part * stage.scene.seconds, 160, 90) for part in (0.0, 1.0)]
    count *= 1 if ends[0] == ends[1] else 2
    chance = stage.chance("tufts")
    tufts: list[Tuft] = []
    middle = aside = away = 0.0
    for number in range(count):
        if number % 5 == 0:
            end = ends[number // 5 % 2]
            away = NEAREST * exp(chance.random() * log(FARTHEST / NEAREST))
            middle = end.z + away
            aside = end.x + (chance.random() - 0.5) * (away * 2.4 + 10.0)
        z = max(NEAREST, middle + chance.gauss(0.0, 0.05 * away))
        x = aside + chance.gauss(0.0, 0.09 * away)
        tall = chance.uniform(0.22, 0.6) * (0.6 if stage.scene.place == "desert" else 1.0)
        tufts.append(Tuft(x, z, tall, chance.randrange(VARIANTS)))
    return sorted(tufts, key=lambda tuft: -tuft.z)


def _picture(stage: Stage, variant: int, near: int) -> QImage:
    """A tuft in the light of the scene; `near` 0 or 1 is how far off it stands."""
    picture = blank(SIDE, SIDE)
    painter = QPainter(picture)
    smooth(painter)
    painter.setPen(QColor(0, 0, 0, 0))
    z = NEAREST * (FARTHEST / NEAREST) ** ((near + 0.5) / 2)
    if stage.scene.place == "desert" and variant < 2:
        _stone(painter, stage, variant, z)
    else:
        _blades(painter, stage, variant, z)
    painter.end()
    return picture


def _blades(painter: QPainter, stage: Stage, variant: int, z: float) -> None:
    chance = stage.chance(f"blades {variant}")
    dry = stage.scene.place == "desert" or "snow" in stage.scene.weather
    dark, bright = QColor("#5d8040"), QColor("#b4c565")
    if dry:
        dark, bright = QColor("#7d6748"), QColor("#c9b27c")
    light = stage.light
    for number in range(22):
        colour = mixed(dark, bright, number / 21)
        painter.setBrush(light.lit(colour, 0.3 + 0.5 * number / 21, z))
        lean = chance.gauss(0.0, 0.5)
        tall = SIDE * chance.uniform(0.4, 0.97) * cos(min(abs(lean), 1.2))
        painter.drawPath(_blade(SIDE / 2 + chance.gauss(0, 11), tall, lean * SIDE * 0.5))


def _blade(foot: float, tall: float, lean: float) -> QPainterPath:
    path = QPainterPath(QPointF(foot - 2.2, SIDE))
    tip = QPointF(foot + lean, SIDE - tall)
    path.quadTo(QPointF(foot - 1.2 + 0.15 * lean, SIDE - 0.6 * tall), tip)
    path.quadTo(QPointF(foot + 1.6 + 0.15 * lean, SIDE - 0.6 * tall), QPointF(foot + 2.2, SIDE))
    return path


def _stone(painter: QPainter, stage: Stage, variant: int, z: float) -> None:
    chance = stage.chance(f"stone {variant}")
    light = stage.light
    side = 1.0 if light.sun_x >= 0.5 else -1.0
    shape = QPainterPath()
    for corner in range(9):
        angle = pi * corner / 8
        reach = SIDE * chance.uniform(0.26, 0.34)
        point = QPointF(SIDE / 2 - reach * cos(angle), SIDE - 2 - 0.75 * reach * sin(angle))
        if corner:
            shape.lineTo(point)
        else:
            shape.moveTo(point)
    painter.setBrush(light.lit(QColor("#8f7357"), 0.05, z))
    painter.drawPath(shape)
    painter.setClipPath(shape)
    painter.setBrush(light.lit(QColor("#c49f72"), 0.85, z))
    painter.drawEllipse(QRectF(SIDE * (0.28 + side * 0.22), SIDE * 0.62, SIDE * 0.5, SIDE * 0.45))
    painter.setClipping(False)

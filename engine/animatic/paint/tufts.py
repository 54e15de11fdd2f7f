"""Tufts: grass, dry shrubs and stones close to the camera, which carry the sense of its moving."""

from dataclasses import dataclass
from math import ceil, cos, exp, log, pi, sin

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QTransform

from engine.animatic.camera import view_at
from engine.animatic.light import mixed
from engine.animatic.motion import wind
from engine.animatic.paint.easel import painting
from engine.animatic.paint.surface import blank
from engine.animatic.scene import snow_lies
from engine.animatic.stage import Stage
from engine.animatic.view import NEAREST as BLIND

SIDE = 96
"""Units along each side of a tuft's picture, which stands on the middle of its lower edge."""
VARIANTS = 3
NEAREST, FARTHEST = 2.6, 34.0
FINE = (0.19, 0.07)
"""Frame heights that the pictures of near and of far tufts are high: as large as they are seen."""


@dataclass(frozen=True, slots=True)
class Tufts:
    """Where tufts stand, how tall they are, all in metres and float64 (count,), the farthest
    first; and which picture each shows: its variant, and 0 or 1 for how far off it stands."""

    x: np.ndarray
    z: np.ndarray
    tall: np.ndarray
    picture: list[tuple[int, int]]


def paint_tufts(stage: Stage, count: int = 170) -> None:
    """Tufts over the floor, farthest first, swaying with the gusts; snow covers most of them."""
    if snow_lies(stage.scene):
        count //= 5
    tufts = stage.wardrobe.keep("tufts", lambda: _sown(stage, count))
    painter = stage.painter
    painter.save()
    # Antialiased, the edge of a turned picture takes as long as all of it: it has a clear rim.
    painter.setRenderHint(painter.RenderHint.Antialiasing, False)
    pictures = stage.wardrobe.keep("tuft pictures", lambda: _pictures(stage))
    corners = [QPointF(-one[0].width() / 2, -one[0].height()) for one in pictures]
    for i, x, y, scale, lean in _seen(stage, tufts):
        variant, near = tufts.picture[i]
        grow = scale / pictures[near][variant].height()
        painter.setTransform(QTransform(grow, 0, lean * grow, grow, x, y))
        painter.drawImage(corners[near], pictures[near][variant])
    painter.restore()


def _seen(stage: Stage, tufts: Tufts) -> list[tuple[int, float, float, float, float]]:
    """Of each tuft in the frame: its number, the pixel of its foot, its height in pixels and how
    far it leans."""
    view = stage.view
    away = tufts.z - view.z
    metre = view.focal * view.zoom * view.height / np.maximum(away, BLIND)
    tall = tufts.tall * metre
    x = view.width / 2 - view.pan * view.height + (tufts.x - view.x) * metre
    y = view.horizon_y() + view.y * metre
    inside = (np.abs(x - view.width / 2) <= view.width / 2 + tall) & (y - tall <= view.height)
    inside &= (away >= BLIND) & (y > 0)
    gust = 0.0 if stage.scene.place == "desert" else wind.gust(stage.scene, stage.t)
    wave = np.sin(2.1 * stage.t + 0.8 * tufts.x + 0.5 * tufts.z)
    lean = -0.35 * gust * (1.0 + 0.35 * wave)
    number = np.flatnonzero(inside)
    parts = (number, x[number], y[number], tall[number], lean[number])
    return list(zip(*(part.tolist() for part in parts), strict=True))


def _sown(stage: Stage, count: int) -> Tufts:
    """In clumps of five, even in the logarithm of depth from where the camera starts and from
    where it ends, so that the frame is covered evenly all the way."""
    ends = [view_at(stage.scene, part * stage.scene.seconds, 160, 90) for part in (0.0, 1.0)]
    count *= 1 if ends[0] == ends[1] else 2
    chance = stage.chance("tufts")
    tufts: list[tuple[float, float, float, int]] = []
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
        tufts.append((-z, x, tall, chance.randrange(VARIANTS)))
    tufts.sort()
    z, x, tall = (np.array([one[i] for one in tufts]) for i in range(3))
    return Tufts(x, -z, tall, [(one[3], _near(-one[0])) for one in tufts])


def _near(z: float) -> int:
    """0 for a tuft in the nearer half of the logarithm of depth, 1 beyond."""
    return min(1, int(2 * log(z / NEAREST) / log(FARTHEST / NEAREST)))


def _pictures(stage: Stage) -> list[list[QImage]]:
    """For near and for far tufts the picture of each variant."""
    return [[_picture(stage, variant, near) for variant in range(VARIANTS)] for near in (0, 1)]


def _picture(stage: Stage, variant: int, near: int) -> QImage:
    """A tuft in the light of the scene; `near` 0 or 1 is how far off it stands."""
    side = max(ceil(FINE[near] * stage.height), 8)
    picture = blank(side, side)
    z = NEAREST * (FARTHEST / NEAREST) ** ((near + 0.5) / 2)
    with painting(picture) as painter:
        painter.scale(side / SIDE, side / SIDE)
        painter.setPen(QColor(0, 0, 0, 0))
        if stage.scene.place == "desert" and variant < 2:
            _stone(painter, stage, variant, z)
        else:
            _blades(painter, stage, variant, z)
    return picture


def _blades(painter: QPainter, stage: Stage, variant: int, z: float) -> None:
    chance = stage.chance(f"blades {variant}")
    dry = stage.scene.place == "desert" or snow_lies(stage.scene)
    dark, bright = QColor("#5d8040"), QColor("#b4c565")
    if dry:
        dark, bright = QColor("#7d6748"), QColor("#c9b27c")
    light = stage.light
    for number in range(22):
        colour = mixed(dark, bright, number / 21)
        painter.setBrush(light.lit(colour, 0.3 + 0.5 * number / 21, z))
        lean = chance.gauss(0.0, 0.5)
        tall = SIDE * chance.uniform(0.4, 0.94) * cos(min(abs(lean), 1.2))
        foot = SIDE / 2 + chance.gauss(0, 11)
        low = SIDE - 1.5 - 5.0 * chance.random() * (1.0 - min(abs(foot / SIDE - 0.5) * 4.0, 1.0))
        painter.drawPath(_blade(QPointF(foot, low), tall, lean * SIDE * 0.5))


def _blade(foot: QPointF, tall: float, lean: float) -> QPainterPath:
    x, y = foot.x(), foot.y()
    path = QPainterPath(QPointF(x - 0.9, y))
    path.quadTo(QPointF(x - 2.4 + 0.15 * lean, y - 0.5 * tall), QPointF(x + lean, y - tall))
    path.quadTo(QPointF(x + 2.4 + 0.15 * lean, y - 0.5 * tall), QPointF(x + 0.9, y))
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

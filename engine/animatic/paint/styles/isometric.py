"""Isometric: a model on a plain table, a floor between two walls that meet in a corner, all lines
along three axes (2:1, as in early games), in clean flat tones."""

from dataclasses import dataclass
from math import exp, log, pi, sin

import cv2
import numpy as np
from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen, QPolygonF, QTransform

from engine.animatic.build import build_of
from engine.animatic.light import faded, mixed
from engine.animatic.motion.whereabouts import position
from engine.animatic.paint.grade import saturated
from engine.animatic.paint.styles.lines import outlines
from engine.animatic.paint.styles.paper import laid_down, taken
from engine.animatic.paint.styles.tones import curve, flattened, posterised
from engine.animatic.paint.surface import canvas
from engine.animatic.scene import Subject
from engine.animatic.setting import setting_of
from engine.animatic.stage import Stage

CLEAN = curve([(0.0, 0.1), (0.3, 0.4), (0.7, 0.82), (1.0, 1.0)])
WALL, THICK = 0.74, 0.09
"""How high the walls are and how thick the floor is, in edges of the floor."""
TILES = 8
SHRUNK, EVEN = 0.7, 0.35
"""How much smaller the main subject becomes; how far near and far ones keep their proportion."""
SMALLEST, LARGEST = 0.42, 0.95
"""The least that the main subject and the most that any one may measure, in edges of the floor."""


@dataclass(frozen=True, slots=True)
class Model:
    """Where the model lies in the frame: its far `corner` on the floor, in pixels, and how far an
    edge of the floor reaches sideways."""

    corner: QPointF
    edge: float

    def at(self, right: float, left: float, up: float = 0.0) -> QPointF:
        """A point so far along both walls and up, in edges."""
        down = 0.5 * (right + left) - up
        return self.corner + QPointF((right - left) * self.edge, down * self.edge)


def paint(stage: Stage) -> None:
    """Crisp flat colour with pale edges, as if of moulded plastic."""
    sheet = taken(stage)
    flat = cv2.LUT(posterised(flattened(sheet, 4), 12, 0.25), CLEAN)
    edge = cv2.convertScaleAbs(outlines(sheet, 30, 4.0), alpha=0.35)
    laid_down(stage, cv2.add(saturated(flat, 1.3), cv2.cvtColor(edge, cv2.COLOR_GRAY2BGR)))


def _model(stage: Stage) -> Model:
    edge = min(0.53 * stage.height, 0.48 * stage.width)
    top = 0.5 * (stage.height - (WALL + 1.0 + THICK) * edge)
    return Model(QPointF(0.5 * stage.width, top + WALL * edge), edge)


# The world ------------------------------------------------------------------------------------


def paint_ground(stage: Stage) -> None:
    """Fold the world along its middle: what is far onto two walls, what is near onto the floor."""
    frame, model = canvas(stage), _model(stage)
    world = frame.copy()
    tall, wide = frame.shape[:2]
    horizon = stage.view.horizon_y()
    down = 0.3 if setting_of(stage.scene.place).open_air else 0.6
    fold = round(min(max(horizon + down * (tall - horizon), 0.5 * tall), 0.84 * tall))
    _table(stage, model, world[-max(tall // 12, 1) :])
    left = [model.at(0, 1, WALL), model.at(0, 0, WALL), model.at(0, 0), model.at(0, 1)]
    right = [model.at(0, 0, WALL), model.at(1, 0, WALL), model.at(1, 0), model.at(0, 0)]
    floor = [model.at(0, 0), model.at(1, 0), model.at(1, 1), model.at(0, 1)]
    _laid(frame, cv2.convertScaleAbs(world[:fold, : wide // 2], alpha=0.84), left)
    _laid(frame, world[:fold, wide // 2 :], right)
    _laid(frame, world[fold:], floor)
    _edges(stage, model)


def _laid(frame: np.ndarray, part: np.ndarray, corners: list[QPointF]) -> None:
    """A part of a picture over a four-cornered area of the frame."""
    tall, wide = part.shape[:2]
    there = np.array([(one.x(), one.y()) for one in corners], np.float32)
    first = np.maximum(np.floor(there.min(axis=0)).astype(int), 0)
    last = np.minimum(np.ceil(there.max(axis=0)).astype(int) + 1, frame.shape[1::-1])
    size = last - first
    here = np.array([(0, 0), (wide, 0), (wide, tall), (0, tall)], np.float32)
    matrix = cv2.getPerspectiveTransform(here, there - first.astype(np.float32))
    shown = cv2.warpPerspective(part, matrix, size.tolist(), borderMode=cv2.BORDER_REPLICATE)
    mask = np.zeros(shown.shape[:2], np.uint8)
    cv2.fillConvexPoly(mask, np.round(there - first).astype(np.int32), 255)
    cv2.copyTo(shown, mask, frame[first[1] : last[1], first[0] : last[0]])


def _table(stage: Stage, model: Model, near: np.ndarray) -> None:
    """The plain table, the model's shadow on it, and its two cut faces."""
    painter, light = stage.painter, stage.light
    blue, green, red = (int(one) for one in cv2.mean(near)[:3])
    earth = QColor(red, green, blue)
    plain = mixed(light.horizon, QColor("#20283c" if light.night else "#f6efe2"), 0.62)
    shade = QLinearGradient(0, 0, 0, stage.height)
    shade.setColorAt(0.0, plain.lighter(106))
    shade.setColorAt(1.0, plain.darker(116))
    painter.save()
    painter.fillRect(0, 0, stage.width, stage.height, shade)
    painter.setPen(QColor(0, 0, 0, 0))
    for grown, alpha in ((1.1, 0.1), (1.05, 0.12)):
        painter.setBrush(faded(QColor("#10131c"), alpha))
        corners = [(0, 0), (grown, 1 - grown), (grown, grown), (1 - grown, grown)]
        painter.drawPolygon(QPolygonF([model.at(*one, -1.6 * THICK) for one in corners]))
    for ends, dark in ((((0, 1), (1, 1)), 140), (((1, 1), (1, 0)), 180)):
        painter.setBrush(mixed(earth, QColor("#7a5a40"), 0.4).darker(dark))
        face = [model.at(*ends[0]), model.at(*ends[1])]
        face += [model.at(*ends[1], -THICK), model.at(*ends[0], -THICK)]
        painter.drawPolygon(QPolygonF(face))
    painter.restore()


def _edges(stage: Stage, model: Model) -> None:
    """Tiles on the floor, the bright rims of the walls, shade in their corners."""
    painter: QPainter = stage.painter
    fine = max(stage.height / 540, 0.5)
    painter.save()
    painter.setPen(QPen(faded(QColor("#ffffff"), 0.16), fine))
    steps = [number / TILES for number in range(1, TILES)]
    painter.drawLines([QLineF(model.at(one, 0), model.at(one, 1)) for one in steps])
    painter.drawLines([QLineF(model.at(0, one), model.at(1, one)) for one in steps])
    painter.setPen(QPen(faded(QColor("#10131c"), 0.28), 3 * fine))
    for end in (model.at(1, 0), model.at(0, 1), model.at(0, 0, WALL)):
        painter.drawLine(model.at(0, 0), end)
    painter.setPen(QPen(QColor("#fbf6ea"), 5 * fine))
    rim = [model.at(0, 1), model.at(0, 1, WALL), model.at(0, 0, WALL), model.at(1, 0, WALL)]
    painter.drawPolyline(QPolygonF([*rim, model.at(1, 0)]))
    painter.restore()


# Subjects -------------------------------------------------------------------------------------


def stand(stage: Stage, subject: Subject) -> QTransform:
    """How a subject is drawn where it stands on the floor: upright, along the right wall's axis.
    What flies or rises stays within the walls, ever slower towards their top."""
    scene, view, model = stage.scene, stage.view, _model(stage)
    while 0 <= subject.carrier < len(scene.subjects):
        subject = scene.subjects[subject.carrier]
    x, y, z = position(subject, scene, stage.t)
    main = max(position(scene.subjects[0], scene, stage.t)[2], view.z + 0.5)
    foot, grow = view.project(x, 0.0, z), _grown(stage, subject, z, main)
    spot = _spot(stage, foot.x(), max(z, view.z + 0.5), main)
    lift, high = max(y, 0.0) * view.pixels_per_metre(z) * grow, 0.9 * WALL * model.edge
    spot.setY(spot.y() + lift - high * (1.0 - exp(-lift / high)))
    wide, lean = 0.9 * grow, 0.4 * grow
    off = (spot.x() - wide * foot.x(), spot.y() - lean * foot.x() - grow * foot.y())
    return QTransform(wide, lean, 0.0, grow, *off)


def _spot(stage: Stage, across: float, z: float, main: float) -> QPointF:
    """Where on the floor something is that the camera sees at pixel column `across`. Aside and
    depth go along the floor's edges, ever slower towards them."""
    view = stage.view
    aside = (across - 0.5 * view.width) / (0.5 * view.width)
    right = 0.5 + 0.44 * sin(0.5 * pi * min(max(aside, -1.0), 1.0))
    nearer = log((main - view.z) / (z - view.z))
    return _model(stage).at(right, min(max(0.56 + 0.5 * nearer, 0.08), 0.94))


def _grown(stage: Stage, subject: Subject, z: float, main: float) -> float:
    """How much larger or smaller than the camera sees it a subject is drawn: what is main neither
    small nor larger than the model, the others as far as they keep their proportion."""
    edge = _model(stage).edge
    first = min(max(SHRUNK, SMALLEST * edge / _seen(stage, stage.scene.subjects[0], main)), 2.0)
    near = stage.view.pixels_per_metre(main) / stage.view.pixels_per_metre(z)
    return min(first * near**EVEN, LARGEST * edge / _seen(stage, subject, z))


def _seen(stage: Stage, subject: Subject, z: float) -> float:
    """How large the camera sees a subject, in pixels."""
    build = build_of(subject.kind)
    size = max(build.height, 0.6 * build.width) * subject.scale
    return size * stage.view.pixels_per_metre(z)

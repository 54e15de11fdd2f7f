"""A figure: one subject being painted in its own metres, lit from where the sun stands.

Inside `figure(...)` the painter's origin is the subject's own point of the world, x runs the way
it heads, y runs up, one unit is a metre at its depth.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from math import asin, ceil, cos, hypot, log2, pi, sin, sqrt

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QGradient,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QRadialGradient,
    QTransform,
)

from engine.animatic.camera import standing
from engine.animatic.hours import main_hour
from engine.animatic.light import faded, mixed, multiplied
from engine.animatic.motion.whereabouts import position
from engine.animatic.paint.easel import painting, used_part
from engine.animatic.paint.surface import blank, smooth
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage

Place = tuple[float, float, float]
IDENTITY = QTransform()
"""Paths are turned into pixels before Qt sees them: curves shorter than one unit it cuts into so
many pieces that a body in metres costs ten times as much."""

FRONT = {"dawn": 0.22, "day": 0.55, "sunset": 0.16, "night": 0.32}
"""How much of the key light falls on the side that the camera sees."""

TOWN_LIGHT = QColor("#ffdca8")
LAMPLIT = frozenset(
    {"city", "street", "crossing", "old_town", "souk", "town_square", "harbour", "bridge_place",
     "rooftop", "stadium", "railway", "village"}
)  # fmt: skip
"""Places whose lamps and windows light who passes."""


@dataclass(frozen=True, slots=True)
class Figure:
    """`scale` is pixels a metre; `sun` points to the light: x along the heading, y up, z to the
    camera, length 1."""

    stage: Stage
    painter: QPainter
    z: float
    scale: float
    heading: int
    sun: Place

    def facing(self, nx: float, ny: float, nz: float) -> float:
        """How much a surface with this normal (length 1) is lit, 0 to 1 (half-Lambert)."""
        sx, sy, sz = self.sun
        return max(0.5 + 0.5 * (nx * sx + ny * sy + nz * sz), 0.0) ** 1.15

    def lit(self, colour: QColor, nx: float = 0.0, ny: float = 0.0, nz: float = 1.0) -> QColor:
        """The colour of a surface with this normal; lamps and windows help in a lit town."""
        seen = self.stage.light.lit(colour, self.facing(nx, ny, nz), self.z)
        if not self._town:
            return seen
        warm = self.stage.light.far(multiplied(colour, TOWN_LIGHT), self.z)
        return mixed(seen, warm, (0.26 + 0.14 * ny) * self.stage.light.lamps)

    @property
    def _town(self) -> bool:
        return self.stage.light.lamps > 0.3 and self.stage.scene.place in LAMPLIT

    def seen(self, colour: QColor) -> QColor:
        """The colour of something that shines by itself, through the air between."""
        return mixed(colour, self.stage.light.far(colour, self.z), 0.5)

    def fill(self, path: QPainterPath, brush: QColor | QBrush | QLinearGradient) -> None:
        """Fill without an outline."""
        painter, at = self.painter, self.painter.transform()
        painter.setTransform(IDENTITY)
        painter.fillPath(at.map(path), _in_pixels(brush, at))
        painter.setTransform(at)

    def clip(self, path: QPainterPath) -> None:
        """Nothing outside the path is painted until the painter is restored."""
        painter, at = self.painter, self.painter.transform()
        painter.setTransform(IDENTITY)
        painter.setClipPath(at.map(path), Qt.ClipOperation.IntersectClip)
        painter.setTransform(at)

    def edged(
        self, path: QPainterPath, brush: QColor | QBrush | QLinearGradient, width: float
    ) -> None:
        """Fill, with a line of light `width` metres wide along the edges that face a low sun."""
        alpha = self.backlight * (0.4 if self.stage.light.night else 0.9)
        if alpha > 0.1 and width * self.scale > 0.3:
            sx, sy, _ = self.sun
            away = width / max(hypot(sx, sy), 1e-6)
            self.painter.translate(away * sx, away * sy)
            self.fill(path, faded(self.glint, alpha))
            self.painter.translate(-away * sx, -away * sy)
        self.fill(path, brush)

    def stroke(self, path: QPainterPath, colour: QColor | QBrush, width: float) -> None:
        """Draw a line `width` metres wide, never thinner than the eye can follow."""
        thin = 0.7 / self.scale
        painter, at = self.painter, self.painter.transform()
        grown = sqrt(abs(at.determinant()))
        pen = QPen(_in_pixels(colour, at), max(width, thin) * grown)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setTransform(IDENTITY)
        painter.strokePath(at.map(path), pen)
        painter.setTransform(at)

    def round(self, colour: QColor, left: float, right: float) -> QLinearGradient:
        """A brush that shades an upright cylinder between x = left and right."""
        gradient = QLinearGradient(left, 0, right, 0)
        for i in range(9):
            part = i / 8
            nx = 1.9 * (part - 0.5)
            gradient.setColorAt(part, self.lit(colour, nx, 0.0, sqrt(1.0 - nx * nx)))
        return gradient

    def ball(self, colour: QColor, x: float, y: float, radius: float) -> QRadialGradient:
        """A brush that shades a ball."""
        sx, sy, sz = self.sun
        across = max(hypot(sx, sy), 1e-6)
        # The brightest point in sight lies where the normal comes nearest to the light.
        lean = min(sqrt(max(1.0 - sz * sz, 0.0)), 0.75) if sz > 0 else 0.75
        focus = QPointF(x + radius * lean * sx / across, y + radius * lean * sy / across)
        gradient = QRadialGradient(focus, radius * (1.0 + lean))
        for i in range(7):
            angle = 0.5 * i / 6 * pi
            turn = asin(min(lean, 1.0)) - 2 * angle
            nx, ny = sin(turn) * sx / across, sin(turn) * sy / across
            gradient.setColorAt(i / 6, self.lit(colour, nx, ny, abs(cos(turn))))
        return gradient

    def sprite(self, key: object, bounds: QRectF, paint: "Callable[[Figure], None]") -> None:
        """Paint once and keep what doesn't change; `bounds` in metres, y up.

        Kept in sizes half an octave apart, so it stays sharp when the camera comes closer.
        """
        fine = 2.0 ** (ceil(2 * log2(self.scale)) / 2)
        most = 1.6 * max(self.stage.width, self.stage.height)
        fine = min(fine, most / max(bounds.width(), bounds.height()))
        name = ("sprite", key, self.heading, fine)
        image, corner = self.stage.wardrobe.keep(name, lambda: self._painted(bounds, fine, paint))
        self.painter.save()
        self.painter.scale(1, -1)
        size = QRectF(0, 0, image.width() / fine, image.height() / fine)
        size.moveTo(bounds.left() + corner.x() / fine, -bounds.bottom() + corner.y() / fine)
        self.painter.drawImage(size, image)
        self.painter.restore()

    def _painted(
        self, bounds: QRectF, fine: float, paint: "Callable[[Figure], None]"
    ) -> tuple[QImage, QPoint]:
        """The picture without its empty margins, and where its corner lies in the whole."""
        image = blank(ceil(bounds.width() * fine), ceil(bounds.height() * fine))
        with painting(image) as painter:
            painter.scale(fine, -fine)
            painter.translate(-bounds.left(), -bounds.bottom())
            paint(replace(self, stage=self._resting(painter), painter=painter, scale=fine))
        used = used_part(image)
        return image.copy(used), used.topLeft()

    def _resting(self, painter: QPainter) -> Stage:
        """The stage in the middle of the shot and with its camera at rest, as what is kept must
        not know when it was first asked for."""
        stage = self.stage
        view = standing(stage.scene, stage.width, stage.height)
        return replace(stage, painter=painter, view=view, t=stage.scene.seconds / 2, sun=None)

    @property
    def backlight(self) -> float:
        """How much the light comes from behind: 0 in front, 1 straight from the back."""
        return max(0.0, 1.0 - 1.7 * max(self.sun[2], 0.0))

    def rim(self, path: QPainterPath, width: float, strength: float = 1.0) -> None:
        """A line of light along the edges that face the sun."""
        alpha = strength * self.backlight * (0.45 if self.stage.light.night else 0.95)
        if alpha < 0.1 or width * self.scale < 0.25:
            return
        bounds, (sx, sy, _) = path.boundingRect(), self.sun
        across = max(hypot(sx, sy), 1e-6)
        half = 0.5 * (abs(sx) * bounds.width() + abs(sy) * bounds.height()) / across
        to = QPointF(sx / across * half, sy / across * half)
        gradient = QLinearGradient(bounds.center() - 0.2 * to, bounds.center() + to)
        colour = self.glint
        gradient.setColorAt(0, faded(colour, 0))
        gradient.setColorAt(0.55, faded(colour, 0.6 * alpha))
        gradient.setColorAt(1, faded(colour, alpha))
        self.stroke(path, QBrush(gradient), width)

    @property
    def glint(self) -> QColor:
        """The colour of the light on an edge or on something polished."""
        light = self.stage.light
        return light.far(mixed(light.key, light.glow, 0.4), self.z)


def _in_pixels(paint: QColor | QBrush | QGradient, at: QTransform) -> QBrush:
    """What a path is filled with once it has been turned into pixels."""
    brush = QBrush(paint)
    if not isinstance(paint, QColor):
        brush.setTransform(brush.transform() * at)
    return brush


@contextmanager
def figure(
    stage: Stage, subject: Subject, lean: float = 0.0, at: Place | None = None
) -> Iterator[Figure]:
    """Paint a subject where it is, or `at` another point; `lean` in degrees, clockwise as seen."""
    x, y, z = at or position(subject, stage.scene, stage.t)
    painter = stage.painter
    scale = subject.scale * stage.view.pixels_per_metre(z)
    painter.save()
    smooth(painter)
    painter.translate(stage.view.project(x, y, z))
    painter.rotate(lean)
    painter.scale(scale * subject.heading, -scale)
    try:
        yield Figure(stage, painter, z, scale, subject.heading, sun_for(stage, subject))
    finally:
        painter.restore()


def sun_for(stage: Stage, subject: Subject) -> Place:
    """The direction of the light as Figure.sun describes it.

    Taken once for a subject, from where it is in the middle of the shot and a camera at rest:
    what is painted once and kept must not depend on when it was first asked for.
    """
    scene, light = stage.scene, stage.light
    x, y, z = position(subject, scene, scene.seconds / 2)
    dx = (light.sun_x - 0.5) * scene.aspect - x / max(z, 1.0)
    dy = -light.sun_y - (y - 1.7) / max(z, 1.0)
    length = max(hypot(dx, dy), 1e-6)
    front = FRONT[main_hour(scene.hour)]
    side = sqrt(1.0 - front * front)
    return subject.heading * side * dx / length, side * dy / length, front


def wanted(name: str, otherwise: str) -> QColor:
    """The colour that was asked for by name or #rrggbb, or another if none (or none known)."""
    colour = QColor(name) if name else QColor()
    return colour if colour.isValid() else QColor(otherwise)

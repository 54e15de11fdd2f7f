"""A person's canvas: a figure measured in parts of the body's height, seen a little from above."""

from dataclasses import dataclass
from math import cos, sin, sqrt

from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainterPath

from engine.animatic.light import mixed
from engine.animatic.motion.people.body import Body
from engine.animatic.motion.people.posture import Posture, Vector
from engine.animatic.motion.people.skeleton import Joints
from engine.animatic.paint.subjects.figure import Figure
from engine.animatic.paint.subjects.people.look import Look
from engine.animatic.paint.subjects.shape import Point

PLAIN, PLAIN_LIMBS = 90, 190
"""Pixels of a person below which the trunk and the limbs are painted in plain colours."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """Everything that a part of a person needs to be painted. `pixels` is how tall the body is on
    the screen; `fall` is how much lower a point appears for each unit it is nearer."""

    fig: Figure
    look: Look
    body: Body
    joints: Joints
    posture: Posture
    pixels: float
    fall: float
    t: float

    def at(self, point: Vector) -> Point:
        """A point of the body on the canvas."""
        return point[0], point[1] - self.fall * point[2]

    def lit(self, colour: QColor, nx: float = 0.0, ny: float = 0.0, nz: float = 1.0) -> QColor:
        """The colour of a surface with this normal."""
        size = sqrt(nx * nx + ny * ny + nz * nz) or 1.0
        return self.fig.lit(colour, nx / size, ny / size, nz / size)

    def across(self, colour: QColor, left: Point, right: Point) -> QLinearGradient | QColor:
        """A brush that shades a round thing from one side to the other."""
        if self.pixels < PLAIN:
            return self.lit(colour, 0.0, 0.1, 1.0)
        gradient = QLinearGradient(*left, *right)
        for part, nx in ((0.0, -0.85), (0.3, -0.35), (0.65, 0.3), (1.0, 0.85)):
            gradient.setColorAt(part, self.lit(colour, nx, 0.1, sqrt(1 - nx * nx)))
        return gradient

    def along(self, colour: QColor, start: Point, end: Point) -> QLinearGradient | QColor:
        """A brush that shades a limb: lit above, dimmer below and towards its end."""
        if self.pixels < PLAIN_LIMBS:
            return self.lit(colour, 0.1, 0.1, 1.0)
        gradient = QLinearGradient(*start, *end)
        gradient.setColorAt(0.0, self.lit(colour, 0.15, 0.35, 0.9))
        gradient.setColorAt(1.0, self.lit(colour, 0.05, -0.25, 0.92))
        return gradient

    def fill(self, path: QPainterPath, brush: QColor | QBrush | QLinearGradient) -> None:
        """Fill without an outline."""
        self.fig.fill(path, brush)

    def edged(
        self, path: QPainterPath, brush: QColor | QLinearGradient, width: float = 0.006
    ) -> None:
        """Fill, with light along the edges that face a low sun."""
        self.fig.edged(path, brush, width)

    def line(self, path: QPainterPath, colour: QColor, width: float) -> None:
        """Draw a line that isn't drawn thinner than half a pixel."""
        self.fig.stroke(path, colour, max(width, 0.6 / self.pixels))

    @property
    def away(self) -> bool:
        """Whether the chest is turned from us."""
        return sin(self.joints.chest_yaw) < -0.25

    @property
    def ahead(self) -> float:
        """How much the chest faces right, -1 to 1."""
        return cos(self.joints.chest_yaw)


def darker(colour: QColor, part: float = 0.3) -> QColor:
    """The colour in shadow of the body itself: towards a deep blue."""
    return mixed(colour, QColor("#14161f"), part)


def lighter(colour: QColor, part: float = 0.25) -> QColor:
    """The colour, paler."""
    return mixed(colour, QColor("#fffaf0"), part)

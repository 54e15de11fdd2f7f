"""Where a layer's picture lies on the canvas."""

from dataclasses import dataclass
from math import cos, hypot, radians, sin

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTransform

from engine.contract.plan import Transform

NEARLY = 1.5
SAME = 0.02


@dataclass(frozen=True, slots=True)
class Placement:
    """A picture's place in canvas pixels: its size before it turns, and how it is put there.

    `to_canvas` maps a rectangle of that size, centred on zero, to the canvas.
    """

    width: float
    height: float
    to_canvas: QTransform
    upright: bool

    @property
    def rect(self) -> QRectF:
        """The rectangle around the picture on the canvas; the picture itself when upright."""
        own = QRectF(-self.width / 2, -self.height / 2, self.width, self.height)
        return self.to_canvas.mapRect(own)

    def covers(self, width: int, height: int) -> bool:
        """Whether an upright picture leaves no part of the canvas free."""
        rect = self.rect
        return (
            self.upright
            and rect.left() <= SAME
            and rect.top() <= SAME
            and rect.right() >= width - SAME
            and rect.bottom() >= height - SAME
        )

    def touches(self, width: int, height: int) -> bool:
        """Whether any part of the picture can be seen; of one without a size there is none."""
        return min(self.width, self.height) > 0 and self.rect.intersects(
            QRectF(0, 0, width, height)
        )


def place(
    picture: tuple[float, float],
    transform: Transform,
    frame: tuple[int, int],
    canvas: tuple[int, int],
) -> Placement:
    """Place a picture of this (width, height) in a frame that is shown at the canvas's size.

    All is worked out in the film's own frame and then scaled, so a preview whose sides were
    rounded to whole pixels still shows exactly the film's frame.
    """
    across, down = canvas[0] / frame[0], canvas[1] / frame[1]
    width, height = _fitted(picture, frame, transform.fill)
    stretch_x, stretch_y = _stretches(transform.rotation, across, down)
    mapping = QTransform.fromScale(across, down)
    mapping.translate(transform.x * frame[0], transform.y * frame[1])
    mapping.rotate(transform.rotation)
    mapping.scale(1 / stretch_x, 1 / stretch_y)
    return Placement(
        width * transform.scale * stretch_x,
        height * transform.scale * stretch_y,
        mapping,
        transform.rotation % 360 == 0,
    )


def _fitted(
    picture: tuple[float, float], frame: tuple[int, int], fill: bool
) -> tuple[float, float]:
    """The size at scale 1. A picture that misses the frame's shape by a pixel takes it on."""
    ratios = frame[0] / picture[0], frame[1] / picture[1]
    ratio = max(ratios) if fill else min(ratios)
    width, height = picture[0] * ratio, picture[1] * ratio
    if abs(width - frame[0]) <= NEARLY and abs(height - frame[1]) <= NEARLY:
        return frame
    return width, height


def _stretches(rotation: float, across: float, down: float) -> tuple[float, float]:
    """How much the canvas's scale shrinks the picture's own two directions."""
    turn = radians(rotation)
    return (
        hypot(cos(turn) * across, sin(turn) * down),
        hypot(sin(turn) * across, cos(turn) * down),
    )

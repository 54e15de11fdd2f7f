"""Strips: wide pictures of what stands at one depth, painted once and drawn with the camera."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from engine.animatic.paint.easel import painting, used_part
from engine.animatic.paint.surface import blank
from engine.animatic.stage import Stage

FINER = 1.04
"""A strip has a little more pixels than the frame shows, so a slow push in stays sharp."""

STANDING, CRANE = 2.6, 4.4
"""Metres: the highest that a standing camera looks from, and how much a crane lifts it where
houses and trees are near."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A picture that covers `metres` (x, y up) of the world at depth `z`."""

    image: QImage
    metres: QRectF
    z: float


def kept(
    stage: Stage, name: str, z: float, metres: QRectF, paint: Callable[[QPainter], None]
) -> Strip:
    """The strip of this name, painted the first time; the painter works in metres, y up."""
    return stage.wardrobe.keep(("strip", name), lambda: _painted(stage, z, metres, paint))


def _painted(stage: Stage, z: float, metres: QRectF, paint: Callable[[QPainter], None]) -> Strip:
    fine = FINER * stage.view.focal * stage.height / z
    wide, high = ceil(metres.width() * fine), ceil(metres.height() * fine)
    image = blank(wide, high)
    with painting(image) as painter:
        painter.scale(fine, -fine)
        painter.translate(-metres.left(), -metres.bottom())
        paint(painter)
    used = used_part(image)
    left, top = metres.left() + used.left() / fine, metres.bottom() - used.top() / fine
    high = used.height() / fine
    return Strip(image.copy(used), QRectF(left, top - high, used.width() / fine, high), z)


def show(stage: Stage, strip: Strip) -> None:
    """Draw a strip where the camera sees it."""
    scale, metres = stage.view.pixels_per_metre(strip.z), strip.metres
    corner = stage.view.project(metres.left(), metres.bottom(), strip.z)
    size = QRectF(corner.x(), corner.y(), metres.width() * scale, metres.height() * scale)
    stage.painter.drawImage(size, strip.image)


def reach(stage: Stage, z: float, room: float) -> float:
    """Metres to either side of the middle that any camera move can show at depth z; `room` is
    how far the camera itself may go aside."""
    along = abs(stage.scene.track) * stage.scene.seconds
    return z * (0.5 * stage.width / stage.height + 0.36) / stage.view.focal + room + along


def top(stage: Stage, z: float) -> float:
    """Metres up to which any camera move can show at depth z.

    It must not look at where the camera is now: a strip is the same whoever asks first.
    """
    eye = STANDING + (CRANE if stage.scene.move == "crane_up" else 0.0)
    return eye + (stage.view.horizon + 0.2) * z / stage.view.focal

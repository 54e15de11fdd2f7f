"""Strips: wide pictures of what stands at one depth, painted once and drawn with the camera."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from engine.animatic.camera import beyond, views
from engine.animatic.paint.easel import painting, used_part
from engine.animatic.paint.surface import blank
from engine.animatic.stage import Stage
from engine.animatic.view import View

FINER = 1.04
"""A strip has a little more pixels than the frame shows, so a slow push in stays sharp."""

STANDING = 2.6
"""Metres: the highest that a standing camera looks from."""


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
    fine = FINER * stage.view.focal * _longest(stage) * stage.height / z
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
    aside = max(beyond(stage.scene, z, stage.width, stage.height), 0.36)
    return z * (0.5 * stage.width / stage.height + aside) / stage.view.focal + room + along


def top(stage: Stage, z: float) -> float:
    """Metres up to which any camera move can show at depth z.

    It must not look at where the camera is now: a strip is the same whoever asks first.
    """
    shot = views(stage.scene, stage.width, stage.height)
    eye = max(STANDING, *(view.y for view in shot))
    up = max((view.horizon + max(view.tilt, 0.2)) / _nearer(view, z) for view in shot)
    return eye + up * z / stage.view.focal


def _nearer(view: View, z: float) -> float:
    """How many times larger than at rest things at depth z appear."""
    return view.zoom * z / max(z - view.z, 0.05 * z)


def _longest(stage: Stage) -> float:
    """How far the shot zooms in, as far as a strip may grow for it."""
    return min(max(view.zoom for view in views(stage.scene, stage.width, stage.height)), 1.8)

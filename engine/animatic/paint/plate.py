"""Plates: what keeps still, painted once as the resting camera sees it and moved as flat pictures.

A painter that works through `stage.view` can be taken for a plate as it is.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage

from engine.animatic.camera import standing, views
from engine.animatic.paint.easel import painting, used_part
from engine.animatic.paint.surface import blank
from engine.animatic.stage import Stage, Wardrobe
from engine.animatic.view import View

FINEST = 1.5
"""How many times finer than the resting frame a plate may be, for cameras that come closer."""
SPARE = 0.06
"""Frame heights of room about all that the shot was found to show."""

Painter = Callable[[Stage], None]


@dataclass(frozen=True, slots=True)
class Plate:
    """A picture, and where it lies in the resting frame: pixels right of its middle and below the
    horizon."""

    image: QImage
    place: QRectF


def stands(stage: Stage) -> bool:
    """Whether the camera keeps still for the whole shot."""
    shot = views(stage.scene, stage.width, stage.height)
    return all(view == shot[0] for view in shot)


def once(stage: Stage, name: str, paint: Painter) -> None:
    """Paint what never changes. Where the camera keeps still it is painted the first time only,
    over nothing, and laid into the frame from then on."""
    if not stands(stage):
        paint(stage)
        return
    kept = stage.wardrobe.keep(("still", name), lambda: _frame(stage, paint))
    if kept is not None:
        stage.painter.drawImage(kept.place.topLeft(), kept.image)


def flat(stage: Stage, name: str, z: float, paint: Painter) -> None:
    """Show what `paint` paints once as a flat picture `z` metres off.

    It is asked to paint from where the camera rests, in a frame as wide and high as the shot can
    see at this depth, at t = 0 and with a wardrobe of its own. Things of other depths may share
    the picture as far as their own motion would not be missed.
    """
    if stands(stage):
        once(stage, name, paint)
        return
    plate = stage.wardrobe.keep(("plate", name), lambda: _taken(stage, z, paint))
    if plate is None:
        return
    where = placed(stage, plate.place, z)
    if where.intersects(QRectF(0, 0, stage.width, stage.height)):
        stage.painter.drawImage(where, plate.image)


def placed(stage: Stage, rest: QRectF, z: float) -> QRectF:
    """Where a part of the resting frame, in pixels from the middle of its horizon, lies now if it
    is flat and `z` metres off."""
    middle, foot, grow = _moved(stage.view, _rest(stage), z)
    return QRectF(
        middle + rest.x() * grow, foot + rest.y() * grow, rest.width() * grow, rest.height() * grow
    )


def _moved(view: View, rest: View, z: float) -> tuple[float, float, float]:
    """Where the middle of the resting horizon lies at this depth, and how much larger things are
    than at rest."""
    grow = view.zoom * z / max(z - view.z, 0.05 * z)
    metre = rest.focal * view.height / z * grow
    middle = view.width / 2 - view.pan * view.height - view.x * metre
    return middle, view.horizon_y() + (view.y - rest.y) * metre, grow


def _rest(stage: Stage) -> View:
    return standing(stage.scene, stage.width, stage.height)


def _frame(stage: Stage, paint: Painter) -> Plate | None:
    """What is painted in the frame as it is, over nothing."""
    image = blank(stage.width, stage.height)
    with painting(image) as painter:
        paint(replace(stage, painter=painter, t=0.0))
    return _cropped(image, QPointF(0, 0), 1.0)


def _taken(stage: Stage, z: float, paint: Painter) -> Plate | None:
    seen, fine = _seen(stage, z)
    image = blank(ceil(seen.width() * fine), ceil(seen.height() * fine))
    rest, unit = _rest(stage), stage.height * fine
    view = replace(
        rest,
        width=image.width(),
        height=image.height(),
        focal=rest.focal * unit / image.height(),
        horizon=-seen.top() * fine / image.height(),
        pan=(image.width() / 2 + seen.left() * fine) / image.height(),
    )
    with painting(image) as painter:
        paint(replace(stage, painter=painter, view=view, wardrobe=Wardrobe(), t=0.0))
    return _cropped(image, seen.topLeft(), fine)


def _cropped(image: QImage, corner: QPointF, fine: float) -> Plate | None:
    used = used_part(image)
    if used.width() <= 1 and used.height() <= 1:
        return None
    used = used.intersected(image.rect())
    x, y = corner.x() + used.x() / fine, corner.y() + used.y() / fine
    return Plate(image.copy(used), QRectF(x, y, used.width() / fine, used.height() / fine))


def _seen(stage: Stage, z: float) -> tuple[QRectF, float]:
    """All that the shot shows at a depth, in pixels of the resting frame from the middle of its
    horizon; and how many times as fine as that frame it is to be painted."""
    rest, spare = _rest(stage), SPARE * stage.height
    shot = views(stage.scene, stage.width, stage.height)
    left = top = right = bottom = 0.0
    largest = 1.0
    for view in shot:
        middle, foot, grow = _moved(view, rest, z)
        left, right = min(left, -middle / grow), max(right, (view.width - middle) / grow)
        top, bottom = min(top, -foot / grow), max(bottom, (view.height - foot) / grow)
        largest = max(largest, grow)
    corner = QPointF(floor(left - spare), floor(top - spare))
    return QRectF(corner, QPointF(ceil(right + spare), ceil(bottom + spare))), min(largest, FINEST)

"""Logos: the real picture a person handed in, put on a sail, an envelope or a door as an object."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPolygonF, QTransform

from engine.animatic.handed_parts import PRINTED
from engine.animatic.light import mixed
from engine.animatic.paint.easel import painting
from engine.animatic.paint.subjects.figure import Figure, wanted
from engine.animatic.paint.subjects.shape import Point, ellipse
from engine.animatic.paint.surface import blank, over
from engine.animatic.references import contained, reference
from engine.animatic.setting import setting_of
from engine.animatic.stage import Stage

LARGEST = 1024
"""Pixels of a logo's longer side as it is kept; no carrier fills more of a frame."""
TRUE = "studio"
"""A place lit by this kind of light is lit evenly and in white: colours are what they are."""


def logo(stage: Stage, side: float = LARGEST, shines: bool = False) -> QImage | None:
    """The scene's logo, its longer side at least `side` pixels (up to LARGEST); an abstract mark
    where the prompt asks for one and none was handed in; else None.

    Premultiplied ARGB, in the scene's light, unless it `shines` by itself as on a screen. Kept in
    halved sizes, so that a small one stays sharp without shimmering. Raises EngineFault if the
    file is no picture.
    """
    media = reference(stage.scene.references, "logo")
    if media is None:
        asked = any(PRINTED in one.traits for one in stage.scene.subjects)
        return _marked(stage, side, shines, "") if asked else None
    return _sized(
        stage, "logo", lambda: over(contained(media, LARGEST, LARGEST), True), side, shines
    )


def emblem(stage: Stage, side: float, shines: bool = False, colour: str = "") -> QImage:
    """The scene's logo, or an abstract mark of this colour where none was handed in."""
    handed = logo(stage, side, shines)
    return _marked(stage, side, shines, colour) if handed is None else handed


def _marked(stage: Stage, side: float, shines: bool, colour: str) -> QImage:
    ink = wanted(colour, "#3f8fc0")
    return _sized(stage, f"mark {ink.name()}", lambda: _mark(ink), side, shines)


def _mark(colour: QColor) -> QImage:
    """A ring that opens around a drop."""
    image = blank(LARGEST, LARGEST)
    with painting(image) as painter:
        painter.translate(LARGEST / 2, LARGEST / 2)
        ring = ellipse(0, 0, 500, 500).subtracted(ellipse(80, -80, 360, 360))
        painter.fillPath(ring, colour)
        painter.fillPath(ellipse(110, -110, 200, 200), mixed(colour, QColor("white"), 0.35))
    return image


def _sized(
    stage: Stage, name: str, make: Callable[[], QImage], side: float, shines: bool = False
) -> QImage:
    """A picture of LARGEST pixels as `logo` gives one."""
    size = LARGEST
    while size / 2 >= max(side, 16):
        size //= 2
    own = shines or setting_of(stage.scene.place).trait("light", "") == TRUE
    keep = stage.wardrobe.keep
    whole = keep((name, own), lambda: make().copy() if own else _lit(stage, make()))
    if size >= max(whole.width(), whole.height()):
        return whole
    smooth, ratio = Qt.TransformationMode.SmoothTransformation, Qt.AspectRatioMode.KeepAspectRatio
    return keep((name, own, size), lambda: whole.scaled(QSize(size, size), ratio, smooth))


def _lit(stage: Stage, image: QImage) -> QImage:
    """Tinted gently by the light: a logo keeps its colours even at night."""
    white, light = QColor("white"), stage.light
    tint = mixed(white, mixed(light.ambient, light.key, 0.75), 0.45 if light.night else 0.25)
    result = image.copy()
    with painting(result) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(result.rect(), tint)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        painter.drawImage(0, 0, image)
    return result


def fitted(image: QImage, x: float, y: float, width: float, height: float) -> list[Point]:
    """Corners (top left first, clockwise, y up) of the picture fitted into a box about (x, y)."""
    ratio = image.width() / image.height()
    half_w = min(width, height * ratio) / 2
    half_h = half_w / ratio
    return [
        (x - half_w, y + half_h),
        (x + half_w, y + half_h),
        (x + half_w, y - half_h),
        (x - half_w, y - half_h),
    ]


def put(
    fig: Figure, image: QImage, corners: list[Point], clip: QPainterPath | None, shade: float = 1.0
) -> None:
    """Lay the picture over four corners (top left first, clockwise), inside the carrier; `shade`
    below 1 lets what is under it darken it.

    A subject that heads left is painted mirrored; its logo is not.
    """
    if fig.heading < 0:
        corners = [corners[1], corners[0], corners[3], corners[2]]
    painter = fig.painter
    painter.save()
    if clip is not None:
        painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
    source = QRectF(image.rect())
    onto = QTransform.quadToQuad(
        QPolygonF([source.topLeft(), source.topRight(), source.bottomRight(), source.bottomLeft()]),
        QPolygonF([QPointF(*corner) for corner in corners]),
    )
    if isinstance(onto, QTransform):
        painter.setTransform(onto, True)
        painter.setOpacity(painter.opacity() * shade)
        painter.drawImage(0, 0, image)
    painter.restore()

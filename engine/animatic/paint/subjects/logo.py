"""Logos: the real picture a person handed in, put on a sail, an envelope or a door as an object."""

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QImageReader,
    QPainter,
    QPainterPath,
    QPolygonF,
    QTransform,
)
from PySide6.QtSvg import QSvgRenderer

from engine.animatic.light import mixed
from engine.animatic.paint.easel import painting
from engine.animatic.paint.subjects.figure import Figure
from engine.animatic.paint.subjects.shape import Point
from engine.animatic.stage import Stage
from engine.contract.events import EngineFault

LARGEST = 1024
"""Pixels of a logo's longer side as it is kept; no carrier fills more of a frame."""


def logo(stage: Stage, side: float = LARGEST) -> QImage | None:
    """The scene's logo, its longer side at least `side` pixels (up to LARGEST), or None.

    Premultiplied ARGB, in the scene's light. Kept in halved sizes, so that a small one stays
    sharp without shimmering. Raises EngineFault if the file is no picture.
    """
    paths = [one.media.path for one in stage.scene.references if one.role == "logo"]
    if not paths:
        return None
    size = LARGEST
    while size / 2 >= max(side, 16):
        size //= 2
    return stage.wardrobe.keep(("logo", size), lambda: _sized(stage, paths[0], size))


def _sized(stage: Stage, path: str, size: int) -> QImage:
    whole = stage.wardrobe.keep("logo", lambda: _lit(stage, _loaded(Path(path))))
    if size >= max(whole.width(), whole.height()):
        return whole
    smooth, keep = Qt.TransformationMode.SmoothTransformation, Qt.AspectRatioMode.KeepAspectRatio
    return whole.scaled(QSize(size, size), keep, smooth)


def _loaded(path: Path) -> QImage:
    image = _drawn_svg(path) if path.suffix.lower() == ".svg" else _read(path)
    if image is None or image.isNull():
        raise EngineFault("media_unreadable", str(path), "no picture could be read")
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _read(path: Path) -> QImage:
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    image = reader.read()
    if max(image.width(), image.height()) <= LARGEST:
        return image
    smooth, keep = Qt.TransformationMode.SmoothTransformation, Qt.AspectRatioMode.KeepAspectRatio
    return image.scaled(QSize(LARGEST, LARGEST), keep, smooth)


def _drawn_svg(path: Path) -> QImage | None:
    renderer = QSvgRenderer(str(path))
    if not renderer.isValid():
        return None
    size = renderer.defaultSize().scaled(LARGEST, LARGEST, Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with painting(image) as painter:
        renderer.render(painter)
    return image


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


def put(fig: Figure, image: QImage, corners: list[Point], clip: QPainterPath | None) -> None:
    """Lay the picture over four corners (top left first, clockwise), inside the carrier.

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
        painter.drawImage(0, 0, image)
    painter.restore()

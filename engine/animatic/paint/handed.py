"""Pictures handed in with the prompt: a backdrop instead of the painted world, a logo on top."""

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

from engine.animatic.camera import standing
from engine.animatic.paint.subjects import carries_logo
from engine.animatic.scene import Scene
from engine.animatic.stage import Stage
from engine.contract.events import EngineFault
from engine.contract.shot import Role

AWAY = 45.0
"""Metres at which a backdrop hangs: how much it moves with the camera."""
OVERSIZE = 1.12
"""How much larger than the frame a backdrop is, so that the camera can move before it."""
MARGIN, WIDEST, TALLEST = 0.05, 0.2, 0.16
"""A laid-over logo: its distance from the edges and its largest size, as parts of the frame."""


def backdrop_path(scene: Scene) -> str | None:
    """The picture that stands in for the painted world, if one was handed in."""
    return _path(scene, "backdrop")


def paint_backdrop(stage: Stage, path: str) -> None:
    """The picture covering the frame, moving slowly with the camera.

    Raises EngineFault when the file is no picture.
    """
    wide, tall = stage.width * OVERSIZE, stage.height * OVERSIZE
    cover = QSize(round(wide), round(tall))
    picture = stage.wardrobe.keep("backdrop", lambda: _covering(_picture(path, cover), cover))
    view, rest = stage.view, standing(stage.scene, stage.width, stage.height)
    scale = view.zoom * AWAY / max(AWAY - view.z, 0.2 * AWAY)
    aside = (view.pan + view.x * view.focal / AWAY) * stage.height
    up = (view.tilt + (view.y - rest.y) * view.focal / AWAY) * stage.height
    wide, tall = wide * scale, tall * scale
    x = _kept((stage.width - wide) / 2 - aside, stage.width - wide)
    y = _kept((stage.height - tall) / 2 + up, stage.height - tall)
    stage.painter.drawImage(QRectF(x, y, wide, tall), picture)


def paint_logo(stage: Stage) -> None:
    """A logo that no subject carries, in the lower right inside the safe margins, colours true.

    Raises EngineFault when the file is no picture.
    """
    path = _path(stage.scene, "logo")
    if path is None or any(carries_logo(one.kind) for one in stage.scene.subjects):
        return
    box = QSize(round(WIDEST * stage.width), round(TALLEST * stage.height))
    logo = stage.wardrobe.keep("laid logo", lambda: _picture(path, box, fit=True))
    corner = QPointF(
        round((1.0 - MARGIN) * stage.width) - logo.width(),
        round((1.0 - MARGIN) * stage.height) - logo.height(),
    )
    stage.painter.drawImage(corner, logo)


def _path(scene: Scene, role: Role) -> str | None:
    return next((one.media.path for one in scene.references if one.role == role), None)


def _kept(start: float, least: float) -> float:
    """A start so that a picture longer than the frame by -least covers it."""
    return min(0.0, max(start, least))


def _covering(picture: QImage, size: QSize) -> QImage:
    """The middle of a picture that covers `size`, opaque."""
    left = (picture.width() - size.width()) // 2
    top = (picture.height() - size.height()) // 2
    part = picture.copy(left, top, size.width(), size.height())
    return part.convertToFormat(QImage.Format.Format_RGB32)


def _picture(path: str, size: QSize, fit: bool = False) -> QImage:
    """The file's picture scaled to cover `size`, or to fit into it; premultiplied."""
    if Path(path).suffix.lower() == ".svg":
        image = _drawn(path, size, fit)
    else:
        reader = QImageReader(path)
        reader.setAutoTransform(True)
        image = reader.read()
    if image.isNull():
        raise EngineFault("media_unreadable", path, "no picture could be read")
    image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    return image.scaled(size, _mode(fit), Qt.TransformationMode.SmoothTransformation)


def _drawn(path: str, size: QSize, fit: bool) -> QImage:
    """An SVG at its final size; a null image when it can't be read."""
    renderer = QSvgRenderer(path)
    if not renderer.isValid():
        return QImage()
    image = QImage(
        renderer.defaultSize().scaled(size, _mode(fit)), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def _mode(fit: bool) -> Qt.AspectRatioMode:
    if fit:
        return Qt.AspectRatioMode.KeepAspectRatio
    return Qt.AspectRatioMode.KeepAspectRatioByExpanding

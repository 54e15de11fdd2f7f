"""Still pictures and animated WebP through Qt's readers, SVG drawings included."""

from fractions import Fraction
from pathlib import Path

import numpy as np
from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

from engine.contract.events import EngineFault
from engine.text_application import ensure_text_application

_DRAWING_SIDE = 2048
_MAX_MEGABYTES = 1024
_DRAWINGS = {".svg", ".svgz"}
_QT_STILLS = {".png", ".jpg", ".jpeg", ".webp", ".bmp", ".svg", ".svgz", ".ppm", ".pgm", ".ico"}


def is_drawing(path: str) -> bool:
    """Whether the file is an SVG, which has no pixels of its own."""
    return Path(path).suffix.lower() in _DRAWINGS


def reads_as_still(path: str) -> bool:
    """Whether name and content both say that it is a picture which Qt reads."""
    if Path(path).suffix.lower() not in _QT_STILLS:
        return False
    return is_drawing(path) or _opened(path).canRead()


def still_pixels(path: str) -> np.ndarray:
    """The picture upright, as (h, w, 4) uint8 premultiplied BGRA in sRGB.

    Raises EngineFault media_missing, media_unreadable or media_too_large.
    """
    if is_drawing(path):
        return drawing_pixels(path, *drawing_size(path))
    reader = _reader(path)
    image = reader.read()
    if image.isNull():
        raise EngineFault("media_unreadable", path, reader.errorString())
    return _array(image)


def animation_frames(path: str) -> list[tuple[Fraction, np.ndarray]]:
    """Every picture of an animation with the seconds that it shows; one picture for a still."""
    reader = _reader(path)
    frames: list[tuple[Fraction, np.ndarray]] = []
    while True:
        image = reader.read()
        if image.isNull():
            break
        frames.append((Fraction(max(reader.nextImageDelay(), 1), 1000), _array(image)))
        if not reader.supportsAnimation():
            break
    if not frames:
        raise EngineFault("media_unreadable", path, reader.errorString())
    return frames


def animation_length(path: str) -> int:
    """How many pictures the file holds, without decoding them."""
    return max(_reader(path).imageCount(), 1)


def drawing_size(path: str) -> tuple[int, int]:
    """The pixels at which a drawing is painted unless asked otherwise: 2048 on its longer side."""
    size = _drawing(path).defaultSize()
    longer = max(size.width(), size.height(), 1)
    return tuple(max(1, round(side * _DRAWING_SIDE / longer)) for side in size.toTuple())


def drawing_pixels(path: str, width: int, height: int) -> np.ndarray:
    """The drawing painted at exactly this size."""
    ensure_text_application()
    image = QImage(QSize(width, height), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    _drawing(path).render(painter, QRectF(0, 0, width, height))
    painter.end()
    return _array(image)


def _drawing(path: str) -> QSvgRenderer:
    try:
        renderer = QSvgRenderer(QByteArray(Path(path).read_bytes()))
    except FileNotFoundError as error:
        raise EngineFault("media_missing", path) from error
    except OSError as error:
        raise EngineFault("media_unreadable", path, str(error)) from error
    if not renderer.isValid():
        raise EngineFault("media_unreadable", path, "not a drawing that can be read")
    return renderer


def _reader(path: str) -> QImageReader:
    if not Path(path).exists():
        raise EngineFault("media_missing", path)
    reader = _opened(path)
    if not reader.canRead():
        raise EngineFault("media_unreadable", path, reader.errorString())
    across, down = reader.size().toTuple()
    if across * down * 4 > _MAX_MEGABYTES << 20:
        raise EngineFault("media_too_large", path, f"{across} × {down} pixels")
    return reader


def _opened(path: str) -> QImageReader:
    QImageReader.setAllocationLimit(_MAX_MEGABYTES)
    reader = QImageReader(path)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    return reader


def _array(image: QImage) -> np.ndarray:
    space = image.colorSpace()
    if space.isValid() and space != QColorSpace(QColorSpace.NamedColorSpace.SRgb):
        image.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 4].reshape(image.height(), image.width(), 4).copy()

"""QImages and numpy arrays over the same memory: QPainter and OpenCV take turns on one picture."""

import cv2
import numpy as np
from PySide6.QtGui import QColor, QImage, QPainter

from engine.animatic.stage import Stage


def pixels(image: QImage) -> np.ndarray:
    """The image's memory as uint8 (height, width, 4) BGRA; writing here paints the image, which
    must not share its memory with another QImage. The array keeps the image alive."""
    return np.asarray(_Memory(image))


class _Memory:
    """What numpy asks for to see an image's memory; arrays made from it hold on to it."""

    def __init__(self, image: QImage) -> None:
        self.image = image
        start = np.frombuffer(image.bits(), np.uint8).__array_interface__["data"]
        self.__array_interface__ = {
            "version": 3,
            "data": start,
            "typestr": "|u1",
            "shape": (image.height(), image.width(), 4),
            "strides": (image.bytesPerLine(), 4, 1),
        }


def over(memory: np.ndarray, see_through: bool = False) -> QImage:
    """A picture on uint8 (height, width, 4) BGRA memory, which must outlive it: opaque, or
    premultiplied."""
    height, width = memory.shape[:2]
    premultiplied = QImage.Format.Format_ARGB32_Premultiplied
    kind = premultiplied if see_through else QImage.Format.Format_RGB32
    return QImage(memory.data, width, height, memory.strides[0], kind)


def canvas(stage: Stage) -> np.ndarray:
    """The pixels that the stage's painter paints on, as uint8 (height, width, 4) BGRA."""
    device = stage.painter.device()
    if not isinstance(device, QImage):
        raise TypeError("a stage is painted on a QImage")
    return pixels(device)


def opaque(bgr: np.ndarray) -> QImage:
    """A picture without alpha from uint8 (height, width, 3) BGR."""
    image = QImage(bgr.shape[1], bgr.shape[0], QImage.Format.Format_RGB32)
    cv2.cvtColor(np.ascontiguousarray(bgr), cv2.COLOR_BGR2BGRA, dst=pixels(image))
    return image


def translucent(bgr: np.ndarray, alpha: np.ndarray) -> QImage:
    """A premultiplied picture from float32 BGR (h, w, 3) and alpha (h, w), both 0 to 1."""
    image = QImage(alpha.shape[1], alpha.shape[0], QImage.Format.Format_ARGB32_Premultiplied)
    memory = pixels(image)
    cover = np.clip(alpha, 0.0, 1.0)
    memory[..., :3] = np.clip(bgr, 0.0, 1.0) * cover[..., None] * 255.0 + 0.5
    memory[..., 3] = cover * 255.0 + 0.5
    return image


def bgr(colour: QColor) -> np.ndarray:
    """The colour as float32 (3,) BGR, 0 to 1."""
    return np.array([colour.blueF(), colour.greenF(), colour.redF()], np.float32)


def bgra(colour: QColor) -> np.ndarray:
    """The opaque colour as float32 (4,) BGRA, 0 to 255."""
    return np.append(bgr(colour) * 255.0, 255.0).astype(np.float32)


def blank(width: int, height: int) -> QImage:
    """A fully transparent premultiplied picture."""
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    return image


def smooth(painter: QPainter) -> None:
    """Antialiased edges and bilinear pictures from here on."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)

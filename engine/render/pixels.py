"""The one memory layout, seen as a QImage or as an array: 8-bit premultiplied BGRA.

Nothing is copied: whoever asks for a view keeps the thing viewed alive while using it. (A QImage
made from an array holds on to the array by itself; an array made from a QImage doesn't.)
"""

import numpy as np
from PySide6.QtGui import QImage

PREMULTIPLIED = QImage.Format.Format_ARGB32_Premultiplied
OPAQUE = QImage.Format.Format_RGB32


def image_of(pixels: np.ndarray, opaque: bool = False) -> QImage:
    """A QImage over uint8 (h, w, 4) premultiplied BGRA whose pixels lie next to one another."""
    height, width = pixels.shape[:2]
    if pixels.strides[1:] != (4, 1):
        pixels = np.ascontiguousarray(pixels)
    kind = OPAQUE if opaque else PREMULTIPLIED
    return QImage(pixels.data, width, height, pixels.strides[0], kind)


def pixels_of(image: QImage) -> np.ndarray:
    """A read-only uint8 (h, w, 4) BGRA view of a 32-bit QImage; keep the image alive."""
    height, width, stride = image.height(), image.width(), image.bytesPerLine()
    flat = np.frombuffer(image.constBits(), np.uint8, height * stride)
    return flat.reshape(height, stride // 4, 4)[:, :width]


def as_premultiplied(image: QImage) -> QImage:
    """The same picture in the one layout, without a copy where Qt can just rename the format."""
    if image.format() == PREMULTIPLIED:
        return image
    if image.format() == OPAQUE and image.reinterpretAsFormat(PREMULTIPLIED):
        return image
    return image.convertToFormat(PREMULTIPLIED)

"""An easel: a picture with a painter on it that always lets go, even when painting fails.

A QPainter that is still active when its QImage dies takes the whole process with it.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import cv2
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from engine.animatic.paint.surface import pixels, smooth


@contextmanager
def painting(image: QImage) -> Iterator[QPainter]:
    """Paint on an image, with antialiased edges and bilinear pictures."""
    painter = QPainter(image)
    smooth(painter)
    try:
        yield painter
    finally:
        painter.end()


def used_part(image: QImage) -> QRect:
    """The part of a picture that isn't empty, with a pixel of room around it.

    Empty margins cost as much to draw as what is seen.
    """
    left, top, wide, high = cv2.boundingRect(cv2.extractChannel(pixels(image), 3))
    return QRect(left - 1, top - 1, wide + 2, high + 2) if wide else QRect(0, 0, 1, 1)

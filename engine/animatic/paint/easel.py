"""An easel: a picture with a painter on it that always lets go, even when painting fails.

A QPainter that is still active when its QImage dies takes the whole process with it.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
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
    alpha = pixels(image)[..., 3]
    rows, columns = np.flatnonzero(alpha.any(axis=1)), np.flatnonzero(alpha.any(axis=0))
    if not len(rows):
        return QRect(0, 0, 1, 1)
    left, top = int(columns[0]) - 1, int(rows[0]) - 1
    return QRect(left, top, int(columns[-1]) + 2 - left, int(rows[-1]) + 2 - top)

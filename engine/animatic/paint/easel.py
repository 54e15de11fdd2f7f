"""An easel: a picture with a painter on it that always lets go, even when painting fails.

A QPainter that is still active when its QImage dies takes the whole process with it.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QImage, QPainter

from engine.animatic.paint.canvas import smooth


@contextmanager
def painting(image: QImage) -> Iterator[QPainter]:
    """Paint on an image, with antialiased edges and bilinear pictures."""
    painter = QPainter(image)
    smooth(painter)
    try:
        yield painter
    finally:
        painter.end()

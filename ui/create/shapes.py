"""The shapes a shot can have, in pixels, and their small pictures."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app import limits
from app.limits import size_of

SHORT_SIDE = 1080
SHAPES = {name: size_of(name, SHORT_SIDE) for name in limits.SHAPES}


def shape_drawers() -> dict[str, object]:
    """A painter of each shape's outline."""
    return {name: _drawer(width / height) for name, (width, height) in SHAPES.items()}


def _drawer(shape: float):  # noqa: ANN202
    def draw(painter: QPainter, box: QRectF, colour: QColor) -> None:
        side = 17.0
        width, height = (side, side / shape) if shape >= 1 else (side * shape, side)
        outline = QRectF(0, 0, round(width), round(height))
        outline.moveCenter(box.center())
        painter.setPen(QPen(colour, 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(outline, 1.5, 1.5)

    return draw

"""The shapes a shot can have, in pixels, and their small pictures."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

SHAPES: dict[str, tuple[int, int]] = {
    "16:9": (1920, 1080),
    "9:16": (1080, 1920),
    "1:1": (1080, 1080),
    "4:5": (1080, 1350),
    "21:9": (2520, 1080),
}


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

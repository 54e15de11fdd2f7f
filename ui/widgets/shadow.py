"""The soft shadow under cards that lie above the window."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QWidget


def cast_shadow(widget: QWidget) -> None:
    """Let the widget cast a soft shadow downwards."""
    shadow = QGraphicsDropShadowEffect(widget)
    shadow.setBlurRadius(32)
    shadow.setOffset(QPointF(0, 8))
    shadow.setColor(QColor(0, 0, 0, 160))
    widget.setGraphicsEffect(shadow)

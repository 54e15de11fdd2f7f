"""A thin bar: how much of something is done."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme


class Bar(QWidget):
    """How much is done, from 0 to 1."""

    def __init__(self) -> None:
        super().__init__()
        self._part = 0.0
        self.setFixedHeight(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_part(self, part: float) -> None:
        """Show this much."""
        self._part = part
        self.setAccessibleDescription(f"{part:.0%}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            whole = QRectF(self.rect())
            painter.setBrush(QColor(theme.EDGE))
            painter.drawRoundedRect(whole, 2, 2)
            width = max(whole.width() * self._part, 4.0)
            left = 0 if self.isLeftToRight() else whole.width() - width
            painter.setBrush(QColor(theme.ACCENT))
            painter.drawRoundedRect(QRectF(left, 0, width, 4), 2, 2)

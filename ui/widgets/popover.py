"""A small card over the window, next to the button that opened it."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget


class Popover(QFrame):
    """Shows `content` below `anchor`; a click elsewhere or Esc closes it."""

    def __init__(self, window: QWidget, anchor: QWidget, content: QWidget) -> None:
        super().__init__(window)
        self._anchor = anchor
        self.setObjectName("popover")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.addWidget(content)
        self.hide()

    def toggle(self) -> None:
        """Open it, or close it."""
        if self.isVisible():
            self.close_card()
        else:
            self.open_card()

    def open_card(self) -> None:
        """Show it and take the keys."""
        self.place()
        self.show()
        self.raise_()
        self.setFocus()
        QApplication.instance().installEventFilter(self)

    def close_card(self) -> None:
        """Hide it and give the keys back."""
        QApplication.instance().removeEventFilter(self)
        self.hide()
        self._anchor.setFocus()

    def settle(self) -> None:
        """Take the place and size that its content needs now."""
        if self.isVisible():
            self.place()

    def place(self) -> None:
        """Put it under its anchor, inside the window."""
        self.adjustSize()
        window = self.parentWidget()
        spot = self._anchor.mapTo(window, QPoint(0, self._anchor.height() + 8))
        if self.isRightToLeft():
            spot.setX(spot.x() + self._anchor.width() - self.width())
        spot.setX(max(8, min(spot.x(), window.width() - self.width() - 8)))
        spot.setY(max(8, min(spot.y(), window.height() - self.height() - 8)))
        self.move(spot)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            assert isinstance(event, QMouseEvent)
            if self._is_outside(watched, event):
                self.close_card()
        return False

    def _is_outside(self, watched: QWidget, event: QMouseEvent) -> bool:
        if watched is self._anchor or watched.window() is not self.window():
            return False
        return not self.rect().contains(self.mapFromGlobal(event.globalPosition().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
        else:
            super().keyPressEvent(event)

"""The clip's name: cut with dots while it is only read, whole while it is typed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from ui import theme

EDGES = 8


class NameField(QLineEdit):
    """`editingFinished` as of any line; Esc gives the old name back."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = ""
        self.setProperty("kind", "name")
        self.setFont(theme.text_font(13, theme.QFont.Weight.DemiBold))
        self.setAccessibleName(name)

    def show_name(self, name: str) -> None:
        """Show another name, unless one is being typed."""
        self._name = name
        if not self.hasFocus():
            self._shorten()

    def _shorten(self) -> None:
        metrics = QFontMetrics(self.font())
        room = max(self.width() - EDGES, 40)
        self.setText(metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, room))
        self.setCursorPosition(0)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self.setText(self._name)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self._shorten()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._name)
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if not self.hasFocus():
            self._shorten()

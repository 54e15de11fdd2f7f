"""A card in the middle of a dimmed window: the one question that must be answered first."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui import theme


class Sheet(QWidget):
    """Covers `window`; `content` stands in the middle. Esc closes it."""

    closed = Signal()

    def __init__(self, window: QWidget, content: QWidget, width: int = 480) -> None:
        super().__init__(window)
        self._before = window.focusWidget()
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(width)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(24, 24, 24, 24)
        inner.addWidget(content)
        outer = QVBoxLayout(self)
        outer.addWidget(card, alignment=Qt.AlignmentFlag.AlignCenter)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()

    def close_sheet(self) -> None:
        """Take it away and give the keys back."""
        self.parentWidget().removeEventFilter(self)
        self.hide()
        self.deleteLater()
        if self._before:
            self._before.setFocus()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self.parentWidget().rect())
        return False

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: N802
        """Keep the Tab key inside the card."""
        stops = [child for child in self.findChildren(QWidget) if _takes_tab(child)]
        current = self.window().focusWidget()
        if stops and current in stops:
            step = 1 if forwards else -1
            stops[(stops.index(current) + step) % len(stops)].setFocus(_reason(forwards))
        elif stops:
            stops[0].setFocus(_reason(forwards))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.shade("#000000", 0.6))


def _takes_tab(widget: QWidget) -> bool:
    tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(tab) and widget.isVisible() and widget.isEnabled()


def _reason(forwards: bool) -> Qt.FocusReason:
    return Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason

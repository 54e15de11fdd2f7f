"""One of many: a button that shows the chosen word and opens the list of the others."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy

from ui import theme
from ui.widgets.button import TextButton
from ui.widgets.icon import glyph

EDGES = 36


class Choice(TextButton):
    """`options` are (value, word)."""

    chosen = Signal(str)

    def __init__(self, name: str, options: Sequence[tuple[str, str]]) -> None:
        super().__init__("", "choice")
        self._words = dict(options)
        self._value = next(iter(self._words))
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)
        self.set_value(self._value)

    @property
    def value(self) -> str:
        """The chosen option's value."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show another choice; says nothing to anybody."""
        self._value = value
        self._shorten()
        self.setAccessibleDescription(self._words[value])

    def set_options(self, options: Sequence[tuple[str, str]], value: str) -> None:
        """Offer others; says nothing to anybody."""
        self._words = dict(options)
        self.set_value(value)

    def _shorten(self) -> None:
        """As much of the word as there is room for."""
        room = max(self.width() - EDGES, 24)
        word = self._words[self._value]
        self.setText(self.fontMetrics().elidedText(word, Qt.TextElideMode.ElideRight, room))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._shorten()

    def _open(self) -> None:
        menu = QMenu(self)
        for value, word in self._words.items():
            action = menu.addAction(word)
            action.setData(value)
            if value == self._value:
                menu.setActiveAction(action)
        menu.triggered.connect(lambda action: self._pick(action.data()))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setMinimumWidth(self.width())
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def _pick(self, value: str) -> None:
        if value != self._value:
            self.set_value(value)
            self.chosen.emit(value)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ltr = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
            x = self.width() - 22 if ltr else 6
            painter.drawPixmap(x, (self.height() - 16) // 2, glyph("chevron", 16, theme.MUTED))

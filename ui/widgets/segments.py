"""One of a few: a row of words or small pictures of which exactly one is chosen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme

Drawer = Callable[[QPainter, QRectF, QColor], None]


class Segments(QWidget):
    """`options` are (value, word). A drawer for a value paints a small picture over its word."""

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        options: Sequence[tuple[str, str]],
        drawers: dict[str, Drawer] | None = None,
    ) -> None:
        super().__init__()
        self._options = tuple(options)
        self._drawers = drawers or {}
        self._value = self._options[0][0]
        self._name = name
        self.setFixedHeight(48 if drawers else 32)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self._describe()

    @property
    def value(self) -> str:
        """The chosen option's value."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show another choice; says nothing to anybody."""
        self._value = value
        self._describe()

    def box(self, value: str) -> QRectF:
        """Where this option is."""
        index = [option for option, _ in self._options].index(value)
        width = (self.width() - 4) / len(self._options)
        return QRectF(2 + self._column(index) * width, 2, width, self.height() - 4)

    def _column(self, index: int) -> int:
        return index if self.isLeftToRight() else len(self._options) - 1 - index

    def _describe(self) -> None:
        self.setAccessibleDescription(dict(self._options).get(self._value, ""))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        metrics = QFontMetrics(theme.text_font(12))
        widest = max(metrics.horizontalAdvance(word) for _, word in self._options)
        return QSize((widest + 16) * len(self._options) + 4, self.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.sizeHint().width() - 8 * len(self._options), self.height())

    def _pick(self, value: str) -> None:
        if value != self._value:
            self.set_value(value)
            self.chosen.emit(value)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        for value, _ in self._options:
            if self.box(value).contains(event.position()):
                self._pick(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if key not in steps:
            super().keyPressEvent(event)
            return
        values = [value for value, _ in self._options]
        index = values.index(self._value) + steps[key]
        self._pick(values[min(max(index, 0), len(values) - 1)])

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(
                QPen(QColor(theme.ACCENT)) if self.hasFocus() else QPen(Qt.PenStyle.NoPen)
            )
            painter.setBrush(QColor(theme.RAISED))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            painter.setFont(theme.text_font(12))
            for value, word in self._options:
                self._paint_option(painter, value, word)

    def _paint_option(self, painter: QPainter, value: str, word: str) -> None:
        box, on = self.box(value), value == self._value
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.EDGE))
            painter.drawRoundedRect(box, 4.5, 4.5)
        colour = QColor(theme.TEXT if on else theme.MUTED)
        drawer = self._drawers.get(value)
        if drawer:
            drawer(painter, box.adjusted(0, 5, 0, -18), colour)
            box = box.adjusted(0, box.height() - 18, 0, -2)
        painter.setPen(colour)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.update()

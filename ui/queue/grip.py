"""The handle by which a waiting job is moved: dragged, or with the arrow keys."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.widgets.icon import glyph


class Grip(QWidget):
    """`dragged` with the pointer's place in this widget, `dropped` at the end, `left` with Esc;
    `stepped` by one place down (1) or up (-1)."""

    dragged = Signal(QPointF)
    dropped = Signal(QPointF)
    left = Signal()
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._holding = False
        self.setFixedSize(QSize(16, 45))
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def name_it(self, name: str) -> None:
        """What a screen reader and the tooltip call it."""
        self.setAccessibleName(name)
        self.setToolTip(self.tr("Drag, or press the up and down arrows"))

    def setEnabled(self, enabled: bool) -> None:  # noqa: N802
        """A job that runs can't be moved and takes no keys."""
        super().setEnabled(enabled)
        focus = Qt.FocusPolicy.StrongFocus if enabled else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(focus)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton:
            self._holding = True
            self.setFocus()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._holding:
            self.dragged.emit(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._holding:
            self._let_go()
            self.dropped.emit(event.position())

    def _let_go(self) -> None:
        self._holding = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() == Qt.Key.Key_Escape and self._holding:
            self._let_go()
            self.left.emit()
        elif event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            place = QPointF((self.width() - 16) / 2, (self.height() - 16) / 2)
            if self.isEnabled():
                painter.drawPixmap(place, glyph("grip", 16, theme.FAINT))
            if self.hasFocus():
                painter.setPen(QPen(QColor(theme.ACCENT)))
                painter.drawRoundedRect(self.rect().adjusted(0, 8, -1, -9), 4, 4)

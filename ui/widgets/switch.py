"""A switch: on or off, told by the knob's side as well as by its colour."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from ui import theme


class Switch(QAbstractButton):
    """`toggled` and `clicked` as of any checkable button."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(36, 20)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            on = self.isChecked()
            body = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.setPen(QPen(QColor(theme.TEXT)) if self.hasFocus() else QPen(Qt.PenStyle.NoPen))
            painter.setBrush(QColor(theme.ACCENT if on else theme.EDGE))
            painter.drawRoundedRect(body, 9, 9)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.ON_ACCENT if on else theme.MUTED))
            at_end = on == self.isLeftToRight()
            painter.drawEllipse(QRectF(body.right() - 16 if at_end else body.left() + 2, 3, 14, 14))

"""A number that can be dragged, typed, stepped with the arrow keys, and reset."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from ui import theme
from ui.widgets.icon import glyph

DRAG_START = 3
TYPED = "0123456789-."
STEPS = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 10,
    Qt.Key.Key_PageDown: -10,
}


class DragNumber(QWidget):
    """`low` to `high` in steps of `step`, shown with `decimals` digits and a `unit`.

    A drag, or a held arrow key, sends `tried` again and again and `chosen` once at its end;
    Esc during a drag sends `left`, and the number goes back.
    """

    tried = Signal(float)
    chosen = Signal(float)
    left = Signal()

    def __init__(
        self,
        name: str,
        low: float,
        high: float,
        step: float,
        decimals: int = 0,
        unit: str = "",
        default: float | None = None,
    ) -> None:
        super().__init__()
        self._low, self._high, self._step = low, high, step
        self._decimals, self._unit, self._default = decimals, unit, default
        self._value = default if default is not None else low
        self._grip: tuple[QPointF, float] | None = None
        self._dragging = False
        self._typing: QLineEdit | None = None
        self.setFixedHeight(28)
        self.setMinimumWidth(64)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(name)
        self.setToolTip(self.tr("Drag, or click to type; Backspace resets"))

    @property
    def value(self) -> float:
        """The number shown."""
        return self._value

    def set_value(self, value: float) -> None:
        """Show another number; says nothing to anybody. Left alone while it is dragged."""
        if not self._dragging:
            self._value = value
            self._describe()

    def text(self) -> str:
        """The number as it is shown, with its unit."""
        return f"{self._value:.{self._decimals}f}{self._unit}".replace("-", "\u2212")

    def _describe(self) -> None:
        self.setAccessibleDescription(self.text())
        self.update()

    def _clamped(self, value: float) -> float:
        stepped = round(value / self._step) * self._step
        return min(max(round(stepped, 6), self._low), self._high)

    def _choose(self, value: float) -> None:
        value = min(max(value, self._low), self._high)
        changed = value != self._value
        self._value = value
        self._describe()
        if changed:
            self.chosen.emit(value)

    # the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self._changed() and self._reset_place().contains(event.position()):
            self.reset()
        else:
            self._grip = (event.position(), self._value)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if not self._grip:
            return
        start, before = self._grip
        moved = event.position().x() - start.x()
        if not self._dragging and abs(moved) < DRAG_START:
            return
        self._dragging = True
        fine = 0.1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0.5
        value = self._clamped(before + moved * fine * self._step)
        if value != self._value:
            self._value = value
            self._describe()
            self.tried.emit(value)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if not self._grip:
            return
        _, before = self._grip
        dragged, self._grip, self._dragging = self._dragging, None, False
        if not dragged:
            self.type_number()
        elif self._value != before:
            self.chosen.emit(self._value)
        else:
            self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        event.ignore()

    def reset(self) -> None:
        """Back to the number it starts with."""
        self._end_typing()
        if self._default is not None:
            self._choose(self._default)

    # the keys

    def event(self, event: QEvent) -> bool:
        """Keys that mean something here are not shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            own = event.key() in (*STEPS, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
            if own or (event.text() and event.text() in TYPED):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._dragging:
            self._cancel_drag()
        elif key in STEPS:
            self._choose(self._clamped(self._value + STEPS[key] * self._step))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.type_number()
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.reset()
        elif event.text() and event.text() in TYPED:
            self.type_number(event.text())
        else:
            super().keyPressEvent(event)

    def _cancel_drag(self) -> None:
        assert self._grip
        self._value = self._grip[1]
        self._grip, self._dragging = None, False
        self._describe()
        self.left.emit()

    def type_number(self, first: str = "") -> None:
        """Open the field in which the number is typed."""
        if self._typing:
            return
        self._typing = QLineEdit(first or f"{self._value:.{self._decimals}f}", self)
        self._typing.setAccessibleName(self.accessibleName())
        self._typing.setStyleSheet("padding: 0 7px; min-height: 26px;")
        self._typing.setGeometry(self.rect())
        self._typing.returnPressed.connect(self._typed)
        self._typing.editingFinished.connect(self._typed)
        self._typing.show()
        self._typing.setFocus()
        if not first:
            self._typing.selectAll()

    def _typed(self) -> None:
        if not self._typing:
            return
        text = self._typing.text().replace(",", ".").replace("\u2212", "-").strip()
        self._end_typing()
        try:
            self._choose(float(text.removesuffix(self._unit.strip()).strip()))
        except ValueError:
            self._describe()

    def _end_typing(self) -> None:
        if self._typing:
            field, self._typing = self._typing, None
            field.hide()
            field.deleteLater()
            self.setFocus()

    # the look

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setPen(self._border())
            painter.setBrush(QColor(theme.HOVER if self.underMouse() else theme.RAISED))
            painter.drawRoundedRect(box, 5, 5)
            painter.setPen(QColor(theme.TEXT if self.isEnabled() else theme.DIMMED))
            painter.setFont(theme.figures_font(12))
            inner = box.adjusted(8, 0, -8, 0)
            painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            side = (
                Qt.AlignmentFlag.AlignRight if self.isLeftToRight() else Qt.AlignmentFlag.AlignLeft
            )
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | side, self.text())

            if self._changed() and (self.underMouse() or self.hasFocus()):
                painter.drawPixmap(self._reset_place().topLeft(), glyph("reset", 14, theme.MUTED))

    def _changed(self) -> bool:
        return self._default is not None and abs(self._value - self._default) > 1e-9

    def _reset_place(self) -> QRectF:
        return QRectF(6 if self.isLeftToRight() else self.width() - 20, 7, 14, 14)

    def _border(self) -> QPen:
        return QPen(QColor(theme.ACCENT)) if self.hasFocus() else QPen(Qt.PenStyle.NoPen)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.update()

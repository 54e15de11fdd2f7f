"""Buttons: with a word, or with an icon whose name is told to screen readers and in a tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton

from ui import theme
from ui.widgets.icon import icon

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TextButton(QPushButton):
    """A button with a word. `kind` is a look of the style sheet: primary, quiet, menu, card."""

    def __init__(self, text: str, kind: str = "plain", symbol: str = "") -> None:
        super().__init__(text)
        self.setProperty("kind", kind)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if symbol:
            colour = theme.ON_ACCENT if kind == "primary" else theme.MUTED
            self.setIcon(icon(symbol, colour))
            self.setIconSize(QSize(18, 18))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)


class IconButton(QToolButton):
    """A button with an icon; `name` says what it does."""

    def __init__(self, symbol: str, name: str, checkable: bool = False, side: int = 32) -> None:
        super().__init__()
        self.setIcon(icon(symbol))
        self.setIconSize(QSize(18, 18) if side >= 28 else QSize(16, 16))
        self.setFixedSize(side, side)
        self.setCheckable(checkable)
        self.name_it(name)

    def name_it(self, name: str) -> None:
        """Say that it does something else."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)


class HoldButton(IconButton):
    """Holds what runs and lets go on what is held, always in the same place."""

    def __init__(self, hold: str, go_on: str) -> None:
        super().__init__("pause", hold, side=28)
        self._names = (hold, go_on)
        self._held = False

    @property
    def held(self) -> bool:
        """Whether the next press lets it go on."""
        return self._held

    def show_held(self, held: bool) -> None:
        """Offer to go on, or to hold."""
        if held != self._held:
            self._held = held
            self.setIcon(icon("play" if held else "pause"))
            self.name_it(self._names[held])

"""A column that scrolls when it must; its scroll bar takes the place of its margin, not of it."""

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from ui import theme

AROUND, LEAST = 80, 120
"""Pixels of the window's height around a sheet's panel, and the least that a list has."""


class Scroller(QScrollArea):
    """Holds `content`, whose layout's side margins are `margin`; nothing moves when a bar comes."""

    def __init__(self, content: QWidget, margin: int = theme.MARGIN) -> None:
        super().__init__()
        self._margin = margin
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        self.verticalScrollBar().rangeChanged.connect(self._settle)
        self.verticalScrollBar().setAccessibleName(self.tr("Scroll"))

    def _settle(self, low: int, high: int) -> None:
        bar = theme.SCROLL_BAR if high > low else 0
        layout = self.widget().layout()
        old = layout.contentsMargins()
        near, far = self._margin, max(0, self._margin - bar)
        left, right = (near, far) if self.isLeftToRight() else (far, near)
        new = QMargins(left, old.top(), right, old.bottom())
        if new != old:
            layout.setContentsMargins(new)


def fill_height(area: Scroller, panel: QWidget, most: int | None = None) -> None:
    """Give the list in a sheet's panel what the rest of the panel leaves of the window's height."""
    column = panel.layout()
    column.activate()
    wraps = column.hasHeightForWidth()
    whole = column.totalHeightForWidth(panel.width()) if wraps else column.sizeHint().height()
    rest = whole - area.minimumHeight()
    room = panel.window().height() - AROUND - rest
    area.setFixedHeight(max(min(room, most or room), LEAST))
    # Else it is as high as its wrapping labels would like to be in a narrow column.
    panel.setFixedHeight(rest + area.minimumHeight())

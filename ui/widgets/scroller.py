"""A column that scrolls when it must; its scroll bar takes the place of its margin, not of it."""

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from ui import theme


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

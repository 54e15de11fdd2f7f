"""The viewer's panel: the picture or the empty state, and the transport below."""

from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.viewer.empty_state import EmptyState
from ui.viewer.screen_view import ScreenView
from ui.viewer.transport_bar import TransportBar


class ViewerPanel(QWidget):
    """Shows the empty state until there is a film."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("window")
        self.screen = ScreenView(desk)
        self.empty = EmptyState()
        self.bar = TransportBar(desk, self.screen)
        stage = QWidget()
        self._stack = QStackedLayout(stage)
        self._stack.addWidget(self.screen)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(stage, 1)
        column.addWidget(self.bar)
        desk.bridge.changed.connect(self._refresh)
        desk.bridge.previewed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        empty = self._desk.session.shown.sequence.frames == 0
        self._stack.setCurrentWidget(self.empty if empty else self.screen)
        self.bar.setEnabled(not empty)

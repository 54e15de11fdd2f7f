"""The left side: Create or Media."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.widgets.segments import Segments


class SidePanel(QWidget):
    """One of two panels, chosen at the top."""

    def __init__(self, create: QWidget, media: QWidget) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(272)
        self._panels = {"create": create, "media": media}
        self.tabs = Segments(
            self.tr("Panel"), [("create", self.tr("Create")), ("media", self.tr("Media"))]
        )
        self._stack = QStackedWidget()
        for panel in self._panels.values():
            self._stack.addWidget(panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        head = QVBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.addWidget(self.tabs)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.tabs.chosen.connect(lambda name: self._stack.setCurrentWidget(self._panels[name]))

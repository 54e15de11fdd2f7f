"""The bar at the top: project menu, undo and redo, title, queue, Export."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from ui import theme
from ui.actions import Actions
from ui.desk import Desk
from ui.preferences import Preferences
from ui.queue.indicator import QueueIndicator
from ui.widgets.button import TextButton
from ui.widgets.icon import icon
from ui.widgets.label import ElidedLabel

MENU = ("new", "open", "save_as", "", "export", "conform", "show_models", "", "show_keys")


class TopBar(QWidget):
    """What concerns the whole project."""

    def __init__(self, desk: Desk, actions: Actions) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(theme.TOP_BAR)
        self.queue = QueueIndicator(desk)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 16, 0)
        row.setSpacing(4)
        row.addWidget(self._menu_button(actions))
        row.addWidget(actions.button("undo", 32))
        row.addWidget(actions.button("redo", 32))
        row.addSpacing(8)
        row.addWidget(self._title(), 1)
        row.addWidget(self.queue)
        row.addSpacing(8)
        row.addWidget(self._export_button(actions))

    def _menu_button(self, actions: Actions) -> TextButton:
        button = TextButton("Laqta", "menu")
        button.setAccessibleName(self.tr("Project menu"))
        button.setIcon(icon("chevron"))
        button.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft
            if self.isLeftToRight()
            else Qt.LayoutDirection.LeftToRight
        )
        menu = QMenu(button)
        menu.setLayoutDirection(self.layoutDirection())
        for name in MENU:
            menu.addAction(actions[name]) if name else menu.addSeparator()
        menu.addSeparator()
        self.preferences = Preferences(self._desk)
        self.preferences.fill(menu)
        button.clicked.connect(lambda: menu.popup(button.mapToGlobal(QPoint(0, button.height()))))
        return button

    def _title(self) -> ElidedLabel:
        self.title = ElidedLabel(role="quiet")
        self.title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.title.setAccessibleName(self.tr("Project"))
        return self.title

    def _export_button(self, actions: Actions) -> TextButton:
        button = TextButton(self.tr("Export"), "primary")
        button.setIcon(QIcon())
        action = actions["export"]
        button.setEnabled(action.isEnabled())
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
        return button

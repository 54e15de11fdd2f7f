"""What the person prefers, in the project menu: the language and the size of the interface."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QIcon
from PySide6.QtWidgets import QMenu

from ui.desk import Desk
from ui.language import LANGUAGES
from ui.widgets.icon import icon

SCALES = (1.0, 1.25, 1.5, 2.0)


class Preferences(QObject):
    """`language_picked`: the window is wanted in another language."""

    language_picked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def fill(self, menu: QMenu) -> None:
        """Add both to the menu."""
        languages = menu.addMenu(self.tr("Language"))
        names = {"system": self.tr("As the system"), **LANGUAGES}
        kept = self._desk.settings.text("language")
        for code, name in self._group(languages, names, kept):
            name.triggered.connect(partial(self._pick_language, code))
        sizes = menu.addMenu(self.tr("Interface size, from the next start"))
        scales = {f"{scale:g}": f"{scale:.0%}" for scale in SCALES}
        kept = f"{self._desk.settings.number('interface_scale'):g}"
        for scale, action in self._group(sizes, scales, kept):
            action.triggered.connect(partial(self._pick_scale, float(scale)))

    def _group(self, menu: QMenu, names: dict[str, str], kept: str):  # noqa: ANN202
        group = QActionGroup(menu)
        for value, name in names.items():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.toggled.connect(partial(_mark, action))
            action.setChecked(value == kept)
            group.addAction(action)
            yield value, action

    def _pick_language(self, code: str) -> None:
        self.language_picked.emit(code)

    def _pick_scale(self, scale: float) -> None:
        self._desk.remember("interface_scale", scale)


def _mark(action: QAction, on: bool) -> None:
    action.setIcon(icon("check") if on else QIcon())

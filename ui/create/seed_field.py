"""The seed: kept while it is locked, new for each shot while it isn't."""

from random import randint

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.button import IconButton
from ui.widgets.drag_number import DragNumber
from ui.widgets.icon import icon

HIGHEST = 9999


class SeedField(QWidget):
    """`changed` whenever another seed shows."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.number = DragNumber(self.tr("Seed"), 1, HIGHEST, 1, default=1)
        self.lock = IconButton("lock_open", self.tr("Keep this seed"), checkable=True, side=28)
        self.number.setMinimumWidth(48)
        another = IconButton("dice", self.tr("Another seed"), side=28)
        row.addWidget(self.number, 1)
        row.addWidget(another)
        row.addWidget(self.lock)
        self.number.chosen.connect(lambda value: self.changed.emit())
        another.clicked.connect(self.roll)
        self.lock.toggled.connect(lambda on: self.lock.setIcon(icon("lock" if on else "lock_open")))

    @property
    def seed(self) -> int:
        """The seed that shows."""
        return round(self.number.value)

    def roll(self) -> None:
        """Show another seed."""
        self.number.set_value(randint(1, HIGHEST))
        self.changed.emit()

    def used(self) -> None:
        """A shot was made with it: take another one unless it is locked."""
        if not self.lock.isChecked():
            self.roll()

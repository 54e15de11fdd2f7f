"""The sheet with all keys, made from the table of actions."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.actions import DEEDS
from ui.widgets.button import TextButton
from ui.widgets.label import label

COLUMNS = 2
NATIVE = QKeySequence.SequenceFormat.NativeText


class KeysPanel(QWidget):
    """Every action and its keys."""

    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(label(self.tr("Keyboard"), "heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        rows = -(-len(DEEDS) // COLUMNS)
        for index, deed in enumerate(DEEDS):
            side, row = divmod(index, rows)
            text = QCoreApplication.translate("actions", deed.text).rstrip("…")
            grid.addWidget(label(text, "quiet"), row, side * 2)
            keys = (QKeySequence(key).toString(NATIVE) for key in deed.keys)
            grid.addWidget(label("   ".join(keys), "faint"), row, side * 2 + 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        column.addLayout(grid)
        self._close = TextButton(self.tr("Close"))
        self._close.clicked.connect(self.done)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._close)
        column.addLayout(foot)

    def begin(self) -> None:
        """Take the keys."""
        self._close.setFocus()

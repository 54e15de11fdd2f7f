"""A group of properties: a heading and rows of a name and a control."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.document.clip import Clip, ClipId
from app.document.project import Project
from ui.inspector.clip_edits import ClipEdits
from ui.widgets.drag_number import DragNumber
from ui.widgets.label import label
from ui.widgets.switch import Switch

NAME_WIDTH = 72
Setter = Callable[[Project, ClipId, float], Project]


class Section(QWidget):
    """`follow` shows a clip's values; `fits` says whether the clip has such properties."""

    def __init__(self, title: str, edits: ClipEdits) -> None:
        super().__init__()
        self.edits = edits
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(8)
        self._head = QHBoxLayout()
        self._head.addWidget(label(title, "title"), 1)
        column.addLayout(self._head)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(0, NAME_WIDTH)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)

    def fits(self, project: Project, clip: Clip) -> bool:
        """Whether the clip has these properties."""
        return True

    def follow(self, project: Project, clip: Clip) -> None:
        """Show the clip's values."""
        raise NotImplementedError

    def add_row(self, name: str, control: QWidget) -> None:
        """A named control."""
        row = self._grid.rowCount()
        self._grid.addWidget(label(name, "field"), row, 0)
        alignment = Qt.AlignmentFlag.AlignVCenter
        if isinstance(control, Switch):
            alignment |= Qt.AlignmentFlag.AlignLeft
            self._grid.addWidget(control, row, 1, alignment)
        else:
            self._grid.addWidget(control, row, 1)

    def add_wide(self, control: QWidget) -> None:
        """A control over the whole width."""
        self._grid.addWidget(control, self._grid.rowCount(), 0, 1, 2)

    def add_pair(self, name: str, left: QWidget, right: QWidget) -> None:
        """Two controls behind one name."""
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(left)
        row.addWidget(right)
        self.add_row(name, pair)

    def bind(self, number: DragNumber, step: str, setter: Setter) -> DragNumber:
        """Let the number show its effect while it moves and be one step when it rests."""
        number.tried.connect(
            lambda value: self.edits.attempt(lambda project, clip: setter(project, clip, value))
        )
        number.chosen.connect(
            lambda value: self.edits.commit(
                step, lambda project, clip: setter(project, clip, value)
            )
        )
        number.left.connect(self.edits.leave)
        return number

    def bind_switch(self, switch: Switch, step: str, setter: Setter) -> Switch:
        """Let the switch be one step."""
        switch.clicked.connect(
            lambda on: self.edits.commit(step, lambda project, clip: setter(project, clip, on))
        )
        return switch

"""What a final shot is made with: the model and its ways, and how many takes from other seeds."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.document.clip import ShotId
from ui import theme
from ui.desk import Desk
from ui.models.run_fields import RunFields
from ui.widgets.label import label
from ui.widgets.segments import Segments

MOST = 4


class FinalFields(QWidget):
    """Shown below the other fields while final shots are made."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._session = desk.session
        self.run = RunFields(desk)
        counts = [(str(count), str(count)) for count in range(1, MOST + 1)]
        self.takes = Segments(self.tr("Takes"), counts)
        self.takes.setToolTip(self.tr("More takes come from the next seeds"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        rule = QFrame()
        rule.setFixedHeight(1)
        rule.setStyleSheet(f"background: {theme.LINE};")
        column.addWidget(rule)
        column.addSpacing(8)
        column.addWidget(self.run)
        column.addSpacing(4)
        column.addWidget(label(self.tr("Takes"), "field"))
        column.addWidget(self.takes)

    def queue(self, shot: ShotId) -> None:
        """Queue the shot's takes. Raises EditRefused."""
        run = self.run
        run.remember()
        how = (run.model, run.profile, run.framing, run.strength)
        self._session.make_take(shot, *how)
        more = int(self.takes.value) - 1
        if more:
            self._session.vary(shot, more, *how)

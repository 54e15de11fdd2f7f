"""What a take that waits will be asked for, to be changed before it starts."""

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.jobs import Job
from app.work import NewTake
from ui.desk import Desk
from ui.models.run_fields import RunFields
from ui.widgets.bidi import read_both_ways
from ui.widgets.button import TextButton
from ui.widgets.label import label

PROMPT_HEIGHT = 64


class TakeEditor(QWidget):
    """`done`: it was changed, or is to stay as it is. `grown`: it needs another height."""

    done = Signal()
    grown = Signal()

    def __init__(self, desk: Desk, job: Job, work: NewTake) -> None:
        super().__init__()
        self._queue, self._id, self._work = desk.session.queue, job.id, work
        self.prompt = QPlainTextEdit(work.request.prompt)
        self.prompt.setAccessibleName(self.tr("Prompt of the take"))
        self.prompt.setTabChangesFocus(True)
        self.prompt.setFixedHeight(PROMPT_HEIGHT)
        read_both_ways(self.prompt)
        self.run = RunFields(desk)
        self.run.show_run(work.request.model, work.profile, work.framing, work.strength)
        self.run.show_request(work.request)
        self.keep = TextButton(self.tr("Change"), "primary")
        leave = TextButton(self.tr("Leave as it was"), "quiet")
        self._lay_out(leave)
        self.keep.clicked.connect(self._keep)
        leave.clicked.connect(self.done)
        self.run.changed.connect(self._refresh)
        self.prompt.textChanged.connect(self._refresh)

    def _lay_out(self, leave: TextButton) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Prompt"), "field"))
        column.addWidget(self.prompt)
        column.addWidget(self.run)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(self.keep)
        column.addLayout(foot)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.grown.emit()

    def _refresh(self) -> None:
        self.keep.setEnabled(bool(self.prompt.toPlainText().strip()) and self.run.ready)

    def _keep(self) -> None:
        fields = self.run
        prompt = self.prompt.toPlainText().strip()
        request = replace(self._work.request, prompt=prompt, model=fields.model)
        work = replace(
            self._work,
            request=request,
            profile=fields.profile,
            framing=fields.framing,
            strength=fields.strength,
            run=None,
            made_by=None,
        )
        self._queue.edit(self._id, work)
        self.done.emit()

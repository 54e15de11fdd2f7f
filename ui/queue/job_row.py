"""One job in the queue: what it is, how far it is, what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.jobs import Job, Waiting
from app.work import Download, NewTake
from engine.contract.events import Done, Failed
from engine.contract.making import Made
from ui.desk import Desk
from ui.queue.grip import Grip
from ui.queue.job_picture import JobPicture
from ui.queue.job_words import kind_of, state_of, title_of
from ui.widgets.bar import Bar
from ui.widgets.button import HoldButton, IconButton
from ui.widgets.label import ElidedLabel, give_role, label


class JobRow(QWidget):
    """Follows its job through `show_job`. `editing_wanted`: what it asks for is to be changed."""

    editing_wanted = Signal()

    def __init__(self, desk: Desk, job: Job) -> None:
        super().__init__()
        self._desk, self._queue, self._id = desk, desk.session.queue, job.id
        self.grip = Grip()
        self.picture = JobPicture(desk.stills)
        self.name = ElidedLabel()
        self.kind = ElidedLabel(role="faint")
        self.state = label("", "quiet", wrap=True)
        self.bar = Bar()
        self.bar.setAccessibleName(self.tr("Progress"))
        self.edit = IconButton("pencil", self.tr("Change before it starts"), side=28)
        self.hold = HoldButton(self.tr("Pause; what has come is kept"), self.tr("Go on"))
        self.copy = IconButton("copy", self.tr("Copy the details"), side=28)
        self.cancel = IconButton("close", self.tr("Cancel"), side=28)
        self.retry = IconButton("reset", self.tr("Try again"), side=28)
        self.remove = IconButton("trash", self.tr("Take off the list"), side=28)
        self._lay_out()
        self._listen()
        self.show_job(job)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.grip, alignment=top)
        row.addWidget(self.picture, alignment=top)
        words = QVBoxLayout()
        words.setSpacing(2)
        for each in (self.name, self.kind, self.bar, self.state):
            words.addWidget(each)
        row.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for each in (self.copy, self.edit, self.retry, self.hold, self.cancel, self.remove):
            buttons.addWidget(each, alignment=top)
        row.addLayout(buttons)

    def _listen(self) -> None:
        self.cancel.clicked.connect(lambda: self._queue.cancel(self._id))
        self.hold.clicked.connect(self._hold)
        self.copy.clicked.connect(self._copy)
        self.retry.clicked.connect(lambda: self._queue.retry(self._id))
        self.remove.clicked.connect(lambda: self._queue.remove(self._id))
        self.edit.clicked.connect(self.editing_wanted)

    @property
    def job(self) -> Job:
        """The job as it stands."""
        return self._queue.job(self._id)

    def show_job(self, job: Job) -> None:
        """Show the job as it stands."""
        models = self._desk.session.models.all
        self.picture.show_job(job, self._queue.preview(job.id) if job.running else b"")
        self.name.setText(title_of(job, models))
        self.kind.setText(kind_of(job, models))
        self.state.setText(state_of(job, self._queue))
        held = self._queue.reached(job.id) if isinstance(job.work, Download) else None
        self.bar.setVisible(job.running or (held is not None and not isinstance(job.state, Done)))
        self.bar.set_part(held.done / held.total if held else job.part or 0.0)
        self.state.setToolTip(job.trouble.detail if job.trouble else "")
        give_role(self.state, "bad" if isinstance(job.state, Failed) else "quiet")
        self._show_buttons(job)

    def _show_buttons(self, job: Job) -> None:
        waits, download = isinstance(job.state, Waiting), isinstance(job.work, Download)
        made = isinstance(job.state, Done | Made)
        self.grip.name_it(self.tr("Move {name}").format(name=self.name.text()))
        self.grip.setEnabled(waits)
        self.edit.setVisible(waits and isinstance(job.work, NewTake))
        self.hold.setVisible(download and not made)
        self.hold.show_held(job.over)
        self.cancel.setVisible(not job.over and not download)
        self.retry.setVisible(job.over and not made and not download)
        self.copy.setVisible(bool(job.trouble and job.trouble.detail))
        self.remove.setVisible(job.over or download)
        self.remove.name_it(
            self.tr("Take off the list")
            if job.over
            else self.tr("Give up; what has come stays in its folder")
        )

    def _hold(self) -> None:
        if self.job.over:
            self._queue.retry(self._id)
        else:
            self._queue.cancel(self._id)

    def _copy(self) -> None:
        """What happened and the details, to be reported."""
        trouble = self.job.trouble
        if trouble:
            QGuiApplication.clipboard().setText(f"{trouble.text}\n{trouble.detail}")

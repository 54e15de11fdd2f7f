"""A model on its way here: how much has come, how fast, what is left; holding it, giving it up."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.jobs import Job, JobQueue
from engine.contract.events import Failed
from ui.queue.job_words import state_of
from ui.widgets.bar import Bar
from ui.widgets.button import HoldButton, IconButton
from ui.widgets.label import give_role, label


class DownloadLine(QWidget):
    """Follows a download through `show_job`."""

    def __init__(self, queue: JobQueue) -> None:
        super().__init__()
        self._queue = queue
        self._job: Job | None = None
        self.bar = Bar()
        self.bar.setAccessibleName(self.tr("Progress"))
        self.come = label("", "quiet", wrap=True)
        self.hold = HoldButton(self.tr("Pause; what has come is kept"), self.tr("Go on"))
        self.drop = IconButton(
            "close", self.tr("Give up; what has come stays in its folder"), side=28
        )
        self.hold.clicked.connect(self._hold)
        self.drop.clicked.connect(self._drop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.bar)
        words.addWidget(self.come)
        row.addLayout(words, 1)
        for each in (self.hold, self.drop):
            row.addWidget(each, alignment=Qt.AlignmentFlag.AlignTop)

    def show_job(self, job: Job) -> None:
        """Show the download as it stands."""
        self._job = job
        reached = self._queue.reached(job.id)
        # After a restart nobody knows how far a held one was.
        self.bar.setVisible(reached is not None or not job.over)
        self.bar.set_part(reached.done / reached.total if reached else 0.0)
        self.come.setText(state_of(job, self._queue))
        give_role(self.come, "bad" if isinstance(job.state, Failed) else "quiet")
        self.hold.show_held(job.over)

    def _hold(self) -> None:
        job = self._job
        if job and job.over:
            self._queue.retry(job.id)
        elif job:
            self._queue.cancel(job.id)

    def _drop(self) -> None:
        if self._job:
            self._queue.remove(self._job.id)

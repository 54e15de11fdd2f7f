"""The queue's card: each job with its progress, newest first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.queue.job_row import JobRow
from ui.widgets.label import label

WIDTH, TALLEST = 352, 360


class QueuePanel(QWidget):
    """`resized`: it has more or fewer rows."""

    resized = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._queue = desk.session.queue
        self._rows: dict[int, JobRow] = {}
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(label(self.tr("Queue"), "title"))
        self._empty = label(self.tr("Exports appear here with their progress."), "quiet", wrap=True)
        column.addWidget(self._empty)
        column.addWidget(self._list())
        desk.bridge.queue_changed.connect(self._refresh)
        self._refresh()

    def _list(self) -> QScrollArea:
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(content)
        return self._area

    def rows(self) -> list[JobRow]:
        """The rows, newest first."""
        return [self._rows[number] for number in sorted(self._rows, reverse=True)]

    def _refresh(self) -> None:
        jobs = {job.id: job for job in self._queue.jobs}
        before = set(self._rows)
        for gone in before - set(jobs):
            self._rows.pop(gone).deleteLater()
        for number, job in jobs.items():
            if number in self._rows:
                self._rows[number].show_job(job)
            else:
                self._rows[number] = JobRow(self._queue, job)
                self._column.insertWidget(0, self._rows[number])
        self._empty.setVisible(not jobs)
        self._area.setVisible(bool(jobs))
        height = self._column.sizeHint().height()
        self._area.setFixedHeight(min(max(height, 48), TALLEST))
        if before != set(jobs):
            self.resized.emit()

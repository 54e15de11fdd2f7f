"""One job in the queue: what it is, how far it is, what can be done about it."""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.jobs import Interrupted, Job, JobQueue, Waiting
from engine.contract.events import Cancelled, Done, Failed, Progress
from ui import theme
from ui.viewer.timecode import clock_text
from ui.widgets.button import IconButton
from ui.widgets.label import ElidedLabel, label
from ui.wording import sentences


class Bar(QWidget):
    """How much is done, from 0 to 1."""

    def __init__(self) -> None:
        super().__init__()
        self._part = 0.0
        self.setFixedHeight(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_part(self, part: float) -> None:
        """Show this much."""
        self._part = part
        self.setAccessibleDescription(f"{part:.0%}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            whole = QRectF(self.rect())
            painter.setBrush(QColor(theme.EDGE))
            painter.drawRoundedRect(whole, 2, 2)
            width = max(whole.width() * self._part, 4.0)
            left = 0 if self.isLeftToRight() else whole.width() - width
            painter.setBrush(QColor(theme.ACCENT))
            painter.drawRoundedRect(QRectF(left, 0, width, 4), 2, 2)


class JobRow(QWidget):
    """Follows its job through `show_job`."""

    def __init__(self, queue: JobQueue, job: Job) -> None:
        super().__init__()
        self._queue, self._id = queue, job.id
        self.name = ElidedLabel(Path(job.delivery.path).name)
        self.state = label("", "quiet", wrap=True)
        self.bar = Bar()
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel = IconButton("close", self.tr("Cancel"), side=28)
        self.retry = IconButton("reset", self.tr("Try again"), side=28)
        self.remove = IconButton("trash", self.tr("Take off the list"), side=28)
        self._lay_out()
        self.cancel.clicked.connect(lambda: queue.cancel(self._id))
        self.retry.clicked.connect(lambda: queue.retry(self._id))
        self.remove.clicked.connect(lambda: queue.remove(self._id))
        self.show_job(job)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        words = QVBoxLayout()
        words.setSpacing(4)
        for each in (self.name, self.bar, self.state):
            words.addWidget(each)
        row.addLayout(words, 1)
        for button in (self.retry, self.cancel, self.remove):
            row.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)

    def show_job(self, job: Job) -> None:
        """Show the job as it stands."""
        self.bar.setVisible(job.running)
        if isinstance(job.state, Progress):
            self.bar.set_part(job.state.done / max(job.state.total, 1))
        self.state.setText(self._words(job))
        self.state.setProperty("role", "bad" if isinstance(job.state, Failed) else "quiet")
        self.state.style().polish(self.state)
        self.cancel.setVisible(not job.over)
        self.retry.setVisible(job.over and not isinstance(job.state, Done))
        self.remove.setVisible(job.over)

    def _words(self, job: Job) -> str:
        match job.state:
            case Waiting():
                return self.tr("Waiting")
            case Progress(done, total, remaining):
                part = f"{done / max(total, 1):.0%}"
                if remaining is None:
                    return part
                time = clock_text(remaining)
                return self.tr("{part}, {time} left").format(part=part, time=time)
            case Done():
                return self.tr("Done: {folder}").format(folder=Path(job.delivery.path).parent)
            case Cancelled():
                return self.tr("Cancelled; nothing was left behind")
            case Interrupted():
                return self.tr("Interrupted when the studio closed")
            case Failed():
                return sentences(job.trouble) if job.trouble else ""

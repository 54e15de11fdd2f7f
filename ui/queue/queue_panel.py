"""The queue's card: what is made and what waits, in its order; below it what is over."""

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.jobs import Job, Waiting
from app.work import Download, NewTake
from engine.contract.events import Cancelled
from ui import theme
from ui.desk import Desk
from ui.queue.job_row import JobRow
from ui.queue.take_editor import TakeEditor
from ui.widgets.button import IconButton
from ui.widgets.icon import icon
from ui.widgets.label import label
from ui.widgets.scroller import Scroller

DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
WIDTH, TALLEST, GAP = 448, 560, 16


class QueuePanel(QWidget):
    """`resized`: it has more or fewer rows. `models_wanted`: the list of models."""

    resized = Signal()
    models_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._queue = desk, desk.session.queue
        self._rows: dict[int, JobRow] = {}
        self._shown: dict[int, Job] = {}
        self._order: list[int] = []
        self._held_by: tuple[bool, frozenset[int]] = (False, frozenset())
        self._editing: tuple[int, TakeEditor] | None = None
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._head())
        empty = self.tr("Exports, takes and downloads appear here with their progress.")
        self._empty = label(empty, "quiet", wrap=True)
        column.addWidget(self._empty)
        column.addWidget(self._made_list())
        desk.bridge.queue_changed.connect(self._refresh)
        self._settle()
        desk.bridge.models_changed.connect(self._rename)
        self._refresh()

    def _head(self) -> QHBoxLayout:
        self.hold = IconButton("pause", self.tr("Start nothing new"), side=28)
        self.hold.clicked.connect(self._toggle)
        self.held = label(self.tr("Paused"), "faint")
        self.clear = IconButton("trash", self.tr("Take all that is over off the list"), side=28)
        self.clear.clicked.connect(self._clear)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(label(self.tr("Queue"), "title"), 1)
        head.addWidget(self.held)
        head.addSpacing(8)
        head.addWidget(self.clear)
        head.addWidget(self.hold)
        return head

    def _made_list(self) -> QScrollArea:
        self._content = RowList()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._area = Scroller(self._content, 0)
        return self._area

    def rows(self) -> list[JobRow]:
        """The rows from top to bottom."""
        return [self._rows[number] for number in self._order]

    @property
    def editor(self) -> TakeEditor | None:
        """The open editor of a take that waits."""
        return self._editing[1] if self._editing else None

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Rows have their true height only once they are seen."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._settle)

    # following the queue

    def _refresh(self) -> None:
        jobs = {job.id: job for job in self._queue.jobs}
        if self._editing and not _can_edit(jobs.get(self._editing[0])):
            self._end_editing()
        for gone in set(self._rows) - set(jobs):
            row = self._rows.pop(gone)
            row.hide()
            row.deleteLater()
        what_holds = self._what_holds()
        held_alike = what_holds == self._held_by
        for number, job in jobs.items():
            if number not in self._rows:
                self._rows[number] = self._made_row(job)
            elif self._shown.get(number) is not job or not (job.running or held_alike):
                self._rows[number].show_job(job)
        self._held_by = what_holds
        stages = {number: type(job.state) for number, job in jobs.items()}
        if stages != {number: type(job.state) for number, job in self._shown.items()}:
            # Rows know their new heights only a turn later.
            QTimer.singleShot(0, self, self._settle)
        self._shown = jobs
        self._arrange(_in_sight_order(jobs))
        self._show_hold()

    def _what_holds(self) -> tuple[bool, frozenset[int]]:
        """What those that wait have to tell: the pause, and models that are on their way."""
        waiting = (job for job in self._queue.jobs if isinstance(job.state, Waiting))
        return self._queue.paused, frozenset(
            job.id for job in waiting if self._queue.awaits_model(job)
        )

    def _rename(self) -> None:
        """Models are known by other names now."""
        for row in self._rows.values():
            row.show_job(row.job)

    def _made_row(self, job: Job) -> JobRow:
        row = JobRow(self._desk, job)
        row.grip.dragged.connect(lambda at: self._drag(row, at))
        row.grip.dropped.connect(lambda at: self._drop(row, at))
        row.grip.left.connect(lambda: self._content.mark(None))
        row.grip.stepped.connect(lambda by: self._step(row, by))
        row.editing_wanted.connect(lambda: self._edit(row))
        return row

    def _arrange(self, order: list[int]) -> None:
        if order == self._order:
            return
        self._order = order
        # By its widgets: Python would keep the column's items for longer than they live.
        for widget in self._content.findChildren(QWidget, options=DIRECT):
            self._column.removeWidget(widget)
        for number in order:
            self._column.addWidget(self._rows[number])
            if self._editing and self._editing[0] == number:
                self._column.addWidget(self._editing[1])
        self._settle()

    def _settle(self) -> None:
        self._empty.setVisible(not self._order)
        self._area.setVisible(bool(self._order))
        before = self._area.height()
        width = WIDTH - theme.SCROLL_BAR
        self._column.activate()
        wraps = self._column.hasHeightForWidth()
        hint = self._column.sizeHint().height()
        height = self._column.totalHeightForWidth(width) if wraps else hint
        self._content.setMinimumHeight(height)
        self._area.setFixedHeight(min(max(height, 48), TALLEST, self._tallest()))
        if self._area.height() != before:
            self.layout().activate()
            self.updateGeometry()
            self.resized.emit()

    def _tallest(self) -> int:
        return max(self._desk_height() - theme.TOP_BAR - 120, 160)

    def _desk_height(self) -> int:
        return self.window().height() if self.window() is not self else 900

    def _toggle(self) -> None:
        if self._queue.paused:
            self._queue.resume()
        else:
            self._queue.pause()

    def _clear(self) -> None:
        """Finished files stay; a download that is held is not over."""
        for job in self._queue.jobs:
            if _is_done_with(job):
                self._queue.remove(job.id)

    def _show_hold(self) -> None:
        paused = self._queue.paused
        self.clear.setVisible(sum(map(_is_done_with, self._queue.jobs)) > 1)
        self.held.setVisible(paused)
        self.hold.setIcon(icon("play") if paused else icon("pause"))
        name = self.tr("Go on with the queue") if paused else self.tr("Start nothing new")
        self.hold.setAccessibleName(name)
        self.hold.setToolTip(name)

    # their order

    def _waiting(self) -> list[int]:
        return [n for n in self._order if isinstance(self._queue.job(n).state, Waiting)]

    def _place(self, row: JobRow, at: QPointF) -> int:
        """Before which of the waiting rows it would go."""
        y = row.grip.mapTo(self._content, at.toPoint()).y()
        rows = [self._rows[number] for number in self._waiting()]
        return sum(y > each.geometry().center().y() for each in rows)

    def _drag(self, row: JobRow, at: QPointF) -> None:
        rows = [self._rows[number] for number in self._waiting()]
        place = self._place(row, at)
        top = rows[place].y() if place < len(rows) else rows[-1].geometry().bottom() + GAP
        self._content.mark(top - GAP // 2)
        spot = row.grip.mapTo(self._content, at.toPoint())
        self._area.ensureVisible(0, spot.y(), 0, 24)

    def _drop(self, row: JobRow, at: QPointF) -> None:
        self._content.mark(None)
        waiting = self._waiting()
        place, here = self._place(row, at), waiting.index(row.job.id)
        self._move(row.job.id, place - 1 if place > here else place)

    def _step(self, row: JobRow, by: int) -> None:
        waiting = self._waiting()
        place = waiting.index(row.job.id) + by
        if 0 <= place < len(waiting):
            self._move(row.job.id, place)
            row.grip.setFocus()

    def _move(self, job_id: int, place: int) -> None:
        """Put it at this place among those that wait."""
        waiting = self._waiting()
        if waiting.index(job_id) == place:
            return
        others = [number for number in waiting if number != job_id]
        every = [job.id for job in self._queue.jobs if job.id != job_id]
        if place < len(others):
            self._queue.move(job_id, every.index(others[place]))
        else:
            self._queue.move(job_id, every.index(others[-1]) + 1)

    # changing what waits

    def _edit(self, row: JobRow) -> None:
        was = self._editing[0] if self._editing else None
        self._end_editing()
        job = row.job
        if was != job.id and isinstance(job.work, NewTake):
            editor = TakeEditor(self._desk, job, job.work)
            editor.done.connect(self._end_editing)
            editor.run.models_wanted.connect(self.models_wanted)
            self._editing = job.id, editor
            self._column.insertWidget(self._column.indexOf(row) + 1, editor)
            editor.prompt.setFocus()
            editor.grown.connect(lambda: self._show_editor_soon(editor))
            self._show_editor_soon(editor)

    def _show_editor_soon(self, editor: TakeEditor) -> None:
        QTimer.singleShot(0, editor, lambda: self._show_editor(editor))

    def _show_editor(self, editor: TakeEditor) -> None:
        """Bring the whole editor into sight once it has its size."""
        self._settle()
        QTimer.singleShot(0, editor, lambda: self._area.ensureWidgetVisible(editor, 0, 0))

    def _end_editing(self) -> None:
        if self._editing:
            (number, editor), self._editing = self._editing, None
            if editor.isAncestorOf(self.window().focusWidget()) and number in self._rows:
                self._rows[number].edit.setFocus()
            self._column.removeWidget(editor)
            editor.hide()
            editor.deleteLater()
            self._settle()


class RowList(QWidget):
    """Holds the rows, and shows where a dragged one would go."""

    def __init__(self) -> None:
        super().__init__()
        self._line: int | None = None

    @property
    def line(self) -> int | None:
        """Where the dragged row would go, in pixels from the top."""
        return self._line

    def mark(self, y: int | None) -> None:
        """Show the line here, or take it away."""
        self._line = y
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if self._line is not None:
            with QPainter(self) as painter:
                place = QRectF(0, max(self._line - 1, 0), self.width(), 2)
                painter.fillRect(place, QColor(theme.ACCENT))


def _in_sight_order(jobs: dict[int, Job]) -> list[int]:
    """What runs, what waits, and what is over, the newest first."""
    running = [number for number, job in jobs.items() if job.running]
    waiting = [number for number, job in jobs.items() if isinstance(job.state, Waiting)]
    over = sorted((job.ended, number) for number, job in jobs.items() if job.over)
    return [*running, *waiting, *(number for _, number in reversed(over))]


def _is_done_with(job: Job) -> bool:
    return job.over and not (isinstance(job.work, Download) and isinstance(job.state, Cancelled))


def _can_edit(job: Job | None) -> bool:
    return job is not None and isinstance(job.state, Waiting)

"""The heads of the tracks, left of the timeline: name, mute, hide, lock."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.document.project import Project
from app.document.sequence import Track, TrackId
from app.edits.tracks import set_hidden, set_locked, set_muted
from ui import theme
from ui.desk import Desk
from ui.timeline.film_canvas import Canvas
from ui.widgets.button import IconButton
from ui.widgets.icon import icon
from ui.widgets.label import label

WIDTH = 128
Toggle = Callable[[Project, TrackId, bool], Project]


class Heads(QWidget):
    """Keeps its heads beside the canvas's rows."""

    def __init__(self, desk: Desk, canvas: Canvas) -> None:
        super().__init__()
        self._desk, self._canvas = desk, canvas
        self._heads: dict[TrackId, TrackHead] = {}
        self.setFixedWidth(WIDTH)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        canvas.viewed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        rows = self._canvas.geometry_now.rows()
        for gone in set(self._heads) - {row.track.id for row in rows}:
            self._heads.pop(gone).deleteLater()
        for row in rows:
            head = self._heads.get(row.track.id)
            if head is None:
                head = self._heads[row.track.id] = TrackHead(self._desk, row.track)
                head.setParent(self)
                head.show()
            head.setGeometry(0, row.top, WIDTH - 4, row.height)
            head.show_track(row.track)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.WELL))


class TrackHead(QWidget):
    """One track's name and switches."""

    def __init__(self, desk: Desk, track: Track) -> None:
        super().__init__()
        self._desk, self._id = desk, track.id
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 4, 0)
        row.setSpacing(0)
        row.addWidget(label(track.id, "title"), 1)
        self.mute = self._switch(row, "speaker", self.tr("Mute %1"), "Mute track", set_muted)
        if track.kind == "picture":
            self.hide_it = self._switch(row, "eye", self.tr("Hide %1"), "Hide track", set_hidden)
        self.lock = self._switch(row, "lock_open", self.tr("Lock %1"), "Lock track", set_locked)

    def _switch(
        self, row: QHBoxLayout, symbol: str, name: str, step: str, edit: Toggle
    ) -> IconButton:
        button = IconButton(symbol, name.replace("%1", self._id), checkable=True, side=26)
        button.clicked.connect(
            lambda on: self._desk.session.apply(step, lambda project: edit(project, self._id, on))
        )
        row.addWidget(button)
        return button

    def show_track(self, track: Track) -> None:
        """Show the switches as they stand."""
        self._set(self.mute, track.muted, "speaker_off", "speaker")
        if track.kind == "picture":
            self._set(self.hide_it, track.hidden, "eye_off", "eye")
        self._set(self.lock, track.locked, "lock", "lock_open")

    def _set(self, button: IconButton, on: bool, symbol_on: str, symbol_off: str) -> None:
        button.setChecked(on)
        button.setIcon(icon(symbol_on if on else symbol_off))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.PANEL))

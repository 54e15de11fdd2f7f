"""The only place where the engine's and the session's events meet Qt: each becomes a Qt signal."""

from PySide6.QtCore import QObject, Signal

from app.errors import trouble_of_failure
from app.session import Session
from engine.contract.engine import Picture
from engine.contract.events import Failed, Playback


class Bridge(QObject):
    """Qt signals for everything that happens outside the window. Implements ScreenListener.

    Who receives `pictured` owns the picture and must release it.
    """

    pictured = Signal(object)
    played = Signal(object)
    changed = Signal()
    previewed = Signal()
    selected = Signal()
    moved = Signal(int)
    troubled = Signal(object)
    queue_changed = Signal()
    models_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        session.engine.screen.watch(self)
        self._links = (
            (session.changed, self._changed),
            (session.previewed, self._previewed),
            (session.selection_changed, self._selected),
            (session.playhead_changed, self._moved),
            (session.trouble, self._troubled),
            (session.queue.changed, self._queue_changed),
            (session.models.changed, self._models_changed),
        )
        for signal, slot in self._links:
            signal.connect(slot)

    def leave(self) -> None:
        """Hear nothing of the session any more."""
        for signal, slot in self._links:
            signal.disconnect(slot)

    def picture_ready(self, picture: Picture) -> None:
        """A picture to show now."""
        self.pictured.emit(picture)

    def playback_changed(self, playback: Playback) -> None:
        """Playback moved, started, paused or ended."""
        self.played.emit(playback)

    def screen_failed(self, failed: Failed) -> None:
        """A picture could not be made."""
        self.troubled.emit(trouble_of_failure(failed))

    def _changed(self) -> None:
        self.changed.emit()

    def _previewed(self) -> None:
        self.previewed.emit()

    def _selected(self) -> None:
        self.selected.emit()

    def _moved(self, frame: int) -> None:
        self.moved.emit(frame)

    def _troubled(self, trouble: object) -> None:
        self.troubled.emit(trouble)

    def _queue_changed(self) -> None:
        self.queue_changed.emit()

    def _models_changed(self) -> None:
        self.models_changed.emit()

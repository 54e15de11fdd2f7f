"""Where the film stands and how it runs: play, shuttle, steps, the loop and its marks."""

from PySide6.QtCore import QObject, QTimer, Signal

from app.session import Session
from engine.contract.events import Playback
from engine.contract.time import Span
from ui.bridge import Bridge

FASTEST = 8.0


class Transport(QObject):
    """Drives the engine's screen so that it always shows the session's film at its playhead."""

    changed = Signal()

    def __init__(self, session: Session, bridge: Bridge) -> None:
        super().__init__()
        self._session = session
        self._size = (640, 360)
        self.speed = 0.0
        self.dropped = 0
        self.loops = False
        self.mark_in: int | None = None
        self.mark_out: int | None = None
        self._following = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._refresh)
        bridge.played.connect(self._played)
        bridge.moved.connect(self._moved)
        bridge.changed.connect(self._soon.start)
        bridge.previewed.connect(self._soon.start)

    @property
    def playing(self) -> bool:
        """Whether the film runs."""
        return self.speed != 0.0

    @property
    def frames(self) -> int:
        """Length of the film, at least one frame."""
        return max(1, self._session.shown.sequence.frames)

    def marked(self) -> Span:
        """The frames between the in and out marks; the whole film where there are none."""
        start = min(self.mark_in or 0, self.frames - 1)
        stop = self.frames if self.mark_out is None else min(self.mark_out, self.frames)
        return Span(start, stop) if stop > start else Span(0, self.frames)

    def set_size(self, width: int, height: int) -> None:
        """The picture is wanted in this many pixels."""
        if (width, height) != self._size:
            self._size = (width, height)
            self._soon.start()

    # running

    def toggle(self) -> None:
        """Play, or pause."""
        if self.playing:
            self.pause()
        else:
            self.play(1.0)

    def play(self, speed: float) -> None:
        """Run at this speed, backwards when negative; from the other end when at the end."""
        frame, span = self._session.playhead, self.marked()
        if speed > 0 and frame >= (span.stop if self.loops else self.frames) - 1:
            frame = span.start if self.loops else 0
        elif speed < 0 and frame <= 0:
            frame = self.frames - 1
        self._follow(frame)
        self.speed, self.dropped = speed, 0
        self._run()
        self.changed.emit()

    def pause(self) -> None:
        """Stand still."""
        self.speed = 0.0
        self._session.engine.screen.pause()
        self.changed.emit()

    def shuttle(self, direction: int) -> None:
        """J and L: start in a direction; once more doubles the speed."""
        if self.speed * direction > 0:
            faster = self.speed * 2
            self.play(max(-FASTEST, min(FASTEST, faster)))
        else:
            self.play(float(direction))

    def step(self, by: int) -> None:
        """Stand still, `by` frames further."""
        self.go(self._session.playhead + by)

    def go(self, frame: int) -> None:
        """Stand still at this frame."""
        if self.playing:
            self.pause()
        self._session.move_playhead(max(0, min(frame, self.frames - 1)))

    def set_loops(self, loops: bool) -> None:
        """Whether playback runs round and round between the marks."""
        self.loops = loops
        if self.playing:
            self._run()
        self.changed.emit()

    def set_mark_in(self) -> None:
        """The loop starts at the playhead."""
        self.mark_in = self._session.playhead
        if self.mark_out is not None and self.mark_out <= self.mark_in:
            self.mark_out = None
        self.changed.emit()

    def set_mark_out(self) -> None:
        """The loop ends after the frame at the playhead."""
        self.mark_out = self._session.playhead + 1
        if self.mark_in is not None and self.mark_in >= self.mark_out:
            self.mark_in = None
        self.changed.emit()

    def clear_marks(self) -> None:
        """The loop is the whole film again."""
        self.mark_in = self.mark_out = None
        self.changed.emit()

    # the screen

    def _run(self) -> None:
        loop = self.marked() if self.loops else None
        self._session.engine.screen.play(
            self._session.plan(), self._session.playhead, *self._size, self.speed, loop
        )

    def _refresh(self) -> None:
        if self.playing:
            self._run()
        else:
            frame = min(self._session.playhead, self.frames - 1)
            self._session.engine.screen.show(self._session.plan(), frame, *self._size)

    def _moved(self, frame: int) -> None:
        if not self._following:
            self._soon.start()
        self.changed.emit()

    def _follow(self, frame: int) -> None:
        self._following = True
        self._session.move_playhead(frame)
        self._following = False

    def _played(self, playback: Playback) -> None:
        self._follow(playback.frame)
        self.dropped = playback.dropped
        if not playback.playing:
            self.speed = 0.0
        self.changed.emit()

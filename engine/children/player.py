"""The player child: answers the viewer with single pictures, and plays."""

from queue import Empty

from engine.children.gallery import Gallery
from engine.children.pipe import Pipe, failure_of
from engine.children.playback import Projector
from engine.contract.plan import RenderPlan
from engine.messages import Fault, Free, Load, Pause, Play, Show, ToChild, UseRing, Volume
from engine.render.compositor import Compositor

IDLE_WAIT = 0.004


class Player:
    """Owns one compositor, one plan and at most one running playback."""

    def __init__(self, pipe: Pipe) -> None:
        self._pipe = pipe
        self._gallery = Gallery()
        self._compositor = Compositor()
        self._plan: RenderPlan | None = None
        self._wanted: Show | None = None
        self._projector: Projector | None = None
        self._volume = 1.0
        self._alive = True

    def run(self) -> None:
        """Work until the studio is gone."""
        while self._alive:
            self._hear()
            try:
                self._work()
            except Exception as error:
                self._end_playback()
                self._pipe.send(Fault(0, failure_of(error)))
        self._end_playback()
        self._compositor.close()

    def _hear(self) -> None:
        """Take every message that waits; wait for one when there is nothing else to do."""
        try:
            timeout = IDLE_WAIT if self._busy() else None
            self._obey(self._pipe.inbox.get(timeout=timeout))
            while self._pipe.waiting():
                self._obey(self._pipe.inbox.get())
        except Empty:
            return

    def _busy(self) -> bool:
        return self._projector is not None or self._wanted is not None

    def _obey(self, message: ToChild | None) -> None:
        match message:
            case None:
                self._alive = False
            case UseRing():
                self._end_playback()
                self._gallery.use(message)
            case Free():
                self._gallery.free(message)
            case Load(plan):
                self._end_playback()
                self._plan = plan
            case Show():
                self._end_playback()
                self._wanted = message
            case Play():
                self._start_playback(message)
            case Pause():
                self._end_playback()
            case Volume(volume):
                self._volume = volume

    def _work(self) -> None:
        if self._projector is not None:
            while self._projector.compose_one() and not self._pipe.waiting():
                pass
            if not self._projector.running:
                self._end_playback()
        elif self._wanted is not None and self._plan is not None and self._gallery.has_room():
            order, self._wanted = self._wanted, None
            image = self._compositor.picture(self._plan, order.frame, order.width, order.height)
            shown = self._gallery.hang(image, order.frame)
            if shown is not None:
                self._pipe.send(shown)

    def _start_playback(self, order: Play) -> None:
        self._end_playback()
        self._wanted = None
        if self._plan is not None:
            self._projector = Projector(
                self._plan, order, self._compositor, self._gallery, self._pipe.send, self._loudness
            )

    def _end_playback(self) -> None:
        if self._projector is not None:
            self._projector.stop()
            self._projector = None

    def _loudness(self) -> float:
        return self._volume

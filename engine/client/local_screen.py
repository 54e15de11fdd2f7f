"""The viewer's screen over a player child."""

from engine.client.child import Child
from engine.client.wall import Wall
from engine.contract.engine import ScreenListener
from engine.contract.events import Failed, Playback
from engine.contract.plan import RenderPlan
from engine.contract.time import Span
from engine.messages import Fault, FromChild, Load, Pause, Play, Show, Shown, ToChild, Volume

SLOTS = 8


class LocalScreen:
    """See engine.contract.engine.Screen. A dead player is replaced at the next request."""

    def __init__(self) -> None:
        self._listener: ScreenListener | None = None
        self._child: Child | None = None
        self._wall: Wall | None = None
        self._loaded: RenderPlan | None = None
        self._frame = 0
        self._volume = 1.0

    @property
    def pid(self) -> int | None:
        """The player's process id while it runs."""
        return self._child.pid if self._child else None

    def watch(self, listener: ScreenListener) -> None:
        """Send everything to this listener from now on."""
        self._listener = listener

    def show(self, plan: RenderPlan, frame: int, width: int, height: int) -> None:
        """Show this frame."""
        self._prepare(plan, width, height)
        self._frame = frame
        self._send(Show(frame, width, height))

    def play(
        self,
        plan: RenderPlan,
        frame: int,
        width: int,
        height: int,
        speed: float = 1.0,
        loop: Span | None = None,
    ) -> None:
        """Play from `frame` on."""
        self._prepare(plan, width, height)
        self._send(Play(frame, width, height, speed, loop))

    def pause(self) -> None:
        """Stop playing."""
        if self._child is not None:
            self._send(Pause())

    def set_volume(self, volume: float) -> None:
        """Loudness of playback, 0 to 1."""
        self._volume = volume
        if self._child is not None:
            self._send(Volume(volume))

    async def close(self) -> None:
        """End the player."""
        child, self._child = self._child, None
        if child is not None:
            await child.end()
        if self._wall is not None:
            self._wall.close()

    def _prepare(self, plan: RenderPlan, width: int, height: int) -> None:
        if self._child is None:
            self._child = Child("player", self._hear, self._gone)
            self._wall = Wall(SLOTS, self._send)
            self._loaded = None
            self._send(Volume(self._volume))
        self._wall.make_room(width, height)
        if plan is not self._loaded and plan != self._loaded:
            self._loaded = plan
            self._send(Load(plan))

    def _send(self, message: ToChild) -> None:
        if self._child is not None:
            self._child.send(message)

    def _hear(self, message: FromChild) -> None:
        match message:
            case Shown():
                self._show_picture(message)
            case Playback() if self._listener is not None:
                self._frame = message.frame
                self._listener.playback_changed(message)
            case Fault(_, failed) if self._listener is not None:
                self._listener.screen_failed(failed)

    def _show_picture(self, shown: Shown) -> None:
        picture = self._wall.picture(shown)
        if picture is None:
            return
        if self._listener is None:
            picture.release()
        else:
            self._listener.picture_ready(picture)

    def _gone(self, complaint: str) -> None:
        if self._child is None:
            return
        self._child = None
        self._wall.close()
        if self._listener is not None:
            self._listener.playback_changed(Playback(self._frame, playing=False))
            self._listener.screen_failed(Failed("engine_died", "player", complaint))

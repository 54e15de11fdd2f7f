"""The maker child: makes takes one after the other and keeps its model warm between them."""

import contextlib
import os
import threading
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from typing import Protocol

from engine.children.heart import Heart
from engine.children.pipe import Pipe, failure_of
from engine.contract.events import Cancelled, Failed
from engine.contract.making import Made, MakeProgress, Making
from engine.messages import Cancel, Make

FAREWELL = 5.0
MEMORY_ERRORS = ("MemoryError", "OutOfMemoryError")
OOM_SCORE = Path("/proc/self/oom_score_adj")


class Makes(Protocol):
    """What makes a take; engine.diffusion.maker.Maker does."""

    def make(
        self, making: Making, report: Callable[[MakeProgress], None], stop: threading.Event
    ) -> Made:
        """Make the take, or leave by an exception soon after `stop` is set."""
        ...


class MakerChild:
    """Works on the thread that calls run(); `open_maker` is called there with the first order."""

    def __init__(self, pipe: Pipe, open_maker: Callable[[], Makes]) -> None:
        self._pipe, self._open_maker = pipe, open_maker
        self._maker: Makes | None = None
        self._orders: SimpleQueue[tuple[Making, threading.Event] | None] = SimpleQueue()
        self._newest: tuple[Making, threading.Event] | None = None
        self._over = threading.Event()

    def run(self) -> None:
        """Work until the studio is gone."""
        _die_before_others()
        threading.Thread(target=self._listen, name="orders", daemon=True).start()
        while order := self._orders.get():
            with contextlib.suppress(OSError):
                self._pipe.send(self._outcome(*order))
        self._over.set()

    def _outcome(self, making: Making, stop: threading.Event) -> Made | Failed | Cancelled:
        try:
            with Heart(self._pipe.send):
                self._maker = self._maker or self._open_maker()
                return self._maker.make(making, self._pipe.send, stop)
        except Exception as error:
            return Cancelled() if stop.is_set() else _failure(error)

    def _listen(self) -> None:
        while (message := self._pipe.inbox.get()) is not None:
            match message:
                case Make(making):
                    self._newest = (making, threading.Event())
                    self._orders.put(self._newest)
                case Cancel() if self._newest:
                    self._newest[1].set()
        self._leave()

    def _leave(self) -> None:
        """End with the studio, whatever the work is stuck in."""
        self._orders.put(None)
        if self._newest:
            self._newest[1].set()
        if self._over.wait(FAREWELL):
            return
        if self._newest:
            with contextlib.suppress(OSError):
                Path(self._newest[0].part_path).unlink(missing_ok=True)
        os._exit(1)


def _failure(error: Exception) -> Failed:
    if type(error).__name__ in MEMORY_ERRORS:
        return Failed("out_of_memory", detail=str(error))
    return failure_of(error)


def _die_before_others() -> None:
    """Where memory runs out, let the system end this process rather than the studio."""
    with contextlib.suppress(OSError):
        OOM_SCORE.write_text("600")

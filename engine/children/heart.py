"""Tells the studio that a child lives while it works, and whether its work moves."""

import sys
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from engine.messages import Heartbeat

EVERY = 1.0
IDLE_SHARE = 0.01


class Heart:
    """Beats from a thread of its own inside a `with`, for the thread that entered it.

    The work has moved when that thread stands elsewhere in the code than at the last beat, or when
    the process has computed meanwhile: a graphics card's long kernel is waited for by computing.
    """

    def __init__(self, send: Callable[[Heartbeat], None], every: float = EVERY) -> None:
        self._send, self._every = send, every
        self._over = threading.Event()
        self._worker = 0
        self._moves, self._place, self._busy = 0, (0, 0), 0.0
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Self:
        self._worker = threading.get_ident()
        self._thread = threading.Thread(target=self._beat, name="heart", daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._over.set()
        if self._thread is not None:
            self._thread.join()

    def _beat(self) -> None:
        while not self._over.wait(self._every):
            self._moves += self._has_moved()
            try:
                self._send(Heartbeat(self._moves))
            except OSError:
                return

    def _has_moved(self) -> bool:
        frame = sys._current_frames().get(self._worker)
        place = (id(frame), frame.f_lasti) if frame else (0, 0)
        busy = time.process_time() - time.thread_time()
        moved = place != self._place or busy - self._busy > IDLE_SHARE * self._every
        self._place, self._busy = place, busy
        return moved

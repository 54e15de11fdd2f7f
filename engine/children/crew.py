"""A crew: the exporter and painters beside it make a film's pictures in turn.

Painting holds Python's lock, so only more processes can use more cores. A film that decodes clips
is left to one process: every painter would have to decode all of it.
"""

import contextlib
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Self

from engine.children.pipe import HEAD
from engine.contract.plan import MediaSource, PictureSource, RenderPlan
from engine.contract.wire import decode, encode
from engine.messages import Free, FromChild, Paint, Shown, ToChild, UseRing
from engine.ring import Ring

if TYPE_CHECKING:
    import numpy as np

ROOT = Path(__file__).parents[2]
SLOTS = 3
MOST = 4
WORTH_IT = 48
"""Frames from which on starting another process pays."""


class Crew:
    """Painters at work on a plan, started at once; they load while this process still does.

    `count` painters help, by default as many as pay. When one dies its turns are painted here.
    """

    def __init__(self, plan: RenderPlan, count: int | None = None) -> None:
        self._plan = plan
        count = hands(plan) if count is None else count
        self._painters = [_Painter(plan, first, count + 1) for first in range(1, count + 1)]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *reason: object) -> None:
        for painter in self._painters:
            painter.end()
            painter.wait()

    def pictures(self, plan: RenderPlan) -> "Generator[np.ndarray, None, None]":
        """Every picture of the crew's plan in order as film pixels, each valid until the next."""
        if plan is not self._plan:
            raise ValueError("a crew paints the plan that it was made for")
        import cv2

        from engine.render.mp4_film import FilmPainter

        if self._painters:
            cv2.setNumThreads(1)
        with contextlib.closing(FilmPainter(plan)) as here:
            for frame in range(plan.frames):
                turn = frame % (len(self._painters) + 1)
                painter = self._painters[turn - 1] if turn else None
                shown = painter.take() if painter else None
                if painter is None or shown is None:
                    yield here.picture(frame)
                else:
                    yield painter.picture(shown)
                    painter.free(shown)
        for painter in self._painters:
            painter.end()


def hands(plan: RenderPlan) -> int:
    """How many painters beside this process help with the film."""
    if plan.frames < WORTH_IT or any(_is_decoded(layer.source) for layer in plan.layers):
        return 0
    return min((os.cpu_count() or 1) // 2, MOST)


def _is_decoded(source: PictureSource) -> bool:
    if not isinstance(source, MediaSource):
        return False
    from engine.media.still import reads_as_still

    return not reads_as_still(source.media.path)


class _Painter:
    """A painter process that makes every `step`-th picture from `first` on."""

    def __init__(self, plan: RenderPlan, first: int, step: int) -> None:
        self._plan = plan
        self._ring = Ring.make(SLOTS, plan.width * plan.height * 3 // 2)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "engine.worker", "painter"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
        )
        self._arrived: queue.SimpleQueue[Shown | None] = queue.SimpleQueue()
        threading.Thread(target=self._listen, name="painter", daemon=True).start()
        self._send(UseRing(str(self._ring.path), SLOTS, self._ring.slot_bytes, 1))
        self._send(Paint(plan, first, step))

    def take(self) -> Shown | None:
        """Its next picture, waited for; None when there will be none."""
        shown = self._arrived.get()
        if shown is None:
            self._arrived.put(None)
        return shown

    def picture(self, shown: Shown) -> "np.ndarray":
        """The picture where it lies."""
        import numpy as np

        return np.frombuffer(self._ring.slot(shown.slot), np.uint8).reshape(-1, shown.stride)

    def free(self, shown: Shown) -> None:
        """Its slot may be used again."""
        self._send(Free(shown.generation, shown.slot))

    def end(self) -> None:
        """End the process, which takes a moment to give its memory back."""
        self._process.kill()
        self._ring.forget_name()

    def wait(self) -> None:
        """Return when the process is gone."""
        self._process.wait()

    def _send(self, message: ToChild) -> None:
        body = encode(message)
        try:
            self._process.stdin.write(HEAD.pack(len(body)) + body)
            self._process.stdin.flush()
        except OSError:
            return  # it died: the listener knows, and this process paints instead

    def _listen(self) -> None:
        out = self._process.stdout
        while len(head := out.read(HEAD.size)) == HEAD.size:
            message = decode(out.read(HEAD.unpack(head)[0]), FromChild)
            if not isinstance(message, Shown):
                break
            self._arrived.put(message)
        self._arrived.put(None)

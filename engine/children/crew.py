"""A crew: the exporter and painters beside it make a film's pictures in turn.

Painting holds Python's lock, so only more processes can use more than two cores. A film that
decodes clips is left to one process: every painter would have to decode all of it.
"""

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Generator
from pathlib import Path

import cv2
import numpy as np

from engine.children.pipe import HEAD
from engine.contract.plan import MediaSource, RenderPlan
from engine.contract.wire import decode, encode
from engine.media.still import reads_as_still
from engine.messages import Free, FromChild, Paint, Shown, ToChild, UseRing
from engine.render.compositor import Compositor
from engine.render.pixels import pixels_of
from engine.ring import Ring

ROOT = Path(__file__).parents[2]
SLOTS = 3
MOST = 4
WORTH_IT = 48
"""Frames from which on starting another process pays."""


def crew_pictures(plan: RenderPlan, count: int | None = None) -> Generator[np.ndarray, None, None]:
    """Every picture of the film in order, uint8 (height, width, 4), each valid until the next.

    `count` painters help, by default as many as pay. When one dies its turns are painted here.
    """
    count = hands(plan) if count is None else count
    painters = [_Painter(plan, first, count + 1) for first in range(1, count + 1)]
    compositor = Compositor()
    if painters:
        cv2.setNumThreads(1)
    try:
        for frame in range(plan.frames):
            turn = frame % (len(painters) + 1)
            shown = painters[turn - 1].take() if turn else None
            if shown is None:
                image = compositor.picture(plan, frame, plan.width, plan.height)
                yield pixels_of(image)
            else:
                yield painters[turn - 1].picture(shown)
                painters[turn - 1].free(shown)
    finally:
        compositor.close()
        for painter in painters:
            painter.end()


def hands(plan: RenderPlan) -> int:
    """How many painters beside this process help with the film."""
    sources = [layer.source for layer in plan.layers]
    clips = (each for each in sources if isinstance(each, MediaSource))
    if plan.frames < WORTH_IT or any(not reads_as_still(each.media.path) for each in clips):
        return 0
    # Encoding takes about as much as painting: on two cores both are busy without help.
    return min((os.cpu_count() or 1) // 2, MOST)


class _Painter:
    """A painter process that makes every `step`-th picture from `first` on."""

    def __init__(self, plan: RenderPlan, first: int, step: int) -> None:
        self._plan = plan
        self._ring = Ring.make(SLOTS, plan.width * plan.height * 4)
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

    def picture(self, shown: Shown) -> np.ndarray:
        """The picture where it lies."""
        rows = np.frombuffer(self._ring.slot(shown.slot), np.uint8, shown.stride * shown.height)
        return rows.reshape(shown.height, shown.stride // 4, 4)[:, : shown.width]

    def free(self, shown: Shown) -> None:
        """Its slot may be used again."""
        self._send(Free(shown.generation, shown.slot))

    def end(self) -> None:
        """End the process at once."""
        self._process.kill()
        self._process.wait()
        self._ring.forget_name()

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

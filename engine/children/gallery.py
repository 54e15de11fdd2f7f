"""The child's side of the ring: which slots are free, and pictures put into them."""

import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtGui import QImage

from engine.messages import Free, Shown, UseRing
from engine.ring import Ring


class Gallery:
    """Hands out slots. A slot is taken until the studio says that it is free."""

    def __init__(self) -> None:
        self._ring: Ring | None = None
        self._generation = 0
        self._free: set[int] = set()
        self._changed = threading.Condition()

    def use(self, message: UseRing) -> None:
        """Work with this ring from now on."""
        with self._changed:
            self._ring = Ring(Path(message.path), message.slots, message.slot_bytes)
            self._ring.forget_name()
            self._generation = message.generation
            self._free = set(range(message.slots))
            self._changed.notify_all()

    def free(self, message: Free) -> None:
        """Take a slot back; slots of an earlier ring don't matter."""
        if message.generation == self._generation:
            self.give_back(message.slot)

    def give_back(self, slot: int) -> None:
        """Take back a slot whose picture was never sent."""
        with self._changed:
            self._free.add(slot)
            self._changed.notify_all()

    def has_room(self) -> bool:
        """Whether a slot is free now."""
        with self._changed:
            return bool(self._free)

    def hang(self, picture: QImage, frame: int, ticket: int = 0) -> Shown | None:
        """Copy a picture into a free slot; None when there is none."""
        size = picture.sizeInBytes()
        taken = self._take(size)
        if taken is None:
            return None
        slot, ring = taken
        rows = np.frombuffer(picture.constBits(), np.uint8, size)
        np.copyto(np.frombuffer(ring.slot(slot), np.uint8, size), rows)
        return Shown(
            self._generation, slot, frame, picture.width(), picture.height(),
            picture.bytesPerLine(), ticket,
        )  # fmt: skip

    def lay(
        self, width: int, height: int, frame: int, paint: Callable[[np.ndarray], None]
    ) -> Shown | None:
        """Let film pixels (see engine.media.film_pixels) be painted into a free slot; None when
        there is none."""
        size = width * height * 3 // 2
        taken = self._take(size)
        if taken is None:
            return None
        slot, ring = taken
        paint(np.frombuffer(ring.slot(slot), np.uint8, size).reshape(-1, width))
        return Shown(self._generation, slot, frame, width, height, width)

    def _take(self, size: int) -> tuple[int, Ring] | None:
        with self._changed:
            if not self._free or self._ring is None:
                return None
            if size > self._ring.slot_bytes:
                raise ValueError("the picture is larger than was asked for")
            return self._free.pop(), self._ring

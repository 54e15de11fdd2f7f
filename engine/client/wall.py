"""The studio's side of the ring: pictures seen in place, slots given back."""

from collections.abc import Callable
from dataclasses import dataclass

from engine.messages import Free, Shown, ToChild, UseRing
from engine.ring import Ring

BYTES_PER_PIXEL = 4
SMALLEST_SLOT = 640 * 360 * BYTES_PER_PIXEL


@dataclass(slots=True)
class WallPicture:
    """A picture in a slot of the ring; see engine.contract.engine.Picture."""

    frame: int
    width: int
    height: int
    stride: int
    memory: memoryview
    _free: Callable[[], None] | None

    def release(self) -> None:
        """Give the slot back; once is enough, more does no harm."""
        if self._free is not None:
            free, self._free = self._free, None
            free()


class Wall:
    """The ring that one child puts its pictures in, made larger when larger ones are asked for."""

    def __init__(self, slots: int, send: Callable[[ToChild], None]) -> None:
        self._slots, self._send = slots, send
        self._ring: Ring | None = None
        self._generation = 0

    def make_room(self, width: int, height: int) -> None:
        """See to it that pictures of this size fit; call before asking for one."""
        wanted = max(width * height * BYTES_PER_PIXEL, SMALLEST_SLOT)
        if self._ring is None or self._ring.slot_bytes < wanted:
            self._generation += 1
            self._ring = Ring.make(self._slots, wanted)
            ring = self._ring
            self._send(UseRing(str(ring.path), ring.slots, ring.slot_bytes, self._generation))

    def picture(self, shown: Shown) -> WallPicture | None:
        """The picture that was reported; None when it was meant for an earlier, smaller ring."""
        if self._ring is None or shown.generation != self._generation:
            return None
        memory = self._ring.slot(shown.slot)[: shown.stride * shown.height]
        free = Free(shown.generation, shown.slot)
        return WallPicture(
            shown.frame, shown.width, shown.height, shown.stride, memory,
            lambda: self._send(free),
        )  # fmt: skip

    def close(self) -> None:
        """Leave no file behind, even when the child never opened the ring."""
        if self._ring is not None:
            self._ring.forget_name()

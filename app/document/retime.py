"""How a clip's frames come from its source: one pass, its speed, and how it loops."""

from fractions import Fraction
from typing import Literal

import msgspec

from engine.contract.time import Rate, Span
from engine.contract.timemap import FASTEST, SLOWEST, Piece, TimeMap

LoopMode = Literal["off", "repeat", "pingpong"]


class Retime(msgspec.Struct, frozen=True):
    """One pass over the source, then loops, then a window on the result.

        source   ......|== begin, frames x speed ==|........
        passes   |--- pass ---|--- pass ---|--- pass ---|
        clip            |------- length --------|
                 offset>

    `begin` is the earliest source second used, whichever way the pass runs. `frames` counts the
    timeline frames of one pass. A speed of 0 holds the source at `begin`. `offset` and `length`
    window the looped passes in frames; without a loop they are 0 and `frames`.
    """

    begin: Fraction
    frames: int
    length: int
    speed: Fraction = Fraction(1)
    backwards: bool = False
    loop: LoopMode = "off"
    offset: int = 0

    def __post_init__(self) -> None:
        if self.begin < 0:
            raise ValueError("a clip can't begin before its source")
        if self.frames < 1 or self.length < 1 or self.offset < 0:
            raise ValueError("a clip has at least one frame")
        if self.speed and not SLOWEST <= self.speed <= FASTEST:
            raise ValueError(f"a speed lies between {float(SLOWEST)} and {int(FASTEST)}")
        if self.loop == "off" and (self.offset or self.length != self.frames):
            raise ValueError("a clip that doesn't loop shows exactly one pass")

    @classmethod
    def plain(cls, frames: int, begin: Fraction = Fraction(0)) -> "Retime":
        """`frames` frames from `begin` on, unchanged."""
        return cls(begin, frames, frames)

    @property
    def passes(self) -> Fraction:
        """How often the clip plays its pass."""
        return Fraction(self.length, self.frames)

    def source_seconds(self, rate: Rate) -> Fraction:
        """Source seconds that one pass uses."""
        return rate.seconds(self.frames) * self.speed

    def time_map(self, rate: Rate) -> TimeMap:
        """The exact map from this clip's first frame on."""
        one = self._one_pass(rate)
        if self.loop == "off":
            return one
        count = -(-(self.offset + self.length) // self.frames)
        looped = one.repeated(count) if self.loop == "repeat" else one.ping_pong(count)
        return looped.trimmed(Span(self.offset, self.offset + self.length), rate)

    def _one_pass(self, rate: Rate) -> TimeMap:
        seconds = rate.seconds(self.frames)
        if not self.speed:
            return TimeMap.held(seconds, self.begin)
        forwards = TimeMap((Piece(seconds, self.begin, self.speed),))
        return forwards.reversed() if self.backwards else forwards

"""Whole-number time: frame rates, half-open spans of frames, and the one rounding rule.

The rule: a moment belongs to the frame or sample that holds it, so every conversion from exact
seconds to a whole count is a floor, always from zero and never accumulated. Lengths are differences
of such moments, hence neighbours never overlap and never leave a gap.
"""

from fractions import Fraction
from math import floor

import msgspec

SAMPLE_RATE = 48_000


class Rate(msgspec.Struct, frozen=True, order=True):
    """Frames a second as an exact ratio, in lowest terms: Rate(30000, 1001) is 29.97 fps."""

    num: int
    den: int = 1

    def __post_init__(self) -> None:
        if self.num <= 0 or self.den <= 0:
            raise ValueError(f"a frame rate is positive, not {self.num}/{self.den}")
        exact = Fraction(self.num, self.den)
        msgspec.structs.force_setattr(self, "num", exact.numerator)
        msgspec.structs.force_setattr(self, "den", exact.denominator)

    @classmethod
    def of(cls, value: Fraction | int | str) -> "Rate":
        """The rate with this many frames a second: Rate.of("30000/1001"), Rate.of(24)."""
        exact = Fraction(value)
        return cls(exact.numerator, exact.denominator)

    @property
    def fps(self) -> Fraction:
        """Frames a second."""
        return Fraction(self.num, self.den)

    def seconds(self, frames: int) -> Fraction:
        """When frame `frames` starts, in exact seconds from zero."""
        return Fraction(frames * self.den, self.num)

    def frame_at(self, seconds: Fraction) -> int:
        """The frame that holds this moment."""
        return floor(seconds * self.num / self.den)

    def sample_at(self, frame: int, sample_rate: int = SAMPLE_RATE) -> int:
        """The first sample of a frame, counted from zero."""
        return frame * sample_rate * self.den // self.num


class Span(msgspec.Struct, frozen=True, order=True):
    """A half-open range of whole frames: `start` is inside, `stop` is not."""

    start: int
    stop: int

    def __post_init__(self) -> None:
        if self.stop < self.start:
            raise ValueError(f"a span can't end at {self.stop} before it starts at {self.start}")

    @property
    def length(self) -> int:
        """Frames in the span."""
        return self.stop - self.start

    def __contains__(self, frame: int) -> bool:
        return self.start <= frame < self.stop

    def overlaps(self, other: "Span") -> bool:
        """Whether at least one frame lies in both."""
        return max(self.start, other.start) < min(self.stop, other.stop)

    def shared(self, other: "Span") -> "Span":
        """The frames in both; an empty span when there are none."""
        start = max(self.start, other.start)
        return Span(start, max(start, min(self.stop, other.stop)))

    def moved(self, by: int) -> "Span":
        """The same length, `by` frames later."""
        return Span(self.start + by, self.stop + by)

"""Where in a source each sample of a sound layer comes from, exactly.

Pieces of a time map become stretches of whole samples: a border at the exact moment m lies before
sample floor(m * 48000), counted from the film's start. So neighbours never overlap or gap, and a
border between frames lies where the frame's first sample is.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import floor

import numpy as np

from engine.contract.plan import SoundLayer
from engine.contract.time import SAMPLE_RATE, Rate
from engine.contract.timemap import Piece, TimeMap


@dataclass(frozen=True, slots=True)
class Stretch:
    """Samples `start` to `stop` of the film that one piece of the time map sounds.

    `begins` is the exact film moment at which the piece begins, at most a sample after `start`.
    """

    start: int
    stop: int
    begins: Fraction
    piece: Piece

    @property
    def length(self) -> int:
        """Samples in the stretch."""
        return self.stop - self.start

    @property
    def held(self) -> bool:
        """Whether the source stands still, which is silent."""
        return self.piece.speed == 0 and self.piece.last_speed == 0

    @property
    def unchanged(self) -> bool:
        """Whether the source's samples can be copied one by one, forwards or backwards."""
        return abs(self.piece.speed) == 1 and self.piece.end_speed in (None, self.piece.speed)

    @property
    def first_copied(self) -> int:
        """The source's lowest sample in an unchanged stretch.

        It is counted from the piece's earliest source moment, so a piece backwards has exactly
        the samples of the same piece forwards, in reverse.
        """
        return floor(min(self.piece.source, self.piece.source_end) * SAMPLE_RATE)

    def course(self) -> "Course":
        """Source positions of the stretch's samples."""
        # A backwards sample ends where the forwards sample began, as with frames.
        late = 1 if self.piece.backwards else 0
        elapsed = Fraction(self.start + late, SAMPLE_RATE) - self.begins
        gain = (self.piece.last_speed - self.piece.speed) / self.piece.seconds
        position = self.piece.at(elapsed) * SAMPLE_RATE
        whole = floor(position)
        return Course(
            whole,
            float(position - whole),
            float(self.piece.speed + gain * elapsed),
            float(gain / SAMPLE_RATE / 2),
        )


@dataclass(frozen=True, slots=True)
class Course:
    """Sample k lies at whole + part + speed * k + bend * k * k source samples."""

    whole: int
    part: float
    speed: float
    bend: float

    def places(self, first: int, count: int) -> np.ndarray:
        """float64 (count,): positions of samples `first` on, counted from `whole`."""
        k = np.arange(first, first + count, dtype=np.float64)
        return self.part + k * (self.speed + self.bend * k)

    def place(self, k: int) -> float:
        """The position of sample k, counted from `whole`."""
        return self.part + k * (self.speed + self.bend * k)

    def fastest(self, first: int, count: int) -> float:
        """The greatest speed over these samples."""
        ends = (first, first + count)
        return max(abs(self.speed + 2 * self.bend * k) for k in ends)


def stretches_of(layer: SoundLayer, rate: Rate) -> tuple[Stretch, ...]:
    """The layer's stretches in order, cut to its span; beyond its time map there is none."""
    first, last = rate.sample_at(layer.span.start), rate.sample_at(layer.span.stop)
    moment = rate.seconds(layer.span.start)
    stretches: list[Stretch] = []
    for piece in _unbroken(layer.time_map):
        start = max(first, floor(moment * SAMPLE_RATE))
        stop = min(last, floor((moment + piece.seconds) * SAMPLE_RATE))
        if start < stop:
            stretches.append(Stretch(start, stop, moment, piece))
        moment += piece.seconds
    return tuple(stretches)


def _unbroken(time_map: TimeMap) -> list[Piece]:
    """The pieces, those joined that go on where the one before ended, at the same speed.

    So a cut that was healed leaves no trace: no sample is left out or doubled by rounding twice.
    """
    joined: list[Piece] = []
    for piece in time_map.pieces:
        before = joined[-1] if joined else None
        if before is not None and _goes_on(before, piece):
            joined[-1] = Piece(before.seconds + piece.seconds, before.source, before.speed)
        else:
            joined.append(piece)
    return joined


def _goes_on(before: Piece, piece: Piece) -> bool:
    steady = before.end_speed is None and piece.end_speed is None
    return steady and before.speed == piece.speed and before.source_end == piece.source

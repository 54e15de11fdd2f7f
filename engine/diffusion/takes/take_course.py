"""How far a take is: its steps, counted and reported with the time that is left."""

import time
from collections.abc import Callable

from engine.contract.making import MakeProgress, Stage

STAGES: tuple[Stage, ...] = ("loading", "encoding", "denoising", "decoding", "writing")
REPEATED: tuple[Stage, ...] = ("denoising", "decoding")
"""Those that come with each segment."""

DECODING_PART = 0.2
"""How long decoding takes against denoising, until it has been seen."""

Paces = dict[Stage, float]
"""Seconds that each stage has taken for a megapixel of film, all its frames counted."""


class TakeCourse:
    """Reports each step of a take of `size` megapixels, made in so many segments. Its total counts
    the steps of every stage, those of denoising and decoding for each segment.

    `paces` are what is known of earlier takes of the same kind; this one's are added.
    """

    def __init__(
        self,
        report: Callable[[MakeProgress], None],
        size: float = 1.0,
        paces: Paces | None = None,
        clock: Callable[[], float] = time.monotonic,
        segments: int = 1,
    ) -> None:
        self._report, self._size, self._clock = report, size, clock
        self._segments, self._segment = segments, 0
        self._paces: Paces = {} if paces is None else paces
        self._totals = dict.fromkeys(STAGES, 1)
        self._part, self._stage = 0.0, STAGES[0]
        self._began = clock()

    def expect(self, steps: int) -> None:
        """The take has so many steps of denoising."""
        self._totals["denoising"] = max(1, steps)
        self._totals["decoding"] = max(1, round(steps * DECODING_PART))

    def begin(self, stage: Stage, segment: int = 0) -> None:
        """A stage begins; the one before it is over."""
        if self._part:
            part = self._size / (self._segments if self._stage in REPEATED else 1)
            self._paces[self._stage] = (self._clock() - self._began) / part
        self._segment = segment
        self._stage, self._part, self._began = stage, 0.0, self._clock()
        self._tell(b"")

    def reach(self, part: float, preview: bytes = b"") -> None:
        """So much of the stage is done, from 0 to 1."""
        self._part = part
        self._tell(preview)

    def _tell(self, preview: bytes) -> None:
        before = sum(self._totals[stage] for stage in STAGES[: STAGES.index(self._stage)])
        done = before + int(self._part * self._totals[self._stage] + 1e-6)
        each = sum(self._totals[stage] for stage in REPEATED)
        over = self._segments - 1 if self._stage == "writing" else self._segment
        total = sum(self._totals.values()) + (self._segments - 1) * each
        step = MakeProgress(self._stage, done + over * each, total, self._remaining(), preview)
        self._report(step)

    def _remaining(self) -> float | None:
        """Seconds to the end; None before there is anything to go by."""
        now, *later = (self._whole(stage) for stage in STAGES[STAGES.index(self._stage) :])
        if now is None or None in later:
            return None
        rest = now * (1 - self._part) + sum(whole or 0.0 for whole in later)
        to_come = 0 if self._stage == "writing" else self._segments - 1 - self._segment
        return rest + to_come * sum(self._whole(stage) or 0.0 for stage in REPEATED)

    def _whole(self, stage: Stage) -> float | None:
        """Seconds that the stage takes, for a segment where it comes with each."""
        if stage == self._stage and self._part:
            return (self._clock() - self._began) / self._part
        if stage in self._paces:
            return self._paces[stage] * self._size / (self._segments if stage in REPEATED else 1)
        match stage:
            case "decoding":
                denoising = self._whole("denoising")
                return None if denoising is None else denoising * DECODING_PART
            case "writing":
                return 0.0
            case _:
                return None

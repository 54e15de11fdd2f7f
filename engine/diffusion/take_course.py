"""How far a take is: its steps, counted and reported with the time that is left."""

import time
from collections.abc import Callable

from engine.contract.making import MakeProgress, Stage

STAGES: tuple[Stage, ...] = ("loading", "encoding", "denoising", "decoding", "writing")
DECODING_PART = 0.2
"""How long decoding takes against denoising, until it has been seen."""


class TakeCourse:
    """Reports each step of a take. Its total counts the steps of every stage."""

    def __init__(
        self,
        report: Callable[[MakeProgress], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._report, self._clock = report, clock
        self._totals = dict.fromkeys(STAGES, 1)
        self._done = dict.fromkeys(STAGES, 0)
        self._began: dict[Stage, float] = {}
        self._last: dict[Stage, float] = {}
        self._stage: Stage = "loading"

    def expect(self, steps: int, pieces: int) -> None:
        """The take has so many steps of denoising and so many pieces to decode."""
        self._totals["denoising"], self._totals["decoding"] = max(1, steps), max(1, pieces)

    def begin(self, stage: Stage) -> None:
        """A stage begins; those before it are over."""
        for before in STAGES[: STAGES.index(stage)]:
            self._done[before] = self._totals[before]
        self._stage, self._began[stage] = stage, self._clock()
        self._tell(b"")

    def step(self, preview: bytes = b"") -> None:
        """A step of the stage is done."""
        stage = self._stage
        self._done[stage] = min(self._done[stage] + 1, self._totals[stage])
        self._last[stage] = self._clock()
        self._tell(preview)

    def _tell(self, preview: bytes) -> None:
        done, total = sum(self._done.values()), sum(self._totals.values())
        self._report(MakeProgress(self._stage, done, total, self._remaining(), preview))

    def _remaining(self) -> float | None:
        """Seconds to the end by the pace of this stage, None before its first step is done."""
        if self._stage == "writing":
            return 0.0
        pace = self._pace(self._stage)
        if pace is None or self._stage in ("loading", "encoding"):
            return None
        left = pace * (self._totals[self._stage] - self._done[self._stage])
        if self._stage == "denoising":
            left += pace * self._totals["denoising"] * DECODING_PART
        return left

    def _pace(self, stage: Stage) -> float | None:
        if not self._done[stage] or stage not in self._last:
            return None
        return (self._last[stage] - self._began[stage]) / self._done[stage]

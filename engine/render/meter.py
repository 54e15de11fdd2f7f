"""Progress of an export: counted, reported now and then, with the time that is left."""

import time
from collections import deque
from collections.abc import Callable

from engine.contract.events import Progress

REPORT_EVERY = 0.1
MEAN_OVER = 8.0


class Meter:
    """Reports about ten times a second; the remaining time goes by the pace of late seconds."""

    def __init__(
        self,
        total: int,
        report: Callable[[Progress], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._total, self._report, self._clock = total, report, clock
        self._marks: deque[tuple[float, int]] = deque([(clock(), 0)])

    def count(self, done: int) -> None:
        """`done` frames are written; report it if the last report is long enough ago."""
        now = self._clock()
        if done < self._total and now - self._marks[-1][0] < REPORT_EVERY:
            return
        self._marks.append((now, done))
        while now - self._marks[0][0] > MEAN_OVER and len(self._marks) > 2:
            self._marks.popleft()
        self._report(Progress(done, self._total, self._remaining()))

    def _remaining(self) -> float:
        (began, first), (now, last) = self._marks[0], self._marks[-1]
        return (self._total - last) * (now - began) / max(last - first, 1)

"""Progress on standard error, results on standard output."""

import sys
from typing import TextIO

from engine.contract.events import Progress
from engine.contract.making import MakeProgress, Stage

BAR = 24
LOGGED_EVERY = 10


class Meter:
    """One line that fills up on a terminal; elsewhere a line for every tenth and every stage."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._terminal = self._stream.isatty()
        self._drawn = False
        self._logged = 0
        self._stage: Stage | None = None
        self.stopped = "Stopped; nothing was written."
        """What to say where the work is stopped from outside now."""

    def begin(self, sentence: str) -> None:
        """Say what comes next, which is counted anew."""
        self._logged, self._stage = 0, None
        self.note(sentence)

    def report(self, progress: Progress | MakeProgress, counted: str = "") -> None:
        """Show how far the work is; `counted` says it where it isn't frames or steps."""
        percent = 100 * progress.done // max(1, progress.total)
        if self._terminal:
            filled = BAR * percent // 100
            bar = "█" * filled + "░" * (BAR - filled)
            self._stream.write(f"\r{bar} {percent:3d} %  {_counts(progress, counted)}\033[K")
            self._drawn = True
        elif self._is_news(progress, percent):
            self._logged = percent - percent % LOGGED_EVERY
            self._stream.write(f"{percent} %  {_counts(progress, counted)}\n")
        self._stream.flush()

    def note(self, sentence: str) -> None:
        """Say something that is good to know."""
        self.clear()
        self._stream.write(sentence + "\n")
        self._stream.flush()

    def _is_news(self, progress: Progress | MakeProgress, percent: int) -> bool:
        """Whether it is worth a line of its own: a tenth more, another stage, the end."""
        before, self._stage = self._stage, getattr(progress, "stage", None)
        further = percent >= self._logged + LOGGED_EVERY or progress.done == progress.total
        return further or before != self._stage

    def clear(self) -> None:
        """Take the line away."""
        if self._drawn:
            self._stream.write("\r\033[K")
            self._stream.flush()
            self._drawn = False


def _counts(progress: Progress | MakeProgress, counted: str) -> str:
    counts = counted or f"frame {progress.done} of {progress.total}"
    if isinstance(progress, MakeProgress):
        counts = f"{_STAGES[progress.stage]}, step {progress.done} of {progress.total}"
    if progress.remaining is None:
        return counts
    minutes, seconds = divmod(round(progress.remaining), 60)
    return f"{counts}, {f'{minutes} min {seconds} s' if minutes else f'{seconds} s'} left"


_STAGES: dict[Stage, str] = {
    "loading": "loading the model",
    "encoding": "reading the prompt",
    "denoising": "making pictures",
    "decoding": "decoding",
    "writing": "writing",
}

"""Progress on standard error, results on standard output."""

import sys
from typing import TextIO

from engine.contract.events import Progress

BAR = 24
LOGGED_EVERY = 10


class Meter:
    """One line that fills up on a terminal; elsewhere a line for every tenth."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._terminal = self._stream.isatty()
        self._drawn = False
        self._logged = 0

    def report(self, progress: Progress) -> None:
        """Show how far the work is."""
        percent = 100 * progress.done // max(1, progress.total)
        if self._terminal:
            filled = BAR * percent // 100
            bar = "█" * filled + "░" * (BAR - filled)
            self._stream.write(f"\r{bar} {percent:3d} %  {_counts(progress)}\033[K")
            self._drawn = True
        elif percent >= self._logged + LOGGED_EVERY or progress.done == progress.total:
            self._logged = percent - percent % LOGGED_EVERY
            self._stream.write(f"{percent} %  {_counts(progress)}\n")
        self._stream.flush()

    def note(self, sentence: str) -> None:
        """Say something that is good to know."""
        self.clear()
        self._stream.write(sentence + "\n")
        self._stream.flush()

    def clear(self) -> None:
        """Take the line away."""
        if self._drawn:
            self._stream.write("\r\033[K")
            self._stream.flush()
            self._drawn = False


def _counts(progress: Progress) -> str:
    counts = f"frame {progress.done} of {progress.total}"
    if progress.remaining is None:
        return counts
    minutes, seconds = divmod(round(progress.remaining), 60)
    return f"{counts}, {f'{minutes} min {seconds} s' if minutes else f'{seconds} s'} left"

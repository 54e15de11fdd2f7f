"""One line on standard error that keeps saying how far things are."""

import os
import sys
import time
from types import TracebackType

USUAL_WIDTH = 80


class ProgressLine:
    """Use as a context. Where there is no terminal only the opening and the end are written."""

    def __init__(self, opening: str) -> None:
        self._opening = opening
        self._terminal = sys.stderr.isatty()
        self._start = time.monotonic()

    def __enter__(self) -> "ProgressLine":
        sys.stderr.write(self._opening + ".\n")
        sys.stderr.flush()
        return self

    def show(self, news: str) -> None:
        """Replace what the line says."""
        if self._terminal:
            width = (os.get_terminal_size(sys.stderr.fileno()).columns or USUAL_WIDTH) - 1
            text = f"  {self._seconds():3.0f} s  {news}"[:width]
            sys.stderr.write(f"\r{text:<{width}}\r{text}")
            sys.stderr.flush()

    def _seconds(self) -> float:
        return time.monotonic() - self._start

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._terminal:
            sys.stderr.write("\r\033[K")
        if kind is None:
            sys.stderr.write(f"Ready after {self._seconds():.0f} s.\n")
        sys.stderr.flush()

"""Collects Python's garbage on the window's thread alone.

Python collects wherever it happens to make the next object, which may be a thread that reads a file
in the background. What Qt shows must not be destroyed from there, even as a part of a circle of
objects that nobody holds any more.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 250
"""Milliseconds from one look to the next."""


class Garbage(QObject):
    """From now until stop() circles are taken away only where this was made, in its event loop."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(collect_what_is_due)
        self._timer.start(EVERY)

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()


def collect_what_is_due() -> None:
    """Collect the oldest generation that Python would have collected by now."""
    due = [
        generation
        for generation, (count, limit) in enumerate(
            zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if limit and count > limit
    ]
    if due:
        gc.collect(due[-1])

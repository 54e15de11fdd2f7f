"""A lock that one process at a time holds, and that the system takes from one that dies."""

import contextlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep
from typing import BinaryIO

TURN = 0.05


@contextmanager
def locked(path: Path, waiting: Callable[[], None] = lambda: sleep(TURN)) -> Iterator[None]:
    """Hold the lock; call `waiting`, which takes a moment, again and again until it is free.

    The file stays: to remove it would give two processes a lock each. Raises OSError, and what
    `waiting` raises.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        while not _taken(file):
            waiting()
        try:
            yield
        finally:
            _give_back(file)


def is_held(path: Path) -> bool:
    """Whether some process holds the lock at this moment."""
    if not path.is_file():
        return False
    with contextlib.suppress(OSError), path.open("ab") as file:
        if not _taken(file):
            return True
        _give_back(file)
    return False


if sys.platform == "win32":
    import msvcrt

    def _taken(file: BinaryIO) -> bool:
        file.seek(0)
        with contextlib.suppress(OSError):
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            return True
        return False

    def _give_back(file: BinaryIO) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _taken(file: BinaryIO) -> bool:
        with contextlib.suppress(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        return False

    def _give_back(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)

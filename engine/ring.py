"""A ring of picture slots in memory that two processes share."""

import mmap
import os
import tempfile
from pathlib import Path

ROOMY_ENOUGH = 2


class Ring:
    """`slots` slots of `slot_bytes` bytes in a memory-mapped file.

    The owner makes the file and removes its name once the other process has opened it, so that
    nothing is left behind even when both are killed.
    """

    def __init__(self, path: Path, slots: int, slot_bytes: int) -> None:
        self.path, self.slots, self.slot_bytes = path, slots, slot_bytes
        with path.open("r+b") as file:
            self._memory = mmap.mmap(file.fileno(), slots * slot_bytes)

    @classmethod
    def make(cls, slots: int, slot_bytes: int) -> "Ring":
        """A new ring in memory where the system has room, else in the folder for temporary files.

        Raises OSError when there is no room at all.
        """
        size = slots * slot_bytes
        handle, name = tempfile.mkstemp(prefix="laqta-", dir=_folder_for(size))
        try:
            os.ftruncate(handle, size)
        finally:
            os.close(handle)
        return cls(Path(name), slots, slot_bytes)

    def slot(self, index: int) -> memoryview:
        """The bytes of one slot."""
        start = index * self.slot_bytes
        return memoryview(self._memory)[start : start + self.slot_bytes]

    def forget_name(self) -> None:
        """Remove the file's name; its memory lives on while either process holds it."""
        self.path.unlink(missing_ok=True)


def _folder_for(size: int) -> str:
    # A shared-memory folder can be a few MB in a container; writing past its end is a SIGBUS.
    shared = Path("/dev/shm")
    if shared.is_dir() and os.access(shared, os.W_OK):
        room = os.statvfs(shared)
        if room.f_bavail * room.f_frsize > ROOMY_ENOUGH * size:
            return str(shared)
    return tempfile.gettempdir()

"""What has come of one file of a download: it lies beside the file's place until it is whole."""

import errno
import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from engine.contract.events import EngineFault
from engine.models.hub import RemoteFile
from engine.models.weight_files import BLOCK


class Digest:
    """Hashes a file of the Hub from its start on."""

    def __init__(self, wanted: RemoteFile) -> None:
        self._wanted, self.bytes = wanted, 0
        self._sha256 = hashlib.sha256()
        self._git = hashlib.sha1(b"blob %d\0" % wanted.bytes, usedforsecurity=False)

    def add(self, piece: bytes) -> None:
        """The next bytes."""
        self.bytes += len(piece)
        self._sha256.update(piece)
        if not self._wanted.sha256:
            self._git.update(piece)

    @property
    def sha256(self) -> str:
        """The SHA-256 of what there is."""
        return self._sha256.hexdigest()

    @property
    def right(self) -> bool:
        """Whether it is what the listing says."""
        if self.bytes != self._wanted.bytes:
            return False
        if self._wanted.sha256:
            return self.sha256 == self._wanted.sha256
        return self._git.hexdigest() == self._wanted.git


class PartFile:
    """The start of a file, hashed as far as it goes. Use as a context. Methods raise OSError."""

    def __init__(self, path: Path, wanted: RemoteFile) -> None:
        self.path, self.wanted = path, wanted
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        # Unbuffered: a process that is killed leaves all that came.
        self._file = path.open("r+b", buffering=0)
        self._digest = Digest(wanted)
        while piece := self._file.read(BLOCK):
            self._digest.add(piece)
        if self.bytes > wanted.bytes:
            self.restart()
        self.before = self.bytes
        """What an earlier try left."""

    def __enter__(self) -> "PartFile":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    @property
    def bytes(self) -> int:
        """How much has come."""
        return self._digest.bytes

    @property
    def right(self) -> bool:
        """Whether it is what the listing says."""
        return self._digest.right

    @property
    def sha256(self) -> str:
        """The SHA-256 of what has come."""
        return self._digest.sha256

    def add(self, piece: bytes) -> None:
        """More of it."""
        rest = memoryview(piece)
        # A disk that is nearly full takes a part, and says so only when asked again.
        while rest:
            rest = rest[self._file.write(rest) :]
        self._digest.add(piece)

    def restart(self) -> None:
        """Forget what has come."""
        self._file.seek(0)
        self._file.truncate()
        self._digest, self.before = Digest(self.wanted), 0

    def settle(self) -> None:
        """Make sure that it is on the disk."""
        os.fsync(self._file.fileno())


def part_of(target: Path) -> Path:
    """Where a file lies that has not come as a whole."""
    return target.with_name(f"{target.name}.part")


def is_right(path: Path, wanted: RemoteFile, heed: Callable[[], None]) -> bool:
    """Whether the file is what the listing says; `heed` is called often. Raises OSError."""
    digest = Digest(wanted)
    with path.open("rb") as file:
        while piece := file.read(BLOCK):
            heed()
            digest.add(piece)
    return digest.right


@contextmanager
def writing_faults(target: Path) -> Iterator[None]:
    """What the system says about writing, as faults of ours."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise EngineFault("disk_full", str(target), str(error)) from error
        raise EngineFault("not_writable", str(target), str(error)) from error

"""Fetches one file over HTTP: goes on where an earlier try ended, and keeps only what is right.

What has come so far lies beside the target in a file of its own, which only a verified whole
replaces. The Hub's own client starts a file that was cut off from its beginning.
"""

import errno
import hashlib
import os
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

import httpx2

from engine.contract.events import EngineFault
from engine.models.hub import RemoteFile, refusal, told
from engine.models.patience import PASSING, Patience, Retries, Stopped, asked_pause
from engine.models.weight_files import BLOCK

CONTENT_RANGE = re.compile(r"bytes (\d+)-\d*/(\d+|\*)")
MOST_REDIRECTS = 10


class Came:
    """What has come of one file, hashed as far as it goes. Use as a context."""

    def __init__(self, part: Path, wanted: RemoteFile) -> None:
        self.part, self.wanted = part, wanted
        part.parent.mkdir(parents=True, exist_ok=True)
        part.touch()
        # Unbuffered: a process that is killed leaves all that came.
        self._file = part.open("r+b", buffering=0)
        self.bytes = self._furthest = 0
        self._begin()
        while piece := self._file.read(BLOCK):
            self._hash(piece)
        if self.bytes > wanted.bytes:
            self.restart()
        self.before = self.bytes

    def __enter__(self) -> "Came":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    @property
    def whole(self) -> bool:
        """Whether all has come, and perhaps more."""
        return self.bytes >= self.wanted.bytes

    @property
    def right(self) -> bool:
        """Whether it is what the listing says."""
        if self.bytes != self.wanted.bytes:
            return False
        if self.wanted.sha256:
            return self.sha256 == self.wanted.sha256
        return self._git.hexdigest() == self.wanted.git

    @property
    def sha256(self) -> str:
        """The SHA-256 of what has come."""
        return self._sha256.hexdigest()

    def add(self, piece: bytes) -> bool:
        """More of it; whether that is further than ever before. Raises OSError."""
        self._file.write(piece)
        self._hash(piece)
        further = self.bytes > self._furthest
        self._furthest = max(self.bytes, self._furthest)
        return further

    def restart(self) -> None:
        """Forget what has come."""
        self._file.seek(0)
        self._file.truncate()
        self._begin()

    def settle(self) -> None:
        """Make sure that it is on the disk."""
        os.fsync(self._file.fileno())

    def _begin(self) -> None:
        self.bytes = 0
        self._sha256 = hashlib.sha256()
        self._git = hashlib.sha1(b"blob %d\0" % self.wanted.bytes, usedforsecurity=False)

    def _hash(self, piece: bytes) -> None:
        self.bytes += len(piece)
        self._sha256.update(piece)
        if not self.wanted.sha256:
            self._git.update(piece)


class _Otherwise(Exception):
    """What the server has can't be what the listing says."""


class Fetcher:
    """Fetches files one after the other. `heard` gets the bytes that come, and less than 0 where
    some have to come again. Raises Stopped soon after `stop` is set."""

    def __init__(
        self,
        headers: dict[str, str],
        patience: Patience,
        stop: threading.Event,
        heard: Callable[[int], None],
    ) -> None:
        self._headers, self._patience, self._stop = headers, patience, stop
        self._heard = heard
        self._client = httpx2.Client(
            follow_redirects=True,
            max_redirects=MOST_REDIRECTS,
            timeout=httpx2.Timeout(patience.silence, connect=min(15.0, patience.silence)),
        )

    def close(self) -> None:
        """End its connections."""
        self._client.close()

    def fetch(self, url: str, wanted: RemoteFile, target: Path) -> str:
        """Bring the file to its place; its SHA-256.

        Raises EngineFault download_failed, download_refused, disk_full, not_writable, and
        download_damaged when what came was not what the listing says: then it is deleted.
        """
        part = part_of(target)
        with _faults(target):
            with Came(part, wanted) as came:
                right = self._completed(url, came)
                if not right and came.before:
                    # What an earlier try left may have been spoilt since.
                    self._again(came)
                    right = self._completed(url, came)
                came.settle()
            if not right:
                self._heard(-came.bytes)
                part.unlink()
                raise EngineFault("download_damaged", wanted.name)
            part.replace(target)
        return came.sha256

    def _completed(self, url: str, came: Came) -> bool:
        """Bring the rest; whether it is what the listing says."""
        try:
            self._complete(url, came)
        except _Otherwise:
            return False
        return came.right

    def _complete(self, url: str, came: Came) -> None:
        retries = Retries(self._patience, self._stop)
        while not came.whole:
            try:
                self._stream(url, came, retries)
            except httpx2.TransportError as error:
                retries.wait(EngineFault("download_failed", came.wanted.name, told(error)))
            except httpx2.TooManyRedirects as error:
                raise EngineFault("download_failed", came.wanted.name, told(error)) from error

    def _stream(self, url: str, came: Came, retries: Retries) -> None:
        headers = dict(self._headers)
        if came.bytes:
            headers["Range"] = f"bytes={came.bytes}-"
        with self._client.stream("GET", url, headers=headers) as response:
            if not self._is_content(response, came, retries):
                return
            for piece in response.iter_raw():
                if self._stop.is_set():
                    raise Stopped
                if came.add(piece):
                    retries.went_on()
                self._heard(len(piece))
                if came.whole:
                    return
        fault = EngineFault("download_failed", came.wanted.name, "the connection ended too early")
        retries.wait(fault)

    def _is_content(self, response: httpx2.Response, came: Came, retries: Retries) -> bool:
        """Whether the file's bytes follow from where they are needed; else it has waited."""
        name, status = came.wanted.name, response.status_code
        if response.headers.get("Content-Encoding", "identity") != "identity":
            raise EngineFault("download_failed", name, "the server sends it packed")
        if _is_of_another_length(response, came.wanted):
            raise _Otherwise
        if status == 206 and _starts_at(response, came.bytes):
            return True
        if status == 200:
            self._again(came)
            return True
        fault = refusal(status, name, f"the server answered {status} for {response.url.host}")
        if status == 206:
            self._again(came)
        elif status not in PASSING:
            raise fault
        retries.wait(fault, asked_pause(response.headers))
        return False

    def _again(self, came: Came) -> None:
        if came.bytes:
            self._heard(-came.bytes)
            came.restart()
        came.before = 0


def part_of(target: Path) -> Path:
    """Where a file lies that has not come as a whole."""
    return target.with_name(f"{target.name}.part")


def _is_of_another_length(response: httpx2.Response, wanted: RemoteFile) -> bool:
    """Whether the server says that the file has more or fewer bytes than the listing does."""
    headers = response.headers
    if response.status_code == 200:
        return headers.get("Content-Length", str(wanted.bytes)) != str(wanted.bytes)
    match = CONTENT_RANGE.fullmatch(headers.get("Content-Range", ""))
    said = match[2] if match and response.status_code == 206 else "*"
    return response.status_code == 416 or said not in ("*", str(wanted.bytes))


def _starts_at(response: httpx2.Response, position: int) -> bool:
    match = CONTENT_RANGE.fullmatch(response.headers.get("Content-Range", ""))
    return match is not None and int(match[1]) == position


@contextmanager
def _faults(target: Path) -> Iterator[None]:
    """What the system says about writing, as faults of ours."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise EngineFault("disk_full", str(target), str(error)) from error
        raise EngineFault("not_writable", str(target), str(error)) from error

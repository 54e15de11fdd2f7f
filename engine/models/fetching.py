"""Fetches files over HTTP: goes on where an earlier try ended, and keeps only what is right.

The Hub's own client starts a file that was cut off from its beginning.
"""

import threading
from collections.abc import Callable
from pathlib import Path

import httpx2

from engine.contract.events import EngineFault
from engine.models.connection import Connection, NoRanges, Otherwise
from engine.models.hub import RemoteFile
from engine.models.part_file import PartFile, part_of, writing_faults
from engine.models.patience import Patience, Retries
from engine.models.pieces import Pace, Pieces

MOST_REDIRECTS = 10


class Fetcher:
    """Fetches files one after the other, each over several connections. `heard` gets the bytes that
    come, from any thread, and less than 0 where some have to come again."""

    def __init__(
        self,
        headers: dict[str, str],
        patience: Patience,
        stop: threading.Event,
        heard: Callable[[int], None],
    ) -> None:
        self._headers, self._patience, self._stop = headers, patience, stop
        self._heard, self._pace = heard, Pace()
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
        download_damaged when what came was not what the listing says: then it is deleted. Raises
        Stopped soon after `stop` is set.
        """
        path = part_of(target)
        with writing_faults(target):
            with PartFile(path, wanted) as part:
                right = self._completed(url, part)
                if not right and part.before:
                    # What an earlier try left may have been spoilt since.
                    self._heard(-part.bytes)
                    part.restart()
                    right = self._completed(url, part)
                part.settle()
            if not right:
                self._heard(-part.bytes)
                path.unlink()
                raise EngineFault("download_damaged", wanted.name)
            path.replace(target)
        return part.sha256

    def _completed(self, url: str, part: PartFile) -> bool:
        """Bring the rest; whether it is what the listing says."""
        try:
            self._complete(url, part)
        except NoRanges:
            self._pace.is_one = True
            return self._completed(url, part)
        except Otherwise:
            return False
        return part.right

    def _complete(self, url: str, part: PartFile) -> None:
        pieces = Pieces(part, self._pace, self._heard)
        for _ in range(pieces.workers):
            # Nobody waits for one that hangs: once the pieces have ended it can do nothing.
            retries = Retries(self._patience, self._stop)
            one = Connection(self._client, url, self._headers, part.wanted, pieces, retries)
            threading.Thread(target=one.work, daemon=True).start()
        try:
            pieces.wait(self._stop)
        finally:
            pieces.end()

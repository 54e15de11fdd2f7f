"""Downloads a model of the catalogue: listing, room, file after file, and into the store."""

import os
import shutil
import threading
from collections import deque
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from time import monotonic

from engine.contract.events import EngineFault, Progress
from engine.contract.models import Model
from engine.models.catalogue import Entry
from engine.models.fetching import Fetcher
from engine.models.file_lock import is_held, locked
from engine.models.hub import Hub, RemoteFile, RemoteListing
from engine.models.part_file import is_right, part_of, writing_faults
from engine.models.patience import Patience, Stopped
from engine.models.store import Store
from engine.models.store_file import Pin
from engine.models.weight_files import Held, sha256

LOCK = ".lock"
COMMIT = ".commit"
"""Names the commit that all whole files in the folder are known to be of."""

SPARE = 256 << 20
"""Bytes that stay free on the disk."""

ASKING_TRIES = 5
REPORTS_APART = 0.1
LOOKS_BACK = 20.0
TURN = 0.2


class Tally:
    """Counts bytes and reports them now and then, with the seconds left at the speed of late."""

    def __init__(self, done: int, total: int, report: Callable[[Progress], None]) -> None:
        self._done, self._total, self._report = done, total, report
        self._turn = threading.RLock()
        self._marks: deque[tuple[float, int]] = deque([(monotonic(), done)])

    def heard(self, count: int) -> None:
        """So many more bytes, or fewer where some have to come again. From any thread."""
        with self._turn:
            self._done += count
            if monotonic() - self._marks[-1][0] >= REPORTS_APART:
                self.tell()

    def tell(self) -> None:
        """Report now."""
        with self._turn:
            now = monotonic()
            self._marks.append((now, self._done))
            while now - self._marks[0][0] > LOOKS_BACK and len(self._marks) > 2:
                self._marks.popleft()
            since, before = self._marks[0]
            came = self._done - before
            left = (self._total - self._done) * (now - since) / came if came > 0 else None
            self._report(Progress(self._done, self._total, left))


class Download:
    """One model's way here. `into` is the folder to hold the model's own, "" for any with room."""

    def __init__(
        self,
        store: Store,
        model_id: str,
        report: Callable[[Progress], None],
        stop: threading.Event,
        into: str = "",
        patience: Patience | None = None,
    ) -> None:
        self._store, self._report, self._stop = store, report, stop
        self._patience = patience or Patience()
        self._into, self._id = into, model_id
        asking = replace(self._patience, tries=min(self._patience.tries, ASKING_TRIES))
        entry = store.entry(model_id)
        self._hub = Hub(entry.name if entry else model_id, asking, stop)

    def run(self) -> Model:
        """Bring what isn't here yet, and take it in.

        Raises EngineFault, and Stopped soon after `stop` is set; what has come stays.
        """
        model, entry = self._store.find(self._id), self._store.entry(self._id)
        if model.weights is not None:
            return model
        if entry is None:
            raise EngineFault("model_missing", model.name, "it was added from a disk")
        listing = self._listing(entry)
        folder = self._folder(entry, listing)
        with locked(folder / LOCK, lambda: self._wait(folder, listing)):
            return self._bring(entry, listing, folder)

    def weigh(self) -> Model:
        """The model with the size that its listing tells, which pins its commit.

        Raises EngineFault, and Stopped soon after `stop` is set.
        """
        entry = self._store.entry(self._id)
        if entry is not None:
            self._listing(entry)
        return self._store.find(self._id)

    def _listing(self, entry: Entry) -> RemoteListing:
        """Of the commit that was pinned, or of the branch, which pins it."""
        pin = self._store.file.read().pins.get(entry.id)
        for revision in ([pin.commit] if pin else []) + [entry.revision]:
            try:
                listing = self._hub.listing(entry.repository, revision, entry.skip)
            except LookupError:
                continue
            self._store.pin(entry, Pin(listing.commit, listing.bytes))
            return listing
        detail = f"the repository has no revision {entry.revision}"
        raise EngineFault("download_failed", entry.name, detail)

    def _folder(self, entry: Entry, listing: RemoteListing) -> Path:
        """Where a part of it lies already, else the first folder with room for all."""
        own = _own(entry)
        homes = self._homes()
        begun = [home / own for home in homes if (home / own).is_dir()]
        for folder in begun or [home / own for home in homes]:
            missing = listing.bytes - _bytes_here(folder, listing)
            free = _free(folder) - self._promised(folder)
            if missing == 0 or free >= missing + SPARE:
                if self._into:
                    self._store.remember(folder.parent)
                return folder
        detail = f"it needs {missing} bytes more in {folder}, where {max(0, free)} are free"
        raise EngineFault("disk_full", entry.name, detail)

    def _homes(self) -> list[Path]:
        """The folder that was asked for; else all that are there. In place of a drive that was
        unplugged a new folder would be made on another."""
        if self._into:
            return [Path(self._into).absolute()]
        homes = self._store.folders()
        return [home for home in homes if home.is_dir() or home == self._store.home]

    def _promised(self, folder: Path) -> int:
        """Bytes of the same disk that downloads of other models need yet."""
        pins = self._store.file.read().pins
        others = [
            (home / _own(entry), pins[entry.id].bytes)
            for entry in self._store.entries
            for home in self._store.folders()
            if entry.id in pins and home / _own(entry) != folder
        ]
        disk = _there(folder).stat().st_dev
        return sum(
            max(0, whole - _bytes_in(other))
            for other, whole in others
            if is_held(other / LOCK) and _there(other).stat().st_dev == disk
        )

    def _wait(self, folder: Path, listing: RemoteListing) -> None:
        """Watch while another process brings it."""
        self._report(Progress(_bytes_here(folder, listing), listing.bytes))
        if self._stop.wait(TURN):
            raise Stopped

    def _bring(self, entry: Entry, listing: RemoteListing, folder: Path) -> Model:
        self._forget_damaged(entry, folder)
        tally = Tally(_bytes_here(folder, listing), listing.bytes, self._report)
        tally.tell()
        with writing_faults(folder):
            self._forget_strange(listing, folder, tally.heard)
        fetcher = Fetcher(self._hub.headers, self._patience, self._stop, tally.heard)
        with closing(fetcher):
            files = tuple(
                self._file(fetcher, entry, listing.commit, remote, folder)
                for remote in listing.files
            )
        tally.tell()
        return self._store.keep_download(entry, folder, listing.commit, files)

    def _file(
        self, fetcher: Fetcher, entry: Entry, commit: str, remote: RemoteFile, folder: Path
    ) -> Held:
        target = folder / remote.name
        self._heed()
        if _size(target) == remote.bytes:
            return Held(remote.name, remote.bytes, remote.sha256 or sha256(target))
        url = self._hub.url(entry.repository, commit, remote.name)
        try:
            return Held(remote.name, remote.bytes, fetcher.fetch(url, remote, target))
        except EngineFault as fault:
            if fault.reason != "download_refused":
                raise
            detail = f"{self._hub.page(entry.repository)}: {fault.detail}"
            raise EngineFault("download_refused", entry.name, detail) from fault

    def _forget_damaged(self, entry: Entry, folder: Path) -> None:
        """Remove what a check found to be otherwise than it came."""
        kept = self._store.file.read().of(entry.id)
        for name in kept.damaged if kept and kept.root == str(folder) else ():
            (folder / name).unlink(missing_ok=True)

    def _forget_strange(
        self, listing: RemoteListing, folder: Path, heard: Callable[[int], None]
    ) -> None:
        """Remove what has the right length but came by other ways or from another commit: weights
        that were trained further are just as long."""
        note = folder / COMMIT
        if note.is_file() and note.read_text("utf-8", "replace") == listing.commit:
            return
        for remote in listing.files:
            path = folder / remote.name
            if _size(path) == remote.bytes and not is_right(path, remote, self._heed):
                path.unlink()
                heard(-remote.bytes)
        note.write_text(listing.commit, "utf-8")

    def _heed(self) -> None:
        if self._stop.is_set():
            raise Stopped


def _own(entry: Entry) -> str:
    """The name of the model's own folder."""
    return entry.repository.replace("/", "--")


def _bytes_in(folder: Path) -> int:
    """All that lies there."""
    return sum(
        max(0, _size(Path(place, name))) for place, _, names in os.walk(folder) for name in names
    )


def _bytes_here(folder: Path, listing: RemoteListing) -> int:
    """How much of it has come, whole files and parts."""
    return sum(
        file.bytes if _size(folder / file.name) == file.bytes else _part(folder, file)
        for file in listing.files
    )


def _part(folder: Path, file: RemoteFile) -> int:
    size = max(0, _size(part_of(folder / file.name)))
    return size if size <= file.bytes else 0


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _free(folder: Path) -> int:
    """Bytes that are free where the folder is or will be."""
    return shutil.disk_usage(_there(folder)).free


def _there(folder: Path) -> Path:
    """The folder, or the nearest above it that exists."""
    return next(place for place in (folder, *folder.parents) if place.exists())

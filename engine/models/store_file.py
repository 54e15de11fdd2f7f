"""What is known of the models that are here, in one small file beside them that is never half
written and that two processes change one after the other."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from engine.contract.models import Model
from engine.models.file_lock import locked
from engine.models.weight_files import Listing

NAME = "store.json"


class Pin(msgspec.Struct, frozen=True):
    """The commit that a repository's listing named, and the bytes of the files that are used."""

    commit: str
    bytes: int


class Kept(msgspec.Struct, frozen=True):
    """A model that was here when last looked at; `files` in `root` are as they should be.

    `entry` is its id in the catalogue, "" for none. `damaged` names files that a check found to be
    otherwise. `companion` is the id of the model that a single file goes with.
    """

    model: Model
    root: str
    files: Listing
    entry: str = ""
    damaged: tuple[str, ...] = ()
    companion: str = ""


class Contents(msgspec.Struct, frozen=True):
    """The whole file. `folders` hold models besides the store's own folder."""

    folders: tuple[str, ...] = ()
    kept: tuple[Kept, ...] = ()
    pins: dict[str, Pin] = {}

    def of(self, model_id: str) -> Kept | None:
        """What is known of the model."""
        return next((kept for kept in self.kept if kept.model.id == model_id), None)

    def with_kept(self, kept: Kept) -> "Contents":
        """With this in place of what was known of the model."""
        others = tuple(each for each in self.kept if each.model.id != kept.model.id)
        return self.changed(kept=(*others, kept))

    def changed(self, **changes: Any) -> "Contents":
        """With other values of some fields."""
        return msgspec.structs.replace(self, **changes)


class _Written(msgspec.Struct):
    """The file as it is read: one model that can't be understood spoils no other."""

    folders: tuple[str, ...] = ()
    kept: tuple[msgspec.Raw, ...] = ()
    pins: dict[str, Pin] = {}


class StoreFile:
    """The file in the folder `home`. Methods raise OSError."""

    def __init__(self, home: Path) -> None:
        self.path = home / NAME

    def read(self) -> Contents:
        """What it says; nothing where it isn't there or can't be understood."""
        try:
            written = msgspec.json.decode(self.path.read_bytes(), type=_Written)
        except (FileNotFoundError, ValueError, RecursionError):
            return Contents()
        kept = (each for raw in written.kept if (each := _understood(raw)))
        return Contents(written.folders, tuple(kept), written.pins)

    def change(self, change: Callable[[Contents], Contents]) -> Contents:
        """Read, change and write it while no other process does."""
        with locked(self.path.with_suffix(".lock")):
            contents = change(self._read_or_set_aside())
            part = self.path.with_suffix(".part")
            with part.open("wb") as file:
                file.write(msgspec.json.format(msgspec.json.encode(contents), indent=1))
                file.flush()
                os.fsync(file.fileno())
            part.replace(self.path)
        return contents

    def _read_or_set_aside(self) -> Contents:
        """What it says; a file that can't be understood is kept under another name."""
        contents = self.read()
        if contents == Contents() and self.path.is_file():
            self.path.replace(self.path.with_suffix(".old"))
        return contents


def _understood(raw: msgspec.Raw) -> Kept | None:
    """A model; None for what another version of the studio wrote differently."""
    try:
        return msgspec.json.decode(raw, type=Kept)
    except (ValueError, RecursionError):
        return None

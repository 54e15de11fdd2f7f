"""Where takes lie: in a folder beside their project, into which they go along."""

import filecmp
import os
import re
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from engine.contract.making import Made

Moves = dict[Path, Path]
"""Where each file was, and where it is too."""

FINISHED = (".mp4", ".png")


class Brought(NamedTuple):
    """Files that are in another folder too, and those there that were not there before."""

    moves: Moves
    new: list[Path]


def takes_folder(project: Path) -> Path:
    """The folder for the takes of the project file at this path."""
    return project.absolute().with_name(f"{project.stem} takes")


def finished_in(folder: Path) -> set[Path]:
    """The finished files in a folder of takes, made by a model or pinned for one."""
    return {path for path in folder.glob("*") if path.suffix in FINISHED and path.is_file()}


def sweep(folder: Path) -> None:
    """Take away what was half written when a studio died. Nobody else may be at work in there."""
    for suffix in FINISHED:
        for part in folder.glob(f"*{suffix}.part"):
            with suppress(OSError):
                part.unlink()


def brought_along(files: Iterable[Path], folder: Path) -> Brought:
    """Put these files into the folder too, over no other file's name, and on the disk.

    Raises OSError; what has come by then is taken away again.
    """
    brought = Brought({}, [])
    try:
        for path in sorted(files):
            if path.parent.resolve() != folder.resolve():
                folder.mkdir(exist_ok=True)
                brought.moves[path] = _doubled(path, folder, brought.new)
        if brought.new:
            _flush(folder)
    except OSError:
        forget(brought.new)
        raise
    return brought


def forget(paths: Iterable[Path]) -> None:
    """Take files away, and their folders where nothing else is in them."""
    for path in paths:
        with suppress(OSError):
            path.unlink()
        with suppress(OSError):
            path.parent.rmdir()


def housed(made: Made, folder: Path) -> Made:
    """The take in its project's folder, brought there if it was made elsewhere. Raises OSError."""
    path = Path(made.facts.media.path)
    if path.parent == folder or not path.is_file():
        return made
    folder.mkdir(parents=True, exist_ok=True)
    media = replace(made.facts.media, path=str(_doubled(path, folder, [])))
    facts = replace(made.facts, media=media)
    return replace(made, facts=facts)


def readdressed(json: bytes, moves: Moves) -> bytes:
    """JSON in which every text that is one of these paths is the new one."""
    if not moves:
        return json
    texts = {_text(old): _text(new) for old, new in moves.items()}
    # One search for all: they begin alike, so most of the document is passed over at once.
    return re.sub(b"|".join(map(re.escape, texts)), lambda found: texts[found[0]], json)


def rendered_in(json: bytes) -> set[Path]:
    """The files of all rendered takes of a document, which is read no further than that.

    Raises msgspec.DecodeError.
    """
    shots = msgspec.json.decode(json, type=_Document).shots
    return {Path(take.facts.media.path) for shot in shots for take in shot.takes if take.facts}


class _Media(msgspec.Struct):
    path: str


class _Facts(msgspec.Struct):
    media: _Media


class _Take(msgspec.Struct):
    facts: _Facts | None = None


class _Shot(msgspec.Struct):
    takes: tuple[_Take, ...] = ()


class _Document(msgspec.Struct):
    shots: tuple[_Shot, ...] = ()


def _text(path: Path) -> bytes:
    return msgspec.json.encode(str(path))


def _doubled(path: Path, folder: Path, new: list[Path]) -> Path:
    """The file by a free name in the folder too: linked, or copied where that can't be.

    Where it is there already, as an earlier try leaves it, that is the one.
    """
    target, number = folder / path.name, 2
    while target.exists():
        if _is_same(path, target):
            return target
        target = folder / f"{path.stem} ({number}){path.suffix}"
        number += 1
    try:
        os.link(path, target)
    except OSError:
        _copy(path, target)
    new.append(target)
    return target


def _is_same(path: Path, other: Path) -> bool:
    return path.samefile(other) or filecmp.cmp(path, other, shallow=False)


def _copy(path: Path, target: Path) -> None:
    """A copy that is on the disk before it has its name."""
    part = target.with_name(f"{target.name}.part")
    try:
        shutil.copyfile(path, part)
        _flush(part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _flush(path: Path) -> None:
    """A file's content, or a folder's names where the system can, to the disk."""
    if path.is_dir() and os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

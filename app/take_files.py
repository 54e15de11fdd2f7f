"""Where takes lie: in a folder beside their project, into which they go along."""

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec.structs import replace

from engine.contract.making import Made

Moves = dict[Path, Path]
"""Where each file was, and where it is too."""


def takes_folder(project: Path) -> Path:
    """The folder for the takes of the project file at this path."""
    return project.absolute().with_name(f"{project.stem} takes")


def brought_along(old: Path, new: Path) -> Moves:
    """Put every finished file of one folder into another too, over no other file's name.

    Raises OSError; what has come by then is taken away again.
    """
    moves: Moves = {}
    try:
        for path in sorted(path for path in old.glob("*") if path.suffix in (".mp4", ".png")):
            new.mkdir(exist_ok=True)
            moves[path] = _doubled(path, new)
    except OSError:
        forget(moves.values())
        raise
    return moves


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
    moved = _doubled(path, folder)
    media = replace(made.facts.media, path=str(moved))
    facts = replace(made.facts, media=media)
    return replace(made, facts=facts)


def readdressed(json: bytes, moves: Moves) -> bytes:
    """JSON in which every text that is one of these paths is the new one."""
    for old, new in moves.items():
        json = json.replace(msgspec.json.encode(str(old)), msgspec.json.encode(str(new)))
    return json


def _doubled(path: Path, folder: Path) -> Path:
    """The file by a free name in the folder too: linked, or copied where that can't be."""
    target, number = folder / path.name, 2
    while target.exists():
        target = folder / f"{path.stem} ({number}){path.suffix}"
        number += 1
    try:
        os.link(path, target)
    except OSError:
        part = target.with_name(f"{target.name}.part")
        try:
            shutil.copy2(path, part)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    return target

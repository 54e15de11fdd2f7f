"""The file that a command writes: whether it can be written, before any work is done."""

import os
from pathlib import Path

from app.command_line.bad_input import BadInput
from engine.contract.delivery import Delivery

ENDINGS = (".mp4", ".webm", ".mov", ".gif")


def delivery_to(text: str, inputs: tuple[Path, ...] = ()) -> Delivery:
    """How the film leaves. Raises BadInput where it couldn't be written, or is also read."""
    path = Path(text)
    if path.suffix.lower() not in ENDINGS:
        raise BadInput(f"{text} must end in {', '.join(ENDINGS)}; give the film such a name.")
    if path.is_dir():
        raise BadInput(f"{text} is a folder; give the name of a film in it.")
    if not path.parent.is_dir():
        raise BadInput(f"The folder {path.parent} isn't there; make it first.")
    if not os.access(path.parent, os.W_OK):
        raise BadInput(f"The folder {path.parent} can't be written to; choose another.")
    for read in inputs:
        if path.exists() and read.exists() and path.samefile(read):
            raise BadInput(f"{text} is read and can't be written too; choose another name.")
    return Delivery(str(path.absolute()))


def readable(text: str) -> Path:
    """An input file's whole path. Raises BadInput where there is none."""
    path = Path(text)
    if path.is_dir():
        raise BadInput(f"{text} is a folder; name a file.")
    if not path.is_file():
        raise BadInput(f"There is no file {text}; check the name and the folder.")
    if not os.access(path, os.R_OK):
        raise BadInput(f"The file {text} can't be read; ask its owner for permission.")
    return path.absolute()

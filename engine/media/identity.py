"""What tells one media file from any other, wherever it lies: its size and a hash of its ends."""

import hashlib
from pathlib import Path

from engine.contract.events import EngineFault
from engine.contract.shot import MediaRef
from engine.media.picture_sequence import is_sequence, sequence_files

_END = 1 << 20


def media_ref(path: str) -> MediaRef:
    """The file with its identity: bytes, and SHA-256 of size, first and last MiB.

    A picture sequence counts as its number of pictures, their bytes, its first and last picture.
    Raises EngineFault media_missing or media_unreadable.
    """
    try:
        if is_sequence(path):
            return MediaRef(path, _of_files(sequence_files(path)))
        return MediaRef(path, _of_file(Path(path)))
    except FileNotFoundError as error:
        raise EngineFault("media_missing", path) from error
    except OSError as error:
        raise EngineFault("media_unreadable", path, str(error)) from error


def _of_file(file: Path) -> str:
    size = file.stat().st_size
    digest = hashlib.sha256(str(size).encode())
    with file.open("rb") as stream:
        digest.update(stream.read(_END))
        stream.seek(max(size - _END, 0))
        digest.update(stream.read(_END))
    return f"{size}-{digest.hexdigest()[:32]}"


def _of_files(files: list[Path]) -> str:
    total = sum(file.stat().st_size for file in files)
    ends = f"{len(files)} {_of_file(files[0])} {_of_file(files[-1])}"
    return f"{total}-{hashlib.sha256(ends.encode()).hexdigest()[:32]}"

"""Finds the numbered pictures that a folder or a pattern such as frame_%04d.png stands for."""

import re
from pathlib import Path

from engine.contract.events import EngineFault
from engine.contract.time import Rate

SEQUENCE_RATE = Rate(24)
SEQUENCE_ENDINGS = {".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".bmp", ".exr", ".dpx"}

_PLACE = re.compile(r"%(0?)(\d*)d")
_NUMBERED = re.compile(r"^(.*?)(\d+)$")


def is_sequence(path: str) -> bool:
    """Whether the path stands for many pictures: a folder, or a printf pattern."""
    return Path(path).is_dir() or (bool(_PLACE.search(Path(path).name)) and not Path(path).exists())


def sequence_files(path: str) -> list[Path]:
    """The pictures in the order of their numbers; a gap in the numbers is no gap in time.

    In a folder with several numbered rows the longest counts. Raises EngineFault media_missing
    for a pattern without a match, media_unsupported for a folder without pictures.
    """
    place = Path(path)
    found = _in_folder(place) if place.is_dir() else _by_pattern(place)
    if found:
        return found
    if place.is_dir():
        raise EngineFault("media_unsupported", path, "the folder holds no numbered pictures")
    raise EngineFault("media_missing", path, "no picture matches the pattern")


def _by_pattern(pattern: Path) -> list[Path]:
    match = _PLACE.search(pattern.name)
    if not match or not pattern.parent.is_dir():
        return []
    zeros, digits = match.groups()
    number = rf"(\d{{{digits},}})" if zeros and digits else r"(\d+)"
    before, after = pattern.name[: match.start()], pattern.name[match.end() :]
    name = re.compile(re.escape(before) + number + re.escape(after) + "$")
    hits = [(name.match(file.name), file) for file in pattern.parent.iterdir()]
    return [file for _, file in sorted((int(hit.group(1)), file) for hit, file in hits if hit)]


def _in_folder(folder: Path) -> list[Path]:
    rows: dict[tuple[str, str], list[tuple[int, Path]]] = {}
    for file in folder.iterdir():
        hit = _NUMBERED.match(file.stem)
        if hit and file.suffix.lower() in SEQUENCE_ENDINGS:
            rows.setdefault((hit.group(1), file.suffix), []).append((int(hit.group(2)), file))
    longest = max(sorted(rows.items()), key=lambda item: len(item[1]), default=((), []))[1]
    return [file for _, file in sorted(longest)]

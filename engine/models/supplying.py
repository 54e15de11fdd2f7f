"""Tells where models come from and where they go: the environment's say, and the store's folders.

HF_ENDPOINT names a mirror, HF_HUB_OFFLINE forbids asking; both are what the Hub's own client reads.
"""

import os
import shutil
from pathlib import Path

from engine.contract.supply import Room, Supply
from engine.models.store import Store

USUAL = "https://huggingface.co"
YES = ("1", "ON", "YES", "TRUE")


def supply(store: Store, model_id: str = "") -> Supply:
    """How things stand now, for this model or for any."""
    origin = os.environ.get("HF_ENDPOINT", "").strip().rstrip("/") or USUAL
    offline = os.environ.get("HF_HUB_OFFLINE", "").upper() in YES
    entry = store.entry(model_id)
    own = entry.repository.replace("/", "--") if entry else ""
    rooms = tuple(_room(folder, store.home, own) for folder in store.folders())
    return Supply(origin, origin != USUAL, offline, rooms)


def _room(folder: Path, home: Path, own: str) -> Room:
    """A folder of the person's that is gone isn't made anew: its drive may come back."""
    if not folder.is_dir() and folder != home:
        return Room(str(folder), 0, there=False)
    return Room(str(folder), _free(folder), come=_bytes_in(folder / own) if own else 0)


def _free(folder: Path) -> int:
    existing = next(place for place in (folder, *folder.parents) if place.exists())
    return shutil.disk_usage(existing).free


def _bytes_in(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())

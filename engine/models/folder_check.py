"""Whether a folder in diffusers' layout has all that its index names."""

from pathlib import Path

from engine.contract.events import EngineFault
from engine.models.weight_files import INDEXES, PICKLED, config, files, is_safe_name

SHARDS = ".safetensors.index.json"


def is_model_folder(folder: Path) -> bool:
    """Whether it has an index. Raises EngineFault model_pickled where it holds pickles instead."""
    if any((folder / name).is_file() for name in INDEXES):
        return True
    for count, (_, path) in enumerate(files(folder)):
        if path.suffix.lower() in PICKLED:
            raise EngineFault("model_pickled", str(folder), str(path))
        if count > 1000:
            break
    return False


def refuse_incomplete(folder: Path) -> None:
    """Raise EngineFault model_damaged where a component or a part of its weights is missing."""
    for name in INDEXES:
        if (folder / name).is_file():
            for component in _components(folder / name):
                if not (folder / component).is_dir():
                    raise _lacks(folder, component)
    for _, path in files(folder):
        if path.name.lower().endswith(SHARDS):
            for shard in shards(path):
                if not (path.parent / shard).is_file():
                    raise _lacks(folder, f"{path.parent.name}/{shard}")


def _components(index: Path) -> list[str]:
    """What comes in a folder of its own."""
    return [
        name
        for name, entry in config(index).items()
        if isinstance(entry, list) and len(entry) == 2 and entry[0] and entry[1]
    ]


def shards(index: Path) -> set[str]:
    """The files that an index of weights names, which have to lie beside it: others would be
    opened, or unpickled, without a look. Raises EngineFault model_damaged; OSError."""
    places = config(index).get("weight_map")
    if not isinstance(places, dict) or not all(isinstance(place, str) for place in places.values()):
        raise EngineFault("model_damaged", str(index), "it is no index of weights")
    for place in set(places.values()):
        if not place.endswith(".safetensors") or "/" in place or not is_safe_name(place):
            raise EngineFault("model_damaged", str(index), f"it names {place!r:.80}")
    return set(places.values())


def _lacks(folder: Path, name: str) -> EngineFault:
    return EngineFault("model_damaged", str(folder), f"{name} is missing")

"""The files of a model: which there are, what tells it from others, what must never be opened."""

import hashlib
import importlib.util
import json
import os
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path, PurePosixPath

import msgspec

from engine.contract.events import EngineFault
from engine.diffusion.model_folder import INDEX
from engine.models.safetensors_header import safetensors_shapes

KEPT = (".json", ".safetensors", ".txt", ".model", ".jinja")
"""How the files end that a model is made of; a download takes no others."""

PICKLED = (".bin", ".ckpt", ".pt", ".pth", ".pkl", ".pickle", ".joblib", ".pdparams")
CODE = (".py", ".pyc", ".pyd", ".so", ".dll")
INDEXES = (INDEX, "modular_model_index.json")
LIBRARIES = ("diffusers", "transformers")
MOST_FILES = 20_000
MOST_CONFIG_BYTES = 16 << 20
SMALL = 1 << 20
"""Files of at most so many bytes are hashed for the fingerprint."""

BLOCK = 4 << 20
ODD = frozenset('\\:*?"<>|')
RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""What Windows takes for a device, whatever folder it is in."""

MOST_NAME_BYTES = 240


class Held(msgspec.Struct, frozen=True):
    """One file: its name in the folder with "/" between, its bytes, its SHA-256, "" if unknown."""

    name: str
    bytes: int
    sha256: str = ""


Listing = tuple[Held, ...]


def listing(folder: Path) -> Listing:
    """The files that the model in the folder is made of, by name; only small ones are hashed.

    Raises EngineFault model_damaged; OSError.
    """
    held = [
        Held(name, size := path.stat().st_size, sha256(path) if size <= SMALL else "")
        for name, path in files(folder)
        if name.lower().endswith(KEPT) and not _hidden(name)
    ]
    return tuple(sorted(held, key=lambda file: file.name))


def fingerprint(listed: Listing) -> str:
    """What tells a model from any other, wherever it lies and however it came."""
    lines = (
        f"{file.name}\0{file.bytes}\0{file.sha256 if file.bytes <= SMALL else ''}\n"
        for file in sorted(listed, key=lambda file: file.name)
    )
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def sha256(path: Path, heard: Callable[[int], None] = lambda count: None) -> str:
    """The file's SHA-256 in hexadecimal; `heard` gets the bytes of each part that was read."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while part := file.read(BLOCK):
            digest.update(part)
            heard(len(part))
    return digest.hexdigest()


def files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file below the folder, hidden ones and those behind links too, each with its name.

    Raises EngineFault model_damaged where there is no end to them, OSError.
    """
    count, seen = 0, set[str]()
    for place, inner, names in os.walk(folder, followlinks=True, onerror=_raise):
        real = os.path.realpath(place)
        if real in seen:
            inner.clear()
            continue
        seen.add(real)
        count += len(names)
        if count > MOST_FILES:
            raise EngineFault("model_damaged", str(folder), f"more than {MOST_FILES} files")
        for name in names:
            path = Path(place, name)
            yield path.relative_to(folder).as_posix(), path


def refuse_unsafe(folder: Path) -> None:
    """Raise EngineFault model_pickled or model_runs_code for what could run a program when it is
    opened, model_damaged for weights that aren't whole. Nothing is opened but headers and JSON."""
    found = sorted(files(folder))
    for _, path in found:
        if path.suffix.lower() in PICKLED:
            raise EngineFault("model_pickled", str(folder), str(path))
    for name, path in found:
        if path.suffix.lower() in CODE:
            raise EngineFault("model_runs_code", str(folder), str(path))
        # A pipe or a device would never end.
        if name.lower().endswith(KEPT) and not path.is_file():
            raise EngineFault("model_damaged", str(folder), f"{name} is no file")
        if path.suffix.lower() == ".safetensors":
            safetensors_shapes(path)
        # Some systems open a name in capitals for one without.
        elif path.name.lower() in INDEXES or path.name.lower().endswith("config.json"):
            _refuse_named_code(folder, path)


def is_safe_name(name: str) -> bool:
    """Whether a name that a server gave stays inside the folder on every system."""
    return name.isprintable() and not ODD & set(name) and all(map(_is_safe, name.split("/")))


def _is_safe(part: str) -> bool:
    if RESERVED.fullmatch(part) or len(part.encode()) > MOST_NAME_BYTES:
        return False
    return not part.endswith((".", " ")) and part != ""


def _refuse_named_code(folder: Path, path: Path) -> None:
    said = config(path)
    named = "auto_map" in said or "custom_pipeline" in said
    name = path.name.lower()
    foreign = name in INDEXES and any(_is_foreign(entry) for entry in said.values())
    if named or foreign or not isinstance(said.get("_class_name", ""), str):
        raise EngineFault("model_runs_code", str(folder), str(path))
    # transformers opens what this key names, and the model that an adapter says it belongs to.
    elsewhere = name == "adapter_config.json" and not (path.parent / "config.json").is_file()
    weights = said.get("transformers_weights") or ".safetensors"
    if elsewhere or not str(weights).endswith((".safetensors", ".safetensors.index.json")):
        raise EngineFault("model_damaged", str(folder), f"{path.name} leads to other weights")


def config(path: Path) -> dict[str, object]:
    """What a model's JSON file says. Raises EngineFault model_damaged, OSError."""
    if path.stat().st_size > MOST_CONFIG_BYTES:
        raise EngineFault("model_damaged", str(path), "it is too large for a configuration")
    try:
        # Schedulers' settings may hold Infinity, which JSON proper doesn't know.
        said = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise EngineFault("model_damaged", str(path), str(error)) from error
    if not isinstance(said, dict):
        raise EngineFault("model_damaged", str(path), "it is no configuration")
    return said


def _is_foreign(entry: object) -> bool:
    """Whether an index's entry names a class that neither library brings. [null, null] is a
    component that the model comes without."""
    if not isinstance(entry, list) or not entry or entry[0] is None:
        return False
    library = entry[0]
    named = isinstance(library, str)
    return not named or (library not in LIBRARIES and library not in _pipeline_packages())


@cache
def _pipeline_packages() -> frozenset[str]:
    """Packages of diffusers' own pipelines, which an index may name in place of the library."""
    found = importlib.util.find_spec("diffusers")
    places = found.submodule_search_locations if found else None
    folders = [Path(place, "pipelines") for place in places or ()]
    return frozenset(p.name for folder in folders for p in folder.iterdir() if p.is_dir())


def _hidden(name: str) -> bool:
    return any(part.startswith(".") for part in PurePosixPath(name).parts)


def _raise(error: OSError) -> None:
    raise error

"""The models that are here: which they are, whether they are whole, and taking in new ones."""

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec.structs import replace

from engine.contract.events import EngineFault
from engine.contract.models import Ability, Licence, Model, Weights
from engine.diffusion.families.registry import family_of
from engine.diffusion.model_folder import ModelFolder
from engine.models.catalogue import Entry, catalogue
from engine.models.folder_check import is_model_folder, refuse_incomplete
from engine.models.places import models_home
from engine.models.single_files import SUFFIXES, Single, recognise
from engine.models.store_file import Contents, Kept, Pin, StoreFile
from engine.models.weight_files import (
    INDEXES,
    PICKLED,
    Listing,
    fingerprint,
    listing,
    refuse_unsafe,
)

UNKNOWN_LICENCE = Licence(
    "not known", limits=("Where the model came from says what it may be used for.",)
)
IN_CACHE = re.compile(r"models--(?P<owner>[^/\\]+)--(?P<name>[^/\\]+)$")
COMMIT = re.compile(r"[0-9a-f]{40}")


class Store:
    """What lies in the store's own folder `home`, and wherever else models were found or put."""

    def __init__(self, home: Path | None = None, entries: tuple[Entry, ...] | None = None) -> None:
        self.home = home or models_home()
        self.entries = catalogue() if entries is None else entries
        self.file = StoreFile(self.home)

    def all(self) -> tuple[Model, ...]:
        """The catalogue's models in its order, then those that were added from a disk."""
        contents = self.file.read()
        listed = tuple(self._of_entry(entry, contents) for entry in self.entries)
        added = (kept for kept in contents.kept if not self.entry(kept.entry))
        return (*listed, *(self._now(kept, contents) for kept in added))

    def find(self, model_id: str) -> Model:
        """One of them. Raises EngineFault model_unknown."""
        found = next((model for model in self.all() if model.id == model_id), None)
        if found is None:
            raise EngineFault("model_unknown", model_id)
        return found

    def kept(self, model_id: str) -> Kept:
        """What is known of a model that is or was here. Raises EngineFault model_missing."""
        kept = self.file.read().of(model_id)
        if kept is None:
            raise EngineFault("model_missing", self.find(model_id).name)
        return kept

    def entry(self, model_id: str) -> Entry | None:
        """The catalogue's entry of this id."""
        return next((entry for entry in self.entries if entry.id == model_id), None)

    def add(self, place: str) -> Model:
        """Take in what lies there, which stays there. See Models.add for what is raised."""
        path = Path(place).expanduser().absolute()
        path = path.parent if path.name in INDEXES else path
        with _faults(path):
            if path.is_dir():
                return self._keep(self._folder(path))
            if not path.exists():
                raise EngineFault("media_missing", str(path))
            return self._keep(self._single(path))

    def keep_download(self, entry: Entry, folder: Path, commit: str, files: Listing) -> Model:
        """Take in what was downloaded, whole and verified."""
        with _faults(folder):
            refuse_unsafe(folder)
            refuse_incomplete(folder)
            model = replace(
                entry.model(), bytes=sum(file.bytes for file in files), revision=commit,
                ability=_ability(folder),
                weights=_weights(folder, listing(folder)),
            )  # fmt: skip
            return self._keep(Kept(model, str(folder), files, entry.id))

    def pin(self, entry: Entry, pin: Pin) -> None:
        """Remember the commit that the entry's listing named."""
        self.file.change(lambda old: old.changed(pins={**old.pins, entry.id: pin}))

    def remember(self, folder: Path) -> None:
        """Look for room in this folder too from now on, before all others."""
        others = [name for name in self.file.read().folders if name != str(folder)]
        self.file.change(lambda old: old.changed(folders=(str(folder), *others)))

    def folders(self) -> tuple[Path, ...]:
        """Where downloads may go, in order."""
        return (*(Path(name) for name in self.file.read().folders), self.home)

    def _of_entry(self, entry: Entry, contents: Contents) -> Model:
        kept = next((kept for kept in contents.kept if kept.entry == entry.id), None)
        if kept is not None:
            return self._now(kept, contents)
        pin = contents.pins.get(entry.id)
        model = entry.model()
        return replace(model, bytes=pin.bytes, revision=pin.commit) if pin else model

    def _now(self, kept: Kept, contents: Contents) -> Model:
        """The model as it is at this moment, which a drive that was unplugged changes."""
        if not is_whole(kept, contents):
            return replace(kept.model, weights=None)
        if kept.companion:
            return kept.model
        try:
            with _faults(Path(kept.root)):
                return replace(kept.model, ability=_ability(Path(kept.root)))
        except EngineFault:
            # One folder that was changed since must not hide all other models.
            return replace(kept.model, weights=None)

    def _folder(self, path: Path) -> Kept:
        if not is_model_folder(path):
            raise EngineFault("model_unknown", str(path))
        refuse_unsafe(path)
        refuse_incomplete(path)
        family, files = family_of(ModelFolder(path)).name, listing(path)
        entry, commit = self._recognised(path, family)
        model = entry.model() if entry else self._unlisted(path, family)
        model = replace(
            model, bytes=sum(file.bytes for file in files), revision=commit or model.revision,
            ability=_ability(path), weights=_weights(path, files),
        )  # fmt: skip
        return Kept(model, str(path), files, entry.id if entry else "")

    def _recognised(self, path: Path, family: str) -> tuple[Entry | None, str]:
        """The entry whose repository the folder's place names, and the commit if it names that."""
        if cached := _in_cache(path):
            names, commit = {f"{cached['owner']}/{cached['name']}".lower()}, path.name
        else:
            names, commit = {path.name.lower(), path.name.replace("--", "/").lower()}, ""
        for entry in self.entries:
            repository = entry.repository.lower()
            fits = repository in names or (not cached and repository.split("/")[-1] in names)
            if fits and entry.family == family:
                return entry, commit if COMMIT.fullmatch(commit) else ""
        return None, ""

    def _unlisted(self, path: Path, family: str) -> Model:
        """A model that the catalogue doesn't have, still without ability and weights."""
        nothing = self.entries[0].ability
        model_id = self._free_id(path)
        return Model(model_id, _name(path), family, nothing, UNKNOWN_LICENCE, 0)

    def _free_id(self, path: Path) -> str:
        """From the path's name; the one it had before, if it was added before."""
        contents = self.file.read()
        before = next((kept for kept in contents.kept if _place(kept) == str(path)), None)
        if before is not None and not before.entry:
            return before.model.id
        taken = {entry.id for entry in self.entries} | {kept.model.id for kept in contents.kept}
        words = re.sub(r"[^\w.]+", "-", _name(path)).strip("-.")
        first = words.lower() or "model"
        names = (first, *(f"{first}-{number}" for number in range(2, len(taken) + 3)))
        return next(name for name in names if name not in taken)

    def _single(self, path: Path) -> Kept:
        if path.suffix.lower() in PICKLED:
            raise EngineFault("model_pickled", str(path))
        # Exactly so: diffusers unpickles what ends in .SAFETENSORS. A pipe would never end.
        if path.suffix not in SUFFIXES or not path.is_file():
            raise EngineFault("model_unknown", str(path))
        here = [model for model in self.all() if model.weights and _is_folder(model.weights)]
        return self._beside(path, recognise(path, here, self.entries))

    def _beside(self, path: Path, single: Single) -> Kept:
        """The model that the file makes of the one that it goes with."""
        companion = single.companion
        path = path.with_name(single.files[0].name)
        model = replace(
            companion, id=self._free_id(path), name=f"{companion.name}: {_name(path)}",
            bytes=sum(file.bytes for file in single.files), licence=UNKNOWN_LICENCE,
            weights=single.weights,
            repository="", revision="",
        )  # fmt: skip
        return Kept(model, str(path.parent), single.files, companion=companion.id)

    def _keep(self, kept: Kept) -> Model:
        """Raises EngineFault disk_full or not_writable: the model itself is fine."""
        try:
            self.file.change(lambda old: old.with_kept(kept))
        except OSError as error:
            full = error.errno in (errno.ENOSPC, errno.EDQUOT)
            reason = "disk_full" if full else "not_writable"
            raise EngineFault(reason, str(self.file.path), str(error)) from error
        return kept.model


def is_whole(kept: Kept, contents: Contents) -> bool:
    """Whether all its files are there in their sizes, and those of what it goes with."""
    companion = contents.of(kept.companion) if kept.companion else None
    if kept.damaged or (kept.companion and not (companion and is_whole(companion, contents))):
        return False
    return all(_size(Path(kept.root, file.name)) == file.bytes for file in kept.files)


def _ability(folder: Path) -> Ability:
    model_folder = ModelFolder(folder)
    return family_of(model_folder).ability(model_folder)


def _weights(folder: Path, files: Listing) -> Weights:
    return Weights(str(folder), sum(file.bytes for file in files), fingerprint(files))


def _in_cache(path: Path) -> re.Match[str] | None:
    """Owner and name of the repository, if the folder lies in the cache of the Hub's client."""
    is_snapshot = path.parent.name == "snapshots"
    return IN_CACHE.search(str(path.parent.parent)) if is_snapshot else None


def _name(path: Path) -> str:
    """What a person calls it: a folder, a file, or a repository in the Hub's cache."""
    cached = _in_cache(path)
    name = cached["name"] if cached else path.stem if path.is_file() else path.name
    return "".join(letter if letter.isprintable() else " " for letter in name).strip() or "model"


def _place(kept: Kept) -> str:
    """Where a model that was added lies: its folder, or its one file."""
    return str(Path(kept.root, kept.files[0].name)) if kept.companion else kept.root


def _is_folder(weights: Weights) -> bool:
    return not weights.transformer and not weights.adapter


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


@contextmanager
def _faults(path: Path) -> Iterator[None]:
    """What the system says about a model's files, as faults of ours."""
    try:
        yield
    except FileNotFoundError as error:
        raise EngineFault("media_missing", str(error.filename or path)) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        detail = f"{type(error).__name__}: {error}"
        raise EngineFault("model_damaged", str(path), detail) from error

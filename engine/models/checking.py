"""Reads every file of a model again and says which aren't as they should be."""

import threading
from pathlib import Path

from msgspec.structs import replace

from engine.contract.events import EngineFault
from engine.models.patience import Stopped
from engine.models.store import Store
from engine.models.store_file import Kept
from engine.models.weight_files import Held, refuse_unsafe, sha256


class Check:
    """One look at a model. Files whose content is wrong are remembered, so that a download replaces
    them; one that is missing or of another length shows itself.

    A file that was added from a disk has no known hash until it was looked at once.
    """

    def __init__(self, store: Store, model_id: str, stop: threading.Event) -> None:
        self._store, self._id, self._stop = store, model_id, stop
        self._complaints: list[str] = []
        self._damaged: list[str] = []

    def run(self) -> tuple[str, ...]:
        """An English sentence for each thing that is wrong.

        Raises EngineFault model_missing, and Stopped soon after `stop` is set.
        """
        kept = self._store.kept(self._id)
        files = tuple(self._looked_at(Path(kept.root), file) for file in kept.files)
        self._look_for_danger(kept)
        seen = replace(kept, files=files, damaged=tuple(self._damaged))
        self._store.file.change(lambda old: old.with_kept(seen))
        return tuple(self._complaints)

    def _looked_at(self, root: Path, file: Held) -> Held:
        path = root / file.name
        try:
            size = path.stat().st_size
            if size != file.bytes:
                self._complain(file, f"has {size} bytes instead of {file.bytes}")
                return file
            found = sha256(path, self._heed)
        except FileNotFoundError:
            self._complain(file, "is missing")
        except OSError as error:
            self._complain(file, f"can't be read: {error.strerror or error}")
            # A drive that was just unplugged has spoilt nothing.
            if path.is_file():
                self._damaged.append(file.name)
        else:
            if file.sha256 and found != file.sha256:
                self._complain(file, "is not what it was")
                self._damaged.append(file.name)
            else:
                return replace(file, sha256=found)
        return file

    def _look_for_danger(self, kept: Kept) -> None:
        """Whatever came into a model's folder since could be opened with it."""
        if kept.companion or not Path(kept.root).is_dir():
            return
        try:
            refuse_unsafe(Path(kept.root))
        except EngineFault as fault:
            self._say_once(fault)
        except OSError as error:
            self._complaints.append(f"{kept.root} can't be read: {error.strerror or error}.")

    def _say_once(self, fault: EngineFault) -> None:
        """What is wrong with a file that had no hash to compare with."""
        name = Path(fault.detail or fault.subject).name
        match fault.reason:
            case "model_pickled":
                self._complaints.append(f"{name} could run any program when it is opened.")
            case "model_runs_code":
                self._complaints.append(f"{name} brings program code.")
            case _ if not self._complaints:
                self._complaints.append(f"{Path(fault.subject).name} is damaged: {fault.detail}.")

    def _complain(self, file: Held, what: str) -> None:
        self._complaints.append(f"{file.name} {what}.")

    def _heed(self, _count: int) -> None:
        if self._stop.is_set():
            raise Stopped

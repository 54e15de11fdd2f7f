"""What was learnt of how autoencoders see colours, kept for the previews of later takes."""

import contextlib
from pathlib import Path

import msgspec
import numpy as np

from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.pictures.estimate import Colours
from engine.media.identity import media_ref

MOST = 100
PARTS = ("vae", "vqvae", "autoencoder")


class KeptColours:
    """A small JSON file, of one map for each autoencoder whatever models it comes with.

    Where the file can't be read or written, previews are plainer for a take.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: dict[str, Colours] | None = None

    def of(self, autoencoder: str) -> Colours | None:
        """The map of this autoencoder, None while it is unknown."""
        return self._all().get(autoencoder)

    def keep(self, autoencoder: str, colours: Colours) -> None:
        """Remember the map."""
        known = self._all()
        known[autoencoder] = colours
        kept = {name: each.weights.tolist() for name, each in list(known.items())[-MOST:]}
        part = self._path.with_suffix(".part")
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(msgspec.json.encode(kept))
            part.replace(self._path)

    def _all(self) -> dict[str, Colours]:
        if self._known is None:
            self._known = {}
            with contextlib.suppress(OSError, ValueError):
                rows = msgspec.json.decode(
                    self._path.read_bytes(), type=dict[str, list[tuple[float, float, float]]]
                )
                self._known = {name: Colours(np.array(each)) for name, each in rows.items()}
        return self._known


def autoencoder_of(folder: ModelFolder) -> str:
    """What tells a model's autoencoder from any other: that of its weights' files."""
    for part in PARTS:
        if files := sorted((folder.path / part).glob("*.safetensors")):
            return " ".join(media_ref(str(file)).identity for file in files)
    return str(folder.path)

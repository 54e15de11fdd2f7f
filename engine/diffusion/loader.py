"""Loads a model's pipeline from its folder, and makes pipelines for other tasks of what is loaded.

Only safetensors are read and only from the folder; no code of a model's own is run.
"""

import inspect
import os
from pathlib import Path
from typing import Any

from engine.contract.events import EngineFault
from engine.contract.models import Precision, Task
from engine.diffusion.families.family import Family
from engine.diffusion.model_folder import ModelFolder


def quiet_libraries() -> None:
    """Import what models need, which takes seconds, with nothing fetched, run or printed."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    os.environ["DIFFUSERS_DISABLE_REMOTE_CODE"] = "true"
    from diffusers.utils import logging as of_diffusers
    from transformers.utils import logging as of_transformers

    for logging in (of_diffusers, of_transformers):
        logging.set_verbosity_error()
        logging.disable_progress_bar()


class Loaded:
    """One model in memory: its components once, and a pipeline over them for each class asked."""

    def __init__(self, folder: ModelFolder, family: Family, precision: Precision) -> None:
        self.folder, self.family, self.precision = folder, family, precision
        self._pipes: dict[str, Any] = {}

    def pipe(self, task: Task) -> Any:
        """The pipeline for a task. Raises EngineFault model_damaged or model_missing."""
        name = self.family.pipeline(self.folder, task)
        if name not in self._pipes:
            self._pipes[name] = self._loaded(name, task)
        return self._pipes[name]

    def _loaded(self, name: str, task: Task) -> Any:
        path = self.folder.path
        if not path.is_dir():
            raise EngineFault("model_missing", path.name)
        try:
            pipe = self._made(name, task)
        except (OSError, ValueError, KeyError, TypeError, RuntimeError) as error:
            if "out of memory" in str(error):
                raise
            raise EngineFault("model_damaged", path.name, str(error)) from error
        pipe.set_progress_bar_config(disable=True)
        return pipe

    def _made(self, name: str, task: Task) -> Any:
        load = getattr(self.family, "load", None)
        if load is not None:
            return load(self.folder, task, self.precision)
        own = self.folder.pipeline
        if own not in self._pipes:
            self._pipes[own] = from_folder(self.folder.path, own, self.precision)
        return self._pipes[own] if name == own else shared(name, self._pipes[own])


def from_folder(path: Path, name: str, precision: Precision, **parts: Any) -> Any:
    """diffusers' pipeline of this class over the folder's components, on the CPU; but for `parts`,
    which are taken as they are."""
    import diffusers

    return getattr(diffusers, name).from_pretrained(
        str(path),
        dtype=weight_types(precision),
        use_safetensors=True,
        local_files_only=True,
        trust_remote_code=False,
        **parts,
    )


def shared(name: str, pipe: Any) -> Any:
    """A pipeline of another class over the same components.

    diffusers' own from_pipe() would turn all weights to float32, the original's too.
    """
    import diffusers

    wanted = getattr(diffusers, name)
    known = {**pipe.config, **pipe.components}
    parameters = inspect.signature(wanted.__init__).parameters
    return wanted(**{key: known[key] for key in parameters if key in known})


def weight_types(precision: Precision) -> Any:
    """The type of weights to load: autoencoders in float32, for they lose most by less."""
    import torch

    match precision:
        case "float32":
            return torch.float32
        case "float16":
            return {"default": torch.float16, "vae": torch.float32}
        case _:
            return {"default": torch.bfloat16, "vae": torch.float32}

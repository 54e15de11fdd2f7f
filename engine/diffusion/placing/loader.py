"""Loads a model's pipeline from its folder, and makes pipelines for other tasks of what is loaded.

Only safetensors and GGUF are read and only from the disk; no code of a model's own is run.
"""

import inspect
import logging
import os
from pathlib import Path
from typing import Any

from engine.contract.events import EngineFault
from engine.contract.models import Precision, Task
from engine.diffusion.families.family import BringsParts, Family
from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.placing.adapter_names import OWN, PUBLISHED, plain
from engine.diffusion.placing.adapters import lay_over
from engine.diffusion.placing.out_of_memory import ran_out


def quiet_libraries() -> None:
    """Import what models need, which takes seconds, with nothing fetched, run or printed."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    os.environ["DIFFUSERS_DISABLE_REMOTE_CODE"] = "true"
    for chatty in ("torchao", "torch.utils._pytree"):
        logging.getLogger(chatty).setLevel(logging.ERROR)
    from diffusers.utils import logging as of_diffusers
    from transformers.utils import logging as of_transformers

    for library in (of_diffusers, of_transformers):
        library.set_verbosity_error()
        library.disable_progress_bar()


def import_classes(folder: ModelFolder, pipeline: str) -> None:
    """Import all that the model is made of, some seconds' work for the first of a kind. An import
    that is broken off can't always be done again."""
    import diffusers
    import transformers

    libraries: dict[str, Any] = {"diffusers": diffusers, "transformers": transformers}
    for entry in (("diffusers", pipeline), *folder.index.values()):
        match entry:
            case [str(library), str(name), *_] if library in libraries:
                getattr(libraries[library], name, None)
            case _:
                pass


class Loaded:
    """One model on the CPU: its components once, and a pipeline over them for each class asked.

    `single` is a file of the denoiser's weights in place of the folder's, None for none; `adapters`
    are LoRA files to lay over them.
    """

    def __init__(
        self,
        folder: ModelFolder,
        family: Family,
        precision: Precision,
        single: Path | None = None,
        adapters: tuple[Path, ...] = (),
    ) -> None:
        self.folder, self.family, self.precision = folder, family, precision
        self._single, self._adapters = single, adapters
        self._pipes: dict[str, Any] = {}

    def pipe(self, task: Task, aside: dict[str, Any] | None = None) -> Any:
        """The pipeline for a task; `aside` are components that were taken out of the others.

        Raises EngineFault model_missing, model_damaged or model_unfit, and whatever says that
        memory ran out.
        """
        name = self.family.pipeline(self.folder, task)
        if not self.folder.path.is_dir():
            raise EngineFault("model_missing", self.folder.path.name)
        try:
            if name not in self._pipes:
                self._pipes[name] = self._made(name, task, aside or {})
                self._pipes[name].set_progress_bar_config(disable=True)
        except (OSError, ValueError, KeyError, TypeError, RuntimeError) as error:
            if ran_out(error):
                raise
            raise EngineFault("model_damaged", self.folder.path.name, str(error)) from error
        return self._pipes[name]

    def _made(self, name: str, task: Task, aside: dict[str, Any]) -> Any:
        load = getattr(self.family, "load", None)
        if load is not None:
            if self._single:
                raise EngineFault("model_unfit", "it takes no weights from a file of their own")
            # Nothing is shared with a pipeline that was loaded for other tasks: it makes room.
            self._pipes.clear()
            return self._dressed(load(self.folder, task, self.precision))
        own = self.folder.pipeline
        if own not in self._pipes:
            brings = isinstance(self.family, BringsParts)
            parts = self.family.parts(self.folder) if brings else {}
            if self._single:
                parts["transformer"] = self._denoiser(self._single)
            self._pipes[own] = self._dressed(
                from_folder(self.folder.path, own, self.precision, **parts)
            )
        return self._pipes[own] if name == own else shared(name, self._pipes[own], aside)

    def _denoiser(self, file: Path) -> Any:
        """The denoiser from a file of its own, with the folder's config."""
        import diffusers

        kind = getattr(diffusers, self.folder.config("transformer")["_class_name"])
        if not hasattr(kind, "from_single_file"):
            raise EngineFault("model_unfit", f"its weights can't come from a file like {file.name}")
        dtype = compute_type(self.precision)
        packing = diffusers.GGUFQuantizationConfig(compute_dtype=dtype)
        return kind.from_single_file(
            str(file) if _is_packed(file) else _plainly_named(file),
            config=str(self.folder.path),
            subfolder="transformer",
            torch_dtype=dtype,
            quantization_config=packing if _is_packed(file) else None,
            local_files_only=True,
        )

    def _dressed(self, pipe: Any) -> Any:
        for adapter in self._adapters:
            lay_over(pipe, adapter, self._single is not None and _is_packed(self._single))
        return pipe


def from_folder(path: Path, name: str, precision: Precision, **parts: Any) -> Any:
    """diffusers' pipeline of this class over the folder's components, on the CPU, but for those
    that are given."""
    import diffusers

    return getattr(diffusers, name).from_pretrained(
        str(path),
        dtype=weight_types(precision),
        use_safetensors=True,
        local_files_only=True,
        **parts,
    )


def shared(name: str, pipe: Any, aside: dict[str, Any] | None = None) -> Any:
    """A pipeline of another class over the same components, those set `aside` too.

    diffusers' own from_pipe() would turn all weights to float32, the original's too.
    """
    import diffusers

    wanted = getattr(diffusers, name)
    known = {**pipe.config, **pipe.components, **(aside or {})}
    parameters = inspect.signature(wanted.__init__).parameters
    return wanted(**{key: known[key] for key in parameters if key in known})


def compute_type(precision: Precision) -> Any:
    """What a denoiser computes in."""
    import torch

    kinds = {"float32": torch.float32, "float16": torch.float16}
    return kinds.get(precision, torch.bfloat16)


def weight_types(precision: Precision) -> Any:
    """The types of weights to load: autoencoders in float32, for they lose most by less."""
    import torch

    if precision == "float32":
        return torch.float32
    return {"default": compute_type(precision), "vae": torch.float32}


def _is_packed(file: Path) -> bool:
    return file.suffix.lower() == ".gguf"


def _plainly_named(file: Path) -> Any:
    """The file, or its tensors where they have a prefix that diffusers doesn't know."""
    from safetensors import safe_open
    from safetensors.torch import load_file

    with safe_open(file, "pt") as opened:
        names = list(opened.keys())
    if any(name.startswith((OWN, PUBLISHED)) for name in names):
        return {plain(name): tensor for name, tensor in load_file(file).items()}
    return str(file)

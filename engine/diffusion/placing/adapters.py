"""Lays LoRA files over a pipeline's weights."""

from pathlib import Path
from typing import Any

from engine.contract.events import EngineFault
from engine.diffusion.placing.adapter_names import is_readable, readable

NOISY, QUIET = ("high_noise", "low_noise")
"""Parts of the names of a pair of files, for a model with an expert for much noise and one for
little: https://huggingface.co/lightx2v/Wan2.2-Distill-Loras has such."""


def lay_over(pipe: Any, file: Path, packed: bool) -> None:
    """Lay it over: melted into the weights, unless those are `packed` and can't be changed.

    Raises EngineFault model_missing, model_unfit; OSError and ValueError for a damaged file.
    """
    if not file.is_file():
        raise EngineFault("model_missing", file.name)
    if not hasattr(pipe, "load_lora_weights"):
        raise EngineFault("model_unfit", f"nothing can be laid over it, such as {file.name}")
    _load(pipe, file)
    other = file.with_name(file.name.replace(NOISY, QUIET))
    if other != file and other.is_file() and pipe.components.get("transformer_2") is not None:
        _load(pipe, other, load_into_transformer_2=True)
    if not packed:
        pipe.fuse_lora()
        pipe.unload_lora_weights()


def _load(pipe: Any, file: Path, **into: bool) -> None:
    from safetensors import safe_open

    with safe_open(file, "pt") as opened:
        names = list(opened.keys())
    denoiser = pipe.transformer_2 if into else pipe.transformer
    if is_readable(names):
        pipe.load_lora_weights(
            str(file.parent),
            weight_name=file.name,
            use_safetensors=True,
            local_files_only=True,
            **into,
        )
    else:
        pipe.load_lora_weights(_renamed(file, denoiser), **into)
    if not any("lora_" in name for name, _ in denoiser.named_parameters()):
        raise EngineFault("model_unfit", f"nothing of {file.name} fits its weights")


def _renamed(file: Path, denoiser: Any) -> dict[str, Any]:
    from safetensors.torch import load_file

    return readable(load_file(file), (name for name, _ in denoiser.named_modules()))

"""Tells from its header what a single file of weights is: a transformer or a LoRA, and of which of
the models that are here. The names of tensors are diffusers' own or those that the model was
published with (diffusers/loaders/single_file_utils.py translates them)."""

import hashlib
import os
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from engine.contract.events import EngineFault
from engine.contract.models import Model, Weights
from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.placing.adapter_names import plain
from engine.diffusion.placing.adapters import NOISY, QUIET
from engine.models.catalogue import Entry
from engine.models.gguf_header import gguf_shapes
from engine.models.safetensors_header import Shapes, safetensors_shapes
from engine.models.weight_files import SMALL, Held, Listing

SUFFIXES = (".safetensors", ".gguf")
LORA_ENDS = (".lora_A.weight", ".lora_down.weight")
SCALES = (".scale_weight", ".weight_scale", ".weight_scale_2", ".comfy_quant")
"""Ends of tensors without which a packed weight beside them means nothing; diffusers has no use for
them."""

FROM_FILES = ("wan", "wan_vace", "ltx2", "ltx_video", "skyreels")
"""Families whose transformers are loaded from a single file."""

ADAPTED = (*FROM_FILES, "cogvideox", "helios", "kandinsky5", "sana_video")
"""Families that a LoRA can be laid over."""

ENOUGH = 0.9
"""The part of a model's tensors that a file must have to be taken for it."""


@dataclass(frozen=True)
class Published:
    """How a family's transformer is named where it was published: tensors that no other family has,
    and the first layer, which diffusers calls `first`."""

    family: str
    tells: tuple[str, ...]
    patches: str
    first: str
    modules: str


PUBLISHED = (
    Published(
        "wan_vace",
        ("vace_blocks.0.after_proj.bias",),
        "patch_embedding.weight",
        "patch_embedding.weight",
        r"^vace_blocks\.\d+\.",
    ),
    Published(
        "wan",
        ("head.modulation", "time_projection.1.weight"),
        "patch_embedding.weight",
        "patch_embedding.weight",
        r"^blocks[._]\d+[._]((self|cross)_attn[._][qkvo]|ffn[._][02])$",
    ),
    Published(
        "ltx2",
        ("audio_patchify_proj.weight", "patchify_proj.weight"),
        "patchify_proj.weight",
        "proj_in.weight",
        r"^transformer_blocks\.\d+\.(audio_attn|video_to_audio|audio_to_video)",
    ),
    Published(
        "ltx_video",
        ("adaln_single.linear.weight", "patchify_proj.weight"),
        "patchify_proj.weight",
        "proj_in.weight",
        r"^transformer_blocks\.\d+\.attn[12]\.(to_[qkv]|to_out\.0)$",
    ),
    Published(
        "minimax_h3",
        ("token_refiner.blocks.0.attn.qkv_proj.weight", "video_patch_proj.weight"),
        "video_patch_proj.weight",
        "proj_in.weight",
        r"^token_refiner\.blocks\.",
    ),
)
"""The families whose published files diffusers can load, the more particular first."""


@dataclass(frozen=True)
class Single:
    """A single file, and the model that is here which it goes with."""

    companion: Model
    weights: Weights
    files: Listing


def recognise(path: Path, here: Iterable[Model], entries: tuple[Entry, ...]) -> Single:
    """What the file is. Raises EngineFault model_unknown, model_damaged, model_pickled, or
    model_missing with the name of the model that has to be got first; OSError."""
    gguf = path.suffix == ".gguf"
    named = gguf_shapes(path) if gguf else safetensors_shapes(path)
    shapes = {plain(name): shape for name, shape in named.items()}
    if any(name.endswith(SCALES) for name in shapes):
        raise EngineFault("model_unknown", str(path), "its weights are packed for another program")
    modules = _adapted(shapes)
    fitting = [model for model in here if model.weights and _fits(model, shapes, modules)]
    family = fitting[0].family if fitting else _family(shapes, modules)
    _refuse_unserved(path, family, is_adapter=bool(modules))
    for model in fitting:
        if files := _files(path, model, is_adapter=bool(modules)):
            return _single(files, model, is_adapter=bool(modules))
    if fitting:
        detail = f"{fitting[0].name} needs one for much noise and one for little, side by side"
        raise EngineFault("model_unknown", str(path), detail)
    missing = next((entry for entry in entries if entry.family == family), None)
    if missing is not None:
        raise EngineFault("model_missing", missing.name, f"{path.name} goes with it")
    raise EngineFault("model_unknown", str(path))


def _refuse_unserved(path: Path, family: str, is_adapter: bool) -> None:
    if family and family not in (ADAPTED if is_adapter else FROM_FILES):
        what = "LoRA files" if is_adapter else "weights from a file of their own"
        raise EngineFault("model_unknown", str(path), f"models of its kind take no {what}")


def _files(path: Path, model: Model, is_adapter: bool) -> tuple[Path, ...]:
    """What has to be used together, none where a part is missing: of a model with two experts, a
    LoRA for each, which only their names tell apart (see engine.diffusion.placing.adapters)."""
    assert model.weights is not None
    if not ModelFolder(Path(model.weights.folder)).has("transformer_2"):
        return (path,)
    noisy = path.with_name(path.name.replace(QUIET, NOISY))
    quiet = path.with_name(noisy.name.replace(NOISY, QUIET))
    if not is_adapter or noisy == quiet or not (noisy.is_file() and quiet.is_file()):
        return ()
    for file in (noisy, quiet):
        safetensors_shapes(file)
    return noisy, quiet


def _single(files: tuple[Path, ...], model: Model, is_adapter: bool) -> Single:
    weights = model.weights
    assert weights is not None
    held = tuple(Held(file.name, file.stat().st_size) for file in files)
    marks = (f"{own.bytes}\0{_ends(file)}" for own, file in zip(held, files, strict=True))
    both = hashlib.sha256("\0".join((weights.fingerprint, *marks)).encode()).hexdigest()
    part = {"adapter" if is_adapter else "transformer": str(files[0])}
    size = weights.bytes + sum(own.bytes for own in held)
    return Single(model, replace(weights, bytes=size, fingerprint=both, **part), held)


def _ends(path: Path) -> str:
    """What tells the file from others of its size without reading gigabytes."""
    with path.open("rb") as file:
        digest = hashlib.sha256(file.read(SMALL))
        file.seek(-min(SMALL, path.stat().st_size), os.SEEK_END)
        digest.update(file.read(SMALL))
    return digest.hexdigest()


def _fits(model: Model, shapes: Shapes, modules: dict[str, tuple[int, int]]) -> bool:
    """Whether the file was made for a model of exactly this shape."""
    assert model.weights is not None
    own = transformer_shapes(Path(model.weights.folder))
    return _adapts(modules, model, own) if modules else _replaces(shapes, model, own)


def _replaces(shapes: Shapes, model: Model, own: Shapes) -> bool:
    alike = sum(shapes.get(name) == shape for name, shape in own.items())
    if own and alike >= ENOUGH * len(own):
        return True
    published = _published(shapes)
    return (
        published is not None
        and published.family == model.family
        and shapes.get(published.patches) == own.get(published.first)
        and _blocks(shapes) == _blocks(own)
    )


def _adapts(modules: dict[str, tuple[int, int]], model: Model, own: Shapes) -> bool:
    """Whether its modules are the model's, or those of its family's published names and width."""
    alike = sum(own.get(f"{name}.weight") == sides for name, sides in modules.items())
    if alike >= ENOUGH * len(modules):
        return True
    widths = Counter(sides[1] for sides in modules.values())
    most_common = widths.most_common(1)[0][0]
    is_wide = any(most_common in shape for name, shape in own.items() if ".0." in name)
    return model.family in _families_of(modules) and is_wide


def _adapted(shapes: Shapes) -> dict[str, tuple[int, int]]:
    """The modules that a LoRA changes, each with its outputs and inputs; none for other files."""
    modules: dict[str, tuple[int, int]] = {}
    for name, shape in shapes.items():
        for end, other in zip(LORA_ENDS, (".lora_B.weight", ".lora_up.weight"), strict=True):
            up = shapes.get(name.removesuffix(end) + other)
            if name.endswith(end) and len(shape) >= 2 and up and len(up) >= 2:
                modules[name.removesuffix(end)] = (up[0], shape[1])
    return modules


def _family(shapes: Shapes, modules: dict[str, tuple[int, int]]) -> str:
    """The family whose published names the file has, "" for none."""
    if modules:
        return next(iter(_families_of(modules)), "")
    published = _published(shapes)
    return published.family if published else ""


def _published(shapes: Shapes) -> Published | None:
    return next((each for each in PUBLISHED if all(tell in shapes for tell in each.tells)), None)


def _families_of(modules: dict[str, tuple[int, int]]) -> tuple[str, ...]:
    return tuple(
        each.family for each in PUBLISHED if any(re.search(each.modules, name) for name in modules)
    )


def transformer_shapes(folder: Path) -> Shapes:
    """Every tensor of the folder's transformer. Raises EngineFault model_damaged; OSError."""
    shapes: Shapes = {}
    for path in sorted((folder / "transformer").glob("*.safetensors")):
        shapes |= safetensors_shapes(path)
    return shapes


def _blocks(shapes: Shapes) -> int:
    """How many blocks of layers there are."""
    found = (re.match(r"(?:transformer_)?blocks\.(\d+)\.", name) for name in shapes)
    return len({match[1] for match in found if match})

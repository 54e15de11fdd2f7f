"""Puts a loaded pipeline where and how a forecast says: weights rounded, moved, brought in turn.

Adapters must lie over the weights before: those over rounded weights fail.
"""

import re
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from engine.contract.models import Forecast
from engine.models.costing import COMPILED
from engine.models.ways import PROCESSOR, Way, next_way, way_of
from engine.models.workload import CODECS, TRANSFORMERS

PLACED = "_laqta_placed"
BLOCKS = re.compile(r"blocks\.\d+\.")
UNMASKED = ("Wan", "SkyReels", "CogVideoX")
"""Transformers that attend to everything, which cuDNN's attention is fastest at."""

ALWAYS_TILED = ("AutoencoderKLMiniMaxH3",)
"""Autoencoders that learned to work tile by tile, and make other pictures without."""

CUDNN = "_native_cudnn"
CUDNN_FROM = (9, 0)
ROOM_BESIDE = 1.1
SPOKEN = {
    "tiled": "Memory ran out, so the pictures were decoded tile by tile.",
    "offload": "Graphics memory ran out, so the model's parts were brought to the card in turn.",
    "precision": "Memory ran out, so the model's weights were rounded.",
    "compiled": "Memory ran out, so the model ran without being compiled.",
}


def apply(pipe: Any, forecast: Forecast) -> None:
    """Place the pipeline's components; those that another pipeline shares are placed once.

    The pipeline comes from the loader, on the CPU and with the forecast's precision. Placing is for
    good: for another way load it again. Raises RuntimeError where memory runs out.
    """
    way = way_of(forecast)
    fresh = [(name, part) for name, part in _modules(pipe) if not hasattr(part, PLACED)]
    for name, part in fresh:
        _round(name, part, way)
    if way.offload == "model":
        pipe.enable_model_cpu_offload(device=way.device)
    else:
        for name, part in fresh:
            _move(name, part, way)
    for name, part in fresh:
        if name in TRANSFORMERS:
            _quicken(part, way)
        setattr(part, PLACED, way)
    _tile(pipe, way.tiled)


def cheaper(forecast: Forecast) -> Forecast | None:
    """The next forecast that wants less memory, with a note that says what was changed; None when
    nothing is left. Its time is a guess, its memory that of the forecast before."""
    before = way_of(forecast)
    way = next_way(before)
    if way is None:
        return None
    slower = COMPILED if before.compiled and not way.compiled else 1.0
    changed = next(name for name in SPOKEN if getattr(way, name) != getattr(before, name))
    return replace(
        forecast,
        seconds=forecast.seconds * slower,
        precision=way.precision,
        offload=way.offload,
        tiled=way.tiled,
        compiled=way.compiled,
        sure=False,
        notes=(*forecast.notes, SPOKEN[changed]),
    )


def did_not_compile(error: BaseException) -> bool:
    """Whether torch could not compile the model, as where it lacks something to do it with."""
    from torch._dynamo.exc import TorchDynamoException

    return isinstance(error, TorchDynamoException)


def _modules(pipe: Any) -> Iterator[tuple[str, Any]]:
    import torch

    for name, part in pipe.components.items():
        if isinstance(part, torch.nn.Module):
            yield name, part


def _round(name: str, part: Any, way: Way) -> None:
    import torch

    if name not in TRANSFORMERS:
        return
    if way.precision == "float8":
        held = {each.dtype for each in part.parameters()}
        compute = torch.float16 if torch.float16 in held else torch.bfloat16
        part.enable_layerwise_casting(storage_dtype=torch.float8_e4m3fn, compute_dtype=compute)
    elif way.precision == "int8":
        from torchao.quantization import Int8WeightOnlyConfig, quantize_

        quantize_(part, Int8WeightOnlyConfig(version=2), filter_fn=_in_a_block)


def _in_a_block(module: Any, name: str) -> bool:
    """Whether to round this layer: those outside the blocks are few and matter most."""
    import torch

    return isinstance(module, torch.nn.Linear) and BLOCKS.search(name) is not None


def _move(name: str, part: Any, way: Way) -> None:
    import torch

    stays = name in CODECS or not getattr(part, "_supports_group_offloading", True)
    if way.offload == "none" or stays:
        part.to(way.device)
        return
    from diffusers.hooks import apply_group_offloading

    streams = way.device != PROCESSOR
    by_block = way.offload == "group" and name in TRANSFORMERS
    apply_group_offloading(
        part,
        onload_device=torch.device(way.device),
        offload_device=torch.device("cpu"),
        offload_type="block_level" if by_block else "leaf_level",
        num_blocks_per_group=1 if by_block else None,
        non_blocking=streams,
        use_stream=streams,
        record_stream=streams,
        low_cpu_mem_usage=streams and not _room_to_pin(part),
    )


def _room_to_pin(part: Any) -> bool:
    """Whether memory has room for a second copy of the weights, held for the card: torch rounds
    each up to a power of two. (It can be told not to, but then hands out blocks that are too small:
    get_free_block() in torch 2.13's ATen/core/CachingHostAllocator.h.)"""
    import psutil

    sizes = (each.numel() * each.element_size() for each in part.parameters())
    held = sum(1 << (size - 1).bit_length() for size in sizes if size)
    return psutil.virtual_memory().available > ROOM_BESIDE * held


def _quicken(part: Any, way: Way) -> None:
    """Choose the attention that is fastest here, and compile where the forecast says so."""
    kind = type(part).__name__
    if way.device == "cuda" and kind.startswith(UNMASKED) and _has_cudnn(part):
        _attend_by(CUDNN, part)
    if way.compiled and getattr(part, "_repeated_blocks", None):
        part.compile_repeated_blocks(fullgraph=True)


def _attend_by(backend: str, part: Any) -> None:
    """Set this model's attention alone: diffusers makes it that of all models that have none."""
    from diffusers.models.attention_dispatch import attention_backend

    with attention_backend():
        part.set_attention_backend(backend)


def _has_cudnn(part: Any) -> bool:
    """Whether cuDNN's attention runs here on heads like this model's, by trying it."""
    import torch
    from torch.nn.attention import SDPBackend, sdpa_kernel

    if torch.cuda.get_device_capability() < CUDNN_FROM:
        return False
    side = getattr(part.config, "attention_head_dim", 128)
    heads = torch.zeros(1, 2, 128, side, dtype=torch.bfloat16, device="cuda")
    try:
        with sdpa_kernel(SDPBackend.CUDNN_ATTENTION):
            torch.nn.functional.scaled_dot_product_attention(heads, heads, heads)
    except RuntimeError:
        return False
    return True


def _tile(pipe: Any, tiled: bool) -> None:
    vae = getattr(pipe, "vae", None)
    tiled = tiled or type(vae).__name__ in ALWAYS_TILED
    change = getattr(vae, "enable_tiling" if tiled else "disable_tiling", None)
    if change is not None:
        change()

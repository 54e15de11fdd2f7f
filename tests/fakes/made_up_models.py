"""Models at full size without their weights: configurations on the disk, shapes in memory."""

import json
from pathlib import Path

from engine.contract.models import Profile
from engine.contract.shot import ModelRun
from engine.contract.time import Rate
from engine.diffusion.model_folder import ModelFolder
from engine.models.component_weights import Component
from engine.models.safetensors_header import Shapes
from engine.models.workload import Work, work_of

VAE_WIDTHS = (384, 384, 192, 96)
WAN_SIZES = {"1.3B": (12, 30, 8960), "14B": (40, 40, 13824)}
QUALITY = Profile("quality", 50, 5.0)


def wan_shapes(channels: int, blocks: int, widest: int) -> Shapes:
    """The large tensors of Wan 2.1's transformer."""
    shapes: Shapes = {"patch_embedding.weight": (channels, 16, 1, 2, 2)}
    for number in range(blocks):
        for attention in ("attn1", "attn2"):
            for part in ("to_q", "to_k", "to_v", "to_out.0"):
                shapes[f"blocks.{number}.{attention}.{part}.weight"] = (channels, channels)
        shapes[f"blocks.{number}.ffn.net.0.proj.weight"] = (widest, channels)
        shapes[f"blocks.{number}.ffn.net.2.weight"] = (channels, widest)
    return shapes


def umt5_shapes() -> Shapes:
    """The large tensors of UMT5-XXL's encoder."""
    shapes: Shapes = {"shared.weight": (256384, 4096)}
    for number in range(24):
        for part in "qkvo":
            shapes[f"encoder.block.{number}.layer.0.{part}.weight"] = (4096, 4096)
        for part in ("wi_0", "wi_1", "wo"):
            shapes[f"encoder.block.{number}.layer.1.{part}.weight"] = (10240, 4096)
    return shapes


def vae_shapes() -> Shapes:
    """The convolutions of Wan 2.1's autoencoder, about."""
    return {
        f"decoder.up_blocks.{level}.resnets.{each}.conv{part}.weight": (width, width, 3, 3, 3)
        for level, width in enumerate(VAE_WIDTHS)
        for each in range(3)
        for part in (1, 2)
    }


def wan_work(
    folder: Path,
    size: str,
    width: int,
    height: int,
    frames: int = 81,
    gguf: bool = False,
    profile: Profile = QUALITY,
) -> Work:
    """The work of a take of Wan 2.1, at its usual 50 steps unless told otherwise."""
    heads, blocks, widest = WAN_SIZES[size]
    _write(folder, "transformer", {"_class_name": "WanTransformer3DModel", "patch_size": [1, 2, 2],
                                   "num_attention_heads": heads,
                                   "attention_head_dim": 128})  # fmt: skip
    _write(folder, "vae", {"_class_name": "AutoencoderKLWan", "dim_mult": [1, 2, 4, 4],
                           "temperal_downsample": [False, True, True]})  # fmt: skip
    (folder / "model_index.json").write_text(json.dumps({"_class_name": "WanPipeline"}))
    parts = {
        "transformer": _part("transformer", wan_shapes(heads * 128, blocks, widest), gguf),
        "text_encoder": _part("text_encoder", umt5_shapes()),
        "vae": _part("vae", vae_shapes()),
    }
    run = ModelRun("text", width, height, frames, Rate(16))
    return work_of(ModelFolder(folder), parts, run, profile)


def _part(name: str, shapes: Shapes, gguf: bool = False) -> Component:
    part = Component(name, 0, shapes, gguf)
    return Component(name, int(part.parameters * (0.6 if gguf else 2)), shapes, gguf)


def _write(folder: Path, component: str, config: dict[str, object]) -> None:
    (folder / component).mkdir(parents=True, exist_ok=True)
    (folder / component / "config.json").write_text(json.dumps(config))

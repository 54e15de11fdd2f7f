"""Tiny Helios models: sides of 16 times a whole number (64 with a pyramid), chunks of 33 frames."""

from pathlib import Path
from typing import Any

from tests.fakes.tiny_models.t5 import tiny_t5_tokenizer, tiny_umt5
from tests.fakes.tiny_models.wan import tiny_wan_vae


def build_helios_base(folder: Path) -> Path:
    """The base model: all steps at full size."""
    from diffusers import HeliosPipeline, HeliosScheduler

    scheduler = HeliosScheduler(stages=1, stage_range=[0, 1], use_dynamic_shifting=True)
    return _saved(HeliosPipeline(**_parts(), scheduler=scheduler), folder)


def build_helios_mid(folder: Path) -> Path:
    """From coarse to fine on three stages."""
    from diffusers import HeliosPyramidPipeline, HeliosScheduler

    pipe = HeliosPyramidPipeline(**_parts(), scheduler=HeliosScheduler(), is_cfg_zero_star=True)
    return _saved(pipe, folder)


def build_helios_distilled(folder: Path) -> Path:
    """From coarse to fine in few steps."""
    from diffusers import HeliosDMDScheduler, HeliosPyramidPipeline

    scheduler = HeliosDMDScheduler()
    return _saved(HeliosPyramidPipeline(**_parts(), scheduler=scheduler, is_distilled=True), folder)


def _parts() -> dict[str, Any]:
    import torch
    from diffusers import HeliosTransformer3DModel

    torch.manual_seed(0)
    transformer = HeliosTransformer3DModel(
        num_attention_heads=2,
        attention_head_dim=12,
        text_dim=32,
        ffn_dim=32,
        num_layers=2,
        rope_dim=(4, 4, 4),
    )
    return {
        "tokenizer": tiny_t5_tokenizer(),
        "text_encoder": tiny_umt5(),
        "vae": tiny_wan_vae(),
        "transformer": transformer,
    }


def _saved(pipe: Any, folder: Path) -> Path:
    pipe.save_pretrained(folder, safe_serialization=True)
    return folder

"""Tiny LTX-Video models: sides of 32 times a whole number, 8k + 1 frames."""

from pathlib import Path
from typing import Any

from tests.fakes.tiny_models.t5 import tiny_t5, tiny_t5_tokenizer

CHANNELS = 8


def build_ltx_video(folder: Path) -> Path:
    """LTX-Video 0.9.0, whose schedule shifts with the size."""
    from diffusers import LTXPipeline

    return _saved(LTXPipeline(**_parts(use_dynamic_shifting=True)), folder)


def build_ltx_video_condition(folder: Path) -> Path:
    """LTX-Video from 0.9.5 on, whose autoencoder knows of noise."""
    from diffusers import LTXConditionPipeline

    return _saved(LTXConditionPipeline(**_parts(timestep_conditioning=True)), folder)


def _parts(use_dynamic_shifting: bool = False, timestep_conditioning: bool = False) -> Any:
    import torch
    from diffusers import FlowMatchEulerDiscreteScheduler, LTXVideoTransformer3DModel

    torch.manual_seed(0)
    width = 32
    return {
        "scheduler": FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=use_dynamic_shifting),
        "text_encoder": tiny_t5(width),
        "tokenizer": tiny_t5_tokenizer(),
        "transformer": LTXVideoTransformer3DModel(
            in_channels=CHANNELS,
            out_channels=CHANNELS,
            num_attention_heads=2,
            attention_head_dim=8,
            cross_attention_dim=16,
            num_layers=2,
            caption_channels=width,
        ),
        "vae": _vae(timestep_conditioning),
    }


def _vae(timestep_conditioning: bool) -> Any:
    from diffusers import AutoencoderKLLTXVideo

    return AutoencoderKLLTXVideo(
        latent_channels=CHANNELS,
        block_out_channels=(8, 8, 8, 8),
        decoder_block_out_channels=(8, 8, 8, 8),
        layers_per_block=(1, 1, 1, 1, 1),
        decoder_layers_per_block=(1, 1, 1, 1, 1),
        timestep_conditioning=timestep_conditioning,
    )


def _saved(pipe: Any, folder: Path) -> Path:
    pipe.save_pretrained(folder, safe_serialization=True)
    return folder

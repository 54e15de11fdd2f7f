"""Tiny Kandinsky 5 models: sides of 16 times a whole number, 4k + 1 frames."""

from pathlib import Path
from typing import Any

from tests.fakes.tiny_models.clip_text import WIDTH as POOLED
from tests.fakes.tiny_models.clip_text import tiny_clip_text, tiny_clip_tokenizer
from tests.fakes.tiny_models.qwen import (
    WIDTH,
    learn_lead,
    save_processor,
    tiny_qwen25_vl,
    tiny_qwen_tokenizer,
)
from tests.fakes.tiny_models.waking import awake

LATENTS = 4


def build_kandinsky5_t2v(folder: Path) -> Path:
    """Lite, from text."""
    from diffusers import Kandinsky5T2VPipeline

    return _saved(Kandinsky5T2VPipeline, folder)


def build_kandinsky5_i2v(folder: Path) -> Path:
    """Lite, from a first picture."""
    from diffusers import Kandinsky5I2VPipeline

    return _saved(Kandinsky5I2VPipeline, folder)


def build_kandinsky5_blocks(folder: Path) -> Path:
    """Ten seconds from text: attention by blocks of 8 x 8 patches."""
    from diffusers import Kandinsky5T2VPipeline

    nabla = {
        "attention_type": "nabla",
        "attention_P": 0.9,
        "attention_wT": 3,
        "attention_wH": 3,
        "attention_wW": 3,
        "attention_add_sta": True,
        "axes_dims": (8, 4, 4),
        "num_visual_blocks": 1,
        "model_dim": 32,
    }
    return _saved(Kandinsky5T2VPipeline, folder, **nabla)


def tiny_hunyuan_vae() -> Any:
    """HunyuanVideo's autoencoder at its real ratios, 8 in space and 4 in time."""
    from diffusers import AutoencoderKLHunyuanVideo

    return AutoencoderKLHunyuanVideo(
        latent_channels=LATENTS,
        block_out_channels=(4, 4, 4, 4),
        layers_per_block=1,
        norm_num_groups=2,
    )


def _saved(kind: Any, folder: Path, **measures: Any) -> Path:
    import torch
    from diffusers import FlowMatchEulerDiscreteScheduler

    torch.manual_seed(0)
    words, pooled = tiny_qwen_tokenizer(), tiny_clip_tokenizer()
    pipe = kind(
        transformer=_transformer(**measures),
        vae=tiny_hunyuan_vae(),
        text_encoder=None,
        tokenizer=None,
        text_encoder_2=tiny_clip_text(pooled),
        tokenizer_2=pooled,
        scheduler=FlowMatchEulerDiscreteScheduler(shift=5.0),
    )
    learn_lead(words, pipe.prompt_template.split("{}")[0], pipe.prompt_template_encode_start_idx)
    pipe.register_modules(text_encoder=tiny_qwen25_vl(words))
    pipe.save_pretrained(folder, safe_serialization=True)
    save_processor(words, folder / "tokenizer", "Qwen2VLProcessor")
    return folder


def _transformer(**measures: Any) -> Any:
    from diffusers import Kandinsky5Transformer3DModel

    usual = {
        "in_visual_dim": LATENTS,
        "out_visual_dim": LATENTS,
        "in_text_dim": WIDTH,
        "in_text_dim2": POOLED,
        "time_dim": 16,
        "model_dim": 24,
        "ff_dim": 32,
        "num_text_blocks": 1,
        "num_visual_blocks": 2,
        "axes_dims": (4, 4, 4),
        "visual_cond": True,
    }
    return awake(Kandinsky5Transformer3DModel(**usual | measures))

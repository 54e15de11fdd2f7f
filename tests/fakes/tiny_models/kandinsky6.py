"""Tiny Kandinsky 6 models: sides of 16 times a whole number, 4k + 1 frames, 44.1 kHz."""

from pathlib import Path
from typing import Any

from tests.fakes.tiny_models.clip_text import WIDTH as POOLED
from tests.fakes.tiny_models.clip_text import tiny_clip_text, tiny_clip_tokenizer
from tests.fakes.tiny_models.kandinsky5 import LATENTS, tiny_hunyuan_vae
from tests.fakes.tiny_models.qwen import (
    WIDTH,
    learn_lead,
    save_processor,
    tiny_qwen25_vl,
    tiny_qwen_tokenizer,
)
from tests.fakes.tiny_models.waking import awake

HEARD, MELS, GRID = 4, 16, 2


def build_kandinsky6(folder: Path) -> Path:
    """Lite, from text and perhaps a first picture, with guidance."""
    from diffusers import FlowMatchEulerDiscreteScheduler

    return _saved(folder, FlowMatchEulerDiscreteScheduler(shift=5.0), 1)


def build_kandinsky6_distill(folder: Path) -> Path:
    """Distilled: each step guesses at GRID moments at once."""
    from diffusers import PiflowScheduler

    return _saved(folder, PiflowScheduler(n_grid=GRID), GRID)


def _saved(folder: Path, scheduler: Any, guesses: int) -> Path:
    import torch
    from diffusers import Kandinsky6TI2VAPipeline
    from diffusers.pipelines.kandinsky6 import pipeline_kandinsky6_ti2va as real

    torch.manual_seed(0)
    words, pooled = tiny_qwen_tokenizer(), tiny_clip_tokenizer()
    learn_lead(words, real._PROMPT_TEMPLATE.split("{}")[0], real._QWEN_CROP_START)
    pipe = Kandinsky6TI2VAPipeline(
        transformer=_transformer(guesses),
        vae=tiny_hunyuan_vae(),
        text_encoder=tiny_qwen25_vl(words),
        tokenizer=None,
        text_encoder_2=tiny_clip_text(pooled),
        tokenizer_2=pooled,
        scheduler=scheduler,
        **_sounding(),
    )
    pipe.save_pretrained(folder, safe_serialization=True)
    save_processor(words, folder / "tokenizer", "Qwen2_5_VLProcessor")
    return folder


def _transformer(guesses: int) -> Any:
    from diffusers import Kandinsky6Transformer3DModel

    transformer = Kandinsky6Transformer3DModel(
        in_visual_dim=LATENTS,
        out_visual_dim=LATENTS * guesses,
        in_text_dim=WIDTH,
        in_text_dim2=POOLED,
        time_dim=16,
        model_dim=24,
        ff_dim=32,
        num_text_blocks=1,
        num_visual_blocks=2,
        axes_dims=(4, 4, 4),
        in_audio_dim=HEARD,
        out_audio_dim=HEARD * guesses,
        text_token_padding=True,
        ca_rope=True,
        cross_gates=True,
        fix_modulation=True,
        visual_token_type_num_embeddings=2,
    )
    return awake(transformer)


def _sounding() -> dict[str, Any]:
    """A spectrum's column is 512 samples, a latent two columns, as in the real one."""
    from diffusers import MMAudioVAE, MMAudioVocoder

    return {
        "audio_vae": MMAudioVAE(
            mel_bins=MELS,
            latent_channels=HEARD,
            hidden_channels=16,
            channel_multipliers=(1, 1, 2),
            layers_per_block=1,
        ),
        "vocoder": MMAudioVocoder(
            num_mels=MELS,
            upsample_initial_channel=64,
            resblock_kernel_sizes=(3,),
            resblock_dilation_sizes=((1, 3, 5),),
        ),
    }

"""Tiny CogVideoX models: sides of 16 times a whole number; 8k + 1 frames, 16k + 1 in 1.5."""

from pathlib import Path
from typing import Any

from tests.fakes.tiny_models.t5 import tiny_t5, tiny_t5_tokenizer

LATENTS = 16


def build_cogvideox_t2v(folder: Path) -> Path:
    """1.0, from text."""
    from diffusers import CogVideoXPipeline

    return _saved(CogVideoXPipeline(**_parts()), folder)


def build_cogvideox_i2v(folder: Path) -> Path:
    """1.0, from a first picture, of one size and length alone."""
    from diffusers import CogVideoXImageToVideoPipeline

    learned = {"use_rotary_positional_embeddings": True, "use_learned_positional_embeddings": True}
    parts = _parts(in_channels=2 * LATENTS, sample_frames=9, **learned)
    return _saved(CogVideoXImageToVideoPipeline(**parts), folder)


def build_cogvideox_control(folder: Path) -> Path:
    """1.0 Fun, from a film that steers."""
    from diffusers import CogVideoXDDIMScheduler, CogVideoXFunControlPipeline

    parts = _parts(in_channels=2 * LATENTS, use_rotary_positional_embeddings=True)
    parts["scheduler"] = CogVideoXDDIMScheduler.from_config(parts["scheduler"].config)
    return _saved(CogVideoXFunControlPipeline(**parts), folder)


def build_cogvideox15_t2v(folder: Path) -> Path:
    """1.5, from text: patches of two latent frames."""
    from diffusers import CogVideoXPipeline

    return _saved(CogVideoXPipeline(**_parts(**_deep())), folder)


def build_cogvideox15_i2v(folder: Path) -> Path:
    """1.5, from a first picture."""
    from diffusers import CogVideoXImageToVideoPipeline

    parts = _parts(in_channels=2 * LATENTS, ofs_embed_dim=8, **_deep())
    return _saved(CogVideoXImageToVideoPipeline(**parts), folder)


def _deep() -> dict[str, Any]:
    return {
        "patch_size_t": 2,
        "use_rotary_positional_embeddings": True,
        "patch_bias": False,
        "sample_frames": 81,
        "max_text_seq_length": 24,
    }


def _parts(**measures: Any) -> dict[str, Any]:
    import torch
    from diffusers import CogVideoXDPMScheduler

    torch.manual_seed(0)
    return {
        "tokenizer": tiny_t5_tokenizer(),
        "text_encoder": tiny_t5(),
        "vae": _vae(),
        "transformer": _transformer(**measures),
        "scheduler": CogVideoXDPMScheduler(
            prediction_type="v_prediction",
            rescale_betas_zero_snr=True,
            snr_shift_scale=1.0,
            timestep_spacing="trailing",
        ),
    }


def _transformer(**measures: Any) -> Any:
    from diffusers import CogVideoXTransformer3DModel

    shape = {
        "num_attention_heads": 2,
        "attention_head_dim": 16,
        "time_embed_dim": 8,
        "text_embed_dim": 32,
        "num_layers": 2,
        "sample_width": 12,
        "sample_height": 8,
        "sample_frames": 49,
        "max_text_seq_length": 26,
    }
    return CogVideoXTransformer3DModel(**{**shape, **measures})


def _vae() -> Any:
    from diffusers import AutoencoderKLCogVideoX

    return AutoencoderKLCogVideoX(
        block_out_channels=(8, 8, 8, 8),
        latent_channels=LATENTS,
        layers_per_block=1,
        norm_num_groups=2,
        sample_width=80,
        sample_height=96,
    )


def _saved(pipe: Any, folder: Path) -> Path:
    pipe.save_pretrained(folder, safe_serialization=True)
    return folder

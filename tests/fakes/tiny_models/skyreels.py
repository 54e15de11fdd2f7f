"""Tiny SkyReels V2 models: sides of 16 times a whole number, 4k + 1 frames."""

from pathlib import Path
from typing import Any

from tests.fakes.tiny_models.t5 import tiny_t5_tokenizer, tiny_umt5
from tests.fakes.tiny_models.wan import tiny_clip, tiny_wan_vae


def build_skyreels_t2v(folder: Path) -> Path:
    """From text, within a window."""
    from diffusers import SkyReelsV2Pipeline

    return _saved(SkyReelsV2Pipeline(**_parts()), folder)


def build_skyreels_flf2v(folder: Path) -> Path:
    """From a first picture and perhaps a last, which a CLIP encoder looks at."""
    from diffusers import SkyReelsV2ImageToVideoPipeline

    parts = _parts(in_channels=36, image_dim=4, pos_embed_seq_len=2 * (4 * 4 + 1))
    return _saved(SkyReelsV2ImageToVideoPipeline(**parts, **tiny_clip()), folder)


def build_skyreels_i2v(folder: Path) -> Path:
    """From a first picture, which a CLIP encoder looks at."""
    from diffusers import SkyReelsV2ImageToVideoPipeline

    parts = _parts(in_channels=36, image_dim=4)
    return _saved(SkyReelsV2ImageToVideoPipeline(**parts, **tiny_clip()), folder)


def build_skyreels_df(folder: Path) -> Path:
    """Diffusion forcing: a noise level a frame."""
    from diffusers import SkyReelsV2DiffusionForcingPipeline

    pipe = SkyReelsV2DiffusionForcingPipeline(**_parts(inject_sample_info=True))
    return _saved(pipe, folder)


def _parts(**measures: Any) -> dict[str, Any]:
    import torch
    from diffusers import SkyReelsV2Transformer3DModel, UniPCMultistepScheduler

    torch.manual_seed(0)
    shape = {
        "num_attention_heads": 2,
        "attention_head_dim": 12,
        "text_dim": 32,
        "ffn_dim": 32,
        "num_layers": 2,
        "rope_max_seq_len": 64,
    }
    return {
        "tokenizer": tiny_t5_tokenizer(),
        "text_encoder": tiny_umt5(),
        "vae": tiny_wan_vae(),
        "transformer": SkyReelsV2Transformer3DModel(**shape, **measures),
        "scheduler": UniPCMultistepScheduler(
            prediction_type="flow_prediction", use_flow_sigmas=True
        ),
    }


def _saved(pipe: Any, folder: Path) -> Path:
    pipe.save_pretrained(folder, safe_serialization=True)
    return folder

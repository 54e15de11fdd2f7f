"""Tiny Wan models: sides of 16 times a whole number, 4k + 1 frames."""

from pathlib import Path
from typing import Any

from tests.fakes.tiny_models.t5 import tiny_t5_tokenizer, tiny_umt5

CHANNELS = 16
WITH_IMAGE = 36
"""Noise, the picture's latents and a mask of four."""


def build_wan_t2v(folder: Path) -> Path:
    """Wan 2.1, from text."""
    from diffusers import WanPipeline

    return _saved(WanPipeline(**_parts(_transformer)), folder)


def build_wan_v2v(folder: Path) -> Path:
    """Wan 2.1, saved as the pipeline that starts from a film."""
    from diffusers import WanVideoToVideoPipeline

    return _saved(WanVideoToVideoPipeline(**_parts(_transformer)), folder)


def build_wan22_t2v(folder: Path) -> Path:
    """Wan 2.2 A14B: an expert for much noise and one for little."""
    from diffusers import WanPipeline

    parts = _parts(_transformer)
    pipe = WanPipeline(**parts, transformer_2=_transformer(), boundary_ratio=0.875)
    return _saved(pipe, folder)


def build_wan22_ti2v(folder: Path) -> Path:
    """Wan 2.2 5B: text or a first picture, sixteenfold compression, a noise level a token."""
    from diffusers import WanPipeline

    parts = _parts(lambda: _transformer(48, out=48), vae=_deep_vae)
    return _saved(WanPipeline(**parts, expand_timesteps=True), folder)


def build_wan_i2v(folder: Path) -> Path:
    """Wan 2.1, from a first picture that a CLIP encoder looks at."""
    return _saved(_looking(), folder)


def build_wan_flf2v(folder: Path) -> Path:
    """Wan 2.1, from a first and a last picture: places for the tokens of two."""
    return _saved(_looking(pos_embed_seq_len=2 * (4 * 4 + 1)), folder)


def build_wan22_i2v(folder: Path) -> Path:
    """Wan 2.2 A14B, from a first picture and perhaps a last, without CLIP."""
    from diffusers import WanImageToVideoPipeline

    pipe = WanImageToVideoPipeline(
        **_parts(lambda: _transformer(WITH_IMAGE)),
        transformer_2=_transformer(WITH_IMAGE),
        boundary_ratio=0.9,
    )
    return _saved(pipe, folder)


def build_wan_vace(folder: Path) -> Path:
    """Wan 2.1 VACE: 2 * 16 latents of what is kept and what is made, and 8 * 8 of the mask."""
    from diffusers import WanVACEPipeline

    return _saved(WanVACEPipeline(**_parts(_controlled), transformer_2=None), folder)


def tiny_clip() -> dict[str, Any]:
    """What looks at a first picture; also of the families that do it as Wan does."""
    from transformers import CLIPImageProcessor, CLIPVisionConfig, CLIPVisionModel

    sight = CLIPVisionConfig(
        hidden_size=4,
        projection_dim=4,
        num_hidden_layers=2,
        num_attention_heads=2,
        image_size=32,
        intermediate_size=16,
        patch_size=8,
    )
    return {
        "image_encoder": CLIPVisionModel(sight).eval(),
        "image_processor": CLIPImageProcessor(crop_size=32, size=32),
    }


def _looking(**measures: Any) -> Any:
    from diffusers import WanImageToVideoPipeline

    parts = _parts(lambda: _transformer(WITH_IMAGE, image_dim=4, **measures))
    return WanImageToVideoPipeline(**parts, **tiny_clip())


def _parts(transformer: Any, vae: Any = None) -> dict[str, Any]:
    import torch
    from diffusers import UniPCMultistepScheduler

    torch.manual_seed(0)
    return {
        "tokenizer": tiny_t5_tokenizer(),
        "text_encoder": tiny_umt5(),
        "vae": (vae or tiny_wan_vae)(),
        "transformer": transformer(),
        "scheduler": UniPCMultistepScheduler(
            prediction_type="flow_prediction", use_flow_sigmas=True, flow_shift=3.0
        ),
    }


def tiny_wan_vae() -> Any:
    """Eightfold sides, fourfold time; also of the families that use Wan's autoencoder."""
    from diffusers import AutoencoderKLWan

    return AutoencoderKLWan(
        base_dim=3,
        z_dim=CHANNELS,
        dim_mult=[1, 1, 1, 1],
        num_res_blocks=1,
        temperal_downsample=[False, True, True],
    )


def _deep_vae() -> Any:
    from diffusers import AutoencoderKLWan

    return AutoencoderKLWan(
        base_dim=3,
        decoder_base_dim=3,
        z_dim=48,
        dim_mult=[1, 1, 1, 1],
        num_res_blocks=1,
        temperal_downsample=[False, True, True],
        latents_mean=[0.0] * 48,
        latents_std=[1.0] * 48,
        in_channels=12,
        out_channels=12,
        is_residual=True,
        patch_size=2,
        scale_factor_spatial=16,
    )


def _transformer(channels: int = CHANNELS, out: int = CHANNELS, **measures: Any) -> Any:
    from diffusers import WanTransformer3DModel

    return WanTransformer3DModel(**_measures(channels, out), **measures)


def _controlled() -> Any:
    from diffusers import WanVACETransformer3DModel

    measures = {**_measures(CHANNELS, CHANNELS), "num_layers": 3}
    return WanVACETransformer3DModel(**measures, vace_layers=[0, 2], vace_in_channels=96)


def _measures(channels: int, out: int) -> dict[str, Any]:
    return {
        "patch_size": (1, 2, 2),
        "num_attention_heads": 2,
        "attention_head_dim": 12,
        "in_channels": channels,
        "out_channels": out,
        "text_dim": 32,
        "freq_dim": 256,
        "ffn_dim": 32,
        "num_layers": 2,
        "cross_attn_norm": True,
        "qk_norm": "rms_norm_across_heads",
        "rope_max_seq_len": 64,
    }


def _saved(pipe: Any, folder: Path) -> Path:
    pipe.save_pretrained(folder, safe_serialization=True)
    return folder

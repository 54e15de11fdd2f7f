"""Tiny LTX-2 models: sides of 32 times a whole number, 8k + 1 frames, stereo sound."""

from pathlib import Path
from typing import Any

from tests.fakes.tiny_models.gemma import tiny_gemma3, tiny_gemma_tokenizer

CHANNELS = 8
WIDTH, LAYERS = 16, 2
MELS = 16


def build_ltx2(folder: Path) -> Path:
    """Distilled LTX-2."""
    from diffusers import LTX2Pipeline

    return _saved(LTX2Pipeline(**_parts()), folder)


def build_ltx2_condition(folder: Path) -> Path:
    """Distilled LTX-2, saved as the pipeline that takes pictures."""
    from diffusers import LTX2ConditionPipeline

    return _saved(LTX2ConditionPipeline(**_parts()), folder)


def build_ltx2_ic(folder: Path) -> Path:
    """Distilled LTX-2, saved as the pipeline that goes by a film."""
    from diffusers import LTX2InContextPipeline

    return _saved(LTX2InContextPipeline(**_parts()), folder)


def build_ltx2_full(folder: Path) -> Path:
    """LTX-2.3 that isn't distilled: it wants guidance of every kind, and makes sound at 48 kHz."""
    from diffusers import LTX2Pipeline

    parts = _parts(shift_terminal=0.1, use_dynamic_shifting=True)
    parts["transformer"] = _transformer(
        cross_attn_mod=True, audio_cross_attn_mod=True, perturbed_attn=True
    )
    parts["vocoder"] = _widening_vocoder()
    return _saved(LTX2Pipeline(**parts), folder)


def build_ltx25(folder: Path) -> Path:
    """LTX-2.5, which could choose the length by itself."""
    from diffusers import LTX2Pipeline
    from diffusers.pipelines.ltx2 import LTX2DurationHead

    head = LTX2DurationHead(
        video_cross_attention_dim=16,
        audio_cross_attention_dim=16,
        pooler_hidden_dim=16,
        num_pooler_heads=2,
        mlp_hidden_dim=16,
    )
    return _saved(LTX2Pipeline(**_parts(), duration_head=head), folder)


def build_ltx2_upsampler(folder: Path) -> Path:
    """Distilled LTX-2 beside the model that doubles its latents; its GroupNorm has 32 groups."""
    from diffusers.pipelines.ltx2.latent_upsampler import LTX2LatentUpsamplerModel

    build_ltx2(folder)
    doubles = LTX2LatentUpsamplerModel(
        in_channels=CHANNELS, mid_channels=32, num_blocks_per_stage=1
    )
    doubles.save_pretrained(folder / "latent_upsampler")
    return folder


def _parts(**schedule: Any) -> dict[str, Any]:
    import torch
    from diffusers import FlowMatchEulerDiscreteScheduler

    torch.manual_seed(0)
    schedule = schedule or {"use_dynamic_shifting": False, "shift_terminal": None}
    return {
        "scheduler": FlowMatchEulerDiscreteScheduler(**schedule),
        "text_encoder": tiny_gemma3(WIDTH, LAYERS),
        "tokenizer": tiny_gemma_tokenizer(),
        "transformer": _transformer(),
        "connectors": _connectors(),
        "vae": tiny_ltx2_vae(),
        "audio_vae": _audio_vae(),
        "vocoder": _vocoder(),
    }


def _transformer(**more: Any) -> Any:
    """What crosses is as wide as all heads of its branch together."""
    from diffusers import LTX2VideoTransformer3DModel

    return LTX2VideoTransformer3DModel(
        in_channels=CHANNELS,
        out_channels=CHANNELS,
        num_attention_heads=2,
        attention_head_dim=8,
        cross_attention_dim=16,
        audio_in_channels=CHANNELS,
        audio_out_channels=CHANNELS,
        audio_num_attention_heads=2,
        audio_attention_head_dim=4,
        audio_cross_attention_dim=8,
        num_layers=2,
        caption_channels=WIDTH,
        rope_double_precision=False,
        rope_type="split",
        **more,
    )


def _connectors() -> Any:
    from diffusers.pipelines.ltx2 import LTX2TextConnectors

    branches: dict[str, Any] = {}
    for branch in ("video", "audio"):
        branches[f"{branch}_connector_num_attention_heads"] = 2
        branches[f"{branch}_connector_attention_head_dim"] = 8
        branches[f"{branch}_connector_num_layers"] = 1
        branches[f"{branch}_connector_num_learnable_registers"] = None
    return LTX2TextConnectors(
        caption_channels=WIDTH,
        text_proj_in_factor=LAYERS + 1,
        connector_rope_base_seq_len=32,
        rope_double_precision=False,
        rope_type="split",
        **branches,
    )


def tiny_ltx2_vae() -> Any:
    """Sides shrink by 32, time by 8."""
    from diffusers import AutoencoderKLLTX2Video

    return AutoencoderKLLTX2Video(
        latent_channels=CHANNELS,
        block_out_channels=(8, 16, 32, 64),
        decoder_block_out_channels=(8, 16, 32),
        layers_per_block=(1, 1, 1, 1, 1),
        decoder_layers_per_block=(1, 1, 1, 1),
        spatial_compression_ratio=32,
        temporal_compression_ratio=8,
    )


def _audio_vae() -> Any:
    """Time and pitch shrink fourfold whatever its config says, so it has three levels; its
    statistics have `base_channels` entries, one for each latent channel of each of MELS / 4."""
    from diffusers import AutoencoderKLLTX2Audio

    return AutoencoderKLLTX2Audio(
        base_channels=CHANNELS,
        ch_mult=(1, 1, 1),
        num_res_blocks=1,
        resolution=32,
        latent_channels=2,
        mel_bins=MELS,
        sample_rate=16000,
        mel_hop_length=160,
    )


def _vocoder() -> Any:
    """Each of 100 columns a second becomes 6 * 5 * 2 * 2 * 2 samples: 24 kHz."""
    from diffusers.pipelines.ltx2.vocoder import LTX2Vocoder

    vocoder = LTX2Vocoder(
        in_channels=2 * MELS,
        hidden_channels=32,
        out_channels=2,
        upsample_kernel_sizes=[16, 15, 8, 4, 4],
        upsample_factors=[6, 5, 2, 2, 2],
        resnet_kernel_sizes=[3],
        resnet_dilations=[[1, 3, 5]],
        output_sampling_rate=24000,
    )
    return _listening(vocoder, vocoder, 1000)


def _widening_vocoder() -> Any:
    """LTX-2.3's: 16 kHz first, then a second generator adds what lies above, up to 48 kHz."""
    from diffusers.pipelines.ltx2.vocoder import LTX2VocoderWithBWE

    vocoder = LTX2VocoderWithBWE(
        in_channels=2 * MELS,
        hidden_channels=32,
        upsample_kernel_sizes=[15, 8, 4, 4],
        upsample_factors=[5, 4, 4, 2],
        resnet_kernel_sizes=[3],
        resnet_dilations=[[1, 3, 5]],
        bwe_in_channels=2 * MELS,
        bwe_hidden_channels=32,
        bwe_resnet_kernel_sizes=[3],
        bwe_resnet_dilations=[[1, 3, 5]],
        num_mel_channels=MELS,
    )
    return _listening(vocoder, vocoder.vocoder, 30)


def _listening(vocoder: Any, beginning: Any, times: int) -> Any:
    """Random layers all but forget what they are given, unless it is loud."""
    import torch

    with torch.no_grad():
        beginning.conv_in.weight.mul_(times)
    return vocoder


def _saved(pipe: Any, folder: Path) -> Path:
    pipe.save_pretrained(folder, safe_serialization=True)
    return folder

"""A tiny MiniMax-H3: sides of 32 times a whole number, 17n + 5 frames, stereo at 32 kHz."""

import json
from pathlib import Path
from typing import Any

from tests.fakes.tiny_models.qwen import WIDTH, save_processor, tiny_qwen3_vl, tiny_qwen_tokenizer
from tests.fakes.tiny_models.waking import awake

LATENTS, HEARD = 4, 8
SETTINGS = {"canvas_short_edge": 64, "reference_image_short_edge": 64}


def build_minimax_h3(folder: Path) -> Path:
    """With both sets of weights: for words and pictures in time, and for references."""
    import torch
    from diffusers import MiniMaxH3Scheduler

    torch.manual_seed(0)
    tokenizer = tiny_qwen_tokenizer()
    parts = {
        "text_encoder": tiny_qwen3_vl(tokenizer),
        "transformer": _transformer(),
        "transformer_ref": _transformer(),
        "vae": _vae(),
        "audio_vae": _audio_vae(),
        "scheduler": MiniMaxH3Scheduler(shift=12.0),
        "audio_scheduler": MiniMaxH3Scheduler(shift=3.0),
    }
    for name, part in parts.items():
        part.save_pretrained(folder / name)
    tokenizer.save_pretrained(folder / "tokenizer")
    save_processor(tokenizer, folder / "processor", "Qwen3VLProcessor")
    _save_film_config(folder / "processor")
    _save_index(folder, [*parts, "tokenizer", "processor"])
    return folder


def _save_film_config(processor: Path) -> None:
    config = {
        "size": {"shortest_edge": 4096, "longest_edge": 24 * 32 * 32},
        "patch_size": 16,
        "temporal_patch_size": 2,
        "merge_size": 2,
    }
    (processor / "video_preprocessor_config.json").write_text(json.dumps(config), "utf-8")


def _save_index(folder: Path, names: list[str]) -> None:
    """As diffusers writes it, but for the absolute path that it would put into each entry."""
    entries = {
        name: [None, None, {"pretrained_model_name_or_path": "", "subfolder": name}]
        for name in names
    }
    index = {"_class_name": "MiniMaxH3ModularPipeline", "_blocks_class_name": "MiniMaxH3Blocks"}
    written = json.dumps({**index, **SETTINGS, **entries}, indent=2)
    (folder / "modular_model_index.json").write_text(written, "utf-8")


def _transformer() -> Any:
    from diffusers import MiniMaxH3Transformer3DModel

    transformer = MiniMaxH3Transformer3DModel(
        num_attention_heads=2,
        attention_head_dim=16,
        hidden_size=24,
        num_layers=2,
        num_refiner_layers=1,
        ffn_dim=32,
        in_channels=LATENTS,
        audio_in_channels=HEARD,
        text_dim=WIDTH,
        freq_dim=8,
        time_embed_hidden_dim=24,
        time_embed_dim=16,
        rope_freq_dim=2,
    )
    return awake(transformer)


def _vae() -> Any:
    from diffusers import AutoencoderKLMiniMaxH3

    return AutoencoderKLMiniMaxH3(
        latent_channels=LATENTS,
        block_out_channels=(4, 4, 4, 4),
        layers_per_block=1,
        spatial_downsample_factors=(2, 2, 2, 2),
        temporal_downsample_factors=(1, 2, 2, 1),
        norm_num_groups=4,
        decoder_num_layers=1,
        decoder_num_attention_heads=2,
        decoder_attention_head_dim=8,
        decoder_num_register_tokens=1,
        decoder_ffn_mult=1,
        latents_mean=(0.1,) * LATENTS,
        latents_std=(0.9,) * LATENTS,
    )


def _audio_vae() -> Any:
    from diffusers import AutoencoderKLMiniMaxH3Audio

    return AutoencoderKLMiniMaxH3Audio(
        encoder_dim=2,
        encoder_rates=(2, 4, 4, 5, 5),
        latent_dim=32,
        latent_channels=HEARD,
        num_attention_heads=2,
        decoder_dim=8,
        decoder_rates=(25, 32),
        decoder_kernel_sizes=(49, 64),
        resblock_kernel_sizes=(3,),
        resblock_dilation_sizes=((1,),),
        latents_mean=[0.1] * HEARD,
        latents_std=[0.9] * HEARD,
    )

"""Tiny SANA-Video models: sides of 32 times a whole number."""

import string
from pathlib import Path
from typing import Any

WIDTH = 24
WORDS = 8


def build_sana_video(folder: Path) -> Path:
    """The 480p model, which takes Wan's autoencoder: 4k + 1 frames."""
    from diffusers import AutoencoderKLWan

    vae = AutoencoderKLWan(
        base_dim=3,
        z_dim=16,
        dim_mult=[1, 1, 1, 1],
        num_res_blocks=1,
        temperal_downsample=[False, True, True],
    )
    return _saved(folder, vae, channels=16, patch=(1, 2, 2), sample=30)


def build_sana_video_720p(folder: Path) -> Path:
    """The 720p model, which takes LTX-2's autoencoder: 8k + 1 frames."""
    from diffusers import AutoencoderKLLTX2Video

    vae = AutoencoderKLLTX2Video(
        latent_channels=8,
        block_out_channels=(8, 16, 32, 64),
        decoder_block_out_channels=(8, 16, 32),
        layers_per_block=(1, 1, 1, 1, 1),
        decoder_layers_per_block=(1, 1, 1, 1),
        spatial_compression_ratio=32,
        temporal_compression_ratio=8,
    )
    return _saved(folder, vae, channels=8, patch=(1, 1, 1), sample=22)


def _saved(folder: Path, vae: Any, channels: int, patch: tuple[int, int, int], sample: int) -> Path:
    import torch
    from diffusers import DPMSolverMultistepScheduler, SanaVideoPipeline

    torch.manual_seed(0)
    tokenizer = _tokenizer()
    pipe = SanaVideoPipeline(
        tokenizer=tokenizer,
        text_encoder=_text_encoder(len(tokenizer)),
        vae=vae,
        transformer=_transformer(channels, patch, sample),
        scheduler=DPMSolverMultistepScheduler(
            prediction_type="flow_prediction", use_flow_sigmas=True, flow_shift=8.0
        ),
    )
    pipe.save_pretrained(folder, safe_serialization=True)
    return folder


def _transformer(channels: int, patch: tuple[int, int, int], sample: int) -> Any:
    from diffusers import SanaVideoTransformer3DModel

    return SanaVideoTransformer3DModel(
        in_channels=channels,
        out_channels=channels,
        num_attention_heads=2,
        attention_head_dim=WIDTH // 2,
        num_layers=2,
        num_cross_attention_heads=2,
        cross_attention_head_dim=WIDTH // 2,
        cross_attention_dim=WIDTH,
        caption_channels=WORDS,
        sample_size=sample,
        patch_size=patch,
        rope_max_seq_len=32,
    )


def _text_encoder(vocabulary: int) -> Any:
    from transformers import Gemma2Config, Gemma2Model

    config = Gemma2Config(
        vocab_size=vocabulary,
        hidden_size=WORDS,
        intermediate_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        num_key_value_heads=1,
        head_dim=4,
    )
    return Gemma2Model(config).eval()


def _tokenizer() -> Any:
    from transformers import GemmaTokenizer

    letters = string.ascii_letters + string.digits + ".,!?'-"
    pieces = ["<pad>", "<eos>", "<bos>", "<unk>", "▁", *letters]
    return GemmaTokenizer(vocab={piece: at for at, piece in enumerate(pieces)}, merges=[])

"""Tiny HunyuanVideo 1.5 models: sides of 16 times a whole number, 4k + 1 frames."""

import string
from pathlib import Path
from typing import Any

from tests.fakes.tiny_models.t5 import tiny_t5

LATENTS = 8
TEXT, GLYPHS, SIGHT = 16, 32, 12
CHAT = (
    "{% for turn in messages %}<|im_start|>{{ turn.role }}\n{{ turn.content }}<|im_end|>\n"
    "{% endfor %}{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


def build_hunyuan15_t2v(folder: Path) -> Path:
    """From text, with guidance."""
    from diffusers import HunyuanVideo15Pipeline

    return _saved(HunyuanVideo15Pipeline(**_parts("t2v")), folder)


def build_hunyuan15_i2v(folder: Path) -> Path:
    """From a first picture, with guidance."""
    from diffusers import HunyuanVideo15ImageToVideoPipeline

    return _saved(HunyuanVideo15ImageToVideoPipeline(**_parts("i2v"), **_eye()), folder)


def build_hunyuan15_few(folder: Path) -> Path:
    """From a first picture in few steps, without guidance."""
    from diffusers import HunyuanVideo15ImageToVideoPipeline

    parts = _parts("i2v", guidance=1.0, use_meanflow=True)
    return _saved(HunyuanVideo15ImageToVideoPipeline(**parts, **_eye()), folder)


def _parts(task: str, guidance: float = 6.0, **measures: Any) -> dict[str, Any]:
    import torch
    from diffusers import ClassifierFreeGuidance, FlowMatchEulerDiscreteScheduler
    from transformers import ByT5Tokenizer

    torch.manual_seed(0)
    return {
        "transformer": _transformer(task, **measures),
        "vae": _vae(),
        "scheduler": FlowMatchEulerDiscreteScheduler(shift=5.0),
        "text_encoder": _reader(),
        "tokenizer": _tokenizer(),
        "text_encoder_2": tiny_t5(GLYPHS, words=ByT5Tokenizer().vocab_size + 200),
        "tokenizer_2": ByT5Tokenizer(),
        "guider": ClassifierFreeGuidance(guidance_scale=guidance),
    }


def _transformer(task: str, **measures: Any) -> Any:
    from diffusers import HunyuanVideo15Transformer3DModel

    return HunyuanVideo15Transformer3DModel(
        in_channels=2 * LATENTS + 1,
        out_channels=LATENTS,
        num_attention_heads=2,
        attention_head_dim=8,
        num_layers=1,
        num_refiner_layers=1,
        mlp_ratio=2.0,
        text_embed_dim=TEXT,
        text_embed_2_dim=GLYPHS,
        image_embed_dim=SIGHT,
        rope_axes_dim=(2, 2, 4),
        target_size=96,
        task_type=task,
        **measures,
    )


def _vae() -> Any:
    from diffusers import AutoencoderKLHunyuanVideo15

    return AutoencoderKLHunyuanVideo15(
        latent_channels=LATENTS, block_out_channels=(8, 8, 8, 16, 16), layers_per_block=1
    )


def _reader() -> Any:
    from transformers import Qwen2_5_VLTextConfig, Qwen2_5_VLTextModel

    config = Qwen2_5_VLTextConfig(
        vocab_size=512,
        hidden_size=TEXT,
        intermediate_size=16,
        num_hidden_layers=3,
        num_attention_heads=2,
        num_key_value_heads=2,
        max_position_embeddings=2048,
        rope_parameters={
            "mrope_section": [1, 1, 2],
            "rope_type": "default",
            "rope_theta": 1_000_000.0,
        },
    )
    return Qwen2_5_VLTextModel(config).eval()


def _tokenizer() -> Any:
    """A letter a token, newline and space as byte-level vocabularies write them."""
    from transformers import Qwen2Tokenizer

    marks = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
    letters = [*string.ascii_letters, *string.digits, *string.punctuation, "Ġ", "Ċ"]
    vocabulary = {piece: place for place, piece in enumerate([*marks, *letters])}
    tokenizer = Qwen2Tokenizer(vocab=vocabulary, merges=[], padding_side="right")
    tokenizer.add_special_tokens({"additional_special_tokens": marks[1:]})
    tokenizer.chat_template = CHAT
    return tokenizer


def _eye() -> dict[str, Any]:
    from transformers import SiglipImageProcessor, SiglipVisionConfig, SiglipVisionModel

    config = SiglipVisionConfig(
        hidden_size=SIGHT,
        intermediate_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        image_size=27,
        patch_size=1,
        vision_use_head=False,
    )
    return {
        "image_encoder": SiglipVisionModel(config).eval(),
        "feature_extractor": SiglipImageProcessor(size={"height": 27, "width": 27}),
    }


def _saved(pipe: Any, folder: Path) -> Path:
    pipe.save_pretrained(folder, safe_serialization=True)
    return folder

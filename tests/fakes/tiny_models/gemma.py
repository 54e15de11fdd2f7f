"""LTX-2's text encoder, tiny, with a tokenizer that needs no file."""

import string
from typing import Any

SPECIAL = ("<pad>", "<eos>", "<bos>", "<unk>", "<mask>")


def tiny_gemma_tokenizer(length: int = 1024) -> Any:
    """A letter a token, and the 256 tokens of bytes that Gemma's falls back on."""
    from transformers import GemmaTokenizer

    letters = string.ascii_letters + string.digits + ".,!?'-"
    tokens = [*SPECIAL, *(f"<0x{byte:02X}>" for byte in range(256)), "▁", *letters]
    vocabulary = {token: number for number, token in enumerate(tokens)}
    return GemmaTokenizer(vocab=vocabulary, merges=[], model_max_length=length)


def tiny_gemma3(width: int, layers: int) -> Any:
    """The class that also sees, for LTX-2 takes no other; nobody shows it anything."""
    from transformers import Gemma3Config, Gemma3ForConditionalGeneration

    reads = {
        "vocab_size": 512,
        "hidden_size": width,
        "intermediate_size": 32,
        "num_hidden_layers": layers,
        "num_attention_heads": 2,
        "num_key_value_heads": 1,
        "head_dim": 8,
        "max_position_embeddings": 2048,
        "sliding_window": 64,
        "layer_types": ["sliding_attention"] * (layers - 1) + ["full_attention"],
        "pad_token_id": 0,
        "eos_token_id": 1,
        "bos_token_id": 2,
    }
    sees = {
        "hidden_size": 16,
        "intermediate_size": 32,
        "num_hidden_layers": 1,
        "num_attention_heads": 2,
        "image_size": 28,
        "patch_size": 14,
        "num_channels": 3,
    }
    config = Gemma3Config(
        text_config=reads,
        vision_config=sees,
        mm_tokens_per_image=4,
        boi_token_index=5,
        eoi_token_index=6,
        image_token_index=7,
    )
    return Gemma3ForConditionalGeneration(config).eval()

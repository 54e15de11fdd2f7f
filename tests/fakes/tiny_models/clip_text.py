"""The CLIP text encoder of tiny models, with a tokenizer that needs no file."""

import string
from typing import Any

WIDTH = 8


def tiny_clip_tokenizer() -> Any:
    """A letter a token, another one where it ends a word."""
    from transformers import CLIPTokenizer

    letters = string.ascii_lowercase + string.digits + ".,!?'-"
    pieces = ["<|startoftext|>", "<|endoftext|>", *letters, *(f"{each}</w>" for each in letters)]
    vocabulary = {piece: at for at, piece in enumerate(pieces)}
    return CLIPTokenizer(vocab=vocabulary, merges=[], model_max_length=77)


def tiny_clip_text(tokenizer: Any) -> Any:
    """An encoder that the pooled output is taken of."""
    from transformers import CLIPTextConfig, CLIPTextModel

    config = CLIPTextConfig(
        vocab_size=len(tokenizer),
        hidden_size=WIDTH,
        intermediate_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        bos_token_id=0,
        eos_token_id=1,
        pad_token_id=1,
    )
    return CLIPTextModel(config).eval()

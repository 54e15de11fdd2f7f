"""The T5 text encoders of tiny models, with a tokenizer that needs no file."""

import string
from typing import Any


def tiny_t5_tokenizer(length: int = 512) -> Any:
    """A letter a token. T5Tokenizer wants the unknown piece third."""
    from transformers import T5Tokenizer

    letters = string.ascii_letters + string.digits + ".,!?'-"
    pieces = [("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁", -2.0)]
    pieces += [(letter, -3.0) for letter in letters]
    return T5Tokenizer(vocab=pieces, extra_ids=0, model_max_length=length)


def tiny_umt5(width: int = 32) -> Any:
    """Wan's encoder. One made from a config drops out at random until it is told to evaluate."""
    from transformers import UMT5Config, UMT5EncoderModel

    return UMT5EncoderModel(UMT5Config(**_measures(width))).eval()


def tiny_t5(width: int = 32, words: int = 128) -> Any:
    """The plain T5 encoder of LTX-Video and CogVideoX."""
    from transformers import T5Config, T5EncoderModel

    return T5EncoderModel(T5Config(**_measures(width, words))).eval()


def _measures(width: int, words: int = 128) -> dict[str, Any]:
    return {
        "vocab_size": words,
        "d_model": width,
        "d_kv": 8,
        "d_ff": 37,
        "num_layers": 2,
        "num_heads": 4,
        "relative_attention_num_buckets": 8,
        "pad_token_id": 0,
        "eos_token_id": 1,
    }

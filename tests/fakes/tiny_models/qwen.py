"""The Qwen vision-language readers of tiny models, with a tokenizer that needs no file."""

import json
from pathlib import Path
from typing import Any

MARKS = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")
SIGHTS = ("<|vision_start|>", "<|vision_end|>", "<|image_pad|>", "<|video_pad|>")
WIDTH = 16


def tiny_qwen_tokenizer() -> Any:
    """A byte a token, and the marks."""
    from transformers import Qwen2Tokenizer
    from transformers.convert_slow_tokenizer import bytes_to_unicode

    pieces = [*MARKS, *bytes_to_unicode().values()]
    tokenizer = Qwen2Tokenizer(vocab={piece: at for at, piece in enumerate(pieces)}, merges=[])
    tokenizer.add_tokens([*MARKS[1:], *SIGHTS], special_tokens=True)
    return tokenizer


def learn_lead(tokenizer: Any, lead: str, tokens: int) -> None:
    """Give it tokens for what a pipeline puts before every prompt, so that it takes as many as the
    pipeline cuts away of what the reader says."""
    system, user = lead.split("<|im_end|>\n")
    text, rest = system.removeprefix(MARKS[1]), user.removeprefix(MARKS[1])
    room = tokens - len([MARKS[1], MARKS[2], "\n", MARKS[1], rest])
    size, longer = divmod(len(text), room)
    borders = [size * at + min(at, longer) for at in range(room + 1)]
    chunks = [text[start:stop] for start, stop in zip(borders, borders[1:], strict=False)]
    tokenizer.add_tokens([*dict.fromkeys(chunks), rest])
    if len(tokenizer(lead)["input_ids"]) != tokens:
        raise ValueError("the lead falls into other tokens")


def tiny_qwen25_vl(tokenizer: Any) -> Any:
    """Kandinsky's reader: Qwen2.5-VL, eyes and all."""
    from transformers import Qwen2_5_VLConfig, Qwen2_5_VLForConditionalGeneration

    config = Qwen2_5_VLConfig(
        text_config={**_text(tokenizer, layers=2), "rope_parameters": _turning([1, 1, 2])},
        vision_config={
            "depth": 1,
            "hidden_size": WIDTH,
            "intermediate_size": WIDTH,
            "num_heads": 2,
            "out_hidden_size": WIDTH,
        },
        **_sights(tokenizer),
    )
    return Qwen2_5_VLForConditionalGeneration(config).eval()


def tiny_qwen3_vl(tokenizer: Any) -> Any:
    """MiniMax's reader: Qwen3-VL, of which the state after the fiftieth layer is taken."""
    from transformers import Qwen3VLConfig, Qwen3VLForConditionalGeneration

    config = Qwen3VLConfig(
        text_config={
            **_text(tokenizer, layers=51),
            "head_dim": 8,
            "rope_parameters": _turning([2, 1, 1]),
        },
        vision_config={
            "depth": 2,
            "hidden_size": WIDTH,
            "intermediate_size": WIDTH,
            "num_heads": 2,
            "out_hidden_size": WIDTH,
            "num_position_embeddings": 16,
            "deepstack_visual_indexes": [0],
        },
        **_sights(tokenizer),
    )
    return Qwen3VLForConditionalGeneration(config).eval()


def save_processor(tokenizer: Any, folder: Path, kind: str) -> None:
    """Put a processor's files into its folder and its name into the model's index.

    Its part for films can't be made without torchvision, and nothing here reads films with it.
    """
    from transformers import Qwen2VLImageProcessorPil

    tokenizer.save_pretrained(folder)
    side = 16 if "3" in kind else 14
    size = {"shortest_edge": 4 * side * side, "longest_edge": 64 * side * side}
    Qwen2VLImageProcessorPil(patch_size=side, size=size).save_pretrained(folder)
    index = folder.parent / "model_index.json"
    if index.exists():
        written = json.loads(index.read_text("utf-8"))
        index.write_text(json.dumps({**written, folder.name: ["transformers", kind]}), "utf-8")


def _text(tokenizer: Any, layers: int) -> dict[str, Any]:
    return {
        "vocab_size": len(tokenizer),
        "hidden_size": WIDTH,
        "intermediate_size": WIDTH,
        "num_hidden_layers": layers,
        "num_attention_heads": 2,
        "num_key_value_heads": 2,
        "max_position_embeddings": 4096,
        "bos_token_id": 0,
        "eos_token_id": 0,
    }


def _turning(section: list[int]) -> dict[str, Any]:
    return {"rope_type": "default", "rope_theta": 1_000_000.0, "mrope_section": section}


def _sights(tokenizer: Any) -> dict[str, int]:
    names = ("vision_start_token_id", "vision_end_token_id", "image_token_id", "video_token_id")
    ids = tokenizer.convert_tokens_to_ids(list(SIGHTS))
    return dict(zip(names, ids, strict=True))

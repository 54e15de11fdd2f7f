"""Reads words the way Qwen's processors do, without their eyes.

Kandinsky's pipelines call a processor for pictures, films and words only with words; its other
parts need a package for pictures that can't be had for every build of torch.
"""

from functools import cache
from pathlib import Path
from typing import Any


def words_only(folder: Path) -> Any:
    """The processor of this folder for words. Raises OSError and ValueError."""
    from transformers import AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(
        str(folder), local_files_only=True, trust_remote_code=False
    )
    return _kind()(tokenizer)


@cache
def _kind() -> Any:
    from transformers import Qwen2_5_VLProcessor

    class WordsOnly(Qwen2_5_VLProcessor):
        def __init__(self, tokenizer: Any) -> None:
            self.tokenizer, self.chat_template = tokenizer, None

        def __call__(self, text: Any, images: None = None, videos: None = None, **how: Any) -> Any:
            return self.tokenizer(text, **how)

        def __repr__(self) -> str:
            return "WordsOnly()"

    return WordsOnly

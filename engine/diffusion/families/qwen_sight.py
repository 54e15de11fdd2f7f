"""Reads words, pictures and films the way Qwen3-VL's processor does.

Its own part for films needs a package that can't be had for every build of torch; so do the fast
parts for pictures. These here go by the same configs.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

USUAL = {"shortest_edge": 128 * 32 * 32, "longest_edge": 768 * 32 * 32}
"""The fewest and the most pixels of a film where a config doesn't say."""


def seeing(folder: Path) -> Any:
    """The processor of the model in this folder. Raises OSError and ValueError."""
    from transformers import AutoTokenizer, Qwen2VLImageProcessorPil

    place = str(folder / "processor")
    tokenizer = AutoTokenizer.from_pretrained(
        str(folder / "tokenizer"), local_files_only=True, trust_remote_code=False
    )
    eyes = Qwen2VLImageProcessorPil.from_pretrained(place, local_files_only=True)
    return _kind()(tokenizer, eyes, FilmEyes(folder / "processor"))


class FilmEyes:
    """Cuts films into patches for Qwen3-VL, by its processor's config."""

    def __init__(self, folder: Path) -> None:
        """Raises OSError and ValueError."""
        config = _film_config(folder)
        size = {**USUAL, **config.get("size", {})}
        self.patch_size = int(config.get("patch_size", 16))
        self.temporal_patch_size = int(config.get("temporal_patch_size", 2))
        self.merge_size = int(config.get("merge_size", 2))
        self._least = int(size["shortest_edge"])
        self._most = int(size["longest_edge"])
        self._mean = np.array(config.get("image_mean", [0.5] * 3), np.float32)
        self._std = np.array(config.get("image_std", [0.5] * 3), np.float32)

    def __call__(
        self, videos: list[np.ndarray], do_sample_frames: bool, return_tensors: str
    ) -> dict[str, Any]:
        """`videos` are uint8 RGB (frames, height, width, 3), every frame of them wanted."""
        import torch

        if do_sample_frames or return_tensors != "pt":
            raise ValueError("films come with the frames that are wanted, and become tensors")
        cut = [self._patches(video) for video in videos]
        return {
            "pixel_values_videos": torch.from_numpy(np.concatenate([each for each, _ in cut])),
            "video_grid_thw": torch.tensor([grid for _, grid in cut]),
        }

    def _patches(self, video: np.ndarray) -> tuple[np.ndarray, tuple[int, int, int]]:
        """float32 (patches, numbers), and how many patches there are in time, height and width."""
        side, merge, deep = self.patch_size, self.merge_size, self.temporal_patch_size
        frames = self._prepared(video)
        frames = np.concatenate([frames, *[frames[-1:]] * (-len(frames) % deep)])
        count, tall, wide = (len(frames) // deep, *(each // side for each in frames.shape[1:3]))
        cut = frames.reshape(count, deep, tall // merge, merge, side, wide // merge, merge, side, 3)
        ordered = cut.transpose(0, 2, 5, 3, 6, 8, 1, 4, 7)
        return ordered.reshape(count * tall * wide, -1), (count, tall, wide)

    def _prepared(self, video: np.ndarray) -> np.ndarray:
        from PIL import Image
        from transformers.models.qwen3_vl.video_processing_qwen3_vl import smart_resize

        height, width = smart_resize(
            len(video),
            *video.shape[1:3],
            temporal_factor=self.temporal_patch_size,
            factor=self.patch_size * self.merge_size,
            min_pixels=self._least,
            max_pixels=self._most,
        )
        bicubic = Image.Resampling.BICUBIC
        sized = [np.asarray(Image.fromarray(f).resize((width, height), bicubic)) for f in video]
        return (np.stack(sized).astype(np.float32) / 255 - self._mean) / self._std


def _film_config(folder: Path) -> dict[str, Any]:
    """From the file of its own, or from the one that newer processors keep all in."""
    own, all_in_one = folder / "video_preprocessor_config.json", folder / "processor_config.json"
    if own.is_file():
        return json.loads(own.read_text("utf-8"))
    if all_in_one.is_file():
        return json.loads(all_in_one.read_text("utf-8")).get("video_processor", {})
    return {}


@cache
def _kind() -> Any:
    from transformers import Qwen3VLProcessor

    class Seeing(Qwen3VLProcessor):
        def __init__(self, tokenizer: Any, eyes: Any, film_eyes: FilmEyes) -> None:
            self.tokenizer, self.image_processor, self.video_processor = tokenizer, eyes, film_eyes
            self.chat_template = None
            self.image_token_id = tokenizer.convert_tokens_to_ids("<|image_pad|>")
            self.video_token_id = tokenizer.convert_tokens_to_ids("<|video_pad|>")

        def __repr__(self) -> str:
            return "Seeing()"

    return Seeing

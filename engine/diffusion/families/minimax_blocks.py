"""MiniMax-H3's blocks as a pipeline that is called like diffusers' others.

diffusers has this model only as blocks, which call nobody back and end with all pictures decoded.
Here a block more tells of each step, and one in place of the decoders leaves the latents.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from engine.contract.models import Precision
from engine.diffusion.families.qwen_sight import seeing

LONGEST = 362 / 24
"""Seconds."""


@dataclass(frozen=True)
class Latents:
    """`frames` (1, channels, frames, height, width) and `audio` (2, channels, moments), both as
    the denoiser holds them."""

    frames: Any
    audio: Any


class MiniMaxPipeline:
    """Blocks with what they need, of which one denoiser: the one for references or the other."""

    def __init__(self, denoiser: str, parts: dict[str, Any], settings: dict[str, Any]) -> None:
        from diffusers.modular_pipelines import ModularPipelineBlocks

        # Blocks print whatever they raise, which is no error where a making is stopped.
        logging.getLogger(ModularPipelineBlocks.__module__).setLevel(logging.CRITICAL)
        self._report = _report_block()()
        self._denoiser = denoiser
        self._last_hook: Any = None
        self._inner = _parent()(blocks=_blocks(self._report))
        self._inner.update_components(**parts, **settings)

    def __call__(
        self,
        prompt: str,
        height: int,
        width: int,
        num_frames: int,
        num_inference_steps: int,
        image: Any = None,
        last_image: Any = None,
        references: list[Any] | None = None,
        generator: Any = None,
        callback_on_step_end: Callable[..., Any] | None = None,
    ) -> Latents:
        """Make the latents in so many steps. The callback is as in other pipelines; its latents are
        (1, channels, frames, height, width)."""
        conditions = {"image": image, "last_image": last_image, "references": references}
        self._report.tell = self._teller(callback_on_step_end)
        try:
            made = self._inner(
                prompt=prompt,
                height=height,
                width=width,
                num_frames=num_frames,
                # Its scheduler counts noise levels, of which there is one more than steps.
                num_inference_steps=num_inference_steps + 1,
                generator=generator,
                output=["latents", "audio_latents"],
                **{name: given for name, given in conditions.items() if given is not None},
            )
        finally:
            self._report.tell = None
        return Latents(made["latents"], made["audio_latents"])

    def __getattr__(self, name: str) -> Any:
        return getattr(self.__dict__["_inner"], name)

    @property
    def components(self) -> dict[str, Any]:
        """Its parts, the denoiser under the name that it has in other pipelines."""
        known = self._inner.components
        names = {self._denoiser: "transformer"}
        return {names.get(name, name): part for name, part in known.items() if part is not None}

    @property
    def num_timesteps(self) -> int:
        """Steps of the call that runs."""
        return len(self._inner.scheduler.timesteps)

    def set_progress_bar_config(self, **how: Any) -> None:
        """How the progress of each way to denoise is printed."""
        for loop in _loops(self._inner._blocks):
            loop.set_progress_bar_config(**how)

    def to(self, *where: Any, **how: Any) -> "MiniMaxPipeline":
        """Move all parts."""
        self._inner.to(*where, **how)
        return self

    def enable_model_cpu_offload(self, device: Any) -> None:
        """Bring each part to the device when it is its turn, and the one before it back."""
        from accelerate import cpu_offload_with_hook
        from accelerate.hooks import remove_hook_from_module

        parts, self._last_hook = self.components, None
        for name in ("text_encoder", "vae", "transformer", "audio_vae"):
            # Asked for again, it would be brought by two hooks, of which neither knows where to.
            remove_hook_from_module(parts[name], recurse=True)
            _, self._last_hook = cpu_offload_with_hook(parts[name], device, self._last_hook)

    def maybe_free_model_hooks(self) -> None:
        """Bring back what was brought to the device last."""
        if self._last_hook is not None:
            self._last_hook.offload()

    def _teller(self, callback: Callable[..., Any] | None) -> Callable[..., None] | None:
        if callback is None:
            return None

        def tell(number: int, moment: Any, latents: Any) -> None:
            callback(self, number, moment, {"latents": latents})

        return tell


def loaded_parts(folder: Path, denoiser: str, precision: Precision) -> dict[str, Any]:
    """All parts of the folder that the blocks need with this denoiser, the autoencoders in
    float32. Raises OSError and ValueError."""
    import diffusers
    import torch
    from transformers import Qwen3VLForConditionalGeneration

    def read(kind: Any, name: str, **how: Any) -> Any:
        return kind.from_pretrained(str(folder / name), local_files_only=True, **how)

    plain = {"float32": torch.float32, "float16": torch.float16}
    most = plain.get(precision, torch.bfloat16)
    types = {"vae": torch.float32, "audio_vae": torch.float32}
    kinds = {
        "text_encoder": Qwen3VLForConditionalGeneration,
        "vae": diffusers.AutoencoderKLMiniMaxH3,
        "audio_vae": diffusers.AutoencoderKLMiniMaxH3Audio,
        denoiser: diffusers.MiniMaxH3Transformer3DModel,
    }
    weights = {
        name: read(kind, name, use_safetensors=True, dtype=types.get(name, most))
        for name, kind in kinds.items()
    }
    scheduler = diffusers.MiniMaxH3Scheduler
    schedulers = {name: read(scheduler, name) for name in ("scheduler", "audio_scheduler")}
    processor = seeing(folder)
    return {**weights, **schedulers, "processor": processor, "tokenizer": processor.tokenizer}


@cache
def _parent() -> Any:
    from diffusers import MiniMaxH3ModularPipeline

    class MiniMaxH3(MiniMaxH3ModularPipeline):
        # An extension of 15 seconds makes again the picture that it begins with, in a chunk more.
        max_duration = LONGEST

    return MiniMaxH3


def _blocks(report: Any) -> Any:
    from diffusers.modular_pipelines import MiniMaxH3Blocks

    blocks = MiniMaxH3Blocks()
    for loop in _loops(blocks):
        loop.sub_blocks["report"] = report
    blocks.sub_blocks["decode"] = _latents_block()()
    return blocks


def _loops(blocks: Any) -> list[Any]:
    ways = blocks.sub_blocks["denoise"].sub_blocks.values()
    return [way.sub_blocks["denoise"] for way in ways]


@cache
def _report_block() -> Any:
    from diffusers.modular_pipelines import ModularPipelineBlocks
    from diffusers.modular_pipelines.modular_pipeline_utils import InputParam

    class Report(ModularPipelineBlocks):
        model_name = "minimax-h3"
        tell: Callable[..., None] | None = None

        @property
        def inputs(self) -> list[Any]:
            names = ("latents", "num_latent_frames", "latent_height", "latent_width")
            needed = [InputParam(name=name, required=True) for name in names]
            return [*needed, InputParam(name="num_condition_video_rows", default=0)]

        def __call__(self, components: Any, state: Any, i: int, t: Any) -> tuple[Any, Any]:
            if self.tell is not None:
                self.tell(i, t, _film(components, state))
            return components, state

    return Report


@cache
def _latents_block() -> Any:
    from diffusers import AutoencoderKLMiniMaxH3, AutoencoderKLMiniMaxH3Audio
    from diffusers.modular_pipelines import ModularPipelineBlocks
    from diffusers.modular_pipelines.modular_pipeline_utils import ComponentSpec

    class LeaveLatents(ModularPipelineBlocks):
        model_name = "minimax-h3"

        @property
        def expected_components(self) -> list[Any]:
            return [
                ComponentSpec("vae", AutoencoderKLMiniMaxH3),
                ComponentSpec("audio_vae", AutoencoderKLMiniMaxH3Audio),
            ]

        def __call__(self, components: Any, state: Any) -> tuple[Any, Any]:
            return components, state

    return LeaveLatents


def _film(components: Any, state: Any) -> Any:
    """The film's latents of a sequence's rows, which lie frame by frame and patch by patch."""
    deep, tall, wide = components.patch_size
    rows = state.latents[state.num_condition_video_rows :]
    grid = (
        state.num_latent_frames // deep,
        state.latent_height // tall,
        state.latent_width // wide,
    )
    patches = rows.reshape(*grid, components.vae_latent_channels, deep, tall, wide)
    film = patches.permute(3, 0, 4, 1, 5, 2, 6)
    return film.reshape(
        1, film.shape[0], *(a * b for a, b in zip(grid, (deep, tall, wide), strict=True))
    )

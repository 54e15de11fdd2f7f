"""Kandinsky 5: from text, or from a first picture or a film to go on from with weights of their
own."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from typing import Any

import numpy as np

from engine.contract.models import Ability, Counts, Profile, Sizes, Task
from engine.contract.time import Rate
from engine.diffusion.families.family import Sound
from engine.diffusion.families.qwen_words import words_only
from engine.diffusion.jobs.job import Job
from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.pictures.decoding import as_pictures, beside
from engine.diffusion.pictures.going_on import first_picture, frames_made, made_again, what_is_new
from engine.diffusion.pictures.overlapping import hunyuan_stretches

TASKS: dict[str, tuple[Task, ...]] = {
    "Kandinsky5T2VPipeline": ("text",),
    "Kandinsky5I2VPipeline": ("image", "extend"),
}
COUNTS = Counts(4, 1, 17, 121)
"""With a picture: the first four latent frames are matched with those after them, which there must
be."""
MOST_BY_BLOCKS = 241
PRO_WIDTH = 4096
"""The Pro models' denoiser is at least as wide."""
UNWANTED = (
    "Static, 2D cartoon, cartoon, 2d animation, paintings, images, worst quality, low quality, "
    "ugly, deformed, walking backwards"
)
"""What the pipelines keep away from where nothing is said."""
WORDS = 512
"""Tokens of a prompt that the models were trained with."""
GUIDED = (Profile("quality", 50, 5.0), Profile("fast", 25, 5.0, cache=0.05))
NAMED: dict[str, tuple[Profile, ...]] = {
    "nocfg": (Profile("quality", 50, 1.0), Profile("fast", 25, 1.0)),
    "distilled": (Profile("quality", 16, 1.0),),
}
"""How weights are run that were trained for it. Nothing but their names tells them."""


class Kandinsky5:
    """Lite and Pro, of five and of ten seconds. Each folder serves one task."""

    name = "kandinsky5"

    def serves(self, folder: ModelFolder) -> bool:
        """Whether its class is one of those above."""
        return folder.pipeline in TASKS

    def ability(self, folder: ModelFolder) -> Ability:
        """By the denoiser: its width, and whether its attention goes by blocks of 8 x 8 patches."""
        denoiser = folder.config("transformer")
        blocks = _goes_by_blocks(denoiser)
        step, least = (128, 128) if blocks else (16, 64)
        if int(denoiser.get("model_dim", 0)) >= PRO_WIDTH:
            sizes = Sizes(step, least, 1280 * 768, (1280, 768))
        else:
            sizes = Sizes(step, least, 768 * 512, (768, 512))
        tasks = TASKS[folder.pipeline]
        fewest = 5 if "text" in tasks else COUNTS.least
        counts = Counts(4, 1, fewest, MOST_BY_BLOCKS if blocks else COUNTS.most)
        continued = tasks if "extend" in tasks else ()
        return Ability(
            tasks, counts, sizes, Rate(24), _profiles(folder), continued=continued, overlap=1
        )

    def pipeline(self, folder: ModelFolder, task: Task) -> str:
        """The folder's own class."""
        return folder.pipeline

    def parts(self, folder: ModelFolder) -> dict[str, Any]:
        """Its processor is only asked for words."""
        return {"tokenizer": words_only(folder.path / "tokenizer")}

    @contextmanager
    def adjusted(self, pipe: Any, job: Job) -> Iterator[None]:
        """A first picture comes to the autoencoder in the denoiser's type of numbers, which needn't
        be its own. Attention by blocks wants the one backend that can skip blocks."""
        from diffusers.models.attention_dispatch import attention_backend

        vae, blocks = pipe.vae, _goes_by_blocks(pipe.transformer.config)
        held = vae.encoder.register_forward_pre_hook(
            lambda _module, given: (given[0].to(vae.dtype), *given[1:])
        )
        try:
            with attention_backend("flex") if blocks else nullcontext():
                yield
        finally:
            held.remove()

    def arguments(self, job: Job) -> dict[str, Any]:
        """The same for both tasks, and the first picture."""
        run, profile = job.run, job.profile
        common = {
            "prompt": job.prompt,
            "negative_prompt": job.negative or UNWANTED,
            "width": run.width,
            "height": run.height,
            "num_frames": frames_made(job, COUNTS, made_again(job)),
            "num_inference_steps": profile.steps,
            "guidance_scale": profile.guidance,
            "max_sequence_length": WORDS,
        }
        return common if run.task == "text" else {**common, "image": first_picture(job)}

    def encode(self, pipe: Any, job: Job) -> dict[str, Any]:
        """The prompt and what is unwanted as both text encoders have them."""
        encoded = _encoded(pipe, job.prompt, "")
        if job.profile.guidance > 1:
            encoded |= _encoded(pipe, job.negative or UNWANTED, "negative_")
        return encoded

    def pictures(self, pipe: Any, output: Any, job: Job) -> Iterator[np.ndarray]:
        """Stretch by stretch, from latents whose channels come last."""
        import torch

        vae = pipe.vae
        latents = beside(vae, output.frames.permute(0, 4, 1, 2, 3))
        with torch.no_grad():
            pieces = hunyuan_stretches(vae, latents / vae.config.scaling_factor)
            yield from what_is_new(map(as_pictures, pieces), made_again(job), job)

    def sound(self, pipe: Any, output: Any, job: Job) -> Sound | None:
        """Kandinsky 5 is silent."""
        return None


def _goes_by_blocks(denoiser: Mapping[str, Any]) -> bool:
    return denoiser.get("attention_type") == "nabla"


def _profiles(folder: ModelFolder) -> tuple[Profile, ...]:
    names = " ".join((str(folder.index.get("_name_or_path", "")), *folder.path.parts)).lower()
    return next((each for word, each in NAMED.items() if word in names), GUIDED)


def _encoded(pipe: Any, words: str, before: str) -> dict[str, Any]:
    names = ("prompt_embeds_qwen", "prompt_embeds_clip", "prompt_cu_seqlens")
    found = pipe.encode_prompt(words, max_sequence_length=WORDS, dtype=pipe.transformer.dtype)
    return {before + name: value for name, value in zip(names, found, strict=True)}


FAMILY = Kandinsky5()

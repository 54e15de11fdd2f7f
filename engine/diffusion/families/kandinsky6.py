"""Kandinsky 6: from text, a first picture or a film to go on from, with sound."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import numpy as np

from engine.contract.models import Ability, Counts, Profile, Sizes, Task
from engine.contract.time import Rate
from engine.diffusion.families.family import Sound
from engine.diffusion.families.qwen_words import words_only
from engine.diffusion.jobs.job import Job
from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.pictures.decoding import as_pictures, beside
from engine.diffusion.pictures.going_on import (
    first_picture,
    frames_made,
    made_again,
    sound_that_is_new,
    what_is_new,
)
from engine.diffusion.pictures.overlapping import hunyuan_stretches

PIPELINE = "Kandinsky6TI2VAPipeline"
COUNTS = Counts(4, 1, 5, 121)
GUIDED = (Profile("quality", 50, 5.0), Profile("fast", 25, 5.0))
DISTILLED = (Profile("quality", 10, 1.0),)
"""Their scheduler takes neither guidance nor noise levels of one's own, nor another number of steps
without harm."""
SIDES = ("", "negative_")
"""What the names of arguments for the prompt and for what is unwanted begin with."""


class Kandinsky6:
    """Lite and Pro, distilled or not; a first picture is an extra latent frame behind the film."""

    name = "kandinsky6"

    def serves(self, folder: ModelFolder) -> bool:
        """Whether it is the pipeline that makes films, with all of its parts: one that enlarges
        films has another name."""
        return folder.pipeline == PIPELINE and folder.has("audio_vae") and folder.has("vocoder")

    def ability(self, folder: ModelFolder) -> Ability:
        """By the denoiser and the scheduler."""
        denoiser = folder.config("transformer")
        sees = denoiser.get("visual_cond", True)
        sees = sees and int(denoiser.get("visual_token_type_num_embeddings", 0)) >= 2
        tasks: tuple[Task, ...] = ("text", "image", "extend") if sees else ("text",)
        sizes = Sizes(16, 64, 864 * 480, (864, 480))
        distilled = folder.index["scheduler"][1] == "PiflowScheduler"
        profiles = DISTILLED if distilled else GUIDED
        continued = tasks if sees else ()
        return Ability(tasks, COUNTS, sizes, Rate(24), profiles, True, continued, overlap=1)

    def pipeline(self, folder: ModelFolder, task: Task) -> str:
        """One for all."""
        return PIPELINE

    def parts(self, folder: ModelFolder) -> dict[str, Any]:
        """Its processor is only asked for words."""
        return {"tokenizer": words_only(folder.path / "tokenizer")}

    def arguments(self, job: Job) -> dict[str, Any]:
        """The same for all tasks, and the first picture."""
        run, profile = job.run, job.profile
        common = {
            "prompt": job.prompt,
            "negative_prompt": job.negative or None,
            "width": run.width,
            "height": run.height,
            "num_frames": frames_made(job, COUNTS, made_again(job)),
            "frame_rate": float(run.rate.fps),
            "num_inference_steps": profile.steps,
            "guidance_scale": profile.guidance,
        }
        return common if run.task == "text" else {**common, "image": first_picture(job)}

    def encode(self, pipe: Any, job: Job) -> dict[str, Any]:
        """The prompt and what is unwanted as both text encoders have them."""
        found = pipe.encode_prompt(
            job.prompt, job.negative or None, job.profile.guidance > 1, dtype=pipe.transformer.dtype
        )
        encoded: dict[str, Any] = {}
        for before, (words, pooled, mask) in zip(SIDES, (found[:3], found[3:]), strict=True):
            if words is not None:
                encoded[f"{before}prompt_embeds"] = _with_mask(words, mask)
                encoded[f"{before}pooled_prompt_embeds"] = pooled
        return encoded

    @contextmanager
    def adjusted(self, pipe: Any, job: Job) -> Iterator[None]:
        """The pipeline takes encoded words but not which of them are padding, so that comes with
        them."""
        pipe.encode_prompt = partial(_unpacked, pipe.encode_prompt)
        try:
            yield
        finally:
            del pipe.encode_prompt

    def pictures(self, pipe: Any, output: Any, job: Job) -> Iterator[np.ndarray]:
        """Stretch by stretch."""
        import torch

        vae = pipe.vae
        latents = beside(vae, output.frames)
        with torch.no_grad():
            pieces = hunyuan_stretches(vae, latents / vae.config.scaling_factor)
            yield from what_is_new(map(as_pictures, pieces), made_again(job), job)

    def sound(self, pipe: Any, output: Any, job: Job) -> Sound:
        """One channel, heard on both sides; it is a few samples longer than the film."""
        import torch

        vae, vocoder = pipe.audio_vae, pipe.vocoder
        latents = beside(vae, output.audio) / vae.config.scaling_factor
        with torch.no_grad():
            spectrum = vae.decode(latents, return_dict=False)[0]
            wave = vocoder(beside(vocoder, spectrum), return_dict=False)[0][0, 0]
        samples = wave.float().cpu().numpy()
        both = Sound(np.stack([samples, samples], axis=1), pipe.audio_sample_rate)
        return sound_that_is_new(both, made_again(job), job)


def _with_mask(words: Any, mask: Any) -> Any:
    """Encoded words with a channel more: 1 for words, 0 for padding."""
    import torch

    kept = torch.ones_like(words[..., 0]) if mask is None else mask.to(words)
    return torch.cat((words, kept[..., None]), dim=-1)


def _unpacked(encode: Any, **named: Any) -> Any:
    """What the pipeline encodes, or what it was given by encode()."""
    for before in SIDES:
        words = named.get(f"{before}prompt_embeds")
        if words is not None:
            mask = words[..., -1] > 0
            named[f"{before}prompt_embeds"] = words[..., :-1]
            named[f"{before}prompt_attention_mask"] = None if mask.all() else mask
    return encode(**named)


FAMILY = Kandinsky6()

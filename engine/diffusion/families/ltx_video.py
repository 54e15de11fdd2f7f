"""LTX-Video before LTX-2: silent, from text, pictures or a film, also to go on from."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.contract.events import EngineFault
from engine.contract.models import Ability, Counts, Profile, Sizes, Task
from engine.contract.time import Rate
from engine.diffusion.families.family import Sound
from engine.diffusion.jobs.job import Job
from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.pictures.decoding import as_pictures
from engine.diffusion.pictures.going_on import first_picture, frames_made, made_again, what_is_new
from engine.diffusion.pictures.ltx_stretches import stretches

if TYPE_CHECKING:
    from PIL.Image import Image

CONDITIONED = "LTXConditionPipeline"
FIRST: dict[str, str] = {
    "text": "LTXPipeline",
    "image": "LTXImageToVideoPipeline",
    "extend": "LTXImageToVideoPipeline",
}
TASKS: tuple[Task, ...] = ("text", "image", "first_last", "keyframes", "video", "extend")
UNWANTED = "worst quality, inconsistent motion, blurry, jittery, distorted"
WORDS, FIRST_WORDS = 256, 128
"""Tokens of a prompt that the models were trained with, and the first of them."""
DISTILLED = (1.0, 0.993, 0.987, 0.981, 0.975, 0.909, 0.725, 0.00003)
"""The noise levels that 0.9.7 and 0.9.8 were distilled for."""
DECODED_AT, DECODED_NOISE = 0.05, 0.025
"""How noisy an autoencoder that knows of noise is told that latents are, and how noisy it gets
them: it paints the fine detail itself."""
EVERY = 8
COUNTS = Counts(EVERY, 1, 9, 257)
OVERLAP = 25
"""Pictures of the film before that an extension goes on from, at most; of the first models one."""


class LtxVideo:
    """0.9.0 and 0.9.1 know text and a first picture; from 0.9.5 on one class does it all."""

    name = "ltx_video"

    def serves(self, folder: ModelFolder) -> bool:
        """Whether its class is one of those above."""
        return folder.pipeline in (CONDITIONED, *FIRST.values())

    def ability(self, folder: ModelFolder) -> Ability:
        """By the class."""
        later = folder.pipeline == CONDITIONED
        tasks: tuple[Task, ...] = TASKS if later else ("text", "image", "extend")
        sizes = Sizes(32, 64, 1280 * 736, (704, 480))
        return Ability(
            tasks,
            COUNTS,
            sizes,
            Rate(25),
            _profiles(folder),
            continued=tuple(task for task in tasks if task != "video"),
            overlap=OVERLAP if later else 1,
        )

    def pipeline(self, folder: ModelFolder, task: Task) -> str:
        """The class that serves the task."""
        return CONDITIONED if folder.pipeline == CONDITIONED else FIRST[task]

    def arguments(self, job: Job) -> dict[str, Any]:
        """The same for all tasks, and what the task goes by. Raises EngineFault."""
        run, profile = job.run, job.profile
        common: dict[str, Any] = {
            "prompt": job.prompt,
            "negative_prompt": job.negative or UNWANTED,
            "width": run.width,
            "height": run.height,
            "num_frames": frames_made(job, COUNTS, _again(job)),
            "frame_rate": int(run.rate.fps),
            "guidance_scale": profile.guidance,
            "max_sequence_length": _words(job),
        }
        return {**common, **_schedule(job), **_goes_by(job)}

    @contextmanager
    def adjusted(self, pipe: Any, job: Job) -> Iterator[None]:
        """The class for a first picture hands it over in the denoiser's precision, and the
        autoencoder's may be another."""

        def same(_encoder: Any, given: tuple[Any, ...]) -> tuple[Any, ...]:
            return (given[0].to(pipe.vae.dtype), *given[1:])

        handle = pipe.vae.encoder.register_forward_pre_hook(same)
        try:
            yield
        finally:
            handle.remove()

    def encode(self, pipe: Any, job: Job) -> dict[str, Any]:
        """The prompt and what is unwanted as the text encoder has them."""
        read = pipe.encode_prompt(
            job.prompt,
            job.negative or UNWANTED,
            do_classifier_free_guidance=job.profile.guidance > 1,
            max_sequence_length=_words(job),
        )
        names = ("prompt_embeds", "prompt_attention_mask")
        names += tuple(f"negative_{name}" for name in names)
        return dict(zip(names, read, strict=True))

    def pictures(self, pipe: Any, output: Any, job: Job) -> Iterator[np.ndarray]:
        """Stretch by stretch where the autoencoder tiles, else at once."""
        latents, moment = _for_decoding(pipe, _unpacked(pipe, output.frames, job), job)
        pieces = map(as_pictures, stretches(pipe.vae, latents, moment))
        yield from what_is_new(pieces, _again(job), job)

    def sound(self, pipe: Any, output: Any, job: Job) -> Sound | None:
        """LTX-Video is silent."""
        return None


def _profiles(folder: ModelFolder) -> tuple[Profile, ...]:
    """Nothing but its name tells distilled weights from others."""
    names = (str(folder.index.get("_name_or_path", "")), *folder.path.parts)
    if any("distilled" in name.lower() for name in names):
        return (Profile("quality", len(DISTILLED), 1.0, DISTILLED),)
    return Profile("quality", 50, 3.0), Profile("fast", 25, 3.0, cache=0.05)


def _schedule(job: Job) -> dict[str, Any]:
    """Noise levels come as moments from 1000 to 0. A film is left as far as `strength` says: what
    is made of it begins at that level, and steps that lie above it are left out."""
    profile, start = job.profile, job.run.strength
    levels = list(profile.sigmas)
    if job.run.task == "video":
        usual = levels or _usual_levels(profile.steps)
        levels = [start, *(level for level in usual if level < start)]
    if not levels:
        return {"num_inference_steps": profile.steps}
    return {"timesteps": [1000 * level for level in levels], "num_inference_steps": len(levels)}


def _usual_levels(steps: int) -> list[float]:
    from diffusers.pipelines.ltx.pipeline_ltx_condition import linear_quadratic_schedule

    return linear_quadratic_schedule(steps).tolist()


def _goes_by(job: Job) -> dict[str, Any]:
    match job.run.task:
        case "text":
            return {}
        case "video":
            return _begun_from_film(job)
        case _ if not _is_later(job):
            return {"image": _given(first_picture(job), job)}
        case _:
            return {"conditions": _pictures_at(job)}


def _begun_from_film(job: Job) -> dict[str, Any]:
    """A film kept by a part of 1 - strength is mixed with noise of level `strength`, which is what
    a denoiser would have left of it there."""
    from diffusers.pipelines.ltx.pipeline_ltx_condition import LTXVideoCondition

    film = list(_given(job.film, job))
    return {"conditions": [LTXVideoCondition(video=film, strength=1.0 - job.run.strength)]}


def _pictures_at(job: Job) -> list[Any]:
    """Unlike LTX-2's these lie at the numbers of frames. What is made again stands before them."""
    from diffusers.pipelines.ltx.pipeline_ltx_condition import LTXVideoCondition

    again, shown = _again(job), dict(job.keyframes)
    if job.first is not None and not again:
        shown[0] = job.first
    if job.last is not None:
        shown[job.run.frames - 1] = job.last
    conditions = [
        LTXVideoCondition(image=frame, frame_index=len(again) + moment)
        for moment, frame in shown.items()
    ]
    if again:
        conditions.insert(0, LTXVideoCondition(video=list(again), frame_index=0))
    return _given(conditions, job)


def _again(job: Job) -> "tuple[Image, ...]":
    """What is made again of the film that is gone on from: more than one picture says how things
    move."""
    return made_again(job, OVERLAP, EVERY) if _is_later(job) else made_again(job)


def _words(job: Job) -> int:
    return WORDS if _is_later(job) else FIRST_WORDS


def _is_later(job: Job) -> bool:
    return job.folder is None or job.folder.pipeline == CONDITIONED


def _given(what: Any, job: Job) -> Any:
    if not what:
        raise EngineFault("bad_request", job.run.task)
    return what


def _unpacked(pipe: Any, latents: Any, job: Job) -> Any:
    """Latents as (1, channels, frames, height, width); the older classes leave them as tokens."""
    if latents.ndim == 5:
        return latents
    run, ratio = job.run, pipe.vae_spatial_compression_ratio
    made = frames_made(job, COUNTS, _again(job))
    frames = (made - 1) // pipe.vae_temporal_compression_ratio + 1
    patches = pipe.transformer_spatial_patch_size, pipe.transformer_temporal_patch_size
    return pipe._unpack_latents(latents, frames, run.height // ratio, run.width // ratio, *patches)


def _for_decoding(pipe: Any, latents: Any, job: Job) -> tuple[Any, Any]:
    """Latents in the autoencoder's own scale, and the noise level that it is told, if it asks."""
    import torch

    vae = pipe.vae
    own = pipe._denormalize_latents(
        latents, vae.latents_mean, vae.latents_std, vae.config.scaling_factor
    ).to(pipe._execution_device, vae.dtype)
    if not vae.config.timestep_conditioning:
        return own, None
    dice = torch.Generator("cpu").manual_seed(job.seed)
    noise = torch.randn(own.shape, generator=dice).to(own)
    return torch.lerp(own, noise, DECODED_NOISE), torch.tensor([DECODED_AT]).to(own)


FAMILY = LtxVideo()

"""Wan 2.1 and 2.2: from text, from a first picture, from a first and a last, from a film."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.contract.models import Ability, Counts, Profile, Sizes, Task
from engine.contract.time import Rate
from engine.diffusion.families.family import Sound
from engine.diffusion.families.wan_from_film import started_from_film
from engine.diffusion.jobs.job import Job
from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.pictures.colour_drift import new_pictures
from engine.diffusion.pictures.decoding import decoded

if TYPE_CHECKING:
    from PIL.Image import Image

PIPELINES: dict[str, str] = {
    "text": "WanPipeline",
    "image": "WanImageToVideoPipeline",
    "first_last": "WanImageToVideoPipeline",
    "extend": "WanImageToVideoPipeline",
    "video": "WanVideoToVideoPipeline",
}
UNWANTED = (
    "overexposed, static, still picture, blurred details, subtitles, worst quality, low quality, "
    "JPEG compression residue, ugly, extra fingers, poorly drawn hands, poorly drawn faces, "
    "deformed, disfigured, misshapen limbs, fused fingers, messy background, three legs, "
    "walking backwards"
)
"""What the models were trained to be kept from, but for what a style may want."""
COUNTS = Counts(4, 1, 5, 1 << 20)
"""What the autoencoder can do; the denoisers have less that they learned with."""

WORDS = 512
"""Tokens of a prompt that the models were trained with."""


class Wan:
    """What is common to all of Wan; one pipeline of the folder's components for each task."""

    name = "wan"

    def serves(self, folder: ModelFolder) -> bool:
        """Whether its class is one of those above."""
        return folder.pipeline in PIPELINES.values()

    def ability(self, folder: ModelFolder) -> Ability:
        """Sizes and rate of the 5B model, or of all others."""
        shrinks = folder.config("vae").get("scale_factor_spatial", 8)
        if shrinks == 16:
            sizes, rate, most = Sizes(32, 64, 1280 * 704, (1280, 704)), Rate(24), 121
        else:
            sizes, rate, most = Sizes(16, 64, 1280 * 720, (832, 480)), Rate(16), 81
        tasks = self.tasks(folder)
        continued = tuple(task for task in tasks if task != "video") if "extend" in tasks else ()
        return Ability(
            tasks,
            Counts(4, 1, 5, most),
            sizes,
            rate,
            PROFILES,
            continued=continued,
            overlap=1 if continued else 0,
        )

    def tasks(self, folder: ModelFolder) -> tuple[Task, ...]:
        """By what the denoiser takes. One that looks at pictures with CLIP has places for the
        tokens of one or of two, and takes just as many; one with a noise level for each token takes
        a first picture."""
        denoiser, leveled = folder.config("transformer"), folder.index.get("expand_timesteps")
        if folder.pipeline == "WanImageToVideoPipeline" and not leveled:
            if denoiser.get("pos_embed_seq_len"):
                return ("first_last",)
            seeing = bool(denoiser.get("image_dim"))
            return ("image", "extend") if seeing else ("image", "first_last", "extend")
        return ("text", "image", "video", "extend") if leveled else ("text", "video")

    def pipeline(self, folder: ModelFolder, task: Task) -> str:
        """The class that serves the task."""
        late = task == "video" and _begins_late(folder)
        return PIPELINES["text"] if late else PIPELINES[task]

    def arguments(self, job: Job) -> dict[str, Any]:
        """The same for all tasks, and what the task goes by."""
        common, run = self.common(job), job.run
        match run.task:
            case "image":
                return {**common, "num_frames": run.frames, "image": job.first}
            case "extend":
                return {**common, "num_frames": self.frames(job), "image": job.film[-1]}
            case "first_last":
                ends = {"image": job.first, "last_image": job.last}
                return {**common, "num_frames": self.frames(job), **ends}
            case "video" if not _begins_late(job.folder):
                # Less than a step would leave nothing to do.
                strength = max(run.strength, 1.001 / job.profile.steps)
                return {**common, "video": list(job.film), "strength": strength}
            case _:
                return {**common, "num_frames": run.frames}

    def before(self, job: Job) -> tuple["Image", ...]:
        """What is made again of the film that is gone on from."""
        return job.film[-1:] if job.run.task == "extend" else job.before

    def frames(self, job: Job) -> int:
        """How many pictures are made: those of the film before too, 4k + 1 in all."""
        return COUNTS.nearest(len(self.before(job)) + job.run.frames)

    def common(self, job: Job) -> dict[str, Any]:
        """What all tasks have."""
        return {
            "prompt": job.prompt,
            "negative_prompt": job.negative or UNWANTED,
            "width": job.run.width,
            "height": job.run.height,
            "num_inference_steps": job.profile.steps,
            "guidance_scale": job.profile.guidance,
            "max_sequence_length": WORDS,
        }

    def encode(self, pipe: Any, job: Job) -> dict[str, Any]:
        """The prompt and what is unwanted as the text encoder has them."""
        words, unwanted = pipe.encode_prompt(
            job.prompt,
            job.negative or UNWANTED,
            do_classifier_free_guidance=job.profile.guidance > 1,
            max_sequence_length=WORDS,
        )
        return {"prompt_embeds": words, "negative_prompt_embeds": unwanted}

    @contextmanager
    def adjusted(self, pipe: Any, job: Job) -> Iterator[None]:
        """The pipelines take no noise levels, so distilled ones come with a scheduler; and some
        take no film."""
        kept = pipe.scheduler
        if job.profile.sigmas:
            pipe.scheduler = _fixed_scheduler(job.profile.sigmas)
        late = job.run.task == "video" and _begins_late(job.folder)
        try:
            with started_from_film(pipe, job) if late else nullcontext():
                yield
        finally:
            pipe.scheduler = kept

    def pictures(self, pipe: Any, output: Any, job: Job) -> Iterator[np.ndarray]:
        """Latent frame by latent frame: the first holds one picture, each other four."""
        # A reference stands ahead of the film, in a latent frame of its own.
        pieces = decoded(pipe, output.frames[:, :, len(job.references) :])
        before = self.before(job)
        yield from new_pictures(pieces, before, job.run.frames) if before else pieces

    def sound(self, pipe: Any, output: Any, job: Job) -> Sound | None:
        """Wan is silent."""
        return None


def _begins_late(folder: ModelFolder | None) -> bool:
    """Whether a film is begun from by the pipeline for text."""
    if folder is None:
        return False
    return folder.has("transformer_2") or bool(folder.index.get("expand_timesteps"))


def _fixed_scheduler(sigmas: tuple[float, ...]) -> Any:
    """Euler's steps through just these noise levels, however many are asked for."""
    from diffusers import FlowMatchEulerDiscreteScheduler

    class Fixed(FlowMatchEulerDiscreteScheduler):
        def set_timesteps(self, *_: Any, device: Any = None, **__: Any) -> None:
            super().set_timesteps(sigmas=list(sigmas), device=device)

    return Fixed(shift=1.0)


PROFILES = (Profile("quality", 50, 5.0), Profile("fast", 20, 5.0, cache=0.1))
FAMILY = Wan()

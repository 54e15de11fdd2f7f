"""HunyuanVideo 1.5: from text, or from a first picture or a film to go on from; a model does one of
the two."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from engine.contract.models import Ability, Counts, Profile, Sizes, Task
from engine.contract.time import Rate
from engine.diffusion.families.family import Sound
from engine.diffusion.jobs.job import Job
from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.pictures.decoding import as_pictures, beside
from engine.diffusion.pictures.going_on import first_picture, frames_made, made_again, what_is_new

TASKS: dict[str, tuple[Task, ...]] = {
    "HunyuanVideo15Pipeline": ("text",),
    "HunyuanVideo15ImageToVideoPipeline": ("image", "extend"),
}
COUNTS = Counts(4, 1, 5, 121)
SHRINKS = 16
"""What the autoencoder makes of a side: one place for so many pixels."""

WORDS = ("prompt_embeds", "prompt_embeds_mask", "prompt_embeds_2", "prompt_embeds_mask_2")


class Hunyuan15:
    """Guidance is a component here, and nobody is called back while the model works."""

    name = "hunyuan15"

    def serves(self, folder: ModelFolder) -> bool:
        """Whether its class is one of those above."""
        return folder.pipeline in TASKS

    def ability(self, folder: ModelFolder) -> Ability:
        """By the side of the square that has as many pixels as the model was trained with: 640
        for "480p", 960 for "720p"."""
        side = int(folder.config("transformer").get("target_size", 640))
        sizes = Sizes(SHRINKS, 64, side * side, widest(side))
        tasks, profiles = TASKS[folder.pipeline], _profiles(folder)
        continued = tasks if "extend" in tasks else ()
        return Ability(
            tasks, COUNTS, sizes, Rate(24), profiles, continued=continued, overlap=1
        )  # fmt: skip

    def pipeline(self, folder: ModelFolder, task: Task) -> str:
        """The folder's own."""
        return folder.pipeline

    def arguments(self, job: Job) -> dict[str, Any]:
        """With a picture the pipeline takes no size: see `adjusted`."""
        run, profile = job.run, job.profile
        common = {
            "prompt": job.prompt,
            "negative_prompt": job.negative,
            "num_frames": frames_made(job, COUNTS, made_again(job)),
            "num_inference_steps": profile.steps,
            "sigmas": list(profile.sigmas) or None,
        }
        if run.task in ("image", "extend"):
            return {**common, "image": first_picture(job)}
        return {**common, "width": run.width, "height": run.height}

    def encode(self, pipe: Any, job: Job) -> dict[str, Any]:
        """The prompt and what is unwanted as both text encoders have them, with their masks."""
        words = dict(zip(WORDS, _read(pipe, job.prompt), strict=True))
        if job.profile.guidance <= 1:
            return words
        unwanted = _read(pipe, job.negative)
        return words | {
            f"negative_{name}": each for name, each in zip(WORDS, unwanted, strict=True)
        }

    @contextmanager
    def adjusted(self, pipe: Any, job: Job) -> Iterator[None]:
        """Guided as the profile says, at the run's own size.

        Left alone, the pipeline would choose the largest size that suits the picture's shape.
        """
        guider, processor = pipe.guider, pipe.video_processor
        size = (job.run.height, job.run.width)
        pipe.guider = guider.new(guidance_scale=job.profile.guidance)
        processor.calculate_default_height_width = lambda height, width, target_size: size
        try:
            yield
        finally:
            pipe.guider = guider
            del processor.calculate_default_height_width

    def pictures(self, pipe: Any, output: Any, job: Job) -> Iterator[np.ndarray]:
        """All at once, in tiles where the autoencoder was told to: its attention spans the film."""
        import torch

        vae = pipe.vae
        with torch.no_grad():
            latents = beside(vae, output.frames) / vae.config.scaling_factor
            whole = as_pictures(vae.decode(latents).sample)
        yield from what_is_new((whole,), made_again(job), job)

    def sound(self, pipe: Any, output: Any, job: Job) -> Sound | None:
        """It is silent."""
        return None


def _read(pipe: Any, words: str) -> tuple[Any, ...]:
    return pipe.encode_prompt(words, pipe._execution_device, pipe.transformer.dtype)


def widest(side: int) -> tuple[int, int]:
    """The largest size near 16:9, (width, height), with no more pixels than the square on `side`:
    848 x 480 for 640."""
    places = (side // SHRINKS) ** 2
    sizes = [(places // rows, rows) for rows in range(1, places + 1) if places // rows >= rows]
    width, height = min(sizes, key=lambda size: abs(size[0] / size[1] - 16 / 9))
    return width * SHRINKS, height * SHRINKS


def _profiles(folder: ModelFolder) -> tuple[Profile, ...]:
    """Models with guidance built in come with a guider that leaves it out; those made for few
    steps know where a step leads to (`use_meanflow`)."""
    guidance = float(folder.config("guider").get("guidance_scale", 6.0))
    few = folder.config("transformer").get("use_meanflow", False)
    steps, fast = (12, 8) if few else (50, 25)
    return Profile("quality", steps, guidance), Profile("fast", fast, guidance)


FAMILY = Hunyuan15()

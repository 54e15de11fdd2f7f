"""Wan 2.1 and 2.2: from text, from a first picture, from a first and a last, from a film."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from engine.contract.models import Ability, Counts, Profile, Sizes, Task
from engine.contract.time import Rate
from engine.diffusion.decoding import decoded
from engine.diffusion.families.family import Sound
from engine.diffusion.job import Job
from engine.diffusion.model_folder import ModelFolder

PIPELINES: dict[str, str] = {
    "text": "WanPipeline",
    "image": "WanImageToVideoPipeline",
    "first_last": "WanImageToVideoPipeline",
    "video": "WanVideoToVideoPipeline",
}
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
        return Ability(self.tasks(folder), Counts(4, 1, 5, most), sizes, rate, PROFILES)

    def tasks(self, folder: ModelFolder) -> tuple[Task, ...]:
        """By the channels that the denoiser takes and the pictures that it can look at."""
        denoiser = folder.config("transformer")
        if folder.pipeline == "WanImageToVideoPipeline":
            both = denoiser.get("pos_embed_seq_len") or not denoiser.get("image_dim")
            both = both and not folder.index.get("expand_timesteps")
            return ("image", "first_last") if both else ("image",)
        if folder.index.get("expand_timesteps"):
            return ("text", "image")
        return ("text",) if folder.has("transformer_2") else ("text", "video")

    def pipeline(self, folder: ModelFolder, task: Task) -> str:
        """The class that serves the task."""
        return PIPELINES[task]

    def arguments(self, job: Job) -> dict[str, Any]:
        """The same for all tasks, and what the task goes by."""
        run, profile = job.run, job.profile
        common = {
            "prompt": job.prompt,
            "negative_prompt": job.negative or None,
            "width": run.width,
            "height": run.height,
            "num_inference_steps": profile.steps,
            "guidance_scale": profile.guidance,
            "max_sequence_length": WORDS,
        }
        match run.task:
            case "image":
                return {**common, "num_frames": run.frames, "image": job.first}
            case "first_last":
                ends = {"image": job.first, "last_image": job.last}
                return {**common, "num_frames": run.frames, **ends}
            case "video":
                return {**common, "video": list(job.film), "strength": run.strength}
            case _:
                return {**common, "num_frames": run.frames}

    def encode(self, pipe: Any, job: Job) -> dict[str, Any]:
        """The prompt and what is unwanted as the text encoder has them."""
        words, unwanted = pipe.encode_prompt(
            job.prompt,
            job.negative or None,
            do_classifier_free_guidance=job.profile.guidance > 1,
            max_sequence_length=WORDS,
        )
        return {"prompt_embeds": words, "negative_prompt_embeds": unwanted}

    def pictures(self, pipe: Any, output: Any, job: Job) -> Iterator[np.ndarray]:
        """Latent frame by latent frame: the first holds one picture, each other four."""
        yield from decoded(pipe, output.frames)

    def sound(self, pipe: Any, output: Any, job: Job) -> Sound | None:
        """Wan is silent."""
        return None


PROFILES = (Profile("quality", 50, 5.0), Profile("fast", 20, 5.0))
FAMILY = Wan()

"""SANA-Video: from text, a first picture or a film to go on from, all by the same weights."""

import inspect
from collections.abc import Iterator
from typing import Any

import numpy as np

from engine.contract.models import Ability, Counts, Profile, Sizes, Task
from engine.contract.time import Rate
from engine.diffusion.families.family import Sound
from engine.diffusion.jobs.job import Job
from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.pictures.decoding import as_pictures, beside, decoded
from engine.diffusion.pictures.going_on import first_picture, frames_made, made_again, what_is_new
from engine.diffusion.pictures.ltx_stretches import stretches

PIPELINES: dict[str, str] = {
    "text": "SanaVideoPipeline",
    "image": "SanaImageToVideoPipeline",
    "extend": "SanaImageToVideoPipeline",
}
TASKS: tuple[Task, ...] = ("text", "image", "extend")
DEEP = "AutoencoderKLLTX2Video"
"""The autoencoder of the 720p model: 32 to 1 in space, 8 to 1 in time."""
LIVELY = " motion score: 30."
"""How prompts ended that the model learned from: how much moves, of a hundred."""
UNWANTED = (
    "A chaotic sequence with misshapen, deformed limbs in heavy motion blur, sudden disappearance, "
    "jump cuts, jerky movements, rapid shot changes, frames out of sync, inconsistent character "
    "shapes, temporal artifacts, jitter, and ghosting effects, creating a disorienting visual "
    "experience."
)
"""What its makers keep it from."""
COUNTS, DEEP_COUNTS = Counts(4, 1, 5, 81), Counts(8, 1, 9, 81)
PROFILES = (Profile("quality", 50, 6.0), Profile("fast", 20, 6.0))


class SanaVideo:
    """One denoiser for both tasks; the first picture is a latent frame that has no noise."""

    name = "sana_video"

    def serves(self, folder: ModelFolder) -> bool:
        """Whether its class is one of those above."""
        return folder.pipeline in PIPELINES.values()

    def ability(self, folder: ModelFolder) -> Ability:
        """By the autoencoder, of which the 480p and the 720p model have different ones."""
        if folder.index["vae"][1] == DEEP:
            counts, sizes = DEEP_COUNTS, Sizes(32, 64, 1344 * 672, (1280, 704))
        else:
            counts, sizes = COUNTS, Sizes(32, 64, 896 * 448, (832, 480))
        return Ability(TASKS, counts, sizes, Rate(16), PROFILES, continued=TASKS, overlap=1)

    def pipeline(self, folder: ModelFolder, task: Task) -> str:
        """The class that serves the task."""
        return PIPELINES[task]

    def arguments(self, job: Job) -> dict[str, Any]:
        """Sizes are taken as they are: the nearest of the model's own list aren't all legal."""
        run, profile = job.run, job.profile
        common = {
            "prompt": job.prompt + LIVELY,
            "negative_prompt": job.negative or UNWANTED,
            "width": run.width,
            "height": run.height,
            "frames": frames_made(job, _counts(job), made_again(job)),
            "num_inference_steps": profile.steps,
            "guidance_scale": profile.guidance,
            "use_resolution_binning": False,
        }
        return common if run.task == "text" else {**common, "image": first_picture(job)}

    def encode(self, pipe: Any, job: Job) -> dict[str, Any]:
        """The prompt, led in by the pipeline's own instruction, as the text encoder has it."""
        names = (
            "prompt_embeds",
            "prompt_attention_mask",
            "negative_prompt_embeds",
            "negative_prompt_attention_mask",
        )
        usual = inspect.signature(type(pipe).__call__).parameters
        found = pipe.encode_prompt(
            job.prompt + LIVELY,
            job.profile.guidance > 1,
            negative_prompt=job.negative or UNWANTED,
            complex_human_instruction=usual["complex_human_instruction"].default,
        )
        # Unless told that there is none, it takes "" for what is unwanted.
        return {**dict(zip(names, found, strict=True)), "negative_prompt": None}

    def pictures(self, pipe: Any, output: Any, job: Job) -> Iterator[np.ndarray]:
        """Latent frame by latent frame by Wan's autoencoder, stretch by stretch by LTX-2's."""
        if type(pipe.vae).__name__ == DEEP:
            ready = _in_its_scale(pipe.vae, beside(pipe.vae, output.frames))
            pieces = map(as_pictures, stretches(pipe.vae, ready))
        else:
            pieces = decoded(pipe, output.frames)
        yield from what_is_new(pieces, made_again(job), job)

    def sound(self, pipe: Any, output: Any, job: Job) -> Sound | None:
        """SANA-Video is silent."""
        return None


def _counts(job: Job) -> Counts:
    deep = job.folder is not None and job.folder.index["vae"][1] == DEEP
    return DEEP_COUNTS if deep else COUNTS


def _in_its_scale(vae: Any, latents: Any) -> Any:
    mean, std = (each.view(1, -1, 1, 1, 1) for each in (vae.latents_mean, vae.latents_std))
    # Divided by the inverse, as the pipelines do, for the same bits.
    return latents / (1.0 / std.to(latents)) + mean.to(latents)


FAMILY = SanaVideo()

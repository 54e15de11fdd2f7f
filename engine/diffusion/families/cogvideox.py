"""CogVideoX 1.0 and 1.5: from text, a first picture, a film, a film that steers or one to go on
from."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

import numpy as np

from engine.contract.models import Ability, Counts, Profile, Sizes, Task
from engine.contract.time import Rate
from engine.diffusion.families.family import Sound
from engine.diffusion.jobs.job import Job
from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.pictures.decoding import as_pictures, beside
from engine.diffusion.pictures.going_on import first_picture, frames_made, made_again, what_is_new

CLASSES: dict[str, str] = {
    "text": "CogVideoXPipeline",
    "image": "CogVideoXImageToVideoPipeline",
    "extend": "CogVideoXImageToVideoPipeline",
    "video": "CogVideoXVideoToVideoPipeline",
    "control": "CogVideoXFunControlPipeline",
}
LARGEST = (1360, 768)
"""What 1.5 was trained for; its configs name a grid that holds more."""
GROUP = 4
"""Frames that a latent frame stands for, but for the first."""
COUNTS = Counts(16, 1, 17, 161)
"""Of 1.5."""


class CogVideoX:
    """Models for pictures or control take their latents beside the noise and do nothing else."""

    name = "cogvideox"

    def serves(self, folder: ModelFolder) -> bool:
        """Whether its class is one of those above."""
        return folder.pipeline in CLASSES.values()

    def ability(self, folder: ModelFolder) -> Ability:
        """1.5 has patches that are two latent frames deep, twice the rate, and any size up to its
        own. A picture model of 1.0 has learned its places by heart, for one size and one length
        alone: where there are more or fewer frames, diffusers would put others in their stead."""
        denoiser = folder.config("transformer")
        wide, high = (8 * int(denoiser[f"sample_{side}"]) for side in ("width", "height"))
        if _depth(folder):
            usual = min(wide, LARGEST[0]), min(high, LARGEST[1])
            counts, rate = COUNTS, Rate(16)
        else:
            usual, most = (wide, high), int(denoiser["sample_frames"])
            counts, rate = Counts(8, 1, most if _learned(folder) else 9, most), Rate(8)
        sizes = Sizes(16, 64, usual[0] * usual[1], usual, _learned(folder))
        tasks = self.tasks(folder)
        continued = tasks if "extend" in tasks else ()
        return Ability(
            tasks,
            counts,
            sizes,
            rate,
            PROFILES,
            continued=continued,
            overlap=1,
            heeds_strength=("video",),
        )

    def tasks(self, folder: ModelFolder) -> tuple[Task, ...]:
        """What was trained to start from noise can start from a film with noise on it. What has
        learned a length by heart can't make a picture more, to go on from."""
        match folder.pipeline:
            case "CogVideoXImageToVideoPipeline":
                rolls = _depth(folder) and not _learned(folder)
                return ("image", "extend") if rolls else ("image",)
            case "CogVideoXFunControlPipeline":
                return ("control",)
            case _:
                return ("text", "video")

    def pipeline(self, folder: ModelFolder, task: Task) -> str:
        """The class that serves the task."""
        return CLASSES[task]

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
            "max_sequence_length": _words(job),
        }
        match run.task:
            case "image" | "extend":
                made = {"num_frames": _frames(job), "image": first_picture(job)}
                return {**common, **made}
            case "video":
                return {**common, "video": _led_in(job), "strength": _strength(job)}
            case "control":
                return {**common, "control_video": _led_in(job)}
            case _:
                return {**common, "num_frames": run.frames}

    def encode(self, pipe: Any, job: Job) -> dict[str, Any]:
        """The prompt and what is unwanted as the text encoder has them."""
        words, unwanted = pipe.encode_prompt(
            job.prompt,
            job.negative or None,
            do_classifier_free_guidance=job.profile.guidance > 1,
            max_sequence_length=_words(job),
        )
        return {"prompt_embeds": words, "negative_prompt_embeds": unwanted}

    @contextmanager
    def adjusted(self, pipe: Any, job: Job) -> Iterator[None]:
        """With a scheduler that keeps where each step leads, as others do by themselves, and an
        autoencoder that takes pictures of the denoiser's type, which are all that it is given."""
        scheduler, vae = pipe.scheduler, pipe.vae
        scheduler.step, scheduler.model_outputs = _keeping(scheduler), []
        vae.encode = _taking_any(vae)
        try:
            yield
        finally:
            del scheduler.step, scheduler.model_outputs, vae.encode

    def pictures(self, pipe: Any, output: Any, job: Job) -> Iterator[np.ndarray]:
        """Two latent frames at a time, as the autoencoder works; three at the start."""
        import torch

        vae = pipe.vae
        made = beside(vae, output.frames[:, _ahead(job) :].permute(0, 2, 1, 3, 4))
        with torch.no_grad():
            pieces = _pieces(vae, 1 / pipe.vae_scaling_factor_image * made)
            yield from what_is_new(map(as_pictures, pieces), made_again(job), job)

    def sound(self, pipe: Any, output: Any, job: Job) -> Sound | None:
        """It is silent."""
        return None


def _keeping(scheduler: Any) -> Any:
    plain = scheduler.step

    # The pipeline asks which arguments the step takes.
    @wraps(plain)
    def step(*arguments: Any, **named: Any) -> Any:
        stepped = plain(*arguments, **named)
        scheduler.model_outputs = [stepped[1]]
        return stepped

    return step


def _taking_any(vae: Any) -> Any:
    from diffusers.models.autoencoders.vae import DiagonalGaussianDistribution

    plain = vae.encode

    def encode(pictures: Any) -> Any:
        made = plain(pictures.to(vae.dtype))
        parameters = made.latent_dist.parameters.to(pictures.dtype)
        made.latent_dist = DiagonalGaussianDistribution(parameters)
        return made

    return encode


def _pieces(vae: Any, latents: Any) -> Iterator[Any]:
    """What the autoencoder's own decode() gives, piece by piece; whole where it works in tiles."""
    if vae.use_tiling:
        yield vae.decode(latents).sample
        return
    pair = vae.num_latent_frames_batch_size
    start, stop, kept = 0, pair + latents.shape[2] % pair, None
    while start < latents.shape[2]:
        some = latents[:, :, start:stop]
        if vae.post_quant_conv is not None:
            some = vae.post_quant_conv(some)
        piece, kept = vae.decoder(some, conv_cache=kept)
        yield piece
        start, stop = stop, stop + pair


def _ahead(job: Job) -> int:
    """Latent frames that stand before the film's, to fill the first patch."""
    assert job.folder is not None
    depth = _depth(job.folder)
    return -((_frames(job) - 1) // GROUP + 1) % depth if depth else 0


def _frames(job: Job) -> int:
    """How many are made; none are made again but by a model of 1.5."""
    return frames_made(job, COUNTS, made_again(job))


def _led_in(job: Job) -> list[Any]:
    """The film, standing still before it starts for as long as fills the first patch."""
    return [job.film[0]] * (GROUP * _ahead(job)) + list(job.film)


def _strength(job: Job) -> float:
    """The run's, but at least a step of it: with none the pipeline fails."""
    return min(1.0, max(job.run.strength, 1.01 / job.profile.steps))


def _words(job: Job) -> int:
    """Tokens of a prompt that the model was trained with."""
    assert job.folder is not None
    return int(job.folder.config("transformer").get("max_text_seq_length", 226))


def _learned(folder: ModelFolder) -> bool:
    """Whether it has learned by heart where things are."""
    return bool(folder.config("transformer").get("use_learned_positional_embeddings"))


def _depth(folder: ModelFolder) -> int:
    """Latent frames of a patch in 1.5, 0 in 1.0."""
    return int(folder.config("transformer").get("patch_size_t") or 0)


PROFILES = (Profile("quality", 50, 6.0), Profile("fast", 25, 6.0, cache=0.05))
FAMILY = CogVideoX()

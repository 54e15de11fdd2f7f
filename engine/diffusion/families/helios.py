"""Helios: minutes of film, chunk after chunk, from text, a first picture or a film to go on from.

What diffusers calls video-to-video here goes on from the film and doesn't repaint it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from math import prod
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.contract.models import Ability, Counts, Profile, Sizes, Task
from engine.contract.time import Rate
from engine.diffusion.families.family import Sound
from engine.diffusion.families.wan import UNWANTED
from engine.diffusion.jobs.job import Job
from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.pictures.decoding import decoded

if TYPE_CHECKING:
    from PIL.Image import Image

EVEN, PYRAMID = "HeliosPipeline", "HeliosPyramidPipeline"
TASKS: tuple[Task, ...] = ("text", "image", "extend")
CHUNK, LATENTS = 33, 9
"""Frames of a chunk, and what the autoencoder makes of them."""
REMEMBERED = 3
"""Chunks that the model looks back on, at most."""
WORDS = 512


class Helios:
    """One class for the base model, one for those that work from coarse to fine."""

    name = "helios"

    def serves(self, folder: ModelFolder) -> bool:
        """Whether its class is one of the two."""
        return folder.pipeline in (EVEN, PYRAMID)

    def ability(self, folder: ModelFolder) -> Ability:
        """Sides divide evenly on the coarsest stage too, with two places or more left of each."""
        step = 16 * 2 ** (_stages(folder) - 1)
        least = 64 if folder.pipeline == EVEN else 2 * step
        sizes = Sizes(step, least, 640 * 384, (640, 384))
        counts = Counts(CHUNK, 0, CHUNK, 44 * CHUNK)
        return Ability(TASKS, counts, sizes, Rate(24), _profiles(folder))

    def pipeline(self, folder: ModelFolder, task: Task) -> str:
        """The folder's own, which serves all tasks."""
        return folder.pipeline

    def arguments(self, job: Job) -> dict[str, Any]:
        """The same for all tasks, and what the task goes by."""
        run, profile = job.run, job.profile
        common = {
            "prompt": job.prompt,
            "negative_prompt": job.negative or UNWANTED,
            "width": run.width,
            "height": run.height,
            "num_frames": run.frames,
            "guidance_scale": profile.guidance,
            "max_sequence_length": WORDS,
            **_steps(job),
        }
        match run.task:
            case "image":
                return {**common, "image": job.first}
            case "extend":
                return {**common, "video": remembered(job.film)}
            case _:
                return common

    def encode(self, pipe: Any, job: Job) -> dict[str, Any]:
        """The prompt and what is unwanted as the text encoder has them."""
        words, unwanted = pipe.encode_prompt(
            job.prompt,
            job.negative or UNWANTED,
            do_classifier_free_guidance=job.profile.guidance > 1,
            max_sequence_length=WORDS,
        )
        return {"prompt_embeds": words, "negative_prompt_embeds": unwanted}

    def steps(self, job: Job) -> int:
        """Those of every chunk."""
        steps, chunks = _steps(job), job.run.frames // CHUNK
        if "num_inference_steps" in steps:
            return chunks * job.profile.steps
        each = sum(steps["pyramid_num_inference_steps_list"])
        return each * (chunks + steps["is_amplify_first_chunk"])

    @contextmanager
    def adjusted(self, pipe: Any, job: Job) -> Iterator[None]:
        """Without the pipeline's own decoding, which it does after each chunk whatever is asked
        for, and keeps: a minute of it takes 4 GB. And with noise that can be drawn anywhere."""
        vae = pipe.vae
        vae.decode = lambda latents, **_: (latents.new_empty(1, 3, 0, 1, 1),)
        pipe.sample_block_noise = partial(block_noise, pipe.scheduler.config.gamma)
        try:
            with _drawn_anywhere():
                yield
        finally:
            del vae.decode, pipe.sample_block_noise

    def pictures(self, pipe: Any, output: Any, job: Job) -> Iterator[np.ndarray]:
        """Each chunk begins anew for the autoencoder. What the model went by stands before them."""
        chunks = job.run.frames // CHUNK
        made = output.frames[:, :, -chunks * LATENTS :]
        for chunk in made.split(LATENTS, dim=2):
            yield from decoded(pipe, chunk)

    def sound(self, pipe: Any, output: Any, job: Job) -> Sound | None:
        """It is silent."""
        return None


@contextmanager
def _drawn_anywhere() -> Iterator[None]:
    """The pipelines ask a graphics card for luck from the generator that they are given, which is
    the processor's: it is drawn where the generator is, and brought over."""
    import torch

    plain = torch.rand

    def rand(*sides: int, generator: Any = None, device: Any = None, **named: Any) -> Any:
        place = generator.device if generator is not None else device
        return plain(*sides, generator=generator, device=place, **named).to(device)

    torch.rand = rand
    try:
        yield
    finally:
        torch.rand = plain


def remembered(film: "tuple[Image, ...]") -> "list[Image]":
    """What the model looks back on: the film's start, and whole chunks of its end.

    A film that is shorter than a chunk stands still before it starts.
    """
    still = [film[0]] * (CHUNK - len(film))
    latest = film[-REMEMBERED * CHUNK :]
    return [*still, *(film[:1] if len(latest) < len(film) else ()), *latest]


def block_noise(
    gamma: float,
    batch: int,
    channels: int,
    frames: int,
    height: int,
    width: int,
    patch: tuple[int, int, int],
    device: Any,
    generator: Any,
) -> Any:
    """Noise whose places within a patch lean against each other by -gamma, as the model was taught.

    The pipeline's own falls over on the CPU: at its usual gamma of 1/3 the places of a patch add up
    to nothing, which float32 can't tell from a matrix that has no root.
    """
    import torch

    _, rows, columns = patch
    places = rows * columns
    covariance = torch.eye(places, dtype=torch.float64) * (1 + gamma + 1e-8) - gamma
    root = torch.linalg.cholesky(covariance).float().to(device)
    grid = (batch, channels, frames, height // rows, width // columns)
    drawn = (prod(grid), places)
    noise = torch.randn(drawn, generator=generator, device=generator.device)
    leaning = (noise.to(device) @ root.T).view(*grid, rows, columns)
    return leaning.permute(0, 1, 2, 3, 5, 4, 6).reshape(*grid[:3], height, width)


def _steps(job: Job) -> dict[str, Any]:
    """Steps of the base model in all; of the others on each stage, few where they are distilled.

    The first chunk of a distilled model is better for twice the steps.
    """
    folder, profile = job.folder, job.profile
    assert folder is not None
    if folder.pipeline == EVEN:
        sigmas = list(profile.sigmas) or None
        return {"num_inference_steps": profile.steps, "sigmas": sigmas}
    each, more = divmod(profile.steps, stages := _stages(folder))
    steps = [max(1, each + (stage < more)) for stage in range(stages)]
    twice = bool(folder.index.get("is_distilled")) and profile.name == "quality"
    return {"pyramid_num_inference_steps_list": steps, "is_amplify_first_chunk": twice}


def _stages(folder: ModelFolder) -> int:
    if folder.pipeline == EVEN:
        return 1
    return int(folder.config("scheduler").get("stages", 3))


def _profiles(folder: ModelFolder) -> tuple[Profile, ...]:
    """Distilled models take two steps a stage and no guidance."""
    stages = _stages(folder)
    if folder.index.get("is_distilled"):
        return Profile("quality", 2 * stages, 1.0), Profile("fast", 2 * stages, 1.0)
    if folder.pipeline == PYRAMID:
        return Profile("quality", 20 * stages, 5.0), Profile("fast", 10 * stages, 5.0)
    return Profile("quality", 50, 5.0), Profile("fast", 25, 5.0)


FAMILY = Helios()

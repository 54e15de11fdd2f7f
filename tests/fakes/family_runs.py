"""Runs a family over a tiny model the way the maker does, and hands back what came of it."""

import inspect
from functools import cache
from typing import Any

import numpy as np
from PIL import Image

from engine.contract.models import Ability, Profile, Task
from engine.contract.shot import ModelRun
from engine.diffusion.families.family import Sound, adjusted
from engine.diffusion.families.registry import family_of
from engine.diffusion.jobs.job import Job
from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.pictures.estimate import Denoised
from engine.diffusion.placing.loader import Loaded, quiet_libraries
from engine.diffusion.sampling import sampled
from tests.fakes.tiny_models import tiny

WIDTH, HEIGHT = 96, 64


@cache
def tiny_loaded(name: str) -> Loaded:
    """The tiny model of this name in memory."""
    quiet_libraries()
    folder = ModelFolder(tiny(name))
    return Loaded(folder, family_of(folder), "float32")


def tiny_ability(name: str) -> Ability:
    """What the tiny model of this name says that it can make."""
    folder = ModelFolder(tiny(name))
    return family_of(folder).ability(folder)


def shortest(name: str, task: Task, width: int = WIDTH, height: int = HEIGHT) -> ModelRun:
    """The shortest run that the tiny model takes."""
    ability = tiny_ability(name)
    return ModelRun(task, width, height, ability.counts.least, ability.rate)


def film(
    name: str,
    task: Task,
    words: str = "a red boat",
    guidance: float = 3.0,
    run: ModelRun | None = None,
    **job: Any,
) -> tuple[np.ndarray, Sound | None]:
    """The pictures and the sound of the run, else of the shortest, in two steps, from seed 1."""
    loaded = tiny_loaded(name)
    asked = asking(name, task, words, guidance, run, **job)
    pipe = loaded.pipe(task)
    output = called(loaded, asked)
    pieces = list(loaded.family.pictures(pipe, output, asked))
    return np.concatenate(pieces), loaded.family.sound(pipe, output, asked)


def latents(name: str, task: Task, **asked: Any) -> Any:
    """What is denoised for the same, undecoded."""
    return called(tiny_loaded(name), asking(name, task, **asked)).frames


def asking(
    name: str,
    task: Task,
    words: str = "a red boat",
    guidance: float = 3.0,
    run: ModelRun | None = None,
    **job: Any,
) -> Job:
    """The job of the run, else of the shortest, in two steps, from seed 1."""
    fast = Profile("fast", 2, guidance)
    folder = tiny_loaded(name).folder
    return Job(words, 1, run or shortest(name, task), fast, folder=folder, **job)


def called(loaded: Loaded, job: Job, **more: Any) -> Any:
    """What the pipeline gives back for the job, as latents unless told otherwise."""
    import torch

    made = {"generator": torch.Generator("cpu").manual_seed(job.seed), "output_type": "latent"}
    pipe = loaded.pipe(job.run.task)
    if "output_type" not in inspect.signature(pipe.__call__).parameters:
        made.pop("output_type")
    with torch.no_grad(), adjusted(loaded.family, pipe, job):
        return pipe(**{**loaded.family.arguments(job), **made, **more})


class Seen:
    """Watches a pipeline as the maker does: how many steps there were, and where each one led."""

    def __init__(self, job: Job) -> None:
        self.steps, self.estimates = 0, []
        self._denoised = Denoised(job.run)

    def stepped(self, pipe: Any, _steps: int, latents: Any) -> None:
        self.steps += 1
        if latents is not None:
            self.estimates.append(self._denoised.after(pipe, latents))


def watched(name: str, job: Job) -> tuple[Any, Seen]:
    """The latents of the job, and what was seen on the way."""
    loaded, seen = tiny_loaded(name), Seen(job)
    return sampled(loaded.family, loaded.pipe(job.run.task), job, {}, seen).frames, seen


def stripes(colour: str, width: int = WIDTH, height: int = HEIGHT) -> Image.Image:
    """A picture with something in it: bars of the colour on black."""
    picture = Image.new("RGB", (width, height))
    for left in range(0, width, 16):
        picture.paste(colour, (left, 0, left + 8, height))
    return picture

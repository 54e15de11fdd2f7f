"""MiniMax-H3: from text, first and last pictures, things to show, a film to go by or one to go on
from; with sound."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.contract.events import EngineFault
from engine.contract.models import Ability, Counts, Precision, Profile, Sizes, Task
from engine.contract.time import Rate
from engine.diffusion.families.family import Sound
from engine.diffusion.families.minimax_blocks import MiniMaxPipeline, loaded_parts
from engine.diffusion.jobs.job import Job
from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.pictures.decoding import beside
from engine.diffusion.pictures.going_on import (
    first_picture,
    frames_made,
    made_again,
    sound_that_is_new,
    what_is_new,
)
from engine.diffusion.pictures.overlapping import minimax_stretches

if TYPE_CHECKING:
    from PIL.Image import Image

CLASS = "MiniMaxH3ModularPipeline"
BY_WORDS: tuple[Task, ...] = ("text", "image", "first_last", "keyframes", "extend")
BY_REFERENCES: tuple[Task, ...] = ("references", "control")
COUNTS = Counts(17, 5, 124, 345)
MOST_PIXELS = 768 * 1344
MOST_THINGS = 9
LONGEST_SIDE = 4
"""How much longer than the other a side of a picture of a thing may be."""
PROFILES = (Profile("quality", 30, 1.0), Profile("fast", 15, 1.0))
"""Guidance is in its weights."""
COLOUR_MEAN, COLOUR_STD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
"""What its autoencoder's colours are measured against, as those of ImageNet."""


class MiniMaxH3:
    """One set of weights for what goes by words and pictures in time, one for references."""

    name = "minimax_h3"

    def serves(self, folder: ModelFolder) -> bool:
        """Whether it is that pipeline, with at least one of the two."""
        return folder.pipeline == CLASS and bool(self._tasks(folder))

    def ability(self, folder: ModelFolder) -> Ability:
        """Five to fifteen seconds, in whole chunks of the autoencoder."""
        pixels = int(folder.index.get("canvas_max_pixels", MOST_PIXELS))
        sizes = Sizes(32, 64, max(pixels, 64 * 64), (1344, 768))
        tasks = self._tasks(folder)
        continued = tuple(task for task in tasks if task in BY_WORDS)
        return Ability(
            tasks,
            COUNTS,
            sizes,
            Rate(24),
            PROFILES,
            sound=True,
            continued=continued,
            overlap=1,
            heeds_strength=(),
        )

    def pipeline(self, folder: ModelFolder, task: Task) -> str:
        """The blocks' class, and the weights that they go with."""
        return f"{CLASS} {_denoiser(task)}"

    def load(self, folder: ModelFolder, task: Task, precision: Precision) -> Any:
        """Blocks with the one set of weights that the task needs."""
        denoiser = _denoiser(task)
        parts = loaded_parts(folder.path, denoiser, precision)
        names = ("canvas_short_edge", "canvas_max_pixels", "reference_image_short_edge")
        settings = {name: folder.index[name] for name in names if name in folder.index}
        return MiniMaxPipeline(denoiser, parts, settings)

    def arguments(self, job: Job) -> dict[str, Any]:
        """The same for all tasks, and what the task goes by."""
        run = job.run
        common = {
            "prompt": job.prompt,
            "width": run.width,
            "height": run.height,
            "num_frames": frames_made(job, COUNTS, made_again(job)),
            "num_inference_steps": job.profile.steps,
        }
        match run.task:
            case "image" | "extend":
                return {**common, "image": first_picture(job)}
            case "first_last" | "keyframes":
                return {**common, **_ends(job)}
            case "references" | "control":
                return {**common, "references": _references(job)}
            case _:
                return common

    def pictures(self, pipe: Any, output: Any, job: Job) -> Iterator[np.ndarray]:
        """Chunk by chunk."""
        import torch

        vae = pipe.vae
        latents = _unscaled(output.frames, vae.config.latents_mean, vae.config.latents_std)
        with torch.no_grad():
            pieces = minimax_stretches(vae, beside(vae, latents))
            yield from what_is_new(map(_as_pictures, pieces), made_again(job), job)

    def sound(self, pipe: Any, output: Any, job: Job) -> Sound:
        """Both channels, which its autoencoder takes for two sounds."""
        import torch

        vae = pipe.audio_vae
        latents = _unscaled(output.audio, vae.config.latents_mean, vae.config.latents_std)
        with torch.no_grad():
            wave = vae.decode(beside(vae, latents), return_dict=False)[0]
        samples = wave[:, 0].float().clamp(-1, 1).T.cpu().numpy()
        sound = Sound(np.ascontiguousarray(samples), vae.config.sampling_rate)
        return sound_that_is_new(sound, made_again(job), job)

    def _tasks(self, folder: ModelFolder) -> tuple[Task, ...]:
        """By the weights that are there."""
        both = (BY_WORDS, BY_REFERENCES)
        here = (tasks for tasks in both if folder.config(_denoiser(tasks[0])))
        return tuple(task for tasks in here for task in tasks)


def _as_pictures(values: Any) -> np.ndarray:
    """uint8 RGB (frames, height, width, 3) of what its autoencoder gives."""
    colours = _unscaled(values.float(), COLOUR_MEAN, COLOUR_STD)[0].clamp(0, 1)
    return (colours * 255).round().permute(1, 2, 3, 0).cpu().numpy().astype(np.uint8)


def _unscaled(values: Any, mean: Any, std: Any) -> Any:
    """Values (1, channels, ...) of which each channel had this mean and this spread."""
    import torch

    shape = (1, -1, *[1] * (values.ndim - 2))
    means, stds = (torch.tensor(each, device=values.device).view(shape) for each in (mean, std))
    return values * stds + means


def _denoiser(task: Task) -> str:
    return "transformer_ref" if task in BY_REFERENCES else "transformer"


def _ends(job: Job) -> dict[str, Any]:
    """The first and the last picture, or one of them. Raises EngineFault bad_request for others."""
    shown = dict(job.keyframes)
    first, last = shown.pop(0, job.first), shown.pop(job.run.frames - 1, job.last)
    if shown or (first is None and last is None):
        raise EngineFault("bad_request", "it shows pictures at the ends of a film")
    return {"image": first, "last_image": last}


def _references(job: Job) -> list[Any]:
    """Things in their order, each in its own shape; a film of the run's own frames is a reference
    for movement. Raises EngineFault bad_request."""
    from diffusers.modular_pipelines.minimax_h3 import (
        MiniMaxH3ImageReference,
        MiniMaxH3VideoReference,
    )

    if len(job.references) > MOST_THINGS:
        raise EngineFault("bad_request", f"more than {MOST_THINGS} pictures of things to show")
    things: list[Any] = [MiniMaxH3ImageReference(_trimmed(each)) for each in job.references]
    if job.run.task == "control":
        things.append(MiniMaxH3VideoReference(list(job.film), fps=float(job.run.rate.fps)))
    return things


def _trimmed(thing: "Image") -> "Image":
    """A picture without the white that was put around it to give it the film's shape, for here it
    may have its own. Where it is too long for the model it keeps what it needs."""
    from PIL import Image, ImageChops

    white = Image.new("RGB", thing.size, (255, 255, 255))
    box = ImageChops.difference(thing, white).getbbox()
    if box is None:
        return thing
    own = thing.crop(box)
    least = -(-max(own.size) // LONGEST_SIDE)
    ground = Image.new("RGB", (max(own.width, least), max(own.height, least)), (255, 255, 255))
    ground.paste(own, ((ground.width - own.width) // 2, (ground.height - own.height) // 2))
    return ground


FAMILY = MiniMaxH3()

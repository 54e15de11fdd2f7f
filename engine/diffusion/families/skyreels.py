"""SkyReels V2: from text, a first picture, a first and a last, or a film to go on from.

Its diffusion-forcing models do all of these, as long as one likes, window after window; the others
do one thing within a window.
"""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Any

import numpy as np
from msgspec.structs import replace

from engine.contract.models import Ability, Counts, Profile, Sizes, Task
from engine.contract.time import Rate
from engine.diffusion.families.family import Sound
from engine.diffusion.families.wan import UNWANTED
from engine.diffusion.jobs.job import Job
from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.pictures.decoding import decoded
from engine.diffusion.pictures.going_on import first_picture, frames_made, made_again, what_is_new

if TYPE_CHECKING:
    from PIL.Image import Image

TEXT, IMAGE = "SkyReelsV2Pipeline", "SkyReelsV2ImageToVideoPipeline"
FORCING: dict[str, str] = {
    "text": "SkyReelsV2DiffusionForcingPipeline",
    "image": "SkyReelsV2DiffusionForcingImageToVideoPipeline",
    "first_last": "SkyReelsV2DiffusionForcingImageToVideoPipeline",
    "extend": "SkyReelsV2DiffusionForcingVideoToVideoPipeline",
}
WINDOW, OVERLAP = 97, 17
"""Frames that the models were trained with, and how many of them a window takes from the last."""
LONGEST = 1457
"""Frames of a minute."""
NOISE = 20
"""Thousandths of noise on what a window takes from the last, against drift."""
BY_MOTION, BY_PICTURES = (8.0, 6.0), (5.0, 5.0)
"""How far noise levels are shifted, and the most guidance: from text or a film; from pictures."""
COUNTS = Counts(4, 1, 5, WINDOW)
WORDS = 512


class SkyReels:
    """Wan's parts under pipelines of their own."""

    name = "skyreels"

    def serves(self, folder: ModelFolder) -> bool:
        """Whether its class is one of those above."""
        return folder.pipeline in (TEXT, IMAGE, *FORCING.values())

    def ability(self, folder: ModelFolder) -> Ability:
        """No config tells a model for 540 rows from one for 720."""
        counts = replace(COUNTS, most=LONGEST) if _forces(folder) else COUNTS
        sizes, tasks = Sizes(16, 64, 1280 * 720, (960, 544)), self.tasks(folder)
        continued = tasks if folder.pipeline == IMAGE and "extend" in tasks else ()
        return Ability(tasks, counts, sizes, Rate(24), PROFILES, continued=continued, overlap=1)

    def tasks(self, folder: ModelFolder) -> tuple[Task, ...]:
        """Those that look at pictures look at two if they have places for the tokens of two, and
        then at no fewer."""
        if _forces(folder):
            return ("text", "image", "first_last", "extend")
        if folder.pipeline == TEXT:
            return ("text",)
        both = folder.config("transformer").get("pos_embed_seq_len")
        return ("first_last",) if both else ("image", "extend")

    def pipeline(self, folder: ModelFolder, task: Task) -> str:
        """The folder's own, or the diffusion-forcing one for the task."""
        return FORCING[task] if _forces(folder) else folder.pipeline

    def arguments(self, job: Job) -> dict[str, Any]:
        """The same for all tasks, what the task goes by, and how windows follow each other."""
        run, profile = job.run, job.profile
        common = {
            "prompt": job.prompt,
            "negative_prompt": job.negative or UNWANTED,
            "width": run.width,
            "height": run.height,
            "num_frames": frames_made(job, COUNTS, _again(job)),
            "num_inference_steps": profile.steps,
            "guidance_scale": min(profile.guidance, _schedule(job)[1]),
            "max_sequence_length": WORDS,
            **_windows(job),
        }
        match run.task:
            case "extend" if _forced(job):
                return {**common, "video": list(_again(job))}
            case "image" | "extend":
                return {**common, "image": first_picture(job)}
            case "first_last":
                return {**common, "image": job.first, "last_image": job.last}
            case _:
                return common

    def encode(self, pipe: Any, job: Job) -> dict[str, Any]:
        """The prompt and what is unwanted as the text encoder has them; one of the pipelines wants
        to hear that there is no prompt besides."""
        words, unwanted = pipe.encode_prompt(
            job.prompt,
            job.negative or UNWANTED,
            do_classifier_free_guidance=job.profile.guidance > 1,
            max_sequence_length=WORDS,
        )
        return {"prompt": None, "prompt_embeds": words, "negative_prompt_embeds": unwanted}

    def steps(self, job: Job) -> int:
        """Those of every window."""
        sizes = _windows(job)
        if "overlap_history" not in sizes:
            return job.profile.steps
        every, window, kept = (
            _latents(sizes[name]) for name in ("num_frames", "base_num_frames", "overlap_history")
        )
        return job.profile.steps * (1 + (every - window) // max(1, window - kept))

    @contextmanager
    def adjusted(self, pipe: Any, job: Job) -> Iterator[None]:
        """With the task's schedule, and with luck from the seed: NOISE is drawn past the generator
        that the pipeline is given."""
        import torch

        scheduler = pipe.scheduler
        shift, most = _schedule(job)
        guidance = min(job.profile.guidance, most)
        pipe.scheduler = type(scheduler).from_config(scheduler.config, flow_shift=shift)
        torch.manual_seed(job.seed)
        try:
            with _foretold(pipe, guidance) if _forced(job) else nullcontext():
                yield
        finally:
            pipe.scheduler = scheduler

    def pictures(self, pipe: Any, output: Any, job: Job) -> Iterator[np.ndarray]:
        """Without what was only gone by: the last picture, the earlier film."""
        latents = output.frames
        if job.run.task == "first_last" and _forced(job):
            latents = latents[:, :, :-1]
        pieces, again = decoded(pipe, latents), _again(job)
        yield from what_is_new(pieces, again, job) if again else _first(job.run.frames, pieces)

    def sound(self, pipe: Any, output: Any, job: Job) -> Sound | None:
        """It is silent."""
        return None


@contextmanager
def _foretold(pipe: Any, guidance: float) -> Iterator[None]:
    """With a scheduler that keeps where each step leads, x0 = x - sigma * velocity, as it would if
    the pipeline didn't copy it for each frame."""
    asked: list[Any] = []

    def look(_denoiser: Any, _: Any, given: dict[str, Any], answer: Any) -> None:
        asked.append(answer[0].float())
        if guidance > 1 and len(asked) == 1:
            return
        velocity = asked[-1] + guidance * (asked[0] - asked[-1])
        sigmas = given["timestep"].float()[:, None, :, None, None] / 1000
        pipe.scheduler.model_outputs = [given["hidden_states"].float() - sigmas * velocity]
        asked.clear()

    handle = pipe.transformer.register_forward_hook(look, with_kwargs=True)
    try:
        yield
    finally:
        handle.remove()


def _again(job: Job) -> "tuple[Image, ...]":
    """What is made again of an earlier film: 4k + 1 of its last frames, or the last."""
    return made_again(job, OVERLAP, 4) if _forced(job) else made_again(job)


def _schedule(job: Job) -> tuple[float, float]:
    """How far noise levels are shifted, and the most guidance."""
    with_picture: tuple[Task, ...] = ("image", "first_last", *(() if _forced(job) else ("extend",)))
    return BY_PICTURES if job.run.task in with_picture else BY_MOTION


def _windows(job: Job) -> dict[str, Any]:
    """How a diffusion-forcing pipeline goes about its windows, in frames.

    The earlier film's count, and those made come in fours after them. Between two pictures it all
    has to happen in one window.
    """
    if not _forced(job):
        return {}
    frames, kept = job.run.frames, OVERLAP
    if job.run.task == "first_last":
        return {"base_num_frames": frames}
    latents = _latents(frames)
    if job.run.task == "extend":
        kept = len(_again(job))
        latents = _latents(kept) + -(-frames // 4)
    window, every = even_windows(latents, _latents(kept))
    lengths = {"num_frames": 4 * every - 3, "base_num_frames": 4 * window - 3}
    if job.run.task != "extend" and window == every:
        return lengths
    return {**lengths, "overlap_history": kept, "addnoise_condition": NOISE}


def even_windows(latents: int, kept: int) -> tuple[int, int]:
    """The latent frames of each window, and of all windows without what each takes from the last.

    All are as long, for diffusers fails on a shorter last one that starts from a picture: so there
    can be a few more than asked.
    """
    longest = _latents(WINDOW)
    more = max(0, -(-(latents - longest) // (longest - kept)))
    window = -(-(latents + more * kept) // (more + 1))
    return window, window + more * (window - kept)


def _latents(frames: int) -> int:
    return (frames - 1) // 4 + 1


def _first(count: int, pieces: Iterator[np.ndarray]) -> Iterator[np.ndarray]:
    """So many pictures of a row of pieces."""
    for piece in pieces:
        if count > 0:
            yield piece[:count]
        count -= len(piece)


def _forced(job: Job) -> bool:
    assert job.folder is not None
    return _forces(job.folder)


def _forces(folder: ModelFolder) -> bool:
    return folder.pipeline in FORCING.values()


PROFILES = (Profile("quality", 50, 6.0), Profile("fast", 30, 6.0))
FAMILY = SkyReels()

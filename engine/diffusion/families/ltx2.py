"""LTX-2, 2.3 and 2.5: pictures and their sound together, from text, pictures or a film."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from engine.contract.events import EngineFault
from engine.contract.models import Ability, Counts, Sizes, Task
from engine.contract.time import Rate
from engine.diffusion.families.family import Sound
from engine.diffusion.families.ltx2_profiles import (
    doubler_of,
    image_crf,
    is_first_version,
    profiles,
)
from engine.diffusion.jobs.job import Job
from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.pictures.colour_drift import new_pictures
from engine.diffusion.pictures.decoding import as_pictures
from engine.diffusion.pictures.ltx_stretches import stretches

PIPELINES: dict[str, str] = {
    "text": "LTX2Pipeline",
    "image": "LTX2ConditionPipeline",
    "first_last": "LTX2ConditionPipeline",
    "keyframes": "LTX2ConditionPipeline",
    "extend": "LTX2ConditionPipeline",
    "video": "LTX2InContextPipeline",
}
SERVED = {*PIPELINES.values(), "LTX2ImageToVideoPipeline", "LTX2DFRPipeline"}
UNUSED = ("prompt_enhancer", "processor", "duration_head")
"""Parts of LTX-2.5 that rewrite prompts and choose lengths: several GB."""
TASKS: tuple[Task, ...] = ("text", "image", "first_last", "keyframes", "video", "extend")
PIXELS = 3840 * 2176
UNWANTED = "worst quality, inconsistent motion, blurry, jittery, distorted"
WORDS = 1024
"""Tokens of a prompt that the models were trained with."""
EVERY = 8
"""Pictures in a latent frame; the film's first latent frame is one picture."""
OVERLAP = 25
"""Pictures of the film before that an extension goes on from, at most."""


class Ltx2:
    """All of LTX-2; its pipelines hold the same components."""

    name = "ltx2"

    def serves(self, folder: ModelFolder) -> bool:
        """Whether its class is one of those above, or another over the same components."""
        return folder.pipeline in SERVED

    def ability(self, folder: ModelFolder) -> Ability:
        """Where something doubles latents, half of a side has to be legal too."""
        step, usual = (64, (1536, 1024)) if doubler_of(folder) else (32, (768, 512))
        return Ability(
            TASKS,
            Counts(EVERY, 1, 9, 481),
            Sizes(step, 2 * step, PIXELS, usual),
            Rate(24),
            profiles(folder),
            sound=True,
            continued=TASKS,
            overlap=OVERLAP,
        )

    def pipeline(self, folder: ModelFolder, task: Task) -> str:
        """The class that serves the task."""
        return PIPELINES[task]

    def parts(self, folder: ModelFolder) -> dict[str, Any]:
        """Nothing in place of what isn't needed here."""
        return {name: None for name in UNUSED if folder.has(name)}

    def arguments(self, job: Job) -> dict[str, Any]:
        """Of the film, or of its half-sized beginning. Raises EngineFault."""
        if job.run.frames % EVERY != 1 and not _tail(job):
            # The pipelines would make fewer pictures, but as much sound as was asked for.
            raise EngineFault("model_unfit", f"it makes 8k+1 frames, not {job.run.frames}")
        small = 2 if job.profile.second else 1
        first = {**_common(job), **_schedule(job), **_goes_by(job)}
        return {**first, "width": job.run.width // small, "height": job.run.height // small}

    @contextmanager
    def adjusted(self, pipe: Any, job: Job) -> Iterator[None]:
        """Distilled noise levels are meant as they are: schedules of other weights bend them."""
        kept = {
            name: part for name, part in pipe.components.items() if "scheduler" in name and part
        }
        try:
            if job.profile.sigmas:
                for name, part in kept.items():
                    plain = {"use_dynamic_shifting": False, "shift_terminal": None}
                    setattr(pipe, name, type(part).from_config(part.config, **plain))
            yield
        finally:
            for name, part in kept.items():
                setattr(pipe, name, part)

    def finishing(self, pipe: Any, output: Any, job: Job) -> dict[str, Any] | None:
        """The second stage begins with the first one's pictures at twice their size and with its
        sound, noised anew. A film to go by has done its work in the first."""
        if not job.profile.second:
            return None
        return {
            **_common(job),
            **_unguided(),
            "sigmas": list(job.profile.second),
            "noise_scale": job.profile.second[0],
            "latents": _doubled(pipe, output.frames, job),
            "audio_latents": output.audio,
            "width": job.run.width,
            "height": job.run.height,
            **_pictures_at(job),
        }

    def encode(self, pipe: Any, job: Job) -> dict[str, Any]:
        """The prompt and what is unwanted as the text encoder has them."""
        common = _common(job)
        read = pipe.encode_prompt(
            common["prompt"],
            common["negative_prompt"],
            do_classifier_free_guidance=job.profile.guidance > 1,
            max_sequence_length=WORDS,
        )
        names = ("prompt_embeds", "prompt_attention_mask")
        names += tuple(f"negative_{name}" for name in names)
        return dict(zip(names, read, strict=True))

    def pictures(self, pipe: Any, output: Any, job: Job) -> Iterator[np.ndarray]:
        """Stretch by stretch where the autoencoder tiles, else at once."""
        import torch

        vae, before = pipe.vae, _tail(job)
        latents = output.frames.to(pipe._execution_device, vae.dtype)
        moment = torch.zeros(1).to(latents) if vae.config.timestep_conditioning else None
        pieces = map(as_pictures, stretches(vae, latents, moment))
        yield from new_pictures(pieces, before, job.run.frames) if before else pieces

    def sound(self, pipe: Any, output: Any, job: Job) -> Sound:
        """As long as the pictures: what the vocoder makes can be 30 ms off, for a latent of sound
        holds 40 ms."""
        import torch

        latents = output.audio.to(pipe._execution_device, pipe.audio_vae.dtype)
        with torch.no_grad():
            waves = pipe.vocoder(pipe.audio_vae.decode(latents).sample)
        rate = pipe.vocoder.config.output_sampling_rate
        before, count = (
            round(job.run.rate.seconds(frames) * rate)
            for frames in (len(_tail(job)), job.run.frames)
        )
        whole = waves[0].float().clamp(-1, 1).T.cpu().numpy()[: before + count]
        whole = np.pad(whole, ((0, before + count - len(whole)), (0, 0)))
        return Sound(whole[before:], rate, whole[:before])


def _common(job: Job) -> dict[str, Any]:
    return {
        "prompt": job.prompt,
        "negative_prompt": job.negative or UNWANTED,
        "num_frames": _frames(job),
        "frame_rate": float(job.run.rate.fps),
        "max_sequence_length": WORDS,
        "use_cross_timestep": not is_first_version(_folder(job)),
    }


def _schedule(job: Job) -> dict[str, Any]:
    """How the weights want to be run: distilled ones at their noise levels and unguided."""
    profile = job.profile
    steps = {"num_inference_steps": profile.steps - len(profile.second)}
    if profile.sigmas:
        steps = {"sigmas": list(profile.sigmas)}
    return {**steps, **(_guided(job) if profile.guidance > 1 else _unguided())}


def _unguided() -> dict[str, Any]:
    """Every kind of guidance off: by default diffusers has them all on, four passes a step."""
    values: dict[str, Any] = {"spatio_temporal_guidance_blocks": None}
    for branch in ("", "audio_"):
        values[f"{branch}guidance_scale"] = 1.0
        values[f"{branch}stg_scale"] = 0.0
        values[f"{branch}modality_scale"] = 1.0
        values[f"{branch}guidance_rescale"] = 0.0
    return values


def _guided(job: Job) -> dict[str, Any]:
    """As Lightricks runs them. Where a denoiser can't leave out the attention of a block, guidance
    by leaving it out changes nothing and costs a pass."""
    denoiser = _folder(job).config("transformer")
    values: dict[str, Any] = {"guidance_scale": job.profile.guidance, "audio_guidance_scale": 7.0}
    block = 29 if is_first_version(_folder(job)) else 28
    leaves_out = bool(denoiser.get("perturbed_attn"))
    values["spatio_temporal_guidance_blocks"] = (
        [min(block, denoiser.get("num_layers", 48) - 1)] if leaves_out else None
    )
    for branch in ("", "audio_"):
        values[f"{branch}stg_scale"] = 1.0 if leaves_out else 0.0
        values[f"{branch}modality_scale"] = 3.0
        values[f"{branch}guidance_rescale"] = 0.7
    return values


def _goes_by(job: Job) -> dict[str, Any]:
    """The pictures that show at certain moments, and the film that the whole goes by."""
    if job.run.task != "video":
        return _pictures_at(job)
    if not job.film:
        raise EngineFault("bad_request", job.run.task)
    from diffusers.pipelines.ltx2.pipeline_ltx2_ic_lora import LTX2ReferenceCondition

    reference = LTX2ReferenceCondition(list(job.film), strength=1.0 - job.run.strength)
    return {**_pictures_at(job), "reference_conditions": [reference]}


def _pictures_at(job: Job) -> dict[str, Any]:
    from diffusers.pipelines.ltx2.pipeline_ltx2_condition import LTX2VideoCondition

    if job.run.task == "text":
        return {}
    tail = _tail(job)
    shown: dict[int, Any] = {
        latent_frame(len(tail) + moment): frame for moment, frame in _moments(job).items()
    }
    if tail:
        shown[0] = tail
    if not shown and job.run.task != "video":
        raise EngineFault("bad_request", job.run.task)
    # The pipeline looks this up in its text encoder, which may have been put away by then.
    crf = image_crf(_folder(job))
    return {
        "conditions": [LTX2VideoCondition(what, place, crf=crf) for place, what in shown.items()]
    }


def _moments(job: Job) -> dict[int, Any]:
    ends = {0: None if job.before else job.first, job.run.frames - 1: job.last}
    given = {moment: end for moment, end in ends.items() if end is not None}
    return {**dict(job.keyframes), **given}


def _tail(job: Job) -> list[Any]:
    """What is gone on from and left out: the last 8k + 1 pictures of the film before, if any."""
    film = job.film if job.run.task == "extend" else job.before
    count = (min(OVERLAP, len(film)) - 1) // EVERY * EVERY + 1
    return list(film[-count:]) if film else []


def _frames(job: Job) -> int:
    """What is gone on from is made again, and as many pictures more as 8k + 1 wants."""
    made = len(_tail(job)) + job.run.frames
    return -(-(made - 1) // EVERY) * EVERY + 1


def latent_frame(moment: int) -> int:
    """The latent frame that holds a picture: a condition's index counts these, not pictures."""
    return (moment + EVERY - 1) // EVERY


def _doubled(pipe: Any, latents: Any, job: Job) -> Any:
    """Latents in the autoencoder's own scale at twice their sides."""
    import torch
    from diffusers.pipelines.ltx2.latent_upsampler import LTX2LatentUpsamplerModel

    place = doubler_of(_folder(job))
    if place is None:
        raise EngineFault("model_damaged", _folder(job).path.name, "nothing doubles its latents")
    doubler = LTX2LatentUpsamplerModel.from_pretrained(
        place, torch_dtype=pipe.vae.dtype, use_safetensors=True, local_files_only=True
    )
    with torch.no_grad():
        doubler.to(pipe._execution_device)
        return doubler(latents.to(pipe._execution_device, doubler.dtype)).float()


def _folder(job: Job) -> ModelFolder:
    if job.folder is None:
        raise ValueError("LTX-2 is run as its folder's configs say")
    return job.folder


FAMILY = Ltx2()

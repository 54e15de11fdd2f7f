"""Starts Wan's text pipeline from a film: for the models that diffusers' own pipeline for films
does not run, which have two experts or a noise level for each token.

It is what that pipeline does (diffusers/pipelines/wan/pipeline_wan_video2video.py): the film's
latents are noised as far as its strength says, and denoised from there.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from engine.diffusion.jobs.job import Job
from engine.diffusion.pictures.decoding import beside, normalised


@contextmanager
def started_from_film(pipe: Any, job: Job) -> Iterator[None]:
    """While inside, the pipeline begins at the job's film instead of at noise."""
    kept = pipe.scheduler
    pipe.scheduler = scheduler = _late(kept, job.run.strength)

    def noised(_batch: int, _channels: int, *sides_and_more: Any) -> Any:
        *_, dtype, device, generator, _latents = sides_and_more
        return _noised(pipe, scheduler, job, dtype, device, generator)

    pipe.prepare_latents = noised
    try:
        yield
    finally:
        pipe.scheduler = kept
        del pipe.prepare_latents


def _late(scheduler: Any, strength: float) -> Any:
    """The same scheduler, its first levels left out: all but this part of them."""
    kind = type(scheduler)

    class Late(kind):
        def set_timesteps(self, count: int, **named: Any) -> None:
            super().set_timesteps(count, **named)
            left_out = count - max(1, int(count * strength))
            self.timesteps = self.timesteps[left_out:]
            self.sigmas = self.sigmas[left_out:]

    return Late.from_config(scheduler.config)


def _noised(pipe: Any, scheduler: Any, job: Job, dtype: Any, device: Any, generator: Any) -> Any:
    """The film's latents with the noise of the first level."""
    import torch
    from diffusers.utils.torch_utils import randn_tensor

    size = {"height": job.run.height, "width": job.run.width}
    film = pipe.video_processor.preprocess_video(list(job.film), **size)
    with torch.no_grad():
        latents = pipe.vae.encode(beside(pipe.vae, film)).latent_dist.mode()
    latents = normalised(pipe.vae, latents.to(device, dtype))
    noise = randn_tensor(latents.shape, generator=generator, device=device, dtype=dtype)
    if hasattr(scheduler, "add_noise"):
        return scheduler.add_noise(latents, noise, scheduler.timesteps[:1])
    return scheduler.scale_noise(latents, scheduler.timesteps[:1], noise)

"""Calls a pipeline for a job: the same call for every family, with each step watched."""

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from engine.diffusion.embeddings import moved
from engine.diffusion.families.family import CountsSteps, Family, Finishes, adjusted
from engine.diffusion.jobs.job import Job
from engine.diffusion.placing.step_cache import step_cache

REPLACED = ("prompt", "negative_prompt")


class Watcher(Protocol):
    """Who is told of each step."""

    def stepped(self, pipe: Any, steps: int, latents: Any) -> None:
        """One of `steps` steps is done. `latents` are as the pipeline holds them, still noisy;
        None where it doesn't show them."""
        ...


def sampled(
    family: Family, pipe: Any, job: Job, embeddings: dict[str, Any], watcher: Watcher
) -> Any:
    """The pipeline's output, latents where it can give them: the same bits as a plain call with a
    generator seeded like the job, on the CPU."""
    import torch

    arguments = _worded(family.arguments(job), moved(embeddings, pipe._execution_device))
    common: dict[str, Any] = {"generator": torch.Generator("cpu").manual_seed(job.seed)}
    with adjusted(family, pipe, job):
        steps = family.steps(job) if isinstance(family, CountsSteps) else None
        first = {"output_type": "latent", **arguments, **common}
        output = _called(pipe, first, job, watcher, steps)
        more = family.finishing(pipe, output, job) if isinstance(family, Finishes) else None
        if more is None:
            return output
        more = _worded(more, moved(embeddings, pipe._execution_device))
        return _called(pipe, {"output_type": "latent", **more, **common}, job, watcher)


def _worded(arguments: dict[str, Any], embeddings: dict[str, Any]) -> dict[str, Any]:
    if not embeddings:
        return arguments
    rest = {name: value for name, value in arguments.items() if name not in REPLACED}
    return {**rest, **embeddings}


def _called(
    pipe: Any, arguments: dict[str, Any], job: Job, watcher: Watcher, steps: int | None = None
) -> Any:
    """Leaves out what the pipeline doesn't take."""
    parameters = inspect.signature(pipe.__call__).parameters
    if any(each.kind is each.VAR_KEYWORD for each in parameters.values()):
        fitting = arguments
    else:
        for name in ("output_type", "generator"):
            if name not in parameters:
                arguments.pop(name, None)
        fitting = arguments
    with step_cache(pipe, job.profile.cache):
        if "callback_on_step_end" in parameters:
            return pipe(**fitting, callback_on_step_end=_callback(watcher, job, steps))
        with _counted(pipe, job, watcher):
            return pipe(**fitting)


def _callback(watcher: Watcher, job: Job, every: int | None) -> Callable[..., dict[str, Any]]:
    """A pipeline that is called twice knows the steps of one call only; of a film that it makes in
    pieces, those of one piece. `every` counts all where the family knows."""

    def stepped(pipe: Any, _number: int, _moment: Any, tensors: dict[str, Any]) -> dict[str, Any]:
        steps = every or (job.profile.steps if job.profile.second else pipe.num_timesteps)
        watcher.stepped(pipe, steps, tensors.get("latents"))
        return tensors

    return stepped


@contextmanager
def _counted(pipe: Any, job: Job, watcher: Watcher) -> Iterator[None]:
    """For pipelines that call nobody back: a new noise level at the denoiser is a new step."""
    denoiser = pipe.components.get("transformer")
    if denoiser is None:
        yield
        return
    levels: list[float] = []

    def look(module: Any, given: tuple[Any, ...], named: dict[str, Any]) -> None:
        moment = named.get("timestep", given[1] if len(given) > 1 else None)
        level = float(moment.flatten()[0]) if hasattr(moment, "flatten") else float(moment or 0)
        if levels and level != levels[-1]:
            watcher.stepped(pipe, job.profile.steps, _noisy(module, named))
        levels.append(level)

    handle = denoiser.register_forward_pre_hook(look, with_kwargs=True)
    try:
        yield
        watcher.stepped(pipe, job.profile.steps, None)
    finally:
        handle.remove()


def _noisy(denoiser: Any, named: dict[str, Any]) -> Any:
    """What a denoiser is given to denoise, without what it goes by beside it; None where that isn't
    (films, channels, frames, height, width)."""
    latents, made = named.get("hidden_states"), denoiser.config.get("out_channels")
    if made is None or getattr(latents, "ndim", 0) != 5:
        return None
    return latents[:1, :made]

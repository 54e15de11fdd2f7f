"""Prompts as text encoders have them, kept so that a prompt is read only once."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Any

from engine.diffusion.families.family import Family, ReadsApart
from engine.diffusion.jobs.job import Job

KEPT = 64
ROOM = 2 << 30


class Embeddings:
    """The latest prompts of whatever models, on the CPU: mostly a few MB each, but up to 800 MB of
    LTX-2's, whose denoiser sees what every layer of its reader thought."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[object, ...], dict[str, Any]] = OrderedDict()

    def take(self, model: str, job: Job, reading: Callable[[], dict[str, Any]]) -> dict[str, Any]:
        """What the model calls these words, read only where that isn't known."""
        key = (model, job.prompt, job.negative, job.profile.guidance > 1)
        if key not in self._kept:
            self._kept[key] = moved(reading(), "cpu")
        self._kept.move_to_end(key)
        while len(self._kept) > 1 and (len(self._kept) > KEPT or self._size() > ROOM):
            self._kept.popitem(last=False)
        return self._kept[key]

    def _size(self) -> int:
        values = (value for kept in self._kept.values() for value in kept.values())
        return sum(getattr(value, "nbytes", 0) for value in values)


def read(family: Family, pipe: Any, job: Job) -> dict[str, Any]:
    """What the pipeline's text encoders make of the job's words; {} where the family can't tell
    them apart from the rest of the call."""
    import torch

    if not isinstance(family, ReadsApart):
        return {}
    with torch.no_grad():
        return family.encode(pipe, job)


def moved(embeddings: dict[str, Any], device: Any) -> dict[str, Any]:
    """The same on another device."""
    return {
        name: value.to(device) if hasattr(value, "to") else value
        for name, value in embeddings.items()
    }

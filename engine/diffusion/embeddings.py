"""Prompts as text encoders have them, kept so that a prompt is read only once."""

from collections import OrderedDict
from typing import Any

from engine.diffusion.families.family import Family
from engine.diffusion.job import Job

KEPT = 64
REPLACED = ("prompt", "negative_prompt")


class Embeddings:
    """The latest prompts of whatever models, on the CPU: a few MB each."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[object, ...], dict[str, Any]] = OrderedDict()

    def has(self, model: str, job: Job) -> bool:
        """Whether this model has read these words."""
        return _key(model, job) in self._kept

    def put_in(
        self, arguments: dict[str, Any], model: str, family: Family, pipe: Any, job: Job
    ) -> dict[str, Any]:
        """The arguments with embeddings in place of words, where the family reads them apart."""
        encode = getattr(family, "encode", None)
        if encode is None:
            return arguments
        key = _key(model, job)
        if key not in self._kept:
            self._kept[key] = _moved(encode(pipe, job), "cpu")
        self._kept.move_to_end(key)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        rest = {name: value for name, value in arguments.items() if name not in REPLACED}
        return {**rest, **_moved(self._kept[key], pipe._execution_device)}


def _key(model: str, job: Job) -> tuple[object, ...]:
    return model, job.prompt, job.negative, job.profile.guidance > 1


def _moved(embeddings: dict[str, Any], device: Any) -> dict[str, Any]:
    return {
        name: value.to(device) if hasattr(value, "to") else value
        for name, value in embeddings.items()
    }

"""What a family of models is to the engine: what its folders can make, and how it is called.

A family is one file beside this one. Everything in it can be imported without torch; whatever needs
torch imports it inside a function, which only the maker child calls.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any, Protocol, runtime_checkable

import numpy as np

from engine.contract.models import Ability, Precision, Task
from engine.diffusion.jobs.job import Job
from engine.diffusion.model_folder import ModelFolder


@dataclass(frozen=True)
class Sound:
    """`samples` is float32 (count, 2) from -1 to 1 at `rate` samples a second. `ahead` is what
    sounds before them, along what was made again of a film that was gone on from."""

    samples: np.ndarray
    rate: int
    ahead: np.ndarray = field(default_factory=lambda: np.empty((0, 2), np.float32))

    def until(self, seconds: Fraction) -> "Sound":
        """Only its first so many seconds."""
        return replace(self, samples=self.samples[: round(seconds * self.rate)])


class Family(Protocol):
    """One family over diffusers' own pipelines."""

    name: str

    def serves(self, folder: ModelFolder) -> bool:
        """Whether this family runs the model in the folder."""
        ...

    def ability(self, folder: ModelFolder) -> Ability:
        """What the model can make, by its class and its components' configs."""
        ...

    def pipeline(self, folder: ModelFolder, task: Task) -> str:
        """The name of diffusers' class that serves the task with the folder's components."""
        ...

    def arguments(self, job: Job) -> dict[str, Any]:
        """What the pipeline is called with, but for the generator, the callback and the kind of
        output: these are the same for every family and given to it as latents wherever its
        pipeline can."""
        ...

    def pictures(self, pipe: Any, output: Any, job: Job) -> Iterator[np.ndarray]:
        """The film's pictures from the pipeline's output, uint8 RGB (some, height, width, 3), piece
        by piece, so that no more than a piece is decoded at a time where the decoder allows it."""
        ...

    def sound(self, pipe: Any, output: Any, job: Job) -> Sound | None:
        """The film's sound where the family makes one."""
        ...


class LoadsItself(Protocol):
    """What a family has besides where diffusers can't load its pipelines by the name of a class."""

    def load(self, folder: ModelFolder, task: Task, precision: Precision) -> Any:
        """Something that is called, moved and taken apart (`components`) like diffusers' own
        pipelines, on the CPU: from this folder's safetensors alone, with nothing looked up
        elsewhere. Tasks with the same `pipeline` share it. Raises OSError and ValueError."""
        ...


@runtime_checkable
class BringsParts(Protocol):
    """What a family has besides where diffusers can't load a component as the folder says."""

    def parts(self, folder: ModelFolder) -> dict[str, Any]:
        """These components, which loading takes as they are. Raises OSError and ValueError."""
        ...


@runtime_checkable
class Adjusts(Protocol):
    """What a family has besides where a pipeline takes something as a part of itself, and not as an
    argument."""

    def adjusted(self, pipe: Any, job: Job) -> AbstractContextManager[None]:
        """While inside, the pipeline is as the job needs it; afterwards it is as before."""
        ...


def adjusted(family: Family, pipe: Any, job: Job) -> AbstractContextManager[None]:
    """Around every call of a pipeline, but not around pictures() and sound()."""
    return family.adjusted(pipe, job) if isinstance(family, Adjusts) else nullcontext()


@runtime_checkable
class Finishes(Protocol):
    """What a family has besides where a film may take a second call of its pipeline."""

    def finishing(self, pipe: Any, output: Any, job: Job) -> dict[str, Any] | None:
        """What the pipeline is called with to finish what the first call made, with the same
        generator, callback and kind of output; None where the film is finished."""
        ...


@runtime_checkable
class ReadsApart(Protocol):
    """What a family has besides where its text encoders can be asked before the rest is called, and
    then be left out."""

    def encode(self, pipe: Any, job: Job) -> dict[str, Any]:
        """Arguments that take the place of `prompt` and `negative_prompt`. They depend on nothing
        of the job but its words and whether it is guided."""
        ...


@runtime_checkable
class CountsSteps(Protocol):
    """What a family has besides where its pipelines make a film piece after piece, each with steps
    of its own."""

    def steps(self, job: Job) -> int:
        """How often the pipeline calls back for the whole film."""
        ...

"""A loaded model in the place that a forecast has chosen for it."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from engine.contract.models import Forecast, Profile, Task, Weights
from engine.diffusion.embeddings import read
from engine.diffusion.families.family import Family, ReadsApart
from engine.diffusion.jobs.job import Job
from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.placing import placement
from engine.diffusion.placing.loader import Loaded, import_classes


class PlacedModel:
    """The model of these weights, run as this profile wants it in the way of this forecast.

    Where a model lies on a card as a whole, its text encoders are there only while they read.
    """

    def __init__(
        self, family: Family, weights: Weights, profile: Profile, forecast: Forecast
    ) -> None:
        self.family, self.forecast = family, forecast
        self._made_of = (weights, _adapters(weights, profile))
        single = Path(weights.transformer) if weights.transformer else None
        folder = ModelFolder(Path(weights.folder))
        self._loaded = Loaded(folder, family, forecast.precision, single, self._made_of[1])
        self._aside: dict[str, Any] = {}

    def suits(self, weights: Weights, profile: Profile, forecast: Forecast) -> bool:
        """Whether it is just what would be loaded for these."""
        same = (weights, _adapters(weights, profile)) == self._made_of
        return same and _placing(forecast) == _placing(self.forecast)

    def import_classes(self, task: Task) -> None:
        """Do what must not be broken off before the pipeline is asked for."""
        folder = self._loaded.folder
        import_classes(folder, self.family.pipeline(folder, task))

    def pipe(self, task: Task, forecast: Forecast) -> Any:
        """The pipeline for a task, in its place. Raises EngineFault as Loaded does, and whatever
        says that memory ran out."""
        pipe = self._loaded.pipe(task, self._aside)
        self._set_aside(pipe)
        placement.apply(pipe, forecast)
        return pipe

    def read(self, pipe: Any, job: Job) -> dict[str, Any]:
        """The job's words as the text encoders have them."""
        with contextlib.ExitStack() as lent:
            for name, part in self._aside.items():
                lent.enter_context(_lent(part, self.forecast.device))
                setattr(pipe, name, part)
                lent.callback(setattr, pipe, name, None)
            return read(self.family, pipe, job)

    def _set_aside(self, pipe: Any) -> None:
        whole = self.forecast.device != "cpu" and self.forecast.offload == "none"
        if not whole or not isinstance(self.family, ReadsApart):
            return
        for name, part in list(pipe.components.items()):
            if name.startswith("text_encoder") and part is not None:
                self._aside[name] = part
                setattr(pipe, name, None)


@contextlib.contextmanager
def _lent(part: Any, device: str) -> Iterator[None]:
    """The part is on the device while inside. Its weights stay here as well, unless the device has
    the same memory: to copy them back takes longer than to read with them."""
    kept = [] if device == "mps" else [(weights, weights.data) for weights in part.parameters()]
    try:
        part.to(device)
        yield
    finally:
        for weights, here in kept:
            weights.data = here
        part.to("cpu")


def _adapters(weights: Weights, profile: Profile) -> tuple[Path, ...]:
    """The LoRA files to lay over the weights, in order."""
    own = (Path(weights.adapter),) if weights.adapter else ()
    of_profile = (Path(weights.folder) / profile.adapter,) if profile.adapter else ()
    return (*own, *of_profile)


def _placing(forecast: Forecast) -> tuple[object, ...]:
    """What of a forecast can't be changed once a model is in its place."""
    return forecast.device, forecast.precision, forecast.offload, forecast.compiled

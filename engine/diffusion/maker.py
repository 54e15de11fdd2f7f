"""Makes takes with diffusion models, one at a time, and keeps the last model loaded."""

import gc
import inspect
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from engine.contract.events import EngineFault
from engine.contract.making import Made, MakeProgress, Making
from engine.contract.media_facts import MediaFacts
from engine.contract.models import Forecast
from engine.contract.shot import Recipe
from engine.diffusion.cancelling import Brake
from engine.diffusion.embeddings import Embeddings
from engine.diffusion.families.registry import family_of
from engine.diffusion.fitness import check_run, profile_of
from engine.diffusion.job import Job
from engine.diffusion.job_loading import job_of
from engine.diffusion.loader import Loaded, quiet_libraries
from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.take_course import TakeCourse
from engine.diffusion.take_writing import TakeWriter, check_place
from engine.version import VERSION

Plan = Callable[[Making], Forecast]


def on_processor(_making: Making) -> Forecast:
    """The plainest way to run any model: in full precision on the processor."""
    return Forecast(0.0, 0, 0, "cpu", "float32", "none")


class Maker:
    """`plan` says how a making is to run on this machine. Importing what models need is done here.

    Use from one thread at a time.
    """

    def __init__(self, plan: Plan = on_processor) -> None:
        quiet_libraries()
        self._plan = plan
        self._loaded: Loaded | None = None
        self._embeddings = Embeddings()

    def make(
        self, making: Making, report: Callable[[MakeProgress], None], stop: threading.Event
    ) -> Made:
        """Make the take at its path.

        Raises Stopped within a second after `stop` is set, and EngineFault; both leave no file,
        and the next take is made as if nothing had been.
        """
        brake, course = Brake(stop), TakeCourse(report)
        check_place(making.path)
        folder = _folder(making)
        family = family_of(folder)
        ability = family.ability(folder)
        check_run(making.run, ability)
        job = job_of(making, profile_of(making, ability))
        course.begin("loading")
        loaded = self._model(folder, self._plan(making), brake)
        facts, recipe = self._made(making, loaded, job, course, brake, stop)
        return Made(facts, recipe)

    def _model(self, folder: ModelFolder, forecast: Forecast, brake: Brake) -> Loaded:
        kept = self._loaded
        if kept and kept.folder.path == folder.path and kept.precision == forecast.precision:
            return kept
        self._loaded = None
        gc.collect()
        self._loaded = Loaded(folder, family_of(folder), forecast.precision)
        return self._loaded

    def _made(
        self,
        making: Making,
        loaded: Loaded,
        job: Job,
        course: TakeCourse,
        brake: Brake,
        stop: threading.Event,
    ) -> tuple[MediaFacts, Recipe]:
        family = loaded.family
        with brake.anywhere():
            pipe = loaded.pipe(job.run.task)
        with brake.on(pipe):
            output = self._called(pipe, making, loaded, job, course)
            sound = family.sound(pipe, output, job)
            recipe = Recipe(making.request, VERSION, making.weights.fingerprint, making.run)
            with TakeWriter(making, recipe, sound) as writer:
                course.begin("decoding")
                for piece in family.pictures(pipe, output, job):
                    brake.heed()
                    writer.add(piece)
                    course.step()
                course.begin("writing")
                return writer.place(stop), recipe

    def _called(
        self, pipe: Any, making: Making, loaded: Loaded, job: Job, course: TakeCourse
    ) -> Any:
        import torch

        course.begin("encoding")
        arguments = self._embeddings.put_in(
            loaded.family.arguments(job), making.weights.fingerprint, loaded.family, pipe, job
        )
        course.begin("denoising")
        known = inspect.signature(pipe.__call__).parameters
        if "output_type" in known:
            arguments.setdefault("output_type", "latent")
        if "callback_on_step_end" in known:
            arguments["callback_on_step_end"] = _Steps(course, job)
        if "generator" in known:
            arguments["generator"] = torch.Generator("cpu").manual_seed(job.seed)
        return pipe(**arguments)


class _Steps:
    """A pipeline's callback after each step."""

    def __init__(self, course: TakeCourse, job: Job) -> None:
        self._course, self._job = course, job

    def __call__(
        self, pipe: Any, number: int, _moment: Any, tensors: dict[str, Any]
    ) -> dict[str, Any]:
        if number == 0:
            self._course.expect(pipe.num_timesteps, 1)
        self._course.step()
        return tensors


def _folder(making: Making) -> ModelFolder:
    path = Path(making.weights.folder)
    if not path.is_dir():
        raise EngineFault("model_missing", path.name)
    return ModelFolder(path)

"""Makes takes with diffusion models, one at a time, and keeps the last model loaded."""

import gc
import threading
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from engine.contract.events import EngineFault
from engine.contract.making import Made, MakeProgress, Making
from engine.contract.media_facts import MediaFacts
from engine.contract.models import Forecast
from engine.contract.shot import ModelRun, Recipe
from engine.diffusion.cancelling import Brake
from engine.diffusion.embeddings import Embeddings, read
from engine.diffusion.estimate import Colours, Denoised, Fitting, preview
from engine.diffusion.families.registry import family_of
from engine.diffusion.fitness import check_run, profile_of
from engine.diffusion.job import Job
from engine.diffusion.job_loading import job_of
from engine.diffusion.loader import Loaded, quiet_libraries
from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.sampling import sampled
from engine.diffusion.take_course import Paces, TakeCourse
from engine.diffusion.take_writing import TakeWriter, check_place
from engine.version import VERSION

Plan = Callable[[Making], Forecast]
Report = Callable[[MakeProgress], None]


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
        self._colours: dict[str, Colours] = {}
        self._paces: defaultdict[str, Paces] = defaultdict(dict)

    def make(self, making: Making, report: Report, stop: threading.Event) -> Made:
        """Make the take at its path.

        Raises Stopped within a second after `stop` is set, and EngineFault; both leave no file,
        and the next take is made as if nothing had been.
        """
        check_place(making.path)
        folder = _folder(making)
        ability = family_of(folder).ability(folder)
        check_run(making.run, ability)
        profile = profile_of(making, ability)
        paces = self._paces[f"{making.weights.fingerprint} {profile}"]
        course = TakeCourse(report, _megapixels(making.run), paces)
        course.expect(profile.steps)
        course.begin("loading")
        brake = Brake(stop)
        job = job_of(making, profile, folder, brake.heed)
        loaded = self._model(folder, self._plan(making))
        take = _Take(making, job, loaded, course, self._colours)
        with brake.anywhere():
            pipe = loaded.pipe(job.run.task)
        with brake.on(pipe):
            facts = take.made(pipe, self._embeddings, brake, stop)
        return Made(facts, take.recipe)

    def _model(self, folder: ModelFolder, forecast: Forecast) -> Loaded:
        kept = self._loaded
        if kept and kept.folder.path == folder.path and kept.precision == forecast.precision:
            return kept
        self._loaded = None
        gc.collect()
        self._loaded = Loaded(folder, family_of(folder), forecast.precision)
        return self._loaded


class _Take:
    """One take on its way through the stages."""

    def __init__(
        self,
        making: Making,
        job: Job,
        loaded: Loaded,
        course: TakeCourse,
        colours: dict[str, Colours],
    ) -> None:
        self._making, self._job, self._family = making, job, loaded.family
        self._course, self._colours = course, colours
        self._denoised, self._steps = Denoised(job.run), 0
        self._latents: np.ndarray | None = None
        self._model = making.weights.fingerprint
        self.recipe = Recipe(making.request, VERSION, self._model, making.run)

    def made(
        self, pipe: Any, embeddings: Embeddings, brake: Brake, stop: threading.Event
    ) -> MediaFacts:
        """The take's file, in its place."""
        family, job, course = self._family, self._job, self._course
        course.begin("encoding")
        words = embeddings.take(self._model, job, lambda: read(family, pipe, job))
        course.begin("denoising")
        output = sampled(family, pipe, job, words, self)
        course.begin("decoding")
        sound = family.sound(pipe, output, job)
        with TakeWriter(self._making, self.recipe, sound) as writer:
            self._decode(pipe, output, writer, brake)
            course.begin("writing")
            return writer.place(stop)

    def stepped(self, pipe: Any, steps: int, latents: Any) -> None:
        """A step of denoising is done."""
        self._steps += 1
        self._course.expect(max(steps, self._steps))
        estimate = None if latents is None else self._denoised.after(pipe, latents)
        shown = b""
        if estimate is not None:
            shown, self._latents = preview(self._colours.get(self._model), estimate), estimate
        self._course.reach(min(1.0, self._steps / steps), shown)

    def _decode(self, pipe: Any, output: Any, writer: TakeWriter, brake: Brake) -> None:
        frames, fitting = self._job.run.frames, None
        if self._latents is not None and self._model not in self._colours:
            fitting = Fitting(self._latents, frames)
        for pictures in self._family.pictures(pipe, output, self._job):
            brake.heed()
            writer.add(pictures)
            if fitting:
                fitting.add(pictures)
            self._course.reach(writer.frames / frames)
        if fitting and (colours := fitting.colours()):
            self._colours[self._model] = colours


def _megapixels(run: ModelRun) -> float:
    return run.width * run.height * run.frames / 1e6


def _folder(making: Making) -> ModelFolder:
    path = Path(making.weights.folder)
    if not path.is_dir():
        raise EngineFault("model_missing", path.name)
    return ModelFolder(path)

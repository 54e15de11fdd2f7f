"""Makes takes with diffusion models, one at a time, and keeps the last model loaded."""

import threading
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import msgspec

from engine.contract.events import EngineFault
from engine.contract.making import Made, MakeProgress, Making
from engine.contract.models import Forecast, Profile
from engine.contract.shot import ModelRun
from engine.diffusion import placement
from engine.diffusion.cancelling import Brake
from engine.diffusion.embeddings import Embeddings
from engine.diffusion.estimate import Colours
from engine.diffusion.families.family import Family
from engine.diffusion.families.registry import family_of
from engine.diffusion.fitness import check_run, profile_of
from engine.diffusion.job_loading import job_of
from engine.diffusion.loader import quiet_libraries
from engine.diffusion.memory_peaks import MemoryPeaks
from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.out_of_memory import give_back, ran_out
from engine.diffusion.placed_model import PlacedModel
from engine.diffusion.take_course import Paces, TakeCourse
from engine.diffusion.take_stages import Take
from engine.diffusion.take_writing import check_place
from engine.models.forecasting import forecast, past_run, past_runs
from engine.models.past_runs import PastRuns
from engine.models.ways import way_of

Plan = Callable[[Making], Forecast]
Report = Callable[[MakeProgress], None]


def on_processor(_making: Making) -> Forecast:
    """The plainest way to run any model: in full precision on the processor."""
    return Forecast(0.0, 0, 0, "cpu", "float32", "none")


class Maker:
    """`plan` says how a making is to run on this machine; what it really took goes to `past`.
    Importing what models need, some seconds' work, is done here.

    Use from one thread at a time.
    """

    def __init__(self, plan: Plan | None = None, past: PastRuns | None = None) -> None:
        quiet_libraries()
        self._past = past or past_runs()
        self._plan = plan or (lambda making: forecast(making, past=self._past))
        self._loaded: PlacedModel | None = None
        self._embeddings = Embeddings()
        self._colours: dict[str, Colours] = {}
        self._paces: defaultdict[str, Paces] = defaultdict(dict)

    def make(self, making: Making, report: Report, stop: threading.Event) -> Made:
        """Make the take at its path. Where memory runs out, the next cheaper way is tried.

        Raises Stopped within a second after `stop` is set, and EngineFault; both leave no file,
        and the next take is made as if nothing had been.
        """
        check_place(making.path)
        folder = _folder(making)
        family = family_of(folder)
        ability = family.ability(folder)
        check_run(making.run, ability)
        profile = profile_of(making, ability)
        planned = way = self._plan(making)
        while True:
            made = self._tried(making, family, profile, way, report, stop)
            if made is not None:
                return msgspec.structs.replace(made, notes=way.notes[len(planned.notes) :])
            cheaper = placement.cheaper(way)
            if cheaper is None:
                raise EngineFault("out_of_memory", folder.path.name)
            way = cheaper

    def _tried(
        self,
        making: Making,
        family: Family,
        profile: Profile,
        way: Forecast,
        report: Report,
        stop: threading.Event,
    ) -> Made | None:
        """The take, or None where memory ran out: then nothing is loaded any more."""
        try:
            return self._made(making, family, profile, way, report, stop)
        except Exception as error:
            if not ran_out(error):
                raise
        # Only here, where nothing of the failure is held any more, is its memory free.
        self._loaded = None
        give_back()
        self._past.add(past_run(making, way, way_of(way), 0.0, 0.0, 0.0))
        return None

    def _made(
        self,
        making: Making,
        family: Family,
        profile: Profile,
        way: Forecast,
        report: Report,
        stop: threading.Event,
    ) -> Made:
        paces = self._paces[f"{making.weights.fingerprint} {profile} {way_of(way)}"]
        course = TakeCourse(report, _megapixels(making.run), paces)
        course.expect(profile.steps)
        course.begin("loading")
        brake = Brake(stop)
        job = job_of(making, profile, _folder(making), brake.heed)
        loaded = self._model(making, family, profile, way)
        take = Take(making, job, loaded, course, self._colours)
        loaded.import_classes(job.run.task)
        with brake.anywhere():
            pipe = loaded.pipe(job.run.task, way)
        began, peaks = time.monotonic(), MemoryPeaks()
        try:
            with brake.on(pipe):
                facts = take.made(pipe, self._embeddings, brake, stop)
        finally:
            # What was stopped in the middle may still be on the card.
            pipe.maybe_free_model_hooks()
        seconds = time.monotonic() - began
        self._past.add(
            past_run(making, way, way_of(way), seconds, peaks.memory, peaks.video_memory)
        )
        return Made(facts, take.recipe)

    def _model(
        self, making: Making, family: Family, profile: Profile, way: Forecast
    ) -> PlacedModel:
        kept = self._loaded
        if kept is None or not kept.suits(making.weights, profile, way):
            kept = self._loaded = None
            give_back()
            self._loaded = PlacedModel(making.weights, family, profile, way)
        return self._loaded


def _megapixels(run: ModelRun) -> float:
    return run.width * run.height * run.frames / 1e6


def _folder(making: Making) -> ModelFolder:
    path = Path(making.weights.folder)
    if not path.is_dir():
        raise EngineFault("model_missing", path.name)
    return ModelFolder(path)

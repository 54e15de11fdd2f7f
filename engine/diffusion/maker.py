"""Makes takes with diffusion models, one at a time, and keeps the last model loaded."""

import threading
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from engine.contract.events import EngineFault
from engine.contract.making import Made, MakeProgress, Making
from engine.contract.models import Forecast, Profile, Task
from engine.diffusion.cancelling import Brake
from engine.diffusion.embeddings import Embeddings
from engine.diffusion.families.family import Family
from engine.diffusion.families.registry import family_of
from engine.diffusion.fitness import check_run, profile_of
from engine.diffusion.jobs.job_loading import job_of
from engine.diffusion.jobs.segment import Segment, segments_of
from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.pictures.kept_colours import KeptColours
from engine.diffusion.placing import placement
from engine.diffusion.placing.loader import quiet_libraries
from engine.diffusion.placing.memory_peaks import MemoryPeaks
from engine.diffusion.placing.out_of_memory import give_back, ran_out
from engine.diffusion.placing.placed_model import PlacedModel
from engine.diffusion.placing.step_cache import UNCACHED, suited
from engine.diffusion.takes.take_course import Paces, TakeCourse
from engine.diffusion.takes.take_stages import Take
from engine.diffusion.takes.take_writing import check_place
from engine.models.forecasting import forecast, past_run, past_runs
from engine.models.past_runs import PastRuns
from engine.models.places import models_home
from engine.models.ways import way_of

COLOURS = "preview_colours.json"

Plan = Callable[[Making], Forecast]
Report = Callable[[MakeProgress], None]


def on_processor(_making: Making) -> Forecast:
    """The plainest way to run any model: in full precision on the processor."""
    return Forecast(0.0, 0, 0, "cpu", "float32", "none")


class Maker:
    """`plan` says how a making is to run on this machine; what it really took goes to `past`, and
    what its pictures teach of previews to `colours`. Importing what models need, some seconds'
    work, is done here.

    Use from one thread at a time.
    """

    def __init__(
        self,
        plan: Plan | None = None,
        past: PastRuns | None = None,
        colours: KeptColours | None = None,
    ) -> None:
        quiet_libraries()
        self._past = past or past_runs()
        self._plan = plan or (lambda making: forecast(making, past=self._past))
        self._loaded: PlacedModel | None = None
        self._embeddings = Embeddings()
        self._colours = colours or KeptColours(models_home() / COLOURS)
        self._paces: defaultdict[str, Paces] = defaultdict(dict)

    def make(self, making: Making, report: Report, stop: threading.Event) -> Made:
        """Make the take at its path. Where memory runs out, the next cheaper way is tried.

        Raises Stopped within a second after `stop` is set, and EngineFault; both leave no file,
        and the next take is made as if nothing had been.
        """
        order = _order(making, report, stop)
        planned = way = self._plan(making)
        while True:
            made = self._tried(order, way)
            if made is not None:
                changed = way.notes[len(planned.notes) :]
                return msgspec.structs.replace(made, notes=(*order.notes, *changed))
            cheaper = placement.cheaper(way)
            if cheaper is None:
                raise EngineFault("out_of_memory", Path(making.weights.folder).name)
            way = cheaper

    def _tried(self, order: "_Order", way: Forecast) -> Made | None:
        """The take, or None where memory ran out: then nothing is loaded any more. What can't be
        compiled here runs without: it makes the same."""
        try:
            return self._made(order, way)
        except Exception as error:
            compiling = way.compiled and placement.did_not_compile(error)
            if not compiling and not ran_out(error):
                raise
        # Only here, where nothing of the failure is held any more, is its memory free.
        self._loaded = None
        give_back()
        self._past.add(past_run(order.making, way, way_of(way), 0.0, 0.0, 0.0))
        if compiling:
            return self._tried(order, msgspec.structs.replace(way, compiled=False))
        return None

    def _made(self, order: "_Order", way: Forecast) -> Made:
        making, brake = order.making, Brake(order.stop)
        course, loaded = self._course(order, way), self._model(order, way)
        began, peaks = time.monotonic(), MemoryPeaks()
        with Take(making, loaded, course, self._colours, self._embeddings) as take:
            for segment, held in zip(order.segments, order.held, strict=True):
                before = take.before(segment.overlap)
                job = job_of(making, order.profile, order.folder, brake.heed, segment, before)
                pipe = self._pipe(loaded, job.run.task, way, brake)
                if segment.number == 0:
                    began, peaks = time.monotonic(), MemoryPeaks()
                try:
                    with brake.on(pipe):
                        take.add(pipe, job, segment, held, brake)
                finally:
                    # What was stopped in the middle may still be on the card.
                    pipe.maybe_free_model_hooks()
            facts = take.place(order.stop)
        seconds, peak = time.monotonic() - began, (peaks.memory, peaks.video_memory)
        self._past.add(past_run(making, way, way_of(way), seconds, *peak))
        return Made(facts, take.recipe)

    def _course(self, order: "_Order", way: Forecast) -> TakeCourse:
        run, model = order.making.run, order.making.weights.fingerprint
        paces = self._paces[f"{model} {order.profile} {way_of(way)}"]
        size = run.width * run.height * run.frames / 1e6
        course = TakeCourse(order.report, size, paces, segments=len(order.segments))
        course.expect(order.profile.steps)
        course.begin("loading")
        return course

    def _pipe(self, loaded: PlacedModel, task: Task, way: Forecast, brake: Brake) -> Any:
        """The pipeline for the task. A model that was stopped halfway into its place is let go."""
        loaded.import_classes(task)
        try:
            with brake.anywhere():
                return loaded.pipe(task, way)
        except BaseException:
            self._loaded = None
            raise

    def _model(self, order: "_Order", way: Forecast) -> PlacedModel:
        asked = (order.making.weights, order.profile, way)
        if self._loaded is not None and not self._loaded.suits(*asked):
            self._loaded = None
            give_back()
        if self._loaded is None:
            self._loaded = PlacedModel(order.family, *asked)
        return self._loaded


@dataclass(frozen=True)
class _Order:
    """A making that its model can make, and who made it."""

    making: Making
    folder: ModelFolder
    family: Family
    profile: Profile
    segments: tuple[Segment, ...]
    report: Report
    stop: threading.Event
    notes: tuple[str, ...] = ()

    @property
    def held(self) -> tuple[int, ...]:
        """How many of each segment's last frames are gone on from."""
        return (*(each.overlap for each in self.segments[1:]), 0)


def _order(making: Making, report: Report, stop: threading.Event) -> _Order:
    check_place(making.path)
    path = Path(making.weights.folder)
    if not path.is_dir():
        raise EngineFault("model_missing", path.name)
    folder = ModelFolder(path)
    family = family_of(folder)
    ability = family.ability(folder)
    check_run(making.run, ability)
    segments = segments_of(making, ability)
    asked = profile_of(making, ability)
    profile = suited(asked, folder)
    making = msgspec.structs.replace(making, profile=profile)
    notes = () if profile == asked else (UNCACHED,)
    return _Order(making, folder, family, profile, segments, report, stop, notes)

"""Makes whole takes with tiny models: from a making to a film in its place."""

import gc
import threading
from fractions import Fraction
from functools import cache
from pathlib import Path

from engine.contract.making import Made, MakeProgress, Making
from engine.contract.media_facts import MediaFacts
from engine.contract.models import Profile, Task, Weights
from engine.contract.shot import MediaRef, ModelRun, Reference, ShotRequest
from engine.diffusion.maker import Maker
from tests.fakes.family_runs import shortest, tiny_ability
from tests.fakes.tiny_models import tiny


def take(
    name: str,
    task: Task,
    place: Path,
    before: Path | None = None,
    guidance: float = 3.0,
    references: tuple[Reference, ...] = (),
    maker: Maker | None = None,
    stop: threading.Event | None = None,
) -> Path:
    """The shortest take of the task at place/NAME-TASK.mp4, seen to be what was asked for.

    It goes by the draft wherever the task goes by something, and goes on from the film `before`.
    With `stop` it is stopped when the model begins to work.
    """
    run = _drafted(name, task)
    path = place / f"{name}-{task}.mp4"
    making = Making(
        _request(before, references),
        Weights(str(tiny(name)), 1, name),
        run,
        str(path),
        Profile("fast", 2, guidance),
    )

    def report(progress: MakeProgress) -> None:
        if stop and progress.stage == "denoising":
            stop.set()

    made = (maker or _maker()).make(making, report, stop or threading.Event())
    assert _measures(made) == (run.width, run.height, run.frames, run.rate)
    return path


def tasks_of(*names: str) -> list[tuple[str, Task]]:
    """Each of these tiny models with each task that it says it does."""
    return [(name, task) for name in names for task in tiny_ability(name).tasks]


@cache
def _maker() -> Maker:
    maker = Maker()
    # Where models change, garbage is collected: not in what the libraries made for good.
    gc.freeze()
    return maker


def _drafted(name: str, task: Task) -> ModelRun:
    sizes, plain = tiny_ability(name).sizes, shortest(name, task)
    width, height = (max(side, sizes.least) for side in (plain.width, plain.height))
    return ModelRun(task, width, height, plain.frames, plain.rate, framing=task != "extend")


def _request(before: Path | None, references: tuple[Reference, ...]) -> ShotRequest:
    films = (Reference("motion", MediaRef(str(before), "before")),) if before else ()
    handed = (*references, *films)
    return ShotRequest("a quiet field", Fraction(1, 5), 128, 96, references=handed)


def _measures(made: Made) -> tuple[object, ...]:
    facts: MediaFacts = made.facts
    return facts.width, facts.height, facts.frames, facts.rate

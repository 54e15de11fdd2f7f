"""Refuses a run that isn't legal for its model, before anything is loaded."""

from engine.contract.events import EngineFault
from engine.contract.making import Making
from engine.contract.models import Ability, Profile
from engine.contract.shot import ModelRun


def check_run(run: ModelRun, ability: Ability) -> None:
    """Raises EngineFault model_unfit with all that the model can't make."""
    wrong = [*_task(run, ability), *_size(run, ability), *_time(run, ability)]
    if wrong:
        raise EngineFault("model_unfit", "; ".join(wrong))


def profile_of(making: Making, ability: Ability) -> Profile:
    """The catalogue's profile for the run, or the family's own. Raises EngineFault model_unfit."""
    if making.profile is not None:
        return making.profile
    for profile in ability.profiles:
        if profile.name == making.run.profile:
            return profile
    raise EngineFault("model_unfit", f"it has no profile {making.run.profile}")


def _task(run: ModelRun, ability: Ability) -> list[str]:
    return [] if run.task in ability.tasks else [f"it doesn't do {run.task}"]


def _size(run: ModelRun, ability: Ability) -> list[str]:
    sizes, sides = ability.sizes, (run.width, run.height)
    if sizes.fixed and sides != sizes.usual:
        return [f"its pictures are {sizes.usual[0]} by {sizes.usual[1]} pixels"]
    if any(side % sizes.step or side < sizes.least for side in sides):
        return [f"its sides are {sizes.least} pixels or more that {sizes.step} divides"]
    if run.width * run.height > sizes.pixels:
        return [f"its pictures have at most {sizes.pixels} pixels"]
    return []


def _time(run: ModelRun, ability: Ability) -> list[str]:
    counts, wrong = ability.counts, []
    if ability.nearest(run.task, run.frames) != run.frames:
        legal = f"{counts.every}k+{counts.rest} frames, {counts.least} to {counts.most}"
        wrong.append(f"it makes {legal}, not {run.frames}")
    if run.rate != ability.rate:
        wrong.append(f"its rate is {ability.rate.fps}, not {run.rate.fps}")
    return wrong

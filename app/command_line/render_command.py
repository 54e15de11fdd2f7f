"""render: a project becomes a film file."""

from argparse import Namespace
from pathlib import Path

from msgspec.structs import replace

from app.command_line.answer import film_answer, json_text
from app.command_line.bad_input import BadInput
from app.command_line.progress_meter import Meter
from app.command_line.target import delivery_to, readable
from app.document.project import Project
from app.flatten import plan_of
from app.library import (
    found_among,
    media_of,
    missing_media,
    moved_along,
    paths_in,
    with_paths,
)
from app.project_file import ProjectFile
from engine.contract.engine import Engine
from engine.contract.plan import RenderPlan
from engine.contract.time import Span


async def render(order: Namespace, engine: Engine, meter: Meter) -> str:
    """Write the film; the answer is its path or JSON."""
    project = await stored_project(readable(order.project), engine)
    inputs = tuple(Path(media.path) for media in media_of(project))
    delivery = delivery_to(order.output, inputs)
    plan = excerpt(plan_of(project), order.start, order.stop)
    await engine.export(plan, delivery, meter.report)
    return json_text(film_answer(order.output, plan)) if order.json else order.output


async def stored_project(path: Path, engine: Engine) -> Project:
    """The document as it was last committed. Raises FileRefused, and BadInput without a film."""
    file = ProjectFile.open(path)
    try:
        project, home = file.history().project, file.home
    finally:
        file.close()
    if project.sequence.frames == 0:
        raise BadInput(f"There is nothing on the timeline of {path}; put a clip there first.")
    moved: dict[str, str] = {}
    for ref in missing_media(project):
        places = moved_along(ref, home, path.parent)
        if found := await found_among(engine.strips, ref, places):
            moved[ref.identity] = str(found)
    project = with_paths(project, moved)
    for needed in paths_in(plan_of(project)):
        if not Path(needed).exists():
            raise BadInput(
                f"The project's file {needed} is missing; put it back, or find it in the studio "
                "and save."
            )
    return project


def excerpt(plan: RenderPlan, start: int | None, stop: int | None) -> RenderPlan:
    """Frames `start` to `stop` of the film, or all. Raises BadInput.

    What began before the first frame keeps its own beginning, at a frame below zero, so that its
    fades and its sound stay in step.
    """
    first, last = start or 0, plan.frames if stop is None else stop
    if not 0 <= first < last <= plan.frames:
        raise BadInput(
            f"Frames {first} to {last} are not inside the film's {plan.frames}; give --from and "
            "--to that are."
        )
    wanted = Span(first, last)
    layers = tuple(
        replace(layer, span=layer.span.moved(-first))
        for layer in plan.layers
        if layer.span.overlaps(wanted)
    )
    sounds = tuple(
        replace(sound, span=sound.span.moved(-first))
        for sound in plan.sounds
        if sound.span.overlaps(wanted)
    )
    return replace(plan, frames=wanted.length, layers=layers, sounds=sounds)

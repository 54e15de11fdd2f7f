"""A making's references and draft as a job: pictures and films at the run's size."""

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from engine.animatic.references import reference
from engine.contract.making import Making
from engine.contract.models import Profile
from engine.contract.shot import Role
from engine.diffusion.jobs.handed_films import (
    Heed,
    Pictures,
    drafted,
    film_before,
    film_with_hole,
    steering,
)
from engine.diffusion.jobs.handed_pictures import filling, lacking, things
from engine.diffusion.jobs.job import Job
from engine.diffusion.jobs.segment import Segment, whole
from engine.diffusion.model_folder import ModelFolder
from engine.text_application import ensure_text_application

if TYPE_CHECKING:
    from PIL.Image import Image

ENDS: dict[str, Role] = {"first": "first_frame", "last": "last_frame"}


def job_of(
    making: Making,
    profile: Profile,
    folder: ModelFolder,
    heed: Heed,
    segment: Segment | None = None,
    before: Pictures = (),
) -> Job:
    """What the model is called with for the segment, by default for all of the film; one that goes
    on does so from the pictures `before`. `heed` is called for every picture of a film.

    A run with `framing` goes by the draft: as its film where the task has one, else by its first
    and last picture. Raises EngineFault, bad_request where the task lacks what it goes by.
    """
    ensure_text_application()
    segment = segment or whole(making)
    parts: dict[str, Any] = {"before": before}
    match segment.task:
        case "image" | "first_last" | "keyframes":
            parts |= {"first": before[-1]} if before else {}
            parts |= _ends(making, segment, heed)
        case "video" | "control":
            parts["film"] = steering(making, _frames_shown(segment, before), heed)
        case "extend" if segment.begins_shot:
            parts["film"] = film_before(making, heed)
        case "extend":
            parts["film"] = before
        case "inpaint":
            frames = _frames_shown(segment, before)
            parts["film"], parts["mask"] = film_with_hole(making, frames, heed)
        case _:
            pass
    if making.run.task in ("references", "control"):
        parts["references"] = things(making, needed=making.run.task == "references")
    run = replace(making.run, task=segment.task, frames=segment.made)
    seed = making.request.seed + segment.number
    return Job(segment.words, seed, run, profile, folder=folder, **parts)


def _frames_shown(segment: Segment, before: Pictures) -> tuple[int, ...]:
    """The film's frames that one to go by is taken at: those that are made, its shot's last again
    and again where it ends before, and those that are gone on from."""
    numbers = range(segment.start - len(before), segment.start + segment.made)
    return tuple(min(number, segment.shot[-1]) for number in numbers)


def _ends(making: Making, segment: Segment, heed: Heed) -> dict[str, Any]:
    """The first and the last picture of a shot, of those that the segment shows. One that goes on
    has its first already."""
    shot, task = segment.shot, segment.task
    found: dict[str, Image] = {}
    shown = {"first": segment.begins_shot, "last": segment.ends_shot and task != "image"}
    outer = {"first": shot.start == 0, "last": shot.stop == making.run.frames}
    for name, role in ENDS.items():
        media = reference(making.request.references, role) if outer[name] else None
        needed = task == "first_last" or (task, name) == ("image", "first")
        if not shown[name]:
            continue
        if media:
            found[name] = filling(media, making)
        elif making.run.framing:
            number = shot.start if name == "first" else shot[-1]
            found[name] = next(drafted(making, (number,), heed))
        elif needed:
            raise lacking(f"the task {task} without a {name} picture")
    if not found:
        raise lacking(f"the task {task} without a picture")
    if task != "keyframes":
        return found
    moments = {"first": 0, "last": segment.made - 1}
    return {"keyframes": tuple((moments[name], image) for name, image in found.items())}

"""A making's references and draft as a job: pictures and films at the run's size."""

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from engine.animatic.references import reference
from engine.contract.making import Making
from engine.contract.models import Profile
from engine.contract.shot import Role
from engine.diffusion.handed_films import Heed, drafted, film_before, film_with_hole, steering
from engine.diffusion.handed_pictures import filling, lacking, things
from engine.diffusion.job import Job
from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.segment import Segment
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
    before: tuple["Image", ...] = (),
) -> Job:
    """What the model is called with for the segment, by default for all of the run; a later segment
    goes on from the pictures `before`. `heed` is called for every picture of a film.

    A run with `framing` goes by the draft: as its film where the task has one, else by its first
    and last picture. Raises EngineFault, bad_request where the task lacks what it goes by.
    """
    ensure_text_application()
    segment = segment or Segment.whole(making.run)
    begins, ends = (_has(making, name) for name in ENDS)
    task = segment.task(begins, ends)
    parts: dict[str, Any] = {"before": before}
    match task:
        case "image" | "first_last" | "keyframes":
            _check_ends(making, begins, ends)
            parts |= {"first": before[-1]} if before else {}
            parts |= _ends(making, segment, heed)
        case "video" | "control":
            parts["film"] = steering(making, _frames_shown(segment, before), heed)
        case "extend" if segment.is_first:
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
    run = replace(making.run, task=task, frames=segment.frames)
    seed = making.request.seed + segment.number
    return Job(making.request.prompt, seed, run, profile, folder=folder, **parts)


def _frames_shown(segment: Segment, before: tuple["Image", ...]) -> range:
    """Those of the take that a film to go by lies under: its own, and what it goes on from."""
    return range(segment.start - len(before), segment.stop)


def _has(making: Making, end: str) -> bool:
    return making.run.framing or reference(making.request.references, ENDS[end]) is not None


def _check_ends(making: Making, begins: bool, ends: bool) -> None:
    lacks_first = making.run.task in ("image", "first_last") and not begins
    lacks_last = making.run.task == "first_last" and not ends
    if lacks_first or lacks_last or not (begins or ends):
        which = "first" if lacks_first else "last" if lacks_last else "first or last"
        raise lacking(f"the task {making.run.task} without a {which} picture")


def _ends(making: Making, segment: Segment, heed: Heed) -> dict[str, Any]:
    """The shot's first and last picture, of those that the segment shows; a later segment's first
    is the one that it goes on from, which it has."""
    numbers = {"first": 0, "last": making.run.frames - 1}
    shows = {"first": segment.is_first, "last": segment.is_last and making.run.task != "image"}
    found: dict[str, Image] = {}
    for name, role in ENDS.items():
        if not shows[name]:
            continue
        if media := reference(making.request.references, role):
            found[name] = filling(media, making)
        elif making.run.framing:
            found[name] = next(drafted(making, (numbers[name],), heed))
    if making.run.task != "keyframes" or not segment.is_last:
        return found
    moments = {name: numbers[name] - segment.start for name in found}
    return {"keyframes": tuple((moments[name], image) for name, image in found.items())}

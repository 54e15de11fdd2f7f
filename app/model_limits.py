"""What a model can make, and the nearest legal run to what was asked for."""

from collections.abc import Iterator
from math import ceil, log
from pathlib import PurePath
from typing import Literal, NamedTuple

from app.limits import Note
from engine.contract.events import EngineFault
from engine.contract.models import Ability, Sizes, Task
from engine.contract.shot import USUAL_STRENGTH, ModelRun, Reference, Role, ShotRequest

ProfileName = Literal["fast", "quality"]

STILL_ENDINGS = {
    ".png", ".jpg", ".jpeg", ".webp", ".svg", ".svgz", ".bmp", ".tif", ".tiff", ".heic", ".avif",
    ".ppm", ".pgm", ".ico",
}  # fmt: skip
ROLE_WORDS: dict[Role, str] = {
    "logo": "logo",
    "backdrop": "backdrop",
    "subject": "photo of the subject",
    "palette": "palette",
    "style": "picture of the style",
    "first_frame": "first picture",
    "last_frame": "last picture",
    "motion": "film to go by",
    "before": "film to go on from",
    "hole": "picture with a hole",
}
SHAPE_WEIGHT = 4
"""How much more a wrong shape hurts than as much of a wrong number of pixels."""


class SettledRun(NamedTuple):
    """A legal run, and what in it is not as it was asked for."""

    run: ModelRun
    notes: tuple[Note, ...]


class _Way(NamedTuple):
    """A task, and the references that it uses."""

    task: Task
    used: tuple[Reference, ...] = ()


def settle(
    request: ShotRequest,
    ability: Ability,
    profile: ProfileName = "quality",
    framing: bool = False,
    strength: float = USUAL_STRENGTH,
) -> SettledRun:
    """The nearest run that the model can make, with a note for each change.

    The run's frames cover the request's seconds wherever the model can make as many. With `framing`
    the draft steers the pictures, or they start from it; so it is too where the model needs
    pictures that the request hasn't got. Raises EngineFault model_unfit where no draft can help.
    """
    notes: list[Note] = []
    profile = _settled_profile(profile, ability, notes)
    way, framing = _settled_way(request.references, ability.tasks, framing, notes)
    goes_by = framing or way.task in ("video", "control")
    if goes_by and strength != USUAL_STRENGTH and way.task not in ability.heeds_strength:
        notes.append(Note("The model can't be told how far it may leave what it goes by."))
    width, height = nearest_size(request.width, request.height, ability.sizes)
    if (width, height) != (request.width, request.height):
        notes.append(Note("The model makes {subject} pixels.", f"{width} × {height}"))
    frames = _settled_frames(request, ability, way.task, notes)
    run = ModelRun(way.task, width, height, frames, ability.rate, profile, framing, strength)
    return SettledRun(run, tuple(notes))


def nearest_size(width: int, height: int, sizes: Sizes) -> tuple[int, int]:
    """The legal size that is nearest in shape first, then in its number of pixels.

    nearest_size(1920, 1080, Sizes(16, 256, 1280 * 720, (1280, 720))) is (1280, 720).
    """
    pixels = min(width * height, sizes.pixels)

    def distance(size: tuple[int, int]) -> tuple[float, int]:
        shape = abs(log(size[0] * height / (size[1] * width)))
        return SHAPE_WEIGHT * shape + abs(log(size[0] * size[1] / pixels)), size[0]

    return min(_legal_sizes(width, height, sizes), key=distance)


def _legal_sizes(width: int, height: int, sizes: Sizes) -> Iterator[tuple[int, int]]:
    """Every legal width with the two legal heights that come nearest to the shape."""
    if sizes.fixed:
        yield sizes.usual
        return
    least = -(-sizes.least // sizes.step) * sizes.step
    for across in range(least, sizes.pixels // least + 1, sizes.step):
        most = sizes.pixels // across // sizes.step * sizes.step
        below = across * height // width // sizes.step * sizes.step
        for down in (below, below + sizes.step):
            yield across, min(max(down, least), most)


def _settled_profile(profile: ProfileName, ability: Ability, notes: list[Note]) -> ProfileName:
    known: list[ProfileName] = [each.name for each in ability.profiles]
    if profile in known or not known:
        return profile
    notes.append(Note("The model runs only as “{subject}”.", known[0]))
    return known[0]


def _settled_frames(request: ShotRequest, ability: Ability, task: Task, notes: list[Note]) -> int:
    rate = ability.rate
    wanted = ceil(request.seconds * rate.fps)
    frames = ability.nearest(task, wanted)
    if rate != request.rate:
        notes.append(Note("The model makes {subject} frames a second.", f"{float(rate.fps):g}"))
    if frames < wanted:
        longest = f"{float(rate.seconds(frames)):.3g}"
        notes.append(
            Note(
                "The model makes {subject} seconds, which are slowed to the shot's length.", longest
            )
        )
    if frames > ability.counts.most:
        notes.append(
            Note("The shot is longer than what the model makes at once: it comes in parts.")
        )
    elif frames > wanted:
        notes.append(
            Note("The model makes {subject} frames, more than the shot needs.", str(frames))
        )
    return frames


def _settled_way(
    references: tuple[Reference, ...], tasks: tuple[Task, ...], framing: bool, notes: list[Note]
) -> tuple[_Way, bool]:
    """How the shot is made, and whether by its draft."""
    ways = [way for way in _ways(references) if way.task in tasks]
    framed = next((way for way in _framed_ways(references) if way.task in tasks), None)
    if framed is not None and (framing or not ways) and not _is_asked_for(ways):
        way = _beside(framed, references, tasks)
        told = _PARTLY_FRAMED if framing else _LACKING
        notes += [Note(told[way.task])] if way.task in told else []
        _tell_left_out(references, way, notes, "The {subject} counts only as the draft shows it.")
        return way, True
    if framing:
        notes.append(Note("The model can't keep the draft's framing."))
    if not ways:
        raise EngineFault("model_unfit", f"it needs {_NEEDS[tasks[0]]}" if tasks else "shots")
    way = _beside(ways[0], references, tasks)
    _tell_left_out(references, way, notes, "The model doesn't use the {subject}.")
    return way, False


def _is_asked_for(ways: list[_Way]) -> bool:
    """Whether the best way is one that only its own reference asks for, and no draft replaces."""
    return bool(ways) and ways[0].task in ("extend", "inpaint")


def _framed_ways(references: tuple[Reference, ...]) -> Iterator[_Way]:
    """The tasks that go by the draft, the one that keeps its framing best first."""
    first, last = _of(references, "first_frame"), _of(references, "last_frame")
    yield _Way("control")
    yield _Way("video")
    yield _Way("first_last", first + last)
    yield _Way("keyframes", first + last)
    yield _Way("image", first)


def _ways(references: tuple[Reference, ...]) -> Iterator[_Way]:
    """The tasks that these references ask for, the one that uses them best first."""
    if before := _of(references, "before"):
        yield _Way("extend", before)
    if hole := _of(references, "hole"):
        yield _Way("inpaint", hole)
    first, last = _of(references, "first_frame"), _of(references, "last_frame")
    if first and last:
        yield _Way("first_last", first + last)
    if last:
        yield _Way("keyframes", first + last)
    if first:
        yield _Way("image", first)
        yield _Way("keyframes", first)
    if films := tuple(each for each in references if _is_film(each)):
        yield _Way("video", films[:1])
        yield _Way("control", films[:1])
    if things := _things(references):
        yield _Way("references", things)
    yield _Way("text")


def _beside(way: _Way, references: tuple[Reference, ...], tasks: tuple[Task, ...]) -> _Way:
    """The way with the pictures of things that a model looks at besides."""
    if way.task == "control" and "references" in tasks:
        return _Way(way.task, way.used + _things(references))
    return way


def _tell_left_out(
    references: tuple[Reference, ...], way: _Way, notes: list[Note], sentence: str
) -> None:
    for each in references:
        if each not in way.used:
            notes.append(Note(sentence, ROLE_WORDS[each.role]))


def _of(references: tuple[Reference, ...], role: Role) -> tuple[Reference, ...]:
    return tuple(each for each in references if each.role == role)[:1]


def _things(references: tuple[Reference, ...]) -> tuple[Reference, ...]:
    """Pictures of what is to be in the shot."""
    roles = ("subject", "logo", "style", "backdrop")
    return tuple(each for each in references if each.role in roles and not _is_film(each))


def _is_film(reference: Reference) -> bool:
    still = PurePath(reference.media.path).suffix.lower() in STILL_ENDINGS
    return reference.role in ("motion", "backdrop") and not still


_ENDS = "The model keeps the draft's framing only in its first and its last picture."
_PARTLY_FRAMED: dict[Task, str] = {
    "first_last": _ENDS,
    "keyframes": _ENDS,
    "image": "The model keeps the draft's framing only in its first picture.",
}
_FILM_LACKING = "The model needs a film to go by, so it goes by the draft."
_ENDS_LACKING = "The model needs a first and a last picture, so the draft gives what is missing."
_LACKING: dict[Task, str] = {
    "control": _FILM_LACKING,
    "video": _FILM_LACKING,
    "first_last": _ENDS_LACKING,
    "keyframes": _ENDS_LACKING,
    "image": "The model needs a first picture, so it starts from the draft's.",
}
_NEEDS: dict[Task, str] = {
    "references": "a picture of something to show",
    "inpaint": "a film with a hole",
    "extend": "a film to go on from",
}

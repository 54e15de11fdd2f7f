"""A making's references and draft as a job: pictures and films at the run's size."""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np
from msgspec.structs import replace

from engine.animatic.references import contained, covering, covering_at, film, moves, reference
from engine.contract.events import EngineFault
from engine.contract.making import Making
from engine.contract.models import Profile
from engine.contract.plan import Layer, RenderPlan, ShotSource, Transform
from engine.contract.shot import MediaRef, Role
from engine.contract.time import Span
from engine.contract.timemap import TimeMap
from engine.diffusion.job import Job
from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.take_rate import take_rate
from engine.media.picture_reader import PictureReader
from engine.render.compositor import Compositor
from engine.render.pixels import pixels_of
from engine.text_application import ensure_text_application

if TYPE_CHECKING:
    from PIL.Image import Image

THINGS: tuple[Role, ...] = ("subject", "logo", "style", "backdrop")
FILMS: tuple[Role, ...] = ("motion", "backdrop")
BEFORE: tuple[Role, ...] = ("before", *FILMS)
HOLES: tuple[Role, ...] = ("hole", *FILMS)
WHITE, BLACK = 255, 0
Heed = Callable[[], None]


def job_of(making: Making, profile: Profile, folder: ModelFolder, heed: Heed) -> Job:
    """What the model is called with; `heed` is called for every picture of a film.

    A run with `framing` goes by the draft: as its film where the task has one, else by its first
    and last picture. Raises EngineFault, bad_request where the task lacks what it goes by.
    """
    request, run = making.request, making.run
    ensure_text_application()
    parts: dict[str, Any] = {}
    match run.task:
        case "image":
            parts = _ends(making, ("first",), heed)
        case "first_last":
            parts = _ends(making, ("first", "last"), heed)
        case "keyframes":
            ends = _ends(making, ("first", "last"), heed, all_of_them=False)
            moments = {"first": 0, "last": run.frames - 1}
            parts["keyframes"] = tuple((moments[name], image) for name, image in ends.items())
        case "references":
            parts["references"] = _things(making)
        case "video":
            parts["film"] = _film(making, heed)
        case "control":
            parts = {"film": _film(making, heed), "references": _things(making, needed=False)}
        case "extend":
            parts["film"] = _film_before(making, heed)
        case "inpaint":
            parts = _film_with_hole(making, heed)
        case _:
            pass
    return Job(request.prompt, request.seed, run, profile, folder=folder, **parts)


def _ends(
    making: Making, names: tuple[str, ...], heed: Heed, all_of_them: bool = True
) -> dict[str, "Image"]:
    """The shot's first and last picture, of those asked for."""
    roles: dict[str, Role] = {"first": "first_frame", "last": "last_frame"}
    numbers = {"first": 0, "last": making.run.frames - 1}
    found: dict[str, Image] = {}
    for name in names:
        media = reference(making.request.references, roles[name])
        if media:
            found[name] = _covering(media, making)
        elif making.run.framing:
            found[name] = next(_draft(making, (numbers[name],), heed))
        elif all_of_them:
            raise _lacking(f"the task {making.run.task} without a {name} picture")
    if not found:
        raise _lacking(f"the task {making.run.task} without a picture")
    return found


def _covering(media: MediaRef, making: Making) -> "Image":
    return _on(covering(media, making.run.width, making.run.height), BLACK)


def _things(making: Making, needed: bool = True) -> tuple["Image", ...]:
    """Pictures of what is to be in the shot, whole, on white."""
    run, size = making.run, (making.run.width, making.run.height)
    media = [
        each.media
        for each in making.request.references
        if each.role in THINGS and not moves(each.media)
    ]
    if needed and not media:
        raise _lacking(f"the task {run.task} without a picture of something to show")
    return tuple(_centred(_on(contained(each, *size), WHITE), size) for each in media)


def _film(making: Making, heed: Heed) -> tuple["Image", ...]:
    """What the whole goes by: the draft, or a film that was handed in."""
    if making.run.framing:
        return tuple(_draft(making, range(making.run.frames), heed))
    rate, (media, size) = take_rate(making), _handed_film(making)
    with contextlib.closing(film(media)) as reader:
        moments = map(rate.seconds, range(making.run.frames))
        return tuple(_on(each, BLACK) for each in _shown(reader, moments, size, heed))


def _film_before(making: Making, heed: Heed) -> tuple["Image", ...]:
    """The end of the film to go on from, at the run's rate, as many pictures as are to be made or
    as there are."""
    run, (media, size) = making.run, _handed_film(making, BEFORE)
    with contextlib.closing(film(media)) as reader:
        count = min(run.frames, max(1, run.rate.frame_at(reader.seconds)))
        start = max(Fraction(0), reader.seconds - run.rate.seconds(count))
        moments = (start + run.rate.seconds(number) for number in range(count))
        return tuple(_on(each, BLACK) for each in _shown(reader, moments, size, heed))


def _film_with_hole(making: Making, heed: Heed) -> dict[str, tuple["Image", ...]]:
    """A film, or a picture that stands, and where it is see-through: that is to be made anew."""
    from PIL import Image

    rate, (media, size) = take_rate(making), _handed_film(making, HOLES, still=True)
    pictures: list[Image.Image] = []
    masks: list[Image.Image] = []
    with contextlib.closing(film(media)) as reader:
        for each in _shown(reader, map(rate.seconds, range(making.run.frames)), size, heed):
            pictures.append(_on(each, BLACK))
            masks.append(Image.fromarray(np.where(each[..., 3] < 128, WHITE, BLACK).astype("u1")))
    if not any(mask.getextrema()[1] for mask in masks):
        raise _lacking("a film without a see-through part to make anew")
    return {"film": tuple(pictures), "mask": tuple(masks)}


def _handed_film(
    making: Making, roles: tuple[Role, ...] = FILMS, still: bool = False
) -> tuple[MediaRef, tuple[int, int]]:
    """The film in the first of the roles that has one, or a `still` one where that will do, and the
    run's size."""
    handed = sorted(
        (each for each in making.request.references if each.role in roles),
        key=lambda each: roles.index(each.role),
    )
    media = next((each.media for each in handed if still or moves(each.media)), None)
    if media is None:
        raise _lacking(f"the task {making.run.task} without a film")
    return media, (making.run.width, making.run.height)


def _shown(
    reader: PictureReader, moments: Iterable[Fraction], size: tuple[int, int], heed: Heed
) -> Iterator[np.ndarray]:
    for moment in moments:
        heed()
        yield covering_at(reader, float(moment), *size)


def _draft(making: Making, frames: Iterable[int], heed: Heed) -> Iterator["Image"]:
    """Pictures of the draft of the same request, at the run's size and shape."""
    run, rate = making.run, take_rate(making)
    request = replace(making.request, width=run.width, height=run.height)
    layer = Layer(
        ShotSource(request),
        Span(0, run.frames),
        TimeMap.straight(rate.seconds(run.frames)),
        Transform(fill=True),
    )
    plan = RenderPlan(run.width, run.height, rate, run.frames, (layer,))
    with contextlib.closing(Compositor()) as compositor:
        for frame in frames:
            heed()
            picture = compositor.picture(plan, frame, run.width, run.height)
            yield _on(pixels_of(picture), BLACK)


def _on(pixels: np.ndarray, ground: int) -> "Image":
    """An RGB picture of premultiplied BGRA over a grey of this level."""
    from PIL import Image

    rgb = pixels[..., 2::-1]
    if ground:
        clear = WHITE - pixels[..., 3:].astype(np.uint16)
        rgb = (rgb + clear * ground // WHITE).astype(np.uint8)
    return Image.fromarray(np.ascontiguousarray(rgb))


def _centred(image: "Image", size: tuple[int, int]) -> "Image":
    from PIL import Image

    ground = Image.new("RGB", size, (WHITE, WHITE, WHITE))
    ground.paste(image, ((size[0] - image.width) // 2, (size[1] - image.height) // 2))
    return ground


def _lacking(what: str) -> EngineFault:
    return EngineFault("bad_request", what)

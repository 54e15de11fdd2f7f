"""Films that a take goes by, as its model is given them: RGB pictures at the run's size and rate.

`frames` are numbers of the take's frames, `heed` is called for every picture.
"""

import contextlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
from msgspec.structs import replace

from engine.animatic.references import covering_at, film, moves
from engine.contract.making import Making
from engine.contract.plan import Layer, RenderPlan, ShotSource, Transform
from engine.contract.shot import MediaRef, Role
from engine.contract.time import Span
from engine.contract.timemap import TimeMap
from engine.diffusion.jobs.handed_pictures import BLACK, WHITE, lacking, on_ground
from engine.diffusion.jobs.take_rate import take_rate
from engine.media.picture_reader import PictureReader
from engine.render.compositor import Compositor
from engine.render.pixels import pixels_of

if TYPE_CHECKING:
    from PIL.Image import Image

FILMS: tuple[Role, ...] = ("motion", "backdrop")
BEFORE: tuple[Role, ...] = ("before", *FILMS)
HOLES: tuple[Role, ...] = ("hole", *FILMS)
CLEAR = 128
Heed = Callable[[], None]
Pictures = tuple["Image", ...]


def steering(making: Making, frames: Iterable[int], heed: Heed) -> Pictures:
    """What the film goes by all along: the draft, or a film that was handed in."""
    if making.run.framing:
        return tuple(drafted(making, frames, heed))
    rate, (media, size) = take_rate(making), _handed(making)
    with contextlib.closing(film(media)) as reader:
        shown = _shown(reader, map(rate.seconds, frames), size, heed)
        return tuple(on_ground(each, BLACK) for each in shown)


def drafted(making: Making, frames: Iterable[int], heed: Heed) -> Iterator["Image"]:
    """Pictures of the draft of the same request, in the run's shape."""
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
            yield on_ground(pixels_of(picture), BLACK)


def film_before(making: Making, heed: Heed) -> Pictures:
    """The end of the film to go on from, as many pictures as are to be made or as there are."""
    run, (media, size) = making.run, _handed(making, BEFORE)
    with contextlib.closing(film(media)) as reader:
        count = min(run.frames, max(1, run.rate.frame_at(reader.seconds)))
        start = max(Fraction(0), reader.seconds - run.rate.seconds(count))
        moments = (start + run.rate.seconds(number) for number in range(count))
        return tuple(on_ground(each, BLACK) for each in _shown(reader, moments, size, heed))


def film_with_hole(making: Making, frames: Sequence[int], heed: Heed) -> tuple[Pictures, Pictures]:
    """A film, or a picture that stands, and its mask: white where it is see-through, for that is to
    be made anew. Raises EngineFault bad_request where nothing is, in these frames or later."""
    pictures: list[Image] = []
    masks: list[Image] = []
    rate, (media, size) = take_rate(making), _handed(making, HOLES, still=True)
    with contextlib.closing(film(media)) as reader:
        for each in _shown(reader, map(rate.seconds, frames), size, heed):
            pictures.append(on_ground(each, BLACK))
            masks.append(_mask(each))
        later = map(rate.seconds, range(frames[-1] + 1, making.run.frames))
        holed = any(mask.getextrema()[1] for mask in masks) or frames[0] > 0
        holed = holed or any(
            each[..., 3].min() < CLEAR for each in _shown(reader, later, size, heed)
        )
    if not holed:
        raise lacking("a film without a see-through part to make anew")
    return tuple(pictures), tuple(masks)


def _mask(pixels: np.ndarray) -> "Image":
    from PIL import Image

    return Image.fromarray(np.where(pixels[..., 3] < CLEAR, WHITE, BLACK).astype("u1"))


def _handed(
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
        raise lacking(f"the task {making.run.task} without a film")
    return media, (making.run.width, making.run.height)


def _shown(
    reader: PictureReader, moments: Iterable[Fraction], size: tuple[int, int], heed: Heed
) -> Iterator[np.ndarray]:
    for moment in moments:
        heed()
        yield covering_at(reader, float(moment), *size)

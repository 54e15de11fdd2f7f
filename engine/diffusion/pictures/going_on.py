"""Going on from a film: what is made of it again, and what of the result is new.

For pipelines that begin with given pictures. Those come out of them once more, a little changed: so
they show how far colours have drifted, and are left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from msgspec.structs import replace

from engine.contract.models import Counts
from engine.diffusion.families.family import Sound
from engine.diffusion.jobs.job import Job
from engine.diffusion.pictures.colour_drift import new_pictures

if TYPE_CHECKING:
    from PIL.Image import Image

ANY_NUMBER = 1 << 20


def made_again(job: Job, most: int = 1, every: int = 1) -> tuple["Image", ...]:
    """The last pictures of the film that is gone on from: a multiple of `every` and one, at most
    `most`; none where nothing is gone on from."""
    film = job.film if job.run.task == "extend" else job.before
    count = (min(most, len(film)) - 1) // every * every + 1
    return film[-count:] if film else ()


def first_picture(job: Job) -> "Image | None":
    """What a pipeline that goes on by a first picture begins with."""
    return job.film[-1] if job.run.task == "extend" else job.first


def frames_made(job: Job, counts: Counts, again: Sequence["Image"]) -> int:
    """The run's own, or where some are made `again` the smallest number that the pipeline can make
    and that holds both. It may be a few more than the model's longest film."""
    if not again:
        return job.run.frames
    endless = replace(counts, most=ANY_NUMBER * counts.every + counts.rest)
    return endless.nearest(len(again) + job.run.frames)


def what_is_new(
    pieces: Iterable[np.ndarray], again: Sequence["Image"], job: Job
) -> Iterator[np.ndarray]:
    """The run's own pictures, in the colours of what was made `again` before them."""
    yield from new_pictures(pieces, again, job.run.frames) if again else pieces


def sound_that_is_new(sound: Sound, again: Sequence["Image"], job: Job) -> Sound:
    """As long as the run's own pictures, what sounds before them apart."""
    if not again:
        return sound
    ahead, count = (
        round(job.run.rate.seconds(frames) * sound.rate) for frames in (len(again), job.run.frames)
    )
    whole = sound.samples[: ahead + count]
    whole = np.pad(whole, ((0, ahead + count - len(whole)), (0, 0)))
    return Sound(whole[ahead:], sound.rate, whole[:ahead])

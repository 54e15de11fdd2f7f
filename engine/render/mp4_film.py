"""A plan to an MP4: composed here, encoded in the writer's own thread."""

import contextlib
from collections.abc import Callable, Generator, Iterator

import numpy as np

from engine.contract.delivery import Delivery
from engine.contract.events import EngineFault
from engine.contract.plan import RenderPlan
from engine.media.movie_writer import MovieWriter
from engine.render.compositor import Compositor
from engine.render.mixer import Mixer
from engine.render.pixels import pixels_of

Pictures = Callable[[RenderPlan], Generator[np.ndarray, None, None]]
"""Makes a film's pictures in order, uint8 (height, width, 4) BGRA, each valid until the next."""


def composed(plan: RenderPlan) -> Generator[np.ndarray, None, None]:
    """The film's pictures, composed in this process."""
    with contextlib.closing(Compositor()) as compositor:
        for frame in range(plan.frames):
            picture = compositor.picture(plan, frame, plan.width, plan.height)
            yield pixels_of(picture)


def write_mp4(plan: RenderPlan, delivery: Delivery, pictures: Pictures = composed) -> Iterator[int]:
    """Write the film to delivery.part_path, giving the number of frames done after each one.

    Closing the iterator early stops the writing and removes the file.
    """
    writer = _writer(plan, delivery)
    mixer, row = Mixer(plan), pictures(plan)
    try:
        for frame, picture in enumerate(row):
            writer.add_picture(picture)
            if plan.sounds:
                writer.add_sound(_sound_of(mixer, plan, frame))
            yield frame + 1
        writer.close()
    finally:
        writer.abort()
        row.close()
        mixer.close()


def _writer(plan: RenderPlan, delivery: Delivery) -> MovieWriter:
    size = (plan.width, plan.height)
    try:
        return MovieWriter(delivery.part_path, *size, plan.rate, delivery, bool(plan.sounds))
    except ValueError as error:
        raise EngineFault("bad_request", delivery.path, str(error)) from error


def _sound_of(mixer: Mixer, plan: RenderPlan, frame: int) -> np.ndarray:
    start, end = plan.rate.sample_at(frame), plan.rate.sample_at(frame + 1)
    return mixer.samples(start, end - start)

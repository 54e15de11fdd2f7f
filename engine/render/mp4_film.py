"""A plan to an MP4: composed here, encoded in the writer's own thread."""

import contextlib
from collections.abc import Callable, Generator, Iterator

import numpy as np

from engine.contract.delivery import Delivery
from engine.contract.events import EngineFault
from engine.contract.plan import RenderPlan
from engine.media.film_pixels import FilmPixels, empty_planes
from engine.media.movie_writer import MovieWriter
from engine.render.compositor import Compositor
from engine.render.mixer import Mixer
from engine.render.pixels import pixels_of

Pictures = Callable[[RenderPlan], Generator[np.ndarray, None, None]]
"""Makes a film's pictures in order as film pixels (see engine.media.film_pixels), each valid until
the next."""


def composed(plan: RenderPlan) -> Generator[np.ndarray, None, None]:
    """The film's pictures, composed in this process."""
    with contextlib.closing(FilmPainter(plan)) as painter:
        for frame in range(plan.frames):
            yield painter.picture(frame)


class FilmPainter:
    """Composes a film's pictures as film pixels."""

    def __init__(self, plan: RenderPlan) -> None:
        self._plan = plan
        self._compositor = Compositor()
        self._pixels = FilmPixels(plan.width, plan.height)
        self._planes = empty_planes(plan.width, plan.height)

    def picture(self, frame: int) -> np.ndarray:
        """The film's picture `frame`, valid until the next."""
        self.paint(frame, self._planes)
        return self._planes

    def paint(self, frame: int, planes: np.ndarray) -> None:
        """Write the film's picture `frame` to planes."""
        plan = self._plan
        image = self._compositor.picture(plan, frame, plan.width, plan.height)
        self._pixels.convert(pixels_of(image), planes)

    def close(self) -> None:
        """Close every file and let the memory go."""
        self._compositor.close()


def write_mp4(plan: RenderPlan, delivery: Delivery, pictures: Pictures = composed) -> Iterator[int]:
    """Write the film to delivery.part_path, giving the number of frames done after each one.

    Closing the iterator early stops the writing and removes the file.
    """
    writer = _writer(plan, delivery)
    mixer, row = Mixer(plan), pictures(plan)
    try:
        for frame, picture in enumerate(row):
            writer.add_planes(picture)
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

"""Writes a take beside its place, reads it back, and only then gives it its name."""

import contextlib
import os
import threading
from fractions import Fraction
from pathlib import Path

import numpy as np

from engine.contract.delivery import Delivery
from engine.contract.events import EngineFault
from engine.contract.making import Making
from engine.contract.media_facts import MediaFacts
from engine.contract.shot import Recipe
from engine.diffusion.cancelling import Stopped
from engine.diffusion.families.family import Sound
from engine.diffusion.jobs.take_rate import take_rate
from engine.diffusion.takes.take_sound import ENDLESS, Heard, MadeSound, draft_sound
from engine.media import verify
from engine.media.movie_writer import MovieWriter
from engine.media.probe import probe
from engine.media.written_recipe import comment_of
from engine.text_application import ensure_text_application

QUALITY = 14
"""x264's CRF: a take is encoded again with the film that it stands in."""


class TakeWriter:
    """One take's file, of which `frames` are written. Use it in a `with` block, which leaves
    nothing unless place() was called."""

    def __init__(self, making: Making, recipe: Recipe) -> None:
        run = making.run
        ensure_text_application()
        check_place(making.path)
        self._making, self.frames, self._sounded = making, 0, 0
        self.rate = take_rate(making)
        self._heard: Heard | None = None
        self._writer = MovieWriter(
            making.part_path,
            run.width,
            run.height,
            self.rate,
            Delivery(making.path, QUALITY),
            True,
            comment_of(recipe),
            alike=True,
        )

    def __enter__(self) -> "TakeWriter":
        return self

    def __exit__(self, *_: object) -> None:
        self._writer.abort()
        if self._heard:
            self._heard.close()
        with contextlib.suppress(OSError):
            Path(self._making.part_path).unlink(missing_ok=True)

    def hear(self, sound: Sound | None, held: Fraction = Fraction(0)) -> None:
        """What the next pictures sound like: the model's, whose last `held` seconds what comes
        after fades into; or else the draft's."""
        if sound is None:
            self._heard = self._heard or draft_sound(self._making, self.rate)
            return
        made = self._heard if isinstance(self._heard, MadeSound) else None
        self._heard = made = made or MadeSound(self._making, self.rate)
        made.add(sound, held)

    def add(self, pictures: np.ndarray) -> None:
        """The next pictures, uint8 RGB (some, height, width, 3), and their sound. First say what
        they sound like."""
        for picture in pictures[: self._making.run.frames - self.frames]:
            self._writer.add_picture(_with_alpha(picture))
            self.frames += 1
            self._sound(self.rate.sample_at(self.frames))

    def _sound(self, stop: int) -> None:
        """Write the sound up to a sample, or as far as it is certain."""
        ready = self._heard.ready if isinstance(self._heard, MadeSound) else ENDLESS
        stop = min(stop, ready)
        if self._heard and stop > self._sounded:
            self._writer.add_sound(self._heard.samples(self._sounded, stop - self._sounded))
            self._sounded = stop

    def place(self, stop: threading.Event) -> MediaFacts:
        """Finish, verify and name the file. Raises EngineFault and Stopped."""
        run, part = self._making.run, self._making.part_path
        self._writer.close()
        samples = self.rate.sample_at(run.frames)
        verify.check(part, run.width, run.height, self.rate, run.frames, samples)
        with Path(part).open("rb+") as file:
            os.fsync(file.fileno())
        if stop.is_set():
            raise Stopped
        Path(part).replace(self._making.path)
        return probe(self._making.path)


def check_place(path: str) -> None:
    """Raises EngineFault where no MP4 can be made at the path."""
    place = Path(path)
    if place.is_dir() or not place.parent.is_dir() or not os.access(place.parent, os.W_OK):
        raise EngineFault("not_writable", path, "no file can be made there")
    if not Delivery(path).is_mp4:
        raise EngineFault("bad_request", path, "a take's name ends in .mp4")


def _with_alpha(picture: np.ndarray) -> np.ndarray:
    height, width, _ = picture.shape
    filled = np.empty((height, width, 4), np.uint8)
    filled[..., :3], filled[..., 3] = picture[..., ::-1], 255
    return filled

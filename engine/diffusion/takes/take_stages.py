"""One take on its way from words to a file, through the stages that its course counts."""

import threading
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.contract.making import Making
from engine.contract.media_facts import MediaFacts
from engine.contract.shot import ModelRun, Recipe
from engine.diffusion.cancelling import Brake
from engine.diffusion.embeddings import Embeddings
from engine.diffusion.jobs.job import Job
from engine.diffusion.jobs.segment import Segment
from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.pictures.estimate import Colours, Denoised, Fitting, is_whole, preview
from engine.diffusion.pictures.kept_colours import KeptColours, autoencoder_of
from engine.diffusion.placing.placed_model import PlacedModel
from engine.diffusion.sampling import sampled
from engine.diffusion.takes.take_course import TakeCourse
from engine.diffusion.takes.take_sound import SEAM
from engine.diffusion.takes.take_writing import TakeWriter
from engine.version import VERSION

if TYPE_CHECKING:
    from PIL.Image import Image


class Take:
    """Use it once, in a `with` block: add() each segment, then place(). `colours` are what is known
    of autoencoders, and learnt here."""

    def __init__(
        self,
        making: Making,
        loaded: PlacedModel,
        course: TakeCourse,
        colours: KeptColours,
        embeddings: Embeddings,
    ) -> None:
        self._making, self._loaded, self._embeddings = making, loaded, embeddings
        self._course, self._colours = course, colours
        self._model = making.weights.fingerprint
        self._autoencoder = autoencoder_of(ModelFolder(Path(making.weights.folder)))
        self.recipe = Recipe(making.request, VERSION, self._model, making.run, making.profile)
        self._writer: TakeWriter | None = None
        self._latest: list[np.ndarray] = []

    def __enter__(self) -> "Take":
        return self

    def __exit__(self, *error: object) -> None:
        if self._writer:
            self._writer.__exit__(*error)

    def before(self, count: int) -> tuple["Image", ...]:
        """The last pictures of what there is so far, at most so many."""
        from PIL import Image

        return tuple(Image.fromarray(each) for each in self._latest[-count:] if count)

    def add(self, pipe: Any, job: Job, segment: Segment, held: int, brake: Brake) -> None:
        """Make the next segment. Its last `held` frames are gone on from by the one after it."""
        family, course = self._loaded.family, self._course
        if segment.number == 0:
            course.begin("encoding")
        reader = f"{self._model} {self._loaded.forecast.precision}"
        words = self._embeddings.take(reader, job, lambda: self._loaded.read(pipe, job))
        course.begin("denoising", segment.number)
        watched = _Watched(job.run, course, self._colours.of(self._autoencoder))
        output = sampled(family, pipe, job, words, watched)
        course.begin("decoding", segment.number)
        self._writer = self._writer or TakeWriter(self._making, self.recipe)
        sound = family.sound(pipe, output, job)
        kept = sound and sound.until(job.run.rate.seconds(segment.frames))
        ends = segment.stop == self._making.run.frames
        fading = Fraction(0) if ends else max(SEAM, job.run.rate.seconds(held))
        self._writer.hear(kept, fading)
        self._decode(pipe, output, job, segment, held, watched.latents, brake)

    def place(self, stop: threading.Event) -> MediaFacts:
        """The take's file, in its place."""
        assert self._writer is not None
        self._course.begin("writing")
        return self._writer.place(stop)

    def _decode(
        self,
        pipe: Any,
        output: Any,
        job: Job,
        segment: Segment,
        held: int,
        latents: np.ndarray | None,
        brake: Brake,
    ) -> None:
        fitting = self._fitting(pipe, job, latents)
        assert self._writer is not None
        for pictures in self._loaded.family.pictures(pipe, output, job):
            brake.heed()
            self._writer.add(pictures[: segment.stop - self._writer.frames])
            if held:
                self._latest = [*self._latest, *pictures][-held:]
            if fitting:
                fitting.add(pictures)
            self._course.reach((self._writer.frames - segment.start) / segment.frames)
        if fitting and (colours := fitting.colours()):
            self._colours.keep(self._autoencoder, colours)

    def _fitting(self, pipe: Any, job: Job, latents: np.ndarray | None) -> Fitting | None:
        # What goes on from something has latents that begin before its pictures do.
        goes_on = job.run.task == "extend" or job.before
        if latents is None or goes_on or not is_whole(pipe, latents, job.run):
            return None
        known = self._colours.of(self._autoencoder)
        return Fitting(latents, job.run.frames) if known is None else None


class _Watched:
    """What is seen of one segment's denoising."""

    def __init__(self, run: ModelRun, course: TakeCourse, colours: Colours | None) -> None:
        self._denoised, self._steps = Denoised(run), 0
        self._course, self._colours = course, colours
        self.latents: np.ndarray | None = None

    def stepped(self, pipe: Any, steps: int, latents: Any) -> None:
        """A step of denoising is done."""
        self._steps += 1
        self._course.expect(max(steps, self._steps))
        estimate = None if latents is None else self._denoised.after(pipe, latents)
        shown = b""
        if estimate is not None:
            shown, self.latents = preview(self._colours, estimate), estimate
        self._course.reach(min(1.0, self._steps / steps), shown)

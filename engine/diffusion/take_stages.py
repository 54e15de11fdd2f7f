"""One take on its way from words to a file, through the stages that its course counts."""

import threading
from pathlib import Path
from typing import Any

import numpy as np

from engine.contract.making import Making
from engine.contract.media_facts import MediaFacts
from engine.contract.shot import Recipe
from engine.diffusion.cancelling import Brake
from engine.diffusion.embeddings import Embeddings
from engine.diffusion.estimate import Denoised, Fitting, is_whole, preview
from engine.diffusion.job import Job
from engine.diffusion.kept_colours import KeptColours, autoencoder_of
from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.placed_model import PlacedModel
from engine.diffusion.sampling import sampled
from engine.diffusion.take_course import TakeCourse
from engine.diffusion.take_writing import TakeWriter
from engine.version import VERSION


class Take:
    """Use it once. `colours` are what is known of autoencoders, and learnt here."""

    def __init__(
        self,
        making: Making,
        job: Job,
        loaded: PlacedModel,
        course: TakeCourse,
        colours: KeptColours,
    ) -> None:
        self._making, self._job, self._loaded = making, job, loaded
        self._course, self._colours = course, colours
        self._denoised, self._steps = Denoised(job.run), 0
        self._latents: np.ndarray | None = None
        self._model = making.weights.fingerprint
        self._autoencoder = autoencoder_of(ModelFolder(Path(making.weights.folder)))
        self.recipe = Recipe(making.request, VERSION, self._model, making.run)

    def made(
        self, pipe: Any, embeddings: Embeddings, brake: Brake, stop: threading.Event
    ) -> MediaFacts:
        """The take's file, in its place."""
        family, job, course = self._loaded.family, self._job, self._course
        course.begin("encoding")
        reader = f"{self._model} {self._loaded.forecast.precision}"
        words = embeddings.take(reader, job, lambda: self._loaded.read(pipe, job))
        course.begin("denoising")
        output = sampled(family, pipe, job, words, self)
        course.begin("decoding")
        sound = family.sound(pipe, output, job)
        with TakeWriter(self._making, self.recipe, sound) as writer:
            self._decode(pipe, output, writer, brake)
            course.begin("writing")
            return writer.place(stop)

    def stepped(self, pipe: Any, steps: int, latents: Any) -> None:
        """A step of denoising is done."""
        self._steps += 1
        self._course.expect(max(steps, self._steps))
        estimate = None if latents is None else self._denoised.after(pipe, latents)
        shown = b""
        if estimate is not None:
            colours = self._colours.of(self._autoencoder)
            shown, self._latents = preview(colours, estimate), estimate
        self._course.reach(min(1.0, self._steps / steps), shown)

    def _decode(self, pipe: Any, output: Any, writer: TakeWriter, brake: Brake) -> None:
        run, latents, fitting = self._job.run, self._latents, None
        # An extension's latents begin before its pictures do.
        if latents is not None and run.task != "extend" and is_whole(pipe, latents, run):
            known = self._colours.of(self._autoencoder)
            fitting = Fitting(latents, run.frames) if known is None else None
        for pictures in self._loaded.family.pictures(pipe, output, self._job):
            brake.heed()
            writer.add(pictures)
            if fitting:
                fitting.add(pictures)
            self._course.reach(writer.frames / run.frames)
        if fitting and (colours := fitting.colours()):
            self._colours.keep(self._autoencoder, colours)

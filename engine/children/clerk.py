"""The clerk child: answers questions about plans and media away from the viewer.

While nothing is asked it loads painters ahead: the preview of a prompt needn't wait for them.
"""

import numpy as np

from engine.animatic.reel import loading
from engine.children.gallery import Gallery
from engine.children.pipe import Pipe, failure_of
from engine.contract.events import EngineFault
from engine.contract.media_facts import Peaks
from engine.contract.plan import SoundSource
from engine.machine.findings import machine_facts
from engine.media.probe import probe
from engine.media.waveform import peaks
from engine.media.written_recipe import recipe_in
from engine.messages import (
    Drop,
    FactsAnswer,
    Fault,
    Free,
    GetFacts,
    GetMachine,
    GetPeaks,
    GetRecipe,
    GetStill,
    MachineAnswer,
    PeaksAnswer,
    RecipeAnswer,
    ToChild,
    UseRing,
)
from engine.render.compositor import Compositor
from engine.render.sound_sources import SoundSources

Ask = GetStill | GetPeaks | GetFacts | GetRecipe | GetMachine
URGENCY: dict[type, int] = {GetFacts: 3, GetRecipe: 3, GetMachine: 3, GetStill: 2, GetPeaks: 1}


class Clerk:
    """Takes the most urgent question first, and of two alike the newer: it is what is looked at."""

    def __init__(self, pipe: Pipe) -> None:
        self._pipe = pipe
        self._gallery = Gallery()
        self._compositor = Compositor()
        self._asked: list[Ask] = []
        self._alive = True

    def run(self) -> None:
        """Work until the studio is gone."""
        ahead = loading()
        while self._alive:
            while not self._pipe.waiting() and next(ahead, None):
                pass
            self._obey(self._pipe.inbox.get())
            while self._pipe.waiting():
                self._obey(self._pipe.inbox.get())
            while self._alive and (ask := self._next()) and not self._pipe.waiting():
                self._asked.remove(ask)
                self._answer(ask)
        self._compositor.close()

    def _obey(self, message: ToChild | None) -> None:
        match message:
            case None:
                self._alive = False
            case UseRing():
                self._gallery.use(message)
            case Free():
                self._gallery.free(message)
            case Drop(ticket):
                self._asked = [ask for ask in self._asked if ask.ticket != ticket]
            case GetStill() | GetPeaks() | GetFacts() | GetRecipe() | GetMachine():
                self._asked.append(message)

    def _next(self) -> Ask | None:
        """The question to answer now; stills wait while no slot is free."""
        room = self._gallery.has_room()
        able = [ask for ask in self._asked if room or not isinstance(ask, GetStill)]
        return max(able, key=lambda ask: (URGENCY[type(ask)], ask.ticket), default=None)

    def _answer(self, ask: Ask) -> None:
        try:
            match ask:
                case GetStill():
                    self._hang(ask)
                case GetPeaks(ticket, source, per_second):
                    self._pipe.send(PeaksAnswer(ticket, _waveform(source, per_second)))
                case GetFacts(ticket, path):
                    self._pipe.send(FactsAnswer(ticket, probe(path)))
                case GetRecipe(ticket, path):
                    self._pipe.send(RecipeAnswer(ticket, recipe_in(path)))
                case GetMachine(ticket):
                    self._pipe.send(MachineAnswer(ticket, machine_facts()))
        except Exception as error:
            self._pipe.send(Fault(ask.ticket, failure_of(error)))

    def _hang(self, ask: GetStill) -> None:
        image = self._compositor.picture(ask.plan, ask.frame, ask.width, ask.height)
        shown = self._gallery.hang(image, ask.frame, ask.ticket)
        if shown is None:
            raise EngineFault("unexpected", detail="no picture slot is free")
        self._pipe.send(shown)


class _Whole:
    """One source from its first sample to its last."""

    def __init__(self, sounds: SoundSources, source: SoundSource) -> None:
        self._sounds, self._source = sounds, source
        self.length = sounds.length(source)

    def samples(self, start: int, count: int) -> np.ndarray:
        """float32 (count, 2)."""
        return self._sounds.samples(self._source, start, count)


def _waveform(source: SoundSource, per_second: int) -> Peaks:
    sounds = SoundSources()
    try:
        return peaks(_Whole(sounds, source), per_second)
    finally:
        sounds.close()

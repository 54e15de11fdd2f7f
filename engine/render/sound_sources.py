"""Sound of whatever a layer plays; open files and soundtracks are kept, a bounded number."""

from typing import Protocol

import numpy as np

from engine.animatic.reel import ReelSound
from engine.contract.plan import MediaSource, SoundSource
from engine.media.sound_reader import SoundReader
from engine.render.shelf import Shelf

OPEN_SOUNDS = 12


class Sound(Protocol):
    """Samples of one source at 48 kHz by number, silence outside of it."""

    length: int

    def samples(self, start: int, count: int) -> np.ndarray:
        """float32 (count, 2), -1 to 1, from sample `start` on."""
        ...


class SoundSources:
    """Opens sources when they are first heard, and closes what was not heard for long."""

    def __init__(self) -> None:
        self._open: Shelf[Sound] = Shelf(OPEN_SOUNDS, _close)

    def samples(self, source: SoundSource, start: int, count: int) -> np.ndarray:
        """float32 (count, 2) of the source from its sample `start` on.

        Sources keep some seconds around what was asked last, so going backwards or back and forth
        in small steps costs no more than going forwards. Raises EngineFault.
        """
        return self._sound(source).samples(start, count)

    def length(self, source: SoundSource) -> int:
        """Samples in the whole source."""
        return self._sound(source).length

    def close(self) -> None:
        """Close every file and let the memory go."""
        self._open.clear()

    def _sound(self, source: SoundSource) -> Sound:
        return self._open.take(source, lambda: _opened(source))


def _opened(source: SoundSource) -> Sound:
    if isinstance(source, MediaSource):
        return SoundReader(source.media.path)
    return ReelSound(source.request)


def _close(sound: Sound) -> None:
    if isinstance(sound, SoundReader):
        sound.close()

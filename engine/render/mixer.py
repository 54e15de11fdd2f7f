"""The mixer: any stretch of a plan's sound, exactly the same however it is asked for."""

from dataclasses import dataclass
from functools import partial
from math import cos, pi, sin, sqrt

import numpy as np

from engine.contract.plan import RenderPlan, SoundLayer
from engine.contract.time import Rate
from engine.render.pitch_keeper import PitchKeeper
from engine.render.shelf import Shelf
from engine.render.sound_course import Stretch, stretches_of
from engine.render.sound_sources import SoundSources
from engine.render.varispeed import BLOCK, varispeed_block

CEILING = 10 ** (-1 / 20)
BLOCKS_KEPT = 48
KEEPERS_KEPT = 16


class Mixer:
    """The sound of one plan at 48 kHz. Not to be used by two threads at a time."""

    def __init__(self, plan: RenderPlan) -> None:
        self._length = plan.samples
        self._voices = tuple(_Voice.of(layer, plan.rate) for layer in plan.sounds)
        self._sources = SoundSources()
        self._blocks: Shelf[np.ndarray] = Shelf(BLOCKS_KEPT)
        self._keepers: Shelf[PitchKeeper] = Shelf(KEEPERS_KEPT)

    def samples(self, start: int, count: int) -> np.ndarray:
        """float32 (count, 2), -1 to 1, from the film's sample `start` on; silence outside it.

        Asking for a stretch at once or in parts gives the same samples. Raises EngineFault.
        """
        mix = np.zeros((max(count, 0), 2), np.float32)
        for voice in self._voices:
            low = max(start, voice.start, 0)
            high = min(start + count, voice.stop, self._length)
            if low < high:
                mix[low - start : high - start] += self._voiced(voice, low, high)
        return limited(mix)

    def close(self) -> None:
        """Close every file and let the memory go."""
        self._sources.close()
        self._blocks.clear()
        self._keepers.clear()

    def _voiced(self, voice: "_Voice", low: int, high: int) -> np.ndarray:
        """float32 (high - low, 2): the layer with its gain, place and fades."""
        sound = np.zeros((high - low, 2), np.float32)
        for stretch in voice.stretches:
            first, last = max(low, stretch.start), min(high, stretch.stop)
            if first < last and not stretch.held:
                sound[first - low : last - low] = self._stretched(voice, stretch, first, last)
        if voice.gains != (1.0, 1.0):
            sound *= np.array(voice.gains, np.float32)
        envelope = voice.envelope(low, high)
        if envelope is not None:
            sound *= envelope[:, None]
        return sound

    def _stretched(self, voice: "_Voice", stretch: Stretch, low: int, high: int) -> np.ndarray:
        start, count = low - stretch.start, high - low
        if stretch.unchanged:
            return self._copied(voice, stretch, start, count)
        if voice.layer.keep_pitch:
            return self._keeper(voice, stretch).samples(start, count)
        return self._varied(voice, stretch, start, count)

    def _copied(self, voice: "_Voice", stretch: Stretch, start: int, count: int) -> np.ndarray:
        source = voice.layer.source
        if not stretch.piece.backwards:
            return self._sources.samples(source, stretch.first_copied + start, count)
        begin = stretch.first_copied + stretch.length - start - count
        return self._sources.samples(source, begin, count)[::-1]

    def _keeper(self, voice: "_Voice", stretch: Stretch) -> PitchKeeper:
        read = partial(self._sources.samples, voice.layer.source)
        return self._keepers.take(
            (id(voice), stretch.start), lambda: PitchKeeper(read, stretch.course())
        )

    def _varied(self, voice: "_Voice", stretch: Stretch, start: int, count: int) -> np.ndarray:
        first, last = start // BLOCK, (start + count - 1) // BLOCK
        blocks = [self._block(voice, stretch, number) for number in range(first, last + 1)]
        return np.concatenate(blocks)[start - first * BLOCK :][:count]

    def _block(self, voice: "_Voice", stretch: Stretch, number: int) -> np.ndarray:
        read = partial(self._sources.samples, voice.layer.source)
        return self._blocks.take(
            (id(voice), stretch.start, number),
            lambda: varispeed_block(read, stretch.course(), number, stretch.length),
        )


@dataclass(frozen=True)
class _Voice:
    """A sound layer in whole samples of the film."""

    layer: SoundLayer
    start: int
    stop: int
    stretches: tuple[Stretch, ...]
    gains: tuple[float, float]
    rising: int
    falling: int

    @classmethod
    def of(cls, layer: SoundLayer, rate: Rate) -> "_Voice":
        span = layer.span
        start, stop = rate.sample_at(span.start), rate.sample_at(span.stop)
        return cls(
            layer,
            start,
            stop,
            stretches_of(layer, rate),
            gains_of(layer.gain_db, layer.pan),
            rate.sample_at(span.start + layer.fade_in) - start,
            stop - rate.sample_at(span.stop - layer.fade_out),
        )

    def envelope(self, low: int, high: int) -> np.ndarray | None:
        """float32 (high - low,): the fades with equal power; None where there are none."""
        rising = self.rising and low < self.start + self.rising
        falling = self.falling and high > self.stop - self.falling
        if not rising and not falling:
            return None
        envelope = np.ones(high - low)
        if rising:
            since = np.arange(low - self.start, high - self.start) + 0.5
            envelope *= np.sin(np.minimum(since / self.rising, 1) * (pi / 2))
        if falling:
            left = np.arange(self.stop - low, self.stop - high, -1) - 0.5
            envelope *= np.sin(np.minimum(left / self.falling, 1) * (pi / 2))
        return envelope.astype(np.float32)


def gains_of(gain_db: float, pan: float) -> tuple[float, float]:
    """Gains of left and right. The two together have the same power wherever the sound is put,
    and in the middle each is exactly the gain."""
    gain = 10 ** (gain_db / 20)
    if pan == 0:
        return gain, gain
    angle = (min(max(pan, -1.0), 1.0) + 1) * pi / 4
    return gain * sqrt(2) * cos(angle), gain * sqrt(2) * sin(angle)


def limited(sound: np.ndarray) -> np.ndarray:
    """The same array with whatever is above -1 dBFS bent back smoothly, never reaching 1.

    Each sample alone decides, so nothing pumps and nothing depends on its neighbours.
    """
    loud = np.abs(sound) > CEILING
    if loud.any():
        over = (np.abs(sound[loud]) - CEILING) / (1 - CEILING)
        sound[loud] = np.copysign(CEILING + (1 - CEILING) * np.tanh(over), sound[loud])
    return sound

"""A take's sound: the model's own, or the draft's where the model is silent."""

from fractions import Fraction
from math import floor
from typing import Protocol

import numpy as np

from engine.contract.making import Making
from engine.contract.plan import RenderPlan, ShotSource, SoundLayer
from engine.contract.time import SAMPLE_RATE, Rate, Span
from engine.contract.timemap import TimeMap
from engine.diffusion.families.family import Sound
from engine.render.mixer import Mixer, limited
from engine.render.pitch_keeper import PitchKeeper
from engine.render.sound_course import Course

ENDLESS = 1 << 62
SEAM = Fraction(1, 200)
"""Seconds that a cut takes to fall silent, and to rise again."""

_SILENCE = np.empty((0, 2), np.float32)


class Heard(Protocol):
    """Sound at 48 kHz, float32 (count, 2), from any sample on."""

    def samples(self, start: int, count: int) -> np.ndarray:
        """A stretch of it."""
        ...

    def close(self) -> None:
        """Let its files go."""
        ...


def draft_sound(making: Making, rate: Rate) -> Heard:
    """What the draft of the same request sounds like, for as long as the take's frames last."""
    frames = making.run.frames
    layer = SoundLayer(
        ShotSource(making.request), Span(0, frames), TimeMap.straight(rate.seconds(frames))
    )
    run = making.run
    return Mixer(RenderPlan(run.width, run.height, rate, frames, (), (layer,)))


class MadeSound:
    """The model's sound at 48 kHz, segment after segment, as slow as its pictures and at the pitch
    that it had. `ready` are the samples that won't change any more."""

    def __init__(self, making: Making, rate: Rate) -> None:
        self._speed = float(rate.fps / making.run.rate.fps)
        self._joined, self._heard = _SILENCE, _Kept(_SILENCE)
        self.ready = 0

    def add(self, sound: Sound, held: Fraction) -> None:
        """The next segment's. The last `held` seconds may still fade into what comes after: 0 for
        the film's last segment, SEAM at least for others."""
        join = faded if len(sound.ahead) else cut
        self._joined = join(self._joined, sound)
        kept = _Kept(limited(resampled(self._joined, sound.rate)))
        self._heard = kept if self._speed == 1 else _Slowed(kept, self._speed)
        length = Fraction(len(self._joined), sound.rate) - held
        self.ready = floor(length * SAMPLE_RATE / Fraction(self._speed)) if held else ENDLESS

    def samples(self, start: int, count: int) -> np.ndarray:
        """A stretch of it, silent after its end."""
        return self._heard.samples(start, count)

    def close(self) -> None:
        """Let it go."""
        self._heard.close()


def faded(before: np.ndarray, sound: Sound) -> np.ndarray:
    """The sound behind what was before, whose end fades into what is ahead of it with equal power
    all along."""
    count = min(len(before), len(sound.ahead))
    angles = np.linspace(0, np.pi / 2, count + 2, dtype=np.float32)[1:-1, None]
    seam = before[len(before) - count :] * np.cos(angles)
    seam += sound.ahead[len(sound.ahead) - count :] * np.sin(angles)
    return np.concatenate([before[: len(before) - count], seam, sound.samples])


def cut(before: np.ndarray, sound: Sound) -> np.ndarray:
    """The sound behind what was before, both brought to silence between so that nothing clicks."""
    after, count = sound.samples.copy(), round(SEAM * sound.rate)
    count = min(count, len(before), len(after))
    ramp = np.linspace(0, 1, count, dtype=np.float32)[:, None]
    before = before.copy()
    before[len(before) - count :] *= ramp[::-1]
    after[:count] *= ramp
    return np.concatenate([before, after])


def resampled(samples: np.ndarray, rate: int) -> np.ndarray:
    """float32 (count, 2) at 48 kHz of samples at another rate."""
    if rate == SAMPLE_RATE:
        return samples.astype(np.float32)
    import av

    frame = av.AudioFrame.from_ndarray(
        np.ascontiguousarray(samples.T, np.float32), format="fltp", layout="stereo"
    )
    frame.sample_rate = rate
    resampler = av.AudioResampler("fltp", "stereo", SAMPLE_RATE)
    parts = [*resampler.resample(frame), *resampler.resample(None)]
    return np.concatenate([part.to_ndarray() for part in parts], axis=1).T.copy()


class _Kept:
    """Samples in memory, with silence around them."""

    def __init__(self, samples: np.ndarray) -> None:
        self._samples = samples

    def samples(self, start: int, count: int) -> np.ndarray:
        found = self._samples[max(start, 0) : max(start + count, 0)]
        before = min(max(-start, 0), count)
        return np.pad(found, ((before, count - before - len(found)), (0, 0)))

    def close(self) -> None:
        self._samples = self._samples[:0]


class _Slowed:
    def __init__(self, kept: _Kept, speed: float) -> None:
        self._kept = kept
        self._keeper = PitchKeeper(kept.samples, Course(0, 0.0, speed, 0.0))

    def samples(self, start: int, count: int) -> np.ndarray:
        return limited(self._keeper.samples(start, count))

    def close(self) -> None:
        self._kept.close()

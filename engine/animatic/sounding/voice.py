"""Voices: what sounds in a scene, as beds that go on and events that start at exact moments."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import numpy as np

from engine.animatic.scene import Scene
from engine.animatic.sounding.ear import gain
from engine.animatic.sounding.texture import BLOCK, texture
from engine.contract.time import SAMPLE_RATE

Envelope = Callable[[np.ndarray], np.ndarray]
GRID = 240
"""Samples between the moments at which slow things are asked for: 5 ms."""
STEP = 30
"""Samples between the points of a bed's envelope, which is straight in between."""


class Voice(Protocol):
    """Something that sounds, at any moment from the shot's start to some seconds after its end.

    What `rings` only sounds on after the shot's end, all else goes on for ever.
    """

    rings: bool

    def block(self, index: int) -> np.ndarray:
        """Its samples in block `index`: float32 (BLOCK, 2)."""
        ...


class Bed:
    """A texture at `level` LUFS, shaped by an envelope over time in seconds, (n,) or (n, 2)."""

    rings = False

    def __init__(self, scene: Scene, name: str, level: float, envelope: Envelope) -> None:
        self.scene, self.name, self.envelope = scene, name, envelope
        self.factor = np.float32(gain(level))

    def block(self, index: int) -> np.ndarray:
        """See Voice."""
        moments = (index * BLOCK + np.arange(0, BLOCK + 1, STEP)) / SAMPLE_RATE
        shape = self.envelope(moments).astype(np.float32) * self.factor
        if not shape.any():
            return np.zeros((BLOCK, 2), np.float32)
        return texture(self.name).block(self.scene.seed, index) * _straight(shape)


class Tone:
    """A voice given by a closed form of time: `sound` maps seconds (n,) to samples (n, 2)."""

    rings = False

    def __init__(self, sound: Envelope) -> None:
        self.sound = sound

    def block(self, index: int) -> np.ndarray:
        """See Voice."""
        return self.sound(times(index)).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Passing:
    """How a sound is heard whose source goes by: `gains` maps seconds (n,) to loudness left and
    right (n, 2), `late` to the seconds that it comes later than at its start."""

    gains: Envelope
    late: Envelope


@dataclass(frozen=True, slots=True)
class Event:
    """A sound that starts at `seconds`. Its family's maker gives float32 (n, 2) for `key`,
    to which `gains` (2,) give loudness and side, or `passing` while it lasts."""

    seconds: float
    key: object
    gains: np.ndarray
    passing: Passing | None = None

    @property
    def start(self) -> int:
        """Its first sample."""
        return round(self.seconds * SAMPLE_RATE)


class Events:
    """Events of one family, none longer than `longest` seconds."""

    rings = True

    def __init__(
        self,
        scene: Scene,
        events: list[Event],
        make: Callable[..., np.ndarray],
        longest: float,
    ) -> None:
        self.events = sorted(events, key=lambda event: event.start)
        self.longest = round(longest * SAMPLE_RATE)
        self._make = make

    def block(self, index: int) -> np.ndarray:
        """See Voice."""
        first = index * BLOCK
        mix = np.zeros((BLOCK, 2), np.float32)
        for event in self.events:
            if event.start >= first + BLOCK:
                break
            if event.start + self.longest > first:
                self._add(mix, first, event)
        return mix

    def _add(self, mix: np.ndarray, first: int, event: Event) -> None:
        sound = self._make(event.key)
        begin = event.start - first
        if event.passing is not None:
            mix[max(0, begin) :] += _gone_by(sound, event, event.passing, first)
            return
        inside = sound[max(0, -begin) : max(0, BLOCK - begin)]
        start = max(0, begin)
        mix[start : start + len(inside)] += inside * event.gains.astype(np.float32)


def _gone_by(sound: np.ndarray, event: Event, passing: Passing, first: int) -> np.ndarray:
    """What of a block is heard of a sound whose source goes by, from its start on."""
    begin = max(event.start, first)
    moments = np.arange(begin, first + BLOCK + STEP, STEP) / SAMPLE_RATE
    sample = np.arange(begin, first + BLOCK)
    late = np.interp(sample, moments * SAMPLE_RATE, passing.late(moments))
    loud = passing.gains(moments)
    place = sample - event.start - late * SAMPLE_RATE
    inside = np.arange(len(sound))
    both = [
        np.interp(place, inside, sound[:, side], right=0.0)
        * np.interp(sample, moments * SAMPLE_RATE, loud[:, side])
        for side in (0, 1)
    ]
    return np.stack(both, axis=-1).astype(np.float32)


def _straight(points: np.ndarray) -> np.ndarray:
    """Values at every sample, straight between points STEP samples apart: (n, 1) or (n, 2)."""
    points = points.reshape(len(points), -1)
    part = (np.arange(STEP, dtype=np.float32) / STEP)[None, :, None]
    values = points[:-1, None] + (points[1:] - points[:-1])[:, None] * part
    return values.reshape(-1, points.shape[1])


def times(index: int) -> np.ndarray:
    """The moments of a block's samples, in seconds."""
    return (index * BLOCK + np.arange(BLOCK)) / SAMPLE_RATE


def sampled(function: Callable[[float], float], step: float = GRID / SAMPLE_RATE) -> Envelope:
    """A slow function of time made fit for arrays: asked every `step` seconds of the clock,
    straight in between, so that any stretch gives the same values."""

    @lru_cache(maxsize=4096)
    def known(tick: int) -> float:
        return function(tick * step)

    def envelope(moments: np.ndarray) -> np.ndarray:
        first = int(np.floor(moments[0] / step))
        last = int(np.ceil(moments[-1] / step)) + 1
        ticks = range(first, last + 1) if last - first < 4 * len(moments) else None
        if ticks is None:
            return np.array([function(float(moment)) for moment in moments])
        values = np.array([known(tick) for tick in ticks])
        return np.interp(moments / step - first, np.arange(len(values)), values)

    return envelope

"""A soundtrack: all that a scene sounds, for any stretch of samples asked in any order."""

from collections import OrderedDict
from math import log10

import numpy as np

from engine.animatic.scene import Scene
from engine.animatic.sounding import (
    birdcalls,
    engines,
    footsteps,
    insects,
    rainfall,
    signals,
    surf,
    thunder,
    traffic,
    wind,
)
from engine.animatic.sounding.ear import gain
from engine.animatic.sounding.texture import BLOCK
from engine.animatic.sounding.voice import Voice
from engine.contract.time import SAMPLE_RATE

FAMILIES = (surf, wind, rainfall, traffic, insects, engines, birdcalls, footsteps, signals)
LEVEL = -18.5
"""LUFS that a whole scene is brought to."""
UNDER_THUNDER = -4.0
THUNDER_LIFT = 3.0
"""Decibels by which all else gives way to thunder, and by which a storm is louder as a whole."""
MOST_LIFT, MOST_CUT = 9.0, 12.0
SILENCE = -22.0
KEPT = 24
"""Blocks kept for asking again: 12 seconds, 4.6 MB."""
FADE = round(0.02 * SAMPLE_RATE)
KNEE, CEILING = 0.62, 0.885
"""Where the limiter begins and what it never passes: -1.06 dBFS."""


class Soundtrack:
    """The sound of a scene at 48 kHz, float32 stereo within ±1."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.length = round(scene.seconds * SAMPLE_RATE)
        self._voices = [voice for family in FAMILIES for voice in family.voices(scene)]
        self._strokes = thunder.voices(scene)
        self._under = np.float32(gain(UNDER_THUNDER) if self._strokes else 1.0)
        self._gain = np.float32(_master(scene, self._voices, self._strokes, self._under))
        self._blocks: OrderedDict[int, np.ndarray] = OrderedDict()

    def samples(self, start: int, count: int) -> np.ndarray:
        """float32 (count, 2) from sample `start`; silence outside the shot.

        However a stretch is cut up and in whatever order it is asked, the samples are identical.
        """
        result = np.zeros((count, 2), np.float32)
        first, last = max(start, 0), min(start + count, self.length)
        for index in range(first // BLOCK, -(-last // BLOCK) if last > first else 0):
            begin, end = max(first, index * BLOCK), min(last, (index + 1) * BLOCK)
            block = self._block(index)
            result[begin - start : end - start] = block[begin - index * BLOCK : end - index * BLOCK]
        return result

    def _block(self, index: int) -> np.ndarray:
        block = self._blocks.get(index)
        if block is None:
            block = self._blocks[index] = self._made(index)
        self._blocks.move_to_end(index)
        while len(self._blocks) > KEPT:
            self._blocks.popitem(last=False)
        return block

    def _made(self, index: int) -> np.ndarray:
        mix = np.zeros((BLOCK, 2), np.float32)
        for voice in self._voices:
            mix += voice.block(index)
        mix *= self._under
        for voice in self._strokes:
            mix += voice.block(index)
        return limited(mix * self._gain) * self._edges(index)

    def _edges(self, index: int) -> np.ndarray:
        """20 ms from and to silence at the ends of the shot, so that no cut clicks."""
        sample = np.arange(index * BLOCK, (index + 1) * BLOCK)
        inside = np.minimum(sample, self.length - 1 - sample) / FADE
        shape = np.sin(np.clip(inside, 0.0, 1.0) * (np.pi / 2)) ** 2
        return shape.astype(np.float32)[:, None]


def limited(sound: np.ndarray) -> np.ndarray:
    """The sound with its peaks bent softly below CEILING; each sample by itself."""
    size = np.abs(sound)
    if float(size.max(initial=0.0)) <= KNEE:
        return sound
    room = CEILING - KNEE
    bent = KNEE + room * np.tanh((size - KNEE) / room)
    return np.where(size > KNEE, np.copysign(bent, sound), sound).astype(np.float32)


def _master(scene: Scene, voices: list[Voice], strokes: list[Voice], under: float) -> float:
    """The gain that brings it all to LEVEL. A nearly silent scene isn't blown up."""
    power = under**2 * sum(voice.power for voice in voices)
    power += sum(voice.power for voice in strokes)
    level = LEVEL + (THUNDER_LIFT if strokes else 0.0)
    lift = level - 10 * log10(max(power, 1e-9))
    quiet = SILENCE if "silence" in scene.sounds else 0.0
    return gain(min(max(lift, -MOST_CUT), MOST_LIFT) + quiet)

"""A soundtrack: all that a scene sounds, for any stretch of samples asked in any order."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from functools import cached_property

import numpy as np

from engine.animatic.scene import Scene
from engine.animatic.sounding import thunder
from engine.animatic.sounding.balance import balanced
from engine.animatic.sounding.ear import gain, integrated
from engine.animatic.sounding.families import AMBIENT, FOREGROUND
from engine.animatic.sounding.limiter import AROUND, limited
from engine.animatic.sounding.music import piece
from engine.animatic.sounding.texture import BLOCK
from engine.animatic.sounding.voice import Bed, Voice
from engine.contract.time import SAMPLE_RATE

LEVEL, SILENCE = -16.0, -62.0
"""LUFS that a whole scene is brought to, and one that is asked to be silent."""
UNDER_THUNDER, UNDER_EVENTS = -4.0, -8.0
"""Decibels by which all else gives way to thunder, and what is around to what happens."""
KEPT = 26
"""Blocks kept for asking again: 13 seconds, 5 MB."""
FADE = round(0.02 * SAMPLE_RATE)
"""Samples in which a shot's sound comes up and goes; a cut fades over as many."""
TURN, RINGING = SAMPLE_RATE, 8 * SAMPLE_RATE
"""Samples in which a loop's end fades into its start, and in which what rang at its end dies."""


class Soundtrack:
    """The sound of a scene at 48 kHz, float32 stereo within ±1.

    Where the scene loops its end runs into its start without a seam; otherwise it has silence at
    both ends. Where another shot follows (`goes_on`), it fades under that one's first samples.
    """

    def __init__(self, scene: Scene, goes_on: bool = False) -> None:
        self.scene = scene
        self.length = round(scene.seconds * SAMPLE_RATE) + (FADE if goes_on else 0)
        near = [voice for family in FOREGROUND for voice in family.voices(scene)]
        near += piece.voices(scene)
        around = [voice for family in AMBIENT for voice in family.voices(scene)]
        strokes = thunder.voices(scene)
        under = UNDER_THUNDER if strokes else 0.0
        happens = any(not isinstance(voice, Bed) for voice in near)
        behind = under + (UNDER_EVENTS if happens else 0.0)
        self._around = [(around, gain(behind))]
        self._ahead = [(near, gain(under)), (strokes, 1.0)]
        self._mixed = _Kept(KEPT, self._mix)
        self._ready = _Kept(KEPT, self._made)

    def samples(self, start: int, count: int) -> np.ndarray:
        """float32 (count, 2) from sample `start`; silence outside the shot.

        However a stretch is cut up and in whatever order it is asked, the samples are identical.
        """
        result = np.zeros((count, 2), np.float32)
        first, last = max(start, 0), min(start + count, self.length)
        if last > first:
            _fill(result[first - start : last - start], first, self._ready.block)
        return result

    @cached_property
    def _levels(self) -> np.ndarray:
        """Gains of what is around and of what is ahead: float32 (2,), with which the whole has
        its level."""
        blocks = -(-self.length // BLOCK)
        layers = np.concatenate([self._mixed.block(index) for index in range(blocks)], axis=1)
        layers = layers[:, : self.length]
        if "silence" in self.scene.sounds:
            return np.full(2, gain(SILENCE - integrated(layers.sum(axis=0))), np.float32)
        return balanced(layers, LEVEL)

    def _made(self, index: int) -> np.ndarray:
        start = index * BLOCK
        sound = limited(self._surroundings(start - AROUND, BLOCK + 2 * AROUND), 1.0)
        return sound if self.scene.loops else sound * self._edges(start)

    def _surroundings(self, start: int, count: int) -> np.ndarray:
        """What is mixed, also before and after the shot: silence, or its other end in a loop."""
        result = np.zeros((count, 2), np.float32)
        if self.scene.loops:
            place = 0
            while place < count:
                at = (start + place) % self.length
                stop = place + min(count - place, self.length - at)
                _fill(result[place:stop], at, self._leveled)
                place = stop
            return result
        first, last = max(start, 0), min(start + count, self.length)
        _fill(result[first - start : last - start], first, self._leveled)
        return result

    def _leveled(self, index: int) -> np.ndarray:
        return np.tensordot(self._levels, self._mixed.block(index), 1)

    def _mix(self, index: int) -> np.ndarray:
        """What is around and what is ahead: float32 (2, BLOCK, 2)."""
        mix = np.zeros((2, BLOCK, 2), np.float32)
        returned = self.scene.loops and index * BLOCK < RINGING
        for layer, parts in zip(mix, (self._around, self._ahead), strict=True):
            for voices, level in parts:
                if voices:
                    sound = self._returned(voices, index) if returned else _sum(voices, index)
                    layer += sound * np.float32(level)
        return mix

    def _returned(self, voices: list[Voice], index: int) -> np.ndarray:
        """A block of a loop's start, with what goes on from its end."""
        steady = [voice for voice in voices if not voice.rings]
        ringing = [voice for voice in voices if voice.rings]
        since = np.arange(index * BLOCK, (index + 1) * BLOCK)
        angle = np.minimum(since / min(TURN, self.length / 4), 1.0) * (np.pi / 2)
        come, go = np.sin(angle).astype(np.float32), np.cos(angle).astype(np.float32)
        mix = _sum(steady, index) * come[:, None] + _sum(ringing, index)
        if float(go.max()) > 1e-6:
            mix += self._beyond(steady, index) * go[:, None]
        return mix + self._beyond(ringing, index)

    def _beyond(self, voices: list[Voice], index: int) -> np.ndarray:
        """What the voices would sound a whole shot later."""
        result = np.empty((BLOCK, 2), np.float32)
        start = self.length + index * BLOCK
        _fill(result, start, lambda later: _sum(voices, later))
        return result

    def _edges(self, start: int) -> np.ndarray:
        """20 ms from and to silence at the ends of the shot, so that no cut clicks."""
        sample = np.arange(start, start + BLOCK)
        inside = np.minimum(sample, self.length - 1 - sample) / min(FADE, self.length / 4)
        shape = np.sin(np.clip(inside, 0.0, 1.0) * (np.pi / 2)) ** 2
        return shape.astype(np.float32)[:, None]


def _sum(voices: Iterable[Voice], index: int) -> np.ndarray:
    mix = np.zeros((BLOCK, 2), np.float32)
    for voice in voices:
        mix += voice.block(index)
    return mix


class _Kept:
    """Blocks by number, made when they are asked for; those asked last are kept."""

    def __init__(self, number: int, make: Callable[[int], np.ndarray]) -> None:
        self._number, self._make = number, make
        self._blocks: OrderedDict[int, np.ndarray] = OrderedDict()

    def block(self, index: int) -> np.ndarray:
        block = self._blocks.get(index)
        if block is None:
            block = self._blocks[index] = self._make(index)
        self._blocks.move_to_end(index)
        while len(self._blocks) > self._number:
            self._blocks.popitem(last=False)
        return block


def _fill(result: np.ndarray, start: int, block: Callable[[int], np.ndarray]) -> None:
    """Fill the result with samples from `start` on, from the blocks that hold them."""
    stop = start + len(result)
    for index in range(start // BLOCK, -(-stop // BLOCK)):
        begin, end = max(start, index * BLOCK), min(stop, (index + 1) * BLOCK)
        inside = block(index)[begin - index * BLOCK : end - index * BLOCK]
        result[begin - start : end - start] = inside

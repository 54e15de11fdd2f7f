"""The waveform of a sound: its loudest sample in each slot of time."""

from typing import Protocol

import numpy as np

from engine.contract.media_facts import Peaks
from engine.contract.time import SAMPLE_RATE

_CHUNK_SECONDS = 8


class Heard(Protocol):
    """Anything with stereo samples at 48 kHz."""

    length: int

    def samples(self, start: int, count: int) -> np.ndarray:
        """(count, 2) float32."""
        ...


def peaks(source: Heard, per_second: int) -> Peaks:
    """The loudest absolute sample of either side in each of `per_second` slots a second, 0 to 1.

    Slot k covers samples floor(k * 48000 / per_second) up to the next slot's first.
    """
    if not 1 <= per_second <= SAMPLE_RATE:
        raise ValueError(f"a waveform has 1 to {SAMPLE_RATE} slots a second, not {per_second}")
    slots = -(-source.length * per_second // SAMPLE_RATE)
    values: list[float] = []
    step = per_second * _CHUNK_SECONDS
    for first in range(0, slots, step):
        starts = [
            slot * SAMPLE_RATE // per_second for slot in range(first, min(first + step, slots))
        ]
        stop = min((starts and (first + len(starts)) * SAMPLE_RATE // per_second), source.length)
        loud = np.abs(source.samples(starts[0], stop - starts[0])).max(axis=1)
        tops = np.maximum.reduceat(loud, [start - starts[0] for start in starts])
        values.extend(np.minimum(tops, 1).tolist())
    return Peaks(per_second, tuple(values))

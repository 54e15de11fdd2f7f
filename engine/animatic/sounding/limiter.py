"""The limiter: turns loud moments down ahead of their peaks, so that none passes the ceiling.

Its gain follows true peaks (ITU-R BS.1770-4, annex 2: between the samples too) within a fortieth of
a second before and after, so any stretch can be limited by itself if its surroundings are known.
"""

from functools import lru_cache

import numpy as np

CEILING = 10 ** (-1.4 / 20)
"""What true peaks stay below: -1.4 dBTP, so that a coder's error keeps them under -1."""
BIN = 16
"""Samples that share one point of the gain's curve."""
REACH = 60
"""Bins to each side that a peak turns down: 20 ms."""
AROUND = 2 * REACH * BIN
"""Samples that must be known before and after a stretch."""
_SURELY_BELOW = 0.62
_TAPS, _BETA = 40, 4.0
"""Taps of the filters between samples: right within 0.2 dB up to 22 kHz (Kaiser's window)."""


def limited(sound: np.ndarray, gain: float, exact: bool = True) -> np.ndarray:
    """`sound` (AROUND + n + AROUND, 2) times gain and limited: float32 (n, 2).

    n must be a multiple of BIN. Not `exact`, peaks between samples aren't looked for.
    """
    loud = sound * np.float32(gain)
    inside = loud[AROUND:-AROUND]
    if float(np.abs(loud).max(initial=0.0)) <= _SURELY_BELOW:
        return inside
    curve = _turned_down(_needed(loud, exact))
    return inside * curve[AROUND:-AROUND, None]


def _needed(loud: np.ndarray, exact: bool) -> np.ndarray:
    """The greatest gain that each bin of samples may have."""
    sides = [true_peaks(side) if exact else np.abs(side) for side in loud.T]
    peaks = np.maximum(*sides)
    highest = peaks.reshape(-1, BIN).max(axis=1)
    return np.minimum(CEILING / np.maximum(highest, 1e-9), 1.0)


def true_peaks(sound: np.ndarray) -> np.ndarray:
    """The greatest size of a sound (n,) from each sample to the next, at four times the rate."""
    size = np.abs(sound)
    for phase in _phases():
        between = np.abs(np.convolve(sound, phase, "full")[_TAPS // 2 : _TAPS // 2 + len(sound)])
        size = np.maximum(size, between)
    return size


@lru_cache(maxsize=1)
def _phases() -> tuple[np.ndarray, ...]:
    """Filters that give the signal a quarter, half and three quarters after each sample."""
    place = np.arange(_TAPS) - _TAPS // 2
    filters = []
    for part in (0.25, 0.5, 0.75):
        at = (place + part) / (_TAPS / 2 + 1)
        window = np.i0(_BETA * np.sqrt(np.maximum(1.0 - at * at, 0.0))) / np.i0(_BETA)
        filters.append((np.sinc(place + part) * window).astype(np.float32))
    return tuple(filters)


def _turned_down(needed: np.ndarray) -> np.ndarray:
    """The gain at every sample: no greater than any bin needs within REACH, and smooth."""
    least = needed
    reach = 1
    while reach <= REACH:
        # Doubling windows: the least of two windows is the least of the wider one.
        step = min(reach, REACH - reach + 1)
        least = np.minimum(least, np.minimum(_moved(least, step), _moved(least, -step)))
        reach += step
    shape = np.hanning(2 * REACH - 1)
    padded = np.pad(least, REACH - 1, mode="edge")
    smooth = np.convolve(padded, shape / shape.sum(), "valid")
    at = (np.arange(len(needed) * BIN) - (BIN - 1) / 2) / BIN
    return np.interp(at, np.arange(len(needed)), smooth).astype(np.float32)


def _moved(values: np.ndarray, by: int) -> np.ndarray:
    """The values `by` places earlier or later, their ends held."""
    result = np.empty_like(values)
    if by > 0:
        result[by:], result[:by] = values[:-by], values[0]
    else:
        result[:by], result[by:] = values[-by:], values[-1]
    return result

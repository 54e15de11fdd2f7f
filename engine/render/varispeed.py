"""Sound at another speed, the pitch along with it, like tape.

Every output sample is interpolated at its exact source position with a windowed sinc (J. O. Smith,
"Digital Audio Resampling Home Page"); where the source runs faster than 1 it goes through a
linear-phase low-pass first, so nothing folds back. Works in fixed blocks counted from the start of
the stretch, so any way of asking gives the same samples.
"""

from collections.abc import Callable
from functools import lru_cache
from math import ceil, floor

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from engine.render.sound_course import Course

BLOCK = 4096
TAPS = 32
PHASES = 512
SHARPNESS = 9.0
PASSED = 0.92
LOBES = 16

Read = Callable[[int, int], np.ndarray]


def varispeed_block(read: Read, course: Course, number: int, length: int) -> np.ndarray:
    """float32 (n, 2): block `number` of a stretch of `length` samples.

    `read(start, count)` gives the source's samples.
    """
    first = number * BLOCK
    count = min(BLOCK, length - first)
    places = course.places(first, count)
    speed = course.fastest(first, count)
    low, high = floor(places.min()) - TAPS // 2, ceil(places.max()) + TAPS // 2 + 1
    if speed <= 1.0:
        source = read(course.whole + low, high - low)
    else:
        pace = ceil(speed * 64)
        margin = _reach(pace)
        wide = read(course.whole + low - margin, high - low + 2 * margin)
        source = _filtered(wide, pace)
    return _interpolated(source, places - low)


def _interpolated(source: np.ndarray, places: np.ndarray) -> np.ndarray:
    """float32 (n, 2) at fractional places in source (m, 2)."""
    whole = np.floor(places).astype(np.int64)
    phase = (places - whole) * PHASES
    row = phase.astype(np.int64)
    blend = (phase - row).astype(np.float32)[:, None]
    table = _sinc_table()
    kernels = table[row] + blend * (table[row + 1] - table[row])
    windows = sliding_window_view(source, TAPS, axis=0)[whole - TAPS // 2 + 1]
    return np.einsum("nct,nt->nc", windows, kernels)


@lru_cache(maxsize=1)
def _sinc_table() -> np.ndarray:
    """float32 (PHASES + 1, TAPS): the kernel for each fraction of a sample; rows sum to 1."""
    fraction = np.arange(PHASES + 1)[:, None] / PHASES
    distance = np.arange(TAPS)[None, :] - (TAPS // 2 - 1) - fraction
    inside = np.clip(1 - (distance / (TAPS / 2)) ** 2, 0, None)
    window = np.i0(SHARPNESS * np.sqrt(inside)) / np.i0(SHARPNESS)
    kernels = np.sinc(distance) * window
    return (kernels / kernels.sum(axis=1, keepdims=True)).astype(np.float32)


def _filtered(source: np.ndarray, pace: int) -> np.ndarray:
    """float32 (n, 2): without what would fold back at pace / 64, where the filter is inside."""
    width = 2 * _reach(pace) + 1
    size = 1 << (len(source) - 1).bit_length()
    spectrum = np.fft.rfft(source, size, axis=0) * _low_pass(pace, size)
    return np.fft.irfft(spectrum, size, axis=0)[width - 1 : len(source)]


def _reach(pace: int) -> int:
    return ceil(LOBES * pace / 64)


@lru_cache(maxsize=64)
def _low_pass(pace: int, size: int) -> np.ndarray:
    """complex64 (size / 2 + 1, 1): what stays below half the sample rate at speed pace / 64.

    The convolution wraps round at `size`; only the part that it spares is used.
    """
    reach = _reach(pace)
    distance = np.arange(-reach, reach + 1)
    kernel = np.sinc(distance * PASSED * 64 / pace) * np.kaiser(2 * reach + 1, SHARPNESS)
    spectrum = np.fft.rfft(kernel / kernel.sum(), size)
    return spectrum.astype(np.complex64)[:, None]

"""Spectral shaping: noise and tones whose colour changes over time, frame by frame."""

from collections.abc import Callable

import numpy as np

from engine.contract.time import SAMPLE_RATE

FRAME, HOP = 1024, 256
_WINDOW = np.hanning(FRAME + 1)[:-1].astype(np.float32)
HERTZ = np.fft.rfftfreq(FRAME, 1 / SAMPLE_RATE)

Points = tuple[tuple[float, float], ...]
"""(part of the sound 0 to 1, value) from left to right."""


def points(curve: Points | float, part: np.ndarray) -> np.ndarray:
    """A curve of straight lines, or a constant, at each part of a sound."""
    if isinstance(curve, int | float):
        return np.full(len(part), float(curve))
    return np.interp(part, [at for at, _ in curve], [value for _, value in curve])


def shaped(source: np.ndarray, colour: Callable[[np.ndarray], np.ndarray]) -> np.ndarray:
    """The sound (n,) with an amplitude over frequency that changes: `colour` maps parts of the
    sound (frames,) to amplitudes (frames, len(HERTZ))."""
    padded = np.pad(source.astype(np.float32), (FRAME, FRAME))
    frames = np.lib.stride_tricks.sliding_window_view(padded, FRAME)[::HOP]
    part = (np.arange(len(frames)) * HOP - FRAME / 2) / max(len(source), 1)
    spectrum = np.fft.rfft(frames * _WINDOW, axis=1) * colour(np.clip(part, 0, 1))
    made = np.fft.irfft(spectrum, FRAME, axis=1) * _WINDOW
    return _overlapped(made, len(padded))[FRAME : FRAME + len(source)]


def _overlapped(frames: np.ndarray, length: int) -> np.ndarray:
    """Frames HOP apart added up; squared windows of four that overlap sum to 1.5."""
    result = np.zeros(length + FRAME)
    for offset in range(FRAME // HOP):
        some = frames[offset::4]
        result[offset * HOP : offset * HOP + some.size] += some.ravel()
    return result[:length] / 1.5


def resonances(
    part: np.ndarray, formants: tuple[tuple[Points | float, float, float], ...], tilt: float
) -> np.ndarray:
    """Amplitudes (frames, HERTZ) of resonances (Hz over time, width in Hz, strength), falling by
    frequency to the -tilt above 500 Hz."""
    total = np.zeros((len(part), len(HERTZ)))
    for centre, width, strength in formants:
        away = (HERTZ[None, :] - points(centre, part)[:, None]) / (0.5 * width)
        total += strength / (1.0 + away * away)
    fall = (np.maximum(HERTZ, 60.0) / 500.0) ** -tilt
    return (total + 0.015) * np.minimum(fall, 4.0) * (HERTZ > 40.0)


def coloured(
    chance: np.random.Generator, seconds: float, centre: Points | float, width: float
) -> np.ndarray:
    """Noise around a centre that moves; `width` in octaves to each side."""
    noise = chance.standard_normal(round(seconds * SAMPLE_RATE))

    def colour(part: np.ndarray) -> np.ndarray:
        middle = np.log2(points(centre, part))[:, None]
        octaves = (np.log2(np.maximum(HERTZ, 20.0))[None, :] - middle) / width
        return np.exp(-0.5 * octaves * octaves)

    made = shaped(noise, colour)
    return made / max(np.abs(made).max(), 1e-9)


def fast_size(length: int) -> int:
    """A number of samples, at least this many, whose Fourier transform is fast: 2, 3 or 5 times a
    power of two."""
    powers = [factor << max((length - 1) // factor, 1).bit_length() for factor in (1, 3, 5)]
    return min(size for size in powers if size >= length)


def centred(sound: np.ndarray) -> np.ndarray:
    """A sound (n,) or (n, 2) without its mean, which a slow swell takes away: an edge at its start
    would click."""
    swell = np.hanning(len(sound) + 2)[1:-1].astype(sound.dtype)
    sums = sound.sum(axis=0, dtype=np.float64) / swell.sum(dtype=np.float64)
    return sound - np.multiply.outer(swell, sums.astype(sound.dtype))


def smooth_noise(chance: np.random.Generator, length: int, hertz: float) -> np.ndarray:
    """A slow random curve (length,) around 0, about 1 in size, that changes `hertz` times a
    second."""
    number = max(int(length / SAMPLE_RATE * hertz) + 3, 3)
    values = chance.standard_normal(number)
    return np.interp(np.arange(length) * hertz / SAMPLE_RATE, np.arange(number), values)

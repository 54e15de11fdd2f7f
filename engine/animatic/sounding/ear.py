"""The ear: loudness after ITU-R BS.1770, and how place becomes loudness and side."""

from functools import lru_cache

import numpy as np

from engine.contract.time import SAMPLE_RATE

SPEED_OF_SOUND = 343.0

# BS.1770-4, tables 1 and 2: the head's shelf and the high pass, at 48 kHz.
_SHELF = ((1.53512485958697, -2.69169618940638, 1.19839281085285),
          (1.0, -1.69065929318241, 0.73248077421585))  # fmt: skip
_PASS = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))


@lru_cache(maxsize=8)
def weighting(samples: int) -> np.ndarray:
    """Power weight of each frequency of a real spectrum over this many samples (K-weighting)."""
    turn = np.exp(-2j * np.pi * np.fft.rfftfreq(samples, 1 / SAMPLE_RATE) / SAMPLE_RATE)
    weight = np.ones(len(turn))
    for top, bottom in (_SHELF, _PASS):
        ratio = np.polyval(top[::-1], turn) / np.polyval(bottom[::-1], turn)
        weight *= np.abs(ratio) ** 2
    return weight


def loudness_of_spectrum(spectrum: np.ndarray, samples: int) -> float:
    """K-weighted mean square of the real signal with this spectrum (from numpy's rfft)."""
    power = np.abs(spectrum) ** 2 * weighting(samples)
    return float(2.0 * power.sum() / samples**2)


def loudness(sound: np.ndarray) -> float:
    """LUFS of a stretch of stereo sound (samples, 2), without gating."""
    spectrum = np.fft.rfft(sound, axis=0)
    power = sum(loudness_of_spectrum(spectrum[:, side], len(sound)) for side in (0, 1))
    return -0.691 + 10 * float(np.log10(max(power, 1e-12)))


def gain(decibels: float) -> float:
    """Factor for a level in decibels."""
    return 10.0 ** (decibels / 20)


def sides(x: np.ndarray | float, z: np.ndarray | float) -> np.ndarray:
    """Gains (…, 2) of the left and right side for sound from (x, z) metres; equal power.

    Straight ahead both are 1; a sound never leaves one side wholly.
    """
    where = np.clip(np.arctan2(x, np.maximum(z, 0.5)) / 0.9, -1.0, 1.0) * 0.85
    angle = (where + 1.0) * (np.pi / 4)
    return np.sqrt(2.0) * np.stack([np.cos(angle), np.sin(angle)], axis=-1)


def faintness(distance: np.ndarray | float, reference: float) -> np.ndarray:
    """Factor by which sound weakens at a distance: 1 up to the reference, then by one over."""
    return reference / np.maximum(distance, reference)

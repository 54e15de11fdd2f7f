"""Throats: voices of animals and people, a buzz or breath from below shaped by a mouth above.

The source-filter model (Fant 1960): pulses of a pitch that bends and trembles, breath, roughness,
and resonances that move as the mouth opens and closes. Nothing here says a word.
"""

from dataclasses import dataclass

import numpy as np

from engine.animatic.sounding.spectral import Points, points, resonances, shaped, smooth_noise
from engine.contract.time import SAMPLE_RATE

Formants = tuple[tuple[Points | float, float, float], ...]


@dataclass(frozen=True, slots=True)
class Throat:
    """One cry. `pitch` in Hz and `loud` over parts of its `seconds`; `formants` are (Hz, width,
    strength); `breath` and `rough` go from 0 to 1; `tremble` is (Hz, depth) of a bleat or a
    whinny; `tilt` how dull it is; `cries` how often it comes, `rest` seconds apart, each `lower`
    times as high as the one before; `spread` is how far two cries of one kind differ."""

    seconds: float
    pitch: Points | float
    formants: Formants
    loud: Points = ((0.0, 0.0), (0.08, 1.0), (0.7, 0.8), (1.0, 0.0))
    breath: float = 0.1
    rough: float = 0.1
    tremble: tuple[float, float] = (0.0, 0.0)
    tilt: float = 0.6
    cries: int = 1
    rest: float = 0.15
    lower: float = 0.97
    spread: float = 0.08


def cried(throat: Throat, chance: np.random.Generator) -> np.ndarray:
    """The cry as often as it comes: mono (n,), loudest 1."""
    size = 1.0 + throat.spread * chance.uniform(-1, 1)
    parts: list[np.ndarray] = []
    for _ in range(throat.cries):
        parts.append(_cry(throat, chance, size * chance.uniform(0.98, 1.02)))
        pause = throat.rest * chance.uniform(0.85, 1.2)
        parts.append(np.zeros(round(pause * SAMPLE_RATE)))
        size *= throat.lower
    sound = np.concatenate(parts[:-1])
    return sound / max(np.abs(sound).max(), 1e-9)


def _cry(throat: Throat, chance: np.random.Generator, size: float) -> np.ndarray:
    length = round(throat.seconds * chance.uniform(0.92, 1.08) * SAMPLE_RATE)
    part = np.arange(length) / length
    source = _source(throat, chance, part, size)
    mouthed = shaped(source, lambda at: resonances(at, throat.formants, throat.tilt))
    rate, depth = throat.tremble
    shake = 1.0 - depth * (0.5 + 0.5 * np.sin(2 * np.pi * rate * part * length / SAMPLE_RATE))
    return mouthed * points(throat.loud, part) * shake


def _source(
    throat: Throat, chance: np.random.Generator, part: np.ndarray, size: float
) -> np.ndarray:
    """Pulses with as many harmonics as fit, and breath that comes with each pulse."""
    length = len(part)
    rate, depth = throat.tremble
    pitch = size * points(throat.pitch, part)
    pitch = pitch * (1.0 + (0.008 + 0.05 * throat.rough) * smooth_noise(chance, length, 35.0))
    pitch *= 1.0 + 0.12 * depth * np.sin(2 * np.pi * rate * part * length / SAMPLE_RATE)
    phase = 2 * np.pi * np.cumsum(pitch) / SAMPLE_RATE
    pulses = buzz(phase, max(int(11_000 / pitch.max()), 1))
    if throat.rough:
        pulses *= 1.0 + 0.8 * throat.rough * np.sin(0.5 * phase + 0.4)
        pulses *= 1.0 + 0.7 * throat.rough * smooth_noise(chance, length, 70.0)
    breath = chance.standard_normal(length) * (0.55 + 0.45 * np.cos(phase)) * 0.35
    return (1.0 - throat.breath) * pulses + throat.breath * breath


def buzz(phase: np.ndarray, harmonics: int) -> np.ndarray:
    """The sum of cos(k phase) for k from 1 to `harmonics` in closed form, about 1 in size."""
    half = 0.5 * phase
    below = np.sin(half)
    near = np.abs(below) < 1e-4
    total = np.sin((harmonics + 0.5) * phase) / np.where(near, 1.0, below)
    total = np.where(near, 2.0 * harmonics + 1.0, total)
    return (0.5 * total - 0.5) / harmonics**0.5

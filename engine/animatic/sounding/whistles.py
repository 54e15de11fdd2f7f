"""Whistles: the calls of gulls, songbirds and flocks on their way."""

from collections.abc import Callable
from functools import lru_cache

import numpy as np

from engine.animatic.sounding.room import echoed
from engine.animatic.sounding.texture import generator
from engine.contract.time import SAMPLE_RATE


@lru_cache(maxsize=24)
def voice_of(key: tuple[str, int]) -> np.ndarray:
    """A call by kind and variant: float32 (n, 2), loudest about 1."""
    kind, variant = key
    make = BIRDSONG[kind]
    chance = generator("bird", kind, variant)
    rooms = {"gull": (1.4, 0.3), "song": (1.2, 0.4), "flight": (1.0, 0.3)}
    sound = echoed(make(chance), ("bird", kind, variant), *rooms[kind])
    return sound / np.abs(sound).max()


def _gull(chance: np.random.Generator) -> np.ndarray:
    """A gull's laugh: cries that leap up and fall off, reedy, each shorter than the last."""
    cries = int(chance.integers(1, 5))
    pitch, parts = chance.uniform(880, 1120), []
    for number in range(cries):
        length = (0.46 if number == 0 else 0.27) * chance.uniform(0.85, 1.15)
        part = np.arange(round(length * SAMPLE_RATE)) / (length * SAMPLE_RATE)
        bend = pitch * (0.78 + 0.5 * np.sin(np.pi * np.minimum(part * 1.35, 1.0)) ** 0.7)
        bend *= 1.0 - 0.24 * part**2
        parts += [_cry(bend, part, 7, 0.9), np.zeros(round(0.09 * SAMPLE_RATE))]
        pitch *= chance.uniform(0.94, 1.0)
    return np.concatenate(parts)


def _cry(bend: np.ndarray, part: np.ndarray, harmonics: int, fall: float) -> np.ndarray:
    """A sung sweep over `bend` Hz with a breathing edge."""
    phase = 2 * np.pi * np.cumsum(bend) / SAMPLE_RATE
    rough = 1.0 + 0.3 * np.sin(2 * np.pi * 62 * part * len(part) / SAMPLE_RATE)
    tone = sum(np.sin(order * phase) / order**fall for order in range(1, harmonics + 1))
    edge = np.minimum(part / 0.08, 1.0) * np.minimum((1.0 - part) / 0.3, 1.0)
    return tone * rough * edge


def _song(chance: np.random.Generator) -> np.ndarray:
    """A phrase of two to four motifs, each a sweep or a trill of clear whistles."""
    parts: list[np.ndarray] = []
    for _ in range(int(chance.integers(2, 5))):
        low, high = chance.uniform(2300, 3600), chance.uniform(3000, 5600)
        if chance.random() < 0.4:
            low, high = high, low
        length = chance.uniform(0.05, 0.16)
        for _ in range(int(chance.integers(1, 7))):
            parts += [_whistle(low, high, length), np.zeros(round(length * 0.55 * SAMPLE_RATE))]
        parts.append(np.zeros(round(chance.uniform(0.04, 0.18) * SAMPLE_RATE)))
    return np.concatenate(parts)


def _whistle(low: float, high: float, length: float) -> np.ndarray:
    part = np.arange(round(length * SAMPLE_RATE)) / (length * SAMPLE_RATE)
    bend = low + (high - low) * np.sin(0.5 * np.pi * part) ** 1.6
    phase = 2 * np.pi * np.cumsum(bend) / SAMPLE_RATE
    tone = np.sin(phase) + 0.14 * np.sin(2 * phase) + 0.04 * np.sin(3 * phase)
    return tone * np.sin(np.pi * part) ** 0.8


def _flight(chance: np.random.Generator) -> np.ndarray:
    """Contact calls of birds on their way: one or two short soft notes."""
    parts: list[np.ndarray] = []
    pitch = chance.uniform(1300, 2100)
    for _ in range(int(chance.integers(1, 4))):
        length = chance.uniform(0.09, 0.15)
        part = np.arange(round(length * SAMPLE_RATE)) / (length * SAMPLE_RATE)
        bend = pitch * (1.0 + 0.25 * np.sin(np.pi * part))
        parts += [_cry(bend, part, 3, 1.4), np.zeros(round(0.11 * SAMPLE_RATE))]
    return np.concatenate(parts)


BIRDSONG: dict[str, Callable[[np.random.Generator], np.ndarray]] = {
    "gull": _gull,
    "song": _song,
    "flight": _flight,
}
"""The calls that are whistled rather than cried, mono (n,)."""

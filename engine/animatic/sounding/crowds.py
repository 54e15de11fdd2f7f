"""Crowds: many voices at once that say nothing, as endless tables for textures.

Each speaker is a buzz whose pitch wanders, gated into syllables and swung between two vowels. All
curves are periodic over the table, so it repeats without a seam. Made at a quarter of the rate:
beyond six kilohertz a crowd has next to nothing.
"""

from dataclasses import dataclass

import numpy as np

from engine.animatic.sounding.throat import buzz
from engine.contract.time import SAMPLE_RATE

RATE = SAMPLE_RATE // 4
VOWELS = (((650.0, 1080.0), (320.0, 2200.0)), ((480.0, 1700.0), (720.0, 1250.0)),
          ((380.0, 850.0), (560.0, 1750.0)))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Crowd:
    """`low` to `high` Hz are the pitches of its speakers, `rate` their syllables a second, `held`
    how much a voice goes on between syllables, `breath` how much noise is with it, `hiss` how loud
    its consonants are."""

    speakers: int
    low: float
    high: float
    rate: float
    held: float
    breath: float = 0.25
    hiss: float = 1.2


CROWDS: dict[str, Crowd] = {
    "murmur": Crowd(7, 95.0, 230.0, 4.2, 0.0),
    "cheering": Crowd(9, 170.0, 480.0, 1.6, 0.5, 0.5, 0.3),
    "children": Crowd(5, 290.0, 560.0, 3.6, -0.35, 0.15),
}


def babble(name: str, random: np.random.Generator, length: int) -> np.ndarray:
    """The spectrum of a crowd over a table of this many samples."""
    crowd, short = CROWDS[name], length // 4
    total = np.zeros(short)
    for speaker in range(crowd.speakers):
        total += _speaker(crowd, random, short, VOWELS[speaker % len(VOWELS)])
    spectrum = np.zeros(length // 2 + 1, np.complex128)
    spectrum[: short // 2] = np.fft.rfft(total)[:-1]
    return spectrum


def _speaker(
    crowd: Crowd,
    random: np.random.Generator,
    length: int,
    vowels: tuple[tuple[float, float], tuple[float, float]],
) -> np.ndarray:
    pitch = crowd.low * (crowd.high / crowd.low) ** random.random()
    bent = pitch * 2 ** (0.22 * _wander(random, length, 1.4))
    turns = np.cumsum(bent) / RATE
    # A whole number of turns closes the circle.
    turns *= round(turns[-1]) / turns[-1]
    pulses = buzz(2 * np.pi * turns, int(5000 / pitch))
    pulses += crowd.breath * 3.0 * random.standard_normal(length)
    gate = np.clip(_wander(random, length, crowd.rate) + crowd.held, 0.0, 1.5)
    phrase = np.clip(_wander(random, length, 0.5) + 0.6 + crowd.held, 0.0, 1.0)
    swing = 0.5 + 0.5 * np.tanh(_wander(random, length, crowd.rate))
    spectrum = np.fft.rfft(pulses)
    one, other = (np.fft.irfft(spectrum * _mouth(vowel, length), length) for vowel in vowels)
    voiced = (swing * one + (1.0 - swing) * other) * gate
    voiced += crowd.hiss * voiced.std() * _hisses(random, length, crowd.rate)
    return voiced * phrase * random.uniform(0.5, 1.0)


def _hisses(random: np.random.Generator, length: int, rate: float) -> np.ndarray:
    """The s and f of speech, between its vowels."""
    spectrum = np.fft.rfft(random.standard_normal(length))
    hertz = np.fft.rfftfreq(length, 1 / RATE)
    noise = np.fft.irfft(spectrum * (hertz > 2800) / (1.0 + (hertz / 4600) ** 8), length)
    return noise / noise.std() * np.clip(_wander(random, length, 1.5 * rate) - 0.9, 0.0, 1.0)


def _mouth(vowel: tuple[float, float], length: int) -> np.ndarray:
    hertz = np.fft.rfftfreq(length, 1 / RATE)
    peaks = sum(
        strength / (1.0 + ((hertz - centre) / 130.0) ** 2)
        for centre, strength in zip((*vowel, 2800.0), (1.0, 0.6, 0.35), strict=True)
    )
    return (peaks + 0.04) * (hertz > 70) / (1.0 + (hertz / 4000.0) ** 4)


def _wander(random: np.random.Generator, length: int, hertz: float) -> np.ndarray:
    """A periodic slow curve around 0 with a variance of 1, that changes `hertz` times a second."""
    number = max(2, round(hertz * length / RATE))
    spectrum = np.zeros(length // 2 + 1, np.complex128)
    spectrum[1 : number + 1] = random.standard_normal(number) + 1j * random.standard_normal(number)
    curve = np.fft.irfft(spectrum, length)
    return curve / curve.std()

"""Callers: signals that machines and instruments give - horns, sirens, whistles, telephones."""

from collections.abc import Callable

import numpy as np

from engine.animatic.sounding.spectral import coloured, points
from engine.animatic.sounding.throat import buzz
from engine.contract.time import SAMPLE_RATE

Chance = np.random.Generator


def _seconds(seconds: float) -> np.ndarray:
    return np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE


def _held(t: np.ndarray, start: float, stop: float, rise: float = 0.03) -> np.ndarray:
    return np.clip((t - start) / rise, 0, 1) * np.clip((stop - t) / (2 * rise), 0, 1)


def _reed(t: np.ndarray, hertz: float, harmonics: int, fall: float) -> np.ndarray:
    return sum(
        np.sin(2 * np.pi * hertz * n * t + 0.4 * n) / n**fall for n in range(1, harmonics + 1)
    )


def car_horn(chance: Chance) -> np.ndarray:
    """Two reeds a third apart, pressed once or twice."""
    t, pitch = _seconds(1.0), float(chance.choice((311, 349, 392, 415)))
    pressed = ((0.0, 0.55),) if chance.random() < 0.5 else ((0.0, 0.17), (0.28, 0.7))
    open_ = sum(_held(t, start, stop, 0.02) for start, stop in pressed)
    return (_reed(t, pitch, 6, 1.2) + _reed(t, 1.26 * pitch, 6, 1.2)) * open_


def ship_horn(chance: Chance) -> np.ndarray:
    """A liner's horn: a low fifth, long."""
    t, pitch = _seconds(3.4), float(chance.uniform(84, 98))
    sound = _reed(t, pitch, 12, 0.9) + 0.7 * _reed(t, 1.5 * pitch, 9, 1.0)
    return sound * _held(t, 0.0, 3.3, 0.16)


def train_horn(chance: Chance) -> np.ndarray:
    """A locomotive's air horns: a minor chord with an edge, long and short."""
    t = _seconds(1.9)
    open_ = _held(t, 0.0, 1.25, 0.04) + _held(t, 1.4, 1.85, 0.04)
    chord = sum(_reed(t, hertz, 14, 0.75) for hertz in (311.0, 370.0, 466.0))
    return (chord + 0.4 * coloured(chance, 1.9, 1800.0, 1.0)) * open_


def train_whistle(chance: Chance) -> np.ndarray:
    """A steam whistle: a chord of pipes with breath, bent as it opens and closes."""
    t = _seconds(2.3)
    bend = np.minimum(t / 0.25, 1.0) * 0.05 + 0.95 - 0.06 * np.clip((t - 1.8) / 0.5, 0, 1)
    phase = 2 * np.pi * np.cumsum(bend) / SAMPLE_RATE
    chord = (415.0, 494.0, 622.0, 740.0)
    pipes = sum(np.sin(f * phase) + 0.25 * np.sin(2 * f * phase) for f in chord)
    air = coloured(chance, 2.3, 2600.0, 1.0)
    return (pipes + 1.2 * air) * _held(t, 0.0, 2.2, 0.09)


def siren(chance: Chance) -> np.ndarray:
    """A wail that rises and falls between 650 and 1500 Hz."""
    t = _seconds(4.4)
    pitch = 650 + 850 * (0.5 - 0.5 * np.cos(2 * np.pi * t / 2.2)) ** 0.8
    phase = 2 * np.pi * np.cumsum(pitch) / SAMPLE_RATE
    return (np.sin(phase) + 0.35 * np.sin(2 * phase) + 0.2 * np.sin(3 * phase)) * _held(
        t, 0, 4.4, 0.1
    )


def two_tone(chance: Chance) -> np.ndarray:
    """A European ambulance: 435 and 580 Hz in turn."""
    t = _seconds(4.0)
    pitch = np.where(np.mod(t, 1.0) < 0.5, 435.0, 580.0)
    phase = 2 * np.pi * np.cumsum(pitch) / SAMPLE_RATE
    tone = sum(np.sin(n * phase) / n**1.2 for n in range(1, 7))
    return tone * _held(t, 0, 4.0, 0.05)


def phone_ring(chance: Chance) -> np.ndarray:
    """An old telephone: two gongs struck twenty times a second, twice."""
    t = _seconds(1.9)
    struck = np.mod(t, 0.05)
    gong = np.sin(2 * np.pi * 1350 * t) + 0.8 * np.sin(2 * np.pi * 1690 * t)
    gong += 0.3 * np.sin(2 * np.pi * 3720 * t)
    ringing = gong * (0.45 + 0.55 * np.exp(-struck / 0.02))
    return ringing * (_held(t, 0, 0.75, 0.01) + _held(t, 0.95, 1.8, 0.01))


def whistle(chance: Chance) -> np.ndarray:
    """A referee's whistle: a pea that makes it trill."""
    t = _seconds(0.9)
    trill = 1.0 + 0.03 * np.sin(2 * np.pi * 38 * t)
    phase = 2 * np.pi * np.cumsum(2850 * trill) / SAMPLE_RATE
    tone = np.sin(phase) + 0.3 * np.sin(1.07 * phase) + 0.15 * np.sin(2 * phase)
    return tone * (0.65 + 0.35 * np.sin(2 * np.pi * 38 * t)) * _held(t, 0, 0.85, 0.02)


def alarm(chance: Chance) -> np.ndarray:
    t = _seconds(1.6)
    open_ = (np.mod(t, 0.5) < 0.34) * (np.mod(t, 0.12) < 0.075)
    tone = np.sin(2 * np.pi * 2048 * t) + 0.3 * np.sin(2 * np.pi * 4096 * t)
    soft = np.convolve(open_, np.ones(96) / 96, "same")
    return tone * soft * _held(t, 0, 1.6, 0.002)


def beep(chance: Chance) -> np.ndarray:
    t = _seconds(0.5)
    pitch = np.where(t < 0.16, 880.0, 1320.0)
    phase = 2 * np.pi * np.cumsum(pitch) / SAMPLE_RATE
    return (np.sin(phase) + 0.2 * np.sin(3 * phase)) * (
        _held(t, 0, 0.14, 0.01) + _held(t, 0.17, 0.4, 0.01)
    )


def laser(chance: Chance) -> np.ndarray:
    t = _seconds(0.45)
    phase = 2 * np.pi * np.cumsum(2600 * np.exp(-t / 0.13) + 180) / SAMPLE_RATE
    return np.sin(phase + 0.8 * np.sin(2 * phase)) * np.exp(-t / 0.16) * _held(t, -0.1, 0.45, 0.02)


def brass(chance: Chance) -> np.ndarray:
    """A trumpet's short call, upwards through a fifth to the octave."""
    t = _seconds(1.5)
    pitch = points(((0, 349), (0.19, 349), (0.2, 523), (0.39, 523), (0.4, 698), (1, 698)), t / 1.5)
    phase = 2 * np.pi * np.cumsum(pitch * (1 + 0.004 * np.sin(2 * np.pi * 5.5 * t))) / SAMPLE_RATE
    tone = sum(np.sin(n * phase) / n**0.8 for n in range(1, 12))
    return tone * (_held(t, 0, 0.28) + _held(t, 0.3, 0.58) + _held(t, 0.6, 1.45))


def woodpecker(chance: Chance) -> np.ndarray:
    """Eighteen blows a second on a hollow trunk."""
    sound = np.zeros(round(1.1 * SAMPLE_RATE))
    t = np.arange(2400) / SAMPLE_RATE
    blow = np.sin(2 * np.pi * 1150 * t) * np.exp(-t / 0.006) + 0.6 * np.sin(
        2 * np.pi * 2300 * t
    ) * np.exp(-t / 0.003)
    for number in range(14):
        start = int(0.055 * number * SAMPLE_RATE)
        sound[start : start + 2400] += blow * (0.5 + 0.5 * np.sin(np.pi * (number + 1) / 15))
    return sound


def cuckoo(chance: Chance) -> np.ndarray:
    t = _seconds(0.75)
    pitch = np.where(t < 0.3, 667.0, 545.0)
    phase = 2 * np.pi * np.cumsum(pitch) / SAMPLE_RATE
    return (np.sin(phase) + 0.06 * np.sin(2 * phase)) * (
        _held(t, 0, 0.24, 0.04) + _held(t, 0.32, 0.72, 0.05)
    )


def dolphin(chance: Chance) -> np.ndarray:
    """A whistle that sweeps up and down, and a burst of clicks."""
    t = _seconds(1.4)
    pitch = points(((0, 6500), (0.25, 11500), (0.5, 8200), (0.6, 9800), (1, 7000)), t / 0.8)
    tone = np.sin(2 * np.pi * np.cumsum(pitch) / SAMPLE_RATE) * _held(t, 0, 0.75, 0.06)
    clicks = buzz(2 * np.pi * np.cumsum(40 + 70 * t) / SAMPLE_RATE, 90) * _held(t, 0.8, 1.35, 0.05)
    return tone + 0.35 * clicks


CALLERS: dict[str, Callable[[Chance], np.ndarray]] = {
    "car_horn": car_horn, "ship_horn": ship_horn, "train_horn": train_horn,
    "train_whistle": train_whistle, "siren": siren, "two_tone": two_tone,
    "phone_ring": phone_ring, "whistle": whistle, "alarm": alarm, "beep": beep, "laser": laser,
    "brass": brass, "woodpecker": woodpecker, "cuckoo": cuckoo, "dolphin": dolphin,
}  # fmt: skip

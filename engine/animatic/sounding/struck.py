"""Struck things: bells, glass, wood, metal, skins and balls, as modes that ring and die away.

Modal synthesis: a blow excites resonances, each with its own pitch, strength and decay; hard blows
add a click of noise. The ratios are those of the things: free bars 1 : 2.76 : 5.4 : 8.9, membranes
1 : 1.59 : 2.14 : 2.30, plates and glass without any order.
"""

from dataclasses import dataclass

import numpy as np

from engine.animatic.sounding.spectral import coloured
from engine.contract.time import SAMPLE_RATE

BAR = ((1.0, 1.0, 1.0), (2.76, 0.5, 0.5), (5.4, 0.25, 0.25), (8.93, 0.12, 0.14))
SKIN = ((1.0, 1.0, 1.0), (1.59, 0.6, 0.6), (2.14, 0.4, 0.5), (2.3, 0.3, 0.4), (2.65, 0.2, 0.3))
WOOD = ((1.0, 1.0, 1.0), (2.1, 0.7, 0.6), (3.4, 0.5, 0.4), (5.2, 0.35, 0.3), (7.6, 0.2, 0.2))
GLASS = ((1.0, 1.0, 1.0), (2.32, 0.7, 0.7), (4.25, 0.5, 0.5), (6.63, 0.35, 0.35), (9.4, 0.2, 0.2))
CAST = ((0.5, 0.5, 1.5), (1.0, 1.0, 1.0), (1.19, 0.55, 0.75), (1.5, 0.4, 0.55), (2.0, 0.6, 0.5),
        (2.52, 0.3, 0.3), (3.01, 0.26, 0.22), (4.1, 0.2, 0.14), (5.33, 0.18, 0.1),
        (6.67, 0.15, 0.08), (8.1, 0.12, 0.06), (10.1, 0.1, 0.045), (12.3, 0.07, 0.035))  # fmt: skip

Modes = tuple[tuple[float, float, float], ...]
"""(ratio to the pitch, strength, ratio to the decay) of each mode."""


@dataclass(frozen=True, slots=True)
class Blow:
    """A blow on a thing: `pitch` in Hz, `lasts` seconds until a mode has died to a third, `click`
    the strength of the noise at its start around `bright` Hz for `dull` seconds; `drop` is how far
    the pitch falls as it dies; `again` are further blows (seconds later, strength, pitch ratio).
    No cast bell is quite round: each of its modes is two, `warble` of their pitch apart."""

    modes: Modes
    pitch: float
    lasts: float
    click: float = 0.3
    bright: float = 3000.0
    dull: float = 0.008
    drop: float = 0.0
    again: tuple[tuple[float, float, float], ...] = ()
    spread: float = 0.05
    warble: float = 0.0


def struck(blow: Blow, chance: np.random.Generator) -> np.ndarray:
    """The thing as it sounds when it is struck: mono (n,), loudest 1, its blow at sample 0."""
    size = 1.0 + blow.spread * chance.uniform(-1, 1)
    last = max((after for after, _, _ in blow.again), default=0.0)
    length = round((last + min(5.0 * blow.lasts + 0.06 + 4 * blow.dull, 6.0)) * SAMPLE_RATE)
    sound = np.zeros(length)
    for after, strength, ratio in ((0.0, 1.0, 1.0), *blow.again):
        start = round(after * SAMPLE_RATE)
        sound[start:] += strength * _one(blow, chance, size * ratio, length - start)
    end = min(480, length)
    sound[-end:] *= np.linspace(1, 0, end)
    return sound / max(np.abs(sound).max(), 1e-9)


def _one(blow: Blow, chance: np.random.Generator, size: float, length: int) -> np.ndarray:
    t = np.arange(length) / SAMPLE_RATE
    sound = np.zeros(length)
    bend = t + blow.drop * blow.lasts * (1 - np.exp(-t / blow.lasts)) if blow.drop else t
    for ratio, strength, decay in blow.modes:
        hertz = blow.pitch * size * ratio * (1 + 0.01 * chance.uniform(-1, 1))
        if hertz > 18_000:
            continue
        ring = np.sin(2 * np.pi * hertz * bend + chance.uniform(0, 0.6))
        if blow.warble:
            other = hertz * (1 + blow.warble * chance.uniform(0.5, 1.5))
            ring = 0.6 * ring + 0.4 * np.sin(2 * np.pi * other * bend + chance.uniform(0, 0.6))
        sound += strength * ring * np.exp(-t / (blow.lasts * decay))
    sound *= np.minimum(t / 0.0004, 1.0)
    if blow.click:
        burst = coloured(chance, min(6 * blow.dull, t[-1]), blow.bright, 1.1)
        burst *= np.exp(-np.arange(len(burst)) / (blow.dull * SAMPLE_RATE))
        sound[: len(burst)] += 2.0 * blow.click * burst
    return sound


def _often(times: int, every: float, strength: float) -> tuple[tuple[float, float, float], ...]:
    return tuple((every * n, strength**n, 1.0) for n in range(1, times))


BLOWS: dict[str, Blow] = {
    "bell": Blow(CAST, 392.0, 1.3, 0.16, 4000.0, warble=0.0022),
    "great_bell": Blow(CAST, 196.0, 2.2, 0.2, 2500.0, warble=0.003),
    "hand_bell": Blow(CAST, 1180.0, 0.45, 0.15, 6000.0, again=_often(4, 0.16, 0.92)),
    "bicycle_bell": Blow(BAR, 2050.0, 0.32, 0.3, 6000.0, again=((0.11, 0.8, 1.0), (0.4, 0.9, 1.0),
                                                               (0.51, 0.75, 1.0))),
    "tram_bell": Blow(CAST, 980.0, 0.5, 0.3, 5000.0, again=((0.28, 1.0, 1.0),)),
    "chime": Blow(BAR, 820.0, 1.3, 0.06, 5000.0, spread=0.42),
    "gong": Blow(((1, 1, 1), (1.47, 0.8, 0.8), (2.09, 0.8, 0.7), (2.56, 0.6, 0.6), (3.4, 0.5, 0.4),
                  (4.9, 0.4, 0.3)), 108.0, 2.4, 0.2, 900.0, 0.05),
    "clink": Blow(GLASS, 2350.0, 0.16, 0.1, 7000.0, spread=0.15),
    "cup": Blow(GLASS, 1650.0, 0.05, 0.25, 5000.0, spread=0.15),
    "anvil": Blow(BAR, 1120.0, 0.5, 0.5, 6000.0, 0.004),
    "clang": Blow(((1, 1, 1), (1.58, 0.8, 0.9), (2.63, 0.9, 0.7), (4.1, 0.6, 0.5),
                   (6.3, 0.4, 0.3)),
                  430.0, 0.4, 0.4, 4000.0, spread=0.2),
    "sword": Blow(((1, 1, 1), (1.51, 0.7, 0.9), (2.31, 0.9, 0.8), (3.77, 0.6, 0.6),
                   (5.2, 0.5, 0.5)),
                  1750.0, 0.3, 0.7, 7000.0, 0.006, spread=0.2),
    "coin": Blow(BAR, 5100.0, 0.12, 0.15, 9000.0, again=((0.12, 0.6, 1.03), (0.2, 0.4, 0.98),
                                                         (0.25, 0.3, 1.01)), spread=0.1),
    "knock": Blow(WOOD, 210.0, 0.022, 0.35, 1800.0, again=((0.2, 0.9, 1.0), (0.4, 0.95, 1.02))),
    "wood": Blow(WOOD, 340.0, 0.025, 0.3, 2200.0, spread=0.15),
    "hammer": Blow(WOOD, 260.0, 0.03, 0.8, 3400.0, 0.01),
    "axe": Blow(WOOD, 180.0, 0.03, 0.9, 1900.0, 0.014),
    "slam": Blow(WOOD, 78.0, 0.07, 0.9, 700.0, 0.03),
    "thud": Blow(SKIN, 62.0, 0.07, 0.5, 420.0, 0.03, 0.25),
    "drum": Blow(SKIN, 92.0, 0.2, 0.2, 1600.0, 0.008, 0.12),
    "hand_drum": Blow(SKIN, 155.0, 0.11, 0.4, 2600.0, 0.006, 0.1),
    "bounce": Blow(SKIN, 96.0, 0.05, 0.35, 1500.0, 0.008, 0.2),
    "kick": Blow(SKIN, 84.0, 0.045, 0.9, 1300.0, 0.012, 0.4),
    "slap": Blow(SKIN, 300.0, 0.012, 1.0, 2600.0, 0.014),
    "tick": Blow(WOOD, 2400.0, 0.004, 0.4, 5200.0, 0.0025, spread=0.01),
    "tock": Blow(WOOD, 1750.0, 0.005, 0.4, 4200.0, 0.0025, spread=0.01),
    "key": Blow(WOOD, 900.0, 0.006, 0.6, 3600.0, 0.006, again=((0.075, 0.4, 1.15),), spread=0.2),
    "shutter": Blow(WOOD, 1300.0, 0.006, 1.0, 5200.0, 0.01, again=((0.085, 0.75, 0.85),)),
    "latch": Blow(BAR, 1500.0, 0.02, 0.7, 3600.0, again=((0.09, 0.8, 0.8),)),
    "switch": Blow(WOOD, 2100.0, 0.006, 0.8, 4600.0, 0.004),
    "clap": Blow(SKIN, 480.0, 0.006, 1.0, 1700.0, 0.016, spread=0.25),
    "stone": Blow(WOOD, 620.0, 0.012, 0.6, 3200.0, spread=0.3),
    "hoof_hard": Blow(WOOD, 620.0, 0.014, 0.5, 2300.0, 0.008, spread=0.12),
    "hoof_soft": Blow(SKIN, 74.0, 0.035, 0.7, 520.0, 0.02, spread=0.12),
    "joint": Blow(((1, 1, 1), (2.1, 0.6, 0.7), (5.4, 0.5, 0.3), (9.1, 0.4, 0.2)), 148.0, 0.045, 0.9,
                  1700.0, 0.022, again=((0.16, 0.9, 0.97),)),
    "dice": Blow(WOOD, 1500.0, 0.01, 0.5, 4200.0, again=((0.06, 0.8, 1.1), (0.13, 0.7, 0.95),
                                                         (0.18, 0.5, 1.05), (0.25, 0.4, 1.0))),
    "drop": Blow(((1.0, 1.0, 1.0),), 950.0, 0.035, 0.12, 3000.0, drop=-0.5, spread=0.35),
    "ping": Blow(((1.0, 1.0, 1.0), (2.0, 0.15, 0.7)), 1450.0, 0.7, 0.0),
    "string": Blow(((1, 1, 1), (2, 0.6, 0.7), (3, 0.45, 0.5), (4, 0.3, 0.4), (5, 0.2, 0.3)), 196.0,
                   0.5, 0.1, 2500.0, spread=0.3),
}  # fmt: skip

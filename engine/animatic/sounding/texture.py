"""Textures: endless stereo noise of a given colour, the same for any block asked in any order.

A texture is a table of noise shaped in the frequency domain, which repeats without a seam. A block
of it is two stretches from places of chance in the table, faded into each other with equal power,
so nothing repeats and nothing depends on what was asked before.
"""

from collections.abc import Callable
from functools import lru_cache
from hashlib import blake2b

import numpy as np

from engine.animatic.sounding.crowds import babble
from engine.animatic.sounding.ear import loudness_of_spectrum
from engine.contract.time import SAMPLE_RATE

BLOCK = 24_000
"""Samples of the blocks in which all sound is made: half a second."""
TABLE = 1 << 17
CREST = 11.0
"""How many times their root mean square the peaks of clicks may be."""

_ANGLE = (np.arange(BLOCK, dtype=np.float32) + 0.5) * np.float32(np.pi / 2 / BLOCK)
_RISE, _FALL = np.sin(_ANGLE)[:, None], np.cos(_ANGLE)[:, None]

Shape = Callable[[np.ndarray], np.ndarray]


def generator(*names: object) -> np.random.Generator:
    """A random stream that depends on these names alone."""
    digest = blake2b("/".join(map(str, names)).encode(), digest_size=16).digest()
    return np.random.Generator(np.random.Philox(key=int.from_bytes(digest, "little")))


def band(low: float, high: float, tilt: float = 0.0, steep: float = 2.0) -> Shape:
    """Amplitude over frequency: from `low` to `high` Hz, falling by frequency to the -tilt."""

    def shape(hertz: np.ndarray) -> np.ndarray:
        hertz = np.maximum(hertz, 1.0)
        below = 1.0 / np.sqrt(1.0 + (low / hertz) ** (2 * steep))
        above = 1.0 / np.sqrt(1.0 + (hertz / high) ** (2 * steep))
        return below * above * (hertz / 1000.0) ** -tilt

    return shape


def resonance(centre: float, width: float) -> Shape:
    """Amplitude over frequency: a bell around `centre`, `width` Hz wide."""
    return lambda hertz: np.exp(-(((hertz - centre) / width) ** 2))


def resonances(*peaks: tuple[float, float, float]) -> Shape:
    """Amplitude over frequency: several bells (centre, width, strength)."""
    return lambda hertz: sum(
        strength * resonance(centre, width)(hertz) for centre, width, strength in peaks
    )


class Texture:
    """Stereo noise of one colour at 0 LUFS; its two sides share `common` of their power."""

    def __init__(self, name: str, shape: Shape, common: float = 0.3, density: float = 0.0) -> None:
        self.name = name
        self._table = _table(name, shape, common, density)

    def block(self, seed: int, index: int) -> np.ndarray:
        """Samples [index * BLOCK, (index + 1) * BLOCK) for a scene's seed: float32 (BLOCK, 2)."""
        before, after = self._place(seed, index), self._place(seed, index + 1)
        old = self._table[before + BLOCK : before + 2 * BLOCK]
        new = self._table[after : after + BLOCK]
        return old * _FALL + new * _RISE

    def _place(self, seed: int, index: int) -> int:
        return int(generator(seed, self.name, index).integers(TABLE))


def _table(name: str, shape: Shape, common: float, density: float) -> np.ndarray:
    """float32 (TABLE + 2 * BLOCK, 2), its end repeating its start."""
    random = generator("table", name)
    crowd = CROWD_OF.get(name, "")
    response = shape(np.fft.rfftfreq(TABLE, 1 / SAMPLE_RATE))
    response[0] = 0.0
    sources = [_source(random, density, crowd) for _ in range(3)]
    own, shared = np.sqrt(1.0 - common), np.sqrt(common)
    sides = [(own * sources[i] + shared * sources[2]) * response for i in (0, 1)]
    table = np.stack([np.fft.irfft(side, TABLE) for side in sides], axis=1)
    if density:
        # A click is heard by its energy; its highest peak would only take room from all else.
        most = CREST * table.std()
        table = most * np.tanh(table / most)
        sides = [np.fft.rfft(side) for side in table.T]
    power = sum(loudness_of_spectrum(side, TABLE) for side in sides)
    table = (table / np.sqrt(power * 10**-0.0691)).astype(np.float32)
    return np.concatenate([table, table[: 2 * BLOCK]])


def _source(random: np.random.Generator, density: float, crowd: str) -> np.ndarray:
    """Spectrum of white noise, of `density` clicks a second of very different strength, or of a
    crowd."""
    if crowd:
        return babble(crowd, random, TABLE)
    if density == 0.0:
        half = TABLE // 2 + 1
        return random.standard_normal(half) + 1j * random.standard_normal(half)
    clicks = np.zeros(TABLE)
    number = max(1, round(density * TABLE / SAMPLE_RATE))
    strength = np.minimum(random.exponential(1.0, number), 3.5) * random.choice((-1.0, 1.0), number)
    np.add.at(clicks, random.integers(TABLE, size=number), strength)
    return np.fft.rfft(clicks)


@lru_cache(maxsize=24)
def texture(name: str) -> Texture:
    """One of the textures below, made when first asked for (1.4 MB each)."""
    shape, common, density = TEXTURES[name]
    return Texture(name, shape, common, density)


TEXTURES: dict[str, tuple[Shape, float, float]] = {
    "swell": (band(28, 190, 0.6), 0.5, 0.0),
    "wash": (band(180, 1900, 0.75), 0.3, 0.0),
    "foam": (band(1700, 8500, 0.35), 0.15, 0.0),
    "air": (band(30, 240, 1.0), 0.4, 0.0),
    "draught": (band(160, 1100, 0.8), 0.3, 0.0),
    "rush": (band(450, 5200, 0.9), 0.2, 0.0),
    "leaves": (band(1900, 9000, 0.2), 0.1, 0.0),
    "rustle": (band(2400, 9500, 0.0), 0.1, 1900.0),
    "grit": (band(3800, 11000, 0.0), 0.15, 0.0),
    "hiss of rain": (band(1100, 12000, 0.35), 0.15, 0.0),
    "patter": (band(1400, 7000, 0.2), 0.08, 900.0),
    "drops": (band(500, 3200, 0.5), 0.05, 38.0),
    "gutter": (band(120, 700, 0.6), 0.4, 0.0),
    "hush": (band(90, 900, 0.9), 0.35, 0.0),
    "traffic": (band(35, 210, 0.7), 0.55, 0.0),
    "tyres": (band(320, 2300, 0.8), 0.25, 0.0),
    "city air": (band(90, 900, 1.0), 0.4, 0.0),
    "roar": (band(60, 2200, 0.75), 0.45, 0.0),
    "blast": (band(24, 110, 0.4), 0.7, 0.0),
    "crackle": (band(250, 5000, 0.5), 0.5, 160.0),
    "burner": (band(110, 5200, 0.65), 0.7, 0.0),
    "thunder crack": (band(220, 7500, 0.35), 0.5, 0.0),
    "thunder body": (band(70, 420, 0.5), 0.5, 0.0),
    "thunder rumble": (band(24, 120, 0.3), 0.5, 0.0),
    "road": (band(280, 3200, 0.7), 0.8, 0.0),
    "hull": (band(35, 150, 0.7), 0.7, 0.0),
    "river": (band(280, 4200, 0.55), 0.2, 0.0),
    "brook": (resonances((520, 160, 1.0), (940, 260, 0.8), (1700, 500, 0.5)), 0.1, 420.0),
    "waterfall": (band(70, 7500, 0.4), 0.25, 0.0),
    "falling water": (band(900, 9000, 0.2), 0.15, 2600.0),
    "roof": (band(140, 1500, 0.4), 0.1, 210.0),
    "window": (resonances((1250, 420, 0.7), (2300, 700, 1.0), (3900, 1200, 0.5)), 0.1, 170.0),
    "flames": (band(45, 520, 0.8), 0.4, 0.0),
    "embers": (resonances((1400, 500, 0.7), (3100, 1200, 1.0), (6000, 2000, 0.5)), 0.15, 26.0),
    "deep": (band(28, 260, 0.9), 0.4, 0.0),
    "drone": (
        resonances(
            (55, 1.1, 1.0),
            (82.5, 1.1, 0.6),
            (110.3, 1.3, 0.5),
            (220.7, 1.6, 0.16),
            (331, 2.0, 0.07),
        ),
        0.25,
        0.0,
    ),
    "ether": (band(700, 3200, 0.9, 1.0), 0.1, 0.0),
    "room": (band(90, 700, 0.8), 0.5, 0.0),
    "ventilation": (band(110, 2600, 0.75), 0.35, 0.0),
    "turntable": (
        resonances((49, 1.5, 0.5), (98, 2.5, 1.0), (147, 4, 0.4), (294, 60, 0.1), (760, 240, 0.07)),
        0.7,
        0.0,
    ),
    "flakes": (band(4200, 13000, 0.0), 0.1, 260.0),
    "mains": (
        resonances((100, 0.6, 1.0), (200, 0.6, 0.5), (300, 0.7, 0.25), (600, 0.8, 0.1)),
        0.6,
        0.0,
    ),
    "machines": (band(45, 1300, 0.8), 0.4, 55.0),
    "cicadas": (resonances((4700, 330, 1.0), (5600, 420, 0.7)), 0.1, 0.0),
    "grass insects": (resonances((6200, 700, 1.0), (7800, 900, 0.6)), 0.1, 900.0),
    "swarm": (
        resonances((228, 16, 1.0), (456, 26, 0.6), (684, 34, 0.35), (915, 40, 0.2)),
        0.3,
        0.0,
    ),
    "applause": (resonances((900, 420, 0.8), (1700, 800, 1.0), (3200, 1500, 0.5)), 0.1, 130.0),
    "murmur": (band(110, 3000, 0.1), 0.35, 0.0),
    "cheering": (band(180, 4200, 0.0), 0.3, 0.0),
    "children": (band(250, 5000, 0.0), 0.25, 0.0),
    "stadium": (band(120, 1700, 0.7), 0.35, 0.0),
    "steam": (band(2600, 12000, 0.1), 0.3, 0.0),
    "frying": (band(2500, 12000, 0.0), 0.15, 700.0),
    "cloth": (band(180, 1900, 0.6), 0.3, 24.0),
    "gravel": (band(1200, 7000, 0.3), 0.3, 520.0),
    "jet": (band(90, 5200, 0.45), 0.5, 0.0),
    "whine": (resonances((2900, 40, 1.0), (3480, 45, 0.6), (5800, 80, 0.3)), 0.6, 0.0),
    "rails": (band(60, 1500, 0.75), 0.5, 0.0),
    "wheels": (band(420, 4600, 0.35), 0.45, 0.0),
    "propeller wash": (band(90, 1500, 0.7), 0.5, 0.0),
    "wake": (band(260, 5200, 0.5), 0.25, 0.0),
    "static": (band(300, 9000, 0.1), 0.1, 0.0),
    "magic": (
        resonances((1760, 6, 1.0), (2640, 8, 0.8), (3520, 9, 0.6), (5280, 14, 0.4)),
        0.05,
        0.0,
    ),
}

CROWD_OF: dict[str, str] = {"murmur": "murmur", "cheering": "cheering", "children": "children"}
"""The textures that are made of voices rather than of noise."""

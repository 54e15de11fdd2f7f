"""Textures: endless stereo noise of a given colour, the same for any block asked in any order.

A texture is a table of noise shaped in the frequency domain, which repeats without a seam. A block
of it is two stretches from places of chance in the table, faded into each other with equal power,
so nothing repeats and nothing depends on what was asked before.
"""

from collections.abc import Callable
from functools import lru_cache
from hashlib import blake2b

import numpy as np

from engine.animatic.sounding.ear import loudness_of_spectrum
from engine.contract.time import SAMPLE_RATE

BLOCK = 24_000
"""Samples of the blocks in which all sound is made: half a second."""
TABLE = 1 << 17

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
    response = shape(np.fft.rfftfreq(TABLE, 1 / SAMPLE_RATE))
    response[0] = 0.0
    sources = [_source(random, density) for _ in range(3)]
    own, shared = np.sqrt(1.0 - common), np.sqrt(common)
    sides = [(own * sources[i] + shared * sources[2]) * response for i in (0, 1)]
    power = sum(loudness_of_spectrum(side, TABLE) for side in sides)
    table = np.stack([np.fft.irfft(side, TABLE) for side in sides], axis=1)
    table = (table / np.sqrt(power * 10**-0.0691)).astype(np.float32)
    return np.concatenate([table, table[: 2 * BLOCK]])


def _source(random: np.random.Generator, density: float) -> np.ndarray:
    """Spectrum of white noise, or of `density` clicks a second of very different strength."""
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
    "whistle low": (resonance(430, 55), 0.25, 0.0),
    "whistle high": (resonance(690, 70), 0.25, 0.0),
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
}

"""Water: the components of the sea and their crests, deep-water waves."""

from dataclasses import dataclass
from functools import lru_cache
from math import cos, sin, sqrt, tau
from random import Random

from engine.animatic.motion.cycles import repeats
from engine.animatic.scene import Scene

GRAVITY = 9.81


@dataclass(frozen=True, slots=True)
class Wave:
    """One component of the sea: `amplitude` metres, wave numbers along x and z, `omega` rad/s."""

    amplitude: float
    kx: float
    kz: float
    omega: float
    phase: float

    def angle(self, x: float, z: float, t: float) -> float:
        """Its phase at a place and moment; a crest where this is a multiple of 2 pi."""
        return self.kx * x + self.kz * z - self.omega * t + self.phase


def waves(scene: Scene) -> tuple[Wave, ...]:
    """The components of the scene's sea, longest first; deep water, so omega^2 = g k."""
    return _waves(scene.seed, scene.waves)


@lru_cache(maxsize=32)
def _waves(seed: int, strength: float) -> tuple[Wave, ...]:
    chance = Random(f"{seed}/waves")
    longest = 7.0 + 26.0 * strength
    ratios = (1.0, 0.63, 0.41, 0.26, 0.16)
    height = 0.05 + 0.75 * strength**1.4
    total = sum(ratio**1.15 for ratio in ratios)
    return tuple(_wave(chance, longest * ratio, height * ratio**1.15 / total) for ratio in ratios)


def _wave(chance: Random, length: float, amplitude: float) -> Wave:
    k = tau / length
    towards = -1.1 + chance.uniform(-0.6, 0.6)
    omega = sqrt(GRAVITY * k)
    return Wave(amplitude, k * cos(towards), k * sin(towards), omega, chance.uniform(0, tau))


def wave_height(scene: Scene, x: float, z: float, t: float) -> float:
    """Height of the water above its mean at (x, z)."""
    return sum(wave.amplitude * cos(wave.angle(x, z, t)) for wave in waves(scene))


def wave_slope(scene: Scene, x: float, z: float, t: float) -> float:
    """Slope of the water along x at (x, z): metres up a metre to the right."""
    return sum(-wave.amplitude * wave.kx * sin(wave.angle(x, z, t)) for wave in waves(scene))


def surges(scene: Scene, x: float, z: float, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a crest of the longest wave reaches (x, z)."""
    swell = waves(scene)[0]
    first = swell.kx * x + swell.kz * z + swell.phase
    period = tau / swell.omega
    return repeats(first / swell.omega, period, start, stop)

"""Fountains: drops on ballistic paths, and the moments at which they land."""

from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from random import Random

from engine.animatic.motion.cycles import repeats
from engine.animatic.motion.water import GRAVITY


@dataclass(frozen=True, slots=True)
class Jet:
    """Water that leaves (x, y) upwards at `up` and sideways at `side` metres a second, and is
    caught `low` metres high."""

    x: float
    y: float
    side: float
    up: float
    low: float

    @property
    def flight(self) -> float:
        """Seconds from the nozzle to the basin."""
        return (self.up + sqrt(self.up**2 + 2 * GRAVITY * (self.y - self.low))) / GRAVITY

    def at(self, age: float) -> tuple[float, float]:
        """Where water is that left `age` seconds ago."""
        return self.x + self.side * age, self.y + self.up * age - 0.5 * GRAVITY * age * age


def drops(jet: Jet, name: str, t: float, every: float) -> list[tuple[float, float, float]]:
    """(x, y, age) of the drops in the air at t: each leaves a little off the jet's own way."""
    found = []
    for birth in repeats(0.0, every, t - 1.2 * jet.flight, t):
        aside, up = _stray(f"{name}/{birth:.4f}")
        own = Jet(jet.x, jet.y, jet.side + aside * (abs(jet.side) + 0.6), jet.up * up, jet.low)
        age = t - birth
        x, y = own.at(age)
        if y >= jet.low:
            found.append((x, y, age))
    return found


@lru_cache(maxsize=4096)
def _stray(name: str) -> tuple[float, float]:
    """How far a drop strays aside, and what part of the jet's speed it has."""
    chance = Random(name)
    return chance.uniform(-0.12, 0.12), chance.uniform(0.93, 1.03)

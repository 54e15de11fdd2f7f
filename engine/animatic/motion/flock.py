"""Flocks: where each bird of many flies, and how it beats its wings."""

from dataclasses import dataclass
from functools import lru_cache
from math import cos, pi, sin, tau
from random import Random

from engine.animatic.motion.cycles import repeats, smooth
from engine.animatic.motion.path import Point, aloft, along
from engine.animatic.scene import Scene, Subject


@dataclass(frozen=True, slots=True)
class Bird:
    """A member of a flock: where it flies from the lead bird, and its own rhythm of wings."""

    dx: float
    dy: float
    dz: float
    phase: float
    rate: float
    size: float


def fly(subject: Subject, scene: Scene, t: float) -> Point:
    """Where the lead bird flies."""
    return along(subject, t), _flight_height(subject, t) + aloft(scene), subject.z


def _flight_height(subject: Subject, t: float) -> float:
    height = 2.0 + subject.z * (0.2 + 0.14 * subject.variety)
    return height + 0.012 * subject.z * sin(0.5 * t + tau * subject.variety)


def flock(subject: Subject, scene: Scene) -> tuple[Bird, ...]:
    """The birds of a flock, the lead bird first: a V above half variety, else a loose band.

    As many as `members` says, or seven to fifteen.
    """
    number = subject.members or 7 + round(8 * ((subject.variety * 7.3) % 1.0))
    return _flock(scene.seed, subject.heading, subject.variety, number)


@lru_cache(maxsize=64)
def _flock(seed: int, heading: int, variety: float, number: int) -> tuple[Bird, ...]:
    chance = Random(f"{seed}/flock/{variety}")
    place = _in_v if variety >= 0.5 else _in_band
    return tuple(_bird(chance, place(chance, i, heading)) for i in range(number))


def _bird(chance: Random, place: tuple[float, float, float]) -> Bird:
    rate = chance.uniform(2.5, 3.1)
    return Bird(*place, chance.random(), rate, chance.uniform(0.88, 1.1))


def _in_v(chance: Random, i: int, heading: int) -> tuple[float, float, float]:
    row, side = (i + 1) // 2, 1 if i % 2 else -1
    behind = 2.1 * row + chance.uniform(-0.4, 0.4) * min(row, 1)
    aside = side * (0.75 * row + chance.uniform(-0.2, 0.2) * min(row, 1))
    return -heading * behind, aside * 0.9 + 0.16 * row, 2.0 * aside


def _in_band(chance: Random, i: int, heading: int) -> tuple[float, float, float]:
    behind = 1.7 * i * chance.uniform(0.75, 1.25)
    return -heading * behind, chance.uniform(-2.6, 2.6) * min(i, 1), chance.uniform(-4, 4)


def bird_offset(bird: Bird, t: float) -> tuple[float, float, float]:
    """Where a bird flies from the lead bird at t: its place, with slow drifts of its own."""
    a, b = sin(0.43 * t + tau * bird.phase), sin(0.71 * t + 9.1 * bird.phase)
    return bird.dx + 0.5 * a, bird.dy + 0.35 * b + 0.08 * wing_lift(bird, t), bird.dz


def wing_phase(bird: Bird, t: float) -> float:
    """Wing strokes since t = 0, in whole beats; the integer part counts downstrokes begun."""
    return bird.rate * t + bird.phase


def flapping(bird: Bird, t: float) -> float:
    """1 while a bird beats its wings, 0 while it glides, smooth in between."""
    cycle = (t / 4.6 + 1.7 * bird.phase) % 1.0
    return smooth(min(cycle / 0.08, 1.0)) * (1.0 - smooth((cycle - 0.62) / 0.1))


def wing_lift(bird: Bird, t: float) -> float:
    """Where the wings are: 1 raised, -1 lowered, 0.3 spread for a glide."""
    part = (wing_phase(bird, t)) % 1.0
    # The downstroke takes less of a beat than the recovery.
    stroke = cos(pi * part / 0.44) if part < 0.44 else -cos(pi * (part - 0.44) / 0.56)
    beating = flapping(bird, t)
    return beating * stroke + (1.0 - beating) * 0.3


def wing_beats(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a bird of the flock begins a downstroke, in order."""
    beats = []
    for bird in flock(subject, scene):
        times = repeats(-bird.phase / bird.rate, 1 / bird.rate, start, stop)
        beats += [time for time in times if flapping(bird, time) > 0.5]
    return sorted(beats)

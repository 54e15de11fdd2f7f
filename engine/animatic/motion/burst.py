"""Bursts: rockets of a firework and the sparks they throw, with gravity and drag in closed form."""

from dataclasses import dataclass
from functools import lru_cache
from math import cos, exp, pi, sin, tau
from random import Random

from engine.animatic.motion.water import GRAVITY
from engine.animatic.scene import Scene, Subject

RISE_SECONDS = 1.1
SPARK_SECONDS = 2.2
DRAG = 1.9
"""Drag over mass of a spark, in 1/s: it falls at last with GRAVITY / DRAG metres a second."""
COLOURS = ("#ff5a4a", "#ffd45a", "#6ad0ff", "#8aff8a", "#ff8ae0", "#ffffff", "#b48aff")


@dataclass(frozen=True, slots=True)
class Burst:
    """A burst at `seconds`, `x` and `y` metres from the firework's foot, `size` the speed of its
    sparks in metres a second."""

    seconds: float
    x: float
    y: float
    size: float
    colour: str
    seed: int


@lru_cache(maxsize=64)
def bursts(subject: Subject, scene: Scene) -> tuple[Burst, ...]:
    """All bursts of the shot: the first soon after its act begins, or before the shot does."""
    chance = Random(f"{scene.seed}/bursts/{subject.x}/{subject.variety}")
    made, at = [], subject.since + 0.35 if subject.since > 0.0 else -1.4
    while at < scene.seconds + 1.0:
        colour = subject.colour or chance.choice(COLOURS)
        x, y = chance.uniform(-26.0, 26.0), chance.uniform(34.0, 62.0)
        made.append(Burst(at, x, y, chance.uniform(34.0, 52.0), colour, chance.randrange(1 << 30)))
        at += chance.uniform(0.3, 0.8)
    return tuple(made)


def explosions(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments of bursts in [start, stop)."""
    return [one.seconds for one in bursts(subject, scene) if start <= one.seconds < stop]


def launches(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments at which its rockets leave the ground, in [start, stop)."""
    times = [one.seconds - RISE_SECONDS for one in bursts(subject, scene)]
    return [at for at in times if start <= at < stop]


def flight(vx: float, vy: float, drag: float, age: float) -> tuple[float, float]:
    """Where something thrown with (vx, vy) is after `age` seconds under gravity and a drag that
    grows with its speed (Stokes): metres from where it started."""
    slowed = (1.0 - exp(-drag * age)) / drag
    sink = GRAVITY / drag
    return vx * slowed, (vy + sink) * slowed - sink * age


@lru_cache(maxsize=256)
def directions(seed: int, number: int) -> tuple[tuple[float, float, float], ...]:
    """Even directions over a ball as seen from the front, with each spark's own speed."""
    chance, made = Random(seed), []
    for i in range(number):
        up = 1.0 - 2.0 * (i + 0.5) / number
        around = (1.0 - up * up) ** 0.5 * cos(i * pi * (3.0 - 5.0**0.5))
        made.append((around, up, chance.uniform(0.86, 1.06)))
    return tuple(made)


def rocket_at(burst: Burst, t: float) -> tuple[float, float] | None:
    """Where a rocket is on its way up, or None while there is none: slowing as it rises."""
    part = 1.0 - (burst.seconds - t) / RISE_SECONDS
    if not 0.0 < part < 1.0:
        return None
    rise = 1.0 - (1.0 - part) ** 2
    return burst.x * (0.6 + 0.4 * rise) + 0.3 * sin(tau * 3 * part), burst.y * rise

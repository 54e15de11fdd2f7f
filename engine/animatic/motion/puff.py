"""Puffs: the paths of smoke and steam, closed forms of each puff's age."""

from dataclasses import dataclass
from math import exp, tau
from random import Random

from engine.animatic.motion.cycles import repeats, share_of
from engine.animatic.motion.whereabouts import position
from engine.animatic.motion.wind import gust
from engine.animatic.scene import Scene, Subject


@dataclass(frozen=True, slots=True)
class Puff:
    """One puff in its subject's metres (x along its heading); `turn` in radians, `thickness` 0
    to 1."""

    x: float
    y: float
    radius: float
    turn: float
    thickness: float


@dataclass(frozen=True, slots=True)
class Mouth:
    """Where puffs come out and how: metres, `rise` in metres a second at first, slowed by the air
    within `slow` seconds; `life` in seconds; a puff grows from `size` by `growth` a second."""

    x: float
    y: float
    size: float
    rise: float = 2.0
    slow: float = 1.6
    life: float = 5.0
    growth: float = 0.5
    every: float = 0.35
    side: float = 0.0


def steady(mouth: Mouth, scene: Scene, t: float, name: str) -> list[float]:
    """When the puffs that still show at t came out, one `every` so often."""
    first = mouth.every * share_of(scene.seed, name)
    return repeats(first, mouth.every, t - mouth.life, t)


def trail(
    mouth: Mouth, births: list[float], subject: Subject, scene: Scene, t: float
) -> list[Puff]:
    """The puffs born at these moments, from where the subject was then, the oldest first."""
    here = position(subject, scene, t)
    return [_puff(mouth, birth, subject, scene, t, here) for birth in births]


def _puff(
    mouth: Mouth,
    birth: float,
    subject: Subject,
    scene: Scene,
    t: float,
    here: tuple[float, float, float],
) -> Puff:
    age, then = t - birth, position(subject, scene, birth)
    chance = Random(f"{scene.seed}/puff/{birth:.3f}/{subject.variety}")
    slowed = mouth.slow * (1.0 - exp(-age / mouth.slow))
    up = mouth.rise * slowed + 0.25 * mouth.rise * age * chance.uniform(0.7, 1.3)
    scale = subject.scale or 1.0
    # Wind takes hold of a puff as it slows to the air around it.
    blown = 5.0 * gust(scene, birth) * (age - slowed) + chance.uniform(-0.25, 0.25) * age
    behind = subject.heading * (then[0] - here[0] + blown) / scale
    grown = mouth.size + mouth.growth * (age**0.75) * chance.uniform(0.75, 1.25)
    faint = min(age / 0.12, 1.0) * max(1.0 - age / mouth.life, 0.0) ** 1.3
    x = mouth.x + behind + mouth.side * slowed
    y = mouth.y + up + (then[1] - here[1]) / scale
    return Puff(x, y, grown, tau * chance.random() + 0.4 * age, faint)

"""A crowd: where each of many stands, and when arms go up."""

from dataclasses import dataclass
from functools import lru_cache
from math import sin, tau
from random import Random

from engine.animatic.motion.cycles import smooth
from engine.animatic.scene import Scene, Subject

WIDE, DEEP, ROWS = 22.0, 7.0, 6
"""Metres across and back, and how many rows stand behind one another."""
EXCITED = frozenset(("cheer", "clap", "dance", "jump", "wave", "sing", "celebrate"))


@dataclass(frozen=True, slots=True)
class Face:
    """One of many: metres from the crowd's middle, size, clothes and a rhythm of their own."""

    x: float
    z: float
    size: float
    clothes: int
    skin: int
    variety: float


def crowd_of(subject: Subject, scene: Scene) -> tuple[Face, ...]:
    """Everybody, the back row first; as many as `members` says, else about seventy."""
    return _crowd(scene.seed, subject.variety, subject.members or 72)


@lru_cache(maxsize=32)
def _crowd(seed: int, variety: float, number: int) -> tuple[Face, ...]:
    chance = Random(f"{seed}/crowd/{variety}")
    each = max(number // ROWS, 1)
    faces = []
    for i in range(number):
        row, place = min(i // each, ROWS - 1), i % each
        x = ((place + 0.5 + 0.5 * (row % 2)) / each - 0.5) * WIDE + chance.uniform(-0.35, 0.35)
        z = DEEP * (1.0 - row / ROWS) + chance.uniform(-0.3, 0.3)
        size = chance.uniform(0.9, 1.06)
        faces.append(Face(x, z, size, chance.randrange(8), chance.randrange(4), chance.random()))
    return tuple(sorted(faces, key=lambda one: -one.z))


def lift_of(face: Face, subject: Subject, scene: Scene, t: float) -> float:
    """How far somebody is up, arms and all: 0 at rest, 1 at the top of a cheer."""
    if t < subject.since or subject.act not in EXCITED:
        return 0.25 * max(sin(tau * t / 5.3 + 40 * face.variety), 0.0)
    beat = sin(tau * (t / 0.72 + face.variety))
    swell = 0.55 + 0.45 * sin(tau * t / 4.1 + 0.35 * face.x)
    return smooth(0.5 + 0.5 * beat) * (0.45 + 0.55 * swell)

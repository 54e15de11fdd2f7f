"""Sea life: bodies that send a wave along themselves, leaps out of the water, pulsing bells.

Where the place is under water they swim in mid-water; elsewhere the water's surface is at its
usual height, and those that leap are thrown bodies while they are out of it.
"""

from functools import lru_cache
from math import atan2, cos, pi, sin, sqrt, tau
from random import Random

import msgspec

from engine.animatic.build import build_of
from engine.animatic.motion.cycles import repeats, smooth
from engine.animatic.motion.path import Point, along
from engine.animatic.motion.water import GRAVITY, wave_height
from engine.animatic.scene import Scene, Subject
from engine.animatic.setting import setting_of

UNDER = frozenset({"underwater", "coral_reef", "aquarium"})


class Swimmer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`long` in metres, all else parts of it. `wave` is how far the tail swings, `rate` its
    swings a second; `leap` the metres that the body's middle rises above the water and `every`
    how many seconds pass between two leaps (0: it doesn't); `school` how many swim together."""

    long: float = 0.4
    deep: float = 0.34
    shape: str = "fish"
    wave: float = 0.05
    rate: float = 2.2
    leap: float = 0.0
    every: float = 0.0
    float_at: float = 0.0
    school: float = 0
    coat: str = "#e8842e"
    belly: str = ""
    fin: str = ""
    mark: str = ""


@lru_cache(maxsize=64)
def _swimmer(kind: str) -> Swimmer:
    return msgspec.convert(build_of(kind).figure, Swimmer)


def swimmer_of(subject: Subject) -> Swimmer:
    """What this subject's kind is made of."""
    return _swimmer(subject.kind)


def submerged(scene: Scene) -> bool:
    """Whether we look at it under water."""
    return scene.place in UNDER


def leaps(subject: Subject, scene: Scene) -> bool:
    """Whether it comes out of the water at all."""
    return swimmer_of(subject).every > 0.0 and not submerged(scene)


def flight_seconds(subject: Subject) -> float:
    """How long its middle stays above the water."""
    return 2.0 * sqrt(2.0 * swimmer_of(subject).leap * subject.scale / GRAVITY)


def first_leap(subject: Subject) -> float:
    """When it comes out of the water for the first time."""
    return max(subject.since, 0.5 + 0.6 * subject.variety)


def swim(subject: Subject, scene: Scene, t: float) -> Point:
    """The middle of the body; for what crawls on the ground, the ground below it."""
    body = swimmer_of(subject)
    x = along(subject, t)
    if body.shape in ("crab", "starfish"):
        return x, 0.0, subject.z
    if submerged(scene):
        own = tau * subject.variety
        base = setting_of(scene.place).height + subject.z * 0.1 * (subject.variety - 0.4)
        return x, base + 0.03 * subject.z * sin(0.5 * t + own) + _pulse_rise(subject, t), subject.z
    height = body.float_at * body.long * subject.scale
    if leaps(subject, scene):
        height = arc(subject, t)[0]
    return x, wave_height(scene, x, subject.z, t) + height, subject.z


def _pulse_rise(subject: Subject, t: float) -> float:
    body = swimmer_of(subject)
    if body.shape not in ("jellyfish", "octopus"):
        return 0.0
    return 0.1 * body.long * sin(tau * body.rate * t - 0.9)


def arc(subject: Subject, t: float) -> tuple[float, float]:
    """(metres above the water, metres a second upwards): a throw out of it, and a deeper, slower
    swing below until the next."""
    body = swimmer_of(subject)
    air = flight_seconds(subject)
    part = (t - first_leap(subject)) % body.every
    if part < air:
        return 0.5 * GRAVITY * part * (air - part), GRAVITY * (0.5 * air - part)
    under = body.every - air
    late = part - air
    # Meets the throw at the same speed at both ends.
    slope = 0.5 * GRAVITY * air
    turn = pi * late / under
    return -slope * under / pi * sin(turn), -slope * cos(turn)


def pitch(subject: Subject, scene: Scene, t: float) -> float:
    """Radians by which its head is raised."""
    if not leaps(subject, scene):
        return 0.05 * sin(0.7 * t + 6.0 * subject.variety)
    forward = max(subject.speed, 0.55 * GRAVITY * 0.5 * flight_seconds(subject))
    return atan2(arc(subject, t)[1], forward)


def splashes(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which its middle leaves or meets the water, in order."""
    if not leaps(subject, scene):
        return []
    every, first = swimmer_of(subject).every, first_leap(subject)
    exits = repeats(first, every, max(start, first), stop)
    entries = repeats(first + flight_seconds(subject), every, max(start, first), stop)
    return sorted(exits + entries)


def spouts(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a whale blows: just after it comes up."""
    if swimmer_of(subject).shape != "whale" or not leaps(subject, scene):
        return []
    every = swimmer_of(subject).every
    first = first_leap(subject) + 0.1
    return repeats(first, every, max(start, first), stop)


def bend(subject: Subject, t: float, part: float) -> float:
    """How far the body is swung aside (parts of its length) at `part` of the way to its tail: a
    wave that runs from head to tail and grows as it goes."""
    body = swimmer_of(subject)
    phase = tau * (body.rate * t + subject.variety - 0.85 * part)
    return body.wave * (0.12 + 0.88 * part * part) * sin(phase)


def pulse(subject: Subject, t: float) -> float:
    """0 where a bell or a mantle is wide, 1 where it is drawn together: quick in, slow out."""
    part = (swimmer_of(subject).rate * t + subject.variety) % 1.0
    return smooth(part / 0.3) if part < 0.3 else 1.0 - smooth((part - 0.3) / 0.7)


def school(subject: Subject, scene: Scene) -> tuple[tuple[float, float, float, float], ...]:
    """(ahead, up, away, own rhythm) of each fish that swims along, in body lengths."""
    number = subject.members or int(swimmer_of(subject).school) or 1
    return _school(scene.seed, subject.variety, min(number, 24))


@lru_cache(maxsize=64)
def _school(
    seed: int, variety: float, number: int
) -> tuple[tuple[float, float, float, float], ...]:
    chance = Random(f"{seed}/school/{variety}")
    fish = [(0.0, 0.0, 0.0, 0.0)]
    for i in range(1, number):
        reach, angle = 0.85 * sqrt(i), 2.4 * i
        fish.append(
            (
                1.35 * reach * cos(angle) + chance.uniform(-0.2, 0.2),
                0.7 * reach * sin(angle) + chance.uniform(-0.15, 0.15),
                chance.uniform(-1.0, 1.0),
                chance.random(),
            )
        )
    return tuple(fish)

"""Sea life: bodies that send a wave along themselves, leaps out of the water, pulsing bells.

Where the place is under water they swim in mid-water; elsewhere the water's surface is at its
usual height, and those that leap are thrown bodies while they are out of it.
"""

from functools import lru_cache
from math import atan2, cos, sin, sqrt, tau
from random import Random

import msgspec

from engine.animatic.build import build_of
from engine.animatic.motion.cycles import repeats, smooth
from engine.animatic.motion.path import Point, along
from engine.animatic.motion.water import GRAVITY, wave_height
from engine.animatic.scene import Scene, Subject
from engine.animatic.setting import eye_of

EARLIEST = 0.3
"""Seconds into the shot before which nothing leaps."""
LONGEST_DIP = 2.2
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


def first_leap(subject: Subject, scene: Scene) -> float:
    """When it comes out of the water for the first time: so that it is at the top of a leap
    half-way through the shot, or from its moment on."""
    if subject.since > 0.0:
        return subject.since
    out = 0.5 * (scene.seconds - flight_seconds(subject)) - EARLIEST
    return EARLIEST + out % swimmer_of(subject).every


def swim(subject: Subject, scene: Scene, t: float) -> Point:
    """The middle of the body; for what crawls on the ground, the ground below it."""
    body = swimmer_of(subject)
    x = along(subject, t)
    if body.shape in ("crab", "starfish"):
        return x, 0.0, subject.z
    if submerged(scene):
        own = tau * subject.variety
        base = eye_of(scene) + subject.z * 0.1 * (subject.variety - 0.4)
        return x, base + 0.03 * subject.z * sin(0.5 * t + own) + _pulse_rise(subject, t), subject.z
    height = body.float_at * body.long * subject.scale
    if leaps(subject, scene):
        height = arc(subject, scene, t)[0]
    return x, wave_height(scene, x, subject.z, t) + height, subject.z


def _pulse_rise(subject: Subject, t: float) -> float:
    body = swimmer_of(subject)
    if body.shape not in ("jellyfish", "octopus"):
        return 0.0
    return 0.1 * body.long * sin(tau * body.rate * t - 0.9)


def arc(subject: Subject, scene: Scene, t: float) -> tuple[float, float]:
    """(metres above the water, metres a second upwards): a throw out of it, a dip on either side
    that meets the throw at its speed, and its back at the surface in between."""
    body, first = swimmer_of(subject), first_leap(subject, scene)
    air = flight_seconds(subject)
    part = (t - first) % body.every
    if part < air and t >= first:
        return 0.5 * GRAVITY * part * (air - part), GRAVITY * (0.5 * air - part)
    under = body.every - air
    after = part - air if t >= first else under
    before = body.every - part
    rest = -0.2 * body.deep * body.long * subject.scale
    dip = min(0.45 * under, LONGEST_DIP)
    if after < dip:
        return _dip(0.5 * GRAVITY * air, rest, dip, after)
    height, sinking = _dip(0.5 * GRAVITY * air, rest, dip, min(before, dip))
    return height, -sinking


def _dip(speed: float, rest: float, seconds: float, t: float) -> tuple[float, float]:
    """(metres, metres a second upwards) t after the surface was met at a speed, until at rest."""
    u = t / seconds
    height = -speed * t * (1.0 - u) ** 2 + rest * u * u * (3.0 - 2.0 * u)
    return height, -speed * (1.0 - u) * (1.0 - 3.0 * u) + rest * 6.0 * u * (1.0 - u) / seconds


def pitch(subject: Subject, scene: Scene, t: float) -> float:
    """Radians by which its head is raised."""
    if not leaps(subject, scene):
        return 0.05 * sin(0.7 * t + 6.0 * subject.variety)
    forward = max(subject.speed, 0.55 * GRAVITY * 0.5 * flight_seconds(subject))
    return atan2(arc(subject, scene, t)[1], forward)


def splashes(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which its middle leaves or meets the water, in order."""
    if not leaps(subject, scene):
        return []
    every, first = swimmer_of(subject).every, first_leap(subject, scene)
    exits = repeats(first, every, max(start, first), stop)
    entries = repeats(first + flight_seconds(subject), every, max(start, first), stop)
    return sorted(exits + entries)


def spouts(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a whale blows: as it lies at the surface between two
    leaps."""
    if swimmer_of(subject).shape != "whale" or not leaps(subject, scene):
        return []
    every, first = swimmer_of(subject).every, first_leap(subject, scene)
    return repeats(first + 0.5 * (every + flight_seconds(subject)), every, start, stop)


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

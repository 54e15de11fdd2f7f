"""Small creatures: wandering flights, beating wings, crawling legs, a firefly's glow."""

from functools import lru_cache
from math import atan2, exp, pi, sin, tau

import msgspec

from engine.animatic.build import build_of
from engine.animatic.motion.cycles import repeats, smooth
from engine.animatic.motion.path import Point
from engine.animatic.scene import Scene, Subject
from engine.animatic.setting import eye_of

WALKERS = frozenset(
    {"spider", "ant", "snail", "ladybug", "snake", "lizard", "crocodile", "frog", "turtle"}
)


class Insect(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`long` in metres; `beats` of the wings a second; `wander` how far its flight strays, in
    lengths of its body; `number` how many there are where one says the plural of it."""

    long: float = 0.08
    shape: str = "butterfly"
    beats: float = 6.0
    wander: float = 5.0
    number: float = 1
    coat: str = "#e8842e"
    mark: str = "#1d1714"
    wing: str = ""


@lru_cache(maxsize=64)
def _insect(kind: str) -> Insect:
    return msgspec.convert(build_of(kind).figure, Insect)


def insect_of(subject: Subject) -> Insect:
    """What this subject's kind is made of."""
    return _insect(subject.kind)


def aloft_share(subject: Subject, t: float) -> float:
    """1 in the air, 0 settled: one that lands comes down from its moment on."""
    if insect_of(subject).shape in WALKERS and subject.act not in ("fly", "take_off"):
        return 0.0
    if subject.act in ("land", "sit", "stand", "sleep", "drink", "eat"):
        return 1.0 - smooth((t - subject.since) / 1.6) if subject.since > 0 else 0.0
    if subject.act == "take_off":
        return smooth((t - subject.since) / 1.6)
    return 1.0


def flutter(subject: Subject, scene: Scene, t: float) -> Point:
    """A wandering way about a steady one; settled ones sit where they are, at their own height."""
    one, own = insect_of(subject), tau * subject.variety
    up = aloft_share(subject, t)
    size = one.long * subject.scale
    ahead = subject.heading * subject.speed * (t if up > 0 or one.shape in WALKERS else 0.0)
    hovering = eye_of(scene) - 0.04 * subject.z * (1.0 + subject.variety)
    air = hovering if subject.carrier < 0 else 3.0 * size
    wander = up * one.wander * size
    x = subject.x + ahead + wander * (sin(0.83 * t + own) + 0.45 * sin(2.17 * t + 2 * own))
    y = air * up + wander * (0.6 * sin(1.31 * t + 3 * own) + 0.3 * sin(2.9 * t + own))
    return x, max(y, 0.0), subject.z + 0.4 * wander * sin(0.61 * t + 5 * own)


def banking(subject: Subject, scene: Scene, t: float) -> float:
    """Radians that its body points above its heading: it looks where it flies."""
    if aloft_share(subject, t) <= 0.0:
        return 0.0
    before, after = flutter(subject, scene, t - 0.05), flutter(subject, scene, t + 0.05)
    forward = abs(after[0] - before[0]) + 0.5 * insect_of(subject).long
    return 0.7 * atan2(after[1] - before[1], forward)


def wing_angle(subject: Subject, t: float) -> float:
    """0 with the wings spread flat, 1 with them closed above the back: a butterfly rests between
    bursts of beats and opens and closes slowly when it sits."""
    own = subject.variety
    if aloft_share(subject, t) < 0.05:
        return 0.5 + 0.45 * sin(1.4 * t + 6 * own)
    return 0.5 + 0.5 * sin(tau * (insect_of(subject).beats * t + own))


def wingbeats(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which its wings are closed and begin to open."""
    rate = insect_of(subject).beats
    times = repeats((0.25 - subject.variety) / rate, 1.0 / rate, start, stop)
    return [one for one in times if aloft_share(subject, one) >= 0.05]


GLOW_EVERY = 2.3


def glow(subject: Subject, t: float, own: float = 0.0) -> float:
    """A firefly's light, 0 to 1: quick to light, slow to fade, each in a time of its own."""
    part = (t / GLOW_EVERY + subject.variety + own) % 1.0
    return smooth(part / 0.12) if part < 0.12 else exp(-(part - 0.12) * 5.5)


# On the ground ----------------------------------------------------------------------------------

HOP_EVERY, HOP_RISE = 1.9, 0.42
GRAVITY = 9.81


def crawl(subject: Subject, scene: Scene, t: float) -> Point:
    """On the ground, evenly; a frog sits and leaps in turns, thrown bodily."""
    one = insect_of(subject)
    if one.shape != "frog":
        still = subject.act in ("stand", "sit", "sleep", "eat", "lie")
        return subject.x + subject.heading * subject.speed * (0.0 if still else t), 0.0, subject.z
    air = hop_seconds(subject)
    count, late = divmod(t - first_hop(subject), HOP_EVERY)
    done = (
        0.0 if subject.act in ("sit", "sleep", "sing") else max(count + min(late / air, 1.0), 0.0)
    )
    path = subject.heading * subject.speed * HOP_EVERY * done
    leaping = 0.0 <= late < air and count >= 0 and done > 0.0
    return subject.x + path, 0.5 * GRAVITY * late * (air - late) if leaping else 0.0, subject.z


def hop_seconds(subject: Subject) -> float:
    """Flight of a frog's leap."""
    return 2.0 * (2.0 * HOP_RISE * 2.5 * insect_of(subject).long * subject.scale / GRAVITY) ** 0.5


def first_hop(subject: Subject) -> float:
    """When a frog leaps for the first time."""
    return max(subject.since, 0.4 + subject.variety)


def hops(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a frog lands."""
    if insect_of(subject).shape != "frog" or subject.act in ("sit", "sleep", "sing"):
        return []
    first = first_hop(subject) + hop_seconds(subject)
    return [one for one in repeats(first, HOP_EVERY, start, stop) if one >= first]


def legs_phase(subject: Subject, t: float) -> float:
    """Radians of the crawl: legs go by the way covered, so that feet hold the ground."""
    one = insect_of(subject)
    return tau * subject.speed * t / (0.55 * one.long * subject.scale) + pi * subject.variety

"""Single birds: on the wing, on foot, on the water, and from one to the other.

A wing beats the slower the larger the bird (about three beats a second for one of a metre's
length, by the root of its size); the downstroke takes less of a beat than the recovery.
"""

from functools import lru_cache
from math import cos, pi, sin, sqrt, tau

import msgspec

from engine.animatic.build import build_of
from engine.animatic.motion.cycles import repeats, smooth
from engine.animatic.motion.path import Point, aloft
from engine.animatic.motion.water import wave_height
from engine.animatic.scene import Scene, Subject
from engine.animatic.setting import eye_of, setting_of

AIRBORNE = frozenset(["fly", "glide", "soar", "chase", "dive"])
AFOOT = frozenset(
    [
        "walk",
        "stand",
        "eat",
        "drink",
        "sit",
        "sing",
        "sleep",
        "run",
        "dance",
        "hop",
        "read",
        "open",
        "close",
    ]
)
RISING = 3.0
"""Seconds of a take-off or a landing."""
STANCE = 0.6


class Plumage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A bird: `size` is its trunk's length in metres, all else parts of it. `tilt` of the trunk
    when it stands, `span` of each wing, `manner` what it does unasked (soar fly perch walk
    float)."""

    size: float = 0.3
    manner: str = "fly"
    tilt: float = 30.0
    deep: float = 0.42
    leg: float = 0.35
    neck: float = 0.12
    neck_angle: float = 55.0
    curl: float = 0.0
    head: float = 0.17
    beak: float = 0.16
    hook: bool = False
    span: float = 1.1
    broad: float = 0.42
    tail: float = 0.5
    tail_style: str = "fan"
    crest: str = ""
    fingers: bool = False
    swims: bool = False
    flies: bool = True
    coat: str = "#6d6a68"
    belly: str = ""
    wing: str = ""
    tips: str = ""
    hood: str = ""
    bill: str = "#e0a23a"
    shank: str = "#d08a3a"
    mark: str = ""


@lru_cache(maxsize=64)
def _plumage(kind: str) -> Plumage:
    return msgspec.convert(build_of(kind).figure, Plumage)


def plumage_of(subject: Subject) -> Plumage:
    """What this subject's kind looks like."""
    return _plumage(subject.kind)


def manner(subject: Subject, scene: Scene) -> str:
    """fly, soar, walk, perch or float: what its act asks for, else its usual way."""
    bird = plumage_of(subject)
    wet = setting_of(scene.place).water and bird.swims
    if subject.act in AIRBORNE or subject.act in ("take_off", "land"):
        return "walk" if not bird.flies else "soar" if subject.act in ("glide", "soar") else "fly"
    if subject.act in ("swim", "float"):
        return "float"
    if subject.act in AFOOT:
        return "float" if wet else "walk"
    if bird.swims and not wet and bird.manner == "float":
        return "walk"
    return bird.manner


def height_share(subject: Subject, scene: Scene, t: float) -> float:
    """0 on the ground or water, 1 on the wing."""
    if manner(subject, scene) not in ("fly", "soar"):
        return 0.0
    since = subject.since or 0.12 * scene.seconds
    if subject.act == "take_off":
        return smooth((t - since) / RISING)
    if subject.act == "land":
        return 1.0 - smooth((t - since) / RISING)
    return 1.0


def roost(subject: Subject, scene: Scene, t: float) -> Point:
    """The point below a bird that stands or swims, the middle of one that flies."""
    up = height_share(subject, scene, t)
    x = subject.x + subject.heading * gone(subject, scene, t)
    ground = 0.0
    if manner(subject, scene) == "float" or setting_of(scene.place).water and subject.carrier < 0:
        ground = wave_height(scene, x, subject.z, t)
    return x, ground * (1.0 - up) + up * _flight(subject, scene, t), subject.z


def gone(subject: Subject, scene: Scene, t: float) -> float:
    """Metres along its heading."""
    still = subject.act in ("stand", "eat", "drink", "sit", "sing", "sleep", "open")
    if still or manner(subject, scene) == "perch":
        return 0.0
    return subject.speed * t


def _flight(subject: Subject, scene: Scene, t: float) -> float:
    """Above the camera's height by some part of the distance, rising and sinking a little."""
    own = tau * subject.variety
    base = eye_of(scene) + subject.z * (0.1 + 0.08 * subject.variety)
    slow = 0.02 * subject.z * sin(0.7 * t + own)
    beat = 0.05 * plumage_of(subject).size * stroke(subject, scene, t)
    return base + slow - beat + (aloft(scene) - eye_of(scene) + 2.0) * (scene.place == "sky")


# Wings ----------------------------------------------------------------------------------------


def beat_rate(subject: Subject) -> float:
    """Wing beats a second."""
    return 2.6 / sqrt(max(plumage_of(subject).size * subject.scale, 0.05))


def beats_now(subject: Subject, scene: Scene, t: float) -> float:
    """1 while it beats its wings, 0 while it glides: those that soar beat now and then."""
    if manner(subject, scene) != "soar":
        return 1.0
    cycle = (t / 6.2 + 1.7 * subject.variety) % 1.0
    return smooth(cycle / 0.05) * (1.0 - smooth((cycle - 0.22) / 0.08))


def stroke(subject: Subject, scene: Scene, t: float) -> float:
    """Where the wings are: 1 raised, -1 lowered, 0.25 spread for a glide."""
    part = (beat_rate(subject) * t + subject.variety) % 1.0
    swing = cos(pi * part / 0.44) if part < 0.44 else -cos(pi * (part - 0.44) / 0.56)
    beating = beats_now(subject, scene, t)
    return beating * swing + (1.0 - beating) * 0.25


def downstrokes(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a flying bird begins a downstroke."""
    rate = beat_rate(subject)
    times = repeats(-subject.variety / rate, 1.0 / rate, start, stop)
    return [
        one
        for one in times
        if height_share(subject, scene, one) > 0.03 and beats_now(subject, scene, one) > 0.5
    ]


# Feet -----------------------------------------------------------------------------------------


def bird_stride(subject: Subject) -> float:
    """Metres of two steps: short for short legs, longer the faster it goes."""
    bird = plumage_of(subject)
    leg = bird.size * subject.scale * (bird.leg + 0.25)
    return leg * min(1.1 + 0.5 * subject.speed / sqrt(9.81 * leg), 2.4)


def bird_cycle(subject: Subject, scene: Scene, t: float) -> float:
    """Strides since t = 0."""
    return gone(subject, scene, t) / bird_stride(subject) + subject.variety * 7.7 % 1.0


def bird_foot(subject: Subject, scene: Scene, t: float, side: int) -> tuple[float, float, bool]:
    """(metres ahead of the body, metres up, whether it is on the ground) of a walking foot."""
    if gone(subject, scene, 1.0) == 0.0:
        return 0.0, 0.0, True
    part = (bird_cycle(subject, scene, t) + 0.5 * side) % 1.0
    long = bird_stride(subject)
    if part < STANCE:
        return long * (STANCE / 2 - part), 0.0, True
    swing = (part - STANCE) / (1.0 - STANCE)
    ahead = long * (STANCE / 2 - part + smooth(swing))
    return ahead, 0.22 * long * sin(pi * swing), False


def steps(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a foot of a walking bird lands."""
    if manner(subject, scene) != "walk" or gone(subject, scene, 1.0) == 0.0:
        return []
    step = 0.5 * bird_stride(subject) / subject.speed
    first = -(subject.variety * 7.7 % 1.0) * 2.0 * step
    return repeats(first, step, start, stop)

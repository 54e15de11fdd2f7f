"""Props: how a thing rests, falls, bounces, rolls, swings, floats, turns, opens or breaks.

What a thing is like stands in its build's figure: `give` (restitution), `round` (its radius, so
that it rolls), `hangs` (metres of its string), `light` (terminal speed of what flutters down).
"""

from dataclasses import dataclass
from math import cos, exp, pi, sin, sqrt, tau

from engine.animatic.build import build_of
from engine.animatic.motion.bouncing import (
    bounce_height,
    bounces,
    fall_seconds,
    stairs_height,
    stairs_hits,
    step_flight,
)
from engine.animatic.motion.cycles import smooth
from engine.animatic.motion.path import Point, travelled
from engine.animatic.motion.water import GRAVITY
from engine.animatic.motion.wind import gust
from engine.animatic.scene import Scene, Subject

STAIRS, OWN_STAIRS = (0.17, 0.3, 8), (0.4, 0.8, 10)
"""Metres up and along a step, and how many: of any stairs, and of the kind that carries a ball,
whose top step's middle lies 3.6 metres right of its own (resources/subjects/buildings.toml)."""
TOP_STEP, BALL_ON_STAIRS = 3.6, 3.0
"""Where on its own stairs a ball starts, and how many times its size it is there."""
TURN_SECONDS = 6.0
"""One turn of what rotates on show."""
OPEN_SECONDS = 1.6


@dataclass(frozen=True, slots=True)
class Pose:
    """Radians: `yaw` about the upright axis, `pitch` towards the camera, `roll` clockwise.
    `squash` below 1 is flatter; `opened` and `grown` from 0 to 1."""

    yaw: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0
    squash: float = 1.0
    opened: float = 0.0
    grown: float = 1.0


def fact(subject: Subject, name: str, otherwise: float = 0.0) -> float:
    """A number of the subject's build."""
    return float(build_of(subject.kind).trait(name, otherwise))


def since(subject: Subject, t: float) -> float:
    """Seconds that it has been at its act, negative before."""
    return t - subject.since


# Where it is ----------------------------------------------------------------------------------


def place(subject: Subject, scene: Scene, t: float) -> Point:
    """The point on which it stands or would stand."""
    x = subject.x + subject.heading * _gone(subject, t)
    return x + _aside(subject, scene, t), _height(subject, scene, t), subject.z


def _gone(subject: Subject, t: float) -> float:
    """Metres along its heading: what rolls, flies or bounces goes; what stands doesn't."""
    part = max(since(subject, t), 0.0)
    match subject.act:
        case "bounce" if on_stairs(subject):
            return _stairs(subject)[1] * part / step_flight(_stairs(subject)[0], _give(subject))[1]
        case "bounce" | "throw" | "kick" | "fly" | "glide" | "float" | "roll" | "run" | "walk":
            return travelled(subject, t) if subject.since == 0 else subject.speed * part
        case "roll":
            return subject.speed * part
    return 0.0


def _stairs(subject: Subject) -> tuple[float, float, int]:
    rise, run, steps = OWN_STAIRS if subject.carrier >= 0 else STAIRS
    size = subject.scale / (BALL_ON_STAIRS if subject.carrier >= 0 else 1.0)
    return rise * size, run * size, steps


def _give(subject: Subject) -> float:
    return fact(subject, "give", 0.45)


def on_stairs(subject: Subject) -> bool:
    """Whether a bouncing ball goes down stairs."""
    return "stairs" in subject.traits


def drop_height(subject: Subject) -> float:
    """Metres above its rest from which it bounces or falls."""
    tall = build_of(subject.kind).height * subject.scale
    return (4.2 if subject.act == "bounce" else 5.0) * tall


def _height(subject: Subject, scene: Scene, t: float) -> float:
    part = since(subject, t)
    high = drop_height(subject)
    match subject.act:
        case "bounce" if on_stairs(subject):
            return stairs_height(_stairs(subject)[0], _give(subject), _stairs(subject)[2], part)
        case "bounce":
            return bounce_height(high, max(_give(subject), 0.7), part)
        case "fall" | "drop" | "land":
            if fact(subject, "light"):
                return _fluttered(subject, part)
            return bounce_height(high, 0.6 * _give(subject), part)
        case "jump" | "hop" | "dance":
            return _hop(subject, part)
        case "throw" | "kick" | "fly":
            return _thrown(subject, part)
        case "rise" | "take_off":
            return _risen(subject, part)
        case "float" | "glide" | "swim":
            tall = build_of(subject.kind).height * subject.scale
            bob = sin(tau * t / 3.8 + tau * subject.variety)
            return (0.35 if "water" not in subject.traits else 0.0) * tall + 0.07 * tall * bob
    return 0.0


def _hop(subject: Subject, part: float) -> float:
    """Little hops, each as high as half the thing."""
    if part < 0:
        return 0.0
    high = 0.4 * build_of(subject.kind).height * subject.scale
    period = 2.0 * fall_seconds(high) + 0.16
    flying = min(max(part % period - 0.16, 0.0), 2.0 * fall_seconds(high))
    return max(sqrt(2 * GRAVITY * high) * flying - 0.5 * GRAVITY * flying * flying, 0.0)


def _thrown(subject: Subject, part: float) -> float:
    """A flight to four times its height and back, then bounces."""
    high = drop_height(subject)
    up = fall_seconds(high)
    if part <= 0:
        return 0.0
    if part < up:
        return high - 0.5 * GRAVITY * (up - part) ** 2
    return bounce_height(high, _give(subject), part - up)


def _risen(subject: Subject, part: float) -> float:
    """Rising ever more evenly, as drag meets lift."""
    speed = 0.35 * build_of(subject.kind).height * subject.scale
    part = max(part, 0.0)
    return speed * (part - 0.8 * (1.0 - exp(-part / 0.8)))


def _fluttered(subject: Subject, part: float) -> float:
    """Coming down at its terminal speed until it lies."""
    return max(drop_height(subject) - fact(subject, "light") * max(part, 0.0), 0.0)


def _aside(subject: Subject, scene: Scene, t: float) -> float:
    """Metres that flutter, wind or shaking move it to the right."""
    part = since(subject, t)
    tall = build_of(subject.kind).height * subject.scale
    if subject.act == "shake" and part > 0:
        return 0.025 * tall * sin(tau * 9.0 * part) * min(part / 0.2, 1.0)
    if subject.act in ("fall", "rise", "float") and fact(subject, "light") and part > 0:
        left = 1.0 if subject.act != "fall" else smooth(_height(subject, scene, t) / (2 * tall))
        return 0.5 * tall * left * sin(2.6 * part + 6 * subject.variety) + 0.2 * gust(scene, t)
    return 0.0


# How it is turned -----------------------------------------------------------------------------


def pose(subject: Subject, scene: Scene, t: float) -> Pose:
    """How it is turned, squashed, opened and grown."""
    part = since(subject, t)
    gone = max(part, 0.0)
    match subject.act:
        case "bounce":
            return Pose(roll=_rolled(subject, t), squash=_squash(subject, t), yaw=0.0)
        case "roll":
            return Pose(roll=_rolled(subject, t))
        case "throw" | "kick" | "fly":
            return Pose(roll=subject.heading * 3.2 * gone * exp(-gone / 4.0))
        case "rotate" | "turn" | "orbit":
            return Pose(yaw=tau * gone / TURN_SECONDS)
        case "spin" | "twirl":
            return Pose(yaw=tau * gone / 1.4)
        case "dance":
            return Pose(yaw=0.5 * sin(4.2 * gone), roll=0.12 * sin(8.4 * gone))
        case "swing":
            return Pose(roll=swing_angle(subject, t))
        case "shake":
            return Pose(roll=0.05 * sin(tau * 8.0 * gone) * min(gone / 0.2, 1.0))
        case "open":
            return Pose(opened=smooth(part / OPEN_SECONDS))
        case "close":
            return Pose(opened=1.0 - smooth(part / OPEN_SECONDS))
        case "grow":
            return Pose(grown=smooth(part / max(0.6 * (scene.seconds - subject.since), 0.5)))
        case "fall" | "float" | "rise" if fact(subject, "light") and not fact(subject, "aloft"):
            return Pose(roll=0.7 * sin(2.6 * gone + 1.2), pitch=0.5 * sin(1.9 * gone))
        case "float":
            return Pose(
                roll=0.05 * sin(tau * t / 4.4 + 3 * subject.variety), yaw=0.25 * sin(0.5 * t)
            )
        case "lie":
            return Pose(roll=pi / 2)
    return Pose(opened=fact(subject, "open"))


def _rolled(subject: Subject, t: float) -> float:
    """Rolling without slipping turns it by the way over its radius."""
    radius = fact(subject, "round") * subject.scale
    if not radius:
        return 0.0
    return _gone(subject, t) / radius


def _squash(subject: Subject, t: float) -> float:
    """A soft ball flattens for a moment about each hit, the more the harder."""
    radius = max(fact(subject, "round") * subject.scale, 0.02)
    squash = 1.0
    for at, speed in _hits(subject):
        away = abs(since(subject, t) - at) / 0.045
        if away < 1.0:
            squash = min(squash, 1.0 - min(0.05 * speed, 0.28) * (1.0 - away) ** 2)
    return squash if radius else 1.0


def swing_period(length: float) -> float:
    """Seconds of a small swing of a pendulum (Huygens 1673)."""
    return tau * sqrt(length / GRAVITY)


def hanging(subject: Subject) -> float:
    """Metres from what it swings about down to its middle."""
    tall = build_of(subject.kind).height
    return fact(subject, "hangs", 0.8 * tall) * subject.scale


def swing_angle(subject: Subject, t: float) -> float:
    """Radians that a pendulum hangs to the left of upright, dying away slowly."""
    part = max(since(subject, t), 0.0)
    period = swing_period(hanging(subject))
    return 0.42 * exp(-part / (14.0 * period)) * cos(tau * part / period)


# What is heard --------------------------------------------------------------------------------


def _hits(subject: Subject) -> list[tuple[float, float]]:
    high = drop_height(subject)
    match subject.act:
        case "bounce" if on_stairs(subject):
            return stairs_hits(_stairs(subject)[0], _give(subject), _stairs(subject)[2])
        case "bounce":
            return bounces(high, max(_give(subject), 0.7))
        case "fall" | "drop" | "land" if not fact(subject, "light"):
            return bounces(high, 0.6 * _give(subject))
        case "throw" | "kick" | "fly":
            up = fall_seconds(high)
            return [(up + at, speed) for at, speed in bounces(high, _give(subject))]
        case "jump" | "hop" | "dance":
            tall = 0.4 * build_of(subject.kind).height * subject.scale
            period = 2.0 * fall_seconds(tall) + 0.16
            return [(n * period, sqrt(2 * GRAVITY * tall)) for n in range(1, 60)]
    return []


def hits(subject: Subject, scene: Scene, start: float, stop: float) -> list[tuple[float, float]]:
    """(moment, speed in metres a second) of each hit on what it stands on, in [start, stop)."""
    moments = [(subject.since + at, speed) for at, speed in _hits(subject)]
    return [(at, speed) for at, speed in moments if start <= at < stop]


def strokes(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments at which a swinging bell's clapper strikes: the ends of its swings."""
    if subject.act not in ("swing", "ring"):
        return []
    half = swing_period(hanging(subject)) / 2
    times = [subject.since + n * half for n in range(400)]
    return [at for at in times if start <= at < stop]

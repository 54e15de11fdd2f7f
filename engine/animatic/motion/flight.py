"""Flight: cruising, hovering, taking off, and landing on a burn that stops at the ground."""

from math import cos, sin, tau

from engine.animatic.build import build_of
from engine.animatic.motion.path import Point, aloft, along
from engine.animatic.motion.wind import gust
from engine.animatic.scene import Scene, Subject
from engine.animatic.setting import eye_of

LANDING_PART = 0.6
"""The part of the time left in which a landing ends."""


def cruise(subject: Subject, scene: Scene, t: float) -> Point:
    """Its middle: going along its way at its height, or landing or taking off."""
    x = along(subject, t)
    if hovers(subject):
        x += 0.05 * subject.z * (0.4 + scene.wind) * 0.2 * sin(tau * t / 7.0 + 5 * subject.variety)
    return x, height_at(subject, scene, t), subject.z


def hovers(subject: Subject) -> bool:
    """Whether its kind stands in the air."""
    return bool(build_of(subject.kind).trait("hovers", False))


def cruising_height(subject: Subject, scene: Scene) -> float:
    """Metres above the ground at which it flies, so that it shows in the upper sky."""
    rise = float(build_of(subject.kind).trait("rise", 0.2))
    return max(eye_of(scene), 2.0) + (rise + 0.08 * subject.variety) * subject.z + aloft(scene)


def touchdown(subject: Subject, scene: Scene) -> float:
    """The moment at which a landing ends."""
    return subject.since + LANDING_PART * max(scene.seconds - subject.since, 0.5)


def height_at(subject: Subject, scene: Scene, t: float) -> float:
    """Metres above the ground: a landing slows down evenly to stand as it touches."""
    high = cruising_height(subject, scene)
    if subject.act == "land":
        whole = touchdown(subject, scene) - subject.since
        left = max(touchdown(subject, scene) - max(t, subject.since), 0.0)
        return high * (left / whole) ** 2
    if subject.act in ("take_off", "rise"):
        gone = max(t - subject.since - 0.6, 0.0)
        whole = max(scene.seconds - subject.since, 1.0)
        return 1.5 * high * (gone / whole) ** 2
    size = build_of(subject.kind).height
    return high + (0.12 if hovers(subject) else 0.05) * size * sin(tau * t / 4.1 + subject.variety)


def burn(subject: Subject, scene: Scene, t: float) -> float:
    """How hard the engines of a lander push, 0 to 1."""
    if subject.act == "land":
        over = max(t - touchdown(subject, scene), 0.0)
        return max(1.0 - 3.0 * over, 0.0)
    if subject.act in ("take_off", "rise"):
        return min(max(t - subject.since, 0.0) / 0.4, 1.0)
    return 0.35


def climb_angle(subject: Subject, scene: Scene, t: float) -> float:
    """Radians that the nose points up along the way it flies."""
    if hovers(subject) or subject.speed < 0.1:
        return 0.0
    rise = (height_at(subject, scene, t + 0.05) - height_at(subject, scene, t - 0.05)) / 0.1
    return max(min(0.6 * rise / subject.speed, 0.35), -0.2)


def tether(subject: Subject, scene: Scene, t: float) -> Point:
    """A kite: it hangs in the wind and wanders through a lying eight."""
    turn = tau * t / (6.5 - 2.0 * scene.wind) + tau * subject.variety
    wide = 1.0 + 0.8 * gust(scene, t)
    rise = 0.0 if subject.carrier >= 0 else 0.12 * subject.z
    high = 5.2 + rise + 0.5 * gust(scene, t) + 0.6 * sin(2 * turn) + aloft(scene)
    reach = subject.heading * (3.4 if subject.carrier >= 0 else 0.0)
    return subject.x + reach + wide * cos(turn), high, subject.z

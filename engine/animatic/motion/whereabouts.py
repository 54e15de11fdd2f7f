"""Where every subject is at any moment."""

from collections.abc import Callable

from engine.animatic.build import build_of
from engine.animatic.motion import (
    balloon,
    bird,
    boat,
    flight,
    flock,
    hanging,
    insect,
    path,
    prop,
    quadruped,
    rocket,
    rolling,
    sea_life,
    vessel,
)
from engine.animatic.motion.path import Point
from engine.animatic.motion.people import travel
from engine.animatic.scene import Scene, Subject

Way = Callable[[Subject, Scene, float], Point]

WAYS: dict[str, Way] = {
    "walk": travel.walk,
    "go": path.go,
    "stand": path.stand,
    "ride": boat.ride,
    "fly": flock.fly,
    "drift": balloon.drift,
    "roam": quadruped.roam,
    "roost": bird.roost,
    "swim": sea_life.swim,
    "flutter": insect.flutter,
    "crawl": insect.crawl,
    "launch": rocket.launch,
    "prop": prop.place,
    "drive": rolling.drive,
    "cruise": flight.cruise,
    "tether": flight.tether,
    "float": vessel.float_on,
    "aloft": hanging.hang,
}
"""How a subject gets about, by the `way` of its build."""


def position(subject: Subject, scene: Scene, t: float) -> Point:
    """Where a subject stands, floats or flies at t.

    The point on the ground between a person's feet, below the middle of a car, a rocket's foot,
    where a tree or tower leaves the ground; a boat's middle at its waterline; the lead bird; the
    bottom of a balloon's basket. With a carrier, counted from where that one is.
    """
    x, y, z = WAYS[build_of(subject.kind).way](subject, scene, t)
    if not 0 <= subject.carrier < len(scene.subjects):
        return x, y + subject.y, z
    base = position(scene.subjects[subject.carrier], scene, t)
    return base[0] + x, base[1] + y + subject.y, base[2] + z

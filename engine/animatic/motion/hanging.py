"""What hangs in the sky: as high as its build says, going slowly if it goes at all."""

from engine.animatic.build import build_of
from engine.animatic.motion.path import Point, aloft, along
from engine.animatic.scene import Scene, Subject


def hang(subject: Subject, scene: Scene, t: float) -> Point:
    """The foot of its box: higher than the horizon by its build's `high_up` metres."""
    high = float(build_of(subject.kind).trait("high_up", 0.0)) * subject.scale
    rise = {"rise": 1.0, "fall": -1.0, "land": -1.0}.get(subject.act, 0.0)
    moved = (
        rise
        * 0.35
        * build_of(subject.kind).height
        * subject.scale
        * max(t - subject.since, 0.0)
        / 4
    )
    return along(subject, t), high + moved + aloft(scene), subject.z

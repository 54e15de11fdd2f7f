"""Travel: how far somebody has gone, who stops for what they do, and where that puts them."""

from math import sin, tau

from engine.animatic.motion.path import Point
from engine.animatic.motion.water import wave_height
from engine.animatic.scene import Scene, Subject

STAYING = frozenset((
    "stand", "wave", "sit", "lie", "sleep", "dance", "twirl", "spin", "rotate", "read", "eat",
    "drink", "play", "build", "fall", "kneel", "pray", "sing", "work", "cook", "water",
    "paint_act", "fish", "shake", "clap", "cheer", "catch", "throw", "kick", "look_up",
    "climb", "swing", "bounce", "stretch", "bow", "hug", "turn", "hide", "blow", "yoga",
    "crouch", "float", "talk", "type", "write", "stir", "dig", "sweep",
))  # fmt: skip
"""Acts that somebody stops for."""

HALT = 0.7
"""Seconds it takes to come to a stop."""

CLIMBING = 0.42
MID_WATER = 1.3
"""Metres above the sea's bed at which divers swim."""
WATER_PLACES = frozenset(("sea", "lake", "bay", "river", "beach"))
UNDER_WATER = frozenset(("underwater", "coral_reef"))


def travelled(subject: Subject, t: float) -> float:
    """Metres gone along the heading since t = 0: evenly, and evenly slower before a stop."""
    if subject.act not in STAYING:
        return subject.speed * t
    if subject.since <= 0.0:
        return 0.0
    halt = min(HALT, subject.since)
    begun = subject.since - halt
    if t <= begun:
        return subject.speed * t
    part = min((t - begun) / halt, 1.0)
    return subject.speed * (begun + halt * (part - 0.5 * part * part))


def pace(subject: Subject, t: float) -> float:
    """Metres a second at t."""
    if subject.act not in STAYING:
        return subject.speed
    if subject.since <= 0.0:
        return 0.0
    left = (subject.since - t) / min(HALT, subject.since)
    return subject.speed * min(max(left, 0.0), 1.0)


def doing(subject: Subject, t: float) -> str:
    """The act that goes on at t, "" before it begins."""
    return subject.act if t >= subject.since else ""


def swims(subject: Subject, t: float) -> bool:
    """Whether somebody is in the water."""
    return doing(subject, t) in ("swim", "dive", "surf")


def walk(subject: Subject, scene: Scene, t: float) -> Point:
    """The point between the feet: on the ground, on the water for who swims, higher while
    somebody climbs."""
    x = subject.x + subject.heading * travelled(subject, t)
    y = 0.0
    if swims(subject, t) and scene.place in WATER_PLACES:
        y = wave_height(scene, x, subject.z, t) if scene.place != "beach" else 0.0
    elif swims(subject, t) and scene.place in UNDER_WATER:
        y = MID_WATER + 0.12 * sin(0.9 * t + tau * subject.variety)
    elif doing(subject, t) == "climb":
        y = CLIMBING * (t - subject.since) * subject.scale
    return x, y, subject.z

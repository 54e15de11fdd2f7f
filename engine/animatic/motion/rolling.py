"""Rolling: wheels that don't slip, rods that couple them, rails that click, and driving away."""

from math import cos, pi, sin, tau

from engine.animatic.motion.cycles import repeats
from engine.animatic.motion.path import Point, along, travelled
from engine.animatic.scene import Scene, Subject

RAIL = 18.0
"""Metres from one joint of the rails to the next."""
BEATS = 4
"""Strokes of steam in one turn of the wheels: two cylinders, each driven from both ends."""


def drive(subject: Subject, scene: Scene, t: float) -> Point:
    """On the ground, across the frame; or, with the act `away`, into its depth."""
    if subject.act != "away":
        return along(subject, t), 0.0, subject.z
    half = scene.seconds / 2
    x = subject.x + subject.heading * subject.speed * half + scene.track * (t - half)
    return x, 0.0, 0.32 * subject.z + max(0.3 * subject.speed, 1.0) * t


def wheel_turned(subject: Subject, t: float, radius: float) -> float:
    """Radians that a wheel has turned, clockwise along the heading: path / radius."""
    return travelled(subject, t) / (radius * (subject.scale or 1.0))


def crank(subject: Subject, t: float, radius: float, throw: float) -> tuple[float, float]:
    """Where the pin of a driving wheel stands from its axle; rods couple pins of equal angle."""
    angle = wheel_turned(subject, t, radius)
    return throw * sin(angle), throw * cos(angle)


def crosshead(pin: tuple[float, float], rod: float) -> float:
    """How far ahead of the axle the piston's end of a rod slides whose other end is on the pin."""
    return pin[0] + (rod * rod - pin[1] * pin[1]) ** 0.5


def chuffs(
    subject: Subject, scene: Scene, start: float, stop: float, radius: float = 0.75
) -> list[float]:
    """The moments in [start, stop) at which a steam engine breathes out."""
    if subject.speed < 0.05:
        return repeats(0.4 * subject.variety, 1.6, start, stop)
    period = tau * radius * (subject.scale or 1.0) / subject.speed / BEATS
    return repeats(period * subject.variety, period, start, stop)


def rail_joints(
    subject: Subject, scene: Scene, start: float, stop: float, axles: tuple[float, ...] = (0.0,)
) -> list[float]:
    """The moments in [start, stop) at which axles, metres ahead of the middle, meet a joint."""
    if subject.speed < 0.05:
        return []
    way = subject.heading * subject.x
    found: list[float] = []
    for axle in axles:
        first = -(way + axle) / subject.speed
        found += repeats(first, RAIL / subject.speed, start, stop)
    return sorted(found)


def pedal_angle(subject: Subject, t: float, wheel: float, gear: float) -> float:
    """Radians that a bicycle's crank has turned: the wheel's angle over the gear."""
    return wheel_turned(subject, t, wheel) / gear + pi * subject.variety

"""Vessels: hulls of any length on the waves, oars and their catches, a submarine that dives."""

from math import cos, sin, tau

from engine.animatic.build import build_of
from engine.animatic.motion.cycles import repeats, smooth
from engine.animatic.motion.path import Point, along
from engine.animatic.motion.water import wave_height
from engine.animatic.scene import Scene, Subject

STROKE_SECONDS = 2.6
DRIVE_PART = 0.42
"""The part of a stroke in which the blade is in the water."""
DIVE_SECONDS = 5.0
UNDER = ("underwater", "coral_reef")
ABOVE_BED = (0.9, 0.25)
"""How high above the sea's bed a submarine goes, and after a dive, in parts of its height."""


def float_on(subject: Subject, scene: Scene, t: float) -> Point:
    """Its middle at the waterline; a hull evens out waves shorter than itself."""
    x = along(subject, t)
    if is_under(subject, scene):
        return x, _above_bed(subject, t), subject.z
    reach = 0.34 * build_of(subject.kind).width * subject.scale
    spots = (x - reach, x - reach / 2, x, x + reach / 2, x + reach)
    heave = sum(wave_height(scene, spot, subject.z, t) for spot in spots) / len(spots)
    return x, heave - sunk(subject, scene, t), subject.z


def _above_bed(subject: Subject, t: float) -> float:
    high, low = ABOVE_BED
    down = smooth((t - subject.since) / (2 * DIVE_SECONDS)) if subject.act == "dive" else 0.0
    return build_of(subject.kind).height * subject.scale * (high + (low - high) * down)


def pitch(subject: Subject, scene: Scene, t: float) -> float:
    """Radians by which the right end is lifted."""
    x, reach = along(subject, t), 0.34 * build_of(subject.kind).width * subject.scale
    rise = wave_height(scene, x + reach, subject.z, t) - wave_height(scene, x - reach, subject.z, t)
    return rise / (2 * reach)


def is_under(subject: Subject, scene: Scene) -> bool:
    """Whether it is seen below the water's surface."""
    return scene.place in UNDER and subject.kind == "submarine"


def sunk(subject: Subject, scene: Scene, t: float) -> float:
    """Metres below the surface that a diving submarine has gone."""
    if subject.act != "dive" or is_under(subject, scene):
        return 0.0
    return build_of(subject.kind).height * smooth((t - subject.since) / DIVE_SECONDS)


def stroke_part(subject: Subject, t: float) -> float:
    """How much of a stroke is done, 0 to 1; the blade catches the water at 0."""
    return (t / STROKE_SECONDS + subject.variety) % 1.0


def catches(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which oars dip into the water."""
    first = -STROKE_SECONDS * subject.variety
    return repeats(first, STROKE_SECONDS, start, stop)


def oar(subject: Subject, t: float) -> tuple[float, float]:
    """(sweep, lift) of an oar: from 1 forward to -1 aft, from -1 in the water to 1 above it."""
    part = stroke_part(subject, t)
    if part < DRIVE_PART:
        inside = part / DRIVE_PART
        return cos(tau / 2 * inside), -sin(tau / 2 * inside)
    outside = (part - DRIVE_PART) / (1.0 - DRIVE_PART)
    return -cos(tau / 2 * outside), sin(tau / 2 * outside)

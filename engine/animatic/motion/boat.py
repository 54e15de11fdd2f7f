"""Boats: how they ride, pitch and heel."""

from math import sin, tau

from engine.animatic.motion.path import Point, along
from engine.animatic.motion.water import wave_height
from engine.animatic.motion.wind import gust
from engine.animatic.scene import Scene, Subject

HULL_LENGTH = 8.0


def ride(subject: Subject, scene: Scene, t: float) -> Point:
    """A boat's middle at its waterline."""
    x = along(subject, t)
    return x, _heave(scene, x, subject.z, t), subject.z


def _heave(scene: Scene, x: float, z: float, t: float) -> float:
    """A hull rides on the water under its whole length: short waves cancel out."""
    ends = wave_height(scene, x - 2.6, z, t) + wave_height(scene, x + 2.6, z, t)
    return (ends + wave_height(scene, x, z, t)) / 3


def boat_pitch(subject: Subject, scene: Scene, t: float) -> float:
    """Radians by which the boat's right end is lifted."""
    x, _, z = ride(subject, scene, t)
    rise = wave_height(scene, x + 2.6, z, t) - wave_height(scene, x - 2.6, z, t)
    return 1.1 * rise / 5.2


def boat_heel(subject: Subject, scene: Scene, t: float) -> float:
    """Radians that the boat leans away from the wind: a steady part, gusts and a slow roll."""
    roll = (0.012 + 0.05 * scene.waves) * sin(tau * t / 4.3 + tau * subject.variety)
    return 0.03 + 0.26 * gust(scene, t) + roll

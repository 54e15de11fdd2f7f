"""Rockets: ignition, hold, and constant acceleration."""

from math import exp

from engine.animatic.motion.path import Point
from engine.animatic.scene import Scene, Subject

ROCKET_ACCELERATION = 5.5
ROCKET_HOLD = 1.1
"""Seconds between ignition and lift-off, while the clamps still hold the rocket."""


def launch(subject: Subject, scene: Scene, t: float) -> Point:
    """A rocket's foot."""
    return subject.x, rocket_height(subject, scene, t), subject.z


def ignition(subject: Subject, scene: Scene) -> float:
    """The moment at which a rocket's engines light."""
    return min(max(0.1 * scene.seconds, 0.3), 1.2)


def lift_off(subject: Subject, scene: Scene) -> float:
    """The moment at which a rocket leaves the ground."""
    return ignition(subject, scene) + ROCKET_HOLD


def rocket_height(subject: Subject, scene: Scene, t: float) -> float:
    """Metres of a rocket's foot above its stand: constant acceleration from lift-off."""
    flying = max(t - lift_off(subject, scene), 0.0)
    return 0.5 * ROCKET_ACCELERATION * flying * flying


def thrust(subject: Subject, scene: Scene, t: float) -> float:
    """How hard the engines burn, 0 to 1."""
    return 1.0 - exp(-max(t - ignition(subject, scene), 0.0) / 0.35)

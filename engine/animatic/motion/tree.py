"""Trees: how the wind bends them."""

from math import sin, tau

from engine.animatic.motion.wind import gust
from engine.animatic.scene import Scene, Subject


def tree_sway(subject: Subject, scene: Scene, t: float) -> float:
    """Radians that a tree's crown leans to the right: a lasting bend and its own swinging."""
    wind, own = gust(scene, t), tau * subject.variety
    swing = 0.6 * sin(1.9 * t + 5 * own) + 0.4 * sin(3.1 * t + 3 * own)
    return 0.05 * wind * wind + 0.035 * wind * swing

"""Wind: how hard it blows at any moment."""

from math import sin, tau

from engine.animatic.motion.cycles import share_of
from engine.animatic.scene import Scene


def gust(scene: Scene, t: float) -> float:
    """How strong the wind blows at t, from 0 to about 1.4: the scene's wind with slow gusts."""
    phase = share_of(scene.seed, "gust") * tau
    swell = 0.24 * sin(0.61 * t + phase) + 0.13 * sin(1.37 * t + 2.1 * phase)
    return scene.wind * (1.0 + swell + 0.06 * sin(3.3 * t + 3.7 * phase))

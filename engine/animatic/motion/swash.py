"""Swash: how far waves run up a beach, and when they arrive.

A bore that has broken runs up a slope like a thrown ball: it is slowed evenly by gravity, so the
water's edge follows a parabola in time (Shen and Meyer 1963).
"""

from math import sin, tau

from engine.animatic.motion.cycles import repeats, share_of
from engine.animatic.scene import Scene


def period(scene: Scene) -> float:
    """Seconds from one wave to the next on the beach."""
    return 4.6 + 2.8 * scene.waves


def arrivals(scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a wave begins to run up at x = 0."""
    return repeats(share_of(scene.seed, "swash") * period(scene), period(scene), start, stop)


def age(scene: Scene, x: float, t: float) -> float:
    """Part of the run-up and backwash that has passed at x, 0 to 1; waves come in a little
    aslant, so they reach some places later."""
    late = 0.5 * sin(0.17 * x + tau * share_of(scene.seed, "slant")) + 0.02 * x
    beats = (t - late) / period(scene) - share_of(scene.seed, "swash")
    return beats % 1.0


def run_up(scene: Scene, x: float, t: float) -> float:
    """Metres that the water's edge has come up the beach at x."""
    part = age(scene, x, t)
    height = (1.1 + 2.6 * scene.waves) * (1.0 + 0.22 * sin(0.61 * x) + 0.12 * sin(1.7 * x + 1.0))
    return 4.0 * height * part * (1.0 - part)

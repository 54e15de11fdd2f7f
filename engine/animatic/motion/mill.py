"""Mills: sails, rotors and water wheels that turn as fast as wind or water drives them."""

from math import cos, tau

from engine.animatic.motion.cycles import share_of
from engine.animatic.scene import Scene, Subject

TIP_RATIO = 2.2
"""Tip speed of a windmill's sails over the speed of the wind."""
GALE = 11.0
"""Metres a second of wind where a gust is 1."""


def blown(scene: Scene, t: float) -> float:
    """Metres of wind that have passed by since t = 0: the integral of motion.wind.gust."""
    phase = share_of(scene.seed, "gust") * tau
    swell = sum(
        strength * (cos(shift * phase) - cos(rate * t + shift * phase)) / rate
        for strength, rate, shift in ((0.24, 0.61, 1.0), (0.13, 1.37, 2.1), (0.06, 3.3, 3.7))
    )
    return GALE * scene.wind * (t + swell)


def sail_angle(subject: Subject, scene: Scene, t: float, radius: float) -> float:
    """Radians that sails of this radius have turned; a breath of wind always keeps them going."""
    run = TIP_RATIO * blown(scene, t) + 1.2 * t
    return run / radius + tau * subject.variety


def wheel_turn(subject: Subject, t: float, radius: float) -> float:
    """Radians that a water wheel has turned: its rim goes at 1.4 metres a second."""
    return 1.4 * t / radius + tau * subject.variety

"""Lighthouses: how far the lamp has turned."""

from math import pi, tau

from engine.animatic.motion.cycles import repeats
from engine.animatic.scene import Scene, Subject

BEAM_PERIOD = 9.0
"""Seconds for one turn of a lighthouse's lamp; it throws two beams, so one passes every half."""


def beam_angle(subject: Subject, scene: Scene, t: float) -> float:
    """Radians that the lamp has turned; one beam points at the camera at multiples of pi."""
    return tau * (t / BEAM_PERIOD + subject.variety) - 0.25 * pi


def beam_passes(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a beam points at the camera."""
    first = BEAM_PERIOD * (0.125 - subject.variety)
    return repeats(first, BEAM_PERIOD / 2, start, stop)

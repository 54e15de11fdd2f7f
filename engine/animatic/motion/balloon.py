"""Hot-air balloons: drift, sway, and the bursts of the burner."""

from math import exp, sin, tau

from engine.animatic.motion.cycles import repeats
from engine.animatic.motion.path import Point, aloft, along
from engine.animatic.scene import Scene, Subject

BURN_EVERY, BURN_SECONDS = 4.2, 1.5


def drift(subject: Subject, scene: Scene, t: float) -> Point:
    """The bottom of a balloon's basket."""
    x = along(subject, t) + _balloon_drift(subject, scene, t)
    return x, _balloon_height(subject, t) + aloft(scene), subject.z


def _balloon_height(subject: Subject, t: float) -> float:
    start = 3.0 + subject.z * (0.02 + 0.1 * subject.variety)
    return start + 0.5 * t + 0.25 * sin(tau * t / 9.0 + tau * subject.variety)


def _balloon_drift(subject: Subject, scene: Scene, t: float) -> float:
    return (0.3 + 0.7 * scene.wind) * sin(tau * t / 13.0 + 5.0 * subject.variety)


def balloon_sway(subject: Subject, scene: Scene, t: float) -> float:
    """Radians that a balloon leans to the right, its basket hanging behind like a pendulum."""
    return (0.015 + 0.03 * scene.wind) * sin(tau * t / 6.5 + 5.0 * subject.variety)


def burns(subject: Subject, scene: Scene, start: float, stop: float) -> list[tuple[float, float]]:
    """(first, last moment) of each burst of a balloon's burner that begins in [start, stop)."""
    first = BURN_EVERY * (subject.variety * 3.1 % 1.0) - BURN_SECONDS
    times = repeats(first, BURN_EVERY, start, stop)
    return [(time, time + BURN_SECONDS) for time in times]


def burner_glow(subject: Subject, scene: Scene, t: float) -> float:
    """How bright the burner burns at t, 0 to 1: quick to light, slower to die."""
    glow = 0.0
    for first, last in burns(subject, scene, t - BURN_SECONDS - 1.0, t + 1e-9):
        rise = 1.0 - exp(-(t - first) / 0.08)
        glow = max(glow, rise if t < last else exp(-(t - last) / 0.18))
    return glow

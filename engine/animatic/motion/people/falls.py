"""Falls: stumbling, going down like anything that falls, lying a while and getting up."""

from math import pi, sin

from engine.animatic.motion.cycles import smooth
from engine.animatic.motion.people.moment import Moment, at_ease
from engine.animatic.motion.people.posture import Posture, Sole, blended, both, changed, hanging
from engine.animatic.motion.people.rests import lying
from engine.animatic.scene import Scene, Subject

TRIP, DOWN, RISING, UP = 0.45, 1.05, 2.6, 4.2
"""Seconds after which the body tips, lies, begins to get up and stands again."""


def impacts(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which the body hits the ground."""
    moment = subject.since + DOWN
    return [moment] if start <= moment < stop else []


def falling(m: Moment) -> Posture:
    """Once: down on the back, then up by way of sitting."""
    s = m.s
    flail = sin(18.0 * s) * (1.0 - smooth((s - DOWN) / 0.2))
    loose = (hanging(1.9 + 0.5 * flail, 0.6, 0.3), hanging(1.7 - 0.5 * flail, 0.6, 0.3))
    feet = (
        Sole((0.12 * smooth(s / TRIP), 0.1 * smooth(s / TRIP), 0.05), 0.5, 0.3),
        Sole((0.0, 0.0, -0.05), 0.0, 0.3),
    )
    tipping = changed(
        m.base,
        feet=feet,
        hips=(0.0, m.body.stand - 0.01, 0.0),
        arms=loose,
        turn=0.4,
        lean=-0.15,
        mouth=0.9,
        smile=0.0,
        roll=-pi / 2 * _toppled(s),
        pivot=(-0.03, 0.0),
        rise=0.07 * _toppled(s),
        nod=0.3,
    )
    if s < DOWN:
        return blended(m.base, tipping, smooth(s / 0.25))
    flat = changed(lying(m), arms=both(hanging(0.3, 0.9, 0.3)), eyes=0.2, smile=0.1)
    if s < RISING:
        return blended(tipping, flat, smooth((s - DOWN) / 0.35))
    sat = changed(
        m.base,
        hips=(0.0, 0.07, 0.0),
        feet=at_ease(m.body, 0.4, 0.07, 0.0),
        arms=both(hanging(-0.4, 0.3, 0.1)),
        turn=0.4,
        lean=0.3,
        nod=0.2,
    )
    sat = changed(sat, feet=tuple(Sole((0.24, 0.0, f.at[2]), 0.0, 0.3) for f in sat.feet))
    if s < 0.5 * (RISING + UP):
        return blended(flat, sat, smooth((s - RISING) / 0.7))
    return blended(sat, m.base, smooth((s - 0.5 * (RISING + UP)) / 0.8))


def _toppled(s: float) -> float:
    """0 upright to 1 flat: an inverted pendulum's slow start and fast end."""
    part = min(max((s - 0.2) / (DOWN - 0.2), 0.0), 1.0)
    return part**2.6

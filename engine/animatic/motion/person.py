"""People: a gait whose planted feet never slide."""

from dataclasses import dataclass
from math import pi, sin, sqrt

from engine.animatic.motion.cycles import repeats, smooth
from engine.animatic.motion.path import travelled
from engine.animatic.scene import Scene, Subject

PERSON_HEIGHT = 1.72
STANCE = 0.62
"""Part of a walking cycle during which a foot stays on the ground (human gait: about 62 %)."""


@dataclass(frozen=True, slots=True)
class Foot:
    """A foot: its sole's pivot `x`, `y` (metres, world), `pitch` (radians, positive with the toe
    up) and whether it is `planted`. While planted it turns about heel or toe but never slides."""

    x: float
    y: float
    pitch: float
    planted: bool


def person_height(subject: Subject) -> float:
    """Metres from sole to crown."""
    return PERSON_HEIGHT * (0.95 + 0.1 * subject.variety)


def step_length(subject: Subject) -> float:
    """Metres between one footfall and the next of the other foot (grows with the root of speed)."""
    return person_height(subject) * 0.40 * sqrt(max(subject.speed, 0.05) / 1.35)


def gait(subject: Subject, t: float) -> float:
    """Walking cycles (two steps each) since t = 0, from a phase of the person's own."""
    return travelled(subject, t) / (2 * step_length(subject)) + subject.variety * 7.7 % 1.0


def foot(subject: Subject, t: float, side: int) -> Foot:
    """The right (side 0) or left (side 1) foot of a person at t."""
    if subject.speed <= 0:
        return Foot(subject.x + (0.07 if side else -0.05), 0.0, 0.0, True)
    cycle = gait(subject, t) + 0.5 * side
    part = cycle % 1.0
    stride = 2 * step_length(subject)
    body = subject.heading * travelled(subject, t) + subject.x
    # Where the hips were when this foot landed, plus the reach of the foot before them.
    planted = body + subject.heading * stride * (STANCE / 2 - part)
    if part < STANCE:
        return Foot(planted, 0.0, _sole_pitch(part / STANCE), True)
    swing = (part - STANCE) / (1 - STANCE)
    path = subject.heading * stride * smooth(swing)
    return Foot(planted + path, _swing_lift(subject, swing), _swing_pitch(swing), False)


def _sole_pitch(part: float) -> float:
    strike = 0.32 * (1.0 - smooth(part / 0.16))
    push = 0.85 * smooth((part - 0.58) / 0.42) ** 1.4
    return strike - push


def _swing_lift(subject: Subject, swing: float) -> float:
    return 0.055 * person_height(subject) * sin(pi * min(swing * 1.12, 1.0)) ** 1.5


def _swing_pitch(swing: float) -> float:
    return -0.85 + 1.17 * smooth(swing / 0.75)


def footfalls(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a foot of a walking person lands, in order."""
    if subject.speed <= 0:
        return []
    step = step_length(subject) / subject.speed
    first = -(subject.variety * 7.7 % 1.0) * 2 * step
    return repeats(first, step, start, stop)

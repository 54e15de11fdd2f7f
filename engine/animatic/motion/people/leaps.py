"""Leaps: jumping and hopping by the law of falling bodies, with a crouch before and a spring
after."""

from dataclasses import dataclass
from math import e, exp, sqrt

from engine.animatic.motion.cycles import repeats, smooth
from engine.animatic.motion.people.body import Body, body_of, gravity
from engine.animatic.motion.people.moment import FRONT, Moment, at_ease
from engine.animatic.motion.people.posture import Posture, Sole, blended, both, changed, hanging
from engine.animatic.scene import Scene, Subject

HEIGHTS = {"jump": 0.36, "leap": 0.36, "hop": 0.13, "bounce": 0.2, "play": 0.16, "cheer": 0.2}
"""How high a grown person's feet come, metres, on Earth."""
CROUCHING, RESTING = 0.34, 0.42


@dataclass(frozen=True, slots=True)
class Leap:
    """One leap of many alike: metres, seconds, metres a second. It crouches until `push`, leaves
    the ground at `off`, lands at `down` and begins again after `period`."""

    gravity: float
    speed: float
    depth: float
    push: float
    off: float
    down: float
    period: float

    def rise(self, s: float) -> float:
        """How high the feet are."""
        into = s % self.period
        if not self.off < into < self.down:
            return 0.0
        aloft = into - self.off
        return self.speed * aloft - 0.5 * self.gravity * aloft * aloft

    def dip(self, s: float) -> float:
        """How far the knees let the hips down."""
        into = s % self.period
        if into < self.push:
            return self.depth * smooth(into / self.push)
        if into < self.off:
            part = (into - self.push) / (self.off - self.push)
            return self.depth * (1.0 - part * part)
        if into < self.down:
            return 0.0
        # A critically damped spring that takes up the speed of the fall.
        after, slow = into - self.down, self.depth * 0.8 * e / self.speed
        return self.speed * after * exp(-after / slow)


def leap_of(subject: Subject, scene: Scene) -> Leap:
    """How somebody leaps where the scene is."""
    body, g = body_of(subject), gravity(scene)
    act = subject.act if subject.act in HEIGHTS else "hop"
    speed = sqrt(2 * 9.81 * HEIGHTS[act] * (0.85 + 0.3 * subject.variety) * body.height / 1.72)
    depth = (0.12 if HEIGHTS[act] > 0.3 else 0.06) * body.height
    lively = 1.0 if act in ("jump", "leap", "cheer") else 0.4
    push = CROUCHING * (0.6 + 0.4 * lively)
    off = push + 2 * depth / speed
    down = off + 2 * speed / g
    return Leap(g, speed, depth, push, off, down, down + 0.35 + RESTING * lively)


def phase(subject: Subject) -> float:
    """Seconds by which one of several begins earlier."""
    return 0.0 if subject.since > 0 else 0.9 * ((subject.variety * 5.7) % 1.0)


def landings(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which the feet come down."""
    leap = leap_of(subject, scene)
    first = subject.since - phase(subject) + leap.down
    return [t for t in repeats(first, leap.period, start, stop) if t >= subject.since]


def leaping(m: Moment) -> Posture:
    """Up and down on the spot, or on the way while somebody gets on."""
    leap, s = leap_of(m.subject, m.scene), m.s + phase(m.subject)
    into = s % leap.period
    dip, rise = m.metres(leap.dip(s)), m.metres(leap.rise(s))
    turn = 0.5 if m.subject.speed > 0 else FRONT - 0.3 + 0.5 * m.own
    aloft = min(max((into - leap.off) / max(leap.down - leap.off, 1e-6), 0.0), 1.0)
    tucked = 4 * aloft * (1 - aloft)
    low = changed(
        m.base,
        hips=(-0.35 * dip, m.body.stand - dip - 0.002, 0.0),
        feet=_feet(m.body, turn, tucked, rise > 0),
        lean=m.body.stoop + 2.6 * dip,
        turn=turn,
        twist=0.0,
        look=0.1,
        rise=rise,
        smile=1.0,
        mouth=0.5 * tucked,
        swing=tucked,
        flare=0.6 * max(0.0, 2 * aloft - 1.0) * tucked,
    )
    high = 2.4 if leap.speed > 2.0 * m.body.height / 1.72 else 1.1
    back, up = both(hanging(-0.28 * high, 0.2, 0.2)), both(hanging(high, 0.35, 0.25))
    thrown = smooth((into - leap.push) / max(leap.off - leap.push, 1e-6))
    lowered = smooth((into - leap.down + 0.05) / 0.4)
    swung = blended(changed(low, arms=back), changed(low, arms=up), thrown)
    gathering = smooth(into / leap.push)
    rest = changed(low, arms=both(hanging(0.08, 0.14, 0.2)))
    if into < leap.push:
        return blended(rest, swung, gathering)
    return blended(swung, rest, lowered)


def _feet(body: Body, turn: float, tucked: float, aloft: bool) -> tuple[Sole, ...]:
    feet = at_ease(body, turn, 0.058)
    if not aloft:
        return feet
    return tuple(_hung(sole, tucked, 0.06 + 0.05 * i) for i, sole in enumerate(feet))


def _hung(sole: Sole, tucked: float, high: float) -> Sole:
    x, y, z = sole.at
    return Sole((x - 0.05 * tucked, y + high * tucked, z), -0.7 * tucked, sole.yaw, sole.knee)

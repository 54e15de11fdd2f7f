"""Sports: throwing, kicking, catching, climbing, riding, swimming, and gliding on wheels, blades
and boards."""

from math import cos, pi, sin, tau

from engine.animatic.motion.cycles import repeats, smooth
from engine.animatic.motion.people.moment import Moment, at_ease
from engine.animatic.motion.people.posture import (
    Arm,
    Posture,
    Sole,
    blended,
    both,
    changed,
    hanging,
)
from engine.animatic.motion.people.travel import CLIMBING
from engine.animatic.scene import Scene, Subject

THROW, RELEASE = 2.8, 0.92
"""Seconds from one throw to the next, and after how many the ball leaves the hand."""
KICK, CONTACT = 2.6, 0.86
"""The same for a kick and the moment the foot meets the ball."""
SWIM = 1.5
GLIDE, LEGS = 1.5, 1.8
RUNG = 0.3
"""Metres between the holds of a climber."""


def releases(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which something leaves a throwing hand."""
    first = subject.since + RELEASE
    return [t for t in repeats(first, THROW, start, stop) if t >= first - 1e-9]


def kicks(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a foot meets a ball."""
    first = subject.since + CONTACT
    return [t for t in repeats(first, KICK, start, stop) if t >= first - 1e-9]


def throwing(m: Moment) -> Posture:
    """Wind up behind the head, a step, the whip of the arm, follow through."""
    s = m.s % THROW
    wound = smooth(s / 0.55) * (1.0 - smooth((s - 0.7) / 0.22))
    thrown = smooth((s - 0.7) / 0.3) * (1.0 - smooth((s - 1.25) / 0.7))
    near = blended_arm(
        blended_arm(Arm((0.3, -0.5, 0.1)), Arm((-0.35, 0.55, 0.45), (-0.6, 0.3, 0.8)), wound),
        Arm((0.75, -0.1, -0.2), (-0.1, 0.2, 0.9)), thrown,
    )  # fmt: skip
    far = blended_arm(hanging(0.2, 0.2, 0.4), Arm((0.75, 0.2, 0.2), (-0.2, -0.8, 0.4)), wound)
    step = smooth((s - 0.4) / 0.3) * (1.0 - smooth((s - 1.7) / 0.5))
    lift = 0.05 * sin(pi * min(max((s - 0.4) / 0.3, 0.0), 1.0))
    feet = (
        Sole((-0.07, 0.0, 0.04), -0.5 * thrown, 0.3),
        Sole((0.06 + 0.12 * step, lift, -0.04), 0.0, 0.1),
    )
    return changed(
        m.base,
        hips=(-0.05 * wound + 0.06 * thrown, m.body.stand - 0.03, 0.0),
        feet=feet,
        arms=(near, far),
        turn=0.25 + 0.35 * wound - 0.15 * thrown,
        twist=0.45 * wound - 0.4 * thrown,
        lean=-0.16 * wound + 0.4 * thrown,
        look=0.1 - 0.4 * wound + 0.35 * thrown,
        smile=0.6,
    )


def blended_arm(one: Arm, other: Arm, part: float) -> Arm:
    """`part` of the other arm."""

    def mix(a, b):  # type: ignore[no-untyped-def]
        return tuple(x + (y - x) * part for x, y in zip(a, b, strict=True))

    return Arm(mix(one.reach, other.reach), mix(one.elbow, other.elbow))


def kicking(m: Moment) -> Posture:
    """The leg swings back, then through the ball and up; arms keep the balance."""
    s = m.s % KICK
    back = smooth(s / 0.55) * (1.0 - smooth((s - 0.66) / 0.2))
    through = smooth((s - 0.66) / 0.38) * (1.0 - smooth((s - 1.2) / 0.6))
    x = -0.22 * back + 0.36 * through + 0.02
    y = 0.13 * back + 0.2 * through * through
    feet = (
        Sole((x, y, 0.04), -0.9 * back + 0.35 * through, 0.1),
        Sole((0.0, 0.0, -0.04), 0.0, 0.25),
    )
    arms = (
        hanging(0.5 * back - 0.6 * through, 0.35, 0.4),
        hanging(-0.5 * back + 0.75 * through, 0.55, 0.4),
    )
    return changed(
        m.base,
        hips=(0.0, m.body.stand - 0.02, 0.0),
        feet=feet,
        arms=arms,
        turn=0.15,
        twist=0.35 * back - 0.2 * through,
        lean=0.12 * back - 0.2 * through + 0.06,
        look=0.2,
        nod=0.2,
        smile=0.5,
    )


def catching(m: Moment) -> Posture:
    """Hands out and up, then drawn in with the ball."""
    s = m.s % THROW
    ready = smooth((s - 0.6) / 0.5)
    caught = smooth((s - 1.5) / 0.25) * (1.0 - smooth((s - 2.3) / 0.4))
    arms = both(
        Arm((0.62 - 0.22 * caught, 0.1 + 0.4 * ready - 0.55 * caught, -0.1), (-0.2, -0.8, 0.6))
    )
    low = 0.05 - 0.02 * ready + 0.03 * caught
    return changed(
        m.base,
        hips=(-0.02, m.body.stand - low, 0.0),
        feet=at_ease(m.body, 0.35, 0.08, 0.06),
        arms=arms,
        turn=0.35,
        twist=0.0,
        look=0.2,
        nod=-0.3 * ready + 0.4 * caught,
        smile=0.8,
    )


def catches(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which the hands close."""
    first = subject.since + 1.5
    return [t for t in repeats(first, THROW, start, stop) if t >= first - 1e-9]


def climbing(m: Moment) -> Posture:
    """Hand over hand: a hold stays where it is while the body rises past it."""
    cycle = CLIMBING * m.s / (2 * RUNG)
    span = 2 * m.metres(RUNG * m.subject.scale)
    hands, feet = [], []
    for side in (0, 1):
        hold, moving = _hold(cycle + 0.5 * side)
        foothold, stepping = _hold(cycle + 0.5 * side + 0.5)
        forward = 0.5 - 0.15 * sin(pi * moving)
        hands.append(Arm((forward, 0.45 + span * hold / m.body.arm, 0.12), (-0.2, -0.8, 0.9)))
        spot = (0.13 - 0.05 * sin(pi * stepping), 0.2 + span * foothold, 0.07 * (1 - 2 * side))
        feet.append(Sole(spot, 0.2, 0.1, (1.0, 0.2, 0.6)))
    return changed(
        m.base, hips=(-0.06, m.body.stand - 0.02, 0.0), feet=tuple(feet), arms=tuple(hands),
        turn=-0.25, twist=0.12 * sin(tau * cycle), look=0.35, lean=0.08, nod=-0.35,
    )  # fmt: skip


def _hold(cycle: float) -> tuple[float, float]:
    """How high a hold is against the body (0.5 above, -0.5 below), and the part of the reach for
    the next one (0 while held)."""
    part = cycle % 1.0
    if part < 0.7:
        return 0.35 - part, 0.0
    moving = (part - 0.7) / 0.3
    return -0.35 + 0.7 * smooth(moving), moving


def grips(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a climber's hand or foot takes hold."""
    period = 2 * RUNG / CLIMBING / 2
    return [t for t in repeats(subject.since, period, start, stop) if t > subject.since]


def skating(m: Moment) -> Posture:
    """Long pushes to either side, low, arms swinging across."""
    a = tau * m.s / (2 * GLIDE) + 6 * m.own
    right = sin(a)
    feet = tuple(
        Sole((-0.02 - 0.24 * max(-sign * right, 0.0), 0.05 * max(-sign * right, 0.0) ** 2,
              0.05 * sign + 0.12 * sign * max(-sign * right, 0.0)), -0.25 * max(-sign * right, 0.0),
             0.05 + 0.35 * max(-sign * right, 0.0))
        for sign in (1, -1)
    )  # fmt: skip
    arms = (hanging(0.5 * right - 0.2, 0.25, 0.5), hanging(-0.5 * right - 0.2, 0.25, 0.5))
    return changed(
        m.base,
        hips=(-0.06, m.body.stand - 0.07 + 0.012 * cos(2 * a), 0.0),
        feet=feet,
        arms=arms,
        turn=0.15 + 0.15 * right,
        twist=0.1 - 0.25 * right,
        look=0.3,
        lean=0.42,
        nod=-0.25,
        roll=0.0,
        smile=0.8,
        bow=0.0,
        swing=0.0,
    )


def scrapes(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a skate or ski is set down."""
    own = (subject.variety * 13.3) % 1.0
    first = subject.since - own * 6 / tau * 2 * GLIDE
    return [t for t in repeats(first, GLIDE, start, stop) if t >= subject.since]


def skiing(m: Moment) -> Posture:
    """Down in the knees, poles back, swinging from edge to edge."""
    a = tau * m.s / 2.6 + 6 * m.own
    edge = sin(a)
    feet = tuple(
        Sole((0.02 * sign, 0.0, 0.045 * sign), 0.0, 0.06, (1.0, 0.0, 0.15 * edge))
        for sign in (1, -1)
    )
    arms = tuple(Arm((0.5 + 0.12 * sign * edge, -0.42, 0.3), (-0.7, -0.2, 0.6)) for sign in (1, -1))
    return changed(
        m.base,
        hips=(-0.1, m.body.stand - 0.11 - 0.025 * cos(2 * a), 0.0),
        feet=feet,
        arms=arms,
        turn=0.2,
        twist=-0.15 * edge,
        lean=0.55,
        look=0.2,
        nod=-0.35,
        bow=0.05 * edge,
        smile=0.8,
    )


def surfing(m: Moment) -> Posture:
    """Sideways on the board, knees soft, arms out for balance."""
    a, b = sin(tau * m.t / 2.3 + m.own), sin(tau * m.t / 1.1)
    feet = (
        Sole((-0.17, 0.03, 0.02), 0.0, 1.2, (0.9, 0.0, -0.5)),
        Sole((0.19, 0.03, -0.02), 0.0, 0.8, (0.9, 0.0, -0.5)),
    )
    arms = (
        Arm((0.15, 0.0 - 0.22 * a, 0.88), (-0.3, -0.5, 0.2)),
        Arm((0.2, 0.12 + 0.22 * a, 0.86), (-0.3, -0.5, 0.2)),
    )
    return changed(
        m.base,
        hips=(0.02 * a, m.body.stand - 0.12 + 0.012 * b, 0.0),
        feet=feet,
        arms=arms,
        turn=1.1,
        twist=-0.25,
        look=-0.5,
        lean=0.3,
        bow=0.12 * a,
        roll=0.05 * a,
        smile=1.0,
    )


def swimming(m: Moment) -> Posture:
    """Front crawl at the surface: arms over in turn, the feet beat, the head turns to breathe."""
    a = tau * m.s / SWIM
    arms = []
    for shift in (0.0, pi):
        angle = a + shift
        reach = 0.75 + 0.2 * sin(angle)
        arms.append(Arm((-reach * sin(angle) * 0.9, reach * cos(angle), 0.12), (0.1, 0.2, 1.0)))
    feet = tuple(
        Sole((0.06 * sin(3 * a + shift), 0.02, 0.045 * sign), -1.2, 0.2, (1.0, 0.0, 0.1))
        for shift, sign in ((0.0, 1), (pi, -1))
    )
    stand = m.body.stand
    return changed(
        m.base,
        hips=(0.0, stand, 0.0),
        feet=feet,
        arms=tuple(arms),
        turn=-0.35 + 0.2 * sin(a),
        twist=0.3 * sin(a),
        look=0.2 + 0.5 * smooth(2 * sin(a) - 0.6),
        lean=0.0,
        nod=-0.7,
        roll=1.42,
        pivot=(0.0, stand),
        rise=-stand - 0.01 + 0.012 * sin(2 * a),
        flare=0.0,
    )


def splashes(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a swimmer's hand enters the water."""
    first = subject.since + SWIM / 8
    return [t for t in repeats(first, SWIM / 2, start, stop) if t >= subject.since]


def riding(m: Moment) -> Posture:
    """Astride: knees bent, hands at reins or handlebar, moving with the mount."""
    a = sin(tau * m.t / 0.62 + 6 * m.own)
    feet = tuple(Sole((0.12, -0.2, 0.075 * s), 0.15, 0.05, (0.9, 0.5, 0.35)) for s in (1, -1))
    arms = both(Arm((0.68, -0.38 + 0.02 * a, -0.1), (-0.5, -0.5, 0.4)))
    return changed(
        m.base,
        hips=(0.0, 0.075 + 0.008 * a, 0.0),
        feet=feet,
        arms=arms,
        turn=0.12,
        twist=0.08,
        look=0.35,
        lean=m.body.stoop + 0.08 + 0.03 * a,
        nod=-0.04,
        smile=0.7,
    )


def cycling(m: Moment) -> Posture:
    """On a bicycle of one's own: feet on pedals that go round with the wheels."""
    a = pedal_angle(m.subject, m.t)
    feet = tuple(
        Sole(
            (0.03 + PEDAL * cos(a + s), 0.165 + PEDAL * -sin(a + s), 0.05 * k),
            -0.12 - 0.15 * cos(a + s),
            0.0,
        )
        for s, k in ((0.0, 1), (pi, -1))
    )
    arms = both(Arm((0.78, -0.48, 0.02), (-0.3, -0.9, 0.4)))
    return changed(
        m.base, hips=(-0.14, 0.575, 0.0), feet=feet, arms=arms, turn=0.05, twist=0.08, look=0.4,
        lean=0.42, nod=-0.3, bow=0.0, smile=0.8,
    )  # fmt: skip


PEDAL = 0.095


def pedal_angle(subject: Subject, t: float) -> float:
    """Radians that the crank has gone round, clockwise: a wheel turns 2.4 times as often."""
    return (subject.speed * t / 0.34) / 2.4 + 6.0 * subject.variety


def lounging(m: Moment) -> Posture:
    """Driving: seated, hands at a wheel."""
    base = riding(m)
    feet = tuple(Sole((0.34, -0.06, 0.06 * s), 0.4, 0.0, (0.6, 1.0, 0.1)) for s in (1, -1))
    return changed(
        base, feet=feet, lean=-0.12, arms=both(Arm((0.8, -0.2, -0.05), (-0.2, -1.0, 0.3)))
    )


def leg_beats(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a diver's legs turn to their next beat."""
    times = repeats(subject.since + LEGS / 4, LEGS / 2, start, stop)
    return [t for t in times if t >= subject.since]


def diving(m: Moment) -> Posture:
    """Under water: arms stretched ahead, slow beats of the legs."""
    swum = swimming(m)
    kick = sin(tau * m.s / LEGS)
    feet = tuple(
        Sole((0.07 * kick * sign, 0.02, 0.045 * sign), -1.2, 0.2, (1.0, 0.0, 0.1))
        for sign in (1, -1)
    )
    arms = tuple(Arm((0.12 * sign * kick, 0.9, 0.1), (0.2, 0.2, 1.0)) for sign in (1, -1))
    return blended(swum, changed(swum, feet=feet, arms=arms, look=0.4, twist=0.1), 1.0)

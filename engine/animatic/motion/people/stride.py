"""A stride: walking and running on planted feet that never slide."""

from dataclasses import dataclass
from math import cos, exp, log, pi, sin, sqrt, tau

from engine.animatic.motion.cycles import smooth
from engine.animatic.motion.people.body import Body, body_of, gravity
from engine.animatic.motion.people.posture import Arm, Posture, Sole, blended, changed, hanging
from engine.animatic.motion.people.skeleton import ankle_of
from engine.animatic.motion.people.travel import pace, travelled
from engine.animatic.scene import Scene, Subject

STANCE = 0.62
"""Part of a walking cycle during which a foot stays on the ground (human gait: about 62 %)."""
RUNNING_STANCE = 0.36
RUNNING = ("run", "chase", "sprint", "race")
FASTEST_WALK = 2.3
"""Metres a second at which a grown person breaks into a run."""


@dataclass(frozen=True, slots=True)
class Foot:
    """A foot: its sole's pivot `x`, `y` (metres, world), `pitch` (radians, positive with the toe
    up) and whether it is `planted`. While planted it turns about heel or toe but never slides."""

    x: float
    y: float
    pitch: float
    planted: bool


def runs(subject: Subject) -> bool:
    """Whether somebody goes with moments off the ground."""
    fast = FASTEST_WALK * sqrt(body_of(subject).height / 1.72)
    return subject.act in RUNNING or subject.speed > fast


def stance_of(subject: Subject) -> float:
    """Part of a cycle during which a foot stays on the ground."""
    return RUNNING_STANCE if runs(subject) else STANCE


def step_length(subject: Subject) -> float:
    """Metres between one footfall and the next of the other foot (grows with the root of speed)."""
    longer = 1.1 if runs(subject) else 1.0
    body = body_of(subject)
    legs = body.leg / 0.48 * (0.75 if body.age in ("old", "baby") else 1.0)
    return body.height * 0.40 * longer * legs * sqrt(max(subject.speed, 0.05) / 1.35)


def phase_of(subject: Subject) -> float:
    """The part of a cycle at t = 0."""
    return subject.variety * 7.7 % 1.0


def gait(subject: Subject, t: float) -> float:
    """Cycles (two steps each) since t = 0, from a phase of the person's own."""
    return travelled(subject, t) / (2 * step_length(subject)) + phase_of(subject)


def foot(subject: Subject, t: float, side: int) -> Foot:
    """The right (side 0) or left (side 1) foot of a person at t."""
    if subject.speed <= 0:
        return Foot(subject.x + (0.07 if side else -0.05), 0.0, 0.0, True)
    stance = stance_of(subject)
    part = (gait(subject, t) + 0.5 * side) % 1.0
    stride = 2 * step_length(subject)
    body = subject.heading * travelled(subject, t) + subject.x
    # Where the hips were when this foot landed, plus the reach of the foot before them.
    planted = body + subject.heading * stride * (stance / 2 - part)
    if part < stance:
        return Foot(planted, 0.0, _sole_pitch(part / stance, subject), True)
    swing = (part - stance) / (1 - stance)
    path = subject.heading * stride * smooth(swing)
    return Foot(planted + path, _swing_lift(subject, swing), _swing_pitch(swing, subject), False)


def _sole_pitch(part: float, subject: Subject) -> float:
    strike = 0.32 * (1.0 - smooth(part / 0.16)) * (0.35 if runs(subject) else 1.0)
    push = 0.85 * smooth((part - 0.58) / 0.42) ** 1.4
    return strike - push


def _swing_lift(subject: Subject, swing: float) -> float:
    high = 0.17 * min(max(subject.speed, 1.5) / 3.2, 1.3) if runs(subject) else 0.055
    arch = sin(pi * min(swing * 1.12, 1.0)) ** 1.5
    early = 1.0 if not runs(subject) else 1.35 - 0.7 * swing
    return high * early * body_of(subject).height * arch


def _swing_pitch(swing: float, subject: Subject) -> float:
    if runs(subject):
        kick = sin(pi * min(swing / 0.7, 1.0))
        return -0.85 + 0.96 * smooth(swing / 0.8) - 0.6 * kick
    return -0.85 + 1.17 * smooth(swing / 0.75)


def bounce(subject: Subject, scene: Scene, t: float) -> float:
    """Metres that the hips of a runner are above (projectile) or below (spring) where they leave
    the ground."""
    step = step_length(subject) / max(subject.speed, 0.05)
    flying = step * max(1.0 - 2 * RUNNING_STANCE, 0.02)
    standing = step - flying
    into = (gait(subject, t) * 2.0 % 1.0) * step
    start = 0.5 * gravity(scene) * flying
    if into < standing:
        return -start * standing / pi * sin(pi * into / standing)
    aloft = into - standing
    return start * aloft - 0.5 * gravity(scene) * aloft * aloft


def striding(subject: Subject, scene: Scene, t: float) -> Posture:
    """Walking or running at t."""
    body = body_of(subject)
    soles = tuple(_sole(subject, body, t, side) for side in (0, 1))
    cycle = gait(subject, t)
    running = runs(subject)
    speed = pace(subject, t)
    high = _hip_height(body, soles, 0.94 if running else 1.0)
    if running:
        high = min(high, body.ankle + 0.955 * body.leg + bounce(subject, scene, t) / body.height)
    lean = body.stoop + (0.04 + 0.035 * min(speed, 5.0) if running else 0.02 + 0.018 * speed)
    twist = 0.16 * cos(tau * cycle)
    return Posture(
        hips=(0.0, high, 0.0),
        feet=soles,
        arms=tuple(_arm(cycle + 0.5 * side, speed, running, body) for side in (0, 1)),
        lean=lean,
        turn=0.12 - 0.35 * twist,
        twist=0.14 + twist,
        look=0.34 - twist * 0.65,
        nod=-0.1 if running else 0.0,
        bow=0.0,
        swing=sin(2 * tau * cycle),
    )


def _sole(subject: Subject, body: Body, t: float, side: int) -> Sole:
    one = foot(subject, t, side)
    x = subject.heading * (one.x - subject.x) - travelled(subject, t)
    apart = 0.028 * (1 if side == 0 else -1)
    return Sole((x / body.height, one.y / body.height, apart), one.pitch)


def _hip_height(body: Body, soles: tuple[Sole, ...], ease: float) -> float:
    """As high as both legs allow: an inverted pendulum over the planted foot, its corners rounded
    (soft minimum)."""
    heights = [body.stand * ease]
    for sole in soles:
        ankle = ankle_of(sole, body)
        reach = (0.998 * body.leg) ** 2 - ankle[0] ** 2 - (ankle[2] * 0.5) ** 2
        heights.append(ankle[1] + sqrt(max(reach, 0.01)))
    sharp = 75.0
    low = min(heights)
    return low - log(sum(exp(-sharp * (h - low)) for h in heights)) / sharp


def _arm(cycle: float, speed: float, running: bool, body: Body) -> Arm:
    """An arm swings against the leg of its side and bends as it comes forward."""
    swing = -cos(tau * (cycle - 0.06))
    if running:
        return hanging(0.05 + 0.75 * swing, 0.14, 1.45 + 0.25 * swing, 0.25)
    wide = (0.2 + 0.16 * min(speed, 2.0)) * (0.6 if body.age == "old" else 1.0)
    return hanging(0.06 - body.stoop + wide * swing, 0.1, 0.24 + 0.3 * max(swing, 0.0))


def standing(subject: Subject, t: float) -> Posture:
    """At ease, three quarters towards us: breathing, weight that shifts slowly from foot to foot,
    glances."""
    body = body_of(subject)
    own = tau * subject.variety
    shift = 0.012 * sin(0.55 * t + own)
    breath = sin(tau * t / 3.6 + 3 * own)
    turn = 0.85 + 0.35 * ((subject.variety * 13.3) % 1.0)
    wide = 0.062
    soles = (
        Sole((-wide * sin(turn), 0.0, wide * cos(turn)), 0.0, turn + 0.22, (1.0, 0.0, 0.35)),
        Sole((wide * sin(turn), 0.0, -wide * cos(turn)), 0.0, turn - 0.22, (1.0, 0.0, 0.35)),
    )
    arms = (
        hanging(0.06 - body.stoop + 0.02 * breath, 0.13 + 0.4 * shift, 0.2, 0.1),
        hanging(0.08 - body.stoop + 0.02 * breath, 0.13 - 0.4 * shift, 0.24, 0.1),
    )
    glance = 0.25 * sin(0.37 * t + 2 * own) * smooth(abs(sin(0.21 * t + own)))
    return Posture(
        hips=(shift, body.stand - 0.006 + 0.001 * breath, 0.0),
        feet=soles,
        arms=arms,
        lean=body.stoop + 0.02 + 0.006 * breath,
        bow=-0.5 * shift,
        turn=turn,
        look=glance,
        tilt=0.04 * sin(0.43 * t + own),
    )


def usual(subject: Subject, scene: Scene, t: float) -> Posture:
    """Striding while somebody gets on, standing else; the last steps settle into the stance."""
    if subject.speed <= 0 or (pace(subject, 0.0) == 0.0 and pace(subject, t) == 0.0):
        return standing(subject, t)
    going = striding(subject, scene, t)
    if pace(subject, t) >= 0.999 * subject.speed:
        return going
    return settled(going, standing(subject, t), (t - subject.since + 0.25) / 0.5)


def settled(one: Posture, other: Posture, part: float) -> Posture:
    """From one stance to another by a step of each foot, one after the other."""
    if part <= 0.0:
        return one
    if part >= 1.0:
        return other
    mixed = blended(one, other, smooth(part))
    feet = tuple(_stepped(one.feet[i], other.feet[i], 2 * part - i) for i in (0, 1))
    return changed(mixed, feet=feet)


def _stepped(one: Sole, other: Sole, part: float) -> Sole:
    go = smooth(part)
    x, y, z = (a + (b - a) * go for a, b in zip(one.at, other.at, strict=True))
    lift = 0.035 * sin(pi * min(max(part, 0.0), 1.0))
    knee = tuple(a + (b - a) * go for a, b in zip(one.knee, other.knee, strict=True))
    return Sole((x, y + lift, z), one.pitch * (1 - go), one.yaw + (other.yaw - one.yaw) * go, knee)  # type: ignore

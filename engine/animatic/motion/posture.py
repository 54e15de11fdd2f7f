"""Postures of four-legged animals: where every joint is, from the feet and what the animal does.

All lengths are parts of the height at the withers, x ahead of and y above the animal's own point.
"""

from dataclasses import dataclass
from math import acos, asin, atan2, cos, degrees, hypot, pi, radians, sin, sqrt, tau

from engine.animatic.motion import quadruped
from engine.animatic.motion.beast import Beast, beast_of, withers
from engine.animatic.motion.cycles import smooth
from engine.animatic.scene import Scene, Subject

Spot = tuple[float, float]
PIVOT = 0.72
"""Height of the middle about which the body pitches."""
GRAZING = frozenset({"graze", "eat", "drink"})
PACED = ("walk", "amble", "pace", "biped")


@dataclass(frozen=True, slots=True)
class Posture:
    """How the body is held: `lift` of its middle, `pitch` (radians, forehand up), angles of neck
    and head (degrees above the horizon), how far ahead of their place the hind and fore feet
    stand, the direction (degrees) from toe to hock and from toe to wrist, how far the forefeet
    are off the ground, and whether the eyes are shut."""

    lift: float = 0.0
    pitch: float = 0.0
    neck: float = 40.0
    head: float = -20.0
    hind: float = 0.0
    fore: float = 0.0
    hock: float = 100.0
    wrist: float = 92.0
    free: float = 0.0
    shut: float = 0.0


@dataclass(frozen=True, slots=True)
class Leg:
    """Top joint (hip or shoulder), knee or elbow, hock or wrist, and the foot on the ground."""

    top: Spot
    middle: Spot
    low: Spot
    foot: Spot
    lifted: float


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Everything the painter hangs flesh on. Legs: hind far, fore far, hind near, fore near."""

    posture: Posture
    legs: tuple[Leg, Leg, Leg, Leg]
    chest: Spot
    poll: Spot
    head: float
    mouth: float
    tail: float
    bent: float

    def at(self, x: float, y: float) -> Spot:
        """A point of the body at rest, where the body holds it now."""
        return _turned((x, y), self.posture, self.bent)


def skeleton(subject: Subject, scene: Scene, t: float) -> Skeleton:
    """The joints at t seconds."""
    beast = beast_of(subject)
    held = _held(subject, beast, scene, t)
    legs = tuple(_leg(subject, beast, scene, t, held, leg) for leg in quadruped.LEGS)
    base = (beast.length / 2 - 0.02, 1.0 - 0.42 * beast.neck_base)
    chest = _turned(base, held, beast.upright)
    angle = radians(held.neck)
    reach = beast.neck_length
    poll = (chest[0] + reach * cos(angle), chest[1] + reach * sin(angle))
    mouth = quadruped.calling(subject, scene, t)
    if subject.act in GRAZING and held.free < 0.5:
        mouth = 0.16 * (0.5 + 0.5 * sin(tau * 1.3 * t)) * quadruped.doing(subject, t)
    return Skeleton(
        held, legs, chest, poll, radians(held.head), mouth, _tail(subject, t), beast.upright
    )  # type: ignore[arg-type]


def _turned(spot: Spot, held: Posture, upright: float) -> Spot:
    about = (-0.25, PIVOT) if upright else (0.0, PIVOT)
    angle = held.pitch + radians(upright)
    x, y = spot[0] - about[0], spot[1] - about[1]
    c, s = cos(angle), sin(angle)
    return about[0] + x * c - y * s, about[1] + held.lift + x * s + y * c


# Posture --------------------------------------------------------------------------------------


def _held(subject: Subject, beast: Beast, scene: Scene, t: float) -> Posture:
    """Between the usual posture and the act's, with the gait's bounce and the life of a rest."""
    usual = Posture(neck=beast.neck, head=beast.head)
    wanted = _act(subject, beast, usual)
    part = quadruped.doing(subject, t)
    held = _between(usual, wanted, part)
    tall, own = withers(subject), tau * subject.variety
    idle = quadruped.stillness(subject, t) * (1.0 - held.shut)
    breath = 0.006 * sin(tau * t / (3.2 + 1.4 * held.shut) + own)
    look = idle * (3.0 * sin(0.6 * t + own) + 2.0 * sin(1.1 * t + 2 * own))
    flying, barks = quadruped.aloft(subject, t), subject.act == "bark"
    nod = (1.0 - flying) * _nod(subject, t)
    nod -= 14.0 * quadruped.calling(subject, scene, t) * barks
    return Posture(
        held.lift + breath + quadruped.bounce(subject, t) / tall - _crouch(subject, t),
        held.pitch + quadruped.rock(subject, t) * (1.0 - flying) + 0.1 * flying,
        held.neck + nod + look - 20.0 * flying + 0.5 * degrees(quadruped.rock(subject, t)),
        held.head + 0.5 * nod + 0.7 * look,
        held.hind,
        held.fore,
        held.hock,
        held.wrist,
        held.free,
        held.shut,
    )


def _between(one: Posture, other: Posture, part: float) -> Posture:
    names = Posture.__slots__
    return Posture(*(getattr(one, n) + part * (getattr(other, n) - getattr(one, n)) for n in names))


def _act(subject: Subject, beast: Beast, usual: Posture) -> Posture:
    low = -(1.0 - beast.chest) + 0.05
    n, h = beast.neck, beast.head
    sits = beast.rest != "hooves"
    match subject.act:
        case "sit" | "wave" | "sing" if sits and not beast.upright:
            return _sitting(beast)
        case "eat" | "read" if beast.rest == "hands":
            return _sitting(beast)
        case "graze" | "eat" | "drink" if not beast.upright:
            return _grazing(beast)
        case "lie" | "sit" | "wave" | "sing" if not beast.upright:
            return _lying(beast, low, n, h)
        case "sleep" if not beast.upright:
            lying = _lying(beast, low, _down_to(beast, low, 0.16, -12.0), -12.0)
            return _between(lying, Posture(**{**_named(lying), "shut": 1.0}), 1.0)
        case "howl" if sits and not beast.upright:
            sat = _named(_sitting(beast))
            return Posture(**{**sat, "neck": 78.0, "head": 58.0})
        case "howl" | "look_up":
            return Posture(neck=min(n + 26.0, 80.0), head=h + 46.0)
        case "roar" | "bark":
            return Posture(neck=n + 6.0, head=h + 14.0)
        case "swim":
            return Posture(lift=-0.62, pitch=0.1, neck=max(n, 36.0), head=max(h, -14.0))
        case "climb":
            return Posture(pitch=0.95, neck=n + 30.0, head=h + 40.0, fore=0.12, hind=0.2)
        case "run" | "gallop" | "chase":
            return Posture(neck=n - 0.35 * max(n - 18.0, 0.0), head=h + 4.0)
        case _:
            return usual


def _named(held: Posture) -> dict[str, float]:
    return {name: getattr(held, name) for name in Posture.__slots__}


def _sitting(beast: Beast) -> Posture:
    hands = beast.rest == "hands"
    pitch = 1.05 if hands else 0.74
    hip = PIVOT - 0.5 * beast.length * sin(pitch) + (0.8 * beast.rump - PIVOT) * cos(pitch)
    lift = (0.2 if hands else 0.24) - hip
    return Posture(
        lift,
        pitch,
        beast.neck + 34.0,
        beast.head + (10.0 if hands else 6.0),
        0.34,
        -0.16,
        172.0,
        92.0,
        1.0 if hands else 0.0,
    )


def _lying(beast: Beast, low: float, neck: float, head: float) -> Posture:
    if beast.rest == "hooves":
        return Posture(low, 0.02, neck, head, 0.2, -0.02, 176.0, 8.0)
    return Posture(low, 0.06, neck, head, 0.3, 0.26, 176.0, 172.0)


def _grazing(beast: Beast) -> Posture:
    head = -78.0 if beast.neck_length > 0.3 else -58.0
    short = beast.neck_length + beast.head_length < 0.62
    pitch = -0.16 if short else 0.0
    neck = _down_to(beast, 0.5 * beast.length * sin(pitch), 0.05, head)
    return Posture(-0.06 if short else 0.0, pitch, neck, head, 0.0, 0.1 if short else 0.03)


def _down_to(beast: Beast, lift: float, height: float, head: float) -> float:
    """Degrees of the neck that bring the muzzle to this height."""
    base = 1.0 - 0.42 * beast.neck_base + lift
    rise = height - base - 0.9 * beast.head_length * sin(radians(head))
    return degrees(asin(min(max(rise / max(beast.neck_length, 0.05), -0.97), 0.9)))


def _crouch(subject: Subject, t: float) -> float:
    """Bending before a leap and on landing."""
    leap = quadruped.leap_of(subject, t)
    if leap is None:
        return 0.0
    before, after = leap[0] - t, t - leap[0] - leap[1]
    gather = smooth(1.0 - before / 0.4) if before > 0 else 0.0
    absorb = sin(pi * after / 0.35) if 0 < after < 0.35 else 0.0
    spring = smooth((0.12 - before) / 0.12) if 0 < before < 0.12 else 0.0
    return 0.2 * gather * (1.0 - spring) + 0.14 * absorb


def _nod(subject: Subject, t: float) -> float:
    """Degrees that the head nods with the stride."""
    going = 1.0 - quadruped.stillness(subject, t)
    if going <= 0.0:
        return 0.0
    part = tau * quadruped.strides(subject, t)
    walks = not quadruped.gait_of(subject).flights
    return going * (3.2 * sin(2 * part + 0.6) if walks else 5.0 * sin(part + 1.1))


def _tail(subject: Subject, t: float) -> float:
    """How the tail swings, -1 to 1: a dog's wag is quick, others' slow."""
    own = tau * subject.variety
    glad = beast_of(subject).face == "dog" and subject.act in ("bark", "play", "sit", "stand")
    rate = 2.6 if glad else 0.45
    return sin(tau * rate * t + own) * (1.0 - 0.8 * (subject.act == "sleep"))


# Legs -----------------------------------------------------------------------------------------


def segments(beast: Beast, leg: int) -> tuple[float, float, float]:
    """Lengths of a leg's bones from the top down: they never change."""
    if leg % 2:
        top, low = _fore_top(beast), _toe_up(beast.wrist, 92.0)
        reach = hypot(top[0] - beast.length / 2 - low[0], top[1] - low[1])
        return 0.24, reach - 0.24 + 0.05, beast.wrist
    top, low = _hind_top(beast), _toe_up(beast.hock, 100.0)
    reach = hypot(top[0] + beast.length / 2 - low[0], top[1] - low[1])
    slack = 0.512 + 0.13 * min(beast.hock, 0.4)
    return slack * reach, slack * reach, beast.hock


def _hind_top(beast: Beast) -> Spot:
    return -beast.length / 2, 0.8 * beast.rump


def _fore_top(beast: Beast) -> Spot:
    return beast.length / 2 + 0.03, max(1.0 - 0.68 * beast.chest, 0.5 * beast.wrist + 0.3)


def _toe_up(bone: float, angle: float) -> Spot:
    return bone * cos(radians(angle)), bone * sin(radians(angle))


def _leg(subject: Subject, beast: Beast, scene: Scene, t: float, held: Posture, leg: int) -> Leg:
    fore = bool(leg % 2)
    upper, lower, bone = segments(beast, leg)
    top = _turned(_fore_top(beast) if fore else _hind_top(beast), held, beast.upright)
    if fore and (beast.upright or held.free > 0.0):
        return _arm(top, upper, lower, bone, subject, t, leg)
    foot, angle, lifted = _foot(subject, beast, scene, t, held, leg, top)
    low = (foot[0] + bone * cos(angle), foot[1] + bone * sin(angle))
    middle = _joint(top, low, upper, lower, -1.0 if fore else 1.0)
    return Leg(top, middle, low, foot, lifted)


def _foot(
    subject: Subject, beast: Beast, scene: Scene, t: float, held: Posture, leg: int, top: Spot
) -> tuple[Spot, float, float]:
    """The toe, the direction from it to the joint above (radians), and how far it is lifted."""
    fore, side = bool(leg % 2), 0.05 if leg > 1 else -0.04
    home = (beast.length / 2 if fore else -beast.length / 2) + (held.fore if fore else held.hind)
    if beast.upright:
        home = top[0] + 0.12 + 0.4 * side
    tall = withers(subject)
    if subject.act == "swim":
        return _paddling(top, t, leg, beast)
    paw = quadruped.paw(subject, scene, t, leg, tall * home)
    body = subject.x + subject.heading * quadruped.roamed(subject, t)
    x, y = subject.heading * (paw.x - body) / tall, paw.y / tall
    still = quadruped.stillness(subject, t)
    rest = held.wrist if fore else held.hock
    swing = _sweep(paw, fore) * (1.0 - still)
    angle = rest + swing
    tuck = _tuck(subject, t)
    x += still * side + tuck * ((0.06 if fore else -0.1) + top[0] - x)
    y += tuck * (0.3 if fore else 0.22)
    angle += tuck * (-75.0 if fore else -30.0)
    flying = quadruped.aloft(subject, t)
    if flying:
        hang = 0.03 * sin(1.7 * t + leg)
        x += flying * (top[0] - (0.12 if fore else 0.42) + hang - x)
        y += flying * (top[1] - (0.4 if fore else 0.36) + hang - y)
        angle += flying * ((118.0 if fore else 42.0) - angle)
    return (x, y), radians(angle), y


def _sweep(paw: quadruped.Paw, fore: bool) -> float:
    """Degrees by which the lowest bone turns about the toe: it rolls over the planted foot, then
    folds back and reaches out again."""
    ahead, behind, fold = (14.0, -30.0, 62.0) if fore else (14.0, -40.0, 22.0)
    if paw.planted:
        return ahead + (behind - ahead) * paw.part
    out = smooth(paw.part)
    return behind + (ahead - behind) * out - fold * sin(pi * min(paw.part * 1.15, 1.0))


def _tuck(subject: Subject, t: float) -> float:
    leap = quadruped.leap_of(subject, t)
    if leap is None or not leap[0] < t < leap[0] + leap[1]:
        return 0.0
    return sqrt(max(sin(pi * (t - leap[0]) / leap[1]), 0.0)) * 0.9


def _paddling(top: Spot, t: float, leg: int, beast: Beast) -> tuple[Spot, float, float]:
    part = tau * (1.25 * t + 0.25 * leg)
    reach = 0.62
    return (
        (top[0] + 0.2 * cos(part), top[1] - reach + 0.12 * sin(part)),
        radians(95.0 + 25.0 * sin(part)),
        0.1,
    )


def _arm(
    top: Spot, upper: float, lower: float, bone: float, subject: Subject, t: float, leg: int
) -> Leg:
    """A forelimb that carries no weight: bent before the chest."""
    sway = 0.08 * sin(3.0 * t + leg)
    if subject.act in ("wave", "cheer") and leg == 3:
        sway = 1.9 + 0.35 * sin(9.0 * t)
    elif subject.act in ("eat", "read", "play"):
        sway = 0.75 + 0.18 * sin(2.4 * t + 0.3 * leg)
    down = radians(-105.0) + 0.6 * sway
    elbow = (top[0] + upper * cos(down), top[1] + upper * sin(down))
    bend = radians(-30.0) + sway
    hand = (elbow[0] + lower * cos(bend), elbow[1] + lower * sin(bend))
    tip = (hand[0] + bone * cos(bend + 0.2), hand[1] + bone * sin(bend + 0.2))
    return Leg(top, elbow, hand, tip, 1.0)


def _joint(top: Spot, low: Spot, upper: float, lower: float, bend: float) -> Spot:
    """Where the joint between two bones is (law of cosines); +1 bends it ahead."""
    dx, dy = low[0] - top[0], low[1] - top[1]
    far = min(max(hypot(dx, dy), abs(upper - lower) + 1e-4), 0.9995 * (upper + lower))
    turn = acos(min(max((upper**2 + far**2 - lower**2) / (2 * upper * far), -1.0), 1.0))
    angle = atan2(dy, dx) + bend * turn
    return top[0] + upper * cos(angle), top[1] + upper * sin(angle)

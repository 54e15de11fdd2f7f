"""Four-legged animals: gaits by speed, feet that stay where they land, leaps that fall freely.

Strides grow with speed as they do in animals of every size (Alexander: stride over leg length is
about 2.4 times the Froude number to the power 0.3), and which gait they take follows the same
number. Legs are numbered hind far, fore far, hind near, fore near.
"""

from dataclasses import dataclass
from math import pi, sin, sqrt, tau

from engine.animatic.motion.beast import beast_of, withers
from engine.animatic.motion.cycles import repeats, smooth
from engine.animatic.motion.path import Point
from engine.animatic.motion.water import GRAVITY
from engine.animatic.scene import Scene, Subject

LEGS = (0, 1, 2, 3)
STILL = frozenset(
    [
        "stand",
        "sit",
        "lie",
        "sleep",
        "eat",
        "drink",
        "graze",
        "bark",
        "howl",
        "roar",
        "look_up",
        "read",
        "wave",
        "sing",
        "shake",
        "pray",
        "kneel",
        "stretch",
        "dance",
    ]
)
"""Acts for which an animal stops."""
AIRBORNE = frozenset({"fly", "glide", "soar", "take_off"})
"""Acts in which what has wings is in the air."""
STOPPING = 0.9
"""Seconds it takes to come to rest."""


@dataclass(frozen=True, slots=True)
class Gait:
    """When each leg lands in parts of a stride, how long it stays, how high it swings (parts of
    the withers), the least stride (likewise), and where in the stride all feet are in the air."""

    lands: tuple[float, float, float, float]
    duty: float
    swing: float
    least: float
    flights: tuple[tuple[float, float], ...] = ()


GAITS = {
    "walk": Gait((0.0, 0.25, 0.5, 0.75), 0.64, 0.10, 0.9),
    "amble": Gait((0.0, 0.25, 0.5, 0.75), 0.56, 0.11, 1.0),
    "pace": Gait((0.0, 0.08, 0.5, 0.58), 0.5, 0.13, 1.3),
    "trot": Gait((0.0, 0.5, 0.5, 0.0), 0.4, 0.16, 1.5, ((0.4, 0.5), (0.9, 1.0))),
    "gallop": Gait((0.0, 0.40, 0.11, 0.51), 0.27, 0.24, 2.3, ((0.78, 1.0),)),
    "hop": Gait((0.0, 0.42, 0.03, 0.47), 0.24, 0.2, 1.6, ((0.27, 0.42), (0.71, 1.0))),
    "leap": Gait((0.0, 0.0, 0.02, 0.02), 0.34, 0.22, 2.2, ((0.36, 1.0),)),
    "biped": Gait((0.0, 0.5, 0.5, 0.0), 0.6, 0.14, 1.0),
}
WALKS, TROTS = 0.5, 2.2
"""Froude numbers up to which animals walk and trot."""
BY_ACT = {"walk": "walk", "trot": "trot", "run": "", "gallop": "", "chase": "", "jump": ""}


@dataclass(frozen=True, slots=True)
class Paw:
    """Where a foot is (metres, world), whether it is `planted`, and how far its stance or its
    swing has gone, 0 to 1."""

    x: float
    y: float
    planted: bool
    part: float


def gait_of(subject: Subject) -> Gait:
    """The gait of a moving animal: what its act asks for, else what its speed needs."""
    fast = beast_of(subject).gait
    if fast in ("hop", "leap", "biped", "amble"):
        return GAITS[fast]
    if subject.act in BY_ACT:
        return GAITS[BY_ACT[subject.act] or fast]
    froude = subject.speed**2 / (GRAVITY * withers(subject))
    if froude < WALKS:
        return GAITS["pace" if fast == "pace" else "walk"]
    return GAITS["trot" if froude < TROTS and fast == "gallop" else fast]


def stride(subject: Subject) -> float:
    """Metres that a stride of all legs covers."""
    tall = withers(subject)
    froude = max(subject.speed, 0.02) ** 2 / (GRAVITY * tall)
    gait = gait_of(subject)
    most = 0.86 / gait.duty
    return tall * min(max(2.4 * froude**0.3, gait.least), most)


def roamed(subject: Subject, t: float) -> float:
    """Metres along its heading since t = 0: evenly, slowing to a stop before an act at rest."""
    if subject.act not in STILL:
        return subject.speed * t
    if subject.since <= 0.0:
        return 0.0
    brake = min(STOPPING, subject.since)
    first = subject.since - brake
    if t <= first:
        return subject.speed * t
    late = min(t - first, brake)
    return subject.speed * (first + late - late * late / (2.0 * brake))


def stillness(subject: Subject, t: float) -> float:
    """0 while it goes its way, 1 while it stands."""
    if subject.speed <= 0.0:
        return 1.0
    if subject.act not in STILL:
        return 0.0
    if subject.since <= 0.0:
        return 1.0
    return smooth((t - subject.since + 0.5 * STOPPING) / STOPPING)


def doing(subject: Subject, t: float, seconds: float = 0.7) -> float:
    """How far it has taken up its act, 0 to 1."""
    return 1.0 if subject.since <= 0.0 else smooth((t - subject.since) / seconds)


def roam(subject: Subject, scene: Scene, t: float) -> Point:
    """The ground below the middle of the body, raised by a leap or by wings."""
    x = subject.x + subject.heading * roamed(subject, t)
    return x, leap_height(subject, scene, t) + _altitude(subject, t), subject.z


# Flight ---------------------------------------------------------------------------------------


def aloft(subject: Subject, t: float) -> float:
    """How far a winged beast is in the air, 0 on its feet to 1."""
    if not beast_of(subject).wings:
        return 0.0
    if subject.act == "land":
        return 1.0 - smooth((t - subject.since - 0.8) / 2.2)
    return doing(subject, t, 2.2) if subject.act in AIRBORNE else 0.0


def wingbeat(subject: Subject, t: float) -> float:
    """Where its wings are, -1 lowered to 1 raised: strokes in flight, a slow sway otherwise."""
    rate = 0.85 if subject.act not in ("glide", "soar") else 0.22
    return sin(tau * (rate if aloft(subject, t) > 0.0 else 0.16) * t)


def _altitude(subject: Subject, t: float) -> float:
    """Metres above the ground; each stroke down lifts it a little."""
    high = aloft(subject, t)
    return high * withers(subject) * (0.8 - 0.07 * wingbeat(subject, t)) if high else 0.0


# Leaps ----------------------------------------------------------------------------------------

LEAP_EVERY, LEAP_AFTER = 2.6, 0.7


def leap_of(subject: Subject, t: float) -> tuple[float, float] | None:
    """(take-off, seconds of flight) of the leap that is nearest to t, if it leaps at all."""
    if subject.act not in ("jump", "leap", "play"):
        return None
    first = subject.since + LEAP_AFTER
    number = max(round((t - first - 0.3) / LEAP_EVERY), 0)
    return first + number * LEAP_EVERY, leap_seconds(subject)


def leap_seconds(subject: Subject) -> float:
    """Flight of a leap that lifts the body by its usual height."""
    height = withers(subject) * (0.9 if withers(subject) < 1.0 else 0.55)
    return 2.0 * sqrt(2.0 * height / GRAVITY)


def leap_height(subject: Subject, scene: Scene, t: float) -> float:
    """Metres above the ground: a thrown body's height."""
    leap = leap_of(subject, t)
    if leap is None or not leap[0] < t < leap[0] + leap[1]:
        return 0.0
    late = t - leap[0]
    return 0.5 * GRAVITY * late * (leap[1] - late)


def landings(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which it lands from a leap."""
    if leap_of(subject, 0.0) is None:
        return []
    first = subject.since + LEAP_AFTER + leap_seconds(subject)
    return [one for one in repeats(first, LEAP_EVERY, start, stop) if one >= first]


# Feet -----------------------------------------------------------------------------------------


def strides(subject: Subject, t: float) -> float:
    """Strides since t = 0, from a phase of its own."""
    return roamed(subject, t) / stride(subject) + subject.variety * 7.7 % 1.0


def paw(subject: Subject, scene: Scene, t: float, leg: int, home: float) -> Paw:
    """A foot whose place under the body is `home` metres ahead of the body's middle."""
    gait, long = gait_of(subject), stride(subject)
    part = (strides(subject, t) - gait.lands[leg]) % 1.0
    body = subject.x + subject.heading * (roamed(subject, t) + home)
    landed = body + subject.heading * long * (gait.duty / 2 - part)
    if part < gait.duty:
        moving = Paw(landed, 0.0, True, part / gait.duty)
    else:
        swing = (part - gait.duty) / (1.0 - gait.duty)
        lift = gait.swing * withers(subject) * sin(pi * swing) ** 1.3
        moving = Paw(landed + subject.heading * long * smooth(swing), lift, False, swing)
    rest = stillness(subject, t)
    if rest == 0.0:
        return moving
    x, y = moving.x + rest * (body - moving.x), (1.0 - rest) * moving.y
    return Paw(x, y, moving.planted or rest > 0.98, 0.5 if rest > 0.5 else moving.part)


def hoofbeats(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a foot lands, in order."""
    if subject.speed <= 0.0 or aloft(subject, stop) > 0.0:
        return landings(subject, scene, start, stop)
    gait, own = gait_of(subject), subject.variety * 7.7 % 1.0
    legs = (0, 2) if beast_of(subject).upright else LEGS
    far = roamed(subject, stop) / stride(subject)
    near = roamed(subject, start) / stride(subject)
    beats = []
    for leg in legs:
        for count in repeats(gait.lands[leg] - own, 1.0, near, far):
            beats.append(_moment(subject, count * stride(subject)))
    return sorted(beats + landings(subject, scene, start, stop))


def _moment(subject: Subject, path: float) -> float:
    """When it has gone so far."""
    even = path / subject.speed
    brake = min(STOPPING, subject.since)
    first = subject.since - brake
    if subject.act not in STILL or even <= first:
        return even
    return first + brake - sqrt(max(brake * brake - 2.0 * brake * (even - first), 0.0))


# Body -----------------------------------------------------------------------------------------


def bounce(subject: Subject, t: float) -> float:
    """Metres by which the body rides above its height at rest: a throw while all feet are in the
    air, a spring between, meeting at the same speed; in a walk it just rises over each leg."""
    going = (1.0 - stillness(subject, t)) * (1.0 - aloft(subject, t))
    if going == 0.0:
        return 0.0
    gait, tall = gait_of(subject), withers(subject)
    part = strides(subject, t) % 1.0
    if not gait.flights:
        return going * 0.014 * tall * sin(4.0 * pi * part + 0.9)
    period = min(stride(subject) / subject.speed, 2.4 * sqrt(tall / GRAVITY) * 2.0)
    return going * _thrown(gait, part, period, 0.3 * tall)


def _thrown(gait: Gait, part: float, period: float, most: float) -> float:
    flight, ground = _spans(gait, part)
    air = (flight[1] - flight[0]) * period
    stance = (ground[1] - ground[0]) * period
    rise = GRAVITY * air * air / 8.0
    scale = min(1.0, most / max(rise, 1e-6))
    if flight[0] <= part < flight[1]:
        late = (part - flight[0]) * period
        return scale * 0.5 * GRAVITY * late * (air - late)
    done = ((part - ground[0]) % 1.0) / (ground[1] - ground[0])
    return -scale * GRAVITY * air * stance / (2.0 * pi) * sin(pi * done)


def _spans(gait: Gait, part: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """The flight at or after `part`, and the time on the ground before it."""
    ahead = min(gait.flights, key=lambda one: (one[1] - part) % 1.0)
    before = max((one[1] - 1.0 for one in gait.flights), default=0.0)
    for one in gait.flights:
        if one[1] <= ahead[0]:
            before = max(before, one[1])
    return ahead, (before, ahead[0])


def rock(subject: Subject, t: float) -> float:
    """Radians by which the forehand is lifted, as a gallop rocks and a leap pitches."""
    leap = leap_of(subject, t)
    if leap is not None and leap[0] - 0.25 < t < leap[0] + leap[1] + 0.15:
        part = (t - leap[0]) / leap[1]
        return 0.42 * sin(pi * min(max(0.5 - part, -0.5), 0.5)) * smooth(1.2 - abs(part - 0.5))
    if stillness(subject, t) >= 1.0:
        return 0.0
    gait = gait_of(subject)
    size = 0.11 if len(gait.flights) == 1 else 0.08 if gait is GAITS["hop"] else 0.012
    return (1.0 - stillness(subject, t)) * size * sin(2.0 * pi * (strides(subject, t) - 0.62))


# Voice ----------------------------------------------------------------------------------------

CALLS = {"bark": (0.62, 3), "howl": (4.2, 1), "roar": (3.6, 1)}
"""Seconds between calls of each act, and how many come before a breath."""


def calls(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a bark, a howl or a roar begins."""
    if subject.act not in CALLS:
        return []
    every, row = CALLS[subject.act]
    first = subject.since + 0.5
    times = repeats(first, every, max(start, first), stop)
    return [one for one in times if round((one - first) / every) % (row + 1) < row]


def calling(subject: Subject, scene: Scene, t: float) -> float:
    """How far the mouth is open for a call, 0 to 1."""
    long = {"bark": 0.26, "howl": 3.2, "roar": 2.0}.get(subject.act, 0.0)
    heard = calls(subject, scene, t - long, t + 1e-9)
    if not heard:
        return 0.0
    part = (t - heard[-1]) / long
    return smooth(min(part / 0.2, (1.0 - part) / 0.3, 1.0))

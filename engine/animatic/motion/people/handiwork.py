"""Tasks: work of the hands, from reading to building, each with the moments that are heard."""

from math import cos, pi, sin, tau

from engine.animatic.motion.cycles import repeats, smooth
from engine.animatic.motion.people.leaps import leaping
from engine.animatic.motion.people.moment import FRONT, Moment, at_ease
from engine.animatic.motion.people.posture import Arm, Posture, Sole, blended, both, changed
from engine.animatic.motion.people.rests import seated, sitting
from engine.animatic.scene import Scene, Subject

PAGE = 5.5
"""Seconds from one turned page to the next."""
BLOW, RAISING = 1.3, 0.62
"""Seconds from one blow of a tool to the next, and the part of them that raises it."""
BITE = 2.6
SUNK, TOSSED = 0.3, 0.75
"""The parts of two blows at which a spade is in the ground and its load flies."""
STIR, BRUSH, PAT, PUFF = 1.25, 1.1, 0.75, 3.2
"""Seconds of one round of a spoon, one stroke there and back, one pat of each hand, one breath."""
TYPING = (11.0, 13.7)
RAISED = 0.8
"""Radians a second of each typing hand, and of a camera that is raised and lowered."""


def _again(first: float, period: float, start: float, stop: float) -> list[float]:
    """`first` and every `period` after it, as far as they fall in [start, stop)."""
    return [t for t in repeats(first, period, start, stop) if t >= first - 1e-9]


def pages(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a page turns."""
    first = subject.since + PAGE * (0.35 + 0.5 * subject.variety)
    return repeats(first, PAGE, max(start, subject.since), stop)


def reading(m: Moment) -> Posture:
    """A book held before the chest, eyes on it; now and then a page turns."""
    sits = seated(m.subject, m.scene) != "ground" or m.body.age == "old" or m.own > 0.4
    base = m.base if m.going or not sits else sitting(m)
    since = (m.s - PAGE * (0.35 + 0.5 * m.subject.variety)) % PAGE
    turning = smooth(since / 0.3) * (1.0 - smooth((since - 0.35) / 0.4))
    low = -0.22 if sits else -0.12
    near = Arm((0.58, low + 0.1 * turning, -0.16 - 0.16 * turning), (-0.3, -0.8, 0.4))
    far = Arm((0.58, low, -0.16), (-0.3, -0.8, 0.4))
    scan = 0.12 * sin(tau * m.s / 2.3)
    return changed(
        base, arms=(near, far), nod=0.5, look=0.05 + scan, eyes=0.75, smile=0.5,
        turn=base.turn if m.going else min(base.turn + 0.25, 1.0), twist=base.twist * 0.5,
    )  # fmt: skip


def bites(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which food or cup meets the mouth."""
    first = subject.since + 0.42 * BITE
    return repeats(first, BITE, max(start, subject.since), stop)


def eating(m: Moment) -> Posture:
    """A hand goes to the mouth and down again; then it is chewed."""
    base = sitting(m) if seated(m.subject, m.scene) == "chair" and not m.going else m.base
    part = (m.s % BITE) / BITE
    up = smooth(part / 0.36) * (1.0 - smooth((part - 0.52) / 0.3))
    near = Arm((0.5 - 0.06 * up, -0.32 + 0.62 * up, -0.12 - 0.1 * up), (-0.2, -0.6, 0.8))
    drinking = m.subject.act == "drink"
    chew = 0.2 * max(sin(tau * 2.2 * m.s), 0.0) * (1.0 - up)
    return changed(
        base, arms=(near, base.arms[1]), nod=(-0.3 if drinking else 0.1) * up,
        mouth=0.15 * up if drinking else 0.5 * up + chew, look=0.2, smile=0.6,
        eyes=1.0 - (0.8 * up if drinking else 0.0),
    )  # fmt: skip


def blows(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a tool strikes."""
    first = subject.since + BLOW
    return _again(first, BLOW, start, stop)


def working(m: Moment) -> Posture:
    """A tool is raised and comes down: slow up, fast down, a short rest at the work."""
    part = (m.s / BLOW) % 1.0
    if part < RAISING:
        up = smooth((part - 0.12) / (RAISING - 0.12))
    else:
        up = 1.0 - ((part - RAISING) / (1 - RAISING)) ** 2
    low = 1.0 - up
    near = Arm((0.62 - 0.25 * up, -0.5 + 1.25 * up, -0.1), (-0.5, -0.2, 0.8))
    far = Arm((0.6 - 0.1 * up, -0.55 + 0.75 * up, -0.24), (-0.3, -0.6, 0.7))
    return changed(
        m.base, hips=(-0.06 * low, m.body.stand - 0.03 - 0.03 * low, 0.0),
        feet=at_ease(m.body, 0.35, 0.05, 0.16), arms=(near, far), turn=0.35, twist=0.1 + 0.2 * up,
        lean=m.body.stoop + 0.12 + 0.45 * low, look=0.1, nod=0.2 * low, smile=0.3,
    )  # fmt: skip


def digs(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a spade or broom is down."""
    return _again(subject.since + 2 * BLOW * SUNK, 2 * BLOW, start, stop)


def tosses(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which earth flies off a spade."""
    return _again(subject.since + 2 * BLOW * TOSSED, 2 * BLOW, start, stop)


def digging(m: Moment) -> Posture:
    """Into the ground, under the load, and over the shoulder."""
    part = (m.s / (2 * BLOW)) % 1.0
    down = smooth(part / SUNK) * (1.0 - smooth((part - 0.45) / 0.25))
    throw = smooth((part - 0.5) / (TOSSED - 0.5)) * (1.0 - smooth((part - 0.8) / 0.2))
    near = Arm((0.62, -0.62 + 0.5 * throw, -0.1 + 0.2 * throw), (-0.5, -0.2, 0.8))
    far = Arm((0.42, -0.35 + 0.4 * throw, -0.2), (-0.4, -0.4, 0.7))
    return changed(
        m.base,
        hips=(-0.07, m.body.stand - 0.05 - 0.05 * down, 0.0),
        lean=m.body.stoop + 0.4 + 0.3 * down,
        feet=at_ease(m.body, 0.4, 0.05, 0.2),
        arms=(near, far),
        turn=0.4,
        twist=0.35 * throw,
        nod=0.2,
    )


def stirs(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a stirring spoon is at the far side."""
    return _again(subject.since, STIR, start, stop)


def cooking(m: Moment) -> Posture:
    """Stirring: the hand goes round, the other holds the pan."""
    a = tau * m.s / STIR
    near = Arm((0.66 + 0.07 * cos(a), -0.38, -0.08 + 0.09 * sin(a)), (-0.4, -0.5, 0.8))
    far = Arm((0.6, -0.46, -0.05), (-0.4, -0.5, 0.7))
    return changed(
        m.base, arms=(near, far), turn=0.75, look=0.1 + 0.2 * sin(0.5 * m.s), nod=0.25,
        feet=at_ease(m.body, 0.75), hips=(0.004 * cos(a), m.body.stand - 0.008, 0.0), smile=0.8,
        twist=0.05 * sin(a), lean=m.body.stoop + 0.06,
    )  # fmt: skip


def watering(m: Moment) -> Posture:
    """A can swept slowly to and fro over the plants."""
    sweep = sin(tau * m.s / 3.4)
    near = Arm((0.66 + 0.06 * sweep, -0.4, 0.1 + 0.1 * sweep), (-0.5, -0.4, 0.6))
    far = Arm((0.52 + 0.06 * sweep, -0.34, -0.2), (-0.4, -0.6, 0.6))
    return changed(
        m.base,
        arms=(near, far),
        turn=0.3,
        twist=0.1 + 0.15 * sweep,
        lean=m.body.stoop + 0.16,
        nod=0.3,
        feet=at_ease(m.body, 0.3, 0.05, 0.08),
        hips=(-0.02, m.body.stand - 0.01, 0.0),
        look=0.1,
    )


def brushes(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a brush turns to its next stroke."""
    return _again(subject.since + BRUSH / 4, BRUSH / 2, start, stop)


def painting(m: Moment) -> Posture:
    """Brush strokes on what stands before the painter, a palette in the other hand."""
    a, b = sin(tau * m.s / BRUSH), sin(tau * m.s / 3.7)
    near = Arm((0.72, 0.12 + 0.12 * b + 0.05 * a, -0.05 + 0.14 * a), (-0.4, -0.7, 0.6))
    far = Arm((0.5, -0.3, 0.02), (-0.5, -0.5, 0.6))
    return changed(
        m.base,
        arms=(near, far),
        turn=0.25,
        look=0.15 + 0.3 * smooth(sin(0.6 * m.s) * 2),
        tilt=0.08 * b,
        feet=at_ease(m.body, 0.3, 0.05, 0.06),
        hips=(0.0, m.body.stand - 0.006, 0.0),
        twist=0.1,
    )


def pats(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a hand pats what is built."""
    return _again(subject.since + PAT / 4, PAT / 2, start, stop)


def building(m: Moment) -> Posture:
    """Down on the heels over something low, patting it into shape; a child builds kneeling."""
    a = sin(tau * m.s / PAT)
    near = Arm((0.74, -0.3 + 0.09 * a, 0.0), (-0.4, -0.2, 0.8))
    far = Arm((0.72, -0.3 - 0.09 * a, -0.05), (-0.4, -0.2, 0.8))
    return changed(
        m.base, hips=(-0.13, 0.19, 0.0), feet=at_ease(m.body, 0.35, 0.06, 0.04), arms=(near, far),
        turn=0.35, twist=0.08 * a, lean=m.body.stoop + 0.5, nod=-0.05, look=0.25, smile=0.9,
    )  # fmt: skip


def fishing(m: Moment) -> Posture:
    """A rod held out over the water; a small tug now and then."""
    tug = max(sin(1.7 * m.s), 0.0) ** 8
    near = Arm((0.6, -0.34 + 0.1 * tug, -0.1), (-0.5, -0.6, 0.5))
    far = Arm((0.46, -0.4 + 0.08 * tug, -0.2), (-0.4, -0.6, 0.5))
    base = sitting(m) if m.own > 0.5 or m.subject.carrier >= 0 else m.base
    return changed(
        base,
        arms=(near, far),
        turn=0.3,
        twist=0.0,
        look=0.2,
        swing=tug,
        nod=0.08,
        feet=base.feet
        if m.own > 0.5 or m.subject.carrier >= 0
        else at_ease(m.body, 0.3, 0.05, 0.1),
    )


def playing(m: Moment) -> Posture:
    """An instrument where there is one, else children's play: jumps and waving arms."""
    traits = set(m.subject.traits)
    if "violin" in traits:
        return fiddling(m)
    if traits & {"guitar", "oud", "musician", "violin", "lute"}:
        return strumming(m)
    if traits & {"piano", "drum", "drums"}:
        return _drumming(m)
    return leaping(m)


def strumming(m: Moment) -> Posture:
    """One hand strums, the other changes its grip along the neck."""
    strum = sin(tau * m.s / 0.5)
    grip = 0.05 * sin(tau * round(m.s / 2.0) * 0.3)
    near = Arm((0.4, -0.42 + 0.09 * strum, 0.0), (-0.5, 0.0, 0.9))
    far = Arm((0.45, -0.05 + grip, 0.55), (-0.3, -0.9, 0.3))
    base = sitting(m) if seated(m.subject, m.scene) == "chair" and not m.going else m.base
    return changed(
        base, arms=(near, far), turn=FRONT - 0.35, twist=0.0, nod=0.22 + 0.05 * strum, smile=0.8,
        tilt=0.1, look=0.0, feet=base.feet, bow=0.02 * sin(pi * m.s),
    )  # fmt: skip


def fiddling(m: Moment) -> Posture:
    """The far hand holds the neck out from the chin, the near one draws the bow across."""
    bow = sin(tau * m.s / 1.0)
    near = Arm((0.42, -0.08 - 0.06 * bow, 0.2 + 0.06 * bow), (-0.2, -0.9, 0.7))
    far = Arm((0.62, 0.02 + 0.01 * bow, -0.02), (-0.1, -1.0, 0.3))
    base = sitting(m) if seated(m.subject, m.scene) == "chair" and not m.going else m.base
    return changed(
        base, arms=(near, far), turn=0.6, twist=0.0, nod=0.2, tilt=0.08 + 0.03 * bow, smile=0.5,
        feet=base.feet, look=0.0,
    )  # fmt: skip


def strums(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which the strings are struck."""
    first = subject.since + 0.25
    return _again(first, 0.5, start, stop)


def drum_beats(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a drummer's or pianist's hand comes down."""
    return _again(subject.since + 0.25, 0.25, start, stop)


def _drumming(m: Moment) -> Posture:
    hands = [max(sin(tau * m.s / 0.5 + pi * side), 0.0) for side in (0, 1)]
    arms = tuple(Arm((0.62, -0.42 + 0.16 * up, 0.0), (-0.4, -0.4, 0.8)) for up in hands)
    base = sitting(m) if seated(m.subject, m.scene) == "chair" else m.base
    return changed(base, arms=arms, nod=0.2 + 0.06 * hands[0], turn=0.6, smile=0.8)


def keys(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a typing or writing hand is down."""
    hands = [
        _again(subject.since + 0.75 * tau / quick, tau / quick, start, stop) for quick in TYPING
    ]
    return sorted(hands[0] + hands[1])


def typing(m: Moment) -> Posture:
    """Hands over keys or paper, small quick movements."""
    a, b = (sin(quick * m.s) for quick in TYPING)
    arms = (
        Arm((0.68, -0.42 + 0.012 * a, -0.08), (-0.5, -0.4, 0.6)),
        Arm((0.68, -0.42 + 0.012 * b, -0.08), (-0.5, -0.4, 0.6)),
    )
    base = sitting(m) if seated(m.subject, m.scene) != "ground" else m.base
    return changed(base, arms=arms, nod=0.3, look=0.1)


def pushing(m: Moment) -> Posture:
    """Leaning into a load that is pushed, or away from one that is pulled."""
    pull = m.subject.act == "pull"
    arms = both(
        Arm((0.9 if not pull else -0.75, -0.1 if not pull else -0.4, 0.02), (-0.2, -1.0, 0.3))
    )
    x, y, z = m.base.hips
    return changed(
        m.base, arms=arms, lean=0.42, hips=(x - 0.05, y - 0.02, z), twist=0.0, turn=0.0, look=0.25
    )


def puffs(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which somebody begins to blow."""
    return _again(subject.since + 0.4 * PUFF, PUFF, start, stop)


def blowing(m: Moment) -> Posture:
    """A deep breath, then out over something small before the face."""
    part = (m.s % PUFF) / PUFF
    out = smooth((part - 0.4) / 0.1) * (1.0 - smooth((part - 0.8) / 0.15))
    arms = (Arm((0.5, 0.2, -0.15), (-0.2, -0.8, 0.6)), m.base.arms[1])
    return changed(
        m.base,
        arms=arms,
        turn=0.55,
        look=0.0,
        mouth=0.3 * out,
        lean=m.base.lean + 0.1 * out,
        smile=0.2,
    )


def shaking(m: Moment) -> Posture:
    """Trembling all over, arms folded."""
    a = sin(tau * 7.0 * m.s)
    arms = both(Arm((0.38, -0.2, -0.28), (-0.1, -0.7, 0.8)))
    return changed(m.base, arms=arms, bow=0.012 * a, lean=m.base.lean + 0.12, nod=0.2)


def held_still(m: Moment) -> Posture:
    """Something held out before the body."""
    near = Arm((0.55, -0.3, 0.02), (-0.4, -0.6, 0.5))
    return changed(m.base, arms=(near, m.base.arms[1]))


def rowing(m: Moment) -> Posture:
    """Sitting: reach forward, pull back, lift the blades."""
    part = (m.s / 2.2) % 1.0
    pull = smooth((part - 0.25) / 0.35) * (1.0 - smooth((part - 0.68) / 0.3))
    arms = both(Arm((0.95 - 0.55 * pull, -0.28 + 0.1 * pull, 0.05), (-0.4, -0.6, 0.6)))
    base = sitting(m)
    feet = tuple(
        Sole((0.33, base.hips[1] - 0.1, 0.05 * s), 0.5, 0.1, (0.5, 1.0, 0.1)) for s in (1, -1)
    )
    return changed(base, arms=arms, lean=0.35 - 0.6 * pull, turn=0.25, look=0.3, feet=feet)


def strokes(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which oars dip."""
    first = subject.since + 0.25 * 2.2
    return _again(first, 2.2, start, stop)


def shutters(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a raised camera takes a picture: twice in a row."""
    first = subject.since + (pi / 2 - 1.0) / RAISED
    shots = [_again(first + late, tau / RAISED, start, stop) for late in (0.0, 0.9)]
    return sorted(shots[0] + shots[1])


def photographing(m: Moment) -> Posture:
    """A camera or phone before the eyes, steady; lowered now and then."""
    up = smooth(2.0 + 3.0 * sin(RAISED * m.s + 1.0))
    arms = both(Arm((0.5, 0.32, -0.22), (-0.1, -0.9, 0.5)))
    down = both(Arm((0.5, -0.2, -0.15), (-0.3, -0.8, 0.5)))
    return blended(changed(m.base, arms=down), changed(m.base, arms=arms, eyes=0.6, turn=0.5), up)

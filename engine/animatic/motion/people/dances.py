"""Dances: steps, arms and turns that keep to the beat."""

from math import cos, pi, sin, tau

from engine.animatic.motion.cycles import repeats, smooth
from engine.animatic.motion.people.moment import FRONT, Moment
from engine.animatic.motion.people.posture import Arm, Posture, Sole, both, changed, hanging
from engine.animatic.scene import Scene, Subject

BEAT = 0.5
"""Seconds: 120 beats a minute."""
PHRASE = 8
SIDE, WIDE = 0.07, 0.075
STEPPING = 0.5
"""Part of a beat that a step takes; the foot lands on the beat."""

TURNING = 4.4
TURNS = 3
"""A phrase of turning: seconds, and how often the body goes round in it."""
OFF, SET = 0.5, 3.4
"""Seconds of a phrase at which the free foot leaves the ground, and at which it is set down."""


def beats(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a dancing foot lands."""
    first = subject.since + BEAT
    return [t for t in repeats(first, BEAT, start, stop) if t >= first - 1e-9]


def dancing(m: Moment) -> Posture:
    """Side to side with the beat; arms change with every phrase; the last two beats go round."""
    beat = m.s / BEAT
    within, phrase = beat % PHRASE, int(beat // PHRASE)
    lively = 0.6 if m.body.age == "old" else 1.0
    round_ = 0.0 if phrase % 2 == 0 else tau * smooth((within - 5.5) / 2.3)
    turn = FRONT + 0.3 * sin(pi * beat / 2) + round_
    centre = SIDE * sin(pi * beat / 2)
    dip = 0.016 + 0.017 * lively * (1 + cos(tau * beat))
    sway = cos(pi * beat)
    return changed(
        m.base,
        hips=(centre, m.body.stand - dip, 0.0),
        feet=tuple(_foot(beat, side, FRONT, round_) for side in (0, 1)),
        arms=_dance_arms(beat, phrase + int(4 * m.own), lively),
        lean=m.body.stoop + 0.03,
        bow=-0.13 * lively * sin(pi * beat / 2 + 0.4),
        turn=turn,
        twist=0.22 * lively * sway * sin(pi * beat / 2),
        look=-0.3 * sin(pi * beat / 2) if not 0 < round_ < tau else 0.0,
        nod=0.12 * cos(tau * beat),
        tilt=0.12 * sin(pi * beat / 2),
        flare=0.9 * sin(0.5 * round_) ** 2,
        smile=1.0,
        mouth=0.15,
        swing=sin(pi * beat),
    )


def _foot(beat: float, side: int, turn: float, round_: float) -> Sole:
    """Step, touch, step, touch: each foot lands on its beat of four."""
    place, lift = _stepped(beat, side)
    ahead = 0.03 if side else -0.01
    s, c = sin(round_), cos(round_)
    x, z = place, ahead
    return Sole(
        (x * c - z * s, lift, x * s + z * c),
        -3.5 * lift,
        turn + round_ + 0.2 * (1 - 2 * side),
        (1.0, 0.0, 0.3),
    )


def _stepped(beat: float, side: int) -> tuple[float, float]:
    """Where a foot is across, and how high: the right one (screen left) out on beat 2, in on 1."""
    out, back = (0, 3) if side else (2, 1)
    sign = 1 if side else -1
    wide, near = sign * (SIDE + WIDE), -sign * SIDE + sign * 0.55 * WIDE
    moves = ((out - STEPPING, near, wide), (back - STEPPING, wide, near))
    now = beat % 4.0
    since, start, to = min(((now - begun) % 4.0, a, b) for begun, a, b in moves)
    part = min(since / STEPPING, 1.0)
    return start + (to - start) * smooth(part), 0.045 * sin(pi * part)


def _dance_arms(beat: float, style: int, lively: float) -> tuple[Arm, Arm]:
    swing = sin(pi * beat)
    match style % 4:
        case 0:
            return tuple(
                hanging(0.55 + sign * 0.45 * swing, 0.35, 1.5 + 0.3 * sign * swing, 0.35)
                for sign in (1, -1)
            )  # type: ignore
        case 1:
            lean = 0.35 * sin(pi * beat / 2)
            return tuple(
                Arm((0.1, 0.86 * lively + 0.04 * cos(tau * beat), 0.34 + sign * lean),
                    (0.2, 0.0, 1.0))
                for sign in (1, -1)
            )  # type: ignore  # fmt: skip
        case 2:
            wave = 0.28 * sin(pi * beat / 2)
            return tuple(
                Arm((0.15, 0.05 + sign * wave, 0.86), (-0.4, -sign * wave, 0.4)) for sign in (1, -1)
            )  # type: ignore
    clap = 0.5 + 0.5 * cos(tau * beat)
    return both(Arm((0.62, 0.35 - 0.2 * clap, 0.2 - 0.44 * clap), (-0.2, -0.5, 0.8)))


def set_off(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a turning dancer pushes off."""
    times = repeats(subject.since + OFF, TURNING, start, stop)
    return [t for t in times if t >= subject.since]


def set_down(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a turning dancer's raised foot is down again."""
    times = repeats(subject.since + SET, TURNING, start, stop)
    return [t for t in times if t >= subject.since]


def twirling(m: Moment) -> Posture:
    """Turning on one foot: a bend, three turns that gather and spend their speed, an open pose."""
    s = m.s % TURNING
    spun = smooth((s - 0.6) / 2.7)
    turn = FRONT + tau * TURNS * spun
    spinning = smooth((s - OFF) / 0.5) * (1.0 - smooth((s - SET + 0.5) / 0.5))
    fast = spinning * (6 * max((s - 0.6) / 2.7, 0) * max(1 - (s - 0.6) / 2.7, 0)) / 1.5
    bend = 0.07 * smooth(s / 0.35) * (1.0 - smooth((s - 0.45) / 0.3))
    bend += 0.035 * smooth((s - 3.1) / 0.25) * (1.0 - smooth((s - 3.5) / 0.6))
    rise = 0.042 * spinning
    open_ = 1.0 - spinning
    return changed(
        m.base,
        hips=(0.0, m.body.stand - bend + rise, 0.0),
        feet=_turning_feet(turn, spinning, bend, rise),
        arms=_ballet_arms(s, spinning),
        lean=0.0,
        bow=0.06 * open_ * sin(0.7 * s),
        turn=turn,
        twist=0.12 * open_,
        look=_spotted(turn, spinning),
        nod=-0.15,
        tilt=0.1 * open_,
        flare=min(fast, 1.0),
        smile=0.8,
        swing=fast,
    )


def _turning_feet(turn: float, spinning: float, bend: float, rise: float) -> tuple[Sole, Sole]:
    c, s = cos(turn), sin(turn)
    left = Sole((0.0, 0.0, 0.0), -0.75 * min(rise / 0.04, 1.0), turn - 0.3, (1.0, 0.0, 0.5))
    # The right foot is drawn up to the left knee while the body goes round, its knee out aside.
    out, high = 0.11 * (1 - spinning) + 0.02 * spinning, 0.235 * spinning
    ahead = 0.05 * spinning - 0.03 * (1 - spinning)
    spot = (-out * s + ahead * c, high, out * c + ahead * s)
    right = Sole(spot, -0.5 - 0.5 * spinning, turn + 0.5 + 0.5 * spinning, (0.7, 0.0, 0.9))
    return right, left


def _ballet_arms(s: float, spinning: float) -> tuple[Arm, Arm]:
    """Rounded before the chest while turning, opening overhead at the end."""
    raised = smooth((s - 2.7) / 0.9) * (1.0 - smooth((s - 4.0) / 0.4))
    crown = smooth((s - 0.9) / 0.7) * (1.0 - smooth((s - 2.6) / 0.4))
    forward = 0.55 * spinning * (1 - crown) + 0.12
    up = -0.1 + 0.92 * crown + 0.62 * raised - 0.15 * (1 - spinning) * (1 - raised)
    out = 0.78 * (1 - spinning) - 0.3 * spinning * (1 - crown) - 0.12 * crown - 0.3 * raised
    return both(Arm((forward, up, out), (-0.15, -0.25, 1.0)))


def _spotted(turn: float, spinning: float) -> float:
    """The head stays with us as long as it can, then whips round."""
    off = (turn - FRONT + pi) % tau - pi
    held = -max(min(off, 1.15), -1.15)
    edge = smooth((pi - abs(off)) / 0.9)
    return held * spinning * edge

"""Greetings: what people do for one another with hands and faces: waving, clapping, singing,
praying."""

from math import cos, pi, sin, tau

from engine.animatic.motion.cycles import repeats, smooth
from engine.animatic.motion.people.moment import FRONT, Moment, at_ease
from engine.animatic.motion.people.posture import Arm, Posture, Sole, both, changed, hanging
from engine.animatic.scene import Scene, Subject

CLAP = 0.36
"""Seconds from one clap to the next."""
WAVE = 0.62


def waving(m: Moment) -> Posture:
    """The near arm up, its forearm to and fro."""
    swing = sin(tau * m.s / WAVE) * smooth(m.s / 0.4)
    up = Arm((0.12, 0.72, 0.42 + 0.2 * swing), (0.1, -0.2, 1.0))
    return changed(
        m.base,
        arms=(up, m.base.arms[1]),
        bow=m.base.bow - 0.04 * swing,
        twist=m.base.twist + 0.04 * swing,
        tilt=0.08 * swing,
        smile=1.0,
        mouth=0.25,
    )


def claps(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which the palms meet."""
    first = subject.since + CLAP
    return [t for t in repeats(first, CLAP, start, stop) if t >= first - 1e-9]


def clapping(m: Moment) -> Posture:
    """Palms meet before the chest, forearms a little raised."""
    open_ = abs(sin(pi * m.s / CLAP))
    hands = Arm((0.6, 0.08 + 0.05 * open_, -0.27 + 0.2 * open_), (-0.2, -0.7, 0.7))
    return changed(
        m.base,
        arms=both(hands),
        nod=0.05 * cos(tau * m.s / CLAP),
        smile=1.0,
        mouth=0.2,
        bow=0.02 * sin(pi * m.s / CLAP),
    )


def cheering(m: Moment) -> Posture:
    """Both arms thrown up again and again, on the toes."""
    up = 0.5 + 0.5 * sin(tau * m.s / 0.7 + 6 * m.own)
    rise = 0.02 * up
    arms = tuple(
        Arm((0.1, 0.62 + 0.3 * up, 0.4 - 0.12 * up * side), (0.1, -0.1, 1.0)) for side in (1, 0.6)
    )
    feet = tuple(Sole(foot.at, -0.5 * up, foot.yaw, foot.knee) for foot in m.base.feet)
    x, y, z = m.base.hips
    return changed(
        m.base,
        arms=arms,
        hips=(x, y + rise - 0.012, z),
        feet=m.base.feet if m.going else feet,
        mouth=0.8,
        smile=1.0,
        nod=-0.25 * up,
        tilt=0.1 * sin(tau * m.s / 1.4 + m.own),
    )


def talking(m: Moment) -> Posture:
    """Hands underline what is said."""
    a, b = sin(2.9 * m.s + 3 * m.own), sin(1.9 * m.s + 7 * m.own)
    arms = (
        Arm((0.42 + 0.1 * a, -0.4 + 0.16 * a, 0.1 + 0.1 * b), (-0.5, -0.5, 0.5)),
        hanging(0.1 + 0.05 * b, 0.14, 0.3),
    )
    mouth = 0.55 * max(sin(9.3 * m.s), 0.0) * (0.5 + 0.5 * sin(2.1 * m.s))
    return changed(m.base, arms=arms, mouth=mouth, nod=0.07 * a, tilt=0.06 * b, smile=0.6)


def singing(m: Moment) -> Posture:
    """One hand at a microphone, the other opens with the long notes."""
    note = 0.5 + 0.5 * sin(tau * m.s / 3.1)
    arms = (
        Arm((0.5, 0.2, -0.2), (-0.3, -0.6, 0.7)),
        Arm((0.35 + 0.2 * note, -0.35 + 0.55 * note, 0.25 + 0.35 * note), (-0.4, -0.7, 0.5)),
    )
    mouth = 0.25 + 0.65 * note * (0.7 + 0.3 * sin(11.0 * m.s))
    sway = sin(tau * m.s / 2.0)
    x, y, z = m.base.hips
    return changed(
        m.base, hips=(x + 0.012 * sway, y - 0.006, z), arms=arms, mouth=mouth,
        nod=-0.2 * note, bow=0.05 * sway, tilt=0.08 * sway, eyes=1.0 - 0.8 * smooth(2 * note - 1.1),
    )  # fmt: skip


def looking_up(m: Moment) -> Posture:
    """The head back, a hand over the eyes now and then."""
    shade = smooth(sin(0.7 * m.s + 5 * m.own) * 2.0)
    near = hanging(0.1, 0.14, 0.2)
    hand = Arm((0.42, 0.5, -0.12), (0.1, -0.2, 1.0))
    mixed = Arm(
        *(
            tuple(
                a + (b - a) * shade for a, b in zip(getattr(near, n), getattr(hand, n), strict=True)
            )
            for n in ("reach", "elbow")
        )
    )  # type: ignore
    return changed(
        m.base, arms=(mixed, m.base.arms[1]), nod=-0.75, lean=m.base.lean - 0.05, mouth=0.2
    )


def bowing(m: Moment) -> Posture:
    """A deep bow and up again."""
    low = smooth(m.s / 0.9) * (1.0 - smooth((m.s - 1.9) / 1.0))
    x, y, z = m.base.hips
    arms = both(hanging(0.1 + 0.5 * low, 0.12, 0.25))
    return changed(
        m.base, turn=0.5, hips=(x - 0.05 * low, y, z), lean=1.1 * low, nod=0.5 * low, arms=arms
    )


def hugging(m: Moment) -> Posture:
    """Arms round somebody close by, a slow rocking."""
    rock = 0.03 * sin(tau * m.s / 2.6)
    arms = (Arm((0.62, 0.02, -0.12), (-0.1, -0.6, 0.9)), Arm((0.6, 0.18, -0.1), (-0.1, -0.4, 0.9)))
    return changed(
        m.base, turn=0.25, twist=0.0, look=0.3, bow=rock, arms=arms, eyes=0.0, smile=1.0, tilt=0.15
    )


def kneeling(m: Moment) -> Posture:
    """On one knee."""
    body = m.body
    low = body.shin * 0.98 + 0.045
    breath = 0.002 * sin(tau * m.t / 3.6)
    feet = (
        Sole((-0.30, 0.0, 0.05), -1.15, 0.25, (1.0, -0.9, 0.2)),
        Sole((0.2, 0.0, -0.06), 0.0, 0.1, (0.9, 0.9, 0.2)),
    )
    arms = (hanging(0.15, 0.15, 0.3), Arm((0.55, -0.5, 0.0), (-0.4, -0.3, 0.7)))
    return changed(
        m.base,
        hips=(-0.02, low + 0.02 + breath, 0.0),
        feet=feet,
        arms=arms,
        lean=body.stoop + 0.08,
        turn=0.35,
        twist=0.1,
        look=0.3,
        nod=0.1,
    )


def praying(m: Moment) -> Posture:
    """On both knees, sitting back on the heels, palms before the chest, eyes closed, breathing."""
    breath = sin(tau * m.t / 4.4)
    feet = tuple(Sole((-0.2, 0.045, 0.05 * s), -1.45, 0.55, (1.0, -0.35, 0.12)) for s in (1, -1))
    arms = both(Arm((0.52, 0.1 + 0.01 * breath, -0.29), (-0.2, -0.8, 0.5)))
    return changed(
        m.base, hips=(-0.05, 0.145, 0.0), feet=feet, arms=arms, turn=0.55, twist=0.0, look=0.0,
        lean=m.body.stoop * 0.7 + 0.05 + 0.008 * breath, nod=0.42, eyes=0.0, smile=0.3,
    )  # fmt: skip


def crouching(m: Moment) -> Posture:
    """Low on both feet, peering out."""
    peek = 0.5 + 0.5 * sin(tau * m.s / 3.2)
    return changed(
        m.base,
        hips=(-0.12, 0.2 + 0.05 * peek, 0.0),
        feet=at_ease(m.body, 0.5, 0.06, 0.06),
        turn=0.5,
        twist=0.0,
        look=0.5 * sin(0.9 * m.s),
        lean=0.55,
        nod=-0.3,
        eyes=1.0,
        arms=both(Arm((0.6, -0.45, 0.05), (-0.4, -0.3, 0.8))),
    )


def turning(m: Moment) -> Posture:
    """Round to look at us, and on."""
    part = smooth(m.s / 1.1)
    return changed(
        m.base,
        turn=0.1 + (FRONT - 0.1) * part,
        look=0.5 * (1 - part),
        feet=at_ease(m.body, 0.1 + (FRONT - 0.1) * part),
    )

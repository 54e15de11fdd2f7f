"""Rests: sitting, lying, sleeping and floating, with the breath that never stops."""

from math import pi, sin, tau

from engine.animatic.motion.cycles import repeats
from engine.animatic.motion.people.body import gravity
from engine.animatic.motion.people.moment import Moment
from engine.animatic.motion.people.posture import Arm, Posture, Sole, both, changed, hanging
from engine.animatic.scene import Scene, Subject
from engine.animatic.setting import setting_of

BREATH = 4.2
"""Seconds of a sleeper's breath."""
SEAT = 0.27
"""How high a chair is, in parts of a grown person's height."""

SEATS = frozenset((
    "chair", "armchair", "bench", "sofa", "throne", "stool", "swing", "wheelchair", "seated",
))  # fmt: skip


def seated(subject: Subject, scene: Scene) -> str:
    """What somebody sits on: chair, carrier or ground."""
    if subject.carrier >= 0:
        return "carrier"
    on_chair = setting_of(scene.place).indoors or SEATS & set(subject.traits)
    return "chair" if on_chair and subject.y <= 0.05 else "ground"


def breaths(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a sleeper begins to breathe out."""
    return repeats(BREATH * (0.5 - subject.variety), BREATH, max(start, subject.since), stop)


def sitting(m: Moment) -> Posture:
    """On a chair where there is one, else on the ground."""
    if seated(m.subject, m.scene) == "ground" or m.body.age == "baby":
        return _on_the_ground(m)
    breath = sin(tau * m.t / 3.8 + 6 * m.own)
    turn = 0.5
    seat = SEAT if m.body.age != "child" else 0.33
    seat = 0.0 if seated(m.subject, m.scene) == "carrier" else seat
    return changed(
        m.base,
        hips=(-0.02, seat + 0.052, 0.0),
        feet=_feet_before(m, turn, seat),
        arms=both(Arm((0.66, -0.62, -0.02), (-0.5, -0.3, 0.5))),
        turn=turn,
        twist=0.1,
        look=0.25 + 0.15 * sin(0.4 * m.t + 6 * m.own),
        lean=m.body.stoop * 0.8 - 0.03 + 0.008 * breath,
        nod=0.03,
    )


def _feet_before(m: Moment, turn: float, seat: float) -> tuple[Sole, Sole]:
    """Shins hang from the seat's edge; feet stand where they reach the ground. Small legs swing."""
    high = seat + 0.05 - m.body.shin - m.body.ankle - 0.01
    drop = max(min(high, 0.14), 0.0) if seat else -(m.body.shin + m.body.ankle - 0.05)
    ahead = m.body.thigh + 0.02
    kick = 0.05 * sin(tau * m.t / 1.5) if m.body.age == "child" else 0.0
    return tuple(
        Sole((ahead * 0.88 - 0.045 * s + s * kick, drop + abs(kick) * 0.3, 0.1 + 0.05 * s),
             s * kick * 4, turn + 0.1 * s, (0.6, 1.0, 0.05))
        for s in (1, -1)
    )  # type: ignore  # fmt: skip


def _on_the_ground(m: Moment) -> Posture:
    """Knees drawn up, arms round them; children and old people cross-legged."""
    breath = 0.008 * sin(tau * m.t / 3.8 + 6 * m.own)
    if m.body.age == "baby" or int(m.own * 10) % 2 or m.subject.act in ("play", "pray"):
        feet = tuple(
            Sole((0.17 - 0.03 * s, 0.012, -0.06 * s + 0.06), 0.1, 0.6 + 1.0 * s, (0.75, 0.35, 1.3))
            for s in (1, -1)
        )
        arms = both(Arm((0.58, -0.66, 0.12), (-0.4, -0.2, 0.9)))
        turn, lean = 0.95, 0.1
    else:
        feet = tuple(Sole((0.25, 0.0, 0.045 * s), 0.0, 0.2, (0.5, 1.0, 0.1)) for s in (1, -1))
        arms = both(Arm((0.86, -0.34, -0.16), (-0.2, -0.6, 0.6)))
        turn, lean = 0.3, 0.22
    return changed(
        m.base, hips=(-0.05, 0.062, 0.0), feet=feet, arms=arms, turn=turn, twist=0.05,
        look=0.3, lean=m.body.stoop + lean + breath, nod=-0.08,
    )  # fmt: skip


def lying(m: Moment) -> Posture:
    """On the back, hands under the head, one knee up, looking at the sky."""
    breath = sin(tau * m.t / 3.9)
    feet = (
        Sole((0.0, 0.0, 0.06), -0.2, 0.5, (1.0, 0.0, 0.1)),
        Sole((0.1, 0.17, -0.06), 0.2, 0.5, (1.0, 0.0, 0.1)),
    )
    arms = (Arm((0.12, 0.55, 0.25), (0.1, 0.6, 0.9)), Arm((0.1, 0.5, 0.2), (0.6, 0.3, 0.9)))
    return changed(
        m.base, hips=(0.0, m.body.stand - 0.01, 0.0), feet=feet, arms=arms, turn=0.35, twist=0.15,
        look=0.35, lean=0.004 * breath, nod=0.1 if m.subject.act != "look_up" else 0.0,
        roll=-pi / 2, pivot=(-0.065, m.body.stand), rise=0.006 - m.body.stand, eyes=1.0,
    )  # fmt: skip


def sleeping(m: Moment) -> Posture:
    """On the back under a blanket, the chest rising and sinking; a child curled a little."""
    breath = 0.5 - 0.5 * sin(tau * (m.t / BREATH + m.subject.variety))
    feet = tuple(Sole((0.0, -0.02, 0.05 * s), -0.35, 0.5, (1.0, 0.0, 0.1)) for s in (1, -1))
    arms = (Arm((0.4, -0.62, -0.2), (-0.1, -0.3, 1.0)), hanging(0.05, 0.12, 0.1))
    return changed(
        m.base, hips=(0.0, m.body.stand - 0.01, 0.0), feet=feet, arms=arms, turn=0.5, twist=0.1,
        look=0.45, lean=0.03 + 0.02 * breath, nod=0.15, eyes=0.0, smile=0.5, mouth=0.12 * breath,
        roll=-pi / 2, pivot=(-0.065, m.body.stand), rise=0.036 - m.body.stand, swing=breath,
    )  # fmt: skip


def floating(m: Moment) -> Posture:
    """Weightless: limbs drift apart, the whole body turns slowly."""
    a, b = sin(tau * m.t / 5.3 + 6 * m.own), sin(tau * m.t / 7.9 + 2 * m.own)
    stand = m.body.stand
    feet = (
        Sole((-0.1 + 0.04 * a, 0.05 + 0.02 * b, 0.06), -0.6, 0.7, (1.0, 0.0, 0.2)),
        Sole((0.03 - 0.04 * b, 0.12 + 0.03 * a, -0.06), -0.5, 0.7, (1.0, 0.0, 0.2)),
    )
    arms = (
        Arm((0.4 + 0.1 * a, 0.1 + 0.2 * b, 0.6), (-0.3, -0.6, 0.8)),
        Arm((0.45 - 0.1 * b, -0.05 + 0.2 * a, 0.6), (-0.3, -0.6, 0.8)),
    )
    return changed(
        m.base, hips=(0.0, stand, 0.0), feet=feet, arms=arms, turn=0.9 + 0.25 * b, twist=0.1 * a,
        look=0.0, lean=0.12, nod=-0.1, roll=0.22 * a + 0.12 * b, pivot=(0.0, stand),
        rise=m.metres(0.35 + 0.12 * sin(tau * m.t / 6.1)), tilt=0.1 * b,
    )  # fmt: skip


def swinging(m: Moment) -> Posture:
    """On a swing: a pendulum of two metres; legs stretch forward and fold back."""
    angle = swing_angle(m.subject, m.scene, m.t)
    length = m.metres(2.0)
    speed = sin(tau * m.s / swing_period(m.scene) + pi / 2)
    out = 0.5 - 0.5 * speed
    feet = tuple(
        Sole((0.2 + 0.16 * out, -0.16 + 0.16 * out, 0.05 * s), 0.2, 0.2, (0.6, 1.0, 0.0))
        for s in (1, -1)
    )
    arms = both(Arm((0.3, 0.55, 0.2), (-0.6, -0.4, 0.5)))
    high = 0.24
    moved = tuple(Sole((f.at[0], f.at[1] + high, f.at[2]), f.pitch, f.yaw, f.knee) for f in feet)
    return changed(
        m.base, hips=(0.0, high + 0.05, 0.0), feet=moved, arms=arms, turn=0.3, twist=0.0, look=0.4,
        lean=-0.25 * out + 0.1, roll=-angle, pivot=(0.0, high + length), smile=1.0, mouth=0.4,
        swing=angle,
    )  # fmt: skip


def swing_period(scene: Scene) -> float:
    """Seconds to and fro of a pendulum two metres long."""
    return tau * (2.0 / gravity(scene)) ** 0.5


def swing_ends(subject: Subject, scene: Scene, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which a swing turns, forward and back."""
    period = swing_period(scene)
    times = repeats(subject.since + period / 4, period / 2, start, stop)
    return [t for t in times if t >= subject.since]


def swing_angle(subject: Subject, scene: Scene, t: float) -> float:
    """Radians forward from hanging straight."""
    return 0.55 * sin(tau * (t - subject.since) / swing_period(scene))

"""A posture: what a body is asked to do at one moment, before its bones are worked out.

x runs the way the person heads, y up, z to the camera, in parts of the body's height, counted
from the person's point on the ground. Yaw is 0 in profile, pi/2 towards the camera. Side 0 is the
right one, which is near in profile; side 1 the left, far one.
"""

from dataclasses import dataclass, fields, replace
from math import cos, sin

Vector = tuple[float, float, float]
BACK: Vector = (-0.7, -0.4, 0.3)


@dataclass(frozen=True, slots=True)
class Arm:
    """Where a hand is from its shoulder: forward, up, outward, in arm's lengths; and where the
    elbow points."""

    reach: Vector = (0.06, -0.97, 0.1)
    elbow: Vector = BACK


@dataclass(frozen=True, slots=True)
class Sole:
    """Where a foot's sole is, how it is pitched (toe up) and yawed, and where its knee points."""

    at: Vector
    pitch: float = 0.0
    yaw: float = 0.0
    knee: Vector = (1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Posture:
    """`hips` is the hips' middle. `lean` bends the torso forward, `bow` to the screen's right;
    `turn` is the hips' yaw, `twist` the chest's against it, `look` the head's against the chest;
    `nod` bends the head down, `tilt` sideways. `roll` turns the whole body clockwise about
    `pivot`; `rise` lifts it off the ground. `flare` is how much skirts fly out, `mouth` how far
    it is open, `smile` and `eyes` 0 to 1; `swing` carries things that hang."""

    hips: Vector
    feet: tuple[Sole, Sole]
    arms: tuple[Arm, Arm] = (Arm(), Arm())
    lean: float = 0.0
    bow: float = 0.0
    turn: float = 0.0
    twist: float = 0.0
    look: float = 0.0
    nod: float = 0.0
    tilt: float = 0.0
    roll: float = 0.0
    pivot: tuple[float, float] = (0.0, 0.0)
    rise: float = 0.0
    flare: float = 0.0
    mouth: float = 0.0
    smile: float = 0.4
    eyes: float = 1.0
    swing: float = 0.0


def changed(posture: Posture, **changes: object) -> Posture:
    """The posture with some of it replaced."""
    return replace(posture, **changes)  # type: ignore[arg-type]


def blended(one: Posture, other: Posture, part: float) -> Posture:
    """`part` of the other, the rest of the one, joint by joint."""
    if part <= 0.0:
        return one
    if part >= 1.0:
        return other
    pairs = ((getattr(one, f.name), getattr(other, f.name)) for f in fields(Posture))
    return Posture(*(_between(a, b, part) for a, b in pairs))


def _between(one: object, other: object, part: float) -> object:
    if isinstance(one, tuple):
        return tuple(_between(a, b, part) for a, b in zip(one, other, strict=True))  # type: ignore
    if isinstance(one, Arm):
        return Arm(
            *(_between(getattr(one, n), getattr(other, n), part) for n in ("reach", "elbow"))
        )  # type: ignore
    if isinstance(one, Sole):
        names = ("at", "pitch", "yaw", "knee")
        return Sole(*(_between(getattr(one, n), getattr(other, n), part) for n in names))  # type: ignore
    return one + (other - one) * part  # type: ignore[operator]


def hanging(swing: float, spread: float = 0.1, bend: float = 0.25, across: float = 0.0) -> Arm:
    """An arm by its angles: swung forward (pi/2 level, pi up), spread outward, bent at the elbow,
    the forearm turned inward by `across`."""
    level = cos(spread)
    upper = (sin(swing) * level, -cos(swing) * level, sin(spread))
    low = swing + bend
    fore = (sin(low) * cos(across) * level, -cos(low) * level, sin(spread) - sin(across))
    size = max(sum(v * v for v in fore) ** 0.5, 1e-6)
    reach = tuple(0.52 * u + 0.48 * f / size for u, f in zip(upper, fore, strict=True))
    return Arm(reach, upper)  # type: ignore[arg-type]


def both(arm: Arm) -> tuple[Arm, Arm]:
    """The same with either arm."""
    return arm, arm

"""Breaking: what explodes, shatters or pops, when it does, and how its pieces fly and land."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin, sqrt
from random import Random

from engine.animatic.build import build_of
from engine.animatic.motion.path import Point
from engine.animatic.motion.water import GRAVITY
from engine.animatic.scene import Scene, Subject

ACTS = ("explode", "break")
BREAKABLE = frozenset(
    {"prop", "building", "car", "road_vehicle", "two_wheeler", "railway", "aircraft", "vessel",
     "sailboat", "rocket", "balloon", "snowman", "statue", "lighthouse", "robot"}
)  # fmt: skip
"""The painters whose subjects can go to pieces."""
POPS = frozenset({"balloon_toy", "bubble", "beach_ball", "ball", "basketball", "football"})
SHATTERS = frozenset(
    {"glass", "vase", "cup", "plate", "bottle", "teapot", "mirror", "window", "lightbulb", "lamp",
     "lantern", "hourglass", "phone", "laptop", "screen", "icicle", "gem", "clock", "camera",
     "globe", "snowflake", "star_shape", "heart", "cube", "sphere", "cone", "pyramid_shape",
     "torus", "egg", "watermelon", "apple", "orange", "lemon", "cake", "birthday_cake", "pizza",
     "burger", "bread", "ice_cream", "trophy", "painting", "doll", "chess", "puzzle", "dice",
     "ring", "crown", "medal"}
)  # fmt: skip
"""Props that break without fire; others go up in flames."""
PART = 0.42
"""The part of a shot after which a thing breaks whose act begins with the shot."""
GIVE = 0.28


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece's middle in metres from the thing's foot, its velocity in metres a second (z away
    from the camera), and how fast it turns, in radians a second."""

    x: float
    y: float
    vx: float
    vy: float
    vz: float
    spin: float


def breaks(subject: Subject) -> bool:
    """Whether it goes to pieces in this shot."""
    return subject.act in ACTS and build_of(subject.kind).painter in BREAKABLE


def manner(subject: Subject) -> str:
    """blast (flash, fire and smoke), shatter or pop."""
    if subject.kind in POPS:
        return "pop"
    stony = build_of(subject.kind).painter in ("snowman", "statue")
    return "shatter" if stony or subject.kind in SHATTERS else "blast"


def moment(subject: Subject, scene: Scene) -> float:
    """When it breaks: as its act begins, or well within a shot that it begins with."""
    return subject.since if subject.since > 0.0 else PART * scene.seconds


def thrown(subject: Subject, middles: Sequence[tuple[float, float]], chance: Random) -> list[Piece]:
    """Pieces about these middles, driven from where it burst; what is near is driven hardest."""
    tall = max(build_of(subject.kind).height, 0.4 * build_of(subject.kind).width) * subject.scale
    way = manner(subject)
    power = {"blast": 0.95, "shatter": 0.42, "pop": 0.55}[way] * sqrt(2.0 * GRAVITY * tall)
    heart = (0.0, {"blast": 0.25, "shatter": 0.1, "pop": 0.7}[way] * tall)
    return [_driven(x, y, heart, power, tall, chance) for x, y in middles]


def _driven(
    x: float, y: float, heart: tuple[float, float], power: float, tall: float, chance: Random
) -> Piece:
    away = max(hypot(x - heart[0], y - heart[1]), 0.05 * tall)
    ux, uy = (x - heart[0]) / away, (y - heart[1]) / away
    speed = power * chance.uniform(0.6, 1.3) / (0.6 + 0.5 * away / tall)
    turn = chance.uniform(-pi, pi)
    return Piece(
        x, y,
        speed * ux + 0.25 * power * cos(turn), speed * uy + 0.45 * power * chance.random(),
        0.5 * power * sin(turn), chance.uniform(-9.0, 9.0),
    )  # fmt: skip


def flown(piece: Piece, base: float, age: float) -> tuple[Point, float]:
    """How far a piece has come after `age` seconds (metres from its start; y above the ground)
    and how far it has turned. A throw, one bounce, and it lies; `base` is how high the thing's
    foot was above the ground."""
    high = base + piece.y
    hit = sqrt(max(piece.vy**2 + 2.0 * GRAVITY * high, 0.0))
    first, second = (piece.vy + hit) / GRAVITY, 2.0 * GIVE * hit / GRAVITY
    air, after = min(age, first), min(max(age - first, 0.0), second)
    if age < first:
        y = high + piece.vy * age - 0.5 * GRAVITY * age * age
    else:
        y = GIVE * hit * after - 0.5 * GRAVITY * after * after
    gone = air + 0.45 * after
    return (piece.vx * gone, max(y, 0.0), piece.vz * gone), piece.spin * gone

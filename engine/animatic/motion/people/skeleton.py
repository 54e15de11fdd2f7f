"""A skeleton: where every joint of a body is in a posture, with bones that never stretch."""

from dataclasses import dataclass
from math import cos, sin, sqrt

from engine.animatic.motion.people.body import Body
from engine.animatic.motion.people.posture import Arm, Posture, Sole, Vector

SIDES = (1.0, -1.0)
HEEL, BALL = -0.3, 0.34
"""Where a sole turns, in its own lengths from its middle."""
ANKLE_BACK = -0.2


@dataclass(frozen=True, slots=True)
class Joints:
    """Points in parts of the body's height as Posture counts them; pairs right (near) side first.

    `up` is the torso's axis; `hip_yaw`, `chest_yaw`, `head_yaw` are final.
    """

    hips: Vector
    neck: Vector
    head: Vector
    shoulders: tuple[Vector, Vector]
    elbows: tuple[Vector, Vector]
    hands: tuple[Vector, Vector]
    sockets: tuple[Vector, Vector]
    knees: tuple[Vector, Vector]
    ankles: tuple[Vector, Vector]
    heels: tuple[Vector, Vector]
    toes: tuple[Vector, Vector]
    up: Vector
    hip_yaw: float
    chest_yaw: float
    head_yaw: float
    head_roll: float


def add(one: Vector, other: Vector, part: float = 1.0) -> Vector:
    """one + part * other."""
    return one[0] + part * other[0], one[1] + part * other[1], one[2] + part * other[2]


def unit(vector: Vector) -> Vector:
    """Its direction."""
    size = sqrt(dot(vector, vector)) or 1.0
    return vector[0] / size, vector[1] / size, vector[2] / size


def dot(one: Vector, other: Vector) -> float:
    return one[0] * other[0] + one[1] * other[1] + one[2] * other[2]


def facing(yaw: float) -> Vector:
    """The level direction that a yaw looks to."""
    return cos(yaw), 0.0, sin(yaw)


def sideways(yaw: float) -> Vector:
    """The level direction of the right side."""
    return -sin(yaw), 0.0, cos(yaw)


def joints_of(posture: Posture, body: Body) -> Joints:
    """Every joint of the body in this posture."""
    chest_yaw = posture.turn + posture.twist
    up = _torso_axis(posture, chest_yaw)
    neck = add(posture.hips, up, body.torso)
    head_yaw = chest_yaw + posture.look
    ahead, aside = facing(chest_yaw), sideways(chest_yaw)
    poise = unit(add(add(up, (0.0, 1.0, 0.0), 0.8), facing(head_yaw), 0.28 * posture.nod + 0.12))
    poise = unit((poise[0] + 0.6 * sin(posture.tilt), poise[1], poise[2]))
    head = add(neck, poise, body.neck)
    front = unit(add(ahead, up, -dot(ahead, up)))
    base = add(neck, up, -0.04)
    shoulders = tuple(add(base, aside, s * body.shoulders) for s in SIDES)
    arms = [_arm(shoulders[i], posture.arms[i], (front, up, aside), SIDES[i], body) for i in (0, 1)]
    sockets = tuple(add(posture.hips, sideways(posture.turn), s * body.hips) for s in SIDES)
    legs = [_leg(sockets[i], posture.feet[i], posture.turn, SIDES[i], body) for i in (0, 1)]
    found = Joints(
        posture.hips, neck, head, shoulders, (arms[0][0], arms[1][0]), (arms[0][1], arms[1][1]),
        sockets, *(tuple(leg[k] for leg in legs) for k in range(4)),
        up, posture.turn, chest_yaw, head_yaw, posture.tilt - 0.5 * posture.bow,
    )  # fmt: skip
    return _rolled(found, posture) if posture.roll or posture.rise else found


def _torso_axis(posture: Posture, yaw: float) -> Vector:
    c, s = cos(posture.lean), sin(posture.lean)
    x, y, z = s * cos(yaw), c, s * sin(yaw)
    cb, sb = cos(posture.bow), sin(posture.bow)
    return x * cb + y * sb, y * cb - x * sb, z


def two_bones(
    start: Vector, target: Vector, pole: Vector, a: float, b: float
) -> tuple[Vector, Vector]:
    """The middle joint and the end of two bones of lengths a and b that reach for a target, bent
    towards `pole` (law of cosines); out of reach they stretch in its direction."""
    line = add(target, start, -1.0)
    far = sqrt(dot(line, line))
    span = min(max(far, abs(a - b) + 1e-4), 0.9995 * (a + b))
    ahead = unit(line) if far > 1e-9 else (0.0, -1.0, 0.0)
    bent = add(pole, ahead, -dot(pole, ahead))
    if dot(bent, bent) < 1e-9:
        bent = (ahead[1], -ahead[0], 0.0)
    bent = unit(bent)
    along = (a * a + span * span - b * b) / (2 * span)
    aside = sqrt(max(a * a - along * along, 0.0))
    return add(add(start, ahead, along), bent, aside), add(start, ahead, span)


def _arm(
    shoulder: Vector, arm: Arm, axes: tuple[Vector, Vector, Vector], sign: float, body: Body
) -> tuple[Vector, Vector]:
    hand = add(shoulder, _in_axes(arm.reach, axes, sign), body.arm)
    return two_bones(shoulder, hand, _in_axes(arm.elbow, axes, sign), body.upper, body.fore)


def _in_axes(local: Vector, axes: tuple[Vector, Vector, Vector], sign: float) -> Vector:
    out = add((0.0, 0.0, 0.0), axes[0], local[0])
    return add(add(out, axes[1], local[1]), axes[2], local[2] * sign)


def _leg(
    socket: Vector, sole: Sole, turn: float, sign: float, body: Body
) -> tuple[Vector, Vector, Vector, Vector]:
    """Knee, ankle, heel and toe."""
    axes = facing(turn), (0.0, 1.0, 0.0), sideways(turn)
    pole = _in_axes(sole.knee, axes, sign)
    ankle = ankle_of(sole, body)
    knee, end = two_bones(socket, ankle, pole, body.thigh, body.shin)
    ahead, up = _foot_axes(sole)
    bottom = add(end, up, -body.ankle)
    back = (-0.5 - ANKLE_BACK) * body.sole
    return knee, end, add(bottom, ahead, back), add(bottom, ahead, back + body.sole)


def ankle_of(sole: Sole, body: Body) -> Vector:
    """The ankle over a sole turned about its heel (toe up) or its ball (toe down)."""
    pivot = (HEEL if sole.pitch > 0 else BALL) * body.sole
    ahead, up = _foot_axes(sole)
    still = add(sole.at, facing(sole.yaw), pivot)
    return add(add(still, ahead, ANKLE_BACK * body.sole - pivot), up, body.ankle)


def _foot_axes(sole: Sole) -> tuple[Vector, Vector]:
    c, s = cos(sole.pitch), sin(sole.pitch)
    level = facing(sole.yaw)
    return (c * level[0], s, c * level[2]), (-s * level[0], c, -s * level[2])


def _rolled(joints: Joints, posture: Posture) -> Joints:
    c, s = cos(posture.roll), sin(posture.roll)
    px, py = posture.pivot

    def turned(p: Vector) -> Vector:
        x, y = p[0] - px, p[1] - py
        return px + c * x + s * y, py - s * x + c * y + posture.rise, p[2]

    def pair(points: tuple[Vector, Vector]) -> tuple[Vector, Vector]:
        return turned(points[0]), turned(points[1])

    ux, uy, uz = joints.up
    return Joints(
        turned(joints.hips), turned(joints.neck), turned(joints.head), pair(joints.shoulders),
        pair(joints.elbows), pair(joints.hands), pair(joints.sockets), pair(joints.knees),
        pair(joints.ankles), pair(joints.heels), pair(joints.toes),
        (c * ux + s * uy, c * uy - s * ux, uz),
        joints.hip_yaw, joints.chest_yaw, joints.head_yaw, joints.head_roll + posture.roll,
    )  # fmt: skip

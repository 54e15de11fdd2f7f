"""A walking or standing person from the side: legs from planted feet, swinging arms, clothes."""

from dataclasses import dataclass
from math import acos, atan2, cos, hypot, pi, sin, tau

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainterPath, QRadialGradient

from engine.animatic.light import faded, mixed
from engine.animatic.motion.person import Foot, foot, gait, person_height
from engine.animatic.motion.whereabouts import position
from engine.animatic.motion.wind import gust
from engine.animatic.paint.subjects.figure import Figure, figure, wanted
from engine.animatic.paint.subjects.shape import Point, blob, curve, ellipse, limb, ribbon
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage

THIGH, SHIN = 0.247, 0.246
UPPER_ARM, FOREARM = 0.165, 0.15
HEEL, BALL, TOE, ANKLE_BACK, ANKLE_UP = -0.052, 0.058, 0.09, -0.03, 0.044
"""Parts of the body's height; the sole's points are measured from its middle, forwards."""

COATS = ("#b9472f", "#31557a", "#3f6b52", "#7a4a63", "#c08a3e", "#4a4f59")
SKINS = ("#f0c6a0", "#d9a074", "#a9724c", "#75492f")
HAIRS = ("#2b2019", "#4d3322", "#7a5230", "#1c1a1d", "#a88a5c")
UMBRELLAS = ("#c4343a", "#274b7d", "#2f3137", "#d8a62f")


@dataclass(frozen=True, slots=True)
class Clothes:
    """What a person wears: colours, whether the coat is long, hair long, an umbrella held."""

    coat: QColor
    trousers: QColor
    skin: QColor
    hair: QColor
    umbrella: QColor
    long_coat: bool
    long_hair: bool
    under_umbrella: bool
    hat: bool


@dataclass(frozen=True, slots=True)
class Pose:
    """Joints in parts of the body's height, x forwards from the hips' foot point, y up.

    Far side first in every pair.
    """

    hips: Point
    neck: Point
    head: Point
    knees: tuple[Point, Point]
    ankles: tuple[Point, Point]
    soles: tuple[float, float]
    elbows: tuple[Point, Point]
    hands: tuple[Point, Point]


def paint(stage: Stage, subject: Subject) -> None:
    """From the far arm to the near arm, over a soft shadow."""
    x, _, z = position(subject, stage.scene, stage.t)
    if not stage.view.sees(x, z, 2.0):
        return
    dress, pose = clothes(stage, subject), pose_of(stage, subject)
    with figure(stage, subject) as fig:
        _shadow(fig)
        height = person_height(subject)
        fig.painter.scale(height, height)
        _paint(fig, pose, dress, stage.t)


def clothes(stage: Stage, subject: Subject) -> Clothes:
    """Chosen by variety, so neighbours differ and the same person stays the same."""
    pick = subject.variety * 97.0
    weather = set(stage.scene.weather)
    return Clothes(
        coat=wanted(subject.colour, COATS[int(pick) % len(COATS)]),
        trousers=QColor(("#2c3342", "#4b4038", "#23272e")[int(pick * 3.1) % 3]),
        skin=QColor(SKINS[int(pick * 1.7) % len(SKINS)]),
        hair=QColor(HAIRS[int(pick * 2.3) % len(HAIRS)]),
        umbrella=QColor(UMBRELLAS[int(pick * 1.3) % len(UMBRELLAS)]),
        long_coat=bool(subject.colour) or int(pick * 5.3) % 2 == 0,
        long_hair=int(pick * 7.7) % 2 == 0,
        under_umbrella=bool(weather & {"rain", "storm"}),
        hat="snow" in weather,
    )


# Pose -----------------------------------------------------------------------------------------


def pose_of(stage: Stage, subject: Subject) -> Pose:
    """The joints at the stage's moment: hips over the feet, legs by two-bone geometry."""
    height, t = person_height(subject), stage.t
    walking = subject.speed > 0
    cycle = gait(subject, t) if walking else 0.0
    bob = 0.017 * cos(4 * pi * (cycle - 0.06)) if walking else -0.022
    lean = 0.02 + 0.016 * min(subject.speed, 3.0) if walking else 0.0
    breath = 0.002 * sin(tau * t / 3.6 + 6 * subject.variety)
    hips = (0.0, 0.507 - bob)
    neck = (hips[0] + lean, hips[1] + 0.325 + breath)
    x, _, _ = position(subject, stage.scene, t)
    feet = [foot(subject, t, side) for side in (1, 0)]
    ankles = [_ankle(one, x, subject.heading, height) for one in feet]
    knees = [_knee(hips, ankle) for ankle in ankles]
    arms = [_arm(neck, cycle + 0.5 * side, walking) for side in (1, 0)]
    return Pose(
        hips,
        neck,
        (neck[0] + 0.012 + 0.3 * lean, neck[1] + 0.089),
        (knees[0], knees[1]),
        (ankles[0], ankles[1]),
        (feet[0].pitch, feet[1].pitch),
        (arms[0][0], arms[1][0]),
        (arms[0][1], arms[1][1]),
    )


def _ankle(one: Foot, x: float, heading: int, height: float) -> Point:
    """The ankle above a sole that is turned about its heel (toe up) or its ball (toe down)."""
    centre = heading * (one.x - x) / height
    pivot = HEEL if one.pitch > 0 else BALL
    c, s = cos(one.pitch), sin(one.pitch)
    back, up = ANKLE_BACK - pivot, ANKLE_UP
    return centre + pivot + back * c - up * s, one.y / height + back * s + up * c


def _knee(hips: Point, ankle: Point) -> Point:
    """Where the knee bends, always forwards (law of cosines)."""
    dx, dy = ankle[0] - hips[0], ankle[1] - hips[1]
    far = min(hypot(dx, dy), 0.9995 * (THIGH + SHIN))
    bend = acos((THIGH**2 + far**2 - SHIN**2) / (2 * THIGH * far))
    angle = atan2(dy, dx) + bend
    return hips[0] + THIGH * cos(angle), hips[1] + THIGH * sin(angle)


def _arm(neck: Point, cycle: float, walking: bool) -> tuple[Point, Point]:
    """Elbow and hand: an arm swings against the leg of its side and bends as it comes forward."""
    swing = -cos(tau * cycle) if walking else 0.0
    upper = -pi / 2 + 0.06 + 0.42 * swing
    lower = upper + 0.22 + 0.24 * max(swing, 0.0) + 0.1 * abs(swing)
    shoulder = _shoulder(neck)
    elbow = (shoulder[0] + UPPER_ARM * cos(upper), shoulder[1] + UPPER_ARM * sin(upper))
    return elbow, (elbow[0] + FOREARM * cos(lower), elbow[1] + FOREARM * sin(lower))


def _shoulder(neck: Point) -> Point:
    return neck[0] - 0.008, neck[1] - 0.028


# Painting -------------------------------------------------------------------------------------


def _shadow(fig: Figure) -> None:
    shade = QRadialGradient(QPointF(0, 0), 0.55)
    shade.setColorAt(0, QColor(8, 10, 18, 120))
    shade.setColorAt(1, QColor(8, 10, 18, 0))
    fig.painter.save()
    fig.painter.scale(1.0, 0.22)
    fig.fill(ellipse(0, 0, 0.55, 0.55), QBrush(shade))
    fig.painter.restore()


def _paint(fig: Figure, pose: Pose, dress: Clothes, t: float) -> None:
    far = QColor("#8a8a96")
    _arm_path(fig, pose, 0, mixed(dress.coat, QColor("#14161c"), 0.35), dress.skin)
    _leg(fig, pose, 0, mixed(dress.trousers, QColor("black"), 0.3))
    _leg(fig, pose, 1, dress.trousers)
    _head_behind(fig, pose, dress, t)
    _torso(fig, pose, dress, t)
    _head(fig, pose, dress)
    if dress.under_umbrella:
        _umbrella(fig, pose, dress, far)
    else:
        _arm_path(fig, pose, 1, dress.coat, dress.skin)


def _leg(fig: Figure, pose: Pose, side: int, colour: QColor) -> None:
    hips, knee, ankle = pose.hips, pose.knees[side], pose.ankles[side]
    hip = (hips[0] + (0.008 if side else -0.006), hips[1] + 0.01)
    calf = ((knee[0] + ankle[0]) / 2 - 0.008, (knee[1] + ankle[1]) / 2 + 0.03)
    path = QPainterPath(limb(hip, knee, 0.098, 0.068))
    path.setFillRule(Qt.FillRule.WindingFill)
    shin = ribbon([_past(hip, knee, 0.93), knee, calf, ankle], [0.06, 0.068, 0.062, 0.044])
    path.addPath(shin.toReversed())
    shade = QLinearGradient(QPointF(*hip), QPointF(*ankle))
    slope = (knee[0] - hip[0]) / THIGH
    shade.setColorAt(0, fig.lit(colour, -0.3 * slope, 0.25, 0.9))
    shade.setColorAt(0.5, fig.lit(colour, 0.2, 0.1, 0.95))
    shade.setColorAt(1, fig.lit(colour, -0.2, -0.25, 0.9))
    fig.edged(path, shade, 0.006)
    _shoe(fig, ankle, pose.soles[side], side)


def _shoe(fig: Figure, ankle: Point, pitch: float, side: int) -> None:
    painter = fig.painter
    painter.save()
    painter.translate(*ankle)
    painter.rotate(pitch * 180 / pi)
    painter.translate(-ANKLE_BACK, -ANKLE_UP)
    sole = [(HEEL - 0.012, 0.0), (BALL, 0.0), (TOE, 0.004), (TOE + 0.004, 0.016), (BALL, 0.03),
            (0.0, 0.052), (-0.03, 0.062), (HEEL - 0.012, 0.045)]  # fmt: skip
    leather = QColor("#2a2320") if side else QColor("#1d1917")
    fig.fill(blob(sole), fig.lit(leather, 0.2, 0.3, 0.9))
    painter.restore()


def _torso(fig: Figure, pose: Pose, dress: Clothes, t: float) -> None:
    hx, hy = pose.hips
    nx, ny = pose.neck
    hem = hy - (0.17 if dress.long_coat else 0.03)
    # The skirts of a coat hang from the hips and follow the legs, the back one late.
    front = hx + 0.062 + (0.32 * max(p[0] - hx for p in pose.knees) if dress.long_coat else 0.0)
    wind = 0.012 * gust(fig.stage.scene, t) * sin(5.3 * t)
    back = hx - 0.078 + (0.3 * min(p[0] - hx for p in pose.knees) if dress.long_coat else 0.0)
    back += wind if dress.long_coat else 0.0
    path = QPainterPath(QPointF(nx - 0.028, ny + 0.012))
    path.cubicTo(nx - 0.07, ny - 0.01, nx - 0.092, ny - 0.07, nx - 0.085, ny - 0.14)
    path.cubicTo(hx - 0.078, hy + 0.1, hx - 0.086, hy + 0.02, back, hem + 0.004)
    path.quadTo(QPointF((back + front) / 2, hem - 0.012), QPointF(front, hem))
    path.cubicTo(hx + 0.075, hy + 0.02, hx + 0.062, hy + 0.1, nx + 0.064, ny - 0.13)
    path.cubicTo(nx + 0.075, ny - 0.07, nx + 0.055, ny - 0.012, nx + 0.026, ny + 0.012)
    path.closeSubpath()
    fig.edged(path, fig.round(dress.coat, hx - 0.12, hx + 0.13), 0.007)
    if fig.scale * 1.7 > 70:
        _coat_details(fig, pose, dress, hem, front)


def _coat_details(fig: Figure, pose: Pose, dress: Clothes, hem: float, front: float) -> None:
    hx, hy = pose.hips
    nx, ny = pose.neck
    dark = faded(mixed(dress.coat, QColor("#0d0f16"), 0.65), 0.55)
    dark = faded(fig.lit(dark), 0.55)
    edge = curve([(nx + 0.03, ny), (nx + 0.058, ny - 0.12), (hx + 0.05, hy), (front - 0.012, hem)])
    fig.stroke(edge, dark, 0.005)
    belt = curve([(hx - 0.071, hy + 0.075), (hx, hy + 0.066), (hx + 0.057, hy + 0.075)])
    fig.stroke(belt, dark, 0.014)
    collar = limb((nx - 0.03, ny + 0.014), (nx + 0.03, ny + 0.004), 0.04, 0.032)
    fig.fill(collar, fig.lit(mixed(dress.coat, QColor("black"), 0.18), 0, 0.4, 0.9))


def _arm_path(fig: Figure, pose: Pose, side: int, coat: QColor, skin: QColor) -> None:
    shoulder, elbow, hand = _shoulder(pose.neck), pose.elbows[side], pose.hands[side]
    fig.fill(ellipse(*_past(elbow, hand, 1.1), 0.021, 0.026), fig.lit(skin, 0.1, 0, 0.99))
    sleeve = limb(shoulder, elbow, 0.07, 0.056)
    fig.fill(sleeve, fig.lit(coat, 0.25, 0.25, 0.9))
    fig.fill(limb(elbow, hand, 0.054, 0.042), fig.lit(coat, 0.1, -0.1, 0.95))
    if side and fig.scale > 40:
        seam = curve([(shoulder[0] - 0.034, shoulder[1] - 0.01), (elbow[0] - 0.028, elbow[1])])
        fig.stroke(seam, faded(fig.lit(QColor("#0d0f16")), 0.28), 0.005)


def _past(start: Point, end: Point, part: float) -> Point:
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def _head_behind(fig: Figure, pose: Pose, dress: Clothes, t: float) -> None:
    """Long hair behind the neck, moving a little with the steps and the wind."""
    if not dress.long_hair:
        return
    x, y = pose.head
    sway = 0.012 * sin(4.1 * t) * (0.4 + gust(fig.stage.scene, t)) - 0.01
    locks = blob(
        [(x - 0.01, y + 0.06), (x - 0.055, y + 0.02), (x - 0.07, y - 0.06),
         (x - 0.075 + sway, y - 0.135), (x - 0.03 + sway, y - 0.13), (x, y - 0.03)]
    )  # fmt: skip
    fig.fill(locks, fig.lit(dress.hair, -0.4, 0.1, 0.85))


def _head(fig: Figure, pose: Pose, dress: Clothes) -> None:
    x, y = pose.head
    skin = fig.lit(dress.skin, 0.3, 0.1, 0.92)
    neck = limb((pose.neck[0], pose.neck[1] - 0.005), (x - 0.008, y - 0.035), 0.052, 0.046)
    fig.fill(neck, fig.lit(mixed(dress.skin, QColor("#5a2f1e"), 0.25), 0, -0.4, 0.9))
    face = QPainterPath(QPointF(x - 0.045, y + 0.02))
    face.cubicTo(x - 0.045, y + 0.075, x + 0.045, y + 0.08, x + 0.05, y + 0.02)
    face.lineTo(x + 0.062, y - 0.008)
    face.cubicTo(x + 0.058, y - 0.018, x + 0.052, y - 0.016, x + 0.05, y - 0.024)
    face.cubicTo(x + 0.052, y - 0.052, x + 0.035, y - 0.064, x + 0.012, y - 0.058)
    face.cubicTo(x - 0.02, y - 0.045, x - 0.045, y - 0.02, x - 0.045, y + 0.02)
    fig.edged(face, skin, 0.006)
    _hair(fig, x, y, dress)
    if fig.scale > 60:
        ear = ellipse(x - 0.012, y + 0.0, 0.009, 0.014)
        fig.fill(ear, fig.lit(mixed(dress.skin, QColor("#6a2f22"), 0.22), 0, 0, 1))
        fig.fill(ellipse(x + 0.036, y + 0.006, 0.005, 0.007), fig.lit(QColor("#1b1512")))
        mouth = curve([(x + 0.05, y - 0.034), (x + 0.038, y - 0.036)])
        fig.stroke(mouth, faded(fig.lit(QColor("#7a3b30")), 0.8), 0.004)


def _hair(fig: Figure, x: float, y: float, dress: Clothes) -> None:
    cap = QPainterPath(QPointF(x + 0.044, y + 0.045))
    cap.cubicTo(x + 0.03, y + 0.085, x - 0.05, y + 0.085, x - 0.058, y + 0.02)
    cap.cubicTo(x - 0.06, y - 0.015, x - 0.045, y - 0.03, x - 0.028, y - 0.022)
    cap.cubicTo(x - 0.015, y + 0.0, x - 0.018, y + 0.03, x + 0.01, y + 0.04)
    cap.closeSubpath()
    fig.fill(cap, fig.lit(dress.hair, -0.1, 0.6, 0.8))
    if dress.hat:
        wool = QPainterPath(QPointF(x + 0.054, y + 0.03))
        wool.cubicTo(x + 0.05, y + 0.11, x - 0.05, y + 0.11, x - 0.058, y + 0.02)
        wool.closeSubpath()
        fig.fill(wool, fig.lit(dress.umbrella, 0, 0.6, 0.8))
        fig.fill(
            ellipse(x - 0.004, y + 0.098, 0.018, 0.018), fig.lit(QColor("#f0ece4"), 0, 0.6, 0.8)
        )


def _umbrella(fig: Figure, pose: Pose, dress: Clothes, far: QColor) -> None:
    """Held before the chest, its canopy over the head, tilted into the wind."""
    shoulder = _shoulder(pose.neck)
    elbow = (shoulder[0] + 0.045, shoulder[1] - 0.15)
    hand = (elbow[0] + 0.095, elbow[1] + 0.085)
    tip = (hand[0] - 0.02, hand[1] + 0.52)
    fig.stroke(curve([(hand[0] + 0.002, hand[1] - 0.05), tip]), fig.lit(far), 0.009)
    painter = fig.painter
    painter.save()
    painter.translate(*tip)
    painter.rotate(3.0 + 2.0 * sin(1.7 * fig.stage.t))
    canopy = QPainterPath(QPointF(-0.33, -0.17))
    canopy.cubicTo(-0.29, 0.0, -0.12, 0.03, 0, 0.035)
    canopy.cubicTo(0.12, 0.03, 0.29, 0.0, 0.33, -0.17)
    for x in (0.165, 0.0, -0.165, -0.33):
        canopy.quadTo(QPointF(x + 0.082, -0.125), QPointF(x, -0.17))
    fig.edged(canopy, fig.round(dress.umbrella, -0.34, 0.34), 0.008)
    ribs = QPainterPath()
    for x in (-0.165, 0.0, 0.165):
        ribs.moveTo(0, 0.033)
        ribs.quadTo(QPointF(0.9 * x, 0.0), QPointF(x, -0.17))
    fig.stroke(ribs, faded(fig.lit(QColor("#0d0f16")), 0.35), 0.005)
    painter.restore()
    fig.fill(limb(shoulder, elbow, 0.07, 0.056), fig.lit(dress.coat, 0.25, 0.25, 0.9))
    fig.fill(limb(elbow, hand, 0.054, 0.042), fig.lit(dress.coat, 0.3, 0.3, 0.9))
    fig.fill(ellipse(hand[0] + 0.008, hand[1] + 0.008, 0.022, 0.024), fig.lit(dress.skin))

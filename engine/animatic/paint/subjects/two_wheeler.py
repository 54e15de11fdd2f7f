"""Bicycles, motorcycles, scooters and what one stands on, with a simple rider if nobody else
rides: feet on turning pedals, hands on the bars."""

from functools import partial
from math import cos, degrees, hypot, sin

from PySide6.QtGui import QColor

from engine.animatic.build import build_of
from engine.animatic.motion.car import suspension
from engine.animatic.motion.people.mounted import is_ridden
from engine.animatic.motion.rolling import pedal_angle, wheel_turned
from engine.animatic.motion.whereabouts import position
from engine.animatic.paint.lamps import WARM
from engine.animatic.paint.subjects.building import shadow
from engine.animatic.paint.subjects.figure import Figure, figure
from engine.animatic.paint.subjects.pattern import cut, extent, numbers
from engine.animatic.paint.subjects.road_vehicle import RED, lens, paint_of, wheel
from engine.animatic.paint.subjects.shape import Point, blob, curve, ellipse, limb
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage

GEAR = 2.3
SKINS = ("#c98e6a", "#8a5a3c", "#e3b08c", "#6d4630")
COATS = ("#27466e", "#b5443a", "#3f7a5c", "#d9a43a", "#6b4a7a")


def paint(stage: Stage, subject: Subject) -> None:
    """Far leg, wheels and frame, then the rider and the near leg."""
    build, t = build_of(subject.kind), stage.t
    x, _, z = position(subject, stage.scene, t)
    if not stage.view.sees(x, z, 3.0 * subject.scale):
        return
    rides = "seat" in build.figure and not is_ridden(subject, stage.scene)
    with figure(stage, subject) as fig:
        shadow(fig, 0.55 * build.width, 0.5)
        lift, pitch = suspension(subject, t)
        fig.painter.translate(0, lift)
        fig.painter.rotate(degrees(pitch))
        if rides:
            _leg(fig, subject, far=True)
        for wx, radius in numbers(str(build.trait("wheels", ""))):
            turned = wheel_turned(subject, t, radius)
            wheel(fig, (wx, radius, radius), turned, str(build.trait("wheel", "wire")))
        text = str(build.figure["pattern"])
        fig.sprite(("two wheeler", subject), extent(text), partial(_still, subject, text))
        _crank(fig, subject)
        if rides:
            _rider(fig, subject)
            _leg(fig, subject, far=False)
        lamps = stage.light.lamps
        for spot, colour in (("head", WARM), ("tail", RED)):
            for at in numbers(str(build.trait(spot, ""))):
                lens(fig, (at[0], at[1]), 0.32, colour, 0.9 * lamps)


def _still(subject: Subject, text: str, fig: Figure) -> None:
    cut(fig, text, paint_of(subject), subject.kind)


def _spot(subject: Subject, name: str) -> Point:
    x, y = numbers(str(build_of(subject.kind).figure[name]))[0][:2]
    return x, y


def _pedal(fig: Figure, subject: Subject, far: bool) -> Point:
    """Where a foot rests: on a pedal that turns, or on a board that doesn't."""
    build = build_of(subject.kind)
    x, y = _spot(subject, "pedals")
    throw = float(build.trait("throw", 0.0))
    if throw == 0.0:
        return x + (0.12 if far else -0.06), y
    radius = numbers(str(build.figure["wheels"]))[0][1]
    angle = pedal_angle(subject, fig.stage.t, radius, GEAR) + (3.14159 if far else 0.0)
    return x + throw * sin(angle), y + throw * cos(angle)


def _crank(fig: Figure, subject: Subject) -> None:
    if float(build_of(subject.kind).trait("throw", 0.0)) == 0.0:
        return
    steel = fig.lit(QColor("#b9bec4"), 0, 0.4)
    middle = _spot(subject, "pedals")
    fig.stroke(ellipse(*middle, 0.1, 0.1), fig.lit(QColor("#33373d"), 0, 0.3), 0.025)
    for far in (True, False):
        px, py = _pedal(fig, subject, far)
        fig.stroke(curve([middle, (px, py)]), steel, 0.03)
        fig.stroke(curve([(px - 0.06, py), (px + 0.06, py)]), fig.lit(QColor("#22242a")), 0.035)


def knee_of(hip: Point, foot: Point, thigh: float, shin: float) -> Point:
    """The knee between hip and foot, bent forward, by the law of cosines."""
    dx, dy = foot[0] - hip[0], foot[1] - hip[1]
    far = min(max(hypot(dx, dy), 1e-6), 0.999 * (thigh + shin))
    along = (far * far + thigh * thigh - shin * shin) / (2 * far)
    aside = max(thigh * thigh - along * along, 0.0) ** 0.5
    ux, uy = dx / hypot(dx, dy), dy / hypot(dx, dy)
    return hip[0] + along * ux - aside * uy, hip[1] + along * uy + aside * ux


def _leg(fig: Figure, subject: Subject, far: bool) -> None:
    hip = _spot(subject, "seat")
    foot = _pedal(fig, subject, far)
    knee = knee_of(hip, foot, 0.45, 0.46)
    colour = fig.lit(QColor("#2c3345"), -0.2 if far else 0.1, 0.0 if far else 0.2, 0.9)
    fig.fill(limb(hip, knee, 0.2, 0.15), colour)
    fig.fill(limb(knee, foot, 0.15, 0.1), colour)
    x, y = foot
    shoe = blob([(x - 0.1, y), (x - 0.08, y + 0.09), (x + 0.06, y + 0.08), (x + 0.18, y + 0.01)])
    fig.fill(shoe, fig.lit(QColor("#3a2a22"), 0, 0.1))


def _rider(fig: Figure, subject: Subject) -> None:
    """Body, head and arms between the seat and the bars."""
    seat, bars = _spot(subject, "seat"), _spot(subject, "bars")
    pick = subject.variety * 17.0
    coat = QColor(COATS[int(pick) % len(COATS)])
    skin = fig.lit(QColor(SKINS[int(pick * 1.7) % len(SKINS)]), 0.2, 0.3, 0.9)
    lean = 0.3 * (bars[0] - seat[0])
    neck = (seat[0] + lean, seat[1] + 0.52)
    fig.edged(limb(seat, neck, 0.32, 0.3), fig.lit(coat, 0.1, 0.2, 0.95), 0.02)
    head = (neck[0] + 0.09, neck[1] + 0.26)
    fig.fill(limb(neck, head, 0.13, 0.12), skin)
    fig.fill(ellipse(*head, 0.115, 0.14), skin)
    helmet = QColor(str(build_of(subject.kind).trait("helmet", "#3a2a22")))
    top = blob([(head[0] - 0.13, head[1] - 0.03), (head[0] - 0.12, head[1] + 0.12),
                (head[0] + 0.02, head[1] + 0.18), (head[0] + 0.13, head[1] + 0.06),
                (head[0] + 0.02, head[1] + 0.05)])  # fmt: skip
    fig.edged(top, fig.lit(helmet, 0, 0.4, 0.9), 0.012)
    shoulder = (neck[0] + 0.02, neck[1] - 0.06)
    elbow = ((shoulder[0] + bars[0]) / 2 - 0.02, (shoulder[1] + bars[1]) / 2 - 0.1)
    fig.fill(limb(shoulder, elbow, 0.15, 0.11), fig.lit(coat, 0.2, 0.0, 0.95))
    fig.fill(limb(elbow, bars, 0.11, 0.08), fig.lit(coat, 0.2, 0.1, 0.95))
    fig.fill(ellipse(*bars, 0.05, 0.05), skin)

"""What rolls on a road, cut from a pattern: wheels, springs, lamps, beacons, exhaust, and its back
when it drives away."""

from dataclasses import replace
from functools import partial
from math import cos, degrees, sin, tau

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainterPath, QRadialGradient

from engine.animatic.build import build_of
from engine.animatic.harness import team_of
from engine.animatic.light import faded, mixed
from engine.animatic.motion.beast import beast_of, withers
from engine.animatic.motion.car import suspension
from engine.animatic.motion.puff import Mouth, steady, trail
from engine.animatic.motion.rolling import wheel_turned
from engine.animatic.motion.whereabouts import position
from engine.animatic.paint.lamps import WARM, beam, shine
from engine.animatic.paint.subjects.building import glow, shadow
from engine.animatic.paint.subjects.figure import Figure, figure, wanted
from engine.animatic.paint.subjects.pattern import cut, extent, numbers
from engine.animatic.paint.subjects.puffs import Smoke, puffs
from engine.animatic.paint.subjects.shape import box, curve, ellipse, limb
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage

RED = QColor("#ff3b2a")
AMBER = QColor("#ffb02e")
COLOURS = ("#b8322a", "#2d5f8f", "#d9a43a", "#3f6b57", "#dfe3e6", "#5a4a6b")
FLASHES = 1.6
"""Turns of a beacon a second."""


def paint(stage: Stage, subject: Subject) -> None:
    """Its shadow and light, then wheels, then the body on its springs."""
    build = build_of(subject.kind)
    x, _, z = position(subject, stage.scene, stage.t)
    if not stage.view.sees(x, z, 18.0 + build.width * subject.scale):
        return
    rear = str(build.trait("rear", ""))
    if subject.act == "away" and rear:
        paint_away(stage, subject, rear)
        return
    with figure(stage, subject) as fig:
        shadow(fig, 0.5 * build.width, 0.6)
        _exhaust(fig, subject)
    if stage.light.lamps > 0.3 and "head" in build.figure:
        _light_on_road(stage, subject, str(build.figure["head"]))
    with figure(stage, subject) as fig:
        body(fig, subject)
        _shafts(fig, subject)


def _shafts(fig: Figure, subject: Subject) -> None:
    """Poles from the vehicle along the animals that draw it, and a strap over each back."""
    wood, strap = fig.lit(QColor("#5c3d24"), 0, 0.4, 0.9), fig.lit(QColor("#2a201a"), 0, 0.3, 0.9)
    front = 0.4 * build_of(subject.kind).width
    for animal in team_of(subject, fig.stage.scene):
        at = abs(animal.x - subject.x) / subject.scale
        tall, half = withers(animal) / subject.scale, 0.5 * beast_of(animal).length
        pole = [(front, 0.72), (0.5 * (front + at), 0.5 * tall), (at + half * tall, 0.6 * tall)]
        fig.stroke(curve(pole), wood, 0.06)
        line = [(at + 0.2 * half * tall, 0.99 * tall), (at + 0.25 * half * tall, 0.55 * tall)]
        fig.stroke(curve(line), strap, 0.045)
        collar = [(at + half * tall, 1.02 * tall), (at + 1.1 * half * tall, 0.58 * tall)]
        fig.stroke(curve(collar), strap, 0.07)


def body(fig: Figure, subject: Subject) -> None:
    """Wheels, the body on its springs, and its lamps, where the figure stands."""
    build, t = build_of(subject.kind), fig.stage.t
    for x, radius in numbers(str(build.trait("wheels", ""))):
        wheel(
            fig,
            (x, radius, radius),
            wheel_turned(subject, t, radius),
            str(build.trait("wheel", "tyre")),
        )
    soft = float(build.trait("springs", 1.0))
    lift, pitch = suspension(subject, t)
    fig.painter.save()
    fig.painter.translate(0, lift * soft)
    fig.painter.rotate(degrees(pitch * soft))
    text = str(build.figure["pattern"])
    fig.sprite(("vehicle", subject), extent(text), partial(_still, subject, text))
    _lamps(fig, subject)
    fig.painter.restore()


def _still(subject: Subject, text: str, fig: Figure) -> None:
    cut(fig, text, paint_of(subject), subject.kind)


def paint_of(subject: Subject) -> QColor:
    """The colour that was asked for, the kind's own, or one of the usual ones."""
    usual = COLOURS[int(subject.variety * 5.99)]
    return wanted(subject.colour, str(build_of(subject.kind).trait("colour", usual)))


# Wheels ---------------------------------------------------------------------------------------


def wheel(fig: Figure, spot: tuple[float, float, float], angle: float, kind: str) -> None:
    """A wheel of a radius about (x, y): `tyre`, `spokes` of wood, `wire` or `iron`."""
    x, y, r = spot
    painter = fig.painter
    painter.save()
    painter.translate(x, y)
    dark = fig.lit(QColor("#22242a"), 0, 0.1, 0.9)
    if kind == "tyre":
        fig.fill(ellipse(0, 0, 1.2 * r, 1.2 * r), QColor(10, 11, 14))
        fig.fill(ellipse(0, 0, r, r), dark)
        fig.fill(ellipse(0, 0, 0.62 * r, 0.62 * r), fig.lit(QColor("#54585f")))
    painter.rotate(-degrees(angle))
    # The air is taken in whole metres: what is kept must not know who asked first.
    kept = replace(fig, z=float(round(fig.z)))
    key = ("wheel", kind, r, kept.z, fig.sun)
    box = QRectF(-1.1 * r, -1.1 * r, 2.2 * r, 2.2 * r)
    kept.sprite(key, box, lambda own: SPOKES[kind](own, r))
    painter.restore()


def _alloy(fig: Figure, r: float) -> None:
    metal = fig.lit(QColor("#cdd2d8"), 0, 0.3, 0.9)
    path = QPainterPath()
    for i in range(5):
        a = tau * i / 5
        path.addPath(limb((0, 0), (0.58 * r * cos(a), 0.58 * r * sin(a)), 0.26 * r, 0.18 * r))
    path.setFillRule(Qt.FillRule.WindingFill)
    fig.fill(path, metal)
    fig.stroke(ellipse(0, 0, 0.6 * r, 0.6 * r), metal, 0.08 * r)


def _wooden(fig: Figure, r: float) -> None:
    wood = fig.lit(QColor("#7a5230"), 0.1, 0.3, 0.9)
    _spokes(fig, r, 12, wood, 0.06 * r)
    fig.stroke(ellipse(0, 0, 0.93 * r, 0.93 * r), fig.lit(QColor("#5c3d24"), 0, 0.2), 0.12 * r)
    fig.fill(ellipse(0, 0, 0.16 * r, 0.16 * r), fig.lit(QColor("#4a3220")))


def _wire(fig: Figure, r: float) -> None:
    _spokes(fig, r, 14, faded(fig.lit(QColor("#cfd4d8"), 0, 0.4), 0.7), 0.012)
    fig.stroke(ellipse(0, 0, 0.95 * r, 0.95 * r), fig.lit(QColor("#1f2126"), 0, 0.2), 0.045)
    fig.stroke(ellipse(0, 0, 0.87 * r, 0.87 * r), fig.lit(QColor("#b9bec4"), 0, 0.4), 0.015)
    fig.fill(ellipse(0, 0, 0.03, 0.03), fig.lit(QColor("#8a9096")))


def _iron(fig: Figure, r: float) -> None:
    red = fig.lit(QColor("#8a2a22"), 0, 0.2, 0.95)
    _spokes(fig, r, 10, red, 0.07 * r)
    fig.stroke(ellipse(0, 0, 0.9 * r, 0.9 * r), red, 0.1 * r)
    fig.stroke(ellipse(0, 0, 0.97 * r, 0.97 * r), fig.lit(QColor("#b9bec4"), 0, 0.4), 0.06 * r)
    fig.fill(ellipse(0, 0, 0.2 * r, 0.2 * r), red)


def _spokes(fig: Figure, r: float, count: int, colour: QColor, wide: float) -> None:
    path = QPainterPath()
    for i in range(count):
        path.moveTo(0, 0)
        path.lineTo(0.92 * r * cos(tau * i / count), 0.92 * r * sin(tau * i / count))
    fig.stroke(path, colour, wide)


SPOKES = {"tyre": _alloy, "spokes": _wooden, "wire": _wire, "iron": _iron}


# Light and smoke ------------------------------------------------------------------------------


def _lamps(fig: Figure, subject: Subject) -> None:
    """White ahead, red behind (brighter as it stands), beacons that turn."""
    build, lamps = build_of(subject.kind), fig.stage.light.lamps
    for x, y in numbers(str(build.trait("head", ""))):
        if lamps > 0.3:
            lens(fig, (x, y), 0.55, WARM, 0.9 * lamps)
    stands = subject.speed <= 0.0
    for x, y in numbers(str(build.trait("tail", ""))):
        if stands or lamps > 0.3:
            lens(fig, (x, y), 0.5 if stands else 0.32, RED, 0.8 if stands else 0.6 * lamps)
    beacons(fig, str(build.trait("beacons", "")))


def beacons(fig: Figure, text: str) -> None:
    """`x y hue` of each turning light, hue in degrees; neighbours take turns."""
    for index, (x, y, hue) in enumerate(numbers(text)):
        turn = cos(tau * (FLASHES * fig.stage.t + 0.5 * index))
        strength = max(turn, 0.0) ** 2
        colour = QColor.fromHsvF(hue / 360, 0.85, 1.0)
        lens(fig, (x, y), 0.3, colour, 0.25 + 0.7 * strength)
        reach = 0.6 + 1.9 * fig.stage.light.lamps
        glow(fig, (x, y), reach, colour, strength * (0.45 + 0.5 * fig.stage.light.lamps))


def lens(fig: Figure, at: tuple[float, float], radius: float, colour: QColor, alpha: float) -> None:
    """The bright heart of a lamp and a little glow around it."""
    heart = QRadialGradient(QPointF(*at), radius)
    heart.setColorAt(0, faded(mixed(colour, QColor("white"), 0.6), alpha))
    heart.setColorAt(0.3, faded(colour, 0.45 * alpha))
    heart.setColorAt(1, faded(colour, 0.0))
    fig.fill(ellipse(*at, radius, radius), QBrush(heart))


def _light_on_road(stage: Stage, subject: Subject, text: str) -> None:
    """The cone of the headlights in the air and their pool on the road."""
    x, _, z = position(subject, stage.scene, stage.t)
    scale, lamps = stage.view.pixels_per_metre(z), stage.light.lamps
    front, high = numbers(text)[0][:2]
    ahead = stage.view.project(x + subject.heading * (front + 6.4), 0, z)
    pool = QRectF(ahead.x() - 7.5 * scale, ahead.y() - 0.7 * scale, 15 * scale, 1.4 * scale)
    shine(stage, WARM, pool, 0.75 * lamps)
    near = stage.view.project(x + subject.heading * front, high, z)
    far = stage.view.project(x + subject.heading * (front + 10.0), 0.9 * high, z)
    beam(stage, WARM, (near, far), 2.4 * scale, 0.8 * lamps)


def _exhaust(fig: Figure, subject: Subject) -> None:
    """`x y size` of each pipe; hardly seen in warm air, more where it is cold."""
    build, scene = build_of(subject.kind), fig.stage.scene
    cold = scene.season == "winter" or "snow" in scene.weather or scene.hour in ("dawn", "morning")
    for x, y, size in numbers(str(build.trait("exhaust", ""))):
        upright = y > 1.0
        mouth = Mouth(x, y, size, 1.6 if upright else 0.25, 0.8, 1.6, 0.4, 0.16)
        births = steady(mouth, scene, fig.stage.t, f"exhaust/{subject.variety}")
        colour = QColor("#6f6c6a" if upright else "#c9c9cb")
        alpha = 0.4 if upright else 0.3 if cold else 0.1
        puffs(fig, Smoke(colour, alpha), trail(mouth, births, subject, scene, fig.stage.t))


# Driving away ---------------------------------------------------------------------------------


def paint_away(stage: Stage, subject: Subject, rear: str) -> None:
    """Seen from behind: its shadow, tyres and back; it sways a little on its springs."""
    with figure(stage, subject) as fig:
        # The haze of a sprite must not depend on when it was first painted: depth goes in steps.
        far = replace(fig, z=20.0 * round(fig.z / 20.0))
        half = 0.5 * extent(rear).width()
        shadow(fig, 1.1 * half, 0.7)
        for side in (-1, 1):
            tyre = box(side * 0.76 * half - 0.15, 0.0, 0.3, 0.6, 0.08)
            fig.fill(tyre, fig.lit(QColor("#1b1d21")))
        lift, pitch = suspension(subject, stage.t)
        fig.painter.translate(0, lift)
        fig.painter.rotate(degrees(pitch) * 0.8)
        name = ("rear", subject, far.z)
        far.sprite(name, extent(rear), partial(_still, subject, rear))
        lit = 0.35 + 0.65 * stage.light.lamps
        for side in (-1, 1):
            lens(fig, (side * 0.72 * half, 0.74), 0.3, RED, 0.8 * lit)

"""Boats and ships cut from patterns: they ride the waves, leave a wake, throw spray; some are
rowed, some fly flags or sails, one dives."""

from functools import partial
from math import degrees, sin, sqrt, tau

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainterPath

from engine.animatic.build import build_of
from engine.animatic.light import faded, mixed, multiplied
from engine.animatic.motion.people.mounted import is_ridden
from engine.animatic.motion.puff import Mouth, steady, trail
from engine.animatic.motion.vessel import is_under, oar, pitch, sunk
from engine.animatic.motion.water import wave_height
from engine.animatic.motion.whereabouts import position
from engine.animatic.paint.lamps import WARM
from engine.animatic.paint.subjects.building import flag, glow
from engine.animatic.paint.subjects.figure import Figure, figure
from engine.animatic.paint.subjects.pattern import cut, extent, numbers
from engine.animatic.paint.subjects.puffs import Smoke, puffs
from engine.animatic.paint.subjects.road_vehicle import paint_of
from engine.animatic.paint.subjects.shape import Point, ellipse, limb, ribbon
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage

WOOD = QColor("#e0c08a")


def paint(stage: Stage, subject: Subject) -> None:
    """Wake first, then the vessel, then foam along its waterline."""
    build = build_of(subject.kind)
    x, _, z = position(subject, stage.scene, stage.t)
    if not stage.view.sees(x, z, 1.4 * build.width * subject.scale):
        return
    under = is_under(subject, stage.scene)
    if not under:
        _wake(stage, subject, build.width * subject.scale)
    with figure(stage, subject, -degrees(pitch(subject, stage.scene, stage.t))) as fig:
        deep = sunk(subject, stage.scene, stage.t)
        if deep > 0:
            _cut_at_water(fig, build.width, deep)
        fig.painter.rotate(degrees(_planing(subject)))
        _smoke(fig, subject)
        for index, (fx, fy, length) in enumerate(numbers(str(build.trait("flags", "")))):
            cloth = QColor(str(build.trait("flag_colour", "#c23b32")))
            flag(fig, (fx, fy, length), cloth, index, build.carries and not index)
        _rowers(fig, subject, far=True)
        text = str(build.figure["pattern"])
        fig.sprite(("vessel", subject), extent(text), partial(_still, subject, text))
        _rowers(fig, subject, far=False)
        for lx, ly, reach in numbers(str(build.trait("lamps", ""))):
            glow(fig, (lx, ly), reach, WARM, 0.8 * stage.light.lamps)
    if under:
        return
    with figure(stage, subject) as fig:
        _foam(fig, subject, 0.5 * float(build.trait("waterline", build.width)))


def _still(subject: Subject, text: str, fig: Figure) -> None:
    cut(fig, text, paint_of(subject), subject.kind)


def _cut_at_water(fig: Figure, width: float, deep: float) -> None:
    """What has gone below the water isn't seen."""
    fig.painter.setClipRect(QRectF(-width, deep - 0.25, 2 * width, 4 * width))


def _planing(subject: Subject) -> float:
    """Radians that a fast hull lifts its bow."""
    lift = float(build_of(subject.kind).trait("planing", 0.0))
    return lift * min(subject.speed / 8.0, 1.0)


def _smoke(fig: Figure, subject: Subject) -> None:
    scene, t = fig.stage.scene, fig.stage.t
    for x, y, size in numbers(str(build_of(subject.kind).trait("smoke", ""))):
        mouth = Mouth(x, y, size, 2.2, 1.0, 5.0, 0.8 * size + 0.2, 0.4)
        births = steady(mouth, scene, t, f"funnel/{x}")
        puffs(fig, Smoke(QColor("#8f8d8c"), 0.4), trail(mouth, births, subject, scene, t))


# Oars -----------------------------------------------------------------------------------------


def _rowers(fig: Figure, subject: Subject, far: bool) -> None:
    """`x y` of each rower's seat: one swings with the stroke unless somebody of the scene sits
    there, the oars turn about the gunwale."""
    build = build_of(subject.kind)
    empty = far or is_ridden(subject, fig.stage.scene)
    sweep, lift = oar(subject, fig.stage.t)
    for x, y in numbers(str(build.trait("rowers", ""))):
        if not empty:
            _rower(fig, (x, y), sweep, subject.variety)
        _oar(fig, (x + 0.35, y + 0.35), sweep, lift, far, float(build.trait("oar", 1.8)))


def _rower(fig: Figure, seat: Point, sweep: float, variety: float) -> None:
    x, y = seat
    lean = -0.26 * sweep
    shoulder = (x + lean + 0.02, y + 0.58)
    coat = QColor(("#b5443a", "#27466e", "#d9a43a", "#3f7a5c")[int(variety * 3.99)])
    cloth = fig.lit(coat, 0.1, 0.2, 0.95)
    fig.edged(limb((x, y), shoulder, 0.34, 0.36), cloth, 0.02)
    hands = (x + 0.42 - 0.3 * sweep, y + 0.36)
    fig.fill(limb(shoulder, hands, 0.13, 0.1), fig.lit(coat, 0.3, 0.0, 0.9))
    head = (shoulder[0] + 0.04, shoulder[1] + 0.24)
    fig.fill(ellipse(*head, 0.12, 0.15), fig.lit(QColor("#b97f5c"), 0.2, 0.3, 0.9))
    fig.fill(ellipse(head[0], head[1] + 0.1, 0.2, 0.05), fig.lit(QColor("#e2cf9a"), 0, 0.7))


def _oar(fig: Figure, lock: Point, sweep: float, lift: float, far: bool, long: float) -> None:
    wood = fig.lit(WOOD, 0, 0.1 if far else 0.4, 0.9)
    side = 0.25 if far else -0.35
    blade = (lock[0] + 0.75 * long * sweep, -0.08 + side * 0.3 + 0.42 * max(lift, -0.35))
    grip = (lock[0] - 0.2 * sweep, lock[1] + 0.06 - 0.12 * lift)
    fig.fill(limb(grip, blade, 0.05, 0.05), wood)
    dx, dy = blade[0] - lock[0], blade[1] - lock[1]
    size = max((dx * dx + dy * dy) ** 0.5, 1e-6)
    tip = (blade[0] + 0.4 * dx / size, blade[1] + 0.4 * dy / size)
    fig.fill(limb(blade, tip, 0.1, 0.16), wood)
    if lift < -0.15:
        white = _spray(fig.stage, 0.6 * -lift)
        fig.fill(ellipse(tip[0], -0.1 + side * 0.3, 0.36, 0.06), white)


# Water ----------------------------------------------------------------------------------------


def _spray(stage: Stage, alpha: float) -> QColor:
    light = stage.light
    return faded(mixed(light.key, multiplied(QColor("white"), light.ambient), 0.45), alpha)


def _wake(stage: Stage, subject: Subject, length: float) -> None:
    """Two arms of foam that open behind the bow (by Kelvin's 19 degrees) and a paler track."""
    if subject.speed < 0.3:
        return
    strength = min(subject.speed / 3.0, 1.0) * float(build_of(subject.kind).trait("wake", 1.0))
    stage.painter.save()
    stage.painter.setRenderHint(stage.painter.RenderHint.Antialiasing)
    steps = [length * part for part in (0.0, 0.12, 0.26, 0.42, 0.62, 0.86, 1.15, 1.5, 1.9)]
    for side in (-1, 1):
        arm = [(0.45 * length - d, side * (0.04 * length + 0.34 * d)) for d in steps]
        _paint_wake(stage, subject, arm, length, 0.5 * strength)
    track = [(-0.45 * length - d, 0.06 * sin(0.9 * d)) for d in steps]
    _paint_wake(stage, subject, track, length, 0.42 * strength)
    stage.painter.restore()


def _paint_wake(
    stage: Stage, subject: Subject, places: list[Point], length: float, alpha: float
) -> None:
    x, _, z = position(subject, stage.scene, stage.t)
    points, widths = [], []
    for i, (along, aside) in enumerate(places):
        px, pz = x + subject.heading * along, max(z + aside, stage.view.z + 1.0)
        spot = stage.view.project(px, wave_height(stage.scene, px, pz, stage.t), pz)
        points.append((spot.x(), spot.y()))
        flat = stage.view.pixels_per_metre(pz) * stage.view.y / max(pz - stage.view.z, 1.0)
        wide = 0.12 * length * flat * (0.5 + 0.25 * i)
        widths.append(max(wide, 0.0015 * length * stage.view.pixels_per_metre(pz)))
    near = stage.view.project(x + 0.5 * length * subject.heading, 0, z)
    far = stage.view.project(x - 1.8 * length * subject.heading, 0, z)
    shade = QLinearGradient(near, far)
    for place, part in ((0.0, 1.0), (0.35, 0.6), (1.0, 0.0)):
        shade.setColorAt(place, _spray(stage, part * alpha))
    stage.painter.fillPath(ribbon(points, widths), QBrush(shade))


def _foam(fig: Figure, subject: Subject, half: float) -> None:
    """Broken foam along the waterline, a bow wave that swells with speed, drops flung by it."""
    t, moving = fig.stage.t, min(subject.speed / 4.0, 1.0)
    size = 0.02 * half + 0.03
    lap = [0.3 * size * sin(2.2 * t + 1.9 * i) - size for i in range(7)]
    edge = [(half * (-0.96 + 0.32 * i), lap[i]) for i in range(7)]
    fig.fill(ribbon(edge, [size, 3 * size, 2 * size, 3 * size, 2 * size, 3 * size, size]),
             _spray(fig.stage, 0.35))  # fmt: skip
    swell = (0.5 + 0.3 * sin(2.4 * t + tau * subject.variety)) * moving * sqrt(half) * 0.5
    if swell > 0.03:
        bow = [(half, 0.02), (0.9 * half, 0.3 * swell), (0.74 * half, 0.5 * swell), (0.5 * half, 0)]
        wide = [0.05, 0.4 * swell, 0.5 * swell, 0.05]
        fig.fill(ribbon(bow, wide), _spray(fig.stage, 0.35 + 0.4 * moving))
    if float(build_of(subject.kind).trait("spray", 0.0)) and moving > 0.2:
        _drops(fig, half, moving)


def _drops(fig: Figure, half: float, moving: float) -> None:
    """Drops thrown up behind a fast hull, on ballistic paths."""
    path = QPainterPath()
    every = 0.03
    newest = int(fig.stage.t / every)
    for index in range(newest - 30, newest):
        age = fig.stage.t - index * every
        chance = fig.stage.chance(f"drop/{index}")
        up, back = chance.uniform(1.5, 4.5) * moving, chance.uniform(2.0, 6.0) * moving
        x = half * chance.uniform(-1.0, -0.5) - back * age
        y = up * age - 4.9 * age * age
        if y > 0:
            r = chance.uniform(0.03, 0.08) * sqrt(half)
            path.addEllipse(QPointF(x, y), r, r)
    fig.fill(path, _spray(fig.stage, 0.7))

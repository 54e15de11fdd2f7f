"""Trains: an engine and its carriages over sleepers and rails, steam in time with the rods."""

from functools import partial
from math import sin

from msgspec.structs import replace
from PySide6.QtGui import QColor, QPainterPath

from engine.animatic.build import build_of
from engine.animatic.light import faded
from engine.animatic.motion.puff import Mouth, trail
from engine.animatic.motion.rolling import chuffs, crank, crosshead, wheel_turned
from engine.animatic.motion.whereabouts import position
from engine.animatic.paint.subjects.figure import Figure, figure
from engine.animatic.paint.subjects.pattern import cut, extent, numbers
from engine.animatic.paint.subjects.puffs import Smoke, puffs
from engine.animatic.paint.subjects.road_vehicle import WARM, lens, paint_of, wheel
from engine.animatic.paint.subjects.shape import box, ellipse, limb
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage

RAIL_TOP = 0.35
SLEEPERS = 0.9
"""Metres from one sleeper to the next."""


def paint(stage: Stage, subject: Subject) -> None:
    """The track, smoke behind the chimney, the carriages, the engine with its rods."""
    build = build_of(subject.kind)
    count = int(float(build.trait("wagons", 2)))
    step = float(build.trait("step", 16.0))
    x, _, z = position(subject, stage.scene, stage.t)
    if not stage.view.sees(x, z, (count + 1) * step):
        return
    _track(stage, subject)
    with figure(stage, subject) as fig:
        fig.painter.translate(0, RAIL_TOP)
        _smoke(fig, subject)
        for index in range(count, 0, -1):
            fig.painter.save()
            fig.painter.translate(-index * step, 0.01 * sin(0.7 * index + 0.9 * x))
            _wagon(fig, subject, str(build.trait("wagon", "")), index)
            fig.painter.restore()
        _engine(fig, subject)


def _wagon(fig: Figure, subject: Subject, text: str, index: int) -> None:
    build = build_of(subject.kind)
    for x, radius in numbers(str(build.trait("wagon_wheels", ""))):
        turned = wheel_turned(subject, fig.stage.t, radius)
        wheel(fig, (x, radius, radius), turned, "iron")
    key = ("wagon", subject, index % 2)
    fig.sprite(key, extent(text), partial(_still, subject, text, f"{index % 2}"))


def _still(subject: Subject, text: str, name: str, fig: Figure) -> None:
    cut(fig, text, paint_of(subject), f"{subject.kind}{name}")


def _engine(fig: Figure, subject: Subject) -> None:
    build, t = build_of(subject.kind), fig.stage.t
    text = str(build.figure["pattern"])
    for x, radius in numbers(str(build.trait("wheels", ""))):
        wheel(fig, (x, radius, radius), wheel_turned(subject, t, radius), "iron")
    fig.sprite(("engine", subject), extent(text), partial(_still, subject, text, ""))
    drivers = numbers(str(build.trait("drivers", "")))
    for x, radius in drivers:
        wheel(fig, (x, radius, radius), wheel_turned(subject, t, radius), "iron")
    if drivers:
        _rods(fig, subject, drivers)
    for x, y in numbers(str(build.trait("head", ""))):
        lens(fig, (x, y), 0.7, WARM, 0.35 + 0.6 * fig.stage.light.lamps)


def _rods(fig: Figure, subject: Subject, drivers: tuple[tuple[float, ...], ...]) -> None:
    """The side rod joins the pins of all driving wheels; the main rod leads to the piston."""
    steel = fig.lit(QColor("#d5d9dc"), 0, 0.4, 0.9)
    radius = drivers[0][1]
    px, py = crank(subject, fig.stage.t, radius, 0.42 * radius)
    pins = [(x + px, r + py) for x, r in drivers]
    cylinder, rod = float(build_of(subject.kind).trait("cylinder", 4.0)), 2.6
    middle = pins[len(pins) // 2]
    head = drivers[len(drivers) // 2][0] + crosshead((px, py), rod)
    fig.fill(limb((head, radius), (cylinder, radius), 0.09, 0.09), steel)
    fig.fill(limb(middle, (head, radius), 0.15, 0.11), steel)
    fig.fill(limb(pins[0], pins[-1], 0.14, 0.14), fig.lit(QColor("#eceef0"), 0, 0.5, 0.85))
    fig.fill(box(head - 0.16, radius - 0.14, 0.32, 0.28, 0.04), steel)
    for x, y in pins:
        fig.fill(ellipse(x, y, 0.11, 0.11), fig.lit(QColor("#8c9196")))


def _smoke(fig: Figure, subject: Subject) -> None:
    """A puff at every stroke, and steam about the cylinders."""
    build, scene, t = build_of(subject.kind), fig.stage.scene, fig.stage.t
    drivers = numbers(str(build.trait("drivers", "")))
    for x, y in numbers(str(build.trait("chimney", ""))):
        mouth = Mouth(x, y, 0.34, 5.5, 0.7, 3.4, 0.75)
        births = chuffs(subject, scene, t - mouth.life, t, drivers[0][1])
        grey = Smoke(QColor("#e4e2e0"), 0.62)
        puffs(fig, grey, trail(mouth, births[-36:], subject, scene, t))
    for x, y in numbers(str(build.trait("steam", ""))):
        mouth = Mouth(x, y, 0.14, 0.3, 0.5, 0.9, 0.6, side=1.6)
        births = chuffs(subject, scene, t - mouth.life, t, drivers[0][1])
        puffs(fig, Smoke(QColor("#ffffff"), 0.4), trail(mouth, births[::2], subject, scene, t))


def _track(stage: Stage, subject: Subject) -> None:
    """Ballast, sleepers and rails from edge to edge of the frame; on a bridge, no ballast."""
    _, y, z = position(subject, stage.scene, stage.t)
    half = 0.5 * stage.width / stage.view.pixels_per_metre(z) + 2.0
    middle = stage.view.x + stage.view.pan * stage.height / stage.view.pixels_per_metre(z)
    with figure(stage, replace(subject, heading=1), at=(0.0, y, z)) as fig:
        left, right = middle - half, middle + half
        if y < 0.5:
            fig.fill(box(left, -0.3, 2 * half, 0.42), fig.lit(QColor("#7c746c"), 0, 0.6, 0.8))
            fig.fill(box(left, -0.3, 2 * half, 0.16), faded(QColor(20, 18, 24), 0.3))
        sleepers = QPainterPath()
        for i in range(int(left / SLEEPERS) - 1, int(right / SLEEPERS) + 2):
            sleepers.addRect(i * SLEEPERS - 0.13, 0.1, 0.26, 0.13)
        fig.fill(sleepers, fig.lit(QColor("#4e3c30"), 0, 0.2, 0.95))
        fig.fill(box(left, 0.22, 2 * half, 0.13), fig.lit(QColor("#6a5648"), 0, -0.1, 0.95))
        fig.fill(box(left, 0.3, 2 * half, 0.05), fig.lit(QColor("#c9ced2"), 0, 0.9, 0.4))

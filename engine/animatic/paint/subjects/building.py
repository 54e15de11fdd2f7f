"""Buildings cut from patterns, with all that moves on them: smoke, flags, sails, water, bells."""

from collections.abc import Callable
from functools import partial
from math import cos, degrees, sin, tau

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QRadialGradient

from engine.animatic.build import build_of
from engine.animatic.light import faded, mixed
from engine.animatic.motion.bell import swing
from engine.animatic.motion.puff import Mouth, steady, trail
from engine.animatic.motion.wind import gust
from engine.animatic.paint.lamps import WARM, shine
from engine.animatic.paint.subjects import fountain, mill
from engine.animatic.paint.subjects.figure import Figure, figure, wanted
from engine.animatic.paint.subjects.logo import fitted, logo, put
from engine.animatic.paint.subjects.pattern import cut, numbers
from engine.animatic.paint.subjects.puffs import Smoke, puffs
from engine.animatic.paint.subjects.shape import ellipse, polygon
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage

Feature = Callable[[Figure, Subject, str], None]


def paint(stage: Stage, subject: Subject) -> None:
    """Its shadow, what moves behind it, the building itself, what moves before it."""
    build = build_of(subject.kind)
    reach = 0.7 * max(build.width, build.height) * subject.scale + 4.0
    if not stage.view.sees(subject.x, subject.z, reach):
        return
    with figure(stage, subject) as fig:
        if "afloat" not in build.figure:
            shadow(fig, 0.5 * build.width, float(build.trait("shade", 0.55)))
        _features(fig, subject, BEHIND)
        wide, high = float(build.trait("reach", build.width)), build.height
        bounds = QRectF(-0.7 * wide, -0.12 * high - 0.2, 1.4 * wide, 1.25 * high + 0.4)
        fig.sprite(("building", subject), bounds, partial(_still, subject))
        _features(fig, subject, BEFORE)


def _still(subject: Subject, fig: Figure) -> None:
    build = build_of(subject.kind)
    main = wanted(subject.colour, str(build.trait("colour", "#e8dfce")))
    cut(fig, str(build.trait("pattern", "")), main, f"{subject.kind}/{subject.variety}")


def _features(fig: Figure, subject: Subject, features: dict[str, Feature]) -> None:
    figure_ = build_of(subject.kind).figure
    for name, feature in features.items():
        if name in figure_:
            feature(fig, subject, str(figure_[name]))


def shadow(fig: Figure, half: float, strength: float) -> None:
    """A soft shadow on the ground, drawn out away from the light."""
    sx, sy, _ = fig.sun
    view = fig.stage.view
    flat = min(0.2, 0.8 * max(view.y, 0.4) / max(fig.z - view.z, 1.0))
    long = 1.0 + 0.9 * max(1.0 - 1.4 * abs(sy), 0.0)
    shade = QRadialGradient(QPointF(0, 0), 1.0)
    dark = QColor(8, 10, 22)
    for place, alpha in ((0.0, 1.0), (0.7, 0.7), (1.0, 0.0)):
        shade.setColorAt(place, faded(dark, strength * alpha))
    fig.painter.save()
    fig.painter.translate(-0.35 * half * (long - 0.6) * (1 if sx > 0 else -1), 0)
    fig.painter.scale(1.15 * half * long, 1.15 * half * flat)
    fig.fill(ellipse(0, 0, 1, 1), QBrush(shade))
    fig.painter.restore()


# What moves -----------------------------------------------------------------------------------


def _smoke(fig: Figure, subject: Subject, text: str) -> None:
    """`x y size` of each chimney that smokes."""
    colour = QColor(str(build_of(subject.kind).trait("smoke_colour", "#d9d6d2")))
    for x, y, size in numbers(text):
        mouth = Mouth(x, y, size, 1.6 * size**0.3 * 1.4, 1.4, 6.5, 1.1 * size + 0.15, 0.42)
        scene, t = fig.stage.scene, fig.stage.t
        births = steady(mouth, scene, t, f"chimney/{x}/{subject.variety}")
        puffs(fig, Smoke(colour, 0.5), trail(mouth, births, subject, scene, t))


def _flags(fig: Figure, subject: Subject, text: str) -> None:
    """`x y length` of each flag, hung below the top of its pole at (x, y)."""
    build = build_of(subject.kind)
    cloth = wanted(str(build.trait("flag_colour", "")), "#c23b32")
    for index, (x, y, length) in enumerate(numbers(text)):
        flag(fig, (x, y, length), cloth, index, carries=build.carries and not index)


def flag(
    fig: Figure, spot: tuple[float, float, float], cloth: QColor, index: int, carries: bool
) -> None:
    """A flag that flies from the top of its pole, with the logo on it if it carries one."""
    x, y, length = spot
    t, wind = fig.stage.t, gust(fig.stage.scene, fig.stage.t)
    image = logo(fig.stage, length * fig.scale) if carries else None
    top = []
    for i in range(9):
        part = i / 8
        wave = 0.08 * length * part * sin(5.5 * part - 6.0 * t + 1.9 * index) * (0.4 + wind)
        droop = 0.55 * length * part * max(0.4 - wind, 0.0)
        top.append((x + length * part * (0.86 + 0.14 * min(wind, 1.0)), y + wave - droop))
    high = 0.62 * length
    low = [(px, py - high) for px, py in reversed(top)]
    shade = QLinearGradient(x, 0, x + length, 0)
    colour = QColor("#f6f2e8") if image is not None else cloth
    for i in range(9):
        slope = sin(5.5 * i / 8 - 6.0 * t + 1.9 * index)
        shade.setColorAt(i / 8, fig.lit(colour, 0.45 * slope, 0.2, 0.85))
    path = polygon(top + low)
    fig.fill(path, shade)
    if image is not None:
        middle = top[4]
        put(
            fig,
            image,
            fitted(image, middle[0], middle[1] - high / 2, 0.8 * length, 0.9 * high),
            path,
        )


def _lamps(fig: Figure, subject: Subject, text: str) -> None:
    """`x y reach` of each lamp: its glow in the air and its pool on the ground."""
    lamps = fig.stage.light.lamps
    if lamps < 0.05:
        return
    for x, y, reach in numbers(text):
        glow(fig, (x, y), reach, WARM, 0.85 * lamps)
        pool = min(0.12, 1.7 / max(fig.z, 1.0)) * 2.2 * y
        if subject.y < 0.5 and y < 12:
            _halo(fig, QRectF(x - 1.8 * y, -pool, 3.6 * y, 2 * pool), WARM, 0.4 * lamps)


def glow(
    fig: Figure, at: tuple[float, float], reach: float, colour: QColor, strength: float
) -> None:
    """Light that hangs round a lamp, in the figure's metres; damp air shows more."""
    damp = 1.4 if {"rain", "fog", "snow", "storm"} & set(fig.stage.scene.weather) else 1.0
    r = reach * damp
    _halo(fig, QRectF(at[0] - r, at[1] - r, 2 * r, 2 * r), colour, strength)


def _halo(fig: Figure, spot: QRectF, colour: QColor, strength: float) -> None:
    shine(fig.stage, colour, spot, strength)


def _blinkers(fig: Figure, subject: Subject, text: str) -> None:
    """`x y` of each red light that warns aircraft, slowly brightening and fading."""
    share = 0.5 - 0.5 * cos(tau * (fig.stage.t / 2.0 + subject.variety))
    for x, y in numbers(text):
        strength = share**3 * (0.25 + 0.75 * fig.stage.light.lamps)
        glow(fig, (x, y), 0.05 * build_of(subject.kind).height, QColor("#ff4030"), strength)


def _bell(fig: Figure, subject: Subject, text: str) -> None:
    """`x y size` of a bell's bearing; it swings as a pendulum, its clapper striking at the ends."""
    for x, y, size in numbers(text):
        painter = fig.painter
        painter.save()
        painter.translate(x, y)
        painter.rotate(degrees(swing(subject, fig.stage.scene, fig.stage.t)))
        bronze = QColor("#a97a34")
        body = [(-0.2, 0), (-0.32, -0.5), (-0.55, -0.95), (0.55, -0.95), (0.32, -0.5), (0.2, 0)]
        path = polygon([(size * px, size * py) for px, py in body])
        fig.fill(ellipse(0, -1.0 * size, 0.12 * size, 0.12 * size), fig.lit(QColor("#3a2c18")))
        fig.fill(path, fig.round(bronze, -0.5 * size, 0.5 * size))
        painter.restore()


def _fire(fig: Figure, subject: Subject, text: str) -> None:
    """`x y reach`: firelight that flickers."""
    t = fig.stage.t
    flicker = 0.75 + 0.15 * sin(11.0 * t) + 0.1 * sin(17.3 * t + 2.0)
    for x, y, reach in numbers(text):
        strength = flicker * (0.35 + 0.6 * fig.stage.light.lamps)
        glow(fig, (x, y), reach, QColor("#ff9a4a"), strength)


def _ripples(fig: Figure, subject: Subject, text: str) -> None:
    """A shine that plays over still water: `x y wide`."""
    for x, y, wide in numbers(text):
        for i in range(5):
            part = (i * 0.37 + 0.08 * fig.stage.t) % 1.0
            spot = ellipse(x + wide * (part - 0.5), y + 0.02 * (i - 2), 0.08 * wide, 0.012 * wide)
            fig.fill(spot, faded(mixed(fig.glint, QColor("white"), 0.4), 0.5 * sin(3.14 * part)))


BEHIND: dict[str, Feature] = {"smoke": _smoke, "flags": _flags}
BEFORE: dict[str, Feature] = {
    "bell": _bell,
    "sails": mill.paint_sails,
    "rotor": mill.paint_rotor,
    "water_wheel": mill.paint_wheel,
    "jets": fountain.paint_jets,
    "ripples": _ripples,
    "lamps": _lamps,
    "fire": _fire,
    "blinkers": _blinkers,
}

"""A lighthouse on its rock: banded tower, lantern, two turning beams, foam where waves break."""

from functools import partial
from math import cos, exp, pi, sin, sqrt

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainterPath, QRadialGradient

from engine.animatic.light import faded, mixed, multiplied
from engine.animatic.motion.lighthouse import beam_angle
from engine.animatic.motion.water import surges
from engine.animatic.motion.wind import gust
from engine.animatic.paint.lamps import beam
from engine.animatic.paint.subjects.figure import Figure, figure, wanted
from engine.animatic.paint.subjects.logo import fitted, logo, put
from engine.animatic.paint.subjects.shape import Point, blob, box, ellipse, limb, polygon
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage

FOOT, GALLERY, LAMP, TOP = 5.0, 25.0, 27.2, 31.5
BOTTOM_HALF, TOP_HALF = 3.1, 1.95
BEAM = QColor("#fff3c4")


def paint(stage: Stage, subject: Subject) -> None:
    """Beams that lead away behind the tower, the rock and tower, beams towards us before it."""
    if not stage.view.sees(subject.x, subject.z, 400.0):
        return
    angle = beam_angle(subject, stage.scene, stage.t)
    _beams(stage, subject, angle, away=True)
    with figure(stage, subject) as fig:
        fig.sprite(("lighthouse", subject), QRectF(-15, -1.2, 30, 33.4), partial(_still, subject))
        _flag(fig)
        _lamp(fig, angle)
        if stage.scene.place in ("sea", "lake"):
            _foam(fig, subject)
    _beams(stage, subject, angle, away=False)


def _still(subject: Subject, fig: Figure) -> None:
    _rock(fig, subject)
    _cottage(fig)
    _tower(fig, wanted(subject.colour, "#c8372d"))
    _gallery(fig)
    _lantern(fig, wanted(subject.colour, "#c8372d"))


# Rock -----------------------------------------------------------------------------------------


def _rock(fig: Figure, subject: Subject) -> None:
    """Facets of stone, the far ones first, each with a lit top and a darker face."""
    chance = fig.stage.chance(f"rock/{subject.x:.2f}/{subject.z:.2f}")
    stones = [(chance.uniform(-10.5, 10.5), chance.uniform(0.4, 1.0)) for _ in range(15)]
    for x, size in sorted(stones, key=lambda stone: -stone[1] * (14 - abs(stone[0]))):
        height = (5.6 - 0.36 * abs(x)) * (0.55 + 0.45 * size)
        _stone(fig, x, max(height, 1.0), 1.6 + 2.6 * size, chance.uniform(-0.8, 0.8))
    _turf(fig)


def _stone(fig: Figure, x: float, height: float, half: float, skew: float) -> None:
    grey = mixed(QColor("#6d665f"), QColor("#8a7a68"), 0.5 + 0.5 * skew)
    crest = (x + skew, height)
    foot = -1.05 * sqrt(max(1.0 - (x / 13.5) ** 2, 0.0))
    left, right = (x - half, 0.85 * foot), (x + half, 0.85 * foot)
    shoulder_left = (x - 0.75 * half, 0.55 * height)
    shoulder_right = (x + 0.8 * half, 0.45 * height)
    ridge = (x + 0.35 * skew, foot)
    fig.fill(polygon([left, shoulder_left, crest, ridge]), self_shaded(fig, grey, -0.75, 0.35))
    fig.fill(polygon([ridge, crest, shoulder_right, right]), self_shaded(fig, grey, 0.75, 0.2))
    cap = [shoulder_left, crest, shoulder_right, (x + 0.2 * skew, 0.7 * height)]
    fig.fill(polygon(cap), faded(fig.lit(grey, 0.0, 0.9, 0.4), 0.75))


def self_shaded(fig: Figure, colour: QColor, nx: float, ny: float) -> QLinearGradient:
    """A face that darkens to the wet foot of the rock."""
    shade = QLinearGradient(0, 4.5, 0, -0.9)
    nz = sqrt(max(1.0 - nx * nx - ny * ny, 0.0))
    shade.setColorAt(0, fig.lit(colour, nx, ny, nz))
    shade.setColorAt(0.7, fig.lit(mixed(colour, QColor("#3c3733"), 0.35), nx, ny, nz))
    shade.setColorAt(1, fig.lit(mixed(colour, QColor("#1f2220"), 0.75), nx, ny, nz))
    return shade


def _turf(fig: Figure) -> None:
    edge = [(-6.4, 3.9), (-4.5, 5.0), (-1.0, 5.3), (2.6, 5.2), (5.4, 4.5), (7.0, 3.5),
            (4.2, 3.9), (1.8, 4.3), (-0.6, 4.0), (-3.2, 4.3)]  # fmt: skip
    fig.fill(blob(edge), fig.lit(QColor("#6f8a4a"), 0.0, 0.7, 0.7))


def _cottage(fig: Figure) -> None:
    wall = polygon([(3.0, 4.6), (3.0, 7.2), (6.6, 7.2), (6.6, 4.4)])
    fig.fill(wall, fig.lit(QColor("#f1ebdf"), 0.2, 0.1, 0.95))
    roof = polygon([(2.6, 7.1), (3.6, 8.8), (6.0, 8.8), (7.0, 7.1)])
    fig.fill(roof, fig.lit(QColor("#a24a35"), 0.2, 0.6, 0.75))
    fig.fill(box(5.2, 8.5, 0.5, 1.1), fig.lit(QColor("#8a5a48"), 0.3, 0.2, 0.9))
    pane = mixed(fig.lit(QColor("#34465a")), fig.seen(QColor("#ffc970")), fig.stage.light.lamps)
    for x in (4.2, 5.5):
        fig.fill(box(x, 5.5, 0.55, 0.85), pane)


# Tower ----------------------------------------------------------------------------------------


def _half(y: float) -> float:
    """Half the tower's width at a height: it tapers in a gentle curve."""
    part = (y - FOOT) / (GALLERY - FOOT)
    return TOP_HALF + (BOTTOM_HALF - TOP_HALF) * (1.0 - part) ** 1.6


def _band(low: float, high: float) -> QPainterPath:
    """A band of the tower, its edges curved as a ring is seen from below."""
    steps = [low + (high - low) * i / 4 for i in range(5)]
    path = QPainterPath(QPointF(-_half(low), low))
    for y in steps:
        path.lineTo(-_half(y), y)
    bulge = 0.03 * (high - 2.0)
    path.quadTo(QPointF(0, high + bulge), QPointF(_half(high), high))
    for y in reversed(steps):
        path.lineTo(_half(y), y)
    path.quadTo(QPointF(0, low + 0.03 * (low - 2.0)), QPointF(-_half(low), low))
    return path


def _tower(fig: Figure, colour: QColor) -> None:
    white = QColor("#f5f1e8")
    edges = [FOOT - 0.6 + (GALLERY - FOOT + 0.6) * i / 5 for i in range(6)]
    fig.fill(_band(edges[0], GALLERY), fig.round(white, -BOTTOM_HALF, BOTTOM_HALF))
    for i in (0, 2, 4):
        paint = fig.round(colour, -_half(edges[i]), _half(edges[i]))
        fig.fill(_band(edges[i], edges[i + 1]), paint)
    _openings(fig)
    fig.rim(_band(edges[0], GALLERY), 0.14)


def _openings(fig: Figure) -> None:
    lamps = fig.stage.light.lamps
    pane = mixed(fig.lit(QColor("#2b3a4c")), fig.seen(QColor("#ffcf7a")), lamps)
    frame = fig.lit(QColor("#d9d2c4"), 0, 0.4, 0.9)
    for x, y in ((-0.5, 11.0), (0.4, 15.6), (-0.3, 20.2)):
        fig.fill(box(x - 0.42, y - 0.12, 0.84, 1.5, 0.4), frame)
        fig.fill(box(x - 0.28, y, 0.56, 1.24, 0.28), pane)
    fig.fill(box(-0.75, 4.6, 1.5, 2.7, 0.7), frame)
    fig.fill(box(-0.58, 4.5, 1.16, 2.6, 0.55), fig.lit(QColor("#5c3a26")))


def _gallery(fig: Figure) -> None:
    iron = QColor("#33373e")
    for i in range(7):
        x = -2.1 + 0.7 * i
        bracket = polygon([(0.82 * x, GALLERY - 1.1), (x - 0.12, GALLERY), (x + 0.12, GALLERY)])
        fig.fill(bracket, fig.lit(iron, 0.3 * x, -0.5, 0.7))
    fig.fill(box(-2.75, GALLERY - 0.15, 5.5, 0.42, 0.15), fig.round(iron, -2.75, 2.75))
    rail = QPainterPath()
    for i in range(11):
        x = -2.62 + 0.524 * i
        rail.moveTo(x, GALLERY + 0.2)
        rail.lineTo(x, GALLERY + 1.3)
    for y in (GALLERY + 0.75, GALLERY + 1.3):
        rail.moveTo(-2.65, y)
        rail.lineTo(2.65, y)
    fig.stroke(rail, fig.lit(iron, 0, 0.3, 0.9), 0.07)


def _lantern(fig: Figure, colour: QColor) -> None:
    lamps = max(fig.stage.light.lamps, 0.25)
    glass = mixed(fig.lit(QColor("#a8c4cc"), 0, 0.2, 0.9), fig.seen(QColor("#ffe9a8")), 0.8 * lamps)
    fig.fill(box(-1.45, GALLERY + 0.2, 2.9, 3.4), glass)
    bars = QPainterPath()
    for i in range(5):
        bars.moveTo(-1.45 + 0.725 * i, GALLERY + 0.2)
        bars.lineTo(-1.45 + 0.725 * i, GALLERY + 3.6)
    for y in (GALLERY + 1.3, GALLERY + 2.5):
        bars.moveTo(-1.45, y)
        bars.lineTo(1.45, y)
    fig.stroke(bars, fig.lit(QColor("#33373e"), 0, 0.2, 0.9), 0.09)
    fig.fill(box(-1.7, GALLERY + 3.5, 3.4, 0.32, 0.1), fig.round(QColor("#33373e"), -1.7, 1.7))
    dome = QPainterPath(QPointF(-1.6, GALLERY + 3.8))
    dome.cubicTo(-1.4, GALLERY + 5.2, -0.5, GALLERY + 5.6, 0, GALLERY + 5.7)
    dome.cubicTo(0.5, GALLERY + 5.6, 1.4, GALLERY + 5.2, 1.6, GALLERY + 3.8)
    fig.fill(dome, fig.round(colour, -1.6, 1.6))
    fig.fill(ellipse(0, GALLERY + 5.85, 0.26, 0.26), fig.lit(QColor("#33373e"), 0.2, 0.6, 0.8))
    fig.stroke(limb((0, TOP - 0.7), (0, TOP + 0.4), 0.05, 0.03), fig.lit(QColor("#33373e")), 0.05)
    fig.rim(dome, 0.1)


def _flag(fig: Figure) -> None:
    """The flag on the cottage's pole: the logo if there is one, else a plain ensign."""
    pole, length = (6.9, 13.6), 3.4
    fig.stroke(limb((6.9, 4.3), pole, 0.1, 0.08), fig.lit(QColor("#e9e4da")), 0.08)
    wind = gust(fig.stage.scene, fig.stage.t)
    edges = [_flag_edge(i / 8, length, wind, fig.stage.t) for i in range(9)]
    image = logo(fig.stage, 2.2 * fig.scale)
    cloth = QColor("#f6f2e8") if image is not None else QColor("#2c5aa0")
    top = [(pole[0] + x, pole[1] - 0.1 + y) for x, y in edges]
    low = [(x, y - 2.1) for x, y in reversed(top)]
    path = polygon(top + low)
    shade = QLinearGradient(pole[0], 0, pole[0] + length, 0)
    for i in range(9):
        slope = sin(5.5 * i / 8 - 6.0 * fig.stage.t)
        shade.setColorAt(i / 8, fig.lit(cloth, 0.45 * slope, 0.2, 0.85))
    fig.fill(path, shade)
    if image is not None:
        a, b = top[1], top[7]
        spot = fitted(image, (a[0] + b[0]) / 2, (a[1] + b[1]) / 2 - 1.05, b[0] - a[0], 1.9)
        put(fig, image, [_carried(one, a, b) for one in spot], path)


def _flag_edge(part: float, length: float, wind: float, t: float) -> Point:
    droop = 1.6 * part * max(0.4 - wind, 0.0)
    wave = 0.22 * part * sin(5.5 * part - 6.0 * t) * (0.4 + wind)
    return length * part * (0.86 + 0.14 * min(wind, 1.0)), wave - droop


def _carried(spot: Point, a: Point, b: Point) -> Point:
    """A corner of the logo moved along the slope of the cloth."""
    middle = (a[0] + b[0]) / 2
    return spot[0], spot[1] + (spot[0] - middle) * (b[1] - a[1]) / (b[0] - a[0])


# Light ----------------------------------------------------------------------------------------


def _air(stage: Stage) -> float:
    """How much of a beam the air shows, 0 to 1: dark and damp air shows more."""
    weather = set(stage.scene.weather)
    damp = 0.6 if "fog" in weather else 0.25 if weather & {"rain", "storm", "snow"} else 0.0
    return min(0.05 + 0.6 * stage.light.lamps + damp, 0.95)


def _towards_us(angle: float) -> float:
    """Scattering of light in air by the angle to the eye, 0.1 to 1 (Henyey-Greenstein 1941)."""
    g = 0.55
    return ((1 - g) ** 2 / (1 + g * g - 2 * g * cos(angle))) ** 0.9


def _beams(stage: Stage, subject: Subject, angle: float, away: bool) -> None:
    for one in (angle, angle + pi):
        if (cos(one) < 0) == away:
            _beam(stage, subject, one)


def _beam(stage: Stage, subject: Subject, angle: float) -> None:
    """A cone of light, brightest at the lamp, soft at its edges; clipped before the camera."""
    view, z = stage.view, subject.z
    length = 260.0
    if cos(angle) > 0:
        length = min(length, 0.8 * (z - view.z) / cos(angle))
    end = (subject.x + length * sin(angle), z - length * cos(angle))
    near, far = view.project(subject.x, LAMP, z), view.project(end[0], LAMP, end[1])
    wide = (1.6 + 0.09 * length) * view.pixels_per_metre(end[1])
    alpha = _air(stage) * (0.25 + 0.75 * _towards_us(angle)) * (0.9 if cos(angle) > 0 else 0.6)
    beam(stage, BEAM, (near, far), wide, alpha)


def _lamp(fig: Figure, angle: float) -> None:
    """The glow of the lantern; it flashes when a beam passes the camera."""
    flash = exp(-((sin(angle) / 0.16) ** 2))
    show = 0.25 + 0.75 * max(_air(fig.stage), fig.stage.light.lamps)
    for radius, alpha in ((2.0 + 2.5 * flash, 0.9), (7.0 + 22.0 * flash, 0.32 + 0.3 * flash)):
        glow = QRadialGradient(QPointF(0, LAMP), radius)
        glow.setColorAt(0, faded(mixed(BEAM, QColor("white"), 0.5), alpha * show))
        glow.setColorAt(0.35, faded(BEAM, 0.35 * alpha * show))
        glow.setColorAt(1, faded(BEAM, 0.0))
        fig.fill(ellipse(0, LAMP, radius, radius), QBrush(glow))


def _foam(fig: Figure, subject: Subject) -> None:
    """Surf around the rock: it climbs as a crest arrives and drains away after."""
    t, scene = fig.stage.t, fig.stage.scene
    light = fig.stage.light
    white = mixed(light.key, multiplied(QColor("white"), light.ambient), 0.35)
    arrivals = surges(scene, subject.x, subject.z, t - 4.0, t)
    burst = max((_splash(t - one) for one in arrivals), default=0.0) * (0.25 + scene.waves)
    edge, low = [], []
    for i in range(15):
        x = -12.5 + 25 * i / 14
        taper = sqrt(max(1.0 - (x / 12.5) ** 2, 0.0))
        climb = burst * (0.6 + 0.4 * sin(2.3 * i + subject.variety)) * taper
        scallop = 0.16 * sin(1.7 * t + 1.9 * i) + 0.1 * sin(2.9 * t - 3.1 * i)
        edge.append((x, taper * (-0.35 + scallop + 1.5 * climb)))
        low.append((x, taper * (-1.25 + 0.12 * sin(1.3 * t + 2.1 * i))))
    shade = QLinearGradient(0, 0.3 + 1.6 * burst, 0, -1.3)
    shade.setColorAt(0, faded(white, 0.55))
    shade.setColorAt(0.5, faded(white, 0.85))
    shade.setColorAt(1, faded(white, 0.0))
    fig.fill(blob(edge + low[::-1]), shade)
    if fig.scale > 5:
        _drops(fig, arrivals, white, subject)


def _splash(age: float) -> float:
    return min(age / 0.25, 1.0) * exp(-max(age - 0.25, 0.0) / 0.9)


def _drops(fig: Figure, arrivals: list[float], white: QColor, subject: Subject) -> None:
    """Spray thrown up where a crest hits, on ballistic paths."""
    strength = 0.3 + fig.stage.scene.waves
    for arrival in arrivals:
        age = fig.stage.t - arrival
        chance = fig.stage.chance(f"spray/{arrival:.3f}")
        for _ in range(26):
            x, up = chance.uniform(-9, 9), chance.uniform(2.5, 7.5) * strength
            side, size = chance.uniform(-1.4, 1.4), chance.uniform(0.05, 0.16)
            y = 0.2 + up * age - 4.9 * age * age
            if y > 0.0:
                drop = ellipse(x + side * age, y, size * 1.6, size * 1.6)
                fig.fill(drop, faded(white, 0.75 * exp(-age / 0.8)))

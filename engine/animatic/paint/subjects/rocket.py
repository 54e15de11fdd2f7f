"""A rocket: it stands by its tower, lights its engines, lifts off and leaves a billowing plume."""

from functools import partial
from math import ceil, cos, exp, sin, sqrt, tau
from random import Random

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QRadialGradient,
)

from engine.animatic.light import faded, mixed, multiplied
from engine.animatic.motion.rocket import ignition, rocket_height, thrust
from engine.animatic.motion.wind import gust
from engine.animatic.paint.easel import painting
from engine.animatic.paint.lamps import shine
from engine.animatic.paint.subjects.figure import Figure, figure, sun_for, wanted
from engine.animatic.paint.subjects.logo import fitted, logo, put
from engine.animatic.paint.subjects.shape import box, curve, ellipse, polygon
from engine.animatic.paint.surface import blank
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage

STAND = 2.2
"""Metres from the ground to the nozzles before lift-off."""

PUFF_EVERY, PUFF_LIFE = 0.075, 8.0
FIRE = QColor("#ffb24a")


def paint(stage: Stage, subject: Subject) -> None:
    """Pad and tower, the smoke behind, the rocket with its flame, the smoke before it."""
    if not stage.view.sees(subject.x, subject.z, 90.0):
        return
    ground = (subject.x, 0.0, subject.z)
    with figure(stage, subject, at=ground) as fig:
        fig.sprite(("pad", subject), QRectF(-14, -0.6, 24, 38.5), _pad)
        _pad_lights(fig)
    puffs = _puffs(stage, subject)
    _smoke(stage, subject, [puff for puff in puffs if not puff[4]])
    _fire_glow(stage, subject)
    with figure(stage, subject) as fig:
        fig.painter.translate(0, STAND)
        _flame(fig, subject)
        fig.sprite(("rocket", subject), QRectF(-4, -1.2, 8, 33.5), partial(_rocket, subject))
    _smoke(stage, subject, [puff for puff in puffs if puff[4]])


# Rocket ---------------------------------------------------------------------------------------


def _hull() -> QPainterPath:
    path = QPainterPath(QPointF(-1.75, 0.4))
    path.lineTo(-1.85, 22.5)
    path.cubicTo(-1.8, 26.5, -0.9, 30.0, 0, 31.6)
    path.cubicTo(0.9, 30.0, 1.8, 26.5, 1.85, 22.5)
    path.lineTo(1.75, 0.4)
    path.closeSubpath()
    return path


def _rocket(subject: Subject, fig: Figure) -> None:
    accent = wanted(subject.colour, ("#c8392e", "#24518a", "#e08a2a")[int(subject.variety * 2.99)])
    for x in (-0.95, 0.0, 0.95):
        bell = polygon([(x - 0.32, 0.5), (x - 0.55, -0.7), (x + 0.55, -0.7), (x + 0.32, 0.5)])
        fig.fill(bell, fig.round(QColor("#4b4f57"), x - 0.55, x + 0.55))
    for side in (-1, 1):
        fin = QPainterPath(QPointF(side * 1.6, 6.2))
        fin.cubicTo(side * 2.3, 4.6, side * 3.4, 2.6, side * 3.5, -0.4)
        fin.lineTo(side * 1.6, 0.9)
        fig.fill(fin, fig.lit(accent, 0.75 * side, 0.2, 0.6))
        fig.rim(fin, 0.1)
    hull = _hull()
    fig.fill(hull, fig.round(QColor("#f2f3f4"), -1.9, 1.9))
    _markings(fig, hull, accent)
    image = logo(fig.stage, 5.0 * fig.scale)
    if image is not None:
        put(fig, image, fitted(image, 0.0, 12.2, 2.9, 5.0), hull)
    fig.fill(polygon([(-0.16, 6.0), (-0.1, -0.4), (0.1, -0.4), (0.16, 6.0)]), fig.lit(accent))
    fig.rim(hull, 0.13)


def _markings(fig: Figure, hull: QPainterPath, accent: QColor) -> None:
    fig.painter.save()
    fig.clip(hull)
    fig.fill(box(-2, 25.6, 4, 8), fig.round(accent, -1.6, 1.6))
    fig.fill(box(-2, 16.6, 4, 0.9), fig.round(accent, -1.9, 1.9))
    fig.fill(box(-2, 6.6, 4, 0.5), fig.round(QColor("#24272d"), -1.9, 1.9))
    for i in range(4):
        dark = i % 2 == 0
        fig.fill(
            box(-1.9 + 0.95 * i, 7.1, 0.95, 1.3),
            fig.round(QColor("#24272d") if dark else QColor("#f2f3f4"), -1.9, 1.9),
        )
    for y in (4.2, 11.0, 21.2, 25.4):
        seam = curve([(-2, y), (0, y - 0.16), (2, y)])
        fig.stroke(seam, faded(fig.lit(QColor("#3a3f48")), 0.35), 0.05)
    fig.painter.restore()
    ring = fig.lit(QColor("#8b9098"), 0, 0.2, 0.9)
    pane = mixed(fig.lit(QColor("#27425e")), fig.stage.light.horizon, 0.3)
    for y in (22.8,):
        fig.fill(ellipse(0, y, 0.78, 0.78), ring)
        fig.fill(ellipse(0, y, 0.58, 0.58), pane)
        fig.fill(ellipse(-0.16, y + 0.2, 0.2, 0.14), faded(QColor("white"), 0.6))


# Pad ------------------------------------------------------------------------------------------


def _pad(fig: Figure) -> None:
    concrete = QColor("#8d8a84")
    base = polygon([(-9, -0.3), (-6.5, 1.3), (6.5, 1.3), (9, -0.3)])
    shade = QLinearGradient(0, 1.3, 0, -0.4)
    shade.setColorAt(0, fig.lit(concrete, 0, 0.8, 0.5))
    shade.setColorAt(1, fig.lit(concrete, 0, -0.2, 0.9))
    fig.fill(base, shade)
    for x in (-2.3, 1.7):
        fig.fill(box(x, 1.2, 0.6, 1.2), fig.lit(QColor("#51545a"), 0.2, 0.1, 0.9))
    _tower(fig)


def _tower(fig: Figure) -> None:
    """A lattice of red steel with arms that reach to the rocket."""
    red = fig.lit(QColor("#a8412f"), -0.2, 0.2, 0.95)
    lattice = QPainterPath()
    left, right, top = -7.4, -4.6, 34.0
    for x in (left, right):
        lattice.moveTo(x, 1.0)
        lattice.lineTo(x, top)
    for i in range(11):
        y = 1.0 + 3.0 * i
        lattice.moveTo(left, y)
        lattice.lineTo(right, y + 3.0)
        lattice.moveTo(right, y)
        lattice.lineTo(left, y + 3.0)
        lattice.moveTo(left, y)
        lattice.lineTo(right, y)
    fig.stroke(lattice, red, 0.2)
    for y in (12.0, 24.0, 29.0):
        fig.fill(box(-4.8, y, 2.8, 0.45), fig.lit(QColor("#7a7f87"), 0, 0.4, 0.9))
    mast = curve([((left + right) / 2, top), ((left + right) / 2, top + 3.2)])
    fig.stroke(mast, red, 0.14)
    fig.rim(box(left, 1.0, right - left, top - 1.0), 0.12, 0.6)


def _pad_lights(fig: Figure) -> None:
    if fig.stage.light.lamps < 0.3:
        return
    for x, y in ((-6.0, 37.0), (-4.6, 12.3), (-4.6, 24.3), (8.0, 0.6), (-8.2, 0.6)):
        glow = QRadialGradient(QPointF(x, y), 1.1)
        glow.setColorAt(0, faded(QColor("#fff0c8"), 0.95 * fig.stage.light.lamps))
        glow.setColorAt(1, faded(QColor("#ffcf80"), 0.0))
        fig.fill(ellipse(x, y, 1.1, 1.1), QBrush(glow))


# Fire -----------------------------------------------------------------------------------------


def _flame(fig: Figure, subject: Subject) -> None:
    """Three tongues in one another; the length shivers faster than the eye follows."""
    power = thrust(subject, fig.stage.scene, fig.stage.t)
    if power <= 0.01:
        return
    t = fig.stage.t
    shiver = 1.0 + 0.07 * sin(47.0 * t) + 0.05 * sin(83.0 * t + 1.0)
    high = rocket_height(subject, fig.stage.scene, t)
    length = power * shiver * min(11.0, 4.5 + 0.5 * high)
    for wide, long, colour, alpha in (
        (2.3, 1.0, QColor("#ff7a2a"), 0.65),
        (1.7, 0.78, FIRE, 0.85),
        (1.0, 0.52, QColor("#fff6d8"), 0.98),
    ):
        low = -0.6 - long * length
        tongue = QPainterPath(QPointF(-0.62 * wide, -0.5))
        tongue.cubicTo(-1.05 * wide, 0.35 * low, -0.6 * wide, 0.7 * low, 0.08 * sin(29 * t), low)
        tongue.cubicTo(0.6 * wide, 0.7 * low, 1.05 * wide, 0.35 * low, 0.62 * wide, -0.5)
        shade = QLinearGradient(0, -0.5, 0, low)
        shade.setColorAt(0, faded(mixed(colour, QColor("white"), 0.3), alpha))
        shade.setColorAt(0.6, faded(colour, alpha))
        shade.setColorAt(1, faded(colour, 0.0))
        fig.fill(tongue, shade)


def _fire_glow(stage: Stage, subject: Subject) -> None:
    """The light that the engines throw on the air and smoke around them."""
    power = thrust(subject, stage.scene, stage.t)
    if power <= 0.01:
        return
    high = rocket_height(subject, stage.scene, stage.t)
    centre = stage.view.project(subject.x, STAND + high - 3.0, subject.z)
    reach = (16.0 + 1.0 * sin(41.0 * stage.t)) * stage.view.pixels_per_metre(subject.z)
    spot = QRectF(centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach)
    shine(stage, FIRE, spot, power * (0.95 if stage.light.night else 0.7))


# Smoke ----------------------------------------------------------------------------------------

Puff = tuple[float, float, float, float, bool, int]
"""x and y in metres from the pad, radius, opacity, whether before the rocket, and its shape."""


def _puffs(stage: Stage, subject: Subject) -> list[Puff]:
    """Every puff alive now: thrown down by the engines, it runs out along the ground, rises and
    swells with the root of its age (a turbulent cloud's growth), and thins."""
    scene, t = stage.scene, stage.t
    start = ignition(subject, scene)
    first = max(ceil((t - PUFF_LIFE - start) / PUFF_EVERY), 0)
    last = int((t - start) / PUFF_EVERY) if t > start else -1
    chance = [stage.chance(f"puff/{subject.x:.2f}/{n}") for n in range(first, last + 1)]
    made = [
        _puff(stage, subject, start + n * PUFF_EVERY, n, rolls)
        for n, rolls in zip(range(first, last + 1), chance, strict=True)
    ]
    return sorted((puff for puff in made if puff[3] > 0.02), key=lambda puff: puff[1])


def _puff(stage: Stage, subject: Subject, born: float, n: int, chance: Random) -> Puff:
    age = stage.t - born
    high = rocket_height(subject, stage.scene, born) + STAND
    side, wild, lot = (chance.uniform(-1, 1), chance.random(), chance.random())
    near_ground = exp(-high / 16.0)
    run = 38.0 * near_ground * abs(side) ** 0.8 * (1.0 - exp(-age / 1.9))
    drift = 1.6 * gust(stage.scene, born) * age
    x = (run + 0.8) * (1 if side > 0 else -1) * (
        1.0 if near_ground > 0.1 else 1.6 * abs(side)
    ) + drift
    y = max(high - 8.0 * (1.0 - near_ground) * (1 - exp(-age)), 0.6)
    y += (0.5 + 1.1 * wild) * age * (0.35 + near_ground) + 0.6 * wild
    radius = 1.5 + (3.0 + 1.8 * wild) * sqrt(age) * (0.75 + 0.85 * near_ground)
    alpha = min(age / 0.12, 1.0) * (1.0 - (age / PUFF_LIFE) ** 2) * (0.7 + 0.28 * near_ground)
    return x, y + 0.4 * radius, radius, alpha, lot > 0.45 and near_ground > 0.3, n % 4


def _smoke(stage: Stage, subject: Subject, puffs: list[Puff]) -> None:
    painter, scale = stage.painter, stage.view.pixels_per_metre(subject.z)
    engines = rocket_height(subject, stage.scene, stage.t) + STAND
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for x, y, radius, alpha, _, shape in puffs:
        spot = stage.view.project(subject.x + x, y, subject.z)
        reach = radius * scale
        near_fire = exp(-(((y - engines + 3) / 9.0) ** 2) - (x / 8.0) ** 2)
        hot = near_fire * thrust(subject, stage.scene, stage.t) > 0.45
        picture = stage.wardrobe.keep(
            ("puff", shape, hot), lambda s=shape, h=hot: _puff_picture(stage, subject, s, h)
        )
        painter.setOpacity(alpha)
        painter.drawImage(QRectF(spot.x() - reach, spot.y() - reach, 2 * reach, 2 * reach), picture)
    painter.restore()


def _puff_picture(stage: Stage, subject: Subject, shape: int, hot: bool) -> QImage:
    """A cauliflower of smoke, lit from the sun's side; warm where the fire shines into it."""
    light, size = stage.light, 192
    sun = sun_for(stage, subject)
    white = light.far(multiplied(QColor("#f3f0ec"), light.key), subject.z)
    grey = light.far(multiplied(QColor("#d4cfd4"), light.ambient), subject.z)
    if hot:
        white, grey = mixed(white, QColor("#ffd9a0"), 0.7), mixed(grey, FIRE, 0.55)
    image = blank(size, size)
    with painting(image) as painter:
        painter.setPen(Qt.PenStyle.NoPen)
        towards = (sun[0] * subject.heading, sun[1])
        for lobe in _lobes(stage, shape, towards):
            _lobe(painter, lobe, towards, white, grey)
        _soften(painter, size)
    return image


Lobe = tuple[float, float, float]
"""x, y (up) and radius of a lobe in a puff that reaches from -1 to 1."""


def _lobes(stage: Stage, shape: int, towards: tuple[float, float]) -> list[Lobe]:
    chance = stage.chance(f"puff-shape/{shape}")
    lobes = [(0.0, 0.0, 0.55)]
    for i in range(11):
        angle, far = tau * i / 11 + chance.uniform(-0.25, 0.25), chance.uniform(0.42, 0.6)
        lobes.append((far * cos(angle), far * sin(angle), chance.uniform(0.2, 0.34)))
    return sorted(lobes, key=lambda lobe: lobe[0] * towards[0] + lobe[1] * towards[1])


def _lobe(
    painter: QPainter, lobe: Lobe, towards: tuple[float, float], white: QColor, grey: QColor
) -> None:
    half = painter.device().width() / 2
    middle = QPointF(half * (1 + 0.92 * lobe[0]), half * (1 - 0.92 * lobe[1]))
    reach = half * lobe[2]
    shade = QRadialGradient(middle + 0.5 * reach * QPointF(towards[0], -towards[1]), 1.5 * reach)
    shade.setColorAt(0, white)
    shade.setColorAt(0.45, mixed(white, grey, 0.18))
    shade.setColorAt(1, faded(mixed(white, grey, 0.6), 0.55))
    painter.setBrush(QBrush(shade))
    painter.drawEllipse(middle, reach, reach)


def _soften(painter: QPainter, size: int) -> None:
    soft = QRadialGradient(QPointF(size / 2, size / 2), size / 2)
    soft.setColorAt(0, QColor(0, 0, 0, 255))
    soft.setColorAt(0.72, QColor(0, 0, 0, 235))
    soft.setColorAt(1, QColor(0, 0, 0, 0))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.fillRect(0, 0, size, size, QBrush(soft))

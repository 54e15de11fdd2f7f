"""A car from the side: it rolls on its wheels, rides on springs, and lights its way at night."""

from functools import partial
from math import cos, degrees, sin, tau

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainterPath, QRadialGradient

from engine.animatic.light import faded, mixed
from engine.animatic.motion.car import WHEEL_RADIUS, WHEELBASE, suspension, wheel_angle
from engine.animatic.motion.people.mounted import is_ridden
from engine.animatic.motion.whereabouts import position
from engine.animatic.paint.lamps import WARM, beam, shine
from engine.animatic.paint.subjects.figure import Figure, figure, wanted
from engine.animatic.paint.subjects.logo import fitted, logo, put
from engine.animatic.paint.subjects.road_vehicle import paint_away
from engine.animatic.paint.subjects.shape import box, curve, ellipse, limb
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage

AXLES = (-WHEELBASE / 2, WHEELBASE / 2)
COLOURS = ("#b8322a", "#2d5f8f", "#d9a43a", "#3f6b57", "#dfe3e6", "#5a4a6b")
RED = QColor("#ff3b2a")
REAR = """
hull main : -0.86 0.3 0.08, -0.9 0.92 0.2, -0.66 1.04 0.12, -0.54 1.48 0.18, 0.54 1.48 0.18, \
0.66 1.04 0.12, 0.9 0.92 0.2, 0.86 0.3 0.08
glass : -0.58 1.04, -0.47 1.4 0.1, 0.47 1.4 0.1, 0.58 1.04
shine #ff3b2a | : -0.86 0.72, -0.86 0.9, -0.56 0.88, -0.58 0.74
front #e9ecee : -0.24 0.56, -0.24 0.68, 0.24 0.68, 0.24 0.56
front #1b1e23 : -0.88 0.26, -0.88 0.42, 0.88 0.42, 0.88 0.26
"""


def paint(stage: Stage, subject: Subject) -> None:
    """Its shadow and light on the road, wheels, then the body on its springs."""
    x, _, z = position(subject, stage.scene, stage.t)
    if not stage.view.sees(x, z, 22.0):
        return
    if subject.act == "away":
        paint_away(stage, subject, REAR)
        return
    lift, pitch = suspension(subject, stage.t)
    with figure(stage, subject) as fig:
        _shadow(fig)
    if stage.light.lamps > 0.3:
        _light_on_road(stage, subject)
    with figure(stage, subject) as fig:
        for axle in AXLES:
            _wheel(fig, axle, wheel_angle(subject, stage.t) * subject.heading)
        fig.painter.translate(0, lift)
        fig.painter.rotate(degrees(pitch))
        ridden = is_ridden(subject, stage.scene)
        body = partial(_body, subject, driven=not ridden)
        fig.sprite(("car", subject), QRectF(-2.5, 0.1, 5.0, 1.6), body)
        _lamps(fig, subject)


def paint_parked(stage: Stage, subject: Subject) -> None:
    """A car left at the kerb: no driver's lights, no logo of ours."""
    if stage.view.sees(subject.x, subject.z, 4.0):
        with figure(stage, subject) as fig:
            _shadow(fig)
            bounds = QRectF(-2.5, -0.1, 5.0, 1.8)
            fig.sprite(("parked", subject), bounds, partial(_parked, subject))


def _parked(subject: Subject, fig: Figure) -> None:
    for axle in AXLES:
        _wheel(fig, axle, 4.0 * subject.variety)
    _body(subject, fig, ours=False)


def _shadow(fig: Figure) -> None:
    flat = min(0.15, 0.8 * fig.stage.view.y / max(fig.z - fig.stage.view.z, 1.0))
    shade = QRadialGradient(QPointF(0, 0), 2.5)
    dark = QColor(8, 10, 18)
    shade.setColorAt(0, faded(dark, 0.6))
    shade.setColorAt(0.75, faded(dark, 0.34))
    shade.setColorAt(1, faded(dark, 0.0))
    fig.painter.save()
    fig.painter.scale(1.0, flat)
    fig.fill(ellipse(0, 0, 2.5, 2.5), QBrush(shade))
    fig.painter.restore()


# Wheels ---------------------------------------------------------------------------------------


def _wheel(fig: Figure, x: float, angle: float) -> None:
    """Tyre, rim and spokes; `angle` clockwise."""
    painter, r = fig.painter, WHEEL_RADIUS
    painter.save()
    painter.translate(x, r)
    fig.fill(ellipse(0, 0, r + 0.09, r + 0.09), QColor(10, 11, 14))
    fig.fill(ellipse(0, 0, r, r), fig.lit(QColor("#24262b"), 0, 0.1, 0.9))
    fig.fill(ellipse(0, 0, 0.68 * r, 0.68 * r), fig.lit(QColor("#54585f"), 0, 0, 1))
    painter.rotate(-degrees(angle))
    metal = fig.lit(QColor("#cdd2d8"), 0, 0.3, 0.9)
    fig.fill(fig.stage.wardrobe.keep("spokes", _spokes), metal)
    fig.stroke(ellipse(0, 0, 0.64 * r, 0.64 * r), metal, 0.03)
    painter.restore()


def _spokes() -> QPainterPath:
    path = QPainterPath()
    for i in range(5):
        a = tau * i / 5
        path.addPath(limb((0, 0), (0.2 * cos(a), 0.2 * sin(a)), 0.085, 0.06))
    path.addEllipse(QPointF(0, 0), 0.06, 0.06)
    path.setFillRule(Qt.FillRule.WindingFill)
    return path


# Body -----------------------------------------------------------------------------------------


def _outline() -> QPainterPath:
    path = QPainterPath(QPointF(-2.12, 0.3))
    path.cubicTo(-2.24, 0.42, -2.25, 0.62, -2.18, 0.82)
    path.cubicTo(-2.15, 0.95, -2.02, 0.99, -1.86, 1.02)
    path.cubicTo(-1.55, 1.2, -1.2, 1.45, -0.62, 1.48)
    path.cubicTo(-0.1, 1.5, 0.22, 1.47, 0.42, 1.38)
    path.cubicTo(0.72, 1.22, 0.92, 1.06, 1.06, 0.97)
    path.cubicTo(1.5, 0.92, 1.86, 0.85, 2.06, 0.72)
    path.cubicTo(2.2, 0.62, 2.22, 0.45, 2.16, 0.3)
    path.lineTo(2.0, 0.22)
    _arch(path, AXLES[1])
    path.lineTo(AXLES[0] + 0.4, 0.22)
    _arch(path, AXLES[0])
    path.lineTo(-2.0, 0.24)
    path.closeSubpath()
    return path


def _arch(path: QPainterPath, x: float) -> None:
    r = WHEEL_RADIUS + 0.07
    path.lineTo(x + r, 0.22)
    path.cubicTo(x + r, 0.22 + 1.28 * r, x - r, 0.22 + 1.28 * r, x - r, 0.22)


def _glass() -> QPainterPath:
    path = QPainterPath(QPointF(-1.62, 1.03))
    path.cubicTo(-1.4, 1.2, -1.1, 1.39, -0.62, 1.41)
    path.cubicTo(-0.1, 1.43, 0.18, 1.4, 0.36, 1.32)
    path.cubicTo(0.6, 1.2, 0.78, 1.06, 0.88, 0.98)
    path.closeSubpath()
    return path


def _body(subject: Subject, fig: Figure, ours: bool = True, driven: bool = True) -> None:
    colour = wanted(subject.colour, COLOURS[int(subject.variety * 5.99)])
    outline = _outline()
    shade = QLinearGradient(0, 1.5, 0, 0.2)
    for place, ny in ((0.0, 0.9), (0.34, 0.55), (0.42, 0.15), (0.6, 0.0), (0.82, -0.45), (1, -0.8)):
        shade.setColorAt(place, fig.lit(colour, 0.1, ny, (1 - ny * ny) ** 0.5))
    fig.fill(outline, shade)
    _windows(fig, ours and driven)
    _lines(fig, colour)
    _trim(fig, fig.stage.light.lamps if ours else 0.0)
    if ours:
        _door_logo(fig)
    fig.rim(outline, 0.035)


def _windows(fig: Figure, driven: bool) -> None:
    light, glass = fig.stage.light, _glass()
    shade = QLinearGradient(-1.4, 1.4, 0.7, 1.0)
    dark = fig.lit(QColor("#1d2a36"))
    shade.setColorAt(0, mixed(dark, light.middle, 0.5))
    shade.setColorAt(0.45, mixed(dark, light.horizon, 0.18))
    shade.setColorAt(0.5, mixed(dark, light.horizon, 0.55))
    shade.setColorAt(0.58, mixed(dark, light.horizon, 0.2))
    shade.setColorAt(1, mixed(dark, light.middle, 0.4))
    fig.fill(glass, shade)
    if driven:
        _driver(fig, glass)
    frame = fig.lit(QColor("#15181d"))
    for x in (-0.98, -0.02):
        top = 1.36 if x < -0.5 else 1.42
        fig.stroke(curve([(x - 0.03, 1.0), (x + 0.04, top)]), frame, 0.055)
    fig.stroke(glass, frame, 0.025)


def _driver(fig: Figure, glass: QPainterPath) -> None:
    dark = faded(fig.lit(QColor("#20242c")), 0.8)
    fig.painter.save()
    fig.clip(glass)
    fig.fill(ellipse(0.16, 1.22, 0.085, 0.11), dark)
    fig.fill(limb((0.02, 0.9), (0.1, 1.06), 0.36, 0.24), dark)
    fig.fill(box(-0.16, 1.06, 0.12, 0.2, 0.04), dark)
    fig.painter.restore()


def _lines(fig: Figure, colour: QColor) -> None:
    gap = faded(fig.lit(mixed(colour, QColor("black"), 0.75), 0, -0.3, 0.9), 0.8)
    for points in (
        [(0.82, 0.98), (0.86, 0.7), (0.78, 0.34)],
        [(-0.05, 0.99), (-0.02, 0.6), (-0.06, 0.34)],
        [(-1.0, 1.0), (-0.93, 0.72), (-0.98, 0.55)],
    ):
        fig.stroke(curve(points), gap, 0.014)
    shoulder = curve([(-2.1, 0.86), (-1.0, 0.9), (0.6, 0.87), (2.0, 0.7)])
    bright = mixed(fig.lit(colour, 0, 0.9, 0.4), fig.glint, 0.45)
    fig.stroke(shoulder, faded(bright, 0.75), 0.028)
    sill = curve([(-0.9, 0.3), (0.0, 0.27), (0.9, 0.3)])
    fig.stroke(sill, fig.lit(QColor("#17191d"), 0, -0.5, 0.8), 0.06)
    for x in (-0.3, -1.16):
        fig.stroke(curve([(x, 0.8), (x + 0.17, 0.8)]), faded(bright, 0.9), 0.03)


def _trim(fig: Figure, lamps: float) -> None:
    fig.fill(ellipse(0.83, 1.0, 0.1, 0.065), fig.lit(QColor("#202329"), 0.3, 0.4, 0.85))
    lens = QPainterPath(QPointF(2.14, 0.66))
    lens.cubicTo(2.0, 0.78, 1.84, 0.8, 1.72, 0.8)
    lens.cubicTo(1.82, 0.68, 1.98, 0.62, 2.17, 0.6)
    fig.fill(lens, mixed(fig.lit(QColor("#dfe8ee")), QColor("white"), lamps))
    tail = box(-2.21, 0.7, 0.17, 0.16, 0.05)
    fig.fill(tail, mixed(fig.lit(QColor("#a3201c")), RED, lamps))
    fig.fill(box(1.98, 0.28, 0.2, 0.12, 0.04), fig.lit(QColor("#1b1e23")))
    fig.fill(box(-2.2, 0.3, 0.2, 0.12, 0.04), fig.lit(QColor("#1b1e23")))


def _door_logo(fig: Figure) -> None:
    image = logo(fig.stage, 0.9 * fig.scale)
    if image is not None:
        put(fig, image, fitted(image, 0.38, 0.6, 0.78, 0.46), None)


# Light ----------------------------------------------------------------------------------------


def _lamps(fig: Figure, subject: Subject) -> None:
    """Glow of the lenses: white ahead, red behind; brighter red while it stands on its brakes."""
    lamps = fig.stage.light.lamps
    if lamps > 0.3:
        _glow(fig, 2.14, 0.68, 0.55, WARM, 0.9 * lamps)
    braking = subject.speed <= 0.0
    if braking or lamps > 0.3:
        _glow(fig, -2.2, 0.78, 0.5 if braking else 0.32, RED, 0.8 if braking else 0.6 * lamps)


def _glow(fig: Figure, x: float, y: float, radius: float, colour: QColor, alpha: float) -> None:
    glow = QRadialGradient(QPointF(x, y), radius)
    glow.setColorAt(0, faded(mixed(colour, QColor("white"), 0.6), alpha))
    glow.setColorAt(0.3, faded(colour, 0.45 * alpha))
    glow.setColorAt(1, faded(colour, 0.0))
    fig.fill(ellipse(x, y, radius, radius), QBrush(glow))


def _light_on_road(stage: Stage, subject: Subject) -> None:
    """The cone of the headlights in the air and their pool on the road."""
    x, _, z = position(subject, stage.scene, stage.t)
    scale, lamps = stage.view.pixels_per_metre(z), stage.light.lamps
    ahead = stage.view.project(x + subject.heading * 8.5, 0, z)
    spot = QRectF(ahead.x() - 7.5 * scale, ahead.y() - 0.7 * scale, 15 * scale, 1.4 * scale)
    shine(stage, WARM, spot, 0.75 * lamps)
    behind = stage.view.project(x - subject.heading * 3.2, 0, z)
    spot = QRectF(behind.x() - 1.8 * scale, behind.y() - 0.3 * scale, 3.6 * scale, 0.6 * scale)
    shine(stage, RED, spot, 0.4 * lamps)
    near = stage.view.project(x + subject.heading * 2.1, 0.7, z)
    far = stage.view.project(x + subject.heading * 12.0, 0.65, z)
    beam(stage, WARM, (near, far), 2.4 * scale, 0.8 * lamps)

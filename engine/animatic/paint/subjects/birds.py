"""A flock of birds: each beats and glides in its own rhythm about its place in the flock."""

from math import cos, sin

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QLinearGradient, QPainterPath

from engine.animatic.light import mixed
from engine.animatic.motion.flock import Bird, bird_offset, flapping, flock, wing_lift
from engine.animatic.motion.whereabouts import position
from engine.animatic.paint.subjects.figure import Figure, figure, wanted
from engine.animatic.paint.subjects.shape import Point, blob, curve, ellipse
from engine.animatic.scene import Subject
from engine.animatic.stage import Stage

INNER, OUTER = 0.40, 0.58
SHOULDER = (0.06, 0.07)
SPREAD = 0.78
FROM_BELOW = 0.22
"""Birds fly half towards the camera: their wings spread across the frame foreshortened,
and they are seen from a little below, so the near wing stands higher."""


def paint(stage: Stage, subject: Subject) -> None:
    """The flock, the farthest bird first."""
    x, y, z = position(subject, stage.scene, stage.t)
    if not stage.view.sees(x, z, 40.0):
        return
    for bird in sorted(flock(subject, stage.scene), key=lambda one: -one.dz):
        dx, dy, dz = bird_offset(bird, stage.t)
        place = (x + dx, y + dy, max(z + dz, stage.view.z + 3.0))
        with figure(stage, subject, at=place) as fig:
            fig.painter.scale(bird.size, bird.size)
            _bird(fig, bird, subject)


def _bird(fig: Figure, bird: Bird, subject: Subject) -> None:
    gulls = fig.stage.scene.place in ("sea", "lake")
    colour = wanted(subject.colour, "#eef0f2" if gulls else "#3a3f4a")
    if fig.scale < 16:
        _tiny(fig, bird, colour)
    else:
        _large(fig, bird, colour, gulls)


def _wing(bird: Bird, t: float, side: int) -> tuple[Point, Point]:
    """Wrist and tip of the far (side 1) or near (-1) wing; the hand lags behind the arm."""
    arm = 0.62 * wing_lift(bird, t) + 0.12
    hand = 0.85 * wing_lift(bird, t - 0.045) + 0.02
    # On the upstroke the hand folds, so the wing is shorter than on the way down.
    rising = wing_lift(bird, t + 0.02) > wing_lift(bird, t - 0.02)
    reach = OUTER * (1.0 - (0.16 * flapping(bird, t) if rising else 0.0))
    wrist = (
        SHOULDER[0] + side * SPREAD * INNER * cos(arm) + 0.08,
        SHOULDER[1] + INNER * (sin(arm) - side * FROM_BELOW * cos(arm)),
    )
    tip = (
        wrist[0] + side * SPREAD * reach * cos(hand) - 0.14,
        wrist[1] + reach * (sin(hand) - side * FROM_BELOW * cos(hand)),
    )
    return wrist, tip


def _tiny(fig: Figure, bird: Bird, colour: QColor) -> None:
    """Far off a bird is two strokes and a dot."""
    path = QPainterPath()
    for side in (1, -1):
        wrist, tip = _wing(bird, fig.stage.t, side)
        path.moveTo(QPointF(*tip))
        path.quadTo(QPointF(*wrist), QPointF(0, 0.03))
    dark = mixed(fig.lit(colour, 0, -0.5, 0.7), fig.stage.light.ambient, 0.35)
    fig.stroke(path, dark, max(0.09, 1.1 / fig.scale))
    fig.fill(ellipse(0.05, 0.0, 0.3, max(0.08, 0.8 / fig.scale)), dark)


def _large(fig: Figure, bird: Bird, colour: QColor, gulls: bool) -> None:
    back = QColor("#9aa5b2") if gulls else colour
    shadow = fig.lit(mixed(back, QColor("black"), 0.25), -0.3, -0.2, 0.5)
    _paint_wing(fig, bird, 1, shadow, gulls)
    _body(fig, colour, gulls)
    near = fig.lit(mixed(back, colour, 0.35), 0.1, 0.55, 0.7)
    _paint_wing(fig, bird, -1, near, gulls)


def _paint_wing(fig: Figure, bird: Bird, side: int, colour: QColor, gulls: bool) -> None:
    wrist, tip = _wing(bird, fig.stage.t, side)
    path = QPainterPath(QPointF(SHOULDER[0] + 0.08, SHOULDER[1]))
    curve([(SHOULDER[0] + 0.08, SHOULDER[1]), (wrist[0] + 0.04, wrist[1] + 0.03), tip], path)
    trail = (wrist[0] - 0.22, wrist[1] - 0.06)
    curve([tip, (0.45 * tip[0] + 0.55 * trail[0], 0.4 * tip[1] + 0.6 * trail[1]), trail], path)
    path.quadTo(QPointF(-0.14, SHOULDER[1] - 0.02), QPointF(-0.2, SHOULDER[1] - 0.06))
    path.closeSubpath()
    shade = QLinearGradient(QPointF(*wrist), QPointF(*tip))
    dark = fig.lit(QColor("#2c3038"), 0, 0.3, 0.7)
    shade.setColorAt(0, colour)
    shade.setColorAt(0.62, colour)
    shade.setColorAt(0.68, dark)
    fig.fill(path, shade if gulls and fig.scale > 30 else colour)
    if fig.scale > 110:
        fig.rim(path, 0.02, 0.8)


BODY = ((0.40, 0.07), (0.33, 0.125), (0.24, 0.12), (0.05, 0.105), (-0.25, 0.05), (-0.55, 0.045),
        (-0.56, -0.01), (-0.3, -0.035), (0.0, -0.075), (0.22, -0.03), (0.33, 0.03))  # fmt: skip


def _body(fig: Figure, colour: QColor, gulls: bool) -> None:
    path = fig.stage.wardrobe.keep("bird", lambda: blob(BODY))
    shade = QLinearGradient(0, 0.12, 0, -0.08)
    shade.setColorAt(0, fig.lit(colour, 0.2, 0.5, 0.8))
    shade.setColorAt(1, fig.lit(mixed(colour, QColor("#8fa0b4"), 0.35), 0.0, -0.8, 0.6))
    fig.fill(path, shade)
    beak = QPainterPath(QPointF(0.39, 0.1))
    beak.lineTo(QPointF(0.5, 0.05))
    beak.lineTo(QPointF(0.38, 0.045))
    fig.fill(beak, fig.lit(QColor("#e5a23a" if gulls else "#2c3038")))
    if fig.scale > 60:
        fig.fill(ellipse(0.345, 0.092, 0.013, 0.013), fig.lit(QColor("#15171c")))
    if fig.scale > 110:
        fig.rim(path, 0.02, 0.8)

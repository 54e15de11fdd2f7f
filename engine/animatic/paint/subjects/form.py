"""Forms: rounded bodies from a silhouette, lighter towards the light and the sky."""

from collections.abc import Sequence
from math import hypot

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainterPath, QRadialGradient

from engine.animatic.light import mixed
from engine.animatic.paint.subjects.figure import Figure
from engine.animatic.paint.subjects.shape import Point, blob, ellipse

STEPS = ((0.22, -0.25), (0.5, 0.15), (0.78, 0.5), (1.0, 0.9))
"""How far from shade to light, and how much the form has turned to the light there."""


def patch(points: Sequence[Point]) -> QPainterPath:
    """A smooth closed outline, always turned the same way round, so several can be one form."""
    turned = sum(
        a[0] * b[1] - b[0] * a[1] for a, b in zip(points, [*points[1:], points[0]], strict=True)
    )
    return blob(points if turned < 0 else list(points)[::-1])


def whole(*parts: QPainterPath) -> QPainterPath:
    """One form out of parts that overlap (ribbons and patches)."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for part in parts:
        path.addPath(part)
    return path


def mass(fig: Figure, path: QPainterPath, colour: QColor, thick: float, rim: float = 0.03) -> None:
    """Fill a form `thick` metres through, with light where it turns to the sun and the sky."""
    sx, sy, sz = fig.sun
    across = max(hypot(0.8 * sx, 0.7 * sy + 0.55), 1e-6)
    ux, uy = 0.8 * sx / across, (0.7 * sy + 0.55) / across
    if thick * fig.scale < 9.0:
        fig.edged(path, fig.lit(colour, 0.45 * ux, 0.45 * uy, 0.75), rim * thick)
        return
    fig.edged(path, _shading(fig, path, colour, thick, ux, uy), rim * thick)


def _shading(
    fig: Figure, path: QPainterPath, colour: QColor, thick: float, ux: float, uy: float
) -> QLinearGradient:
    """From the side in shade to the one in light, turning fastest near the edges."""
    bounds = path.controlPointRect()
    half = 0.5 * (abs(ux) * bounds.width() + abs(uy) * bounds.height())
    half = min(half, 1.4 * thick)
    middle = bounds.center()
    reach = QPointF(ux * half, uy * half)
    shade = QLinearGradient(middle - reach, middle + reach)
    dark = mixed(fig.lit(colour, -0.75 * ux, -0.75 * uy, 0.3), fig.lit(colour), 0.25)
    shade.setColorAt(0.0, dark)
    for part, turn in STEPS:
        shade.setColorAt(part, fig.lit(colour, turn * ux, turn * uy, 1.0 - 0.6 * abs(turn)))
    return shade


def ground_shadow(fig: Figure, wide: float, high: float, x: float = 0.0) -> None:
    """A soft dark spot where it stands; fainter the higher it is above the ground."""
    strength = 120.0 / (1.0 + 2.2 * max(high, 0.0) / max(wide, 1e-3))
    shade = QRadialGradient(QPointF(0, 0), wide)
    shade.setColorAt(0, QColor(8, 10, 18, int(strength)))
    shade.setColorAt(0.55, QColor(8, 10, 18, int(0.45 * strength)))
    shade.setColorAt(1, QColor(8, 10, 18, 0))
    painter = fig.painter
    painter.save()
    painter.translate(x, -high)
    painter.scale(1.0, 0.14)
    fig.fill(ellipse(0, 0, wide, wide), QBrush(shade))
    painter.restore()


def eye(fig: Figure, x: float, y: float, size: float, colour: QColor, shut: float = 0.0) -> None:
    """A dark eye with a point of light, or a lid's line."""
    if shut > 0.6:
        line = QPainterPath(QPointF(x - size, y))
        line.quadTo(QPointF(x, y - 0.9 * size), QPointF(x + size, y))
        fig.stroke(line, fig.lit(mixed(colour, QColor("black"), 0.4)), 0.4 * size)
        return
    fig.fill(ellipse(x, y, size, size * (1.0 - 0.8 * shut)), fig.lit(colour))
    if size * fig.scale > 1.6:
        fig.fill(
            ellipse(x + 0.3 * size, y + 0.35 * size, 0.3 * size, 0.3 * size),
            fig.lit(QColor("#f4f4f0"), 0.3, 0.6, 0.7),
        )

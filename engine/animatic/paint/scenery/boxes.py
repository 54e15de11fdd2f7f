"""Boxes: things built of plain lit parts, each written as a line of text.

A part is `kind x y width height colour`, metres from the foot, x from the middle, y up:
b a box, r one with round edges, e an ellipse, l a light that shines with the lamps, w a window
that is lit when it is dark, s a screen that shines of itself, d a dark opening, t a triangle,
h a half-disc on its flat side.
"""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainterPath, QRadialGradient

from engine.animatic.light import faded, mixed
from engine.animatic.paint.subjects.figure import Figure
from engine.animatic.paint.subjects.shape import box, ellipse, polygon


def shadow(fig: Figure, half: float, strength: float = 0.5) -> None:
    """Where a thing meets the floor."""
    shade = QRadialGradient(QPointF(0, 0), half)
    shade.setColorAt(0, faded(QColor("#080a10"), strength))
    shade.setColorAt(0.7, faded(QColor("#080a10"), 0.55 * strength))
    shade.setColorAt(1, QColor(8, 10, 16, 0))
    fig.painter.save()
    fig.painter.scale(1.0, 0.11)
    fig.fill(ellipse(0, 0, half, half), QBrush(shade))
    fig.painter.restore()


def parts(fig: Figure, text: str) -> None:
    """Paint parts one over the other."""
    for line in filter(None, (one.split() for one in text.split(";"))):
        kind, colour = line[0], QColor(line[5])
        _part(fig, kind, QRectF(*map(float, line[1:5])), colour)


def _part(fig: Figure, kind: str, where: QRectF, colour: QColor) -> None:
    path = _outline(kind, where)
    match kind:
        case "l":
            shine = fig.stage.light.lamps
            fig.fill(path, mixed(fig.lit(colour), mixed(colour, QColor("#fffbe8"), 0.5), shine))
        case "s":
            fig.fill(path, fig.seen(colour))
        case "w":
            glass = mixed(
                fig.lit(QColor("#3b5064")), fig.stage.light.far(fig.stage.light.middle, fig.z), 0.25
            )
            fig.fill(path, mixed(glass, fig.seen(colour), min(1.2 * fig.stage.light.lamps, 1.0)))
        case "d":
            fig.fill(path, mixed(fig.lit(colour), QColor("#0a0a10"), 0.35))
        case _:
            fig.edged(path, shaded(fig, colour, where), 0.02)
            _top_edge(fig, kind, where, colour)


def _outline(kind: str, where: QRectF) -> QPainterPath:
    x, y, w, h = where.x(), where.y(), where.width(), where.height()
    match kind:
        case "r":
            return box(x, y, w, h, 0.32 * min(w, h))
        case "e":
            return ellipse(x + w / 2, y + h / 2, w / 2, h / 2)
        case "t":
            return polygon([(x, y), (x + w / 2, y + h), (x + w, y)])
        case "h":
            path = QPainterPath(QPointF(x, y))
            path.arcTo(QRectF(x, y - h, w, 2 * h), 180, 180)
            path.closeSubpath()
            return path
        case _:
            return box(x, y, w, h)


def shaded(fig: Figure, colour: QColor, where: QRectF) -> QBrush:
    """A front that is brighter towards the light and darker towards the ground."""
    side = 1.0 if fig.sun[0] >= 0 else -1.0
    middle = where.center()
    lit = QPointF(middle.x() + 0.5 * side * where.width(), where.bottom())
    dark = QPointF(middle.x() - 0.5 * side * where.width(), where.top())
    shade = QLinearGradient(lit, dark)
    shade.setColorAt(0, fig.lit(colour, 0.3 * side, 0.3, 0.9))
    shade.setColorAt(0.55, fig.lit(colour, 0.0, 0.0, 1.0))
    shade.setColorAt(1, fig.lit(mixed(colour, QColor("#1d1a26"), 0.28), -0.3 * side, -0.2, 0.9))
    return QBrush(shade)


def _top_edge(fig: Figure, kind: str, where: QRectF, colour: QColor) -> None:
    """Light lies along an upper edge."""
    if kind != "b" or where.width() < 0.1:
        return
    thick = min(0.02 + 0.01 * where.width(), 0.2 * where.height())
    bright = faded(fig.lit(mixed(colour, QColor("#ffffff"), 0.35), 0.0, 0.9, 0.4), 0.8)
    fig.fill(box(where.x(), where.y() + where.height() - thick, where.width(), thick), bright)

"""Puffs: smoke, steam and dust that leave a point, grow, drift with the wind and thin out."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import degrees

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QRadialGradient

from engine.animatic.light import faded, mixed
from engine.animatic.motion.puff import Puff
from engine.animatic.paint.easel import painting
from engine.animatic.paint.subjects.figure import Figure
from engine.animatic.paint.surface import blank

SIZE = 96
LOBES = ((0.5, 0.46, 0.42), (0.33, 0.42, 0.28), (0.68, 0.44, 0.27), (0.46, 0.66, 0.3),
         (0.6, 0.3, 0.25), (0.36, 0.58, 0.22))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Smoke:
    """`colour` of the smoke itself, `alpha` of a young puff."""

    colour: QColor
    alpha: float = 0.6


def puffs(fig: Figure, smoke: Smoke, found: Iterable[Puff]) -> None:
    """Paint puffs, in the figure's metres, the oldest first."""
    image = _image(fig, smoke.colour)
    painter = fig.painter
    painter.save()
    opacity = painter.opacity()
    for puff in found:
        alpha = smoke.alpha * puff.thickness
        if alpha < 0.01 or puff.radius * fig.scale < 0.5:
            continue
        painter.save()
        painter.setOpacity(opacity * min(alpha, 1.0))
        painter.translate(puff.x, puff.y)
        painter.rotate(degrees(puff.turn))
        reach = 1.25 * puff.radius
        painter.drawImage(QRectF(-reach, -reach, 2 * reach, 2 * reach), image)
        painter.restore()
    painter.restore()


def _image(fig: Figure, colour: QColor) -> QImage:
    key = ("puff", colour.name(), fig.heading, round(fig.z / 40))
    return fig.stage.wardrobe.keep(key, lambda: _painted(fig, colour))


def _painted(fig: Figure, colour: QColor) -> QImage:
    """Lobes of a cloud, each lit from where the sun is; row 0 is the lowest."""
    sx, sy, _ = fig.sun
    bright = mixed(fig.lit(colour, 0.7 * sx, 0.7 * sy, 0.5), fig.glint, 0.18 * fig.backlight)
    dark = fig.lit(colour, -0.6 * sx, -0.6 * sy, 0.5)
    image = blank(SIZE, SIZE)
    with painting(image) as painter:
        painter.scale(SIZE, SIZE)
        painter.setPen(QColor(0, 0, 0, 0))
        for x, y, radius in LOBES:
            focus = QPointF(x + 0.35 * radius * sx, y + 0.35 * radius * sy)
            shade = QRadialGradient(QPointF(x, y), radius, focus)
            shade.setColorAt(0, faded(bright, 0.62))
            shade.setColorAt(0.45, faded(mixed(bright, dark, 0.5), 0.45))
            shade.setColorAt(1, faded(dark, 0.0))
            painter.setBrush(shade)
            painter.drawEllipse(QPointF(x, y), radius, radius)
    return image

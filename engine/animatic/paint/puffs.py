"""Puffs: soft round clouds of smoke, spray and ash, drawn from a few kept pictures."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QRadialGradient

from engine.animatic.light import faded
from engine.animatic.paint.easel import painting
from engine.animatic.paint.surface import blank
from engine.animatic.stage import Stage

SIDE = 96
STEP = 12
"""Colours are kept in steps so fine that no one sees them, so that few pictures do."""


def puff(stage: Stage, colour: QColor, spot: QPointF, reach: float, alpha: float) -> None:
    """Draw a puff about a pixel of the frame."""
    if alpha < 0.01 or reach < 0.5:
        return
    key = tuple(part // STEP for part in (colour.red(), colour.green(), colour.blue()))
    image = stage.wardrobe.keep(("puff", key), lambda: _puff(key))
    painter, before = stage.painter, stage.painter.opacity()
    painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform)
    painter.setOpacity(before * min(alpha, 1.0))
    painter.drawImage(QRectF(spot.x() - reach, spot.y() - reach, 2 * reach, 2 * reach), image)
    painter.setOpacity(before)


def _puff(key: tuple[int, ...]) -> QImage:
    """Lighter above its middle, thin at its edge."""
    colour = QColor(*(min(STEP * part + STEP // 2, 255) for part in key))
    image = blank(SIDE, SIDE)
    soft = QRadialGradient(QPointF(SIDE / 2, SIDE / 2), SIDE / 2, QPointF(SIDE / 2, 0.42 * SIDE), 0)
    soft.setColorAt(0, faded(colour.lighter(108), 1.0))
    soft.setColorAt(0.55, faded(colour, 0.72))
    soft.setColorAt(0.8, faded(colour.darker(106), 0.28))
    soft.setColorAt(1, faded(colour, 0.0))
    with painting(image) as painter:
        painter.fillRect(image.rect(), soft)
    return image

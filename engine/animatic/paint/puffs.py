"""Puffs: soft round clouds of smoke, spray and ash, drawn from a few kept pictures."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import ceil

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QRadialGradient

from engine.animatic.light import faded
from engine.animatic.paint.easel import painting
from engine.animatic.paint.surface import blank
from engine.animatic.stage import Stage

SIDE = 96
COARSE = 3
"""How many pixels wide a pixel of a cloud of puffs is."""
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


@dataclass(frozen=True, slots=True)
class Puff:
    """One puff about a pixel of the frame: how far it reaches in pixels, 0 to 1 opaque."""

    colour: QColor
    spot: QPointF
    reach: float
    alpha: float


def puff_all(stage: Stage, puffs: Iterable[Puff]) -> None:
    """Draw a cloud of many puffs, the farthest first: so soft that it is painted at a third of its
    size."""
    seen = [one for one in puffs if one.alpha >= 0.01 and one.reach >= 0.5]
    whole = QRectF()
    for one in seen:
        whole = whole.united(
            QRectF(one.spot.x() - one.reach, one.spot.y() - one.reach, 2 * one.reach, 2 * one.reach)
        )
    whole = QRectF(whole.intersected(QRectF(0, 0, stage.width, stage.height)).toAlignedRect())
    if whole.isEmpty():
        return
    image = blank(ceil(whole.width() / COARSE), ceil(whole.height() / COARSE))
    with painting(image) as painter:
        painter.scale(1 / COARSE, 1 / COARSE)
        painter.translate(-whole.left(), -whole.top())
        for one in seen:
            puff(replace(stage, painter=painter), one.colour, one.spot, one.reach, one.alpha)
    size = QRectF(whole.left(), whole.top(), COARSE * image.width(), COARSE * image.height())
    stage.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    stage.painter.drawImage(size, image)


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

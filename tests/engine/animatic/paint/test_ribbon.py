"""Ribbons: both ways of painting a line put it in the same place."""

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage

from engine.animatic.paint.easel import painting
from engine.animatic.paint.ribbon import Ribbon, fill_ribbon, paint_ribbons
from engine.animatic.paint.surface import pixels


def black() -> QImage:
    image = QImage(160, 90, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    return image


def test_gathered_ribbons_lie_where_filled_ones_do():
    line = Ribbon([QPointF(-20 + 20 * i, 40 + 6 * (i % 3)) for i in range(11)], 8.0)
    gathered, filled = black(), black()
    with painting(gathered) as painter:
        paint_ribbons(painter, [line], QColor("white"))
    with painting(filled) as painter:
        fill_ribbon(painter, line, QColor("white"))
    one, other = (pixels(image)[..., 0] > 127 for image in (gathered, filled))
    assert other.sum() > 900
    assert np.logical_xor(one, other).mean() < 0.02


def test_a_ribbon_shows_as_much_as_its_alpha():
    image = black()
    with painting(image) as painter:
        ends = [QPointF(0, 45), QPointF(160, 45)]
        paint_ribbons(painter, [Ribbon(ends, 20.0, 0.5)], QColor("#804020"))
    assert np.abs(pixels(image)[45, 80, :3].astype(int) - [16, 32, 64]).max() <= 1
    assert not pixels(image)[20, :, :3].any()

"""Strips that drift: pictures that repeat from left to right and move between whole pixels."""

from collections.abc import Callable
from dataclasses import replace
from math import floor

import cv2
import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from engine.animatic.paint.easel import painting
from engine.animatic.paint.surface import blank, pixels
from engine.animatic.stage import Stage


def centred(stage: Stage, right: float) -> float:
    """How far into a strip at the sky's distance the frame begins, when at rest it begins `right`
    into it: a zoom magnifies about the middle of the view."""
    view = stage.view
    half = 0.5 * view.width / view.height
    return view.zoom * (right + half) + view.pan - half


def paint_drifting(stage: Stage, strip: QImage, right: float, top: float, tall: float) -> None:
    """Paint the window of a repeating strip that begins `right` frame heights into it, `tall`
    pixels high, as wide as the frame, its upper edge at row `top`.

    Two neighbouring whole shifts are mixed: ten times cheaper than painting a picture at a part
    of a pixel.
    """
    if top >= stage.height or top + tall <= 0:
        return
    per_pixel = strip.height() / tall
    width = max(1, round(stage.width * per_pixel))
    start = right * stage.height * per_pixel
    whole = floor(start)
    columns = np.arange(whole, whole + width + 1) % strip.width()
    window = np.take(pixels(strip), columns, axis=1)
    part = start - whole
    shown = cv2.addWeighted(window[:, :-1], 1.0 - part, window[:, 1:], part, 0.0)
    form = QImage.Format.Format_ARGB32_Premultiplied
    picture = QImage(shown.data, width, strip.height(), width * 4, form)
    stage.painter.drawImage(QRectF(0, top, stage.width, tall), picture)


def paint_small(
    stage: Stage, fewer: int, paint: Callable[[Stage], None], tall: float = 1.0
) -> None:
    """Paint soft things together on a picture with so many times fewer rows and columns, which
    then goes over the upper `tall` of the frame at once."""
    rows = min(-(-round(tall * stage.height) // fewer), -(-stage.height // fewer))
    if rows < 1 or stage.height < 90 * fewer:
        if rows >= 1:
            paint(stage)
        return
    small = blank(-(-stage.width // fewer), rows)
    with painting(small) as painter:
        painter.scale(1.0 / fewer, 1.0 / fewer)
        paint(replace(stage, painter=painter))
    stage.painter.drawImage(QRectF(0, 0, small.width() * fewer, rows * fewer), small)

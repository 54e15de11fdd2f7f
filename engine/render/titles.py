"""Titles: text to a transparent picture, shaped by Qt, so Arabic joins and runs right to left.

A title is laid out once in a frame 1000 units high, whatever the size it is painted at. So the
lines break at the same words in a thumbnail and in 4K, and every size is painted sharp.
"""

from dataclasses import dataclass
from math import ceil, floor

import cv2
import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QImage,
    QPainter,
    QPainterPath,
    QTextLayout,
    QTextOption,
)

from engine.contract.plan import Title
from engine.render.pixels import PREMULTIPLIED, image_of, pixels_of
from engine.text_application import ensure_text_application

UNITS_HIGH = 1000.0
SAFE = 0.9
LINE_SPACING = 1.36
ABOVE_FOOT = 1.03
PLATE_MARGIN = 0.42
PLATE_ROUNDNESS = 0.28
SHADOW_REACH = 0.14
SHADOW_DROP = 0.03
NEAR_SHADOW, WIDE_SHADOW = 0.5, 0.45
SMALLEST_SHRINK = 0.25
ARABIC_FAMILIES = ("Noto Sans Arabic", "Noto Naskh Arabic", "Noto Kufi Arabic", "Amiri")
LATIN_FAMILIES = ("Noto Sans", "Inter", "DejaVu Sans", "Liberation Sans", "Arial")


@dataclass(frozen=True, slots=True)
class TitlePicture:
    """The painted part of a title's frame: transparent but for the text, and where it lies.

    `left` and `top` are pixels from the corner of a frame of the size that was asked for.
    """

    image: QImage
    left: int
    top: int


def title_picture(title: Title, width: float, height: float) -> TitlePicture:
    """Paint a title for a frame of `width` by `height` pixels."""
    ensure_text_application()
    scale = height / UNITS_HIGH
    laid = _lay_out(title, width / scale)
    reach = laid.painted
    left, top = floor(reach.left() * scale) - 1, floor(reach.top() * scale) - 1
    across = ceil(reach.right() * scale) + 1 - left
    down = ceil(reach.bottom() * scale) + 1 - top
    image = _painted(title, laid, scale, QRectF(left, top, across, down))
    return TitlePicture(image, left, top)


@dataclass(frozen=True, slots=True)
class _LaidOut:
    """A layout in units, from the frame's corner.

    `em` is the letter size after shrinking, `block` the text's rows of equal height, `ink` the
    room that its tallest letters and marks may take.
    """

    layouts: tuple[QTextLayout, ...]
    block: QRectF
    ink: QRectF
    em: float

    @property
    def plate(self) -> QRectF:
        """A plate behind the text."""
        across, down = self.em * PLATE_MARGIN, self.em * PLATE_MARGIN * 0.5
        return self.block.adjusted(-across, -down, across, down)

    @property
    def painted(self) -> QRectF:
        """All that text, shadow or plate may touch."""
        reach = self.em * 2 * (SHADOW_REACH + SHADOW_DROP)
        return self.plate.united(self.ink.adjusted(-reach, -reach, reach, reach))


def _lay_out(title: Title, frame_width: float) -> _LaidOut:
    """Break into lines inside the safe area; a title too tall for it is set smaller."""
    em = title.size * UNITS_HIGH
    smallest = em * SMALLEST_SHRINK
    while True:
        laid = _at_size(title, frame_width, em)
        if laid.block.height() <= SAFE * UNITS_HIGH or em <= smallest:
            return laid
        em *= 0.9


def _at_size(title: Title, frame_width: float, em: float) -> _LaidOut:
    font = _font(title, em)
    width = SAFE * frame_width - (2 * PLATE_MARGIN * em if title.plate else 0)
    layouts = [_paragraph(line, font, width) for line in title.text.split("\n")]
    total = _set_lines(layouts, em)
    corner = QPointF((frame_width - width) / 2, (UNITS_HIGH - total) / 2)
    ink = QRectF()
    for layout in layouts:
        layout.setPosition(corner)
        for line in _lines(layout):
            ink = ink.united(line.naturalTextRect().translated(corner))
    block = QRectF(ink.left(), corner.y(), ink.width(), total)
    return _LaidOut(tuple(layouts), block, ink, em)


def _paragraph(text: str, font: QFont, width: float) -> QTextLayout:
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    return layout


def _set_lines(layouts: list[QTextLayout], em: float) -> float:
    """Put the lines' feet at equal distances, whatever fonts are in them; the height of all."""
    y = 0.0
    for layout in layouts:
        for line in _lines(layout):
            line.setPosition(QPointF(0, y + ABOVE_FOOT * em - line.ascent()))
            y += LINE_SPACING * em
        if not layout.lineCount():
            y += LINE_SPACING * em
    return y


def _lines(layout: QTextLayout) -> list:
    return [layout.lineAt(index) for index in range(layout.lineCount())]


def _font(title: Title, em: float) -> QFont:
    installed = set(QFontDatabase.families())
    wanted = (title.family, *LATIN_FAMILIES, *_arabic_families(installed))
    font = QFont([family for family in dict.fromkeys(wanted) if family in installed])
    # Pixel sizes are whole: a fractional em is set by the painter's scale, not here.
    font.setPixelSize(max(1, round(em)))
    font.setBold(title.bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    return font


def _arabic_families(installed: set[str]) -> tuple[str, ...]:
    """Families that carry Arabic, the preferred first; some installed one if none of those is."""
    known = tuple(family for family in ARABIC_FAMILIES if family in installed)
    arabic = QFontDatabase.WritingSystem.Arabic
    return known or tuple(QFontDatabase.families(arabic)[:1])


def _painted(title: Title, laid: _LaidOut, scale: float, area: QRectF) -> QImage:
    letters = _letters(title, laid, scale, area)
    if title.plate:
        image = _blank(area)
        _paint_plate(image, title, laid, scale, area)
    else:
        image = _shadow(letters, laid.em * scale)
    painter = QPainter(image)
    painter.drawImage(0, 0, letters)
    painter.end()
    return image


def _blank(area: QRectF) -> QImage:
    image = QImage(int(area.width()), int(area.height()), PREMULTIPLIED)
    image.fill(Qt.GlobalColor.transparent)
    return image


def _letters(title: Title, laid: _LaidOut, scale: float, area: QRectF) -> QImage:
    image = _blank(area)
    painter = _unit_painter(image, scale, area)
    painter.setPen(QColor(title.colour))
    for layout in laid.layouts:
        layout.draw(painter, QPointF(0, 0))
    painter.end()
    return image


def _paint_plate(image: QImage, title: Title, laid: _LaidOut, scale: float, area: QRectF) -> None:
    painter = _unit_painter(image, scale, area)
    plate, roundness = QPainterPath(), laid.em * PLATE_ROUNDNESS
    plate.addRoundedRect(laid.plate, roundness, roundness)
    painter.fillPath(plate, QColor(title.plate))
    painter.end()


def _unit_painter(image: QImage, scale: float, area: QRectF) -> QPainter:
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.translate(-area.left(), -area.top())
    painter.scale(scale, scale)
    return painter


def _shadow(letters: QImage, em: float) -> QImage:
    """A soft black shadow a little below the letters and a faint wide one; em in pixels."""
    alpha = np.ascontiguousarray(pixels_of(letters)[:, :, 3])
    near = cv2.GaussianBlur(alpha, (0, 0), max(0.3, em * SHADOW_REACH / 4))
    wide = cv2.GaussianBlur(alpha, (0, 0), max(0.5, em * SHADOW_REACH))
    soft = cv2.addWeighted(near, NEAR_SHADOW, wide, WIDE_SHADOW, 0)
    drop = np.array([[1, 0, 0], [0, 1, em * SHADOW_DROP]], np.float32)
    height, width = alpha.shape
    pixels = np.zeros((height, width, 4), np.uint8)
    pixels[:, :, 3] = cv2.warpAffine(soft, drop, (width, height), flags=cv2.INTER_LINEAR)
    return image_of(pixels)

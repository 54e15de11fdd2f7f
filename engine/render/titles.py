"""Titles: text to a transparent picture, shaped by Qt, so Arabic joins and runs right to left.

A title is laid out once in a frame 1000 units high, whatever the size it is painted at. So the
lines break at the same words in a thumbnail and in 4K, and every size is painted sharp.
"""

from dataclasses import dataclass

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
from engine.render.text_application import ensure_text_application

UNITS_HIGH = 1000.0
SAFE = 0.9
LINE_SPACING = 1.12
PLATE_MARGIN = 0.42
PLATE_ROUNDNESS = 0.28
SHADOW_REACH = 0.07
SHADOW_DROP = 0.035
SHADOW_STRENGTH = 0.62
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
    ink = laid.ink.adjusted(-laid.bleed, -laid.bleed, laid.bleed, laid.bleed)
    left, top = int(ink.left() * scale) - 1, int(ink.top() * scale) - 1
    across = int(ink.right() * scale) + 2 - left
    down = int(ink.bottom() * scale) + 2 - top
    image = _painted(title, laid, scale, QRectF(left, top, max(across, 1), max(down, 1)))
    return TitlePicture(image, left, top)


@dataclass(frozen=True, slots=True)
class _LaidOut:
    """A layout in units, from the frame's corner. `em` is the letter size after shrinking."""

    layouts: tuple[QTextLayout, ...]
    ink: QRectF
    em: float
    plated: bool

    @property
    def bleed(self) -> float:
        """How far shadow or plate reach beyond the text."""
        return self.em * (PLATE_MARGIN if self.plated else 2 * SHADOW_REACH + SHADOW_DROP)


def _lay_out(title: Title, frame_width: float) -> _LaidOut:
    """Break into lines inside the safe area; a title too tall for it is set smaller."""
    em = title.size * UNITS_HIGH
    smallest = em * SMALLEST_SHRINK
    while True:
        laid = _at_size(title, frame_width, em)
        if laid.ink.height() <= SAFE * UNITS_HIGH or em <= smallest:
            return laid
        em *= 0.9


def _at_size(title: Title, frame_width: float, em: float) -> _LaidOut:
    font = _font(title, em)
    width = SAFE * frame_width - (2 * PLATE_MARGIN * em if title.plate else 0)
    layouts = [_paragraph(line, font, width) for line in title.text.split("\n")]
    total = _set_lines(layouts, width, em)
    corner = QPointF((frame_width - width) / 2, (UNITS_HIGH - total) / 2)
    ink = QRectF()
    for layout in layouts:
        layout.setPosition(corner)
        for line in _lines(layout):
            ink = ink.united(line.naturalTextRect().translated(corner))
    return _LaidOut(tuple(layouts), ink, em, bool(title.plate))


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


def _set_lines(layouts: list[QTextLayout], width: float, em: float) -> float:
    """Put every line below the one before; the height of all."""
    y = 0.0
    for layout in layouts:
        lines = _lines(layout)
        for line in lines:
            line.setPosition(QPointF(0, y))
            y += max(line.height(), em * LINE_SPACING)
        if not lines:
            y += em * LINE_SPACING
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
    across, down = laid.em * PLATE_MARGIN, laid.em * PLATE_MARGIN * 0.5
    plate = QPainterPath()
    roundness = laid.em * PLATE_ROUNDNESS
    plate.addRoundedRect(laid.ink.adjusted(-across, -down, across, down), roundness, roundness)
    painter.fillPath(plate, QColor(title.plate))
    painter.end()


def _unit_painter(image: QImage, scale: float, area: QRectF) -> QPainter:
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.translate(-area.left(), -area.top())
    painter.scale(scale, scale)
    return painter


def _shadow(letters: QImage, em: float) -> QImage:
    """A soft black shadow a little below the letters, em in pixels."""
    alpha = np.ascontiguousarray(pixels_of(letters)[:, :, 3])
    soft = cv2.GaussianBlur(alpha, (0, 0), max(0.3, em * SHADOW_REACH / 2))
    drop = np.array([[1, 0, 0], [0, 1, em * SHADOW_DROP]], np.float32)
    height, width = alpha.shape
    lowered = cv2.warpAffine(soft, drop, (width, height), flags=cv2.INTER_LINEAR)
    pixels = np.zeros((height, width, 4), np.uint8)
    pixels[:, :, 3] = cv2.convertScaleAbs(lowered, alpha=SHADOW_STRENGTH)
    return image_of(pixels)

"""The ruler: time marks that never crowd, the marked loop, and what lies outside the film."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from engine.contract.time import Rate, Span
from ui import theme
from ui.timeline.geometry import RULER, Geometry
from ui.viewer.timecode import timecode

LABEL = 96


def paint_ruler(painter: QPainter, geometry: Geometry, marked: Span | None, seen: QRectF) -> None:
    """The ruler as far as it lies in `seen`; `marked` is None where the loop is the whole film."""
    painter.fillRect(QRectF(0, 0, geometry.width, RULER), QColor(theme.PANEL))
    if marked:
        left, right = geometry.x(marked.start), geometry.x(marked.stop)
        painter.fillRect(QRectF(left, RULER - 4, right - left, 4), theme.shade(theme.ACCENT, 0.7))
    painter.setFont(theme.figures_font(10))
    rate = geometry.sequence.rate
    step, parts = marks(geometry.per_frame, rate)
    frame = max(0, geometry.holding(seen.left() - LABEL)) // step * step
    while geometry.x(frame) < min(seen.right(), geometry.width):
        _paint_mark(painter, geometry, frame, step, parts)
        frame += step
    painter.setPen(QPen(QColor(theme.INK), 1))
    painter.drawLine(QPointF(0, RULER - 0.5), QPointF(geometry.width, RULER - 0.5))


def _paint_mark(painter: QPainter, geometry: Geometry, frame: int, step: int, parts: int) -> None:
    x = round(geometry.x(frame)) + 0.5
    painter.setPen(QPen(QColor(theme.EDGE), 1))
    painter.drawLine(QPointF(x, 10), QPointF(x, RULER - 2))
    for part in range(1, parts):
        between = round(geometry.x(frame + step * part / parts)) + 0.5
        painter.drawLine(QPointF(between, RULER - 7), QPointF(between, RULER - 2))
    painter.setPen(QColor(theme.FAINT))
    place = QRectF(x + 5, 3, LABEL, 16)
    text = timecode(frame, geometry.sequence.rate)
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def marks(per_frame: float, rate: Rate) -> tuple[int, int]:
    """Frames between two labels, and into how many parts the space between them is divided."""
    second = -(-rate.num // rate.den)
    steps = [(1, 1), (2, 2), (5, 5), (10, 5)]
    steps = [each for each in steps if each[0] < second]
    for seconds, parts in ((1, 4), (2, 4), (5, 5), (10, 5), (30, 6), (60, 6), (300, 5), (600, 5)):
        steps.append((seconds * second, parts))
    for step, parts in steps:
        if step * per_frame >= LABEL:
            return step, parts
    return 3600 * second, 6

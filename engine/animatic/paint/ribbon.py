"""Ribbons: lines of even width through many points, filled, which is far cheaper than stroked."""

from math import hypot

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF


def paint_ribbon(painter: QPainter, points: list[QPointF], wide: float, colour: QColor) -> None:
    """Fill a line `wide` across; its points must turn gently."""
    above, below = [], []
    for i, point in enumerate(points):
        before, after = points[max(i - 1, 0)], points[min(i + 1, len(points) - 1)]
        long = hypot(after.x() - before.x(), after.y() - before.y()) or 1.0
        half = wide / 2 / long
        aside = QPointF((before.y() - after.y()) * half, (after.x() - before.x()) * half)
        above.append(point - aside)
        below.append(point + aside)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([*above, *below[::-1]]), Qt.FillRule.WindingFill)

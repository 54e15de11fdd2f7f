"""Girih: the star patterns of Islamic geometry, eight-pointed stars and the crosses between."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF


def star(centre: QPointF, radius: float, points: int = 8, depth: float = 0.765) -> QPainterPath:
    """A star of two turned squares: `depth` is where the notches lie (0.765 for a khatam)."""
    corners = QPolygonF()
    for number in range(2 * points):
        reach = radius if number % 2 == 0 else depth * radius
        angle = pi * number / points
        corners.append(centre + QPointF(reach * cos(angle), reach * sin(angle)))
    path = QPainterPath()
    path.addPolygon(corners)
    path.closeSubpath()
    return path


def rosette(centre: QPointF, radius: float, points: int = 8) -> QPainterPath:
    """A star within a star within a ring of petals."""
    path = star(centre, radius, points)
    path.addPath(star(centre, 0.56 * radius, points))
    for number in range(points):
        angle = pi * (2 * number + 1) / points
        inner = centre + QPointF(0.43 * radius * cos(angle), 0.43 * radius * sin(angle))
        outer = centre + QPointF(0.765 * radius * cos(angle), 0.765 * radius * sin(angle))
        path.moveTo(inner)
        path.lineTo(outer)
    path.addEllipse(centre, 0.2 * radius, 0.2 * radius)
    return path


def stars_and_crosses(area: QRectF, side: float, bare: QRectF | None = None) -> QPainterPath:
    """Stars in rows that touch at their points, which leaves crosses between them; none with its
    middle in the `bare` part."""
    path = QPainterPath()
    radius = side / 2
    across, down = int(area.width() / side) + 2, int(area.height() / side) + 2
    left = area.center().x() - 0.5 * side * (across - 1)
    top = area.center().y() - 0.5 * side * (down - 1)
    for row in range(down):
        for column in range(across):
            centre = QPointF(left + column * side, top + row * side)
            if bare is None or not bare.contains(centre):
                path.addPath(star(centre, radius))
    return path

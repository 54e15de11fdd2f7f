"""Shapes: smooth outlines, tapering limbs and ribbons as painter paths, in any unit."""

from collections.abc import Iterable, Sequence
from math import cos, hypot, pi, sin

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

Point = tuple[float, float]


def polygon(points: Iterable[Point]) -> QPainterPath:
    """A closed outline with straight sides."""
    path = QPainterPath()
    corners = [QPointF(x, y) for x, y in points]
    path.moveTo(corners[0])
    for corner in corners[1:]:
        path.lineTo(corner)
    path.closeSubpath()
    return path


def blob(points: Sequence[Point]) -> QPainterPath:
    """A closed smooth outline through all points (Catmull-Rom as Bezier curves)."""
    n = len(points)
    path = QPainterPath(QPointF(*points[0]))
    for i in range(n):
        _curve(path, points[i - 1], points[i], points[(i + 1) % n], points[(i + 2) % n])
    path.closeSubpath()
    return path


def curve(points: Sequence[Point], path: QPainterPath | None = None) -> QPainterPath:
    """An open smooth line through all points; goes on from the end of `path` if there is one."""
    if path is None:
        path = QPainterPath(QPointF(*points[0]))
    last = len(points) - 1
    for i in range(last):
        before, after = points[max(i - 1, 0)], points[min(i + 2, last)]
        _curve(path, before, points[i], points[i + 1], after)
    return path


def _curve(path: QPainterPath, before: Point, start: Point, end: Point, after: Point) -> None:
    path.cubicTo(
        start[0] + (end[0] - before[0]) / 6,
        start[1] + (end[1] - before[1]) / 6,
        end[0] - (after[0] - start[0]) / 6,
        end[1] - (after[1] - start[1]) / 6,
        end[0],
        end[1],
    )


def ribbon(points: Sequence[Point], widths: Sequence[float]) -> QPainterPath:
    """A band along a line, `widths[i]` wide at points[i]."""
    left, right = [], []
    last = len(points) - 1
    for i, (x, y) in enumerate(points):
        (ax, ay), (bx, by) = points[max(i - 1, 0)], points[min(i + 1, last)]
        length = hypot(bx - ax, by - ay) or 1.0
        nx, ny = -(by - ay) / length, (bx - ax) / length
        half = widths[i] / 2
        left.append((x + nx * half, y + ny * half))
        right.append((x - nx * half, y - ny * half))
    path = curve(left)
    path.lineTo(QPointF(*right[-1]))
    curve(right[::-1], path)
    path.closeSubpath()
    return path


def sliver(points: Sequence[Point], widths: Sequence[float]) -> QPainterPath:
    """A ribbon with straight sides, five times as fast: for what is too slim to show corners."""
    left = [(x - wide / 2, y) for (x, y), wide in zip(points, widths, strict=True)]
    right = [(x + wide / 2, y) for (x, y), wide in zip(points, widths, strict=True)]
    return polygon([*left, *right[::-1]])


def limb(start: Point, end: Point, wide: float, narrow: float) -> QPainterPath:
    """A tapering round-ended limb from start (`wide` across) to end (`narrow` across)."""
    angle_x, angle_y = end[0] - start[0], end[1] - start[1]
    length = hypot(angle_x, angle_y) or 1e-6
    ux, uy = angle_x / length, angle_y / length
    around = [_turned(start, ux, uy, wide / 2, pi / 2 + i * pi / 4) for i in range(5)]
    around += [_turned(end, ux, uy, narrow / 2, -pi / 2 + i * pi / 4) for i in range(5)]
    return blob(around)


def _turned(centre: Point, ux: float, uy: float, radius: float, angle: float) -> Point:
    c, s = cos(angle) * radius, sin(angle) * radius
    return centre[0] + ux * c - uy * s, centre[1] + uy * c + ux * s


def ellipse(x: float, y: float, rx: float, ry: float) -> QPainterPath:
    """An ellipse about (x, y)."""
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), rx, ry)
    return path


def box(x: float, y: float, width: float, height: float, corner: float = 0.0) -> QPainterPath:
    """A rectangle from (x, y), with round corners if asked."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(x, y, width, height), corner, corner)
    return path

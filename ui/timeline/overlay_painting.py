"""What lies over the clips: playhead, snap line, ghosts, selection box, and the drag's bubble."""

from collections.abc import Iterable

import msgspec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from ui import theme
from ui.timeline.geometry import RULER, Geometry

HEAD = 6
PAD = 8


class Bubble(msgspec.Struct, frozen=True):
    """What a drag does, in a few words: the strong one first. `bad` when it can't be done."""

    strong: str
    rest: str = ""
    bad: bool = False


def paint_playhead(painter: QPainter, geometry: Geometry, frame: int) -> None:
    """A line through all tracks with a head in the ruler."""
    x = round(geometry.x(frame)) + 0.5
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(QColor(theme.ACCENT), 1))
    painter.drawLine(QPointF(x, RULER - 8), QPointF(x, geometry.height))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.ACCENT))
    top = RULER - 18
    corners = ((-HEAD, top), (HEAD, top), (HEAD, top + 8), (0, RULER - 3), (-HEAD, top + 8))
    painter.drawPolygon(QPolygonF([QPointF(x + across, down) for across, down in corners]))


def paint_line(painter: QPainter, geometry: Geometry, frame: int) -> None:
    """The magnetic line that caught an edge."""
    x = round(geometry.x(frame)) + 0.5
    painter.setPen(QPen(QColor(theme.TEXT), 1, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(x, RULER), QPointF(x, geometry.height))


def paint_ghosts(painter: QPainter, boxes: Iterable[QRectF], fill: float = 0.0) -> None:
    """Where something was, or, filled, where something will land."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(theme.TEXT), 1.2)
    pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(theme.shade("#ffffff", fill))
    for box in boxes:
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


def paint_box(painter: QPainter, area: QRectF) -> None:
    """The selection box."""
    painter.setPen(QPen(QColor(theme.ACCENT), 1))
    painter.setBrush(theme.shade(theme.ACCENT, 0.12))
    painter.drawRect(area)


def paint_bubble(painter: QPainter, bubble: Bubble, at: QPointF, inside: QRectF) -> None:
    """The bubble over the point `at`, moved so that it lies inside."""
    strong, rest = theme.figures_font(12, theme.QFont.Weight.DemiBold), theme.figures_font(12)
    first = QFontMetricsF(strong).horizontalAdvance(bubble.strong)
    second = QFontMetricsF(rest).horizontalAdvance(bubble.rest)
    width = first + 2 * PAD + (second + PAD if bubble.rest else 0)
    left = min(max(at.x() - width / 2, inside.left() + 4), inside.right() - width - 4)
    top = max(at.y() - 64, inside.top() + 2)
    place = QRectF(left, top, width, 26)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.DANGER if bubble.bad else theme.EDGE), 1))
    painter.setBrush(QColor(theme.RAISED))
    painter.drawRoundedRect(place, 6, 6)
    painter.setFont(strong)
    painter.setPen(QColor(theme.DANGER if bubble.bad else theme.TEXT))
    text = place.adjusted(PAD, 0, -PAD, 0)
    painter.drawText(
        text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, bubble.strong
    )
    painter.setFont(rest)
    painter.setPen(QColor(theme.MUTED))
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, bubble.rest)

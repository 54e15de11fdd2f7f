"""The small picture of a media file, as rows and chips show it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from engine.contract.media_facts import MediaFacts
from ui import theme
from ui.media.media_plan import media_plan
from ui.stills import Stills
from ui.widgets.icon import glyph

FINE = 2
"""Pixels asked for per pixel shown, for sharp pictures on fine screens."""


class Thumbnail:
    """A file's picture fitted into a place, or the sign for a sound; empty until it has come."""

    def __init__(self, stills: Stills, facts: MediaFacts) -> None:
        self._stills, self._sound = stills, facts.kind == "sound"
        self._plan = media_plan(facts)

    def paint(self, painter: QPainter, place: QRectF) -> None:
        """Paint it in the middle of the place, on a dark ground with round corners."""
        shape = QPainterPath()
        shape.addRoundedRect(place, 4, 4)
        painter.fillPath(shape, QColor(theme.WELL))
        if self._sound:
            painter.drawPixmap(place.center() - QPointF(12, 12), glyph("wave", 24, theme.FAINT))
            return
        size = QSize(self._plan.width, self._plan.height).scaled(
            place.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio
        )
        wide, high = max(size.width(), 8) * FINE, max(size.height(), 8) * FINE
        image = self._stills.picture(self._plan, 0, wide, high)
        if image is not None and not image.isNull():
            spot = QRectF(0, 0, size.width(), size.height())
            spot.moveCenter(place.center())
            painter.save()
            painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
            painter.drawImage(spot, image)
            painter.restore()

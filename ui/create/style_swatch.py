"""What a style looks like: the same small scene painted in each."""

from fractions import Fraction
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from app.flatten import shot_plan
from app.limits import settle, size_of
from engine.contract.plan import RenderPlan
from ui import theme
from ui.stills import Stills
from ui.widgets.icon import glyph

PROMPT = "a sailboat on a lake with mountains at golden hour"
FINE = 2


class StyleSwatch:
    """Paints a style once its picture has come; "" is the style that follows the prompt."""

    def __init__(self, stills: Stills) -> None:
        self._stills = stills

    def paint(self, painter: QPainter, place: QRectF, style: str) -> None:
        """The style's picture covering the place."""
        if not style:
            middle = place.center() - QPointF(12, 12)
            painter.drawPixmap(middle, glyph("sparkle", 24, theme.ACCENT))
            return
        high = round(place.height())
        wide = round(high * 16 / 9)
        image = self._stills.picture(_plan(style), 0, FINE * wide, FINE * high)
        painter.fillRect(place, theme.shade(theme.WELL, 1.0))
        if image is not None and not image.isNull():
            spot = QRectF(0, 0, max(wide, place.width()), high)
            spot.moveCenter(place.center())
            painter.drawImage(spot, image)


@lru_cache(maxsize=64)
def _plan(style: str) -> RenderPlan:
    width, height = size_of("16:9", 360)
    return shot_plan(settle(PROMPT, Fraction(1), width, height, style=style).request)

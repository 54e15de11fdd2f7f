"""Film strips: small pictures along a clip, asked for beside the window and painted when ready."""

from collections import OrderedDict

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPixmap

from app.document.clip import Clip
from engine.contract.plan import RenderPlan
from engine.contract.time import Rate
from ui import theme
from ui.stills import Stills
from ui.timeline.geometry import Geometry
from ui.timeline.pace import legs, source_second

DETAIL = 2
TILES = 400


class Strips:
    """Paints only the tiles that can be seen; a tile that isn't there yet leaves its place free."""

    def __init__(self, stills: Stills) -> None:
        self._stills = stills
        self._scaled: OrderedDict[tuple[int, int, int], QPixmap] = OrderedDict()

    def paint(
        self,
        painter: QPainter,
        body: QRectF,
        clip: Clip,
        plan: RenderPlan,
        geometry: Geometry,
        seen: QRectF,
    ) -> None:
        """Fill `body`, the clip's place for pictures, as far as it lies in `seen`."""
        rate, row = geometry.sequence.rate, legs(clip.retime, geometry.sequence.rate)
        tile = max(24, round(body.height() * plan.width / plan.height))
        ratio = painter.device().devicePixelRatioF()
        step = _step(tile / geometry.per_frame)
        first = max(0, int((seen.left() - body.left()) // tile))
        left = body.left() + first * tile
        while left < min(seen.right(), body.right()):
            second = source_second(row, float((left - body.left()) / geometry.per_frame / rate.fps))
            image = self._image(plan, _rounded(second, rate, step, plan.frames), body)
            place = QRectF(left, body.top(), tile, body.height())
            if image is not None and image.isNull():
                _paint_missing(painter, place & body)
            elif image is not None:
                painter.drawPixmap(place.topLeft(), self._fitted(image, place.size(), ratio))
            left += tile

    def _fitted(self, image: QImage, size: QSizeF, ratio: float) -> QPixmap:
        """The picture in the pixels it takes, scaled once."""
        pixels = (size * ratio).toSize()
        key = (image.cacheKey(), pixels.width(), pixels.height())
        fitted = self._scaled.pop(key, None)
        if fitted is None:
            smooth = Qt.TransformationMode.SmoothTransformation
            whole = Qt.AspectRatioMode.IgnoreAspectRatio
            fitted = QPixmap.fromImage(image.scaled(pixels, whole, smooth))
            fitted.setDevicePixelRatio(ratio)
        self._scaled[key] = fitted
        while len(self._scaled) > TILES:
            self._scaled.popitem(last=False)
        return fitted

    def _image(self, plan: RenderPlan, frame: int, body: QRectF) -> QImage | None:
        height = max(16, round(body.height() / 8) * 8 * DETAIL)
        width = max(16, round(height * plan.width / plan.height / 2) * 2)
        return self._stills.picture(plan, frame, width, height)


def _paint_missing(painter: QPainter, place: QRectF) -> None:
    """Hatched: this picture can't be had, most often because its file is gone."""
    painter.fillRect(place, QBrush(QColor(theme.EDGE), Qt.BrushStyle.BDiagPattern))


def _step(frames: float) -> int:
    """Source frames between tiles: a power of two, so that zooming rarely asks anew."""
    step = 1
    while step * 2 <= frames / 2:
        step *= 2
    return step


def _rounded(second: float, rate: Rate, step: int, frames: int) -> int:
    frame = int(second * float(rate.fps)) // step * step
    return min(max(frame, 0), frames - 1)

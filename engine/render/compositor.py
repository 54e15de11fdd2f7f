"""The compositor: one moment of a plan to one picture, for viewer, thumbnails and export alike."""

from collections import Counter
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from engine.contract.plan import Layer, Look, MediaSource, RenderPlan
from engine.render.looks import apply
from engine.render.picture_sources import PictureSources, SourcePicture, asked_size
from engine.render.pixels import PREMULTIPLIED, as_premultiplied, image_of, pixels_of
from engine.render.placement import SAME, Placement, place

Size = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A layer's picture, ready to be laid on the canvas."""

    picture: SourcePicture
    placement: Placement
    opacity: float

    @property
    def pixels(self) -> Size:
        """Width and height of its picture."""
        return self.picture.image.width(), self.picture.image.height()

    def hides_all(self, canvas: Size) -> bool:
        """Whether nothing below it can be seen."""
        covering = self.opacity == 1.0 and self.placement.covers(*canvas)
        return covering and self.picture.is_opaque()

    def is_unscaled(self, size: Size) -> bool:
        """Whether this size in pixels is the size at which it is shown."""
        shown = self.placement
        return abs(shown.width - size[0]) <= SAME and abs(shown.height - size[1]) <= SAME


class Compositor:
    """Makes pictures of plans. Not to be used by two threads at a time."""

    def __init__(self) -> None:
        self._sources = PictureSources()

    def picture(self, plan: RenderPlan, frame: int, width: int, height: int) -> QImage:
        """Frame `frame` of the film at this size: Format_ARGB32_Premultiplied, belongs to the
        caller.

        At a smaller size than the film's it is the same picture, smaller. Raises EngineFault, and
        ValueError for a look that doesn't exist.
        """
        canvas = (width, height)
        sheets, hiding = self._visible(plan, frame, canvas)
        if hiding and sheets[0].is_unscaled(canvas) and sheets[0].pixels == canvas:
            base = _own(sheets.pop(0).picture)
        else:
            base = QImage(width, height, PREMULTIPLIED)
            base.fill(QColor(plan.background))
        return _laid(base, sheets) if sheets else base

    def close(self) -> None:
        """Close every file and let the memory go."""
        self._sources.close()

    def _visible(self, plan: RenderPlan, frame: int, canvas: Size) -> tuple[list[_Sheet], bool]:
        """What can be seen, bottom first, and whether the lowest hides all that is below it.

        Nothing under a picture that hides all is worked out.
        """
        sheets: list[_Sheet] = []
        uses: Counter[MediaSource] = Counter()
        for layer in reversed(plan.layers_at(frame)):
            sheet = self._sheet(plan, layer, frame, canvas, uses)
            if sheet is not None:
                sheets.append(sheet)
                if sheet.hides_all(canvas):
                    return sheets[::-1], True
        return sheets[::-1], False

    def _sheet(
        self, plan: RenderPlan, layer: Layer, frame: int, canvas: Size, uses: Counter[MediaSource]
    ) -> _Sheet | None:
        opacity = opacity_at(layer, frame)
        if opacity <= 0.0:
            return None
        use = _use_of(layer, uses)
        film = (plan.width, plan.height)
        size = self._sources.size(layer.source, film, use)
        placement = place(size, layer.transform, film, canvas)
        if not placement.touches(*canvas):
            return None
        shown = (placement.width, placement.height)
        asked = asked_size(layer.source, shown, layer.transform.scale, canvas)
        local = frame - layer.span.start
        moment = layer.time_map.source_of_frame(local, plan.rate)
        picture = self._sources.picture(layer.source, moment, *asked, use)
        return _Sheet(_restyled(picture, layer.looks, local), placement, opacity)


def opacity_at(layer: Layer, frame: int) -> float:
    """The layer's opacity at this frame, its fades counted, each frame at its middle."""
    since = frame - layer.span.start + 0.5
    left = layer.span.stop - frame - 0.5
    opacity = min(max(layer.opacity, 0.0), 1.0)
    if layer.fade_in:
        opacity *= min(1.0, since / layer.fade_in)
    if layer.fade_out:
        opacity *= min(1.0, left / layer.fade_out)
    return opacity


def _own(picture: SourcePicture) -> QImage:
    """The picture as one that may be painted on."""
    image = picture.image.copy() if picture.shared else picture.image
    return as_premultiplied(image)


def _use_of(layer: Layer, uses: Counter[MediaSource]) -> int:
    """How many layers above show the same file at the same time."""
    if not isinstance(layer.source, MediaSource):
        return 0
    uses[layer.source] += 1
    return uses[layer.source] - 1


def _restyled(picture: SourcePicture, looks: tuple[Look, ...], seed: int) -> SourcePicture:
    if not looks:
        return picture
    opaque = picture.is_opaque()
    original = pixels = pixels_of(picture.image)
    for look in looks:
        pixels = apply(look, pixels, seed, opaque)
    if pixels is original:
        return picture
    return replace(picture, image=image_of(pixels), opaque=opaque, shared=False)


def _laid(base: QImage, sheets: list[_Sheet]) -> QImage:
    painter = QPainter(base)
    painter.setRenderHints(
        QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing
    )
    for sheet in sheets:
        painter.setOpacity(sheet.opacity)
        _lay(painter, sheet)
    painter.end()
    return base


def _lay(painter: QPainter, sheet: _Sheet) -> None:
    picture, placement = sheet.picture, sheet.placement
    rect = placement.rect
    left, top = rect.left() + picture.left, rect.top() + picture.top
    whole = _near_whole(left) and _near_whole(top)
    if placement.upright and whole and sheet.is_unscaled((picture.width, picture.height)):
        painter.drawImage(round(left), round(top), picture.image)
        return
    painter.save()
    painter.setTransform(placement.to_canvas, True)
    painter.translate(-placement.width / 2, -placement.height / 2)
    painter.scale(placement.width / picture.width, placement.height / picture.height)
    painter.drawImage(QPointF(picture.left, picture.top), picture.image)
    painter.restore()


def _near_whole(value: float) -> bool:
    return abs(value - round(value)) <= SAME

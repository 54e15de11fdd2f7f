"""Pictures of whatever a layer shows, at the size it is shown; open files and drawings are kept.

What is kept is bounded: by number for open files, by bytes for what is painted.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, log2, sqrt

import cv2
import numpy as np
from PySide6.QtGui import QColor, QImage

from engine.animatic.reel import ReelDrawing, likeness
from engine.contract.events import EngineFault
from engine.contract.plan import Colour, MediaSource, PictureSource, ShotSource, Title
from engine.contract.shot import MediaRef
from engine.media.picture_reader import PictureReader
from engine.render.pixels import PREMULTIPLIED, image_of, pixels_of
from engine.render.shelf import Shelf
from engine.render.titles import TitlePicture, title_picture

OPEN_FILES = 10
DRAWING_BYTES = 600 << 20
DRAWING_LAYERS = 24
TITLE_BYTES = 64 << 20


@dataclass(frozen=True, slots=True)
class SourcePicture:
    """A picture as part of its source's whole frame of `width` by `height` pixels.

    The image's corner lies `left`, `top` pixels from the frame's. `opaque`: the image is the whole
    frame and no pixel lets anything through; None where only a look can tell. `shared`: the image
    is kept by its source too and must not be painted on; Qt doesn't know that and would.
    """

    image: QImage
    width: int
    height: int
    left: int = 0
    top: int = 0
    opaque: bool | None = False
    shared: bool = False

    def is_opaque(self) -> bool:
        """Whether nothing below it can be seen; looks at every pixel if need be."""
        if self.opaque is None:
            alpha = cv2.extractChannel(pixels_of(self.image), 3)
            return cv2.minMaxLoc(alpha)[0] == 255
        return self.opaque


class PictureSources:
    """Opens sources when they are asked for the first time, and closes what was not used long."""

    def __init__(self) -> None:
        self._readers: Shelf[PictureReader] = Shelf(OPEN_FILES, PictureReader.close)
        self._drawings: Shelf[ReelDrawing] = Shelf(DRAWING_BYTES)
        self._titles: Shelf[TitlePicture] = Shelf(TITLE_BYTES)

    def size(
        self, source: PictureSource, frame: tuple[int, int], use: int = 0
    ) -> tuple[float, float]:
        """Width and height of the source, of which only the ratio counts.

        Titles and colours have the film's own frame. `use` tells apart layers that show the same
        file at the same time, each of which reads at its own place.
        """
        match source:
            case ShotSource(request):
                return request.width, request.height
            case MediaSource(media):
                reader = self._reader(media, use)
                return reader.width, reader.height
            case _:
                return frame

    def picture(
        self, source: PictureSource, moment: Fraction, width: int, height: int, use: int = 0
    ) -> SourcePicture:
        """The source at this moment, `width` by `height` pixels large."""
        match source:
            case ShotSource():
                image = self._drawing(source, width, height).picture(float(moment))
                return SourcePicture(image, width, height, opaque=True)
            case MediaSource(media):
                return _whole(self._reader(media, use).picture_at(moment, width, height))
            case Title():
                return self._title(source, width, height)
            case Colour(colour):
                return _plain(colour, width, height)

    def close(self) -> None:
        """Close every file and forget everything painted."""
        for shelf in (self._readers, self._drawings, self._titles):
            shelf.clear()

    def _reader(self, media: MediaRef, use: int) -> PictureReader:
        return self._readers.take((media, use), lambda: PictureReader(media.path))

    def _drawing(self, source: ShotSource, width: int, height: int) -> ReelDrawing:
        cost = width * height * 4 * DRAWING_LAYERS
        key = (likeness(source.request), width, height)
        return self._drawings.take(key, lambda: ReelDrawing(source.request, width, height), cost)

    def _title(self, title: Title, width: int, height: int) -> SourcePicture:
        key = (title, width, height)
        kept = self._titles.find(key)
        if kept is None:
            kept = title_picture(title, width, height)
            self._titles.put(key, kept, kept.image.sizeInBytes())
        return SourcePicture(kept.image, width, height, kept.left, kept.top, shared=True)


def asked_size(
    source: PictureSource, shown: tuple[float, float], scale: float, canvas: tuple[int, int]
) -> tuple[int, int]:
    """How large to ask for a picture that is shown so large on this canvas.

    Exactly as large as it is shown, but never with more than twice the canvas's pixels: of a
    picture enlarged further most lies outside. A shot takes long to draw for the first time at a
    new size, so while it is being scaled it is asked for in steps of a quarter octave.
    """
    grown = 2 ** (ceil(4 * log2(scale) - 1e-9) / 4) / scale if _is_drawn(source) else 1.0
    limit = 2.0 * canvas[0] * canvas[1]
    ratio = min(grown, sqrt(limit / max(shown[0] * shown[1], 1e-9)))
    return max(1, round(shown[0] * ratio)), max(1, round(shown[1] * ratio))


def _is_drawn(source: PictureSource) -> bool:
    return isinstance(source, ShotSource)


def _whole(pixels: np.ndarray) -> SourcePicture:
    height, width = pixels.shape[:2]
    return SourcePicture(image_of(pixels), width, height, opaque=None, shared=True)


def _plain(colour: str, width: int, height: int) -> SourcePicture:
    shade = QColor(colour)
    if not shade.isValid():
        raise EngineFault("bad_request", colour, "not a colour")
    image = QImage(width, height, PREMULTIPLIED)
    image.fill(shade)
    return SourcePicture(image, width, height, opaque=shade.alpha() == 255)

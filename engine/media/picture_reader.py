"""The picture of any moment of any media file: films, animations, sequences, stills, drawings."""

from collections import OrderedDict
from fractions import Fraction

import numpy as np

from engine.media.pictures import pictures_of

_BACKWARDS_MEMORY = 128 << 20
_PICTURES_KEPT = 2


class PictureReader:
    """Pictures of a media file by exact moment, from its first picture on.

    `path` is a film, an animation, a still, a drawing, a folder of numbered pictures or a printf
    pattern. Not to be used by two threads at a time. `memory` bounds the bytes kept for playing
    backwards; `seconds` is how long it lasts, 0 for a single picture. Raises EngineFault
    media_missing, media_unreadable, media_unsupported or media_too_large.
    """

    def __init__(self, path: str, memory: int = _BACKWARDS_MEMORY) -> None:
        self._pictures = pictures_of(path, memory)
        self._recent: OrderedDict[tuple[int, int, int], np.ndarray] = OrderedDict()
        self.width, self.height = self._pictures.size
        self.seconds = self._pictures.seconds

    def picture_at(
        self, seconds: Fraction, width: int | None = None, height: int | None = None
    ) -> np.ndarray:
        """The picture that holds this moment: (height, width, 4) uint8 premultiplied BGRA.

        Without a size as large as the file has it; with one side the other keeps the shape. Beyond
        the ends the first or last picture. The array is shared and must not be written to.
        """
        size = self._size(width, height)
        key = (self._pictures.number_at(Fraction(seconds)), *size)
        if key not in self._recent:
            picture = self._pictures.picture(*key)
            picture.setflags(write=False)
            self._recent[key] = picture
            while len(self._recent) > _PICTURES_KEPT:
                self._recent.popitem(last=False)
        return self._recent[key]

    def close(self) -> None:
        """Close the file and let the memory go."""
        self._recent.clear()
        self._pictures.close()

    def _size(self, width: int | None, height: int | None) -> tuple[int, int]:
        if width is None and height is None:
            return self.width, self.height
        if width is None:
            width = max(1, round(height * self.width / self.height))
        if height is None:
            height = max(1, round(width * self.height / self.width))
        return width, height

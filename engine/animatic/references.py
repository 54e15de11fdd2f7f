"""References: the files handed in with a prompt, by their roles, read once for a size.

Pictures are uint8 (height, width, 4) premultiplied BGRA in sRGB, shared, never to be written to.
"""

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache

import numpy as np

from engine.contract.shot import MediaRef, Reference, Role
from engine.media.picture_reader import PictureReader

FILM_MEMORY = 32 << 20
HIGH = 0.36
"""Where a picture that is too tall is cut: this part of what goes is above, for heads and horizons
lie in the upper part of most pictures."""


def reference(references: Iterable[Reference], role: Role) -> MediaRef | None:
    """The first file that was handed in for this role."""
    return next((one.media for one in references if one.role == role), None)


@lru_cache(maxsize=12)
def contained(media: MediaRef, width: int, height: int) -> np.ndarray:
    """The whole picture, as large as it fits into this many pixels; a film's first picture.

    Raises EngineFault media_missing, media_unreadable, media_unsupported or media_too_large.
    """
    reader = PictureReader(media.path)
    try:
        scale = min(width / reader.width, height / reader.height)
        return reader.picture_at(Fraction(0), *_scaled(reader, scale))
    finally:
        reader.close()


@lru_cache(maxsize=4)
def covering(media: MediaRef, width: int, height: int) -> np.ndarray:
    """The part of the picture that covers just so many pixels; a film's first picture.

    Raises EngineFault as `contained` does.
    """
    reader = PictureReader(media.path)
    try:
        return covering_at(reader, 0.0, width, height)
    finally:
        reader.close()


def covering_at(reader: PictureReader, t: float, width: int, height: int) -> np.ndarray:
    """The part of a film's picture at t seconds that covers just so many pixels. A film that is
    shorter starts again from its beginning."""
    size = _scaled(reader, max(width / reader.width, height / reader.height))
    # A float just below a picture's first moment would show the picture before.
    moment = Fraction(t + 1e-6)
    whole = reader.picture_at(moment % reader.seconds if reader.seconds else Fraction(0), *size)
    top, left = round(HIGH * (whole.shape[0] - height)), (whole.shape[1] - width) // 2
    return whole[top : top + height, left : left + width]


def film(media: MediaRef) -> PictureReader:
    """The pictures of a film, opened anew."""
    return PictureReader(media.path, FILM_MEMORY)


@lru_cache(maxsize=32)
def moves(media: MediaRef) -> bool:
    """Whether it has more than one picture. Raises EngineFault as `contained` does."""
    reader = PictureReader(media.path, 0)
    try:
        return reader.seconds > 0
    finally:
        reader.close()


def _scaled(reader: PictureReader, scale: float) -> tuple[int, int]:
    # The next pixel up, lest rounding leaves a covering picture a pixel too small.
    return max(1, -int(-reader.width * scale // 1)), max(1, -int(-reader.height * scale // 1))

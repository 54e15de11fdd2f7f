"""References: the files handed in with a prompt, by their roles, read once for a size.

Pictures are uint8 (height, width, 4) premultiplied BGRA in sRGB, shared, never to be written to.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import lru_cache
from math import ceil

import numpy as np

from engine.contract.shot import MediaRef, Reference, Role
from engine.media.frame_colour import resized
from engine.media.picture_reader import PictureReader

FILM_MEMORY = 32 << 20
COPY = 1600
"""Pixels of the longer side of the copy from which smaller sizes are made."""
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
    copy = _copy(media)
    scale = min(width / copy.shape[1], height / copy.shape[0])
    if scale <= 1.0:
        return resized(copy, *_scaled(copy.shape[1::-1], scale))
    return _read(media, lambda reader: min(width / reader.width, height / reader.height))


@lru_cache(maxsize=4)
def covering(media: MediaRef, width: int, height: int) -> np.ndarray:
    """The part of the picture that covers just so many pixels; a film's first picture.

    Raises EngineFault as `contained` does.
    """
    copy = _copy(media)
    scale = max(width / copy.shape[1], height / copy.shape[0])
    if scale <= 1.0:
        return _cut(resized(copy, *_scaled(copy.shape[1::-1], scale)), width, height)
    whole = _read(media, lambda reader: max(width / reader.width, height / reader.height))
    return _cut(whole, width, height)


@lru_cache(maxsize=3)
def _copy(media: MediaRef) -> np.ndarray:
    """The whole picture at a size that is enough for most uses, so that a large one is read only
    once."""
    return _read(media, lambda reader: min(1.0, COPY / max(reader.width, reader.height)))


def _read(media: MediaRef, scale_of: Callable[[PictureReader], float]) -> np.ndarray:
    reader = PictureReader(media.path)
    try:
        size = _scaled((reader.width, reader.height), scale_of(reader))
        return reader.picture_at(Fraction(0), *size)
    finally:
        reader.close()


def _cut(whole: np.ndarray, width: int, height: int) -> np.ndarray:
    """So many pixels of it, heads and horizons kept."""
    top, left = round(HIGH * (whole.shape[0] - height)), (whole.shape[1] - width) // 2
    return whole[top : top + height, left : left + width]


def covering_at(reader: PictureReader, t: float, width: int, height: int) -> np.ndarray:
    """The part of a film's picture at t seconds that covers just so many pixels. A film that is
    shorter starts again from its beginning."""
    scale = max(width / reader.width, height / reader.height)
    size = _scaled((reader.width, reader.height), scale)
    # A float just below a picture's first moment would show the picture before.
    moment = Fraction(t + 1e-6)
    whole = reader.picture_at(moment % reader.seconds if reader.seconds else Fraction(0), *size)
    return _cut(whole, width, height)


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


def _scaled(size: tuple[int, ...], scale: float) -> tuple[int, int]:
    # The next pixel up, lest rounding leaves a covering picture a pixel too small.
    width, height = (max(1, ceil(side * scale - 1e-9)) for side in size)
    return width, height

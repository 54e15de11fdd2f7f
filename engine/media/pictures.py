"""The kinds of picture files, each as numbered pictures: films, animations, sequences, stills."""

from bisect import bisect_right
from fractions import Fraction
from itertools import accumulate
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from av.video.reformatter import VideoReformatter

from engine.contract.events import EngineFault
from engine.media.frame_colour import has_alpha, resized, to_bgra
from engine.media.frame_decoder import FrameDecoder
from engine.media.opening import open_media
from engine.media.orientation import orientation_of
from engine.media.picture_sequence import SEQUENCE_RATE, is_sequence, sequence_files
from engine.media.still import (
    animation_frames,
    animation_length,
    drawing_pixels,
    drawing_size,
    is_drawing,
    reads_as_still,
    still_pixels,
)


class Pictures(Protocol):
    """Numbered pictures of one file, `size` (width, height) as they are meant to be seen, and how
    many `seconds` they last: 0 for a single one."""

    size: tuple[int, int]
    seconds: Fraction

    def number_at(self, seconds: Fraction) -> int:
        """The picture that holds this moment; the first or last beyond the ends."""
        ...

    def picture(self, number: int, width: int, height: int) -> np.ndarray:
        """(height, width, 4) uint8 premultiplied BGRA."""
        ...

    def close(self) -> None:
        """Close the file."""
        ...


class Film:
    """Pictures of a file with a picture stream."""

    def __init__(self, path: str, memory: int) -> None:
        self._decoder = FrameDecoder(path, memory)
        self._reformatter = VideoReformatter()
        first = self._decoder.frame(0)
        self._orientation = orientation_of(first)
        self.size = _shown_size(first, self._decoder.pixel_shape, self._orientation.swapped)
        self.index = self._decoder.index
        self.seconds = self.index.seconds if len(self.index) > 1 else Fraction(0)
        self.container = self._decoder.container_name
        self.codec = self._decoder.codec_name
        self.alpha = has_alpha(first)

    def number_at(self, seconds: Fraction) -> int:
        """The picture that holds this moment; the first or last beyond the ends."""
        return self.index.number_at(seconds)

    def picture(self, number: int, width: int, height: int) -> np.ndarray:
        """(height, width, 4) uint8 premultiplied BGRA, upright."""
        lying = (height, width) if self._orientation.swapped else (width, height)
        pixels = to_bgra(self._decoder.frame(number), *lying, self._reformatter)
        return self._orientation.applied(pixels)

    def close(self) -> None:
        """Close the file."""
        self._decoder.close()


class Still:
    """One picture that shows at every moment."""

    seconds = Fraction(0)

    def __init__(self, path: str) -> None:
        self._path = path
        self._drawn = is_drawing(path)
        self._pixels = None if self._drawn else still_pixels(path)
        self.size = drawing_size(path) if self._pixels is None else _size_of(self._pixels)

    def number_at(self, seconds: Fraction) -> int:
        """Always the one picture."""
        return 0

    def picture(self, number: int, width: int, height: int) -> np.ndarray:
        """(height, width, 4) uint8 premultiplied BGRA; a drawing is painted at this very size."""
        if self._pixels is None:
            return drawing_pixels(self._path, width, height)
        return resized(self._pixels, width, height)

    def close(self) -> None:
        """Nothing is open."""


class Animation:
    """Pictures of an animated WebP, all of them in memory."""

    def __init__(self, path: str) -> None:
        frames = animation_frames(path)
        self._frames = [pixels for _, pixels in frames]
        self.durations = [seconds for seconds, _ in frames]
        self._ends = list(accumulate(self.durations))
        self.seconds = self._ends[-1]
        self.size = _size_of(self._frames[0])

    def number_at(self, seconds: Fraction) -> int:
        """The picture that holds this moment; the first or last beyond the ends."""
        return min(bisect_right(self._ends, seconds), len(self._ends) - 1)

    def picture(self, number: int, width: int, height: int) -> np.ndarray:
        """(height, width, 4) uint8 premultiplied BGRA."""
        return resized(self._frames[number], width, height)

    def close(self) -> None:
        """Nothing is open."""


class Sequence:
    """Numbered picture files, 24 of them a second, each at the first one's size."""

    def __init__(self, path: str) -> None:
        self._files = sequence_files(path)
        self.seconds = SEQUENCE_RATE.seconds(len(self._files))
        self.size = _size_of(_any_still(str(self._files[0])))

    def __len__(self) -> int:
        return len(self._files)

    def number_at(self, seconds: Fraction) -> int:
        """The picture that holds this moment; the first or last beyond the ends."""
        return min(max(SEQUENCE_RATE.frame_at(seconds), 0), len(self._files) - 1)

    def picture(self, number: int, width: int, height: int) -> np.ndarray:
        """(height, width, 4) uint8 premultiplied BGRA."""
        return resized(_any_still(str(self._files[number])), width, height)

    def close(self) -> None:
        """Nothing is open."""


def pictures_of(path: str, memory: int = 0) -> Pictures:
    """Opens whatever the path stands for; a film keeps up to `memory` bytes to play backwards.

    Raises EngineFault media_missing, media_unreadable or media_unsupported.
    """
    if is_sequence(path):
        return Sequence(path)
    if not Path(path).exists():
        raise EngineFault("media_missing", path)
    if reads_as_still(path) and not is_animated_png(path):
        return Animation(path) if animation_length(path) > 1 else Still(path)
    return Film(path, memory)


def is_animated_png(path: str) -> bool:
    """Whether a PNG says ahead of its pixels that it moves (PNG third edition, 11.3.6.1 acTL)."""
    with Path(path).open("rb") as file:
        head = file.read(4096)
    return head.startswith(b"\x89PNG") and b"acTL" in head.partition(b"IDAT")[0]


def _any_still(path: str) -> np.ndarray:
    """Qt's readers first; kinds of stills that they lack through FFmpeg."""
    if reads_as_still(path):
        return still_pixels(path)
    with open_media(path) as container:
        frame = next(container.decode(video=0))
        return to_bgra(frame, frame.width, frame.height, VideoReformatter())


def _size_of(pixels: np.ndarray) -> tuple[int, int]:
    return pixels.shape[1], pixels.shape[0]


def _shown_size(frame: Any, shape: Fraction, swapped: bool) -> tuple[int, int]:
    """Width and height in square pixels, upright; `shape` is a stored pixel's width to height."""
    width, height = max(1, round(frame.width * shape)), frame.height
    return (height, width) if swapped else (width, height)

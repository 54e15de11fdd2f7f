"""Decoded frames to premultiplied BGRA with the matrix and range that the frame names."""

from typing import Any

import cv2
import numpy as np
from av.video.reformatter import ColorRange, Colorspace, Interpolation, VideoReformatter

_SCALING = Interpolation.BILINEAR | Interpolation.ACCURATE_RND
_MATRICES = {
    1: Colorspace.ITU709,
    4: Colorspace.FCC,
    5: Colorspace.ITU601,
    6: Colorspace.ITU601,
    7: Colorspace.SMPTE240M,
    9: Colorspace.BT2020,
    10: Colorspace.BT2020,
}

_FULL_RANGE = ("yuvj", "gray", "ya", "pal8", "mono")


def has_alpha(frame: Any) -> bool:
    """Whether the frame's pixel format carries transparency."""
    return frame.format.name == "pal8" or any(c.is_alpha for c in frame.format.components)


def to_bgra(frame: Any, width: int, height: int, reformatter: VideoReformatter) -> np.ndarray:
    """The frame as (height, width, 4) uint8 premultiplied BGRA, scaled if need be.

    A frame that doesn't name its matrix has BT.709 from 720 lines or 1280 columns on, BT.601
    below, as players agree. Transparent pictures are scaled after premultiplying, so that no
    colour of an invisible pixel bleeds into its neighbours.
    """
    see_through = has_alpha(frame)
    size = (frame.width, frame.height) if see_through else (width, height)
    picture = reformatter.reformat(
        frame,
        *size,
        format="gbrap" if see_through else "gbrp",
        src_colorspace=_matrix(frame),
        src_color_range=_range(frame),
        dst_color_range=ColorRange.JPEG,
        interpolation=_SCALING,
    )
    pixels = _merged(picture)
    if see_through:
        return resized(premultiplied(pixels), width, height)
    return pixels


def premultiplied(pixels: np.ndarray) -> np.ndarray:
    """Straight (h, w, 4) uint8 BGRA with each colour times its alpha, rounded."""
    alpha = cv2.extractChannel(pixels, 3)
    if alpha.min() == 255:
        return pixels
    return cv2.multiply(
        pixels, cv2.merge([alpha, alpha, alpha, np.full_like(alpha, 255)]), scale=1 / 255
    )


def resized(pixels: np.ndarray, width: int, height: int) -> np.ndarray:
    """Premultiplied pixels at another size, averaged when they shrink."""
    if pixels.shape[:2] == (height, width):
        return pixels
    shrinks = width <= pixels.shape[1] and height <= pixels.shape[0]
    way = cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR
    return cv2.resize(pixels, (width, height), interpolation=way)


def _matrix(frame: Any) -> Colorspace:
    large = frame.height >= 720 or frame.width >= 1280
    return _MATRICES.get(frame.colorspace, Colorspace.ITU709 if large else Colorspace.ITU601)


def _range(frame: Any) -> ColorRange:
    if frame.format.is_rgb or frame.color_range == ColorRange.JPEG:
        return ColorRange.JPEG
    full = frame.format.name.startswith(_FULL_RANGE) and frame.color_range != ColorRange.MPEG
    return ColorRange.JPEG if full else ColorRange.MPEG


def _merged(picture: Any) -> np.ndarray:
    """(h, w, 4) uint8 BGRA of a frame in gbrp or gbrap.

    swscale rounds to the nearest level when it writes planes; its packed formats come out one to
    two levels too dark, or take five times as long.
    """
    green, blue, red, *alpha = (_rows(plane) for plane in picture.planes)
    return cv2.merge([blue, green, red, alpha[0] if alpha else np.full_like(green, 255)])


def _rows(plane: Any) -> np.ndarray:
    rows = np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)
    return rows[: plane.height, : plane.width]

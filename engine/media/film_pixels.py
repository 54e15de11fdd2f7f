"""From screen pixels to film pixels: BGRA to 4:2:0 in limited BT.709.

OpenCV's own conversions know BT.601 alone; its matrix product with BT.709's numbers takes less time
than FFmpeg's scaler.
"""

import cv2
import numpy as np

_KR, _KB = 0.2126, 0.0722
_KG = 1 - _KR - _KB
_LUMA, _CHROMA = 219 / 255, 224 / 255
_BLUE, _RED = _CHROMA / 2 / (1 - _KB), _CHROMA / 2 / (1 - _KR)
_MATRIX = np.array(
    [
        [_KB * _LUMA, _KG * _LUMA, _KR * _LUMA, 16],
        [(1 - _KB) * _BLUE, -_KG * _BLUE, -_KR * _BLUE, 128],
        [-_KB * _RED, -_KG * _RED, (1 - _KR) * _RED, 128],
    ],
    np.float32,
)
"""Y, Cb and Cr from B, G, R and 1 (ITU-R BT.709-6, 3.2 and 3.4)."""
_BAND = 108
"""Rows at a time: what lies between two steps stays in the processor's cache."""

Planes = tuple[np.ndarray, np.ndarray, np.ndarray]


class FilmPixels:
    """Converts pictures of one size, both sides even."""

    def __init__(self, width: int, height: int) -> None:
        self._width, self._height = width, height
        self._bgr = np.empty((_BAND, width, 3), np.uint8)
        self._yuv = np.empty_like(self._bgr)
        self._half = np.empty((_BAND // 2, width // 2, 3), np.uint8)

    def convert(self, picture: np.ndarray, planes: np.ndarray) -> None:
        """Write uint8 (height, width, 4) BGRA, its alpha ignored, to planes (see planes_of)."""
        into = planes_of(planes, self._width, self._height)
        for top in range(0, self._height, _BAND):
            self._convert_band(picture, into, top, min(top + _BAND, self._height))

    def _convert_band(self, picture: np.ndarray, into: Planes, top: int, end: int) -> None:
        bgr, yuv = self._bgr[: end - top], self._yuv[: end - top]
        half = self._half[: (end - top) // 2]
        cv2.cvtColor(picture[top:end], cv2.COLOR_BGRA2BGR, bgr)
        cv2.transform(bgr, _MATRIX, yuv)
        cv2.extractChannel(yuv, 0, into[0][top:end])
        cv2.resize(yuv, half.shape[1::-1], half, interpolation=cv2.INTER_AREA)
        cv2.extractChannel(half, 1, into[1][top // 2 : end // 2])
        cv2.extractChannel(half, 2, into[2][top // 2 : end // 2])


def empty_planes(width: int, height: int) -> np.ndarray:
    """Room for one picture's planes, uint8 (height * 3 / 2, width)."""
    return np.empty((height * 3 // 2, width), np.uint8)


def planes_of(planes: np.ndarray, width: int, height: int) -> Planes:
    """Views of Y, Cb and Cr, which lie one after the other without gaps."""
    flat, luma, chroma = planes.reshape(-1), width * height, width * height // 4
    small = (height // 2, width // 2)
    return (
        flat[:luma].reshape(height, width),
        flat[luma : luma + chroma].reshape(small),
        flat[luma + chroma :].reshape(small),
    )

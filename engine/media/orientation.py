"""How a camera was held: a film's display matrix as turns and flips of pixel arrays."""

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from av.sidedata.sidedata import Type


@dataclass(frozen=True)
class Orientation:
    """Rows and columns are swapped first, then the picture is mirrored."""

    swapped: bool = False
    mirrored_x: bool = False
    mirrored_y: bool = False

    def applied(self, pixels: np.ndarray) -> np.ndarray:
        """The (h, w, 4) uint8 pixels as they are meant to be seen; (w, h, 4) when swapped."""
        if self.swapped:
            pixels = cv2.transpose(pixels)
        if self.mirrored_x or self.mirrored_y:
            both = self.mirrored_x and self.mirrored_y
            pixels = cv2.flip(pixels, -1 if both else int(self.mirrored_x))
        return pixels


_QUARTERS = {
    90: Orientation(True, False, True),
    180: Orientation(False, True, True),
    -180: Orientation(False, True, True),
    -90: Orientation(True, True, False),
}


def orientation_of(frame: Any) -> Orientation:
    """From a decoded frame's display matrix (ISO 14496-12, 8.3.2.3: x' = ax + cy, y' = bx + dy).

    Turns between the quarters are taken as the nearest quarter.
    """
    try:
        matrix = frame.side_data.get(Type.DISPLAYMATRIX)
    except ValueError:
        # PyAV 18.1 can't list side data of kinds that it has no name for, such as EXIF.
        return _QUARTERS.get(round(frame.rotation / 90) * 90, Orientation())
    if matrix is None:
        return Orientation()
    a, b, _, c, d = (int(value) for value in np.frombuffer(bytes(matrix), "<i4")[:5])
    if abs(b) + abs(c) > abs(a) + abs(d):
        return Orientation(True, c < 0, b < 0)
    return Orientation(False, a < 0, d < 0)

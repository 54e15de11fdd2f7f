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


def orientation_of(frame: Any) -> Orientation:
    """From a decoded frame's display matrix (ISO 14496-12, 8.3.2.3: x' = ax + cy, y' = bx + dy).

    Turns between the quarters are taken as the nearest quarter.
    """
    matrix = frame.side_data.get(Type.DISPLAYMATRIX)
    if matrix is None:
        return Orientation()
    a, b, _, c, d = np.frombuffer(bytes(matrix), "<i4")[:5]
    if abs(int(b)) + abs(int(c)) > abs(int(a)) + abs(int(d)):
        return Orientation(True, bool(c < 0), bool(b < 0))
    return Orientation(False, bool(a < 0), bool(d < 0))

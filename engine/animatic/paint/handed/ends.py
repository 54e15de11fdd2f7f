"""First and last stills: the shot starts out of one and ends on the other.

A still goes as a held print does: the camera eases towards it while it lets the scene through, its
bright parts first, so that light seems to pour in. A last still comes the same way backwards.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from PySide6.QtGui import QImage

from engine.animatic.camera import eased
from engine.animatic.paint.surface import opaque, pixels
from engine.animatic.references import covering
from engine.contract.shot import MediaRef

LONGEST, PART = 1.6, 0.35
"""How long the way out of a still takes: at most so many seconds, and this part of the shot."""
NEARER = 0.07
"""How much closer the camera comes meanwhile."""
SOFT = 0.6
"""How much of the way one pixel takes to go; the rest is how far bright and dark come apart."""


@dataclass(frozen=True, slots=True)
class Ends:
    """The stills of a shot that lasts `seconds`, its last picture `frame` seconds before its
    end."""

    first: MediaRef | None
    last: MediaRef | None
    seconds: float
    frame: float

    def at(self, t: float) -> tuple[MediaRef, float] | None:
        """The still that shows at t, and how far it has gone: 0 wholly there, below 1."""
        long = min(LONGEST, PART * self.seconds)
        since, left = t / long, (self.seconds - self.frame - t) / long
        if self.first is not None and since < 1.0:
            return self.first, eased(since)
        if self.last is not None and left < 1.0:
            return self.last, eased(left)
        return None


def exactly(media: MediaRef, width: int, height: int) -> QImage:
    """The still itself, covering the frame: opaque. Raises EngineFault if it is no picture."""
    return opaque(covering(media, width, height)[..., :3])


def let_through(image: QImage, media: MediaRef, gone: float) -> None:
    """Lay the still over the picture where it hasn't gone yet."""
    frame = pixels(image)
    still = covering(media, image.width(), image.height())
    cover = cv2.LUT(_bright(still), _cover(gone))
    cover = cv2.merge([cover] * 4)
    near = _nearer(still, 1.0 + NEARER * gone)
    kept = cv2.multiply(frame, cv2.bitwise_not(cover), scale=1 / 255)
    cv2.add(cv2.multiply(near, cover, scale=1 / 255), kept, dst=frame)


def _nearer(still: np.ndarray, scale: float) -> np.ndarray:
    height, width = still.shape[:2]
    onto = np.array(
        [[scale, 0, 0.5 * (1 - scale) * (width - 1)], [0, scale, 0.5 * (1 - scale) * (height - 1)]]
    )
    return cv2.warpAffine(still, onto, (width, height), borderMode=cv2.BORDER_REPLICATE)


def _bright(still: np.ndarray) -> np.ndarray:
    """How bright each part is, without its details: uint8 (h, w)."""
    height, width = still.shape[:2]
    small = cv2.resize(cv2.cvtColor(still, cv2.COLOR_BGRA2GRAY), (64, 36), cv2.INTER_AREA)
    even = cv2.equalizeHist(cv2.GaussianBlur(small, (0, 0), 2.0))
    return cv2.resize(even, (width, height), interpolation=cv2.INTER_LINEAR)


def _cover(gone: float) -> np.ndarray:
    """How much of a still is left for each brightness, uint8 (256,)."""
    later = (1.0 - np.linspace(0.0, 1.0, 256)) * (1.0 - SOFT)
    part = np.clip((gone - later) / SOFT, 0.0, 1.0)
    return (255.0 * (1.0 - part * part * (3.0 - 2.0 * part)) + 0.5).astype(np.uint8)

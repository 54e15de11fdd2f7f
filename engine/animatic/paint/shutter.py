"""The shutter: what turns too fast is drawn out, and a tilted camera tilts the picture."""

from math import cos, pi, sin

import cv2

from engine.animatic.camera import view_at
from engine.animatic.paint.surface import canvas
from engine.animatic.stage import Stage

OPEN = 1 / 48
"""Seconds that the shutter is open: half of a picture's time."""
LEAST = 0.008
"""Frame heights that the picture must slide meanwhile before anything is drawn out."""
DUTCH = 7.0
"""Degrees by which a dutch angle leans."""


def paint(stage: Stage) -> None:
    """Draw the picture out along a fast pan, then lean it."""
    slid = _slid(stage)
    frame = canvas(stage)
    if slid > LEAST:
        wide = round(slid * stage.height)
        cv2.blur(frame, (max(wide, 1), 1), dst=frame)
    if stage.scene.angle == "dutch":
        _lean(stage)


def _slid(stage: Stage) -> float:
    """Frame heights that the view pans while the shutter is open."""
    moments = (stage.t - OPEN / 2, stage.t + OPEN / 2)
    pans = [view_at(stage.scene, t, stage.width, stage.height).pan for t in moments]
    return abs(pans[1] - pans[0])


def _lean(stage: Stage) -> None:
    """Turn the picture about its middle, enlarged so that it still fills the frame."""
    frame = canvas(stage)
    angle = DUTCH * stage.chance("dutch").choice((-1.0, 1.0))
    turned = abs(angle) * pi / 180.0
    aspect = max(stage.width / stage.height, stage.height / stage.width)
    grow = cos(turned) + aspect * sin(turned)
    middle = ((stage.width - 1) / 2, (stage.height - 1) / 2)
    matrix = cv2.getRotationMatrix2D(middle, angle, grow)
    size = (stage.width, stage.height)
    frame[...] = cv2.warpAffine(frame, matrix, size, borderMode=cv2.BORDER_REPLICATE)

"""Heat: the air over hot ground trembles, and what is seen through it with it."""

from math import tau

import cv2
import numpy as np

from engine.animatic.paint.surface import canvas
from engine.animatic.stage import Stage

HOT = frozenset({"desert", "savanna", "canyon", "volcano"})
HOURS = frozenset({"morning", "day", "afternoon", "golden"})
ABOVE, BELOW = 0.035, 0.045
"""How far the trembling reaches from the horizon, in frame heights."""
BY = 0.0022
"""How far a spot is moved at most, in frame heights."""


def paint(stage: Stage) -> None:
    """Tremble along the horizon where and when it is hot."""
    scene = stage.scene
    if scene.place not in HOT or scene.hour not in HOURS or scene.weather:
        return
    frame, tall = canvas(stage), stage.height
    row = stage.view.horizon_y()
    top, bottom = max(round(row - ABOVE * tall), 0), min(round(row + BELOW * tall), tall)
    if bottom - top < 4:
        return
    band = frame[top:bottom].copy()
    y = np.arange(bottom - top, dtype=np.float32)[:, None]
    x = np.arange(stage.width, dtype=np.float32)[None, :]
    part = np.sin(np.pi * (y + 0.5) / (bottom - top))
    up = (top + y - row) * np.float32(tau * 46.0 / tall)
    aside = x * np.float32(tau * 5.0 / tall)
    by = np.float32(BY * tall) * part
    wave = np.sin(up + np.float32(tau * 1.3 * stage.t % tau)) * by
    lift = np.sin(aside + np.float32(tau * 0.7 * stage.t % tau)) * (0.6 * by)
    across = np.broadcast_to(x + wave, lift.shape)
    moved = cv2.remap(band, across, y + lift, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    frame[top:bottom] = moved

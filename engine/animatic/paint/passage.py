"""Passage: the light of one hour over the picture of another."""

import cv2
import numpy as np

LEAST = 360
"""Pixels along the shorter side up to which both pictures are painted whole."""


def small_size(width: int, height: int) -> tuple[int, int]:
    """How large the picture is that gives only its light."""
    if min(width, height) <= LEAST:
        return width, height
    return width // 2, height // 2


def blend_light(frame: np.ndarray, other: np.ndarray, part: float) -> None:
    """Bring a frame `part` of the way to another, uint8 of four channels, that may be smaller:
    what is finer than its pixels stays as the frame has it."""
    if frame.shape == other.shape:
        cv2.addWeighted(frame, 1.0 - part, other, part, 0.0, dst=frame)
        return
    coarse = cv2.resize(frame, other.shape[1::-1], interpolation=cv2.INTER_LINEAR)
    # Half the difference about grey fits into a byte, so one enlargement serves both signs.
    change = cv2.addWeighted(other, 0.5, coarse, -0.5, 128.0)
    change = cv2.resize(change, frame.shape[1::-1], interpolation=cv2.INTER_LINEAR)
    cv2.addWeighted(frame, 1.0, change, 2.0 * part, -256.0 * part, dst=frame)

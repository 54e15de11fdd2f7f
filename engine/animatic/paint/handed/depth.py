"""Depth of a photo, guessed: smooth sky is far, the ground comes nearer row by row, and what
stands on it is as near as its foot.

On a plane that is seen level, disparity (one over depth) grows evenly with the rows below the
horizon (Hartley and Zisserman, Multiple View Geometry, 8.2); the rest follows from what touches
the top of the picture and from what stands out in its middle.
"""

import cv2
import numpy as np

from engine.animatic.paint.handed.outline import foreground

ROWS = 72
SKY_STEP = (4, 3, 3)
"""How much neighbouring pixels of one sky differ at most, in 8-bit Lab."""
LEAST_SKY, USUAL_HORIZON = 0.04, 0.34
STANDING = 0.12
"""Disparity of what isn't sky above the horizon: hills, trees, houses."""


def disparity(picture: np.ndarray) -> np.ndarray:
    """How near each part of a picture is, 0 as far as can be to 1, float32 (ROWS, columns)."""
    small = _small(picture)
    sky = _sky(small)
    horizon = _horizon(sky) or USUAL_HORIZON
    sky[round(ROWS * (horizon + 0.08)) :] = False
    rows = (np.arange(ROWS, dtype=np.float32)[:, None] + 0.5) / ROWS
    ground = np.clip((rows - horizon) / (1.0 - horizon), 0.0, 1.0)
    near = np.maximum(np.broadcast_to(ground, sky.shape), np.where(sky, 0.0, STANDING))
    near = np.where(sky, 0.0, near).astype(np.float32)
    return cv2.GaussianBlur(_standing(near, foreground(small)), (0, 0), 2.0)


def horizon_of(picture: np.ndarray) -> float | None:
    """The row where the sky of a picture ends, 0 top to 1 bottom; None where none is seen."""
    return _horizon(_sky(_small(picture)))


def _small(picture: np.ndarray) -> np.ndarray:
    columns = max(round(ROWS * picture.shape[1] / picture.shape[0]), 8)
    return cv2.resize(picture[..., :3], (columns, ROWS), interpolation=cv2.INTER_AREA)


def _sky(small: np.ndarray) -> np.ndarray:
    """What can be reached from the top row without a step, bool."""
    lab = cv2.cvtColor(cv2.GaussianBlur(small, (3, 3), 0), cv2.COLOR_BGR2LAB)
    rows, columns = lab.shape[:2]
    mask = np.zeros((rows + 2, columns + 2), np.uint8)
    for x in range(0, columns, 2):
        if not mask[1, x + 1]:
            flags = 4 | cv2.FLOODFILL_MASK_ONLY | (255 << 8)
            cv2.floodFill(lab, mask, (x, 0), 0, SKY_STEP, SKY_STEP, flags)
    sky = mask[1:-1, 1:-1]
    # A single leak down a smooth wall or road doesn't make the ground sky.
    sky = cv2.morphologyEx(sky, cv2.MORPH_OPEN, np.ones((5, 5), np.uint8))
    return np.logical_and.accumulate(sky > 0, axis=0)


def _horizon(sky: np.ndarray) -> float | None:
    """The row where most columns' sky ends."""
    ends = sky.sum(axis=0)
    if sky.mean() < LEAST_SKY:
        return None
    return float(np.clip(np.percentile(ends[ends > 0], 60) / ROWS, 0.15, 0.75))


def _standing(near: np.ndarray, mask: np.ndarray | None) -> np.ndarray:
    """Each thing in front as near as the ground at its foot."""
    if mask is None:
        return near
    count, labels = cv2.connectedComponents(mask)
    for label in range(1, count):
        spots = labels == label
        if spots.sum() > 0.01 * spots.size:
            foot = near[np.flatnonzero(spots.any(axis=1))[-1]].max()
            near = np.where(spots, np.maximum(near, max(foot, 2 * STANDING)), near)
    return near.astype(np.float32)

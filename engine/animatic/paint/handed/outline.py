"""What stands out in a photo: the border is taken for background, the rest is settled by GrabCut.

Rother, Kolmogorov and Blake, "GrabCut", SIGGRAPH 2004.
"""

import cv2
import numpy as np

SEED = 20
"""GrabCut draws its first guess from OpenCV's own numbers; from here on they are always the same,
and nothing else here uses them."""
ROUNDS = 4
EDGE = 0.04
"""The strip along the edges, as a part of the longer side, that is background."""
LEAST, MOST = 0.03, 0.85
"""Of the picture something must stand out, and not all of it."""


def foreground(small: np.ndarray) -> np.ndarray | None:
    """255 where something stands out of a BGR picture of at most some 200 pixels a side, uint8
    (h, w), or None where nothing does."""
    small = np.ascontiguousarray(small[..., :3])
    rows, columns = small.shape[:2]
    edge = max(round(EDGE * max(rows, columns)), 1)
    if min(rows, columns) < 4 * edge or _is_even(small):
        return None
    mask = np.full((rows, columns), cv2.GC_PR_FGD, np.uint8)
    mask[:edge], mask[:, :edge], mask[:, -edge:] = (cv2.GC_BGD,) * 3
    # Who stands at the lower edge, as in a portrait, is cut by it.
    mask[-edge:, : columns // 5] = mask[-edge:, -columns // 5 :] = cv2.GC_BGD
    back, front = np.zeros((1, 65)), np.zeros((1, 65))
    cv2.setRNGSeed(SEED)
    cv2.grabCut(small, mask, None, back, front, ROUNDS, cv2.GC_INIT_WITH_MASK)
    found = np.where(mask & 1, np.uint8(255), np.uint8(0))
    found = _largest(cv2.morphologyEx(found, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)))
    return found if LEAST < (found > 0).mean() < MOST else None


def _is_even(small: np.ndarray) -> bool:
    """Whether there is hardly a difference between any two of its pixels."""
    return int(np.ptp(small.reshape(-1, 3), axis=0).max()) < 12


def _largest(mask: np.ndarray) -> np.ndarray:
    """Without the crumbs: what is at least a fifth as large as the largest piece, its holes
    of a few pixels closed."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask)
    if count < 2:
        return mask
    areas = stats[1:, cv2.CC_STAT_AREA]
    kept = 1 + np.flatnonzero(areas >= areas.max() / 5)
    whole = np.where(np.isin(labels, kept), np.uint8(255), np.uint8(0))
    return cv2.morphologyEx(whole, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))

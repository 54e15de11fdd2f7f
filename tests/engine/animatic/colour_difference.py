"""CIEDE2000, the perceived difference of two colours; 1 is just seen, below 3 hardly minded.

Sharma, Wu and Dalal, "The CIEDE2000 color-difference formula", Color Research and Application 30,
2005: equations 2 to 22, whose sample pairs are in test_colour_difference.py.
"""

import cv2
import numpy as np

FAR = 25.0**7


def lab_of(bgr: np.ndarray) -> np.ndarray:
    """CIE L*a*b* (D65), float64 (..., 3), of uint8 sRGB pixels in BGR order."""
    flat = np.asarray(bgr, np.float32).reshape(1, -1, 3) / 255.0
    return cv2.cvtColor(flat, cv2.COLOR_BGR2LAB).reshape(bgr.shape).astype(np.float64)


def difference(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """The difference of L*a*b* colours (..., 3), with all three weights 1."""
    (l1, a1, b1), (l2, a2, b2) = (
        np.moveaxis(np.asarray(lab, float), -1, 0) for lab in (one, other)
    )
    mean = 0.5 * (np.hypot(a1, b1) + np.hypot(a2, b2))
    g = 0.5 * (1.0 - np.sqrt(mean**7 / (mean**7 + FAR)))
    c1, h1 = _polar((1.0 + g) * a1, b1)
    c2, h2 = _polar((1.0 + g) * a2, b2)
    dl, dc, c = l2 - l1, c2 - c1, 0.5 * (c1 + c2)
    turn = np.where(c1 * c2 == 0.0, 0.0, (h2 - h1 + 180.0) % 360.0 - 180.0)
    dh = 2.0 * np.sqrt(c1 * c2) * _sin(0.5 * turn)
    h = np.where(c1 * c2 == 0.0, h1 + h2, _mean_hue(h1, h2))
    light = (0.5 * (l1 + l2) - 50.0) ** 2
    tone = 1 - 0.17 * _cos(h - 30) + 0.24 * _cos(2 * h) + 0.32 * _cos(3 * h + 6)
    tone = tone - 0.2 * _cos(4 * h - 63)
    s_l = 1.0 + 0.015 * light / np.sqrt(20.0 + light)
    s_c, s_h = 1.0 + 0.045 * c, 1.0 + 0.015 * c * tone
    bend = 60.0 * np.exp(-(((h - 275.0) / 25.0) ** 2))
    r_t = -_sin(bend) * 2.0 * np.sqrt(c**7 / (c**7 + FAR))
    l, k, t = dl / s_l, dc / s_c, dh / s_h  # noqa: E741
    return np.sqrt(l * l + k * k + t * t + r_t * k * t)


def _polar(a: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    return np.hypot(a, b), np.degrees(np.arctan2(b, a)) % 360.0


def _mean_hue(h1: np.ndarray, h2: np.ndarray) -> np.ndarray:
    near, total = np.abs(h1 - h2) <= 180.0, h1 + h2
    return np.where(near, total / 2, np.where(total < 360.0, total + 360.0, total - 360.0) / 2)


def _sin(degrees: np.ndarray) -> np.ndarray:
    return np.sin(np.radians(degrees))


def _cos(degrees: np.ndarray) -> np.ndarray:
    return np.cos(np.radians(degrees))

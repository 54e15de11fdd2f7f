"""Colour ramps between painted colours, mixed the way the eye does (Ottosson's Oklab, 2020)."""

import numpy as np
from PySide6.QtGui import QColor

from engine.animatic.paint.surface import bgr

TO_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def linear(encoded: np.ndarray) -> np.ndarray:
    """sRGB values to linear light, 0 to 1."""
    return np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)


def encoded(linear_light: np.ndarray) -> np.ndarray:
    """Linear light to sRGB values, 0 to 1."""
    light = np.clip(linear_light, 0.0, 1.0)
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)


def oklab(colours: np.ndarray) -> np.ndarray:
    """sRGB colours (n, 3) in BGR order to Oklab."""
    return np.cbrt(linear(colours[:, ::-1]) @ TO_LMS.T) @ TO_LAB.T


def from_oklab(lab: np.ndarray) -> np.ndarray:
    """Oklab (n, 3) to sRGB in BGR order."""
    lms = (lab @ np.linalg.inv(TO_LAB).T) ** 3
    return encoded(lms @ np.linalg.inv(TO_LMS).T)[:, ::-1]


def ramp(stops: list[tuple[float, QColor]], at: np.ndarray) -> np.ndarray:
    """Colours of a gradient with rising stops at the places `at` (n,): float32 (n, 3) BGR.

    Between stops the colour goes on a smooth curve (monotone cubic, as `steps`, would show
    bands of flat colour at the stops; Catmull-Rom does not).
    """
    places = np.array([place for place, _ in stops])
    labs = oklab(np.array([bgr(colour) for _, colour in stops], np.float64))
    slopes = np.gradient(labs, places, axis=0)
    right = np.clip(np.searchsorted(places, at), 1, len(places) - 1)
    left = right - 1
    width = (places[right] - places[left])[:, None]
    u = np.clip((at - places[left])[:, None] / width, 0.0, 1.0)
    smooth = (
        (2 * u**3 - 3 * u**2 + 1) * labs[left]
        + (u**3 - 2 * u**2 + u) * width * slopes[left]
        + (3 * u**2 - 2 * u**3) * labs[right]
        + (u**3 - u**2) * width * slopes[right]
    )
    return from_oklab(smooth).astype(np.float32)

"""Looks: restyles that the compositor applies to one picture, by name, at any strength.

A look is a pure function of the picture and a seed, worked out on 8-bit values with OpenCV. What
has a size in it (grain, glow, dots) is measured in parts of the picture's height, so a look on a
small picture is the small picture of the look.
"""

from collections.abc import Callable
from types import MappingProxyType

import cv2
import numpy as np

from engine.contract.looks import LOOK_NAMES
from engine.contract.plan import Look
from engine.render.looks.comic import comic
from engine.render.looks.golden import golden
from engine.render.looks.noir import noir

LOOKS: MappingProxyType[str, Callable[[np.ndarray, int], np.ndarray]] = MappingProxyType(
    {"noir": noir, "golden": golden, "comic": comic}
)


def apply(look: Look, pixels: np.ndarray, seed: int, opaque: bool = False) -> np.ndarray:
    """The picture in this look: uint8 (h, w, 4) premultiplied BGRA in and out.

    `seed` moves what changes from frame to frame, such as grain. The alpha stays as it is;
    `opaque` says that it is 255 everywhere, which saves looking. Raises ValueError for a name
    that isn't in LOOK_NAMES.
    """
    restyle = LOOKS.get(look.name)
    if restyle is None:
        raise ValueError(f"there is no look '{look.name}'; there are {', '.join(LOOK_NAMES)}")
    strength = min(max(look.strength, 0.0), 1.0)
    if strength == 0.0:
        return pixels
    if opaque or cv2.minMaxLoc(np.ascontiguousarray(pixels[:, :, 3]))[0] == 255:
        return _mixed(restyle, pixels, strength, seed)
    return _on_transparent(restyle, pixels, strength, seed)


def _mixed(
    restyle: Callable[[np.ndarray, int], np.ndarray], pixels: np.ndarray, strength: float, seed: int
) -> np.ndarray:
    colours = cv2.cvtColor(pixels, cv2.COLOR_BGRA2BGR)
    styled = restyle(colours, seed)
    if strength < 1.0:
        styled = cv2.addWeighted(styled, strength, colours, 1.0 - strength, 0)
    return cv2.cvtColor(styled, cv2.COLOR_BGR2BGRA)


def _on_transparent(
    restyle: Callable[[np.ndarray, int], np.ndarray], pixels: np.ndarray, strength: float, seed: int
) -> np.ndarray:
    """Restyle the colours as they are without their alpha, then put the alpha back."""
    alpha = np.ascontiguousarray(pixels[:, :, 3])
    alphas = cv2.cvtColor(alpha, cv2.COLOR_GRAY2BGRA)
    bare = cv2.divide(pixels, alphas, scale=255)
    styled = _mixed(restyle, bare, strength, seed)
    covered = cv2.multiply(styled, alphas, scale=1 / 255)
    covered[:, :, 3] = alpha
    return covered

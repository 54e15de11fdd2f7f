"""Palettes: the colours of a photo, as a colour script for a scene.

Lightness stays what hour and weather make it; hue and strength follow what the photo has at that
lightness.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

import cv2
import numpy as np
from PySide6.QtGui import QColor

from engine.animatic.light import Light, mixed, multiplied
from engine.animatic.references import contained, reference
from engine.animatic.scene import Scene
from engine.contract.shot import MediaRef

COUNT, ROUNDS, SIDE = 6, 12, 64
AIR, BEAMS = 0.85, 0.45
"""How much of the sky's colours, and of those of the light on things, the photo gives."""
HUE, PLAIN_DAY, DIMMEST = 0.35, 105.0, 0.45
"""How much of a backdrop's hue falls on what is in front of it, the 8-bit grey of one in daylight,
and the least of the light that a dark one leaves."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Dominant colours, dark to light: CIE L*a*b* (D65) and the share of the photo each has."""

    shades: tuple[tuple[float, float, float], ...]
    shares: tuple[float, ...]

    def hue_at(self, lightness: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """a* and b* that the photo has at these L*, relative to its own darkest and lightest."""
        table = np.array(self.shades)
        low, high = table[0, 0], max(table[-1, 0], table[0, 0] + 1.0)
        level = low + (high - low) * np.asarray(lightness) / 100.0
        return np.interp(level, table[:, 0], table[:, 1]), np.interp(
            level, table[:, 0], table[:, 2]
        )

    def tint(self, colour: QColor, part: float) -> QColor:
        """The colour as light as it is, its hue by this part the photo's."""
        bgr = np.array([[colour.getRgbF()[2::-1]]], np.float32)
        lab = cv2.cvtColor(bgr, cv2.COLOR_BGR2LAB)[0, 0]
        a, b = self.hue_at(lab[0])
        tinted = [lab[0], lab[1] + part * (a - lab[1]), lab[2] + part * (b - lab[2])]
        blue, green, red = _seen(np.array([[tinted]], np.float32))[0, 0]
        return QColor.fromRgbF(float(red), float(green), float(blue), colour.alphaF())

    def table(self) -> np.ndarray:
        """The photo's colour for every grey, uint8 (1, 256, 4) BGRA."""
        grey = np.linspace(0.0, 1.0, 256, dtype=np.float32)
        levels = cv2.cvtColor(np.dstack([grey] * 3), cv2.COLOR_BGR2LAB)[0, :, 0]
        lab = np.stack([levels, *self.hue_at(levels)], axis=1).astype(np.float32)
        bgr = np.round(255.0 * _seen(lab[None])[0]).astype(np.uint8)
        return np.concatenate([bgr, np.full((256, 1), 255, np.uint8)], axis=1)[None]


def palette_of(scene: Scene) -> Palette | None:
    """The palette of the photo that was handed in for it. Raises EngineFault if it is none."""
    media = reference(scene.references, "palette")
    return None if media is None else _palette(media)


def recoloured(light: Light, palette: Palette) -> Light:
    """The light in the photo's colours: sky and air wholly, what falls on things in part."""
    air = {name: palette.tint(getattr(light, name), AIR) for name in _AIR}
    beams = {name: palette.tint(getattr(light, name), BEAMS) for name in _BEAMS}
    return replace(light, **air, **beams)


def before(light: Light, scene: Scene) -> Light:
    """The light on what stands in front of a photo: as bright as the photo's lower half, a little
    of its hue."""
    media = reference(scene.references, "backdrop")
    if media is None:
        return light
    part, hue = _beams_of(media)
    tint = mixed(QColor("white"), QColor(hue), HUE)
    dim = QColor.fromRgbF(tint.redF() * part, tint.greenF() * part, tint.blueF() * part)
    return replace(light, key=multiplied(light.key, dim), ambient=multiplied(light.ambient, dim))


@lru_cache(maxsize=8)
def _beams_of(media: MediaRef) -> tuple[float, str]:
    """How bright, 0 to 1, and of which hue a photo's lower half is lit."""
    small = contained(media, SIDE, SIDE)
    blue, green, red = (float(level) for level in small[len(small) // 2 :, :, :3].mean(axis=(0, 1)))
    most = max(blue, green, red, 1.0)
    level = (0.114 * blue + 0.587 * green + 0.299 * red) / PLAIN_DAY
    hue = QColor.fromRgbF(red / most, green / most, blue / most)
    return min(max(level, DIMMEST), 1.0), hue.name()


_AIR, _BEAMS = ("zenith", "middle", "horizon", "haze"), ("key", "ambient", "glow")


@lru_cache(maxsize=8)
def _palette(media: MediaRef) -> Palette:
    small = contained(media, SIDE, SIDE)
    spots = small[small[..., 3] > 127][:, :3]
    if not len(spots):
        return Palette(((50.0, 0.0, 0.0),), (1.0,))
    lab = cv2.cvtColor(spots[None].astype(np.float32) / 255.0, cv2.COLOR_BGR2LAB)[0]
    shades, shares = clusters(lab)
    order = np.argsort(shades[:, 0], kind="stable")
    return Palette(
        tuple(tuple(map(float, shades[i])) for i in order),  # type: ignore[misc]
        tuple(float(shares[i]) for i in order),
    )


def clusters(spots: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Up to COUNT centres of float32 (n, 3) points by k-means, and their shares. It starts from
    the mean's farthest neighbour and goes on with whatever is farthest from all before, so that
    nothing is left to chance (Gonzalez, 1985)."""
    spots = spots.astype(np.float64)
    away = ((spots - spots.mean(axis=0)) ** 2).sum(axis=1)
    centres = [spots[away.argmax()]]
    away = ((spots - centres[0]) ** 2).sum(axis=1)
    while len(centres) < COUNT and away.max() > 9.0:
        centres.append(spots[away.argmax()])
        away = np.minimum(away, ((spots - centres[-1]) ** 2).sum(axis=1))
    found = np.array(centres)
    for _ in range(ROUNDS):
        nearest = ((spots[:, None] - found[None]) ** 2).sum(axis=2).argmin(axis=1)
        found = np.array(
            [
                spots[nearest == i].mean(axis=0) if (nearest == i).any() else found[i]
                for i in range(len(found))
            ]
        )
    return found, np.bincount(nearest, minlength=len(found)) / len(spots)


def _seen(lab: np.ndarray) -> np.ndarray:
    """BGR, 0 to 1, of float32 L*a*b*."""
    return np.clip(cv2.cvtColor(lab.astype(np.float32), cv2.COLOR_LAB2BGR), 0.0, 1.0)

"""Open water: it mirrors what is above it, broken by swell and ripples, as far as the horizon."""

from dataclasses import replace
from math import ceil, exp

import cv2
import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QTransform

from engine.animatic.light import faded, mixed, multiplied
from engine.animatic.lighting import overcast
from engine.animatic.motion import water
from engine.animatic.paint.noise import steps
from engine.animatic.paint.plane import GLITTER, TILE, Surface, laid, places, surface_of
from engine.animatic.paint.sky import sun_at
from engine.animatic.paint.subjects import paint_subject, reflects
from engine.animatic.paint.surface import bgra, canvas, over, smooth
from engine.animatic.stage import Stage

SPARSE = 2
"""Slopes, long from side to side, are worked out for every so many columns of the surface."""


def paint(stage: Stage, calm: float = 1.0, nearest: float = 0.0, sunlit: bool = True) -> None:
    """The sea from the horizon to the bottom of the frame, mirroring what is painted above.

    `calm` below 1 makes the scene's waves smaller, as on a lake; `nearest` is the depth in metres
    where land begins again on our side; without `sunlit` something keeps the sun off it."""
    waves = calm * stage.scene.waves
    surface = _far_part(stage, surface_of(stage), nearest)
    if surface is None:
        return
    slopes = ripples(stage, surface, waves)
    water = reflected(stage, surface, slopes, waves)
    water = shaded(stage, surface, slopes, water, sunlit)
    frame = canvas(stage)
    part = frame[surface.top : surface.top + 2 * surface.rows]
    cv2.resize(water, (part.shape[1], part.shape[0]), dst=part, interpolation=cv2.INTER_LINEAR)
    far_edge(stage)


def _far_part(stage: Stage, surface: Surface | None, nearest: float) -> Surface | None:
    """The rows of the water that lie beyond a depth."""
    if surface is None or nearest <= 0.0:
        return surface
    rows = ceil((stage.view.ground_y(nearest) - surface.top) / 2) + 1
    if rows < 2 or rows >= surface.rows:
        return surface if rows >= 2 else None
    depth, scale, near = surface.depth[:rows], surface.scale[:rows], surface.near[:rows]
    return replace(surface, rows=rows, depth=depth, scale=scale, near=near)


# Ripples and swell ----------------------------------------------------------------------------


def ripples(stage: Stage, surface: Surface, waves: float) -> np.ndarray:
    """Slopes of the water, float32 (2, rows, columns): rise to the right and rise away from the
    camera, about -1 to 1 for the steepest ripples, with the swell's own slopes in it."""
    tile = stage.wardrobe.keep("ripples", lambda: ripple_tile(stage))
    wind, t = 0.5 + stage.scene.wind, stage.t
    sparse = replace(surface, columns=-(-surface.columns // SPARSE), every=SPARSE)
    fine = laid(stage, sparse, tile, 0.042, 5.0 * wind * t, 17.0 * t)
    coarse = laid(stage, sparse, tile, 0.13, -3.0 * wind * t, 9.0 * t + 91.0)
    both = cv2.addWeighted(fine, 0.5, coarse, 0.5, 0.0)
    slopes = np.empty((2, *both.shape[:2]), np.float32)
    rough = 0.3 + 0.9 * waves
    for axis in (0, 1):
        np.subtract(both[..., axis], 128.0, out=slopes[axis], dtype=np.float32)
        slopes[axis] *= rough / 64.0
    if waves >= 0.2:
        _add_swell(stage, sparse, slopes)
    size = SPARSE * sparse.columns, surface.rows
    return np.stack([cv2.resize(one, size)[:, : surface.columns] for one in slopes])


def ripple_tile(stage: Stage) -> np.ndarray:
    """A patch of ripples that repeats both ways: uint8 (TILE + 1, TILE + 1, 4), slopes about 128
    twice (OpenCV looks up pictures of four channels four times as fast as those of two).

    Noise filtered in the frequency domain to a wind sea's falling spectrum, crests across the wind.
    """
    random = np.random.default_rng(stage.chance("ripples").getrandbits(64))
    spectrum = np.fft.rfft2(random.standard_normal((TILE, TILE)))
    down = np.fft.fftfreq(TILE)[:, None] * TILE
    across = np.fft.rfftfreq(TILE)[None, :] * TILE
    k = np.hypot(down, across) + 1e-6
    shape = k**-1.6 * np.exp(-((k / 42.0) ** 2)) * (1.0 - np.exp(-((k / 7.0) ** 4)))
    spectrum *= shape * (0.25 + np.abs(down) / k)
    tile = np.empty((TILE, TILE, 2), np.float32)
    for axis, frequency in ((0, across), (1, down)):
        slope = np.fft.irfft2(spectrum * 1j * frequency)
        tile[..., axis] = 128.0 + 42.0 * slope / slope.std()
    tile = np.pad(np.tile(tile, 2), ((0, 1), (0, 1), (0, 0)), mode="wrap")
    return np.clip(tile, 0, 255).astype(np.uint8)


def _add_swell(stage: Stage, surface: Surface, slopes: np.ndarray) -> None:
    """The long waves on which boats ride; each fades where it gets too fine to be seen."""
    x, z = places(stage, surface)
    row_metres = 2.0 * surface.depth / (surface.near * stage.view.height)
    for wave in water.waves(stage.scene):
        clear = steps(1.5, 0.5, abs(wave.kz) * row_metres)
        rows = int(np.argmax(clear[:, 0] > 0.01))
        if clear[-1, 0] <= 0.01:
            continue
        angle = wave.kx * x[rows:] + (wave.kz * z[rows:] - wave.omega * stage.t + wave.phase)
        bend = np.sin(angle) * (-5.0 * wave.amplitude) * clear[rows:]
        slopes[0, rows:] += bend * wave.kx
        slopes[1, rows:] += bend * wave.kz


# Mirror ---------------------------------------------------------------------------------------


def reflected(stage: Stage, surface: Surface, slopes: np.ndarray, waves: float) -> np.ndarray:
    """What the water mirrors, broken by its slopes: uint8 (rows, columns, 4)."""
    mirror = _mirror(stage, surface, waves)
    near = surface.near * stage.view.height / 2
    bend = 0.5 * np.minimum(near**0.8 * 1.4, 60.0 * stage.height / 1080)
    row = np.arange(surface.rows, dtype=np.float32)[:, None]
    column = np.arange(surface.columns, dtype=np.float32)[None, :]
    across = column + slopes[0] * (bend * 0.55)
    down = row - slopes[1] * bend
    return cv2.remap(mirror, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101)


def _mirror(stage: Stage, surface: Surface, waves: float) -> np.ndarray:
    """Everything above the horizon upside down at half size, smeared downwards by the waves."""
    frame = canvas(stage)
    tall = min(surface.top, 2 * surface.rows)
    above = frame[surface.top - tall : surface.top]
    half = np.empty((surface.rows, surface.columns, 4), np.uint8)
    flipped = cv2.flip(above, 0)
    cv2.resize(flipped, (surface.columns, surface.rows), dst=half, interpolation=cv2.INTER_LINEAR)
    smear = 1 + 2 * round(0.045 * waves * surface.rows)
    if smear > 1:
        cv2.blur(half, (1, smear), dst=half)
    _mirror_subjects(stage, surface, half)
    return half


def _mirror_subjects(stage: Stage, surface: Surface, mirror: np.ndarray) -> None:
    """Subjects upside down about the line where the water meets them."""
    mirrored = [one for one in stage.scene.subjects if reflects(one.kind)]
    if not mirrored:
        return
    image = over(mirror)
    painter = QPainter(image)
    smooth(painter)
    for subject in sorted(mirrored, key=lambda one: -one.z):
        painter.setTransform(_upside_down(stage, surface, subject.z))
        paint_subject(replace(stage, painter=painter), subject)
    painter.end()


def _upside_down(stage: Stage, surface: Surface, z: float) -> QTransform:
    """Frame pixels to mirror pixels: halved, and flipped about the waterline at depth z."""
    line = stage.view.ground_y(z) - surface.top
    return QTransform(0.5, 0, 0, -0.5, 0, 0.5 * (2.0 * line + surface.top))


# Colour ---------------------------------------------------------------------------------------


def shaded(
    stage: Stage, surface: Surface, slopes: np.ndarray, water: np.ndarray, sunlit: bool
) -> np.ndarray:
    """Water's own colour where one looks down into it, then the glitter, then foam."""
    depth_share = np.clip(0.1 + 1.15 * surface.near, 0.0, 0.7)
    contrast = 0.1 + 0.55 * np.minimum(surface.near, 0.35)
    share = np.clip(depth_share - slopes[1] * contrast, 0.0, 0.94)
    share = np.broadcast_to(share, slopes[1].shape).astype(np.float32)
    body = np.empty_like(water)
    body[...] = bgra(water_colour(stage))
    water = cv2.blendLinear(water, body, 1.0 - share, share)
    if sunlit:
        water = _glitter(stage, surface, slopes, water)
    return _foam(stage, surface, slopes, water) if stage.scene.waves > 0.45 else water


def water_colour(stage: Stage) -> QColor:
    """The colour that comes from within the water."""
    light = stage.light
    lit = multiplied(QColor("#2a8a96"), mixed(light.ambient, light.key, 0.3))
    warm = 0.72 if light.sun_y > -0.2 and not light.night else 0.45
    return mixed(mixed(lit, light.zenith, warm), QColor("#000000"), 0.12)


def _glitter(stage: Stage, surface: Surface, slopes: np.ndarray, water: np.ndarray) -> np.ndarray:
    """The path of sparkles that leads to the sun or moon."""
    if overcast(stage.scene.weather) or "fog" in stage.scene.weather:
        return water
    light = stage.light
    high = min(-light.sun_y, 0.5)
    centre = sun_at(stage).x() / 2
    width = stage.height / 2 * (0.035 + (0.3 + 0.8 * high) * surface.near**0.75)
    reach = 2.0 * float(width.max())
    first, last = max(0, int(centre - reach)), min(surface.columns, int(centre + reach))
    if last - first < 2:
        return water
    column = np.arange(first, last, dtype=np.float32)[None, :] + 0.5
    path = np.exp(-(((column - centre) / width) ** 2))
    part = replace(surface, columns=last - first, first=first)
    tile = stage.wardrobe.keep("ripples", lambda: ripple_tile(stage))
    fine = laid(stage, part, tile, 0.0125, 11.0 * stage.t, 38.0 * stage.t, GLITTER)[..., 1]
    gate = 0.4 * slopes[1][:, first:last] + (fine - np.float32(128.0)) * (1.0 / 85.0)
    gate += 0.7 * path * (1.0 - high) - 0.9 * surface.near
    shine = (path * steps(0.75, 1.1, gate) * (215.0 - 70.0 * high)).astype(np.uint8)
    colour = np.arange(256, dtype=np.float32)[:, None] * bgra(light.glow)[None, :] / 255.0
    table = colour.astype(np.uint8).reshape(1, 256, 4)
    sparkle = cv2.LUT(cv2.cvtColor(shine, cv2.COLOR_GRAY2BGRA), table)
    water[:, first:last] = cv2.add(water[:, first:last], sparkle)
    return water


def _foam(stage: Stage, surface: Surface, slopes: np.ndarray, water: np.ndarray) -> np.ndarray:
    """White caps on steep waves."""
    high = 2.0 * stage.scene.waves - 0.9
    tile = stage.wardrobe.keep("ripples", lambda: ripple_tile(stage))
    lace = laid(stage, surface, tile, 0.03, 5.0 * stage.t, 11.0 * stage.t, GLITTER)[..., 0]
    torn = (lace - np.float32(128.0)) * (1.0 / 75.0)
    cap = steps(1.8 - 0.6 * high, 2.15 - 0.6 * high, 1.2 * slopes[1] + 0.8 * torn)
    cap = (cap * (0.75 * steps(0.006, 0.05, surface.near))).astype(np.float32)
    white = np.empty_like(water)
    light = stage.light
    white[...] = bgra(mixed(mixed(light.key, light.ambient, 0.4), QColor("#ffffff"), 0.25))
    return cv2.blendLinear(water, white, 1.0 - cap, cap)


def far_edge(stage: Stage) -> None:
    """Haze over far water, and a soft seam where it meets the sky."""
    view, light = stage.view, stage.light
    top, tall = view.horizon_y(), 0.42 * view.height
    haze = QLinearGradient(0, top, 0, top + tall)
    for part in (0.0, 0.004, 0.012, 0.03, 0.07, 0.15, 0.3, 0.6, 1.0):
        depth = view.depth_at(top + part * tall + 1.0) - view.z
        thick = 1.0 - exp(-depth / light.visibility)
        haze.setColorAt(part, faded(light.haze, thick * (0.9 if part < 0.9 else 0.0)))
    stage.painter.fillRect(QRectF(0, top, view.width, tall), QBrush(haze))

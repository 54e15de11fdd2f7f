"""Snow caps: what stands still in the snow carries it along its upper outline."""

from collections.abc import Iterator
from contextlib import contextmanager

import cv2
import numpy as np
from PySide6.QtGui import QColor

from engine.animatic.build import build_of
from engine.animatic.light import mixed
from engine.animatic.motion.whereabouts import position
from engine.animatic.paint.noise import layered
from engine.animatic.paint.surface import bgra, canvas
from engine.animatic.scene import Scene, Subject, snow_lies
from engine.animatic.setting import setting_of
from engine.animatic.stage import Stage

THICK = {"building": 0.62, "tree": 0.4, "species": 0.4, "lighthouse": 0.35, "statue": 0.12}
"""Metres of snow on what these painters paint."""
LEAST = 7
"""Levels by which a pixel must have changed to belong to what was painted."""
FROST = 150
"""How much of the green of leaves frost hides, up to 255."""
BARE = 0.1
"""The lowest part of a subject stays bare: there lies its shadow."""


@contextmanager
def capped(stage: Stage, subject: Subject) -> Iterator[None]:
    """Lay snow on a subject that is painted meanwhile."""
    if not _carries(stage.scene, subject):
        yield
        return
    area = _area(stage, subject)
    before = canvas(stage)[area].copy()
    yield
    if before.size:
        _lay(stage, subject, canvas(stage)[area], before)


def _carries(scene: Scene, subject: Subject) -> bool:
    """A model's things stand elsewhere than the camera sees them; there none is laid."""
    outside = setting_of(scene.place).open_air and snow_lies(scene)
    still = build_of(subject.kind).painter in THICK and subject.carrier < 0
    return outside and still and scene.style != "isometric"


def _area(stage: Stage, subject: Subject) -> tuple[slice, slice]:
    """Rows and columns of the frame in which the subject can be."""
    build = build_of(subject.kind)
    x, y, z = position(subject, stage.scene, stage.t)
    scale = stage.view.pixels_per_metre(z) * subject.scale
    foot = stage.view.project(x, y, z)
    half = (0.5 * build.width + 0.25 * build.height) * scale
    tall = build.height * scale
    rows = (foot.y() - 1.2 * tall, foot.y() - BARE * tall)
    columns = (foot.x() - half, foot.x() + half)
    return _within(rows, stage.height), _within(columns, stage.width)


def _within(ends: tuple[float, float], size: int) -> slice:
    first, last = (min(max(round(end), 0), size) for end in ends)
    return slice(first, max(first, last))


def _lay(stage: Stage, subject: Subject, after: np.ndarray, before: np.ndarray) -> None:
    """Whiten what was painted as far below its upper outline as the snow is thick."""
    change = cv2.absdiff(after, before)
    strongest = cv2.max(cv2.max(change[..., 0], change[..., 1]), change[..., 2])
    body = cv2.threshold(strongest, LEAST, 255, cv2.THRESH_BINARY)[1]
    body = cv2.morphologyEx(body, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    z = position(subject, stage.scene, stage.t)[2]
    thick = THICK[build_of(subject.kind).painter] * stage.view.pixels_per_metre(z)
    cap = cv2.subtract(body, _sunk(stage, body, max(thick, 1.5)))
    cap = cv2.max(cv2.blur(cap, (3, 3)), cv2.min(body, _frosted(after)))
    cover = cv2.cvtColor(cap, cv2.COLOR_GRAY2BGRA)
    cover[..., 3] = cover[..., 0]
    light = stage.light
    white = mixed(mixed(light.key, light.haze, 0.3), QColor("#ffffff"), 0.4)
    snow = np.empty_like(after)
    snow[...] = bgra(white).round().astype(np.uint8)
    kept = cv2.multiply(after, cv2.bitwise_not(cover), scale=1.0 / 255.0)
    after[...] = cv2.add(kept, cv2.multiply(snow, cover, scale=1.0 / 255.0))


def _frosted(after: np.ndarray) -> np.ndarray:
    """How white green things become all over: uint8."""
    blue, green, red = (cv2.extractChannel(after, channel) for channel in range(3))
    leafy = cv2.subtract(green, cv2.max(blue, red))
    return cv2.min(cv2.convertScaleAbs(leafy, alpha=6.0), FROST)


def _sunk(stage: Stage, body: np.ndarray, thick: float) -> np.ndarray:
    """The body moved down by the snow on it, which lies unevenly."""
    line = stage.wardrobe.keep("cap", lambda: layered(stage.chance("cap"), 1, 512, 16, 3)[0])
    step = max(thick / 12.0, 0.5)
    place = (np.arange(body.shape[1]) / step).astype(int) % 512
    down = np.round(thick * (0.55 + 0.9 * line[place])).astype(np.float32)
    rows = np.arange(body.shape[0], dtype=np.float32)[:, None] - down[None, :]
    columns = np.arange(body.shape[1], dtype=np.float32)[None, :] + np.zeros_like(rows)
    return cv2.remap(body, columns, rows, cv2.INTER_NEAREST, borderMode=cv2.BORDER_CONSTANT)

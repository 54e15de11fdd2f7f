"""A backdrop: a photo or film that hangs behind the scene instead of the painted world.

A photo has depth: when the camera goes, what is near in it moves more than what is far. Its pixels
are looked up on a coarse grid of rays, which bends the picture without tearing it. A film hangs
flat and plays on in its own time, from its beginning again where it is shorter than the shot.
"""

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from PySide6.QtCore import QRectF

from engine.animatic.camera import near_of, standing, views
from engine.animatic.paint.handed.depth import ROWS, disparity, horizon_of
from engine.animatic.paint.surface import canvas, over
from engine.animatic.references import covering, covering_at, film, moves
from engine.animatic.scene import Scene
from engine.animatic.stage import Stage
from engine.animatic.view import View
from engine.contract.shot import MediaRef

NEAREST, FARTHEST = 1.3, 14.0
"""Depths of the nearest and farthest in a photo, in the metres by which camera moves are measured
(see camera.near_of); a film hangs at FLAT of them."""
FLAT = 5.0
LEAST, MOST = 1.06, 1.3
"""How much larger than the frame a backdrop is, so that the camera can move before it."""
APART, GROWN = 0.09, 1.35
"""How far, in frame heights, near and far parts of a photo may come apart, and how many times as
large the camera may make it: beyond, a guessed depth no longer looks right."""
CELL = 24
"""Pixels between two rays of a frame 1080 pixels high."""
SLACK = 0.004


@dataclass(frozen=True, slots=True)
class Hung:
    """A backdrop and how the camera may move before it: it is `larger` than the frame by that
    factor, and of the camera's way the part `gain` is gone. `near` is the disparity, float32, of
    each part of a photo."""

    larger: float
    gain: float
    still: bool
    near: np.ndarray


def paint(stage: Stage, media: MediaRef) -> None:
    """Cover the frame with the backdrop. Raises EngineFault when the file is no picture."""
    if moves(media):
        _paint_film(stage, media)
    else:
        _paint_photo(stage, media)


# Hanging --------------------------------------------------------------------------------------


def _hung(stage: Stage, near: np.ndarray) -> Hung:
    """As much of the camera's way as the picture has room and depth for."""
    scene, size = stage.scene, (stage.width, stage.height)
    shot, rest = views(scene, *size), standing(scene, *size)
    larger, gain = LEAST, 1.0
    while gain > 0.02 and not _fits(scene, shot, rest, gain, MOST, near):
        gain *= 0.9
    while larger < MOST and not _fits(scene, shot, rest, gain, larger, near):
        larger = min(larger + 0.03, MOST)
    return Hung(larger, gain, all(view == shot[0] for view in shot), near)


def _fits(
    scene: Scene, shot: tuple[View, ...], rest: View, gain: float, larger: float, near: np.ndarray
) -> bool:
    """Whether no ray of any moment misses the picture or bends too much."""
    half_x, half_y = 0.5 * scene.aspect, 0.5
    x, y = (axis.ravel() for axis in np.meshgrid(half_x * _EDGE, half_y * _EDGE))
    depths = _depth(scene, np.array([[near.min()], [near.max()]], np.float32))
    for view in shot:
        across, down, seen = _met(view, rest, gain, x, y, depths)
        if abs(across).max() > larger * half_x - SLACK or abs(down).max() > larger * half_y - SLACK:
            return False
        apart = max(abs(across[0] - across[1]).max(), abs(down[0] - down[1]).max())
        if apart > APART or seen.max() > GROWN:
            return False
    return True


_EDGE = np.linspace(-1.0, 1.0, 5)


def _depth(scene: Scene, near: np.ndarray) -> np.ndarray:
    """Metres to parts of this disparity."""
    return near_of(scene) / (near / NEAREST + (1.0 - near) / FARTHEST)


def _met(
    view: View, rest: View, gain: float, x: np.ndarray, y: np.ndarray, depth: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Where rays through frame points meet a picture that fits the frame at rest, if it hung at
    this depth, and how large it is seen there; frame heights from the middle, y down."""
    zoom = view.zoom**gain
    left = depth - np.minimum(gain * view.z, 0.6 * depth)
    across = (x + gain * view.pan) / zoom * left + gain * view.x * view.focal
    down = (y - gain * view.tilt) / zoom * left - gain * (view.y - rest.y) * view.focal
    return across / depth, down / depth, zoom * depth / left


# Photos ---------------------------------------------------------------------------------------


def _paint_photo(stage: Stage, media: MediaRef) -> None:
    near = _near(media, stage.scene.aspect)
    hung = stage.wardrobe.keep("backdrop", lambda: _hung(stage, near))
    size = round(hung.larger * stage.width), round(hung.larger * stage.height)
    photo = stage.wardrobe.keep("backdrop photo", lambda: _opaque(covering(media, *size)))
    if hung.still:
        canvas(stage)[:] = stage.wardrobe.keep("backdrop still", lambda: _seen(stage, hung, photo))
    else:
        canvas(stage)[:] = _seen(stage, hung, photo)


def _opaque(picture: np.ndarray) -> np.ndarray:
    """The picture on black where it lets something through."""
    if picture[..., 3].min() == 255:
        return picture
    solid = picture.copy()
    solid[..., 3] = 255
    return solid


@lru_cache(maxsize=16)
def skyline(media: MediaRef, aspect: float) -> float:
    """Where the sky of a backdrop ends in a frame of this shape, 0 top to 1 bottom; 0 where it
    shows none. Raises EngineFault when the file is no picture."""
    row = horizon_of(covering(media, round(2 * ROWS * aspect), 2 * ROWS))
    return 0.0 if row is None else round(0.5 + 0.5 * (LEAST + MOST) * (row - 0.5), 3)


@lru_cache(maxsize=8)
def _near(media: MediaRef, aspect: float) -> np.ndarray:
    """The photo's disparity, guessed at one size whatever the frame's."""
    return disparity(covering(media, round(2 * ROWS * aspect), 2 * ROWS))


def _seen(stage: Stage, hung: Hung, photo: np.ndarray) -> np.ndarray:
    """The photo as the camera sees it now."""
    cell = max(round(CELL * stage.height / 1080), 4)
    columns, rows = -(-stage.width // cell) + 2, -(-stage.height // cell) + 2
    # Rays through the middles of cells, with a cell around the frame; see the cut below.
    x = ((np.arange(columns) - 0.5) * cell - stage.width / 2) / stage.height
    y = ((np.arange(rows) - 0.5) * cell - stage.height / 2) / stage.height
    across, down = _met_in_depth(stage, hung, *np.meshgrid(x, y))
    left = across * stage.height + photo.shape[1] / 2 - 0.5
    top = down * stage.height + photo.shape[0] / 2 - 0.5
    size = (columns * cell, rows * cell)
    inner = np.s_[cell : cell + stage.height, cell : cell + stage.width]
    maps = [cv2.resize(one.astype(np.float32), size)[inner] for one in (left, top)]
    return cv2.remap(photo, *maps, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)


def _met_in_depth(
    stage: Stage, hung: Hung, x: np.ndarray, y: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Where rays meet the photo, whose depth changes from place to place: each ray is followed to
    the depth of where it met before."""
    rest = standing(stage.scene, stage.width, stage.height)
    rows, columns = hung.near.shape
    across, down = x, y
    for _ in range(3):
        left = (across / stage.scene.aspect / hung.larger + 0.5) * columns - 0.5
        top = (down / hung.larger + 0.5) * rows - 0.5
        grid = (left.astype(np.float32), top.astype(np.float32))
        near = cv2.remap(hung.near, *grid, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        across, down, _ = _met(stage.view, rest, hung.gain, x, y, _depth(stage.scene, near))
    return across, down


# Films ----------------------------------------------------------------------------------------


def _paint_film(stage: Stage, media: MediaRef) -> None:
    flat = np.float32(FARTHEST / FLAT - 1.0) / np.float32(FARTHEST / NEAREST - 1.0)
    hung = stage.wardrobe.keep("backdrop", lambda: _hung(stage, np.full((1, 1), flat)))
    reader = stage.wardrobe.keep("backdrop film", lambda: film(media))
    size = round(hung.larger * stage.width), round(hung.larger * stage.height)
    moment = stage.scene.begins + stage.t
    picture = np.ascontiguousarray(covering_at(reader, moment, *size))
    rest = standing(stage.scene, stage.width, stage.height)
    corner = np.array([-0.5 * stage.scene.aspect, 0.5 * stage.scene.aspect])
    across, down, _ = _met(
        stage.view, rest, hung.gain, corner, np.array([-0.5, 0.5]), _depth(stage.scene, hung.near)
    )
    xs = across[0] * stage.height + size[0] / 2
    ys = down[0] * stage.height + size[1] / 2
    part = QRectF(xs[0], ys[0], xs[1] - xs[0], ys[1] - ys[0])
    stage.painter.drawImage(QRectF(0, 0, stage.width, stage.height), over(picture), part)

"""Meshes: solids as quadrilaterals, lit and painted from any side by OpenCV.

x runs right, y up, z towards the camera, in metres. Painter's order: the far faces first.
"""

from dataclasses import dataclass
from math import cos, sin

import cv2
import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage

from engine.animatic.light import faded, mixed
from engine.animatic.paint.subjects.figure import Figure
from engine.animatic.paint.surface import bgr, blank, pixels

SHIFT = 4
DOUBLED = 300
"""Pixels up to which a mesh is painted at twice its size and made smaller."""
LARGEST = 1400
"""Pixels of the longer side of a painted mesh, at most."""


@dataclass(frozen=True, slots=True, eq=False)
class Mesh:
    """`corners` (n, 4, 3) anticlockwise from outside, `colours` (n, 3) BGR 0 to 1. A `gloss` (n,)
    of 0 is matt, 1 polished; `shine` (n,) is light of its own; `clear` (n,) is glass; `lift` (n,)
    is how much nearer than it is a face counts, as what lies flat on another must."""

    corners: np.ndarray
    colours: np.ndarray
    gloss: np.ndarray
    shine: np.ndarray
    clear: np.ndarray
    lift: np.ndarray

    @property
    def size(self) -> float:
        """The longest side of its box."""
        points = np.ascontiguousarray(self.corners.reshape(-1, 3).T)
        return float((points.max(axis=1) - points.min(axis=1)).max())


def joined(meshes: list[Mesh]) -> Mesh:
    """All faces of several meshes."""
    return Mesh(
        np.concatenate([one.corners for one in meshes]),
        np.concatenate([one.colours for one in meshes]),
        np.concatenate([one.gloss for one in meshes]),
        np.concatenate([one.shine for one in meshes]),
        np.concatenate([one.clear for one in meshes]),
        np.concatenate([one.lift for one in meshes]),
    )


def turned(yaw: float = 0.0, roll: float = 0.0, pitch: float = 0.0) -> np.ndarray:
    """A rotation: about the upright axis, then towards the camera, then clockwise as seen."""
    cy, sy, cp, sp, cr, sr = cos(yaw), sin(yaw), cos(pitch), sin(pitch), cos(roll), sin(roll)
    about_y = np.array([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]], np.float32)
    about_x = np.array([[1, 0, 0], [0, cp, -sp], [0, sp, cp]], np.float32)
    about_z = np.array([[cr, sr, 0], [-sr, cr, 0], [0, 0, 1]], np.float32)
    return about_z @ about_x @ about_y


@dataclass(frozen=True, slots=True, eq=False)
class Print:
    """A painted mesh: its picture, where its origin lies in it, and pixels a metre."""

    image: QImage
    origin: QPointF
    scale: float


def printed(fig: Figure, mesh: Mesh, turn: np.ndarray, tilt: float, scale: float) -> list[Print]:
    """The mesh in the figure's light from a camera `tilt` radians above it: what is solid, then
    what is glass."""
    flat, depth = _seen(mesh.corners.reshape(-1, 3) @ turn.T, tilt, mesh.size)
    flat = flat.reshape(-1, 4, 2)
    depth = 0.25 * _sum(depth.reshape(-1, 4)) + mesh.lift * mesh.size
    normals = _normals(mesh.corners, turn)
    front = normals[:, 1] * sin(tilt) + normals[:, 2] * cos(tilt)
    facing = _area(flat) > 0
    glass = mesh.clear > 0
    colours = _lit(fig, mesh, normals, front)
    prints = []
    for layer in (facing & ~glass, facing & glass):
        if layer.any():
            order = np.flatnonzero(layer)[np.argsort(depth[layer], kind="stable")]
            prints.append(_print(flat[order], colours[order], scale))
    return prints


def _seen(points: np.ndarray, tilt: float, size: float) -> tuple[np.ndarray, np.ndarray]:
    """Across and up as a camera with a long lens sees them, and how near they are."""
    c, s = cos(tilt), sin(tilt)
    near = points[:, 1] * s + points[:, 2] * c
    grown = 1.0 / (1.0 - 0.16 * near / size)
    across, up = points[:, 0] * grown, (points[:, 1] * c - points[:, 2] * s) * grown
    return np.stack([across, up], axis=1), near


def _sum(rows: np.ndarray) -> np.ndarray:
    """Of each short row; many times as fast as numpy's own sum along it."""
    return np.add.reduce(rows.T.copy(), axis=0)


def _normals(corners: np.ndarray, turn: np.ndarray) -> np.ndarray:
    ax, ay, az = (corners[:, 2] - corners[:, 0]).T
    bx, by, bz = (corners[:, 3] - corners[:, 1]).T
    normals = np.stack([ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx])
    length = np.sqrt(normals[0] ** 2 + normals[1] ** 2 + normals[2] ** 2)
    return (normals / np.maximum(length, 1e-12)).T @ turn.T


def _area(flat: np.ndarray) -> np.ndarray:
    """Twice the signed area of each face as seen: positive when its outside is in sight."""
    one, two = flat[:, 2] - flat[:, 0], flat[:, 3] - flat[:, 1]
    return one[:, 0] * two[:, 1] - one[:, 1] * two[:, 0]


def _lit(fig: Figure, mesh: Mesh, normals: np.ndarray, front: np.ndarray) -> np.ndarray:
    """Premultiplied BGRA 0 to 255 of every face: key and ambient light, a polished surface's
    mirrored sky and highlight, light around the edges from behind, and haze."""
    light, sun = fig.stage.light, np.array(fig.sun, np.float32)
    key, dim = bgr(light.key), bgr(light.ambient)
    facing = np.maximum(0.5 + 0.5 * normals @ sun, 0.0)[:, None] ** 1.15
    under = 1.0 - 0.3 * np.maximum(-normals[:, 1:2], 0.0)
    seen = mesh.colours * (dim + (key - dim) * facing) * under
    gloss, edge = mesh.gloss[:, None], np.clip(1.0 - front, 0.0, 1.0)[:, None]
    sky = _mirrored(fig, normals)
    part = gloss * (0.1 + 0.55 * edge**3)
    seen = seen * (1.0 - part) + sky * part
    half = sun + np.array([0.0, 0.25, 1.0], np.float32)
    half /= np.linalg.norm(half)
    spot = np.maximum(normals @ half, 0.0)[:, None]
    seen = seen + bgr(fig.glint) * gloss * (0.75 * spot**60 + 0.22 * spot**10)
    away = np.maximum(normals[:, :2] @ sun[:2], 0.0)[:, None] * edge**2
    seen = seen + bgr(fig.glint) * (0.75 * fig.backlight * away)
    haze = float(1.0 - np.exp(-max(fig.z, 0.0) / light.visibility))
    seen = seen + (bgr(light.haze) - seen) * haze
    shine = mesh.shine[:, None]
    seen = seen * (1.0 - shine) + mesh.colours * shine
    cover = np.where(mesh.clear[:, None] > 0, 0.16 + 0.5 * edge**2 + 0.6 * spot**40, 1.0)
    cover = np.clip(cover, 0.0, 1.0)
    rows = np.concatenate([np.clip(seen, 0.0, 1.0) * cover, cover], axis=1)
    return rows * 255.0


def _mirrored(fig: Figure, normals: np.ndarray) -> np.ndarray:
    """The sky or the ground that a polished face shows (BGR 0 to 1)."""
    light = fig.stage.light
    up = np.clip(0.5 + 1.4 * normals[:, 1], 0.0, 1.0)[:, None]
    ground = bgr(mixed(light.ambient, light.horizon, 0.3)) * 0.55
    return ground * (1.0 - up) + bgr(mixed(light.middle, light.horizon, 0.4)) * up


def _print(flat: np.ndarray, colours: np.ndarray, scale: float) -> Print:
    """Faces painted back to front at twice the size, then made smaller: smooth edges, no seams."""
    sides = np.ascontiguousarray(flat.reshape(-1, 2).T)
    low, high = sides.min(axis=1), sides.max(axis=1)
    longest = float((high - low).max())
    scale = min(scale, LARGEST / max(longest, 1e-6))
    fine = 2 if longest * scale < DOUBLED else 1
    wide, tall = (np.ceil((high - low) * scale).astype(int) + 4).tolist()
    big = np.zeros((tall * fine, wide * fine, 4), np.uint8)
    spots = (flat - low) * scale + 2.0
    spots[..., 1] = tall - spots[..., 1]
    spots = np.round(spots * fine * (1 << SHIFT)).astype(np.int32)
    smooth = cv2.LINE_8 if fine > 1 else cv2.LINE_AA
    for face, colour in zip(spots, colours.tolist(), strict=True):
        cv2.fillConvexPoly(big, face, colour, smooth, SHIFT)
    image = blank(wide, tall)
    if fine == 1:
        pixels(image)[:] = big
    else:
        cv2.resize(big, (wide, tall), dst=pixels(image), interpolation=cv2.INTER_AREA)
    return Print(image, QPointF(2.0 - low[0] * scale, tall - 2.0 + low[1] * scale), scale)


def put_print(fig: Figure, prints: list[Print], mirrored: bool = False) -> None:
    """Draw a painted mesh with its origin at the figure's origin, or upside down below it."""
    painter = fig.painter
    for one in prints:
        painter.save()
        painter.scale(1.0 / one.scale, (1.0 if mirrored else -1.0) / one.scale)
        painter.drawImage(-one.origin, one.image)
        painter.restore()


def shadow_colour(fig: Figure, part: float) -> QColor:
    """The colour of a contact shadow."""
    return faded(QColor(8, 10, 18), part)

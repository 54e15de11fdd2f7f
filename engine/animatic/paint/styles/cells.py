"""Cells: a sheet cut once into seeded triangles, tiles or panes, each of one colour at a time."""

from dataclasses import dataclass
from random import Random

import cv2
import numpy as np


@dataclass(frozen=True, slots=True)
class Cells:
    """`labels` int32 (height, width): which cell a pixel belongs to; `spots` int (n, 2): x and y
    of the middle of each; `seams` uint8 (height, width): 255 where two cells meet."""

    labels: np.ndarray
    spots: np.ndarray
    seams: np.ndarray

    def filled(self, sheet: np.ndarray, reach: int) -> np.ndarray:
        """The colour of each cell, the mean about its middle: uint8 (n, 3)."""
        soft = cv2.blur(sheet, (reach, reach)) if reach > 1 else sheet
        return soft[self.spots[:, 1], self.spots[:, 0]]

    def shown(self, colours: np.ndarray) -> np.ndarray:
        """The sheet with these colours (n, 3), one a cell."""
        packed = np.zeros((len(colours), 4), np.uint8)
        packed[:, :3] = colours
        whole = np.take(packed.view(np.uint32).ravel(), self.labels)
        bgra = whole.view(np.uint8).reshape(*self.labels.shape, 4)
        return cv2.cvtColor(bgra, cv2.COLOR_BGRA2BGR)


def scattered(
    chance: Random, size: tuple[int, int], gap: float, loose: float
) -> list[tuple[float, float]]:
    """Points in rows set off against each other, each moved by chance: x and y inside the size."""
    points = []
    rows = int(size[1] / (0.87 * gap)) + 2
    for row in range(rows):
        for column in range(int(size[0] / gap) + 2):
            x = (column + 0.5 * (row % 2) + chance.uniform(-loose, loose)) * gap
            y = (row + chance.uniform(-loose, loose)) * gap * 0.87
            points.append((min(max(x, 0.0), size[0] - 1.0), min(max(y, 0.0), size[1] - 1.0)))
    return points


def triangles(chance: Random, size: tuple[int, int], gap: float) -> Cells:
    """A mesh of triangles (Delaunay) about `gap` pixels wide."""
    area = (-1, -1, size[0] + 2, size[1] + 2)
    mesh = cv2.Subdiv2D(area)
    corners = [(0, 0), (size[0], 0), (0, size[1]), (size[0], size[1])]
    mesh.insert([*scattered(chance, size, gap, 0.38), *corners])
    flat = np.asarray(mesh.getTriangleList(), np.float32).reshape(-1, 3, 2)
    labels = np.zeros((size[1], size[0]), np.int32)
    for number, corner in enumerate(flat):
        cv2.fillConvexPoly(labels, np.round(corner).astype(np.int32), number)
    middle = flat.mean(axis=1)
    spots = np.clip(middle, 0, np.array(size) - 1).astype(np.int32)
    return Cells(labels, spots, _seams(labels))


def panes(chance: Random, size: tuple[int, int], gap: float, loose: float) -> Cells:
    """Cells round scattered points (Voronoi) about `gap` pixels wide."""
    points = scattered(chance, size, gap, loose)
    spots = np.unique(np.array(points, np.int32), axis=0)
    empty = np.full((size[1], size[0]), 255, np.uint8)
    empty[spots[:, 1], spots[:, 0]] = 0
    kind = cv2.DIST_LABEL_PIXEL
    _, labels = cv2.distanceTransformWithLabels(empty, cv2.DIST_L2, 5, labelType=kind)
    middles = np.zeros((int(labels.max()) + 1, 2), np.int32)
    middles[labels[spots[:, 1], spots[:, 0]]] = spots
    return Cells(labels, middles, _seams(labels))


def _seams(labels: np.ndarray) -> np.ndarray:
    seams = np.zeros(labels.shape, np.uint8)
    seams[:, 1:][labels[:, 1:] != labels[:, :-1]] = 255
    seams[1:][labels[1:] != labels[:-1]] = 255
    return seams

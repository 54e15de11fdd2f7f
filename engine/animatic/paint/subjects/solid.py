"""Solids: turned, boxed, round, tubular, extruded and inflated shapes as meshes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import pi, tau

import numpy as np

from engine.animatic.paint.subjects.mesh import Mesh

Spot = tuple[float, float, float]
Flat = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Stuff:
    """What a solid is made of: colour BGR 0 to 1, gloss, its own light, whether it is clear."""

    colour: tuple[float, float, float]
    gloss: float = 0.15
    shine: float = 0.0
    clear: bool = False
    second: tuple[float, float, float] | None = None
    """A second colour for stripes around or patches."""


def mesh_of(corners: np.ndarray, stuff: Stuff) -> Mesh:
    """Faces of one stuff."""
    number = len(corners)
    ones = np.ones(number, np.float32)
    colours = np.tile(np.array(stuff.colour, np.float32), (number, 1))
    clear = ones if stuff.clear else 0 * ones
    return Mesh(
        corners.astype(np.float32), colours, ones * stuff.gloss, ones * stuff.shine, clear, 0 * ones
    )


def surface(grid: np.ndarray, stuff: Stuff) -> Mesh:
    """A grid of points (rows, columns, 3) as faces; columns run anticlockwise seen from above
    while rows run upwards, so that the outside is in sight."""
    faces = np.stack([grid[:-1, :-1], grid[:-1, 1:], grid[1:, 1:], grid[1:, :-1]], axis=2)
    return mesh_of(faces.reshape(-1, 4, 3), stuff)


def lathe(profile: Sequence[Flat], stuff: Stuff, fine: int, at: Spot = (0, 0, 0)) -> Mesh:
    """A solid of revolution about the upright axis from (radius, height) points, bottom first."""
    line = np.array(profile, np.float32)
    angle = np.linspace(0.0, tau, fine + 1, dtype=np.float32)
    x = line[:, :1] * np.cos(-angle)[None, :]
    z = line[:, :1] * np.sin(-angle)[None, :]
    y = np.repeat(line[:, 1:], fine + 1, axis=1)
    made = surface(np.stack([x, y, z], axis=2) + np.array(at, np.float32), stuff)
    if stuff.second is not None:
        column = np.tile(np.arange(fine), len(line) - 1)
        made.colours[(column * 12 // fine) % 2 == 1] = stuff.second
    return made


def ball(centre: Spot, radii: Spot, stuff: Stuff, fine: int) -> Mesh:
    """An ellipsoid."""
    rise = np.linspace(-pi / 2, pi / 2, fine // 2 + 1)
    made = lathe([(float(np.cos(a)), float(np.sin(a))) for a in rise], stuff, fine)
    corners = made.corners * np.array(radii, np.float32) + np.array(centre, np.float32)
    return replace(made, corners=corners)


def box(foot: Spot, size: Spot, stuff: Stuff, parts: int = 6) -> Mesh:
    """An upright box on the middle of its base, `parts` faces along its longest side and fewer
    along the others."""
    step = max(size) / parts
    wide, high, deep = (
        np.linspace(-0.5, 0.5, max(round(side / step), 1) + 1, dtype=np.float32) for side in size
    )
    sides = []
    for across, up, turn in (
        (wide, high, lambda a, b, h: (a, b, h)), (wide, high, lambda a, b, h: (-a, b, -h)),
        (deep, high, lambda a, b, h: (h, b, -a)), (deep, high, lambda a, b, h: (-h, b, a)),
        (wide, deep, lambda a, b, h: (a, h, -b)), (wide, deep, lambda a, b, h: (a, -h, b)),
    ):  # fmt: skip
        a, b = np.meshgrid(across, up)
        sides.append(np.stack(turn(a, b, np.full_like(a, 0.5)), axis=2))
    middle = np.array(foot, np.float32) + np.array([0, size[1] / 2, 0], np.float32)
    faces = [surface(side * np.array(size, np.float32) + middle, stuff).corners for side in sides]
    return mesh_of(np.concatenate(faces), stuff)


def tube(
    line: Sequence[Spot], radii: Sequence[float], stuff: Stuff, fine: int, closed: bool = False
) -> Mesh:
    """A round tube along a line, with round ends unless its line is closed."""
    spots, wide = np.array(line, np.float64), np.array(radii, np.float64)
    if closed:
        ahead = np.roll(spots, -1, axis=0) - np.roll(spots, 1, axis=0)
    else:
        ahead = np.gradient(spots, axis=0)
    ahead /= np.maximum(np.linalg.norm(ahead, axis=1, keepdims=True), 1e-9)
    aside = np.cross(ahead, _across(ahead))
    aside /= np.maximum(np.linalg.norm(aside, axis=1, keepdims=True), 1e-9)
    third = np.cross(ahead, aside)
    if not closed:
        spots = np.concatenate([spots[:1], spots, spots[-1:]])
        wide = np.concatenate([[0.0], wide, [0.0]])
        aside = np.concatenate([aside[:1], aside, aside[-1:]])
        third = np.concatenate([third[:1], third, third[-1:]])
    angle = np.linspace(0.0, tau, fine + 1)[None, :, None]
    ring = np.cos(angle) * aside[:, None] + np.sin(angle) * third[:, None]
    grid = spots[:, None] + wide[:, None, None] * ring
    if closed:
        grid = np.concatenate([grid, grid[:1]])
    return surface(grid, stuff)


def _across(ahead: np.ndarray) -> np.ndarray:
    """A direction that no part of the line runs along."""
    spare = np.argmin(np.abs(ahead).max(axis=0))
    return np.eye(3)[spare]


def extruded(outline: Sequence[Flat], depth: float, stuff: Stuff, at: Spot = (0, 0, 0)) -> Mesh:
    """An outline, anticlockwise and star-shaped about its middle, `depth` thick."""
    rings = ((1.0, -0.5), (1.0, -0.17), (1.0, 0.17), (1.0, 0.5))
    return _rings(outline, depth, rings, stuff, at, capped=True)


def inflated(outline: Sequence[Flat], depth: float, stuff: Stuff, at: Spot = (0, 0, 0)) -> Mesh:
    """An outline blown up like a cushion, `depth` thick in its middle."""
    rise = np.linspace(-pi / 2, pi / 2, 15)
    rings = tuple((float(np.cos(a)) ** 0.6, 0.5 * float(np.sin(a))) for a in rise)
    return _rings(outline, depth, rings, stuff, at, capped=False)


def _rings(
    outline: Sequence[Flat],
    depth: float,
    rings: Sequence[Flat],
    stuff: Stuff,
    at: Spot,
    capped: bool,
) -> Mesh:
    line = np.array(outline, np.float64)
    x, y = line[:, 0], line[:, 1]
    if np.sum(x * np.roll(y, -1) - y * np.roll(x, -1)) < 0:
        line = line[::-1]
    line = np.concatenate([line, line[:1]])
    middle = (line[:-1].min(axis=0) + line[:-1].max(axis=0)) / 2
    if capped:
        inner = tuple((part, 0.5) for part in (0.66, 0.33, 0.0))
        rings = (*((p, -h) for p, h in reversed(inner)), *rings, *inner)
    grid = np.zeros((len(rings), len(line), 3), np.float64)
    for i, (part, high) in enumerate(rings):
        grid[i, :, :2] = middle + part * (line - middle)
        grid[i, :, 2] = high * depth
    return surface(grid + np.array(at), stuff)

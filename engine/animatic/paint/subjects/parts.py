"""Models: meshes of things from a few words a part, as resources/subjects states them.

A line is one part: `shape colour numbers...`. Points are `x,y` or `x,y,z` in metres.

    lathe red/gloss 0,0 .03,0 .04,.1      a smooth solid of revolution: radius,height from below
    turn  #888/metal 0,0 .03,0 .04,.1     the same with straight sides
    ball  body x,y,z rx,ry,rz             an ellipsoid
    box   wood x,y,z w,h,d                a box on the middle of its base
    tube  iron .01 x,y,z x,y,z ...        a round bar; .01:.005 tapers
    ring  gold R r x,y,z y                a torus about the x, y or z axis
    loft  body x,low,high,half ...        round sections along x, half as deep as said
    slab  body depth x,y x,y ...          an outline, extruded; ~ before the points rounds it
    puff  body depth heart:.5             an outline, inflated; star:5:.5:.2 disc:.3 gear:9:.5:.4
    hinge x x,y,z 110                     what follows turns about this axis as the thing opens
    shift x,y,z yaw,pitch,roll            what follows is moved and turned (degrees)
    end                                   the last hinge or shift ends here

^ before a shape says that the part lies flat on what comes before it (^^ on that in turn).
A colour is `#rrggbb`, a name that Qt knows, or body, trim or another of the figure's own; with
/matt /gloss /metal /glass /glow, and +colour for stripes around a turned solid.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from math import cos, pi, radians, sin, tau

import numpy as np
from PySide6.QtGui import QColor

from engine.animatic.build import build_of
from engine.animatic.paint.subjects import solid
from engine.animatic.paint.subjects.mesh import Mesh, joined, turned
from engine.animatic.paint.subjects.solid import Flat, Spot, Stuff

STUFFS = {
    "matt": (0.03, 0.0, False),
    "satin": (0.18, 0.0, False),
    "gloss": (0.55, 0.0, False),
    "metal": (0.95, 0.0, False),
    "glass": (0.9, 0.0, True),
    "glow": (0.0, 0.85, False),
}
PAINTS = {
    "wood": "#9a6a3e", "darkwood": "#5f3d26", "iron": "#4a4e55", "steel": "#b9c0c8",
    "gold": "#e0ac3c", "brass": "#c69a48", "silver": "#d3d8dd", "paper": "#f3ead8",
    "cream": "#f6ecd6", "ink": "#23252b", "leaf": "#4f8a3c", "clay": "#b96a45", "rope": "#b08d5a",
    "ice": "#cfe6f2", "leather": "#7a4a2a", "stone": "#9a978f", "porcelain": "#f4f3ef",
}  # fmt: skip
LIFT = 0.08
"""How much nearer, in sizes of the whole, a part with ^ counts."""
THREAD = 0.004
"""Metres: a tube no thicker may run anywhere in a kind that is round all about."""
Place = Callable[[np.ndarray], np.ndarray]


@lru_cache(maxsize=160)
def model(kind: str, colour: str, opened: float, fine: int) -> Mesh:
    """The mesh of a kind in a colour ("" for its own), `opened` 0 to 1, with `fine` faces around.

    Raises ValueError for a part that can't be read.
    """
    figure = build_of(kind).figure
    made: list[Mesh] = []
    places: list[Place] = []
    for line in str(figure.get("parts", "")).splitlines():
        words = line.split("#! ")[0].split()
        if not words:
            continue
        if words[0] == "end":
            places.pop()
        elif words[0] in ("hinge", "shift"):
            places.append(_place(words, opened))
        else:
            over = len(words[0]) - len(words[0].lstrip("^"))
            part = _moved(_part([words[0][over:], *words[1:]], kind, colour, fine), places)
            made.append(replace(part, lift=part.lift + LIFT * over))
    return joined(made)


@lru_cache(maxsize=256)
def all_round(kind: str) -> bool:
    """Whether a kind looks the same however far it is turned about its upright axis."""
    lines = str(build_of(kind).figure.get("parts", "")).splitlines()
    return all(_is_round(line.split()) for line in lines if line.strip())


def _is_round(words: list[str]) -> bool:
    match words[0].lstrip("^"):
        case "lathe" | "turn":
            return "+" not in words[1]
        case "ball":
            (x, _, z), (wide, _, deep) = _spot(words[2]), _radii(words[3])
            return x == z == 0.0 and wide == deep
        case "tube":
            return float(words[2].partition(":")[0]) <= THREAD
    return False


def _moved(mesh: Mesh, places: list[Place]) -> Mesh:
    corners = mesh.corners
    for place in reversed(places):
        corners = place(corners)
    return replace(mesh, corners=corners.astype(np.float32))


def _place(words: list[str], opened: float) -> Place:
    if words[0] == "shift":
        yaw, pitch, roll = (radians(part) for part in _spot(words[2]) or (0, 0, 0))
        turn, by = turned(yaw, roll, pitch), np.array(_spot(words[1]), np.float32)
        return lambda points: points @ turn.T + by
    angle = radians(float(words[3]) * opened)
    turn = {
        "x": turned(pitch=angle), "y": turned(yaw=angle), "z": turned(roll=-angle),
    }[words[1]]  # fmt: skip
    about = np.array(_spot(words[2]), np.float32)
    return lambda points: (points - about) @ turn.T + about


def _part(words: list[str], kind: str, colour: str, fine: int) -> Mesh:
    shape, numbers = words[0], words[2:]
    stuff = stuff_of(words[1], kind, colour)
    match shape:
        case "lathe" | "turn":
            return _turned(shape, numbers, stuff, fine)
        case "ball":
            part = max(_radii(numbers[1])) / build_of(kind).height
            few = max(int(fine * min(0.3 + 1.6 * part, 1.0)), 10)
            return solid.ball(_spot(numbers[0]), _radii(numbers[1]), stuff, few)
        case "box":
            return solid.box(_spot(numbers[0]), _spot(numbers[1]), stuff, 6 if fine > 32 else 4)
        case "loft":
            return _loft(numbers, stuff, fine)
        case "tube":
            return _tube(numbers, stuff, fine)
        case "ring":
            return _ring(numbers, stuff, fine)
        case "slab" | "puff":
            return _outlined(shape, numbers, stuff, fine)
    raise ValueError(f"no part is a {shape}")


def stuff_of(word: str, kind: str, colour: str) -> Stuff:
    """What a colour word of a kind means."""
    word, _, second = word.partition("+")
    name, _, sort = word.partition("/")
    gloss, shine, clear = STUFFS[sort or "satin"]
    other = _colour(second, kind, colour) if second else None
    return Stuff(_colour(name, kind, colour), gloss, shine, clear, other)


def _colour(name: str, kind: str, wanted: str) -> tuple[float, float, float]:
    figure = build_of(kind).figure
    if name == "body" and wanted and QColor(wanted).isValid():
        name = wanted
    else:
        name = str(figure.get(name, name))
    colour = QColor(PAINTS.get(name, name))
    if not colour.isValid():
        raise ValueError(f"{kind} has no colour {name}")
    return colour.blueF(), colour.greenF(), colour.redF()


def _spot(word: str) -> Spot:
    parts = [float(part) for part in word.split(",")]
    return (parts + [0.0, 0.0])[0], (parts + [0.0, 0.0])[1], (parts + [0.0, 0.0])[2]


def _radii(word: str) -> Spot:
    parts = [float(part) for part in word.split(",")]
    return (parts * 3)[0], (parts * 3)[1], (parts * 3)[2]


def _turned(shape: str, numbers: list[str], stuff: Stuff, fine: int) -> Mesh:
    at = next((_spot(word[1:]) for word in numbers if word[0] == "@"), (0.0, 0.0, 0.0))
    points = [_spot(word)[:2] for word in numbers if word[0] != "@"]
    steps = max(fine // 10, 2)
    line = _smooth(points, steps, False) if shape == "lathe" else _between(points, steps)
    return solid.lathe([(max(r, 0.0), y) for r, y in line], stuff, fine, at)


def _tube(numbers: list[str], stuff: Stuff, fine: int) -> Mesh:
    wide, _, narrow = numbers[0].partition(":")
    line = _smooth3([_spot(word) for word in numbers[1:]], max(fine // 6, 3))
    radii = np.linspace(float(wide), float(narrow or wide), len(line))
    return solid.tube(line, radii.tolist(), stuff, max(fine // 3, 6))


def _loft(numbers: list[str], stuff: Stuff, fine: int) -> Mesh:
    rows = np.array([[float(part) for part in word.split(",")] for word in numbers])
    along = np.linspace(0, len(rows) - 1, 6 * len(rows))
    rows = np.stack([np.interp(along, np.arange(len(rows)), one) for one in rows.T], axis=1)
    ease = np.array([0.25, 0.5, 0.25])
    rows[1:-1] = sum(e * rows[i : len(rows) - 2 + i] for i, e in enumerate(ease))
    ends = rows[[0, -1]].copy()
    ends[:, 1:3] = ends[:, 1:3].mean(axis=1, keepdims=True)
    ends[:, 3] = 0.0
    rows = np.concatenate([ends[:1], rows, ends[1:]])
    angle = np.linspace(0.0, tau, max(fine // 2, 12) + 1)[None, :]
    y = (rows[:, 1:2] + rows[:, 2:3]) / 2 + (rows[:, 2:3] - rows[:, 1:2]) / 2 * np.sin(angle)
    z = -rows[:, 3:4] * np.sign(np.cos(angle)) * np.abs(np.cos(angle)) ** 0.7
    x = np.repeat(rows[:, :1], angle.shape[1], axis=1)
    return solid.surface(np.stack([x, y, z], axis=2), stuff)


def _ring(numbers: list[str], stuff: Stuff, fine: int) -> Mesh:
    big, small = float(numbers[0]), float(numbers[1])
    at = np.array(_spot(numbers[2]))
    axis = numbers[3] if len(numbers) > 3 else "z"
    line = []
    for i in range(fine):
        c, s = big * cos(tau * i / fine), big * sin(tau * i / fine)
        spot = {"x": (0, c, s), "y": (c, 0, -s), "z": (c, s, 0)}[axis]
        line.append(tuple(at + np.array(spot)))
    return solid.tube(line, [small] * fine, stuff, max(fine // 2, 8), closed=True)


def _outlined(shape: str, numbers: list[str], stuff: Stuff, fine: int) -> Mesh:
    depth, words = float(numbers[0]), numbers[1:]
    at = next((_spot(word[1:]) for word in words if word[0] == "@"), (0.0, 0.0, 0.0))
    words = [word for word in words if word[0] != "@"]
    if ":" in words[0]:
        points = contour(words[0], fine)
    elif words[0] == "~":
        points = _smooth([_spot(word)[:2] for word in words[1:]], max(fine // 8, 3), True)
    else:
        points = [_spot(word)[:2] for word in words]
    make = solid.extruded if shape == "slab" else solid.inflated
    return make(points, depth, stuff, at)


def contour(word: str, fine: int) -> list[Flat]:
    """A named outline about the origin: star:n:outer:inner, heart:r, disc:r, gear:n:r:r."""
    name, *rest = word.split(":")
    sizes = [float(part) for part in rest]
    if name == "disc":
        return [
            (sizes[0] * cos(tau * i / fine), sizes[0] * sin(tau * i / fine)) for i in range(fine)
        ]
    if name == "heart":
        return [_heart(tau * (i + 0.5) / fine, sizes[0]) for i in range(fine)]
    if name == "star":
        ends = 2 * int(sizes[0])
        return [
            (sizes[1 + i % 2] * sin(tau * i / ends), sizes[1 + i % 2] * cos(tau * i / ends))
            for i in range(ends)
        ]
    if name == "gear":
        return _gear(int(sizes[0]), sizes[1], sizes[2])
    raise ValueError(f"no outline is a {name}")


def _heart(angle: float, size: float) -> Flat:
    x = 16 * sin(angle) ** 3
    y = 13 * cos(angle) - 5 * cos(2 * angle) - 2 * cos(3 * angle) - cos(4 * angle)
    return size * x / 17, size * (y + 2.5) / 17


def _gear(teeth: int, outer: float, inner: float) -> list[Flat]:
    points = []
    for i in range(teeth):
        for part, radius in (
            (0.0, inner),
            (0.22, inner),
            (0.32, outer),
            (0.68, outer),
            (0.78, inner),
        ):
            angle = tau * (i + part) / teeth
            points.append((radius * cos(angle), radius * sin(angle)))
    return points


def _between(points: list[Flat], steps: int) -> list[Flat]:
    line = []
    for (ax, ay), (bx, by) in zip(points, points[1:], strict=False):
        line += [(ax + (bx - ax) * i / steps, ay + (by - ay) * i / steps) for i in range(steps)]
    return [*line, points[-1]]


def _smooth(points: list[Flat], steps: int, closed: bool) -> list[Flat]:
    """A curve through all points (Catmull-Rom, centripetal where two of them coincide)."""
    spots = [(x, y, 0.0) for x, y in points]
    if closed:
        spots = [spots[-1], *spots, spots[0], spots[1]]
        whole = _smooth3(spots, steps)[steps : -steps - 1]
    else:
        whole = _smooth3(spots, steps)
    return [(x, y) for x, y, _ in whole]


def _smooth3(points: list[Spot], steps: int) -> list[Spot]:
    if len(points) == 2:
        return points
    spots = np.array(points)
    slopes = np.gradient(spots, axis=0)
    same = np.linalg.norm(np.diff(spots, axis=0), axis=1) < 1e-9
    slopes[:-1][same] = 0.0
    slopes[1:][same] = 0.0
    line: list[Spot] = []
    for i in range(len(points) - 1):
        if same[i]:
            continue
        for j in range(steps):
            u = j / steps
            spot = (
                (2 * u**3 - 3 * u**2 + 1) * spots[i]
                + (u**3 - 2 * u**2 + u) * slopes[i]
                + (3 * u**2 - 2 * u**3) * spots[i + 1]
                + (u**3 - u**2) * slopes[i + 1]
            )
            line.append((float(spot[0]), float(spot[1]), float(spot[2])))
    return [*line, points[-1]]


def yaw_of(kind: str) -> float:
    """Radians that a kind stands turned when nothing else turns it."""
    return float(build_of(kind).trait("yaw", 0.0)) * pi / 180

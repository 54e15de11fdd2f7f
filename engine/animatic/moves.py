"""Moves of the camera: what each does to where the camera stands, from its start to its end.

Sizes are parts of a reach in metres (the nearest subject's depth, else the place's span) or frame
heights. A move adds a pose that is nothing at its start, so that moves follow one another without
a jump.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from math import cos, log, sin

WIDE = 16 / 9


@dataclass(frozen=True, slots=True)
class Pose:
    """How far the camera is from rest: metres right, up and away; frame heights of pan and tilt;
    `zoom` is the logarithm of how much longer its lens is."""

    x: float = 0.0
    y: float = 0.0
    z: float = 0.0
    pan: float = 0.0
    tilt: float = 0.0
    zoom: float = 0.0

    def __add__(self, other: "Pose") -> "Pose":
        return Pose(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(Pose)))


@dataclass(frozen=True, slots=True)
class Reach:
    """By what a move is measured: `near` metres to what it is about, the frame's `across` (width
    by height), the lens's `focal`, and its `size`, 0.4 for the slowest to 1.6."""

    near: float
    across: float
    focal: float
    size: float


Move = Callable[[float, Reach], Pose]
"""From how far it has come, 0 to 1, to the pose it adds."""


def _still(go: float, reach: Reach) -> Pose:
    return Pose()


def _push(go: float, reach: Reach) -> Pose:
    return Pose(z=0.34 * reach.size * reach.near * go)


def _pull(go: float, reach: Reach) -> Pose:
    return Pose(z=-0.34 * reach.size * reach.near * go)


def _pan(way: int) -> Move:
    def pan(go: float, reach: Reach) -> Pose:
        return Pose(pan=way * 0.24 * reach.size * reach.across**0.5 * go)

    return pan


def _tilt(way: int) -> Move:
    def tilt(go: float, reach: Reach) -> Pose:
        return Pose(tilt=way * 0.2 * reach.size * go)

    return tilt


def _truck(way: int) -> Move:
    def truck(go: float, reach: Reach) -> Pose:
        return Pose(x=way * 0.4 * reach.size * reach.near * reach.across / WIDE * go)

    return truck


def _crane(way: int) -> Move:
    def crane(go: float, reach: Reach) -> Pose:
        return Pose(y=way * 0.16 * reach.size * reach.near * go, tilt=-way * 0.1 * reach.size * go)

    return crane


def _orbit(way: int) -> Move:
    """An arc about what stands `near` metres off, which stays where it is in the frame."""

    def orbit(go: float, reach: Reach) -> Pose:
        angle = 0.32 * reach.size
        turned = angle * (go - 0.5)
        x = reach.near * (sin(turned) + sin(angle / 2))
        z = reach.near * (cos(angle / 2) - cos(turned))
        # The subject at depth `near` sits where it was: the frame slides against the way gone.
        start = reach.near * sin(angle / 2)
        seen = (x - start) * reach.focal / (reach.near * cos(turned))
        first = -start * reach.focal / (reach.near * cos(angle / 2))
        return Pose(x=way * x, z=z, pan=way * (first - seen))

    return orbit


def _dolly_zoom(go: float, reach: Reach) -> Pose:
    """Back while the lens grows longer by just so much that what is `near` keeps its size."""
    away = 0.5 * reach.size * go
    return Pose(z=-away * reach.near, zoom=log(1.0 + away))


def _whip(way: int) -> Move:
    """All of the way in the middle of the time, as fast as a hand can turn."""

    def whip(go: float, reach: Reach) -> Pose:
        u = min(max((go - 0.36) / 0.28, 0.0), 1.0)
        return Pose(pan=way * 0.46 * reach.across**0.5 * u * u * (3.0 - 2.0 * u))

    return whip


def _drone_forward(go: float, reach: Reach) -> Pose:
    """Over the land: on and up, looking down a little more."""
    step = reach.size * reach.near
    return Pose(y=0.12 * step * go, z=0.3 * step * go, tilt=-0.2 * reach.size * go)


def _drone_up(go: float, reach: Reach) -> Pose:
    """Straight up and a little back."""
    step = reach.size * reach.near
    return Pose(y=0.3 * step * go, z=-0.12 * step * go, tilt=-0.24 * reach.size * go)


def _top_down(go: float, reach: Reach) -> Pose:
    """Slowly down from above."""
    return Pose(y=-0.06 * reach.size * reach.near * go)


def _zoom(way: int) -> Move:
    def zoom(go: float, reach: Reach) -> Pose:
        return Pose(zoom=way * 0.42 * reach.size * go)

    return zoom


MOVES: dict[str, Move] = {
    "still": _still,
    "push_in": _push,
    "pull_out": _pull,
    "pan_left": _pan(-1),
    "pan_right": _pan(1),
    "tilt_up": _tilt(1),
    "tilt_down": _tilt(-1),
    "truck_left": _truck(-1),
    "truck_right": _truck(1),
    "crane_up": _crane(1),
    "crane_down": _crane(-1),
    "orbit_left": _orbit(-1),
    "orbit_right": _orbit(1),
    "dolly_zoom": _dolly_zoom,
    "handheld": _still,
    "whip_left": _whip(-1),
    "whip_right": _whip(1),
    "drone_forward": _drone_forward,
    "drone_up": _drone_up,
    "top_down": _top_down,
    "zoom_in": _zoom(1),
    "zoom_out": _zoom(-1),
    "follow": _still,
    "rack_focus": _still,
}
"""Every move by name. A hand's sway, following and focus are not poses: see camera and focus."""

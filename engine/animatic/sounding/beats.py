"""Beats: what vehicles sound stroke by stroke, at the moments at which their parts are seen to
move: the breaths of a steam engine, wheels on rail joints, oars that dip."""

from collections.abc import Callable

from engine.animatic.motion import rolling, vessel
from engine.animatic.scene import Scene, Subject

Moments = Callable[[Subject, Scene, float, float], list[float]]

BEATS: dict[str, tuple[tuple[str, float, Moments], ...]] = {
    "steam_train": (("chuff", 0.34, rolling.chuffs), ("joint", 0.2, rolling.rail_joints)),
    "train": (("joint", 0.42, rolling.rail_joints),),
    "tram": (("joint", 0.26, rolling.rail_joints),),
    "rowing_boat": (("stroke", 0.26, vessel.catches),),
    "canoe": (("stroke", 0.24, vessel.catches),),
}
"""(shot, gain, when it comes) of each kind."""

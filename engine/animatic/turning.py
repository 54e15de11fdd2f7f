"""Turning: which hours a scene is between at one moment, and where its sun has got to."""

from dataclasses import dataclass
from functools import lru_cache

from msgspec.structs import replace

from engine.animatic.hours import passed
from engine.animatic.lighting import light_of
from engine.animatic.scene import Hour, Scene

BELOW = 0.12
"""How far below the horizon, in frame heights, the sun has gone by night."""


@dataclass(frozen=True, slots=True)
class Between:
    """`part` of the way from one hour to the next; where the sun stands in the picture of each, if
    not where its light has it."""

    hour: Hour
    next: Hour
    part: float
    sun: tuple[float, float] | None = None
    next_sun: tuple[float, float] | None = None


def between_hours(scene: Scene, t: float) -> Between:
    """The hours that t lies between. Turns are passed hour by hour, as the clock goes."""
    hour: str = scene.hour
    for turn in sorted(scene.turns, key=lambda one: one.start):
        if t < turn.start:
            break
        if t < turn.stop:
            way = passed(hour, turn.hour)
            gone = (t - turn.start) / (turn.stop - turn.start) * (len(way) - 1)
            step = min(int(gone), max(len(way) - 2, 0))
            if len(way) > 1:
                return _with_sun(scene, way[step], way[step + 1], gone - step)
        hour = turn.hour
    return Between(hour, hour, 0.0)  # type: ignore[arg-type]


def _with_sun(scene: Scene, hour: Hour, after: Hour, part: float) -> Between:
    """There is one sun: both pictures have it in the same place, on its way; the moon stays."""
    one, other = light_of(at_hour(scene, hour)), light_of(at_hour(scene, after))
    start, stop = (one.sun_x, one.sun_y), (other.sun_x, other.sun_y)
    if one.night and other.night:
        return Between(hour, after, part)
    if other.night:
        return Between(hour, after, part, _mixed(start, (start[0], BELOW), part))
    if one.night:
        return Between(hour, after, part, None, _mixed((stop[0], BELOW), stop, part))
    sun = _mixed(start, stop, part)
    return Between(hour, after, part, sun, sun)


def _mixed(
    one: tuple[float, float], other: tuple[float, float], part: float
) -> tuple[float, float]:
    return (one[0] + (other[0] - one[0]) * part, one[1] + (other[1] - one[1]) * part)


@lru_cache(maxsize=32)
def at_hour(scene: Scene, hour: Hour) -> Scene:
    """The scene as if it were this hour all the time."""
    return scene if scene.hour == hour else replace(scene, hour=hour)

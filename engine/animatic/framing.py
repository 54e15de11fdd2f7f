"""Framing: where subjects stand at the start of a shot so that its pictures are well composed.

The main subject is large enough to be read, stands on a third of the frame away from the sun, and
has room ahead of it; others share the rest in depth. Chance comes from the scene's seed alone.
"""

from dataclasses import dataclass
from random import Random

from engine.animatic.camera import standing
from engine.animatic.reading import Part
from engine.animatic.scene import Hour, Kind, Scene, Subject

FRAME_HEIGHT = 1000
ROOM = 0.9
"""Part of the frame's width inside which a subject starts."""
LOWEST = 0.95
"""No foot starts below this row of the frame (0 top, 1 bottom)."""
MOST = 14


@dataclass(frozen=True, slots=True)
class Build:
    """A kind's usual size and manner: height and width in metres, the part of the frame's height
    it takes as a main subject, usual speed, how far its speed may fall to stay in the frame, how
    many "several" are, and whether it stands on the ground."""

    height: float
    width: float
    share: float
    speed: float = 0.0
    slowest: float = 1.0
    several: int = 3
    grounded: bool = True


BUILDS: dict[Kind, Build] = {
    "sailboat": Build(11.5, 9.0, 0.36, 1.7, 0.6),
    "birds": Build(6.0, 16.0, 0.2, 7.0, 0.6, 2, grounded=False),
    "car": Build(1.5, 4.5, 0.14, 9.0, 0.35, 2),
    "person": Build(1.75, 0.9, 0.34, 1.35, 0.8, 3),
    "balloon": Build(21.0, 15.0, 0.34, 0.8, 0.3, 3, grounded=False),
    "tree": Build(8.0, 6.5, 0.42, several=5),
    "rocket": Build(32.0, 8.0, 0.25, several=2),
    "lighthouse": Build(26.0, 14.0, 0.44, several=2),
}


SUNS: dict[Hour, float] = {"dawn": 0.3, "day": 0.76, "sunset": 0.64, "night": 0.7}
"""Where the sun or moon stands across the frame, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What composition needs to know of a shot; `closeness` scales its main subject."""

    aspect: float
    seconds: float
    focal: float
    horizon: float
    eye: float
    sun: float
    closeness: float

    def half_width(self, z: float) -> float:
        """Metres from the middle to the frame's edge at this depth."""
        return 0.5 * self.aspect * z / self.focal

    def depth_of(self, build: Build, share: float) -> float:
        """Depth at which it takes this share of the frame's height, with its foot in the frame
        and no wider than two thirds of the frame."""
        tall = build.height * self.focal / share
        wide = build.width * self.focal / (0.66 * self.aspect)
        foot = self.eye * self.focal / (LOWEST - self.horizon)
        return max(tall, wide, foot if build.grounded else 0.0)


def frame_of(scene: Scene, closeness: float) -> Frame:
    """The frame of an empty scene."""
    view = standing(scene, round(FRAME_HEIGHT * scene.aspect), FRAME_HEIGHT)
    sun = SUNS[scene.hour]
    return Frame(scene.aspect, scene.seconds, view.focal, view.horizon, view.y, sun, closeness)


def placed(cast: tuple[Part, ...], frame: Frame, chance: Random) -> tuple[Subject, ...]:
    """Subjects for the cast, the main one first."""
    side = _first_side(frame, chance)
    subjects: list[Subject] = []
    for rank, part in enumerate(cast):
        subjects += _group(part, rank, side, frame, chance)
        side = -side
    return tuple(subjects[:MOST])


def _first_side(frame: Frame, chance: Random) -> int:
    """Away from the sun, mostly."""
    away = 1 if frame.sun < 0.5 else -1
    return away if chance.random() < 0.8 else -away


def _group(part: Part, rank: int, side: int, frame: Frame, chance: Random) -> list[Subject]:
    build = BUILDS[part.kind]
    number = 1 if part.kind == "birds" else part.count or (build.several if part.several else 1)
    heading = part.heading or (-side if chance.random() < 0.85 else side)
    share = min(build.share * frame.closeness * part.size * (0.72 if rank else 1.0), 0.8)
    first = frame.depth_of(build, share)
    group: list[Subject] = []
    for index in range(min(number, MOST)):
        z = first * _depth(index, number, chance)
        group.append(_subject(part, index, number, z, side, heading, frame, chance))
    return group


def _depth(index: int, number: int, chance: Random) -> float:
    """Several stand behind one another, each clearly farther or nearer than the last."""
    if number == 1:
        return chance.uniform(0.95, 1.1)
    return (1.0 + 0.85 * index / (number - 1) ** 0.5) * chance.uniform(0.94, 1.1)


def _subject(
    part: Part, index: int, number: int, z: float, side: int, heading: int, frame: Frame,
    chance: Random,
) -> Subject:  # fmt: skip
    build = BUILDS[part.kind]
    speed = build.speed * (0.85 if part.speed is None else part.speed)
    speed *= chance.uniform(0.93, 1.07)
    z, speed = _kept_in_frame(build, z, speed, frame)
    middle = _across(index, number, side, chance) * frame.half_width(z)
    room = max(ROOM * frame.half_width(z) - build.width / 2, 0.0)
    start = middle - heading * speed * frame.seconds / 2
    return Subject(
        kind=part.kind,
        x=round(min(max(start, -room), room), 3),
        z=round(z, 3),
        heading=heading,
        speed=round(speed, 3),
        colour=_colour(part.colour, index),
        variety=round(chance.random(), 4),
        members=part.count or 0 if part.kind == "birds" else 0,
    )


def _kept_in_frame(build: Build, z: float, speed: float, frame: Frame) -> tuple[float, float]:
    """Step back, then slow down, so that a subject doesn't leave long before the shot ends."""
    path = speed * frame.seconds
    if path <= 0:
        return z, speed
    needed = (path + build.width) * frame.focal / frame.aspect
    z = min(max(z, needed), 1.7 * z)
    room = 2 * frame.half_width(z) - build.width
    return z, max(min(speed, room / frame.seconds), speed * build.slowest)


def _across(index: int, number: int, side: int, chance: Random) -> float:
    """Where the middle of its way lies, -1 left edge to 1 right edge."""
    if number == 1:
        return side * 0.33 + chance.uniform(-0.06, 0.06)
    steps = [(2 * i + 1) / number - 1 for i in range(number)]
    order = sorted(steps, key=lambda step: abs(step - side * 0.33))
    return order[index] * 0.82 + chance.uniform(-0.5, 0.5) / number


COLOURS = ("#d1372f", "#f2c230", "#2f6fc4", "#3f9b55", "#e884a8", "#ea7a2c", "#7d4fb0")


def _colour(wanted: str, index: int) -> str:
    return COLOURS[index % len(COLOURS)] if wanted == "many" else wanted

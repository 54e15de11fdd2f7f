"""A reading: what a prompt says, before chance and composition settle the rest of a scene."""

import msgspec

from engine.animatic.lexicon import Camera
from engine.animatic.scene import Hour, Kind, Lettering, Place, Sound, Style, Weather
from engine.contract.shot import Understanding


class Part(msgspec.Struct, frozen=True):
    """Subjects of one kind that the prompt names together.

    `count` is None where no number is said; `several` tells a plural. `speed` is relative to the
    kind's usual speed, None where no action is said. `size` is relative to the usual framing.
    `act` is what they do, from the part `since` of the shot on; `traits` what they have or wear.
    `relation` says how they stand to the part number `to` of the cast: on, under, over, behind,
    front, left, right, between, beside, or "" for nothing said;
    who is "on" another stands at the part `lift` of its height.
    """

    kind: Kind
    count: int | None = None
    several: bool = False
    colour: str = ""
    heading: int | None = None
    speed: float | None = None
    size: float = 1.0
    act: str = ""
    since: float = 0.0
    traits: tuple[str, ...] = ()
    relation: str = ""
    to: int = -1
    lift: float = 0.0


class Change(msgspec.Struct, frozen=True):
    """Something that becomes the case between two moments, as parts of the shot."""

    name: str
    start: float
    stop: float
    pace: float | None = None


class Reading(msgspec.Struct, frozen=True):
    """What was understood. None means that the prompt leaves it open.

    `legs` are camera moves one after another, `turns` the hours that follow the first.
    """

    understanding: Understanding
    place: Place | None = None
    hour: Hour | None = None
    weather: tuple[Weather, ...] = ()
    clear: bool = False
    flashes: bool = False
    wind: float | None = None
    waves: float | None = None
    heaviness: float | None = None
    cast: tuple[Part, ...] = ()
    move: Camera | None = None
    heading: int | None = None
    pace: float | None = None
    frames: float = 1.0
    style: Style | None = None
    sounds: tuple[Sound, ...] = ()
    season: str = ""
    mood: str = ""
    music: str = ""
    lens: str = "normal"
    angle: str = "level"
    focus: str = "deep"
    legs: tuple[Change, ...] = ()
    turns: tuple[Change, ...] = ()
    lettering: tuple[Lettering, ...] = ()
    loops: bool = False
    late: bool = False

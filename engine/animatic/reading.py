"""A reading: what a prompt says, before chance and composition settle the rest of a scene."""

import msgspec
from msgspec.structs import replace

from engine.animatic.build import build_of
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
    paper: str = ""
    without: tuple[Kind, ...] = ()
    legs: tuple[Change, ...] = ()
    turns: tuple[Change, ...] = ()
    lettering: tuple[Lettering, ...] = ()
    loops: bool = False
    late: bool = False
    tempo: float | None = None


# What is the case where the prompt leaves it open ------------------------------------------


def place_of(reading: Reading) -> Place:
    """Hills, if no place is named."""
    return reading.place or "hills"


def hour_of(reading: Reading) -> Hour:
    """By day, if no hour is named."""
    return reading.hour or "day"


def wind_of(reading: Reading) -> float:
    """0 to 1: a breeze, in storms a gale."""
    return _or(reading.wind, 0.75 if "storm" in reading.weather else 0.3)


def waves_of(reading: Reading) -> float:
    """0 to 1: they rise with the wind that was asked for."""
    risen = 0.4 if reading.wind is None else 0.2 + 0.6 * reading.wind
    return _or(reading.waves, 0.8 if "storm" in reading.weather else risen)


def heaviness_of(reading: Reading) -> float:
    """0 to 1: middling, in storms more."""
    return _or(reading.heaviness, 0.7 if "storm" in reading.weather else 0.5)


def focus_of(reading: Reading) -> str:
    """Deep, unless a lens is named that can't be."""
    return "shallow" if reading.lens == "macro" and reading.focus == "deep" else reading.focus


def settled(reading: Reading) -> Reading:
    """The reading with all that the prompt leaves open. Two that settle alike are one scene."""
    return replace(
        reading,
        place=place_of(reading),
        hour=hour_of(reading),
        wind=wind_of(reading),
        waves=waves_of(reading),
        heaviness=heaviness_of(reading),
        focus=focus_of(reading),
        cast=tuple(_counted(part) for part in reading.cast),
    )


def _or(said: float | None, usual: float) -> float:
    return usual if said is None else said


def _counted(part: Part) -> Part:
    """A plural as its number; a flock has as many members as its painter likes."""
    if part.kind != "birds" and part.count == 1:
        return replace(part, count=None, several=False)
    if part.kind == "birds" or part.count or not part.several:
        return replace(part, several=False)
    return replace(part, count=build_of(part.kind).several, several=False)

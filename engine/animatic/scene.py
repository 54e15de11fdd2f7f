"""A scene: everything that a draft shows and sounds, settled once, then a pure function of time.

Lengths are metres, times are seconds. The ground or water is y = 0, x runs right, z away from the
camera. Nothing here knows pixels or samples, so any frame can be painted and any stretch sounded
in any order, at any size, in any process.
"""

from typing import Literal

import msgspec

from engine.contract.shot import Reference

Place = str
"""A place that resources/places sets."""
Hour = Literal[
    "dawn", "morning", "day", "afternoon", "golden", "sunset", "dusk", "night", "midnight"
]
Weather = Literal["clouds", "overcast", "rain", "snow", "fog", "storm"]
Style = str
"""A style that engine.animatic.paint.styles paints."""
Kind = str
"""A kind that resources/subjects builds."""
Sound = str
"""A sound that engine.animatic.sounding.named makes."""
Move = str
"""A move that engine.animatic.moves knows."""


class Subject(msgspec.Struct, frozen=True):
    """Something that moves by itself: where it is at t = 0 and how it goes on.

    `speed` is metres a second along `heading` (1 right, -1 left); what else it does follows from
    its kind. `variety` (0 to 1) makes one of many differ from its neighbours. `members` is how
    many a flock has, 0 where the painter may choose. `act` is what it does from `since` on (a name
    that its family knows, "" for its usual manner), `traits` are what it has or wears. `scale`
    makes it larger or smaller than its build; `y` lifts it above the ground. With a `carrier`, the
    index of another subject, x, y and z count from where that one is.
    """

    kind: Kind
    x: float
    z: float
    heading: int = 1
    speed: float = 0.0
    colour: str = ""
    variety: float = 0.5
    members: int = 0
    act: str = ""
    since: float = 0.0
    traits: tuple[str, ...] = ()
    scale: float = 1.0
    y: float = 0.0
    carrier: int = -1


class Flash(msgspec.Struct, frozen=True):
    """A stroke of lightning; its thunder starts at the same moment unless the scene is `late`.

    `x` is where it shows across the frame, 0 left to 1 right; `strength` goes from 0 to 1.
    """

    seconds: float
    x: float
    strength: float
    seed: int


class Leg(msgspec.Struct, frozen=True):
    """One move of the camera between two moments, eased; `pace` from 0 to 1."""

    move: str
    start: float
    stop: float
    pace: float = 0.5


class Turn(msgspec.Struct, frozen=True):
    """The hour becomes another one between two moments."""

    hour: str
    start: float
    stop: float


class Lettering(msgspec.Struct, frozen=True):
    """Words that stand in the scene: on a `sign`, a `screen`, a `banner`, over the picture as a
    `title`, or as the `mark` that shines in its middle."""

    text: str
    on: str = "sign"


class Tune(msgspec.Struct, frozen=True):
    """A piece of music that plays through a film of several shots: what decides it, and how many
    seconds it lasts."""

    seed: int
    seconds: float


class Scene(msgspec.Struct, frozen=True):
    """What was understood of a prompt, with everything that chance decides already decided.

    `wind`, `waves` and `pace` (of the camera) go from 0 to 1, and so does `heaviness`: how hard it
    rains or snows, how thick the fog is. `track` is how fast the camera goes along with its main
    subject, in metres a second to the right. `clear` means that the sky was asked to be empty.
    `sounds` are heard without being seen. `season` and `mood` colour everything ("" for neither).
    `without` are kinds that places leave out.
    `legs` are several camera moves in a row and count before `move`; `turns` change the hour;
    `lens` is wide, normal, long or macro, `angle` level, low, high, top or dutch, and `focus` deep,
    shallow (all behind the main subject is soft) or rack (from what is behind to the subject).
    `music` names a mood of music, "" for none; its `tempo` goes from 0 (slow) to 1 (fast). `paper`
    is the colour of a plain background, "" for any. `moon` is full, gibbous, half or crescent.
    `eye` is how high the camera stands in metres where its angle is level, 0 for the place's own.
    With `loops` the sound's end runs into its start. With `late` thunder and bursts of fireworks
    are heard as much later as sound takes to come; otherwise with what is seen. `begins` is when it
    begins in a film of several shots, in seconds, and `tune` the music of that film. `skyline` is
    the row at which the sky of a photo behind it ends, 0 top to 1 bottom, 0 for the place's own
    horizon.
    """

    seed: int
    seconds: float
    aspect: float
    place: Place
    hour: Hour = "day"
    weather: tuple[Weather, ...] = ()
    wind: float = 0.3
    waves: float = 0.4
    subjects: tuple[Subject, ...] = ()
    flashes: tuple[Flash, ...] = ()
    move: Move = "still"
    pace: float = 0.5
    style: Style = "illustration"
    references: tuple[Reference, ...] = ()
    heaviness: float = 0.5
    track: float = 0.0
    clear: bool = False
    sounds: tuple[Sound, ...] = ()
    season: str = ""
    mood: str = ""
    without: tuple[Kind, ...] = ()
    legs: tuple[Leg, ...] = ()
    turns: tuple[Turn, ...] = ()
    lens: str = "normal"
    angle: str = "level"
    lettering: tuple[Lettering, ...] = ()
    music: str = ""
    focus: str = "deep"
    paper: str = ""
    moon: str = "full"
    eye: float = 0.0
    loops: bool = False
    late: bool = False
    tempo: float = 0.5
    begins: float = 0.0
    skyline: float = 0.0
    tune: Tune | None = None


WARM = frozenset({"desert", "savanna", "jungle", "beach", "island", "nile", "souk", "old_town"})
"""Places whose winters are mild."""


def snow_lies(scene: Scene) -> bool:
    """Whether snow lies on all things: when it snows, and all winter where winters are cold."""
    winter = scene.season == "winter" and scene.place not in WARM
    return winter or "snow" in scene.weather


def depth_of(scene: Scene, subject: Subject) -> float:
    """How far away a subject is at the start, counted from its carrier where it has one."""
    z, seen = subject.z, 0
    while 0 <= subject.carrier < len(scene.subjects) and seen < len(scene.subjects):
        subject = scene.subjects[subject.carrier]
        z, seen = z + subject.z, seen + 1
    return z

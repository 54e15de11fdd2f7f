"""What is asked for when a shot is made, what of it was understood, and how a take was made."""

from fractions import Fraction
from typing import Literal

import msgspec

from engine.contract.models import Profile, Task
from engine.contract.time import Rate

MAX_SECONDS = 60
MIN_SIDE, MAX_SIDE = 64, 4096
MIN_FPS, MAX_FPS = 12, 60
USUAL_STRENGTH = 0.6

Role = Literal[
    "logo", "backdrop", "subject", "palette", "style", "first_frame", "last_frame", "motion",
    "before", "hole",
]  # fmt: skip
"""Only models heed the last three: a film to go by, a film that the shot goes on from, and a film
or picture whose see-through part is to be made anew."""
WordKind = Literal[
    "place", "time", "weather", "subject", "action", "camera", "style", "sound", "mood", "other"
]
Outcome = Literal["drawn", "generalised", "silhouette", "heard", "used", "not_drawn"]


class MediaRef(msgspec.Struct, frozen=True):
    """A media file: where it is, and what tells it from any other (see engine.media.identity)."""

    path: str
    identity: str


class Reference(msgspec.Struct, frozen=True):
    """A picture or clip handed to the engine together with the prompt."""

    role: Role
    media: MediaRef


class ShotRequest(msgspec.Struct, frozen=True):
    """Everything that affects a shot. The same request gives the same pictures and sound.

    With `loops` the sound's end runs into its start, as it does where the prompt asks for a loop.
    """

    prompt: str
    seconds: Fraction = Fraction(10)
    width: int = 1920
    height: int = 1080
    rate: Rate = Rate(24)
    seed: int = 1
    camera: str | None = None
    style: str | None = None
    references: tuple[Reference, ...] = ()
    model: str = "animatic"
    loops: bool = False

    def __post_init__(self) -> None:
        if not 0 < self.seconds <= MAX_SECONDS:
            raise ValueError(f"a shot lasts more than 0 and at most {MAX_SECONDS} seconds")
        sides = (self.width, self.height)
        if any(not MIN_SIDE <= side <= MAX_SIDE or side % 2 for side in sides):
            raise ValueError(f"a side is an even number of pixels from {MIN_SIDE} to {MAX_SIDE}")
        if not MIN_FPS <= self.rate.fps <= MAX_FPS:
            raise ValueError(f"a frame rate lies between {MIN_FPS} and {MAX_FPS}")


class Word(msgspec.Struct, frozen=True):
    """One understood or not understood stretch of a prompt: prompt[start:stop]."""

    start: int
    stop: int
    text: str
    kind: WordKind
    outcome: Outcome
    drawn_as: str = ""


class Understanding(msgspec.Struct, frozen=True):
    """What the draft engine makes of each content word of a prompt, in the order of the text."""

    words: tuple[Word, ...]

    @property
    def not_drawn(self) -> tuple[Word, ...]:
        """The words that drafts leave out."""
        return tuple(word for word in self.words if word.outcome == "not_drawn")


class ModelRun(msgspec.Struct, frozen=True):
    """How a model is asked to make a shot, settled: `width`, `height`, `frames` and `rate` are
    legal for it and are the finished film's too.

    With `framing` the draft of the same request is the film that steers or starts the pictures;
    `strength` says how far they may leave what they start from, 0 (stay) to 1 (ignore it), where
    the model heeds it for the task.
    """

    task: Task
    width: int
    height: int
    frames: int
    rate: Rate
    profile: Literal["fast", "quality"] = "quality"
    framing: bool = False
    strength: float = USUAL_STRENGTH

    def __post_init__(self) -> None:
        if not 0.0 <= self.strength <= 1.0:
            raise ValueError("a strength lies between 0 and 1")


class Recipe(msgspec.Struct, frozen=True):
    """All that made a take: the request, the engine's version, and of a model's take the SHA-256
    of the model's listing and how it was run. `profile` is the one that the run names, as it was
    then; older recipes don't say it, and were made without its `cache`."""

    request: ShotRequest
    engine_version: str
    model_hash: str = ""
    run: ModelRun | None = None
    profile: Profile | None = None

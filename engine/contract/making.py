"""A take for a model to make: what is asked, how far it is, and what came of it."""

from typing import Literal

import msgspec

from engine.contract.media_facts import MediaFacts
from engine.contract.models import Profile, Weights
from engine.contract.shot import ModelRun, Recipe, ShotRequest

Stage = Literal["loading", "encoding", "denoising", "decoding", "writing"]


class Making(msgspec.Struct, frozen=True):
    """A take to make at `path`, an MP4. The engine refuses a run that isn't legal for the model.

    The film lasts at least request.seconds where the model can make as many frames; where it
    can't, its pictures are shown slower, so that it lasts as long all the same. A model without
    sound gets the draft's sound. `profile` is the catalogue's for the run's profile; with None it
    is the family's own of that name.
    """

    request: ShotRequest
    weights: Weights
    run: ModelRun
    path: str
    profile: Profile | None = None

    @property
    def part_path(self) -> str:
        """Where the film lies while it is being written; renamed to `path` when verified."""
        return f"{self.path}.part"


class MakeProgress(msgspec.Struct, frozen=True, tag="make_progress"):
    """`done` of `total` steps of the whole take; `remaining` seconds, None while unknown.

    `preview` is a small JPEG of what the picture will be like, b"" where there is nothing new.
    """

    stage: Stage
    done: int
    total: int
    remaining: float | None = None
    preview: bytes = b""


class Made(msgspec.Struct, frozen=True, tag="made"):
    """The take's file is complete, verified and in its place; the recipe stands in it too.

    `notes` are English sentences about what had to be done otherwise than planned.
    """

    facts: MediaFacts
    recipe: Recipe
    notes: tuple[str, ...] = ()

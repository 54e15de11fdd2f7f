"""The whole document: one sequence, the shots it was made from, and the media it uses."""

from fractions import Fraction
from typing import TypeVar

import msgspec

from app.document.clip import AssetId, AssetUse, ShotId, ShotUse, Use
from app.document.sequence import Sequence, Track, TrackId
from engine.contract.media_facts import MediaFacts
from engine.contract.plan import Title
from engine.contract.shot import Recipe, ShotRequest


class Draft(msgspec.Struct, frozen=True, tag="draft"):
    """A take that the animatic engine draws live."""

    recipe: Recipe


class Rendered(msgspec.Struct, frozen=True, tag="rendered"):
    """A take that a model made: a file and what made it."""

    facts: MediaFacts
    recipe: Recipe


Take = Draft | Rendered


class Shot(msgspec.Struct, frozen=True):
    """Something made from a prompt. Old takes are kept; `active` is the one that shows."""

    id: ShotId
    request: ShotRequest
    takes: tuple[Take, ...]
    active: int = 0

    @property
    def take(self) -> Take:
        """The take that shows."""
        return self.takes[self.active]


class Asset(msgspec.Struct, frozen=True):
    """An imported media file."""

    id: AssetId
    facts: MediaFacts


class Project(msgspec.Struct, frozen=True):
    """Everything but the media."""

    sequence: Sequence
    shots: tuple[Shot, ...] = ()
    assets: tuple[Asset, ...] = ()

    @classmethod
    def empty(cls) -> "Project":
        """Two picture tracks and one sound track with nothing on them."""
        tracks = (
            Track(TrackId("V1"), "picture"),
            Track(TrackId("V2"), "picture"),
            Track(TrackId("A1"), "sound"),
        )
        return cls(Sequence(tracks=tracks))

    def shot(self, shot_id: ShotId) -> Shot:
        """Raises KeyError."""
        return _found(self.shots, shot_id)

    def asset(self, asset_id: AssetId) -> Asset:
        """Raises KeyError."""
        return _found(self.assets, asset_id)

    def available(self, use: Use) -> Fraction | None:
        """Source seconds there are for this use; None where there is no end (stills, titles)."""
        match use:
            case ShotUse(shot):
                take = self.shot(shot).take
                return (
                    take.facts.seconds
                    if isinstance(take, Rendered)
                    else take.recipe.request.seconds
                )
            case AssetUse(asset):
                facts = self.asset(asset).facts
                return None if facts.kind == "still" else facts.seconds
            case Title():
                return None


Item = TypeVar("Item", Shot, Asset)


def _found(items: tuple[Item, ...], wanted: str) -> Item:
    for item in items:
        if item.id == wanted:
            return item
    raise KeyError(wanted)

"""Tracks of clips at one frame rate and size."""

from typing import Literal, NewType

import msgspec

from app.document.clip import Clip, ClipId
from engine.contract.time import Rate

TrackId = NewType("TrackId", str)
TrackKind = Literal["picture", "sound"]


class Transition(msgspec.Struct, frozen=True):
    """A cross dissolve at the cut between two neighbouring clips of a track.

    `before` frames lie ahead of the cut and `after` behind it; the clips lend the frames from
    their sources beyond the cut.
    """

    left: ClipId
    right: ClipId
    before: int
    after: int


class Track(msgspec.Struct, frozen=True):
    """Clips in rising order without overlap; what lies between them is a gap."""

    id: TrackId
    kind: TrackKind
    clips: tuple[Clip, ...] = ()
    transitions: tuple[Transition, ...] = ()
    muted: bool = False
    hidden: bool = False
    locked: bool = False

    def clip_at(self, frame: int) -> Clip | None:
        """The clip that covers this frame."""
        return next((clip for clip in self.clips if frame in clip.span), None)


class Sequence(msgspec.Struct, frozen=True):
    """The film: the first track lies at the bottom."""

    width: int = 1920
    height: int = 1080
    rate: Rate = Rate(24)
    tracks: tuple[Track, ...] = ()

    @property
    def frames(self) -> int:
        """Length up to the end of the last clip."""
        return max((clip.span.stop for track in self.tracks for clip in track.clips), default=0)

    def find(self, clip_id: ClipId) -> tuple[Track, Clip]:
        """The clip and its track. Raises KeyError."""
        for track in self.tracks:
            for clip in track.clips:
                if clip.id == clip_id:
                    return track, clip
        raise KeyError(clip_id)

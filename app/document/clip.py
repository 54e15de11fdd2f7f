"""A clip: a stretch of a track that shows a shot, a media file or a title."""

from typing import NewType

import msgspec

from app.document.retime import Retime
from engine.contract.plan import Look, Title, Transform
from engine.contract.time import Span

ClipId = NewType("ClipId", str)
ShotId = NewType("ShotId", str)
AssetId = NewType("AssetId", str)


class ShotUse(msgspec.Struct, frozen=True, tag="shot"):
    """The clip shows the active take of a shot."""

    shot: ShotId


class AssetUse(msgspec.Struct, frozen=True, tag="asset"):
    """The clip shows or plays an imported media file."""

    asset: AssetId


Use = ShotUse | AssetUse | Title


class Clip(msgspec.Struct, frozen=True):
    """`use` shown from timeline frame `start` on, for retime.length frames.

    Sound fades and gain apply to the clip's own sound; fades also to its picture's opacity.
    """

    id: ClipId
    use: Use
    start: int
    retime: Retime
    name: str = ""
    transform: Transform = Transform(fill=True)
    opacity: float = 1.0
    looks: tuple[Look, ...] = ()
    gain_db: float = 0.0
    fade_in: int = 0
    fade_out: int = 0
    keep_pitch: bool = False

    @property
    def span(self) -> Span:
        """The timeline frames that the clip covers."""
        return Span(self.start, self.start + self.retime.length)

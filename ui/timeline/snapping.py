"""Magnetic frames: the edges of clips, the playhead, the marks and the start of the film."""

from collections.abc import Iterable

import msgspec

from app.document.clip import ClipId
from app.document.sequence import Sequence

REACH = 8


class Catch(msgspec.Struct, frozen=True):
    """How far to go after snapping, and the frame that caught it, if one did."""

    by: int
    line: int | None = None


def magnets(sequence: Sequence, playhead: int, without: Iterable[ClipId]) -> tuple[int, ...]:
    """The frames that attract, but for the edges of the clips that are being dragged."""
    left_out = set(without)
    edges = {
        edge
        for track in sequence.tracks
        for clip in track.clips
        if clip.id not in left_out
        for edge in (clip.start, clip.span.stop)
    }
    return tuple(sorted(edges | {0, playhead}))


def caught(by: int, edges: Iterable[int], lines: Iterable[int], per_frame: float) -> Catch:
    """`by` frames, or a few more or less so that one of the edges lands on one of the lines."""
    reach = REACH / per_frame
    pulls = [(line - (edge + by), line) for edge in edges for line in lines]
    near = [pull for pull in pulls if abs(pull[0]) <= reach]
    if not near:
        return Catch(by)
    pull, line = min(near, key=lambda each: (abs(each[0]), each[1]))
    return Catch(by + pull, line)

"""Copy and paste of clips."""

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from app.document.clip import Clip, ClipId
from app.document.project import Project
from app.document.sequence import TrackId
from app.edits.change import found_clip, found_track, next_clip_id
from app.edits.placing import place
from app.errors import EditRefused
from engine.contract.time import Span


class Copied(msgspec.Struct, frozen=True):
    """Clips as they were copied, with their tracks."""

    clips: tuple[tuple[TrackId, Clip], ...]


def copied(project: Project, clip_ids: Iterable[ClipId]) -> Copied:
    """The clips, to be pasted later."""
    homes = (found_clip(project, clip_id) for clip_id in dict.fromkeys(clip_ids))
    return Copied(tuple((track.id, clip) for track, clip in homes))


def paste(project: Project, copies: Copied, start: int) -> Project:
    """Put copies on their tracks, as they lay to each other, in the first room from `start` on.

    |-a-|   |-b-|             ->   |-a-|   |-b-|-a-|   |-b-|
    """
    if not copies.clips:
        raise EditRefused("no_clip")
    first = min(clip.start for _, clip in copies.clips)
    by = _room(project, copies, start - first)
    for track_id, clip in copies.clips:
        twin = replace(clip, id=next_clip_id(project))
        project = place(project, twin, track_id, clip.start + by)
    return project


def _room(project: Project, copies: Copied, by: int) -> int:
    """The least shift from `by` on at which every copy has room."""
    while True:
        over = [_overlap(project, track_id, clip.span.moved(by)) for track_id, clip in copies.clips]
        if not any(over):
            return by
        by += max(over)


def _overlap(project: Project, track_id: TrackId, span: Span) -> int:
    """Frames by which the span must move right to clear the first clip that it meets."""
    clips = found_track(project, track_id).clips
    return next((clip.span.stop - span.start for clip in clips if clip.span.overlaps(span)), 0)

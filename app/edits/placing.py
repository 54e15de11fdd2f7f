"""Where clips lie: place, overwrite, insert, move, nudge, duplicate, delete."""

from collections.abc import Iterable

from msgspec.structs import replace

from app.document.clip import Clip, ClipId
from app.document.consistency import reaches_beyond
from app.document.project import Project
from app.document.sequence import Track, TrackId
from app.edits.change import (
    editable_clip,
    editable_track,
    fits,
    name_of,
    next_clip_id,
    with_clips,
)
from app.edits.splitting import cut_out, parted
from app.errors import EditRefused
from engine.contract.time import Span


def place(project: Project, clip: Clip, track_id: TrackId, start: int) -> Project:
    """Put a new clip into a gap; refused where there is no room.

    |--a--|           |--b--|   ->   |--a--| |-clip-| |--b--|
    """
    track = _track_for(project, clip, track_id)
    return with_clips(project, track_id, (*track.clips, replace(clip, start=start)))


def place_free(project: Project, clip: Clip, track_id: TrackId, start: int) -> Project:
    """Put a new clip into the first gap from `start` on that is long enough.

    |--a--|--b--|              ->   |--a--|--b--|-clip-|
      ^start
    """
    track = _track_for(project, clip, track_id)
    return place(project, clip, track_id, next_free(track, clip.retime.length, start))


def overwrite(project: Project, clip: Clip, track_id: TrackId, start: int) -> Project:
    """Put a new clip over what lies there.

    |----a----|----b----|   ->   |--a--|-clip-|--b--|
    """
    track = _track_for(project, clip, track_id)
    span = Span(start, start + clip.retime.length)
    cleared = with_clips(project, track_id, cut_out(project, track, span, clip.id))
    return place(cleared, clip, track_id, start)


def insert(project: Project, clip: Clip, track_id: TrackId, start: int) -> Project:
    """Put a new clip in; what lies from `start` on moves right, a clip under `start` is split.

    |----a----|--b--|   ->   |-a-|-clip-|--a--|--b--|
    """
    track = _track_for(project, clip, track_id)
    room = clip.retime.length
    clips = parted(project, track, start, clip.id)
    moved = (pushed(each, room) if each.start >= start else each for each in clips)
    return place(with_clips(project, track_id, moved), clip, track_id, start)


def move(project: Project, clip_id: ClipId, track_id: TrackId, start: int) -> Project:
    """Move a clip into a gap of this or another track; refused where there is no room.

    |-a-|-clip-|    |-b-|   ->   |-a-|      |-clip-|-b-|
    """
    home, clip = editable_clip(project, clip_id)
    if home.id == track_id:
        clips = (replace(each, start=start) if each is clip else each for each in home.clips)
        return with_clips(project, track_id, clips)
    lifted = with_clips(project, home.id, (each for each in home.clips if each is not clip))
    return place(lifted, clip, track_id, start)


def move_together(
    project: Project, clip_ids: Iterable[ClipId], by: int, tracks_up: int = 0
) -> Project:
    """Move several clips as one, `by` frames and some tracks of their kind up or down.

    |-a-|-b-|--c--|      |   ->   |-c-| ... |-a-|-b-|
    """
    lifted = project
    landing: list[tuple[TrackId, Clip]] = []
    for clip_id in dict.fromkeys(clip_ids):
        home, clip = editable_clip(lifted, clip_id)
        lifted = with_clips(lifted, home.id, (each for each in home.clips if each is not clip))
        landing.append((_track_above(project, home, tracks_up), clip))
    for track_id, clip in landing:
        lifted = place(lifted, clip, track_id, clip.start + by)
    return _with_old_transitions(project, lifted)


def nudge(project: Project, clip_ids: Iterable[ClipId], by: int) -> Project:
    """Move clips by a few frames where they are.

    |-a-| |-b-|   ->   |-a-|  |-b-|
    """
    return move_together(project, clip_ids, by)


def duplicate(project: Project, clip_id: ClipId) -> Project:
    """Put a copy behind the clip, into the first gap that is long enough.

    |-a-|-b-|   ->   |-a-|-b-|-a-|
    """
    track, clip = editable_clip(project, clip_id)
    twin = replace(clip, id=next_clip_id(project))
    return place_free(project, twin, track.id, clip.span.stop)


def delete(project: Project, clip_ids: Iterable[ClipId]) -> Project:
    """Take clips out and leave the gaps.

    |-a-|-b-|-c-|   ->   |-a-|   |-c-|
    """
    for clip_id in dict.fromkeys(clip_ids):
        track, clip = editable_clip(project, clip_id)
        project = with_clips(project, track.id, (each for each in track.clips if each is not clip))
    return project


def ripple_delete(project: Project, clip_ids: Iterable[ClipId]) -> Project:
    """Take clips out and close the gaps they leave on their tracks.

    |-a-|-b-|-c-|   ->   |-a-|-c-|
    """
    for clip_id in dict.fromkeys(clip_ids):
        track, clip = editable_clip(project, clip_id)
        left = (each for each in track.clips if each is not clip)
        by = -clip.retime.length
        closed = (pushed(each, by) if each.start >= clip.span.stop else each for each in left)
        project = with_clips(project, track.id, closed)
    return project


def close_gap(project: Project, track_id: TrackId, frame: int) -> Project:
    """Take out the gap under this frame.

    |-a-|     |-b-|   ->   |-a-|-b-|
    """
    track = editable_track(project, track_id)
    if track.clip_at(frame):
        return project
    start = max((clip.span.stop for clip in track.clips if clip.span.stop <= frame), default=0)
    stop = min((clip.start for clip in track.clips if clip.start > frame), default=start)
    by = start - stop
    return with_clips(
        project,
        track_id,
        (pushed(each, by) if each.start >= stop else each for each in track.clips),
    )


def nearest_free(project: Project, clip: Clip, track_id: TrackId, start: int) -> int:
    """The start nearest to `start` at which the clip has room on the track.

    |--a--|    |--b--|   with the clip dragged onto a  ->  it sits right behind a
    """
    track = editable_track(project, track_id)
    others = [each for each in track.clips if each.id != clip.id]
    length = clip.retime.length
    edges = [edge for each in others for edge in (each.span.stop, each.start - length)]
    starts = [max(0, start), *(edge for edge in edges if edge >= 0)]
    free = [each for each in starts if _is_free(others, Span(each, each + length))]
    return min(free, key=lambda each: (abs(each - start), each))


def next_free(track: Track, length: int, start: int) -> int:
    """The first frame from `start` on with `length` free frames."""
    starts = sorted({max(0, start), *(clip.span.stop for clip in track.clips)})
    fitting = (each for each in starts if each >= start)
    return next(each for each in fitting if _is_free(track.clips, Span(each, each + length)))


def pushed(clip: Clip, by: int) -> Clip:
    """The clip `by` frames later."""
    return replace(clip, start=clip.start + by)


def _is_free(clips: Iterable[Clip], span: Span) -> bool:
    return not any(clip.span.overlaps(span) for clip in clips)


def _track_for(project: Project, clip: Clip, track_id: TrackId) -> Track:
    track = editable_track(project, track_id)
    if not fits(project, clip.use, track.kind):
        raise EditRefused("wrong_track", name_of(project, clip))
    if reaches_beyond(project, clip):
        raise EditRefused("source_ends", name_of(project, clip))
    return track


def _track_above(project: Project, home: Track, up: int) -> TrackId:
    alike = [track.id for track in project.sequence.tracks if track.kind == home.kind]
    index = alike.index(home.id) + up
    if not 0 <= index < len(alike):
        raise EditRefused("no_track", home.id)
    return alike[index]


def _with_old_transitions(before: Project, after: Project) -> Project:
    """Transitions between clips that moved together are still there.

    |-a-X-b-|      ->        |-a-X-b-|
    """
    for track in before.sequence.tracks:
        for transition in track.transitions:
            home, _ = after.sequence.find(transition.left)
            if transition in home.transitions:
                continue
            kept = replace(home, transitions=(*home.transitions, transition))
            tracks = tuple(kept if each.id == home.id else each for each in after.sequence.tracks)
            after = replace(after, sequence=replace(after.sequence, tracks=tracks))
            after = with_clips(after, home.id, kept.clips)
    return after

"""Cutting clips in two, at any frame, so that every frame shows and sounds what it did."""

from collections.abc import Iterable

from msgspec.structs import replace

from app.document.clip import Clip, ClipId
from app.document.edges import with_start_moved, with_stop_moved
from app.document.project import Project
from app.document.sequence import Track, Transition
from app.edits.change import editable_clip, name_of, next_clip_id, with_clips, with_track
from app.errors import EditRefused
from engine.contract.time import Rate, Span


def split(project: Project, clip_id: ClipId, frame: int) -> Project:
    """Cut the clip ahead of film frame `frame`; the right part gets a new id.

    |-----a-----|   ->   |--a--|--b--|
    """
    track, clip = editable_clip(project, clip_id)
    if frame not in Span(clip.start + 1, clip.span.stop):
        raise EditRefused("outside_clip", name_of(project, clip))
    left, right = halves(clip, frame, project.sequence.rate, next_clip_id(project))
    others = (each for each in track.clips if each is not clip)
    parted = with_clips(project, track.id, (*others, left, right))
    return _handed_on(parted, track.transitions, clip_id, right.id)


def split_at(project: Project, frame: int, clip_ids: Iterable[ClipId] = ()) -> Project:
    """Cut these clips, or every clip of an unlocked track, where they lie over `frame`.

    |-----a-----|          |--a--|--a2-|
    |-----b-----|   ->     |--b--|--b2-|
    """
    wanted = set(clip_ids)
    cut = project
    for track in project.sequence.tracks:
        clip = track.clip_at(frame)
        if clip is None or clip.start == frame or (track.locked and not wanted):
            continue
        if not wanted or clip.id in wanted:
            cut = split(cut, clip.id, frame)
    if cut is project:
        raise EditRefused("no_clip")
    return cut


def halves(clip: Clip, frame: int, rate: Rate, right_id: ClipId) -> tuple[Clip, Clip]:
    """The clip's two parts at film frame `frame`. Fades stay at the outer ends, if they fit."""
    ahead, behind = frame - clip.start, clip.span.stop - frame
    left = replace(
        clip,
        retime=with_stop_moved(clip.retime, -behind, rate),
        fade_in=min(clip.fade_in, ahead),
        fade_out=0,
    )
    right = replace(
        clip,
        id=right_id,
        start=frame,
        retime=with_start_moved(clip.retime, ahead, rate),
        fade_in=0,
        fade_out=min(clip.fade_out, behind),
    )
    return left, right


def parted(project: Project, track: Track, frame: int, *reserved: ClipId) -> list[Clip]:
    """The track's clips with the one over `frame` cut there; its new id is none of the reserved."""
    clip = track.clip_at(frame)
    if clip is None or clip.start == frame:
        return list(track.clips)
    others = [each for each in track.clips if each is not clip]
    return [*others, *halves(clip, frame, project.sequence.rate, next_clip_id(project, *reserved))]


def cut_out(project: Project, track: Track, span: Span, *reserved: ClipId) -> list[Clip]:
    """The track's clips without what lies in `span`.

    |----a----|----b----|   ->   |--a--|        |--b--|
    """
    opened = with_clips(project, track.id, parted(project, track, span.start, *reserved))
    track = next(each for each in opened.sequence.tracks if each.id == track.id)
    clips = parted(opened, track, span.stop, *reserved)
    return [each for each in clips if not each.span.overlaps(span)]


def _handed_on(
    project: Project, transitions: tuple[Transition, ...], old: ClipId, new: ClipId
) -> Project:
    """A transition at the end of the clip that was cut now belongs to the right part."""
    moved = tuple(replace(each, left=new) if each.left == old else each for each in transitions)
    track, _ = editable_clip(project, new)
    if moved == transitions == track.transitions:
        return project
    return with_clips(with_track(project, replace(track, transitions=moved)), track.id, track.clips)

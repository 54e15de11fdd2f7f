"""Moving the edges of clips: trim, ripple, roll, slip and slide.

`by` is in frames: positive is later in the film, negative earlier.
"""

from msgspec.structs import replace

from app.document.clip import Clip, ClipId
from app.document.edges import (
    FOREVER,
    frames_after,
    frames_before,
    with_start_moved,
    with_stop_moved,
)
from app.document.project import Project
from app.document.sequence import Track
from app.edits.change import editable_clip, found_clip, name_of, with_clips
from app.edits.placing import pushed
from app.errors import EditRefused
from engine.contract.time import Span


def trim_left(project: Project, clip_id: ClipId, by: int) -> Project:
    """Move where the clip starts; what it shows at every other frame stays.

    |-----a-----|   ->      |---a-----|
    """
    track, clip = editable_clip(project, clip_id)
    trimmed = _left_trimmed(project, clip, by)
    return with_clips(project, track.id, (trimmed if c is clip else c for c in track.clips))


def trim_right(project: Project, clip_id: ClipId, by: int) -> Project:
    """Move where the clip stops; a looped clip plays more or fewer repeats.

    |-----a-----|   ->   |-----a---|
    """
    track, clip = editable_clip(project, clip_id)
    trimmed = _right_trimmed(project, clip, by)
    return with_clips(project, track.id, (trimmed if c is clip else c for c in track.clips))


def ripple_trim_left(project: Project, clip_id: ClipId, by: int) -> Project:
    """Trim the clip's start; it stays where it starts, and all behind follows.

    |-----a-----|-b-|   ->   |---a-----|-b-|
    """
    track, clip = editable_clip(project, clip_id)
    trimmed = replace(_left_trimmed(project, clip, by), start=clip.start)
    return with_clips(project, track.id, _with_followers(track, clip, trimmed, -by))


def ripple_trim_right(project: Project, clip_id: ClipId, by: int) -> Project:
    """Trim the clip's end; all behind follows.

    |-----a-----|-b-|   ->   |-----a---|-b-|
    """
    track, clip = editable_clip(project, clip_id)
    trimmed = _right_trimmed(project, clip, by)
    return with_clips(project, track.id, _with_followers(track, clip, trimmed, by))


def roll(project: Project, left_id: ClipId, by: int) -> Project:
    """Move the cut between the clip and the one that touches it behind.

    |---a---|---b---|   ->   |-----a---|-b---|
    """
    track, left = editable_clip(project, left_id)
    right = next((each for each in track.clips if each.start == left.span.stop), None)
    if right is None:
        raise EditRefused("not_neighbours")
    rolled = {
        left.id: _right_trimmed(project, left, by),
        right.id: _left_trimmed(project, right, by),
    }
    return with_clips(project, track.id, (rolled.get(each.id, each) for each in track.clips))


def slip(project: Project, clip_id: ClipId, by: int) -> Project:
    """Show what the source has `by` frames later; the clip stays in its place.

    source  ..|==a==|......   ->   ....|==a==|....
    """
    track, clip = editable_clip(project, clip_id)
    rate = project.sequence.rate
    longer = _right_trimmed(project, clip, max(by, 0))
    longer = _left_trimmed(project, longer, min(by, 0))
    retime = with_start_moved(longer.retime, max(by, 0), rate)
    retime = with_stop_moved(retime, min(by, 0), rate)
    slipped = replace(clip, retime=retime)
    return with_clips(project, track.id, (slipped if c is clip else c for c in track.clips))


def slide(project: Project, clip_id: ClipId, by: int) -> Project:
    """Move the clip between its neighbours, which are trimmed to follow.

    |--a--|-b-|--c--|   ->   |----a--|-b-|c--|
    """
    track, clip = editable_clip(project, clip_id)
    changed = {clip.id: pushed(clip, by)}
    for each in track.clips:
        if each.span.stop == clip.start:
            changed[each.id] = _right_trimmed(project, each, by)
        if each.start == clip.span.stop:
            changed[each.id] = _left_trimmed(project, each, by)
    return with_clips(project, track.id, (changed.get(each.id, each) for each in track.clips))


def trim_limits(project: Project, clip_id: ClipId) -> tuple[Span, Span]:
    """The film frames at which the clip may start, and those at which it may stop.

    Source, neighbours and the film's beginning count. A side without a limit ends at FOREVER.
    """
    track, clip = found_clip(project, clip_id)
    before, after = source_left(project, clip_id)
    floor = max((each.span.stop for each in track.clips if each.start < clip.start), default=0)
    ceiling = min((each.start for each in track.clips if each.start > clip.start), default=FOREVER)
    first = floor if before is None else max(floor, clip.start - before)
    last = ceiling if after is None else min(ceiling, clip.span.stop + after)
    return Span(first, clip.span.stop), Span(clip.start + 1, last + 1)


def source_left(project: Project, clip_id: ClipId) -> tuple[int | None, int | None]:
    """Frames that the source has ahead of the clip and behind it; None where it never ends."""
    _, clip = found_clip(project, clip_id)
    rate, available = project.sequence.rate, project.available(clip.use)
    return (
        frames_before(clip.retime, rate, available),
        frames_after(clip.retime, rate, available),
    )


def _left_trimmed(project: Project, clip: Clip, by: int) -> Clip:
    rate = project.sequence.rate
    room = frames_before(clip.retime, rate, project.available(clip.use))
    _check(project, clip, room, longer=-by)
    return replace(clip, start=clip.start + by, retime=with_start_moved(clip.retime, by, rate))


def _right_trimmed(project: Project, clip: Clip, by: int) -> Clip:
    rate = project.sequence.rate
    room = frames_after(clip.retime, rate, project.available(clip.use))
    _check(project, clip, room, longer=by)
    return replace(clip, retime=with_stop_moved(clip.retime, by, rate))


def _check(project: Project, clip: Clip, room: int | None, longer: int) -> None:
    if clip.retime.length + longer < 1:
        raise EditRefused("nothing_left", name_of(project, clip))
    if room is not None and longer > room:
        raise EditRefused("source_ends", name_of(project, clip))


def _with_followers(track: Track, old: Clip, new: Clip, by: int) -> list[Clip]:
    """The track with `new` for `old`, and every clip behind it moved."""
    changed = (pushed(each, by) if each.start > old.start else each for each in track.clips)
    return [new if each is old else each for each in changed]

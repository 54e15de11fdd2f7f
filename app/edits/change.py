"""The ground that every edit stands on: find what may be edited, put back what was changed."""

from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path

from msgspec.structs import replace

from app.document.clip import AssetUse, Clip, ClipId, ShotUse, Use
from app.document.edges import fitted
from app.document.project import Project, Rendered
from app.document.sequence import Track, TrackId, TrackKind
from app.errors import EditRefused
from engine.contract.plan import Title


def found_clip(project: Project, clip_id: ClipId) -> tuple[Track, Clip]:
    """The clip and its track, locked or not."""
    try:
        return project.sequence.find(clip_id)
    except KeyError:
        raise EditRefused("no_clip", clip_id) from None


def editable_clip(project: Project, clip_id: ClipId) -> tuple[Track, Clip]:
    """The clip and its track, which isn't locked."""
    track, clip = found_clip(project, clip_id)
    return _unlocked(track), clip


def found_track(project: Project, track_id: TrackId) -> Track:
    """The track, locked or not."""
    for track in project.sequence.tracks:
        if track.id == track_id:
            return track
    raise EditRefused("no_track", track_id)


def editable_track(project: Project, track_id: TrackId) -> Track:
    """The track, which isn't locked."""
    return _unlocked(found_track(project, track_id))


def with_clips(project: Project, track_id: TrackId, clips: Iterable[Clip]) -> Project:
    """The track with these clips instead, in order; transitions shrink to what fits, or go.

    Raises EditRefused where clips overlap or begin before the film.
    """
    ordered = tuple(sorted(map(_with_fitting_fades, clips), key=lambda clip: clip.start))
    if ordered and ordered[0].start < 0:
        raise EditRefused("before_start", name_of(project, ordered[0]))
    for left, right in zip(ordered, ordered[1:], strict=False):
        if left.span.stop > right.start:
            raise EditRefused("no_room", name_of(project, right))
    track = replace(found_track(project, track_id), clips=ordered)
    return with_track(
        project, replace(track, transitions=fitted(project, track, track.transitions))
    )


def with_clip(project: Project, clip: Clip) -> Project:
    """The clip of the same id replaced by this one, on the same track."""
    return with_each_clip(project, clip.id, lambda _: clip)


def with_each_clip(project: Project, clip_id: ClipId, change: Callable[[Clip], Clip]) -> Project:
    """The clip changed in place."""
    track, _ = editable_clip(project, clip_id)
    clips = (change(clip) if clip.id == clip_id else clip for clip in track.clips)
    return with_clips(project, track.id, clips)


def with_track(project: Project, track: Track) -> Project:
    """The track of the same id replaced by this one."""
    tracks = tuple(track if each.id == track.id else each for each in project.sequence.tracks)
    return replace(project, sequence=replace(project.sequence, tracks=tracks))


def next_id(prefix: str, taken: Iterable[str]) -> str:
    """prefix-n, one above the highest number taken."""
    head = f"{prefix}-"
    numbers = (name[len(head) :] for name in taken if name.startswith(head))
    highest = max((int(number) for number in numbers if number.isdecimal()), default=0)
    return f"{head}{highest + 1}"


def next_clip_id(project: Project, *reserved: ClipId) -> ClipId:
    """An id that no clip of the film has, and none of the reserved."""
    clips = (clip.id for track in project.sequence.tracks for clip in track.clips)
    return ClipId(next_id("clip", chain(clips, reserved)))


def fits(project: Project, use: Use, kind: TrackKind) -> bool:
    """Whether a track of this kind can hold this use."""
    match use:
        case Title():
            return kind == "picture"
        case ShotUse(shot):
            take = project.shot(shot).take
            return kind == "picture" or not isinstance(take, Rendered) or take.facts.has_sound
        case AssetUse(asset):
            facts = project.asset(asset).facts
            return facts.has_sound if kind == "sound" else facts.kind != "sound"


def name_of(project: Project, clip: Clip) -> str:
    """What to call the clip in a sentence."""
    if clip.name:
        return clip.name
    match clip.use:
        case Title(text):
            return text
        case ShotUse(shot):
            return project.shot(shot).request.prompt
        case AssetUse(asset):
            return Path(project.asset(asset).facts.media.path).name


def _with_fitting_fades(clip: Clip) -> Clip:
    """The clip with fades no longer than it is; the fade in has the first say."""
    length = clip.retime.length
    if clip.fade_in + clip.fade_out <= length:
        return clip
    fade_in = min(clip.fade_in, length)
    return replace(clip, fade_in=fade_in, fade_out=min(clip.fade_out, length - fade_in))


def _unlocked(track: Track) -> Track:
    if track.locked:
        raise EditRefused("locked", track.id)
    return track

"""Whole tracks: add, remove, mute, hide and lock."""

from msgspec.structs import replace

from app.document.project import Project
from app.document.sequence import Track, TrackId, TrackKind
from app.edits.change import editable_track, found_track, with_track
from app.errors import EditRefused


def add_track(project: Project, kind: TrackKind) -> Project:
    """Add an empty track: pictures above all others, sound below all others.

    V1 A1   ->   V1 V2 A1
    """
    letter = "V" if kind == "picture" else "A"
    taken = {track.id for track in project.sequence.tracks}
    number = next(n for n in range(1, len(taken) + 2) if f"{letter}{n}" not in taken)
    tracks = list(project.sequence.tracks)
    last = max((i for i, track in enumerate(tracks) if track.kind == kind), default=len(tracks) - 1)
    tracks.insert(last + 1, Track(TrackId(f"{letter}{number}"), kind))
    return replace(project, sequence=replace(project.sequence, tracks=tuple(tracks)))


def remove_track(project: Project, track_id: TrackId) -> Project:
    """Take an empty track out.

    V1 V2 A1   ->   V1 A1
    """
    track = editable_track(project, track_id)
    if track.clips:
        raise EditRefused("track_not_empty", track_id)
    tracks = tuple(each for each in project.sequence.tracks if each.id != track_id)
    return replace(project, sequence=replace(project.sequence, tracks=tracks))


def set_muted(project: Project, track_id: TrackId, muted: bool) -> Project:
    """Whether the track's sound is left out."""
    return with_track(project, replace(found_track(project, track_id), muted=muted))


def set_hidden(project: Project, track_id: TrackId, hidden: bool) -> Project:
    """Whether the track's pictures are left out."""
    return with_track(project, replace(found_track(project, track_id), hidden=hidden))


def set_locked(project: Project, track_id: TrackId, locked: bool) -> Project:
    """Whether the track's clips refuse every edit."""
    return with_track(project, replace(found_track(project, track_id), locked=locked))

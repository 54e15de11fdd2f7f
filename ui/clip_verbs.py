"""What a key or a menu does to the selected clips: each verb is one step of the history."""

from collections.abc import Callable

from app.document.clip import Clip, ClipId, ShotId, ShotUse
from app.document.sequence import Track
from app.edits.adding import add_title as title_added
from app.edits.copying import Copied, copied, paste
from app.edits.dissolving import add_transition, remove_transition
from app.edits.placing import delete, duplicate, nudge, ripple_delete
from app.edits.splitting import split_at
from app.edits.styling import paste_style
from app.edits.timing import freeze
from app.edits.trimming import ripple_trim_left, ripple_trim_right
from app.limits import MAX_SEED
from app.session import Session
from engine.contract.plan import Title

HOLD_SECONDS = 2
DISSOLVE_SECONDS = 1


def selected(session: Session) -> list[tuple[Track, Clip]]:
    """The selected clips that are in the film, with their tracks."""
    sequence = session.shown.sequence
    known = {clip.id: (track, clip) for track in sequence.tracks for clip in track.clips}
    return [known[clip_id] for clip_id in session.selection if clip_id in known]


def selected_shots(session: Session) -> list[ShotId]:
    """The shots that the selected clips show, each once."""
    uses = (clip.use for _, clip in selected(session))
    return list(dict.fromkeys(use.shot for use in uses if isinstance(use, ShotUse)))


def under_playhead(session: Session) -> list[tuple[Track, Clip]]:
    """The selected clips at the playhead; all clips there when none is selected."""
    frame = session.playhead
    chosen = [each for each in selected(session) if frame in each[1].span]
    if chosen or session.selection:
        return chosen
    tracks = (track for track in session.shown.sequence.tracks if not track.locked)
    found = ((track, track.clip_at(frame)) for track in tracks)
    return [(track, clip) for track, clip in found if clip]


def to_recut(session: Session) -> tuple[ClipId, str, int] | None:
    """The selected clip, if it is one that shows a shot in motion, and how to make its part anew:
    with the same words from the next seed."""
    match selected(session):
        case [(track, clip)] if isinstance(clip.use, ShotUse) and clip.retime.speed:
            request = session.project.shot(clip.use.shot).request
            return None if track.locked else (clip.id, request.prompt, request.seed % MAX_SEED + 1)
        case _:
            return None


def split(session: Session) -> None:
    """Cut the clips at the playhead."""
    frame = session.playhead
    ids = [clip.id for _, clip in under_playhead(session)]
    session.apply("Split", lambda project: split_at(project, frame, ids))


def remove(session: Session) -> None:
    """Take the selected clips out, leaving gaps."""
    ids = session.selection
    session.apply("Delete", lambda project: delete(project, ids))


def remove_and_close(session: Session) -> None:
    """Take the selected clips out and close the gaps."""
    ids = session.selection
    session.apply("Ripple delete", lambda project: ripple_delete(project, ids))


def copy_behind(session: Session) -> None:
    """Put a copy behind each selected clip."""
    _each(session, "Duplicate", duplicate)


def take_copies(session: Session) -> Copied:
    """The selected clips, to be pasted."""
    return copied(session.project, session.selection)


def cut(session: Session) -> Copied:
    """The selected clips, to be pasted, and out of the film."""
    copies, ids = take_copies(session), session.selection
    session.apply("Cut", lambda project: delete(project, ids))
    return copies


def put_copies(session: Session, copies: Copied) -> None:
    """Paste at the playhead, selected; the playhead goes behind them."""
    before, frame = _ids(session), session.playhead
    if session.apply("Paste", lambda project: paste(project, copies, frame)):
        session.select(_ids(session) - before)
        session.move_playhead(max(clip.span.stop for _, clip in selected(session)))


def put_style(session: Session, copies: Copied) -> None:
    """Give the selected clips the looks, place and sound of the copied one."""
    source, ids = copies.clips[0][1].id, session.selection
    session.apply("Paste attributes", lambda project: paste_style(project, source, ids))


def nudge_by(session: Session, by: int) -> None:
    """Move the selected clips by a few frames."""
    ids = session.selection
    session.apply("Nudge", lambda project: nudge(project, ids, by))


def trim_start(session: Session) -> None:
    """Let the clips at the playhead start there; what follows closes up."""
    frame = session.playhead
    found = [clip for _, clip in under_playhead(session) if clip.start < frame]
    if not found:
        return

    def edit(project):  # noqa: ANN001, ANN202
        for clip in found:
            project = ripple_trim_left(project, clip.id, frame - clip.start)
        return project

    if session.apply("Trim start", edit):
        session.move_playhead(found[0].start)


def trim_end(session: Session) -> None:
    """Let the clips at the playhead end there; what follows closes up."""
    frame = session.playhead
    found = [clip for _, clip in under_playhead(session) if clip.start < frame]

    def edit(project):  # noqa: ANN001, ANN202
        for clip in found:
            project = ripple_trim_right(project, clip.id, frame - clip.span.stop)
        return project

    if found:
        session.apply("Trim end", edit)


def hold_frame(session: Session) -> None:
    """Freeze what shows at the playhead for two seconds."""
    found = under_playhead(session)
    if found:
        name, frame = found[0][1].id, session.playhead
        frames = _frames(session, HOLD_SECONDS)
        session.apply("Freeze frame", lambda project: freeze(project, name, frame, frames))


def dissolve(session: Session) -> None:
    """Cross dissolve from the selected clip to the next, or a hard cut again."""
    track, left = selected(session)[0]
    right = follower(track, left)
    if any(each.left == left.id for each in track.transitions):
        session.apply("Remove dissolve", lambda project: remove_transition(project, left.id))
    elif right:
        name, frames = right.id, _frames(session, DISSOLVE_SECONDS)
        session.apply(
            "Dissolve",
            lambda project: add_transition(project, left.id, name, frames, ripple=True),
        )


def follower(track: Track, clip: Clip) -> Clip | None:
    """The clip that touches this one behind."""
    return next((each for each in track.clips if each.start == clip.span.stop), None)


def can_dissolve(session: Session) -> bool:
    """Whether the selection has a cut behind it."""
    found = selected(session)
    return len(found) == 1 and follower(*found[0]) is not None


def put_title(session: Session, text: str) -> None:
    """A title over what shows at the playhead, selected."""
    before = _ids(session)
    frame = session.playhead
    if session.apply("Add title", lambda project: title_added(project, Title(text), frame)):
        session.select(_ids(session) - before)


def select_all(session: Session) -> None:
    """Select every clip of the tracks that aren't locked."""
    tracks = session.shown.sequence.tracks
    session.select(clip.id for track in tracks if not track.locked for clip in track.clips)


def _each(session: Session, label: str, verb: Callable) -> None:
    ids = session.selection

    def edit(project):  # noqa: ANN001, ANN202
        for clip_id in ids:
            project = verb(project, clip_id)
        return project

    session.apply(label, edit)


def _ids(session: Session) -> set[ClipId]:
    tracks = session.project.sequence.tracks
    return {clip.id for track in tracks for clip in track.clips}


def _frames(session: Session, seconds: int) -> int:
    return session.project.sequence.rate.frame_at(seconds)

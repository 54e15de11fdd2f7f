"""Transitions: cross dissolves at cuts, with frames that the clips lend from beyond the cut."""

from msgspec.structs import replace

from app.document.clip import Clip, ClipId
from app.document.edges import fitted, frames_after, frames_before
from app.document.project import Project
from app.document.sequence import Track, Transition
from app.edits.change import editable_clip, with_track
from app.edits.trimming import ripple_trim_left, ripple_trim_right
from app.errors import EditRefused


def add_transition(
    project: Project, left_id: ClipId, right_id: ClipId, frames: int, ripple: bool = False
) -> Project:
    """Dissolve from one clip to the next over `frames` frames around their cut.

    |---a---|---b---|   ->   |---a--X--b---|

    With `ripple` clips that have nothing beyond the cut are trimmed there to have it, and all
    behind follows; otherwise they must have it.
    """
    if frames < 1:
        raise EditRefused("bad_value", str(frames))
    before = frames // 2
    after = frames - before
    if ripple:
        project = _with_handles(project, left_id, right_id, (before, after))
    return set_transition(project, Transition(left_id, right_id, before, after))


def set_transition(project: Project, transition: Transition) -> Project:
    """Put a transition at a cut, instead of one that is there.

    |---a-X-b---|   ->   |---a--XX-b---|
    """
    track, left, _ = _cut(project, transition.left, transition.right)
    others = tuple(each for each in track.transitions if each.left != left.id)
    fitting = fitted(project, track, (*others, transition))
    if not {*others, transition} <= set(fitting):
        raise EditRefused("no_handles")
    return with_track(project, replace(track, transitions=fitting))


def remove_transition(project: Project, left_id: ClipId) -> Project:
    """Make the cut behind a clip hard again.

    |---a-X-b---|   ->   |---a---|---b---|
    """
    track, left = editable_clip(project, left_id)
    others = tuple(each for each in track.transitions if each.left != left.id)
    return with_track(project, replace(track, transitions=others))


def _with_handles(
    project: Project, left_id: ClipId, right_id: ClipId, wanted: tuple[int, int]
) -> Project:
    before, after = wanted
    _, left, right = _cut(project, left_id, right_id)
    rate = project.sequence.rate
    ahead = frames_before(right.retime, rate, project.available(right.use))
    behind = frames_after(left.retime, rate, project.available(left.use))
    lacking_left = 0 if behind is None else max(0, after - behind)
    lacking_right = 0 if ahead is None else max(0, before - ahead)
    if lacking_left:
        project = ripple_trim_right(project, left_id, -lacking_left)
    if lacking_right:
        project = ripple_trim_left(project, right_id, lacking_right)
    return project


def _cut(project: Project, left_id: ClipId, right_id: ClipId) -> tuple[Track, Clip, Clip]:
    track, left = editable_clip(project, left_id)
    right = next((each for each in track.clips if each.id == right_id), None)
    if right is None or right.start != left.span.stop:
        raise EditRefused("not_neighbours")
    return track, left, right

"""Recut: the stretch of a shot that a clip shows becomes a shot of its own, to be made anew."""

from fractions import Fraction
from typing import NamedTuple

from msgspec.structs import replace

from app.document.clip import Clip, ClipId, ShotId, ShotUse
from app.document.edges import with_start_moved, with_stop_moved
from app.document.project import Project, Shot, Take
from app.document.retime import Retime
from app.document.sequence import Track
from app.edits.adding import add_shot
from app.edits.change import editable_clip, name_of, next_id, with_each_clip
from app.errors import EditRefused
from engine.contract.shot import Reference, ShotRequest


class Recut(NamedTuple):
    """What a clip, with the frames that it lends to transitions, shows of its shot: source seconds
    from `start` to `stop` of `asked`, which leaves out what a model made beyond the shot's end."""

    shot: Shot
    start: Fraction
    stop: Fraction
    asked: Fraction

    @property
    def goes_on(self) -> tuple[bool, bool]:
        """Whether the shot has more ahead of the stretch, and behind it."""
        return self.start > 0, self.stop < self.asked


def stretch_of(project: Project, clip_id: ClipId) -> Recut:
    """The stretch that would be made anew. Raises EditRefused for a clip that shows no shot, or
    holds a single moment of it."""
    track, clip = editable_clip(project, clip_id)
    if not isinstance(clip.use, ShotUse):
        raise EditRefused("no_shot", name_of(project, clip))
    if not clip.retime.speed:
        raise EditRefused("no_motion", name_of(project, clip))
    rate, shot = project.sequence.rate, project.shot(clip.use.shot)
    longer = _with_lent_frames(project, track, clip)
    stop = longer.begin + longer.source_seconds(rate)
    return Recut(shot, longer.begin, stop, shot.take.recipe.request.seconds)


def recut(project: Project, clip_id: ClipId, take: Take) -> tuple[Project, ShotId]:
    """The clip shows a new shot that is as long as the stretch; its first take is given.

    |--a--|--a2-|--a3-|   ->   |--a--|--b--|--a3-|
    """
    stretch = stretch_of(project, clip_id)
    shot_id = ShotId(next_id("shot", (shot.id for shot in project.shots)))
    with_shot = add_shot(project, Shot(shot_id, take.recipe.request, (take,)))

    def changed(clip: Clip) -> Clip:
        retime = replace(clip.retime, begin=clip.retime.begin - stretch.start)
        return replace(clip, use=ShotUse(shot_id), retime=retime)

    return with_each_clip(with_shot, clip_id, changed), shot_id


def recut_request(
    stretch: Recut, prompt: str, seed: int, ends: tuple[Reference, ...]
) -> ShotRequest:
    """The stretch as a request of its own, between the given ends."""
    kept = (
        each
        for each in stretch.shot.request.references
        if each.role not in ("first_frame", "last_frame")
    )
    return replace(
        stretch.shot.request,
        prompt=prompt,
        seed=seed,
        seconds=stretch.stop - stretch.start,
        references=(*kept, *ends),
    )


def _with_lent_frames(project: Project, track: Track, clip: Clip) -> Retime:
    rate, retime = project.sequence.rate, clip.retime
    for each in track.transitions:
        if each.right == clip.id and each.before:
            retime = with_start_moved(retime, -each.before, rate)
        if each.left == clip.id and each.after:
            retime = with_stop_moved(retime, each.after, rate)
    return retime

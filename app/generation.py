"""Shots from requests: the draft at once, later takes beside it."""

from msgspec.structs import replace

from app.document.clip import ClipId, ShotId, ShotUse
from app.document.project import Draft, Project, Shot
from app.document.sequence import TrackId
from app.edits.adding import add_shot, shot_clip
from app.edits.change import found_clip, name_of, next_id
from app.edits.film_format import shape_film
from app.edits.placing import place_free
from app.edits.takes import add_take
from app.edits.tracks import add_track
from app.errors import EditRefused
from engine.contract.shot import Recipe, ShotRequest


def create_shot(
    project: Project, request: ShotRequest, engine_version: str, start: int
) -> tuple[Project, ClipId]:
    """A shot with its draft, placed in the first gap from `start` on; the clip's id.

    The first clip of a film gives the film its size and frame rate.
    """
    shot_id = ShotId(next_id("shot", (shot.id for shot in project.shots)))
    shot = Shot(shot_id, request, (draft(request, engine_version),))
    shaped = shape_film(project, request.width, request.height, request.rate)
    with_shot, track_id = with_base_track(add_shot(shaped, shot))
    clip = shot_clip(with_shot, shot_id)
    return place_free(with_shot, clip, track_id, start), clip.id


def remix(project: Project, clip_id: ClipId, request: ShotRequest, engine_version: str) -> Project:
    """A new draft take from a changed request for the shot that a clip shows; old takes stay."""
    _, clip = found_clip(project, clip_id)
    if not isinstance(clip.use, ShotUse):
        raise EditRefused("no_shot", name_of(project, clip))
    return add_take(project, clip.use.shot, draft(request, engine_version))


def draft(request: ShotRequest, engine_version: str) -> Draft:
    """The take that the animatic engine draws live from this request."""
    return Draft(Recipe(replace(request, model="animatic"), engine_version))


def with_base_track(project: Project) -> tuple[Project, TrackId]:
    """The lowest picture track that isn't locked, made where there is none."""
    for track in project.sequence.tracks:
        if track.kind == "picture" and not track.locked:
            return project, track.id
    raised = add_track(project, "picture")
    known = {track.id for track in project.sequence.tracks}
    return raised, next(each.id for each in raised.sequence.tracks if each.id not in known)

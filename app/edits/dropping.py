"""Media that are dropped on the film: taken in and placed in one go."""

from app.document.clip import ClipId
from app.document.project import Asset, Project
from app.document.sequence import TrackId
from app.edits.adding import add_asset, add_overlay, asset_clip, asset_with
from app.edits.film_format import shape_film
from app.edits.placing import place_free
from app.generation import with_base_track
from app.limits import film_rate
from engine.contract.events import EngineFault
from engine.contract.media_facts import MediaFacts
from engine.contract.time import Span


def found_asset(project: Project, facts: MediaFacts) -> Asset:
    """The asset of a file that was taken in. Raises EngineFault where it was not."""
    asset = asset_with(project, facts.media.identity)
    if asset is None:
        raise EngineFault("media_unreadable", facts.media.path)
    return asset


def dropped(
    project: Project, facts: MediaFacts, track_id: TrackId | None, frame: int
) -> tuple[Project, ClipId]:
    """The film with a file on a track, where there is room from `frame` on; the new clip's id.

    Without a track it goes on the lowest that can hold it. A film's first file shapes it.
    """
    if facts.kind == "video" and facts.rate is not None:
        rate = film_rate(facts.rate, facts.constant_rate)
        project = shape_film(project, facts.width, facts.height, rate)
    project = add_asset(project, facts)
    if track_id is None and facts.kind == "sound":
        sounds = (t.id for t in project.sequence.tracks if t.kind == "sound" and not t.locked)
        track_id = next(sounds, None)
    if track_id is None:
        project, track_id = with_base_track(project)
    clip = asset_clip(project, found_asset(project, facts).id)
    return place_free(project, clip, track_id, frame), clip.id


def with_logo(
    project: Project, facts: MediaFacts, playhead: int, where: tuple[float, float, float]
) -> tuple[Project, ClipId]:
    """The film with a logo (x, y, scale) over the clip under the playhead; the new clip's id."""
    project = add_asset(project, facts)
    asset = found_asset(project, facts)
    clip = asset_clip(project, asset.id)
    under = (t.clip_at(playhead) for t in project.sequence.tracks if t.kind == "picture")
    below = next((each for each in under if each is not None), None)
    span = below.span if below else Span(playhead, playhead + clip.retime.length)
    x, y, scale = where
    return add_overlay(project, asset.id, span, x, y, scale), clip.id

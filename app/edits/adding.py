"""New things on the timeline: shots, media, titles and logos."""

from fractions import Fraction
from pathlib import Path

from msgspec.structs import replace

from app.document.clip import AssetId, AssetUse, Clip, ShotId, ShotUse, Use
from app.document.project import Asset, Project, Shot
from app.document.retime import Retime
from app.document.sequence import Track, TrackId
from app.edits.change import name_of, next_clip_id, next_id
from app.edits.placing import place
from app.edits.tracks import add_track
from app.errors import EditRefused
from engine.contract.media_facts import MediaFacts
from engine.contract.plan import Title, Transform
from engine.contract.time import Span

STILL_SECONDS = Fraction(5)
TITLE_SECONDS = Fraction(4)
LOGO_SCALE = 0.2
CENTRED = Transform()
FILLING = Transform(fill=True)


def add_shot(project: Project, shot: Shot) -> Project:
    """Keep a new shot, not yet on the timeline."""
    return replace(project, shots=(*project.shots, shot))


def add_asset(project: Project, facts: MediaFacts) -> Project:
    """Keep an imported file; the same file a second time changes nothing but its path."""
    known = asset_with(project, facts.media.identity)
    if known is None:
        asset_id = AssetId(next_id("media", (each.id for each in project.assets)))
        return replace(project, assets=(*project.assets, Asset(asset_id, facts)))
    if Path(known.facts.media.path).exists():
        return project
    found = replace(known, facts=facts)
    assets = tuple(found if each is known else each for each in project.assets)
    return replace(project, assets=assets)


def asset_with(project: Project, identity: str) -> Asset | None:
    """The imported file of this identity."""
    same = (each for each in project.assets if each.facts.media.identity == identity)
    return next(same, None)


def shot_clip(project: Project, shot_id: ShotId) -> Clip:
    """A new clip of a whole shot, not yet on a track."""
    if all(shot.id != shot_id for shot in project.shots):
        raise EditRefused("no_shot", shot_id)
    return _whole_clip(project, ShotUse(shot_id), STILL_SECONDS)


def asset_clip(project: Project, asset_id: AssetId) -> Clip:
    """A new clip of a whole file, not yet on a track; a still lasts five seconds."""
    if all(asset.id != asset_id for asset in project.assets):
        raise EditRefused("no_media", asset_id)
    return _whole_clip(project, AssetUse(asset_id), STILL_SECONDS)


def title_clip(project: Project, title: Title) -> Clip:
    """A new clip of a title, not yet on a track; four seconds long."""
    return replace(_whole_clip(project, title, TITLE_SECONDS), transform=CENTRED)


def add_title(project: Project, title: Title, start: int, frames: int | None = None) -> Project:
    """Put a title over everything that shows at `start`.

                            V2         |-title-|
    V1  |-----a-----|   ->  V1  |-----a-----|
    """
    clip = title_clip(project, title)
    retime = Retime.plain(frames or clip.retime.length)
    return place_on_top(project, replace(clip, retime=retime), start)


def add_overlay(
    project: Project,
    asset_id: AssetId,
    span: Span,
    x: float = 0.5,
    y: float = 0.5,
    scale: float = LOGO_SCALE,
) -> Project:
    """Put a logo or another picture over everything in `span`; a short film repeats.

                            V2  |---logo----|
    V1  |-----a-----|   ->  V1  |-----a-----|
    """
    clip = asset_clip(project, asset_id)
    if project.asset(asset_id).facts.kind == "sound":
        raise EditRefused("wrong_track", name_of(project, clip))
    overlay = replace(
        clip,
        retime=_lasting(project, clip, span.length),
        transform=Transform(x=x, y=y, scale=scale),
    )
    return place_on_top(project, overlay, span.start)


def place_on_top(project: Project, clip: Clip, start: int) -> Project:
    """Put a new clip on the top picture track, or on a new one above it where it is taken."""
    top = [track for track in project.sequence.tracks if track.kind == "picture"][-1:]
    span = Span(start, start + clip.retime.length)
    if top and not top[0].locked and _is_clear(top[0], span):
        return place(project, clip, top[0].id, start)
    raised = add_track(project, "picture")
    return place(raised, clip, _newest(project, raised), start)


def _whole_clip(project: Project, use: Use, without_end: Fraction) -> Clip:
    rate = project.sequence.rate
    seconds = project.available(use)
    frames = max(1, rate.frame_at(without_end if seconds is None else seconds))
    return Clip(next_clip_id(project), use, 0, Retime.plain(frames), transform=FILLING)


def _lasting(project: Project, clip: Clip, frames: int) -> Retime:
    """`frames` frames of the clip's source, repeated where it is shorter."""
    if project.available(clip.use) is None or clip.retime.frames >= frames:
        return Retime.plain(frames)
    return replace(clip.retime, loop="repeat", length=frames)


def _is_clear(track: Track, span: Span) -> bool:
    return not any(clip.span.overlaps(span) for clip in track.clips)


def _newest(before: Project, after: Project) -> TrackId:
    known = {track.id for track in before.sequence.tracks}
    return next(track.id for track in after.sequence.tracks if track.id not in known)

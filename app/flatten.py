"""Documents to render plans: a sequence as layers and sounds, nothing else."""

from collections.abc import Iterator
from fractions import Fraction

import msgspec
from msgspec.structs import replace

from app.document.clip import AssetUse, Clip, ShotUse, Use
from app.document.edges import with_start_moved, with_stop_moved
from app.document.project import Project, Rendered, Take
from app.document.sequence import Track, Transition
from engine.contract.plan import (
    Layer,
    MediaSource,
    PictureSource,
    RenderPlan,
    ShotSource,
    SoundLayer,
    SoundSource,
    Title,
    Transform,
)
from engine.contract.shot import ShotRequest
from engine.contract.time import Rate, Span
from engine.contract.timemap import TimeMap


class Stretch(msgspec.Struct, frozen=True):
    """A clip with the frames that it lends to transitions, and the fades that come of it."""

    clip: Clip
    span: Span
    time_map: TimeMap
    picture_fades: tuple[int, int]
    sound_fades: tuple[int, int]


def plan_of(project: Project) -> RenderPlan:
    """The whole film. A film without clips is one black frame."""
    sequence = project.sequence
    layers: list[Layer] = []
    sounds: list[SoundLayer] = []
    for track in sequence.tracks:
        for stretch in _stretches(track, sequence.rate):
            layers += _layers(project, track, stretch)
            sounds += _sounds(project, track, stretch)
    return RenderPlan(
        sequence.width,
        sequence.height,
        sequence.rate,
        max(sequence.frames, 1),
        tuple(layers),
        tuple(sounds),
    )


def shot_plan(request: ShotRequest) -> RenderPlan:
    """A shot by itself, as the draft engine draws it."""
    frames = max(1, request.rate.frame_at(request.seconds))
    source = ShotSource(request)
    span = Span(0, frames)
    time_map = TimeMap.straight(request.rate.seconds(frames))
    return RenderPlan(
        request.width,
        request.height,
        request.rate,
        frames,
        (Layer(source, span, time_map, Transform(fill=True)),),
        (SoundLayer(source, span, time_map),),
    )


def take_plan(take: Take) -> RenderPlan:
    """A whole take by itself, at its own size and rate."""
    if not isinstance(take, Rendered):
        return shot_plan(take.recipe.request)
    facts = take.facts
    rate = facts.rate or take.recipe.request.rate
    frames = max(1, facts.frames or rate.frame_at(facts.seconds))
    time_map = TimeMap.straight(rate.seconds(frames))
    layer = Layer(MediaSource(facts.media), Span(0, frames), time_map, Transform(fill=True))
    return RenderPlan(max(facts.width, 2), max(facts.height, 2), rate, frames, (layer,))


def source_plan(project: Project, clip: Clip) -> RenderPlan:
    """A clip's whole source, unchanged, at the film's rate and size: for film strips."""
    sequence = project.sequence
    seconds = project.available(clip.use) or Fraction(0)
    frames = max(1, sequence.rate.frame_at(seconds))
    span = Span(0, frames)
    time_map = TimeMap.straight(sequence.rate.seconds(frames))
    picture, sound = picture_source(project, clip.use), sound_source(project, clip.use)
    layers = (Layer(picture, span, time_map, Transform(fill=True)),) if picture else ()
    sounds = (SoundLayer(sound, span, time_map),) if sound else ()
    return RenderPlan(sequence.width, sequence.height, sequence.rate, frames, layers, sounds)


def picture_source(project: Project, use: Use) -> PictureSource | None:
    """Where the clip's picture comes from; None when it has none."""
    match use:
        case Title():
            return use
        case ShotUse(shot):
            take = project.shot(shot).take
            if isinstance(take, Rendered):
                return MediaSource(take.facts.media)
            return ShotSource(take.recipe.request)
        case AssetUse(asset):
            facts = project.asset(asset).facts
            return None if facts.kind == "sound" else MediaSource(facts.media)


def sound_source(project: Project, use: Use) -> SoundSource | None:
    """Where the clip's sound comes from; None when it has none."""
    match use:
        case Title():
            return None
        case ShotUse(shot):
            take = project.shot(shot).take
            if not isinstance(take, Rendered):
                return ShotSource(take.recipe.request)
            return MediaSource(take.facts.media) if take.facts.has_sound else None
        case AssetUse(asset):
            facts = project.asset(asset).facts
            return MediaSource(facts.media) if facts.has_sound else None


def _layers(project: Project, track: Track, stretch: Stretch) -> Iterator[Layer]:
    clip = stretch.clip
    source = picture_source(project, clip.use)
    if source is None or track.hidden or track.kind == "sound":
        return
    fade_in, fade_out = stretch.picture_fades
    yield Layer(
        source,
        stretch.span,
        stretch.time_map,
        clip.transform,
        clip.opacity,
        clip.looks,
        fade_in,
        fade_out,
    )


def _sounds(project: Project, track: Track, stretch: Stretch) -> Iterator[SoundLayer]:
    clip = stretch.clip
    source = sound_source(project, clip.use)
    if source is None or track.muted or not clip.retime.speed:
        return
    fade_in, fade_out = stretch.sound_fades
    yield SoundLayer(
        source,
        stretch.span,
        stretch.time_map,
        gain_db=clip.gain_db,
        fade_in=fade_in,
        fade_out=fade_out,
        keep_pitch=clip.keep_pitch,
    )


def _stretches(track: Track, rate: Rate) -> Iterator[Stretch]:
    """The clips, each as long as its transitions need it.

          cut                       cut
    |--a---|---b--|   ->   |--a------|
                                  |--b----|   b above a, fading in over both parts
    """
    incoming = {each.right: each for each in track.transitions}
    outgoing = {each.left: each for each in track.transitions}
    for clip in track.clips:
        before, after = incoming.get(clip.id), outgoing.get(clip.id)
        longer = _longer(clip, before.before if before else 0, after.after if after else 0, rate)
        fade_in, fade_out = _fades(clip, before, after)
        yield Stretch(
            clip,
            longer.span,
            longer.retime.time_map(rate),
            (fade_in, 0 if after else fade_out),
            (fade_in, fade_out),
        )


def _fades(clip: Clip, before: Transition | None, after: Transition | None) -> tuple[int, int]:
    """Transitions take the place of the clip's own fades; those shrink to what is left."""
    length = clip.retime.length
    fade_in = before.before + before.after if before else clip.fade_in
    fade_out = after.before + after.after if after else clip.fade_out
    if before and not after:
        fade_out = min(fade_out, length - before.after)
    if after and not before:
        fade_in = min(fade_in, length - after.before)
    return fade_in, fade_out


def _longer(clip: Clip, ahead: int, behind: int, rate: Rate) -> Clip:
    """The clip with frames lent from its source on both sides."""
    retime = with_start_moved(clip.retime, -ahead, rate) if ahead else clip.retime
    retime = with_stop_moved(retime, behind, rate) if behind else retime
    return replace(clip, start=clip.start - ahead, retime=retime)

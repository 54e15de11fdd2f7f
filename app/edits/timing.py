"""How a clip's time runs: speed, backwards, loops, freezes, frames taken out.

With `ripple` all later clips of the track follow a clip that gets longer or shorter. Without it
they stay, and a clip that would run into the next one ends there.
"""

from fractions import Fraction

from msgspec.structs import replace

from app.document.clip import Clip, ClipId
from app.document.edges import with_stop_moved
from app.document.project import Project
from app.document.retime import LoopMode, Retime
from app.edits.change import (
    editable_clip,
    name_of,
    next_clip_id,
    with_clips,
)
from app.edits.placing import pushed, ripple_delete
from app.edits.splitting import split
from app.errors import EditRefused
from engine.contract.time import Rate, Span
from engine.contract.timemap import FASTEST, SLOWEST


def set_speed(project: Project, clip_id: ClipId, speed: Fraction, ripple: bool = False) -> Project:
    """Play the clip's stretch of its source at another speed, 1/20 to 20.

    |-----a-----|   ->   |--a--|      twice as fast
    """
    if not SLOWEST <= speed <= FASTEST:
        raise EditRefused("bad_value", f"{float(speed):g}×")
    _, clip = _moving_clip(project, clip_id)
    retime = _at_speed(clip.retime, speed, project.sequence.rate)
    if retime is None:
        raise EditRefused("nothing_left", name_of(project, clip))
    return _retimed(project, clip, retime, ripple)


def set_backwards(project: Project, clip_id: ClipId, backwards: bool) -> Project:
    """Play the clip's stretch of its source from its end, or from its beginning.

    a b c d   ->   d c b a
    """
    _, clip = _moving_clip(project, clip_id)
    return _retimed(project, clip, replace(clip.retime, backwards=backwards), ripple=False)


def set_loop(
    project: Project,
    clip_id: ClipId,
    mode: LoopMode,
    count: Fraction | int = 2,
    ripple: bool = False,
) -> Project:
    """Play the clip's stretch `count` times: again from the start, or there and back.

    |-a-|   ->   |-a-|-a-|     repeat, 2
    |-a-|   ->   |-a-|-ɐ-|     pingpong, 2
    """
    _, clip = _moving_clip(project, clip_id)
    frames = clip.retime.frames
    if mode == "off":
        plain = replace(clip.retime, loop="off", length=frames, offset=0)
        return _retimed(project, clip, plain, ripple)
    length = int(frames * Fraction(count))
    if length < 1:
        raise EditRefused("bad_value", f"{float(count):g}")
    looped = replace(clip.retime, loop=mode, length=length, offset=clip.retime.offset % frames)
    return _retimed(project, clip, looped, ripple)


def freeze(project: Project, clip_id: ClipId, frame: int, frames: int) -> Project:
    """Hold what shows at film frame `frame` for `frames` more; all behind follows.

    |-----a-----|-b-|   ->   |--a--|hold|--a--|-b-|
    """
    _, clip = _moving_clip(project, clip_id)
    if frame not in clip.span:
        raise EditRefused("outside_clip", name_of(project, clip))
    if frames < 1:
        raise EditRefused("bad_value", str(frames))
    cut = split(project, clip_id, frame) if frame > clip.start else project
    track, _ = cut.sequence.find(clip_id)
    hold = _held(clip, frame, frames, project.sequence.rate)
    moved = (pushed(each, frames) if each.start >= frame else each for each in track.clips)
    return with_clips(cut, track.id, (*moved, replace(hold, id=next_clip_id(cut))))


def remove_frames(project: Project, clip_id: ClipId, span: Span) -> Project:
    """Take film frames out of a clip and close the gap.

    |--a--|XX|--b--|   ->   |--a--|--b--|
    """
    _, clip = editable_clip(project, clip_id)
    if not span.length or span.shared(clip.span) != span:
        raise EditRefused("outside_clip", name_of(project, clip))
    doomed = clip_id
    if span.start > clip.start:
        doomed = next_clip_id(project)
        project = split(project, clip_id, span.start)
    if span.stop < clip.span.stop:
        project = split(project, doomed, span.stop)
    return ripple_delete(project, [doomed])


def _moving_clip(project: Project, clip_id: ClipId) -> tuple[int, Clip]:
    """A clip whose picture or sound changes with time, and its index."""
    track, clip = editable_clip(project, clip_id)
    if project.available(clip.use) is None or not clip.retime.speed:
        raise EditRefused("no_motion", name_of(project, clip))
    return track.clips.index(clip), clip


def _at_speed(retime: Retime, speed: Fraction, rate: Rate) -> Retime | None:
    """The same stretch at another speed, its first picture unchanged; None: no frame is left."""
    slower = retime.speed / speed
    frames = int(retime.frames * slower)
    if frames < 1:
        return None
    unused = retime.source_seconds(rate) - rate.seconds(frames) * speed
    begin = retime.begin + (unused if retime.backwards else 0)
    if retime.loop == "off":
        return replace(retime, begin=begin, frames=frames, length=frames, speed=speed)
    length = max(1, int(frames * retime.passes))
    offset = int(retime.offset * slower)
    return replace(retime, begin=begin, frames=frames, length=length, offset=offset, speed=speed)


def _retimed(project: Project, clip: Clip, retime: Retime, ripple: bool) -> Project:
    track, _ = project.sequence.find(clip.id)
    by = retime.length - clip.retime.length
    behind = [each for each in track.clips if each.start > clip.start]
    if ripple:
        behind = [pushed(each, by) for each in behind]
    elif behind:
        over = clip.start + retime.length - behind[0].start
        if over > 0:
            retime = with_stop_moved(retime, -over, project.sequence.rate)
    ahead = (each for each in track.clips if each.start < clip.start)
    return with_clips(project, track.id, (*ahead, replace(clip, retime=retime), *behind))


def _held(clip: Clip, frame: int, frames: int, rate: Rate) -> Clip:
    moment = clip.retime.time_map(rate).source_of_frame(frame - clip.start, rate)
    retime = Retime(moment, frames, frames, speed=Fraction(0))
    return replace(clip, start=frame, retime=retime, fade_in=0, fade_out=0)

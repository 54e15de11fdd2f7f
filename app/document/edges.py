"""What lies beyond a clip's edges: how far they can go, and what the clip is like afterwards.

source  |--------|==== clip ====|-----------|
         before                  after
"""

from fractions import Fraction

import msgspec

from app.document.clip import Clip
from app.document.project import Project
from app.document.retime import Retime
from app.document.sequence import Track, Transition
from engine.contract.time import Rate


def frames_before(retime: Retime, rate: Rate, available: Fraction | None) -> int | None:
    """Frames that there are ahead of the clip's first; None when they never end."""
    return _room(retime, rate, available, late=retime.backwards)


def frames_after(retime: Retime, rate: Rate, available: Fraction | None) -> int | None:
    """Frames that there are behind the clip's last; None when they never end."""
    return _room(retime, rate, available, late=not retime.backwards)


def with_start_moved(retime: Retime, by: int, rate: Rate) -> Retime:
    """The clip's first frame `by` frames later (earlier when negative), its last where it was."""
    if retime.loop != "off":
        offset = (retime.offset + by) % _cycle(retime)
        return msgspec.structs.replace(retime, offset=offset, length=retime.length - by)
    moves = not retime.backwards
    return _one_pass(retime, retime.frames - by, by if moves else 0, rate)


def with_stop_moved(retime: Retime, by: int, rate: Rate) -> Retime:
    """The clip's end `by` frames later (earlier when negative), its first frame where it was."""
    if retime.loop != "off":
        return msgspec.structs.replace(retime, length=retime.length + by)
    return _one_pass(retime, retime.frames + by, -by if retime.backwards else 0, rate)


def held(
    project: Project, track: Track, transitions: tuple[Transition, ...]
) -> tuple[Transition, ...]:
    """Those of the transitions that lie at a real cut whose clips can lend their frames."""
    pairs = zip(track.clips, track.clips[1:], strict=False)
    cuts = {(left.id, right.id): (left, right) for left, right in pairs}
    found = ((each, cuts.get((each.left, each.right))) for each in transitions)
    return tuple(each for each, cut in found if cut and _lends(project, each, *cut))


def crowded(track: Track, transitions: tuple[Transition, ...]) -> bool:
    """Whether the transitions at a clip's two ends take more frames than the clip has."""
    taken = {clip.id: 0 for clip in track.clips}
    for transition in transitions:
        taken[transition.left] += transition.before
        taken[transition.right] += transition.after
    return any(taken[clip.id] > clip.retime.length for clip in track.clips)


def _lends(project: Project, transition: Transition, left: Clip, right: Clip) -> bool:
    before, after = transition.before, transition.after
    if left.span.stop != right.start or min(before, after) < 0 or before + after == 0:
        return False
    rate = project.sequence.rate
    ahead = frames_before(right.retime, rate, project.available(right.use))
    behind = frames_after(left.retime, rate, project.available(left.use))
    return _within(before, ahead) and _within(after, behind)


def _within(wanted: int, there: int | None) -> bool:
    return there is None or wanted <= there


def _cycle(retime: Retime) -> int:
    """Frames after which the looped passes start over."""
    return retime.frames * (2 if retime.loop == "pingpong" else 1)


def _one_pass(retime: Retime, frames: int, later: int, rate: Rate) -> Retime:
    begin = max(Fraction(0), retime.begin + rate.seconds(later) * retime.speed)
    return msgspec.structs.replace(retime, begin=begin, frames=frames, length=frames)


def _room(retime: Retime, rate: Rate, available: Fraction | None, late: bool) -> int | None:
    if retime.loop != "off" or not retime.speed or available is None:
        return None
    end = retime.begin + retime.source_seconds(rate)
    beyond = available - end if late else retime.begin
    return max(0, rate.frame_at(beyond / retime.speed))

"""What lies beyond a clip's edges: how far they can go, and what the clip is like afterwards.

source  |--------|==== clip ====|-----------|
         before                  after
"""

from fractions import Fraction

import msgspec

from app.document.clip import Clip, ClipId
from app.document.project import Project
from app.document.retime import Retime
from app.document.sequence import Track, Transition
from engine.contract.time import Rate

FOREVER = 10**9


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


def fitted(
    project: Project, track: Track, transitions: tuple[Transition, ...]
) -> tuple[Transition, ...]:
    """The transitions whose cuts are there, none longer than the clips beside it can give.

    A clip gives frames from beyond its edge, and can't be taken up by two transitions at once.
    """
    wanted = {each.left: each for each in transitions}
    taken: dict[ClipId, int] = {}
    fitting: list[Transition] = []
    for left, right in zip(track.clips, track.clips[1:], strict=False):
        each = wanted.get(left.id)
        if each is None or each.right != right.id or left.span.stop != right.start:
            continue
        free = left.retime.length - taken.get(left.id, 0)
        ahead, behind = _lent(project, left, right)
        before = min(each.before, free, ahead)
        after = min(each.after, right.retime.length, behind)
        if before + after > 0:
            taken[right.id] = after
            fitting.append(msgspec.structs.replace(each, before=before, after=after))
    return tuple(fitting)


def _lent(project: Project, left: Clip, right: Clip) -> tuple[int, int]:
    """Frames that the right clip has ahead of the cut, and the left one behind it."""
    rate = project.sequence.rate
    ahead = frames_before(right.retime, rate, project.available(right.use))
    behind = frames_after(left.retime, rate, project.available(left.use))
    return (FOREVER if ahead is None else ahead, FOREVER if behind is None else behind)


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

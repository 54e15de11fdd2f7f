"""A clip's time map as a few floats, for painting only: which source second shows at each pixel."""

from functools import lru_cache

import msgspec

from app.document.retime import Retime
from engine.contract.time import Rate


class Leg(msgspec.Struct, frozen=True):
    """From output second `start` on, the source moves from `source` at `speed`, for `seconds`."""

    start: float
    seconds: float
    source: float
    speed: float


@lru_cache(maxsize=512)
def legs(retime: Retime, rate: Rate) -> tuple[Leg, ...]:
    """The clip's map, piece by piece."""
    time_map = retime.time_map(rate)
    return tuple(
        Leg(float(start), float(piece.seconds), float(piece.source), float(piece.speed))
        for start, piece in zip(time_map.starts(), time_map.pieces, strict=True)
    )


def source_second(row: tuple[Leg, ...], moment: float) -> float:
    """The source second that shows at this output second of the clip."""
    leg = row[0]
    for each in row:
        if each.start > moment:
            break
        leg = each
    elapsed = min(max(moment - leg.start, 0.0), leg.seconds)
    return max(0.0, leg.source + leg.speed * elapsed)


@lru_cache(maxsize=512)
def seams(retime: Retime) -> tuple[int, ...]:
    """The clip's frames at which a new pass begins."""
    if retime.loop == "off":
        return ()
    first = retime.frames - retime.offset % retime.frames
    return tuple(range(first, retime.length, retime.frames))

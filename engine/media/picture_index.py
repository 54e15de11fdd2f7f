"""When each picture of a film shows, read from its packets without decoding them."""

from bisect import bisect_right
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Any

import av

from engine.contract.time import Rate

# Timestamps are rounded to the file's clock. A moment this close ahead of a picture belongs to it.
_SLACK = Fraction(1, 2000)
_MILLISECOND = Fraction(1, 1000)
_VP8_SHOWN = 0x10
# What a hard stop left of a recording is worth having; less than half is a broken copy.
_WHOLE_ENOUGH = 0.5


@dataclass(frozen=True)
class PictureIndex:
    """Pictures in the order they show. Ticks are the file's clock, `tick` seconds each.

    `ticks` holds when each picture starts and `keys` where decoding can start. For a constant
    `rate` picture k starts at exactly k / rate seconds, whatever the file's clock rounded it to;
    otherwise its tick counts. Zero seconds is the first picture.
    """

    ticks: list[int]
    keys: list[int]
    tick: Fraction
    rate: Rate
    constant: bool
    seconds: Fraction

    def __len__(self) -> int:
        return len(self.ticks)

    def number_at(self, seconds: Fraction) -> int:
        """The picture that holds this moment; the first or last beyond the ends."""
        if self.constant:
            number = self.rate.frame_at(seconds)
        else:
            slack = min(self.tick / 2, _SLACK)
            number = bisect_right(self.ticks, self.ticks[0] + floor((seconds + slack) / self.tick))
            number -= 1
        return min(max(number, 0), len(self.ticks) - 1)

    def start_of(self, number: int) -> Fraction:
        """The second at which picture `number` starts."""
        if self.constant:
            return self.rate.seconds(number)
        return (self.ticks[number] - self.ticks[0]) * self.tick

    def number_of_tick(self, tick: int) -> int:
        """The picture that starts at or last before this tick; -1 ahead of the first."""
        return bisect_right(self.ticks, tick) - 1

    def key_before(self, number: int) -> int:
        """Place in `keys` of the last key picture that isn't after picture `number`."""
        return max(bisect_right(self.keys, self.ticks[number]) - 1, 0)


def index_pictures(container: Any, stream: Any) -> PictureIndex:
    """Reads every packet of the stream once.

    Raises ValueError for a stream without pictures, or without many that its index lists.
    """
    shown: list[tuple[int, int]] = []
    keys: list[int] = []
    untimed = present = 0
    for packet in _packets(container, stream):
        present += 1
        if packet.is_keyframe and packet.pts is not None:
            keys.append(packet.pts)
        if packet.is_discard or packet.is_corrupt or _is_hidden(packet, stream):
            continue
        if packet.pts is None:
            untimed += 1
        else:
            shown.append((packet.pts, packet.duration or 0))
    if present < _WHOLE_ENOUGH * stream.frames:
        raise ValueError(f"only {present} of its {stream.frames} pictures are there; it is cut off")
    if untimed or not shown:
        raise ValueError("the pictures carry no timestamps" if untimed else "there are no pictures")
    return _index(shown, keys, Fraction(stream.time_base), _rates(stream))


def _packets(container: Any, stream: Any) -> Any:
    try:
        for packet in container.demux(stream):
            if packet.size:
                yield packet
    except (av.error.InvalidDataError, av.error.EOFError, av.error.OSError):
        return  # a damaged end: what came before it counts


def _is_hidden(packet: Any, stream: Any) -> bool:
    """VP8 stores pictures that are only referred to as packets of their own (RFC 6386, 9.1)."""
    return stream.codec_context.name in ("vp8", "libvpx") and not bytes(packet)[0] & _VP8_SHOWN


def _rates(stream: Any) -> list[Fraction]:
    named = (stream.guessed_rate, stream.average_rate, stream.base_rate)
    return [Fraction(rate) for rate in named if rate]


def _index(
    shown: list[tuple[int, int]], keys: list[int], tick: Fraction, rates: list[Fraction]
) -> PictureIndex:
    shown = sorted(dict(shown).items())
    ticks = [start for start, _ in shown]
    keys = sorted(set(keys)) or ticks[:1]
    rate = next((rate for rate in rates if _fits(ticks, tick, rate)), None)
    if rate is not None:
        exact = Rate.of(rate)
        return PictureIndex(ticks, keys, tick, exact, True, exact.seconds(len(ticks)))
    seconds = (ticks[-1] - ticks[0] + _last_duration(shown)) * tick
    mean = (len(ticks) / seconds).limit_denominator(1001)
    return PictureIndex(ticks, keys, tick, Rate.of(mean), False, seconds)


def _fits(ticks: list[int], tick: Fraction, rate: Fraction) -> bool:
    """Whether every picture lies on the grid of this rate, but for rounding.

    The rounding may be coarser than the clock: copies of Matroska files keep its milliseconds.
    """
    rounding = max(tick, _MILLISECOND)
    allowed = rounding / tick if 1 / rate >= 8 * rounding else 0
    step, first = 1 / (rate * tick), ticks[0]
    num, den, most = step.numerator, step.denominator, floor(allowed * step.denominator)
    return all(abs((at - first) * den - number * num) <= most for number, at in enumerate(ticks))


def _last_duration(shown: list[tuple[int, int]]) -> int:
    start, duration = shown[-1]
    if duration > 0:
        return duration
    return start - shown[-2][0] if len(shown) > 1 else 1

"""Where in a file each packet of sound belongs, in whole samples, mostly without decoding it."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from typing import Any

import av

from engine.media.opening import video_stream

_FIRST_PACKETS = 6
_FIRST_PICTURES = 48
_GAP_MS = 3


@dataclass(frozen=True)
class SoundIndex:
    """Packets of a sound stream in order.

    `ticks` are their timestamps on the file's clock, `positions` the source sample at which each
    starts, counted from the file's zero: its first picture, else its first audible sample.
    `start` is the first audible sample; encoders put padding ahead of it. `stop` is where the
    last packet's stated length ends; decoding may end earlier.
    """

    ticks: list[int]
    positions: list[int]
    tick: Fraction
    rate: int
    start: int
    stop: int

    def packet_at(self, position: int) -> int:
        """The packet that holds this sample; the first for samples ahead of it."""
        return max(bisect_right(self.positions, position) - 1, 0)

    def position_of(self, tick: int) -> int:
        """The sample at which a decoded frame with this timestamp starts."""
        place = max(bisect_right(self.ticks, tick) - 1, 0)
        ahead = tick - self.ticks[place]
        if not ahead:
            return self.positions[place]
        if is_coarse(self.tick, self.rate):
            return max(self.positions[place], self.start)
        return self.positions[place] + round(ahead * self.tick * self.rate)


@dataclass(frozen=True)
class _Packet:
    tick: int
    duration: int


def is_coarse(tick: Fraction, rate: int) -> bool:
    """Whether the file's clock can't tell one sample from the next."""
    return tick * rate > 2


def picture_zero(container: Any) -> Fraction | None:
    """The second on the file's clock at which its first picture shows; None without pictures."""
    stream = video_stream(container)
    if stream is None:
        return None
    shown = (p.pts for p in _packets(container, stream) if p.pts is not None and not p.is_discard)
    starts = list(islice(shown, _FIRST_PICTURES))
    return min(starts) * Fraction(stream.time_base) if starts else None


def index_sound(
    container: Any, stream: Any, zero: Fraction | None, frames: Iterator[Any]
) -> SoundIndex:
    """Reads every packet of the stream once; `frames` are its decoded frames from the beginning.

    `zero` is the picture's. A clock coarser than a sample (milliseconds in Matroska and WebM) has
    rounded the timestamps, and a copy into another container keeps the rounded ones. So the
    lengths of the packets are added up from the start, and only a gap begins anew. Where these
    lengths vary and the clock is coarse (Vorbis in WebM), every frame is decoded once. Raises
    ValueError for a stream without sound.
    """
    packets = _scanned(container, stream)
    frames = (frame for frame in frames if frame.pts is not None)
    early = list(islice(frames, _FIRST_PACKETS))
    if not packets or not early:
        raise ValueError("there is no sound in the stream")
    tick, rate = Fraction(stream.time_base), early[0].sample_rate
    begin = early[0].pts * tick
    coarse = is_coarse(tick, rate)
    if coarse and abs(begin) <= tick:
        begin = Fraction(0)
    start = round((begin - (begin if zero is None else zero)) * rate)
    positions = [start + _rounded(p.tick - early[0].pts, tick * rate) for p in packets]
    fixed = stream.codec_context.frame_size > 0
    if coarse or fixed:
        sizes = _sizes(packets, early, frames, fixed or _alike(packets))
        positions = _added_up(packets, positions, sizes, early[0], start)
    stop = positions[-1] + _length(packets, tick, rate, early)
    return SoundIndex([p.tick for p in packets], positions, tick, rate, start, stop)


def _rounded(count: int, ratio: Fraction) -> int:
    """count * ratio as the nearest whole number; for long files, quicker than Fractions."""
    return (2 * count * ratio.numerator + ratio.denominator) // (2 * ratio.denominator)


def _packets(container: Any, stream: Any) -> Iterator[Any]:
    try:
        for packet in container.demux(stream):
            if packet.size:
                yield packet
    except (av.error.InvalidDataError, av.error.EOFError, av.error.OSError):
        return  # a damaged end: what came before it counts


def _scanned(container: Any, stream: Any) -> list[_Packet]:
    """All timed packets, in order."""
    found: list[_Packet] = []
    for packet in _packets(container, stream):
        if packet.pts is not None and (not found or packet.pts > found[-1].tick):
            found.append(_Packet(packet.pts, packet.duration or 0))
    return found


def _alike(packets: list[_Packet]) -> bool:
    """Whether all packets but the last are equally long, as far as the clock can tell."""
    durations = [packet.duration for packet in packets[:-1]]
    return not durations or max(durations) - min(durations) <= 1


def _sizes(
    packets: list[_Packet], early: list[Any], frames: Iterator[Any], alike: bool
) -> list[int]:
    """Samples in each packet: all alike, or found by decoding."""
    if alike:
        return [max(frame.samples for frame in early)] * len(packets)
    found = {frame.pts: frame.samples for frame in (*early, *frames)}
    return [found.get(packet.tick, 0) for packet in packets]


def _added_up(
    packets: list[_Packet], nominal: list[int], sizes: list[int], first: Any, start: int
) -> list[int]:
    """Positions by adding up sizes from the first decoded frame on, anew after every gap."""
    place = max(bisect_right([packet.tick for packet in packets], first.pts) - 1, 0)
    cut = sizes[place] - first.samples if first.pts != packets[place].tick else 0
    positions = nominal[:place]
    position = start - max(cut, 0)
    allowed = _GAP_MS * first.sample_rate // 1000
    for rounded, size in zip(nominal[place:], sizes[place:], strict=True):
        if abs(position - rounded) > allowed:
            position = rounded
        positions.append(position)
        position += size
    return positions


def _length(packets: list[_Packet], tick: Fraction, rate: int, early: list[Any]) -> int:
    if is_coarse(tick, rate) or not packets[-1].duration:
        return max(frame.samples for frame in early)
    return round(packets[-1].duration * tick * rate)

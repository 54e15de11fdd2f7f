"""Clip time to source time, exactly: trims, cuts, speed, ramps, reverse, freezes and loops.

A map is a row of pieces. Within a piece the source moves at a speed that is constant or changes
evenly, so every verb below gives another row of pieces and all arithmetic stays rational.

The rule for pictures: an output frame shows the source at the earliest source moment that the
frame covers. Forwards that is where the frame starts, backwards where it ends, so a piece played
backwards shows exactly the frames of the piece played forwards, in reverse.

        output  |0    |1    |2    |          |3    |4    |5    |
        source   a     b     c      (turn)    c     b     a
"""

from bisect import bisect_left, bisect_right
from fractions import Fraction
from functools import cached_property

import msgspec

from engine.contract.time import Rate, Span

SLOWEST, FASTEST = Fraction(1, 20), Fraction(20)


class Piece(msgspec.Struct, frozen=True):
    """`seconds` of output, during which the source starts at `source` and moves at `speed`.

    `speed` is source seconds per output second: 0 holds, negative plays backwards. With `end_speed`
    the speed changes evenly from the one to the other; its sign may not differ from `speed`.
    """

    seconds: Fraction
    source: Fraction
    speed: Fraction
    end_speed: Fraction | None = None

    def __post_init__(self) -> None:
        if self.seconds <= 0:
            raise ValueError("a piece of a time map has a positive length")
        if self.end_speed is not None and self.speed * self.end_speed < 0:
            raise ValueError("a piece of a time map doesn't turn round; make it two pieces")

    @property
    def last_speed(self) -> Fraction:
        """Speed at the piece's end."""
        return self.speed if self.end_speed is None else self.end_speed

    @property
    def backwards(self) -> bool:
        """Whether the source runs backwards here."""
        return self.speed < 0 or self.last_speed < 0

    @property
    def source_end(self) -> Fraction:
        """Source moment at the piece's end."""
        return self.at(self.seconds)

    def at(self, elapsed: Fraction) -> Fraction:
        """Source moment after `elapsed` output seconds of this piece."""
        if self.end_speed is None:
            return self.source + self.speed * elapsed
        gained = (self.end_speed - self.speed) / (2 * self.seconds)
        return self.source + self.speed * elapsed + gained * elapsed * elapsed

    def earliest(self, start: Fraction, stop: Fraction) -> Fraction:
        """The earliest source moment from `start` to `stop`, as far as they lie within."""
        elapsed = stop if self.backwards else start
        return self.at(min(max(elapsed, Fraction(0)), self.seconds))

    def speed_at(self, elapsed: Fraction) -> Fraction:
        """Speed after `elapsed` output seconds of this piece."""
        return self.speed + (self.last_speed - self.speed) * elapsed / self.seconds

    def part(self, start: Fraction, stop: Fraction) -> "Piece":
        """The piece from `start` to `stop` output seconds within it."""
        end_speed = None if self.end_speed is None else self.speed_at(stop)
        return Piece(stop - start, self.at(start), self.speed_at(start), end_speed)

    def faster(self, factor: Fraction) -> "Piece":
        """The same source in `1/factor` of the time."""
        end_speed = None if self.end_speed is None else self.end_speed * factor
        return Piece(self.seconds / factor, self.source, self.speed * factor, end_speed)

    def mirrored(self) -> "Piece":
        """The same source from its end to its start."""
        end_speed = None if self.end_speed is None else -self.speed
        return Piece(self.seconds, self.source_end, -self.last_speed, end_speed)


class TimeMap(msgspec.Struct, frozen=True, dict=True):
    """Where in the source each moment of a clip comes from.

    Verbs that change the length cut the result to whole frames of `rate`, so that a clip, its
    sound and the length shown on it can't differ. Verbs without a rate keep whole frames whole.
    """

    pieces: tuple[Piece, ...]

    def __post_init__(self) -> None:
        if not self.pieces:
            raise ValueError("a time map has at least one piece")

    @classmethod
    def straight(cls, seconds: Fraction, source: Fraction = Fraction(0)) -> "TimeMap":
        """`seconds` of the source from `source` on, unchanged."""
        return cls((Piece(seconds, source, Fraction(1)),))

    @classmethod
    def held(cls, seconds: Fraction, source: Fraction = Fraction(0)) -> "TimeMap":
        """One moment of the source, held."""
        return cls((Piece(seconds, source, Fraction(0)),))

    @property
    def seconds(self) -> Fraction:
        """Output length in exact seconds."""
        return self._starts[-1] + self.pieces[-1].seconds

    def frames(self, rate: Rate) -> int:
        """Output length in whole frames."""
        return rate.frame_at(self.seconds)

    def source_at(self, moment: Fraction) -> Fraction:
        """Source moment at this output moment; beyond the ends, that of the nearest end."""
        index = max(0, bisect_right(self._starts, moment) - 1)
        piece = self.pieces[index]
        return piece.at(min(max(moment - self._starts[index], Fraction(0)), piece.seconds))

    def source_of_frame(self, frame: int, rate: Rate) -> Fraction:
        """Source moment that output frame `frame` shows, by the rule at the head of this file.

        A frame may cover several pieces: a speed's border needn't lie between two frames.
        """
        begin, end = rate.seconds(frame), rate.seconds(frame + 1)
        first = max(0, bisect_right(self._starts, begin) - 1)
        last = max(first, bisect_left(self._starts, end) - 1)
        covered = zip(self._starts[first : last + 1], self.pieces[first : last + 1], strict=True)
        return min(piece.earliest(begin - start, end - start) for start, piece in covered)

    def starts(self) -> tuple[Fraction, ...]:
        """Output moment at which each piece starts."""
        return self._starts

    @cached_property
    def _starts(self) -> tuple[Fraction, ...]:
        moments = [Fraction(0)]
        for piece in self.pieces[:-1]:
            moments.append(moments[-1] + piece.seconds)
        return tuple(moments)

    def trimmed(self, span: Span, rate: Rate) -> "TimeMap":
        """Only these output frames.

        |--a--|--b--|--c--|   ->   |b--|--c|
        """
        start, stop = rate.seconds(span.start), rate.seconds(span.stop)
        if span.start < 0 or span.length == 0 or stop > self.seconds:
            raise ValueError(
                f"frames {span.start} to {span.stop} are not inside the clip's {self.frames(rate)}"
            )
        return TimeMap(tuple(self._between(start, stop)))

    def without(self, span: Span, rate: Rate) -> "TimeMap":
        """All output frames but these.

        |--a--|XX|--b--|   ->   |--a--|--b--|
        """
        total = self.frames(rate)
        if span.start < 0 or span.length == 0 or span.stop > total:
            raise ValueError(
                f"frames {span.start} to {span.stop} are not inside the clip's {total}"
            )
        if span.length == total:
            raise ValueError("cutting every frame leaves no clip")
        kept = (Span(0, span.start), Span(span.stop, total))
        return _joined([self.trimmed(part, rate) for part in kept if part.length])

    def faster(self, factor: Fraction, rate: Rate) -> "TimeMap":
        """All of it at `factor` times the speed, from 1/20 to 20; below 1 is slower."""
        if not SLOWEST <= factor <= FASTEST:
            raise ValueError(f"a speed lies between {float(SLOWEST)} and {int(FASTEST)}")
        quick = TimeMap(tuple(piece.faster(factor) for piece in self.pieces))
        return quick._whole(rate)

    def ramped(self, keys: tuple[tuple[int, Fraction], ...], rate: Rate) -> "TimeMap":
        """Speed that changes evenly from key to key: (frame of this map, speed) in rising order.

        Before the first and after the last key the speed stays. Output time over a stretch of
        `d` seconds between speeds a and b is 2d / (a + b).
        """
        parts: list[TimeMap] = []
        for span, begin, end in _stretches(keys, self.frames(rate)):
            parts.append(TimeMap(tuple(_bent(self.trimmed(span, rate), begin, end))))
        return _joined(parts)._whole(rate)

    def reversed(self) -> "TimeMap":
        """The same, last frame first."""
        return TimeMap(tuple(piece.mirrored() for piece in reversed(self.pieces)))

    def frozen(self, frame: int, frames: int, rate: Rate) -> "TimeMap":
        """Output frame `frame` stays for `frames` more frames.

        |--a--|--b--|   ->   |--a--|======|--b--|
        """
        total = self.frames(rate)
        if not 0 <= frame < total or frames < 1:
            raise ValueError(f"frame {frame} can't be held for {frames}: the clip has {total}")
        hold = TimeMap.held(rate.seconds(frames), self.source_of_frame(frame, rate))
        parts = [self.trimmed(Span(0, frame), rate)] if frame else []
        return _joined([*parts, hold, self.trimmed(Span(frame, total), rate)])

    def repeated(self, count: int) -> "TimeMap":
        """Played `count` times in a row."""
        _check_count(count)
        return TimeMap(self.pieces * count)

    def ping_pong(self, count: int) -> "TimeMap":
        """Played `count` times in a row, every second time backwards."""
        _check_count(count)
        there, back = self.pieces, self.reversed().pieces
        return TimeMap((there + back) * (count // 2) + there * (count % 2))

    def _between(self, start: Fraction, stop: Fraction) -> list[Piece]:
        inside: list[Piece] = []
        for begin, piece in zip(self._starts, self.pieces, strict=True):
            first, last = max(start - begin, Fraction(0)), min(stop - begin, piece.seconds)
            if first < last:
                inside.append(piece.part(first, last))
        return inside

    def _whole(self, rate: Rate) -> "TimeMap":
        frames = self.frames(rate)
        if frames == 0:
            raise ValueError("at this speed less than one frame is left")
        return self.trimmed(Span(0, frames), rate)


def _joined(parts: list[TimeMap]) -> TimeMap:
    return TimeMap(tuple(piece for part in parts for piece in part.pieces))


def _check_count(count: int) -> None:
    if count < 1:
        raise ValueError(f"a clip plays at least once, not {count} times")


def _stretches(
    keys: tuple[tuple[int, Fraction], ...], total: int
) -> list[tuple[Span, Fraction, Fraction]]:
    frames = [frame for frame, _ in keys]
    if not keys or frames != sorted(set(frames)) or frames[0] < 0 or frames[-1] > total:
        raise ValueError(f"speed keys need rising frames between 0 and {total}")
    if any(not SLOWEST <= speed <= FASTEST for _, speed in keys):
        raise ValueError(f"a speed lies between {float(SLOWEST)} and {int(FASTEST)}")
    edges = [(0, keys[0][1]), *keys, (total, keys[-1][1])]
    pairs = zip(edges, edges[1:], strict=False)
    return [(Span(a, b), before, after) for (a, before), (b, after) in pairs if b > a]


def _bent(part: TimeMap, begin: Fraction, end: Fraction) -> list[Piece]:
    """The part with its speed going evenly (over output time) from `begin` to `end`.

    Speed over the part's own time x is v(x)^2 = begin^2 + (end^2 - begin^2) x / length, which is
    irrational at inner borders: only a part of a single even piece can be bent exactly.
    """
    if begin == end:
        return [piece.faster(begin) for piece in part.pieces]
    piece, *others = part.pieces
    if others or piece.end_speed is not None:
        raise ValueError("a speed ramp can't cross an earlier cut, freeze, loop or ramp")
    seconds = 2 * piece.seconds / (begin + end)
    return [Piece(seconds, piece.source, piece.speed * begin, piece.speed * end)]

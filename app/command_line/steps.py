"""What `clip` does to a clip's time, step by step in the order given."""

from fractions import Fraction

import msgspec

from app.command_line.bad_input import BadInput
from app.command_line.quantities import Frames
from engine.contract.time import Rate, Span
from engine.contract.timemap import TimeMap

MOST_PLAYS = 1000
LONGEST = 24 * 60 * 60
MOST_PIECES = 20_000


class Trim(msgspec.Struct, frozen=True):
    """Keep only these frames."""

    frames: Frames


class Cut(msgspec.Struct, frozen=True):
    """Take these frames out."""

    frames: Frames


class Speed(msgspec.Struct, frozen=True):
    """Play at this many times the speed."""

    factor: Fraction


class Ramp(msgspec.Struct, frozen=True):
    """Change speed evenly between pairs of seconds and speed."""

    keys: tuple[tuple[Fraction, Fraction], ...]


class Reverse(msgspec.Struct, frozen=True):
    """Play backwards."""


class Freeze(msgspec.Struct, frozen=True):
    """Hold a frame for so many frames more."""

    frame: int
    count: int


class Loop(msgspec.Struct, frozen=True):
    """Play so many times in all; with `back`, every second time backwards."""

    back: bool
    count: int


Verb = Trim | Cut | Speed | Ramp | Reverse | Freeze | Loop


class Step(msgspec.Struct, frozen=True):
    """A verb, and the words that asked for it."""

    verb: Verb
    words: str


def retimed(time_map: TimeMap, steps: tuple[Step, ...], rate: Rate) -> TimeMap:
    """The map after all steps. Raises BadInput, naming the step that can't be done."""
    for step in steps:
        try:
            time_map = _after(time_map, step.verb, rate)
        except ValueError as error:
            raise BadInput(f"{step.words} can't be done: {error}.") from error
    return time_map


def _after(time_map: TimeMap, verb: Verb, rate: Rate) -> TimeMap:
    match verb:
        case Trim(frames):
            return time_map.trimmed(_span(frames, time_map, rate), rate)
        case Cut(frames):
            return time_map.without(_span(frames, time_map, rate), rate)
        case Speed(factor):
            return time_map.faster(factor, rate)
        case Ramp(keys):
            return time_map.ramped(tuple((rate.frame_at(at), pace) for at, pace in keys), rate)
        case Reverse():
            return time_map.reversed()
        case Freeze(frame, count):
            _refuse_endless(time_map.seconds + rate.seconds(count), len(time_map.pieces))
            return time_map.frozen(frame, count, rate)
        case Loop(back, count):
            _refuse_endless(time_map.seconds * count, len(time_map.pieces) * count)
            return time_map.ping_pong(count) if back else time_map.repeated(count)


def _span(frames: Frames, time_map: TimeMap, rate: Rate) -> Span:
    total = time_map.frames(rate)
    start, stop = frames.start, total if frames.stop is None else frames.stop
    if stop > total or start >= total:
        asked = f"{start}:{'' if frames.stop is None else stop}"
        raise ValueError(f"the clip has {total} frames there, so {asked} is not inside it")
    return Span(start, stop)


def _refuse_endless(seconds: Fraction, pieces: int) -> None:
    if seconds > LONGEST or pieces > MOST_PIECES:
        raise ValueError("the clip would grow beyond a day or into too many parts")

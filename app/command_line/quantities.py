"""The words on a command line as values: sizes, rates, spans of frames, speeds, places.

Each reader raises ArgumentTypeError with what it expected.
"""

import re
from argparse import ArgumentTypeError
from fractions import Fraction
from typing import NamedTuple

from engine.contract.looks import LOOK_NAMES
from engine.contract.plan import Look
from engine.contract.shot import MAX_SIDE, MIN_SIDE
from engine.contract.time import Rate

MAX_SEED = 2**31 - 1
HIGHEST_FPS = 240
MOST_FILMS = 999
NTSC = {"23.976": "24000/1001", "23.98": "24000/1001", "29.97": "30000/1001"} | {
    "47.95": "48000/1001",
    "59.94": "60000/1001",
    "119.88": "120000/1001",
}
CORNERS = ("top-left", "top-right", "bottom-left", "bottom-right", "centre")
LEVELS = ("top", "middle", "bottom")


class Size(NamedTuple):
    """A picture's size in pixels."""

    width: int
    height: int


class Frames(NamedTuple):
    """A half-open range of frames; without a stop it goes to the end."""

    start: int
    stop: int | None


class Placed(NamedTuple):
    """A text or a file, and where it goes."""

    what: str
    where: str


def size(text: str) -> Size:
    """1920x1080"""
    found = re.fullmatch(r"(\d{1,6})[x×](\d{1,6})", text)
    if found is None:
        raise ArgumentTypeError(f"'{text}' is not a size like 1920x1080")
    wanted = Size(int(found[1]), int(found[2]))
    if any(not MIN_SIDE <= side <= MAX_SIDE or side % 2 for side in wanted):
        raise ArgumentTypeError(
            f"'{text}' has a side that is not an even number from {MIN_SIDE} to {MAX_SIDE}"
        )
    return wanted


def rate(text: str) -> Rate:
    """24, 29.97 or 30000/1001 frames a second."""
    fps = number(NTSC.get(text, text))
    if not 1 <= fps <= HIGHEST_FPS:
        raise ArgumentTypeError(f"'{text}' is not a frame rate from 1 to {HIGHEST_FPS}")
    return Rate.of(fps)


def number(text: str) -> Fraction:
    """An exact number: 2, 0.25 or 1/3."""
    if re.fullmatch(r"-?\d{1,12}(\.\d{0,12}|/\d{1,12})?|-?\.\d{1,12}", text) is None:
        raise ArgumentTypeError(f"'{text}' is not a number")
    try:
        return Fraction(text)
    except ZeroDivisionError:
        raise ArgumentTypeError(f"'{text}' divides by zero") from None


def whole(text: str) -> int:
    """A whole number from 0 on."""
    if re.fullmatch(r"\d{1,12}", text) is None:
        raise ArgumentTypeError(f"'{text}' is not a whole number from 0 on")
    return int(text)


def count(text: str) -> int:
    """A whole number from 1 to MOST_FILMS."""
    number = whole(text)
    if not 1 <= number <= MOST_FILMS:
        raise ArgumentTypeError(f"'{text}' is not a number from 1 to {MOST_FILMS}")
    return number


def seed(text: str) -> int:
    """A whole number that picks one of the ways to draw a prompt."""
    chosen = whole(text)
    if chosen > MAX_SEED:
        raise ArgumentTypeError(f"'{text}' is more than the largest seed, {MAX_SEED}")
    return chosen


def frames(text: str) -> Frames:
    """24:144, :144 or 24:"""
    found = re.fullmatch(r"(\d{0,12}):(\d{0,12})", text)
    if found is None:
        raise ArgumentTypeError(f"'{text}' is not a range of frames like 24:144")
    start, stop = int(found[1] or 0), int(found[2]) if found[2] else None
    if stop is not None and stop <= start:
        raise ArgumentTypeError(f"'{text}' holds no frame, the second number must be larger")
    return Frames(start, stop)


def pair(text: str) -> tuple[int, int]:
    """48:24"""
    found = re.fullmatch(r"(\d{1,12}):(\d{1,12})", text)
    if found is None:
        raise ArgumentTypeError(f"'{text}' is not a frame and a count like 48:24")
    return int(found[1]), int(found[2])


def speed_keys(text: str) -> tuple[tuple[Fraction, Fraction], ...]:
    """0:1,2:0.25,4:1 as pairs of seconds and speed, the seconds rising."""
    keys: list[tuple[Fraction, Fraction]] = []
    for part in text.split(","):
        seconds, colon, speed = part.partition(":")
        if not colon:
            raise ArgumentTypeError(f"'{text}' is not a ramp like 0:1,2:0.25,4:1")
        keys.append((number(seconds), number(speed)))
    moments = [moment for moment, _ in keys]
    if moments != sorted(set(moments)) or moments[0] < 0:
        raise ArgumentTypeError(f"'{text}' has seconds that don't rise from 0 on")
    return tuple(keys)


def strength(text: str) -> float:
    """0.6"""
    amount = number(text)
    if not 0 <= amount <= 1:
        raise ArgumentTypeError(f"'{text}' is not a strength from 0 to 1")
    return float(amount)


def names(text: str) -> tuple[str, ...] | None:
    """shot-1,shot-4; None for all."""
    if text == "all":
        return None
    chosen = tuple(dict.fromkeys(part.strip() for part in text.split(",")))
    if not all(chosen):
        raise ArgumentTypeError(f"'{text}' is neither all nor names like shot-1,shot-4")
    return chosen


def look(text: str) -> Look:
    """noir or noir:0.5"""
    name, colon, strength = text.partition(":")
    if name not in LOOK_NAMES:
        raise ArgumentTypeError(f"there is no look '{name}', there are {', '.join(LOOK_NAMES)}")
    amount = number(strength) if colon else Fraction(1)
    if not 0 <= amount <= 1:
        raise ArgumentTypeError(f"'{text}' has a strength that is not from 0 to 1")
    return Look(name, float(amount))


def logo(text: str) -> Placed:
    """mark.png or mark.png@top-left"""
    return _placed(text, CORNERS, "bottom-right")


def title(text: str) -> Placed:
    """A text, or a text@top"""
    placed = _placed(text, LEVELS, "bottom")
    if not placed.what.strip():
        raise ArgumentTypeError("a title needs some text")
    return placed


def _placed(text: str, places: tuple[str, ...], usual: str) -> Placed:
    what, at, where = text.rpartition("@")
    return Placed(what, where) if at and where in places else Placed(text, usual)

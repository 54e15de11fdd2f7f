"""What the draft engine can make, and the nearest legal request to what was asked for."""

from fractions import Fraction

import msgspec

from engine.contract.shot import (
    MAX_FPS,
    MAX_SECONDS,
    MAX_SIDE,
    MIN_FPS,
    MIN_SIDE,
    Reference,
    ShotRequest,
)
from engine.contract.time import Rate

SHAPES: dict[str, tuple[int, int]] = {
    "16:9": (16, 9),
    "9:16": (9, 16),
    "1:1": (1, 1),
    "4:5": (4, 5),
    "21:9": (21, 9),
}
HEIGHTS = (360, 480, 720, 1080, 1440, 2160)
RATES = (
    Rate(12),
    Rate(24000, 1001),
    Rate(24),
    Rate(25),
    Rate(30000, 1001),
    Rate(30),
    Rate(48),
    Rate(50),
    Rate(60000, 1001),
    Rate(60),
)
FILM_RATE = Rate(24)
SHORTEST, LONGEST = Fraction(1), Fraction(MAX_SECONDS)
MAX_REFERENCES = 8
MAX_SEED = 2**31 - 1


class Note(msgspec.Struct, frozen=True):
    """Something that was asked for and settled otherwise: an English sentence with {subject}."""

    sentence: str
    subject: str = ""


class Settled(msgspec.Struct, frozen=True):
    """A legal request, and what in it is not as it was asked for."""

    request: ShotRequest
    notes: tuple[Note, ...] = ()


def size_of(shape: str, short_side: int) -> tuple[int, int]:
    """Even width and height of a shape whose shorter side has about this many pixels.

    size_of("16:9", 1080) is (1920, 1080), size_of("9:16", 1080) is (1080, 1920).
    """
    across, down = SHAPES[shape]
    unit = Fraction(short_side, min(across, down))
    return _even(unit * across), _even(unit * down)


def film_rate(rate: Rate, constant: bool = True) -> Rate:
    """The rate for a film whose first clip has this one: the same, or the nearest usual rate."""
    if constant and MIN_FPS <= rate.fps <= MAX_FPS:
        return rate
    return min(RATES, key=lambda usual: abs(usual.fps - rate.fps))


def film_size(width: int, height: int) -> tuple[int, int]:
    """The size for a film whose first clip has this one: even, and within what can be made."""
    return _settled_size(width, height, [])


def settle(
    prompt: str,
    seconds: Fraction = Fraction(10),
    width: int = 1920,
    height: int = 1080,
    rate: Rate = FILM_RATE,
    seed: int = 1,
    camera: str | None = None,
    style: str | None = None,
    references: tuple[Reference, ...] = (),
) -> Settled:
    """The nearest request that the draft engine can draw, with a note for each change.

    The length becomes a whole number of frames. Raises ValueError for a prompt without words.
    """
    notes: list[Note] = []
    words = prompt.strip()
    if not words:
        raise ValueError("a shot needs a prompt")
    rate = _settled_rate(rate, notes)
    seconds = _settled_seconds(seconds, rate, notes)
    width, height = _settled_size(width, height, notes)
    if len(references) > MAX_REFERENCES:
        notes.append(Note("Only the first {subject} references are used.", str(MAX_REFERENCES)))
    if not 0 <= seed <= MAX_SEED:
        seed %= MAX_SEED + 1
        notes.append(Note("The seed has become {subject}.", str(seed)))
    request = ShotRequest(
        words,
        seconds,
        width,
        height,
        rate,
        seed,
        camera,
        style,
        references[:MAX_REFERENCES],
    )
    return Settled(request, tuple(notes))


def _settled_rate(rate: Rate, notes: list[Note]) -> Rate:
    if MIN_FPS <= rate.fps <= MAX_FPS:
        return rate
    legal = Rate(MIN_FPS) if rate.fps < MIN_FPS else Rate(MAX_FPS)
    notes.append(Note("Drafts run at {subject} frames a second.", str(legal.num)))
    return legal


def _settled_seconds(seconds: Fraction, rate: Rate, notes: list[Note]) -> Fraction:
    legal = min(max(seconds, SHORTEST), LONGEST)
    if legal != seconds:
        notes.append(Note("The shot lasts {subject} seconds.", f"{float(legal):g}"))
    return rate.seconds(rate.frame_at(legal))


def _settled_size(width: int, height: int, notes: list[Note]) -> tuple[int, int]:
    """Even sides within the limits; a picture that is too large shrinks in its own shape."""
    shrink = min(Fraction(1), Fraction(MAX_SIDE, max(width, height, 1)))
    legal = _legal_side(width * shrink), _legal_side(height * shrink)
    if legal != (width, height):
        notes.append(Note("The picture measures {subject} pixels.", f"{legal[0]} × {legal[1]}"))
    return legal


def _legal_side(pixels: Fraction) -> int:
    return min(max(_even(pixels), MIN_SIDE), MAX_SIDE)


def _even(pixels: Fraction) -> int:
    return 2 * round(pixels / 2)

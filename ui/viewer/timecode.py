"""Frames as HH:MM:SS:FF, and lengths as a person reads them."""

from fractions import Fraction

from engine.contract.time import Rate


def timecode(frame: int, rate: Rate) -> str:
    """HH:MM:SS:FF without drop frames: FF counts the frames of each nominal second."""
    nominal = -(-rate.num // rate.den)
    seconds, rest = divmod(max(frame, 0), nominal)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}:{rest:02}"


def length_text(frames: int, rate: Rate) -> str:
    """A length in seconds with its odd frames: 4:12 is four seconds and twelve frames."""
    nominal = -(-rate.num // rate.den)
    seconds, rest = divmod(abs(frames), nominal)
    return f"{seconds}:{rest:02}"


def clock_text(seconds: Fraction | float) -> str:
    """Minutes and seconds: 1:05."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02}"

"""Cycles and easing: the arithmetic that closed forms of motion share."""

from functools import lru_cache
from itertools import count
from math import ceil
from random import Random


def repeats(first: float, period: float, start: float, stop: float) -> list[float]:
    """first + n * period for every whole n that falls in [start, stop)."""
    times = []
    for n in count(ceil((start - first) / period)):
        time = first + n * period
        if time >= stop:
            return times
        if time >= start:
            times.append(time)
    return times


def smooth(part: float) -> float:
    part = min(max(part, 0.0), 1.0)
    return part * part * (3.0 - 2.0 * part)


@lru_cache(maxsize=512)
def share_of(seed: int, name: str) -> float:
    return Random(f"{seed}/{name}").random()

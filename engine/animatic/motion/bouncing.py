"""Bouncing: a ball's flights in closed form, each bounce losing the same part of its speed."""

from math import log, sqrt

from engine.animatic.motion.water import GRAVITY


def fall_seconds(height: float) -> float:
    """How long a free fall from rest lasts."""
    return sqrt(2.0 * max(height, 0.0) / GRAVITY)


def bounce_height(height: float, give: float, t: float) -> float:
    """How high a ball is t seconds after it was let go at `height`; `give` is the part of its
    speed that a bounce leaves (restitution), so bounce n rises to height * give^(2n)."""
    first = fall_seconds(height)
    if t <= first:
        return height - 0.5 * GRAVITY * max(t, 0.0) ** 2
    number, start = _flight(first, give, t)
    speed = GRAVITY * first * give**number
    part = t - start
    return max(speed * part - 0.5 * GRAVITY * part * part, 0.0) if speed > 0.05 else 0.0


def _flight(first: float, give: float, t: float) -> tuple[int, float]:
    """Which flight (1 after the first bounce) and when it started: a geometric sum."""
    whole = 2.0 * first * give / (1.0 - give)
    left = 1.0 - (t - first) / whole
    number = 400 if left <= give**400 else int(log(left) / log(give))
    return number + 1, first + whole * (1.0 - give**number)


def bounces(height: float, give: float) -> list[tuple[float, float]]:
    """(seconds after it was let go, speed of the hit) of each bounce that can be heard."""
    first = fall_seconds(height)
    hits, at, speed = [], first, GRAVITY * first
    while speed > 0.25 and len(hits) < 60:
        hits.append((at, speed))
        speed *= give
        at += 2.0 * speed / GRAVITY
    return hits


def step_flight(rise: float, give: float) -> tuple[float, float]:
    """(speed up after a hit, seconds until the next) of a ball that goes down stairs evenly: it
    falls one `rise` more than it rose, and each hit leaves `give` of its speed."""
    up = give * sqrt(2.0 * GRAVITY * rise / (1.0 - give * give))
    return up, up * (1.0 + 1.0 / give) / GRAVITY


def stairs_height(rise: float, give: float, steps: int, t: float) -> float:
    """How high above the floor a ball is that hits the top step at t = 0 and goes on down."""
    up, period = step_flight(rise, give)
    number = int(max(t, 0.0) / period)
    if number < steps:
        part = max(t, 0.0) - number * period
        return rise * (steps - number) + up * part - 0.5 * GRAVITY * part * part
    top, part = up * up / (2 * GRAVITY), t - steps * period - up / GRAVITY
    return top - 0.5 * GRAVITY * part * part if part < 0 else bounce_height(top, give, part)


def stairs_hits(rise: float, give: float, steps: int) -> list[tuple[float, float]]:
    """(seconds, speed) of each hit: every step, the floor, then the bounces on it."""
    up, period = step_flight(rise, give)
    falls = [(n * period, up / give) for n in range(steps + 1)]
    top = steps * period + up / GRAVITY
    return falls + [(top + at, speed) for at, speed in bounces(up * up / (2 * GRAVITY), give)]

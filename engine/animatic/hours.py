"""Hours: the order of a day's hours, and which of the four main ones each is like."""

from engine.animatic.scene import Hour

CLOCK: tuple[Hour, ...] = (
    "midnight", "dawn", "morning", "day", "afternoon", "golden", "sunset", "dusk", "night",
)  # fmt: skip
"""A day from midnight on."""

MAIN: dict[str, Hour] = {
    "midnight": "night",
    "morning": "day",
    "afternoon": "day",
    "golden": "sunset",
    "dusk": "sunset",
}


def main_hour(hour: str) -> Hour:
    """Dawn, day, sunset or night: whichever this hour is most like."""
    return MAIN.get(hour, hour)  # type: ignore[arg-type]


def passed(start: str, stop: str) -> tuple[Hour, ...]:
    """The hours from one to another as the clock goes, both with them; night is midnight's kin and
    is left out where the day goes on to dawn."""
    number = len(CLOCK)
    first, last = CLOCK.index(start), CLOCK.index(stop)  # type: ignore[arg-type]
    way = [CLOCK[(first + i) % number] for i in range((last - first) % number + 1)]
    inner = [hour for hour in way[1:-1] if hour not in ("midnight", "golden")]
    return (way[0], *inner, way[-1]) if len(way) > 1 else (way[0],)

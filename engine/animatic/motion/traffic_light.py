"""Traffic lights: which lamp burns, and when it changes."""

from engine.animatic.motion.cycles import repeats
from engine.animatic.scene import Subject

PHASES = (("red", 4.0), ("red amber", 0.8), ("green", 4.5), ("amber", 1.2))
ROUND = sum(seconds for _, seconds in PHASES)


def _shift(subject: Subject) -> float:
    return ROUND * subject.variety


def phase(subject: Subject, t: float) -> str:
    """What shows at t, by the order that red, red and amber, green, amber."""
    left = (t + _shift(subject)) % ROUND
    for name, seconds in PHASES:
        if left < seconds:
            return name
        left -= seconds
    return PHASES[0][0]


def changes(subject: Subject, start: float, stop: float) -> list[float]:
    """The moments in [start, stop) at which another phase begins."""
    found: list[float] = []
    begins = -_shift(subject)
    for _, seconds in PHASES:
        found += repeats(begins, ROUND, start, stop)
        begins += seconds
    return sorted(found)

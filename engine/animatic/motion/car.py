"""Cars: wheels that roll and bodies on springs."""

from math import sin

from engine.animatic.motion.path import travelled
from engine.animatic.scene import Subject

WHEEL_RADIUS = 0.33
WHEELBASE = 2.65


def wheel_angle(subject: Subject, t: float) -> float:
    """Radians a car's wheels have turned, clockwise as seen: they roll, so path / radius."""
    return subject.heading * travelled(subject, t) / WHEEL_RADIUS


def suspension(subject: Subject, t: float) -> tuple[float, float]:
    """(lift in metres, pitch in radians) of a car's body on its springs; quiet when it stands."""
    moving = min(subject.speed / 8.0, 1.0)
    path = travelled(subject, t) + 17.0 * subject.variety
    lift = 0.012 * sin(path / 2.3) + 0.007 * sin(path / 0.97 + 1.0)
    pitch = 0.005 * sin(path / 3.1 + 0.7) + 0.003 * sin(path / 1.3)
    return moving * lift, moving * pitch

"""Fire: how a flame flickers, leans and goes out, and how its smoke and sparks rise."""

from dataclasses import dataclass
from math import exp, sin, sqrt, tau

from engine.animatic.motion.cycles import smooth
from engine.animatic.motion.wind import gust
from engine.animatic.scene import Scene, Subject

OUT_SECONDS = 0.7
SMOKE_SPEED = 0.55


@dataclass(frozen=True, slots=True)
class Flame:
    """A flame's height and strength as parts of its usual ones, and how far it leans to the
    right in parts of its height."""

    tall: float
    strength: float
    lean: float


def puffing(width: float) -> float:
    """How often a flame of this width in metres puffs, in hertz: 1.5 / sqrt(d) (Cetegen 1993)."""
    return 1.5 / sqrt(width)


def flame(subject: Subject, scene: Scene, t: float, width: float, number: int = 0) -> Flame:
    """One flame of a fire at t."""
    hertz, phase = min(puffing(width), 9.0), tau * (subject.variety + 0.37 * number)
    wild = 2.0 if subject.act == "flicker" else 1.0
    wave = 0.6 * sin(tau * hertz * t + phase) + 0.4 * sin(tau * 0.61 * hertz * t + 2.3 * phase)
    slow = sin(tau * 0.43 * t + phase) * sin(tau * 0.17 * t + 1.7 * phase)
    alive = life(subject, t)
    lean = 0.05 * wild * slow + 0.16 * gust(scene, t) * (0.6 + 0.4 * wave)
    return Flame(alive * (1.0 + 0.07 * wild * wave + 0.1 * (wild - 1) * slow), alive, lean)


def life(subject: Subject, t: float) -> float:
    """How much of a fire that goes out still burns: it gutters, then is gone."""
    if subject.act != "go_out":
        return 1.0
    begin = going_out(subject)
    left = 1.0 - smooth((t - begin) / OUT_SECONDS)
    gutter = 1.0 - 0.3 * smooth((t - begin + 1.2) / 1.2) * (0.5 + 0.5 * sin(23.0 * t))
    return left * gutter


def going_out(subject: Subject) -> float:
    """When a flame that goes out begins to: at its act, or after a moment that shows it burning."""
    return subject.since if subject.since > 0 else 3.0


def smoke_line(
    subject: Subject, scene: Scene, t: float, tall: float
) -> list[tuple[float, float, float, float]]:
    """(x, y, width, strength) along the ribbon of smoke from a wick that went out: parcels that
    rise evenly, ever more curled, ever wider (as the root of their age)."""
    start = going_out(subject) + OUT_SECONDS
    line = []
    for i in range(40):
        age = 4.0 * i / 39
        born = t - age
        if born < start - 0.2:
            break
        y = SMOKE_SPEED * tall * 1.4 * age
        curl = (
            0.16 * tall * age * sin(2.3 * age - 1.1 * born)
            + 0.3 * tall * gust(scene, t) * age**2 / 8
        )
        fade = exp(-max(born - start, 0.0) / 2.2) * (1.0 - age / 4.0)
        line.append((curl, y, tall * (0.02 + 0.11 * sqrt(age)), fade))
    return line

"""Plants: how stems bend in the wind and how a flower opens."""

from math import sin, tau

from engine.animatic.motion.cycles import smooth
from engine.animatic.motion.wind import gust
from engine.animatic.scene import Scene, Subject


def bend(subject: Subject, scene: Scene, t: float, stem: int = 0, stiff: float = 1.0) -> float:
    """How far a stem's tip leans to the right in parts of its height: a cantilever pushed by the
    wind, swinging at its own beat."""
    wind, own = gust(scene, t), tau * (subject.variety + 0.379 * stem)
    swing = sin(2.3 * t / stiff**0.5 + own) + 0.4 * sin(3.9 * t + 1.7 * own)
    return (0.1 * wind * wind + 0.07 * (0.25 + wind) * swing) / stiff


def deflection(part: float) -> float:
    """The shape of a bent stem: 0 at its foot, 1 at its tip (a cantilever under an even load)."""
    return part * part * (6.0 - 4.0 * part + part * part) / 3.0


def bloom(subject: Subject, scene: Scene, t: float) -> tuple[float, float]:
    """How much of its height a plant has (0 to 1), and how far its flower is open."""
    whole = max(0.8 * (scene.seconds - subject.since), 0.5)
    part = (t - subject.since) / whole
    match subject.act:
        case "grow":
            return smooth(part / 0.65), smooth((part - 0.45) / 0.55)
        case "open":
            return 1.0, smooth(part)
        case "close":
            return 1.0, 1.0 - 0.85 * smooth(part)
    return 1.0, 1.0

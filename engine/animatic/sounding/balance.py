"""Balance: the gains that bring a scene to its loudness, whatever its limiter takes."""

import numpy as np

from engine.animatic.sounding.ear import gain, integrated
from engine.animatic.sounding.limiter import AROUND, BIN, limited

MOST_LIFT, MOST_CUT = 30.0, 30.0
MOST_MADE_UP, MOST_FILLED = 7.0, 15.0
"""Decibels that are given back where the limiter took them: of all, then of what is around."""
CRUSHED = 3.0
"""How far above full scale the limiter may be driven: more would flatten blows."""
CLOSE = 0.4
"""Decibels by which the level may miss."""


def balanced(layers: np.ndarray, level: float) -> np.ndarray:
    """Gains of what is around and of what is ahead, float32 (2,), for layers (2, n, 2) that shall
    have `level` LUFS together.

    Short loud sounds in a quiet place would be cut by the limiter long before the place is loud
    enough; then what is around comes up beside them, as a recording's automatic gain brings it.
    """
    sound = layers.sum(axis=0)
    wanted = lift = min(max(level - integrated(sound), -MOST_CUT), MOST_LIFT)
    highest = float(np.abs(sound).max(initial=0.0))
    most = wanted + MOST_MADE_UP
    if highest > 0.0:
        most = min(most, 20 * float(np.log10(CRUSHED / highest)))
    wanted = lift = min(wanted, most)
    for _ in range(3):
        if highest * gain(lift) < 1.0:
            break
        lost = _missing(sound * np.float32(gain(lift)), level)
        if abs(lost) < CLOSE:
            break
        lift += 1.4 * lost if lost > 0.0 else lost
        lift = min(max(lift, wanted), most)
    filled = _filled(layers * np.float32(gain(lift)), level)
    return np.array([gain(lift + filled), gain(lift)], np.float32)


def _filled(layers: np.ndarray, level: float) -> float:
    """Decibels by which what is around comes up so that the level is reached."""
    around, ahead = layers
    power, fill = _power(integrated(around)), 0.0
    for _ in range(3):
        missing = _missing(around * np.float32(gain(fill)) + ahead, level)
        if abs(missing) < CLOSE or (missing < 0.0 and fill == 0.0):
            break
        more = (_power(level) - _power(level - missing)) / max(power * gain(2 * fill), 1e-12)
        fill += 10 * float(np.log10(max(1.0 + more, 0.1)))
        fill = min(max(fill, 0.0), MOST_FILLED)
    return fill


def _missing(sound: np.ndarray, level: float) -> float:
    """Decibels that the limited sound is below the level."""
    size = -(-len(sound) // BIN) * BIN
    around = np.zeros((AROUND + size + AROUND, 2), np.float32)
    around[AROUND : AROUND + len(sound)] = sound
    return level - integrated(limited(around, 1.0, False)[: len(sound)])


def _power(lufs: float) -> float:
    return 10 ** (lufs / 10)

"""Shots: every short sound by its name, made when first asked for, at one loudness."""

from functools import lru_cache

import numpy as np

from engine.animatic.sounding.callers import CALLERS
from engine.animatic.sounding.cries import CRIES
from engine.animatic.sounding.room import echoed
from engine.animatic.sounding.rushes import RUSHES
from engine.animatic.sounding.spectral import centred
from engine.animatic.sounding.struck import BLOWS, struck
from engine.animatic.sounding.texture import generator
from engine.animatic.sounding.throat import cried
from engine.animatic.sounding.whistles import BIRDSONG
from engine.contract.time import SAMPLE_RATE

LONGEST = 9.0
LOUD, PEAK = 0.22, 1.7
"""What the loudest tenth of a second is brought to (root mean square), if no peak passes PEAK."""
WINDOW = SAMPLE_RATE // 10
AUDIBLE, LEAD = 0.01, 12
"""The part of its highest peak at which a sound begins, and samples kept before that."""

Room = tuple[float, float, float]
"""Seconds, share and dullness of the echoes that go with a sound (see room.echoed)."""
NONE: Room = (0.0, 0.0, 4000.0)
OPEN: Room = (0.9, 0.2, 3000.0)
WIDE: Room = (2.0, 0.4, 1800.0)
FAR: Room = (2.2, 0.75, 1500.0)
HALL: Room = (2.4, 0.45, 3500.0)
DEEP: Room = (3.2, 0.6, 900.0)

ROOMS: dict[str, Room] = {
    **dict.fromkeys(("bark", "moo", "baa", "bray", "neigh", "trumpet", "crow", "rooster"), OPEN),
    **dict.fromkeys(
        ("howl", "roar", "monster", "hoot", "eagle", "explosion", "boom", "siren"), WIDE
    ),
    **dict.fromkeys(
        ("ship_horn", "train_whistle", "train_horn", "great_bell", "two_tone", "car_horn"), WIDE
    ),
    **dict.fromkeys(("whale", "dolphin", "ping"), DEEP),
    **dict.fromkeys(("shimmer", "gong", "brass", "drop", "chime"), HALL),
    **dict.fromkeys(("giggle", "squeal", "laugh", "whoop", "gull", "song", "great_splash"), OPEN),
    **dict.fromkeys(("bell", "glitter", "fizz", "slam", "hammer", "anvil", "axe"), OPEN),
}
"""What surroundings a sound usually has; without an entry it is near and dry."""

NAMES = frozenset({*CRIES, *BLOWS, *RUSHES, *CALLERS, *BIRDSONG})

Key = tuple[str, int] | tuple[str, int, Room]


@lru_cache(maxsize=96)
def shot(key: Key) -> np.ndarray:
    """A sound by name and variant, and perhaps a room: float32 (n, 2).

    Its onset is its first sample. Raises KeyError for a name that isn't in NAMES.
    """
    name, variant, *room = key
    dry = _made(name, generator("shot", name, variant))
    seconds, wet, dull = room[0] if room else ROOMS.get(name, NONE)
    if seconds:
        return _leveled(echoed(dry, ("shot", name, variant), seconds, wet, dull))
    return _leveled(np.stack([dry, dry], axis=1))


def _made(name: str, chance: np.random.Generator) -> np.ndarray:
    if name in CRIES:
        return cried(CRIES[name], chance)
    if name in BLOWS:
        return struck(BLOWS[name], chance)
    for table in (RUSHES, CALLERS, BIRDSONG):
        if name in table:
            return table[name](chance)
    raise KeyError(name)


def _onset(sound: np.ndarray) -> int:
    """Just before the first sample that reaches a hundredth of the highest."""
    size = np.abs(sound).max(axis=1)
    return max(int(np.argmax(size >= AUDIBLE * size.max())) - LEAD, 0)


def _leveled(sound: np.ndarray) -> np.ndarray:
    """From its first audible sample on, at the common loudness around 0, its few highest peaks
    bent."""
    sound = centred(sound[_onset(sound) :])
    energy = np.concatenate([[0.0], np.cumsum((sound * sound).mean(axis=1))])
    step = min(WINDOW, len(sound))
    loudest = np.sqrt((energy[step:] - energy[:-step]).max() / WINDOW)
    highest = np.abs(sound).max()
    sound = (sound * min(LOUD / max(loudest, 1e-9), PEAK / max(highest, 1e-9))).astype(np.float32)
    size = np.abs(sound)
    if size.max() <= 0.6:
        return sound
    bent = 0.6 + 0.4 * np.tanh((size - 0.6) / 0.4)
    return centred(np.where(size > 0.6, np.copysign(bent, sound), sound).astype(np.float32))

"""Bird calls: gulls over water, songbirds in leaves and meadows, and the beat of near wings."""

from functools import lru_cache

import numpy as np

from engine.animatic.hours import main_hour
from engine.animatic.scene import Scene, Subject
from engine.animatic.sounding.ear import faintness, sides
from engine.animatic.sounding.listener import heard_from
from engine.animatic.sounding.room import echoed
from engine.animatic.sounding.texture import generator
from engine.animatic.sounding.voice import Event, Events, Voice
from engine.contract.time import SAMPLE_RATE

SINGING: dict[str, float] = {"dawn": 2.0, "day": 3.2, "sunset": 4.0, "night": 0.0, "midnight": 0.0}
"""Seconds from one song to the next where songbirds live, 0 for none."""
LIVELY: dict[str, float] = {"forest": 1.0, "hills": 1.6, "lake": 2.6, "street": 4.0}
"""How much rarer songs are in each place where songbirds live."""


LONGEST = 6.0


def voices(scene: Scene) -> list[Voice]:
    """The flocks that are seen, and those that are only heard."""
    flocks = [one for one in scene.subjects if one.kind == "birds"]
    salty = scene.place == "sea" or (scene.place == "lake" and not _songs_asked(scene))
    calls = [call for flock in flocks for call in _of_flock(scene, flock, salty)]
    calls += _unseen(scene, bool(flocks))
    return [Events(scene, calls, voice_of, LONGEST)] if calls else []


def _songs_asked(scene: Scene) -> bool:
    return "birdsong" in scene.sounds


def _of_flock(scene: Scene, flock: Subject, salty: bool) -> list[Event]:
    chance = generator(scene.seed, "calls", flock.variety)
    moment, calls = float(chance.uniform(0.2, 0.9)), []
    while moment < scene.seconds:
        x, y, z = heard_from(scene, flock, moment)
        x += float(chance.uniform(-8, 8))
        far = float(faintness((x * x + y * y + z * z) ** 0.5, 14.0)) ** 0.75
        loud = 0.3 * far * float(chance.uniform(0.5, 1.0))
        key = ("gull" if salty else "flight", int(chance.integers(6)))
        calls.append(Event(moment, key, loud * sides(x, z)))
        moment += float(chance.exponential(1.3)) + 0.3
    return calls


def _unseen(scene: Scene, flocks: bool) -> list[Event]:
    """Songbirds around the camera, gulls out of sight."""
    asked = {"birdsong": "song", "gulls": "gull"}
    calls = [call for sound, kind in asked.items() if sound in scene.sounds
             for call in _around(scene, kind, 1.4, 0.2)]  # fmt: skip
    rough = bool({"rain", "storm", "snow"} & set(scene.weather)) or scene.wind > 0.6
    if (
        scene.place in LIVELY
        and SINGING.get(scene.hour, 3.2)
        and not rough
        and "song" not in {call.key[0] for call in calls}
    ):
        calls += _around(scene, "song", SINGING.get(scene.hour, 3.2) * LIVELY[scene.place], 0.1)
    if scene.place == "sea" and not (calls or flocks or rough) and main_hour(scene.hour) != "night":
        calls += _around(scene, "gull", 6.0, 0.07)
    return calls


def _around(scene: Scene, kind: str, every: float, loud: float) -> list[Event]:
    chance = generator(scene.seed, "around", kind)
    moment, calls = float(chance.uniform(0.1, 0.7)) * min(every, 3.0), []
    singers = [(float(chance.uniform(-14, 14)), float(chance.uniform(7, 26))) for _ in range(4)]
    while moment < scene.seconds:
        singer = int(chance.integers(4))
        x, z = singers[singer]
        size = loud * float(chance.uniform(0.6, 1.0)) * 9.0 / max(z, 9.0)
        calls.append(Event(moment, (kind, singer), size * sides(x, z)))
        moment += every * float(chance.uniform(0.45, 1.6))
    return calls


@lru_cache(maxsize=12)
def voice_of(key: tuple[str, int]) -> np.ndarray:
    """A call by kind and variant: float32 (n, 2), loudest about 1."""
    kind, variant = key
    make = {"gull": _gull, "song": _song, "flight": _flight}[kind]
    chance = generator("bird", kind, variant)
    rooms = {"gull": (1.4, 0.3), "song": (1.2, 0.4), "flight": (1.0, 0.3)}
    sound = echoed(make(chance), ("bird", kind, variant), *rooms[kind])
    return sound / np.abs(sound).max()


def _gull(chance: np.random.Generator) -> np.ndarray:
    """A gull's laugh: cries that leap up and fall off, reedy, each shorter than the last."""
    cries = int(chance.integers(1, 5))
    pitch, parts = chance.uniform(880, 1120), []
    for number in range(cries):
        length = (0.46 if number == 0 else 0.27) * chance.uniform(0.85, 1.15)
        part = np.arange(round(length * SAMPLE_RATE)) / (length * SAMPLE_RATE)
        bend = pitch * (0.78 + 0.5 * np.sin(np.pi * np.minimum(part * 1.35, 1.0)) ** 0.7)
        bend *= 1.0 - 0.24 * part**2
        parts += [_cry(bend, part, 7, 0.9), np.zeros(round(0.09 * SAMPLE_RATE))]
        pitch *= chance.uniform(0.94, 1.0)
    return np.concatenate(parts)


def _cry(bend: np.ndarray, part: np.ndarray, harmonics: int, fall: float) -> np.ndarray:
    """A sung sweep over `bend` Hz with a breathing edge."""
    phase = 2 * np.pi * np.cumsum(bend) / SAMPLE_RATE
    rough = 1.0 + 0.3 * np.sin(2 * np.pi * 62 * part * len(part) / SAMPLE_RATE)
    tone = sum(np.sin(order * phase) / order**fall for order in range(1, harmonics + 1))
    edge = np.minimum(part / 0.08, 1.0) * np.minimum((1.0 - part) / 0.3, 1.0)
    return tone * rough * edge


def _song(chance: np.random.Generator) -> np.ndarray:
    """A phrase of two to four motifs, each a sweep or a trill of clear whistles."""
    parts: list[np.ndarray] = []
    for _ in range(int(chance.integers(2, 5))):
        low, high = chance.uniform(2300, 3600), chance.uniform(3000, 5600)
        if chance.random() < 0.4:
            low, high = high, low
        length = chance.uniform(0.05, 0.16)
        for _ in range(int(chance.integers(1, 7))):
            parts += [_whistle(low, high, length), np.zeros(round(length * 0.55 * SAMPLE_RATE))]
        parts.append(np.zeros(round(chance.uniform(0.04, 0.18) * SAMPLE_RATE)))
    return np.concatenate(parts)


def _whistle(low: float, high: float, length: float) -> np.ndarray:
    part = np.arange(round(length * SAMPLE_RATE)) / (length * SAMPLE_RATE)
    bend = low + (high - low) * np.sin(0.5 * np.pi * part) ** 1.6
    phase = 2 * np.pi * np.cumsum(bend) / SAMPLE_RATE
    tone = np.sin(phase) + 0.14 * np.sin(2 * phase) + 0.04 * np.sin(3 * phase)
    return tone * np.sin(np.pi * part) ** 0.8


def _flight(chance: np.random.Generator) -> np.ndarray:
    """Contact calls of birds on their way: one or two short soft notes."""
    parts: list[np.ndarray] = []
    pitch = chance.uniform(1300, 2100)
    for _ in range(int(chance.integers(1, 4))):
        length = chance.uniform(0.09, 0.15)
        part = np.arange(round(length * SAMPLE_RATE)) / (length * SAMPLE_RATE)
        bend = pitch * (1.0 + 0.25 * np.sin(np.pi * part))
        parts += [_cry(bend, part, 3, 1.4), np.zeros(round(0.11 * SAMPLE_RATE))]
    return np.concatenate(parts)

"""Surf: the swell that the picture shows, heard as it passes, and small water against hulls."""

from functools import lru_cache

import numpy as np

from engine.animatic.motion import swash, water
from engine.animatic.scene import Scene
from engine.animatic.sounding.ear import sides
from engine.animatic.sounding.shots import shot
from engine.animatic.sounding.texture import generator
from engine.animatic.sounding.voice import Bed, Envelope, Event, Events, Voice
from engine.contract.time import SAMPLE_RATE

EAR = 7.0
"""Metres ahead of the camera at which the water is heard."""
LEFT, RIGHT = -5.0, 5.0
SHORES = ("sea", "beach", "island", "cliff")


def voices(scene: Scene) -> list[Voice]:
    """The sea, a lake, or the sound of waves that the prompt asks for."""
    if scene.place in ("lake", "bay", "swamp", "harbour"):
        return [*_lapping(scene, 0.4), Bed(scene, "wash", -34 + 8 * scene.waves, passing(scene))]
    if scene.place not in SHORES and "waves" not in scene.sounds:
        return []
    high = scene.waves
    return [
        Bed(scene, "swell", -30 + 12 * high, passing(scene, 0.0, 1.2)),
        Bed(scene, "wash", -28 + 11 * high, passing(scene, 0.15, 2.2)),
        Bed(scene, "foam", -32 + 13 * high, passing(scene, 0.4, 3.0)),
        *_lapping(scene, 0.55 - 0.4 * high),
        *(_run_ups(scene) if scene.place == "beach" else []),
    ]


def _run_ups(scene: Scene) -> list[Voice]:
    """Each wave that runs up the sand breaks as it arrives."""
    loud = 0.12 + 0.24 * scene.waves
    events = [
        Event(moment, ("wave_crash", number % 4), loud * sides(8.0 * (-1) ** number, 9.0))
        for number, moment in enumerate(swash.arrivals(scene, 0.0, scene.seconds))
    ]
    return [Events(scene, events, shot, 4.0)] if events else []


def passing(scene: Scene, late: float = 0.3, sharp: float = 2.0) -> Envelope:
    """Loudness left and right as crests go by, `late` seconds after the crest itself.

    The phases are those of the water in the picture, so a crest is heard when it is seen.
    """
    first, second = water.waves(scene)[:2]

    def envelope(t: np.ndarray) -> np.ndarray:
        columns = [_crest(first, x, t - late, sharp) for x in (LEFT, RIGHT)]
        # Two waves of nearly one length make sets of higher and lower crests.
        beat = first.angle(0.0, EAR, t) - second.angle(0.0, EAR, t)
        sets = 0.78 + 0.22 * np.cos(beat)
        return np.stack(columns, axis=-1) * sets[:, None]

    return envelope


def _crest(wave: water.Wave, x: float, t: np.ndarray, sharp: float) -> np.ndarray:
    angle = wave.kx * x + wave.kz * EAR - wave.omega * t + wave.phase
    since = np.mod(-angle / (2 * np.pi), 1.0)
    # Water breaks fast and runs out slowly.
    rising = np.clip((since - 0.82) / 0.18, 0.0, 1.0)
    rising *= rising * (3.0 - 2.0 * rising)
    return 0.2 + 0.8 * (np.exp(-sharp * since) * (1.0 - rising) + rising)


def _lapping(scene: Scene, much: float) -> list[Voice]:
    if much <= 0.05:
        return []
    chance = generator(scene.seed, "lapping")
    events: list[Event] = []
    moment = float(chance.uniform(0.1, 0.5))
    while moment < scene.seconds:
        left = float(chance.uniform(0.25, 1.0))
        right = float(chance.uniform(0.25, 1.0))
        loud = 0.34 * much * float(chance.uniform(0.4, 1.0))
        events.append(Event(moment, int(chance.integers(8)), loud * np.array([left, right])))
        moment += float(chance.exponential(0.42)) + 0.12
    return [Events(scene, events, lap, 0.8)]


@lru_cache(maxsize=8)
def lap(key: int) -> np.ndarray:
    """A small wave against a hull or stone: a rush of water with a handful of bubbles in it.

    A bubble rings at its own pitch, which rises as it nears the surface (Minnaert 1933).
    """
    chance = generator("lap", key)
    t = np.arange(round(0.7 * SAMPLE_RATE)) / SAMPLE_RATE
    sound = np.zeros_like(t)
    for _ in range(int(chance.integers(7, 16))):
        begin, pitch = chance.uniform(0.0, 0.38), chance.uniform(260, 1250)
        after = np.maximum(t - begin, 0.0)
        rise = pitch * (after + chance.uniform(0.4, 2.4) * after**2)
        ring = np.sin(2 * np.pi * rise) * np.exp(-after * pitch * chance.uniform(0.03, 0.07))
        sound += ring * chance.uniform(0.2, 1.0) * (1 - np.exp(-after / 0.0015)) * (t >= begin)
    sound *= np.minimum((0.7 - t) / 0.05, 1.0)
    return np.stack([sound, np.roll(sound, 9)], axis=1).astype(np.float32)

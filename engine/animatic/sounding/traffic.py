"""Traffic: the rumble of a city, cars that pass unseen, and distant horns."""

from functools import lru_cache

import numpy as np

from engine.animatic.hours import main_hour
from engine.animatic.scene import Scene
from engine.animatic.sounding.ear import sides
from engine.animatic.sounding.room import echoed
from engine.animatic.sounding.texture import generator
from engine.animatic.sounding.voice import Bed, Envelope, Event, Events, Voice
from engine.contract.time import SAMPLE_RATE

EVERY: dict[str, float] = {"day": 2.6, "dawn": 4.5, "sunset": 2.8, "night": 4.0}
"""Seconds from one passing car to the next."""


ROADS = ("street", "road", "crossing")
TOWNS = ("city", "rooftop", "bridge_place")


def voices(scene: Scene) -> list[Voice]:
    """Cities and streets, or the traffic that the prompt asks for."""
    asked = "traffic" in scene.sounds
    near = scene.place in ROADS
    if not (asked or near or scene.place in TOWNS):
        return _horns(scene, 1) if "horns" in scene.sounds else []
    quiet = -4.0 if main_hour(scene.hour) in ("night", "dawn") else 0.0
    wet = 3.0 if "rain" in scene.weather else 0.0
    return [
        Bed(scene, "traffic", -25 + quiet, _unrest(scene)),
        Bed(scene, "city air", -29 + quiet, _unrest(scene)),
        Bed(scene, "tyres", -24 + quiet + wet + (2 if near else -3), passers(scene, near)),
        *_horns(scene, 2 if "horns" in scene.sounds else 1),
    ]


def _unrest(scene: Scene) -> Envelope:
    phases = generator(scene.seed, "unrest").uniform(0, 2 * np.pi, 2)
    return lambda t: np.stack([1 + 0.18 * np.sin(0.4 * t + phase) for phase in phases], axis=-1)


def passers(scene: Scene, near: bool) -> Envelope:
    """Loudness left and right of cars that go by, each from one side to the other."""
    chance = generator(scene.seed, "passers")
    every = EVERY.get(main_hour(scene.hour), 3.0)
    number = int(scene.seconds / every) + 3
    peaks = np.cumsum(chance.exponential(every, number)) - every
    speeds = chance.uniform(9, 15, number) * chance.choice((-1, 1), number)
    far = chance.uniform(9, 16, number) if near else chance.uniform(28, 70, number)

    def envelope(t: np.ndarray) -> np.ndarray:
        loud = np.full((len(t), 2), 0.1)
        for peak, speed, z in zip(peaks, speeds, far, strict=True):
            x = (t - peak) * speed
            strength = (z * z / (x * x + z * z)) ** 0.8 * (12.0 / z) ** 0.4
            loud += strength[:, None] * sides(x, z) * 0.6
        return loud

    return envelope


def _horns(scene: Scene, times: int) -> list[Voice]:
    chance = generator(scene.seed, "horns")
    number = times * max(1, round(scene.seconds / 9))
    events = [
        Event(
            float(chance.uniform(0.08, 0.9)) * scene.seconds,
            (int(chance.integers(4)), index % 2),
            0.035 * times * sides(float(chance.uniform(-40, 40)), 40.0),
        )
        for index in range(number)
    ]
    return [Events(scene, events, horn, 3.5)]


@lru_cache(maxsize=8)
def horn(key: tuple[int, int]) -> np.ndarray:
    """A car's horn some streets away: two reeds a third apart, once or twice, and its echoes."""
    which, pattern = key
    pitch = (311, 349, 392, 415)[which]
    t = np.arange(round(0.9 * SAMPLE_RATE)) / SAMPLE_RATE
    pressed = ((0.0, 0.5),) if pattern else ((0.0, 0.16), (0.27, 0.62))
    open_ = sum(_pressed(t, start, stop) for start, stop in pressed)
    reeds = sum(
        np.sin(2 * np.pi * pitch * ratio * harmonic * t + 0.4 * harmonic) / harmonic**1.3
        for ratio in (1.0, 1.26)
        for harmonic in range(1, 7)
    )
    return echoed(reeds * open_, ("horn", *key), 2.2, 0.75, 1500.0)


def _pressed(t: np.ndarray, start: float, stop: float) -> np.ndarray:
    rise = np.clip((t - start) / 0.025, 0, 1)
    return rise * np.clip((stop - t) / 0.06, 0, 1)

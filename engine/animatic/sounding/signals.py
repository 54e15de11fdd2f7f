"""Signals: a foghorn and a bell on foggy water, and those that the prompt asks for."""

from functools import lru_cache

import numpy as np

from engine.animatic.build import build_of
from engine.animatic.scene import Scene
from engine.animatic.sounding.ear import sides
from engine.animatic.sounding.listener import heard_from
from engine.animatic.sounding.room import echoed
from engine.animatic.sounding.texture import generator
from engine.animatic.sounding.voice import Event, Events, Voice
from engine.contract.time import SAMPLE_RATE

HORN_EVERY, BELL_EVERY = 12.0, 3.4
RATIOS = ((0.5, 0.5, 5.0), (1.0, 1.0, 3.2), (1.19, 0.55, 2.4), (1.5, 0.4, 1.7), (2.0, 0.6, 1.5),
          (2.52, 0.25, 0.9), (3.01, 0.2, 0.7), (4.1, 0.12, 0.4))  # fmt: skip
"""A bell's partials: ratio to its strike note, strength, seconds to die to a third."""


def voices(scene: Scene) -> list[Voice]:
    """Lighthouses sound their horn in fog, and a buoy its bell."""
    towers = [one for one in scene.subjects if one.kind == "lighthouse"]
    found: list[Voice] = []
    misty = bool(towers) and "fog" in scene.weather
    if misty or "foghorn" in scene.sounds:
        across = heard_from(scene, towers[0], 0.0).across if towers else -0.3
        horns = _repeated(scene, HORN_EVERY, 0.0, 0.22 * sides(across))
        found.append(Events(scene, horns, foghorn, 6.5))
    seen = any(
        one.kind == "bell" or build_of(one.kind).figure.get("bell") for one in scene.subjects
    )
    if ("bell" in scene.sounds and not seen) or (misty and "storm" not in scene.weather):
        loud = 0.25 if "bell" in scene.sounds else 0.05
        bells = _repeated(scene, BELL_EVERY, 0.4, loud * sides(25.0, 50.0))
        found.append(Events(scene, bells, bell, 7.5))
    return found


def _repeated(scene: Scene, every: float, unrest: float, gains: np.ndarray) -> list[Event]:
    """The signal again and again; the swell moves a buoy, so its bell is never quite regular."""
    chance = generator(scene.seed, "signal", every)
    events: list[Event] = []
    moment = min(0.2 * every, 0.15 * scene.seconds)
    while moment < scene.seconds:
        events.append(Event(moment, "signal", gains))
        moment += every * float(chance.uniform(1 - unrest, 1 + unrest))
    return events


@lru_cache(maxsize=1)
def foghorn(_: object) -> np.ndarray:
    """Two seconds of a low reed horn, breathy at its edges, rolling over the water."""
    t = np.arange(round(2.4 * SAMPLE_RATE)) / SAMPLE_RATE
    pitch = 116.0 * (1.0 - 0.03 * np.exp(-t / 0.12))
    phase = 2 * np.pi * np.cumsum(pitch) / SAMPLE_RATE
    reed = sum(np.sin(n * phase + 0.3 * n) / n ** (1.1 if n % 2 else 1.5) for n in range(1, 12))
    beat = 1.0 + 0.07 * np.sin(2 * np.pi * 5.1 * t)
    open_ = np.minimum(t / 0.18, 1.0) * np.minimum((2.4 - t) / 0.3, 1.0)
    sound = echoed(reed * beat * open_, "foghorn", 4.0, 0.5, 1100.0)
    return sound / np.abs(sound).max()


@lru_cache(maxsize=1)
def bell(_: object) -> np.ndarray:
    """A bronze bell: partials in a bell's own ratios, the high ones gone first."""
    t = np.arange(round(5.5 * SAMPLE_RATE)) / SAMPLE_RATE
    sound = np.zeros_like(t)
    for ratio, strength, lasts in RATIOS:
        pair = np.sin(2 * np.pi * 392 * ratio * t) + np.sin(2 * np.pi * 392.7 * ratio * t + 1)
        sound += strength * pair * np.exp(-t / (0.4 * lasts))
    sound *= np.minimum(t / 0.0015, 1.0)
    ringing = echoed(sound, "bell", 1.8, 0.3, 2500.0)
    return ringing / np.abs(ringing).max()

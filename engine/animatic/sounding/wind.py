"""Wind: moving air with the gusts that the picture bends to, leaves, sand, whistling edges."""

from functools import lru_cache

import numpy as np

from engine.animatic.motion import wind
from engine.animatic.scene import Place, Scene
from engine.animatic.sounding.beds import beds_of
from engine.animatic.sounding.circumstances import is_open
from engine.animatic.sounding.ear import gain, sides
from engine.animatic.sounding.texture import BLOCK, generator
from engine.animatic.sounding.voice import Bed, Envelope, Tone, Voice, sampled

OPEN: dict[Place, float] = {
    "mountains": 5.0, "sky": 4.0, "desert": 4.0, "cliff": 4.0, "canyon": 2.0, "glacier": 5.0,
    "snow_field": 4.0, "volcano": 3.0, "rooftop": 3.0, "valley": 0.0, "mars": 4.0, "hills": 1.0,
    "sea": -3.0, "lake": -5.0,
    "forest": -3.0, "city": -4.0, "street": -7.0,
}  # fmt: skip
"""Decibels by which the wind is louder where nothing stops it."""
SHELTERED = -9.0
"""The same where a place has sounds of its own."""
SLOW = 0.05
WHISTLES = (310.0, 520.0, 880.0)
"""Hz of the edges at which wind whistles when it blows as usual."""
DRIFT = 40.0


def voices(scene: Scene) -> list[Voice]:
    """The air itself, and what it stirs."""
    if not is_open(scene) and "wind" not in scene.sounds:
        return []
    level = (
        -45 + 26 * scene.wind**0.7 + OPEN.get(scene.place, SHELTERED if beds_of(scene) else -2.0)
    )
    if "wind" in scene.sounds:
        level = max(level, -26.0)
    beds: list[Voice] = [
        Bed(scene, "air", level + 2, gusts(scene, 1.6, "low")),
        Bed(scene, "draught", level, gusts(scene, 1.5, "middle")),
        Bed(scene, "rush", level - 3, gusts(scene, 2.6, "high")),
    ]
    voices: list[Voice] = [*beds, *_stirred(scene)]
    if scene.wind > 0.45 or scene.place == "mountains" or "wind" in scene.sounds:
        voices += [_whistle(scene, hertz, level - 9 - 2 * n) for n, hertz in enumerate(WHISTLES)]
    return voices


def _whistle(scene: Scene, hertz: float, level: float) -> Voice:
    """Wind at an edge: a narrow tone that rises and swells with the gusts."""
    strength = sampled(lambda t: wind.gust(scene, t), SLOW)
    chance = generator(scene.seed, "whistle", hertz)
    start, (left, right) = float(chance.uniform(0, DRIFT)), sides(float(chance.uniform(-0.7, 0.7)))
    ticks = np.arange(-1.0, scene.seconds + 9.0, SLOW)
    pitch = hertz * (0.55 + 0.5 * np.minimum(strength(ticks) / max(scene.wind, 0.05), 2.0))
    turns = np.concatenate([[0.0], np.cumsum(0.5 * (pitch[1:] + pitch[:-1]) * SLOW)])
    moments = np.arange(0.0, DRIFT, SLOW / 4)

    def sound(t: np.ndarray) -> np.ndarray:
        coarse = np.append(t[:: BLOCK // 200], t[-1])
        loud = gain(level) * (strength(coarse) / max(scene.wind, 0.05)) ** 3
        angle = 2 * np.pi * np.interp(t, ticks, turns)
        swing = [np.interp(t + start, moments, one, period=DRIFT) for one in _drift()]
        tone = (swing[0] * np.cos(angle) + swing[1] * np.sin(angle)) * np.interp(t, coarse, loud)
        return np.stack([left * tone, right * tone], axis=-1)

    return Tone(sound)


@lru_cache(maxsize=1)
def _drift() -> np.ndarray:
    """Two slow random curves (2, n) that close a circle of DRIFT seconds: what widens a tone."""
    length = round(4 * DRIFT / SLOW)
    spectrum = np.fft.rfft(generator("drift").standard_normal((2, length)), axis=1)
    hertz = np.fft.rfftfreq(length, SLOW / 4)
    curves = np.fft.irfft(spectrum / (1.0 + (hertz / 7.0) ** 2), length, axis=1)
    return curves / curves.std()


def _stirred(scene: Scene) -> list[Voice]:
    leafy = scene.place == "forest" or any(one.kind == "tree" for one in scene.subjects)
    if leafy:
        level = -40 + 20 * scene.wind
        return [
            Bed(scene, "leaves", level, gusts(scene, 1.5, "leaves")),
            Bed(scene, "rustle", level - 3, gusts(scene, 2.2, "rustle")),
        ]
    if scene.place == "desert":
        return [Bed(scene, "grit", -46 + 18 * scene.wind, gusts(scene, 3.0, "grit"))]
    return []


def gusts(scene: Scene, power: float, name: str) -> Envelope:
    """Loudness left and right: the scene's gusts, with slow unrest of their own on each side."""
    strength = sampled(lambda t: wind.gust(scene, t), SLOW)
    phases = generator(scene.seed, "gusts", name).uniform(0, 2 * np.pi, (2, 3))
    rates = np.array([0.53, 1.21, 2.9])
    sizes = np.array([0.2, 0.14, 0.07])

    def envelope(t: np.ndarray) -> np.ndarray:
        relative = (strength(t) / max(scene.wind, 0.05)) ** power
        unrest = [
            1.0 + sum(s * np.sin(r * t + p) for s, r, p in zip(sizes, rates, side, strict=True))
            for side in phases
        ]
        return relative[:, None] * np.stack(unrest, axis=-1)

    return envelope

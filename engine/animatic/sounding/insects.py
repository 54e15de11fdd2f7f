"""Insects: crickets on warm nights, several of them, each with a place and a rhythm."""

import numpy as np

from engine.animatic.scene import Scene
from engine.animatic.sounding.circumstances import is_dark, is_open
from engine.animatic.sounding.ear import gain, sides
from engine.animatic.sounding.texture import generator
from engine.animatic.sounding.voice import Tone, Voice

SILENT = ("sea", "city", "sky", "stadium", "beach", "mars", "planet_surface", "glacier", "road",
          "snow_field", "volcano", "railway", "crossing", "rooftop", "harbour")  # fmt: skip
LEVEL = -33.0
NUMBER = 5


def voices(scene: Scene) -> list[Voice]:
    """Dry nights away from the sea, or where the prompt asks for them."""
    calm = is_dark(scene) and is_open(scene) and scene.place not in SILENT and scene.wind < 0.6
    if not (calm and not scene.weather) and "crickets" not in scene.sounds:
        return []
    level = LEVEL + (6 if "crickets" in scene.sounds else -4 if scene.place == "street" else 0)
    chance = generator(scene.seed, "crickets")
    crickets = [_cricket(chance) for _ in range(NUMBER)]
    loud = gain(level)

    def sound(t: np.ndarray) -> np.ndarray:
        return loud * sum(_chirps(t, *cricket) for cricket in crickets)

    return [Tone(sound)]


def _cricket(chance: np.random.Generator) -> tuple[float, float, float, np.ndarray]:
    pitch, rate = float(chance.uniform(4150, 4900)), float(chance.uniform(1.5, 2.7))
    x, z = float(chance.uniform(-9, 9)), float(chance.uniform(4, 20))
    return pitch, rate, float(chance.random()), sides(x, z) * 16.0 / z


def _chirps(
    t: np.ndarray, pitch: float, rate: float, phase: float, gains: np.ndarray
) -> np.ndarray:
    """Chirps of four strokes of the wing, each stroke a short ring."""
    result = np.zeros((len(t), 2), np.float32)
    turn = np.mod(t * rate + phase, 1.0) / rate
    sung = np.flatnonzero(turn < 4 * 0.031)
    turn, t = turn[sung], t[sung]
    stroke = np.mod(turn, 0.031)
    ring = np.sin(np.pi * np.minimum(stroke / 0.019, 1.0)) ** 2
    swell = 0.55 + 0.15 * np.floor(turn / 0.031)
    rest = 0.6 + 0.4 * np.sin(0.31 * t + 9.0 * phase)
    tone = np.sin(2 * np.pi * (pitch * t + 2.0 * np.sin(0.7 * t + phase)))
    result[sung] = (tone * ring * swell * rest)[:, None] * gains
    return result

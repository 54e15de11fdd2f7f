"""Wind: moving air with the gusts that the picture bends to, leaves, sand, whistling edges."""

import numpy as np

from engine.animatic.motion import wind
from engine.animatic.scene import Place, Scene
from engine.animatic.sounding.beds import beds_of
from engine.animatic.sounding.circumstances import is_open
from engine.animatic.sounding.texture import generator
from engine.animatic.sounding.voice import Bed, Envelope, Voice, sampled

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
        Bed(scene, "draught", level, gusts(scene, 1.3, "middle")),
    ]
    if scene.wind > 0.45 or scene.place == "mountains":
        beds.append(Bed(scene, "whistle low", level - 8, gusts(scene, 2.5, "low whistle")))
        beds.append(Bed(scene, "whistle high", level - 11, gusts(scene, 3.5, "high whistle")))
    return beds + _stirred(scene)


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

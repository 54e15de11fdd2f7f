"""Ambience: what is always heard somewhere, as layers of texture and calls from around.

Places, named sounds and some subjects are made of these.
"""

from dataclasses import dataclass

import numpy as np

from engine.animatic.scene import Scene
from engine.animatic.sounding.ear import sides
from engine.animatic.sounding.shots import LONGEST, NONE, Room, shot
from engine.animatic.sounding.texture import generator
from engine.animatic.sounding.voice import Bed, Envelope, Event, Events, Voice


@dataclass(frozen=True, slots=True)
class Hum:
    """A texture at `level` LUFS that swells by `unrest` (0 to 1), `slow` seconds a swell."""

    texture: str
    level: float
    unrest: float = 0.15
    slow: float = 9.0


@dataclass(frozen=True, slots=True)
class Calls:
    """A short sound again and again, about `every` seconds, from places `near` to `far` metres
    away; `loud` is its gain at 8 metres. `steady` ones keep time, each from the same place."""

    shot: str
    every: float
    loud: float
    near: float = 8.0
    far: float = 30.0
    variants: int = 3
    room: Room = NONE
    steady: bool = False


Layer = Hum | Calls


def ambience(
    scene: Scene, name: str, layers: tuple[Layer, ...], lift: float = 0.0, soon: bool = False
) -> list[Voice]:
    """The voices of these layers, `lift` decibels louder. With `soon` calls begin at once."""
    found: list[Voice] = []
    for number, layer in enumerate(layers):
        if isinstance(layer, Hum):
            swell = swells(scene, f"{name}/{number}", layer.unrest, layer.slow)
            found.append(Bed(scene, layer.texture, layer.level + lift, swell))
            continue
        calls = _calls(scene, f"{name}/{number}", layer, 10 ** (lift / 20), soon)
        if calls:
            found.append(Events(scene, calls, shot, LONGEST))
    return found


def swells(scene: Scene, name: str, depth: float, slow: float = 9.0) -> Envelope:
    """Loudness left and right that comes and goes a little."""
    phases = generator(scene.seed, "swells", name).uniform(0, 2 * np.pi, (2, 2))
    rate = 2 * np.pi / slow

    def envelope(t: np.ndarray) -> np.ndarray:
        both = [
            1.0 + depth * (0.7 * np.sin(rate * t + one) + 0.3 * np.sin(3.3 * rate * t + other))
            for one, other in phases
        ]
        return np.stack(both, axis=-1)

    return envelope


def _calls(scene: Scene, name: str, layer: Calls, lift: float, soon: bool) -> list[Event]:
    chance = generator(scene.seed, "calls", name, layer.shot)
    places = [_place(chance, layer) for _ in range(1 if layer.steady else 4)]
    moment = 0.15 if soon else float(chance.uniform(0.05, 0.9)) * min(layer.every, scene.seconds)
    calls: list[Event] = []
    while moment < scene.seconds - 0.1:
        x, z = places[int(chance.integers(len(places)))]
        size = 1.0 if layer.steady else float(chance.uniform(0.55, 1.0))
        size *= layer.loud * lift * (8.0 / max(float(np.hypot(x, z)), 8.0)) ** 0.8
        key = (layer.shot, int(chance.integers(layer.variants)))
        calls.append(
            Event(moment, (*key, layer.room) if layer.room[0] else key, size * sides(x, z))
        )
        spread = 0.0 if layer.steady else 0.55
        moment += layer.every * float(chance.uniform(1 - spread, 1 + spread))
    return calls


def _place(chance: np.random.Generator, layer: Calls) -> tuple[float, float]:
    distance, angle = chance.uniform(layer.near, layer.far), chance.uniform(-1.2, 1.2)
    return float(distance * np.sin(angle)), float(max(distance * np.cos(angle), 1.0))

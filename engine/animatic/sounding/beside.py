"""Beside: layers of ambience that belong to one subject, heard from where it is."""

import numpy as np

from engine.animatic.scene import Scene, Subject
from engine.animatic.sounding.ambience import Calls, Hum, Layer
from engine.animatic.sounding.listener import course, event_at, nearness
from engine.animatic.sounding.shots import LONGEST, shot
from engine.animatic.sounding.texture import generator
from engine.animatic.sounding.voice import Bed, Envelope, Event, Events, Voice

SETS_IN = 0.12
"""Seconds in which a lasting sound begins."""


def beside(
    scene: Scene,
    subject: Subject,
    layers: tuple[Layer, ...],
    start: float = 0.0,
    stop: float = 1e9,
    reach: float = 8.0,
) -> list[Voice]:
    """The voices of layers that sound where a subject is, from `start` to `stop` seconds."""
    found: list[Voice] = []
    for layer in layers:
        if isinstance(layer, Hum):
            near = _near(scene, subject, layer, start, stop, reach)
            found.append(Bed(scene, layer.texture, layer.level, near))
            continue
        calls = called(scene, subject, layer, start, min(stop, scene.seconds - 0.05), reach)
        if calls:
            found.append(Events(scene, calls, shot, LONGEST))
    return found


def called(
    scene: Scene, subject: Subject, layer: Calls, start: float, stop: float, reach: float
) -> list[Event]:
    """A short sound again and again, the first at `start`."""
    chance = generator(scene.seed, "beside", subject.kind, subject.variety, layer.shot)
    moment, found = max(start, 0.0), []
    while moment < stop:
        key = (layer.shot, int(chance.integers(layer.variants)))
        size = layer.loud * (1.0 if layer.steady else float(chance.uniform(0.7, 1.0)))
        found.append(event_at(scene, subject, moment, key, size, reach))
        spread = 0.0 if layer.steady else 0.4
        moment += layer.every * float(chance.uniform(1 - spread, 1 + spread))
    return found


def _near(
    scene: Scene, subject: Subject, layer: Hum, start: float, stop: float, reach: float
) -> Envelope:
    near = nearness(course(scene, subject), reach)
    phase = generator(scene.seed, "near", subject.variety, layer.texture).uniform(0, 2 * np.pi)

    def envelope(t: np.ndarray) -> np.ndarray:
        on = np.clip((t - start) / SETS_IN, 0, 1) * np.clip((stop - t) / 0.3, 0, 1)
        if start <= 0.0:
            on = np.clip((stop - t) / 0.3, 0, 1)
        swell = 1.0 + layer.unrest * np.sin(2 * np.pi * t / layer.slow + phase)
        return near(t) * (on * swell)[:, None]

    return envelope

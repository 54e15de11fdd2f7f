"""Burners: rockets from ignition on, and the bursts that lift hot-air balloons."""

from functools import lru_cache

import numpy as np

from engine.animatic.motion import balloon, rocket
from engine.animatic.scene import Scene, Subject
from engine.animatic.sounding.ear import faintness, sides
from engine.animatic.sounding.listener import course, heard_from, nearness
from engine.animatic.sounding.room import echoed
from engine.animatic.sounding.texture import band, generator
from engine.animatic.sounding.voice import Bed, Event, Events, Voice, sampled
from engine.contract.time import SAMPLE_RATE

SOUNDING = 4
"""At most this many subjects of a kind are heard one by one."""


def voices(scene: Scene) -> list[Voice]:
    """The burners of all subjects that have one."""
    found: list[Voice] = []
    for kind, make in (("rocket", _rocket), ("balloon", _balloon)):
        subjects = [one for one in scene.subjects if one.kind == kind][:SOUNDING]
        for subject in subjects:
            found += make(scene, subject)
    return found


def _rocket(scene: Scene, subject: Subject) -> list[Voice]:
    place = course(scene, subject)
    ignition = rocket.ignition(subject, scene)
    push = sampled(lambda t: rocket.thrust(subject, scene, t))

    def burning(t: np.ndarray) -> np.ndarray:
        at = place(t)
        strength = push(t) * (t >= ignition) * (0.35 + 0.65 * faintness(at[:, 1], 90.0))
        return strength[:, None] * sides(at[:, 0])

    across, _ = heard_from(scene, subject, ignition)
    bang = Event(ignition, subject.kind, 0.5 * sides(across))
    return [
        Bed(scene, "blast", -20, burning),
        Bed(scene, "roar", -19, burning),
        Bed(scene, "crackle", -24, burning),
        Events(scene, [bang], _bang, 3.0),
    ]


@lru_cache(maxsize=1)
def _bang(key: object) -> np.ndarray:
    """The engines light: a thud with an edge, rolling off."""
    chance = generator("bang", key)
    t = np.arange(round(0.9 * SAMPLE_RATE)) / SAMPLE_RATE
    thud = np.sin(2 * np.pi * (46 * t - 9 * t * t)) * np.exp(-t / 0.22)
    burst = chance.standard_normal(len(t)) * np.exp(-t / 0.05)
    spectrum = np.fft.rfft(burst)
    shaped = np.fft.irfft(spectrum * band(90, 2400, 0.5)(np.fft.rfftfreq(len(t), 1 / SAMPLE_RATE)))
    shaped *= np.exp(-t / 0.3)
    return echoed(thud + 0.8 * shaped / np.abs(shaped).max(), ("bang", key), 2.0, 0.35, 900.0)


def _balloon(scene: Scene, subject: Subject) -> list[Voice]:
    near = nearness(course(scene, subject), 55.0)
    glow = sampled(lambda t: balloon.burner_glow(subject, scene, t))

    def burning(t: np.ndarray) -> np.ndarray:
        return near(t) * (glow(t) ** 0.8)[:, None]

    return [Bed(scene, "burner", -24, burning)]

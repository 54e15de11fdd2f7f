"""Footsteps: one at each moment a foot lands, on the ground that the place has."""

from functools import lru_cache

import numpy as np

from engine.animatic.build import build_of
from engine.animatic.motion import person
from engine.animatic.scene import Scene, Subject
from engine.animatic.sounding.circumstances import is_open
from engine.animatic.sounding.ear import faintness, sides
from engine.animatic.sounding.listener import heard_from
from engine.animatic.sounding.spectral import centred
from engine.animatic.sounding.texture import generator
from engine.animatic.sounding.voice import Event, Events, Voice
from engine.contract.time import SAMPLE_RATE

LONGEST = 0.4
WALKERS = 6
LOUD = 0.34

Ground = tuple[float, float, float, float]
GROUNDS: dict[str, Ground] = {
    "stone": (150.0, 0.9, 2600.0, 0.5),
    "wet": (130.0, 0.6, 3600.0, 1.0),
    "earth": (85.0, 0.9, 1100.0, 0.45),
    "sand": (60.0, 0.35, 2300.0, 0.8),
    "snow": (55.0, 0.35, 3300.0, 1.1),
    "wood": (105.0, 1.2, 1500.0, 0.3),
    "grass": (65.0, 0.45, 3000.0, 0.6),
    "leaves": (75.0, 0.5, 4200.0, 1.0),
}
"""Pitch and strength of the thud, middle frequency and strength of the grain."""

GROUND_OF: dict[str, str] = {
    **dict.fromkeys(("desert", "sea", "beach", "island", "bay", "moon", "mars", "planet_surface"),
                    "sand"),
    **dict.fromkeys(("snow_field", "glacier"), "snow"),
    **dict.fromkeys(("street", "city", "road", "crossing", "old_town", "souk", "town_square",
                     "bridge_place", "rooftop", "harbour", "museum", "castle_hall", "cave"),
                    "stone"),
    **dict.fromkeys(("room", "bedroom", "kitchen", "library", "cafe", "bakery", "classroom",
                     "office", "stage", "studio", "workshop", "windowsill", "void"), "wood"),
    **dict.fromkeys(("hills", "meadow", "park", "garden", "farm", "stadium", "valley", "savanna",
                     "wheat_field", "tulip_field", "rice_terraces", "playground"), "grass"),
    **dict.fromkeys(("forest", "jungle"), "leaves"),
}  # fmt: skip
"""What is walked on; earth elsewhere."""


def voices(scene: Scene) -> list[Voice]:
    """The steps of the nearest walkers; steps without a walker where the prompt asks for them."""
    walkers = sorted((s for s in scene.subjects if _walks(s)), key=lambda one: one.z)
    if not walkers and "footsteps" in scene.sounds:
        walkers = [Subject("person", -1.0, 6.0, 1, 1.3)]
    ground = ground_of(scene)
    steps = [step for one in walkers[:WALKERS] for step in _steps(scene, one, ground)]
    return [Events(scene, steps, footstep, LONGEST)] if steps else []


def _walks(subject: Subject) -> bool:
    return build_of(subject.kind).painter in ("person", "robot", "skeleton")


def ground_of(scene: Scene) -> str:
    """What is walked on."""
    if "snow" in scene.weather and is_open(scene):
        return "snow"
    ground = GROUND_OF.get(scene.place, "earth")
    wet = {"rain", "storm"} & set(scene.weather) and is_open(scene)
    return "wet" if wet and ground == "stone" else ground


def _steps(scene: Scene, walker: Subject, ground: str) -> list[Event]:
    chance = generator(scene.seed, "steps", walker.variety, walker.z)
    steps = []
    for moment in person.footfalls(walker, scene, 0.0, scene.seconds):
        across, away = heard_from(scene, walker, moment)
        loud = LOUD * float(faintness(away, 4.0))
        loud *= float(chance.uniform(0.75, 1.0)) * min(0.5 + 0.4 * walker.speed, 1.4)
        steps.append(Event(moment, (ground, int(chance.integers(5))), loud * sides(across)))
    return steps


@lru_cache(maxsize=16)
def footstep(key: tuple[str, int]) -> np.ndarray:
    """Heel, then the ball of the foot a tenth of a second later: float32 (n, 2), about 1."""
    ground, variant = key
    chance = generator("step", ground, variant)
    t = np.arange(round(LONGEST * SAMPLE_RATE)) / SAMPLE_RATE
    heel = _contact(chance, t, GROUNDS[ground], 1.0)
    later = round(chance.uniform(0.085, 0.115) * SAMPLE_RATE)
    ball = _contact(chance, t, GROUNDS[ground], 0.55)
    sound = heel
    sound[later:] += ball[:-later]
    sound = centred(sound * np.minimum((LONGEST - t) / 0.05, 1.0))
    return np.stack([sound, sound], axis=1).astype(np.float32)


def _contact(
    chance: np.random.Generator, t: np.ndarray, ground: Ground, strength: float
) -> np.ndarray:
    pitch, thud, middle, grain = ground
    pitch *= chance.uniform(0.9, 1.1)
    low = thud * np.cos(2 * np.pi * pitch * t) * np.exp(-t * pitch / 3.2)
    hertz = np.fft.rfftfreq(len(t), 1 / SAMPLE_RATE)
    colour = np.exp(-(np.log(np.maximum(hertz, 1) / middle) ** 2) / 0.9)
    noise = np.fft.irfft(np.fft.rfft(chance.standard_normal(len(t))) * colour, len(t))
    lasting = 0.012 + 0.035 * grain
    high = 0.5 * grain * noise / np.abs(noise).max() * np.exp(-t / lasting)
    return strength * 0.7 * (low + high)

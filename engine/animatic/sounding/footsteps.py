"""Footsteps: one at each moment a foot lands, on the ground that the place has."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from engine.animatic.build import build_of
from engine.animatic.motion import person
from engine.animatic.scene import Scene, Subject, snow_lies
from engine.animatic.sounding.circumstances import is_open
from engine.animatic.sounding.ear import faintness, sides
from engine.animatic.sounding.listener import heard_from
from engine.animatic.sounding.spectral import centred
from engine.animatic.sounding.texture import generator
from engine.animatic.sounding.voice import Event, Events, Voice
from engine.contract.time import SAMPLE_RATE

LONGEST = 0.5
WALKERS = 6
LOUD = 0.34
WINDOW, STRENGTH = SAMPLE_RATE // 20, 0.14
"""Samples over which a step is measured, and its root mean square over the loudest of them."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a foot meets: `thud` (Hz, strength, seconds to a third), `click` of the sole (Hz,
    strength, seconds), `grains` that break or slide under it (how many, Hz, seconds, strength),
    and `modes` of a floor that rings (Hz, strength, seconds)."""

    thud: tuple[float, float, float]
    click: tuple[float, float, float]
    grains: tuple[int, float, float, float] = (0, 3000.0, 0.1, 0.0)
    modes: tuple[tuple[float, float, float], ...] = ()


GROUNDS: dict[str, Ground] = {
    "stone": Ground((140.0, 0.45, 0.014), (2700.0, 0.9, 0.006), (8, 5200.0, 0.05, 0.3),
                    ((820.0, 0.2, 0.008), (1730.0, 0.15, 0.005))),
    "wet": Ground((120.0, 0.4, 0.014), (2100.0, 0.6, 0.008), (46, 3600.0, 0.2, 1.6)),
    "earth": Ground((80.0, 0.9, 0.03), (650.0, 0.5, 0.014), (36, 1700.0, 0.1, 0.8)),
    "sand": Ground((60.0, 0.35, 0.03), (520.0, 0.3, 0.02), (420, 2900.0, 0.2, 1.7)),
    "snow": Ground((75.0, 0.3, 0.03), (480.0, 0.25, 0.02), (130, 2000.0, 0.27, 2.6)),
    "wood": Ground((96.0, 0.9, 0.04), (1500.0, 0.6, 0.006), (4, 2600.0, 0.06, 0.15),
                   ((187.0, 0.6, 0.035), (331.0, 0.45, 0.024), (612.0, 0.3, 0.014))),
    "grass": Ground((66.0, 0.5, 0.03), (600.0, 0.3, 0.016), (150, 3300.0, 0.15, 1.3)),
    "leaves": Ground((72.0, 0.4, 0.03), (700.0, 0.2, 0.014), (44, 4400.0, 0.24, 2.8)),
}  # fmt: skip

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
    """The steps of the nearest walkers; of somebody unseen where nobody walks though the prompt
    asks for steps."""
    walkers = sorted((s for s in scene.subjects if _walks(s)), key=lambda one: one.z)
    ground = ground_of(scene)
    steps = [step for one in walkers[:WALKERS] for step in _steps(scene, one, ground)]
    if not steps and "footsteps" in scene.sounds:
        steps = _steps(scene, Subject("person", -1.0, 6.0, 1, 1.3), ground)
    return [Events(scene, steps, footstep, LONGEST)] if steps else []


def _walks(subject: Subject) -> bool:
    return build_of(subject.kind).painter in ("person", "robot", "skeleton")


def ground_of(scene: Scene) -> str:
    """What is walked on."""
    if snow_lies(scene) and is_open(scene):
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
    """Heel, then the ball of the foot a tenth of a second later: float32 (n, 2), at most 1."""
    ground, variant = key
    chance = generator("step", ground, variant)
    t = np.arange(round(LONGEST * SAMPLE_RATE)) / SAMPLE_RATE
    heel = _contact(chance, t, GROUNDS[ground], 1.0)
    later = round(chance.uniform(0.085, 0.115) * SAMPLE_RATE)
    ball = _contact(chance, t, GROUNDS[ground], 0.55)
    sound = heel
    sound[later:] += ball[:-later]
    sound = centred(sound * np.minimum((LONGEST - t) / 0.05, 1.0))
    energy = np.cumsum(sound * sound)
    loudest = ((energy[WINDOW:] - energy[:-WINDOW]).max() / WINDOW) ** 0.5
    sound *= min(STRENGTH / loudest, 1.0 / np.abs(sound).max())
    return np.stack([sound, sound], axis=1).astype(np.float32)


def _contact(
    chance: np.random.Generator, t: np.ndarray, ground: Ground, strength: float
) -> np.ndarray:
    sound = np.zeros(len(t))
    for hertz, loud, lasts in (ground.thud, *ground.modes):
        pitch = hertz * chance.uniform(0.9, 1.1)
        sound += loud * np.cos(2 * np.pi * pitch * t) * np.exp(-t / lasts)
    centre, loud, lasts = ground.click
    white = chance.standard_normal(len(t))
    sound += loud * _around(white, centre, 0.9) * np.exp(-t / lasts)
    number, centre, seconds, loud = ground.grains
    if number:
        sound += loud * _around(_broken(chance, len(t), number, seconds), centre, 0.75)
    return strength * 0.5 * sound


def _broken(chance: np.random.Generator, length: int, number: int, seconds: float) -> np.ndarray:
    """Clicks of what breaks or slides, first many and strong, the first at once."""
    clicks = np.zeros(length)
    parts = chance.beta(1.1, 2.2, number)
    parts[0] = 0.0
    sizes = chance.exponential(1.0, number) * (1.0 - parts) * chance.choice((-1.0, 1.0), number)
    np.add.at(clicks, (parts * seconds * SAMPLE_RATE).astype(int), sizes)
    return clicks


def _around(source: np.ndarray, centre: float, octaves: float) -> np.ndarray:
    """A source (n,) coloured around a frequency, `octaves` wide to each side, loudest 1."""
    hertz = np.maximum(np.fft.rfftfreq(len(source), 1 / SAMPLE_RATE), 1.0)
    colour = np.exp(-0.5 * (np.log2(hertz / centre) / octaves) ** 2)
    made = np.fft.irfft(np.fft.rfft(source) * colour, len(source))
    return made / max(np.abs(made).max(), 1e-9)

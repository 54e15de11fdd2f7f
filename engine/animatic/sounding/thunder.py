"""Thunder: a crack at the very moment of its flash, or rolling that comes late from far off."""

from functools import lru_cache

import numpy as np

from engine.animatic.camera import view_at
from engine.animatic.scene import Flash, Scene
from engine.animatic.sounding.ear import SPEED_OF_SOUND, sides
from engine.animatic.sounding.listener import HEIGHT
from engine.animatic.sounding.spectral import centred
from engine.animatic.sounding.texture import BLOCK, generator, texture
from engine.animatic.sounding.voice import Event, Events, Voice
from engine.contract.time import SAMPLE_RATE

BLOCKS = 11
LASTS = BLOCKS * BLOCK / SAMPLE_RATE
LOUDEST = 0.9
DRIVE = 3.5


def voices(scene: Scene) -> list[Voice]:
    """One thunder for each flash."""
    events = [
        Event(heard(scene, flash), (flash.seed, scene.late), _loudness(scene, flash))
        for flash in scene.flashes
    ]
    return [Events(scene, events, thunder, LASTS)] if events else []


def heard(scene: Scene, flash: Flash) -> float:
    """The second at which a flash is heard: with the flash, as films have it, or in a late scene
    as much later as sound takes from where a flash of its strength is."""
    return flash.seconds + (away(flash) / SPEED_OF_SOUND if scene.late else 0.0)


def away(flash: Flash) -> float:
    """Metres to a flash that is heard late: the stronger, the nearer."""
    return 300.0 + 2000.0 * (1.0 - flash.strength)


def _loudness(scene: Scene, flash: Flash) -> np.ndarray:
    """Left and right: on the side on which the picture shows the flash."""
    view = view_at(scene, flash.seconds, round(HEIGHT * scene.aspect), HEIGHT)
    across = (flash.x - 0.5) * scene.aspect - view.pan
    return LOUDEST * flash.strength * sides(across)


@lru_cache(maxsize=6)
def thunder(key: tuple[int, bool]) -> np.ndarray:
    """float32 (n, 2), loudest about 1: tearing cracks first, then several rolls of rumble. The air
    has swallowed the cracks of what is far (the key's second part)."""
    seed, far = key
    chance = generator("thunder", seed)
    t = np.arange(BLOCKS * BLOCK) / SAMPLE_RATE
    sound = (0.12 if far else 0.75) * _noise("thunder crack", seed) * _tears(chance, t)[:, None]
    sound += 0.3 * _noise("thunder body", seed) * _rolls(chance, t, 0.9, 0.02)[:, None]
    sound += 0.36 * _noise("thunder rumble", seed) * _rolls(chance, t, 1.7, 0.05)[:, None]
    sound *= np.minimum((t[-1] - t) / 0.8, 1.0)[:, None]
    # A close stroke drives the air, and any microphone, into its limits.
    driven = centred(np.tanh((1.5 if far else DRIVE) * sound / np.abs(sound).max()))
    return (driven / np.abs(driven).max()).astype(np.float32)


def _tears(chance: np.random.Generator, t: np.ndarray) -> np.ndarray:
    """The first shock, full at its first sample, and a few more within a third of a second."""
    loud = np.exp(-t / 0.045)
    for _ in range(int(chance.integers(3, 6))):
        begin, size = chance.uniform(0.03, 0.33), chance.uniform(0.25, 0.8)
        loud += size * np.exp(-np.maximum(t - begin, 0) / chance.uniform(0.02, 0.07)) * (t >= begin)
    return loud + 0.1 * np.exp(-t / 0.5)


def _rolls(
    chance: np.random.Generator, moments: np.ndarray, decay: float, rise: float
) -> np.ndarray:
    """Swells of rumble, slow enough to be straight over a millisecond."""
    t = moments[::48]
    loud = 0.9 * np.exp(-t / (0.5 * decay)) * np.minimum(t / rise, 1.0)
    for _ in range(5):
        begin = chance.uniform(0.15, 0.5 * LASTS)
        after = np.maximum(t - begin, 0.0) / chance.uniform(0.25, 0.6)
        loud += chance.uniform(0.3, 1.0) * after * np.exp(1.0 - after) * np.exp(-begin / decay)
    return np.interp(moments, t, loud)


def _noise(name: str, seed: int) -> np.ndarray:
    noise = np.concatenate([texture(name).block(seed, index) for index in range(BLOCKS)])
    return noise / noise.std()

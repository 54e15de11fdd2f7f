"""Rainfall: the hiss of far rain, the patter of near drops, and the hush of snow."""

import numpy as np

from engine.animatic.scene import Scene
from engine.animatic.sounding.ambience import Calls, ambience
from engine.animatic.sounding.circumstances import is_open
from engine.animatic.sounding.shots import WIDE
from engine.animatic.sounding.texture import generator
from engine.animatic.sounding.voice import Bed, Envelope, Voice

WOODED = ("forest", "park", "garden", "valley", "village")


def voices(scene: Scene) -> list[Voice]:
    """Rain where it rains or storms; snow takes the edge off everything."""
    if not is_open(scene) and "rain" not in scene.sounds:
        return []
    if "rain" in scene.weather or "storm" in scene.weather or "rain" in scene.sounds:
        return _rain(scene)
    return _snow(scene) if "snow" in scene.weather else []


def _snow(scene: Scene) -> list[Voice]:
    """Air that is damped, flakes that tick, snow that slides off branches now and then."""
    heavy = scene.heaviness
    wooded = scene.place in WOODED or any(one.kind == "tree" for one in scene.subjects)
    slides = (
        Calls("snow_slide", 3.2, 0.13, 6, 20, 5), Calls("creak", 8.0, 0.03, 12, 26, 4, WIDE),
    )  # fmt: skip
    return [
        Bed(scene, "hush", -39 + 6 * heavy, squalls(scene, 0.25, "snow")),
        Bed(scene, "flakes", -46 + 8 * heavy, squalls(scene, 0.3, "flakes")),
        *(ambience(scene, "snow/wood", slides) if wooded else []),
    ]


def _rain(scene: Scene) -> list[Voice]:
    heavy = scene.heaviness
    far = 0.0 if "rain" in scene.weather or "rain" in scene.sounds else -6.0
    beds: list[Voice] = [
        Bed(scene, "hiss of rain", -34 + 15 * heavy + far, squalls(scene, 0.22, "hiss")),
        Bed(scene, "patter", -32 + 9 * heavy + far, squalls(scene, 0.16, "patter")),
        Bed(scene, "drops", -31 + 4 * heavy + far, squalls(scene, 0.1, "drops")),
    ]
    if scene.place in ("city", "street", "forest", "crossing", "old_town", "souk", "village"):
        beds.append(Bed(scene, "gutter", -40 + 12 * heavy + far, squalls(scene, 0.1, "gutter")))
    return beds


def squalls(scene: Scene, depth: float, name: str) -> Envelope:
    """Loudness left and right of rain that comes in slow waves, more so in wind."""
    phases = generator(scene.seed, "squalls", name).uniform(0, 2 * np.pi, (2, 2))
    depth *= 0.6 + 0.8 * scene.wind

    def envelope(t: np.ndarray) -> np.ndarray:
        both = [
            1.0 + depth * (0.7 * np.sin(0.7 * t + slow) + 0.3 * np.sin(2.3 * t + quick))
            for slow, quick in phases
        ]
        return np.stack(both, axis=-1)

    return envelope

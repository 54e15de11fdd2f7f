"""Lighting: the light of a scene from its hour and weather, one colour script for each."""

from dataclasses import replace
from functools import lru_cache

from PySide6.QtGui import QColor

from engine.animatic.indoor_light import place_light
from engine.animatic.light import Light, between, mixed
from engine.animatic.moods import MOODS
from engine.animatic.palette import before, palette_of, recoloured
from engine.animatic.scene import Hour, Scene, Weather
from engine.animatic.setting import setting_of


def _light(colours: str, sun: tuple[float, float], visibility: float, lamps: float) -> Light:
    """Seven colours: zenith, middle, horizon, key, ambient, haze, glow."""
    zenith, middle, horizon, key, ambient, haze, glow = map(QColor, colours.split())
    return Light(
        zenith, middle, horizon, key, ambient, haze, glow, *sun, visibility, lamps, lamps > 0.9
    )


HOURS: dict[Hour, Light] = {
    "dawn": _light(
        "#3f5590 #b58fb4 #ffcf9e #ffdcbc #8583ad #dfbcc8 #fff0c2", (0.3, -0.085), 9000, 0.35
    ),
    "day": _light(
        "#2668b8 #63a9e2 #d3ebf4 #fff8e8 #8fa6c8 #bfd9ea #fffbe6", (0.76, -0.43), 15000, 0.0
    ),
    "sunset": _light(
        "#232f6e #a9578c #ff9a57 #ffc795 #6f6394 #dd8b7b #ffe6a0", (0.64, -0.095), 9000, 0.45
    ),
    "night": _light(
        "#050a1e #0f1f47 #2b4574 #7f95c4 #2b3a63 #24395f #dfe9ff", (0.7, -0.36), 7000, 1.0
    ),
}

OVERCAST: dict[Hour, Light] = {
    "dawn": _light(
        "#6d7690 #9c9aac #d9c3b8 #cfc4c4 #8b8ba2 #bdb5ba #f2dcc8", (0.3, -0.12), 3200, 0.5
    ),
    "day": _light(
        "#6c7d92 #94a4b2 #c9d3d8 #bcc4cc #8793a6 #b3c0c8 #eef1f0", (0.6, -0.4), 3600, 0.15
    ),
    "sunset": _light(
        "#4a4d6c #8a6f86 #d79a80 #d8b3a2 #75708c #a98a90 #ffd7a0", (0.62, -0.1), 3000, 0.6
    ),
    "night": _light(
        "#101830 #1e2c4a #3c4c6a #7486aa #2f3c5c #303e5a #b8c6e0", (0.66, -0.36), 2600, 1.0
    ),
}

STORM: dict[Hour, Light] = {
    "dawn": _light(
        "#2f3548 #545a70 #a58f8c #9a9098 #565a72 #777684 #e8c8a8", (0.3, -0.12), 1900, 0.7
    ),
    "day": _light(
        "#2d3947 #4f606e #9aa7a6 #a3adb0 #5a6878 #76858c #e6ebe4", (0.6, -0.4), 2100, 0.5
    ),
    "sunset": _light(
        "#252840 #554a66 #c07a5c #b58673 #544e6a #7a6570 #ffc78c", (0.62, -0.1), 1900, 0.8
    ),
    "night": _light(
        "#0c1124 #1a2440 #3a4868 #6478a4 #2a3656 #2a3550 #a9b8dc", (0.66, -0.36), 1800, 1.0
    ),
}

LIKE: dict[Hour, tuple[Hour, Hour, float, tuple[float, float]]] = {
    "morning": ("dawn", "day", 0.62, (0.36, -0.24)),
    "afternoon": ("day", "sunset", 0.3, (0.72, -0.27)),
    "golden": ("sunset", "day", 0.3, (0.67, -0.15)),
    "dusk": ("sunset", "night", 0.58, (0.62, 0.05)),
    "midnight": ("night", "night", 0.0, (0.56, -0.46)),
}
"""The hours between the main ones: like one, partly like another, with a sun of their own."""
KEYS: dict[Hour, tuple[str, str, str, str]] = {
    "golden": ("#3f74b4", "#e6b98f", "#ffc879", "#ffd9a0"),
    "dusk": ("#141a4a", "#4a3f7c", "#e58a72", "#a294bc"),
    "midnight": ("#03061a", "#091536", "#1b3058", "#6479aa"),
}
"""Zenith, middle, horizon and key where a clear sky is no plain mixture."""

SEEN: dict[Weather, float] = {"fog": 110.0, "snow": 420.0, "rain": 900.0, "storm": 1300.0}


@lru_cache(maxsize=32)
def light_of(scene: Scene) -> Light:
    """The light of a scene; it stays the same from beginning to end."""
    light = _sky_light(scene)
    seen = [SEEN[one] * setting_of(scene.place).reach for one in scene.weather if one in SEEN]
    light = replace(light, visibility=min([light.visibility, *seen]))
    if scene.mood in MOODS:
        light = replace(light, visibility=light.visibility * MOODS[scene.mood].air)
    if "fog" in scene.weather:
        light = _fogged(light)
    if "snow" in scene.weather:
        light = _snowy(light)
    light, palette = before(place_light(scene, light), scene), palette_of(scene)
    return light if palette is None else recoloured(light, palette)


def overcast(weather: tuple[Weather, ...]) -> bool:
    """Whether clouds cover the sky from edge to edge."""
    return bool({"overcast", "rain", "snow", "storm"} & set(weather))


def _sky_light(scene: Scene) -> Light:
    if "storm" in scene.weather:
        return _at_hour(STORM, scene.hour)
    if overcast(scene.weather):
        return _at_hour(OVERCAST, scene.hour)
    light = _at_hour(HOURS, scene.hour)
    names = ("zenith", "middle", "horizon", "key")
    keys = map(QColor, KEYS.get(scene.hour, ()))
    return replace(light, **dict(zip(names, keys, strict=False)))


def _at_hour(script: dict[Hour, Light], hour: Hour) -> Light:
    """The script's light at an hour that it may not name itself."""
    if hour in script:
        return script[hour]
    one, other, part, (x, y) = LIKE[hour]
    return replace(between(script[one], script[other], part), sun_x=x, sun_y=y)


def _fogged(light: Light) -> Light:
    """Fog: the sky sinks into the haze, which is greyer, and shadows fill with it."""
    grey = QColor("#3a4760") if light.night else QColor("#cfd2d3")
    light = replace(light, haze=mixed(light.haze, grey, 0.55))
    return replace(
        light,
        zenith=mixed(light.zenith, light.haze, 0.3),
        middle=mixed(light.middle, light.haze, 0.5),
        horizon=mixed(light.horizon, light.haze, 0.6),
        key=mixed(light.key, light.ambient, 0.35),
        ambient=mixed(light.ambient, light.haze, 0.2),
        lamps=max(light.lamps, 0.3),
    )


def _snowy(light: Light) -> Light:
    """Snow on the ground throws light back up: shadows are paler and bluer."""
    lift = QColor("#5a6a8c") if light.night else QColor("#c6d0e2")
    return replace(
        light,
        zenith=mixed(light.zenith, QColor("#4b5870"), 0.3),
        middle=mixed(light.middle, QColor("#76849c"), 0.45),
        ambient=mixed(light.ambient, lift, 0.4),
        haze=mixed(light.haze, lift, 0.35),
        horizon=mixed(light.horizon, lift, 0.2),
    )

"""Light of places that the sky doesn't light: rooms, caves, the deep sea, other worlds."""

from dataclasses import replace

from PySide6.QtGui import QColor

from engine.animatic.light import Light, mixed
from engine.animatic.scene import Scene
from engine.animatic.setting import setting_of

CLEAR = 1e7
"""Metres: where the air takes nothing from what is seen."""


def place_light(scene: Scene, light: Light) -> Light:
    """The light at the scene's place, given what the sky would give."""
    setting = setting_of(scene.place)
    kind = str(setting.trait("light", "room" if setting.indoors else "sky"))
    if kind == "sky":
        return light
    return LIGHTS[kind](light, str(setting.trait("lamp", "#ffd9a0")))


def dimness(light: Light) -> float:
    """How little daylight there is, 0 at noon to 1 at night, by the sky's own brightness."""
    bright = light.horizon.lightnessF() * 0.6 + light.key.lightnessF() * 0.4
    return min(max((0.86 - bright) / 0.5, 0.0), 1.0)


def _room(light: Light, lamp: str) -> Light:
    """Daylight through the windows by day, warm lamps as it goes."""
    dark = dimness(light)
    warm = QColor(lamp)
    key = mixed(
        mixed(light.key, QColor("#fff6e6"), 0.5), mixed(warm, QColor("#ffffff"), 0.25), dark
    )
    day = mixed(QColor("#d2ccc4"), light.ambient, 0.12)
    night = mixed(QColor("#4e4046"), warm, 0.12)
    return replace(
        light,
        key=key,
        ambient=mixed(day, night, dark),
        haze=mixed(day, night, dark),
        glow=mixed(warm, QColor("#ffffff"), 0.3),
        sun_x=0.2 if light.sun_x < 0.5 else 0.8,
        sun_y=-0.55,
        visibility=CLEAR,
        lamps=max(dark, 0.2),
    )


def _stage(light: Light, lamp: str) -> Light:
    """Darkness but for what the spotlights pick out."""
    warm = QColor(lamp)
    return replace(
        light, key=mixed(warm, QColor("#ffffff"), 0.55), ambient=QColor("#5c4a5e"),
        haze=QColor("#140d16"), glow=warm, sun_x=0.5, sun_y=-0.8, visibility=CLEAR, lamps=1.0,
        night=True,
    )  # fmt: skip


def _studio(light: Light, lamp: str) -> Light:
    """Large soft lights from above: hardly any shade."""
    return replace(
        light, key=QColor("#ffffff"), ambient=mixed(QColor("#a8a8b2"), QColor(lamp), 0.12),
        haze=QColor("#b9b9c0"), glow=QColor("#ffffff"), sun_x=0.25, sun_y=-0.6, visibility=CLEAR,
        lamps=0.0, night=False,
    )  # fmt: skip


def _cave(light: Light, lamp: str) -> Light:
    """Torches inside, a breath of daylight from the mouth."""
    outside = mixed(light.key, QColor("#9fc4d8"), 0.4)
    return replace(
        light, key=mixed(outside, QColor(lamp), 0.35), ambient=QColor("#3d4254"),
        haze=mixed(QColor("#1a2230"), light.middle, 0.1), glow=outside, sun_x=0.5, sun_y=-0.5,
        visibility=45.0, lamps=0.8,
    )  # fmt: skip


def _deep(light: Light, lamp: str) -> Light:
    """Under water: red is gone, and after some metres everything is blue."""
    dark = dimness(light)
    blue = mixed(QColor("#2d9bc4"), QColor("#0b2a55"), 0.75 * dark)
    warm = mixed(light.key, QColor("#ffffff"), 0.3) if not light.night else QColor("#7fa6d8")
    far = mixed(light.horizon, QColor("#2b5f8c"), 0.5)
    return replace(
        light,
        zenith=mixed(QColor("#9fe6ee"), far, 0.3 + 0.5 * dark),
        middle=mixed(QColor("#3fb0d0"), QColor("#164a80"), 0.8 * dark),
        horizon=blue,
        key=mixed(mixed(QColor("#d6fff6"), warm, 0.3), QColor("#5d86c0"), 0.6 * dark),
        ambient=mixed(QColor("#3c86a8"), QColor("#1d3f70"), 0.7 * dark),
        haze=blue,
        glow=QColor("#e8fff4") if dark < 0.6 else QColor("#b9d6ff"),
        sun_y=-0.5,
        visibility=20.0,
        lamps=0.0,
    )  # fmt: skip


def _vacuum(light: Light, lamp: str) -> Light:
    """No air: hard sun, black shade, nothing between us and the farthest hill."""
    return replace(
        light, zenith=QColor("#02030a"), middle=QColor("#04060f"), horizon=QColor("#070a16"),
        key=QColor("#fffaf0"), ambient=QColor("#3a4054"), haze=QColor("#04060f"),
        glow=QColor("#ffffff"), sun_x=light.sun_x, sun_y=-0.35, visibility=CLEAR, lamps=0.6,
        night=True,
    )  # fmt: skip


def _dust(light: Light, lamp: str) -> Light:
    """Mars: the air is full of red dust, blue only round a low sun."""
    dark = dimness(light)
    night = QColor("#1a0f16")
    return replace(
        light,
        zenith=mixed(QColor("#a8704c"), night, dark),
        middle=mixed(QColor("#d59a6c"), mixed(night, QColor("#4a2a2a"), 0.5), dark),
        horizon=mixed(QColor("#f0cba0"), QColor("#6a4038"), dark),
        key=mixed(QColor("#fff0dc"), QColor("#a88a9c"), dark),
        ambient=mixed(QColor("#a87a68"), QColor("#4a3440"), dark),
        haze=mixed(QColor("#e0ae80"), QColor("#4a2c2c"), dark),
        glow=mixed(QColor("#fff4e4"), QColor("#bcd0f0"), 0.7 * dark),
        visibility=5000.0,
    )


def _alien(light: Light, lamp: str) -> Light:
    """A violet sky under a strange sun."""
    dark = dimness(light)
    night = QColor("#0c0a22")
    return replace(
        light,
        zenith=mixed(QColor("#3a2f7a"), night, dark),
        middle=mixed(QColor("#8a5fb0"), mixed(night, QColor("#3a2a60"), 0.6), dark),
        horizon=mixed(QColor("#f2a8b8"), QColor("#6a4a8c"), dark),
        key=mixed(QColor("#ffe6d8"), QColor("#a8a0d8"), dark),
        ambient=mixed(QColor("#8f7fb8"), QColor("#3f3a6a"), dark),
        haze=mixed(QColor("#c08fc0"), QColor("#4a3a70"), dark),
        glow=QColor("#fff0e0"),
        visibility=6000.0,
    )


LIGHTS = {
    "room": _room,
    "stage": _stage,
    "studio": _studio,
    "cave": _cave,
    "deep": _deep,
    "vacuum": _vacuum,
    "dust": _dust,
    "alien": _alien,
}
"""What a setting's `light` may be, besides sky."""

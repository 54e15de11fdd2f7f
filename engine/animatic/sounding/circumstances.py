"""Circumstances: hour, weather and place as those who sing, chirp and blow care for them."""

from engine.animatic.hours import main_hour
from engine.animatic.scene import Scene
from engine.animatic.setting import setting_of

AIRLESS = ("moon", "space", "void", "underwater", "coral_reef")


def is_dark(scene: Scene) -> bool:
    """Whether it is night."""
    return main_hour(scene.hour) == "night"


def is_rough(scene: Scene) -> bool:
    """Whether rain, snow or wind keep animals silent."""
    return bool({"rain", "storm", "snow"} & set(scene.weather)) or scene.wind > 0.6


def is_open(scene: Scene) -> bool:
    """Whether the air moves here: neither indoors nor where there is none."""
    return not setting_of(scene.place).indoors and scene.place not in (*AIRLESS, "cave")

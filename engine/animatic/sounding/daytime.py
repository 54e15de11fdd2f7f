"""Daytime: what the hour means for those who sing, drive and chirp."""

from engine.animatic.scene import Scene

DARK = ("night", "midnight")
EARLY = ("dawn", "morning")


def is_dark(scene: Scene) -> bool:
    """Whether it is night."""
    return scene.hour in DARK


def is_early(scene: Scene) -> bool:
    """Whether the birds have just begun to sing."""
    return scene.hour in EARLY


def is_rough(scene: Scene) -> bool:
    """Whether rain, snow or wind keep animals silent."""
    return bool({"rain", "storm", "snow"} & set(scene.weather)) or scene.wind > 0.6

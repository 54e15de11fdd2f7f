"""Families: all that sounds in scenes; each gives its voices for a scene."""

from typing import Protocol

from engine.animatic.scene import Scene
from engine.animatic.sounding import (
    beds,
    birdcalls,
    burners,
    engines,
    footsteps,
    insects,
    named,
    rainfall,
    signals,
    surf,
    traffic,
    wind,
)
from engine.animatic.sounding.voice import Voice


class Family(Protocol):
    """A module whose sounds belong together."""

    def voices(self, scene: Scene) -> list[Voice]:
        """What of it sounds in the scene; an empty list where nothing does."""
        ...


FAMILIES: tuple[Family, ...] = (
    surf, wind, rainfall, traffic, insects, engines, burners, birdcalls, footsteps,
    signals, beds, named,
)  # fmt: skip

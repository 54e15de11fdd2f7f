"""Families: all that sounds in scenes; each gives its voices for a scene."""

from typing import Protocol

from engine.animatic.scene import Scene
from engine.animatic.sounding import (
    animals,
    beds,
    birdcalls,
    burners,
    doings,
    engines,
    fireworks,
    footsteps,
    indoors,
    insects,
    named,
    objects,
    rainfall,
    signals,
    splashes,
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


AMBIENT: tuple[Family, ...] = (
    surf, wind, rainfall, traffic, insects, birdcalls, signals, indoors, beds,
)  # fmt: skip
"""What is around."""
FOREGROUND: tuple[Family, ...] = (
    engines, burners, fireworks, footsteps, animals, splashes, doings, objects, named,
)  # fmt: skip
"""What is seen to happen, or asked for by name."""

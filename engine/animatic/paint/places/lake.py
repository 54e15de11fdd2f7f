"""A lake: still water between us and a wooded shore, with mountains behind it."""

from engine.animatic.paint.places import land, sea
from engine.animatic.stage import Stage

CALM = 0.3
"""How high a lake's waves get, as part of the open sea's."""


def paint(stage: Stage) -> None:
    """Far peaks, the other shore, and the water that mirrors them."""
    land.shore(stage)
    sea.paint(stage, CALM)

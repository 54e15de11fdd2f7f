"""A lake: still water between us and a wooded shore, with mountains behind it; a bank at our feet
where somebody stands on it."""

from engine.animatic.build import build_of
from engine.animatic.paint.places import country, land, sea
from engine.animatic.scene import Scene
from engine.animatic.stage import Stage

CALM = 0.3
"""How high a lake's waves get, as part of the open sea's."""
ON_LAND = frozenset({"quadruped", "person", "crowd", "car", "road_vehicle", "snowman", "building"})
"""Painters of what doesn't float."""
WET = frozenset({"swim", "dive", "float", "bathe"})
FARTHEST_BANK = 20.0


def paint(stage: Stage) -> None:
    """Far peaks, the other shore, the water that mirrors them, and the bank."""
    land.shore(stage)
    bank = bank_of(stage.scene)
    sea.paint(stage, CALM, max(bank - 0.3, 0.0))
    if bank:
        country.paint_ground(stage, bank)
        country.paint_props(stage)


def bank_of(scene: Scene) -> float:
    """Depth at which the near bank ends: behind all that stand on it, 0 where nobody does."""
    standing = [
        one.z
        for one in scene.subjects
        if one.carrier < 0
        and one.z < FARTHEST_BANK
        and one.act not in WET
        and build_of(one.kind).painter in ON_LAND
    ]
    return max(standing) + 1.2 if standing else 0.0

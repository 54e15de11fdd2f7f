"""Rivers: a far bank with what grows and stands there, its mirror, and the bank at our feet."""

from engine.animatic.paint.places import country, sea
from engine.animatic.paint.props import show
from engine.animatic.paint.scenery import SHAPES
from engine.animatic.scene import Scene
from engine.animatic.stage import Stage

STANDING_FAR = 60.0


def paint(stage: Stage) -> None:
    """Ranges, the far bank, water, boats, and the near bank."""
    country.paint_far(stage)
    bank = country.props_of(stage, "behind")
    show(stage, bank, SHAPES)
    near = near_bank(stage.scene, float(country.wanted(stage, "bank", "7")))
    sea.paint(stage, float(country.wanted(stage, "calm", "0.25")), near - 0.3)
    country.paint_near(stage)
    show(stage, bank, SHAPES)
    show(stage, country.props_of(stage, "afloat"), SHAPES, calm=True)
    country.paint_ground(stage, near)
    show(stage, [one for one in country.props_of(stage) if one.z < near], SHAPES)


def near_bank(scene: Scene, wanted: float) -> float:
    """Where the near bank ends: behind everyone who stands on it."""
    afloat = {"sailboat"}
    standing = [one.z for one in scene.subjects if one.kind not in afloat and one.z < STANDING_FAR]
    return max([wanted, *(z + 1.0 for z in standing[:1] if z < 2.5 * wanted)])

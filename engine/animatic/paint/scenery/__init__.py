"""Scenery: the shapes of all that stands about in places, by name."""

from engine.animatic.paint.props import Shape
from engine.animatic.paint.scenery import built, furniture, greenery, waterside

SHAPES: dict[str, Shape] = {
    **greenery.SHAPES,
    **built.SHAPES,
    **furniture.SHAPES,
    **waterside.SHAPES,
}

"""A stage: one moment of a scene being painted, handed from painter to painter, back to front."""

from dataclasses import dataclass
from random import Random

from PySide6.QtGui import QImage, QPainter

from engine.animatic.light import Light
from engine.animatic.scene import Scene
from engine.animatic.view import View
from engine.animatic.wardrobe import Wardrobe


@dataclass(frozen=True, slots=True)
class Stage:
    """What a painter needs. A painter is a function `paint(stage)`; it paints over what is there
    and leaves the QPainter as it found it. Two stages with equal scene, t and size give the same
    pixels, whatever was painted before. `sun` is where the sun has moved to where the hour changes;
    the light's own place counts for all that is painted once. `beneath` is the picture that a style
    finishes, where it was painted smaller than the frame."""

    painter: QPainter
    scene: Scene
    light: Light
    view: View
    wardrobe: Wardrobe
    t: float
    sun: tuple[float, float] | None = None
    beneath: QImage | None = None

    @property
    def width(self) -> int:
        """Pixels across."""
        return self.view.width

    @property
    def height(self) -> int:
        """Pixels down."""
        return self.view.height

    def chance(self, name: str) -> Random:
        """A fresh random stream, the same for the same scene seed and name at every moment."""
        return Random(f"{self.scene.seed}/{name}")

"""The camera: where it stands and looks at one moment, and how the world meets the frame."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF

NEAREST = 0.5


@dataclass(frozen=True, slots=True)
class View:
    """A pinhole camera looking along z, over a frame of `width` by `height` pixels.

    `x`, `y`, `z` in metres; `focal` in frame heights; `horizon` is the height in the frame
    (0 top to 1 bottom) at which things as high as the camera appear; `pan` and `tilt` move the
    whole picture by frame heights; `zoom` is how much longer the lens is now than at rest.
    """

    width: int
    height: int
    x: float = 0.0
    y: float = 1.7
    z: float = 0.0
    focal: float = 1.0
    horizon: float = 0.6
    pan: float = 0.0
    tilt: float = 0.0
    zoom: float = 1.0

    def pixels_per_metre(self, z: float) -> float:
        """How large a metre at depth z appears, in pixels."""
        return self.focal * self.zoom * self.height / max(z - self.z, NEAREST)

    def horizon_y(self) -> float:
        """Pixel row of the horizon."""
        return (self.horizon + self.tilt) * self.height

    def project(self, x: float, y: float, z: float) -> QPointF:
        """Pixel position of a point of the world."""
        scale = self.pixels_per_metre(z)
        across = self.width / 2 - self.pan * self.height + (x - self.x) * scale
        return QPointF(across, self.horizon_y() - (y - self.y) * scale)

    def ground_y(self, z: float) -> float:
        """Pixel row where the ground lies at depth z."""
        return self.horizon_y() + self.y * self.pixels_per_metre(z)

    def depth_at(self, row: float) -> float:
        """Depth at which the ground meets a pixel row below the horizon."""
        below = max(row - self.horizon_y(), 1e-3)
        return self.z + self.y * self.focal * self.zoom * self.height / below

    def sees(self, x: float, z: float, reach: float) -> bool:
        """Whether something `reach` metres wide at (x, z) can touch the frame."""
        if z - self.z < NEAREST:
            return False
        middle, half = self.project(x, 0, z).x(), reach * self.pixels_per_metre(z)
        return middle + half >= 0 and middle - half <= self.width

"""Light: the colours and the sun or moon that every layer and subject of a scene share."""

from dataclasses import dataclass
from math import exp

from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True)
class Light:
    """`sun_x`, `sun_y`: the sun or moon in the frame, 0 to 1 across and as parts of the height
    above (negative) or below the horizon. `key` colours what faces it, `ambient` what doesn't,
    `haze` what is far. `visibility` in metres: how far until a third of the colour is left.
    `lamps` 0 to 1: how much lit windows, headlights and street lamps show.
    """

    zenith: QColor
    middle: QColor
    horizon: QColor
    key: QColor
    ambient: QColor
    haze: QColor
    glow: QColor
    sun_x: float
    sun_y: float
    visibility: float
    lamps: float
    night: bool

    def far(self, colour: QColor, z: float) -> QColor:
        """The colour seen through z metres of air."""
        return mixed(colour, self.haze, 1.0 - exp(-max(z, 0.0) / self.visibility))

    def lit(self, colour: QColor, facing: float, z: float = 0.0) -> QColor:
        """The colour where a surface faces the key light by `facing`, 0 to 1, at depth z."""
        part = min(max(facing, 0.0), 1.0)
        clear = exp(-max(z, 0.0) / self.visibility)
        keep, bright, air = clear * (1.0 - part), clear * part, 1.0 - clear
        red, green, blue, alpha = colour.getRgbF()
        dim_red, dim_green, dim_blue, _ = self.ambient.getRgbF()
        key_red, key_green, key_blue, _ = self.key.getRgbF()
        far_red, far_green, far_blue, far_alpha = self.haze.getRgbF()
        return QColor.fromRgbF(
            red * (dim_red * keep + key_red * bright) + far_red * air,
            green * (dim_green * keep + key_green * bright) + far_green * air,
            blue * (dim_blue * keep + key_blue * bright) + far_blue * air,
            alpha * clear + far_alpha * air,
        )


def mixed(one: QColor, other: QColor, part: float) -> QColor:
    """`part` of the other colour, the rest of the one; alpha too."""
    keep = 1.0 - part
    red, green, blue, alpha = one.getRgbF()
    to_red, to_green, to_blue, to_alpha = other.getRgbF()
    return QColor.fromRgbF(
        red * keep + to_red * part,
        green * keep + to_green * part,
        blue * keep + to_blue * part,
        alpha * keep + to_alpha * part,
    )


def multiplied(colour: QColor, by: QColor) -> QColor:
    """The colour in the light of another; white light leaves it as it is."""
    red, green, blue, alpha = colour.getRgbF()
    by_red, by_green, by_blue, _ = by.getRgbF()
    return QColor.fromRgbF(red * by_red, green * by_green, blue * by_blue, alpha)


def faded(colour: QColor, alpha: float) -> QColor:
    """The same colour with this alpha, 0 to 1."""
    result = QColor(colour)
    result.setAlphaF(min(max(alpha, 0.0), 1.0))
    return result


def between(one: Light, other: Light, part: float) -> Light:
    """A light `part` of the way from one to another; lamps and sun go with it, and it is night as
    soon as lamps are lit as at night."""
    names = ("zenith", "middle", "horizon", "key", "ambient", "haze", "glow")
    colours = {name: mixed(getattr(one, name), getattr(other, name), part) for name in names}
    numbers = {
        name: getattr(one, name) * (1.0 - part) + getattr(other, name) * part
        for name in ("sun_x", "sun_y", "visibility", "lamps")
    }
    return Light(**colours, **numbers, night=numbers["lamps"] > 0.9)

"""Where logos and titles lie in the frame: inside the margins that screens and feeds leave."""

from app.command_line.quantities import Size
from app.edits.adding import LOGO_SCALE
from engine.contract.plan import Transform

MARGIN = 0.05
LEVEL_HEIGHTS = {"top": 0.12, "middle": 0.5, "bottom": 0.86}


def corner(where: str, picture: Size, frame: Size) -> Transform:
    """A logo of `picture` pixels in a corner of the frame, or in its centre.

    The margin is the same number of pixels on both sides, a part of the frame's shorter side.
    """
    if where == "centre":
        return Transform(scale=LOGO_SCALE)
    fit = min(frame.width / picture.width, frame.height / picture.height) * LOGO_SCALE
    margin = MARGIN * min(frame)
    x = (margin + picture.width * fit / 2) / frame.width
    y = (margin + picture.height * fit / 2) / frame.height
    return Transform(
        x if where.endswith("left") else 1 - x, y if where.startswith("top") else 1 - y, LOGO_SCALE
    )


def level(where: str) -> Transform:
    """A title across the middle, at the top, middle or bottom of the frame."""
    return Transform(y=LEVEL_HEIGHTS[where])

"""Pictures that a take goes by, as its model is given them: RGB at the run's size."""

from typing import TYPE_CHECKING

import numpy as np

from engine.animatic.references import contained, covering, moves
from engine.contract.events import EngineFault
from engine.contract.making import Making
from engine.contract.shot import MediaRef, Role

if TYPE_CHECKING:
    from PIL.Image import Image

THINGS: tuple[Role, ...] = ("subject", "logo", "style", "backdrop")
WHITE, BLACK = 255, 0


def filling(media: MediaRef, making: Making) -> "Image":
    """The picture, as large as covers all, on black."""
    return on_ground(covering(media, making.run.width, making.run.height), BLACK)


def things(making: Making, needed: bool) -> tuple["Image", ...]:
    """Pictures of what is to be in the shot, whole, on white. Raises EngineFault bad_request where
    one is `needed` and there is none."""
    size = (making.run.width, making.run.height)
    media = [
        each.media
        for each in making.request.references
        if each.role in THINGS and not moves(each.media)
    ]
    if needed and not media:
        raise lacking(f"the task {making.run.task} without a picture of something to show")
    return tuple(_centred(on_ground(contained(each, *size), WHITE), size) for each in media)


def on_ground(pixels: np.ndarray, ground: int) -> "Image":
    """An RGB picture of premultiplied BGRA over a grey of this level."""
    from PIL import Image

    rgb = pixels[..., 2::-1]
    if ground:
        clear = WHITE - pixels[..., 3:].astype(np.uint16)
        rgb = (rgb + clear * ground // WHITE).astype(np.uint8)
    return Image.fromarray(np.ascontiguousarray(rgb))


def lacking(what: str) -> EngineFault:
    """What to raise where there is nothing that a task goes by."""
    return EngineFault("bad_request", what)


def _centred(image: "Image", size: tuple[int, int]) -> "Image":
    from PIL import Image

    ground = Image.new("RGB", size, (WHITE, WHITE, WHITE))
    ground.paste(image, ((size[0] - image.width) // 2, (size[1] - image.height) // 2))
    return ground

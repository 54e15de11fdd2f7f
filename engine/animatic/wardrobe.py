"""A wardrobe: what was painted once for a scene and a size, and is used at every moment."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from typing import TypeVar

import numpy as np
from PySide6.QtGui import QImage

Kept = TypeVar("Kept")

MOST_BYTES = 384 << 20
"""What one scene may keep: about forty-five pictures of 1920x1080."""
LITTLE = 512
"""What anything else than a picture is taken to weigh."""
ALIKE = 16
"""How many parts of a long row are weighed: looking at thousands of plants would take longer than
painting them."""


class Wardrobe:
    """Pictures and paths by name. What was not used for longest leaves first; since everything can
    be made again with the same bits, leaving costs time alone."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most, self._held = most, 0
        self._kept: OrderedDict[Hashable, object] = OrderedDict()
        self._weights: dict[Hashable, int] = {}

    def keep(self, key: Hashable, make: Callable[[], Kept]) -> Kept:
        """What `make` returned for this key, now or earlier."""
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]  # type: ignore[return-value]
        made = make()
        self._weights[key] = bytes_of(made)
        self._kept[key] = made
        self._held += self._weights[key]
        while self._held > self._most and len(self._kept) > 1:
            left, _ = self._kept.popitem(last=False)
            self._held -= self._weights.pop(left)
        return made

    @property
    def held(self) -> int:
        """Bytes that everything kept takes together."""
        return self._held


def bytes_of(made: object) -> int:
    """About how many bytes of pictures something holds, however it groups them."""
    if isinstance(made, QImage):
        return made.sizeInBytes()
    if isinstance(made, (int, float, str)):
        return LITTLE
    if isinstance(made, np.ndarray):
        return made.nbytes
    if isinstance(made, (tuple, list)):
        few = made[:ALIKE]
        return LITTLE + sum(bytes_of(part) for part in few) * len(made) // max(len(few), 1)
    if isinstance(made, dict):
        return LITTLE + sum(bytes_of(part) for part in made.values())
    if is_dataclass(made):
        return LITTLE + sum(bytes_of(getattr(made, each.name)) for each in fields(made))
    return LITTLE

"""Takes out of an extension what its colours have drifted from those of the film before."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from PIL.Image import Image

GAINS = 0.8, 1.25
"""The least and most that contrast is changed by: more would be another light, not a drift."""


def new_pictures(
    pieces: Iterable[np.ndarray], before: Sequence["Image"], count: int
) -> Iterator[np.ndarray]:
    """The `count` pictures after those that were made again of the film `before`, in its colours.

    Pieces are uint8 RGB (some, height, width, 3). What was made again shows the drift: each
    channel's mean and spread are brought back to what they were (E. Reinhard et al., "Color
    Transfer between Images", IEEE CG&A 2001, without its change of colour space).
    """
    again: list[np.ndarray] = []
    table: np.ndarray | None = None
    for piece in pieces:
        missing = len(before) - len(again)
        again.extend(piece[:missing])
        fresh = piece[max(missing, 0) :][:count]
        if len(fresh):
            if table is None:
                table = _table(np.stack(again), np.stack([np.asarray(each) for each in before]))
            count -= len(fresh)
            yield _looked_up(table, fresh)


def _table(drifted: np.ndarray, meant: np.ndarray) -> np.ndarray:
    """uint8 (3, 256): the level of each channel for every level."""
    levels = np.arange(256, dtype=np.float64)
    rows = []
    for channel in range(3):
        was, wanted = drifted[..., channel].astype(float), meant[..., channel].astype(float)
        gain = np.clip(wanted.std() / max(was.std(), 1e-6), *GAINS) if was.std() > 1 else 1.0
        rows.append((levels - was.mean()) * gain + wanted.mean())
    return np.stack(rows).round().clip(0, 255).astype(np.uint8)


def _looked_up(table: np.ndarray, pictures: np.ndarray) -> np.ndarray:
    return np.stack([table[channel][pictures[..., channel]] for channel in range(3)], axis=-1)

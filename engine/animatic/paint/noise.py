"""Fields of smooth chance: cloud shapes, ridges, water, paper. All repeat from left to right."""

from random import Random

import cv2
import numpy as np

PAD = 2


def grain(chance: Random, rows: int, columns: int) -> np.ndarray:
    """White noise, float32 (rows, columns), 0 to 1."""
    return np.random.default_rng(chance.getrandbits(64)).random((rows, columns), np.float32)


def soft(chance: Random, rows: int, columns: int, cell: int, wide: int = 1) -> np.ndarray:
    """Value noise, float32 0 to 1, in cells of `cell` rows by `cell * wide` columns (Perlin 1985's
    lattice, cubic between). It repeats left to right; `columns` must be a multiple of a cell."""
    down, across = -(-rows // cell), columns // (cell * wide)
    lattice = grain(chance, down + 2 * PAD, across)
    lattice = np.concatenate([lattice[:, -PAD:], lattice, lattice[:, :PAD]], axis=1)
    if cell * wide == 1:
        return lattice[PAD : PAD + rows, PAD : PAD + columns]
    # Across first and cut, then down: at once, most of it would be made to be thrown away.
    size, left = ((across + 2 * PAD) * cell * wide, down + 2 * PAD), PAD * cell * wide
    broad = cv2.resize(lattice, size, interpolation=cv2.INTER_CUBIC)[:, left : left + columns]
    size = (columns, (down + 2 * PAD) * cell)
    whole = cv2.resize(np.ascontiguousarray(broad), size, interpolation=cv2.INTER_CUBIC)
    return whole[PAD * cell : PAD * cell + rows]


def layered(
    chance: Random,
    rows: int,
    columns: int,
    cell: int,
    octaves: int,
    wide: int = 1,
    gain: float = 0.5,
) -> np.ndarray:
    """Octaves of `soft` from coarse to fine (fractional Brownian motion), float32, mean 0.5."""
    total = np.zeros((rows, columns), np.float32)
    weight, sum_of_weights = 1.0, 0.0
    for octave in range(octaves):
        size = cell >> octave
        if size < 1:
            break
        total += weight * soft(chance, rows, columns, size, wide)
        sum_of_weights += weight
        weight *= gain
    return total / sum_of_weights


def steps(low: float, high: float, values: np.ndarray) -> np.ndarray:
    """0 below `low`, 1 above `high`, smooth between."""
    part = np.clip((values - low) / (high - low), 0.0, 1.0)
    return part * part * (3.0 - 2.0 * part)

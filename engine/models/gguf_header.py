"""Reads which tensors a .gguf file holds, trusting nothing that it says about itself.

Format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md, versions 2 and 3.
"""

import math
import struct
from pathlib import Path
from typing import BinaryIO

from engine.contract.events import EngineFault
from engine.models.safetensors_header import PICKLE_MARKS, Shapes

MAGIC = b"GGUF"
VERSIONS = (2, 3)
MOST_HEADER_BYTES = 32 << 20
MOST_TENSORS = 100_000
MOST_FACTS = 10_000
MOST_SIDES = 8
USUAL_ALIGNMENT = 32

STRING, ARRAY = 8, 9
NUMBER_BYTES = {0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8}
"""Bytes of each kind of number that a fact may be."""

BLOCKS = {
    0: (1, 4), 1: (1, 2), 2: (32, 18), 3: (32, 20), 6: (32, 22), 7: (32, 24), 8: (32, 34),
    9: (32, 36), 10: (256, 84), 11: (256, 110), 12: (256, 144), 13: (256, 176), 14: (256, 210),
    15: (256, 292), 20: (32, 18), 23: (256, 136), 24: (1, 1), 25: (1, 2), 26: (1, 4), 27: (1, 8),
    28: (1, 8), 30: (1, 2),
}  # fmt: skip
"""How many numbers a block of each tensor type holds, and its bytes."""


class _Reader:
    """Reads a file's start, never past MOST_HEADER_BYTES."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self.position = file, 0

    def take(self, count: int) -> bytes:
        """Exactly so many bytes. Raises ValueError."""
        if count > MOST_HEADER_BYTES - self.position:
            raise ValueError("its header is too long")
        part = self._file.read(count)
        if len(part) < count:
            raise ValueError("it ends inside its header")
        self.position += count
        return part

    def number(self, form: str = "<Q") -> int:
        """One number, eight bytes without a sign unless told."""
        return struct.unpack(form, self.take(struct.calcsize(form)))[0]

    def count(self, most: int) -> int:
        """A number of things to come, at most so many."""
        number = self.number()
        if number > most:
            raise ValueError(f"it says that {number} things follow")
        return number

    def text(self) -> str:
        """A string with its length before it."""
        return self.take(self.number()).decode(errors="replace")

    def skip(self, kind: int) -> None:
        """A fact's value."""
        if kind == STRING:
            self.take(self.number())
        elif kind == ARRAY:
            self._skip_array()
        elif kind in NUMBER_BYTES:
            self.take(NUMBER_BYTES[kind])
        else:
            raise ValueError(f"a fact is of the unknown kind {kind}")

    def _skip_array(self) -> None:
        kind, count = self.number("<I"), self.count(MOST_HEADER_BYTES)
        if kind in NUMBER_BYTES:
            self.take(NUMBER_BYTES[kind] * count)
        elif kind == STRING:
            for _ in range(count):
                self.skip(kind)
        else:
            raise ValueError("it holds arrays in arrays")


def gguf_shapes(path: Path) -> Shapes:
    """Every tensor's shape, outermost side first. Raises EngineFault model_pickled, model_damaged;
    OSError. A file that passes is long enough for its tensors."""
    with path.open("rb") as file:
        reader = _Reader(file)
        try:
            return _shapes(reader, path.stat().st_size)
        except _Pickled as error:
            raise EngineFault("model_pickled", str(path)) from error
        except ValueError as error:
            raise EngineFault("model_damaged", str(path), str(error)) from error


class _Pickled(Exception):
    """It is no GGUF file but a pickle."""


def _shapes(reader: _Reader, size: int) -> Shapes:
    magic = reader.take(len(MAGIC))
    if magic.startswith(PICKLE_MARKS):
        raise _Pickled
    if magic != MAGIC or reader.number("<I") not in VERSIONS:
        raise ValueError("it doesn't begin as a GGUF file of a known version")
    tensors, facts = reader.count(MOST_TENSORS), reader.count(MOST_FACTS)
    alignment = _alignment(reader, facts)
    shapes, end = Shapes(), 0
    for _ in range(tensors):
        name, shape, stop = _tensor(reader)
        shapes[name], end = shape, max(end, stop)
    start = -(-reader.position // alignment) * alignment
    if start + end > size and end:
        raise ValueError(f"it has {size} bytes where its tensors need {start + end}")
    return shapes


def _alignment(reader: _Reader, facts: int) -> int:
    alignment = USUAL_ALIGNMENT
    for _ in range(facts):
        name, kind = reader.text(), reader.number("<I")
        if name == "general.alignment" and kind == 4:
            alignment = reader.number("<I")
        else:
            reader.skip(kind)
    if not 1 <= alignment <= 1 << 20:
        raise ValueError(f"its tensors lie {alignment} bytes apart")
    return alignment


def _tensor(reader: _Reader) -> tuple[str, tuple[int, ...], int]:
    """Name, shape, and where its bytes end, counted from the first tensor's."""
    name, sides = reader.text(), reader.number("<I")
    if sides > MOST_SIDES:
        raise ValueError(f"the tensor {name[:80]} has {sides} sides")
    shape = tuple(reversed([reader.number() for _ in range(sides)]))
    kind, offset = reader.number("<I"), reader.number()
    numbers, block = BLOCKS.get(kind, (1, 0))
    return name, shape, offset + math.prod(shape) // numbers * block

"""Reads which tensors a .safetensors file holds, trusting nothing that it says about itself.

Format: https://huggingface.co/docs/safetensors: eight bytes with the header's length, the header in
JSON, then the tensors' bytes without a gap.
"""

import math
from pathlib import Path
from typing import Annotated

import msgspec

from engine.contract.events import EngineFault

Shapes = dict[str, tuple[int, ...]]

LENGTH_BYTES = 8
MOST_HEADER_BYTES = 32 << 20
"""Some ten times what the largest models need."""

MOST_SIDES = 16
ABOUT_THE_FILE = "__metadata__"
PICKLE_MARKS = (b"\x80\x02", b"\x80\x03", b"\x80\x04", b"\x80\x05", b"PK\x03\x04", b"PK\x05\x06")
"""How pickles begin, and the zip archives that torch.save puts them in; and so does the length of
one honest header in two thousand."""

BITS = {
    "BOOL": 8, "U8": 8, "I8": 8, "F8_E5M2": 8, "F8_E4M3": 8, "F8_E8M0": 8,
    "F8_E4M3FNUZ": 8, "F8_E5M2FNUZ": 8, "U16": 16, "I16": 16, "F16": 16, "BF16": 16,
    "U32": 32, "I32": 32, "F32": 32, "C64": 64, "U64": 64, "I64": 64, "F64": 64,
    "F4": 4, "F6_E2M3": 6, "F6_E3M2": 6,
}  # fmt: skip


class _Tensor(msgspec.Struct):
    dtype: str
    # With thousands of sides the product alone would take hours.
    shape: Annotated[tuple[int, ...], msgspec.Meta(max_length=MOST_SIDES)]
    data_offsets: tuple[int, int]


def safetensors_shapes(path: Path) -> Shapes:
    """Every tensor's shape. Raises EngineFault model_pickled, model_damaged; OSError.

    A file that passes is as long as its header says and has no byte outside its tensors.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        start = file.read(LENGTH_BYTES)
        length = int.from_bytes(start, "little")
        fits = 2 <= length <= min(MOST_HEADER_BYTES, size - LENGTH_BYTES)
        header = file.read(length) if fits else b""
    if not header.startswith(b"{"):
        if start.startswith(PICKLE_MARKS):
            raise EngineFault("model_pickled", str(path))
        raise _damaged(path, "it has no header" if fits else "the length of its header can't be")
    tensors = _tensors(path, header)
    _refuse_gaps(path, tensors, size - LENGTH_BYTES - length)
    return {name: tensor.shape for name, tensor in tensors.items()}


def _tensors(path: Path, header: bytes) -> dict[str, _Tensor]:
    try:
        entries = msgspec.json.decode(header, type=dict[str, msgspec.Raw])
        entries.pop(ABOUT_THE_FILE, None)
        return {name: msgspec.json.decode(entry, type=_Tensor) for name, entry in entries.items()}
    except (ValueError, RecursionError) as error:
        raise _damaged(path, f"its header can't be read: {error}") from error


def _refuse_gaps(path: Path, tensors: dict[str, _Tensor], data_bytes: int) -> None:
    position = 0
    for tensor in sorted(tensors.values(), key=lambda tensor: tensor.data_offsets):
        start, stop = tensor.data_offsets
        bits = BITS.get(tensor.dtype, 0) * math.prod(tensor.shape)
        if min(tensor.shape, default=1) < 0 or start != position or stop < start:
            raise _damaged(path, "its tensors don't follow one another")
        if tensor.dtype in BITS and (stop - start) * 8 != bits:
            raise _damaged(path, "a tensor is not as long as its shape")
        position = stop
    if position != data_bytes:
        raise _damaged(path, f"it holds {data_bytes} bytes of tensors instead of {position}")


def _damaged(path: Path, detail: str) -> EngineFault:
    return EngineFault("model_damaged", str(path), detail)

"""How large the parts of a model are, read from the headers of their files."""

import math
import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from engine.contract.models import Weights
from engine.models.folder_check import shards
from engine.models.gguf_header import gguf_shapes
from engine.models.safetensors_header import Shapes, safetensors_shapes

WHOLE = ("diffusion_pytorch_model.safetensors", "model.safetensors")
BLOCK = re.compile(r"^(.*?(?:blocks|layers?|block))\.(\d+)\.")


@dataclass(frozen=True)
class Component:
    """One part. `bytes` are its files', `shapes` its tensors' by name; `gguf` weights stay packed
    in memory too."""

    name: str
    bytes: int
    shapes: Shapes
    gguf: bool = False

    @cached_property
    def parameters(self) -> int:
        """How many numbers it holds."""
        return sum(math.prod(shape) for shape in self.shapes.values())

    @cached_property
    def blocks(self) -> int:
        """How many repeated blocks it has, over all rows of them."""
        return len({found.groups() for name in self.shapes if (found := BLOCK.match(name))})

    @cached_property
    def largest_block(self) -> int:
        """The parameters of its largest block; all of them where it has none."""
        sizes: dict[tuple[str, ...], int] = {}
        for name, shape in self.shapes.items():
            if found := BLOCK.match(name):
                sizes[found.groups()] = sizes.get(found.groups(), 0) + math.prod(shape)
        return max(sizes.values(), default=self.parameters)

    @cached_property
    def outside_blocks(self) -> int:
        """The parameters that belong to no block."""
        rest = (shape for name, shape in self.shapes.items() if not BLOCK.match(name))
        return sum(math.prod(shape) for shape in rest)

    @cached_property
    def largest_tensor(self) -> int:
        """The parameters of its largest tensor."""
        return max((math.prod(shape) for shape in self.shapes.values()), default=0)


def components(weights: Weights) -> dict[str, Component]:
    """The parts that have weights, by name.

    Raises EngineFault model_damaged and model_pickled; OSError.
    """
    return _components(weights)


@lru_cache(maxsize=16)
def _components(weights: Weights) -> dict[str, Component]:
    folders = sorted(place for place in Path(weights.folder).iterdir() if place.is_dir())
    found = {place.name: _component(place) for place in folders}
    if weights.transformer:
        found["transformer"] = _of_files("transformer", [Path(weights.transformer)])
    return {name: part for name, part in found.items() if part.shapes}


def _component(folder: Path) -> Component:
    return _of_files(folder.name, sorted(folder.glob("*.gguf")) or _files(folder))


def _of_files(name: str, paths: list[Path]) -> Component:
    shapes: Shapes = {}
    gguf = False
    for path in paths:
        gguf = path.suffix.lower() == ".gguf"
        shapes |= gguf_shapes(path) if gguf else safetensors_shapes(path)
    return Component(name, sum(path.stat().st_size for path in paths), shapes, gguf)


def _files(folder: Path) -> list[Path]:
    """The files that are loaded: those that an index names, or the whole one, never a variant."""
    for index in sorted(folder.glob("*.safetensors.index.json"), key=lambda p: len(p.name)):
        return sorted(folder / name for name in shards(index))
    whole = [folder / name for name in WHOLE if (folder / name).is_file()]
    return whole or sorted(folder.glob("*.safetensors"))

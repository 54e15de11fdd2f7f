"""The work of a take with a model that isn't here: its parts drawn up from their published sizes.

A transformer of so many parameters is laid out as most are: sixteen squares of its channels in each
block, a quarter of them for the words. What is foreseen so is right to about a factor of two.
"""

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.contract.events import EngineFault
from engine.contract.making import Making
from engine.diffusion.model_folder import ModelFolder
from engine.models.catalogue import Entry, catalogue
from engine.models.component_weights import Component
from engine.models.safetensors_header import Shapes
from engine.models.workload import Work, work_of_film

ROUGH = "This is rough: it is foreseen better once the model is here."
BLOCKS, MORE_BLOCKS, MANY = 30, 40, 5e9
"""How many blocks a transformer has, and one of at least so many parameters."""

READING_BLOCKS, WORDS, WORD = 24, 256_000, 4096
CODEC_WIDTHS = (384, 384, 192, 96)
PATCH = 2
PIPELINES = {
    "ltx2": "LTX2Pipeline", "cogvideox": "CogVideoXPipeline", "helios": "HeliosPyramidPipeline",
}  # fmt: skip
"""Pipelines that do a step's passes otherwise than most."""

LAID_OUT = {"hunyuan15": (54, 2048), "ltx2": (48, 4096)}
"""Blocks and channels of transformers that have many parameters for words or sound alone."""

UNFOLDED = {"ltx2": 4, "ltx_video": 4}
"""How many pixels a side the decoder's last layer unfolds its channels into."""

ALONG = {"ltx2": 8, "ltx_video": 8}
ACROSS = {"helios": 16}
"""How many frames, and pixels a side, a token stands for where it isn't 4 and the size's step."""


@dataclass(frozen=True)
class _Unseen(ModelFolder):
    """Stands for the folder that the entry's model would have."""

    entry: Entry

    @property
    def pipeline(self) -> str:
        return PIPELINES.get(self.entry.family, "")

    def config(self, component: str) -> dict[str, Any]:
        family = self.entry.family
        across = ACROSS.get(family, self.entry.ability.sizes.step)
        match component:
            case "transformer":
                return {"patch_size": [1, PATCH, PATCH]}
            case "vae":
                return {
                    "_class_name": "AutoencoderKLWan",
                    "scale_factor_spatial": across // PATCH,
                    "scale_factor_temporal": ALONG.get(family, 4),
                    "patch_size": UNFOLDED.get(family, 1),
                }
            case _:
                return {}


def unseen_work(making: Making) -> Work:
    """The work of the take. Raises EngineFault model_missing where no sizes are published."""
    entry = next((each for each in catalogue() if each.id == making.request.model), None)
    if entry is None or not entry.parameters:
        raise EngineFault("model_missing", entry.name if entry else making.request.model)
    return work_of_film(_Unseen(Path(), entry), _parts(entry), making, entry.ability)


def _parts(entry: Entry) -> dict[str, Component]:
    drawn = {name: _drawn(name, round(count), entry) for name, count in entry.parameters.items()}
    parts = {"vae": _codec(), **drawn}
    return {
        name: Component(name, 2 * Component(name, 0, shapes).parameters, shapes)
        for name, shapes in parts.items()
    }


def _drawn(name: str, parameters: int, entry: Entry) -> Shapes:
    if name.startswith("text_encoder"):
        return _reader(parameters)
    return _transformer(parameters, LAID_OUT.get(entry.family))


def _transformer(parameters: int, laid_out: tuple[int, int] | None) -> Shapes:
    blocks = MORE_BLOCKS if parameters >= MANY else BLOCKS
    side = round(math.sqrt(parameters / (16 * blocks)))
    if laid_out:
        blocks, side = laid_out
    shapes: Shapes = {}
    for number in range(blocks):
        for attention in ("attn1", "attn2"):
            for part in ("to_q", "to_k", "to_v", "to_out.0"):
                shapes[f"blocks.{number}.{attention}.{part}.weight"] = (side, side)
        shapes[f"blocks.{number}.ffn.net.0.proj.weight"] = (4 * side, side)
        shapes[f"blocks.{number}.ffn.net.2.weight"] = (side, 4 * side)
        rest = parameters // blocks - 16 * side * side
        if laid_out and rest > 0:
            shapes[f"blocks.{number}.ff_context.weight"] = (rest // side, side)
    return shapes


def _reader(parameters: int) -> Shapes:
    """A table of words, and blocks that hold the rest."""
    side = round(math.sqrt(max(parameters - WORDS * WORD, 1) / READING_BLOCKS))
    blocks: Shapes = {f"encoder.block.{n}.weight": (side, side) for n in range(READING_BLOCKS)}
    return {"shared.weight": (WORDS, WORD), **blocks}


def _codec() -> Shapes:
    return {
        f"decoder.up_blocks.{level}.resnets.{each}.conv{part}.weight": (width, width, 3, 3, 3)
        for level, width in enumerate(CODEC_WIDTHS)
        for each in range(3)
        for part in (1, 2)
    }

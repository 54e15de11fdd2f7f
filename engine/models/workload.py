"""How much computing a take is, from its model's configurations and the shapes of its weights.

A pass of a transformer costs two operations for each weight and token, and four for each pair of
tokens and each channel of its attention. A decoder's weights each work at the size of the picture
that their level has.
"""

import math
import re
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from engine.contract.making import Making
from engine.contract.models import Ability, Profile
from engine.contract.shot import ModelRun
from engine.diffusion.fitness import profile_of
from engine.diffusion.jobs.segment import segments_of
from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.placing.step_cache import left_out, row_of
from engine.models.component_weights import BLOCK, Component

TEXT_TOKENS = 512
TRANSFORMERS = ("transformer", "transformer_2", "transformer_ref")
BY_REFERENCES = ("references", "control")
"""Tasks of `transformer_ref`, where there is one."""
THING_TOKENS = 64 * 114
"""Of a picture 16:9 that MiniMax-H3 looks at: 2048 rows, in patches of 32 x 32 pixels."""
CODECS = ("vae", "audio_vae", "vocoder")
OF_TEXT = re.compile(
    r"attn2\.to_[kv]|add_[qkv]_proj|to_add_out|ff_context|cross_attn\.[kv]\.|token_refiner|^text_|"
    r"\.audio_(attn|ff)"
)
"""Layers that work on the words, or on as few tokens of sound."""

OF_MOMENT = re.compile(r"norm|modulation|time_|adaln|scale_shift")
LEVEL = re.compile(r"^(encoder|decoder)\.(?:up|down)(?:_blocks)?\.(\d+)\.")
CHUNKED = ("AutoencoderKLWan", "AutoencoderKLHunyuanVideo15")
LINEAR = "Sana"
IN_TURN = {"Helios": 33}
"""Pipelines that make so many frames at a time, each with all steps."""

PYRAMID, STAGES = "HeliosPyramid", (16, 4, 1)
"""A pipeline that shares its steps out over stages, the first with a sixteenth of the tokens."""

GUIDED_PASSES = {"LTX2": 4}
TOGETHER = ("LTX", "CogVideoX", "Sana")
"""Pipelines that do a step's passes with and without guidance side by side."""

KEPT_ROWS = 2
"""What a step cache keeps of each token, in rows of channels, for each pass of a step."""

LIVE_MAPS = 4
TILE = 256


@dataclass(frozen=True)
class Work:
    """What a take costs, whatever does it. Operations are counted in FLOP, memory in numbers.

    `denoising`, `reading` (the words), `encoding` (pictures and films handed in) and `decoding` are
    operations in all; `passes` how often a transformer's weights are gone through; `activations`
    what lies beside the weights in a pass, `decoded` and `tiled` beside the decoder's. `cache` is
    the profile's where the model has one: what it leaves out is left out of the rest.
    """

    parts: dict[str, Component]
    frames: int
    pixels: int
    tokens: int
    passes: int
    denoising: float
    reading: float
    encoding: float
    decoding: float
    activations: float
    decoded: float
    tiled: float
    cache: float = 0.0

    @property
    def all(self) -> float:
        """All operations."""
        return self.denoising + self.reading + self.encoding + self.decoding

    def times(self, count: int, frames: int) -> "Work":
        """That of a film of so many frames that is made in `count` parts, each as this one: all is
        computed for each, but the words are read once and no more is held in memory."""
        return replace(
            self,
            frames=frames,
            passes=self.passes * count,
            denoising=self.denoising * count,
            encoding=self.encoding * count,
            decoding=self.decoding * count,
        )


@dataclass(frozen=True)
class _Grid:
    """The latent film: its sides, and how much larger the decoder's last level is. Some decoders
    leave the last of the way to unfolding channels."""

    width: float
    height: float
    frames: float
    across: float
    along: float

    @property
    def cells(self) -> float:
        return self.width * self.height * self.frames


def work_of_film(
    folder: ModelFolder, parts: dict[str, Component], making: Making, ability: Ability
) -> Work:
    """The work of a take, in as many segments as its model needs, each thought to be as long as the
    longest. Raises as work_of does, and EngineFault model_unfit."""
    run, profile = making.run, profile_of(making, ability)
    parts_of_it = segments_of(making, ability)
    longest = max(part.made + part.overlap for part in parts_of_it)
    one = work_of(folder, parts, msgspec.structs.replace(run, frames=longest), profile)
    count = len(parts_of_it)
    return one.times(count, run.frames) if count > 1 else one


def work_of(
    folder: ModelFolder, parts: dict[str, Component], run: ModelRun, profile: Profile
) -> Work:
    """The work of a take. Raises OSError, and ValueError where a configuration can't be read."""
    grid = _grid(folder.config("vae"), run.width, run.height, run.frames)
    parts = _needed(parts, run)
    name = "transformer_ref" if "transformer_ref" in parts else "transformer"
    transformer = parts.get(name) or Component(name, 0, {})
    config = folder.config(name)
    chunks = _chunks(folder.pipeline, run.frames)
    tokens = max(1, round(grid.cells / chunks / _patch(config)))
    tokens += _gone_by(folder.pipeline, run, tokens)
    guided = profile.guidance > 1
    per_step = _guided_passes(folder.pipeline) if guided else 1
    together = 2 if guided and folder.pipeline.startswith(TOGETHER) else 1
    halves = [(tokens, profile.steps)]
    if profile.second:
        last = len(profile.second)
        halves = [(max(1, tokens // 4), profile.steps - last), (tokens, last)]
    if folder.pipeline.startswith(PYRAMID):
        each = max(1, profile.steps // len(STAGES))
        halves = [(max(1, tokens // less), each) for less in STAGES]
    cache = _cache(folder, profile)
    computed = 1.0 - left_out(cache) * _left_out_of_a_pass(transformer, config)
    vae = parts.get("vae") or Component("vae", 0, {})
    chunked = folder.config("vae").get("_class_name") in CHUNKED
    area = run.width * run.height
    decoded = _largest_map(vae, grid, chunked) + 3.0 * run.frames * area
    return Work(
        parts=parts,
        frames=run.frames,
        pixels=area,
        tokens=tokens,
        passes=round(sum(steps for _, steps in halves) * per_step * chunks * computed),
        denoising=sum(_pass(transformer, config, n) * s for n, s in halves)
        * (per_step * chunks * computed),
        reading=2.0 * _readers(parts) * TEXT_TOKENS * (2 if guided else 1),
        encoding=_conv(vae, "encoder", grid) if run.task != "text" or run.framing else 0.0,
        decoding=_conv(vae, "decoder", grid),
        activations=_activations(transformer, config, tokens) * together
        + (KEPT_ROWS * tokens * _channels(config, transformer) * per_step if cache else 0.0),
        decoded=decoded,
        tiled=decoded * min(1.0, TILE * TILE / area),
        cache=cache,
    )


def _needed(parts: dict[str, Component], run: ModelRun) -> dict[str, Component]:
    """Without the one of two denoisers that the task leaves on the disk."""
    unused = "transformer" if run.task in BY_REFERENCES else "transformer_ref"
    both = "transformer" in parts and "transformer_ref" in parts
    return {name: part for name, part in parts.items() if not (both and name == unused)}


def _gone_by(pipeline: str, run: ModelRun, tokens: int) -> int:
    """How many tokens stand beside the film's for what it goes by, of a thing at least."""
    if not pipeline.startswith("MiniMaxH3"):
        return 0
    return {"control": tokens, "references": THING_TOKENS}.get(run.task, 0)


def _grid(vae: dict[str, Any], width: int, height: int, frames: int) -> _Grid:
    across, along = _ratios(vae)
    return _Grid(
        max(1.0, width / across),
        max(1.0, height / across),
        1 + max(0, frames - 1) // along if along > 1 else frames,
        across / _number(vae, "patch_size", 1),
        along / _number(vae, "patch_size_t", 1),
    )


def _ratios(vae: dict[str, Any]) -> tuple[int, int]:
    """How many pixels and how many frames a latent cell stands for."""
    levels = vae.get("dim_mult") or vae.get("block_out_channels") or (1, 1, 1, 1)
    scaled = sum(vae.get("spatio_temporal_scaling") or ())
    kinds = [kind for kind in vae.get("downsample_type") or () if kind != "conv"]
    kinds = kinds or ["spatiotemporal"] * scaled
    halved = sum("spatio" in kind or "spatial" in kind for kind in kinds) or len(levels) - 1
    slowed = sum("temporal" in kind for kind in kinds)
    slowed = slowed or sum(vae.get("temperal_downsample") or (False, True, True))
    across = _number(vae, "scale_factor_spatial", 0) or _number(vae, "spatial_compression_ratio", 0)
    along = _number(vae, "scale_factor_temporal", 0)
    along = along or _number(vae, "temporal_compression_ratio", 0)
    across = across or math.prod(vae.get("spatial_downsample_factors") or (0,))
    along = along or math.prod(vae.get("temporal_downsample_factors") or (0,))
    return (
        across or 2**halved * _number(vae, "patch_size", 1),
        along or 2**slowed * _number(vae, "patch_size_t", 1),
    )


def _number(config: dict[str, Any], name: str, otherwise: int) -> int:
    value = config.get(name)
    return value if isinstance(value, int) and value else otherwise


def _patch(config: dict[str, Any]) -> int:
    """How many latent cells a token stands for."""
    patch = config.get("patch_size", 1)
    if isinstance(patch, list):
        return math.prod(patch)
    return patch * patch * _number(config, "patch_size_t", 1)


def _chunks(pipeline: str, frames: int) -> int:
    found = (-(-frames // count) for name, count in IN_TURN.items() if pipeline.startswith(name))
    return next(found, 1)


def _guided_passes(pipeline: str) -> int:
    found = (count for name, count in GUIDED_PASSES.items() if pipeline.startswith(name))
    return next(found, 2)


def _channels(config: dict[str, Any], transformer: Component) -> int:
    heads = _number(config, "num_attention_heads", 0)
    side = _number(config, "attention_head_dim", 0)
    named = _number(config, "hidden_size", 0) or _number(config, "model_dim", 0)
    square = max(
        (s[0] for s in transformer.shapes.values() if len(s) == 2 and s[0] == s[1]), default=0
    )
    return heads * side or named or square


def _pass(transformer: Component, config: dict[str, Any], tokens: int) -> float:
    """Operations of one pass over so many tokens."""
    words = weights = 0
    for name, shape in transformer.shapes.items():
        if len(shape) < 2 or not BLOCK.match(name) or OF_MOMENT.search(name):
            continue
        if OF_TEXT.search(name):
            words += math.prod(shape)
        else:
            weights += math.prod(shape)
    pairs = tokens * TEXT_TOKENS
    if LINEAR not in str(config.get("_class_name", "")):
        pairs += tokens * tokens
    attention = 4.0 * pairs * transformer.blocks * _channels(config, transformer)
    return 2.0 * weights * tokens + 2.0 * words * TEXT_TOKENS + attention


def _cache(folder: ModelFolder, profile: Profile) -> float:
    """The profile's, 0 where the model has none; one that isn't here is taken at its word."""
    config = folder.config("transformer")
    return profile.cache if row_of(config) or "_class_name" not in config else 0.0


def _left_out_of_a_pass(transformer: Component, config: dict[str, Any]) -> float:
    """The part of a pass that a step cache leaves out: all of its row of blocks but the first."""
    row = row_of(config)
    blocks = {
        found[2] for name in transformer.shapes if (found := BLOCK.match(name)) and found[1] == row
    }
    count = len(blocks) if row else transformer.blocks
    return max(0, count - 1) / max(1, transformer.blocks)


def _activations(transformer: Component, config: dict[str, Any], tokens: int) -> float:
    """Numbers that lie beside the weights in a pass: some eight rows of channels for each token,
    and the widest layer's."""
    widest = max(
        (max(s) for n, s in transformer.shapes.items() if len(s) == 2 and BLOCK.match(n)), default=0
    )
    return float(tokens) * (8 * _channels(config, transformer) + 2 * widest)


def _readers(parts: dict[str, Component]) -> int:
    """The parameters of what reads the words, without tables that are only looked up."""
    readers = (part for name, part in parts.items() if name.startswith("text_encoder"))
    return sum(part.parameters - part.largest_tensor for part in readers)


def _levels(vae: Component, side: str) -> tuple[dict[int, float], float, float]:
    """The convolutions' weights at each level; those before the first level and after the last."""
    levels: dict[int, float] = {}
    inner = outer = 0.0
    for name, shape in vae.shapes.items():
        if not name.startswith(f"{side}.") or len(shape) < 2:
            continue
        if found := LEVEL.match(name):
            # A convolution that unfolds its channels into more cells runs where there are fewer.
            folded = max(1, shape[0] // shape[1]) if "upsampler" in name else 1
            level = int(found[2])
            levels[level] = levels.get(level, 0.0) + math.prod(shape) / folded
        elif "conv_out" in name if side == "decoder" else "conv_in" in name:
            outer += math.prod(shape)
        else:
            inner += math.prod(shape)
    return levels, inner, outer


def _conv(vae: Component, side: str, grid: _Grid) -> float:
    """Operations of the decoder or the encoder for the whole film."""
    levels, inner, outer = _levels(vae, side)
    last = max(levels, default=0)
    total = inner * grid.cells + outer * grid.cells * _growth(grid, 1.0)
    for level, weights in levels.items():
        part = level / last if last else 1.0
        part = part if side == "decoder" else 1.0 - part
        total += weights * grid.cells * _growth(grid, part)
    return 2.0 * total


def _growth(grid: _Grid, part: float) -> float:
    """How many more cells there are `part` of the way (0 to 1) from latents to pictures."""
    return (grid.across**part) ** 2 * grid.along**part


def _largest_map(vae: Component, grid: _Grid, chunked: bool) -> float:
    """Numbers that the decoder holds at its widest; one that goes latent frame by latent frame
    holds only those of one."""
    cells = grid.cells / grid.frames if chunked else grid.cells
    widths: dict[int, int] = {}
    for name, shape in vae.shapes.items():
        if (found := LEVEL.match(name)) and found[1] == "decoder" and len(shape) >= 4:
            widths[int(found[2])] = max(widths.get(int(found[2]), 0), shape[0])
    last = max(widths, default=0) or 1
    maps = (width * cells * _growth(grid, level / last) for level, width in widths.items())
    return LIVE_MAPS * max(maps, default=0.0)

"""What a way to run a model costs on a machine: seconds, and bytes at the peak of each memory."""

from dataclasses import dataclass

from engine.contract.models import Precision
from engine.machine.hardware import Card, Hardware
from engine.models.component_weights import Component
from engine.models.ways import PACKED, PROCESSOR, Way
from engine.models.workload import CODECS, TRANSFORMERS, Work

GIB = 2**30
ON_CARD = 0.5
"""What is reached of a card's data sheet by whole models: published times of Wan 2.2 on H100 and
4090 give 0.44 to 0.62, with faster attention than torch's own."""

ON_GEFORCE = 0.6
"""The same of cards for players, whose sheets count half of what they do with sums in float16:
Wan 2.2 5B on 4090 gives 0.68."""

CODING_ON_CARD = 0.1
ON_PROCESSOR = 0.7
CODING_ON_PROCESSOR = 0.35
SPEED: dict[Precision, float] = {
    "float32": 0.4, "bfloat16": 1.0, "float16": 1.0, "float8": 0.9, "int8": 0.85, "gguf": 0.75,
}  # fmt: skip
"""On a card, against bfloat16."""

SPEED_ON_PROCESSOR: dict[Precision, float] = {
    "float32": 1.0, "bfloat16": 0.5, "float16": 0.3, "float8": 0.4, "int8": 0.4, "gguf": 0.3,
}  # fmt: skip
BFLOAT16_INSTRUCTIONS = 1.5
COMPILED = 1.2
COMPILING = 25.0
TILED = 1.3
BY_LEAVES = 1.15
DISK = 1.5e9
LINK = 20e9
"""Bytes a second from a disk, and to a card from memory that is held for it."""

WRITING = 50e6
SIZE: dict[Precision, float] = {
    "float32": 4, "bfloat16": 2, "float16": 2, "float8": 1, "int8": 1, "gguf": 2,
}  # fmt: skip
CODEC_SIZE = 4
BESIDE = 1.5 * GIB
BESIDE_ON_CARD = 0.6 * GIB
WASTE = 1.08


@dataclass(frozen=True)
class Cost:
    """`loading` are seconds before the first take, `running` those of each."""

    loading: float
    running: float
    memory: float
    video_memory: float


def cost(way: Way, work: Work, machine: Hardware) -> Cost:
    """What the work costs this way."""
    weights = {name: _held(part, way.precision) for name, part in work.parts.items()}
    card = machine.card if way.device != PROCESSOR else None
    read = sum(part.bytes for part in work.parts.values())
    if card is None:
        return Cost(
            read / DISK, _running_here(way, work, machine), _memory_here(way, work, weights), 0.0
        )
    moved = sum(weights.values()) / LINK if way.offload == "none" else 0.0
    return Cost(
        read / DISK + moved + (COMPILING if way.compiled else 0.0),
        _running_on(card, way, work, weights),
        _memory_beside(work, weights),
        _memory_on_card(way, work, weights),
    )


def _held(part: Component, precision: Precision) -> float:
    """Bytes of a part's weights while the model runs."""
    if part.gguf:
        return float(part.bytes)
    if part.name in CODECS:
        return float(part.parameters * CODEC_SIZE)
    if precision in PACKED and part.name not in TRANSFORMERS:
        return float(part.parameters * SIZE["bfloat16"])
    return float(part.parameters * SIZE[precision])


def _running_here(way: Way, work: Work, machine: Hardware) -> float:
    speed = SPEED_ON_PROCESSOR[way.precision]
    if machine.bfloat16 and way.precision == "bfloat16":
        speed = BFLOAT16_INSTRUCTIONS
    thinking = (work.denoising + work.reading) / (machine.flops * ON_PROCESSOR * speed)
    coding = (work.encoding + work.decoding) / (machine.flops * CODING_ON_PROCESSOR)
    return thinking + coding * (TILED if way.tiled else 1.0) + _writing(work)


def _running_on(card: Card, way: Way, work: Work, weights: dict[str, float]) -> float:
    reached = ON_GEFORCE if "GeForce" in card.name else ON_CARD
    rate = card.flops * reached * SPEED[way.precision] * (COMPILED if way.compiled else 1.0)
    thinking, fetched = work.denoising / rate, 0.0
    if way.offload in ("group", "leaf"):
        # Weights come while the card computes: only the slower of the two is waited for.
        thinking = max(thinking, work.passes * _largest(weights, TRANSFORMERS) / LINK)
    if way.offload != "none":
        fetched = sum(weights.values()) / LINK
    coding = (work.encoding + work.decoding) / (card.flops * CODING_ON_CARD)
    coding *= TILED if way.tiled else 1.0
    slower = BY_LEAVES if way.offload == "leaf" else 1.0
    return thinking * slower + work.reading / rate + coding + fetched + _writing(work)


def _writing(work: Work) -> float:
    return work.frames * work.pixels / WRITING


def _memory_here(way: Way, work: Work, weights: dict[str, float]) -> float:
    beside = max(_thinking(way, work), _coding(way, work))
    return (sum(weights.values()) + beside) * WASTE + BESIDE


def _memory_beside(work: Work, weights: dict[str, float]) -> float:
    """Memory that a model on a card takes beside it. Weights are loaded whole, then rounded."""
    rounded = SIZE["bfloat16"]
    loaded = sum(
        max(weights[name], 0.0 if part.gguf else part.parameters * rounded)
        for name, part in work.parts.items()
    )
    film = 3.0 * work.frames * work.pixels
    return loaded + film + BESIDE + BESIDE_ON_CARD


def _memory_on_card(way: Way, work: Work, weights: dict[str, float]) -> float:
    thinking, coding = _thinking(way, work), _coding(way, work)
    codecs = sum(weights.get(name, 0.0) for name in CODECS)
    match way.offload:
        case "none":
            # All come to the card; what reads the words leaves it before the rest begins.
            reading = sum(size for name, size in weights.items() if name.startswith("text_encoder"))
            most = max(
                sum(weights.values()), sum(weights.values()) - reading + max(thinking, coding)
            )
        case "model":
            rest = [size for name, size in weights.items() if name not in (*TRANSFORMERS, *CODECS)]
            most = max(_largest(weights, TRANSFORMERS) + thinking, codecs + coding, *rest, 0.0)
        case _:
            # Text encoders come leaf by leaf; one leaf is the table of all words.
            tables = _largest_leaf(work) * SIZE["bfloat16"]
            most = codecs + max(_in_flight(way, work) + thinking, tables, coding)
    return most * WASTE + BESIDE_ON_CARD


def _in_flight(way: Way, work: Work) -> float:
    """Bytes of the transformer on the card at once: a block computes, the next one comes."""
    parts = [part for name, part in work.parts.items() if name in TRANSFORMERS]
    if not parts:
        return 0.0
    part = max(parts, key=lambda each: each.parameters)
    each = part.bytes / max(1, part.parameters) if part.gguf else SIZE[way.precision]
    if way.offload == "leaf":
        return 3 * part.largest_tensor * each
    return (2 * part.largest_block + part.outside_blocks) * each


def _largest_leaf(work: Work) -> int:
    readers = (part for name, part in work.parts.items() if name not in (*TRANSFORMERS, *CODECS))
    return max((part.largest_tensor for part in readers), default=0)


def _largest(weights: dict[str, float], names: tuple[str, ...]) -> float:
    return max((weights.get(name, 0.0) for name in names), default=0.0)


def _thinking(way: Way, work: Work) -> float:
    each = 4 if way.precision == "float32" else 2
    return work.activations * each


def _coding(way: Way, work: Work) -> float:
    return (work.tiled if way.tiled else work.decoded) * CODEC_SIZE

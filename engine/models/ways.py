"""The ways to run a model: only combinations that were seen to work with every family.

| | none | model | group | leaf |
| --- | --- | --- | --- | --- |
| float32, bfloat16, float16 | yes | graphics card | graphics card | graphics card |
| float8 (stored, computed in bfloat16), int8 | yes | no | graphics card | graphics card |
| gguf | yes | no | graphics card | graphics card |
"""

from dataclasses import dataclass, replace

from engine.contract.models import Forecast, Offload, Precision
from engine.machine.hardware import Hardware

PROCESSOR = "cpu"
PACKED: tuple[Precision, ...] = ("float8", "int8", "gguf")
OFFLOADS: tuple[Offload, ...] = ("none", "model", "group", "leaf")


@dataclass(frozen=True)
class Way:
    """Where and how a model runs. See Forecast."""

    device: str
    precision: Precision
    offload: Offload
    tiled: bool = False
    compiled: bool = False

    @property
    def name(self) -> str:
        """What past runs call it."""
        marks = ("tiled" if self.tiled else "", "compiled" if self.compiled else "")
        return "/".join(filter(None, (self.device, self.precision, self.offload, *marks)))


def way_of(forecast: Forecast) -> Way:
    """The way that a forecast has chosen."""
    return Way(
        forecast.device,
        forecast.precision,
        forecast.offload,
        forecast.tiled,
        forecast.compiled,
    )


def ways(machine: Hardware, gguf: bool, int8: bool, compiles: bool) -> tuple[Way, ...]:
    """All ways on this machine, those that change the pictures least first.

    `gguf`: the model's weights come packed so; `int8` and `compiles`: what is installed can.
    """
    card = machine.card
    plain = _on_processor(gguf)
    if card is None:
        return plain
    if card.kind == "mps":
        return (*(Way("mps", each.precision, "none") for each in _half(gguf)), *plain)
    base: Precision = "bfloat16" if card.modern else "float16"
    found = [Way("cuda", "gguf" if gguf else base, each) for each in OFFLOADS]
    if gguf:
        found = [way for way in found if way.offload != "model"]
    else:
        packed: tuple[Precision, ...] = ("int8", "float8") if int8 else ("float8",)
        found += [Way("cuda", p, o) for p in packed for o in OFFLOADS if o != "model"]
    # Weights that are stored as float8 change their type in every layer, which can't be compiled.
    fixed = [way for way in found if way.offload == "none" and way.precision != "float8"]
    quick = [replace(way, compiled=True) for way in fixed if compiles]
    all_of = [*quick, *found]
    return (*all_of, *(replace(way, tiled=True) for way in all_of), *plain)


def _on_processor(gguf: bool) -> tuple[Way, ...]:
    whole = (Way(PROCESSOR, "gguf", "none"),) if gguf else _half(gguf)
    return (*whole, *(replace(way, tiled=True) for way in whole))


def _half(gguf: bool) -> tuple[Way, ...]:
    kinds: tuple[Precision, ...] = ("gguf",) if gguf else ("float32", "bfloat16")
    return tuple(Way(PROCESSOR, kind, "none") for kind in kinds)


def next_way(way: Way) -> Way | None:
    """A way that needs less memory, for when this one ran out of it; None after the last.

    First the least that changes nothing but time, at last what changes the pictures.
    """
    if way.compiled:
        return replace(way, compiled=False)
    if not way.tiled:
        return replace(way, tiled=True)
    if way.device == "cuda":
        return _next_on_card(way)
    return replace(way, precision="bfloat16") if way.precision == "float32" else None


def _next_on_card(way: Way) -> Way | None:
    match way.offload:
        case "none" | "model":
            return replace(way, offload="group")
        case "group":
            return replace(way, offload="leaf")
        case "leaf" if way.precision not in PACKED:
            return replace(way, precision="float8")
    return None

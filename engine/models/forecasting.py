"""Chooses how to run a model on this machine, and says what that costs. It never refuses."""

import importlib.util
import os
import shutil
import sysconfig
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.contract.making import Making
from engine.contract.models import Forecast
from engine.diffusion.families.registry import family_of
from engine.diffusion.model_folder import ModelFolder
from engine.machine.hardware import Hardware, hardware
from engine.models.component_weights import components
from engine.models.costing import GIB, Cost, cost
from engine.models.past_runs import PastRun, PastRuns, corrected, foreseen_at, memory_ratio, ran_out
from engine.models.places import models_home
from engine.models.unseen import ROUGH, unseen_work
from engine.models.ways import PACKED, PROCESSOR, Way, ways
from engine.models.workload import Work, work_of_film

DISTASTE = 1.15
"""How much longer a way may take that leaves the pictures as they are, against rounded weights or
tiles; it has to be shorter by LEAST_GAIN seconds besides."""

LEAST_GAIN = 20.0

TAKES = 3
"""How many takes a loaded model is thought to make."""

FOR_OTHERS = 0.06
LEAST_FOR_OTHERS = 0.6 * GIB
MEMORY_FOR_OTHERS = 1.0 * GIB
LONG = 600.0
WORTH_TRYING = 1.3
"""How much more than a card has a way may want and still be tried: forecasts are not exact."""

PAST = "past_runs.json"
ASKED_DEVICE = "LAQTA_DEVICE"


@dataclass(frozen=True)
class Rated:
    """A way with its cost, as foreseen and as past runs correct it."""

    way: Way
    foreseen: Cost
    likely: Cost
    sure: bool

    @property
    def seconds(self) -> float:
        """The first take of a model, loading included."""
        return self.likely.loading + self.likely.running


def past_runs() -> PastRuns:
    """The runs of this machine's user."""
    return PastRuns(models_home() / PAST)


def forecast(
    making: Making, machine: Hardware | None = None, past: PastRuns | None = None, device: str = ""
) -> Forecast:
    """The way that is likely fastest of those that fit, and its cost; on `device` if that is named,
    here or by LAQTA_DEVICE.

    Reads configurations and headers only. Raises EngineFault model_unknown, model_unfit,
    model_damaged; OSError and ValueError where the folder can't be read.
    """
    machine, device = machine or hardware(), device or os.environ.get(ASKED_DEVICE, "")
    model, runs = making.weights.fingerprint, (past or past_runs()).all()
    rated = rated_ways(_work(making), model, machine, runs, device)
    best = chosen(rated, machine)
    return Forecast(
        best.seconds,
        round(best.likely.memory),
        round(best.likely.video_memory),
        best.way.device,
        best.way.precision,
        best.way.offload,
        best.sure,
        (*_notes(best, machine, device), *(() if making.weights.folder else (ROUGH,))),
        best.way.tiled,
        best.way.compiled,
    )


def rated_ways(
    work: Work, model: str, machine: Hardware, runs: Sequence[PastRun] = (), device: str = ""
) -> tuple[Rated, ...]:
    """Every way of doing the work on this machine, without those that ran out of memory. `model` is
    its fingerprint."""
    gguf = any(part.gguf for part in work.parts.values())
    found = ways(machine, gguf, _installed("torchao"), _compiles())
    named = tuple(way for way in found if way.device == device) or found
    runs = foreseen_at(runs, machine.name, machine.flops)
    rated = [_rated(way, work, machine, runs, model) for way in named]
    kept = [each for each in rated if not _ran_out(each, runs, model, machine)]
    return tuple(kept or rated)


def chosen(rated: Sequence[Rated], machine: Hardware) -> Rated:
    """The fastest on the graphics card of those that fit; where none does, the one that lacks least
    if it lacks little, else one on the processor."""
    groups = [[r for r in rated if r.way.device != PROCESSOR]]
    groups.append([r for r in rated if r.way.device == PROCESSOR])
    best = [min(group, key=lambda r: _order(r, machine)) for group in groups if group]
    return next((each for each in best if _worth_trying(each.likely, machine)), best[-1])


def _order(rated: Rated, machine: Hardware) -> tuple[float, float, float]:
    return *_excess(rated.likely, machine), _preference(rated)


def _worth_trying(cost: Cost, machine: Hardware) -> bool:
    on_card = machine.card.memory if machine.card else 0.0
    return cost.video_memory <= WORTH_TRYING * on_card


def fits(cost: Cost, machine: Hardware) -> bool:
    """Whether the machine has the memory, with some left for others."""
    return _excess(cost, machine) == (0.0, 0.0)


def _excess(cost: Cost, machine: Hardware) -> tuple[float, float]:
    """Bytes that are missing on the card, and beside it."""
    total = float(machine.card.memory) if machine.card else 0.0
    video = total - max(LEAST_FOR_OTHERS, FOR_OTHERS * total)
    memory = machine.memory - MEMORY_FOR_OTHERS
    needed = cost.video_memory
    return max(0.0, needed - video) if needed else 0.0, max(0.0, cost.memory - memory)


def device_name(way: Way, machine: Hardware) -> str:
    """What past runs call the device."""
    return machine.card.name if machine.card and way.device != PROCESSOR else machine.name


def past_run(
    making: Making, done: Forecast, way: Way, seconds: float, memory: float, video_memory: float
) -> PastRun:
    """What to remember of a take that was made this way in `seconds` without loading.

    Without `seconds` it is one that ran out of memory.
    """
    machine = hardware()
    work = _work(making)
    foreseen = cost(way, work, machine)
    return PastRun(
        making.weights.fingerprint,
        device_name(way, machine),
        way.name,
        foreseen.running,
        seconds,
        foreseen.memory,
        memory,
        foreseen.video_memory,
        video_memory,
        failed=not seconds,
        rate=machine.flops if way.device == PROCESSOR else 0.0,
        cache=work.cache,
    )


def _work(making: Making) -> Work:
    if not making.weights.folder:
        return unseen_work(making)
    folder = ModelFolder(Path(making.weights.folder))
    ability = family_of(folder).ability(folder)
    return work_of_film(folder, components(making.weights), making, ability)


def _rated(way: Way, work: Work, machine: Hardware, runs: Sequence[PastRun], model: str) -> Rated:
    foreseen, device = cost(way, work, machine), device_name(way, machine)
    running, sure = corrected(runs, model, device, way.name, foreseen.running, work.cache)
    likely = Cost(
        foreseen.loading,
        running,
        foreseen.memory * memory_ratio(runs, model, device, video=False),
        foreseen.video_memory * memory_ratio(runs, model, device, video=True),
    )
    return Rated(way, foreseen, likely, sure)


def _ran_out(rated: Rated, runs: Sequence[PastRun], model: str, machine: Hardware) -> bool:
    need = rated.foreseen.video_memory or rated.foreseen.memory
    return ran_out(runs, model, device_name(rated.way, machine), rated.way.name, need)


def _preference(rated: Rated) -> float:
    way, seconds = rated.way, rated.likely.running + rated.likely.loading / TAKES
    rounded = way.precision == "bfloat16" and way.device == PROCESSOR
    if way.precision in PACKED or way.tiled or rounded:
        return seconds * DISTASTE + LEAST_GAIN
    return seconds


def _installed(package: str) -> bool:
    return importlib.util.find_spec(package) is not None


def _compiles() -> bool:
    """Whether torch can compile for a card: Triton builds a piece of C for what it compiles."""
    compiler = os.environ.get("CC") or shutil.which("gcc") or shutil.which("clang")
    headers = Path(sysconfig.get_paths()["include"], "Python.h")
    built_here = compiler is not None and headers.is_file()
    # Triton for Windows comes with a compiler.
    return _installed("triton") and (built_here or os.name == "nt")


def _notes(best: Rated, machine: Hardware, device: str) -> tuple[str, ...]:
    notes: list[str] = []
    if best.way.device == PROCESSOR and not device:
        notes.append(_why_processor(machine))
    if best.way.device == PROCESSOR and best.seconds > LONG:
        notes.append(f"On the processor this takes about {spoken(best.seconds)}.")
    if not fits(best.likely, machine):
        notes.append(_too_large(best.likely, machine))
    if best.way.precision in ("float8", "int8"):
        notes.append("Its weights are rounded to 8 bits to fit, which changes pictures a little.")
    return tuple(notes)


def _why_processor(machine: Hardware) -> str:
    if machine.unused:
        return f"The {machine.unused} is not used: PyTorch is installed without support for it."
    if machine.card is None:
        return "No graphics card can be used here, so the processor does it all."
    return f"The {machine.card.name} has too little memory for it."


def _too_large(need: Cost, machine: Hardware) -> str:
    if machine.card and need.video_memory > machine.card.memory:
        has, wants, of = machine.card.memory, need.video_memory, "graphics memory"
    else:
        has, wants, of = machine.memory, need.memory, "memory"
    return (
        f"It wants about {wants / GIB:.0f} GB of {of} and this machine has {has / GIB:.0f}: "
        "it may fail, or be very slow."
    )


def spoken(seconds: float) -> str:
    """A length of time as people say it: 40 seconds, 12 minutes, 5 hours, 3 days."""
    steps = ((86400 * 2, 86400, "days"), (7200, 3600, "hours"), (120, 60, "minutes"))
    for least, unit, name in steps:
        if seconds >= least:
            return f"{seconds / unit:.0f} {name}"
    return f"{max(1, round(seconds))} seconds"

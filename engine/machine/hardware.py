"""What this machine computes with: memory, processor and graphics card, found without torch."""

import importlib.util
import json
import os
import platform
import re
import shutil
import subprocess
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from engine.machine.memory_limit import granted

Kind = Literal["cuda", "mps"]

PATIENCE = 10.0
MIB = 2**20
RATES = Path(__file__).parents[2] / "resources" / "graphics_cards.json"
UNKNOWN_TFLOPS = 30.0
LAPTOP = 0.6
APPLE_TFLOPS = 7.0
APPLE_SHARE = 0.7
MODERN = (8, 0)


TRIED_SIDE, TRIED_TIMES, TRIES = 80, 200, 20
LEAST_TIME = 1e-4
FROM_MEMORY = 0.75
"""What is left of a core's speed where all of them work on matrices that lie in memory."""


@dataclass(frozen=True)
class Card:
    """A graphics card that torch can use: `memory` in bytes, `flops` a second in bfloat16."""

    kind: Kind
    name: str
    memory: int
    flops: float
    capability: tuple[int, int] = MODERN

    @property
    def modern(self) -> bool:
        """Whether it computes in bfloat16 itself."""
        return self.capability >= MODERN


@dataclass(frozen=True)
class Hardware:
    """`memory` is all that there is for programs, in bytes; `flops` is the processor's in float32,
    as measured; `bfloat16` tells a processor that has instructions for it. `unused` names a
    graphics card that torch can't use."""

    name: str
    memory: int
    cores: int
    flops: float
    bfloat16: bool = False
    card: Card | None = None
    unused: str = ""


def hardware() -> Hardware:
    """This machine. Takes up to a second at first, half of that for measuring."""
    name, bfloat16 = _processor()
    found, cuda = _nvidia(), _cuda_of_torch()
    usable = found is not None and cuda is not None and found.capability >= oldest_card(cuda)
    card = found if usable else _apple()
    unused = found.name if found and not usable else ""
    return Hardware(name, memory(), cores(), processor_flops(), bfloat16, card, unused)


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def memory() -> int:
    """Bytes of memory; inside a container those that it is granted."""
    import psutil

    return granted(psutil.virtual_memory().total)


@cache
def processor_flops() -> float:
    """What the processor multiplies and adds a second in float32, tried for some 0.1 s.

    By the time that one core spends, which is the same while others use the machine: matrices so
    small that they stay with one thread and in its cache, times the cores that have arithmetic of
    their own.
    """
    import numpy as np
    import psutil

    best = 0.0
    left = np.ones((TRIED_SIDE, TRIED_SIDE), np.float32)
    right = left @ left
    for _ in range(TRIES):
        begin = time.thread_time()
        for _ in range(TRIED_TIMES):
            np.matmul(left, left, out=right)
        spent = max(time.thread_time() - begin, LEAST_TIME)
        best = max(best, 2.0 * TRIED_SIDE**3 * TRIED_TIMES / spent)
    whole = min(cores(), psutil.cpu_count(logical=False) or cores())
    return best * whole * FROM_MEMORY


def card_flops(name: str) -> float:
    """Operations a second in bfloat16 of the card of this name; a modest guess where unknown."""
    known = _rates()
    fitting = [each for each in known if re.search(rf"\b{re.escape(each)}\b", name, re.IGNORECASE)]
    tflops = known[max(fitting, key=len)] if fitting else UNKNOWN_TFLOPS
    return tflops * 1e12 * (LAPTOP if "laptop" in name.lower() else 1.0)


@cache
def _rates() -> dict[str, float]:
    return json.loads(RATES.read_text("utf-8"))["tflops"]


@cache
def _nvidia() -> Card | None:
    """The card that CUDA counts as the first of those that may be used, by NVIDIA's own tool."""
    tool = shutil.which("nvidia-smi")
    visible = os.environ.get("CUDA_VISIBLE_DEVICES")
    if tool is None or visible in ("", "-1"):
        return None
    question = ["--query-gpu=name,memory.total,compute_cap", "--format=csv,noheader,nounits"]
    chosen = ["-i", visible.split(",")[0]] if visible else []
    try:
        asked = subprocess.run(
            [tool, *question, *chosen], capture_output=True, text=True, timeout=PATIENCE
        )
        return first_card(asked.stdout.splitlines()) if asked.returncode == 0 else None
    except (OSError, subprocess.TimeoutExpired, ValueError):
        return None


def first_card(lines: list[str]) -> Card | None:
    """The first of the cards that nvidia-smi describes, a line each in the order of their slots.
    CUDA counts the fastest first unless CUDA_DEVICE_ORDER says otherwise. Raises ValueError."""
    cards = [card_of(line) for line in lines if line.strip()]
    if not cards or os.environ.get("CUDA_DEVICE_ORDER") == "PCI_BUS_ID":
        return next(iter(cards), None)
    return max(cards, key=lambda card: (card.modern, card.flops))


def card_of(line: str) -> Card:
    """The card that nvidia-smi describes as "name, MiB, capability". Raises ValueError."""
    name, mebibytes, capability = (part.strip() for part in line.rsplit(",", 2))
    major, minor = capability.split(".")
    return Card("cuda", name, int(mebibytes) * MIB, card_flops(name), (int(major), int(minor)))


def _apple() -> Card | None:
    if platform.system() != "Darwin" or platform.machine() != "arm64":
        return None
    return Card("mps", "Apple", int(memory() * APPLE_SHARE), APPLE_TFLOPS * 1e12)


def oldest_card(cuda: tuple[int, int]) -> tuple[int, int]:
    """The least capability that builds of torch with this CUDA compute for, by PyTorch's
    RELEASE.md: CUDA 13 has left out Volta and what is older, 12.8 Pascal and what is older."""
    return (7, 5) if cuda >= (13, 0) else (7, 0) if cuda >= (12, 8) else (5, 0)


@cache
def _cuda_of_torch() -> tuple[int, int] | None:
    """The CUDA that the installed torch was built with, None for one without, read without
    importing it."""
    found = importlib.util.find_spec("torch")
    if found is None or found.origin is None:
        return None
    try:
        text = (Path(found.origin).parent / "version.py").read_text("utf-8")
    except OSError:
        return None
    said = re.search(r"^cuda[^=]*=\s*['\"](\d+)\.(\d+)", text, re.MULTILINE)
    return (int(said[1]), int(said[2])) if said else None


@cache
def _processor() -> tuple[str, bool]:
    """Its name, and whether it has instructions for bfloat16."""
    try:
        text = Path("/proc/cpuinfo").read_text("utf-8", errors="replace")
    except OSError:
        return platform.processor() or platform.machine(), False
    named = re.search(r"^model name\s*:\s*(.+)$", text, re.MULTILINE)
    able = re.search(r"\b(amx_bf16|avx512_bf16|bf16)\b", text) is not None
    return named[1].strip() if named else platform.machine(), able

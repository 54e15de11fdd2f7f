"""Takes called off, and makers killed, at every stage: how soon it is over and what is left.

    python -m tests.bench.maker_stops

A tiny model of the real classes makes the takes in a real maker child, on the processor.
"""

import asyncio
import contextlib
import os
import signal
import tempfile
import time
from collections.abc import Awaitable, Callable
from fractions import Fraction
from pathlib import Path

from engine.client.maker_child import LocalMaker
from engine.contract.events import EngineFault
from engine.contract.making import MakeProgress, Making
from engine.contract.models import Profile, Weights
from engine.contract.shot import ModelRun, ShotRequest
from engine.contract.time import Rate
from tests.bench.report import table
from tests.fakes.tiny_models import tiny

STAGES = ("loading", "encoding", "denoising", "decoding", "writing")
Stop = Callable[[asyncio.Task, int], None]


def main() -> None:
    """Print a row for each stage."""
    with tempfile.TemporaryDirectory() as place:
        os.environ["LAQTA_MODELS"] = place
        folder = Path(place, "takes")
        folder.mkdir()
        rows = asyncio.run(_rows(folder))
    head = ("at", "called off after, s", "left", "killed: reason", "after, s", "left", "next take")
    table("A take called off, and a maker killed, at each stage", head, rows)


async def _rows(folder: Path) -> list[list[object]]:
    maker = LocalMaker()
    try:
        await maker.make(_making(folder), _ignore)
        return [[stage, *await _row(maker, folder, stage)] for stage in STAGES]
    finally:
        await maker.close()


async def _row(maker: LocalMaker, folder: Path, stage: str) -> list[object]:
    _clear(folder)
    _, called_off = await _stopped(maker, folder, stage, lambda task, _pid: task.cancel())
    left = _clear(folder)
    reason, killed = await _stopped(
        maker, folder, stage, lambda _task, pid: os.kill(pid, signal.SIGKILL)
    )
    left_killed = _clear(folder)
    made = await maker.make(_making(folder), _ignore)
    return [called_off, left, reason, killed, left_killed, f"{made.facts.frames} frames"]


async def _stopped(
    maker: LocalMaker, folder: Path, stage: str, stop: Stop
) -> tuple[str, float | str]:
    """Why the take ended, and how long after it was stopped at its first word of the stage."""
    moments: list[float] = []

    def report(progress: MakeProgress) -> None:
        if progress.stage == stage and not moments and maker.pid is not None:
            moments.append(time.monotonic())
            stop(task, maker.pid)

    task = asyncio.ensure_future(maker.make(_making(folder), report))
    reason = await _reason(task)
    return reason, time.monotonic() - moments[0] if moments else "too late"


async def _reason(task: Awaitable[object]) -> str:
    with contextlib.suppress(asyncio.CancelledError):
        try:
            await task
        except EngineFault as fault:
            return fault.reason
        return "made"
    return "called off"


def _clear(folder: Path) -> str:
    """Remove what lies in the folder and name it."""
    found = sorted(path.name for path in folder.iterdir())
    for name in found:
        (folder / name).unlink()
    return ", ".join(found) or "nothing"


def _making(folder: Path) -> Making:
    return Making(
        ShotRequest("rain on a red boat", Fraction(1, 2), 128, 96),
        Weights(str(tiny("wan_t2v")), 1, "tiny"),
        ModelRun("text", 80, 64, 9, Rate(16), profile="fast"),
        str(folder / "take.mp4"),
        Profile("fast", 4, 5.0),
    )


def _ignore(progress: MakeProgress) -> None:
    """Nobody looks."""


if __name__ == "__main__":
    main()

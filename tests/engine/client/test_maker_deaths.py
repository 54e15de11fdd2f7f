"""The real maker child with a tiny model, killed at its start and in the middle of a take."""

import asyncio
import contextlib
import os
import signal
from fractions import Fraction
from pathlib import Path

from engine.client.maker_child import LocalMaker
from engine.contract.events import EngineFault
from engine.contract.making import MakeProgress, Making
from engine.contract.models import Profile, Weights
from engine.contract.shot import ModelRun, ShotRequest
from engine.contract.time import Rate
from tests.fakes.tiny_models import tiny

LATE = "decoding"


def making(folder: Path) -> Making:
    return Making(
        ShotRequest("rain on a red boat", Fraction(1, 2), 128, 96),
        Weights(str(tiny("wan_t2v")), 1, "tiny"),
        ModelRun("text", 80, 64, 9, Rate(16), profile="fast"),
        str(folder / "take.mp4"),
        Profile("fast", 2, 5.0),
    )


async def reason(task: asyncio.Future) -> str:
    try:
        await task
    except EngineFault as fault:
        return fault.reason
    return ""


async def killed_at_the_start(maker: LocalMaker, order: Making) -> str:
    task = asyncio.ensure_future(maker.make(order, lambda _: None))
    while maker.pid is None:
        await asyncio.sleep(0.01)
    os.kill(maker.pid, signal.SIGKILL)
    return await reason(task)


async def killed_in(stage: str, maker: LocalMaker, order: Making) -> str:
    def kill(progress: MakeProgress) -> None:
        if progress.stage == stage and maker.pid is not None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(maker.pid, signal.SIGKILL)

    return await reason(asyncio.ensure_future(maker.make(order, kill)))


async def scene(folder: Path) -> None:
    maker, order = LocalMaker(), making(folder)
    film = Path(order.path)
    try:
        assert await killed_at_the_start(maker, order) == "engine_died"
        made = await maker.make(order, lambda _: None)
        assert made.facts.frames == 9 and list(folder.iterdir()) == [film]
        film.unlink()
        assert await killed_in(LATE, maker, order) == "engine_died"
        assert list(folder.iterdir()) == []
    finally:
        await maker.close()


def test_a_killed_maker_leaves_nothing_and_a_new_one_makes_the_next_take(tmp_path: Path) -> None:
    asyncio.run(scene(tmp_path))

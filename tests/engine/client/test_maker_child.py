"""One maker child for many takes, against a stand-in that obeys, lags, hangs and dies."""

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from engine.client.maker_child import LocalMaker, Terms
from engine.contract.events import EngineFault
from engine.contract.making import Making
from engine.contract.models import Weights
from engine.contract.shot import ModelRun, ShotRequest
from engine.contract.time import Rate

PROGRAM = "tests.fakes.stand_in_worker"
RUN = ModelRun("text", 64, 64, 9, Rate(16))
WEIGHTS = Weights("nowhere", 0, "none")


def making(folder: Path, prompt: str) -> Making:
    return Making(ShotRequest(prompt), WEIGHTS, RUN, str(folder / f"{prompt}.mp4"))


@asynccontextmanager
async def maker(**terms: float) -> AsyncIterator[LocalMaker]:
    local = LocalMaker(PROGRAM, Terms(**terms))
    try:
        yield local
    finally:
        await local.close()


async def quick(local: LocalMaker, folder: Path) -> str:
    await local.make(making(folder, "quick"), lambda _: None)
    return (folder / "quick.mp4").read_text()


async def cancelled(local: LocalMaker, order: Making) -> float:
    """Seconds from the cancel, once work has begun, until the task is over."""
    begun = asyncio.Event()
    task = asyncio.ensure_future(local.make(order, lambda _: begun.set()))
    await begun.wait()
    begin = time.monotonic()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    return time.monotonic() - begin


def test_one_child_makes_takes_one_after_the_other_and_ends_when_idle(tmp_path: Path) -> None:
    async def scene() -> None:
        async with maker(idle=0.2) as local:
            assert local.pid is None
            orders = [making(tmp_path, "quick"), making(tmp_path / "b", "quick")]
            (tmp_path / "b").mkdir()
            await asyncio.gather(*(local.make(each, lambda _: None) for each in orders))
            pid = local.pid
            found = [Path(each.path).read_text() for each in orders]
            assert found == [f"take 1 of {pid}", f"take 2 of {pid}"]
            while local.pid is not None:
                await asyncio.sleep(0.02)
            assert f"{pid}" not in await quick(local, tmp_path)

    asyncio.run(scene())


def test_a_cancelled_take_leaves_nothing_and_the_child_stays_when_it_answers(tmp_path: Path):
    async def scene() -> None:
        async with maker() as local:
            for prompt in ("obedient", "late"):
                assert await cancelled(local, making(tmp_path, prompt)) < 1
            assert list(tmp_path.iterdir()) == []
            assert (await quick(local, tmp_path)).startswith("take 2")

    asyncio.run(scene())


def test_a_child_that_does_not_hear_the_cancel_is_killed_within_a_second(tmp_path: Path) -> None:
    async def scene() -> None:
        async with maker() as local:
            assert await cancelled(local, making(tmp_path, "deaf")) < 1
            assert list(tmp_path.iterdir()) == []
            assert (await quick(local, tmp_path)).startswith("take 1")

    asyncio.run(scene())


@pytest.mark.parametrize(
    ("prompt", "terms", "reason"),
    [
        ("dead", {}, "engine_died"),
        ("silent", {"silence": 0.5, "look": 0.1}, "engine_hung"),
        ("stuck", {"stillness": 2.5, "look": 0.1}, "engine_hung"),
        ("hungry", {}, "out_of_memory"),
        ("faulty", {}, "model_damaged"),
    ],
)
def test_a_failed_take_says_why_leaves_nothing_and_the_next_one_works(
    tmp_path: Path, prompt: str, terms: dict[str, float], reason: str
) -> None:
    async def scene() -> None:
        async with maker(**terms) as local:
            with pytest.raises(EngineFault) as caught:
                await local.make(making(tmp_path, prompt), lambda _: None)
            assert caught.value.reason == reason
            assert list(tmp_path.iterdir()) == []
            assert (await quick(local, tmp_path)).startswith("take 1")

    asyncio.run(scene())


def test_computing_without_a_word_is_not_hanging(tmp_path: Path) -> None:
    async def scene() -> None:
        async with maker(silence=1.5, stillness=1.5, look=0.1) as local:
            await local.make(making(tmp_path, "busy"), lambda _: None)

    asyncio.run(scene())


def test_a_film_that_lay_there_before_outlives_a_cancelled_take(tmp_path: Path) -> None:
    async def scene() -> None:
        order = making(tmp_path, "obedient")
        Path(order.path).write_text("earlier")
        async with maker() as local:
            await cancelled(local, order)
        assert Path(order.path).read_text() == "earlier"

    asyncio.run(scene())


def test_a_child_ends_when_its_studio_is_gone(tmp_path: Path) -> None:
    async def scene() -> None:
        async with maker() as local:
            begun = asyncio.Event()
            order = making(tmp_path, "obedient")
            task = asyncio.ensure_future(local.make(order, lambda _: begun.set()))
            await begun.wait()
            pid = local.pid
            await local.close()
            with pytest.raises((EngineFault, asyncio.CancelledError)):
                await task
            with pytest.raises(ProcessLookupError):
                os.kill(pid, signal.SIGCONT)
        assert list(tmp_path.iterdir()) == []

    asyncio.run(scene())

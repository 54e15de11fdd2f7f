"""Stills and recipes over a real clerk, which can be woken before it is asked anything."""

import asyncio
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from engine.client.local_strips import LocalStrips
from engine.contract.delivery import Delivery
from engine.contract.events import EngineFault
from engine.contract.plan import Layer, RenderPlan, ShotSource
from engine.contract.shot import Recipe, ShotRequest
from engine.contract.time import Rate, Span
from engine.contract.timemap import TimeMap
from engine.media.movie_writer import MovieWriter
from engine.media.written_recipe import comment_of

RATE = Rate(24)


def plan(prompt: str) -> RenderPlan:
    source = ShotSource(ShotRequest(prompt, Fraction(2), 160, 90))
    layer = Layer(source, Span(0, 48), TimeMap.straight(RATE.seconds(48)))
    return RenderPlan(160, 90, RATE, 48, (layer,))


RECIPE = Recipe(ShotRequest("بحر هادئ", Fraction(7, 3), model="some/model"), "engine 1", "ab12")


def film(path: Path, comment: str) -> str:
    """A short film that carries this comment."""
    writer = MovieWriter(str(path), 64, 64, RATE, Delivery(str(path)), False, comment)
    for _ in range(3):
        writer.add_picture(np.zeros((64, 64, 4), np.uint8))
    writer.close()
    return str(path)


async def answers_after_waking(folder: Path) -> tuple[int, bool, tuple[int, int]]:
    strips = LocalStrips()
    strips.wake()
    while strips.pid is None:
        await asyncio.sleep(0.01)
    woken = strips.pid
    picture = await strips.still(plan("a lake at dawn"), 5, 160, 90)
    size = (picture.width, picture.height)
    picture.release()
    assert await strips.recipe(film(folder / "take.mp4", comment_of(RECIPE))) == RECIPE
    assert await strips.recipe(film(folder / "film.mp4", "holidays")) is None
    with pytest.raises(EngineFault, match="media_missing"):
        await strips.recipe(str(folder / "nothing.mp4"))
    same = strips.pid == woken
    await strips.close()
    return woken, same, size


def test_a_woken_clerk_is_the_one_that_answers(tmp_path: Path) -> None:
    woken, same, size = asyncio.run(answers_after_waking(tmp_path))
    assert woken > 0 and same and size == (160, 90)

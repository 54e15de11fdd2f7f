"""Stills over a real clerk, which can be woken before it is asked anything."""

import asyncio
from fractions import Fraction

from engine.client.local_strips import LocalStrips
from engine.contract.plan import Layer, RenderPlan, ShotSource
from engine.contract.shot import ShotRequest
from engine.contract.time import Rate, Span
from engine.contract.timemap import TimeMap

RATE = Rate(24)


def plan(prompt: str) -> RenderPlan:
    source = ShotSource(ShotRequest(prompt, Fraction(2), 160, 90))
    layer = Layer(source, Span(0, 48), TimeMap.straight(RATE.seconds(48)))
    return RenderPlan(160, 90, RATE, 48, (layer,))


async def answers_after_waking() -> tuple[int, bool, tuple[int, int]]:
    strips = LocalStrips()
    strips.wake()
    while strips.pid is None:
        await asyncio.sleep(0.01)
    woken = strips.pid
    picture = await strips.still(plan("a lake at dawn"), 5, 160, 90)
    size = (picture.width, picture.height)
    picture.release()
    same = strips.pid == woken
    await strips.close()
    return woken, same, size


def test_a_woken_clerk_is_the_one_that_answers() -> None:
    woken, same, size = asyncio.run(answers_after_waking())
    assert woken > 0 and same and size == (160, 90)

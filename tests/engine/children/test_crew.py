"""A crew paints what one process paints, whoever of it lives."""

import os
import signal
from fractions import Fraction

import numpy as np

from engine.children.crew import Crew, hands
from engine.contract.plan import Layer, MediaSource, RenderPlan, ShotSource
from engine.contract.shot import MediaRef, ShotRequest
from engine.contract.time import Rate, Span
from engine.contract.timemap import TimeMap
from engine.render.mp4_film import composed

RATE = Rate(24)


def film(frames: int, source: object = None) -> RenderPlan:
    source = source or ShotSource(ShotRequest("a sailboat at sunset", Fraction(10), 160, 90))
    layer = Layer(source, Span(0, frames), TimeMap.straight(RATE.seconds(frames)))
    return RenderPlan(160, 90, RATE, frames, (layer,))


def test_a_crew_paints_the_same_pictures_in_the_same_order(qt_application):
    plan = film(13)
    alone = [picture.copy() for picture in composed(plan)]
    with Crew(plan, count=2) as crew:
        together = [picture.copy() for picture in crew.pictures(plan)]
    assert len(together) == 13
    assert all(np.array_equal(one, other) for one, other in zip(alone, together, strict=True))


def test_a_dead_painter_s_turns_are_painted_all_the_same(qt_application):
    plan = film(24)
    alone = [picture.copy() for picture in composed(plan)]
    together: list[np.ndarray] = []
    with Crew(plan, count=1) as crew:
        for picture in crew.pictures(plan):
            together.append(picture.copy())
            if len(together) == 2:
                os.kill(_child(), signal.SIGKILL)
    assert all(np.array_equal(one, other) for one, other in zip(alone, together, strict=True))


def test_films_that_decode_clips_and_short_ones_are_left_to_one_process():
    clip = MediaSource(MediaRef("/nowhere/clip.mp4", "clip"))
    assert hands(film(480, clip)) == 0
    assert hands(film(12)) == 0


def _child() -> int:
    """The process id of the one painter."""
    with open("/proc/self/task/%d/children" % os.getpid()) as children:  # noqa: PTH123, UP031
        return int(children.read().split()[-1])

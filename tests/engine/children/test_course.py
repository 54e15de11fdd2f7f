"""Playback finds its way through a film: speeds, backwards, loops, and the sound along with it."""

import numpy as np

from engine.children.playback import Course
from engine.contract.plan import RenderPlan
from engine.contract.time import Rate, Span

PLAN = RenderPlan(64, 64, Rate(24), frames=48)


class Counting:
    """A mixer whose sample n has the value n."""

    def samples(self, start: int, count: int) -> np.ndarray:
        rows = np.arange(start, start + count, dtype=np.float32)
        return np.stack([rows, rows], axis=1)


def test_plain_playback_shows_every_frame_to_the_end():
    course = Course(PLAN, start=40, speed=1.0, loop=None)
    assert [course.frame(tick) for tick in range(course.ticks)] == list(range(40, 48))


def test_double_speed_shows_every_second_frame():
    course = Course(PLAN, start=40, speed=2.0, loop=None)
    assert [course.frame(tick) for tick in range(course.ticks)] == [40, 42, 44, 46]


def test_backwards_runs_to_the_first_frame():
    course = Course(PLAN, start=3, speed=-1.0, loop=None)
    assert [course.frame(tick) for tick in range(course.ticks)] == [3, 2, 1, 0]


def test_a_loop_never_ends_and_never_leaves_its_span():
    course = Course(PLAN, start=12, speed=1.0, loop=Span(10, 14))
    assert course.ticks is None
    assert [course.frame(tick) for tick in range(6)] == [12, 13, 10, 11, 12, 13]


def test_sound_starts_at_the_frame_s_first_sample():
    samples = Course(PLAN, start=12, speed=1.0, loop=None).samples(Counting(), 100, 5)
    assert samples[:, 0].tolist() == [24100, 24101, 24102, 24103, 24104]


def test_looped_sound_starts_over_with_the_loop():
    course = Course(PLAN, start=10, speed=1.0, loop=Span(10, 14))
    samples = course.samples(Counting(), 4 * 2000 - 2, 4)
    assert samples[:, 0].tolist() == [27998, 27999, 20000, 20001]


def test_backward_sound_runs_backwards():
    samples = Course(PLAN, start=12, speed=-1.0, loop=None).samples(Counting(), 0, 4)[:, 0]
    assert np.all(np.diff(samples) == -1)
    assert abs(samples[0] - 24000) <= 2

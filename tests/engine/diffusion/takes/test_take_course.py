"""How far a take is, and how long it will still take."""

import pytest

from engine.diffusion.takes.take_course import STAGES, TakeCourse


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


def course(told, clock, size=2.0, paces=None) -> TakeCourse:
    made = TakeCourse(told.append, size, paces, clock)
    made.expect(10)
    return made


def test_the_first_take_foresees_its_decoding_from_its_denoising(clock):
    told = []
    first = course(told, clock)
    first.begin("loading")
    first.begin("denoising")
    assert told[-1].remaining is None
    clock.now = 3.0
    first.reach(0.3)
    assert (told[-1].done, told[-1].total) == (5, 15)
    assert told[-1].remaining == pytest.approx(7.0 + 2.0)


def test_the_next_take_knows_the_end_from_its_beginning(clock):
    told, paces = [], {}
    for size in (2.0, 4.0):
        each = course(told, clock, size, paces)
        for stage in STAGES:
            each.begin(stage)
            if size == 4.0 and stage == "encoding":
                assert told[-1].remaining == pytest.approx(2 * 5.0 * 3)
            clock.now += 5.0
            each.reach(1.0)
    assert (told[-1].done, told[-1].total, told[-1].remaining) == (15, 15, 0.0)


def test_stages_that_took_their_time_move_nothing_backwards(clock):
    told = []
    slow = course(told, clock)
    for stage in STAGES:
        slow.begin(stage)
        for part in (0.5, 1.0):
            clock.now += 1
            slow.reach(part)
    done = [each.done for each in told]
    assert done == sorted(done) and done[-1] == told[-1].total

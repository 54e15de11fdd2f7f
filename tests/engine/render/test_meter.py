"""Progress: not too often, never backwards, with an honest remaining time."""

import pytest

from engine.contract.events import Progress
from engine.render.meter import Meter


class Clock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def metered(total: int, seconds_a_frame: list[float]) -> list[Progress]:
    clock, reports = Clock(), []
    meter = Meter(total, reports.append, clock)
    for done, seconds in enumerate(seconds_a_frame, 1):
        clock.now += seconds
        meter.count(done)
    return reports


def test_reports_come_about_ten_times_a_second():
    reports = metered(1000, [0.01] * 1000)
    assert 90 <= len(reports) <= 101


def test_the_last_frame_is_always_reported():
    assert metered(3, [0.001] * 3)[-1] == Progress(3, 3, 0.0)


def test_the_remaining_time_follows_the_pace():
    reports = metered(400, [0.05] * 200)
    assert reports[-1].remaining == pytest.approx(200 * 0.05, rel=0.05)


def test_a_slower_stretch_is_noticed_within_seconds():
    reports = metered(1000, [0.01] * 500 + [0.1] * 100)
    assert reports[-1].remaining == pytest.approx(400 * 0.1, rel=0.1)

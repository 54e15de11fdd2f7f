"""Laws of rates and spans."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from engine.contract.time import SAMPLE_RATE, Rate, Span

rates = some.builds(Rate, some.integers(1, 240_000), some.integers(1, 1001))
frames = some.integers(-10_000, 10_000_000)
spans = some.tuples(some.integers(-500, 500), some.integers(0, 500)).map(
    lambda pair: Span(pair[0], pair[0] + pair[1])
)


@given(rates, frames)
def test_a_frame_holds_the_moment_at_which_it_starts(rate: Rate, frame: int):
    assert rate.frame_at(rate.seconds(frame)) == frame


@given(rates, frames)
def test_a_frame_ends_where_the_next_one_starts(rate: Rate, frame: int):
    just_before = rate.seconds(frame + 1) - Fraction(1, 10**12)
    assert rate.frame_at(just_before) == frame


@given(rates, some.integers(0, 10_000), some.integers(0, 10_000))
def test_samples_of_neighbouring_stretches_add_up(rate: Rate, first: int, second: int):
    whole = rate.sample_at(first + second)
    parts = rate.sample_at(first) + (rate.sample_at(first + second) - rate.sample_at(first))
    assert parts == whole
    assert 0 <= rate.seconds(first) * SAMPLE_RATE - rate.sample_at(first) < 1


def test_a_rate_is_kept_in_lowest_terms():
    assert Rate(50, 2) == Rate(25)
    assert hash(Rate(60_000, 2002)) == hash(Rate(30_000, 1001))
    assert Rate.of("30000/1001").fps == Fraction(30_000, 1001)


@pytest.mark.parametrize(("num", "den"), [(0, 1), (24, 0), (-24, 1), (24, -1)])
def test_a_rate_is_positive(num: int, den: int):
    with pytest.raises(ValueError, match="positive"):
        Rate(num, den)


def test_an_hour_of_ntsc_has_no_drift():
    rate = Rate(30_000, 1001)
    assert rate.frame_at(Fraction(3600)) == 107_892
    assert rate.sample_at(107_892) == 172_799_827


@given(spans, spans)
def test_shared_frames_are_the_frames_in_both(one: Span, other: Span):
    shared = one.shared(other)
    inside = {frame for frame in range(one.start, one.stop) if frame in other}
    assert inside == set(range(shared.start, shared.stop))
    assert one.overlaps(other) == bool(inside) == other.overlaps(one)


@given(spans, some.integers(-100, 100))
def test_a_moved_span_keeps_its_length(span: Span, by: int):
    assert span.moved(by).length == span.length
    assert span.moved(by).moved(-by) == span


def test_a_span_does_not_end_before_it_starts():
    with pytest.raises(ValueError, match="before it starts"):
        Span(3, 2)

"""Laws of time maps: what each verb does to every frame."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as some

from engine.contract.time import Rate, Span
from engine.contract.timemap import Piece, TimeMap

RATE = Rate(24)
rates = some.sampled_from([Rate(24), Rate(25), Rate(30_000, 1001), Rate(60)])
speeds = some.fractions(Fraction(1, 20), Fraction(20), max_denominator=40)
lengths = some.integers(2, 60)


@some.composite
def maps(draw: some.DrawFn, rate: Rate = RATE) -> TimeMap:
    """A row of verbs on a straight piece, always of whole frames."""
    made = TimeMap.straight(rate.seconds(draw(lengths)), draw(some.fractions(0, 5)))
    for verb in draw(some.lists(some.sampled_from("tsfrlpw"), max_size=4)):
        total = made.frames(rate)
        first = draw(some.integers(0, total - 1))
        last = draw(some.integers(first + 1, total))
        match verb:
            case "t":
                made = made.trimmed(Span(first, last), rate)
            case "s":
                speed = draw(speeds)
                assume(1 <= total / speed < 400)
                made = made.faster(speed, rate)
            case "f":
                made = made.frozen(first, draw(some.integers(1, 9)), rate)
            case "r":
                made = made.reversed()
            case "l":
                made = made.repeated(draw(some.integers(1, 3)))
            case "p":
                made = made.ping_pong(draw(some.integers(1, 3)))
            case _:
                if last - first < total:
                    made = made.without(Span(first, last), rate)
    return made


def shown(time_map: TimeMap, rate: Rate = RATE) -> list[Fraction]:
    """Source moment of every output frame."""
    return [time_map.source_of_frame(i, rate) for i in range(time_map.frames(rate))]


@given(maps())
def test_every_map_is_a_whole_number_of_frames_long(time_map: TimeMap):
    assert time_map.seconds == RATE.seconds(time_map.frames(RATE))


@given(maps())
def test_backwards_shows_the_same_frames_in_reverse(time_map: TimeMap):
    assert shown(time_map.reversed()) == shown(time_map)[::-1]
    assert shown(time_map.reversed().reversed()) == shown(time_map)


@given(maps())
def test_a_frame_shows_the_earliest_moment_it_covers(time_map: TimeMap):
    for frame, moment in enumerate(shown(time_map)):
        for step in range(1, 8):
            inside = RATE.seconds(1) * (frame + Fraction(step, 8))
            assert time_map.source_at(inside) >= moment


@given(maps(), some.integers(1, 4))
def test_a_repeat_shows_the_frames_again(time_map: TimeMap, count: int):
    assert shown(time_map.repeated(count)) == shown(time_map) * count


@given(maps(), some.integers(1, 5))
def test_ping_pong_turns_round_at_every_end(time_map: TimeMap, count: int):
    there = shown(time_map)
    expected = [frame for i in range(count) for frame in (there[::-1] if i % 2 else there)]
    assert shown(time_map.ping_pong(count)) == expected


@given(maps(), some.data())
def test_trims_compose(time_map: TimeMap, data: some.DataObject):
    total = time_map.frames(RATE)
    a = data.draw(some.integers(0, total - 1))
    b = data.draw(some.integers(a + 1, total))
    c = data.draw(some.integers(0, b - a - 1))
    d = data.draw(some.integers(c + 1, b - a))
    twice = time_map.trimmed(Span(a, b), RATE).trimmed(Span(c, d), RATE)
    assert twice == time_map.trimmed(Span(a + c, a + d), RATE)
    whole = shown(time_map)
    assert shown(time_map.trimmed(Span(a, b), RATE)) == whole[a:b]


@given(maps(), some.data())
def test_cutting_frames_out_leaves_the_others(time_map: TimeMap, data: some.DataObject):
    whole = shown(time_map)
    first = data.draw(some.integers(0, len(whole) - 1))
    last = data.draw(some.integers(first + 1, len(whole)))
    assume(last - first < len(whole))
    assert shown(time_map.without(Span(first, last), RATE)) == whole[:first] + whole[last:]


@given(maps(), some.data())
def test_a_freeze_holds_what_shows_and_nothing_else(time_map: TimeMap, data: some.DataObject):
    whole = shown(time_map)
    frame = data.draw(some.integers(0, len(whole) - 1))
    held = shown(time_map.frozen(frame, 5, RATE))
    assert held == whole[:frame] + [whole[frame]] * 5 + whole[frame:]


@given(rates, lengths, speeds)
def test_a_speed_takes_every_frame_from_where_it_says(rate: Rate, length: int, speed: Fraction):
    assume(int(length / speed) >= 1)
    quick = TimeMap.straight(rate.seconds(length)).faster(speed, rate)
    assert quick.frames(rate) == int(length / speed)
    assert shown(quick, rate) == [
        rate.seconds(frame) * speed for frame in range(quick.frames(rate))
    ]


@given(lengths, speeds, speeds)
def test_speeds_multiply(length: int, one: Fraction, other: Fraction):
    straight = TimeMap.straight(RATE.seconds(length))
    assume(int(length / one) >= 1 and Fraction(1, 20) <= one * other <= 20)
    assume(int(int(length / one) / other) >= 1)
    twice = shown(straight.faster(one, RATE).faster(other, RATE))
    assert twice == shown(straight.faster(one * other, RATE))[: len(twice)]


@given(lengths, speeds, speeds)
def test_a_ramp_starts_and_ends_at_its_speeds_and_uses_all_of_its_source(
    length: int, begin: Fraction, end: Fraction
):
    seconds = RATE.seconds(length)
    exact = 2 * seconds / (begin + end)
    assume(exact * RATE.fps >= 1)
    ramp = TimeMap.straight(seconds).ramped(((0, begin), (length, end)), RATE)
    assert ramp.pieces[0].speed == begin
    assert 0 <= exact - ramp.seconds < RATE.seconds(1)
    assert 0 <= seconds - ramp.source_at(exact) <= RATE.seconds(1) * max(begin, end)
    whole_source = Piece(exact, Fraction(0), begin, end).source_end
    assert whole_source == seconds


def test_a_ramp_holds_its_first_and_last_speed_outside_its_keys():
    ramp = TimeMap.straight(RATE.seconds(96)).ramped(((24, Fraction(1)), (48, Fraction(2))), RATE)
    assert [piece.speed for piece in ramp.pieces] == [1, 1, 2]
    assert ramp.frames(RATE) == 24 + 16 + 24


def test_a_ramp_played_backwards_shows_its_frames_in_reverse():
    """Its speed changes between two frames, so a frame there covers two pieces."""
    ramp = TimeMap.straight(RATE.seconds(100)).ramped(
        ((10, Fraction(1)), (41, Fraction(3)), (77, Fraction(1, 3))), RATE
    )
    assert shown(ramp.reversed()) == shown(ramp)[::-1]


def test_two_times_there_and_back_is_the_rule_of_the_docstring():
    clip = TimeMap.straight(RATE.seconds(3)).ping_pong(2)
    a, b, c = (RATE.seconds(frame) for frame in range(3))
    assert shown(clip) == [a, b, c, c, b, a]


def test_beyond_its_ends_a_map_stays_at_its_ends():
    clip = TimeMap.straight(RATE.seconds(10), Fraction(1))
    assert clip.source_of_frame(-5, RATE) == 1
    assert clip.source_at(Fraction(99)) == 1 + RATE.seconds(10)
    assert clip.reversed().source_of_frame(99, RATE) == 1


@pytest.mark.parametrize(
    "verb",
    [
        lambda clip: clip.trimmed(Span(0, 11), RATE),
        lambda clip: clip.trimmed(Span(4, 4), RATE),
        lambda clip: clip.without(Span(0, 10), RATE),
        lambda clip: clip.faster(Fraction(21), RATE),
        lambda clip: clip.faster(Fraction(1, 21), RATE),
        lambda clip: clip.faster(Fraction(20), RATE),
        lambda clip: clip.frozen(10, 1, RATE),
        lambda clip: clip.frozen(0, 0, RATE),
        lambda clip: clip.repeated(0),
        lambda clip: clip.ping_pong(0),
        lambda clip: clip.ramped((), RATE),
        lambda clip: clip.ramped(((5, Fraction(1)), (2, Fraction(1))), RATE),
        lambda clip: clip.ramped(((0, Fraction(30)),), RATE),
    ],
)
def test_what_can_not_be_done_is_refused(verb):
    with pytest.raises(ValueError):
        verb(TimeMap.straight(RATE.seconds(10)))

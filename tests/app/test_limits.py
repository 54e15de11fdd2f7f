"""Whatever is asked for, a legal request comes out, with a word on every change."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.limits import (
    HEIGHTS,
    LONGEST,
    MAX_SEED,
    RATES,
    SHAPES,
    film_rate,
    film_size,
    settle,
    size_of,
)
from engine.contract.shot import MediaRef, Reference
from engine.contract.time import Rate


@given(
    some.fractions(-5, 500),
    some.integers(-10, 20_000),
    some.integers(-10, 20_000),
    some.builds(Rate, some.integers(1, 300), some.integers(1, 5)),
    some.integers(-(2**40), 2**40),
)
def test_every_wish_becomes_a_legal_request(seconds, width, height, rate, seed):
    settled = settle("a sea", seconds, width, height, rate, seed)
    request = settled.request
    assert request.rate.seconds(request.rate.frame_at(request.seconds)) == request.seconds
    assert 0 < request.seconds <= LONGEST
    assert 0 <= request.seed <= MAX_SEED
    changed = (width, height, rate, seed) != (
        request.width,
        request.height,
        request.rate,
        request.seed,
    )
    assert not changed or settled.notes


def test_a_legal_wish_is_left_alone():
    settled = settle(" a calm sea ", Fraction(10), 1920, 1080, Rate(24), 7, "push in", "ink")
    request = settled.request
    assert settled.notes == ()
    assert (request.prompt, request.seconds, request.seed) == ("a calm sea", 10, 7)
    assert (request.camera, request.style, request.model) == ("push in", "ink", "animatic")


def test_a_length_becomes_whole_frames():
    rate = Rate(30_000, 1001)
    request = settle("a sea", Fraction(10), rate=rate).request
    assert request.seconds == rate.seconds(299)


def test_changes_are_told():
    notes = settle("a sea", Fraction(90), 8192, 4320, Rate(120), -1).notes
    assert [note.subject for note in notes] == ["60", "60", "4096 × 2160", str(MAX_SEED)]


def test_too_many_references_are_cut_and_told():
    references = tuple(Reference("logo", MediaRef(f"/{n}.png", str(n))) for n in range(12))
    settled = settle("a sea", references=references)
    assert settled.request.references == references[:8]
    assert len(settled.notes) == 1


def test_a_shot_needs_words():
    with pytest.raises(ValueError, match="needs a prompt"):
        settle("  ")


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("side", HEIGHTS)
def test_every_shape_and_size_on_offer_is_legal(shape: str, side: int):
    width, height = size_of(shape, side)
    request = settle("a sea", width=width, height=height).request
    across, down = SHAPES[shape]
    assert abs(request.width / request.height - across / down) < 0.02


def test_the_usual_sizes_are_as_everyone_knows_them():
    assert size_of("16:9", 1080) == (1920, 1080)
    assert size_of("9:16", 1080) == (1080, 1920)
    assert size_of("16:9", 480) == (854, 480)
    assert size_of("1:1", 720) == (720, 720)
    assert size_of("4:5", 1080) == (1080, 1350)


def test_every_rate_on_offer_is_legal():
    for rate in RATES:
        assert settle("a sea", rate=rate).notes == ()


def test_a_film_takes_the_rate_of_its_first_clip_or_the_nearest_usual_one():
    assert film_rate(Rate(15)) == Rate(15)
    assert film_rate(Rate(240)) == Rate(60)
    assert film_rate(Rate(2983, 100), constant=False) == Rate(30_000, 1001)
    assert film_rate(Rate(5)) == Rate(12)


def test_a_film_takes_the_size_of_its_first_clip_if_it_can_be_made():
    assert film_size(1279, 719) == (1280, 720)
    assert film_size(8192, 4320) == (4096, 2160)
    assert film_size(16, 16) == (64, 64)

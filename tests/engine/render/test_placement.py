"""Where pictures lie: fitted, filled, scaled, moved, turned, at any preview size."""

import pytest

from engine.contract.plan import Transform
from engine.render.placement import place

FILM = (1920, 1080)


def corners(picture, transform, canvas=FILM):
    rect = place(picture, transform, FILM, canvas).rect
    return pytest.approx((rect.left(), rect.top(), rect.right(), rect.bottom()), abs=1e-6)


def test_a_wide_picture_is_fitted_inside():
    assert corners((3840, 1080), Transform()) == (0, 270, 1920, 810)


def test_a_wide_picture_fills_and_is_cut_left_and_right():
    assert corners((3840, 1080), Transform(fill=True)) == (-960, 0, 2880, 1080)


def test_scale_and_place_are_parts_of_the_frame():
    assert corners(FILM, Transform(x=0.75, y=0.25, scale=0.25)) == (
        1440 - 240,
        270 - 135,
        1440 + 240,
        270 + 135,
    )


def test_a_preview_with_rounded_sides_still_shows_the_whole_frame():
    assert corners(FILM, Transform(fill=True), (853, 480)) == (0, 0, 853, 480)


def test_a_picture_that_misses_the_shape_by_a_pixel_takes_it_on():
    placement = place((854, 480), Transform(), FILM, FILM)
    assert placement.covers(*FILM)


@pytest.mark.parametrize("canvas", [FILM, (960, 540), (1000, 540)])
def test_a_quarter_turn_swaps_the_sides(canvas):
    rect = place((200, 100), Transform(rotation=90, scale=0.5), FILM, canvas).rect
    across, down = canvas[0] / FILM[0], canvas[1] / FILM[1]
    assert rect.width() == pytest.approx(480 * across)
    assert rect.height() == pytest.approx(960 * down)


def test_a_turned_picture_never_counts_as_covering():
    assert not place(FILM, Transform(scale=3, rotation=10), FILM, FILM).covers(*FILM)


def test_what_lies_outside_is_not_touched():
    assert not place((100, 100), Transform(x=2.0, scale=0.1), FILM, FILM).touches(*FILM)

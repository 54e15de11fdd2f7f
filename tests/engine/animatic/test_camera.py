"""The camera moves softly, and the world meets the frame as a pinhole camera sees it."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.animatic.camera import beyond, eased, standing, view_at
from engine.animatic.scene import Move, Scene, Subject

SHOT = Scene(
    seed=1, seconds=8.0, aspect=16 / 9, place="sea", subjects=(Subject("sailboat", 0.0, 30.0),)
)


def shot(move: Move, **others: object) -> Scene:
    fields = {name: getattr(SHOT, name) for name in SHOT.__struct_fields__}
    return Scene(**{**fields, "move": move, **others})


@given(st.floats(0.0, 1.0), st.floats(0.0, 0.05))
def test_easing_rises_without_a_jump(part: float, step: float):
    assert 0.0 <= eased(part) <= eased(min(part + step, 1.0)) <= 1.0
    assert eased(min(part + step, 1.0)) - eased(part) <= 1.5 * step + 1e-12


def test_easing_starts_and_ends_at_rest():
    assert eased(0.0) == 0.0 and eased(1.0) == 1.0
    assert eased(0.01) < 0.001 and eased(0.99) > 0.999


@pytest.mark.parametrize("move", get_args(Move))
def test_every_move_stays_close_between_frames(move: Move):
    views = [view_at(shot(move, pace=1.0), frame / 24, 1920, 1080) for frame in range(8 * 24 + 1)]
    for one, other in zip(views, views[1:], strict=False):
        here, there = one.project(0.0, 2.0, 30.0), other.project(0.0, 2.0, 30.0)
        assert abs(here.x() - there.x()) < 30 and abs(here.y() - there.y()) < 30


def test_pushing_in_makes_the_subject_larger_and_never_passes_it():
    scene = shot("push_in", pace=1.0)
    start, end = (view_at(scene, t, 1920, 1080) for t in (0.0, 8.0))
    assert 1.2 < end.pixels_per_metre(30.0) / start.pixels_per_metre(30.0) < 4.0


def test_near_things_move_more_than_far_ones_when_the_camera_trucks():
    scene = shot("truck_right")
    start, end = (view_at(scene, t, 1920, 1080) for t in (0.0, 8.0))
    near, far = (start.project(0, 0, z).x() - end.project(0, 0, z).x() for z in (10.0, 100.0))
    assert near == pytest.approx(10 * far)


@given(st.floats(-20, 20), st.floats(3.0, 200.0))
def test_depth_and_projection_agree_on_the_ground(x: float, z: float):
    view = standing(SHOT, 1280, 720)
    assert view.depth_at(view.project(x, 0.0, z).y()) == pytest.approx(z)
    assert view.ground_y(z) == pytest.approx(view.project(x, 0.0, z).y())


@pytest.mark.parametrize("move", get_args(Move))
def test_what_is_painted_once_reaches_as_far_as_the_shot_looks(move: Move):
    scene = shot(move, pace=1.0, track=3.0)
    for frame in range(0, 8 * 24 + 1, 6):
        view = view_at(scene, frame / 24, 1920, 1080)
        aside = abs(view.pan + view.x * view.focal / 50.0)
        assert aside <= beyond(scene, 50.0, 1920, 1080)

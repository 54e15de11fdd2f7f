"""The camera moves softly, and the world meets the frame as a pinhole camera sees it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.animatic.camera import ANGLES, LENSES, beyond, eased, standing, view_at
from engine.animatic.moves import MOVES
from engine.animatic.scene import Leg, Scene, Subject

SHOT = Scene(
    seed=1, seconds=8.0, aspect=16 / 9, place="sea", subjects=(Subject("sailboat", 0.0, 30.0),)
)
SOFT = sorted(move for move in MOVES if not move.startswith("whip"))


def shot(move: str, **others: object) -> Scene:
    fields = {name: getattr(SHOT, name) for name in SHOT.__struct_fields__}
    return Scene(**{**fields, "move": move, **others})


def steps_of(scene: Scene) -> list[float]:
    """How far a point by the subject goes from frame to frame, in pixels of a 1080p frame."""
    count = round(scene.seconds * 24)
    views = [view_at(scene, frame / 24, 1920, 1080) for frame in range(count + 1)]
    points = [view.project(1.0, 2.0, 30.0) for view in views]
    return [abs(b.x() - a.x()) + abs(b.y() - a.y()) for a, b in pairwise(points)]


@given(st.floats(0.0, 1.0), st.floats(0.0, 0.05))
def test_easing_rises_without_a_jump(part: float, step: float):
    assert 0.0 <= eased(part) <= eased(min(part + step, 1.0)) <= 1.0
    assert eased(min(part + step, 1.0)) - eased(part) <= 1.5 * step + 1e-12


def test_easing_starts_and_ends_at_rest():
    assert eased(0.0) == 0.0 and eased(1.0) == 1.0
    assert eased(0.01) < 0.001 and eased(0.99) > 0.999


@pytest.mark.parametrize("move", SOFT)
def test_every_move_stays_close_between_frames(move: str):
    assert max(steps_of(shot(move, pace=1.0))) < 30


@pytest.mark.parametrize("second", sorted(MOVES))
@pytest.mark.parametrize("first", ["push_in", "pan_left", "zoom_in", "orbit_right", "crane_down"])
def test_moves_follow_one_another_without_a_jump(first: str, second: str):
    legs = (Leg(first, 0.0, 4.0), Leg(second, 4.0, 8.0))
    scene = shot("still", legs=legs)
    before, after = (view_at(scene, 4.0 + aside, 1920, 1080) for aside in (-1e-4, 1e-4))
    for x, z in ((0.0, 30.0), (3.0, 200.0), (-2.0, 12.0)):
        there, here = before.project(x, 1.0, z), after.project(x, 1.0, z)
        assert abs(there.x() - here.x()) + abs(there.y() - here.y()) < 0.5


def test_pushing_in_makes_the_subject_larger_and_never_passes_it():
    scene = shot("push_in", pace=1.0)
    start, end = (view_at(scene, t, 1920, 1080) for t in (0.0, 8.0))
    assert 1.2 < end.pixels_per_metre(30.0) / start.pixels_per_metre(30.0) < 4.0


def test_near_things_move_more_than_far_ones_when_the_camera_trucks():
    scene = shot("truck_right")
    start, end = (view_at(scene, t, 1920, 1080) for t in (0.0, 8.0))
    near, far = (start.project(0, 0, z).x() - end.project(0, 0, z).x() for z in (10.0, 100.0))
    assert near == pytest.approx(10 * far)


@given(st.floats(0.0, 8.0))
def test_a_dolly_zoom_keeps_the_subject_and_grows_what_is_behind(t: float):
    scene = shot("dolly_zoom", pace=1.0)
    start, now, end = (view_at(scene, moment, 1920, 1080) for moment in (0.0, t, 8.0))
    assert now.pixels_per_metre(30.0) == pytest.approx(start.pixels_per_metre(30.0), rel=1e-6)
    assert end.pixels_per_metre(600.0) > 1.5 * start.pixels_per_metre(600.0)
    assert end.pixels_per_metre(8.0) < start.pixels_per_metre(8.0)


@given(st.floats(0.0, 8.0))
def test_an_orbit_keeps_its_subject_in_place_while_the_distance_slides(t: float):
    scene = shot("orbit_right", pace=1.0)
    start, now, end = (view_at(scene, moment, 1920, 1080) for moment in (0.0, t, 8.0))
    assert now.project(0.0, 0.0, 30.0).x() == pytest.approx(
        start.project(0.0, 0.0, 30.0).x(), abs=1
    )
    behind, before = (end.project(0, 0, z).x() - start.project(0, 0, z).x() for z in (300.0, 10.0))
    assert behind > 150 and before < -150


def test_a_zoom_only_magnifies():
    scene = shot("zoom_in", pace=1.0)
    start, end = (view_at(scene, t, 1920, 1080) for t in (0.0, 8.0))
    near, far = (end.pixels_per_metre(z) / start.pixels_per_metre(z) for z in (10.0, 500.0))
    assert near == pytest.approx(far) and 1.4 < near < 2.5


def test_a_whip_pans_far_in_a_moment_and_rests_before_and_after():
    steps = steps_of(shot("whip_right", seconds=2.0))
    assert max(steps) > 60 and max(steps[:8] + steps[-8:]) < 1e-6


def test_a_longer_lens_magnifies_and_angles_move_the_horizon():
    focals = {lens: standing(shot("still", lens=lens), 1920, 1080).focal for lens in LENSES}
    assert focals["wide"] < focals["normal"] < focals["macro"] < focals["long"]
    empty = {angle: shot("still", angle=angle, subjects=()) for angle in ANGLES}
    looks = {angle: standing(scene, 1920, 1080) for angle, scene in empty.items()}
    assert looks["low"].y < looks["level"].y < looks["high"].y < looks["top"].y
    assert (
        looks["low"].horizon > looks["level"].horizon > looks["high"].horizon > looks["top"].horizon
    )


@given(st.floats(-20, 20), st.floats(3.0, 200.0))
def test_depth_and_projection_agree_on_the_ground(x: float, z: float):
    view = standing(SHOT, 1280, 720)
    assert view.depth_at(view.project(x, 0.0, z).y()) == pytest.approx(z)
    assert view.ground_y(z) == pytest.approx(view.project(x, 0.0, z).y())


@pytest.mark.parametrize("move", sorted(MOVES))
def test_what_is_painted_once_reaches_as_far_as_the_shot_looks(move: str):
    scene = shot(move, pace=1.0, track=3.0)
    reach = 16 / 9 / 2 + beyond(scene, 50.0, 1920, 1080)
    for frame in range(0, 8 * 24 + 1, 3):
        view = view_at(scene, frame / 24, 1920, 1080)
        left, right = (
            view.project(side * reach * 50.0 / view.focal, 0.0, 50.0) for side in (-1, 1)
        )
        assert left.x() <= 1.0 and right.x() >= 1919.0

"""City, street and forest: the same at every asking, alive, lit at night, true to the camera."""

from random import Random

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtGui import QColor

from engine.animatic.camera import view_at
from engine.animatic.drawing import Drawing
from engine.animatic.lighting import light_of
from engine.animatic.paint import facade, skyline, strip
from engine.animatic.paint.places.city import NEAR_QUAY, ROWS, quay_depth
from engine.animatic.scene import Scene, Subject
from engine.animatic.stage import Stage, Wardrobe

PLACES = ("city", "street", "forest")
WIDTH, HEIGHT = 480, 270


def scene(place: str, **changes) -> Scene:
    return Scene(**{"seed": 4, "seconds": 8.0, "aspect": 16 / 9, "place": place, **changes})


def picture(one: Scene, t: float, drawing: Drawing | None = None) -> np.ndarray:
    """uint8 (HEIGHT, WIDTH, 4) BGRA."""
    image = (drawing or Drawing(one, WIDTH, HEIGHT)).picture(t)
    return np.frombuffer(image.constBits(), np.uint8).reshape(HEIGHT, WIDTH, 4).copy()


@pytest.mark.parametrize("move", ["push_in", "crane_up", "pan_left", "handheld"])
@pytest.mark.parametrize("place", PLACES)
def test_a_moment_looks_the_same_whatever_was_asked_before(place, move):
    one = scene(place, hour="night", weather=("rain",), move=move)
    used = Drawing(one, WIDTH, HEIGHT)
    for t in (7.0, 0.5, 4.0):
        used.picture(t)
    assert np.array_equal(picture(one, 2.5, used), picture(one, 2.5))


@pytest.mark.parametrize("place", PLACES)
def test_another_seed_builds_another_place(place):
    one = scene(place)
    other = picture(replace(one, seed=11), 1.0).astype(int)
    assert (np.abs(picture(one, 1.0) - other).max(axis=2) > 25).mean() > 0.08


@pytest.mark.parametrize("place", ["city", "street"])
def test_windows_shine_at_night(place):
    night, day = (
        picture(scene(place, hour=hour), 1.0)[..., :3].astype(int) for hour in ("night", "day")
    )

    def warm(shown):
        return ((shown[..., 2] - shown[..., 0] > 70) & (shown[..., 2] > 150)).sum()

    assert warm(night) > 60
    assert night.mean() < 0.7 * day.mean()


def test_some_windows_of_a_city_go_on_and_off():
    one = scene("city", hour="night", clear=True)
    drawing = Drawing(one, WIDTH, HEIGHT)
    skyline_rows = slice(60, 185)
    frames = [picture(one, t, drawing)[skyline_rows].astype(int) for t in (0.5, 3.0, 6.0)]
    changes = np.abs(frames[0] - frames[1]).max(axis=2) + np.abs(frames[1] - frames[2]).max(axis=2)
    assert (changes > 30).sum() > 10


def test_a_wet_street_mirrors_its_lights():
    dry = picture(scene("street", hour="night"), 1.0)[200:].astype(int)
    wet = picture(scene("street", hour="night", weather=("rain",)), 1.0)[200:].astype(int)
    assert wet.std(axis=1).mean() > 1.3 * dry.std(axis=1).mean()


@pytest.mark.parametrize("place, z, room", [
    ("city", 1250.0, 40.0), ("city", 270.0, 40.0), ("street", 21.0, 12.0), ("forest", 33.0, 8.0),
])  # fmt: skip
@pytest.mark.parametrize("move", ["pan_right", "pan_left", "truck_left", "truck_right", "pull_out"])
def test_strips_reach_beyond_the_frame_in_every_move(place, z, room, move):
    one = scene(place, move=move, pace=1.0)
    for t in (0.0, 8.0):
        view = view_at(one, t, WIDTH, HEIGHT)
        stage = Stage(None, one, light_of(one), view, Wardrobe(), t)
        reach = strip.reach(stage, z, room)
        assert view.project(-reach, 0, z).x() <= 0
        assert view.project(reach, 0, z).x() >= WIDTH


def test_a_road_lies_under_whoever_passes_through_the_city():
    empty, passed = scene("city"), scene("city", subjects=(Subject("car", 0.0, 14.0),))
    assert quay_depth(empty) == NEAR_QUAY
    assert quay_depth(passed) > 14.0


def test_nearer_rows_of_a_skyline_are_lower_and_clearer():
    assert [row.z for row in ROWS] == sorted((row.z for row in ROWS), reverse=True)
    assert [row.air[0] for row in ROWS] == sorted((row.air[0] for row in ROWS), reverse=True)
    assert len({row.name for row in ROWS}) >= 3


def test_windows_lie_within_their_building():
    tower = skyline.Building(10.0, 24.0, 80.0, "flat", QColor("white"), "grid", -0.2, 0)
    panes = skyline.panes(ROWS[1], tower)
    assert len(panes) > 20
    assert all(pane.left() >= 10.0 and pane.right() <= 34.0 for pane in panes)
    assert all(pane.top() >= 0.0 and pane.bottom() <= 80.0 for pane in panes)


def test_houses_of_a_street_stand_side_by_side():
    first = facade.house(Random(1), 1, 6.0, 0)
    second = facade.house(Random(2), 1, first.x + first.width, 1)
    left = facade.house(Random(3), -1, 6.0, 0)
    assert second.x == pytest.approx(first.x + first.width)
    assert left.x + left.width == pytest.approx(-6.0)

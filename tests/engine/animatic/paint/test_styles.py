"""Every style paints every shape, differs from illustration, and keeps still when nothing moves."""

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QPointF

from engine.animatic.drawing import Drawing
from engine.animatic.lighting import light_of
from engine.animatic.paint.styles import POSES, STYLES, isometric, posed, sheet_size
from engine.animatic.paint.surface import pixels
from engine.animatic.scene import Scene, Subject
from engine.animatic.stage import Stage, Wardrobe
from engine.animatic.view import View

LIVELY = {"vintage", "noir_style", "stop_motion"}
"""Styles whose film grain, dust or set moves from picture to picture."""
PAINTED = sorted(set(STYLES) - {"illustration"})


def scene(style: str, aspect: float = 16 / 9) -> Scene:
    car = Subject("car", x=0.5, z=9.0, speed=0.0)
    return Scene(3, 4.0, aspect, "desert", style=style, subjects=(car,), wind=0.0, clear=True)


def shown(drawing: Drawing, t: float) -> np.ndarray:
    return pixels(drawing.picture(t))[..., :3].astype(np.int16)


@pytest.mark.parametrize("style", PAINTED)
def test_a_style_paints_any_shape(style: str):
    for width, height in ((36, 64), (97, 41)):
        picture = shown(Drawing(scene(style, width / height), width, height), 0.5)
        assert picture.shape == (height, width, 3) and picture.std() > 3.0


@pytest.fixture(scope="module")
def plain() -> tuple[np.ndarray, float]:
    """The scene as an illustration, and how much it changes by itself in half a second."""
    drawing = Drawing(scene("illustration"), 160, 90)
    picture = shown(drawing, 1.0)
    return picture, float(np.abs(shown(drawing, 1.5) - picture).mean())


@pytest.mark.parametrize("style", PAINTED)
def test_a_style_is_more_than_a_tint_and_keeps_still(style: str, plain: tuple[np.ndarray, float]):
    drawing = Drawing(scene(style), 160, 90)
    picture, later = shown(drawing, 1.0), shown(drawing, 1.5)
    assert np.abs(picture - plain[0]).mean() > 4.0
    change = np.abs(later - picture).mean()
    assert change < (9.0 if style in LIVELY else 1.0) + 2.5 * plain[1]
    assert np.array_equal(shown(drawing, 1.0), picture)


def test_styles_on_twos_hold_each_pose():
    assert set(POSES) <= set(STYLES)
    assert posed("claymation", 1 / 24) == posed("claymation", 0.0) == 0.0
    assert posed("claymation", 2 / 24) == pytest.approx(1 / 12)
    assert posed("oil", 0.37) == 0.37


@pytest.mark.parametrize("style", PAINTED)
def test_a_style_paints_the_same_in_any_order(style: str):
    one, other = Drawing(scene(style), 64, 36), Drawing(scene(style), 64, 36)
    moments = (0.2, 1.1, 2.9)
    forth = [shown(one, t) for t in moments]
    back = [shown(other, t) for t in reversed(moments)]
    assert all(np.array_equal(a, b) for a, b in zip(forth, reversed(back), strict=True))


def test_no_two_styles_look_alike():
    pictures = {style: shown(Drawing(scene(style), 96, 54), 1.0) for style in STYLES}
    for one, other in combinations(pictures, 2):
        assert np.abs(pictures[one] - pictures[other]).mean() > 4.0, (one, other)


def test_a_world_is_painted_as_small_as_its_sheet():
    assert sheet_size("oil", 1920, 1080) == (960, 540)
    assert sheet_size("oil", 640, 360) == (640, 360)
    assert sheet_size("illustration", 1920, 1080) == (1920, 1080)
    one, other = Drawing(scene("cel"), 1280, 720), Drawing(scene("cel"), 1280, 720)
    later = shown(other, 2.0)
    assert np.array_equal(shown(one, 0.5), shown(other, 0.5))
    assert np.array_equal(shown(one, 2.0), later)


def test_an_isometric_subject_stands_on_the_floor_wherever_it_is():
    view = View(160, 90, y=1.7, horizon=0.6)
    for x in (-40.0, -2.0, 0.0, 3.0, 40.0):
        for z in (5.0, 9.0, 80.0):
            subjects = (Subject("tree", 0.0, 9.0), Subject("tree", x, z))
            one = Scene(3, 4.0, 16 / 9, "hills", style="isometric", subjects=subjects)
            stage = Stage(None, one, light_of(one), view, Wardrobe(), 0.0)  # type: ignore[arg-type]
            spot = isometric.stand(stage, subjects[1]).map(view.project(x, 0.0, z))
            away = spot - QPointF(80.0, 45.0)
            assert abs(away.x()) < 50.0 and 0.0 < spot.y() < 90.0

"""Every style paints every shape, differs from illustration, and keeps still when nothing moves."""

import numpy as np
import pytest

from engine.animatic.drawing import Drawing
from engine.animatic.paint.styles import POSES, STYLES, posed
from engine.animatic.paint.surface import pixels
from engine.animatic.scene import Scene, Subject

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

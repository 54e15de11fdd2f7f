"""Places from data: the same at every asking, made of things that exist, moved by stated laws."""

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtGui import QPainter

from engine.animatic.camera import standing
from engine.animatic.drawing import Drawing
from engine.animatic.lighting import light_of
from engine.animatic.motion import swash
from engine.animatic.paint.places import PAINTERS
from engine.animatic.paint.places.country import props_of
from engine.animatic.paint.props import sown, stood
from engine.animatic.paint.scenery import SHAPES
from engine.animatic.paint.surface import pixels
from engine.animatic.scene import Scene, Subject
from engine.animatic.setting import settings
from engine.animatic.stage import Stage, Wardrobe

WIDTH, HEIGHT = 96, 54
MOVES = ("push_in", "crane_up", "truck_right", "pan_left")


def scene(place: str, **changes) -> Scene:
    return Scene(**{"seed": 4, "seconds": 4.0, "aspect": WIDTH / HEIGHT, "place": place, **changes})


def shown(one: Scene, *moments: float) -> np.ndarray:
    """The picture at the last of these moments, asked for in order; uint8 BGR."""
    drawing = Drawing(one, WIDTH, HEIGHT)
    pictures = [drawing.picture(t) for t in moments]
    return pixels(pictures[-1])[..., :3].copy()


@pytest.mark.parametrize("place", sorted(settings()))
def test_a_place_does_not_depend_on_what_was_asked_before(place: str):
    move = MOVES[sorted(settings()).index(place) % len(MOVES)]
    one = scene(place, move=move, hour="sunset")
    assert np.array_equal(shown(one, 3.9, 0.1, 1.7), shown(one, 1.7))


def test_every_setting_names_a_painter_and_things_that_exist():
    for place, setting in settings().items():
        assert setting.painter in PAINTERS, place
        for name in ("strewn", "behind", "afloat"):
            for kind in sown(str(setting.trait(name, ""))):
                assert kind.kind in SHAPES, (place, kind)
        for name in ("stands", "behind_stands"):
            for prop in stood(str(setting.trait(name, ""))):
                assert prop.kind in SHAPES, (place, prop)


def test_no_weather_comes_into_a_place_without_sky():
    clear = scene("studio", hour="day")
    assert np.array_equal(shown(clear, 1.0), shown(replace(clear, weather=("snow",)), 1.0))


@pytest.mark.parametrize("place", ["room", "office", "windowsill"])
def test_windows_show_the_hour(place: str):
    day, night = (shown(scene(place, hour=hour), 1.0).astype(int) for hour in ("day", "night"))
    bluer = (day[..., 0] - day[..., 2] > 40) & (day.mean(axis=2) > night.mean(axis=2) + 50)
    assert bluer.mean() > 0.01


@pytest.mark.parametrize("place", ["beach", "souk", "room", "road"])
def test_a_place_lives(place: str):
    one = scene(place, waves=0.6, wind=0.7, hour="night")
    assert not np.array_equal(shown(one, 0.5), shown(one, 2.0))


def test_the_swash_runs_up_like_a_thrown_ball():
    one = scene("beach", waves=0.5)
    start = swash.arrivals(one, 0.0, 20.0)[0]
    late = swash.age(one, 0.0, start) * swash.period(one)
    times = start - late + swash.period(one) * np.linspace(1.1, 1.9, 9)
    heights = [swash.run_up(one, 0.0, float(t)) for t in times]
    bends = np.diff(heights, 2)
    assert np.allclose(bends, bends[0], rtol=1e-6) and bends[0] < 0


def test_nothing_tall_stands_before_a_subject():
    one = scene("souk", subjects=(Subject("person", -4.4, 8.5),))
    view = standing(one, WIDTH, HEIGHT)
    stage = Stage(QPainter(), one, light_of(one), view, Wardrobe(), 0.0)
    near = [prop for prop in props_of(stage) if prop.z < 9.0 and prop.x < 0.0]
    assert [prop.kind for prop in near] == []

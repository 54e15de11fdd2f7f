"""Weather and seasons change what is seen, gather as they should, and don't mind the order."""

from typing import get_args

import numpy as np
import pytest
from msgspec.structs import replace

from engine.animatic.drawing import Drawing
from engine.animatic.paint.passage import blend_light, small_size
from engine.animatic.paint.surface import pixels
from engine.animatic.scene import Scene, Subject, Weather

SIZE = (160, 90)
STREET = Scene(5, 6.0, 16 / 9, "street", hour="day", clear=True)
DESERT = Scene(5, 6.0, 16 / 9, "desert", hour="day", clear=True, wind=0.0)


def shown(scene: Scene, *moments: float) -> list[np.ndarray]:
    drawing = Drawing(scene, *SIZE)
    return [pixels(drawing.picture(t))[..., :3].astype(np.int16) for t in moments]


@pytest.mark.parametrize("weather", get_args(Weather))
def test_weather_is_seen_and_the_same_in_any_order(weather: Weather):
    scene = replace(STREET, weather=(weather,), clear=False)
    forth, back = shown(scene, 0.5, 4.0), shown(scene, 4.0, 0.5)
    assert all(np.array_equal(a, b) for a, b in zip(forth, reversed(back), strict=True))
    assert np.abs(forth[0] - shown(STREET, 0.5)[0]).mean() > 1.0


@pytest.mark.parametrize("season", ["spring", "autumn", "winter"])
def test_a_season_changes_a_park(season: str):
    park = replace(STREET, place="park", season="summer")
    assert np.abs(shown(replace(park, season=season), 1.0)[0] - shown(park, 1.0)[0]).mean() > 3.0


def test_snow_gathers_at_the_foot_of_the_picture():
    early, late = shown(replace(STREET, weather=("snow",), heaviness=0.9), 0.1, 5.9)
    assert late[-5:].mean() > early[-5:].mean() + 6.0


def test_hot_air_trembles_along_the_horizon_and_only_by_day():
    def stir(scene: Scene) -> float:
        one, other = shown(scene, 1.0, 1.3)
        change = np.abs(one - other).mean(axis=(1, 2))
        return float(change.max() - np.median(change[-20:]))

    noon, night = replace(DESERT, place="canyon"), replace(DESERT, place="canyon", hour="night")
    assert stir(noon) > 1.5 * max(stir(night), 0.05)


def test_the_light_of_another_hour_leaves_what_is_fine():
    frame = np.full((800, 800, 4), 100, np.uint8)
    frame[::2, ::2] = 160
    night = np.full((400, 400, 4), 20, np.uint8)
    assert small_size(800, 800) == (400, 400)
    before = frame.copy()
    blend_light(frame, night, 0.5)
    assert abs(float(frame.mean()) - (float(before.mean()) + 20.0) / 2) < 2.0
    assert float(frame.std()) == pytest.approx(float(before.std()), abs=1.5)


def test_snow_lies_on_roofs_and_crowns_and_not_in_summer():
    house = (Subject("house", 0.0, 22.0),)
    bare = replace(STREET, place="hills", subjects=house, season="summer")
    snowed = replace(bare, season="winter")
    without = shown(replace(bare, subjects=()), 1.0)[0], shown(replace(snowed, subjects=()), 1.0)[0]
    houses = shown(bare, 1.0)[0], shown(snowed, 1.0)[0]
    body = np.abs(houses[0] - without[0]).max(axis=2) > 40
    top = np.argmax(body.any(axis=1))
    roof = np.zeros_like(body)
    roof[top : top + 12] = body[top : top + 12]
    assert houses[1][roof].mean() > houses[0][roof].mean() + 15.0
    first, again = Drawing(snowed, *SIZE), Drawing(snowed, *SIZE)
    again.picture(3.0)
    assert np.array_equal(pixels(first.picture(1.0)), pixels(again.picture(1.0)))

"""Hours, turns of the hour, moods, seasons and focus change the light as they should."""

from itertools import pairwise
from typing import get_args

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtGui import qGray

from engine.animatic.drawing import Drawing
from engine.animatic.hours import CLOCK, main_hour, passed
from engine.animatic.lighting import light_of
from engine.animatic.moods import MOODS
from engine.animatic.paint.grade import table
from engine.animatic.paint.surface import pixels
from engine.animatic.scene import Hour, Leg, Scene, Subject, Turn
from engine.animatic.turning import between_hours

DAY = Scene(seed=4, seconds=8.0, aspect=16 / 9, place="hills", hour="dawn")
WALK = (Subject("person", -0.5, 7.0), Subject("tree", 4.0, 26.0))


def shown(scene: Scene, t: float, drawing: Drawing | None = None) -> np.ndarray:
    return pixels((drawing or Drawing(scene, 160, 90)).picture(t))[..., :3].astype(np.int16)


def test_the_clock_goes_on():
    assert passed("day", "night") == ("day", "afternoon", "sunset", "dusk", "night")
    assert passed("night", "day") == ("night", "dawn", "morning", "day")
    assert passed("dusk", "dusk") == ("dusk",)
    assert set(CLOCK) == set(get_args(Hour))
    assert {main_hour(hour) for hour in CLOCK} == {"dawn", "day", "sunset", "night"}


@pytest.mark.parametrize("weather", [(), ("rain",), ("storm",)])
def test_every_hour_has_a_light_and_noon_is_the_brightest(weather: tuple[str, ...]):
    keys = {hour: light_of(replace(DAY, hour=hour, weather=weather)).key for hour in CLOCK}
    bright = {hour: qGray(key.rgb()) for hour, key in keys.items()}
    assert bright["midnight"] <= bright["night"] < bright["dusk"] < bright["sunset"]
    assert bright["sunset"] < bright["afternoon"] and bright["dusk"] < bright["morning"]


def test_a_turn_passes_the_hours_without_a_jump():
    scene = replace(DAY, turns=(Turn("night", 1.0, 7.0),))
    drawing = Drawing(scene, 96, 54)
    pictures = [shown(scene, t, drawing) for t in np.arange(0.0, 8.01, 0.1)]
    assert max(np.abs(b - a).mean() for a, b in pairwise(pictures)) < 6.0
    assert pictures[-1].mean() < 0.5 * pictures[30].mean()


def test_there_is_one_sun_on_its_way():
    scene = replace(DAY, turns=(Turn("night", 0.0, 8.0),))
    last = None
    for t in np.arange(0.0, 8.0, 0.05):
        now = between_hours(scene, t)
        if now.sun and now.next_sun:
            assert now.sun == now.next_sun
        if now.sun and last:
            assert abs(now.sun[0] - last[0]) + abs(now.sun[1] - last[1]) < 0.03
        last = now.sun or last


def test_a_turning_picture_does_not_depend_on_what_was_asked_before():
    scene = replace(DAY, turns=(Turn("night", 0.5, 7.5),))
    forth, back = Drawing(scene, 96, 54), Drawing(scene, 96, 54)
    moments = [0.2, 1.7, 3.9, 5.0, 6.6, 7.9]
    there = {t: shown(scene, t, forth) for t in moments}
    assert all(np.array_equal(shown(scene, t, back), there[t]) for t in reversed(moments))


@pytest.mark.parametrize("mood", sorted(MOODS))
def test_a_mood_grades_gently(mood: str):
    plain = replace(DAY, hour="day")
    change = np.abs(shown(replace(plain, mood=mood), 1.0) - shown(plain, 1.0)).mean()
    assert 1.5 < change < 60.0
    curve = table(MOODS[mood])[0, :, :3].astype(int)
    assert (np.diff(curve, axis=0) >= 0).all()


def test_seasons_turn_leaves_and_leave_the_sky():
    greens = {}
    for season in ("summer", "autumn", "winter", "spring"):
        picture = shown(replace(DAY, hour="day", season=season), 1.0)
        blue, green, red = picture[70:].mean(axis=(0, 1))
        greens[season] = (green - red) / max(green, 1.0), blue
    assert greens["autumn"][0] < 0.0 < greens["spring"][0]
    assert greens["winter"][1] > 1.3 * greens["summer"][1]


def detail(picture: np.ndarray, rows: slice) -> float:
    return float(np.abs(np.diff(picture[rows].astype(float), axis=1)).mean())


def test_shallow_focus_softens_what_is_behind_and_a_rack_changes_sides():
    scene = replace(DAY, place="street", hour="day", subjects=WALK)
    sharp, soft = (
        detail(shown(replace(scene, focus=f), 1.0), slice(0, 45)) for f in ("deep", "shallow")
    )
    assert soft < 0.6 * sharp
    rack = replace(scene, legs=(Leg("rack_focus", 2.0, 4.0),))
    drawing = Drawing(rack, 160, 90)
    before, after = (detail(shown(rack, t, drawing), slice(0, 45)) for t in (1.0, 6.0))
    assert after < 0.7 * before


def test_a_fast_pan_is_drawn_out_along_its_way():
    scene = replace(DAY, place="street", hour="day", seconds=2.0, move="whip_right")
    drawing = Drawing(scene, 160, 90)
    still, fast = (shown(scene, t, drawing) for t in (0.1, 1.0))
    assert detail(fast, slice(0, 45)) < 0.7 * detail(still, slice(0, 45))

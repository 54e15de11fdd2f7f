"""Pictures are pure functions of scene, time and size, and look the same at every size."""

import subprocess
import sys
from typing import get_args

import cv2
import numpy as np
import pytest
from msgspec.structs import replace

from engine.animatic.drawing import Drawing
from engine.animatic.paint.styles import STYLES
from engine.animatic.paint.surface import pixels
from engine.animatic.scene import Flash, Hour, Scene, Subject, Weather
from engine.animatic.setting import settings

HOURS: tuple[Hour, ...] = ("dawn", "day", "sunset", "night")
BOAT = Subject("sailboat", x=-8.0, z=30.0, speed=1.5)
BUSY = Scene(
    seed=5,
    seconds=6.0,
    aspect=16 / 9,
    place="sea",
    hour="sunset",
    weather=("clouds", "rain"),
    waves=0.6,
    subjects=(BOAT,),
    flashes=(Flash(2.0, 0.3, 0.9, 11),),
    move="push_in",
)


def shown(drawing: Drawing, t: float) -> np.ndarray:
    """uint8 (height, width, 3) BGR, a copy."""
    return pixels(drawing.picture(t))[..., :3].copy()


def test_a_picture_does_not_depend_on_what_was_asked_before():
    moments = [0.0, 2.05, 4.4, 1.3]
    forth, back = Drawing(BUSY, 160, 90), Drawing(BUSY, 160, 90)
    there = {t: shown(forth, t) for t in moments}
    again = {t: shown(back, t) for t in reversed(moments)}
    assert all(np.array_equal(there[t], again[t]) for t in moments)
    assert np.array_equal(shown(forth, 2.05), there[2.05])


IN_A_PROCESS = """
import hashlib
from tests.engine.animatic.test_drawing import BUSY, Drawing, shown
print(hashlib.sha256(shown(Drawing(BUSY, 160, 90), 2.05).tobytes()).hexdigest())
"""


def test_another_process_paints_the_same_bits():
    hashes = {
        subprocess.run(
            [sys.executable, "-c", IN_A_PROCESS], capture_output=True, text=True, check=True
        ).stdout
        for _ in range(2)
    }
    assert len(hashes) == 1 and len(hashes.pop()) == 65


def test_the_seed_changes_the_picture_and_only_through_the_scene():
    other = replace(BUSY, seed=6)
    assert not np.array_equal(shown(Drawing(BUSY, 96, 54), 1.0), shown(Drawing(other, 96, 54), 1.0))


@pytest.mark.parametrize("place", sorted(settings()))
def test_every_place_looks_the_same_at_every_size(place: str):
    compare_sizes(Scene(seed=3, seconds=4.0, aspect=16 / 9, place=place))


@pytest.mark.parametrize("style", sorted(STYLES))
def test_every_style_looks_the_same_at_every_size(style: str):
    compare_sizes(Scene(seed=3, seconds=4.0, aspect=16 / 9, place="hills", style=style))


def compare_sizes(scene: Scene) -> None:
    small = shown(Drawing(scene, 320, 180), 1.0)
    large = cv2.resize(shown(Drawing(scene, 640, 360), 1.0), (320, 180), cv2.INTER_AREA)
    blurred = [cv2.blur(picture, (9, 9)).astype(np.int16) for picture in (small, large)]
    assert np.abs(blurred[0] - blurred[1]).mean() < 6.0


@pytest.mark.parametrize("place", sorted(settings()))
def test_every_place_hour_and_weather_paints_in_any_shape(place: str):
    sizes = [(64, 36), (36, 64), (50, 50), (84, 36)]
    kinds: list[tuple[Weather, ...]] = [(), *((one,) for one in get_args(Weather))]
    turn = sorted(settings()).index(place)
    for number, weather in enumerate(kinds):
        hour = HOURS[(number + turn) % len(HOURS)]
        width, height = sizes[number % 4]
        scene = Scene(
            seed=number, seconds=2.0, aspect=width / height, place=place, hour=hour, weather=weather
        )
        picture = shown(Drawing(scene, width, height), 0.7)
        assert picture.std() > 1.0, (hour, weather)


def test_lightning_lights_the_whole_frame():
    scene = replace(BUSY, weather=("storm",), hour="night", flashes=(Flash(1.0, 0.3, 1.0, 4),))
    drawing = Drawing(scene, 160, 90)
    before, lit = shown(drawing, 0.98), shown(drawing, 1.0)
    assert lit.mean() > 1.4 * before.mean()
    corner = (slice(-20, None), slice(-20, None))
    assert lit[corner].mean() > before[corner].mean() + 10


def test_night_is_darker_than_day_and_snow_whitens_the_ground():
    def ground(hour: Hour, weather: tuple[Weather, ...]) -> float:
        scene = Scene(seed=2, seconds=2.0, aspect=16 / 9, place="hills", hour=hour, weather=weather)
        return float(shown(Drawing(scene, 160, 90), 0.5)[70:].mean())

    assert ground("night", ()) < 0.6 * ground("day", ())
    assert ground("day", ("snow",)) > ground("day", ()) + 25


@pytest.mark.parametrize("place", ["sea", "hills", "desert"])
def test_the_world_moves_when_the_camera_does(place: str):
    scene = Scene(seed=2, seconds=4.0, aspect=16 / 9, place=place, move="truck_right", pace=1.0)
    drawing = Drawing(scene, 160, 90)
    assert np.abs(shown(drawing, 0.0).astype(int) - shown(drawing, 3.0)).mean() > 2.0

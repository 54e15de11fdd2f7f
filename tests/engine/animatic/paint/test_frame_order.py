"""Frames asked for in another order from another drawing are the same to the last bit."""

from random import Random

import numpy as np
import pytest

from engine.animatic.drawing import Drawing
from engine.animatic.paint.surface import pixels
from engine.animatic.scene import Scene

PLACES = [
    "sea",
    "beach",
    "bay",
    "island",
    "river",
    "nile",
    "swamp",
    "glacier",
    "harbour",
    "street",
    "village",
    "old_town",
    "souk",
    "town_square",
    "playground",
    "bridge_place",
    "railway",
    "road",
    "crossing",
    "rooftop",
    "stadium",
    "canyon",
    "valley",
    "cliff",
    "waterfall",
    "jungle",
    "volcano",
    "moon",
    "mars",
    "planet_surface",
    "space",
    "room",
    "kitchen",
    "library",
    "castle_hall",
    "museum",
    "greenhouse_room",
    "stage",
    "studio",
    "windowsill",
    "table_top",
]
LANDS = [
    "mountains",
    "hills",
    "desert",
    "forest",
    "city",
    "sky",
    "cave",
    "underwater",
    "coral_reef",
    "meadow",
    "savanna",
    "wheat_field",
    "tulip_field",
    "rice_terraces",
    "lake",
]
MOVES = ("push_in", "pan_left", "drone_forward", "truck_right", "whip_right", "still")
LENSES = ("dolly_zoom", "zoom_in", "crane_up", "dolly_zoom", "orbit_left")
"""Moves that change how large near and far things are."""
MOMENTS = (0.3, 4.0, 7.7)
WIDTH, HEIGHT = 128, 72


def shown(scene: Scene, moments: tuple[float, ...]) -> dict[float, np.ndarray]:
    drawing = Drawing(scene, WIDTH, HEIGHT)
    return {t: pixels(drawing.picture(t)).copy() for t in moments}


@pytest.mark.parametrize("place", PLACES)
def test_the_order_of_frames_does_not_matter(place):
    chance = Random(place)
    scene = Scene(
        seed=chance.randrange(99),
        seconds=8.0,
        aspect=WIDTH / HEIGHT,
        place=place,
        hour=chance.choice(("day", "sunset", "night")),
        weather=chance.choice(((), ("rain",), ("snow",))),
        move=MOVES[PLACES.index(place) % len(MOVES)],
    )
    one, other = shown(scene, MOMENTS), shown(scene, MOMENTS[::-1])
    for t in MOMENTS:
        assert np.array_equal(one[t], other[t]), f"{t} s"


@pytest.mark.parametrize("place", LANDS)
def test_the_order_of_frames_does_not_matter_where_sizes_change(place):
    move = LENSES[LANDS.index(place) % len(LENSES)]
    scene = Scene(seed=7, seconds=8.0, aspect=WIDTH / HEIGHT, place=place, move=move, lens="long")
    one, other = shown(scene, MOMENTS), shown(scene, MOMENTS[::-1])
    for t in MOMENTS:
        assert np.array_equal(one[t], other[t]), f"{t} s"

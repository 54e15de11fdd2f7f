"""Takes are made end to end by tiny models of the real classes."""

import threading
from fractions import Fraction
from pathlib import Path

import pytest

from engine.contract.making import Making
from engine.contract.models import Profile, Weights
from engine.contract.shot import ModelRun, ShotRequest
from engine.contract.time import Rate
from engine.diffusion.maker import Maker
from engine.media.written_recipe import recipe_in
from tests.fakes.tiny_models import tiny

FAST = Profile("fast", 3, 5.0)


@pytest.fixture(scope="module")
def maker():
    return Maker()


def making(folder: Path, place: Path, task="text", request=None, **run) -> Making:
    settled = {"width": 80, "height": 64, "frames": 9, "rate": Rate(16), "profile": "fast"} | run
    return Making(
        request or ShotRequest("rain on a red boat", Fraction(1, 2), 128, 96),
        Weights(str(folder), 1, "hash of " + folder.name),
        ModelRun(task, **settled),
        str(place / "take.mp4"),
        FAST,
    )


def test_a_take_is_a_whole_film_with_the_drafts_sound_and_its_recipe(maker, tmp_path):
    order, seen = making(tiny("wan_t2v"), tmp_path), []
    made = maker.make(order, seen.append, threading.Event())
    facts = made.facts
    assert (facts.width, facts.height, facts.frames, facts.rate) == (80, 64, 9, Rate(16))
    assert facts.has_sound
    assert recipe_in(order.path) == made.recipe
    assert made.recipe.model_hash == "hash of wan_t2v" and made.recipe.run == order.run
    assert [path.name for path in tmp_path.iterdir()] == ["take.mp4"]

"""A take's film carries its recipe; other films carry none."""

from fractions import Fraction

import msgspec
import numpy as np
import pytest

from engine.contract.delivery import Delivery
from engine.contract.events import EngineFault
from engine.contract.models import Profile
from engine.contract.shot import ModelRun, Recipe, ShotRequest
from engine.contract.time import Rate
from engine.media.movie_writer import MovieWriter
from engine.media.written_recipe import comment_of, recipe_in

RECIPE = Recipe(
    ShotRequest('قارب أحمر; rain = "heavy" \\ #1\n' + "and on " * 400, Fraction(10, 3), seed=2**31),
    "0.1.0",
    "f" * 64,
    ModelRun("control", 832, 480, 81, Rate(16), "fast", True, 0.35),
    Profile("fast", 20, 5.0, cache=0.1),
)


def film(path, comment: str) -> str:
    writer = MovieWriter(str(path), 16, 16, Rate(16), Delivery(str(path)), False, comment)
    writer.add_picture(np.zeros((16, 16, 4), np.uint8))
    writer.close()
    return str(path)


def test_every_word_of_it_comes_back(tmp_path):
    assert recipe_in(film(tmp_path / "take.mp4", comment_of(RECIPE))) == RECIPE


def test_a_recipe_from_before_profiles_were_in_it_is_read(tmp_path):
    plain = msgspec.structs.replace(RECIPE, profile=None)
    comment = comment_of(plain).replace(',"profile":null}', "}")
    assert comment != comment_of(plain)
    assert recipe_in(film(tmp_path / "take.mp4", comment)) == plain


@pytest.mark.parametrize("comment", ["", "made on a Sunday", '{"request": 1}', "[]"])
def test_a_film_with_another_comment_has_none(tmp_path, comment):
    assert recipe_in(film(tmp_path / "film.mp4", comment)) is None


def test_a_missing_film_is_told(tmp_path):
    with pytest.raises(EngineFault) as raised:
        recipe_in(str(tmp_path / "gone.mp4"))
    assert raised.value.reason == "media_missing"

"""What a model is told of a request: its words, what the menus say, one shot's at a time."""

from fractions import Fraction

from engine.contract.shot import ShotRequest
from engine.diffusion.jobs.prompting import told, told_at_once

THREE = "A rainy day. Shot 1: a lake for 2 seconds. Shot 2: a city, watercolour. Shot 3: a cat"


def test_a_plain_prompt_is_told_as_it_is():
    assert told_at_once(ShotRequest("a red boat, at sea.")) == "a red boat, at sea."


def test_style_and_camera_are_told_besides():
    request = ShotRequest("a red boat.", style="watercolour", camera="push_in")
    assert told_at_once(request) == "a red boat, watercolour style, camera: push in"
    arabic = told_at_once(ShotRequest("قارب أحمر", style="watercolour", camera="push_in"))
    assert arabic == "قارب أحمر، بأسلوب ألوان مائية، الكاميرا: اقتراب الكاميرا"


def test_a_style_that_the_prompt_names_is_not_said_twice():
    request = ShotRequest("a red boat in watercolour", style="watercolour")
    assert told_at_once(request) == "a red boat in watercolour"


def test_each_shot_is_told_with_the_heading_and_the_style_of_one():
    lake, city, cat = told(ShotRequest(THREE, Fraction(6)))
    assert [each.start for each in (lake, city, cat)] == [0, 2, 4]
    assert lake.words.startswith("A rainy day, a lake") and lake.words.endswith("watercolour style")
    assert city.words == "A rainy day, a city, watercolour"
    assert cat.words == "A rainy day, a cat, watercolour style"

"""Several shots of a prompt follow one another at whole frames and exact samples."""

from fractions import Fraction

import numpy as np

from engine.animatic.direct import scene_of
from engine.animatic.parse import understand
from engine.animatic.reel import ReelDrawing, ReelSound, likeness, reel_of
from engine.animatic.shots import shots_in
from engine.contract.shot import ShotRequest
from engine.contract.time import Rate

THREE = "Shot 1: a lake at dawn. Shot 2: a city at night for 2 seconds. Shot 3: a desert."


def test_labels_cuts_and_then_part_a_prompt() -> None:
    assert [shot.text.strip(" .") for shot in shots_in(THREE)][0] == "a lake at dawn"
    assert len(shots_in("a lake, cut to a city")) == 2
    assert len(shots_in("a man walks in a park, then a woman runs on a beach")) == 2
    assert len(shots_in("a man walks, then pan left")) == 1
    assert len(shots_in("لقطة 1: بحيرة. لقطة 2: مدينة")) == 2


def test_one_shot_is_its_scene() -> None:
    request = ShotRequest("a lake")
    assert reel_of(request) == ((0.0, scene_of(request)),)


def test_a_word_half_typed_changes_nothing() -> None:
    written = likeness(ShotRequest("a lake at dawn, a boa"))
    assert written == likeness(ShotRequest("a lake at dawn, a bo"))
    assert written != likeness(ShotRequest("a lake at dawn, a boat"))
    assert written != likeness(ShotRequest("a lake at dawn, a boa", seed=7))


def test_a_shot_that_says_how_long_it_lasts_gets_that() -> None:
    reel = reel_of(ShotRequest(THREE, Fraction(10)))
    assert [scene.place for _, scene in reel] == ["lake", "city", "desert"]
    assert [start for start, _ in reel] == [0.0, 4.0, 6.0]


def test_cuts_fall_on_whole_frames() -> None:
    request = ShotRequest(
        "a lake, cut to a city, cut to hills", Fraction(7), rate=Rate(30000, 1001)
    )
    for start, _ in reel_of(request):
        frames = start * 30000 / 1001
        assert abs(frames - round(frames)) < 1e-6


def test_pictures_and_sound_change_at_the_cut() -> None:
    request = ShotRequest("the sea, cut to a forest at night", Fraction(2), 128, 72)
    drawing = ReelDrawing(request, 128, 72)
    before, after = drawing.picture(0.99), drawing.picture(1.0)
    assert before.pixelColor(10, 4) != after.pixelColor(10, 4)
    assert drawing.picture(0.99) == before
    sound = ReelSound(request)
    whole = sound.samples(0, sound.length)
    assert np.array_equal(whole[47000:49000], sound.samples(47000, 2000))
    steps = np.abs(np.diff(whole, axis=0)).max(axis=1)
    assert steps[47990:48010].max() < np.quantile(steps, 0.999)


def test_the_words_of_all_shots_are_understood_where_they_stand() -> None:
    words = understand(THREE).words
    assert all(THREE[word.start : word.stop] == word.text for word in words)
    assert {"lake", "city", "desert"} <= {word.text for word in words}


def test_a_style_before_the_first_label_holds_for_all() -> None:
    reel = reel_of(ShotRequest("watercolour. Shot 1: a lake. Shot 2: a city.", Fraction(4)))
    assert [scene.style for _, scene in reel] == ["watercolour"] * 2

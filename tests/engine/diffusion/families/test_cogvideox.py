"""CogVideoX runs as its own pipelines run; 1.5 fills its first patch without showing it."""

import numpy as np
import pytest

from engine.contract.models import Counts
from engine.contract.shot import ModelRun
from engine.diffusion.placing.loader import Loaded
from tests.fakes.family_runs import (
    asking,
    called,
    film,
    latents,
    shortest,
    stripes,
    tiny_ability,
    tiny_loaded,
    watched,
)
from tests.fakes.whole_takes import take, tasks_of

RED, BLUE = stripes("red"), stripes("blue")
NAMES = ("cogvideox_t2v", "cogvideox_i2v", "cogvideox_control", "cogvideox15_t2v")


def test_a_model_does_what_it_was_trained_for():
    assert tasks_of(*NAMES) == [
        ("cogvideox_t2v", "text"),
        ("cogvideox_t2v", "video"),
        ("cogvideox_i2v", "image"),
        ("cogvideox_control", "control"),
        ("cogvideox15_t2v", "text"),
        ("cogvideox15_t2v", "video"),
    ]
    old, new = tiny_ability("cogvideox_t2v"), tiny_ability("cogvideox15_t2v")
    assert (old.counts, old.rate.fps) == (Counts(8, 1, 9, 49), 8)
    assert (new.counts, new.rate.fps) == (Counts(16, 1, 17, 161), 16)


def test_a_model_that_learned_its_places_makes_one_size_and_length():
    learned = tiny_ability("cogvideox_i2v").sizes
    assert learned.fixed and learned.usual == (96, 64)
    assert tiny_ability("cogvideox_i2v").counts == Counts(8, 1, 9, 9)
    free = tiny_ability("cogvideox15_i2v")
    assert not free.sizes.fixed and free.tasks == ("image", "extend")


def test_takes_of_all_tasks_are_whole_films(tmp_path):
    for name, task in tasks_of(*NAMES[:3]):
        take(name, task, tmp_path)
    take("cogvideox15_t2v", "video", tmp_path)


@pytest.mark.parametrize(
    ("name", "task", "one", "other"),
    [
        ("cogvideox_t2v", "text", {}, {"words": "a white horse"}),
        ("cogvideox_t2v", "video", {"film": (RED,) * 9}, {"film": (BLUE,) * 9}),
        ("cogvideox_i2v", "image", {"first": RED}, {"first": BLUE}),
        ("cogvideox_control", "control", {"film": (RED,) * 9}, {"film": (BLUE,) * 9}),
        ("cogvideox15_t2v", "video", {"film": (RED,) * 17}, {"film": (BLUE,) * 17}),
        ("cogvideox15_i2v", "image", {"first": RED}, {"first": BLUE}),
    ],
)
def test_what_a_film_goes_by_matters(name, task, one, other):
    assert not latents(name, task, **one).equal(latents(name, task, **other))


@pytest.mark.parametrize(
    ("name", "task"), [("cogvideox_t2v", "text"), ("cogvideox_control", "control")]
)
def test_each_step_says_where_it_leads(name, task):
    made, seen = watched(name, asking(name, task, film=(RED,) * 9))
    assert [each.shape for each in seen.estimates] == [(16, 3, 8, 12)] * 2
    assert np.allclose(seen.estimates[-1], made[0].movedim(0, 1), atol=1e-4)


@pytest.mark.parametrize(
    ("name", "task"),
    [("cogvideox_t2v", "video"), ("cogvideox_i2v", "image"), ("cogvideox_control", "control")],
)
def test_pictures_reach_the_autoencoder_in_its_own_precision(name, task):
    plain = tiny_loaded(name)
    loaded = Loaded(plain.folder, plain.family, "bfloat16")
    made = called(loaded, asking(name, task, first=RED, film=(RED,) * 9)).frames
    assert str(made.dtype) == "torch.bfloat16" and made.isfinite().all()


def test_pictures_are_the_pipelines_own():
    loaded = tiny_loaded("cogvideox15_t2v")
    job = asking("cogvideox15_t2v", "text")
    pieces = list(loaded.family.pictures(loaded.pipe("text"), called(loaded, job), job))
    theirs = called(loaded, job, output_type="np").frames[0]
    assert np.array_equal(np.concatenate(pieces), (theirs * 255).round().astype(np.uint8))
    assert max(map(len, pieces)) <= 9


def test_a_film_is_redrawn_where_it_was_and_never_for_no_step():
    run = shortest("cogvideox15_t2v", "video")
    still = ModelRun("video", run.width, run.height, run.frames, run.rate, strength=0.0)
    left, right = stripes("red"), stripes("red").transpose(0)
    whole, halves = (
        film("cogvideox15_t2v", "video", run=still, film=given)[0].astype(int)
        for given in ((left,) * 17, (left,) * 9 + (right,) * 8)
    )
    change = np.abs(halves - whole).mean(axis=(1, 2, 3))
    assert 5 * change[:9].max() < change[9:].min()

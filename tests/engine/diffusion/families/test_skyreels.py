"""SkyReels V2 runs as its own pipelines run, and goes on for as long as asked."""

import numpy as np
import pytest

from engine.contract.models import Profile
from engine.contract.shot import ModelRun
from engine.contract.time import Rate
from engine.diffusion.families.skyreels import even_windows
from engine.diffusion.jobs.job import Job
from engine.diffusion.pictures.colour_drift import new_pictures
from tests.fakes.family_runs import (
    asking,
    called,
    latents,
    stripes,
    tiny_ability,
    tiny_loaded,
    watched,
)
from tests.fakes.whole_takes import take, tasks_of

RED, BLUE = stripes("red"), stripes("blue")


def test_a_model_does_what_its_parts_allow():
    assert tasks_of("skyreels_t2v", "skyreels_i2v") == [
        ("skyreels_t2v", "text"),
        ("skyreels_i2v", "image"),
        ("skyreels_i2v", "extend"),
    ]
    assert tiny_ability("skyreels_flf2v").tasks == ("first_last",)
    assert tiny_ability("skyreels_df").tasks == ("text", "image", "first_last", "extend")
    assert tiny_ability("skyreels_t2v").counts.most == 97
    assert tiny_ability("skyreels_df").counts.nearest(60 * 24) == 1441


def test_takes_of_all_tasks_are_whole_films(tmp_path):
    before = take("skyreels_t2v", "text", tmp_path)
    for name, task in tasks_of("skyreels_flf2v", "skyreels_df"):
        take(name, task, tmp_path, before if task == "extend" else None)


@pytest.mark.parametrize(
    ("name", "task", "one", "other"),
    [
        ("skyreels_t2v", "text", {}, {"words": "a white horse"}),
        ("skyreels_i2v", "image", {"first": RED}, {"first": BLUE}),
        ("skyreels_flf2v", "first_last", {"first": RED, "last": RED}, {"first": RED, "last": BLUE}),
        ("skyreels_df", "text", {}, {"words": "a white horse"}),
        ("skyreels_df", "image", {"first": RED}, {"first": BLUE}),
        ("skyreels_df", "first_last", {"first": RED, "last": RED}, {"first": RED, "last": BLUE}),
        ("skyreels_df", "extend", {"film": (RED,) * 20}, {"film": (BLUE,) * 20}),
    ],
)
def test_what_a_film_goes_by_matters(name, task, one, other):
    assert not latents(name, task, **one).equal(latents(name, task, **other))


@pytest.mark.parametrize(
    ("task", "given"), [("text", {}), ("image", {"first": RED}), ("extend", {"film": (RED,) * 40})]
)
def test_films_longer_than_a_window_have_all_their_frames(task, given):
    long = ModelRun(task, 64, 64, 109, Rate(24))
    job = asking("skyreels_df", task, run=long, **given)
    output, seen = watched("skyreels_df", job)
    made = output.shape[2]
    assert seen.steps == tiny_loaded("skyreels_df").family.steps(job)
    assert 4 * made - 3 - (17 if given.get("film") else 0) >= 109


@pytest.mark.parametrize("guidance", [1.0, 3.0])
def test_each_step_of_a_forced_film_says_where_it_leads(guidance):
    job = asking("skyreels_df", "image", guidance=guidance, first=RED)
    made, seen = watched("skyreels_df", job)
    assert [each.shape for each in seen.estimates] == [(16, 2, 8, 12)] * 2
    # The picture's own latents aren't noisy, though the denoiser isn't told.
    assert np.allclose(seen.estimates[-1][:, 1:], made[0, :, 1:], atol=0.02)


def test_an_extension_is_what_the_pipeline_puts_after_the_film():
    loaded = tiny_loaded("skyreels_df")
    run = ModelRun("extend", 96, 64, 9, Rate(24))
    earlier = tuple(stripes(f"#{each:02x}0000") for each in range(0, 255, 10))
    job = Job("a boat", 1, run, Profile("fast", 2, 3.0), film=earlier, folder=loaded.folder)
    output, again = called(loaded, job), called(loaded, job)
    assert output.frames.equal(again.frames)
    ours = np.concatenate(list(loaded.family.pictures(loaded.pipe("extend"), output, job)))
    theirs = (called(loaded, job, output_type="np").frames[0] * 255).round().astype(np.uint8)
    # The pipeline shows the 17 pictures that it went by, and then the same decoded.
    assert np.array_equal(
        ours, np.concatenate(list(new_pictures((theirs[17:],), earlier[-17:], 9)))
    )


def test_windows_are_even_and_cover_the_film():
    assert even_windows(25, 5) == (25, 25)
    for frames in range(26, 400):
        window, every = even_windows(frames, 5)
        assert window <= 25 and every >= frames and (every - window) % (window - 5) == 0
        assert every - frames <= 20


def test_a_forced_film_goes_on_from_4k_and_1_pictures_at_most_17():
    loaded, run = tiny_loaded("skyreels_df"), ModelRun("extend", 96, 64, 9, Rate(24))
    for given, kept in ((1, 1), (4, 1), (5, 5), (16, 13), (17, 17), (40, 17)):
        job = asking("skyreels_df", "extend", run=run, film=(RED,) * given)
        assert len(loaded.family.arguments(job)["video"]) == kept


def test_pictures_to_begin_with_want_less_guidance_and_shift():
    for name, task, wanted in (
        ("skyreels_df", "text", (6.0, 8.0)),
        ("skyreels_df", "image", (5.0, 5.0)),
        ("skyreels_df", "extend", (6.0, 8.0)),
        ("skyreels_i2v", "extend", (5.0, 5.0)),
    ):
        loaded = tiny_loaded(name)
        job = asking(name, task, guidance=6.0, first=RED, film=(RED,) * 5)
        pipe = loaded.pipe(task)
        with loaded.family.adjusted(pipe, job):
            shift = pipe.scheduler.config.flow_shift
        assert (loaded.family.arguments(job)["guidance_scale"], shift) == wanted

"""A film that goes on from another is seamless: of what is made again nothing is shown."""

import threading
from dataclasses import replace as changed
from typing import Any

import av
import numpy as np
import pytest
from msgspec.structs import replace

from engine.contract.making import Making
from engine.contract.models import Profile, Weights
from engine.contract.shot import ModelRun, ShotRequest
from engine.diffusion.jobs.job import Job
from engine.diffusion.maker import Maker, on_processor
from engine.diffusion.pictures.colour_drift import new_pictures
from engine.models.past_runs import PastRuns
from tests.fakes.family_runs import (
    asking,
    called,
    shortest,
    stripes,
    tiny_ability,
    tiny_loaded,
)
from tests.fakes.tiny_models import tiny
from tests.fakes.whole_takes import take

BY_LAST_PICTURE = (
    "hunyuan15_i2v",
    "kandinsky5_i2v",
    "kandinsky6",
    "kandinsky6_distill",
    "sana_video",
    "sana_video_720p",
    "cogvideox15_i2v",
    "ltx_video",
    "skyreels_i2v",
    "minimax_h3",
)
"""Models that begin with a picture, and so go on by the last one."""


def earlier(name: str, last: str) -> tuple[Any, ...]:
    """A film that ends with a picture of this colour."""
    run = plain(name, "extend")
    colours = ("green", "yellow", last)
    return tuple(stripes(colour, run.width, run.height) for colour in colours)


def plain(name: str, task: Any) -> ModelRun:
    """The shortest run, in sides that each of them takes."""
    side = tiny_ability(name).sizes.least
    return shortest(name, task, max(64, side), max(64, side))


def going_on(name: str, run: ModelRun | None = None, last: str = "red") -> Job:
    """The job of an extension."""
    return asking(name, "extend", run=run or plain(name, "extend"), film=earlier(name, last))


def made(name: str, job: Job) -> tuple[np.ndarray, Any]:
    """Pictures and sound of a job."""
    loaded = tiny_loaded(name)
    pipe, output = loaded.pipe(job.run.task), called(loaded, job)
    pictures = list(loaded.family.pictures(pipe, output, job))
    return np.concatenate(pictures), loaded.family.sound(pipe, output, job)


@pytest.mark.parametrize("name", BY_LAST_PICTURE)
def test_what_begins_with_a_picture_goes_on_by_the_last_and_leaves_it_out(name):
    ability, job = tiny_ability(name), going_on(name)
    counts, run = ability.counts, job.run
    assert "extend" in ability.tasks and "extend" in ability.continued and ability.overlap == 1
    begun = replace(run, task="image", frames=counts.nearest(run.frames + 1))
    whole, heard = made(name, changed(job, run=begun, first=job.film[-1], film=()))
    pictures, sound = made(name, job)
    wanted = list(new_pictures((whole,), job.film[-1:], run.frames))
    assert len(pictures) == run.frames and np.array_equal(pictures, np.concatenate(wanted))
    if sound is not None:
        ahead, count = (round(n * sound.rate / 24) for n in (1, run.frames))
        assert (len(sound.ahead), len(sound.samples)) == (ahead, count)
        both = np.concatenate((sound.ahead, sound.samples))
        assert np.array_equal(both, heard.samples[: ahead + count])


@pytest.mark.parametrize("name", BY_LAST_PICTURE[:2])
def test_a_segment_adds_just_what_completes_a_legal_film(name):
    ability = tiny_ability(name)
    frames = ability.counts.least + 2 * ability.counts.every - 1
    run = replace(plain(name, "extend"), frames=frames)
    job = going_on(name, run)
    assert tiny_loaded(name).family.arguments(job)["num_frames"] == frames + 1
    assert len(made(name, job)[0]) == frames


@pytest.mark.parametrize("name", ["ltx_video_condition", "skyreels_df"])
def test_what_looks_at_films_goes_on_from_more_than_a_picture(name):
    run = plain(name, "extend")
    still = tuple(stripes("red", run.width, run.height) for _ in range(17))
    moving = tuple(each.rotate(3 * number) for number, each in enumerate(reversed(still)))[::-1]
    assert moving[-1] == still[-1]
    pictures, others = (
        made(name, asking(name, "extend", run=run, film=film))[0] for film in (still, moving)
    )
    assert len(pictures) == len(others) == run.frames
    assert not np.array_equal(pictures, others)


def test_ltx_goes_on_from_25_pictures_and_makes_8k_and_1():
    loaded, run = tiny_loaded("ltx_video_condition"), plain("ltx_video_condition", "extend")
    film = tuple(stripes("red", run.width, run.height) for _ in range(40))
    for given, again, frames in ((40, 25, 41), (9, 9, 25), (5, 1, 17)):
        job = asking("ltx_video_condition", "extend", run=run, film=film[:given])
        arguments = loaded.family.arguments(job)
        (condition,) = arguments["conditions"]
        assert (len(condition.video), arguments["num_frames"]) == (again, frames)


def test_what_ltx_makes_again_is_the_film_before():
    import torch

    loaded, run = tiny_loaded("ltx_video_condition"), plain("ltx_video_condition", "extend")
    film = tuple(stripes("red", run.width, run.height).rotate(3 * n) for n in range(17))
    job = asking("ltx_video_condition", "extend", run=run, film=film)
    latents, pipe = called(loaded, job).frames, loaded.pipe("extend")
    dice = torch.Generator().manual_seed(1)
    torch.randn(latents.shape, generator=dice)
    values = pipe.video_processor.preprocess_video(list(film), run.height, run.width)
    with torch.no_grad():
        own = pipe.vae.encode(values).latent_dist.sample(dice)
    own = pipe._normalize_latents(own, pipe.vae.latents_mean, pipe.vae.latents_std)
    # The pipeline lays a little noise over what it is given.
    assert float((latents[:, :, : own.shape[2]] - own).abs().mean()) < 0.2 * float(own.std())


def test_the_last_segment_of_a_film_with_two_ends_keeps_its_last_picture():
    run = replace(plain("minimax_h3", "first_last"), frames=123)
    size = (run.width, run.height)
    red, blue, green = (stripes(each, *size) for each in ("red", "blue", "green"))
    job = asking("minimax_h3", "first_last", run=run, first=red, last=blue, before=(green, red))
    arguments = tiny_loaded("minimax_h3").family.arguments(job)
    assert (arguments["num_frames"], arguments["last_image"]) == (124, blue)


def test_the_longest_extension_of_minimax_h3_is_let_through():
    from engine.diffusion.families.minimax_blocks import LONGEST

    job = going_on("minimax_h3", replace(plain("minimax_h3", "extend"), frames=345))
    frames = tiny_loaded("minimax_h3").family.arguments(job)["num_frames"]
    assert frames / 24 <= LONGEST == tiny_loaded("minimax_h3").pipe("extend").max_duration


@pytest.mark.parametrize(
    ("name", "frames", "parts"), [("kandinsky6", 125, 2), ("ltx_video_condition", 265, 2)]
)
def test_films_longer_than_the_model_are_made_in_parts(name, frames, parts, tmp_path):
    rate = tiny_ability(name).rate
    run = ModelRun("text", 64, 64, frames, rate)
    assert len(tiny_ability(name).segments("text", frames)) == parts
    request = ShotRequest("waves at sea", frames / rate.fps, 64, 64)
    weights = Weights(str(tiny(name)), 1, name)
    asked = Making(request, weights, run, str(tmp_path / "a.mp4"), Profile("quality", 1, 1.0))
    maker = Maker(on_processor, PastRuns(tmp_path / "runs.json"))
    facts = maker.make(asked, lambda _: None, threading.Event()).facts
    assert (facts.frames, facts.rate) == (frames, rate)
    with av.open(asked.path) as movie:
        sound = movie.streams.audio[0]
        assert abs(float(sound.duration * sound.time_base) - frames / rate.fps) < 0.05


@pytest.mark.parametrize("name", ["kandinsky6_distill", "minimax_h3"])
def test_a_take_that_goes_on_is_a_whole_film_with_sound(name, tmp_path):
    before = take("kandinsky6_distill", "text", tmp_path, guidance=1.0)
    path = take(name, "extend", tmp_path, before, guidance=1.0)
    with av.open(str(path)) as movie:
        assert movie.streams.audio

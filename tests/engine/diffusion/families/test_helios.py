"""Helios runs as its own pipelines run, and goes on from films."""

from dataclasses import replace

import numpy as np
import pytest

from engine.contract.models import Counts, Profile
from engine.contract.shot import ModelRun
from engine.diffusion.families.helios import CHUNK, block_noise, remembered
from engine.diffusion.jobs.job import Job
from tests.fakes.family_runs import (
    asking,
    called,
    latents,
    shortest,
    stripes,
    tiny_ability,
    tiny_loaded,
    watched,
)
from tests.fakes.whole_takes import take

NAMES = ("helios_base", "helios_mid", "helios_distilled")
FAST = Profile("fast", 2, 3.0)


def test_models_from_coarse_to_fine_need_sides_that_halve_twice():
    base, mid, distilled = map(tiny_ability, NAMES)
    assert base.tasks == mid.tasks == distilled.tasks == ("text", "image", "extend")
    assert base.counts == Counts(33, 0, 33, 1452)
    assert (base.sizes.step, mid.sizes.step, distilled.sizes.step) == (16, 64, 64)
    assert [each.steps for each in distilled.profiles] == [6, 6]
    assert distilled.profiles[0].guidance == 1.0


def test_takes_of_all_tasks_are_whole_films(tmp_path):
    before = take("helios_base", "text", tmp_path)
    take("helios_base", "image", tmp_path)
    take("helios_base", "extend", tmp_path, before)


def test_words_matter_to_films_of_every_model():
    for name in NAMES:
        run = smallest(name, "text")
        boat, horse = (latents(name, "text", words=each, run=run) for each in ("boat", "horse"))
        assert boat.shape[2] == 9 and not boat.equal(horse), name


@pytest.mark.parametrize(("task", "given"), [("image", "first"), ("extend", "film")])
def test_what_a_film_starts_from_matters(task, given):
    pictures = (stripes("red"), stripes("blue"))
    started = [one if given == "first" else (one,) for one in pictures]
    run = smallest("helios_base", task)
    red, blue = (latents("helios_base", task, run=run, **{given: each}) for each in started)
    assert not red[:, :, -9:].equal(blue[:, :, -9:])


def test_pictures_of_many_chunks_are_the_pipelines_own():
    loaded = tiny_loaded("helios_base")
    run = smallest("helios_base", "image", 2 * CHUNK)
    job = Job("a red boat", 1, run, FAST, first=stripes("red"), folder=loaded.folder)
    ours = np.concatenate(
        list(loaded.family.pictures(loaded.pipe("image"), called(loaded, job), job))
    )
    theirs = (plainly(loaded, job) * 255).round().astype(np.uint8)
    # The pipeline cuts its row of chunks to 4k + 1 frames.
    assert len(ours) == 2 * CHUNK and np.array_equal(ours[: len(theirs)], theirs)


def test_the_model_looks_back_on_whole_chunks_and_the_start():
    red, blue, *_ = colours = [stripes(f"#{each:06x}") for each in range(130)]
    assert remembered((red, blue)) == [red] * 32 + [blue]
    assert remembered(tuple(colours[:50])) == colours[:50]
    assert remembered(tuple(colours)) == [red, *colours[-99:]]


@pytest.mark.parametrize("name", NAMES)
def test_the_steps_of_all_chunks_are_counted(name):
    job = asking(name, "text", run=smallest(name, "text", 2 * CHUNK))
    careful = replace(job, profile=Profile("quality", 4, 1.0))
    for each in (job, careful):
        assert watched(name, each)[1].steps == tiny_loaded(name).family.steps(each)


def test_noise_leans_against_itself_within_a_patch():
    import torch

    generator = torch.Generator().manual_seed(1)
    noise = block_noise(1 / 3, 1, 16, 4, 64, 64, (1, 2, 2), torch.device("cpu"), generator)
    across = (noise[..., ::2, ::2] * noise[..., ::2, 1::2]).mean()
    apart = (noise[..., ::2, 1:-1:2] * noise[..., ::2, 2::2]).mean()
    assert noise.shape == (1, 16, 4, 64, 64)
    assert float(noise.var()) == pytest.approx(1, abs=0.02)
    assert float(across) == pytest.approx(-1 / 3, abs=0.02)
    assert float(apart) == pytest.approx(0, abs=0.02)


def smallest(name, task, frames=CHUNK):
    least, rate = tiny_ability(name).sizes.least, shortest(name, task).rate
    return ModelRun(task, max(least, 96), max(least, 64), frames, rate)


def plainly(loaded, job):
    import torch

    arguments = {**loaded.family.arguments(job), "output_type": "np"}
    generator = torch.Generator("cpu").manual_seed(job.seed)
    return loaded.pipe(job.run.task)(**arguments, generator=generator).frames[0]

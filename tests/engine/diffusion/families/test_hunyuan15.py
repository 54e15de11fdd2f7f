"""HunyuanVideo 1.5 runs as its own pipelines run, guided and sized as it is asked to."""

from dataclasses import replace

import numpy as np
import pytest

from engine.contract.models import Profile
from engine.contract.shot import ModelRun
from engine.diffusion.embeddings import read
from engine.diffusion.families.hunyuan15 import widest
from engine.diffusion.jobs.job import Job
from tests.fakes.family_runs import (
    asking,
    called,
    latents,
    stripes,
    tiny_ability,
    tiny_loaded,
    watched,
)
from tests.fakes.whole_takes import take

BUCKET = (64, 128)
"""(height, width) that the pipeline chooses for a wide picture."""


def test_each_folder_serves_its_own_task_and_says_what_its_guider_says():
    words, few = tiny_ability("hunyuan15_t2v"), tiny_ability("hunyuan15_few")
    assert (words.tasks, few.tasks) == (("text",), ("image", "extend"))
    assert [(each.steps, each.guidance) for each in words.profiles] == [(50, 6.0), (25, 6.0)]
    assert [(each.steps, each.guidance) for each in few.profiles] == [(12, 1.0), (8, 1.0)]
    assert (words.sizes.usual, words.sizes.pixels) == ((112, 80), 96 * 96)


def test_usual_sizes_are_the_models_own():
    assert (widest(640), widest(960)) == ((848, 480), (1280, 720))


@pytest.mark.parametrize(("name", "task"), [("hunyuan15_t2v", "text"), ("hunyuan15_few", "image")])
def test_a_take_is_a_whole_film(name, task, tmp_path):
    take(name, task, tmp_path)


def test_words_and_guidance_matter_to_a_film():
    boat = latents("hunyuan15_t2v", "text")
    assert not boat.equal(latents("hunyuan15_t2v", "text", words="a white horse"))
    assert not boat.equal(latents("hunyuan15_t2v", "text", guidance=1.0))


def test_steps_are_seen_although_nobody_is_called_back():
    job = replace(asking("hunyuan15_t2v", "text"), profile=Profile("fast", 4, 3.0))
    _, seen = watched("hunyuan15_t2v", job)
    assert seen.steps == 4
    assert [each.shape for each in seen.estimates[1:]] == [(8, 2, 4, 6)] * 2


@pytest.mark.parametrize("guidance", [1.0, 3.0])
def test_words_that_were_read_before_make_the_same_film(guidance):
    loaded, job = tiny_loaded("hunyuan15_t2v"), asking("hunyuan15_t2v", "text", guidance=guidance)
    words = read(loaded.family, loaded.pipe("text"), job)
    given = called(loaded, job, prompt=None, negative_prompt=None, **words)
    assert given.frames.equal(latents("hunyuan15_t2v", "text", guidance=guidance))


def test_the_first_picture_matters_to_all_the_film():
    red, blue = (latents("hunyuan15_i2v", "image", first=stripes(each)) for each in ("red", "blue"))
    assert red.shape == (1, 8, 2, 4, 6)
    assert not red[:, :, 0].equal(blue[:, :, 0]) and not red[:, :, 1].equal(blue[:, :, 1])


def test_the_pipeline_is_left_as_it_was_and_at_its_own_size_gives_the_same_bits():
    loaded = tiny_loaded("hunyuan15_i2v")
    pipe, (height, width) = loaded.pipe("image"), BUCKET
    run = ModelRun("image", width, height, 5, tiny_ability("hunyuan15_i2v").rate)
    first = stripes("red", width, height)
    job = Job("a red boat", 1, run, Profile("fast", 2, 6.0), first=first, folder=loaded.folder)
    ours, guider = called(loaded, job), pipe.guider
    assert guider.guidance_scale == 6.0
    plain = plainly(pipe, first)
    assert ours.frames.equal(plain("latent"))
    pictures = np.concatenate(list(loaded.family.pictures(pipe, ours, job)))
    assert np.array_equal(pictures, (plain("np")[0] * 255).round().astype(np.uint8))


def plainly(pipe, first):
    import torch

    def called(kind):
        return pipe(
            first,
            "a red boat",
            num_frames=5,
            num_inference_steps=2,
            generator=torch.Generator("cpu").manual_seed(1),
            output_type=kind,
        ).frames

    return called

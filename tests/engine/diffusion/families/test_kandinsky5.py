"""Kandinsky 5 runs as its own pipelines run."""

import numpy as np
import pytest

from engine.contract.models import Counts, Profile
from engine.diffusion.jobs.job import Job
from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.pictures.estimate import Denoised
from tests.fakes.family_runs import (
    asking,
    called,
    film,
    shortest,
    stripes,
    tiny_ability,
    tiny_loaded,
)


def test_each_folder_serves_its_own_task():
    words, picture = tiny_ability("kandinsky5_t2v"), tiny_ability("kandinsky5_i2v")
    assert (words.tasks, picture.tasks) == (("text",), ("image", "extend"))
    assert (words.counts, picture.counts) == (Counts(4, 1, 5, 121), Counts(4, 1, 17, 121))


@pytest.mark.parametrize(
    ("name", "steps", "guidance"),
    [("sft-5s", [50, 25], 5.0), ("nocfg-5s", [50, 25], 1.0), ("distilled16steps-10s", [16], 1.0)],
)
def test_weights_are_told_by_their_name(name, steps, guidance, tmp_path):
    own = tiny_loaded("kandinsky5_t2v")
    folder = tmp_path / f"Kandinsky-5.0-T2V-Lite-{name}-Diffusers"
    folder.symlink_to(own.folder.path)
    profiles = own.family.ability(ModelFolder(folder)).profiles
    assert [profile.steps for profile in profiles] == steps
    assert {profile.guidance for profile in profiles} == {guidance}


def test_attention_by_blocks_wants_whole_blocks_and_gets_its_backend():
    ability = tiny_ability("kandinsky5_blocks")
    assert (ability.sizes.step, ability.sizes.least, ability.counts.most) == (128, 128, 241)
    run = shortest("kandinsky5_blocks", "text", 128, 128)
    boat, _ = film("kandinsky5_blocks", "text", guidance=1.0, run=run)
    assert boat.shape == (5, 128, 128, 3)


def test_words_matter_to_a_film():
    boat, sound = film("kandinsky5_t2v", "text")
    horse, _ = film("kandinsky5_t2v", "text", "a white horse")
    assert boat.shape == (5, 64, 96, 3) and sound is None
    assert not np.array_equal(boat, horse)


@pytest.mark.filterwarnings("error::UserWarning")
def test_the_first_picture_matters_to_all_of_the_shortest_film():
    red, blue = (
        film("kandinsky5_i2v", "image", first=stripes(each))[0] for each in ("red", "blue")
    )
    assert red.shape == (17, 64, 96, 3)
    assert not np.array_equal(red[0], blue[0]) and not np.array_equal(red[16], blue[16])


def test_pictures_and_embeddings_are_the_pipelines_own():
    loaded = tiny_loaded("kandinsky5_i2v")
    run = shortest("kandinsky5_i2v", "image")
    job = Job("a red boat", 1, run, Profile("fast", 2, 3.0), first=stripes("red"))
    output = called(loaded, job)
    ours = np.concatenate(list(loaded.family.pictures(loaded.pipe("image"), output, job)))
    theirs = called(loaded, job, output_type="np").frames[0]
    assert np.array_equal(ours, (theirs * 255).round().astype(np.uint8))
    read = loaded.family.encode(loaded.pipe("image"), job)
    again = called(loaded, job, prompt=None, negative_prompt=None, **read)
    assert again.frames.equal(called(loaded, job, negative_prompt=None).frames)


def test_the_film_is_seen_as_it_becomes():
    loaded, job = tiny_loaded("kandinsky5_t2v"), asking("kandinsky5_t2v", "text")
    denoised, seen = Denoised(job.run), []

    def look(pipe, _number, _moment, tensors):
        seen.append(denoised.after(pipe, tensors["latents"]))
        return tensors

    output = called(loaded, job, callback_on_step_end=look, num_inference_steps=3)
    own = output.frames[0].movedim(-1, 0).numpy()
    assert seen[0] is None and np.array_equal(seen[2], own)
    assert seen[1].shape == own.shape and not np.array_equal(seen[1], own)

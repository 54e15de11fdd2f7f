"""Kandinsky 6 runs as its own pipeline runs."""

import numpy as np
import pytest

from engine.contract.models import Profile
from engine.diffusion.jobs.job import Job
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


def test_a_distilled_model_goes_without_guidance():
    guided, distilled = tiny_ability("kandinsky6"), tiny_ability("kandinsky6_distill")
    assert guided.tasks == distilled.tasks == ("text", "image", "extend")
    assert guided.sound and distilled.sound
    assert {profile.guidance for profile in guided.profiles} == {5.0}
    assert {profile.guidance for profile in distilled.profiles} == {1.0}


def test_words_matter_to_pictures_and_sound_that_last_as_long():
    boat, splash = film("kandinsky6", "text")
    horse, trot = film("kandinsky6", "text", "a white horse")
    assert boat.shape == (5, 64, 96, 3) and not np.array_equal(boat, horse)
    assert splash.rate == 44_100 and splash.samples.dtype == np.float32
    latent = 1024
    assert 0 <= len(splash.samples) - 5 / 24 * 44_100 < latent
    assert splash.samples.shape[1] == 2 and np.abs(splash.samples).max() > 0
    assert not np.array_equal(splash.samples, trot.samples)


@pytest.mark.parametrize("name", ["kandinsky6", "kandinsky6_distill"])
def test_the_first_picture_matters_to_all_the_film(name):
    profile = tiny_ability(name).profiles[0]
    red, blue = (
        film(name, "image", guidance=profile.guidance, first=stripes(each))[0]
        for each in ("red", "blue")
    )
    assert red.shape == (5, 64, 96, 3)
    assert not np.array_equal(red[0], blue[0]) and not np.array_equal(red[4], blue[4])


def test_pictures_and_sound_are_the_pipelines_own():
    loaded = tiny_loaded("kandinsky6")
    job = Job("a red boat", 1, shortest("kandinsky6", "text"), Profile("fast", 2, 3.0))
    pipe, family, output = loaded.pipe("text"), loaded.family, called(loaded, job)
    theirs = called(loaded, job, output_type="np")
    ours = np.concatenate(list(family.pictures(pipe, output, job)))
    assert np.array_equal(ours, (theirs.frames[0] * 255).round().astype(np.uint8))
    assert np.array_equal(family.sound(pipe, output, job).samples[:, 0], theirs.audio[0])


@pytest.mark.parametrize("guidance", [1.0, 3.0])
def test_words_that_were_read_before_make_the_same_film(guidance):
    loaded, job = tiny_loaded("kandinsky6"), asking("kandinsky6", "text", guidance=guidance)
    words = loaded.family.encode(loaded.pipe("text"), job)
    assert ("negative_prompt_embeds" in words) == (guidance > 1)
    again = called(loaded, job, prompt=None, negative_prompt=None, **words)
    plain = called(loaded, job)
    assert again.frames.equal(plain.frames) and again.audio.equal(plain.audio)
    assert "encode_prompt" not in vars(loaded.pipe("text"))


def test_the_film_is_seen_as_it_becomes():
    loaded, job = tiny_loaded("kandinsky6"), asking("kandinsky6", "image", first=stripes("red"))
    denoised, seen = Denoised(job.run), []

    def look(pipe, _number, _moment, tensors):
        seen.append(denoised.after(pipe, tensors["latents"]))
        return tensors

    output = called(loaded, job, callback_on_step_end=look, num_inference_steps=3)
    own = output.frames[0].numpy()
    assert seen[0] is None and np.array_equal(seen[2], own)
    assert seen[1].shape == own.shape and not np.array_equal(seen[1], own)

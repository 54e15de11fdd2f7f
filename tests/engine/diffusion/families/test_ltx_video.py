"""LTX-Video runs as its own pipelines run."""

from typing import Any

import numpy as np
import pytest

from engine.contract.events import EngineFault
from engine.contract.models import Counts, Profile
from engine.contract.shot import ModelRun
from engine.contract.time import Rate
from engine.diffusion.embeddings import read
from engine.diffusion.families.ltx_video import DISTILLED
from engine.diffusion.jobs.job import Job
from engine.diffusion.model_folder import ModelFolder
from tests.fakes.family_runs import called, stripes, tiny_ability, tiny_loaded

RED, BLUE = stripes("red"), stripes("blue")
QUICK = Profile("fast", 3, 3.0)
LATER = "ltx_video_condition"


def reel(colour: str) -> tuple[Any, ...]:
    """A film of bars that move."""
    return tuple(stripes(colour).rotate(3 * number) for number in range(17))


def job_for(name: str, task: Any, profile: Profile = QUICK, **given: Any) -> Job:
    run = ModelRun(task, 96, 64, 17, Rate(25), strength=given.pop("strength", 0.6))
    return Job("a red boat", 1, run, profile, folder=tiny_loaded(name).folder, **given)


def film(name: str, job: Job) -> np.ndarray:
    loaded = tiny_loaded(name)
    made = called(loaded, job)
    return np.concatenate(list(loaded.family.pictures(loaded.pipe(job.run.task), made, job)))


def latents(task: str, profile: Profile = QUICK, **given: Any) -> Any:
    return called(tiny_loaded(LATER), job_for(LATER, task, profile, **given)).frames


def encoded(pictures: tuple[Any, ...]) -> Any:
    """A film's latents as the denoiser has them, drawn after the noise that it begins with."""
    import torch

    dice = torch.Generator().manual_seed(1)
    torch.randn(1, 8, 3, 2, 3, generator=dice)
    pipe = tiny_loaded(LATER).pipe("video")
    values = pipe.video_processor.preprocess_video(list(pictures), 64, 96)
    with torch.no_grad():
        made = pipe.vae.encode(values).latent_dist.sample(dice)
    return pipe._normalize_latents(made, pipe.vae.latents_mean, pipe.vae.latents_std)


def test_the_class_says_what_the_weights_can_do():
    first, later = tiny_ability("ltx_video"), tiny_ability(LATER)
    assert first.tasks == ("text", "image", "extend")
    assert later.tasks == ("text", "image", "first_last", "keyframes", "video", "extend")
    assert later.counts == Counts(8, 1, 9, 257) and later.rate == Rate(25) and not later.sound


def test_distilled_weights_are_told_by_their_name(tmp_path):
    own = tiny_loaded(LATER)
    folder = tmp_path / "LTX-Video-0.9.8-13B-distilled"
    folder.symlink_to(own.folder.path)
    (only,) = own.family.ability(ModelFolder(folder)).profiles
    assert only == Profile("quality", 8, 1.0, DISTILLED)
    assert [profile.guidance for profile in tiny_ability(LATER).profiles] == [3.0, 3.0]


@pytest.mark.parametrize("task", ["text", "image"])
def test_pictures_and_embeddings_are_the_first_pipelines_own(task):
    loaded, job = tiny_loaded("ltx_video"), job_for("ltx_video", task, first=RED)
    theirs = called(loaded, job, output_type="np").frames[0]
    assert np.array_equal(film("ltx_video", job), (theirs * 255).round().astype(np.uint8))
    words = read(loaded.family, loaded.pipe(task), job)
    words = {"prompt": None, "negative_prompt": None, **words}
    assert called(loaded, job, **words).frames.equal(called(loaded, job).frames)


def test_an_autoencoder_that_knows_of_noise_is_given_some():
    loaded, job = tiny_loaded(LATER), job_for(LATER, "text")
    told = {"decode_timestep": 0.05, "decode_noise_scale": 0.025}
    theirs = called(loaded, job, output_type="np", **told).frames[0]
    ours = film(LATER, job).astype(float) / 255
    assert ours.shape == theirs.shape
    assert 0 < np.abs(ours - theirs).mean() < 0.01
    assert np.array_equal(film(LATER, job), film(LATER, job))


@pytest.mark.parametrize(
    ("task", "some", "others"),
    [
        ("image", {"first": RED}, {"first": BLUE}),
        ("first_last", {"first": RED, "last": RED}, {"first": RED, "last": BLUE}),
        ("keyframes", {"keyframes": ((9, RED),)}, {"keyframes": ((9, BLUE),)}),
        ("keyframes", {"keyframes": ((8, RED),)}, {"keyframes": ((9, RED),)}),
        ("video", {"film": reel("red")}, {"film": reel("blue")}),
        ("video", {"film": reel("red")}, {"film": reel("red"), "strength": 0.2}),
    ],
)
def test_what_a_film_goes_by_matters_to_all_that_is_made(task, some, others):
    one, other = latents(task, **some), latents(task, **others)
    differ = (one - other).abs().amax(dim=(0, 1, 3, 4))
    assert one.shape == (1, 8, 3, 2, 3) and bool((differ[1:] > 1e-6).all())


def test_a_film_is_left_as_far_as_its_strength_says():
    own = encoded(reel("red"))
    away = [
        float((latents("video", film=reel("red"), strength=strength) - own).abs().mean())
        for strength in (0.0, 0.3, 0.7, 1.0)
    ]
    assert away[0] < 1e-5 and away == sorted(away)


@pytest.mark.parametrize("sigmas", [(), (1.0, 0.7, 0.2)])
def test_a_film_is_begun_at_its_noise_level_and_no_step_is_wasted(sigmas):
    profile = Profile("quality", 20, 1.0, sigmas)
    family = tiny_loaded(LATER).family
    job = job_for(LATER, "video", profile, film=reel("red"), strength=0.5)
    moments = family.arguments(job)["timesteps"]
    assert moments[0] == 500 and moments == sorted(moments, reverse=True)
    assert len(moments) == (2 if sigmas else 4)
    plain = family.arguments(job_for(LATER, "text", profile))
    assert plain["num_inference_steps"] == (len(sigmas) or 20)
    assert ("timesteps" in plain) == bool(sigmas)


def test_a_task_without_what_it_goes_by_is_refused():
    for task in ("image", "keyframes", "video"):
        with pytest.raises(EngineFault):
            tiny_loaded(LATER).family.arguments(job_for(LATER, task))

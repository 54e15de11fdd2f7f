"""LTX-2 runs as its own pipelines run, and its sound lasts as long as its pictures."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine.contract.events import EngineFault
from engine.contract.models import Counts, Profile
from engine.contract.shot import ModelRun
from engine.contract.time import Rate
from engine.diffusion.embeddings import read
from engine.diffusion.families.ltx2 import latent_frame
from engine.diffusion.families.ltx2_profiles import DISTILLED, FINISHING
from engine.diffusion.jobs.job import Job
from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.pictures.colour_drift import new_pictures
from engine.diffusion.sampling import sampled
from tests.fakes.family_runs import stripes, tiny_ability, tiny_loaded

RED, BLUE = stripes("red"), stripes("blue")
QUICK = (1.0, 0.7)


def reel(colour: str, count: int) -> tuple[Any, ...]:
    """A film of bars that move."""
    return tuple(stripes(colour).rotate(3 * number) for number in range(count))


def job_for(name: str, task: Any, profile: Profile | None = None, **given: Any) -> Job:
    size = {"width": 96, "height": 64, "frames": 17} | given.pop("size", {})
    run = ModelRun(task, rate=Rate(24), strength=given.pop("strength", 0.6), **size)
    profile = profile or Profile("fast", len(QUICK), 1.0, QUICK)
    return Job("a red boat", 1, run, profile, folder=tiny_loaded(name).folder, **given)


class Watched:
    """Keeps how many steps there were to be, at each."""

    def __init__(self) -> None:
        self.steps: list[int] = []

    def stepped(self, pipe: Any, steps: int, latents: Any) -> None:
        self.steps.append(steps)


def output(name: str, job: Job, watched: Watched | None = None) -> Any:
    loaded = tiny_loaded(name)
    pipe = loaded.pipe(job.run.task)
    return sampled(loaded.family, pipe, job, {}, watched or Watched())


def film(name: str, job: Job) -> np.ndarray:
    loaded = tiny_loaded(name)
    made = output(name, job)
    return np.concatenate(list(loaded.family.pictures(loaded.pipe(job.run.task), made, job)))


def latents(task: str, **given: Any) -> Any:
    return output("ltx2", job_for("ltx2", task, **given)).frames


def test_the_weights_say_how_they_want_to_be_run():
    from diffusers.pipelines.ltx2.utils import (
        DISTILLED_SIGMA_VALUES,
        STAGE_2_DISTILLED_SIGMA_VALUES,
    )

    assert list(DISTILLED) == DISTILLED_SIGMA_VALUES
    assert list(FINISHING) == STAGE_2_DISTILLED_SIGMA_VALUES
    assert tiny_ability("ltx2").profiles == (Profile("quality", 8, 1.0, DISTILLED),)
    full, short = tiny_ability("ltx2_full").profiles
    assert (full.guidance, full.steps, full.sigmas, short.steps) == (3.0, 30, (), 20)
    whole, small = tiny_ability("ltx2_upsampler").profiles
    assert not whole.second and small == Profile("fast", 11, 1.0, DISTILLED, "", FINISHING)


def test_a_lora_that_distils_makes_the_fast_way(tmp_path):
    own, lora = tiny_loaded("ltx2_full"), "ltx-2-19b-distilled-lora-384.safetensors"
    for part in own.folder.path.iterdir():
        (tmp_path / part.name).symlink_to(part)
    (tmp_path / lora).touch()
    _, fast = own.family.ability(ModelFolder(tmp_path)).profiles
    assert fast == Profile("fast", 8, 1.0, DISTILLED, lora)


@pytest.mark.parametrize("name", ["ltx2", "ltx2_condition", "ltx2_ic", "ltx25"])
def test_every_folder_makes_all_tasks_with_sound(name):
    ability = tiny_ability(name)
    tasks = ("text", "image", "first_last", "keyframes", "video", "extend")
    assert ability.tasks == tasks and ability.sound and ability.rate == Rate(24)
    assert ability.counts == Counts(8, 1, 9, 481) and ability.sizes.step == 32


def test_what_only_rewrites_prompts_and_chooses_lengths_is_not_loaded():
    loaded = tiny_loaded("ltx25")
    assert loaded.folder.has("duration_head") and loaded.pipe("text").duration_head is None


def test_latents_are_those_of_the_plain_pipeline():
    import torch

    loaded = tiny_loaded("ltx2")
    plain = loaded.pipe("text")(
        prompt="a red boat",
        width=96,
        height=64,
        num_frames=17,
        sigmas=list(QUICK),
        guidance_scale=1.0,
        stg_scale=0.0,
        modality_scale=1.0,
        guidance_rescale=0.0,
        audio_guidance_scale=1.0,
        audio_stg_scale=0.0,
        audio_modality_scale=1.0,
        audio_guidance_rescale=0.0,
        spatio_temporal_guidance_blocks=None,
        use_cross_timestep=False,
        generator=torch.Generator().manual_seed(1),
        output_type="np",
    )
    job = job_for("ltx2", "text")
    shown = (plain.frames[0] * 255).round().astype(np.uint8)
    assert np.array_equal(film("ltx2", job), shown)


@pytest.mark.parametrize(("name", "task"), [("ltx2_full", "text"), ("ltx2", "image")])
def test_with_the_words_read_apart_the_reader_can_go(name, task):
    loaded, job = tiny_loaded(name), job_for(name, task, first=RED)
    if name == "ltx2_full":
        job = guided(name)
    pipe, whole = loaded.pipe(task), output(name, job).frames
    words, reader = read(loaded.family, pipe, job), pipe.text_encoder
    pipe.text_encoder = None
    try:
        apart = sampled(loaded.family, pipe, job, words, Watched()).frames
    finally:
        pipe.text_encoder = reader
    assert apart.equal(whole)


@pytest.mark.parametrize(
    ("task", "some", "others"),
    [
        ("image", {"first": RED}, {"first": BLUE}),
        ("first_last", {"first": RED, "last": RED}, {"first": RED, "last": BLUE}),
        ("keyframes", {"keyframes": ((9, RED),)}, {"keyframes": ((9, BLUE),)}),
        ("keyframes", {"keyframes": ((8, RED),)}, {"keyframes": ((9, RED),)}),
        ("video", {"film": reel("red", 17)}, {"film": reel("blue", 17)}),
        ("video", {"film": reel("red", 17)}, {"film": reel("red", 17), "strength": 0.1}),
        ("extend", {"film": reel("red", 20)}, {"film": reel("blue", 20)}),
    ],
)
def test_what_a_film_goes_by_matters_to_all_that_is_made(task, some, others):
    one, other = latents(task, **some), latents(task, **others)
    assert one.shape == other.shape
    differ = (one - other).abs().amax(dim=(0, 1, 3, 4))
    assert bool((differ[1:] > 1e-6).all())


def test_the_first_picture_is_the_films_first():
    red, blue = latents("image", first=RED), latents("image", first=BLUE)
    plain = latents("text")
    moved = (red - blue).abs().mean(dim=(0, 1, 3, 4))
    assert moved[0] > 3 * moved[1:].max()
    assert not red[:, :, 0].equal(plain[:, :, 0])


def test_pictures_are_compressed_as_the_pipeline_would():
    from diffusers.pipelines.ltx2.utils import resolve_default_image_crf

    conditions = tiny_loaded("ltx2").family.arguments(job_for("ltx2", "image", first=RED))
    reader = tiny_loaded("ltx2").pipe("image").text_encoder
    assert conditions["conditions"][0].crf == resolve_default_image_crf(reader) == 33


def test_moments_lie_in_latent_frames():
    assert [latent_frame(moment) for moment in (0, 1, 8, 9, 16, 17)] == [0, 1, 1, 2, 2, 3]


def test_an_extension_begins_where_the_film_ended():
    job = job_for("ltx2", "extend", film=reel("red", 20))
    vae, made = tiny_loaded("ltx2").pipe("extend").vae, output("ltx2", job)
    assert made.frames.shape[2] == 3 + 3
    assert made.frames[:, :, :3].allclose(encoded(vae, job.film[-17:]), atol=1e-5)
    assert film("ltx2", job).shape == (17, 64, 96, 3)
    whole = decoded(vae, made.frames)
    new = np.concatenate(list(new_pictures([whole], job.film[-17:], 17)))
    assert np.array_equal(film("ltx2", job), new)


def test_sound_lasts_as_long_as_the_pictures():
    for name, rate, frames in (("ltx2", 24000, 17), ("ltx2_full", 48000, 33)):
        job, loaded = job_for(name, "text", size={"frames": frames}), tiny_loaded(name)
        sound = loaded.family.sound(loaded.pipe("text"), output(name, job), job)
        assert sound.rate == rate and sound.samples.shape == (rate * frames // 24, 2)
        assert np.abs(sound.samples).max() <= 1 and sound.samples.dtype == np.float32
        assert np.abs(sound.samples[: rate // 2]).max() > 0


def test_an_extension_leaves_out_the_sound_of_what_it_went_on_from():
    job = job_for("ltx2_full", "extend", film=reel("red", 9))
    loaded, made = tiny_loaded("ltx2_full"), output("ltx2_full", job)
    pipe, text = loaded.pipe("extend"), job_for("ltx2_full", "text", size={"frames": 33})
    whole = loaded.family.sound(pipe, made, text).samples
    sound = loaded.family.sound(pipe, made, job).samples
    assert np.array_equal(sound, whole[9 * 2000 : (9 + 17) * 2000])


def test_counts_that_would_part_sound_from_pictures_are_refused():
    with pytest.raises(EngineFault) as refused:
        tiny_loaded("ltx2").family.arguments(job_for("ltx2", "text", size={"frames": 20}))
    assert refused.value.reason == "model_unfit"


def test_a_task_without_what_it_goes_by_is_refused():
    for task in ("image", "keyframes", "video", "extend"):
        with pytest.raises(EngineFault):
            tiny_loaded("ltx2").family.arguments(job_for("ltx2", task))


def guided(name: str) -> Job:
    return job_for(name, "text", Profile("quality", 2, 3.0))


def test_distilled_weights_run_unguided_and_others_with_every_guidance():
    family = tiny_loaded("ltx2").family
    plain, full = family.arguments(job_for("ltx2", "text")), family.arguments(guided("ltx2_full"))
    off = {"guidance": 1.0, "stg": 0.0, "modality": 1.0}
    for kind, value in off.items():
        assert plain[f"{kind}_scale"] == plain[f"audio_{kind}_scale"] == value
        assert full[f"{kind}_scale"] > value and full[f"audio_{kind}_scale"] > value
    assert plain["sigmas"] == list(QUICK) and "sigmas" not in full
    assert not plain["use_cross_timestep"] and full["use_cross_timestep"]


def test_guidance_that_a_denoiser_cant_give_is_not_paid_for():
    passes = {name: denoiser_passes(name) for name in ("ltx2", "ltx2_full")}
    assert passes == {"ltx2": 2 * 2, "ltx2_full": 3 * 2}


def denoiser_passes(name: str) -> int:
    seen: list[int] = []
    denoiser = tiny_loaded(name).pipe("text").transformer
    handle = denoiser.register_forward_pre_hook(lambda *_: seen.append(1))
    output(name, guided(name))
    handle.remove()
    return len(seen)


def test_distilled_noise_levels_are_not_bent_by_a_schedule_for_other_weights():
    loaded, levels = tiny_loaded("ltx2_full"), []
    pipe, job = loaded.pipe("text"), job_for("ltx2_full", "text")
    own = pipe.scheduler
    watched = Watched()
    watched.stepped = lambda pipe, *_: levels.append(pipe.scheduler.sigmas.tolist())
    output("ltx2_full", job, watched)
    assert levels[0] == pytest.approx([*QUICK, 0.0])
    assert pipe.scheduler is own and own.config.use_dynamic_shifting


@pytest.mark.parametrize(
    ("task", "given"),
    [("image", {"first": RED}), ("video", {"film": reel("red", 9)})],
)
def test_two_stages_finish_a_film_at_twice_the_size(task, given):
    profile = Profile("fast", 4, 1.0, QUICK, "", (0.6, 0.3))
    size = {"width": 192, "height": 128, "frames": 9}
    job, watched = job_for("ltx2_upsampler", task, profile, size=size, **given), Watched()
    made = output("ltx2_upsampler", job, watched)
    assert made.frames.shape[2:] == (2, 4, 6) and watched.steps == [4] * 4
    small = output("ltx2_upsampler", halved(job))
    assert not small.audio.equal(made.audio) and small.audio.shape == made.audio.shape
    assert film("ltx2_upsampler", job).shape == (9, 128, 192, 3)


def halved(job: Job) -> Job:
    run = ModelRun(job.run.task, 96, 64, job.run.frames, job.run.rate)
    return replace(job, run=run, profile=Profile("fast", 2, 1.0, QUICK))


def encoded(vae: Any, pictures: tuple[Any, ...]) -> Any:
    import torch

    values = torch.from_numpy(np.stack([np.array(each) for each in pictures])).float()
    with torch.no_grad():
        given = (values / 127.5 - 1).permute(3, 0, 1, 2)[None]
        return vae.encode(given).latent_dist.mode()


def decoded(vae: Any, film_latents: Any) -> np.ndarray:
    import torch

    with torch.no_grad():
        values = vae.decode(film_latents).sample[0]
    shown = ((values / 2 + 0.5).clamp(0, 1) * 255).round()
    return shown.permute(1, 2, 3, 0).numpy().astype(np.uint8)

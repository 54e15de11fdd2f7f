"""Every task of LTX-2 and LTX-Video becomes a film of the right size, count, rate and sound."""

import threading
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.contract.making import Making
from engine.contract.models import Forecast, Profile, Weights
from engine.contract.shot import MediaRef, ModelRun, Reference, Role, ShotRequest
from engine.diffusion.families.ltx2_profiles import FINISHING
from engine.diffusion.jobs.job_loading import job_of
from engine.diffusion.maker import Maker
from engine.diffusion.sampling import sampled
from engine.diffusion.takes.take_sound import resampled
from engine.media.sound_reader import SoundReader
from tests.fakes.family_runs import stripes, tiny_ability, tiny_loaded
from tests.fakes.tiny_models import tiny

QUICK = Profile("fast", 2, 1.0, (1.0, 0.6))
TWICE = Profile("fast", 5, 1.0, (1.0, 0.6), "", FINISHING)
LTX2 = ("text", "image", "first_last", "keyframes", "video", "extend")
TASKS = [
    *(("ltx2", task) for task in LTX2),
    *(("ltx2_upsampler", task) for task in ("text", "extend")),
    ("ltx2_full", "text"),
    ("ltx25", "text"),
    *(("ltx_video", task) for task in ("text", "image", "extend")),
    *(("ltx_video_condition", task) for task in LTX2),
]


@pytest.fixture(scope="module")
def maker() -> Maker:
    return Maker()


@pytest.fixture(scope="module")
def before(maker: Maker, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A film to go by and to go on from."""
    order = making("ltx2", "text", tmp_path_factory.mktemp("before"), ())
    maker.make(order, lambda _: None, threading.Event())
    return Path(order.path)


def making(name: str, task: Any, place: Path, given: tuple[Reference, ...], **run: Any) -> Making:
    ability = tiny_ability(name)
    width, height = 3 * ability.sizes.step, 2 * ability.sizes.step
    frames, profile = run.pop("frames", 9), TWICE if name == "ltx2_upsampler" else QUICK
    if name == "ltx_video":
        profile = Profile("quality", 2, 3.0)
    seconds = ability.rate.seconds(frames)
    return Making(
        ShotRequest("a quiet field", seconds, 128, 96, ability.rate, references=given),
        Weights(str(tiny(name)), 1, name),
        ModelRun(task, width, height, frames, ability.rate, **run),
        str(place / "take.mp4"),
        profile,
    )


def references(place: Path, film: Path) -> tuple[Reference, ...]:
    given: list[Reference] = [Reference("motion", MediaRef(str(film), film.name))]
    roles: dict[str, Role] = {"red": "first_frame", "blue": "last_frame"}
    for colour, role in roles.items():
        path = place / f"{colour}.png"
        stripes(colour).save(path)
        given.append(Reference(role, MediaRef(str(path), colour)))
    return tuple(given)


@pytest.mark.parametrize(("name", "task"), TASKS)
def test_a_take_of_every_task_is_what_was_asked_for(maker, before, tmp_path, name, task):
    order = making(name, task, tmp_path, references(tmp_path, before))
    facts = maker.make(order, lambda _: None, threading.Event()).facts
    run = order.run
    assert (facts.width, facts.height) == (run.width, run.height)
    assert (facts.frames, facts.rate) == (run.frames, run.rate)
    assert facts.has_sound and facts.sample_rate == 48000 and facts.channels == 2
    assert abs(SoundReader(order.path).length - 48000 * run.rate.seconds(run.frames)) < 2048


def test_every_task_that_the_models_say_they_do_is_made_here():
    names = {name for name, _ in TASKS} - {"ltx2_upsampler", "ltx2_full", "ltx25"}
    said = {(name, task) for name in names for task in tiny_ability(name).tasks}
    assert said <= set(TASKS)


@pytest.mark.parametrize("name", ["ltx2", "ltx_video"])
def test_half_the_precision_beside_a_precise_autoencoder_tile_by_tile(tmp_path, before, name):
    way = Forecast(0.0, 0, 0, "cpu", "bfloat16", "none", tiled=True)
    order = making(name, "image", tmp_path, references(tmp_path, before), frames=81)
    facts = Maker(lambda _: way).make(order, lambda _: None, threading.Event()).facts
    assert facts.frames == 81 and facts.width == order.run.width


def test_the_sound_of_the_film_is_the_models_own(maker, tmp_path):
    order = making("ltx2", "text", tmp_path, (), frames=17)
    maker.make(order, lambda _: None, threading.Event())
    loaded = tiny_loaded("ltx2")
    pipe, job = loaded.pipe("text"), job_of(order, QUICK, loaded.folder, lambda: None)
    own = loaded.family.sound(pipe, sampled(loaded.family, pipe, job, {}, Unwatched()), job)
    ours = resampled(own.samples, own.rate)
    heard = SoundReader(order.path).samples(0, len(ours))
    assert order.run.rate.seconds(17) == Fraction(len(ours), 48000)
    assert alike(ours, heard) > 0.9


def test_previews_and_steps_go_on_through_both_stages(maker, tmp_path):
    order, seen = making("ltx2_upsampler", "text", tmp_path, ()), []
    maker.make(order, seen.append, threading.Event())
    counts = [each.done for each in seen]
    assert counts == sorted(counts) and len({each.total for each in seen}) == 1
    assert len([each for each in seen if each.preview]) == TWICE.steps - 2


class Unwatched:
    def stepped(self, pipe: Any, steps: int, latents: Any) -> None:
        """Nobody looks."""


def alike(one: np.ndarray, other: np.ndarray) -> float:
    """How alike two sounds are, 0 to 1, without what is the same all the time."""
    one, other = (each - each.mean(axis=0) for each in (one, other))
    return float((one * other).sum() / np.sqrt((one**2).sum() * (other**2).sum()))

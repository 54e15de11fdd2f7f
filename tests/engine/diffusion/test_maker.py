"""Takes are made end to end by tiny models of the real classes."""

import threading
import time
from fractions import Fraction
from pathlib import Path

import pytest

from engine.contract.making import Making
from engine.contract.models import Profile, Weights
from engine.contract.shot import ModelRun, ShotRequest
from engine.contract.time import Rate
from engine.diffusion.cancelling import Stopped
from engine.diffusion.embeddings import read
from engine.diffusion.families.registry import family_of
from engine.diffusion.jobs.job import Job
from engine.diffusion.maker import Maker, on_processor
from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.placing.loader import Loaded
from engine.diffusion.sampling import sampled
from engine.diffusion.takes.take_course import STAGES
from engine.media.written_recipe import recipe_in
from engine.models.past_runs import PastRuns
from tests.fakes.tiny_models import tiny

FAST = Profile("fast", 3, 5.0)


@pytest.fixture(scope="module")
def maker(tmp_path_factory):
    return Maker(on_processor, PastRuns(tmp_path_factory.mktemp("past") / "runs.json"))


def making(folder: Path, place: Path, task="text", request=None, **run) -> Making:
    settled = {"width": 80, "height": 64, "frames": 9, "rate": Rate(16), "profile": "fast"} | run
    return Making(
        request or ShotRequest("rain on a red boat", Fraction(1, 2), 128, 96),
        Weights(str(folder), 1, "hash of " + folder.name),
        ModelRun(task, **settled),
        str(place / "take.mp4"),
        FAST,
    )


def test_a_take_is_a_whole_film_with_the_drafts_sound_and_its_recipe(maker, tmp_path):
    order, seen = making(tiny("wan_t2v"), tmp_path), []
    made = maker.make(order, seen.append, threading.Event())
    facts = made.facts
    assert (facts.width, facts.height, facts.frames, facts.rate) == (80, 64, 9, Rate(16))
    assert facts.has_sound
    assert recipe_in(order.path) == made.recipe
    assert made.recipe.model_hash == "hash of wan_t2v" and made.recipe.run == order.run
    assert [path.name for path in tmp_path.iterdir()] == ["take.mp4"]


def test_progress_never_falls_and_shows_each_steps_estimate(maker, tmp_path):
    order, seen = making(tiny("wan_t2v"), tmp_path), []
    maker.make(order, seen.append, threading.Event())
    counts = [each.done for each in seen]
    assert counts == sorted(counts) and len({each.total for each in seen}) == 1
    assert [each.stage for each in seen] == sorted((each.stage for each in seen), key=STAGES.index)
    previews = [each.preview for each in seen if each.preview]
    assert len(previews) == FAST.steps and all(each[:2] == b"\xff\xd8" for each in previews)
    assert all(each.remaining is not None for each in seen if each.stage == "decoding")


def test_our_call_gives_the_same_bits_as_a_plain_one():
    import torch

    folder = ModelFolder(tiny("wan22_t2v"))
    family = family_of(folder)
    pipe = Loaded(folder, family, "float32").pipe("text")
    run = ModelRun("text", 64, 64, 9, Rate(16))
    job = Job("rain on a red boat", 7, run, FAST, negative="blurry")
    ours = sampled(family, pipe, job, read(family, pipe, job), Unwatched()).frames
    plain = pipe(
        "rain on a red boat",
        "blurry",
        64,
        64,
        9,
        3,
        5.0,
        generator=torch.Generator("cpu").manual_seed(7),
        output_type="latent",
    ).frames
    assert torch.equal(ours, plain)


class Unwatched:
    def stepped(self, pipe, steps, latents):
        """Nobody looks."""


@pytest.mark.parametrize("stage", STAGES)
def test_stopping_at_any_stage_takes_no_second_and_leaves_nothing(maker, tmp_path, stage):
    order, stop, told = making(tiny("wan_t2v"), tmp_path), threading.Event(), []

    def tell(progress):
        if progress.stage == stage and not told:
            told.append(time.thread_time())
            stop.set()

    with pytest.raises(Stopped):
        maker.make(order, tell, stop)
    assert time.thread_time() - told[0] < 1
    assert not list(tmp_path.iterdir())
    assert maker.make(order, lambda _: None, threading.Event()).facts.frames == 9


class AfterChecks(threading.Event):
    """Is set from the time on that it has been looked at so often."""

    def __init__(self, checks: int) -> None:
        super().__init__()
        self.left = checks

    def is_set(self) -> bool:
        self.left -= 1
        if self.left <= 0:
            self.set()
        return super().is_set()


def test_wherever_a_take_is_stopped_the_next_is_the_same_as_ever(maker, tmp_path):
    order, counting = making(tiny("wan_t2v"), tmp_path), AfterChecks(10**9)
    whole = maker.make(order, lambda _: None, counting).facts.media.identity
    checks = 10**9 - counting.left
    assert checks > 500
    for part in (0.01, 0.2, 0.5, 0.8, 0.99):
        Path(order.path).unlink(missing_ok=True)
        with pytest.raises(Stopped):
            maker.make(order, lambda _: None, AfterChecks(int(checks * part)))
        assert not list(tmp_path.iterdir())
    assert maker.make(order, lambda _: None, threading.Event()).facts.media.identity == whole


def test_a_model_that_was_stopped_while_it_loaded_is_loaded_anew(tmp_path):
    fresh = Maker(on_processor, PastRuns(tmp_path / "runs.json"))
    order, stop = making(tiny("wan_v2v"), tmp_path), threading.Event()
    fresh.make(order, lambda _: None, threading.Event())
    Path(order.path).unlink()
    other = making(tiny("wan22_t2v"), tmp_path)
    threading.Timer(0.03, stop.set).start()
    with pytest.raises(Stopped):
        while True:
            fresh.make(other, lambda _: None, stop)
            Path(order.path).unlink()
    assert fresh.make(other, lambda _: None, threading.Event()).facts.frames == 9

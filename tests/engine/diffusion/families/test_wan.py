"""Every task of every tiny Wan, from a request's references to the take's file."""

import dataclasses
import threading
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtGui import QColor, QImage

from engine.contract.delivery import Delivery
from engine.contract.events import EngineFault
from engine.contract.making import Making
from engine.contract.models import Profile, Weights
from engine.contract.shot import ModelRun, Reference, ShotRequest
from engine.contract.time import Rate
from engine.diffusion.embeddings import read
from engine.diffusion.families.registry import family_of
from engine.diffusion.families.wan_from_film import started_from_film
from engine.diffusion.jobs.job_loading import job_of
from engine.diffusion.maker import Maker, on_processor
from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.placing.loader import Loaded
from engine.diffusion.sampling import sampled
from engine.media.identity import media_ref
from engine.media.movie_writer import MovieWriter
from engine.models.past_runs import PastRuns
from tests.fakes.tiny_models import tiny

TASKS = {
    "wan_t2v": ("text", "video"),
    "wan_v2v": ("text", "video"),
    "wan22_t2v": ("text", "video"),
    "wan22_ti2v": ("text", "image", "video", "extend"),
    "wan_i2v": ("image", "extend"),
    "wan_flf2v": ("first_last",),
    "wan22_i2v": ("image", "first_last", "extend"),
    "wan_vace": (
        "text", "references", "image", "first_last", "keyframes", "control", "inpaint", "extend",
    ),
}  # fmt: skip
EVERY = [(name, task) for name, tasks in TASKS.items() for task in tasks]

FILMLESS = (("wan22_t2v", "video"), ("wan22_ti2v", "video"))
FRAMED = (("wan_vace", "control"), ("wan_v2v", "video"), *FILMLESS)
PLAIN = [each for each in EVERY if each[1] != "extend" and each not in FILMLESS]


@pytest.fixture(scope="module")
def maker(tmp_path_factory):
    return Maker(on_processor, PastRuns(tmp_path_factory.mktemp("past") / "runs.json"))


@pytest.fixture(scope="module")
def handed(tmp_path_factory):
    """A first and a last picture, a logo with a clear corner, a film, and one with a hole."""
    folder = tmp_path_factory.mktemp("handed")
    for name, colour in (("first", "red"), ("last", "blue")):
        _picture(folder / f"{name}.png", QColor(colour))
    _picture(folder / "logo.png", QColor("green"), clear=True)
    _film(folder / "film.mp4")
    (folder / "hole").mkdir()
    for number in range(9):
        _picture(folder / "hole" / f"{number:03}.png", QColor("gold"), clear=True)
    return folder


def _picture(path: Path, colour: QColor, clear: bool = False) -> None:
    image = QImage(80, 64, QImage.Format.Format_ARGB32)
    image.fill(colour)
    for at in range(20 if clear else 0):
        for across in range(20):
            image.setPixelColor(across, at, QColor(0, 0, 0, 0))
    assert image.save(str(path))


def _film(path: Path) -> None:
    writer = MovieWriter(str(path), 80, 64, Rate(16), Delivery(str(path)), False)
    for number in range(12):
        writer.add_picture(np.full((64, 80, 4), 20 * number, np.uint8))
    writer.close()


def _request(task: str, handed: Path) -> ShotRequest:
    ends = (("first_frame", "first.png"), ("last_frame", "last.png"))
    names = {
        "image": ends[:1],
        "first_last": ends,
        "keyframes": ends,
        "references": (("logo", "logo.png"), ("subject", "first.png")),
        "video": (("motion", "film.mp4"),),
        "control": (("motion", "film.mp4"), ("logo", "logo.png")),
        "extend": (("motion", "film.mp4"),),
        "inpaint": (("motion", "hole"),),
    }.get(task, ())
    references = tuple(Reference(role, media_ref(str(handed / name))) for role, name in names)
    return ShotRequest("a red boat", Fraction(1, 5), 128, 96, references=references)


def _making(name: str, task: str, request: ShotRequest, place: Path, **run) -> Making:
    folder = tiny(name)
    ability = family_of(ModelFolder(folder)).ability(ModelFolder(folder))
    return Making(
        request,
        Weights(str(folder), 1, name),
        ModelRun(task, 64, 64, 5, ability.rate, "fast", **run),
        str(place / "take.mp4"),
        Profile("fast", 2, 5.0),
    )


def test_the_families_name_these_tasks():
    for name, tasks in TASKS.items():
        folder = ModelFolder(tiny(name))
        assert family_of(folder).ability(folder).tasks == tasks


@pytest.mark.parametrize(("name", "task"), EVERY)
def test_a_take_is_made(maker, handed, tmp_path, name, task):
    making = _making(name, task, _request(task, handed), tmp_path)
    facts = maker.make(making, lambda _: None, threading.Event()).facts
    assert (facts.width, facts.height, facts.frames) == (64, 64, 5)
    assert facts.rate == making.run.rate


@pytest.mark.parametrize(("name", "task"), PLAIN)
def test_our_pictures_are_those_of_a_plain_call(handed, tmp_path, name, task):
    making = _making(name, task, _request(task, handed), tmp_path)
    folder = ModelFolder(tiny(name))
    job = job_of(making, making.profile, folder, lambda: None)
    family = family_of(folder)
    pipe = Loaded(folder, family, "float32").pipe(task)
    ours = sampled(family, pipe, job, read(family, pipe, job), Unwatched())
    ours = np.concatenate(list(family.pictures(pipe, ours, job)))
    generator = torch_generator(job.seed)
    plain = pipe(**family.arguments(job), generator=generator, output_type="np").frames[0]
    assert np.abs(ours - plain * 255.0).max() <= 0.51


def test_beginning_late_at_a_film_is_what_the_pipeline_for_films_does(handed, tmp_path):
    import torch

    making = _making("wan_v2v", "video", _request("video", handed), tmp_path)
    making = replace(making, profile=Profile("fast", 5, 5.0))
    job = job_of(making, making.profile, ModelFolder(tiny("wan_v2v")), lambda: None)
    family, (text, film) = family_of(job.folder), _pipes("wan_v2v", "text", "video")
    common = {"generator": torch_generator(job.seed), "output_type": "latent"}
    plain = film(**family.arguments(job), **common).frames
    asked = dataclasses.replace(job, run=replace(job.run, task="text"))
    common["generator"] = torch_generator(job.seed)
    with started_from_film(text, job):
        ours = text(**family.arguments(asked), **common).frames
    assert torch.equal(ours, plain)


def _pipes(name: str, *tasks: str):
    folder = ModelFolder(tiny(name))
    loaded = Loaded(folder, family_of(folder), "float32")
    return [loaded.pipe(task) for task in tasks]


@pytest.mark.parametrize(("name", "task"), [("wan_t2v", "text"), *FRAMED[1:]])
def test_distilled_weights_run_at_their_own_noise_levels(handed, tmp_path, name, task):
    sigmas, seen = (1.0, 0.9375, 0.8333, 0.625), []
    making = _making(name, task, _request("video", handed), tmp_path, strength=0.75)
    profile = Profile("fast", 4, 1.0, sigmas)
    job = job_of(making, profile, ModelFolder(tiny(name)), lambda: None)
    family, (pipe,) = family_of(job.folder), _pipes(name, task)
    before = pipe.scheduler

    class Levels:
        def stepped(self, pipe, steps, latents):
            seen.append((steps, round(float(pipe.scheduler.timesteps[-steps]), 1)))

    sampled(family, pipe, job, {}, Levels())
    skipped = 0 if task == "text" else 1
    assert seen == [(4 - skipped, round(sigmas[skipped] * 1000, 1))] * (4 - skipped)
    assert pipe.scheduler is before


class Unwatched:
    def stepped(self, pipe, steps, latents):
        """Nobody looks."""


def torch_generator(seed: int):
    import torch

    return torch.Generator("cpu").manual_seed(seed)


@pytest.mark.parametrize(("name", "task"), FRAMED)
def test_the_drafts_framing_changes_the_take(maker, handed, tmp_path, name, task):
    strict, loose = (
        maker.make(
            _making(
                name, task, _request("text", handed), tmp_path, framing=True, strength=strength
            ),
            lambda _: None,
            threading.Event(),
        ).facts.media.identity
        for strength in (0.5, 1.0)
    )
    assert strict != loose


@pytest.mark.parametrize("task", ["image", "first_last", "control", "inpaint", "references"])
def test_a_task_without_what_it_goes_by_is_refused(maker, handed, tmp_path, task):
    making = _making("wan_vace", task, _request("text", handed), tmp_path)
    with pytest.raises(EngineFault) as raised:
        maker.make(making, lambda _: None, threading.Event())
    assert raised.value.reason == "bad_request"

"""Takes that are longer than what their model makes at once."""

import threading
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from msgspec.structs import replace
from PIL import Image

from engine.contract.making import Making
from engine.contract.models import Profile, Weights
from engine.contract.shot import ModelRun, Reference, ShotRequest
from engine.contract.time import Rate
from engine.diffusion.families.registry import family_of
from engine.diffusion.jobs.job_loading import job_of
from engine.diffusion.jobs.segment import segments_of
from engine.diffusion.maker import Maker, on_processor
from engine.diffusion.model_folder import ModelFolder
from engine.media.identity import media_ref
from engine.models.past_runs import PastRuns
from tests.fakes.family_runs import called, stripes, tiny_loaded
from tests.fakes.tiny_models import tiny

QUICK = Profile("fast", 1, 1.0)
SIDE = 64


def making(name: str, task: str, frames: int, place: Path, *handed, **run) -> Making:
    folder = ModelFolder(tiny(name))
    rate = family_of(folder).ability(folder).rate
    references = tuple(Reference(role, media_ref(str(path))) for role, path in handed)
    seconds = Fraction(frames) / rate.fps
    return Making(
        ShotRequest("waves at sea", seconds, SIDE, SIDE, references=references),
        Weights(str(folder.path), 1, name),
        ModelRun(task, SIDE, SIDE, frames, rate, "fast", **run),
        str(place / "take.mp4"),
        QUICK,
    )


def jobs(asked: Making) -> list:
    """The jobs of all segments, each going on from a picture of its own number."""
    folder = ModelFolder(Path(asked.weights.folder))
    segments = segments_of(asked, family_of(folder).ability(folder))
    return [
        job_of(
            asked,
            QUICK,
            folder,
            lambda: None,
            each,
            tuple(Image.new("RGB", (SIDE, SIDE), (number, 0, 0)) for number in range(each.overlap)),
        )
        for each in segments
    ]


@pytest.fixture
def ends(tmp_path):
    for name, colour in (("first", "red"), ("last", "blue")):
        stripes(colour, SIDE, SIDE).save(tmp_path / f"{name}.png")
    return (("first_frame", tmp_path / "first.png"), ("last_frame", tmp_path / "last.png"))


def test_each_segment_goes_on_from_the_pictures_of_the_one_before(tmp_path, ends):
    asked, steps = making("wan22_i2v", "image", 85, tmp_path, ends[0]), []
    maker = Maker(on_processor, PastRuns(tmp_path / "runs.json"))
    made = maker.make(asked, steps.append, threading.Event())
    with av.open(asked.path) as movie:
        pictures = [frame.to_ndarray(format="rgb24") for frame in movie.decode(video=0)]
        sound = movie.streams.audio[0].duration * movie.streams.audio[0].time_base
    assert len(pictures) == made.facts.frames == 85 and abs(sound - Fraction(85, 16)) < 0.05
    done = [step.done for step in steps]
    assert done == sorted(done) and [step.stage for step in steps].count("denoising") >= 4
    first, second = (segment.start for segment in segments_of(asked, _ability("wan22_i2v")))
    assert (first, second) == (0, 45)
    again = _film_from("wan22_i2v", pictures[44], 40)
    apart = np.abs(again[4].astype(float) - pictures[49]).mean()
    other = np.abs(again[4].astype(float) - pictures[20]).mean()
    assert apart < 6 and apart < other / 2


def _ability(name: str):
    folder = ModelFolder(tiny(name))
    return family_of(folder).ability(folder)


def _film_from(name: str, picture: np.ndarray, frames: int) -> np.ndarray:
    """What the model makes after the picture, from the seed of a second segment."""
    loaded = tiny_loaded(name)
    request = ShotRequest("waves at sea", seed=2)
    run = ModelRun("extend", SIDE, SIDE, frames, Rate(16), "fast")
    from engine.diffusion.jobs.job import Job

    job = Job(request.prompt, 2, run, QUICK, folder=loaded.folder, film=(Image.fromarray(picture),))
    pieces = loaded.family.pictures(loaded.pipe("extend"), called(loaded, job), job)
    return np.concatenate(list(pieces))


def test_a_draft_steers_every_segment_of_its_own_time(tmp_path):
    for name, task, frames, again in (("wan_vace", "control", 85, 9), ("ltx2", "video", 489, 25)):
        first, second = jobs(making(name, task, frames, tmp_path, framing=True))
        whole = job_of(
            making(name, task, frames, tmp_path, framing=True),
            QUICK,
            first.folder,
            lambda: None,
        ).film
        assert first.film == whole[: first.run.frames] and first.run.task == task
        assert second.film == whole[first.run.frames - again :]
        assert (len(second.before), second.run.frames) == (again, frames - first.run.frames)


def test_vace_keeps_what_it_goes_on_from_and_makes_the_rest_anew(tmp_path):
    _, second = jobs(making("wan_vace", "control", 85, tmp_path, framing=True))
    given = family_of(second.folder).arguments(second)
    assert given["num_frames"] == len(given["video"]) == len(given["mask"]) == 45
    assert given["video"][:9] == list(second.before)
    assert [mask.getpixel((3, 3)) for mask in given["mask"]] == [0] * 9 + [255] * 36


def test_the_last_picture_ends_the_last_segment(tmp_path, ends):
    for name in ("wan_vace", "wan22_i2v"):
        first, second = jobs(making(name, "first_last", 85, tmp_path, *ends))
        assert (first.run.task, first.last) == ("image", None) and first.first is not None
        assert second.run.task == "first_last" and second.last is not None
        assert second.first == second.before[-1]
    first, second = jobs(making("ltx2", "keyframes", 489, tmp_path, ends[1]))
    assert (first.run.task, first.keyframes) == ("text", ())
    assert [moment for moment, _ in second.keyframes] == [second.run.frames - 1]
    shown = family_of(second.folder).arguments(second)["conditions"]
    assert sorted(each.index for each in shown) == [0, (25 + second.run.frames - 1) // 8]


def test_every_segment_has_dice_of_its_own_and_references_stay(tmp_path, ends):
    handed = (("logo", ends[0][1]),)
    first, second = jobs(making("wan_vace", "references", 85, tmp_path, *handed))
    assert (first.seed, second.seed) == (1, 2)
    assert first.references == second.references != ()
    assert (first.run.task, second.run.task) == ("references", "extend")


def test_each_shot_of_a_prompt_is_made_by_itself_where_the_draft_cuts(tmp_path):
    asked = making("wan_vace", "text", 81, tmp_path)
    words = "Shot 1: a lake. Shot 2: a city"
    asked = replace(asked, request=replace(asked.request, prompt=words))
    lake, city = jobs(asked)
    assert (lake.prompt, city.prompt) == ("a lake", "a city")
    assert (lake.run.frames, city.run.frames) == (41, 41) and city.before == ()
    first, second = segments_of(asked, _ability("wan_vace"))
    assert (first.stop, second.start, second.stop) == (41, 41, 81)
    framed = replace(asked, run=replace(asked.run, task="first_last", framing=True))
    one, other = jobs(framed)
    assert one.run.task == other.run.task == "first_last"
    drafts = {each.tobytes() for each in (one.first, one.last, other.first, other.last)}
    assert len(drafts) == 4


def test_a_cut_take_is_as_long_as_it_should_be(tmp_path):
    asked = making("ltx2", "text", 33, tmp_path)
    words = "a lake, cut to: a city at night"
    asked = replace(asked, request=replace(asked.request, prompt=words))
    maker = Maker(on_processor, PastRuns(tmp_path / "runs.json"))
    maker.make(asked, lambda _: None, threading.Event())
    with av.open(asked.path) as movie:
        sound = sum(frame.samples for frame in movie.decode(audio=0))
    with av.open(asked.path) as movie:
        pictures = [frame.to_ndarray(format="rgb24") for frame in movie.decode(video=0)]
    assert len(pictures) == 33 and abs(sound - 33 * 2000) < 2048
    shown = np.stack(pictures).astype(float)
    steps = np.abs(np.diff(shown, axis=0)).mean(axis=(1, 2, 3))
    assert steps.argmax() == 15

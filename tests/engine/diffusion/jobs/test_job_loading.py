"""References and drafts become pictures and films at the run's size."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.contract.delivery import Delivery
from engine.contract.events import EngineFault
from engine.contract.making import Making
from engine.contract.models import Profile, Weights
from engine.contract.shot import ModelRun, Reference, ShotRequest
from engine.contract.time import Rate
from engine.diffusion.cancelling import Stopped
from engine.diffusion.jobs.job import Job
from engine.diffusion.jobs.job_loading import job_of
from engine.diffusion.model_folder import ModelFolder
from engine.media.identity import media_ref
from engine.media.movie_writer import MovieWriter

LEVELS = [20 * number for number in range(12)]


@pytest.fixture(scope="module")
def film(tmp_path_factory) -> Path:
    """Twelve greys, 20 levels apart, at 16 a second."""
    path = tmp_path_factory.mktemp("handed") / "film.mp4"
    writer = MovieWriter(str(path), 64, 64, Rate(16), Delivery(str(path)), False)
    for level in LEVELS:
        writer.add_picture(np.full((64, 64, 4), level, np.uint8))
    writer.close()
    return path


def job(task, *handed, heed=lambda: None, seconds=Fraction(5, 16), **run) -> Job:
    references = tuple(Reference(role, media_ref(str(path))) for role, path in handed)
    request = ShotRequest("a red boat at sea", seconds, 128, 96, references=references)
    settled = ModelRun(task, 80, 64, 5, Rate(16), **run)
    making = Making(request, Weights("", 0, ""), settled, "take.mp4")
    return job_of(making, Profile("fast", 2, 1.0), ModelFolder(Path()), heed)


def levels(pictures) -> list[int]:
    return [round(float(np.asarray(picture).mean())) for picture in pictures]


def near(found: list[int], wanted: list[int]) -> bool:
    return len(found) == len(wanted) and np.allclose(found, wanted, atol=3)


def test_a_film_to_go_by_is_taken_at_the_runs_rate_and_size(film):
    asked = job("video", ("motion", film))
    assert near(levels(asked.film), LEVELS[:5])
    assert all(picture.size == (80, 64) and picture.mode == "RGB" for picture in asked.film)


def test_where_the_take_is_shown_slower_so_is_the_film_read_faster(film):
    assert near(
        levels(job("video", ("motion", film), seconds=Fraction(10, 16)).film), LEVELS[:10:2]
    )


def test_to_go_on_from_a_film_its_last_pictures_count(film):
    for handed in [[("motion", film)], [("before", film)]]:
        assert near(levels(job("extend", *handed).film), LEVELS[-5:])


def test_a_logo_lies_whole_in_the_middle_on_white(tmp_path):
    logo = Image.new("RGBA", (20, 20), (255, 0, 0, 255))
    logo.paste((0, 0, 0, 0), (0, 0, 20, 10))
    logo.save(tmp_path / "logo.png")
    (picture,) = job("references", ("logo", tmp_path / "logo.png")).references
    assert picture.size == (80, 64)
    assert picture.getpixel((2, 60)) == picture.getpixel((40, 10)) == (255, 255, 255)
    assert picture.getpixel((40, 50)) == (255, 0, 0)


def test_what_is_see_through_is_the_hole(tmp_path):
    picture = Image.new("RGBA", (80, 64), (0, 255, 0, 255))
    picture.paste((0, 0, 0, 0), (0, 0, 40, 64))
    picture.save(tmp_path / "hole.png")
    asked = job("inpaint", ("hole", tmp_path / "hole.png"))
    assert [mask.getpixel((10, 30)) for mask in asked.mask] == [255] * 5
    assert [mask.getpixel((70, 30)) for mask in asked.mask] == [0] * 5
    assert asked.film[0].getpixel((70, 30)) == (0, 255, 0)


def test_with_framing_the_draft_is_the_film_or_the_ends():
    drawn = job("control", framing=True).film
    assert len(drawn) == 5 and drawn[0].size == (80, 64)
    assert np.asarray(drawn[0]).std() > 5
    ends = job("first_last", framing=True)
    assert ends.first == drawn[0] and ends.last == drawn[4]


def test_every_picture_of_a_film_is_a_chance_to_stop(film):
    def stop():
        raise Stopped

    for asked in (("motion", film),), ():
        with pytest.raises(Stopped):
            job("video", *asked, heed=stop, framing=not asked)


@pytest.mark.parametrize("task", ["image", "first_last", "video", "extend", "inpaint", "keyframes"])
def test_a_task_without_what_it_goes_by_is_a_bad_request(task):
    with pytest.raises(EngineFault) as raised:
        job(task)
    assert raised.value.reason == "bad_request"

"""SANA-Video runs as its own pipelines run."""

import numpy as np
import pytest

from engine.contract.models import Counts
from tests.fakes.family_runs import (
    asking,
    called,
    film,
    stripes,
    tiny_ability,
    tiny_loaded,
)


def test_both_models_say_what_their_autoencoders_can():
    small, large = tiny_ability("sana_video"), tiny_ability("sana_video_720p")
    assert small.tasks == large.tasks == ("text", "image", "extend")
    assert (small.counts, large.counts) == (Counts(4, 1, 5, 81), Counts(8, 1, 9, 81))


@pytest.mark.parametrize(("name", "frames"), [("sana_video", 5), ("sana_video_720p", 9)])
def test_words_matter_to_a_film(name, frames):
    boat, _ = film(name, "text")
    horse, _ = film(name, "text", "a white horse")
    assert boat.shape == (frames, 64, 96, 3) and boat.dtype == np.uint8
    assert not np.array_equal(boat, horse)


def test_the_first_picture_matters_to_all_the_film():
    red, blue = (film("sana_video", "image", first=stripes(each))[0] for each in ("red", "blue"))
    assert red.shape == (5, 64, 96, 3)
    assert not np.array_equal(red[0], blue[0]) and not np.array_equal(red[4], blue[4])


@pytest.mark.parametrize("name", ["sana_video", "sana_video_720p"])
@pytest.mark.parametrize("task", ["text", "image"])
def test_pictures_and_embeddings_are_the_pipelines_own(name, task):
    loaded = tiny_loaded(name)
    job = asking(name, task, first=stripes("red"))
    pipe, family = loaded.pipe(task), loaded.family
    ours = np.concatenate(list(family.pictures(pipe, called(loaded, job), job)))
    theirs = called(loaded, job, output_type="np").frames[0]
    assert np.array_equal(ours, (theirs * 255).round().astype(np.uint8))
    read = {"prompt": None, "negative_prompt": None, **family.encode(pipe, job)}
    assert called(loaded, job, **read).frames.equal(called(loaded, job).frames)

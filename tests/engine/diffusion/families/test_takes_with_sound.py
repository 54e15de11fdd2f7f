"""Makings of SANA-Video, Kandinsky and MiniMax-H3 become films in their places."""

from pathlib import Path

import av
import numpy as np
import pytest

from engine.contract.shot import MediaRef, Reference
from engine.diffusion.takes.take_sound import resampled
from tests.fakes.family_runs import asking, called, stripes, tiny_loaded
from tests.fakes.whole_takes import take

WORDS = "a quiet field"
SILENT = [
    ("sana_video", "text"),
    ("sana_video", "image"),
    ("kandinsky5_t2v", "text"),
    ("kandinsky5_i2v", "image"),
]
GOING_BY = [
    ("kandinsky6_distill", "image"),
    ("minimax_h3", "first_last"),
    ("minimax_h3", "references"),
    ("minimax_h3", "control"),
]


@pytest.fixture
def thing(tmp_path) -> Reference:
    picture = tmp_path / "thing.png"
    stripes("red").save(picture)
    return Reference("subject", MediaRef(str(picture), "thing"))


@pytest.mark.parametrize("name", ["kandinsky6", "minimax_h3"])
def test_what_is_heard_is_the_models_own(name, tmp_path):
    there = heard(take(name, "text", tmp_path))
    loaded, job = tiny_loaded(name), asking(name, "text", WORDS)
    sound = loaded.family.sound(loaded.pipe("text"), called(loaded, job), job)
    own = resampled(sound.samples, sound.rate).T
    count = min(own.shape[1], there.shape[1])
    # Noise is what AAC keeps least of; other noise would agree by chance to about 0.01.
    alike = np.corrcoef(there[0, :count], own[0, :count])[0, 1]
    assert alike > 0.15


@pytest.mark.parametrize(("name", "task"), [*SILENT, *GOING_BY])
def test_a_making_becomes_a_film_in_its_place(name, task, thing, tmp_path):
    guidance = 1.0 if name == "kandinsky6_distill" else 3.0
    references = (thing,) if task == "references" else ()
    path = take(name, task, tmp_path, guidance=guidance, references=references)
    assert heard(path).shape[1] > 0


def heard(path: Path) -> np.ndarray:
    with av.open(str(path)) as movie:
        parts = [frame.to_ndarray() for frame in movie.decode(audio=0)]
    return np.concatenate(parts, axis=1)

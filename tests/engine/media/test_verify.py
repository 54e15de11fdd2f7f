"""A written film is read back."""

from pathlib import Path

import numpy as np
import pytest

from engine.contract.delivery import Delivery
from engine.contract.events import EngineFault
from engine.contract.time import Rate
from engine.media.movie_writer import MovieWriter
from engine.media.verify import boxes, check
from tests.engine.media.numbered_film import HEIGHT, WIDTH, film, numbered

RIGHT = {"width": WIDTH, "height": HEIGHT, "rate": Rate(24), "frames": 24, "samples": 48000}


def written(path: Path, height: float = 0.3) -> str:
    writer = MovieWriter(str(path), WIDTH, HEIGHT, Rate(24), Delivery(str(path)), True)
    for number in range(24):
        writer.add_picture(numbered(number))
    writer.add_sound((np.random.default_rng(1).random((48000, 2)) * height).astype(np.float32))
    writer.close()
    return str(path)


def test_a_right_film_passes(tmp_path: Path) -> None:
    check(written(tmp_path / "film.mp4"), **RIGHT, audible=True)


@pytest.mark.parametrize(
    ("name", "value"),
    [("width", 162), ("frames", 25), ("rate", Rate(25)), ("samples", 48001), ("samples", 0)],
)
def test_what_differs_is_named(tmp_path: Path, name: str, value: object) -> None:
    path = written(tmp_path / "film.mp4")
    with pytest.raises(EngineFault) as caught:
        check(path, **{**RIGHT, name: value})
    fault = caught.value
    assert fault.reason == "verification_failed" and fault.subject == path
    assert {"width": "size", "samples": "s"}.get(name, name) in fault.detail


def test_a_silent_film_that_should_sound_fails(tmp_path: Path) -> None:
    path = written(tmp_path / "film.mp4", height=0)
    check(path, **RIGHT)
    with pytest.raises(EngineFault, match="silent"):
        check(path, **RIGHT, audible=True)


def test_an_index_behind_the_data_fails(tmp_path: Path) -> None:
    encoding = ("-c:v", "libx264", "-pix_fmt", "yuv420p")
    path = film(tmp_path / "film.mp4", 24, "24", *encoding)
    with pytest.raises(EngineFault, match="index"):
        check(str(path), **{**RIGHT, "samples": 0})


def test_a_cut_off_film_fails(tmp_path: Path) -> None:
    whole = Path(written(tmp_path / "film.mp4"))
    whole.write_bytes(whole.read_bytes()[: whole.stat().st_size * 2 // 3])
    with pytest.raises(EngineFault) as caught:
        check(str(whole), **RIGHT)
    assert caught.value.reason == "verification_failed"


def test_boxes_are_named_in_order(tmp_path: Path) -> None:
    assert boxes(written(tmp_path / "film.mp4"))[:2] == ["ftyp", "moov"]

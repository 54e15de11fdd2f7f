"""Films that are written: what independent readers find in them."""

import hashlib
import re
import subprocess
import sys
import threading
from fractions import Fraction
from pathlib import Path

import imageio_ffmpeg
import numpy as np
import pytest

from engine.contract.delivery import Delivery
from engine.contract.events import EngineFault
from engine.contract.time import Rate
from engine.media.movie_writer import MovieWriter
from engine.media.picture_reader import PictureReader
from engine.media.probe import probe
from engine.media.sound_reader import SoundReader
from engine.media.verify import boxes, check
from tests.engine.media.numbered_film import HEIGHT, WIDTH, ffmpeg, number_in, numbered


def write(path: Path, rate: Rate, frames: int, sound: bool = True) -> Path:
    """A film of numbered pictures, each in turn white below with a click at its first sample."""
    writer = MovieWriter(str(path), WIDTH, HEIGHT, rate, Delivery(str(path)), sound)
    for frame in range(frames):
        flash = frame % 10 == 5
        picture = numbered(frame)
        picture[20:, :, :3] = 255 if flash else 16
        writer.add_picture(picture)
        if sound:
            writer.add_sound(beep(rate.sample_at(frame + 1) - rate.sample_at(frame), flash))
    writer.close()
    return path


def beep(count: int, heard: bool) -> np.ndarray:
    """(count, 2) samples: a 1 kHz tone that starts with the first one, or silence."""
    tone = 0.5 * np.sin(2 * np.pi * 1000 * np.arange(count) / 48000) * heard
    return np.repeat(tone.astype(np.float32)[:, None], 2, axis=1)


def described(path: Path) -> str:
    """What FFmpeg's own program says about the file."""
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-i", str(path)]
    return subprocess.run(command, capture_output=True).stderr.decode()


RATES = [Rate(24), Rate(30000, 1001), Rate(60), Rate(12), Rate(24000, 1001), Rate(125, 10)]


@pytest.mark.parametrize("rate", RATES, ids=str)
def test_frames_rate_and_lengths_are_exact(tmp_path: Path, rate: Rate) -> None:
    path = write(tmp_path / "film.mp4", rate, 47)
    facts = probe(str(path))
    assert (facts.frames, facts.rate, facts.constant_rate) == (47, rate, True)
    assert facts.seconds == rate.seconds(47)
    assert SoundReader(str(path)).length == rate.sample_at(47)
    check(str(path), WIDTH, HEIGHT, rate, 47, rate.sample_at(47), audible=True)


def test_another_program_decodes_every_picture_in_order(tmp_path: Path) -> None:
    path = write(tmp_path / "film.mp4", Rate(24), 60)
    raw = ffmpeg("-i", path, "-f", "rawvideo", "-pix_fmt", "bgra", "-fps_mode", "passthrough", "-")
    pictures = np.frombuffer(raw, np.uint8).reshape(-1, HEIGHT, WIDTH, 4)
    assert [number_in(picture) for picture in pictures] == list(range(60))


def test_the_file_says_what_it_is(tmp_path: Path) -> None:
    text = described(write(tmp_path / "film.mp4", Rate(24), 48))
    assert re.search(r"h264 \(High\).*yuv420p\(tv, bt709", text)
    assert re.search(r"aac \(LC\).*48000 Hz, stereo", text)
    assert "Duration: 00:00:02.00, start: 0.000000" in text


def test_the_index_comes_ahead_of_the_data(tmp_path: Path) -> None:
    names = boxes(str(write(tmp_path / "film.mp4", Rate(24), 5)))
    assert names.index("moov") < names.index("mdat")


@pytest.mark.parametrize("rate", [Rate(24), Rate(30000, 1001)], ids=str)
def test_a_click_and_a_flash_stay_together_to_a_sample(tmp_path: Path, rate: Rate) -> None:
    path = str(write(tmp_path / "film.mp4", rate, 60))
    pictures, sound = PictureReader(path), SoundReader(path)
    heard = sound.samples(0, sound.length)[:, 0]
    for frame in range(5, 60, 10):
        assert pictures.picture_at(rate.seconds(frame))[30, 30, 1] > 200
        assert pictures.picture_at(rate.seconds(frame - 1))[30, 30, 1] < 50
        start = rate.sample_at(frame)
        angle = 2 * np.pi * np.arange(96, 672) / 48
        spot = heard[start + 96 : start + 672]
        late = np.arctan2(-spot @ np.cos(angle), spot @ np.sin(angle)) * 48 / (2 * np.pi)
        assert abs(late) < 0.5
        assert np.abs(heard[start - 480 : start - 144]).max() < 0.05


COLOURS = [
    "ffffff",
    "000000",
    "ff0000",
    "00ff00",
    "0000ff",
    "ffff00",
    "00ffff",
    "ff00ff",
    "808080",
    "c86432",
    "1ea0dc",
    "f5d6ba",
]


@pytest.mark.parametrize("colour", COLOURS)
def test_pure_colours_survive(tmp_path: Path, colour: str) -> None:
    bgr = np.array([int(colour[at : at + 2], 16) for at in (4, 2, 0)])
    picture = np.full((64, 64, 4), 255, np.uint8)
    picture[..., :3] = bgr
    path = str(tmp_path / "colour.mp4")
    writer = MovieWriter(path, 64, 64, Rate(24), Delivery(path), False)
    writer.add_picture(picture)
    writer.close()
    ours = PictureReader(path).picture_at(Fraction(0)).astype(int)[..., :3]
    assert np.abs(ours - bgr).max() <= 2
    as_named = ("-vf", "scale=in_color_matrix=auto:flags=accurate_rnd+full_chroma_int")
    raw = ffmpeg("-i", path, *as_named, "-f", "rawvideo", "-pix_fmt", "bgr24", "-")
    assert np.abs(np.frombuffer(raw, np.uint8).reshape(64, 64, 3).astype(int) - bgr).max() <= 3


def test_a_film_of_one_picture(tmp_path: Path) -> None:
    path = write(tmp_path / "film.mp4", Rate(24), 1)
    check(str(path), WIDTH, HEIGHT, Rate(24), 1, 2000)


def test_a_film_without_pictures_is_none(tmp_path: Path) -> None:
    writer = MovieWriter(str(tmp_path / "x.mp4"), 64, 64, Rate(24), Delivery("x.mp4"), False)
    with pytest.raises(EngineFault, match="at least one picture"):
        writer.close()
    assert list(tmp_path.iterdir()) == []


def test_the_ending_of_the_name_does_not_matter(tmp_path: Path) -> None:
    path = write(tmp_path / "film.mp4.part", Rate(24), 3, sound=False)
    check(str(path), WIDTH, HEIGHT, Rate(24), 3, 0)


def test_sound_may_come_in_any_chunks(tmp_path: Path) -> None:
    digests = set()
    for chunk in (100, 5000, 48000):
        path = str(tmp_path / f"{chunk}.mp4")
        writer = MovieWriter(path, 64, 64, Rate(24), Delivery(path), True)
        for _ in range(24):
            writer.add_picture(np.zeros((64, 64, 4), np.uint8))
        for start in range(0, 48000, chunk):
            writer.add_sound(beep(48000, True)[start : start + chunk])
        writer.close()
        digests.add(hashlib.sha256(SoundReader(path).samples(0, 48000).tobytes()).hexdigest())
    assert len(digests) == 1


def test_a_picture_may_be_changed_once_it_is_handed_over(tmp_path: Path) -> None:
    path = str(tmp_path / "film.mp4")
    writer = MovieWriter(path, WIDTH, HEIGHT, Rate(24), Delivery(path), False)
    canvas = np.zeros((HEIGHT, WIDTH, 4), np.uint8)
    for number in range(30):
        canvas[:] = numbered(number)
        writer.add_picture(canvas)
    writer.close()
    reader = PictureReader(path)
    assert [number_in(reader.picture_at(Fraction(at, 24))) for at in range(30)] == list(range(30))


@pytest.mark.parametrize("size", [(63, 64), (64, 63), (0, 64)])
def test_odd_sides_are_refused(tmp_path: Path, size: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="even"):
        MovieWriter(str(tmp_path / "x.mp4"), *size, Rate(24), Delivery("x.mp4"), False)
    assert not (tmp_path / "x.mp4").exists()


def test_a_picture_of_another_size_is_refused(tmp_path: Path) -> None:
    writer = MovieWriter(str(tmp_path / "x.mp4"), 64, 64, Rate(24), Delivery("x.mp4"), False)
    with pytest.raises(ValueError, match="pictures"):
        writer.add_picture(np.zeros((64, 66, 4), np.uint8))
    writer.abort()


def test_aborting_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    writer = MovieWriter(str(path), WIDTH, HEIGHT, Rate(24), Delivery(str(path)), True)
    for number in range(40):
        writer.add_picture(numbered(number))
        writer.add_sound(beep(2000, True))
    before = threading.active_count()
    writer.abort()
    writer.abort()
    assert list(tmp_path.iterdir()) == []
    assert threading.active_count() == before - 1
    with pytest.raises(ValueError, match="closed"):
        writer.add_picture(numbered(0))


@pytest.mark.parametrize("place", ["absent/film.mp4", "folder"])
def test_a_place_that_cannot_be_written_says_so(tmp_path: Path, place: str) -> None:
    (tmp_path / "folder").mkdir()
    path = str(tmp_path / place)
    with pytest.raises(EngineFault) as caught:
        MovieWriter(path, 64, 64, Rate(24), Delivery(path), False)
    assert caught.value.reason == "not_writable"
    assert (tmp_path / "folder").is_dir()


FILL = """
import sys, numpy as np
from engine.contract.delivery import Delivery
from engine.contract.events import EngineFault
from engine.contract.time import Rate
from engine.media.movie_writer import MovieWriter
path = sys.argv[1]
writer = MovieWriter(path, 640, 480, Rate(24), Delivery(path, quality=0), True)
noise = np.random.default_rng(1)
try:
    for _ in range(200):
        writer.add_picture(noise.integers(0, 255, (480, 640, 4), dtype=np.uint8))
        writer.add_sound(np.zeros((2000, 2), np.float32))
    writer.close()
except EngineFault as fault:
    writer.abort()
    print(fault.reason)
"""


def test_a_full_disk_says_so_and_leaves_nothing_behind(tmp_path: Path) -> None:
    """A limit on the size of files stands in for the disk: the same calls fail the same way."""
    resource = pytest.importorskip("resource")

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (2 << 20, 2 << 20))

    command = [sys.executable, "-c", FILL, str(tmp_path / "film.mp4")]
    ended = subprocess.run(command, preexec_fn=limited, capture_output=True, text=True)
    assert ended.stdout.strip() == "disk_full", ended.stderr
    assert list(tmp_path.iterdir()) == []


def test_quality_changes_the_size(tmp_path: Path) -> None:
    sizes = []
    for quality in (10, 40):
        path = tmp_path / f"{quality}.mp4"
        delivery = Delivery(str(path), quality=quality)
        writer = MovieWriter(str(path), WIDTH, HEIGHT, Rate(24), delivery, False)
        for number in range(24):
            writer.add_picture(numbered(number))
        writer.close()
        sizes.append(path.stat().st_size)
    assert sizes[0] > sizes[1]


def test_the_quick_effort_makes_files_as_small_as_a_slower_one(tmp_path: Path) -> None:
    drift = np.random.default_rng(4).integers(0, 256, (180, 400, 4), np.uint8)
    drift = np.ascontiguousarray(drift.repeat(4, 0).repeat(4, 1)[:, :1600])
    sizes = {}
    for effort in ("superfast", "veryfast"):
        path = tmp_path / f"{effort}.mp4"
        writer = MovieWriter(str(path), 640, 360, Rate(24), Delivery("", effort=effort), False)
        for frame in range(48):
            writer.add_picture(np.ascontiguousarray(drift[:360, 3 * frame : 3 * frame + 640]))
        writer.close()
        sizes[effort] = path.stat().st_size
    assert sizes["superfast"] < 1.3 * sizes["veryfast"]

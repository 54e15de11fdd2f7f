"""The facts of a media file."""

from fractions import Fraction
from pathlib import Path

import pytest

from engine.contract.events import EngineFault
from engine.contract.time import Rate
from engine.media.probe import probe
from tests.engine.media.numbered_film import HEIGHT, WIDTH, ffmpeg, film

H264 = ("-c:v", "libx264", "-pix_fmt", "yuv420p")
SINE = ("-f", "lavfi", "-i", "sine=f=440:r=44100:d=2")


@pytest.mark.parametrize(
    ("name", "rate", "encoding", "codec"),
    [
        ("film.mp4", "24", H264, "h264"),
        ("film.mkv", "30000/1001", H264, "h264"),
        ("film.mov", "25", ("-c:v", "prores_ks"), "prores"),
        ("film.webm", "60", ("-c:v", "libvpx-vp9", "-pix_fmt", "yuv420p"), "vp9"),
        ("film.avi", "25", ("-c:v", "mpeg4", "-bf", "2"), "mpeg4"),
        ("film.ts", "24", H264, "h264"),
        (
            "film.webm",
            "24",
            ("-c:v", "libvpx", "-lag-in-frames", "16", "-auto-alt-ref", "1"),
            "vp8",
        ),
        ("film.gif", "20", (), "gif"),
        ("film.apng", "20", ("-plays", "0"), "apng"),
        ("film.webp", "20", ("-c:v", "libwebp_anim"), "webp"),
    ],
)
def test_films_and_animations(
    tmp_path: Path, name: str, rate: str, encoding: tuple[str, ...], codec: str
) -> None:
    facts = probe(str(film(tmp_path / name, 47, rate, *encoding)))
    assert (facts.kind, facts.width, facts.height) == ("video", WIDTH, HEIGHT)
    assert (facts.frames, facts.rate, facts.constant_rate) == (47, Rate.of(rate), True)
    assert facts.seconds == 47 / Fraction(rate)
    assert (facts.video_codec, facts.alpha, facts.has_sound) == (codec, False, False)


def test_a_variable_rate_is_told(tmp_path: Path) -> None:
    uneven = ("-vf", "select='lt(n,20)+not(mod(n,3))'", "-fps_mode", "vfr", *H264)
    facts = probe(str(film(tmp_path / "film.mp4", 50, "25", *uneven)))
    assert not facts.constant_rate and facts.frames == 30
    assert abs(facts.seconds - 2) < Fraction(1, 10)
    assert abs(facts.rate.fps - facts.frames / facts.seconds) < Fraction(1, 10)


def test_a_copy_of_rounded_timestamps_still_has_a_constant_rate(tmp_path: Path) -> None:
    rounded = film(tmp_path / "film.mkv", 50, "30000/1001", *H264)
    ffmpeg("-i", rounded, "-c", "copy", tmp_path / "copy.mp4")
    facts = probe(str(tmp_path / "copy.mp4"))
    assert (facts.constant_rate, facts.rate, facts.frames) == (True, Rate(30000, 1001), 50)


def test_a_turned_film_has_its_shown_size(tmp_path: Path) -> None:
    lying = film(tmp_path / "lying.mp4", 3, "25", *H264)
    ffmpeg("-display_rotation", "90", "-i", lying, "-c", "copy", tmp_path / "up.mp4")
    facts = probe(str(tmp_path / "up.mp4"))
    assert (facts.width, facts.height) == (HEIGHT, WIDTH)


def test_the_sound_of_a_film(tmp_path: Path) -> None:
    with_sound = film(tmp_path / "film.mp4", 48, "24", *SINE, *H264, "-c:a", "aac")
    facts = probe(str(with_sound))
    assert (facts.sample_rate, facts.channels, facts.sound_codec) == (44100, 1, "aac")
    assert facts.seconds == 2


@pytest.mark.parametrize("name", ["s.wav", "s.mp3", "s.flac", "s.m4a", "s.ogg", "s.opus"])
def test_sound_files(tmp_path: Path, name: str) -> None:
    ffmpeg(*SINE, "-ac", "2", tmp_path / name)
    facts = probe(str(tmp_path / name))
    assert (facts.kind, facts.channels, facts.frames, facts.width) == ("sound", 2, 0, 0)
    assert facts.seconds == 2


def test_cover_art_is_no_picture(tmp_path: Path) -> None:
    film(tmp_path / "cover.png", 1, "24")
    cover = (
        "-i",
        tmp_path / "cover.png",
        "-map",
        "0",
        "-map",
        "1",
        "-disposition:v",
        "attached_pic",
    )
    ffmpeg(*SINE, *cover, tmp_path / "song.mp3")
    assert probe(str(tmp_path / "song.mp3")).kind == "sound"


@pytest.mark.parametrize("name", ["s.png", "s.jpg", "s.webp", "s.bmp", "s.tiff", "s.gif"])
def test_stills(tmp_path: Path, name: str) -> None:
    facts = probe(str(film(tmp_path / name, 1, "24")))
    assert (facts.kind, facts.width, facts.height) == ("still", WIDTH, HEIGHT)
    assert (facts.seconds, facts.frames, facts.rate) == (0, 1, None)
    assert not facts.alpha and not facts.has_sound


def test_a_transparent_still(tmp_path: Path) -> None:
    clear = "color=red@0.5:s=64x32,format=rgba"
    ffmpeg("-f", "lavfi", "-i", clear, "-frames:v", "1", tmp_path / "logo.png")
    assert probe(str(tmp_path / "logo.png")).alpha


def test_a_picture_sequence(tmp_path: Path) -> None:
    film(tmp_path / "shot_%03d.png", 12, "24")
    for path in (tmp_path, tmp_path / "shot_%03d.png"):
        facts = probe(str(path))
        assert (facts.kind, facts.frames, facts.rate) == ("video", 12, Rate(24))
        assert facts.seconds == Fraction(1, 2)


def test_a_damaged_end_counts_only_whole_pictures(tmp_path: Path) -> None:
    whole = film(tmp_path / "whole.mp4", 60, "25", *H264, "-movflags", "+faststart")
    short = tmp_path / "short.mp4"
    short.write_bytes(whole.read_bytes()[: whole.stat().st_size * 3 // 4])
    facts = probe(str(short))
    assert 20 < facts.frames < 60


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("absent.mp4", None, "media_missing"),
        ("notes.mp4", b"Not a film.\n" * 99, "media_unsupported"),
        ("notes.txt", b"Not a film.\n" * 99, "media_unsupported"),
        ("broken.jpg", b"\xff\xd8\xff\xe0" + bytes(99), "media_unreadable"),
        ("absent_%03d.png", None, "media_missing"),
    ],
)
def test_what_cannot_be_read_says_why(
    tmp_path: Path, name: str, content: bytes | None, reason: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(EngineFault) as caught:
        probe(str(tmp_path / name))
    assert caught.value.reason == reason


def test_a_folder_without_pictures_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EngineFault) as caught:
        probe(str(tmp_path))
    assert caught.value.reason == "media_unsupported"

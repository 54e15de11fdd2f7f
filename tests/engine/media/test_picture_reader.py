"""Any picture of any file by its exact moment."""

import random
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from engine.contract.events import EngineFault
from engine.media.picture_reader import PictureReader
from tests.engine.media.numbered_film import HEIGHT, WIDTH, ffmpeg, film, number_in, numbered

H264 = ("-c:v", "libx264", "-pix_fmt", "yuv420p", "-crf", "12")
VP9 = ("-c:v", "libvpx-vp9", "-pix_fmt", "yuv420p", "-b:v", "500k", "-cpu-used", "8")
VP8 = ("-c:v", "libvpx", "-pix_fmt", "yuv420p", "-b:v", "500k")
CONSTANT = {
    "plain.mp4": ("24", H264),
    "b_frames.mp4": ("30", (*H264, "-bf", "3", "-g", "25")),
    "ntsc.mov": ("30000/1001", (*H264, "-g", "12")),
    "milliseconds.mkv": ("30", (*H264, "-g", "20")),
    "ntsc.mkv": ("60000/1001", H264),
    "open_gop.mkv": ("25", (*H264, "-g", "10", "-x264-params", "open-gop=1")),
    "vp9.webm": ("24", (*VP9, "-g", "20")),
    "hidden_pictures.webm": ("24", (*VP8, "-auto-alt-ref", "1")),
    "interlaced.mp4": ("25", (*H264, "-flags", "+ilme+ildct", "-x264-params", "tff=1")),
    "hevc.mp4": ("24", ("-c:v", "libx265", "-pix_fmt", "yuv420p10le", "-g", "12", "-bf", "4")),
    "hevc.mkv": ("25", ("-c:v", "libx265", "-pix_fmt", "yuv420p", "-g", "12", "-bf", "4")),
    "av1.mp4": ("24", ("-c:v", "libsvtav1", "-pix_fmt", "yuv420p", "-g", "20", "-preset", "12")),
    "av1.webm": ("30", ("-c:v", "libsvtav1", "-pix_fmt", "yuv420p", "-g", "20", "-preset", "12")),
    "programme.mpg": ("25", ("-c:v", "mpeg2video", "-q:v", "2", "-bf", "2", "-g", "12")),
    "camera.mov": ("30", ("-c:v", "mjpeg", "-q:v", "2", "-pix_fmt", "yuvj422p")),
    "windows.wmv": ("25", ("-c:v", "wmv2", "-b:v", "2M")),
    "flash.flv": ("25", (*H264, "-g", "20")),
    "stream.ts": ("25", (*H264, "-g", "15")),
    "packed.avi": ("25", ("-c:v", "mpeg4", "-q:v", "2", "-bf", "2")),
    "prores.mov": (
        "24",
        (
            "-c:v",
            "prores_ks",
        ),
    ),
    "animation.gif": ("20", ()),
    "animation.apng": ("20", ("-plays", "0")),
}


@pytest.mark.parametrize("name", CONSTANT)
def test_every_moment_shows_its_picture_in_any_order(tmp_path: Path, name: str) -> None:
    rate, encoding = CONSTANT[name]
    path, fps = film(tmp_path / name, 70, rate, *encoding), Fraction(rate)
    shuffled = random.Random(7).sample(range(70), 70)
    for order in (range(70), reversed(range(70)), shuffled):
        reader = PictureReader(str(path))
        wanted = list(order)
        assert [number_in(reader.picture_at(number / fps)) for number in wanted] == wanted
        reader.close()


def test_a_moment_within_a_picture_belongs_to_it(tmp_path: Path) -> None:
    reader = PictureReader(str(film(tmp_path / "film.mp4", 10, "30000/1001", *H264)))
    just_before = Fraction(5 * 1001, 30000) - Fraction(1, 10**9)
    assert number_in(reader.picture_at(just_before)) == 4
    assert number_in(reader.picture_at(Fraction(5 * 1001, 30000))) == 5


def test_beyond_the_ends_the_first_and_last_picture_show(tmp_path: Path) -> None:
    reader = PictureReader(str(film(tmp_path / "film.mp4", 10, "24", *H264)))
    assert number_in(reader.picture_at(Fraction(-3))) == 0
    assert number_in(reader.picture_at(Fraction(99))) == 9


@pytest.mark.parametrize("name", ["film.mp4", "film.mkv", "film.webm", "film.gif"])
def test_variable_rate_follows_the_timestamps(tmp_path: Path, name: str) -> None:
    kept = [0, 1, 2, 10, 11, 30, 31, 32, 33, 50]
    chosen = "+".join(f"eq(n,{number})" for number in kept)
    encoding = {"webm": VP9, "gif": ()}.get(name.split(".")[1], H264)
    path = film(
        tmp_path / name, 60, "25", "-vf", f"select='{chosen}'", "-fps_mode", "vfr", *encoding
    )
    reader = PictureReader(str(path))
    expected = [max(number for number in kept if number <= at) for at in range(55)]
    found = [number_in(reader.picture_at(Fraction(at, 25))) for at in range(55)]
    assert found == expected


def test_the_first_picture_is_zero_whatever_the_file_s_clock_says(tmp_path: Path) -> None:
    late = film(tmp_path / "late.mp4", 20, "25", "-output_ts_offset", "1.4", *H264)
    reader = PictureReader(str(late))
    assert [number_in(reader.picture_at(Fraction(at, 25))) for at in range(20)] == list(range(20))


def test_an_edit_list_that_cuts_into_a_group_hides_what_it_cuts(tmp_path: Path) -> None:
    whole = film(tmp_path / "whole.mp4", 60, "25", *H264, "-g", "60")
    cut = tmp_path / "cut.mp4"
    ffmpeg("-ss", "0.6", "-i", whole, "-c", "copy", cut)
    reader = PictureReader(str(cut))
    assert [number_in(reader.picture_at(Fraction(at, 25))) for at in range(45)] == list(
        range(15, 60)
    )


@pytest.mark.parametrize(
    "turn",
    [
        "-display_rotation 90",
        "-display_rotation 180",
        "-display_rotation 270",
        "-display_hflip",
        "-display_vflip",
        "-display_rotation 90 -display_hflip",
        "-display_rotation 270 -display_hflip",
    ],
)
def test_the_display_matrix_is_applied_as_ffmpeg_does(tmp_path: Path, turn: str) -> None:
    lying = film(tmp_path / "lying.mp4", 3, "25", "-c:v", "libx264", "-pix_fmt", "yuv444p")
    turned = tmp_path / "turned.mp4"
    ffmpeg(*turn.split(), "-i", lying, "-c", "copy", turned)
    raw = ffmpeg("-i", turned, "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "bgra", "-")
    reader = PictureReader(str(turned))
    expected = np.frombuffer(raw, np.uint8).reshape(reader.height, reader.width, 4)
    difference = np.abs(reader.picture_at(Fraction(0)).astype(int) - expected)
    assert difference.max() <= 6


ALPHA = {
    "vp9.webm": ("-c:v", "libvpx-vp9", "-pix_fmt", "yuva420p", "-crf", "10", "-b:v", "0"),
    "vp8.webm": ("-c:v", "libvpx", "-pix_fmt", "yuva420p", "-auto-alt-ref", "0", "-b:v", "2M"),
    "prores.mov": ("-c:v", "prores_ks", "-profile:v", "4444", "-pix_fmt", "yuva444p10le"),
    "still.png": (
        "-frames:v",
        "1",
    ),
    "still.webp": ("-frames:v", "1", "-lossless", "1", "-pix_fmt", "bgra"),
    "animation.apng": (),
    "png.mov": ("-c:v", "png"),
}


@pytest.mark.parametrize("name", ALPHA)
def test_transparency_arrives_premultiplied(tmp_path: Path, name: str) -> None:
    picture = np.zeros((48, 64, 4), np.uint8)
    picture[:, 32:] = (0, 0, 255, 128)
    feed = picture.tobytes() * 5
    raw = ("-f", "rawvideo", "-pix_fmt", "bgra", "-s", "64x48", "-r", "10", "-i", "-")
    ffmpeg(*raw, *ALPHA[name], tmp_path / name, feed=feed)
    shown = PictureReader(str(tmp_path / name)).picture_at(Fraction(0)).astype(int)
    assert np.abs(shown[20, 8] - (0, 0, 0, 0)).max() <= 2
    assert np.abs(shown[20, 56] - (0, 0, 128, 128)).max() <= 4


def test_gif_transparency_is_kept(tmp_path: Path) -> None:
    picture = np.zeros((48, 64, 4), np.uint8)
    picture[:, 32:] = (0, 0, 255, 255)
    raw = ("-f", "rawvideo", "-pix_fmt", "bgra", "-s", "64x48", "-r", "10", "-i", "-")
    palette = "split[a][b];[a]palettegen=reserve_transparent=1[p];[b][p]paletteuse"
    ffmpeg(*raw, "-vf", palette, tmp_path / "logo.gif", feed=picture.tobytes() * 3)
    shown = PictureReader(str(tmp_path / "logo.gif")).picture_at(Fraction(1, 10))
    assert shown[20, 8].tolist() == [0, 0, 0, 0]
    assert shown[20, 56].tolist() == [0, 0, 255, 255]


@pytest.mark.parametrize("matrix", ["bt709", "smpte170m", "bt2020nc"])
@pytest.mark.parametrize("pixels", ["yuv420p", "yuv444p"])
@pytest.mark.parametrize("span", ["tv", "pc"])
def test_colours_follow_the_named_matrix_and_range(
    tmp_path: Path, matrix: str, pixels: str, span: str
) -> None:
    bgr = np.array([[0, 0, 255], [0, 255, 0], [255, 0, 0], [40, 120, 200]])
    picture = np.full((64, 256, 4), 255, np.uint8)
    for at, colour in enumerate(bgr):
        picture[:, at * 64 : at * 64 + 64, :3] = colour
    scaled = f"scale=out_color_matrix={matrix}:out_range={span}:flags=accurate_rnd"
    raw = ("-f", "rawvideo", "-pix_fmt", "bgra", "-s", "256x64", "-r", "10", "-i", "-")
    named = ("-vf", f"{scaled},format={pixels}", "-colorspace", matrix, "-color_range", span)
    path = tmp_path / "colours.mp4"
    ffmpeg(*raw, *named, "-c:v", "libx264", "-crf", "1", path, feed=picture.tobytes() * 2)
    shown = PictureReader(str(path)).picture_at(Fraction(0)).astype(int)
    assert np.abs(shown[32, 32::64, :3] - bgr).max() <= 2


def test_odd_sizes_are_kept(tmp_path: Path) -> None:
    path = film(tmp_path / "odd.mkv", 3, "25", "-vf", "crop=159:47:0:0", "-c:v", "ffv1")
    shown = PictureReader(str(path)).picture_at(Fraction(2, 25))
    assert shown.shape == (47, 159, 4) and number_in(shown) == 2


def test_a_film_of_one_picture(tmp_path: Path) -> None:
    reader = PictureReader(str(film(tmp_path / "one.mp4", 1, "24", *H264)))
    assert {number_in(reader.picture_at(Fraction(at, 3))) for at in range(-1, 4)} == {0}


def test_a_smaller_size_shows_the_same_picture(tmp_path: Path) -> None:
    reader = PictureReader(str(film(tmp_path / "film.mp4", 12, "24", *H264)))
    small = reader.picture_at(Fraction(7, 24), WIDTH // 2, HEIGHT // 2)
    assert small.shape == (HEIGHT // 2, WIDTH // 2, 4) and number_in(small) == 7
    assert reader.picture_at(Fraction(7, 24), width=40).shape == (12, 40, 4)
    assert number_in(reader.picture_at(Fraction(7, 24))) == 7


def test_non_square_pixels_are_shown_square(tmp_path: Path) -> None:
    path = film(tmp_path / "wide.mp4", 2, "25", "-vf", "setsar=2/1", *H264)
    shown = PictureReader(str(path)).picture_at(Fraction(1, 25))
    assert shown.shape == (HEIGHT, WIDTH * 2, 4) and number_in(shown) == 1


def test_a_numbered_folder_and_a_pattern_are_films_of_24_a_second(tmp_path: Path) -> None:
    film(tmp_path / "frame_%04d.png", 12, "24")
    (tmp_path / "notes.txt").write_text("not a picture")
    for path in (tmp_path, tmp_path / "frame_%04d.png"):
        reader = PictureReader(str(path))
        shown = [number_in(reader.picture_at(Fraction(at, 24))) for at in range(12)]
        assert shown == list(range(12))


def test_an_animated_webp_follows_its_delays(tmp_path: Path) -> None:
    film(tmp_path / "film.webp", 12, "20", "-c:v", "libwebp_anim", "-lossless", "1")
    reader = PictureReader(str(tmp_path / "film.webp"))
    assert [number_in(reader.picture_at(Fraction(at, 20))) for at in range(12)] == list(range(12))


def test_a_drawing_is_sharp_at_any_size(tmp_path: Path) -> None:
    drawing = tmp_path / "logo.svg"
    drawing.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10">'
        '<rect x="10" width="10" height="10" fill="#f00"/></svg>'
    )
    reader = PictureReader(str(drawing))
    assert (reader.width, reader.height) == (2048, 1024)
    shown = reader.picture_at(Fraction(0), 400, 200)
    assert shown[100, 199].tolist() == [0, 0, 0, 0]
    assert shown[100, 201].tolist() == [0, 0, 255, 255]


def test_a_damaged_end_shows_the_last_whole_picture(tmp_path: Path) -> None:
    whole = film(tmp_path / "whole.mp4", 60, "25", *H264, "-bf", "0", "-movflags", "+faststart")
    short = tmp_path / "short.mp4"
    short.write_bytes(whole.read_bytes()[: whole.stat().st_size * 3 // 4])
    reader = PictureReader(str(short))
    shown = [number_in(reader.picture_at(Fraction(at, 25))) for at in range(60)]
    last = shown[-1]
    assert 20 < last < 59
    assert shown == [min(at, last) for at in range(60)]


def test_reverse_play_decodes_each_group_about_once(tmp_path: Path) -> None:
    path = film(tmp_path / "long.mp4", 240, "25", *H264, "-g", "60")
    reader = PictureReader(str(path))
    decoder = reader._pictures._decoder
    decoded = 0
    original = decoder._keep

    def counted(number: int, frame: object, memory: int) -> None:
        nonlocal decoded
        decoded += 1
        original(number, frame, memory)

    decoder._keep = counted
    backwards = [number_in(reader.picture_at(Fraction(at, 25))) for at in range(239, -1, -1)]
    assert backwards == list(range(239, -1, -1))
    assert decoded < 2 * 240


def test_memory_kept_for_reverse_play_is_bounded(tmp_path: Path) -> None:
    one = WIDTH * HEIGHT * 3 // 2
    path = film(tmp_path / "long.mp4", 120, "25", *H264, "-g", "120")
    reader = PictureReader(str(path), memory=20 * one)
    assert [number_in(reader.picture_at(Fraction(at, 25))) for at in range(119, -1, -1)] == list(
        range(119, -1, -1)
    )
    assert len(reader._pictures._decoder._kept) <= 21


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("absent.mp4", None, "media_missing"),
        ("notes.mp4", b"This is not a film at all.\n" * 99, "media_unsupported"),
        ("empty.mov", b"", "media_unsupported"),
        ("broken.png", b"\x89PNG\r\n\x1a\n" + bytes(64), "media_unreadable"),
        ("broken.svg", b"<svg", "media_unreadable"),
        ("list.m3u8", b"#EXTM3U\n#EXTINF:1,\nother.ts\n", "media_unsupported"),
        ("notes.txt", b"Once upon a time there was a film.\n" * 50, "media_unsupported"),
    ],
)
def test_what_cannot_be_read_says_why(
    tmp_path: Path, name: str, content: bytes | None, reason: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(EngineFault) as caught:
        PictureReader(str(tmp_path / name))
    assert caught.value.reason == reason
    assert caught.value.subject == str(tmp_path / name)


def test_the_picture_handed_out_cannot_be_written_to(tmp_path: Path) -> None:
    reader = PictureReader(str(film(tmp_path / "film.mp4", 2, "24", *H264)))
    with pytest.raises(ValueError, match="read-only"):
        reader.picture_at(Fraction(0))[0, 0] = 0


def test_numbered_pictures_read_back() -> None:
    assert [number_in(numbered(number)) for number in (0, 5, 1023)] == [0, 5, 1023]

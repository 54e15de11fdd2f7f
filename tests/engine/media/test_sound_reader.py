"""Any sample of any file's sound, in step with its picture."""

import random
import wave
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from engine.contract.events import EngineFault
from engine.media.picture_reader import PictureReader
from engine.media.sound_reader import SoundReader
from tests.engine.media.numbered_film import ffmpeg, film, number_in

CODECS = {
    "wav.wav": (),
    "flac.flac": (),
    "aac.m4a": ("-c:a", "aac", "-b:a", "256k"),
    "aac.mkv": ("-c:a", "aac", "-b:a", "256k"),
    "aac.mov": ("-c:a", "aac", "-b:a", "256k"),
    "mp3.mp3": ("-b:a", "320k"),
    "vorbis.ogg": ("-q:a", "8"),
    "vorbis.mka": ("-c:a", "libvorbis", "-q:a", "8"),
    "opus.webm": ("-c:a", "libopus", "-b:a", "256k"),
    "opus.opus": ("-b:a", "256k"),
    "pcm24.mov": ("-c:a", "pcm_s24le"),
    "float.wav": ("-c:a", "pcm_f32le"),
    "bytes.wav": ("-c:a", "pcm_u8"),
}


def clicks(path: Path, rate: int, seconds: int, *encoding: str) -> Path:
    """Stereo sound with a short tone burst at the start of each second but the first."""
    time = np.arange(rate * seconds) / rate
    burst = 0.5 * np.sin(2 * np.pi * 1000 * time) * (time % 1 < 0.02) * (time >= 1)
    raw = np.repeat((burst * 32767).astype("<i2"), 2).tobytes()
    ffmpeg("-f", "s16le", "-ar", str(rate), "-ac", "2", "-i", "-", *encoding, path, feed=raw)
    return path


def lag(samples: np.ndarray, around: int) -> float:
    """By how many samples the burst that should start at `around` is late, by its phase."""
    spot = np.arange(around + 240, around + 720)
    wave_length = 48
    angle = 2 * np.pi * (spot - around) / wave_length
    heard = samples[spot, 0]
    phase = np.arctan2(-heard @ np.cos(angle), heard @ np.sin(angle))
    return float(phase * wave_length / (2 * np.pi))


def onset(samples: np.ndarray, around: int) -> int:
    """The sample near `around` where the burst starts."""
    window = np.abs(samples[around - 2000 : around + 2000, 0])
    return around - 2000 + int(np.argmax(window > 0.1))


@pytest.mark.parametrize("rate", [44100, 48000])
@pytest.mark.parametrize("name", CODECS)
def test_every_codec_is_in_step_to_a_sample(tmp_path: Path, name: str, rate: int) -> None:
    path = clicks(tmp_path / name, rate, 5, *CODECS[name])
    reader = SoundReader(str(path))
    heard = reader.samples(0, reader.length)
    assert abs(reader.length - 5 * 48000) <= (2048 if name == "aac.mkv" else 1)
    for second in (1, 2, 4):
        assert abs(onset(heard, second * 48000) - second * 48000) <= 24
        assert abs(lag(heard, second * 48000)) < 1


@pytest.mark.parametrize("name", ["aac.mkv", "aac.m4a", "mp3.mp3", "opus.webm", "vorbis.ogg"])
def test_any_chunking_gives_identical_samples(tmp_path: Path, name: str) -> None:
    ffmpeg("-f", "lavfi", "-i", "anoisesrc=r=44100:d=9:a=0.3", *CODECS[name], tmp_path / name)
    reader = SoundReader(str(tmp_path / name))
    whole = reader.samples(0, reader.length)
    again = SoundReader(str(tmp_path / name))
    order = random.Random(3).sample(range(0, reader.length, 7919), 40)
    for start in order:
        assert np.array_equal(
            again.samples(start, 7919)[: reader.length - start], whole[start : start + 7919]
        )


def test_a_tone_passes_the_borders_of_blocks_unbroken(tmp_path: Path) -> None:
    ffmpeg("-f", "lavfi", "-i", "sine=f=440:r=44100:d=7", tmp_path / "tone.wav")
    heard = SoundReader(str(tmp_path / "tone.wav")).samples(0, 7 * 48000)[:, 0]
    wanted = 0.125 * np.sin(2 * np.pi * 440 * np.arange(7 * 48000) / 48000)
    assert np.abs(heard - wanted)[100:-100].max() < 0.001


@pytest.mark.parametrize("codec", ["aac", "libmp3lame"])
def test_a_copy_of_rounded_timestamps_sounds_unbroken(tmp_path: Path, codec: str) -> None:
    tone = "sine=f=440:r=44100:d=6"
    encoding = ("-c:a", codec, "-b:a", "256k")
    ffmpeg("-f", "lavfi", "-i", tone, *encoding, tmp_path / "tone.mkv")
    ffmpeg("-i", tmp_path / "tone.mkv", "-c", "copy", tmp_path / "copy.mp4")
    heard = SoundReader(str(tmp_path / "copy.mp4")).samples(24000, 5 * 48000)[:, 0]
    jumps = np.abs(np.diff(heard, n=2)).max()
    assert jumps < 0.125 * (2 * np.pi * 440 / 48000) ** 2 * 1.5


def test_outside_the_file_there_is_silence(tmp_path: Path) -> None:
    ffmpeg("-f", "lavfi", "-i", "sine=f=440:r=48000:d=1", tmp_path / "tone.wav")
    reader = SoundReader(str(tmp_path / "tone.wav"))
    heard = reader.samples(-100, 48200)
    assert heard.shape == (48200, 2) and heard.dtype == np.float32
    assert not heard[:100].any() and not heard[-100:].any()
    assert np.array_equal(heard[100:-100], reader.samples(0, 48000))


def test_one_channel_goes_to_both_sides_as_it_is(tmp_path: Path) -> None:
    with wave.open(str(tmp_path / "mono.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(48000)
        file.writeframes(np.full(480, 16384, "<i2").tobytes())
    heard = SoundReader(str(tmp_path / "mono.wav")).samples(0, 480)
    assert (heard == 0.5).all()


@pytest.mark.parametrize(
    ("channel", "left", "right"),
    [("FL", 1, 0), ("FR", 0, 1), ("FC", 0.7071, 0.7071), ("LFE", 0, 0), ("SL", 0.7071, 0)],
)
def test_surround_is_mixed_down_as_bs_775_says(
    tmp_path: Path, channel: str, left: float, right: float
) -> None:
    names = ["FL", "FR", "FC", "LFE", "SL", "SR"]
    samples = np.zeros((4800, 6), "<i2")
    samples[:, names.index(channel)] = 16384
    path = tmp_path / "surround.wav"
    raw = ("-f", "s16le", "-ar", "48000", "-channel_layout", "5.1(side)", "-ac", "6", "-i", "-")
    ffmpeg(*raw, path, feed=samples.tobytes())
    heard = SoundReader(str(path)).samples(100, 1)[0]
    assert heard == pytest.approx([left / 2, right / 2], abs=1e-4)


def test_surround_aac_in_mp4_is_heard(tmp_path: Path) -> None:
    source = "sine=f=440:r=48000:d=2,aformat=channel_layouts=5.1"
    ffmpeg("-f", "lavfi", "-i", source, "-c:a", "aac", tmp_path / "surround.mp4")
    reader = SoundReader(str(tmp_path / "surround.mp4"))
    assert reader.length == 96000
    assert np.abs(reader.samples(0, 96000)).max() > 0.02


@pytest.mark.parametrize("name", ["film.mp4", "film.mkv", "film.mov", "film.ts", "film.webm"])
@pytest.mark.parametrize("late", ["0", "0.52", "-0.48"])
def test_sound_keeps_its_place_beside_the_picture(tmp_path: Path, name: str, late: str) -> None:
    """A burst at second 2 of the sound, which starts `late` after the picture."""
    sound = clicks(tmp_path / "sound.wav", 48000, 4)
    encoding = (
        ("-c:v", "libvpx", "-b:v", "1M")
        if name == "film.webm"
        else (
            "-c:v",
            "libx264",
        )
    )
    heard_as = () if name == "film.webm" else ("-c:a", "aac")
    path = film(
        tmp_path / name,
        100,
        "25",
        "-itsoffset",
        late,
        "-i",
        sound,
        "-map",
        "0:v",
        "-map",
        "1:a",
        "-pix_fmt",
        "yuv420p",
        *encoding,
        *heard_as,
    )
    heard = SoundReader(str(path)).samples(0, 4 * 48000)
    wanted = round((2 + Fraction(late)) * 48000)
    millisecond_clock = name in ("film.mkv", "film.webm") and late != "0"
    assert abs(lag(heard, wanted)) <= (26 if millisecond_clock else 1)
    assert abs(onset(heard, wanted) - wanted) <= 72
    assert number_in(PictureReader(str(path)).picture_at(Fraction(2))) == 50


def test_a_cut_without_re_encoding_keeps_sound_and_picture_together(tmp_path: Path) -> None:
    sound = clicks(tmp_path / "sound.wav", 44100, 4)
    inputs = ("-i", sound, "-map", "0:v", "-map", "1:a", "-pix_fmt", "yuv420p")
    whole = film(tmp_path / "whole.mp4", 100, "25", *inputs, "-c:v", "libx264", "-c:a", "aac")
    cut = tmp_path / "cut.mp4"
    ffmpeg("-ss", "0.6", "-i", whole, "-c", "copy", cut)
    first = number_in(PictureReader(str(cut)).picture_at(Fraction(0)))
    wanted = 2 * 48000 - first * 48000 // 25
    assert abs(lag(SoundReader(str(cut)).samples(0, 4 * 48000), wanted)) <= 2


def test_a_damaged_end_is_silent_and_what_comes_before_is_heard(tmp_path: Path) -> None:
    whole = clicks(tmp_path / "whole.mp3", 44100, 6, "-b:a", "128k")
    short = tmp_path / "short.mp3"
    short.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    reader = SoundReader(str(short))
    assert 2.8 * 48000 < reader.length < 3.2 * 48000
    assert abs(lag(reader.samples(0, 96000 + 2400), 96000)) < 1


def test_a_film_without_sound_says_so(tmp_path: Path) -> None:
    path = film(tmp_path / "silent.mp4", 3, "25", "-pix_fmt", "yuv420p")
    with pytest.raises(EngineFault) as caught:
        SoundReader(str(path))
    assert caught.value.reason == "media_unsupported"


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(EngineFault) as caught:
        SoundReader(str(tmp_path / "absent.wav"))
    assert caught.value.reason == "media_missing"

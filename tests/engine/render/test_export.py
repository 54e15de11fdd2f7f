"""The exporter: exactly the plan, verified, in its place; or nothing at all."""

import os
import resource
import signal
import threading
import time
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np
import pytest

from engine.contract.delivery import Delivery
from engine.contract.events import EngineFault, Progress
from engine.contract.plan import (
    Colour,
    Layer,
    Look,
    MediaSource,
    RenderPlan,
    ShotSource,
    SoundLayer,
    Title,
    Transform,
)
from engine.contract.shot import MediaRef, ShotRequest
from engine.contract.time import Rate, Span
from engine.contract.timemap import TimeMap
from engine.media.picture_reader import PictureReader
from engine.media.probe import probe
from engine.media.sound_reader import SoundReader
from engine.render.compositor import Compositor
from engine.render.export import Stopped, export
from engine.render.pixels import pixels_of
from tests.engine.render.conftest import number_shown

FILL = Transform(fill=True)


@pytest.fixture(autouse=True)
def _application(qt_application):
    """Titles need one."""


def film(frames: int, rate: Rate | None = None, source=None, sounds=(), **more) -> RenderPlan:
    rate = rate or Rate(24)
    whole, straight = Span(0, frames), TimeMap.straight(rate.seconds(frames))
    source = source or Colour("#305070")
    layers = (
        Layer(source, whole, straight, FILL, **more),
        Layer(Title("Coast", size=0.3), whole, straight),
    )
    heard = tuple(SoundLayer(sound, whole, straight) for sound in sounds)
    return RenderPlan(192, 108, rate, frames, layers, heard)


def run(plan: RenderPlan, path: Path, stop: threading.Event | None = None, **more):
    reports: list[Progress] = []
    export(plan, Delivery(str(path), **more), reports.append, stop or threading.Event())
    return reports


@pytest.mark.parametrize("rate", [Rate(24), Rate(30000, 1001), Rate(60)])
def test_frames_length_sound_and_tags_are_the_plans(tmp_path, noise_file, rate):
    plan = film(50, rate, sounds=(noise_file,))
    run(plan, tmp_path / "film.mp4")
    facts = probe(str(tmp_path / "film.mp4"))
    assert (facts.frames, facts.width, facts.height) == (50, 192, 108)
    assert (facts.rate, facts.constant_rate) == (rate, True)
    assert (facts.video_codec, facts.sound_codec) == ("h264", "aac")
    assert SoundReader(facts.media.path).length == plan.samples
    with av.open(facts.media.path) as container:
        context = container.streams.video[0].codec_context
        assert (context.color_primaries, context.color_trc, context.colorspace) == (1, 1, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["film.mp4"]


def test_the_sound_is_the_mixers(tmp_path, noise_file, noise):
    run(film(48, sounds=(noise_file,)), tmp_path / "film.mp4", sound_kbps=320)
    found = SoundReader(str(tmp_path / "film.mp4")).samples(0, 96_000)
    assert abs(int(np.abs(found[:48_000, 0]).argmax()) - 24_000) <= 1
    likeness = np.corrcoef(found[:, 0], noise[:96_000, 0])[0, 1]
    assert likeness > 0.9


def test_exported_frames_are_the_viewers(tmp_path):
    source = ShotSource(ShotRequest("a sailboat at sunset, slow push in", seconds=Fraction(1)))
    plan = film(24, source=source, looks=(Look("golden", 0.5),))
    run(plan, tmp_path / "film.mp4", quality=12)
    compositor, reader = Compositor(), PictureReader(str(tmp_path / "film.mp4"))
    for frame in (0, 11, 23):
        viewed = compositor.picture(plan, frame, plan.width, plan.height)
        decoded = reader.picture_at(plan.rate.seconds(frame))
        # Chroma has half the resolution in the file: compare what the eye compares.
        grey = [cv2.cvtColor(p, cv2.COLOR_BGRA2GRAY) for p in (pixels_of(viewed), decoded)]
        assert cv2.PSNR(*grey) > 38
        assert np.abs(pixels_of(viewed).astype(int) - decoded)[:, :, :3].mean() < 3


def test_every_frame_lands_where_it_belongs(tmp_path, numbered_film):
    time_map = TimeMap.straight(Fraction(2)).trimmed(Span(8, 20), Rate(24)).ping_pong(2)
    layer = Layer(numbered_film, Span(0, 24), time_map, FILL)
    run(RenderPlan(192, 96, Rate(24), 24, (layer,)), tmp_path / "film.mp4")
    exported = MediaSource(MediaRef(str(tmp_path / "film.mp4"), "x"))
    plan = RenderPlan(
        192, 96, Rate(24), 24,
        (Layer(exported, Span(0, 24), TimeMap.straight(Fraction(1)), FILL),),
    )  # fmt: skip
    compositor = Compositor()
    shown = [number_shown(compositor.picture(plan, k, 192, 96)) for k in range(24)]
    assert shown == [*range(8, 20), *range(19, 7, -1)]


def test_progress_counts_up_and_knows_what_is_left(tmp_path):
    reports = run(film(200), tmp_path / "film.mp4")
    counts = [report.done for report in reports]
    assert counts == sorted(set(counts)) and counts[-1] == 200
    assert all(report.total == 200 and report.remaining >= 0 for report in reports)
    assert reports[-1].remaining == 0


@pytest.mark.parametrize("suffix", [".mp4", ".webm", ".gif"])
def test_stopping_leaves_nothing_within_a_second(tmp_path, noise_file, suffix):
    stop, stopped_at = threading.Event(), []

    def report(progress: Progress) -> None:
        if progress.done >= 5 and not stop.is_set():
            stopped_at.append(time.monotonic())
            stop.set()

    plan = film(24 * 120, sounds=(noise_file,))
    with pytest.raises(Stopped):
        export(plan, Delivery(str(tmp_path / f"film{suffix}")), report, stop)
    assert time.monotonic() - stopped_at[0] < 1.0
    assert list(tmp_path.iterdir()) == []


def test_what_was_there_before_survives_a_stop_and_is_replaced_by_a_film(tmp_path):
    path = tmp_path / "film.mp4"
    path.write_bytes(b"an older film")
    stop = threading.Event()
    stop.set()
    with pytest.raises(Stopped):
        run(film(10), path, stop)
    assert path.read_bytes() == b"an older film"
    run(film(10), path)
    assert probe(str(path)).frames == 10


@pytest.mark.parametrize("place", ["missing/film.mp4", "folder.mp4", "file/film.mp4"])
def test_a_place_where_no_file_can_be_made_is_refused_at_once(tmp_path, place):
    (tmp_path / "folder.mp4").mkdir()
    (tmp_path / "file").write_text("")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(EngineFault) as caught:
        run(film(10), tmp_path / place)
    assert caught.value.reason == "not_writable"
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_refused(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(EngineFault) as caught:
        run(film(10), tmp_path / "film.mp4")
    assert caught.value.reason == "not_writable"


def test_a_full_disk_is_a_fault_and_leaves_nothing(tmp_path):
    """A limit on the size of files stands in for the full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    noisy = ShotSource(ShotRequest("storm over the sea, rain", seconds=Fraction(3)))
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    try:
        with pytest.raises(EngineFault) as caught:
            run(film(72, source=noisy), tmp_path / "film.mp4", quality=1)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)
    assert caught.value.reason == "disk_full"
    assert list(tmp_path.iterdir()) == []


def test_a_fault_in_the_middle_leaves_nothing(tmp_path):
    whole = TimeMap.straight(Fraction(1))
    broken = Layer(MediaSource(MediaRef("/nowhere.mp4", "x")), Span(20, 24), whole)
    plan = RenderPlan(64, 36, Rate(24), 24, (broken,))
    with pytest.raises(EngineFault) as caught:
        run(plan, tmp_path / "film.mp4")
    assert caught.value.reason == "media_missing"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("width", "height"), [(191, 108), (192, 107)])
def test_odd_sides_are_refused_with_a_reason(tmp_path, width, height):
    plan = RenderPlan(width, height, Rate(24), 5)
    with pytest.raises(EngineFault) as caught:
        run(plan, tmp_path / "film.mp4")
    assert caught.value.reason == "bad_request"
    assert "even" in caught.value.detail


@pytest.mark.parametrize("name", ["film", "film.mkv", "film.mp4.txt"])
def test_an_ending_that_is_no_films_is_refused(tmp_path, name):
    with pytest.raises(EngineFault) as caught:
        run(film(5), tmp_path / name)
    assert caught.value.reason == "bad_request"
    assert ".mp4, .m4v, .webm, .mov, .gif" in caught.value.detail


FORMATS = {".webm": ("vp9", "opus"), ".mov": ("prores", "pcm_s24le"), ".gif": ("gif", "")}


@pytest.mark.parametrize("rate", [Rate(24), Rate(30000, 1001)])
@pytest.mark.parametrize("suffix", FORMATS)
def test_other_formats_hold_the_same_film(tmp_path, noise_file, suffix, rate):
    plan = film(40, rate, sounds=(noise_file,), source=Colour("#FF8000"))
    run(plan, tmp_path / f"film{suffix}")
    facts = probe(str(tmp_path / f"film{suffix}"))
    assert (facts.frames, facts.width, facts.height) == (40, 192, 108)
    assert (facts.video_codec, facts.sound_codec) == FORMATS[suffix]
    assert abs(facts.seconds - rate.seconds(40)) < Fraction(1, 50)
    pixel = PictureReader(facts.media.path).picture_at(Fraction(1, 2))[5, 5]
    assert np.abs(pixel.astype(int) - [0, 128, 255, 255]).max() <= 6
    assert len(list(tmp_path.iterdir())) == 1


def test_an_animation_faster_than_gif_can_play_is_refused(tmp_path):
    with pytest.raises(EngineFault) as caught:
        run(film(5, Rate(60)), tmp_path / "film.gif")
    assert caught.value.reason == "bad_request"
    assert list(tmp_path.iterdir()) == []


def test_memory_stays_flat_over_a_long_film(tmp_path, numbered_film, noise_file):
    """A minute and a half of a clip there and back, restyled, under a title, with its sound."""
    frames = 24 * 90
    looped = TimeMap.straight(Fraction(2)).ping_pong(45)
    layers = (
        Layer(numbered_film, Span(0, frames), looped, FILL, looks=(Look("noir"),)),
        Layer(Title("Coast"), Span(0, frames), looped),
    )
    sounds = (SoundLayer(noise_file, Span(0, frames), looped),)
    plan = RenderPlan(192, 96, Rate(24), frames, layers, sounds)
    sizes: list[int] = []

    def report(progress: Progress) -> None:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        sizes.append(pages * os.sysconf("SC_PAGE_SIZE"))

    delivery = Delivery(str(tmp_path / "film.mp4"), effort="ultrafast")
    export(plan, delivery, report, threading.Event())
    settled = sizes[len(sizes) // 3]
    assert max(sizes[len(sizes) // 3 :]) - settled < 12 << 20

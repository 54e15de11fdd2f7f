"""The exporter against two others that do the same work, one after the other in one run.

    python -m tests.bench.export [seconds of film]

The work: decode a 1080p H.264 clip with sound, lay a logo with transparency and a title over it,
encode with the same x264 and AAC settings. moviepy does it as a CompositeVideoClip, FFmpeg as a
filter graph. Both get the title as a finished picture, Laqta paints it itself.
"""

import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import cv2
import imageio_ffmpeg
import numpy as np
from PySide6.QtGui import QImage, QPainter

from engine.contract.delivery import Delivery
from engine.contract.plan import (
    Layer,
    MediaSource,
    RenderPlan,
    ShotSource,
    SoundLayer,
    Title,
    Transform,
)
from engine.contract.shot import ShotRequest
from engine.contract.time import Rate, Span
from engine.contract.timemap import TimeMap
from engine.media.film_file import LOOKAHEAD
from engine.media.identity import media_ref
from engine.media.probe import probe
from engine.render.export import export
from engine.render.pixels import PREMULTIPLIED
from engine.render.titles import title_picture
from engine.text_application import ensure_text_application
from tests.bench.report import table

WIDTH, HEIGHT, RATE = 1920, 1080, Rate(24)
TITLE = Title("A quiet coast")
LOGO_SIDE, LOGO_LEFT, LOGO_TOP = 240, 1600, 80
TITLE_DOWN = 0.32
ROUNDS = 2


@dataclass(frozen=True)
class Material:
    """The files that all three start from."""

    clip: Path
    logo: Path
    title: Path
    frames: int


def main(seconds: int) -> None:
    """Print a row for each exporter."""
    ensure_text_application()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        material = _material(folder, seconds)
        exporters = {
            "Laqta": _with_laqta,
            "FFmpeg filter graph": _with_ffmpeg,
            "moviepy CompositeVideoClip": _with_moviepy,
        }
        taken = {name: _best(make, material, folder) for name, make in exporters.items()}
    least, busy = taken["Laqta"]
    rows = [
        (name, material.frames / seconds, seconds, seconds / least, work, work / busy)
        for name, (seconds, work) in taken.items()
    ]
    head = (
        "exporter", "frames a second", "seconds", "against Laqta",
        "processor seconds", "against Laqta",
    )  # fmt: skip
    table(f"export: {material.frames} frames of 1080p with a logo, a title and sound", head, rows)


def _best(
    make: Callable[[Material, Path], None], material: Material, folder: Path
) -> tuple[float, float]:
    """Seconds and processor seconds of the fastest of a few rounds, each checked to be whole."""
    times: list[tuple[float, float]] = []
    for _ in range(ROUNDS):
        target = folder / "out.mp4"
        begin, busy = time.perf_counter(), _processor_seconds()
        make(material, target)
        times.append((time.perf_counter() - begin, _processor_seconds() - busy))
        facts = probe(str(target))
        assert facts.frames == material.frames and facts.has_sound, f"{make.__name__}: {facts}"
    return min(times)


def _processor_seconds() -> float:
    """What this process and its finished children have used."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _with_laqta(material: Material, target: Path) -> None:
    whole = Span(0, material.frames)
    straight = TimeMap.straight(RATE.seconds(material.frames))
    clip = MediaSource(media_ref(str(material.clip)))
    logo = MediaSource(media_ref(str(material.logo)))
    corner = Transform(
        x=(LOGO_LEFT + LOGO_SIDE / 2) / WIDTH,
        y=(LOGO_TOP + LOGO_SIDE / 2) / HEIGHT,
        scale=LOGO_SIDE / HEIGHT,
    )
    layers = (
        Layer(clip, whole, straight, Transform(fill=True)),
        Layer(logo, whole, straight, corner),
        Layer(TITLE, whole, straight, Transform(y=0.5 + TITLE_DOWN)),
    )
    sounds = (SoundLayer(clip, whole, straight),)
    plan = RenderPlan(WIDTH, HEIGHT, RATE, material.frames, layers, sounds)
    export(plan, Delivery(str(target)), lambda progress: None, threading.Event())


def _with_ffmpeg(material: Material, target: Path) -> None:
    graph = (
        f"[1:v]scale={LOGO_SIDE}:{LOGO_SIDE}[logo];"
        f"[0:v][logo]overlay={LOGO_LEFT}:{LOGO_TOP}[branded];"
        f"[branded][2:v]overlay=0:{round(TITLE_DOWN * HEIGHT)}[out]"
    )
    command = [
        imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-y",
        "-i", str(material.clip), "-i", str(material.logo), "-i", str(material.title),
        "-filter_complex", graph, "-map", "[out]", "-map", "0:a",
        *_encoding(), "-c:a", "aac", "-b:a", "192k", str(target),
    ]  # fmt: skip
    subprocess.run(command, check=True)


def _with_moviepy(material: Material, target: Path) -> None:
    from moviepy import CompositeVideoClip, ImageClip, VideoFileClip

    clip = VideoFileClip(str(material.clip))
    logo = ImageClip(str(material.logo)).resized((LOGO_SIDE, LOGO_SIDE))
    title = ImageClip(str(material.title))
    over = [
        picture.with_duration(clip.duration).with_position(place)
        for picture, place in (
            (logo, (LOGO_LEFT, LOGO_TOP)),
            (title, (0, round(TITLE_DOWN * HEIGHT))),
        )
    ]
    film = CompositeVideoClip([clip, *over])
    film.write_videofile(
        str(target), fps=24, codec="libx264", preset="superfast", audio_codec="aac",
        audio_bitrate="192k", temp_audiofile=f"{target}.m4a", logger=None,
        ffmpeg_params=_encoding()[4:],
    )  # fmt: skip
    film.close()
    clip.close()


def _encoding() -> list[str]:
    return [
        "-c:v", "libx264", "-preset", "superfast", "-x264-params", LOOKAHEAD, "-crf", "20",
        "-pix_fmt", "yuv420p",
        "-movflags", "+faststart",
    ]  # fmt: skip


def _material(folder: Path, seconds: int) -> Material:
    frames = RATE.frame_at(Fraction(seconds))
    material = Material(folder / "clip.mp4", folder / "logo.png", folder / "title.png", frames)
    _draw_logo(material.logo)
    _draw_title(material.title)
    _make_clip(material.clip, frames)
    return material


def _make_clip(path: Path, frames: int) -> None:
    """A draft shot with its sound, as a camera's file would be."""
    seconds = RATE.seconds(frames)
    shot = ShotSource(ShotRequest("a sailboat at sunset, waves, slow push in", seconds))
    whole, straight = Span(0, frames), TimeMap.straight(seconds)
    plan = RenderPlan(
        WIDTH, HEIGHT, RATE, frames,
        (Layer(shot, whole, straight, Transform(fill=True)),),
        (SoundLayer(shot, whole, straight),),
    )  # fmt: skip
    export(plan, Delivery(str(path), quality=18), lambda progress: None, threading.Event())


def _draw_logo(path: Path) -> None:
    disc = cv2.circle(np.zeros((600, 600), np.uint8), (300, 300), 280, 255, -1, cv2.LINE_AA)
    colours = np.full((600, 600, 3), (60, 90, 230), np.uint8)
    cv2.imwrite(str(path), np.dstack([colours, disc]))


def _draw_title(path: Path) -> None:
    picture = title_picture(TITLE, WIDTH, HEIGHT)
    frame = QImage(WIDTH, HEIGHT, PREMULTIPLIED)
    frame.fill(0)
    painter = QPainter(frame)
    painter.drawImage(picture.left, picture.top, picture.image)
    painter.end()
    frame.save(str(path))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)

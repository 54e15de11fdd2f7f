"""Films that benchmarks show: a draft alone, a decoded clip, and three layers."""

import subprocess
from fractions import Fraction
from pathlib import Path

import imageio_ffmpeg

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
from engine.media.identity import media_ref

RATE = Rate(24)
SECONDS = 10
FRAMES = 240
PROMPT = "a sailboat on a calm sea at sunset, gentle waves, slow push in"


def draft() -> RenderPlan:
    """A shot drawn live, with its sound."""
    return _film([_layer(_shot())], (_sound(_shot()),))


def decoded(folder: Path) -> RenderPlan:
    """A 1080p H.264 clip of FFmpeg's test picture with a tone."""
    clip = MediaSource(media_ref(str(test_clip(folder))))
    return _film([_layer(clip)], (_sound(clip),))


def three_layers(folder: Path) -> RenderPlan:
    """A clip, a second clip as picture in picture, and a title, with both sounds."""
    clip = MediaSource(media_ref(str(test_clip(folder))))
    inset = _layer(_shot(), Transform(x=0.78, y=0.25, scale=0.35))
    title = _layer(Title("Three layers"), Transform(x=0.5, y=0.85))
    return _film([_layer(clip), inset, title], (_sound(clip), _sound(_shot())))


def _shot() -> ShotSource:
    return ShotSource(ShotRequest(PROMPT, Fraction(SECONDS)))


def _film(layers: list[Layer], sounds: tuple[SoundLayer, ...]) -> RenderPlan:
    return RenderPlan(1920, 1080, RATE, FRAMES, tuple(layers), sounds)


def _layer(source, transform: Transform = Transform()) -> Layer:  # noqa: B008
    return Layer(source, Span(0, FRAMES), TimeMap.straight(Fraction(SECONDS)), transform)


def _sound(source) -> SoundLayer:
    return SoundLayer(source, Span(0, FRAMES), TimeMap.straight(Fraction(SECONDS)), gain_db=-6)


def test_clip(folder: Path) -> Path:
    """Ten seconds of FFmpeg's test picture and a tone, made at the first call."""
    target = folder / "clip.mp4"
    if not target.exists():
        subprocess.run(
            [
                imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-y",
                "-f", "lavfi", "-i", f"testsrc2=s=1920x1080:r=24:d={SECONDS}",
                "-f", "lavfi", "-i", f"sine=r=48000:d={SECONDS}",
                "-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac", str(target),
            ],
            check=True,
        )  # fmt: skip
    return target

"""Small media made on the spot: a film whose frames carry their numbers, noise with clicks."""

import wave
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from PySide6.QtGui import QImage

from engine.contract.plan import MediaSource
from engine.contract.shot import MediaRef
from engine.render.pixels import pixels_of

NUMBERED_FRAMES = 48
BITS = 6
CLICKS = tuple(range(24_000, 240_000, 48_000))


def media(path: Path) -> MediaSource:
    """A source that shows or plays this file."""
    return MediaSource(MediaRef(str(path), path.name))


def number_shown(image: QImage) -> int:
    """Which frame of the numbered film fills this picture."""
    pixels = pixels_of(image)
    height, width = pixels.shape[:2]
    columns = ((np.arange(BITS) + 0.5) * width / BITS).astype(int)
    bits = pixels[height // 2, columns, 1] > 127
    return int(sum(1 << bit for bit in range(BITS) if bits[bit]))


@pytest.fixture(scope="session")
def numbered_film(tmp_path_factory) -> MediaSource:
    """48 frames at 24 fps, 192x96; frame k shows k in bars, one a bit."""
    path = tmp_path_factory.mktemp("films") / "numbered.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=24, options={"qp": "0", "g": "12"})
        stream.width, stream.height, stream.pix_fmt = 192, 96, "yuv420p"
        for number in range(NUMBERED_FRAMES):
            frame = av.VideoFrame.from_ndarray(_numbered(number), format="bgr24")
            frame.pts, frame.time_base = number, Fraction(1, 24)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return media(path)


def _numbered(number: int) -> np.ndarray:
    pixels = np.zeros((96, 192, 3), np.uint8)
    for bit in range(BITS):
        pixels[:, bit * 32 : bit * 32 + 32] = 235 if number >> bit & 1 else 16
    return pixels


@pytest.fixture(scope="session")
def noise() -> np.ndarray:
    """float32 (n, 2): five seconds of quiet noise with a click in the middle of each second."""
    samples = np.random.default_rng(5).normal(0, 1500, (240_000, 2)).astype(np.int16)
    samples[list(CLICKS)] = 20_000
    return samples.astype(np.float32) / 32768


@pytest.fixture(scope="session")
def noise_file(noise: np.ndarray, tmp_path_factory) -> MediaSource:
    """The noise as a WAV file."""
    return media(write_wav(tmp_path_factory.mktemp("sounds") / "noise.wav", noise))


def write_wav(path: Path, samples: np.ndarray) -> Path:
    """Write float32 (n, 2) as 16-bit stereo at 48 kHz."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(48_000)
        file.writeframes(np.round(samples * 32768).astype("<i2").tobytes())
    return path

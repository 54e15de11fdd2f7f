"""Makes small films whose pictures carry their own number, and reads the number back."""

import subprocess
from pathlib import Path

import imageio_ffmpeg
import numpy as np

BITS, BLOCK = 10, 16
WIDTH, HEIGHT = BITS * BLOCK, 48


def ffmpeg(*arguments: str | Path, feed: bytes | None = None) -> bytes:
    """Runs FFmpeg's own program; its standard output."""
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-y", "-loglevel", "error", *map(str, arguments)]
    ended = subprocess.run(command, input=feed, capture_output=True)
    assert ended.returncode == 0, ended.stderr.decode()
    return ended.stdout


def numbered(number: int, width: int = WIDTH, height: int = HEIGHT) -> np.ndarray:
    """(height, width, 4) uint8 BGRA: the number in black and white blocks, grey below."""
    picture = np.full((height, width, 4), 255, np.uint8)
    picture[BLOCK:, :, :3] = (number * 37 % 200 + 20, 90, 160)
    for bit in range(BITS):
        picture[:BLOCK, bit * BLOCK : (bit + 1) * BLOCK, :3] = 255 if number >> bit & 1 else 0
    return picture


def number_in(picture: np.ndarray) -> int:
    """The number that a picture shows, at any size."""
    row = picture[picture.shape[0] * BLOCK // 2 // HEIGHT, :, 1]
    middles = [(bit * BLOCK + BLOCK // 2) * picture.shape[1] // WIDTH for bit in range(BITS)]
    return sum(1 << bit for bit, at in enumerate(middles) if row[at] > 127)


def film(path: Path, frames: int, rate: str, *encoding: str | Path) -> Path:
    """A film of numbered pictures; `encoding` goes to FFmpeg between input and output."""
    data = b"".join(numbered(number).tobytes() for number in range(frames))
    raw = ("-f", "rawvideo", "-pix_fmt", "bgr0", "-s", f"{WIDTH}x{HEIGHT}", "-r", rate, "-i", "-")
    ffmpeg(*raw, *encoding, path, feed=data)
    return path

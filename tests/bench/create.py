"""How long a 10 s 1080p shot with sound takes from the command line.

    python -m tests.bench.create [how many prompts]

The limit beside it: FFmpeg encoding its own test picture and tone of the same length with the same
encoder settings, which is what remains if painting were free.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import imageio_ffmpeg

from engine.media.film_file import LOOKAHEAD
from tests.bench.report import spread, table

ROOT = Path(__file__).parents[2]
PROMPTS = Path(__file__).with_name("prompts.txt").read_text(encoding="utf-8").splitlines()
SECONDS = 10


def main(count: int) -> None:
    """Create `count` shots and print a row each."""
    rows, times = [], []
    with tempfile.TemporaryDirectory() as folder:
        limit = _timed(_encode_only(Path(folder) / "limit.mp4"))
        for prompt in PROMPTS[:count]:
            taken = _timed(_create(prompt, Path(folder) / "shot.mp4"))
            times.append(taken)
            rows.append((prompt, taken, SECONDS / taken, taken / limit))
    rows.append(("median", spread(times)[0], SECONDS / spread(times)[0], spread(times)[0] / limit))
    rows.append(("encoding alone (FFmpeg test picture)", limit, SECONDS / limit, 1.0))
    head = ("prompt", "seconds", "times real time", "against encoding alone")
    table("create: 10 s, 1920x1080, 24 fps, with sound", head, rows)


def _create(prompt: str, target: Path) -> list[str]:
    size = ["--seconds", str(SECONDS), "--size", "1920x1080", "--fps", "24"]
    return [sys.executable, str(ROOT / "main.py"), "create", prompt, *size, "-o", str(target)]


def _encode_only(target: Path) -> list[str]:
    return [
        imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-y",
        "-f", "lavfi", "-i", f"testsrc2=s=1920x1080:r=24:d={SECONDS}",
        "-f", "lavfi", "-i", f"sine=r=48000:d={SECONDS}",
        "-c:v", "libx264", "-preset", "superfast", "-x264-params", LOOKAHEAD, "-crf", "20",
        "-pix_fmt", "yuv420p",
        "-c:a", "aac", "-ac", "2", "-movflags", "+faststart", str(target),
    ]  # fmt: skip


def _timed(command: list[str]) -> float:
    begin = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - begin


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else len(PROMPTS))

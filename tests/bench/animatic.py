"""How fast drafts are: films from the command line, and first pictures while a person types.

    python -m tests.bench.animatic [list of prompts] [how many]

Each prompt becomes 10 s of 1080p24 with sound, start and verification included; its peak memory is
that of the largest process. The first picture is 640x360, from the prompt's text to the painted
picture, in a process that has painted something else before, as while typing.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from fractions import Fraction
from pathlib import Path

from engine.contract.shot import ShotRequest
from tests.bench.prompt_list import GALLERY, Listed, prompts_in
from tests.bench.report import spread, table

ROOT = Path(__file__).parents[2]
SECONDS = 10


def main(listed: list[Listed]) -> None:
    """Print a row for each prompt, then what share keeps the limits."""
    previews = _previews(listed)
    rows, times = [], []
    with tempfile.TemporaryDirectory() as folder:
        for line, preview in zip(listed, previews, strict=True):
            taken = _timed(line.prompt, Path(folder) / "shot.mp4")
            times.append(taken)
            rows.append((line.name, taken, SECONDS / taken, preview, _peak_mb()))
    head = ("prompt", "seconds", "times real time", "first picture ms", "peak MB so far")
    table("animatic: 10 s, 1920x1080, 24 fps, with sound", head, rows)
    under_10, under_20 = (_share(times, limit) for limit in (10, 20))
    print(f"\nUnder 10 s: {under_10:.0f} %. Under 20 s: {under_20:.0f} %. ", end="")
    print(f"Median {spread(times)[0]:.1f} s. ", end="")
    print(f"First picture within 150 ms: {_share(previews, 150):.0f} %.")


def _previews(listed: list[Listed]) -> list[float]:
    """Milliseconds to the first picture of each prompt."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    from app.flatten import shot_plan
    from engine.render.compositor import Compositor

    application = QGuiApplication([])
    compositor = Compositor()
    compositor.picture(shot_plan(ShotRequest("clouds", Fraction(SECONDS))), 0, 640, 360)
    times = []
    for line in listed:
        begin = time.perf_counter()
        compositor.picture(shot_plan(line.request()), 0, *_small(line))
        times.append((time.perf_counter() - begin) * 1000)
    compositor.close()
    application.quit()
    return times


def _small(line: Listed) -> tuple[int, int]:
    """The prompt's shape inside 640x360."""
    factor = min(640 / line.width, 360 / line.height)
    return round(line.width * factor), round(line.height * factor)


def _timed(prompt: str, target: Path) -> float:
    size = ["--seconds", str(SECONDS), "--size", "1920x1080", "--fps", "24", "-o", str(target)]
    begin = time.perf_counter()
    command = [sys.executable, str(ROOT / "main.py"), "create", prompt, *size]
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - begin


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def _share(values: list[float], limit: float) -> float:
    return 100 * sum(value < limit for value in values) / len(values)


if __name__ == "__main__":
    wanted = prompts_in(Path(sys.argv[1]) if len(sys.argv) > 1 else GALLERY)
    main(wanted[: int(sys.argv[2])] if len(sys.argv) > 2 else wanted)

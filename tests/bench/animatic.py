"""How fast drafts are: films from the command line, and first pictures while a person types.

    python -m tests.bench.animatic [list of prompts] [how many] [size, such as 3840x2160]

Each prompt becomes 10 s at 24 fps with sound, start and verification included; its peak memory is
that of all its processes together. The first picture is 640x360, from the prompt's text to the
painted picture, in a process that has painted something else before, as while typing.
"""

import os
import sys
import tempfile
import time
from fractions import Fraction
from pathlib import Path

from engine.contract.shot import ShotRequest
from tests.bench.process_tree import cost_of
from tests.bench.prompt_list import GALLERY, Listed, prompts_in
from tests.bench.report import spread, table

ROOT = Path(__file__).parents[2]
SECONDS = 10


def main(listed: list[Listed], size: str) -> None:
    """Print a row for each prompt, then what share keeps the limits."""
    previews = _previews(listed)
    rows, times = [], []
    with tempfile.TemporaryDirectory() as folder:
        for line, preview in zip(listed, previews, strict=True):
            cost = cost_of(_create(line.prompt, size, Path(folder) / "shot.mp4"))
            times.append(cost.seconds)
            row = (line.name, cost.seconds, SECONDS / cost.seconds, preview, cost.peak_mb)
            rows.append(row)
    head = ("prompt", "seconds", "times real time", "first picture ms", "peak MB")
    table(f"animatic: 10 s, {size}, 24 fps, with sound", head, rows)
    shares = [f"Under {limit} s: {_share(times, limit):.0f} %. " for limit in (10, 20, 60)]
    print("\n" + "".join(shares), end="")
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


def _create(prompt: str, size: str, target: Path) -> list[str]:
    shape = ["--seconds", str(SECONDS), "--size", size, "--fps", "24", "-o", str(target)]
    return [sys.executable, str(ROOT / "main.py"), "create", prompt, *shape]


def _share(values: list[float], limit: float) -> float:
    return 100 * sum(value < limit for value in values) / len(values)


if __name__ == "__main__":
    given = [*sys.argv[1:], *("", "", "")][:3]
    wanted = prompts_in(Path(given[0]) if given[0] else GALLERY)
    main(wanted[: int(given[1])] if given[1] else wanted, given[2] or "1920x1080")

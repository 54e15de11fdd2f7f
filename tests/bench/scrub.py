"""How soon a frame asked for at random stands in the viewer.

    python -m tests.bench.scrub

From the request to the picture in shared memory, through the player child, at 1920x1080. Beside it
OpenCV's own reader seeking to the same frames of the same clip inside one process.
"""

import asyncio
import random
import tempfile
import time
from pathlib import Path

import cv2

from engine.client import LocalEngine
from engine.contract.engine import Picture
from engine.contract.events import Failed, Playback
from engine.contract.plan import RenderPlan
from tests.bench import films
from tests.bench.report import spread, table

SEEKS = 40


class Watcher:
    """Keeps the last picture's arrival."""

    def __init__(self) -> None:
        self.arrived: asyncio.Future | None = None

    def picture_ready(self, picture: Picture) -> None:
        """Note the time and give the picture back."""
        picture.release()
        self.arrived.set_result(time.perf_counter())

    def playback_changed(self, playback: Playback) -> None:
        """Nothing plays here."""

    def screen_failed(self, failed: Failed) -> None:
        """A benchmark that fails must not print figures."""
        self.arrived.set_exception(RuntimeError(str(failed)))


async def main() -> None:
    """Seek in three films and print a row each."""
    engine, watcher = LocalEngine(), Watcher()
    engine.screen.watch(watcher)
    frames = [random.Random(7).randrange(films.FRAMES) for _ in range(SEEKS)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plans = {
            "decoded clip": films.decoded(folder),
            "draft, drawn live": films.draft(),
            "clip, draft and title": films.three_layers(folder),
        }
        peer = _opencv(folder / "clip.mp4", frames)
        rows = [("OpenCV reader, decoded clip", *_milliseconds(peer), 1.0)]
        for label, plan in plans.items():
            times = await _seek(engine, watcher, plan, frames)
            rows.append((label, *_milliseconds(times), spread(times)[0] / spread(peer)[0]))
    await engine.close()
    table(
        "scrub: random frames at 1920x1080",
        ("film", "median ms", "95 % ms", "worst ms", "median against OpenCV"),
        rows,
    )


async def _seek(
    engine: LocalEngine, watcher: Watcher, plan: RenderPlan, frames: list[int]
) -> list[float]:
    times = []
    for frame in [0, *frames]:
        watcher.arrived = asyncio.get_running_loop().create_future()
        begin = time.perf_counter()
        engine.screen.show(plan, frame, plan.width, plan.height)
        times.append(await watcher.arrived - begin)
    return times[1:]


def _opencv(clip: Path, frames: list[int]) -> list[float]:
    reader, times = cv2.VideoCapture(str(clip)), []
    for frame in frames:
        begin = time.perf_counter()
        reader.set(cv2.CAP_PROP_POS_FRAMES, frame)
        reader.read()
        times.append(time.perf_counter() - begin)
    return times


def _milliseconds(times: list[float]) -> tuple[float, float, float]:
    median, most, worst = spread(times)
    return median * 1000, most * 1000, worst * 1000


if __name__ == "__main__":
    asyncio.run(main())

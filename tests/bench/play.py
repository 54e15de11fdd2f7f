"""How many pictures playback drops in ten seconds of film, with sound, on a real clock.

python -m tests.bench.play [width height]
"""

import asyncio
import sys
import tempfile
from pathlib import Path

from engine.client import LocalEngine
from engine.contract.engine import Picture
from engine.contract.events import Failed, Playback
from engine.contract.plan import RenderPlan
from tests.bench import films
from tests.bench.report import table


class Audience:
    """Counts what is shown until playback ends."""

    def __init__(self) -> None:
        self.shown = 0
        self.end: asyncio.Future = asyncio.get_running_loop().create_future()

    def picture_ready(self, picture: Picture) -> None:
        """Count a picture."""
        self.shown += 1
        picture.release()

    def playback_changed(self, playback: Playback) -> None:
        """Keep the drops when it ends."""
        if not playback.playing and not self.end.done():
            self.end.set_result(playback.dropped)

    def screen_failed(self, failed: Failed) -> None:
        """A benchmark that fails must not print figures."""
        self.end.set_exception(RuntimeError(str(failed)))


async def main(width: int, height: int) -> None:
    """Play three films and print a row each."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plans = {
            "decoded clip": films.decoded(folder),
            "draft, drawn live": films.draft(),
            "clip, draft and title": films.three_layers(folder),
        }
        rows = [(label, *await _play(plan, width, height)) for label, plan in plans.items()]
    table(f"play: 10 s of 1080p24 shown at {width}x{height}", ("film", "shown", "dropped"), rows)


async def _play(plan: RenderPlan, width: int, height: int) -> tuple[int, int]:
    engine, audience = LocalEngine(), Audience()
    engine.screen.watch(audience)
    engine.screen.play(plan, 0, width, height)
    dropped = await audience.end
    await engine.close()
    return audience.shown, dropped


if __name__ == "__main__":
    asyncio.run(main(*map(int, sys.argv[1:3] or (1920, 1080))))
